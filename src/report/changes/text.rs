//! Changes on a terminal.

use anstyle::{AnsiColor, Style};

use crate::carry::{Edit, Op};
use crate::catalog::Date;
use crate::report::changes::{Changed, LOST};

/// One paragraph a unit: where, what changed, the word diff, the translation. With `colour` old words are red and new
/// ones green; otherwise `[-old-]{+new+}`.
pub fn text(changes: &[Changed], today: Date, colour: bool) -> String {
    let mut out = String::new();
    for change in changes {
        let (path, line) = &change.place;
        out.push_str(&format!("{path}:{line}: {} ({})\n", change.id, change.what()));
        let path = change.path.join(" › ");
        let about: Vec<String> =
            [Some(path).filter(|path| !path.is_empty()), change.age(today)].into_iter().flatten().collect();
        if !about.is_empty() {
            out.push_str(&format!("  {}\n", about.join(" · ")));
        }
        if change.old.is_none() {
            out.push_str(&format!("  {LOST}\n"));
        }
        if let Some(between) = &change.between {
            out.push_str(&indented("the file shows", between));
        }
        let source: String = change.touched.iter().map(|op| shown(op, colour)).collect();
        out.push_str(&indented("source", &source));
        out.push_str(&indented(&change.locale, &change.translation));
        if let Some(ops) = change.proposed() {
            let proposed: String = ops.iter().map(|op| shown(op, colour)).collect();
            out.push_str(&indented("proposed", &proposed));
        }
        out.push('\n');
    }
    out
}

/// A piece with its colours, or its marks. Not everybody sees the colours, and a dose must not be read as `105 mg`: what
/// went is struck through, and what came underlined.
pub(crate) fn shown(op: &Op, colour: bool) -> String {
    let style = match op.edit {
        _ if !colour => return op.marked(),
        Edit::Equal => return op.text.clone(),
        Edit::Delete => Style::new().fg_color(Some(AnsiColor::Red.into())).strikethrough(),
        Edit::Insert => Style::new().fg_color(Some(AnsiColor::Green.into())).bold().underline(),
    };
    // A line break inside of a coloured piece would colour the margin.
    op.text.split('\n').map(|line| format!("{style}{line}{style:#}")).collect::<Vec<_>>().join("\n")
}

/// A label, and a text whose further lines stand below the first.
fn indented(label: &str, text: &str) -> String {
    let margin = " ".repeat(label.len() + 4);
    format!("  {label}: {}\n", text.trim_end().replace('\n', &format!("\n{margin}")))
}
