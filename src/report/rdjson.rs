//! Findings for reviewdog, which comments on pull requests of most hosting sites.

use serde_json::{Value, json};

use crate::finding::{Edit, Finding, Fix, Place, Severity};
use crate::report::{Texts, said};
use crate::text::Position;

/// A `DiagnosticResult` of the Reviewdog Diagnostic Format. Its columns count bytes of UTF-8. Safe fixes are
/// suggestions.
pub fn rdjson(findings: &[Finding], texts: &Texts<'_>) -> String {
    let diagnostics: Vec<Value> = findings.iter().map(|finding| diagnostic(finding, texts)).collect();
    let report = json!({ "source": { "name": "yakugo" }, "diagnostics": diagnostics });
    format!("{report:#}\n")
}

fn diagnostic(finding: &Finding, texts: &Texts<'_>) -> Value {
    let severity = match finding.severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Note => "INFO",
    };
    let edits = finding.fixes.iter().filter_map(only_edit);
    let suggestions: Vec<Value> = edits
        .map(|edit| {
            let place = Place { path: finding.place.path.clone(), span: edit.span };
            json!({ "range": range(&place, texts), "text": edit.text })
        })
        .collect();
    json!({
        "message": said(finding),
        "location": {
            "path": texts.path_in_repository(&finding.place),
            "range": range(&finding.place, texts),
        },
        "severity": severity,
        "code": { "value": finding.rule },
        "suggestions": suggestions,
    })
}

/// Suggestions are taken one by one: a fix that needs several edits would be done by half.
fn only_edit(fix: &Fix) -> Option<&Edit> {
    match fix.edits.as_slice() {
        [edit] if fix.safe => Some(edit),
        _ => None,
    }
}

fn range(place: &Place, texts: &Texts<'_>) -> Value {
    let position = |at: Position| json!({ "line": at.line, "column": at.column });
    let (start, end) = texts.byte_positions(place);
    json!({ "start": position(start), "end": position(end) })
}
