//! Finding terms in a text.

use std::collections::HashMap;

use daachorse::CharwiseDoubleArrayAhoCorasick;

use crate::glossary::compounds::Compounds;
use crate::glossary::edges::are_edges;
use crate::glossary::han::Words;
use crate::glossary::inflect::Language;
use crate::glossary::mask::gaps;
use crate::glossary::model::{Glossary, Term};
use crate::glossary::overlap;
use crate::glossary::pattern::Pattern;
use crate::glossary::phrases::{Phrases, Place};
use crate::text::{FoldMap, Span};

/// How a hit shows its term. The order is the order of trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// As it stands in the glossary, up to folding.
    Exact,
    /// A form that the glossary lists.
    Listed,
    /// A form that follows from the grammar.
    Inflected,
    /// A part of a longer word.
    Part,
}

/// A place in a text where a term stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'g> {
    /// Bytes of the text that was searched.
    pub span: Span,
    /// The term, with its concept and status.
    pub term: &'g Term,
    /// How it stands there.
    pub grade: Grade,
}

/// The terms of one locale, ready to be found.
pub struct Matcher<'g> {
    terms: Vec<&'g Term>,
    patterns: Vec<Pattern>,
    phrases: Phrases,
    compounds: Compounds,
    /// Patterns found by their characters; its values are indices of `groups`.
    characters: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// Patterns with the same folded text.
    groups: Vec<Vec<usize>>,
    han: Option<&'static Words>,
}

impl<'g> Matcher<'g> {
    /// Indexes the terms of a locale, of every status: what is forbidden must be found, too, and a draft shields the
    /// words in it.
    pub fn new(glossary: &'g Glossary, locale: &str) -> Self {
        let language = Language::of(locale);
        let terms: Vec<&Term> = glossary.in_locale(locale).collect();
        let mut patterns = Vec::new();
        for (index, term) in terms.iter().enumerate() {
            patterns.extend(Pattern::new(index, term, &term.text, false, language));
            patterns
                .extend(term.forms.iter().filter_map(|form| Pattern::new(index, term, form, true, language)));
        }
        let phrases = Phrases::new(&patterns, language);
        let compounds = Compounds::new(&patterns, language);
        let (characters, groups) = automaton(&patterns);
        Self { terms, patterns, phrases, compounds, characters, groups, han: Words::of(locale) }
    }

    /// The terms of a text in the order of the text. Nothing is found in code, addresses, tags and placeables. The
    /// longest term wins: what lies inside another hit, of whatever concept, is none. Homonyms are all given.
    ///
    /// ```
    /// use yakugo::glossary::{Glossary, Matcher};
    /// let mut glossary = Glossary::default();
    /// let rows = "concept,locale,term,status\ncell,en,cell,preferred\nstem-cell,en,stem cell,preferred\n";
    /// glossary.read("a.csv", rows);
    /// let matcher = Matcher::new(&glossary, "en");
    /// let text = "**Stem** cells, not `cell`, and cellular cells";
    /// let found: Vec<_> = matcher.find(text).iter().map(|hit| (hit.term.concept.as_str(), hit.span.of(text))).collect();
    /// assert_eq!(found, [("stem-cell", "Stem** cells"), ("cell", "cells")]);
    /// ```
    pub fn find(&self, text: &str) -> Vec<Hit<'g>> {
        let map = FoldMap::with_gaps(text, &gaps(text));
        let mut places = self.phrases.find(&map, &self.patterns);
        self.compounds.find(&map, &mut places);
        self.find_characters(&map, &mut places);
        places.retain(|place| self.capitals_fit(&map, place));
        overlap::keep_longest(&mut places);
        let mut hits: Vec<Hit<'g>> = places.iter().filter_map(|place| self.hit(&map, place)).collect();
        hits.sort_by_key(|hit| (hit.span.start, hit.span.end, hit.grade));
        let mut seen: Vec<(Span, *const Term)> = Vec::new();
        hits.retain(|hit| {
            let key = (hit.span, std::ptr::from_ref(hit.term));
            let new = !seen.contains(&key);
            seen.push(key);
            new
        });
        hits
    }

    fn find_characters(&self, map: &FoldMap, places: &mut Vec<Place>) {
        let Some(automaton) = &self.characters else { return };
        for found in automaton.find_overlapping_iter(map.text()) {
            let (first, end) = (map.index(found.start()), map.index(found.end()));
            if !are_edges(map.chars(), first, end, self.han) {
                continue;
            }
            let group = usize::try_from(found.value()).ok().and_then(|group| self.groups.get(group));
            places.extend(group.into_iter().flatten().map(|pattern| Place {
                pattern: *pattern,
                first,
                end,
                part: false,
            }));
        }
    }

    fn capitals_fit(&self, map: &FoldMap, place: &Place) -> bool {
        let hit = map.chars().get(place.first..place.end).unwrap_or_default();
        // The last part of a compound is written small; the capital of the compound was looked at before.
        place.part || self.patterns.get(place.pattern).is_some_and(|p| p.capitals.allow(p.chars(), hit))
    }

    fn hit(&self, map: &FoldMap, place: &Place) -> Option<Hit<'g>> {
        let pattern = self.patterns.get(place.pattern)?;
        let same = pattern.map.text() == map.slice(place.first, place.end);
        let grade = match (same, pattern.listed) {
            _ if place.part => Grade::Part,
            (true, false) => Grade::Exact,
            (_, true) => Grade::Listed,
            (false, false) => Grade::Inflected,
        };
        let term = self.terms.get(pattern.term)?;
        Some(Hit { span: map.original(place.first, place.end), term, grade })
    }
}

/// The automaton of the patterns that are found by their characters, and the patterns by its values.
fn automaton(patterns: &[Pattern]) -> (Option<CharwiseDoubleArrayAhoCorasick<u32>>, Vec<Vec<usize>>) {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut texts: Vec<&str> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for (index, pattern) in patterns.iter().enumerate().filter(|(_, pattern)| !pattern.is_of_words()) {
        let text = pattern.map.text();
        let group = *known.entry(text).or_insert_with(|| {
            texts.push(text);
            groups.push(Vec::new());
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(group) {
            group.push(index);
        }
    }
    let valued = texts.iter().zip(0u32..).map(|(text, value)| (*text, value));
    (CharwiseDoubleArrayAhoCorasick::with_values(valued).ok(), groups)
}
