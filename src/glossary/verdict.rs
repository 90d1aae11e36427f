//! Whether a translation respects the glossary.

use std::collections::{BTreeMap, BTreeSet};

use crate::glossary::matcher::{Hit, Matcher};
use crate::glossary::model::{Glossary, Term, TermStatus};
use crate::glossary::reading::Reading;
use crate::text::Span;

/// One thing that a translation does with a concept and should not.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict<'g> {
    /// The source names a concept, and the translation has none of its terms.
    Missing {
        /// Where the source names it.
        source: Hit<'g>,
        /// The terms of the locale that would do, the preferred ones first.
        expected: Vec<&'g Term>,
        /// Whether the source's term or all terms of the locale are drafts.
        draft: bool,
    },
    /// The translation has a word that is forbidden or deprecated for a concept that the source names.
    Unwanted {
        /// The word in the translation.
        hit: Hit<'g>,
        /// Where the source names the concept, if the glossary has a term for it there.
        source: Option<Hit<'g>>,
        /// The terms of the locale that would do, the preferred ones first.
        expected: Vec<&'g Term>,
    },
    /// The translation has the source's own word for a concept where it should have one of its locale.
    Untranslated {
        /// The word in the translation.
        hit: Hit<'g>,
        /// Where the source names the concept.
        source: Hit<'g>,
        /// The terms of the locale that would do, the preferred ones first.
        expected: Vec<&'g Term>,
        /// Whether the source's term or all terms of the locale are drafts.
        draft: bool,
    },
    /// The source has a term that stands untranslated in every language, and the translation has it otherwise, or the
    /// locale has no other term for it.
    Altered {
        /// The term in the source.
        source: Hit<'g>,
        /// Bytes of the translation that have it with other capitals or signs; none if it is not there at all.
        found: Option<Span>,
    },
}

impl<'g> Verdict<'g> {
    /// The concept that it is about.
    pub fn concept(&self) -> &'g str {
        match self {
            Self::Missing { source, .. } | Self::Altered { source, .. } => &source.term.concept,
            Self::Unwanted { hit, .. } | Self::Untranslated { hit, .. } => &hit.term.concept,
        }
    }

    /// Where the source names the concept.
    pub fn source(&self) -> Option<Hit<'g>> {
        match self {
            Self::Missing { source, .. }
            | Self::Untranslated { source, .. }
            | Self::Altered { source, .. } => Some(*source),
            Self::Unwanted { source, .. } => *source,
        }
    }

    /// The bytes of the translation that are wrong; none if something is missing.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Missing { .. } => None,
            Self::Unwanted { hit, .. } | Self::Untranslated { hit, .. } => Some(hit.span),
            Self::Altered { found, .. } => *found,
        }
    }
}

/// A glossary for translations from one locale into another.
///
/// ```
/// use yakugo::glossary::{Glossary, Judge, Verdict};
/// let rows = "concept,locale,term,status,reason\n\
///     orthopedics,ja,整形外科,preferred,\n\
///     orthopedics,en,orthopedics,preferred,\n\
///     orthopedics,en,plastic surgery,forbidden,another specialty\n";
/// let mut glossary = Glossary::default();
/// glossary.read("a.csv", rows);
/// let judge = Judge::new(&glossary, "ja", "en");
/// assert!(judge.judge("整形外科を受診する。", "See orthopedics.").is_empty());
/// let verdicts = judge.judge("整形外科を受診する。", "See plastic surgery.");
/// assert!(matches!(verdicts[..], [Verdict::Unwanted { .. }]));
/// ```
pub struct Judge<'g> {
    pub(super) source: Matcher<'g>,
    pub(super) target: Matcher<'g>,
    pub(super) target_locale: String,
    /// The terms of the target locale by concept, those that will do, preferred ones first.
    pub(super) wanted: BTreeMap<&'g str, Vec<&'g Term>>,
    /// Concepts that the source locale has a term for.
    pub(super) in_source: BTreeSet<&'g str>,
}

