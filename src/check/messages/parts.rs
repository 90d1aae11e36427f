//! Values and attributes of a translated message. Those that it lacks are `incomplete`.

use crate::check::messages::Pair;
use crate::finding::{Finding, rule};
use crate::fluent::{Message, Pattern};

rule! {
    /// A translated message has a value or an attribute that its source has not.
    ///
    /// Why: no program asks for it. Often its name is mistyped, and then the right one is missing.
    ///
    /// Example: `.tooltip = …` in the translation where the source has `.title`.
    ///
    /// Fix: correct the name, or delete the part. Attributes of a term are a locale's own business.
    pub(super) const OBSOLETE_PART: "obsolete-part", Warning;
}

rule! {
    /// A translation is empty where its source says something.
    ///
    /// Why: readers see a button without a label, or nothing at all.
    ///
    /// Example: `save = {""}`.
    ///
    /// Fix: translate it. If it is meant to be empty, say so: `# yakugo: allow empty-translation — reason`.
    pub(super) const EMPTY_TRANSLATION: "empty-translation", Warning;
}

pub(super) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (pair.source, pair.target);
    let mut findings = Vec::new();
    if !target.is_term() {
        if let Some(value) = target.value.as_ref().filter(|_| source.value.is_none()) {
            let what = format!(
                "the source of `{}` has no text of its own, only attributes: delete this text",
                target.id
            );
            findings.push(pair.finding(&OBSOLETE_PART, value.span, what));
        }
        for attribute in target.attributes.iter().filter(|own| source.attribute(&own.name).is_none()) {
            let what = format!(
                "the source of `{}` has no `.{}`: correct the name, or delete it",
                target.id, attribute.name
            );
            findings.push(pair.finding(&OBSOLETE_PART, attribute.span, what));
        }
    }
    for (original, value) in both(source, target) {
        let is_empty =
            |pattern: &Pattern, text| pattern.static_text(text).is_some_and(|text| text.trim().is_empty());
        if is_empty(value, pair.target_text) && !is_empty(original, pair.source_text) {
            let what = "this is empty, and the source is not: translate it".to_owned();
            findings.push(pair.finding(&EMPTY_TRANSLATION, value.span, what));
        }
    }
    findings
}

/// The values and attributes that both have, source first.
pub(in crate::check) fn both<'a>(
    source: &'a Message,
    target: &'a Message,
) -> impl Iterator<Item = (&'a Pattern, &'a Pattern)> {
    let values = source.value.as_ref().zip(target.value.as_ref());
    let attributes =
        target.attributes.iter().filter_map(|own| Some((&source.attribute(&own.name)?.value, &own.value)));
    values.into_iter().chain(attributes)
}
