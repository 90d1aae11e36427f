//! Finding terms in a text.

use crate::glossary::characters::Characters;
use crate::glossary::compounds::Compounds;
use crate::glossary::edges::are_edges;
use crate::glossary::han::Words;
use crate::glossary::inflect::Language;
use crate::glossary::mask::gaps;
use crate::glossary::model::{Glossary, Term};
use crate::glossary::overlap;
use crate::glossary::pattern::{Form, Pattern};
use crate::glossary::phrases::{Phrases, PhrasesBuilder, Place};
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
    characters: Characters,
    han: Option<&'static Words>,
}

impl<'g> Matcher<'g> {
    /// Indexes the terms of a locale, of every status: what is forbidden must be found, too, and a draft shields the
    /// words in it.
    pub fn new(glossary: &'g Glossary, locale: &str) -> Self {
        let language = Language::of(locale);
        let terms: Vec<&Term> = glossary.in_locale(locale).collect();
        let mut patterns = Vec::with_capacity(terms.len());
        let mut phrases = PhrasesBuilder::new(language);
        let mut compounds = Compounds::default();
        for (index, term) in terms.iter().enumerate() {
            let listed = term.forms.iter().map(|form| (form, true));
            for (text, listed) in std::iter::once((&term.text, false)).chain(listed) {
                let Some(form) = Form::new(index, term, text, listed, language) else { continue };
                if form.pattern.of_words {
                    phrases.add(patterns.len(), &form);
                    compounds.add(patterns.len(), &form, language);
                }
                patterns.push(form.pattern);
            }
        }
        let characters = Characters::new(&patterns);
        Self { terms, patterns, phrases: phrases.build(), compounds, characters, han: Words::of(locale) }
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
        self.find_in(&fold(text))
    }

    /// The terms of a folded text, of which [`fold`] has taken out what is no prose.
    pub(crate) fn find_in(&self, map: &FoldMap) -> Vec<Hit<'g>> {
        let mut places = Vec::new();
        self.phrases.find(map, &self.patterns, &mut places);
        self.compounds.find(map, &mut places);
        self.characters.find(map, &mut places);
        overlap::keep_longest(&mut places, |place| self.fits(map, place));
        let mut hits: Vec<Hit<'g>> = places.iter().filter_map(|place| self.hit(map, place)).collect();
        hits.sort_by_key(|hit| (hit.span.start, hit.span.end, std::ptr::from_ref(hit.term), hit.grade));
        hits.dedup_by(|a, b| a.span == b.span && std::ptr::eq(a.term, b.term));
        hits
    }

    /// Whether a place has the capitals of its pattern and begins and ends where words do.
    fn fits(&self, map: &FoldMap, place: &Place) -> bool {
        // The last part of a compound is written small; the capital of the compound was looked at before.
        if place.part {
            return true;
        }
        let hit = map.chars().get(place.first..place.end).unwrap_or_default();
        self.patterns.get(place.pattern).is_some_and(|pattern| {
            pattern.capitals.allow(hit)
                && (pattern.of_words || are_edges(map.chars(), place.first, place.end, self.han))
        })
    }

    fn hit(&self, map: &FoldMap, place: &Place) -> Option<Hit<'g>> {
        let pattern = self.patterns.get(place.pattern)?;
        let same = &*pattern.text == map.slice(place.first, place.end);
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

/// A text as it is searched: folded, without code, addresses, tags and placeables.
pub(crate) fn fold(text: &str) -> FoldMap {
    FoldMap::with_gaps(text, &gaps(text))
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

    /// What looked at the whole run for every hit, or at every beginning of a word for every other, would not come to
    /// an end; and what lies far away changes nothing.
    #[test]
    fn long_texts_of_one_script_take_linear_time() {
        let check = |locale: &str, term: &str, piece: &str| {
            let glossary = glossary(locale, &[term, "\u{2014}", "***"]);
            let matcher = Matcher::new(&glossary, locale);
            let found = |count: usize| matcher.find(&piece.repeat(count)).len();
            let (some, more) = (found(40), found(60));
            let many = 100_000 / piece.len() / 20;
            assert_eq!(found(40 + many * 20), some + many * (more - some), "{piece}");
        };
        check("ja", "サイトカイン", "サイトカインストーム");
        check("ja", "血管", "血管障害");
        check("ja", "血", "血");
        check("ko", "세포", "세포");
        check("de", "Stammzelle", "Stammzellen");
        check("en", "cell", "`a` **[ _a_ <b> cell ");
        check("en", "cell", "{ $n } [a cell ");
        check("en", "cell", "— *** ");
        check("en", "cell", "cell ");
        check("en", "e\u{301}", "e\u{301}\u{302} e\u{301} ");
    }

    #[test]
    fn a_cell_of_a_megabyte_is_a_term_like_others() {
        let long: String = (0..100_000).map(|number| format!("cell{number} ")).collect();
        let glossary = glossary("en", &[&long, "cell"]);
        let matcher = Matcher::new(&glossary, "en");
        let found: Vec<usize> =
            matcher.find(&format!("A {long}.")).iter().map(|hit| hit.span.len()).collect();
        assert_eq!(found, [long.trim_end().len()]);
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