impl<'g> Judge<'g> {
    /// Indexes both locales.
    pub fn new(glossary: &'g Glossary, source_locale: &str, target_locale: &str) -> Self {
        let mut wanted: BTreeMap<&str, Vec<&Term>> = BTreeMap::new();
        for term in glossary.in_locale(target_locale).filter(|term| rank(term).is_some()) {
            wanted.entry(&term.concept).or_default().push(term);
        }
        for terms in wanted.values_mut() {
            terms.sort_by_key(|term| rank(term));
        }
        Self {
            source: Matcher::new(glossary, source_locale),
            target: Matcher::new(glossary, target_locale),
            target_locale: target_locale.to_owned(),
            wanted,
            in_source: glossary.in_locale(source_locale).map(|term| term.concept.as_str()).collect(),
        }
    }

    /// What the source names, each concept once in the order of the text, with the best terms for it: the preferred
    /// ones, or what there is. Concepts without a term in the target locale are left out.
    pub fn wanted(&self, source: &str) -> Vec<(Hit<'g>, Vec<&'g Term>)> {
        let mut seen = BTreeSet::new();
        let named =
            self.source.find(source).into_iter().filter(|hit| {
                hit.term.status != TermStatus::Forbidden && seen.insert(hit.term.concept.as_str())
            });
        let best = |hit: Hit<'g>| {
            let terms = self.wanted.get(hit.term.concept.as_str())?;
            let first = rank(terms.first()?);
            Some((hit, terms.iter().copied().take_while(|term| rank(term) == first).collect()))
        };
        named.filter_map(best).collect()
    }

    /// The terms of the target locale that will do for a concept, the preferred ones first.
    pub fn terms(&self, concept: &str) -> &[&'g Term] {
        self.wanted.get(concept).map(Vec::as_slice).unwrap_or_default()
    }

    /// Judges a segment: [`Reading::verdicts`] of [`Judge::read`].
    pub fn judge(&self, source: &str, translation: &str) -> Vec<Verdict<'g>> {
        self.read(source, translation).verdicts()
    }

    /// Finds the terms of a segment on both sides.
    pub fn read<'t>(&self, source: &'t str, translation: &'t str) -> Reading<'_, 'g, 't> {
        self.read_named(&self.source.find(source), source, translation)
    }

    /// The same for a source text whose terms were found before, by a [`Matcher`] of the same glossary: once for the
    /// translations into all locales.
    pub fn read_named<'t>(
        &self,
        named: &[Hit<'g>],
        source: &'t str,
        translation: &'t str,
    ) -> Reading<'_, 'g, 't> {
        Reading::new(self, named, source, translation)
    }
}

