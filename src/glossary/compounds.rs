//! Terms as parts of words that are written solid: Überstand in Zellkulturüberstands, Stammzelle in
//! Stammzelltherapie.

use rustc_hash::FxHashMap;

use crate::glossary::capitals::Capitals;
use crate::glossary::inflect::Language;
use crate::glossary::pattern::Form;
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
    firsts: FxHashMap<Box<str>, Vec<usize>>,
    /// As a last part.
    lasts: FxHashMap<Box<str>, Vec<usize>>,
    /// How many characters the longest part has.
    longest: usize,
}

impl Compounds {
    /// Adds a pattern that is found by its words, where it can be a part of one.
    pub(crate) fn add(&mut self, pattern: usize, form: &Form, language: Language) {
        let chars = form.map.chars().len();
        let may_be_part = language == Language::German
            && form.words.len() == 1
            && chars >= SHORTEST_PART
            && !form.pattern.listed
            && !matches!(form.pattern.capitals, Capitals::Same(_));
        if !may_be_part {
            return;
        }
        let (word, inflection) = form.word(0);
        for form in inflection.forms(word, language) {
            self.longest = self.longest.max(form.chars().count());
            self.lasts.entry(form.into()).or_default().push(pattern);
        }
        for stem in [Some(word), word.strip_suffix('e'), word.strip_suffix("en")].into_iter().flatten() {
            for link in LINKS {
                let part = format!("{stem}{link}");
                self.longest = self.longest.max(part.chars().count());
                self.firsts.entry(part.into()).or_default().push(pattern);
            }
        }
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
            let cuts = word.first + SHORTEST_REST..=word.end - SHORTEST_REST;
            for cut in cuts.clone().take_while(|cut| cut - word.first <= self.longest) {
                places.extend(place(self.firsts.get(map.slice(word.first, cut)), word.first, cut));
            }
            for cut in cuts.rev().take_while(|cut| word.end - cut <= self.longest) {
                places.extend(place(self.lasts.get(map.slice(cut, word.end)), cut, word.end));
            }
        }
    }
}

fn place(patterns: Option<&Vec<usize>>, first: usize, end: usize) -> impl Iterator<Item = Place> {
    patterns.into_iter().flatten().map(move |pattern| Place { pattern: *pattern, first, end, part: true })
}
