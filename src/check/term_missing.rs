//! `term-missing`: a concept of the source that its translation does not name.

use crate::check::parity::Mismatch;
use crate::check::term_count::counts;
use crate::check::terms::joined;
use crate::check::unit::Unit;
use crate::finding::{Finding, Severity, rule};
use crate::glossary::{Fewer, Hit, Term};

rule! {
    /// The source names a concept of the glossary, and the translation has none of the concept's terms in its
    /// language.
    ///
    /// Why: readers take another word for another thing, and a reviewer cannot search for it.
    ///
    /// Example: 幹細胞 is translated as "mother cell".
    ///
    /// Fix: use a term that the message names; if the translation's own word is right, admit it in the
    /// glossary, or list it as a form. Number, case, compounds and one word in between make no difference. How often a
    /// concept must be named is said by `occurrences` under `[check]` in yakugo.toml.
    pub const TERM_MISSING: "term-missing", Warning;
}

pub(super) fn mismatch(text: &str, source: &Hit<'_>, expected: &[&Term], draft: bool) -> Mismatch {
    let word = source.span.of(text);
    let terms = joined(expected);
    let message = format!(
        "the source says `{word}`, and the glossary has {terms} for it: use that, or admit the word that stands here \
         (concept {})",
        source.term.concept
    );
    let severity = if draft { Severity::Note } else { TERM_MISSING.severity };
    Mismatch { rule: TERM_MISSING, severity, span: None, message }
}

/// Less often than the configuration asks for.
pub(super) fn too_few(unit: &Unit<'_>, fewer: &Fewer<'_>, required: usize) -> Finding {
    let message = format!(
        "{}, and `occurrences` in the configuration asks for {required}: name it there, too",
        counts(unit, fewer)
    );
    unit.finding(&TERM_MISSING, None, message)
}
