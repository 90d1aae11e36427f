//! Words of folded text in scripts that put spaces between them, and the signs between those words.

use crate::text::{FoldMap, FoldedChar, is_cjk};

/// A word: the indices of its first character and of the one after its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) first: usize,
    pub(crate) end: usize,
}

/// Whether a character is Hangul (syllables; folding composes the letters).
pub(crate) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}' | '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}')
}

/// Whether a character belongs to a word of a script with spaces, Hangul aside.
pub(crate) fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    c.is_alphanumeric() && !is_cjk(c) && !is_hangul(c) || is_mark(c)
}

/// Marks that no letter took in: `x̄`.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// The words of a text: runs of letters and digits. `VEGF-A` and `cell's` are two words each.
pub(crate) fn words(chars: &[FoldedChar]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut first = None;
    for (at, folded) in chars.iter().enumerate() {
        match (is_letter(folded.c), first) {
            (true, None) => first = Some(at),
            (false, Some(start)) => {
                words.push(Word { first: start, end: at });
                first = None;
            }
            _ => {}
        }
    }
    words.extend(first.map(|first| Word { first, end: chars.len() }));
    words
}

/// The signs between words that must be the same in a term and in a text, with a blank for every word but the first;
/// blanks, hyphens and apostrophes in the text need not be the same.
pub(crate) fn signs_between<'t>(map: &'t FoldMap, words: &'t [Word]) -> impl Iterator<Item = char> + 't {
    words.windows(2).flat_map(|pair| {
        let between = match pair {
            [before, after] => map.slice(before.end, after.first),
            _ => "",
        };
        let signs = between.chars().filter(|c| !matches!(c, ' ' | '-' | '\''));
        std::iter::once(' ').chain(signs)
    })
}
