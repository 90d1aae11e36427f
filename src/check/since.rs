//! `--since`: the findings that a branch is asked about.

use std::collections::{HashMap, HashSet};

use crate::catalog::{Before, DocumentPlan, Status, UnitNow, units};
use crate::finding::{Finding, Severity};

/// What a branch did, as far as findings ask.
pub struct Since<'a> {
    /// The plans of the project as it is.
    pub plans: &'a [DocumentPlan],
    /// The units as they were.
    pub before: &'a Before<'a>,
    /// The findings as they were.
    pub earlier: &'a [Finding],
    /// Whether a file has another text than it had.
    pub is_file_touched: &'a dyn Fn(&str) -> bool,
    /// An author who edits an article need not be able to translate it: findings on translations that the branch's own
    /// edits of source texts left stale are no graver than this.
    pub source_change: Severity,
}

impl Since<'_> {
    /// Chooses the findings that have to do with what the branch did:
    ///
    /// - those of a unit whose source text, translation or record it touched,
    /// - those of no unit, but of a file that it touched,
    /// - those that were not there before, whatever brought them (a new term of the glossary).
    pub fn choose(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let mut units_of: HashMap<(&str, &str), Vec<UnitNow<'_>>> = HashMap::new();
        for now in units(self.plans) {
            units_of.entry((&now.plan.name, &now.source.id)).or_default().push(now);
        }
        let earlier: HashSet<_> = self.earlier.iter().map(identity).collect();
        let mut chosen = Vec::new();
        for mut finding in findings {
            let name = finding.document.as_deref().zip(finding.id.as_deref());
            let mut about = name.and_then(|name| units_of.get(&name)).cloned().unwrap_or_default();
            about.retain(|now| finding.locale.as_ref().is_none_or(|locale| *locale == now.target.locale));
            let is_touched = match about.as_slice() {
                [] => (self.is_file_touched)(&finding.place.path),
                units => units.iter().any(|now| self.before.is_touched(now)),
            };
            if !is_touched && earlier.contains(&identity(&finding)) {
                continue;
            }
            if finding.locale.is_some() && about.iter().any(|now| self.is_left_stale(now)) {
                finding.severity = finding.severity.min(self.source_change);
            }
            chosen.push(finding);
        }
        chosen
    }

    fn is_left_stale(&self, now: &UnitNow<'_>) -> bool {
        matches!(now.unit.status, Status::Stale(_)) && self.before.is_source_changed(now)
    }
}

/// What makes two findings the same one in two commits: everything but where it stands.
fn identity(finding: &Finding) -> (&str, Option<&str>, Option<&str>, Option<&str>, &str) {
    let Finding { rule, document, locale, id, message, .. } = finding;
    (rule, document.as_deref(), locale.as_deref(), id.as_deref(), message)
}
