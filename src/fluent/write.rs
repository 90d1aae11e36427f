//! Writing values: the Fluent source that every runtime reads back as exactly the text given.
//!
//! Measured against the runtimes of Rust, Python and JavaScript. Text that needs nothing stays as it is; what
//! a runtime would drop or misread stands in a string literal: blanks at the edges of a line, an empty first or
//! last line, braces, control characters and line separators, and on a line of its own a leading `[`, `*` or `.`.

use std::borrow::Cow;
use std::fmt::Write as _;

/// What a value may hold in placeables before the runtimes of Rust and JavaScript stop (against "billion laughs").
const MAX_PLACEABLES: usize = 100;

/// What would end the value, or begin a variant or an attribute, at the start of a line below.
const LEADING_MARKS: &[char] = &['[', '*', '.'];

/// What `indent` usually is for the value of a message.
pub const INDENT: &str = "    ";

/// Whether `id` can name a message or an attribute: a letter, then letters, digits, `-` and `_`, all of ASCII
/// (Fluent 1.0 EBNF, `Identifier`).
///
/// ```
/// use yakugo::fluent::is_id;
/// assert!(is_id("p-k3f9x2"));
/// assert!(!is_id("2nd") && !is_id("細胞") && !is_id(""));
/// ```
pub fn is_id(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_alphabetic())
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// What has to follow `id =` for the value to be exactly `text`.
///
/// A text of one line comes behind one space; more lines stand below, each behind `indent`, which must be one or
/// more spaces (U+0020; Fluent knows no other indentation). Line ends are `\n`: an editor of a CRLF file turns
/// them, and nothing else, into `\r\n`. Python's runtime refuses values with a placeable and a part of more than
/// 2,500 characters; such a text is written all the same.
///
/// ```
/// use yakugo::fluent::write_value;
/// assert_eq!(write_value("10 ng/mL", "    "), " 10 ng/mL");
/// assert_eq!(write_value("{x} ", "    "), " {\"{x}\"}{\" \"}");
/// assert_eq!(write_value("a\n* b", "    "), "\n    a\n    {\"*\"} b");
/// assert_eq!(write_value("", "    "), " {\"\"}");
/// ```
pub fn write_value(text: &str, indent: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let placeables = if text.contains('\n') {
        write_lines(text, indent, &mut out)
    } else {
        out.push(' ');
        if text.is_empty() { write_literal("", &mut out) } else { write_line(text, &[], &mut out) }
    };
    if placeables > MAX_PLACEABLES {
        out.clear();
        out.push(' ');
        write_literal(text, &mut out);
    }
    out
}

/// A whole message with this text, ending in `\n`.
///
/// ```
/// use yakugo::fluent::write_message;
/// assert_eq!(write_message("dose", "10 mg"), "dose = 10 mg\n");
/// ```
pub fn write_message(id: &str, text: &str) -> String {
    format!("{id} ={}\n", write_value(text, INDENT))
}

/// An attribute with this text, to stand below the value of its message; ends in `\n`.
///
/// ```
/// use yakugo::fluent::write_attribute;
/// assert_eq!(write_attribute("title", "保存"), "    .title = 保存\n");
/// ```
pub fn write_attribute(name: &str, text: &str) -> String {
    format!("{INDENT}.{name} ={}\n", write_value(text, "        "))
}

/// What has to follow `id =` for a value whose Fluent source is given, as [`Pattern::normalized`] gives it or as
/// a person typed it at the left margin.
///
/// [`Pattern::normalized`]: super::Pattern::normalized
///
/// A source in which one line begins with a placeable and another one with blanks loses some of these blanks: the
/// parser does not count the indentation of the former.
///
/// ```
/// use yakugo::fluent::write_source;
/// assert_eq!(write_source("{ $n } cells", "    "), " { $n } cells");
/// assert_eq!(write_source("a\n\nb", "    "), "\n    a\n\n    b");
/// assert_eq!(write_source("* a\nb", "    "), "\n    {\"*\"} a\n    b");
/// ```
pub fn write_source(source: &str, indent: &str) -> String {
    if !source.contains('\n') {
        return format!(" {source}");
    }
    let source = guard_mark(source);
    let mut out = String::with_capacity(source.len() + 64);
    for line in source.split('\n') {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(indent);
            out.push_str(line);
        }
    }
    out
}

/// The same source, so that it can begin on a line of its own.
pub(super) fn guard_mark(source: &str) -> Cow<'_, str> {
    match (source.chars().next(), source.strip_prefix(LEADING_MARKS)) {
        (Some(mark), Some(rest)) => Cow::Owned(format!("{{\"{mark}\"}}{rest}")),
        _ => Cow::Borrowed(source),
    }
}

