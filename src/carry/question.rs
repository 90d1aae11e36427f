//! A statement that became a question, or the other way round.

use crate::carry::grams::{Grams, likeness};
use crate::text::is_cjk;

/// Sentences at least so much alike are one sentence, asked and told; others are new ones.
const ALIKE: f64 = 0.6;

/// What a change of marks did to the questions of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// As many questions as before.
    Same,
    /// More or fewer, in sentences that were written anew.
    Differently,
    /// A sentence that was told is asked, or the other way round.
    Turned,
}

/// Compares the questions of two texts.
pub(super) fn asked(old: &str, new: &str) -> Asked {
    let (old, new) = (sentences(old), sentences(new));
    let questions = |all: &[(&str, bool)]| all.iter().filter(|(_, asks)| *asks).count();
    let mut pairs = old.iter().zip(&new).filter(|(a, b)| a.1 != b.1);
    let grams = |text: &str| Grams::new(text.chars().flat_map(char::to_lowercase).collect());
    let alike = |a: &str, b: &str| likeness(&grams(a), &grams(b)).ratio >= ALIKE;
    if old.len() == new.len() && pairs.any(|(a, b)| alike(a.0, b.0)) {
        return Asked::Turned;
    }
    if questions(&old) == questions(&new) { Asked::Same } else { Asked::Differently }
}

/// The sentences of a text, cut at their marks only, and whether each asks.
fn sentences(text: &str) -> Vec<(&str, bool)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        // A stop within a number or a name ends nothing.
        let ends = matches!(c, '。' | '!' | '?' | '؟')
            || c == '.' && next.is_none_or(|next| next == ' ' || is_cjk(next));
        if ends || next.is_none() {
            let end = at + c.len_utf8();
            let sentence = text.get(start..if ends { at } else { end }).unwrap_or_default().trim();
            if sentence.chars().any(char::is_alphanumeric) {
                found.push((sentence, matches!(c, '?' | '؟') || asks(sentence)));
            } else if let Some(last) = found.last_mut().filter(|_| c == '?') {
                last.1 = true;
            }
            start = end;
        }
    }
    found
}

/// The ending that asks without a mark: `ですか。`, `でしょうか。`
fn asks(sentence: &str) -> bool {
    ["ですか", "ますか", "ませんか", "でしょうか", "ましょうか", "のか", "ましたか", "でしたか"]
        .iter()
        .any(|ending| sentence.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_become_questions() {
        let check = |old: &str, new: &str, expected: Asked| {
            for (old, new) in [(old, new), (new, old)] {
                assert_eq!(asked(old, new), expected, "{old} → {new}");
            }
        };
        check("安全です。", "安全ですか?", Asked::Turned);
        check("使えます。安全です。", "使えます。安全ですか。", Asked::Turned);
        check("X is safe.", "Is X safe?", Asked::Turned);
        check("It is safe.", "It is safe?", Asked::Turned);
        check("1.5 mg is safe", "1.5 mg is safe?", Asked::Turned);
        check("安全ですか。", "安全ですか?", Asked::Same);
        check("安全ですか?", "安全ですか?!", Asked::Same);
        check("Is it safe?", "Is it really safe?", Asked::Same);
        check("What is a vesicle?", "Membranes bud off.", Asked::Differently);
        check("It is safe.", "It is safe. Why is that?", Asked::Differently);
    }
}
