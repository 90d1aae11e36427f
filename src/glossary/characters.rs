//! The index of terms that are found by their characters: those of scripts without spaces, and those that begin or
//! end with a sign.

use daachorse::CharwiseDoubleArrayAhoCorasick;
use rustc_hash::FxHashMap;

use crate::glossary::lists::{Lists, number};
use crate::glossary::pattern::Pattern;
use crate::glossary::phrases::Place;
use crate::text::FoldMap;

/// An automaton over the folded texts of the patterns.
#[derive(Default)]
pub(crate) struct Characters {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// The automaton's values → patterns with the same folded text.
    patterns: Lists,
}

impl Characters {
    pub(crate) fn new(patterns: &[Pattern]) -> Self {
        let mut texts: Vec<(&str, u32)> = Vec::new();
        let mut pairs = Vec::new();
        let mut known: FxHashMap<&str, u32> = FxHashMap::default();
        for (index, pattern) in patterns.iter().enumerate().filter(|(_, pattern)| !pattern.of_words) {
            let value = *known.entry(&pattern.text).or_insert_with(|| {
                let value = number(texts.len());
                texts.push((&pattern.text, value));
                value
            });
            pairs.push((value, number(index)));
        }
        // Without a pattern there is no automaton; it could not hold more than four thousand million characters.
        let automaton = CharwiseDoubleArrayAhoCorasick::with_values(texts).ok();
        Self { automaton, patterns: Lists::new(pairs) }
    }

    /// Every place of every pattern, by edges and capitals not yet sifted.
    pub(crate) fn find(&self, map: &FoldMap, places: &mut Vec<Place>) {
        let Some(automaton) = &self.automaton else { return };
        // What is found comes in the order of its end.
        let mut end = 0;
        for found in automaton.find_overlapping_iter(map.text()) {
            end = map.index_from(end, found.end());
            let first = map.index_before(end, found.start());
            places.extend(self.patterns.of(found.value()).iter().map(|pattern| Place {
                pattern: *pattern as usize,
                first,
                end,
                part: false,
            }));
        }
    }
}
