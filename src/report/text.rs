//! Findings for people on a terminal.

use std::collections::BTreeSet;

use anstyle::{AnsiColor, Style};

use crate::catalog::MISSING;
use crate::finding::{Finding, Severity};
use crate::report::{Texts, summary};

/// Each finding with its place and the line it is about, then a line that counts them. Carries ANSI colours; the
/// terminal's face strips them where they do not belong.
pub fn text(findings: &[Finding], texts: &Texts<'_>) -> String {
    let mut out = String::new();
    let mut told = BTreeSet::new();
    for finding in findings {
        if finding.rule != MISSING.name {
            out.push_str(&one(finding, texts));
        } else if told.insert(&finding.place.path) {
            out.push_str(&missing(finding, findings, texts));
        }
    }
    out.push_str(&counted(findings));
    out
}

/// All missing texts of a file in one: a hundred places to type in are one thing to do.
fn missing(first: &Finding, findings: &[Finding], texts: &Texts<'_>) -> String {
    let path = &first.place.path;
    let count = findings.iter().filter(|other| other.rule == first.rule && other.place.path == *path).count();
    if count == 1 {
        return one(first, texts);
    }
    let colour = colour(first.severity);
    let (start, _) = texts.positions(&first.place);
    format!(
        "{colour}{}[{}]{colour:#}: {count} texts are not translated yet: `yakugo status --todo` lists them\n  \
         --> {path}:{}:{}\n\n",
        first.severity.name(),
        first.rule,
        start.line,
        start.column
    )
}

fn one(finding: &Finding, texts: &Texts<'_>) -> String {
    let colour = colour(finding.severity);
    let (start, _) = texts.positions(&finding.place);
    let path = &finding.place.path;
    let head = format!("{colour}{}[{}]{colour:#}", finding.severity.name(), finding.rule);
    let id = finding.id.as_ref().map(|id| format!(" {id}")).unwrap_or_default();
    let mut out = format!("{head}{id}: {}\n  --> {path}:{}:{}\n", finding.message, start.line, start.column);
    if let Some(source) = &finding.source {
        let (at, _) = texts.positions(source);
        let line = source_text(finding, texts);
        out.push_str(&format!("  source: {}:{}: {line}\n", source.path, at.line));
    }
    out.push('\n');
    out
}

fn source_text(finding: &Finding, texts: &Texts<'_>) -> String {
    let line = finding.source.as_ref().and_then(|place| texts.line_text(place)).unwrap_or_default();
    cut(line.trim(), 60)
}

/// At most so many characters, with `…` where something was cut.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let mut chars = text.chars();
    let kept: String = chars.by_ref().take(most).collect();
    if chars.next().is_some() { format!("{kept}…") } else { kept }
}

fn colour(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::Cyan,
    };
    Style::new().bold().fg_color(Some(colour.into()))
}

fn counted(findings: &[Finding]) -> String {
    let counts = summary(findings);
    if counts.is_empty() {
        return "Nothing to report.\n".to_owned();
    }
    let parts: Vec<String> = counts
        .iter()
        .rev()
        .map(|(severity, count)| format!("{count} {}{}", severity.name(), if *count == 1 { "" } else { "s" }))
        .collect();
    format!("{}\n", parts.join(", "))
}
