//! Cutting a file before it is parsed, so that one broken or hostile entry cannot harm the others.
//!
//! A line that begins with `#`, or with an id and `=`, always begins an entry: lines of text are indented, a
//! string literal ends on its line, and no expression goes on with either. The parser does not use that (an
//! unclosed `{` swallows the message below) and recurses without limit, so each piece is parsed alone, and only
//! when it is no deeper than a stack can bear.

use super::write::is_id;
use crate::text::Span;

/// Braces and parentheses within each other. In a debug build the parser overflows a 2 MiB stack near 220.
pub(super) const MAX_DEPTH: usize = 50;
/// Arguments of one call. The parser compares the names of all pairs.
pub(super) const MAX_ARGUMENTS: usize = 100;
/// Bytes of one file; no file for people comes near.
pub(crate) const MAX_BYTES: usize = 64 << 20;

/// Why a piece of a file is not parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    Depth,
    Arguments,
    Nul,
}

/// The pieces of `text` from byte `start` on, in order and without gaps: each holds one entry with the comments
/// straight above it, and whatever follows up to the next one.
pub(super) fn chunks(text: &str, start: usize) -> Vec<Span> {
    let mut found = Vec::new();
    let mut begin = start;
    let mut at = start;
    let mut after_comment = false;
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        let comment = line.starts_with('#');
        if !after_comment && at > begin && (comment || entry_id(line).is_some()) {
            found.push(Span::new(begin, at));
            begin = at;
        }
        after_comment = comment;
        at += line.len();
    }
    if at > begin {
        found.push(Span::new(begin, at));
    }
    found
}

/// The id, with its dash if it is a term, where a line begins with one and `=`.
pub(super) fn entry_id(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end_matches(' ');
    is_id(id.strip_prefix('-').unwrap_or(id)).then_some(id)
}

/// The first limit that a piece exceeds, and where.
///
/// It reads the piece as the parser does, up to the parser's first error. What it makes of the bytes behind an
/// error does not matter: the parser has left all its recursion by then and begins anew at an entry.
pub(super) fn exceeded(chunk: &str) -> Option<(Limit, usize)> {
    if let Some(at) = chunk.bytes().position(|b| b == 0) {
        return Some((Limit::Nul, at));
    }
    let bytes = chunk.as_bytes();
    let mut open: Vec<Open> = Vec::new();
    let mut in_text = true;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (byte, in_text) {
            (b'#', _) if at == 0 || bytes.get(at - 1) == Some(&b'\n') => {
                at = line_end(bytes, at);
                (open, in_text) = (Vec::new(), true);
                continue;
            }
            (b'{', _) | (b'(', false) => {
                open.push(Open { in_text, arguments: 1 });
                in_text = false;
            }
            (b'}', _) | (b')', false) => in_text = open.pop().is_none_or(|open| open.in_text),
            (b'"', false) => at = string_end(bytes, at),
            (b']', false) => in_text = true,
            (b',', false) => {
                if let Some(call) = open.last_mut() {
                    call.arguments += 1;
                }
            }
            // Inside of a selection a line that begins with these is the key of a variant.
            (b'\n', true) if !open.is_empty() => {
                at = last_blank(bytes, at);
                in_text = !matches!(bytes.get(at + 1), Some(b'[' | b'*'));
            }
            _ => {}
        }
        if open.len() > MAX_DEPTH {
            return Some((Limit::Depth, at));
        }
        if open.last().is_some_and(|call| call.arguments > MAX_ARGUMENTS) {
            return Some((Limit::Arguments, at));
        }
        at += 1;
    }
    None
}

/// A brace or parenthesis that is not closed yet.
struct Open {
    /// Whether it stands in text, which goes on when it closes.
    in_text: bool,
    /// Arguments so far.
    arguments: usize,
}

fn line_end(bytes: &[u8], from: usize) -> usize {
    bytes.iter().skip(from).position(|b| *b == b'\n').map_or(bytes.len(), |length| from + length)
}

/// The place of the quote that closes the string opened at `from`, or the byte before the end of the line.
fn string_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from + 1;
    loop {
        match bytes.get(at) {
            None | Some(b'\n') => return at - 1,
            Some(b'"') => return at,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
        }
    }
}

/// The last of the blanks and line ends that begin at `from`.
fn last_blank(bytes: &[u8], from: usize) -> usize {
    let blanks = bytes.iter().skip(from).take_while(|b| matches!(b, b' ' | b'\n' | b'\r')).count();
    from + blanks.max(1) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_begin_at_entries() {
        let check = |text: &str, expected: &[&str]| {
            let pieces: Vec<&str> = chunks(text, 0).iter().map(|span| span.of(text)).collect();
            assert_eq!(pieces, expected, "for {text:?}");
        };
        check("", &[]);
        check("a = b\n c = d\nd =e\n", &["a = b\n c = d\n", "d =e\n"]);
        check("# x\na = {\n\n-b = c", &["# x\na = {\n\n", "-b = c"]);
        check("### r\n\n# x\n# y\na = b\n# z", &["### r\n\n", "# x\n# y\na = b\n", "# z"]);
        check("a = { $n ->\n*[o] x\n}\nb = c", &["a = { $n ->\n*[o] x\n}\n", "b = c"]);
        check("\nä = b\na b = c", &["\nä = b\na b = c"]);
    }

    #[test]
    fn limits() {
        let check = |chunk: &str, expected: Option<Limit>| {
            assert_eq!(exceeded(chunk).map(|(limit, _)| limit), expected, "for {chunk:?}");
        };
        let many = |text: &str| text.repeat(MAX_DEPTH + 1);
        check(&format!("a = {}", many("{")), Some(Limit::Depth));
        check(&format!("a = {{ {}", many("A(")), Some(Limit::Depth));
        check(&format!("a = {{ {}", many("A(\"))))\", ")), Some(Limit::Depth));
        check(&format!("a = {}", many("{ $n ->\n *[x] y } { $y } ")), None);
        check(&format!("a = {}", many("{ $n ->\n [x] (\n *[y] ( } ")), None);
        check(&format!("a = {}", many("{ $n ->\n *[x] {")), Some(Limit::Depth));
        check(&format!("a = {}", many(":( {\"{\"} {\"(\"} ")), None);
        check(&format!("a = {}", many(r#"{"\"{"} {A("\\")}"#)), None);
        check(&format!("# {}\na = b", many("{")), None);
        check(&format!("a = {{ A({}) }}", "x, ".repeat(MAX_ARGUMENTS)), Some(Limit::Arguments));
        check(&format!("a = {}", "x, ".repeat(MAX_ARGUMENTS)), None);
        check("a = \0", Some(Limit::Nul));
    }
}
