//! Findings in the forms that people, programs and hosting sites read; one file a form.
//!
//! Forms for people name files from the project's folder, those for hosting sites (`github`, `gitlab`, `sarif`,
//! `rdjson`) from the repository's. Lines and columns count from 1, columns in characters unless a form says otherwise.

pub mod changes;
mod concepts;
mod concise;
mod escape;
mod github;
mod gitlab;
mod html;
pub mod impact;
mod json;
mod junit;
mod markdown;
mod patch;
pub mod progress;
mod rdjson;
pub mod review;
mod rules;
mod sarif;
mod text;
mod texts;

pub use concepts::{concepts, differences};
pub use concise::concise;
pub use github::github;
pub use gitlab::gitlab;
pub use json::{json, jsonl};
pub use junit::junit;
pub use markdown::markdown;
pub use patch::patch;
pub use rdjson::rdjson;
pub use rules::{explanation, rules, rules_json, rules_markdown};
pub use sarif::sarif;
pub use text::text;
pub use texts::Texts;

pub(crate) use text::cut;

use std::collections::{BTreeMap, HashMap};

use crate::finding::{Finding, Severity};

/// How many findings of each severity there are.
pub fn summary(findings: &[Finding]) -> BTreeMap<Severity, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.severity).or_insert(0) += 1;
    }
    counts
}

/// `2 errors, 1 note`.
fn counted(findings: &[Finding]) -> String {
    let counts = summary(findings);
    if counts.is_empty() {
        return "Nothing to report.".to_owned();
    }
    let s = |count: usize| if count == 1 { "" } else { "s" };
    let parts = counts.iter().rev();
    let parts: Vec<String> =
        parts.map(|(severity, count)| format!("{count} {}{}", severity.name(), s(*count))).collect();
    parts.join(", ")
}

/// What a form says that has no place of its own for the unit.
fn said(finding: &Finding) -> String {
    match &finding.id {
        Some(id) => format!("{id}: {}", finding.message),
        None => finding.message.clone(),
    }
}

/// The gravest first, otherwise in the given order: for sites that show only so many.
fn worst_first(findings: &[Finding]) -> Vec<&Finding> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    sorted
}

/// The fingerprint of each finding, with a number that tells equal ones apart: sites show only one of two alike.
fn fingerprints(findings: &[&Finding]) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let number = |finding: &&Finding| {
        let fingerprint = finding.fingerprint();
        let count = seen.entry(fingerprint.clone()).or_default();
        *count += 1;
        format!("{fingerprint}:{count}")
    };
    findings.iter().map(number).collect()
}
