//! The plan of a project: pure, from the texts of its files to the texts they should have, with the state of every
//! unit. `sync` writes it; `status` and `check` report on it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::carry::Classifier;
use crate::catalog::answer::Answers;
use crate::catalog::date::Date;
use crate::catalog::id;
use crate::catalog::identity::{self, Occurrences};
use crate::catalog::ledger::Ledger;
use crate::catalog::locale::{self, Known};
use crate::catalog::past::Past;
use crate::catalog::source::{self, OldUnit};
use crate::catalog::target::{Values, value_text};
use crate::catalog::unit::{DocumentPlan, SourceUnit, Stage, TargetPlan, Write};
use crate::document::{self, Format, Kind, Segment};
use crate::finding::{Finding, Severity};
use crate::fluent::{FLUENT_LIMIT, MAX_BYTES, Resource, comment_lines};
use crate::glossary::Glossary;
use crate::text::{Fingerprint, Span};

/// A file that may be there: its path relative to the project and its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileText {
    /// Relative to the project, with `/`.
    pub path: String,
    /// The text; `None` if there is no such file.
    pub text: Option<String>,
}

/// The files of one locale of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TargetFiles {
    /// The locale.
    pub locale: String,
    /// The translator's file.
    pub ftl: FileText,
    /// The ledger.
    pub ledger: FileText,
    /// The attic.
    pub attic: FileText,
}

/// How a document is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An article, cut into segments.
    Article(Format),
    /// A hand-written Fluent source file.
    Fluent,
}

/// All files of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFiles {
    /// The document's name.
    pub name: String,
    /// How it is read.
    pub origin: Origin,
    /// The document itself.
    pub document: FileText,
    /// The generated source file; unused for hand-written sources.
    pub source: FileText,
    /// The past.
    pub past: FileText,
    /// The locales.
    pub targets: Vec<TargetFiles>,
}

/// What a plan depends on besides the files.
pub struct Settings<'a> {
    /// How documents are read.
    pub document: document::Options,
    /// The locale of the documents.
    pub source_locale: &'a str,
    /// The day.
    pub today: Date,
    /// The glossary: which texts are not translated, and which changes of words are changes of concepts.
    pub glossary: &'a Glossary,
    /// What was said on the command line.
    pub answers: &'a Answers,
}

/// Plans all documents of a project. Documents are read side by side; only ids are minted one after the other, so
/// that they are unique in the project.
pub fn plan(files: &[DocumentFiles], settings: &Settings<'_>) -> Vec<DocumentPlan> {
    let mut read: Vec<Read<'_>> = files.par_iter().map(|files| Read::new(files, settings)).collect();
    mint(&mut read);
    let classifier = Classifier::new(settings.glossary, settings.source_locale);
    read.into_par_iter().map(|read| read.plan(settings, &classifier)).collect()
}

/// A document whose files are read and whose known ids are found.
struct Read<'a> {
    files: &'a DocumentFiles,
    segments: Vec<Segment>,
    ids: Vec<Option<String>>,
    /// Old ids whose text was split or merged, and the segments it went into.
    families: Vec<(String, Vec<usize>)>,
    old: Vec<OldUnit>,
    past: Past,
    ledgers: Vec<Ledger>,
    findings: Vec<Finding>,
    /// Paths of files that could not be read in full. Writing them anew would lose what stands there, and so nothing is
    /// written that depends on them.
    unreadable: HashSet<&'a str>,
}

impl<'a> Read<'a> {
    fn new(files: &'a DocumentFiles, settings: &Settings<'_>) -> Self {
        let mut findings = Vec::new();
        let text = files.document.text.as_deref().unwrap_or_default();
        let mut unreadable = HashSet::new();
        let (past, in_past) = files.past.text.as_deref().map(Past::parse).unwrap_or_default();
        if !in_past.is_empty() {
            unreadable.insert(files.past.path.as_str());
        }
        let in_past = in_past.into_iter().map(|finding| finding.at(&files.past.path));
        findings.extend(in_past.map(|finding| nothing_written(finding, "this document")));
        let ledgers = files.targets.iter().map(|target| {
            let (ledger, found) = target.ledger.text.as_deref().map(Ledger::parse).unwrap_or_default();
            if !found.is_empty() {
                unreadable.insert(target.ledger.path.as_str());
            }
            let found = found.into_iter().map(|f| f.at(&target.ledger.path).in_locale(&target.locale));
            findings.extend(found.map(|finding| nothing_written(finding, "this locale")));
            ledger
        });
        let ledgers: Vec<Ledger> = ledgers.collect();
        let (segments, ids, families, old) = match files.origin {
            Origin::Fluent => <_>::default(),
            Origin::Article(_) if text.len() > MAX_BYTES => {
                unreadable.insert(files.document.path.as_str());
                let message = format!("this document is larger than {} MiB: split it", MAX_BYTES >> 20);
                let finding = Finding::new(&FLUENT_LIMIT, Span::default(), message).at(&files.document.path);
                findings.push(nothing_written(finding, "this document"));
                <_>::default()
            }
            Origin::Article(format) => {
                let extraction = document::extract(format, text, &settings.document);
                findings.extend(extraction.findings.into_iter().map(|f| f.at(&files.document.path)));
                let old = files.source.text.as_deref().map(source::read).unwrap_or_default();
                let edited = old.iter().filter(|unit| unit.is_edited());
                findings.extend(
                    edited.map(|unit| source::edited(unit, &files.document.path).at(&files.source.path)),
                );
                let known = identity::known(&files.name, &extraction.segments, &old, &past, &ledgers);
                findings.extend(known.findings.into_iter().map(|f| f.at(&files.document.path)));
                (extraction.segments, known.ids, known.families, old)
            }
        };
        Self { files, segments, ids, families, old, past, ledgers, findings, unreadable }
    }

