//! Characters that break a file or a text without being seen.

use crate::finding::{Finding, rule};
use crate::fluent::entry::{Entry, Message};
use crate::fluent::pattern::{Element, Expression, Inline, Pattern, Placeable};
use crate::fluent::resource::Resource;
use crate::text::Span;

rule! {
    /// A Fluent file begins with a byte order mark.
    ///
    /// Why: Fluent's parsers for Rust and JavaScript lose the first message of such a file.
    ///
    /// Example: a file that was saved as "UTF-8 with BOM".
    ///
    /// Fix: save the file as UTF-8 without a byte order mark.
    pub(super) const BYTE_ORDER_MARK: "byte-order-mark", Note;
}

rule! {
    /// A text contains a control character.
    ///
    /// Why: nobody sees it, and web pages and XML refuse it. It comes from copying out of a PDF or a terminal.
    ///
    /// Example: U+0008 (a backspace) in the middle of a word.
    ///
    /// Fix: delete it. One that is meant is written so that people see it: `{"\u0008"}`.
    pub(super) const CONTROL_CHARACTER: "control-character", Note;
}

rule! {
    /// A text contains U+FFFD, which stands where a character could not be read.
    ///
    /// Why: a letter, a unit or a sign such as µ or ≥ was lost on the way, and nobody can tell which.
    ///
    /// Example: `10 �g` where the author wrote `10 µg`.
    ///
    /// Fix: look at where the text came from, and type the lost character.
    pub(super) const REPLACEMENT_CHARACTER: "replacement-character", Warning;
}

rule! {
    /// A mark that sets the direction of writing is opened and not closed, or closed and not opened.
    ///
    /// Why: whatever follows on the page may be shown in the wrong order: `(10 ng/mL)` becomes `(ng/mL 10)`.
    ///
    /// Example: U+2067 (right-to-left isolate) without U+2069 behind it.
    ///
    /// Fix: put the mark that the message names where the run ends, or delete both.
    pub(super) const UNPAIRED_BIDI: "unpaired-bidi", Note;
}

/// Looks at every byte once; only what is odd is looked at closely.
pub(super) fn check(resource: &Resource) -> Vec<Finding> {
    let text = resource.text();
    let mut findings = Vec::new();
    if text.starts_with('\u{FEFF}') {
        let what = "this file begins with a byte order mark, and Fluent for Rust and JavaScript loses its first message: save \
                    it as UTF-8 without one";
        findings.push(Finding::new(&BYTE_ORDER_MARK, Span::new(0, '\u{FEFF}'.len_utf8()), what));
    }
    let mut has_direction = text.contains("\\u20");
    for (at, byte) in text.bytes().enumerate() {
        if !IS_SUSPECT[usize::from(byte)] {
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        has_direction |= closing(c).is_some() || is_closing(c);
        let span = Span::new(at, at + c.len_utf8());
        let (rule, message) = match c {
            '\u{FFFD}' => (
                &REPLACEMENT_CHARACTER,
                "a character was lost here: look at where the text came from and type it".to_owned(),
            ),
            c if c.is_control() => {
                let code = u32::from(c);
                let what = format!(
                    "a control character stands here (U+{code:04X}): delete it, or write {{\"\\u{code:04X}\"}}"
                );
                (&CONTROL_CHARACTER, what)
            }
            _ => continue,
        };
        if let Some(message_here) = message_at(resource, at) {
            findings.push(Finding::new(rule, span, message).unit(&message_here.id));
        }
    }
    if has_direction {
        for message in resource.messages() {
            let values =
                message.value.iter().chain(message.attributes.iter().map(|attribute| &attribute.value));
            values.for_each(|value| pairs(value, text, &message.id, &mut findings));
        }
    }
    findings
}

/// The bytes that control characters, U+FFFD and marks of direction begin with. Line ends and tabs are the parser's.
const IS_SUSPECT: [bool; 256] = {
    let mut suspect = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        suspect[byte] = !matches!(byte, 0x09 | 0x0A | 0x0D);
        byte += 1;
    }
    suspect[0x7F] = true;
    suspect[0xC2] = true;
    suspect[0xE2] = true;
    suspect[0xEF] = true;
    suspect
};

