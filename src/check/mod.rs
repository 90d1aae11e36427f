//! Checks: the findings of all layers, with the severities of the configuration. Rules see units and files in memory,
//! never the disk.
//!
//! A new rule about translations is a file with its `rule!` and a function `check(&Unit) -> Vec<Finding>`, and a line in
//! `OF_UNITS`. Its page in `docs/rules.md`, `yakugo explain`, the configuration, suppressions and baselines follow from
//! that.

pub mod allow;
mod baseline;
mod comparator_mismatch;
mod fix;
mod gates;
mod invisible_character;
mod levels;
mod messages;
mod negation_lost;
mod number_mismatch;
mod parity;
mod since;
mod term_deprecated;
mod term_forbidden;
mod term_missing;
mod terms;
mod unit;
mod unit_mismatch;

pub use baseline::{Baseline, NotABaseline, OUTDATED_BASELINE};
pub use comparator_mismatch::COMPARATOR_MISMATCH;
pub use fix::{Fixed, fix_article, fix_fluent};
pub use gates::{GATE, Gate, Gates};
pub use invisible_character::INVISIBLE_CHARACTER;
pub use levels::{Level, Levels, Override, rule_names};
pub use negation_lost::NEGATION_LOST;
pub use number_mismatch::NUMBER_MISMATCH;
pub use parity::{Mismatch, Stated, mismatches};
pub use since::Since;
pub use term_deprecated::TERM_DEPRECATED;
pub use term_forbidden::TERM_FORBIDDEN;
pub use term_missing::TERM_MISSING;
pub use unit_mismatch::UNIT_MISMATCH;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::{DocumentFiles, DocumentPlan, NOT_SYNCED, TermFile, Write};
use crate::finding::{Finding, Rule};
use crate::glossary::{Glossary, Judge};
use crate::text::Span;
use crate::{catalog, document, fluent, glossary};
use unit::Unit;

/// A rule that looks at one translation.
type OfUnit = (Rule, fn(&Unit<'_>) -> Vec<Finding>);

/// The rules that look at one translation and its source.
const OF_UNITS: &[OfUnit] = &[(INVISIBLE_CHARACTER, invisible_character::check)];

/// The rules that hold translations to the glossary: one verdict, three rules.
const OF_TERMS: &[Rule] = &[TERM_DEPRECATED, TERM_FORBIDDEN, TERM_MISSING];

/// The rules about what a translation must have in common with its source: one comparison, four rules.
const OF_PARITY: &[Rule] = &[COMPARATOR_MISMATCH, NEGATION_LOST, NUMBER_MISMATCH, UNIT_MISMATCH];

/// The rules about what was said to the checks.
const OF_CHECKS: &[Rule] = &[allow::INVALID_ALLOW, allow::UNUSED_ALLOW, GATE, OUTDATED_BASELINE];

/// All rules in groups for people, each sorted by name.
pub fn groups() -> Vec<(&'static str, Vec<Rule>)> {
    let judged = OF_TERMS.iter().chain(OF_PARITY).chain(messages::RULES);
    let of_units: Vec<Rule> = OF_UNITS.iter().map(|(rule, _)| rule).chain(judged).copied().collect();
    let mut groups = vec![
        ("How translations stand", catalog::RULES.to_vec()),
        ("Translations", of_units),
        ("Documents", document::RULES.to_vec()),
        ("Fluent files", fluent::rules()),
        ("Glossary", glossary::RULES.to_vec()),
        ("The checks themselves", OF_CHECKS.to_vec()),
    ];
    groups.iter_mut().for_each(|(_, rules)| rules.sort_by_key(|rule| rule.name));
    groups
}

/// All rules, sorted by name.
pub fn rules() -> Vec<Rule> {
    let mut rules: Vec<Rule> = groups().into_iter().flat_map(|(_, rules)| rules).collect();
    rules.sort_by_key(|rule| rule.name);
    rules
}

/// What is wrong with the translations of some plans. `files` are those that the plans were made from, in the same
/// order; findings point into the translators' files. `term_files` are those that are there.
pub fn translations(
    plans: &[DocumentPlan],
    files: &[DocumentFiles],
    glossary: &Glossary,
    term_files: &[TermFile],
    source_locale: &str,
) -> Vec<Finding> {
    let locales = plans.iter().flat_map(|plan| &plan.targets).map(|target| target.locale.as_str());
    let mut judges: BTreeMap<&str, Judge<'_>> = BTreeMap::new();
    for locale in locales {
        judges.entry(locale).or_insert_with(|| Judge::new(glossary, source_locale, locale));
    }
    let of_document = |(plan, files): (&DocumentPlan, &DocumentFiles)| {
        let mut findings = Vec::new();
        // Read once for all locales.
        let sources: Vec<Stated<'_>> =
            plan.sources.iter().map(|source| Stated::new(&source.text, source_locale)).collect();
        for target in &plan.targets {
            let file = files.targets.iter().find(|files| files.locale == target.locale);
            let text = file.and_then(|file| file.ftl.text.as_deref()).unwrap_or_default();
            for (at, unit) in Unit::of(plan, target, text) {
                findings.extend(OF_UNITS.iter().flat_map(|(_, check)| check(&unit)));
                findings.extend(
                    judges.get(unit.locale()).map(|judge| terms::check(&unit, judge)).into_iter().flatten(),
                );
                findings
                    .extend(sources.get(at).map(|source| parity::check(&unit, source)).into_iter().flatten());
            }
        }
        findings
    };
    let mut findings: Vec<Finding> = plans.par_iter().zip(files).flat_map_iter(of_document).collect();
    let terms = term_files.iter().map(|file| (file.locale.as_str(), file.resource(glossary))).collect();
    findings.extend(messages::findings(plans, files, &terms, source_locale));
    findings
}

/// The files of terms that `sync` would change.
pub fn of_term_files(files: &[TermFile], glossary: &Glossary) -> Vec<Finding> {
    let write = |file: &TermFile| Some(unsynced(&file.write(glossary)?).in_locale(&file.locale));
    files.iter().filter_map(write).collect()
}

/// What is to be said about some plans: the state of units, and the files that `sync` would change.
pub fn findings(plans: &[DocumentPlan]) -> Vec<Finding> {
    let mut all = Vec::new();
    for plan in plans {
        all.extend(plan.findings.iter().cloned());
        all.extend(plan.writes.iter().map(|write| unsynced(write).in_document(&plan.name)));
        for target in &plan.targets {
            all.extend(target.findings.iter().cloned());
            let writes = target.writes.iter().map(unsynced);
            all.extend(writes.map(|finding| finding.in_document(&plan.name).in_locale(&target.locale)));
        }
    }
    all.dedup();
    all
}

/// Puts findings in the order of files.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| (&a.place, a.rule, &a.id).cmp(&(&b.place, b.rule, &b.id)));
}

fn unsynced(write: &Write) -> Finding {
    let what = match (&write.old, &write.new, &write.from) {
        (_, _, Some(from)) => format!("rename {from} to this"),
        (None, _, _) => "make this file".to_owned(),
        (_, None, _) => "remove this file".to_owned(),
        _ => "change this file".to_owned(),
    };
    let message = format!("`yakugo sync` would {what}: run it and commit the result");
    Finding::new(&NOT_SYNCED, Span::default(), message).at(&write.path)
}
