//! A text as its reader sees it, character by character, with the place of each.

use super::reading::OPAQUE;
use crate::text::{Span, addresses, visible};

/// The visible characters of a text. Marks and footnotes are left out; code and addresses are [`OPAQUE`], since their
/// signs are none of the language's.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    characters: Vec<(usize, char)>,
}

impl Seen {
    pub(super) fn new(text: &str) -> Self {
        let plain = !text.contains(['*', '_', '`', '[', '<', '~', '{', '@', ':', 'w', 'd']);
        if plain {
            return Self { characters: text.char_indices().collect() };
        }
        let mut characters = Vec::new();
        let mut from = 0;
        for code in code_spans(text) {
            push_visible(&mut characters, text, from, code.start);
            characters.push((code.start, OPAQUE));
            from = code.end;
        }
        push_visible(&mut characters, text, from, text.len());
        for address in addresses(text) {
            let inside = characters.iter_mut().filter(|(at, _)| (address.start..address.end).contains(at));
            inside.for_each(|(_, c)| *c = OPAQUE);
        }
        if text.contains("[^") {
            without_footnotes(text, &mut characters);
        }
        Self { characters }
    }

    pub(super) fn len(&self) -> usize {
        self.characters.len()
    }

    /// The character at a place in the row; a blank outside of the text.
    pub(super) fn at(&self, place: usize) -> char {
        self.characters.get(place).map_or(' ', |(_, c)| *c)
    }

    /// The character before a place; a blank at the beginning.
    pub(super) fn before(&self, place: usize) -> char {
        place.checked_sub(1).map_or(' ', |place| self.at(place))
    }

    /// The bytes from one place up to, not including, another one.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.characters.get(from).map_or(0, |(at, _)| *at);
        let last = to.checked_sub(1).and_then(|last| self.characters.get(last));
        Span::new(start, last.map_or(start, |(at, c)| at + if *c == OPAQUE { 1 } else { c.len_utf8() }))
    }

    /// The characters in order.
    pub(super) fn chars(&self) -> impl DoubleEndedIterator<Item = char> + '_ {
        self.characters.iter().map(|(_, c)| *c)
    }

    pub(super) fn contains(&self, piece: &str) -> bool {
        let wanted: Vec<char> = piece.chars().collect();
        self.characters.windows(wanted.len()).any(|window| window.iter().map(|(_, c)| c).eq(&wanted))
    }
}

fn push_visible(characters: &mut Vec<(usize, char)>, text: &str, from: usize, to: usize) {
    let part = text.get(from..to).unwrap_or_default();
    characters.extend(visible(part).into_iter().map(|(at, c)| (from + at, c)));
}

/// The code spans of a text with their marks: as many backticks behind as before (`CommonMark` 6.1).
fn code_spans(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (at, _) in text.match_indices('`') {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end += 1,
            None => runs.push(Span::new(at, at + 1)),
        }
    }
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(open) = runs.get(at) {
        if let Some(beyond) = runs.iter().skip(at + 1).position(|close| close.len() == open.len()) {
            at += 1 + beyond;
            spans.push(Span::new(open.start, runs[at].end));
        }
        at += 1;
    }
    spans
}

fn without_footnotes(text: &str, characters: &mut Vec<(usize, char)>) {
    for (start, _) in text.match_indices("[^") {
        let rest = text.get(start..).unwrap_or_default();
        let Some(end) = rest.find(']').map(|length| start + length) else { return };
        characters.retain(|(at, _)| !(start..=end).contains(at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_readers_see() {
        let check = |text: &str, expected: &str| {
            assert_eq!(Seen::new(text).chars().collect::<String>(), expected, "{text}");
        };
        check("**a**、`<b c>` は[^1]。", "a、\u{FFFC} は。");
        check("[`f`](/x)と``a ` b``", "\u{FFFC}と\u{FFFC}");
        check("<kbd>a</kbd> ` b", "a  b");
        check("plain, text.", "plain, text.");
    }

    #[test]
    fn places_are_bytes_of_the_text() {
        let text = "**é** b";
        assert_eq!(Seen::new(text).span(0, 3).of(text), "é** b");
    }
}
