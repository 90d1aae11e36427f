//! `invisible-character`: what nobody sees and programs stumble over.

use crate::check::unit::Unit;
use crate::finding::{Edit, Finding, Fix, rule};
use crate::text::Span;

rule! {
    /// A translation has a character that nobody sees: a zero-width space or a byte order mark.
    ///
    /// Why: a word with one in it is not found, neither by readers nor by the glossary, and it breaks over two lines in
    /// odd places. It comes from copying text out of a web page or a word processor.
    ///
    /// Example: `exo` and `some` with a zero-width space (U+200B) between them.
    ///
    /// Fix: `yakugo check --fix` deletes it. One that is meant is written so that people see it: `{"\u200B"}`.
    pub const INVISIBLE_CHARACTER: "invisible-character", Note;
}

/// Languages that are written without spaces and whose words are divided by U+200B on purpose.
const DIVIDED_BY_ZERO_WIDTH_SPACES: [&str; 4] = ["km", "lo", "my", "th"];

pub(super) fn check(unit: &Unit<'_>) -> Vec<Finding> {
    let Some(written) = unit.written() else { return Vec::new() };
    let text = written.of(unit.file);
    text.char_indices()
        .filter_map(|(at, c)| {
            Some((Span::new(at, at + c.len_utf8()).shifted(written.start), name(c, unit.locale())?))
        })
        .map(|(span, name)| {
            let message = format!("an invisible character stands here ({name}): delete it");
            let edits = vec![Edit { span, text: String::new() }];
            unit.finding_in_file(&INVISIBLE_CHARACTER, Some(span), message).fix(Fix { safe: true, edits })
        })
        .collect()
}

/// What the character is called, where it has no business in a text of this locale.
fn name(c: char, locale: &str) -> Option<&'static str> {
    let language = locale.split('-').next().unwrap_or_default();
    match c {
        '\u{200B}' if !DIVIDED_BY_ZERO_WIDTH_SPACES.contains(&language) => Some("U+200B, a zero-width space"),
        '\u{FEFF}' => Some("U+FEFF, a byte order mark"),
        _ => None,
    }
}
