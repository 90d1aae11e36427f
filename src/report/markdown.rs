//! Findings as Markdown, for the summary of a job or a comment on a pull request.

use crate::finding::{Finding, Severity};
use crate::report::escape::markdown as escaped;
use crate::report::{Texts, counted, said, worst_first};

/// GitHub refuses a whole summary of more than 1 MiB; other steps may want some of it.
const MOST_BYTES: usize = 900_000;

/// How many there are, and a table of them, the gravest first.
pub fn markdown(findings: &[Finding], texts: &Texts<'_>) -> String {
    let mut out = format!("### yakugo: {}\n", counted(findings));
    if findings.is_empty() {
        return out;
    }
    out.push_str("\n| | rule | where | what |\n|---|---|---|---|\n");
    for (done, finding) in worst_first(findings).into_iter().enumerate() {
        let row = row(finding, texts);
        if out.len() + row.len() > MOST_BYTES {
            out.push_str(&format!(
                "\nand {} more: `yakugo check` shows all of them\n",
                findings.len() - done
            ));
            break;
        }
        out.push_str(&row);
    }
    out
}

fn row(finding: &Finding, texts: &Texts<'_>) -> String {
    let (start, _) = texts.positions(&finding.place);
    let sign = match finding.severity {
        Severity::Error => "❌",
        Severity::Warning => "⚠️",
        Severity::Note => "ℹ️",
    };
    let place = escaped(&format!("{}:{}:{}", finding.place.path, start.line, start.column));
    let message = escaped(&said(finding));
    format!("| {sign} {} | {} | {place} | {message} |\n", finding.severity.name(), finding.rule)
}
