//! What is wrong with pairs of a bitext, a line a finding: nothing of the other pairs is needed.

use std::collections::BTreeMap;

use serde_json::json;

use crate::check::{Pair, PairFinding, Side};
use crate::finding::Severity;
use crate::report::counts;
use crate::report::escape::one_line;

/// The findings about a pair as JSON, one object a line:
///
/// | key | what |
/// |---|---|
/// | `id` | what the file calls the pair; `null` if it has no name, or is none |
/// | `line` | the line that it begins on, from 1 |
/// | `rule`, `severity`, `message` | what is wrong and what to do |
/// | `concept` | the concept of the glossary that it is about; otherwise `null` |
/// | `in`, `start`, `end`, `text` | `source` or `target`, the characters of that text before the place and up to its end, and what stands there; `null` where it is about the pair |
pub fn pair_jsonl(line: usize, pair: Option<&Pair>, findings: &[PairFinding]) -> String {
    let empty = Pair::default();
    let pair = pair.unwrap_or(&empty);
    let mut characters = [Characters::new(&pair.source), Characters::new(&pair.target)];
    let mut out = String::new();
    for finding in findings {
        let place = finding.place.map(|(side, span)| {
            let of_side = match side {
                Side::Source => &mut characters[0],
                Side::Target => &mut characters[1],
            };
            (side.name(), of_side.before(span.start), of_side.before(span.end), span.of(of_side.text))
        });
        let object = json!({
            "id": Some(&pair.id).filter(|id| !id.is_empty()),
            "line": line,
            "rule": finding.rule,
            "severity": finding.severity.name(),
            "message": finding.message,
            "concept": finding.concept,
            "in": place.map(|(side, ..)| side),
            "start": place.map(|(_, start, ..)| start),
            "end": place.map(|(_, _, end, _)| end),
            "text": place.map(|(.., text)| text),
        });
        out.push_str(&format!("{object}\n"));
    }
    out
}

/// The findings about a pair for people, one a line: `path:line: severity[rule] id: message`.
pub fn pair_text(path: &str, line: usize, pair: Option<&Pair>, findings: &[PairFinding]) -> String {
    let id = pair.map(|pair| one_line(&pair.id)).filter(|id| !id.is_empty());
    let id = id.map(|id| format!("{id}: ")).unwrap_or_default();
    let said = |finding: &PairFinding| {
        let (severity, message) = (finding.severity.name(), one_line(&finding.message));
        format!("{path}:{line}: {severity}[{}] {id}{message}\n", finding.rule)
    };
    findings.iter().map(said).collect()
}

/// How many pairs were looked at, and how many findings of each severity there are.
pub fn pair_summary(pairs: usize, found: &BTreeMap<Severity, usize>) -> String {
    format!("{pairs} pair{}: {}\n", if pairs == 1 { "" } else { "s" }, counts(found))
}

/// Counts the characters before places of a text, most of which come in order.
struct Characters<'t> {
    text: &'t str,
    at: usize,
    count: usize,
}

impl<'t> Characters<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0, count: 0 }
    }

    fn before(&mut self, byte: usize) -> usize {
        if byte < self.at {
            (self.at, self.count) = (0, 0);
        }
        self.count += self.text.get(self.at..byte).unwrap_or_default().chars().count();
        self.at = byte;
        self.count
    }
}
