//! `term-deprecated`: a word that the glossary has given up.

use crate::check::parity::Mismatch;
use crate::check::terms::unwanted;
use crate::finding::rule;
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

pub(super) fn mismatch(translation: &str, hit: &Hit<'_>, expected: &[&Term]) -> Mismatch {
    let message = unwanted(hit.span.of(translation), hit.term, expected, "deprecated");
    Mismatch { rule: TERM_DEPRECATED, severity: TERM_DEPRECATED.severity, span: Some(hit.span), message }
}
