//! Findings as workflow commands, which GitHub shows beside the lines of a pull request.

use crate::finding::{Finding, Severity};
use crate::report::{Texts, worst_first};

/// How many annotations of one kind GitHub shows of a step; it drops the others without a word.
const SHOWN: usize = 10;

/// `::error file=…,line=…::message`, the gravest first; if there are more than GitHub shows, a last notice says how
/// many, so that nobody takes what is shown for all.
///
/// Source: GitHub's documentation of workflow commands; the escapes are those of its `@actions/core`.
pub fn github(findings: &[Finding], texts: &Texts<'_>) -> String {
    let sorted = worst_first(findings);
    let mut out = String::new();
    let mut shown = 0;
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        // The last notice is kept for the count.
        let most = if severity == Severity::Note { SHOWN - 1 } else { SHOWN };
        let alike = sorted.iter().filter(|finding| finding.severity == severity);
        for finding in alike.take(most) {
            out.push_str(&command(finding, texts));
            shown += 1;
        }
    }
    if shown < findings.len() {
        let more = findings.len() - shown;
        out.push_str(&format!("::notice title=yakugo::and {more} more: `yakugo check` shows all of them\n"));
    }
    out
}

fn command(finding: &Finding, texts: &Texts<'_>) -> String {
    let (start, end) = texts.positions(&finding.place);
    let name = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let id = finding.id.as_ref().map(|id| format!(" {id}")).unwrap_or_default();
    let title = property(&format!("{}{id}", finding.rule));
    let file = property(&texts.path_in_repository(&finding.place));
    // Columns are read only where the lines are one.
    let end = if end.line == start.line {
        format!("endLine={},endColumn={}", end.line, end.column)
    } else {
        format!("endLine={}", end.line)
    };
    let (line, column, message) = (start.line, start.column, data(&finding.message));
    format!("::{name} file={file},line={line},col={column},{end},title={title}::{message}\n")
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
