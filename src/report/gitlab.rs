//! Findings as a GitLab code quality report, shown in merge requests.

use serde_json::{Value, json};

use crate::finding::{Finding, Severity};
use crate::report::{Texts, fingerprints, said};

/// A JSON array of `{description, check_name, fingerprint, severity, location}`; `[]` when clean.
///
/// Source: GitLab's documentation of the code quality report format.
pub fn gitlab(findings: &[Finding], texts: &Texts<'_>) -> String {
    let all: Vec<&Finding> = findings.iter().collect();
    let numbered = all.iter().zip(fingerprints(&all));
    let issues: Vec<Value> =
        numbered.map(|(finding, fingerprint)| issue(finding, &fingerprint, texts)).collect();
    format!("{:#}\n", Value::from(issues))
}

fn issue(finding: &Finding, fingerprint: &str, texts: &Texts<'_>) -> Value {
    let (start, end) = texts.positions(&finding.place);
    let severity = match finding.severity {
        Severity::Error => "critical",
        Severity::Warning => "major",
        Severity::Note => "info",
    };
    json!({
        "description": said(finding),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {
            "path": texts.path_in_repository(&finding.place),
            "lines": { "begin": start.line, "end": end.line },
        },
    })
}
