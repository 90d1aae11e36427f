//! `term-inconsistent`: one concept, two words in one document.

use std::collections::BTreeMap;

use crate::check::terms::{Read, joined, replaced, with_fix};
use crate::finding::{Finding, rule};
use crate::glossary::{Hit, Term, TermStatus};
use crate::text::FoldMap;

rule! {
    /// One document names a concept with two words of the glossary where its source has one.
    ///
    /// Why: readers ask themselves what the difference is.
    ///
    /// Example: 培養上清液 is "culture supernatant" in one paragraph and "conditioned medium" in the next.
    ///
    /// Fix: use the word that the message names; `yakugo check --fix` does so where nothing around the word has to change.
    /// Not reported are short forms, a shorter word that is a part of the longer one, a text that has both words, and a
    /// document in which the preferred word is the rarer one: it was written before that word was preferred.
    pub const TERM_INCONSISTENT: "term-inconsistent", Note;
}

/// Where the translation of a source term stands.
type Rendering<'a> = (&'a Read<'a>, Hit<'a>);

/// `read` is a document in one locale.
pub(super) fn check<'a>(read: &'a [Read<'a>]) -> Vec<Finding> {
    let mut by_source: BTreeMap<(&str, &str), Vec<Rendering<'a>>> = BTreeMap::new();
    for one in read {
        for hit in one.reading.renderings().filter(|hit| is_word(hit.term)) {
            let concept = hit.term.concept.as_str();
            let mut named = one.reading.named(concept).iter().map(|hit| hit.term);
            let Some(source) = named.next() else { continue };
            // Where the source itself has two words, nobody can tell which of them is which here.
            if is_word(source) && named.all(|term| term.text == source.text) {
                by_source.entry((concept, &source.text)).or_default().push((one, *hit));
            }
        }
    }
    by_source.values().flat_map(|renderings| mixed(renderings)).collect()
}

/// Whether a term is a word that another one may stand for: decided, and no short form.
fn is_word(term: &Term) -> bool {
    !term.is_short() && term.status != TermStatus::Draft
}

/// The renderings that have another word than most.
fn mixed(renderings: &[Rendering<'_>]) -> Vec<Finding> {
    let mut words: Vec<(&Term, usize)> = Vec::new();
    for (_, hit) in renderings {
        match words.iter_mut().find(|(term, _)| term.text == hit.term.text) {
            Some((_, count)) => *count += 1,
            None => words.push((hit.term, 1)),
        }
    }
    // The preferred word first, then the most frequent, then the one that comes first.
    words.sort_by_key(|(term, count)| (term.status != TermStatus::Preferred, std::cmp::Reverse(*count)));
    let Some(((main, count), others)) = words.split_first() else { return Vec::new() };
    let mut findings = Vec::new();
    for (other, rarer) in others {
        if rarer > count || is_part(main, other) || other.status == TermStatus::Preferred {
            continue;
        }
        for (read, hit) in renderings.iter().filter(|(_, hit)| hit.term.text == other.text) {
            let has_main =
                |(one, hit): &Rendering<'_>| std::ptr::eq(*one, *read) && hit.term.text == main.text;
            if !renderings.iter().any(has_main) {
                findings.push(finding(read, hit, main));
            }
        }
    }
    findings
}

/// Whether one of two words is a part of the other: "supernatant" for "culture supernatant".
fn is_part(a: &Term, b: &Term) -> bool {
    let (a, b) = (FoldMap::new(&a.text), FoldMap::new(&b.text));
    a.text().contains(b.text()) || b.text().contains(a.text())
}

fn finding(Read { unit, .. }: &Read<'_>, hit: &Hit<'_>, main: &Term) -> Finding {
    let word = hit.span.of(unit.translation);
    let message = format!(
        "this document says {} for the concept {} elsewhere, and `{word}` here: use one of them",
        joined(&[main]),
        main.concept
    );
    let finding = unit.finding(&TERM_INCONSISTENT, Some(hit.span), message);
    with_fix(finding, replaced(unit, hit, &[main], true))
}