/// Whether a character at the edge of a line would be lost in some runtime, or is too easily lost by people.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

/// Whether a character cannot stand in text. The runtime of JavaScript begins a line behind U+2028 and U+2029,
/// and finds a message there if the text goes on like one.
fn is_special(c: char) -> bool {
    matches!(c, '{' | '}' | '\u{2028}' | '\u{2029}') || c.is_control()
}

/// Writes text with line breaks; gives the number of placeables.
fn write_lines(text: &str, indent: &str, out: &mut String) -> usize {
    let mut placeables = 0;
    let last = text.split('\n').count() - 1;
    for (number, line) in text.split('\n').enumerate() {
        out.push('\n');
        if line.is_empty() && number > 0 && number < last {
            continue;
        }
        out.push_str(indent);
        placeables +=
            if line.is_empty() { write_literal("", out) } else { write_line(line, LEADING_MARKS, out) };
    }
    placeables
}

/// Writes one line: literals for the blanks at its edges, for one of the `marks` at its start, and for what lies
/// between the first and the last special character. Gives the number of placeables.
fn write_line(line: &str, marks: &[char], out: &mut String) -> usize {
    let body = match line.strip_prefix(marks) {
        Some(rest) => rest,
        None => line.trim_start_matches(is_blank),
    };
    let lead = line.get(..line.len() - body.len()).unwrap_or_default();
    let core = body.trim_end_matches(is_blank);
    let trail = body.get(core.len()..).unwrap_or_default();

    let mut placeables = 0;
    if !lead.is_empty() {
        placeables += write_literal(lead, out);
    }
    match core.find(is_special) {
        None => out.push_str(core),
        Some(first) => {
            let after = core.rfind(is_special).unwrap_or(first);
            let end =
                after + core.get(after..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            out.push_str(core.get(..first).unwrap_or_default());
            placeables += write_literal(core.get(first..end).unwrap_or_default(), out);
            out.push_str(core.get(end..).unwrap_or_default());
        }
    }
    if !trail.is_empty() {
        placeables += write_literal(trail, out);
    }
    placeables
}

/// Writes `{"…"}`. Blanks that nobody could tell from a space are written as escapes.
fn write_literal(text: &str, out: &mut String) -> usize {
    out.push_str("{\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            ' ' | '\u{3000}' => out.push(c),
            c if c.is_control() || is_blank(c) => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push_str("\"}");
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(write_value(text, INDENT), expected, "for {text:?}");
    }

    #[test]
    fn one_line_stays_on_the_line_of_the_id() {
        check("細胞は生きている。", " 細胞は生きている。");
        check("[a] *b .c #d -e = \"f\" \\", " [a] *b .c #d -e = \"f\" \\");
        check("", " {\"\"}");
        check(" a\u{A0}", " {\" \"}a{\"\\u00A0\"}");
        check("\u{3000}字下げ", " {\"\u{3000}\"}字下げ");
        check("   ", " {\"   \"}");
    }

    #[test]
    fn specials_share_one_literal() {
        check("use {a} or {\"b\\\"} now", " use {\"{a} or {\\\"b\\\\\\\"}\"} now");
        check("a\tb", " a{\"\\u0009\"}b");
        check("a\u{2028}b = c", " a{\"\\u2028\"}b = c");
        check("a\rb", " a{\"\\u000D\"}b");
        check("{", " {\"{\"}");
    }

    #[test]
    fn lines_stand_below() {
        check("a\nb", "\n    a\n    b");
        check("a\n\nb", "\n    a\n\n    b");
        check("\na\n", "\n    {\"\"}\n    a\n    {\"\"}");
        check("a\n  b\n \nc", "\n    a\n    {\"  \"}b\n    {\" \"}\n    c");
        check("a\r\nb", "\n    a{\"\\u000D\"}\n    b");
        check("a\n[x] {y}", "\n    a\n    {\"[\"}x] {\"{y}\"}");
        check("*\n.\n[", "\n    {\"*\"}\n    {\".\"}\n    {\"[\"}");
    }

    #[test]
    fn too_many_placeables_become_one() {
        let text = "{\n".repeat(101);
        let written = write_value(&text, INDENT);
        assert!(written.starts_with(" {\"{\\u000A{"), "{written}");
        assert_eq!(written.lines().count(), 1);
        assert_eq!(write_value(&"{\n".repeat(99), INDENT).lines().count(), 101);
    }
}
