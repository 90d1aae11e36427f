//! Why a piece of a Fluent file cannot be read, and what to type instead.

use fluent_syntax::parser::ErrorKind;

use super::chunks::entry_id;
use super::entry::Entry;
use super::{SYNTAX, write};
use crate::finding::{Edit, Finding, Fix};
use crate::text::Span;

/// What to type for a brace that readers should see.
const BRACES: &str = "to show a brace to readers write {\"{\"} or {\"}\"}";

/// The finding for the unreadable bytes `junk`, where the parser gave up at byte `at`; `above` is the entry that
/// stands before.
pub(super) fn syntax(text: &str, above: Option<&Entry>, junk: Span, kind: &ErrorKind, at: usize) -> Finding {
    let source = junk.of(text);
    let first_line = source.lines().next().unwrap_or_default();
    if let Some(finding) = indentation(above, junk, first_line) {
        return finding;
    }
    let place = |at: usize| {
        let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        Span::new(at, at + length)
    };
    if first_line.starts_with('#') {
        return Finding::new(
            &SYNTAX,
            place(junk.start),
            "a comment needs a blank behind its `#`: write `# text`",
        );
    }
    let Some(id) = entry_id(first_line) else { return no_entry(junk, first_line) };
    let head = Span::new(junk.start, junk.start + id.len());
    if matches!(kind, ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. }) {
        return no_value(text, junk, head, id);
    }
    let brace =
        || Span::new(junk.start, at).of(text).rfind('{').map_or(place(at), |found| place(junk.start + found));
    let (span, message) = match kind {
        ErrorKind::UnbalancedClosingBrace => {
            let edits = vec![Edit { span: place(at), text: "{\"}\"}".to_owned() }];
            let message = format!("this `}}` closes nothing: remove it; {BRACES}");
            return Finding::new(&SYNTAX, place(at), message).fix(Fix { safe: false, edits });
        }
        ErrorKind::UnterminatedStringLiteral | ErrorKind::ExpectedToken('"') => {
            (brace(), "the quote opened in these braces is not closed on its line: write `\"` at its end".to_owned())
        }
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => (
            place(at),
            "between quotes a `\\` begins one of \\\\ \\\" \\uXXXX \\UXXXXXX: write `\\\\` for the sign itself"
                .to_owned(),
        ),
        ErrorKind::MissingDefaultVariant => {
            (place(at), "one variant must be the default: write `*` before its `[`".to_owned())
        }
        ErrorKind::MultipleDefaultVariants => {
            (place(at), "only one variant can be the default: take the `*` away before this `[`".to_owned())
        }
        ErrorKind::MissingValue => (place(at), "a text is missing behind this: write it, or {\"\"} for none".to_owned()),
        ErrorKind::ForbiddenCallee => {
            (brace(), "the name of a function is written in capitals: write `NUMBER(…)`".to_owned())
        }
        ErrorKind::PositionalArgumentFollowsNamed => {
            (place(at), "arguments with a name come last: move this one before them".to_owned())
        }
        ErrorKind::DuplicatedNamedArgument(name) => {
            (place(at), format!("the argument `{name}` is given twice: remove one"))
        }
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::ExpectedSimpleExpressionAsSelector => (
            brace(),
            "a selection is made by a variable, a function, a number, a quoted text or the attribute of a term: \
             write one of them before `->`"
                .to_owned(),
        ),
        ErrorKind::TermAttributeAsPlaceable => {
            (brace(), "the attribute of a term has no text of its own: use it before `->` only".to_owned())
        }
        ErrorKind::ExpectedLiteral => {
            (place(at), "an argument with a name takes a number or a quoted text: write one".to_owned())
        }
        _ => (brace(), format!("this `{{` is not closed, or holds what Fluent does not know: write `}}`; {BRACES}")),
    };
    Finding::new(&SYNTAX, span, message).unit(id)
}

/// Lines that were meant to belong to the entry above, but are not indented by spaces.
fn indentation(above: Option<&Entry>, junk: Span, line: &str) -> Option<Finding> {
    let below_message = matches!(above, Some(Entry::Message(_) | Entry::Junk(_)));
    let first = line.chars().next()?;
    let blank = first.is_whitespace() && first != ' ';
    let place = Span::new(junk.start, junk.start + first.len_utf8());
    if blank {
        let name = match first {
            '\t' => "a tab".to_owned(),
            '\u{3000}' => "a full-width space (U+3000)".to_owned(),
            _ => format!("U+{:04X}", u32::from(first)),
        };
        let indented =
            if first == '\t' { write::INDENT.to_owned() } else { format!("{}{first}", write::INDENT) };
        let message = format!("this line begins with {name}, which is no indentation: put four spaces there");
        let edits = vec![Edit { span: place, text: indented }];
        return Some(Finding::new(&SYNTAX, place, message).fix(Fix { safe: false, edits }));
    }
    let trimmed = line.trim_start_matches(' ');
    if first == ' ' && trimmed.starts_with('.') {
        let message = "this attribute cannot be read: write `.name = text`, both on one line";
        return Some(Finding::new(&SYNTAX, junk, message));
    }
    if first == ' ' && trimmed.starts_with(['[', '*']) {
        let at = junk.start + line.len() - trimmed.len();
        let mark = trimmed.get(..1).unwrap_or_default();
        let message = format!("a line of text cannot begin with `{mark}`: write {{\"{mark}\"}}");
        let span = Span::new(at, at + 1);
        let edits = vec![Edit { span, text: format!("{{\"{mark}\"}}") }];
        return Some(Finding::new(&SYNTAX, span, message).fix(Fix { safe: false, edits }));
    }
    if below_message && first != '#' && entry_id(line).is_none() && !line.contains('=') {
        let message =
            "this line is not indented, so it does not belong to the text above: put four spaces before it";
        let edits = vec![Edit { span: Span::empty(junk.start), text: write::INDENT.to_owned() }];
        return Some(Finding::new(&SYNTAX, place, message).fix(Fix { safe: false, edits }));
    }
    None
}

