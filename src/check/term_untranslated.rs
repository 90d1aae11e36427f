//! `term-untranslated`: the source's own word in a translation.

use crate::check::parity::Mismatch;
use crate::check::terms::joined;
use crate::finding::{Severity, rule};
use crate::glossary::{Hit, Term};

rule! {
    /// The translation has the source's own word for a concept, and the glossary has one in the language of the
    /// translation.
    ///
    /// Why: readers cannot read the word, or take it for another one.
    ///
    /// Example: エクソソーム stands in the English text, where the glossary has "exosome".
    ///
    /// Fix: use a term that the message names. The source's word may stand beside it, in brackets; and what is the same
    /// in both languages, or stands untranslated everywhere (`dnt`), is not reported.
    pub const TERM_UNTRANSLATED: "term-untranslated", Warning;
}

pub(super) fn mismatch(translation: &str, hit: &Hit<'_>, expected: &[&Term], draft: bool) -> Mismatch {
    let word = hit.span.of(translation);
    let terms = joined(expected);
    let message = format!(
        "`{word}` is the word of the source, and the glossary has {terms} for it (concept {}): use that",
        hit.term.concept
    );
    let severity = if draft { Severity::Note } else { TERM_UNTRANSLATED.severity };
    Mismatch { rule: TERM_UNTRANSLATED, severity, span: Some(hit.span), message }
}