    /// Every id that belongs to this document, in use or not.
    fn ids_in_use(&self) -> impl Iterator<Item = &str> {
        let recorded = self.ledgers.iter().flat_map(Ledger::iter).map(|(id, _)| id);
        let old = self.old.iter().map(|unit| unit.id.as_str());
        self.ids.iter().flatten().map(String::as_str).chain(old).chain(recorded)
    }

    fn plan(mut self, settings: &Settings<'_>, classifier: &Classifier<'_>) -> DocumentPlan {
        let values = match self.files.origin {
            Origin::Article(_) => Values::Text,
            Origin::Fluent => Values::Source,
        };
        let sources = match self.files.origin {
            Origin::Article(_) => self.article_units(),
            Origin::Fluent => self.fluent_units(),
        };
        let gone = self.update_past(&sources, settings.today);
        let mut texts: HashMap<Fingerprint, &str> =
            sources.iter().map(|s| (s.fingerprint, &*s.text)).collect();
        for unit in &self.old {
            texts.entry(Fingerprint::of(&unit.text)).or_insert(&unit.text);
        }
        let past = &self.past;
        let text_of = |fingerprint: Fingerprint| {
            texts.get(&fingerprint).copied().or_else(|| past.get(fingerprint).map(|past| past.text.as_str()))
        };
        let known = Known {
            document: &self.files.name,
            document_path: &self.files.document.path,
            sources: &sources,
            gone: &gone,
            text_of: &text_of,
            past,
            values,
            settings,
            change: &|kind, old, new| classifier.classify(kind, old, new),
        };
        let mut targets: Vec<TargetPlan> = self
            .files
            .targets
            .par_iter()
            .zip(&self.ledgers)
            .map(|(files, ledger)| locale::plan(files, ledger, &known))
            .collect();
        let mut writes = self.source_writes(&sources);
        let stopped =
            [&self.files.past, &self.files.document].map(|file| self.unreadable.contains(file.path.as_str()));
        let writable = !stopped.contains(&true);
        if !writable {
            writes.clear();
        }
        for (target, files) in targets.iter_mut().zip(&self.files.targets) {
            if !writable || self.unreadable.contains(files.ledger.path.as_str()) {
                target.writes.clear();
                target.writable = false;
            }
        }
        let name = &self.files.name;
        let findings = self.findings.into_iter().map(|finding| finding.in_document(name)).collect();
        DocumentPlan {
            name: name.clone(),
            path: self.files.document.path.clone(),
            origin: self.files.origin,
            sources,
            targets,
            findings,
            writes,
            writable,
        }
    }

    fn article_units(&self) -> Vec<SourceUnit> {
        let ids = self.ids.iter().map(|id| id.clone().unwrap_or_default());
        let unit = |(segment, id): (&Segment, String)| SourceUnit {
            id,
            kind: segment.kind,
            fingerprint: Fingerprint::of(&segment.text),
            text: Arc::from(segment.text.as_str()),
            span: segment.span,
            path: Arc::clone(&segment.path),
            notes: segment.notes.clone(),
        };
        self.segments.iter().zip(ids).map(unit).collect()
    }

    /// A unit of a hand-written file is a whole message: value and attributes together.
    fn fluent_units(&mut self) -> Vec<SourceUnit> {
        let (resource, found) = Resource::parse(self.files.document.text.as_deref().unwrap_or_default());
        // A message that cannot be read for a moment is not gone: its translations stay where they are.
        let files = self.files;
        let found = found.into_iter().map(|finding| finding.at(&files.document.path)).map(|finding| {
            if finding.severity < Severity::Error || finding.rule.starts_with("duplicate") {
                return finding;
            }
            self.unreadable.insert(&files.document.path);
            nothing_written(finding, "this document")
        });
        self.findings.extend(found);
        let text = resource.text();
        let mut seen = HashSet::new();
        let messages =
            resource.messages().filter(|message| !message.is_emptied() && seen.insert(message.id.clone()));
        messages
            .map(|message| {
                let value: Arc<str> = value_text(message, Values::Source, text).into();
                let comment =
                    message.comment.map(|span| comment_lines(span.of(text)).collect::<Vec<_>>().join("\n"));
                SourceUnit {
                    id: message.id.clone(),
                    kind: Kind::Message,
                    fingerprint: Fingerprint::of(&value),
                    text: value,
                    span: message.span,
                    path: Arc::from([]),
                    notes: comment.into_iter().collect(),
                }
            })
            .collect()
    }

