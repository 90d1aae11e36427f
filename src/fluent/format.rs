//! One layout for Fluent files, for those who ask for it: nothing else in yakugo ever reformats a file.

use super::{Entry, INDENT, Message, Pattern, Resource, write_source};

/// The file in one layout: a blank line between entries, four spaces before continued lines, `id = value`, no blanks
/// at line ends. Order, comments, values and line ends stay. `None` where the file holds something that no program
/// can read, or where the result would not mean the same.
///
/// ```
/// use yakugo::fluent::formatted;
/// assert_eq!(formatted("a=1\nb =\n  two\n  lines\n").as_deref(), Some("a = 1\n\nb =\n    two\n    lines\n"));
/// assert_eq!(formatted("not fluent\n"), None);
/// ```
pub fn formatted(text: &str) -> Option<String> {
    let (resource, _) = Resource::parse(text);
    let mut out = String::with_capacity(text.len());
    for entry in resource.entries() {
        if !out.is_empty() {
            out.push('\n');
        }
        match entry {
            Entry::Comment(comment) => push_lines(&mut out, comment.span.of(text)),
            Entry::Message(message) => push_message(&mut out, message, text),
            Entry::Junk(_) => return None,
        }
    }
    let (again, _) = Resource::parse(out.as_str());
    let same = meaning(&resource) == meaning(&again);
    let mark = if text.starts_with('\u{FEFF}') { "\u{FEFF}" } else { "" };
    let out = if resource.line_end() == "\r\n" { out.replace('\n', "\r\n") } else { out };
    same.then(|| format!("{mark}{out}"))
}

fn push_lines(out: &mut String, lines: &str) {
    for line in lines.lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

fn push_message(out: &mut String, message: &Message, text: &str) {
    if let Some(comment) = message.comment {
        push_lines(out, comment.of(text));
    }
    out.push_str(&format!("{} =", message.id));
    push_value(out, message.value.as_ref(), INDENT, text);
    for attribute in &message.attributes {
        out.push_str(&format!("{INDENT}.{} =", attribute.name));
        push_value(out, Some(&attribute.value), &INDENT.repeat(2), text);
    }
}

fn push_value(out: &mut String, value: Option<&Pattern>, indent: &str, text: &str) {
    if let Some(value) = value {
        out.push_str(&write_source(&value.normalized(text), indent));
    }
    out.push('\n');
}

/// What a program reads in the file: ids, values, attributes.
fn meaning(resource: &Resource) -> Vec<(String, Option<String>)> {
    let text = resource.text();
    let mut all = Vec::new();
    for message in resource.messages() {
        all.push((message.id.clone(), message.value.as_ref().map(|value| value.normalized(text))));
        let attributes = message.attributes.iter();
        all.extend(
            attributes.map(|a| (format!("{}.{}", message.id, a.name), Some(a.value.normalized(text)))),
        );
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout_changes_and_meaning_does_not() {
        let check = |text: &str, expected: &str| {
            assert_eq!(formatted(text).as_deref(), Some(expected), "{text}");
            assert_eq!(formatted(expected).as_deref(), Some(expected), "twice: {text}");
        };
        check("### file  \n## group\n# note\na   =  1   \n", "### file\n\n## group\n\n# note\na = 1\n");
        check("a = 1\n\n\n\n-t = term\n", "a = 1\n\n-t = term\n");
        check("a =\n .title = x\n", "a =\n    .title = x\n");
        check(
            "a = { $n ->\n [one] x\n*[other] y\n}\n",
            "a =\n    { $n ->\n        [one] x\n       *[other] y\n    }\n",
        );
        check("a = 1\r\nb = 2\r\n", "a = 1\r\n\r\nb = 2\r\n");
        check("", "");
    }
}
