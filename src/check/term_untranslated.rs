//! `term-untranslated`: the source's own word in a translation.

use crate::check::terms::joined;
use crate::check::unit::Unit;
use crate::finding::{Finding, rule};
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

pub(super) fn finding(unit: &Unit<'_>, hit: &Hit<'_>, expected: &[&Term]) -> Finding {
    let word = hit.span.of(unit.translation);
    let terms = joined(expected);
    let message = format!(
        "`{word}` is the word of the source, and the glossary has {terms} for it (concept {}): use that",
        hit.term.concept
    );
    unit.finding(&TERM_UNTRANSLATED, Some(hit.span), message)
}
