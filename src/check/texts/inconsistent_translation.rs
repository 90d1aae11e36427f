//! `inconsistent-translation`: one text of the source, several translations.

use std::collections::BTreeMap;

use crate::catalog::DocumentPlan;
use crate::check::unit::Unit;
use crate::document::Kind;
use crate::finding::{Finding, rule};
use crate::text::{fold_layout, is_cjk};

rule! {
    /// The same source text has different translations in one locale.
    ///
    /// Why: readers take two wordings for two things, above all in warnings and instructions that stand in several
    /// documents.
    ///
    /// Example: `使用前によく振ってください。` is once `Shake well before use.` and once `Before use, shake it.`
    ///
    /// Fix: take one of them for all. Where the context asks for two, say why: `# yakugo: allow
    /// inconsistent-translation — reason`. Short texts and texts of different kinds (a heading and a cell) are not
    /// compared.
    pub(in crate::check) const INCONSISTENT_TRANSLATION: "inconsistent-translation", Note;
}

/// Findings about the translations that are not the usual one of their locale: the most frequent, or else the first.
pub(in crate::check) fn check(plans: &[DocumentPlan]) -> Vec<Finding> {
    let mut by_text: BTreeMap<(&str, Kind, &str), Vec<Unit<'_>>> = BTreeMap::new();
    for plan in plans {
        for target in &plan.targets {
            for (_, unit) in Unit::of(plan, target, "") {
                if unit.answers_the_source() && is_long(&unit.source.text) {
                    let key = (unit.locale(), unit.source.kind, unit.source.text.as_ref());
                    by_text.entry(key).or_default().push(unit);
                }
            }
        }
    }
    by_text.values().filter(|units| units.len() > 1).flat_map(|units| of_text(units)).collect()
}

/// Three words, or as many characters as would make them.
fn is_long(text: &str) -> bool {
    text.split_whitespace().count() > 2 || text.chars().filter(|c| is_cjk(*c)).count() > 7
}

fn of_text(units: &[Unit<'_>]) -> Vec<Finding> {
    let folded: Vec<String> = units.iter().map(|unit| fold_layout(unit.translation)).collect();
    let count = |text: &String| folded.iter().filter(|other| *other == text).count();
    let most = folded.iter().map(count).max().unwrap_or_default();
    let Some(usual) = folded.iter().position(|text| count(text) == most) else { return Vec::new() };
    let others = units.iter().zip(&folded).filter(|(_, text)| **text != folded[usual]);
    others
        .map(|(unit, _)| {
            let other = &units[usual];
            let what = format!(
                "the same source text is `{}` in {} ({}): take one of the two for both",
                other.translation, other.plan.name, other.source.id
            );
            unit.finding(&INCONSISTENT_TRANSLATION, None, what)
        })
        .collect()
}
