//! `first-use`: a short form that nobody has explained yet.

use std::collections::BTreeSet;

use crate::catalog::Origin;
use crate::check::terms::Read;
use crate::document::Kind;
use crate::finding::{Finding, rule};
use crate::glossary::{Hit, Judge, Term, TermStatus, TermType};

rule! {
    /// An article has the short form of a concept where it names it for the first time, without the full form beside it.
    ///
    /// Why: readers who do not know the short form stop there.
    ///
    /// Example: "VEGF helps wounds to heal" as the first sentence about the vascular endothelial growth factor.
    ///
    /// Fix: write the full form with the short one in brackets, `vascular endothelial growth factor (VEGF)`, and the short
    /// form from then on. Only concepts whose full form is preferred are looked at; titles, headings and cells are not.
    pub const FIRST_USE: "first-use", Note;
}

/// `read` is a document in one locale.
pub(super) fn check(read: &[Read<'_>], judge: &Judge<'_>) -> Vec<Finding> {
    let mut introduced: BTreeSet<&str> = BTreeSet::new();
    let mut findings = Vec::new();
    for (at, Read { unit, reading }) in read.iter().enumerate() {
        if unit.plan.origin == Origin::Fluent {
            break;
        }
        for hit in reading.renderings() {
            let concept = hit.term.concept.as_str();
            if introduced.contains(concept) || is_abbreviation(hit.term) && !is_prose(unit.source.kind) {
                continue;
            }
            introduced.insert(concept);
            let full: Vec<&Term> =
                judge.terms(concept).iter().copied().filter(|term| !term.is_short()).collect();
            let is_preferred = full.iter().any(|term| term.status == TermStatus::Preferred);
            let is_explained = || full.iter().any(|term| reading.says(term));
            let (before, _) = read.split_at(at);
            if is_abbreviation(hit.term)
                && is_preferred
                && !is_explained()
                && is_first(&read[at], before, judge, concept)
            {
                findings.push(finding(&read[at], hit, &full));
            }
        }
    }
    findings
}

/// A sign (`Ca²⁺`) is none: nobody explains it.
fn is_abbreviation(term: &Term) -> bool {
    term.kind == TermType::Abbreviation
}

/// What is read from its beginning to its end.
fn is_prose(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Paragraph | Kind::Item | Kind::Question | Kind::Answer | Kind::Quote | Kind::Definition
    )
}

/// Whether no text before this one names the concept: one that is not translated yet, or stale, may. `before` are the
/// others that were read.
fn is_first(Read { unit, .. }: &Read<'_>, before: &[Read<'_>], judge: &Judge<'_>, concept: &str) -> bool {
    let earlier = unit.plan.sources.iter().take_while(|source| source.id != unit.source.id);
    let is_read = |id: &str| before.iter().any(|read| read.unit.source.id == id);
    let mut others = earlier.filter(|source| !is_read(&source.id));
    !others.any(|source| !judge.read(&source.text, "").named(concept).is_empty())
}

fn finding(Read { unit, .. }: &Read<'_>, hit: &Hit<'_>, full: &[&Term]) -> Finding {
    let word = hit.span.of(unit.translation);
    let preferred = full.iter().find(|term| term.status == TermStatus::Preferred);
    let full = preferred.map_or("", |term| &term.text);
    let message = format!(
        "`{word}` stands here for the first time in this document: write `{full} ({word})`, and the short form from \
         then on"
    );
    unit.finding(&FIRST_USE, Some(hit.span), message)
}
