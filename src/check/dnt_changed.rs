//! `dnt-changed`: a term that should stand untranslated, and does not.

use crate::check::parity::Mismatch;
use crate::finding::{Severity, rule};
use crate::glossary::{Hit, TermStatus};
use crate::text::Span;

rule! {
    /// A term that stands untranslated in every language (`dnt`) was written otherwise, or is not there.
    ///
    /// Why: names and short forms are searched for as they are written, and `Il6` may be taken for something else.
    ///
    /// Example: the source says `IL-6`, the translation "IL6".
    ///
    /// Fix: write the term as the source does; where it is there with other capitals or signs, `yakugo check --fix` does
    /// so. The concept's other terms in the language of the translation, such as a full form, will do, too.
    pub const DNT_CHANGED: "dnt-changed", Warning;
}

pub(super) fn mismatch(translation: &str, source: &Hit<'_>, found: Option<Span>) -> Mismatch {
    let term = &source.term.text;
    let message = match found.map(|span| span.of(translation)) {
        Some(word) => format!("`{word}` is written `{term}` in every language: write it so"),
        None => format!("`{term}` stands untranslated in every language, and is not here: write it as it is"),
    };
    let is_draft = source.term.status == TermStatus::Draft;
    let severity = if is_draft { Severity::Note } else { DNT_CHANGED.severity };
    Mismatch { rule: DNT_CHANGED, severity, span: found, message }
}
