//! Whether a translation respects the glossary.

use std::collections::{BTreeMap, BTreeSet};

use crate::glossary::acceptance::Translation;
use crate::glossary::fluent_terms::references;
use crate::glossary::matcher::{Hit, Matcher, fold};
use crate::glossary::model::{Glossary, Term, TermStatus};

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
    source: Matcher<'g>,
    target: Matcher<'g>,
    target_locale: String,
    /// The terms of the target locale by concept, those that will do, preferred ones first.
    wanted: BTreeMap<&'g str, Vec<&'g Term>>,
    /// Concepts that the source locale has a term for.
    in_source: BTreeSet<&'g str>,
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

    /// Judges a segment. A concept must be named at least once where the source names it, however often that is: a
    /// translation joins sentences and uses pronouns.
    pub fn judge(&self, source: &str, translation: &str) -> Vec<Verdict<'g>> {
        let mut named: BTreeMap<&'g str, Hit<'g>> = BTreeMap::new();
        for hit in self.source.find(source).into_iter().filter(|hit| hit.term.status != TermStatus::Forbidden)
        {
            let known = named.entry(hit.term.concept.as_str()).or_insert(hit);
            // A draft says less than any other term of the same concept.
            if known.term.status == TermStatus::Draft {
                *known = hit;
            }
        }
        let folded = fold(translation);
        let hits = self.target.find_in(&folded);
        let mut verdicts = self.unwanted(&named, &hits);
        let mut said = None;
        for (concept, source) in &named {
            let Some(expected) = self.wanted.get(concept) else { continue };
            let found = hits.iter().any(|hit| hit.term.concept == *concept && rank(hit.term).is_some())
                || references(translation).any(|id| id == *concept);
            // One finding a concept: a forbidden word in the place of the right one says it all.
            let reported = verdicts
                .iter()
                .any(|v| matches!(v, Verdict::Unwanted { hit, .. } if hit.term.concept == *concept));
            if found || reported {
                continue;
            }
            let text = said.get_or_insert_with(|| Translation::new(&folded, &self.target_locale));
            if !expected.iter().any(|term| text.says(term)) {
                let draft = source.term.status == TermStatus::Draft
                    || expected.iter().all(|term| term.status == TermStatus::Draft);
                verdicts.push(Verdict::Missing { source: *source, expected: expected.clone(), draft });
            }
        }
        verdicts
    }

    fn unwanted(&self, named: &BTreeMap<&'g str, Hit<'g>>, hits: &[Hit<'g>]) -> Vec<Verdict<'g>> {
        let is_unwanted =
            |hit: &&Hit<'g>| matches!(hit.term.status, TermStatus::Forbidden | TermStatus::Deprecated);
        let mut verdicts = Vec::new();
        for hit in hits.iter().filter(is_unwanted) {
            let concept = hit.term.concept.as_str();
            // The same word may be right for another concept, and the source says which is meant.
            let source = named.get(concept);
            let meant = source.is_some() || !self.in_source.contains(concept);
            let right = hits.iter().any(|other| {
                other.span == hit.span
                    && rank(other.term).is_some()
                    && named.contains_key(other.term.concept.as_str())
            });
            if meant && !right {
                let expected = self.wanted.get(concept).cloned().unwrap_or_default();
                verdicts.push(Verdict::Unwanted { hit: *hit, source: source.copied(), expected });
            }
        }
        verdicts
    }
}

/// How much a term is wanted; nothing for those that are not.
fn rank(term: &Term) -> Option<u8> {
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
        burn,ja,熱傷,draft\nburn,ja,やけど,preferred\nburn,en,burn,preferred\nlab,en,laboratorium,forbidden\n";

    fn verdicts(source: &str, target: &str) -> Vec<String> {
        let mut glossary = Glossary::default();
        assert_eq!(glossary.read("a.csv", ROWS), []);
        let judge = Judge::new(&glossary, "ja", "en");
        let name = |verdict: &Verdict<'_>| match verdict {
            Verdict::Missing { source, draft, .. } => format!("missing {} {draft}", source.term.concept),
            Verdict::Unwanted { hit, .. } => format!("unwanted {}", hit.term.text),
        };
        judge.judge(source, target).iter().map(name).collect()
    }

    #[test]
    fn what_to_use_is_told() {
        let mut glossary = Glossary::default();
        glossary.read("a.csv", ROWS);
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
}
