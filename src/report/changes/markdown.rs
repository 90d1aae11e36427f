//! Changes as Markdown, for a pull request or a job summary.

use crate::catalog::Date;
use crate::report::changes::{Changed, LOST, marks};
use crate::report::escape::markdown as escaped;

/// A section a unit. Old and new words are `<del>` and `<ins>`, which GitHub and GitLab show.
pub fn markdown(changes: &[Changed], today: Date) -> String {
    let mut out = String::new();
    for change in changes {
        let (path, line) = &change.place;
        out.push_str(&format!("### `{}` · {} · {}\n\n", change.id, change.locale, escaped(&change.what())));
        let headings = change.path.iter().map(|heading| escaped(heading)).collect::<Vec<_>>().join(" › ");
        let about: Vec<String> = Some(headings)
            .filter(|headings| !headings.is_empty())
            .into_iter()
            .chain(change.age(today))
            .chain([format!("`{path}:{line}`")])
            .collect();
        out.push_str(&format!("{}\n\n", about.join(" · ")));
        if change.old.is_none() {
            out.push_str(&format!("{LOST}\n\n"));
        }
        out.push_str(&format!("> {}\n\n", marks::marked(&change.touched, escaped)));
        out.push_str(&format!("> {}\n\n", escaped(&change.translation)));
        if let Some(ops) = change.proposed() {
            out.push_str(&format!("proposed:\n\n> {}\n\n", marks::marked(&ops, escaped)));
        }
    }
    out
}