/// How much a term is wanted; nothing for those that are not.
pub(super) fn rank(term: &Term) -> Option<u8> {
    match term.status {
        TermStatus::Preferred => Some(0),
        TermStatus::Admitted => Some(1),
        TermStatus::Draft => Some(2),
        TermStatus::Deprecated | TermStatus::Forbidden => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &str = "concept,locale,term,status\n\
        stem-cell,ja,幹細胞,preferred\nstem-cell,en,stem cell,preferred\nstem-cell,en,mother cell,deprecated\n\
        supernatant,ja,培養上清液,preferred\nsupernatant,en,culture supernatant,preferred\n\
        supernatant,en,serum,forbidden\nserum,ja,血清,preferred\nserum,en,serum,preferred\n\
        burn,ja,熱傷,draft\nburn,ja,やけど,preferred\nburn,en,burn,preferred\nlab,en,laboratorium,forbidden\n\
        il,en,IL-6,preferred\n";

    fn glossary() -> Glossary {
        let mut glossary = Glossary::default();
        assert_eq!(glossary.read("a.csv", ROWS), []);
        let dnt = "concept,locale,term,status,dnt\nil,ja,IL-6,preferred,yes\norg,ja,ISEV,preferred,yes\n";
        assert_eq!(glossary.read("b.csv", dnt), []);
        glossary
    }

    fn verdicts(source: &str, target: &str) -> Vec<String> {
        let glossary = glossary();
        let judge = Judge::new(&glossary, "ja", "en");
        let name = |verdict: &Verdict<'_>| match verdict {
            Verdict::Missing { source, draft, .. } => format!("missing {} {draft}", source.term.concept),
            Verdict::Unwanted { hit, .. } => format!("unwanted {}", hit.term.text),
            Verdict::Untranslated { hit, .. } => format!("untranslated {}", hit.span.of(target)),
            Verdict::Altered { source, found } => {
                format!("altered {}: {}", source.term.text, found.map_or("-", |span| span.of(target)))
            }
        };
        judge.judge(source, target).iter().map(name).collect()
    }

    #[test]
    fn what_to_use_is_told() {
        let glossary = glossary();
        let judge = Judge::new(&glossary, "ja", "en");
        let text = "幹細胞と血清、幹細胞";
        let wanted: Vec<(&str, &str)> = judge
            .wanted(text)
            .iter()
            .map(|(hit, terms)| (hit.span.of(text), terms[0].text.as_str()))
            .collect();
        assert_eq!(wanted, [("幹細胞", "stem cell"), ("血清", "serum")]);
    }

    #[test]
    fn concepts_are_judged_not_words() {
        let check = |source: &str, target: &str, expected: &[&str]| {
            assert_eq!(verdicts(source, target), expected, "{target}");
        };
        check("幹細胞の培養上清液", "the culture supernatant of stem cells", &[]);
        check("幹細胞の培養上清液", "the culture supernatant", &["missing stem-cell false"]);
        check("幹細胞と幹細胞", "a stem cell", &[]);
        check("培養上清液", "the serum", &["unwanted serum"]);
        check("血清", "the serum", &[]);
        check("血清と培養上清液", "serum and culture supernatants", &[]);
        check("幹細胞", "a mother cell", &["unwanted mother cell"]);
        check("熱傷", "a wound", &["missing burn true"]);
        check("熱傷（やけど）", "a wound", &["missing burn false"]);
        check("研究室", "a laboratorium", &["unwanted laboratorium"]);
        check("本", "a serum", &[]);
        check("幹細胞", "a { -stem-cell }", &[]);
        check("幹細胞", "a { -serum }", &["missing stem-cell false"]);
    }

    #[test]
    fn the_sources_own_word_is_not_a_translation() {
        let check = |source: &str, target: &str, expected: &[&str]| {
            assert_eq!(verdicts(source, target), expected, "{target}");
        };
        check("幹細胞である。", "These are 幹細胞.", &["untranslated 幹細胞"]);
        check("幹細胞である。", "These are stem cells (幹細胞).", &[]);
        check("IL-6と幹細胞", "IL-6 and stem cells", &[]);
        check("IL-6である。", "It is IL6.", &["altered IL-6: IL6"]);
        check("IL-6である。", "It is il-6.", &["altered IL-6: il-6"]);
        check("IL-6である。", "It is IL-6R.", &["missing il false"]);
        check("ISEVである。", "It is the Isev.", &["altered ISEV: Isev"]);
        check("ISEVである。", "It is the society.", &["altered ISEV: -"]);
        check("ISEVである。", "ISEV.", &[]);
    }

    #[test]
    fn renderings_are_counted() {
        let check = |source: &str, target: &str, expected: &[(usize, usize)]| {
            let glossary = glossary();
            let fewer = Judge::new(&glossary, "ja", "en").read(source, target).fewer();
            let counts: Vec<(usize, usize)> =
                fewer.iter().map(|fewer| (fewer.uses.len(), fewer.renderings)).collect();
            assert_eq!(counts, expected, "{target}");
        };
        check("幹細胞と幹細胞", "a stem cell", &[(2, 1)]);
        check("幹細胞と幹細胞", "stem cells and a stem cell", &[]);
        check("幹細胞と幹細胞", "stem cells and stem-like cells", &[]);
        check("幹細胞と幹細胞", "cells", &[]);
        check("熱傷（やけど）", "a burn", &[]);
        check("熱傷とやけど", "a burn", &[(2, 1)]);
    }
}
