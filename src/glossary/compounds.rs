//! Terms as parts of words that are written solid: Überstand in Zellkulturüberstands, Stammzelle in
//! Stammzelltherapie.

use std::collections::HashMap;

use crate::glossary::capitals::Capitals;
use crate::glossary::inflect::Language;
use crate::glossary::pattern::Pattern;
use crate::glossary::phrases::Place;
use crate::glossary::words::words;
use crate::text::FoldMap;

/// Shorter terms are found as whole words only: short words turn up in others by chance (Gen in Gentamicin), and a
/// compound of a common word (Zeit, Staat) is another thing.
const SHORTEST_PART: usize = 8;
/// The rest of a compound is a word, no ending.
const SHORTEST_REST: usize = 4;
/// What may stand between the parts of a German compound.
const LINKS: &[&str] = &["", "s", "es", "n", "en", "er", "e"];

/// The one-word terms of a language that writes compounds solid, by the shapes they take in them.
#[derive(Debug, Default)]
pub(crate) struct Compounds {
    /// As a first part, links included.
    firsts: HashMap<String, Vec<usize>>,
    /// As a last part.
    lasts: HashMap<String, Vec<usize>>,
}

impl Compounds {
    pub(crate) fn new(patterns: &[Pattern], language: Language) -> Self {
        let mut compounds = Self::default();
        if language != Language::German {
            return compounds;
        }
        let single =
            |pattern: &&Pattern| pattern.is_of_words() && pattern.words.len() == 1 && !pattern.listed;
        for (index, pattern) in patterns.iter().enumerate().filter(|(_, pattern)| single(pattern)) {
            let word = pattern.map.text();
            if pattern.chars().len() < SHORTEST_PART || pattern.capitals == Capitals::Same {
                continue;
            }
            for form in pattern.forms_of(0, language) {
                compounds.lasts.entry(form).or_default().push(index);
            }
            for stem in [Some(word), word.strip_suffix('e'), word.strip_suffix("en")].into_iter().flatten() {
                for link in LINKS {
                    compounds.firsts.entry(format!("{stem}{link}")).or_default().push(index);
                }
            }
        }
        compounds
    }

    /// Adds the places of terms that are parts of words.
    pub(crate) fn find(&self, map: &FoldMap, places: &mut Vec<Place>) {
        if self.lasts.is_empty() {
            return;
        }
        for word in words(map.chars()) {
            // A noun begins with a capital.
            let noun = map.chars().get(word.first).is_some_and(|c| c.upper);
            if !noun || word.end - word.first < SHORTEST_PART + SHORTEST_REST {
                continue;
            }
            for cut in word.first + SHORTEST_REST..=word.end - SHORTEST_REST {
                let firsts = self.firsts.get(map.slice(word.first, cut));
                let lasts = self.lasts.get(map.slice(cut, word.end));
                places.extend(place(firsts, word.first, cut));
                places.extend(place(lasts, cut, word.end));
            }
        }
    }
}

fn place(patterns: Option<&Vec<usize>>, first: usize, end: usize) -> impl Iterator<Item = Place> {
    patterns.into_iter().flatten().map(move |pattern| Place { pattern: *pattern, first, end, part: true })
}