    /// The ids that an old unit's text went into when it was split or merged; empty otherwise.
    fn went_into(&self, id: &str) -> String {
        let family = self.families.iter().find(|(old, _)| old == id);
        let ids = family.into_iter().flat_map(|(_, into)| into).filter_map(|at| self.ids[*at].as_deref());
        ids.collect::<Vec<_>>().join(" ")
    }

    /// Keeps every text that was replaced; gives the ids that are gone.
    fn update_past(&mut self, sources: &[SourceUnit], today: Date) -> HashSet<String> {
        let now: HashMap<&str, &SourceUnit> = sources.iter().map(|unit| (unit.id.as_str(), unit)).collect();
        for unit in &self.old {
            if unit.is_edited() {
                self.past.keep_discarded(&unit.text, today);
            } else if now.get(unit.id.as_str()).is_none_or(|now| *now.text != *unit.text) {
                self.past.replace(&unit.text, today, &self.went_into(&unit.id));
            }
        }
        if self.files.origin == Origin::Fluent {
            self.past.settle_current(sources.iter().map(|unit| &*unit.text), today);
        }
        let recorded = self.ledgers.iter().flat_map(Ledger::iter).map(|(id, _)| id);
        let old = self.old.iter().map(|unit| unit.id.as_str());
        recorded.chain(old).filter(|id| !now.contains_key(id)).map(str::to_owned).collect()
    }

    fn source_writes(&self, sources: &[SourceUnit]) -> Vec<Write> {
        let mut writes = Vec::new();
        if !self.past.is_empty() {
            push_write(&mut writes, Stage::Past, &self.files.past, self.past.to_text());
        }
        if let Origin::Article(_) = self.files.origin {
            let units: Vec<(&str, &Segment)> =
                sources.iter().map(|unit| unit.id.as_str()).zip(&self.segments).collect();
            let text = source::write(&self.files.document.path, &units);
            push_write(&mut writes, Stage::Source, &self.files.source, text);
        }
        writes
    }
}

/// Adds a write unless the file has these bytes already. Files that git gave CRLF line ends keep them.
pub(crate) fn push_write(writes: &mut Vec<Write>, stage: Stage, file: &FileText, new: String) {
    let old = file.text.as_deref();
    let new = match old {
        Some(old) if old.contains("\r\n") && !new.contains('\r') => new.replace('\n', "\r\n"),
        _ => new,
    };
    if old != Some(new.as_str()) {
        writes.push(Write { stage, path: file.path.clone(), old: file.text.clone(), new: Some(new) });
    }
}

fn nothing_written(mut finding: Finding, what: &str) -> Finding {
    finding.message.push_str(&format!("; until then yakugo writes nothing for {what}"));
    finding
}

/// Mints the ids that are missing. An id that another document already has is minted anew.
fn mint(documents: &mut [Read<'_>]) {
    let mut taken: HashSet<String> = documents.iter().flat_map(Read::ids_in_use).map(str::to_owned).collect();
    let mut owned: HashSet<String> = HashSet::new();
    for document in documents.iter_mut() {
        let in_use: HashSet<String> = document.ids.iter().flatten().cloned().collect();
        let mut occurrences = Occurrences::default();
        for (slot, segment) in document.ids.iter_mut().zip(&document.segments) {
            let occurrence = occurrences.next(segment);
            let known = slot.take();
            if let Some(id) =
                known.as_ref().filter(|id| segment.pinned.as_ref() == Some(*id) && owned.contains(*id))
            {
                document
                    .findings
                    .push(identity::pinned_elsewhere(id, segment.span).at(&document.files.document.path));
            }
            let free = known.filter(|id| !owned.contains(id));
            // The id that was minted instead of one that another document has must not be minted anew every time.
            let again = || {
                let mut old = document
                    .old
                    .iter()
                    .filter(|unit| unit.kind == segment.kind && *unit.text == segment.text);
                old.find(|unit| !owned.contains(&unit.id) && !in_use.contains(&unit.id))
                    .map(|unit| unit.id.clone())
            };
            let id = free.or_else(again);
            let id = id.unwrap_or_else(|| id::mint(&document.files.name, segment, occurrence, &taken));
            taken.insert(id.clone());
            owned.insert(id.clone());
            *slot = Some(id);
        }
    }
}
