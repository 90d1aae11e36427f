//! `term-forbidden`: a word that the glossary forbids for a concept of the source.

use crate::check::terms::unwanted;
use crate::check::unit::Unit;
use crate::finding::{Finding, rule};
use crate::glossary::{Hit, Term};

rule! {
    /// The translation has a word that the glossary forbids for a concept that the source names.
    ///
    /// Why: the word is wrong for this concept, and the glossary says why.
    ///
    /// Example: 整形外科 (orthopedics) translated as "plastic surgery".
    ///
    /// Fix: use a term that the message names; where nothing around the word has to change, `yakugo check --fix` does so.
    /// The same word in a segment whose source means another concept is not reported.
    pub const TERM_FORBIDDEN: "term-forbidden", Warning;
}

pub(super) fn finding(unit: &Unit<'_>, hit: &Hit<'_>, expected: &[&Term]) -> Finding {
    let message = unwanted(hit.span.of(unit.translation), hit.term, expected, "forbidden");
    unit.finding(&TERM_FORBIDDEN, Some(hit.span), message)
}
