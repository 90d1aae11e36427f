//! Changes as Markdown, for a pull request or a job summary.

use crate::carry::Edit;
use crate::catalog::Date;
use crate::report::changes::Changed;

/// A section a unit. Old and new words are `<del>` and `<ins>`, which GitHub and GitLab show.
pub fn markdown(changes: &[Changed], today: Date) -> String {
    let mut out = String::new();
    for change in changes {
        let (path, line) = &change.place;
        out.push_str(&format!("### `{}` · {} · {}\n\n", change.id, change.locale, change.what()));
        let about: Vec<String> = change
            .path
            .iter()
            .cloned()
            .chain(change.age(today))
            .chain([format!("`{path}:{line}`")])
            .collect();
        out.push_str(&format!("{}\n\n", about.join(" · ")));
        let source: String = change
            .ops
            .iter()
            .map(|op| {
                let text = escaped(&op.text);
                match op.edit {
                    Edit::Equal => text,
                    Edit::Delete => format!("<del>{text}</del>"),
                    Edit::Insert => format!("<ins>{text}</ins>"),
                }
            })
            .collect();
        out.push_str(&format!("> {}\n\n", source.replace('\n', "<br>")));
        out.push_str(&format!("> {}\n\n", escaped(&change.translation).replace('\n', "<br>")));
    }
    out
}

/// Signs that Markdown would take for its own; what stands there is a quotation, marks included.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}
