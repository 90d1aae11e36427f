//! Many pieces of text looked for at once.

use std::collections::BTreeMap;

use daachorse::CharwiseDoubleArrayAhoCorasick;

/// Pieces of text that are found in one pass, however many they are.
#[derive(Default)]
pub(crate) struct Pieces {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
}

impl Pieces {
    /// Of pieces that stand twice, the first counts.
    pub(crate) fn new<'p>(pieces: impl IntoIterator<Item = &'p str>) -> Self {
        let mut places: BTreeMap<&str, u32> = BTreeMap::new();
        for (piece, place) in pieces.into_iter().zip(0..) {
            places.entry(piece).or_insert(place);
        }
        Self { automaton: CharwiseDoubleArrayAhoCorasick::with_values(places).ok() }
    }

    /// Whether a text holds any of them.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        self.automaton.as_ref().is_some_and(|automaton| automaton.find_iter(text).next().is_some())
    }

    /// Every occurrence in a text: the place of the piece among the pieces, and where it begins.
    pub(crate) fn find(&self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        let found = self.automaton.iter().flat_map(move |automaton| automaton.find_overlapping_iter(text));
        found.filter_map(|found| Some((usize::try_from(found.value()).ok()?, found.start())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_occurrence_is_found_whatever_it_lies_in() {
        let pieces = Pieces::new(["half", "half a day", "day", "半日", "day"]);
        let find = |text: &str| {
            let mut found: Vec<_> = pieces.find(text).collect();
            found.sort_unstable();
            found
        };
        assert_eq!(find("half a day, 半日, day"), [(0, 0), (1, 0), (2, 7), (2, 20), (3, 12)]);
        assert_eq!((find("hal"), pieces.are_in("hal"), pieces.are_in("behalf")), (vec![], false, true));
        assert!(!Pieces::new([]).are_in("anything"));
    }
}
