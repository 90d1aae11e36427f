//! Findings that were there before anybody checked: a list in the repository, so that only new ones fail.

use std::collections::BTreeMap;

use crate::catalog::{MISSING, NOT_SYNCED};
use crate::check::GATE;
use crate::check::allow::{INVALID_ALLOW, UNUSED_ALLOW};
use crate::finding::{Finding, Severity, rule};
use crate::text::Span;

rule! {
    /// The baseline lists a finding that is not there any more.
    ///
    /// Why: the list is there to shrink. A line that stays would hide the same mistake when it comes back.
    ///
    /// Example: a term was corrected, and `yakugo check --baseline baseline.txt --strict-baseline` runs in CI.
    ///
    /// Fix: delete the line, or make the list anew: `yakugo check --write-baseline baseline.txt`.
    pub const OUTDATED_BASELINE: "outdated-baseline", Error;
}

const HEADER: &str = "# yakugo baseline ";
const VERSION: u32 = 1;
const HELP: &str = "# Findings that were there when this list was made; `yakugo check --baseline` leaves them out.\n\
                    # Delete a line to see its finding again. Fields: fingerprint, rule, file, id, message.\n";

/// Why a file is no baseline that can be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotABaseline {
    /// The first line says another version.
    #[error(
        "was written as version {0} of the format, and this yakugo reads version {VERSION}: update yakugo, or make the list anew with --write-baseline"
    )]
    Version(String),
    /// It begins otherwise.
    #[error("is no baseline: make one with `yakugo check --write-baseline FILE`")]
    Other,
}

/// A list of findings, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// By fingerprint: the lines that list it, more than one if it was found more than once.
    lines: BTreeMap<String, Vec<Line>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    span: Span,
    what: String,
}

impl Baseline {
    /// Reads a list.
    ///
    /// ```
    /// use yakugo::check::{Baseline, NotABaseline};
    /// assert!(Baseline::parse("# yakugo baseline 1\n").is_ok());
    /// assert_eq!(Baseline::parse("# yakugo baseline 7\n"), Err(NotABaseline::Version("7".into())));
    /// ```
    pub fn parse(text: &str) -> Result<Self, NotABaseline> {
        let first = text.lines().next().unwrap_or_default().trim_start_matches('\u{FEFF}');
        let version = first.strip_prefix(HEADER).ok_or(NotABaseline::Other)?.trim();
        if version != VERSION.to_string() {
            return Err(NotABaseline::Version(version.to_owned()));
        }
        let mut lines: BTreeMap<String, Vec<Line>> = BTreeMap::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let start = at;
            at += line.len();
            let line = line.trim_end();
            if let Some((fingerprint, what)) = line.split_once('\t').filter(|_| !line.starts_with('#')) {
                let entry =
                    Line { span: Span::new(start, start + line.len()), what: what.replace('\t', " ") };
                lines.entry(fingerprint.to_owned()).or_default().push(entry);
            }
        }
        Ok(Self { lines })
    }

    /// The list of some findings, of this severity or graver, sorted by file and rule. What says how far a translation
    /// is (`missing`, `not-synced`) is never listed: gates and `sync` see to that.
    pub fn text(findings: &[Finding], from: Severity) -> String {
        let listed = findings.iter().filter(|finding| finding.severity >= from && is_listed(finding));
        let mut lines: Vec<[String; 5]> = listed
            .map(|finding| {
                let id = finding.id.clone().unwrap_or_default();
                let fields =
                    [finding.place.path.clone(), finding.rule.to_owned(), id, finding.message.clone()];
                let [path, rule, id, message] = fields.map(|field| field.replace(['\t', '\n', '\r'], " "));
                [path, rule, id, finding.fingerprint(), message]
            })
            .collect();
        lines.sort();
        let lines = lines.into_iter().map(|[path, rule, id, fingerprint, message]| {
            [fingerprint, rule, path, id, message].join("\t") + "\n"
        });
        format!("{HEADER}{VERSION}\n{HELP}{}", lines.collect::<String>())
    }

    /// How many findings are listed.
    pub fn len(&self) -> usize {
        self.lines.values().map(Vec::len).sum()
    }

    /// Whether nothing is listed.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The findings that are not listed, and one for each line whose finding is not there any more. `path` is the file
    /// of the list.
    pub fn apply(&self, findings: Vec<Finding>, path: &str) -> (Vec<Finding>, Vec<Finding>) {
        let mut left = self.lines.clone();
        let mut is_new = |finding: &Finding| {
            let lines = left.get_mut(&finding.fingerprint()).filter(|_| is_listed(finding));
            lines.and_then(Vec::pop).is_none()
        };
        let new = findings.into_iter().filter(|finding| is_new(finding)).collect();
        let gone = left.into_values().flatten().map(|line| {
            let message = format!("this finding is not there any more: delete its line ({})", line.what);
            Finding::new(&OUTDATED_BASELINE, line.span, message).at(path)
        });
        (new, gone.collect())
    }
}

/// What a baseline may hide.
fn is_listed(finding: &Finding) -> bool {
    let never = [&MISSING, &NOT_SYNCED, &INVALID_ALLOW, &UNUSED_ALLOW, &GATE, &OUTDATED_BASELINE];
    never.iter().all(|rule| rule.name != finding.rule)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::STALE;

    fn finding(path: &str, at: usize) -> Finding {
        Finding::new(&STALE, Span::empty(at), "10 → 100\tmg").at(path).unit("dose")
    }

    #[test]
    fn what_is_written_hides_what_it_lists_as_often_as_it_does() {
        let text = Baseline::text(&[finding("b.ftl", 7), finding("a.ftl", 3)], Severity::Warning);
        assert!(text.lines().nth(3).unwrap().contains("\tstale\ta.ftl\tdose\t10 → 100 mg"), "{text}");
        let baseline = Baseline::parse(&text).unwrap();
        assert_eq!(baseline.len(), 2);
        // Lines moved; one finding more of a kind that is listed once.
        let now = vec![finding("a.ftl", 90), finding("a.ftl", 99), finding("b.ftl", 7)];
        let (new, gone) = baseline.apply(now, "list");
        assert_eq!((new, gone), (vec![finding("a.ftl", 99)], Vec::new()));
        let (new, gone) = baseline.apply(vec![finding("b.ftl", 7)], "list");
        assert_eq!((new.len(), gone.len()), (0, 1));
        assert_eq!(gone[0].place.span.of(&text), text.lines().nth(3).unwrap());
    }

    #[test]
    fn the_list_has_only_what_it_may_hide() {
        let missing = Finding::new(&MISSING, Span::default(), "").at("a.ftl");
        let note = Finding { severity: Severity::Note, ..finding("a.ftl", 0) };
        let text = Baseline::text(&[missing.clone(), note.clone()], Severity::Warning);
        assert!(Baseline::parse(&text).unwrap().is_empty(), "{text}");
        assert_eq!(Baseline::parse(&Baseline::text(&[missing, note], Severity::Note)).unwrap().len(), 1);
    }
}
