//! Rules, listed and explained.

use serde_json::{Value, json};

use crate::check;
use crate::finding::{Rule, Severity};

/// One line a rule: name, severity, what it reports.
pub fn rules() -> String {
    let rules = check::rules();
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    rules
        .iter()
        .map(|rule| format!("{:width$}  {:7}  {}\n", rule.name, rule.severity.name(), rule.summary()))
        .collect()
}

/// `{"version":1,"rules":[{"name","severity","group","summary","explanation"}]}`; the explanation is Markdown.
pub fn rules_json() -> String {
    let object = |group: &str, rule: &Rule| {
        json!({
            "name": rule.name,
            "severity": rule.severity.name(),
            "group": group,
            "summary": rule.summary(),
            "explanation": rule.paragraphs().join("\n\n"),
        })
    };
    let groups = check::groups();
    let rules: Vec<Value> =
        groups.iter().flat_map(|(group, rules)| rules.iter().map(|rule| object(group, rule))).collect();
    format!("{:#}\n", json!({ "version": 1, "rules": rules }))
}

/// The page of all rules: `docs/rules.md`.
pub fn rules_markdown() -> String {
    let mut out = "# Rules\n\n\
        What `yakugo check` can say, and what to do then. `yakugo explain NAME` shows one of these texts in the \
        terminal; a finding\nnames its rule in brackets, as in `error[stale]`. Another severity, or `off`, is set in \
        `yakugo.toml` under `[rules]`.\n\n\
        An **error** fails a run, a **warning** should be settled before a release, a **note** is worth knowing.\n"
        .to_owned();
    for (title, rules) in check::groups() {
        out.push_str(&format!("\n## {title}\n"));
        for rule in rules {
            out.push_str(&format!("\n### {}\n\n*{}*\n", rule.name, label(rule.severity)));
            for paragraph in rule.paragraphs() {
                let paragraph = match paragraph.split_once(": ") {
                    Some((head @ ("Why" | "Example" | "Fix"), text)) => format!("**{head}:** {text}"),
                    _ => paragraph,
                };
                out.push_str(&format!("\n{paragraph}\n"));
            }
        }
    }
    out
}

/// One rule, for the terminal.
pub fn explanation(rule: &Rule) -> String {
    let mut out = format!("{} ({})\n", rule.name, rule.severity.name());
    for paragraph in rule.paragraphs() {
        out.push_str(&format!("\n{}", wrapped(&paragraph)));
    }
    out
}

fn label(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    }
}

/// Lines of at most eighty columns, broken at blanks.
fn wrapped(text: &str) -> String {
    const WIDTH: usize = 80;
    let mut out = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        let width = crate::text::columns(word);
        if column > 0 && column + 1 + width > WIDTH {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += width;
    }
    out.push('\n');
    out
}
