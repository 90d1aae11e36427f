//! `dnt-changed`: a term that should stand untranslated, and does not.

use crate::check::unit::Unit;
use crate::finding::{Edit, Finding, Fix, rule};
use crate::glossary::Hit;
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

pub(super) fn finding(unit: &Unit<'_>, source: &Hit<'_>, found: Option<Span>) -> Finding {
    let term = &source.term.text;
    let Some(span) = found else {
        let message =
            format!("`{term}` stands untranslated in every language, and is not here: write it as it is");
        return unit.finding(&DNT_CHANGED, None, message);
    };
    let word = span.of(unit.translation);
    let message = format!("`{word}` is written `{term}` in every language: write it so");
    let finding = unit.finding(&DNT_CHANGED, Some(span), message);
    match unit.in_file(span) {
        Some(span) => finding.fix(Fix { safe: true, edits: vec![Edit { span, text: term.clone() }] }),
        None => finding,
    }
}
