//! `term-forbidden`: a word that the glossary forbids for a concept of the source.

use crate::check::parity::Mismatch;
use crate::check::terms::unwanted;
use crate::finding::rule;
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

pub(super) fn mismatch(translation: &str, hit: &Hit<'_>, expected: &[&Term]) -> Mismatch {
    let message = unwanted(hit.span.of(translation), hit.term, expected, "forbidden");
    Mismatch { rule: TERM_FORBIDDEN, severity: TERM_FORBIDDEN.severity, span: Some(hit.span), message }
}
