//! Findings one a line, for editors, `grep` and logs.

use crate::finding::Finding;
use crate::report::escape::one_line;
use crate::report::{Texts, said};

/// `path:line:column: severity[rule] id: message`, in the given order.
pub fn concise(findings: &[Finding], texts: &Texts<'_>) -> String {
    findings.iter().map(|finding| line(finding, texts)).collect()
}

fn line(finding: &Finding, texts: &Texts<'_>) -> String {
    let (start, _) = texts.positions(&finding.place);
    let message = one_line(&said(finding));
    let (severity, rule) = (finding.severity.name(), finding.rule);
    format!("{}:{}:{}: {severity}[{rule}] {message}\n", finding.place.path, start.line, start.column)
}
