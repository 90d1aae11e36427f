//! Findings as text and JSON. Only here do bytes become lines and columns.

pub mod changes;
mod concepts;
mod json;
mod patch;
pub mod progress;
pub mod review;
mod rules;
mod text;

pub use concepts::{concepts, differences};
pub use json::json;
pub use patch::patch;
pub use rules::{explanation, rules, rules_json, rules_markdown};
pub use text::text;

pub(crate) use text::cut;

use std::collections::{BTreeMap, HashMap};

use crate::catalog::DocumentFiles;
use crate::finding::{Finding, Place, Severity};
use crate::text::{LineIndex, Position};

/// The texts that findings point into, by path relative to the project.
#[derive(Debug, Default)]
pub struct Texts<'a> {
    texts: HashMap<&'a str, (&'a str, LineIndex)>,
}

impl<'a> Texts<'a> {
    /// The texts of all files that some findings name.
    pub fn new(files: &'a [DocumentFiles], findings: &[Finding]) -> Self {
        let named: std::collections::HashSet<&str> = findings
            .iter()
            .flat_map(|finding| [Some(&finding.place), finding.source.as_ref()])
            .flatten()
            .map(|place| place.path.as_str())
            .collect();
        let all = files.iter().flat_map(|files| {
            let targets =
                files.targets.iter().flat_map(|target| [&target.ftl, &target.ledger, &target.attic]);
            [&files.document, &files.source, &files.past].into_iter().chain(targets)
        });
        let texts = all
            .filter(|file| named.contains(file.path.as_str()))
            .filter_map(|file| Some((file.path.as_str(), file.text.as_deref()?)))
            .map(|(path, text)| (path, (text, LineIndex::new(text))))
            .collect();
        Self { texts }
    }

    /// Adds a text that belongs to no document (a glossary file, a file outside any project).
    pub fn add(&mut self, path: &'a str, text: &'a str) {
        self.texts.insert(path, (text, LineIndex::new(text)));
    }

    /// First and last position of a place; line 1, column 1 of a file whose text is not known.
    pub fn positions(&self, place: &Place) -> (Position, Position) {
        let first = Position { line: 1, column: 1 };
        match self.texts.get(place.path.as_str()) {
            Some((text, index)) => {
                (index.position(text, place.span.start), index.position(text, place.span.end))
            }
            None => (first, first),
        }
    }

    /// The line that a place begins on.
    fn line_text(&self, place: &Place) -> Option<&'a str> {
        let (text, index) = self.texts.get(place.path.as_str())?;
        text.lines().nth(index.line(place.span.start) - 1)
    }
}

/// How many findings of each severity there are.
pub fn summary(findings: &[Finding]) -> BTreeMap<Severity, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.severity).or_insert(0) += 1;
    }
    counts
}
