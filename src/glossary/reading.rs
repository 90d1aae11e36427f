//! A text beside its translation, with the terms of both.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::glossary::acceptance::Translation;
use crate::glossary::fluent_terms::references;
use crate::glossary::matcher::{Hit, fold};
use crate::glossary::model::{Term, TermStatus};
use crate::glossary::verdict::{Judge, Verdict, rank};
use crate::text::{FoldMap, Span};

/// A text and its translation, with the terms that stand in both.
pub struct Reading<'j, 'g, 't> {
    judge: &'j Judge<'g>,
    source: &'t str,
    translation: &'t str,
    /// Where the source names each concept.
    named: BTreeMap<&'g str, Vec<Hit<'g>>>,
    /// Every term of the target locale, those of concepts that the source does not name, too.
    hits: Vec<Hit<'g>>,
    folded: Rc<FoldMap>,
    lenient: OnceCell<Translation>,
}

/// A concept that a translation names less often than its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fewer<'g> {
    /// Where the source names it, in order; a short form in brackets behind the full one is one with it.
    pub uses: Vec<Hit<'g>>,
    /// How often the translation names it, at least once.
    pub renderings: usize,
}

impl<'j, 'g, 't> Reading<'j, 'g, 't> {
    pub(super) fn new(
        judge: &'j Judge<'g>,
        in_source: &[Hit<'g>],
        source: &'t str,
        translation: &'t str,
    ) -> Self {
        let mut named: BTreeMap<&str, Vec<Hit<'_>>> = BTreeMap::new();
        for hit in in_source.iter().filter(|hit| hit.term.status != TermStatus::Forbidden) {
            named.entry(&hit.term.concept).or_default().push(*hit);
        }
        let folded = Rc::new(fold(translation));
        let hits = judge.target.find_in(&folded);
        Self { judge, source, translation, named, hits, folded, lenient: OnceCell::new() }
    }

    /// Where the source names a concept, in order; nothing where it does not.
    pub fn named(&self, concept: &str) -> &[Hit<'g>] {
        self.named.get(concept).map(Vec::as_slice).unwrap_or_default()
    }

    /// Where the translation has a term that will do for a concept that the source names, in order.
    pub fn renderings(&self) -> impl Iterator<Item = &Hit<'g>> {
        self.hits
            .iter()
            .filter(|hit| rank(hit.term).is_some() && self.named.contains_key(hit.term.concept.as_str()))
    }

    /// Whether the translation has a term somehow, as [`Reading::verdicts`] accepts it.
    pub fn says(&self, term: &Term) -> bool {
        self.lenient().says(term)
    }

