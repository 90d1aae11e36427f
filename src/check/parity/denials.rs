//! A denial that stands on one side only.

use super::Mismatch;
use super::stated::Stated;
use crate::check::negation_lost::NEGATION_LOST;
use crate::text::{Sentences, Span, clearly_denies, may_deny};

pub(super) fn compare(source: &Stated<'_>, translation: &Stated<'_>) -> Vec<Mismatch> {
    let (lost, gained) = (source.may_be_denied(), translation.may_be_denied());
    if !lost && !gained {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (said, says) in pairs(source, translation) {
        let (from, to) = (said.of(source.text), says.of(translation.text));
        let message = if lost && clearly_denies(from, source.language) && !may_deny(to, translation.language)
        {
            "the source denies this, the translation does not: say that it is not so"
        } else if gained && clearly_denies(to, translation.language) && !may_deny(from, source.language) {
            "the translation denies this, the source does not: say that it is so"
        } else {
            continue;
        };
        found.push(Mismatch {
            rule: NEGATION_LOST,
            severity: NEGATION_LOST.severity,
            span: Some(says),
            message: message.to_owned(),
        });
    }
    found
}

/// The sentences of both texts that belong together; the whole texts where their numbers differ.
fn pairs(source: &Stated<'_>, translation: &Stated<'_>) -> Vec<(Span, Span)> {
    let sentences = |text: &Stated<'_>| Sentences::new(text.language, &[]).split(text.text);
    let (own, its) = (sentences(source), sentences(translation));
    if own.len() == its.len() {
        return own.into_iter().zip(its).collect();
    }
    vec![(Span::new(0, source.text.len()), Span::new(0, translation.text.len()))]
}
