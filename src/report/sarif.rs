//! Findings as SARIF 2.1.0, the form of code scanning.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::check;
use crate::finding::{Finding, Place, Rule, Severity};
use crate::report::{Texts, fingerprints, said, worst_first};

/// GitHub shows so many results of a run and does not choose the gravest.
const MOST: usize = 5_000;

/// One run: the rules that found something with their whole text, and the results, the gravest first.
///
/// Sources: OASIS SARIF 2.1.0; GitHub's documentation of its SARIF support for the limits.
pub fn sarif(findings: &[Finding], texts: &Texts<'_>) -> String {
    let mut sorted = worst_first(findings);
    sorted.truncate(MOST);
    let mut rules = check::rules();
    rules.retain(|rule| sorted.iter().any(|finding| finding.rule == rule.name));
    let indices: BTreeMap<&str, usize> =
        rules.iter().enumerate().map(|(index, rule)| (rule.name, index)).collect();
    let numbered = sorted.iter().zip(fingerprints(&sorted));
    let results: Vec<Value> = numbered
        .map(|(finding, fingerprint)| result(finding, indices.get(finding.rule), &fingerprint, texts))
        .collect();
    let report = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "yakugo",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(descriptor).collect::<Vec<_>>(),
            } },
            "automationDetails": { "id": "yakugo/" },
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": true,
                "toolExecutionNotifications": left_out(findings.len() - sorted.len()),
            }],
            "results": results,
        }],
    });
    format!("{report:#}\n")
}

fn left_out(count: usize) -> Vec<Value> {
    if count == 0 {
        return Vec::new();
    }
    let text = format!("{count} findings of the lowest severities are left out: a report holds {MOST}.");
    vec![json!({ "level": "note", "message": { "text": text } })]
}

fn descriptor(rule: &Rule) -> Value {
    let paragraphs = rule.paragraphs();
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.summary() },
        "fullDescription": { "text": paragraphs.join(" ") },
        "help": { "text": paragraphs.join("\n\n"), "markdown": paragraphs.join("\n\n") },
        "defaultConfiguration": { "level": rule.severity.name() },
        "properties": { "tags": ["translation"], "problem.severity": problem(rule.severity) },
    })
}

fn problem(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "recommendation",
    }
}

fn result(finding: &Finding, rule: Option<&usize>, fingerprint: &str, texts: &Texts<'_>) -> Value {
    let mut result = json!({
        "ruleId": finding.rule,
        "level": finding.severity.name(),
        "message": { "text": said(finding) },
        "locations": [{ "physicalLocation": location(&finding.place, texts) }],
        "partialFingerprints": { "primaryLocationLineHash": fingerprint },
    });
    if let Some(index) = rule {
        result["ruleIndex"] = json!(index);
    }
    if let Some(source) = &finding.source {
        result["relatedLocations"] = json!([{
            "id": 1,
            "message": { "text": "the source text" },
            "physicalLocation": location(source, texts),
        }]);
    }
    result
}

fn location(place: &Place, texts: &Texts<'_>) -> Value {
    let (start, end) = texts.positions(place);
    json!({
        "artifactLocation": { "uri": uri(&texts.path_in_repository(place)) },
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    })
}

/// A relative reference of RFC 3986: file names may hold what a URI may not.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
