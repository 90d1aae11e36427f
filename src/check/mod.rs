//! Checks: the findings of all layers, with the severities of the configuration. Rules see units and files in memory,
//! never the disk.

mod since;
mod term_deprecated;
mod term_forbidden;
mod term_missing;
mod terms;

pub use since::Since;
pub use term_deprecated::TERM_DEPRECATED;
pub use term_forbidden::TERM_FORBIDDEN;
pub use term_missing::TERM_MISSING;
pub use terms::terms;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::catalog::{DocumentPlan, NOT_SYNCED, Write};
use crate::finding::{Finding, Rule, Severity};
use crate::text::Span;
use crate::{catalog, document, fluent, glossary};

/// The severity that a configuration gives a rule.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not reported.
    Off,
    /// Worth knowing.
    Note,
    /// Should be settled.
    Warning,
    /// Wrong.
    Error,
}

impl Level {
    /// The severity; none if it is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Note => Some(Severity::Note),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// The rules of this layer.
pub const RULES: &[Rule] = &[TERM_DEPRECATED, TERM_FORBIDDEN, TERM_MISSING];

/// All rules, sorted by name.
pub fn rules() -> Vec<Rule> {
    let mut rules = [catalog::RULES, RULES, document::RULES, fluent::RULES, glossary::RULES].concat();
    rules.sort_by_key(|rule| rule.name);
    rules
}

/// The findings of some plans, gravest documents first by name: sorted by path and place.
///
/// `not_synced` is the severity of files that `sync` would change: a warning, or an error where CI locks them.
pub fn findings(
    plans: &[DocumentPlan],
    levels: &BTreeMap<String, Level>,
    not_synced: Severity,
) -> Vec<Finding> {
    let mut all = Vec::new();
    for plan in plans {
        all.extend(plan.findings.iter().cloned());
        all.extend(plan.writes.iter().map(|write| unsynced(write, not_synced).in_document(&plan.name)));
        for target in &plan.targets {
            all.extend(target.findings.iter().cloned());
            let writes = target.writes.iter().map(|write| unsynced(write, not_synced));
            all.extend(writes.map(|finding| finding.in_document(&plan.name).in_locale(&target.locale)));
        }
    }
    all.dedup();
    configured(all, levels)
}

/// The same findings with the severities of the configuration, without those that are off, in the order of files.
pub fn configured(findings: Vec<Finding>, levels: &BTreeMap<String, Level>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = findings
        .into_iter()
        .filter_map(|finding| match levels.get(finding.rule) {
            None => Some(finding),
            Some(level) => level.severity().map(|severity| Finding { severity, ..finding }),
        })
        .collect();
    kept.sort_by(|a, b| (&a.place, a.rule, &a.id).cmp(&(&b.place, b.rule, &b.id)));
    kept
}

fn unsynced(write: &Write, severity: Severity) -> Finding {
    let what = match (&write.old, &write.new) {
        (None, _) => "make",
        (_, None) => "remove",
        _ => "change",
    };
    let message = format!("`yakugo sync` would {what} this file: run it and commit the result");
    Finding { severity, ..Finding::new(&NOT_SYNCED, Span::default(), message) }.at(&write.path)
}