/// A line that begins no entry.
fn no_entry(junk: Span, line: &str) -> Finding {
    let span = Span::new(junk.start, junk.start + line.len());
    let message = match line.split_once('=') {
        Some((name, _)) => format!(
            "`{}` cannot be an id: write letters A–Z, digits, `-` and `_` only, a letter first",
            name.trim_end()
        ),
        None => "there is no `=` in this line: write `id = text`, or `# text` for a comment".to_owned(),
    };
    Finding::new(&SYNTAX, span, message)
}

/// An entry without a text, with something below it that was perhaps meant to be one.
fn no_value(text: &str, junk: Span, head: Span, id: &str) -> Finding {
    let below = Span::new(head.end, junk.end).of(text).trim_start_matches([' ', '=', '\r', '\n']);
    let span = Span::new(junk.end - below.len(), junk.end);
    let message = if below.starts_with('.') {
        format!("`{id}` needs a text before its attributes: write it behind the `=`")
    } else {
        format!("the text of `{id}` is not indented: put four spaces before each of its lines")
    };
    Finding::new(&SYNTAX, if below.is_empty() { head } else { span }, message).unit(id)
}

#[cfg(test)]
mod tests {
    use crate::fluent::Resource;

    /// The bytes that the only finding is about, and a piece of what it says.
    fn check(text: &str, place: &str, says: &str) {
        let (_, findings) = Resource::parse(text);
        let found: Vec<_> = findings.iter().map(|f| (f.place.span.of(text), f.message.as_str())).collect();
        let [(bytes, message)] = found.as_slice() else { panic!("{found:?} for {text:?}") };
        assert_eq!(*bytes, place, "{message:?} for {text:?}");
        assert!(message.contains(says), "{message:?} for {text:?}");
    }

    #[test]
    fn lines_that_are_not_indented() {
        check("a = b\n\tc\n", "\t", "a tab");
        check("a = b\n\u{3000}c\n", "\u{3000}", "U+3000");
        check("a = b\n\u{A0}c\n", "\u{A0}", "U+00A0");
        check("a = b\n日本語\n", "日", "not indented");
        check("a = b\nc d\n", "c", "not indented");
        check("a =\n日本語\n", "日本語", "not indented");
        check("a = b\n    [c]\n", "[", "{\"[\"}");
    }

    #[test]
    fn braces() {
        check("a = b { c\nd = e\n", "{", "{\"{\"}");
        check("a = b { c", "{", "{\"{\"}");
        check("a = b } c", "}", "{\"}\"}");
        check("a = {}", "{", "{\"{\"}");
        check("a = { \"b }\n", "{", "quote");
        check("a = { \"\\x\" }\n", "\\", "\\\\");
        check("a = { b(1) }\n", "{", "capitals");
        check("a = { b -> *[c] d }\n", "{", "variable");
        check("a = { -b.c }\n", "{", "attribute of a term");
    }

    #[test]
    fn entries() {
        check("a b = c\n", "a b = c", "`a b` cannot be an id");
        check("細胞 = c\n", "細胞 = c", "cannot be an id");
        check("a\n", "a", "no `=`");
        check("#a\n", "#", "blank");
        check("-a =\n    .b = c\n", ".b = c", "before its attributes");
        check("a = b\n    .c =\n", "    .c =", "`.name = text`");
        check("a = b\na = c\n", "a", "before");
        check("a = b\n .c = d\n .c = e\n", ".c = e", "before");
        check("a = b\rc\n", "\r", "LF or CRLF");
    }

    #[test]
    fn selections() {
        check("a = { $b ->\n    [c] d\n}\n", "}", "default");
        check("a = { $b ->\n   *[c] d\n   *[e] f\n}\n", "[", "only one");
    }

    #[test]
    fn an_emptied_message_is_no_junk() {
        for text in ["a =", "a =\n", "# c\r\na =   \r\n\r\nb = c", "-a =\n"] {
            let (resource, findings) = Resource::parse(text);
            assert!(findings.is_empty(), "{findings:?} for {text:?}");
            let message = resource.messages().next().unwrap();
            assert!(message.is_emptied());
            assert_eq!(message.comment.is_some(), text.starts_with('#'));
        }
    }

    #[test]
    fn a_broken_line_that_ends_in_an_equals_sign_is_not_emptied() {
        for text in ["a = { b =", "a =}c =\n", "-a={=  \n"] {
            let (resource, findings) = Resource::parse(text);
            assert_eq!(resource.messages().count(), 0, "for {text:?}");
            assert_eq!(findings.len(), 1, "for {text:?}");
        }
    }

    #[test]
    fn a_broken_entry_takes_no_other_with_it() {
        let (resource, findings) = Resource::parse("# x\na = {\nb = c\n# y\nd = { $n ->\n# z\ne = f\n");
        assert_eq!(resource.messages().map(|m| m.id.as_str()).collect::<Vec<_>>(), ["b", "e"]);
        assert_eq!(findings.len(), 2);
    }
}
