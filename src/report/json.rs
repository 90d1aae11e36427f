//! Findings as one JSON object, for programs. Its shape is versioned.

use serde_json::{Value, json};

use crate::finding::{Finding, Fix, Severity};
use crate::report::{Texts, summary};

/// `{"version":1,"findings":[…],"summary":{…}}`; lines and columns count from 1, columns in characters.
pub fn json(findings: &[Finding], texts: &Texts<'_>) -> String {
    let counts = summary(findings);
    let count = |severity: Severity| counts.get(&severity).copied().unwrap_or_default();
    let all: Vec<Value> = findings.iter().map(|finding| object(finding, texts)).collect();
    let report = json!({
        "version": 1,
        "findings": all,
        "summary": {
            "errors": count(Severity::Error),
            "warnings": count(Severity::Warning),
            "notes": count(Severity::Note),
        },
    });
    format!("{report:#}\n")
}

/// The same objects, one a line and nothing else.
pub fn jsonl(findings: &[Finding], texts: &Texts<'_>) -> String {
    findings.iter().map(|finding| format!("{}\n", object(finding, texts))).collect()
}

fn object(finding: &Finding, texts: &Texts<'_>) -> Value {
    let (start, end) = texts.positions(&finding.place);
    let source = finding.source.as_ref().map(|place| {
        let (start, _) = texts.positions(place);
        json!({ "path": place.path, "line": start.line })
    });
    json!({
        "rule": finding.rule,
        "severity": finding.severity.name(),
        "locale": finding.locale,
        "document": finding.document,
        "id": finding.id,
        "path": finding.place.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "message": finding.message,
        "source": source,
        "fixes": finding.fixes.iter().map(fix).collect::<Vec<_>>(),
        "fingerprint": finding.fingerprint(),
    })
}

fn fix(fix: &Fix) -> Value {
    let edits: Vec<Value> = fix
        .edits
        .iter()
        .map(|edit| json!({ "start": edit.span.start, "end": edit.span.end, "text": edit.text }))
        .collect();
    json!({ "safe": fix.safe, "edits": edits })
}
