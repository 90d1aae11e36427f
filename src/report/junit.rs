//! Findings as a report of `JUnit`, which nearly every CI shows as a table of tests.

use std::collections::BTreeMap;

use crate::finding::{Finding, Severity};
use crate::report::{Texts, said};

/// A test suite a file, a test case a finding. Findings at or above the bar are failures, the others are tests that
/// passed with something to say. Without findings one test passed: an empty report is an error to some viewers.
pub fn junit(findings: &[Finding], texts: &Texts<'_>, bar: Severity) -> String {
    let mut files: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        files.entry(&finding.place.path).or_default().push(finding);
    }
    let failures = |findings: &[&Finding]| findings.iter().filter(|finding| finding.severity >= bar).count();
    let all: Vec<&Finding> = findings.iter().collect();
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"yakugo\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n",
        findings.len().max(1),
        failures(&all)
    );
    if findings.is_empty() {
        out.push_str(
            "  <testsuite name=\"yakugo\" tests=\"1\" failures=\"0\" errors=\"0\">\n    \
             <testcase classname=\"yakugo\" name=\"nothing to report\"/>\n  </testsuite>\n",
        );
    }
    for (path, findings) in files {
        out.push_str(&format!(
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n",
            escaped(path),
            findings.len(),
            failures(&findings)
        ));
        findings.iter().for_each(|finding| out.push_str(&case(finding, texts, bar)));
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn case(finding: &Finding, texts: &Texts<'_>, bar: Severity) -> String {
    let (start, _) = texts.positions(&finding.place);
    let path = escaped(&finding.place.path);
    let (line, column) = (start.line, start.column);
    let (severity, rule) = (finding.severity.name(), finding.rule);
    let id = finding.id.as_ref().map(|id| format!(" {}", escaped(id))).unwrap_or_default();
    let message = escaped(&said(finding));
    let at = format!("{path}:{line}:{column}");
    let result = if finding.severity >= bar {
        format!("<failure type=\"{severity}\" message=\"{message}\">{at}</failure>")
    } else {
        format!("<system-out>{at}: {severity}: {message}</system-out>")
    };
    format!(
        "    <testcase classname=\"{path}\" name=\"{rule}{id} ({line}:{column})\" file=\"{path}\" line=\"{line}\">\n      \
         {result}\n    </testcase>\n"
    )
}

/// Text for elements and attributes. XML 1.0 has no way at all to write most control characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // As characters they would become blanks in an attribute.
            '\t' | '\n' | '\r' => out.push_str(&format!("&#{};", u32::from(c))),
            '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            _ => out.push(c),
        }
    }
    out
}
