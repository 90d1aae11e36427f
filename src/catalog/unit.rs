//! Units, and the plan of a document: what stands, and what would be written.

use std::sync::Arc;

use crate::catalog::date::Date;
use crate::catalog::family::Family;
use crate::catalog::ledger::State;
use crate::catalog::plan::Origin;
use crate::catalog::rules::STALE;
use crate::catalog::settle::Status;
use crate::document::{HeadingPath, Kind};
use crate::finding::{Finding, Severity};
use crate::text::{Fingerprint, Span};

/// A source text of a document under its lasting id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceUnit {
    /// The lasting id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The text a translation must answer.
    pub text: Arc<str>,
    /// The fingerprint of that text.
    pub fingerprint: Fingerprint,
    /// Bytes in the document.
    pub span: Span,
    /// The headings it stands under.
    pub path: HeadingPath,
    /// What the author says to translators.
    pub notes: Vec<String>,
}

/// A source text in one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// How it stands.
    pub status: Status,
    /// What is recorded of it, after this plan.
    pub state: Option<State>,
    /// The translation in the file: its text, or its Fluent source where it is not text alone.
    pub translation: Option<String>,
    /// Whether the translation refers to terms, variables or messages, so that it is Fluent source.
    pub is_source: bool,
    /// Bytes of the translator's file that hold it (message or stub); none if it is not there yet.
    pub place: Option<Span>,
    /// Of a stale unit: the source text that was translated, where it is known.
    pub old_source: Option<String>,
    /// Of a stale unit: the day on which that text was replaced.
    pub since: Option<Date>,
    /// Of a stale unit: whether its segment went to another place since that text was replaced.
    pub moved: bool,
    /// Whether this plan writes a change of markup into the translation.
    pub propagated: bool,
    /// The source text that the file showed for it when it was last written: what an answer answers.
    pub shown: Option<Fingerprint>,
    /// Of a stale unit: the source text that the file showed in between, where it is neither the old one nor the one now.
    pub between: Option<String>,
    /// Of a stale unit: a translation that carries the change of markup, for a person to take or leave.
    pub proposal: Option<String>,
    /// The family of split or merged texts that it belongs to, until its locale has settled it.
    pub family: Option<Arc<Family>>,
}

impl Unit {
    /// Whether it counts as translated: fresh, or stale in a way that leaves the meaning as it was (the configuration may
    /// ask for more).
    pub fn counts(&self) -> bool {
        match &self.status {
            Status::Fresh => true,
            Status::Stale(stale) => stale.treatment.counts,
            Status::Missing | Status::Unrecorded => false,
        }
    }
}

/// When a file is written. The order is such that a run repeated after being killed at any point reaches the same
/// bytes: nothing leaves one file before it stands in another, and what is recorded is written after what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The files of a renamed document get its new name.
    Renamed,
    /// Old source texts.
    Past,
    /// Translations that lose their segment are in the attic before they leave the file.
    Attic,
    /// The translator's file.
    Target,
    /// Translations that came back, or went to another document, leave the attic once they stand in the file.
    AtticEmptied,
    /// The record.
    Ledger,
    /// Records leave a ledger once they stand in that of another document.
    LedgerEmptied,
    /// The generated source file, the store of ids.
    Source,
    /// Source and past of a document that is gone, when everything in them went elsewhere.
    Gone,
    /// Its ledgers, by which it is known that it was there.
    LastGone,
}

/// One file to be written, renamed or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// When.
    pub stage: Stage,
    /// Path relative to the project.
    pub path: String,
    /// Where the file lies before it is renamed to `path`; nothing else happens to it then.
    pub from: Option<String>,
    /// What stands there.
    pub old: Option<String>,
    /// What shall stand there; `None` to remove the file.
    pub new: Option<String>,
}

/// One document in one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetPlan {
    /// The locale.
    pub locale: String,
    /// The translator's file, relative to the project.
    pub path: String,
    /// The units, in the order of [`DocumentPlan::sources`].
    pub units: Vec<Unit>,
    /// What is to be said about the file.
    pub findings: Vec<Finding>,
    /// What would be written.
    pub writes: Vec<Write>,
    /// Whether its files may be written; a finding says why they may not.
    pub writable: bool,
}

/// One document: its source texts and its locales.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentPlan {
    /// The document's name.
    pub name: String,
    /// Its path relative to the project.
    pub path: String,
    /// How it is read.
    pub origin: Origin,
    /// Its source texts in order.
    pub sources: Vec<SourceUnit>,
    /// Its locales, in the order of the configuration.
    pub targets: Vec<TargetPlan>,
    /// What is to be said about the document and its source files.
    pub findings: Vec<Finding>,
    /// What would be written for the source locale.
    pub writes: Vec<Write>,
    /// The places, among all plans, of the documents that units go to or come from, this one included: they are
    /// written together.
    pub together: Vec<usize>,
    /// Whether anything may be written for it; a finding says why it may not.
    pub writable: bool,
}

impl DocumentPlan {
    /// Why nothing can be written for one of its locales, if so: what could not be read, or would not read back.
    pub fn refused<'a>(&'a self, target: &'a TargetPlan) -> Option<&'a Finding> {
        if !target.writes.is_empty() {
            return None;
        }
        // That another unit is stale stops nothing.
        let is_reason =
            |finding: &&Finding| finding.severity == Severity::Error && finding.rule != STALE.name;
        target.findings.iter().chain(&self.findings).find(is_reason)
    }

    /// Everything that would be written, in order of stage.
    pub fn all_writes(&self) -> Vec<&Write> {
        let mut writes: Vec<&Write> =
            self.writes.iter().chain(self.targets.iter().flat_map(|target| &target.writes)).collect();
        writes.sort_by_key(|write| write.stage);
        writes
    }
}