/// The message whose text holds a byte; comments are nobody's text.
fn message_at(resource: &Resource, at: usize) -> Option<&Message> {
    let behind = resource.entries().partition_point(|entry| entry.span().end <= at);
    let message = resource.entries().get(behind).and_then(Entry::message)?;
    (message.id_span.start <= at).then_some(message)
}

/// What closes a mark of direction (Unicode UAX #9).
fn closing(c: char) -> Option<char> {
    match c {
        '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => Some('\u{202C}'),
        '\u{2066}'..='\u{2068}' => Some('\u{2069}'),
        _ => None,
    }
}

fn is_closing(c: char) -> bool {
    matches!(c, '\u{202C}' | '\u{2069}')
}

/// Every variant is held to its own pairs: only one of them is shown.
fn pairs(pattern: &Pattern, text: &str, id: &str, findings: &mut Vec<Finding>) {
    let mut open: Vec<(Span, char, char)> = Vec::new();
    let mut odd: Vec<(Span, String)> = Vec::new();
    let mut meet = |span: Span, c: char| {
        if let Some(close) = closing(c) {
            open.push((span, c, close));
        } else if is_closing(c) {
            match open.iter().rposition(|(_, _, close)| *close == c) {
                Some(at) => {
                    open.remove(at);
                }
                None => odd.push((span, format!("U+{:04X} closes nothing here: delete it", u32::from(c)))),
            }
        }
    };
    for element in &pattern.elements {
        match element {
            Element::Text(span) => {
                for (at, c) in span.of(text).char_indices() {
                    meet(Span::new(span.start + at, span.start + at + c.len_utf8()), c);
                }
            }
            Element::Placeable(Placeable { span, expression: Expression::Inline(Inline::Literal(_)) }) => {
                let literal = Pattern { span: *span, elements: vec![element.clone()] };
                let value = literal.static_text(text).unwrap_or_default();
                value.chars().for_each(|c| meet(*span, c));
            }
            Element::Placeable(Placeable { expression: Expression::Select { variants, .. }, .. }) => {
                variants.iter().for_each(|variant| pairs(&variant.value, text, id, findings));
            }
            Element::Placeable(_) => {}
        }
    }
    let unclosed = open.into_iter().map(|(span, c, close)| {
        let what = format!(
            "U+{:04X} is not closed: put U+{:04X} where the run ends, or delete it",
            u32::from(c),
            u32::from(close)
        );
        (span, what)
    });
    let all = odd.into_iter().chain(unclosed);
    findings.extend(all.map(|(span, what)| Finding::new(&UNPAIRED_BIDI, span, what).unit(id)));
}

#[cfg(test)]
mod tests {
    use crate::fluent::lint::tests::found;

    #[test]
    fn what_nobody_sees() {
        for (text, expected) in [
            ("\u{FEFF}a = b\n", &[("byte-order-mark", "\u{FEFF}")][..]),
            ("a = b\u{8}c\n", &[("control-character", "\u{8}")]),
            ("a = b\u{85}c\u{7F}\n", &[("control-character", "\u{85}"), ("control-character", "\u{7F}")]),
            ("a = 10 \u{FFFD}g\n", &[("replacement-character", "\u{FFFD}")]),
            ("# \u{8} \u{FFFD}\na = {\"\\u0008\"}\tb – ÷ 。（）\n", &[]),
            ("a = \u{2067}b\n", &[("unpaired-bidi", "\u{2067}")]),
            ("a = b\u{2069}\n", &[("unpaired-bidi", "\u{2069}")]),
            ("a = {\"\\u2067\"}b\n", &[("unpaired-bidi", "{\"\\u2067\"}")]),
            ("a = \u{2067}b{\"\\u2069\"} \u{202B}c\u{202C} \u{2068}{ $x }\u{2069}\n", &[]),
            ("a = \u{202B}b\u{2069}\n", &[("unpaired-bidi", "\u{2069}"), ("unpaired-bidi", "\u{202B}")]),
            (
                "a = { $x ->\n    [b] \u{2067}c\n   *[d] e\u{2069}\n}\n",
                &[("unpaired-bidi", "\u{2067}"), ("unpaired-bidi", "\u{2069}")],
            ),
        ] {
            assert_eq!(found("en", text), expected, "{text:?}");
        }
    }
}
