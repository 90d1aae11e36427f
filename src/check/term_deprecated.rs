//! `term-deprecated`: a word that the glossary has given up.

use crate::check::terms::unwanted;
use crate::check::unit::Unit;
use crate::finding::{Finding, rule};
use crate::glossary::{Hit, Term};

rule! {
    /// The translation has a word that the glossary no longer wants for a concept that the source names.
    ///
    /// Why: one document should name a concept in one way, and the newer word is the better one.
    ///
    /// Example: "mother cell" where the glossary now prefers "stem cell".
    ///
    /// Fix: use a term that the message names when the text is next touched. Where nothing around the word has to change,
    /// `yakugo check --fix` puts the preferred term there, in the same number and with the same capitals.
    pub const TERM_DEPRECATED: "term-deprecated", Note;
}

pub(super) fn finding(unit: &Unit<'_>, hit: &Hit<'_>, expected: &[&Term]) -> Finding {
    let message = unwanted(hit.span.of(unit.translation), hit.term, expected, "deprecated");
    unit.finding(&TERM_DEPRECATED, Some(hit.span), message)
}
