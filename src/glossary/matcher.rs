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

impl Grade {
    /// The word used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Listed => "listed",
            Self::Inflected => "inflected",
            Self::Part => "part",
        }
    }
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
        hits.sort_by_key(|hit| (hit.span.start, hit.span.end, std::ptr::from_ref(hit.term), hit.grade));
        hits.dedup_by(|a, b| a.span == b.span && std::ptr::eq(a.term, b.term));
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn glossary(locale: &str, terms: &[&str]) -> Glossary {
        let row = |term: &&str| format!("{term},{locale},{term},preferred");
        let rows = terms.iter().map(row).collect::<Vec<_>>().join("\n");
        let mut glossary = Glossary::default();
        assert_eq!(glossary.read("a.csv", &format!("concept,locale,term,status\n{rows}")), []);
        glossary
    }

    /// The terms found in a text, as the text writes them.
    fn check(locale: &str, terms: &[&str], text: &str, expected: &[&str]) {
        let glossary = glossary(locale, terms);
        let matcher = Matcher::new(&glossary, locale);
        let found: Vec<&str> = matcher.find(text).iter().map(|hit| hit.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn abbreviations_are_whole_and_keep_their_capitals() {
        let terms = &["VEGF", "IL-6", "WHO", "RNA"];
        check("en", terms, "VEGF, VEGFs and VEGF-A", &["VEGF", "VEGFs", "VEGF"]);
        check("en", terms, "VEGFR, VEGFS, IL-6R, mRNA, IL-60 and vegf: who?", &[]);
        check("ja", terms, "抗ＶＥＧＦ抗体とIL-6", &["ＶＥＧＦ", "IL-6"]);
        check("ja", terms, "IL-6RとmRNA", &[]);
    }

    #[test]
    fn edges_follow_the_script() {
        check("ja", &["サイト"], "サイトカイン", &[]);
        check(
            "ja",
            &["サイトカイン"],
            "サイトカインストームと炎症性サイトカイン",
            &["サイトカイン", "サイトカイン"],
        );
        check("ja", &["サイトカイン"], "サイト\nカイン", &["サイト\nカイン"]);
        check("ja", &["トランプ"], "ドナルド・トランプ氏", &["トランプ"]);
        check("ja", &["京都"], "東京都と京都", &["京都"]);
        check("ja", &["こと"], "ことばを使うことは", &["こと"]);
        check("ja", &["ES細胞"], "iPS細胞、ES細胞、ＥＳ細胞", &["ES細胞", "ＥＳ細胞"]);
        check("ko", &["간"], "간과 시간", &["간"]);
        check("ko", &["줄기세포"], "중간엽줄기세포의", &["줄기세포"]);
    }

    #[test]
    fn the_longest_term_hides_those_in_it() {
        check(
            "ja",
            &["幹細胞", "幹細胞培養上清液"],
            "幹細胞培養上清液と幹細胞",
            &["幹細胞培養上清液", "幹細胞"],
        );
        check("en", &["stem", "stem cell", "cell"], "stem cells, stems", &["stem cells", "stems"]);
        check("en", &["cell-free", "cell"], "cell-free, cell free", &["cell-free", "cell free"]);
    }

    #[test]
    fn signs_between_words_count() {
        check(
            "en",
            &["stem cell"],
            "stem-cell, stem\ncells, stem. Cell, stem/cell",
            &["stem-cell", "stem\ncells"],
        );
        check("en", &["and/or"], "and/or, and or", &["and/or"]);
        check("fr", &["exosome"], "l’exosome, d'exosomes", &["exosome", "exosomes"]);
    }

    #[test]
    fn german_nouns_have_capitals_and_compounds() {
        check("de", &["Morgen"], "heute morgen, am Morgen", &["Morgen"]);
        check("de", &["Stammzelle"], "Stammzellen und Stammzelltherapie", &["Stammzellen", "Stammzell"]);
        check("de", &["Überstand"], "des Zellkulturüberstands", &["überstands"]);
        check("de", &["Gen", "Staat"], "Gentamicin, Staatsgebiet", &[]);
    }

    #[test]
    fn words_of_grammar_and_verbs_are_no_nouns() {
        check("fr", &["été", "aide"], "Il a été là cet été et aide. Une aide.", &["été", "aide", "aide"]);
        check("en", &["change"], "They will change; a change.", &["change"]);
        check("ru", &["посол"], "после посла", &["посла"]);
    }

    #[test]
    fn policies_are_kept() {
        let text = "concept,locale,term,status,case,match,forms\na,en,cell,preferred,exact,,\nb,en,study,preferred,,exact,\n\
                    c,en,drug,preferred,,,medicine\n";
        let mut glossary = Glossary::default();
        assert_eq!(glossary.read("a.csv", text), []);
        let matcher = Matcher::new(&glossary, "en");
        let text = "Cell cells study studies Medicine medicines";
        let found: Vec<(&str, Grade)> =
            matcher.find(text).iter().map(|hit| (hit.span.of(text), hit.grade)).collect();
        assert_eq!(
            found,
            [("cells", Grade::Inflected), ("study", Grade::Exact), ("Medicine", Grade::Listed)]
        );
    }

    proptest! {
        #[test]
        fn hits_are_ordered_and_on_boundaries(
            text in "(\\PC|[ 細胞幹培養サイトカインストームーｶﾞ・\n*`<>{}\\[\\]()_-]|stem|cells|VEGF|Zellkultur|세포|는){0,30}",
            terms in prop::collection::vec("[a-zA-Z細胞幹サイト세포 -]{1,6}", 1..6),
            locale in "(ja|en|de|fr|ko|zh-Hans|ru)",
        ) {
            let mut glossary = glossary(&locale, &["細胞", "幹細胞", "サイトカイン", "stem cell", "VEGF", "Kultur", "세포"]);
            let row = |term: &String| format!("x,{locale},\"{term}\",admitted\n");
            let rows: String = terms.iter().map(row).collect();
            glossary.read("b.csv", &format!("concept,locale,term,status\n{rows}"));
            let matcher = Matcher::new(&glossary, &locale);
            let mut before = Span::default();
            for hit in matcher.find(&text) {
                prop_assert!(!hit.span.of(&text).is_empty());
                prop_assert!((hit.span.start, hit.span.end) >= (before.start, before.end));
                let inside = hit.span.start >= before.start && hit.span.end <= before.end;
                prop_assert!(!inside || hit.span == before, "{before:?} hides {:?}", hit.span);
                before = hit.span;
            }
        }
    }
}