    /// What is wrong with the translation. A concept must be named at least once where the source names it, however
    /// often that is: a translation joins sentences and uses pronouns.
    pub fn verdicts(&self) -> Vec<Verdict<'g>> {
        let mut verdicts = self.unwanted();
        for concept in self.named.keys().copied() {
            // One finding a concept: a forbidden word in the place of the right one says it all.
            if !verdicts.iter().any(|verdict| verdict.concept() == concept) {
                verdicts.extend(self.not_named(concept));
            }
        }
        verdicts
    }

    /// The concepts that the translation names, but less often than the source. It may be right to: with a pronoun,
    /// with two sentences in one.
    pub fn fewer(&self) -> Vec<Fewer<'g>> {
        let of_concept = |concept: &&'g str| {
            let expected = self.judge.wanted.get(concept)?;
            let uses = self.uses(concept);
            if uses.len() < 2 || self.source_term(concept)?.term.status == TermStatus::Draft {
                return None;
            }
            let renderings = self.times(concept, uses.len(), expected);
            (0 < renderings && renderings < uses.len()).then_some(Fewer { uses, renderings })
        };
        self.named.keys().filter_map(of_concept).collect()
    }

    /// How often the translation names a concept; counted no further than `most`.
    fn times(&self, concept: &str, most: usize, expected: &[&Term]) -> usize {
        let spans = self.renderings().filter(|hit| hit.term.concept == concept).map(|hit| hit.span);
        let mut spans: Vec<Span> = spans.collect();
        spans.dedup();
        if spans.len() >= most {
            return spans.len();
        }
        // Where one term is a part of another, the shorter one counts both.
        let is_counted = |term: &&&Term| {
            !expected.iter().any(|part| part.text != term.text && term.text.contains(&part.text))
        };
        spans.len().max(expected.iter().filter(is_counted).map(|term| self.lenient().times(term)).sum())
    }

    /// Where the source names a concept, each mention once.
    fn uses(&self, concept: &str) -> Vec<Hit<'g>> {
        let mut uses: Vec<Hit<'g>> = Vec::new();
        let mut end = None;
        for hit in self.named(concept) {
            let between = end.and_then(|end| self.source.get(end..hit.span.start));
            let is_same = end.is_some_and(|end| hit.span.start < end)
                || between.is_some_and(|text| matches!(text.trim(), "(" | "（"));
            if !is_same {
                uses.push(*hit);
            }
            end = Some(hit.span.end);
        }
        uses
    }

    /// The term that the source names a concept with; a draft says less than any other.
    fn source_term(&self, concept: &str) -> Option<Hit<'g>> {
        let hits = self.named(concept);
        hits.iter().find(|hit| hit.term.status != TermStatus::Draft).or(hits.first()).copied()
    }

    /// What is wrong where the translation does not name a concept of the source.
    fn not_named(&self, concept: &str) -> Option<Verdict<'g>> {
        let refers = || references(self.translation).any(|id| id == concept);
        if self.renderings().any(|hit| hit.term.concept == concept) || refers() {
            return None;
        }
        let source = self.source_term(concept)?;
        let expected = self.judge.wanted.get(concept).cloned().unwrap_or_default();
        if let Some(source) = self.named(concept).iter().find(|hit| hit.term.do_not_translate) {
            let term = &source.term.text;
            // Capitals, which matter here, are nothing to those who read leniently.
            let is_other = |other: &&&Term| FoldMap::new(&other.text).text() != FoldMap::new(term).text();
            let found = self.altered(term);
            let is_there = self.source_terms().iter().any(|hit| std::ptr::eq(hit.term, source.term));
            if is_there || expected.iter().filter(is_other).any(|term| self.says(term)) {
                return None;
            }
            if found.is_some() || expected.is_empty() {
                return Some(Verdict::Altered { source: *source, found });
            }
        }
        if expected.is_empty() || expected.iter().any(|term| self.says(term)) {
            return None;
        }
        let draft = source.term.status == TermStatus::Draft
            || expected.iter().all(|term| term.status == TermStatus::Draft);
        Some(match self.untranslated(concept) {
            Some(hit) => Verdict::Untranslated { hit, source, expected, draft },
            None => Verdict::Missing { source, expected, draft },
        })
    }

    /// The source's own word for a concept in the translation, where it is no word of the target locale as well.
    fn untranslated(&self, concept: &str) -> Option<Hit<'g>> {
        let is_word = |hit: &Hit<'g>| {
            self.hits.iter().any(|own| own.span.start < hit.span.end && hit.span.start < own.span.end)
        };
        self.source_terms().into_iter().find(|hit| hit.term.concept == concept && !is_word(hit))
    }

    /// The terms of the source locale that stand in the translation.
    fn source_terms(&self) -> Vec<Hit<'g>> {
        self.judge.source.find(self.translation)
    }

    /// Where the translation has the letters and digits of a term that should stand there as it is.
    fn altered(&self, term: &str) -> Option<Span> {
        let map = FoldMap::new(self.translation);
        let letters: Vec<(usize, char)> =
            map.chars().iter().map(|c| c.c).enumerate().filter(|(_, c)| c.is_alphanumeric()).collect();
        let wanted: Vec<char> = FoldMap::new(term).text().chars().filter(|c| c.is_alphanumeric()).collect();
        let is_inner =
            |at: Option<usize>| at.and_then(|at| map.chars().get(at)).is_some_and(|c| c.c.is_alphanumeric());
        let place = letters.windows(wanted.len().max(1)).find_map(|letters| {
            let same = letters.iter().map(|(_, c)| c).eq(&wanted);
            let (first, last) = (letters.first()?.0, letters.last()?.0);
            let whole = !is_inner(first.checked_sub(1)) && !is_inner(Some(last + 1));
            // Signs in a term are few; a longer way through the text is another thing.
            (same && whole && last - first < wanted.len() + SIGNS).then_some((first, last))
        });
        place.map(|(first, last)| map.original(first, last + 1))
    }

    fn unwanted(&self) -> Vec<Verdict<'g>> {
        let is_unwanted =
            |hit: &&Hit<'g>| matches!(hit.term.status, TermStatus::Forbidden | TermStatus::Deprecated);
        let mut verdicts = Vec::new();
        for hit in self.hits.iter().filter(is_unwanted) {
            let concept = hit.term.concept.as_str();
            // The same word may be right for another concept, and the source says which is meant.
            let source = self.source_term(concept);
            let meant = source.is_some() || !self.judge.in_source.contains(concept);
            let right = self.renderings().any(|other| other.span == hit.span);
            if meant && !right {
                let expected = self.judge.wanted.get(concept).cloned().unwrap_or_default();
                verdicts.push(Verdict::Unwanted { hit: *hit, source, expected });
            }
        }
        verdicts
    }

    fn lenient(&self) -> &Translation {
        self.lenient.get_or_init(|| Translation::new(Rc::clone(&self.folded), &self.judge.target_locale))
    }
}

/// How many signs more a term may have where it was altered (`IL 6`, `IL-6`).
const SIGNS: usize = 3;
