//! The plan of a project: pure, from the texts of its files to the texts they should have, with the state of every
//! unit. `sync` writes it; `status` and `check` report on it.

mod remember;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::carry::Classifier;
use crate::catalog::again::EarlierPlans;
use crate::catalog::answer::Answers;
use crate::catalog::compared::Compared;
use crate::catalog::date::Date;
use crate::catalog::exchange::Exchange;
use crate::catalog::id;
use crate::catalog::identity::{self, Occurrences};
use crate::catalog::ledger::Ledger;
use crate::catalog::locale::{self, Known};
use crate::catalog::past::Past;
use crate::catalog::policy::Policy;
use crate::catalog::source::{self, OldUnit};
use crate::catalog::target::{Values, value_text};
use crate::catalog::unit::{DocumentPlan, SourceUnit, Stage, TargetPlan, Write};
use crate::catalog::{across, exchange, gone, renamed};
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
    /// Where the file still lies, if its document was renamed: it is moved to `path` before it is written.
    pub from: Option<String>,
}

impl FileText {
    /// A file, or the place of one that is not there.
    pub fn new(path: impl Into<String>, text: Option<String>) -> Self {
        Self { path: path.into(), text, from: None }
    }
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

impl Origin {
    /// What the values of messages are in the files of such a document.
    pub(crate) fn values(self) -> Values {
        match self {
            Self::Article(_) => Values::Text,
            Self::Fluent => Values::Source,
        }
    }
}

/// All files of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFiles {
    /// The document's name.
    pub name: String,
    /// How it is read.
    pub origin: Origin,
    /// The document itself; without a text if it is gone and only the files that were made for it are left.
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
    /// What a changed source means for its translation.
    pub policy: Policy,
    /// What was said on the command line.
    pub answers: &'a Answers,
}

/// Plans all documents of a project. Documents are read side by side; only ids are minted one after the other, so
/// that they are unique in the project.
pub fn plan(files: &[DocumentFiles], settings: &Settings<'_>) -> Vec<DocumentPlan> {
    plan_again(files, settings, EarlierPlans::default())
}

/// The same, keeping of earlier plans what it would come to again.
pub fn plan_again(
    files: &[DocumentFiles],
    settings: &Settings<'_>,
    earlier: EarlierPlans<'_>,
) -> Vec<DocumentPlan> {
    let mut read: Vec<Read<'_>> = files.par_iter().map(|files| Read::new(files, settings)).collect();
    across::carry_across(&mut read);
    mint(&mut read);
    let classifier = Classifier::new(settings.glossary, settings.source_locale);
    let pairs = exchange::exchange(&mut read, &settings.policy, &classifier);
    let groups = exchange::together(read.len(), &pairs);
    let mut kept = earlier.kept(&read, &pairs, settings.answers);
    let (gone, there): (Vec<Read<'_>>, Vec<Read<'_>>) =
        read.into_iter().partition(|read| read.files.is_gone());
    // Documents that are gone stand behind all others: the places of these are those of their plans.
    let there: Vec<(Read<'_>, Option<DocumentPlan>)> =
        there.into_iter().enumerate().map(|(at, read)| (read, kept.remove(&at))).collect();
    let mut plans: Vec<DocumentPlan> = there
        .into_par_iter()
        .map(|(read, kept)| kept.unwrap_or_else(|| read.plan(settings, &classifier)))
        .collect();
    for (at, document) in (plans.len()..).zip(&gone) {
        let heir = pairs.iter().find(|(from, _)| *from == at);
        if let Some(heir) = heir.and_then(|(_, to)| plans.get_mut(*to)) {
            gone::leave_to(document, heir);
        }
    }
    for group in groups {
        exchange::write_together(&mut plans, &group);
    }
    plans
}

/// A document whose files are read and whose known ids are found.
pub(crate) struct Read<'a> {
    pub(crate) files: &'a DocumentFiles,
    pub(crate) segments: Vec<Segment>,
    pub(crate) ids: Vec<Option<String>>,
    /// The units of a hand-written file.
    messages: Vec<SourceUnit>,
    /// Old ids whose text was split or merged, and the segments it went into.
    pub(crate) families: Vec<(String, Vec<usize>)>,
    pub(crate) old: Vec<OldUnit>,
    pub(crate) past: Past,
    pub(crate) ledgers: Vec<Ledger>,
    /// What comes from other documents and goes there, by locale.
    pub(crate) exchange: Vec<Exchange>,
    pub(crate) today: Date,
    pub(crate) findings: Vec<Finding>,
    /// Paths of files that could not be read in full. Writing them anew would lose what stands there, and so nothing is
    /// written that depends on them.
    pub(crate) unreadable: HashSet<&'a str>,
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
                let edited = old.iter().filter(|unit| unit.is_edited() && !files.is_gone());
                findings.extend(
                    edited.map(|unit| source::edited(unit, &files.document.path).at(&files.source.path)),
                );
                let known = identity::known(&files.name, &extraction.segments, &old, &past, &ledgers);
                findings.extend(known.findings.into_iter().map(|f| f.at(&files.document.path)));
                (extraction.segments, known.ids, known.families, old)
            }
        };
        let exchange = vec![Exchange::default(); files.targets.len()];
        let (messages, today) = (Vec::new(), settings.today);
        let mut read = Self {
            files,
            segments,
            ids,
            messages,
            families,
            old,
            past,
            ledgers,
            exchange,
            today,
            findings,
            unreadable,
        };
        if files.origin == Origin::Fluent {
            read.messages = read.fluent_units();
        }
        read
    }

    /// What the values of the document's files are.
    pub(crate) fn values(&self) -> Values {
        self.files.origin.values()
    }

    /// The ids of what stands in the document now, as far as they are known.
    pub(crate) fn ids_now(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().flatten().chain(self.messages.iter().map(|unit| &unit.id)).map(String::as_str)
    }

    /// Segments without an id.
    pub(crate) fn open(&self) -> impl Iterator<Item = usize> {
        (0..self.ids.len()).filter(|at| self.ids[*at].is_none())
    }

    /// The text that stands in the document under an id.
    pub(crate) fn text_now(&self, id: &str) -> Option<&str> {
        let segment =
            self.ids.iter().position(|own| own.as_deref() == Some(id)).map(|at| &*self.segments[at].text);
        segment.or_else(|| self.messages.iter().find(|unit| unit.id == id).map(|unit| &*unit.text))
    }

    /// The source texts of all times, by fingerprint.
    pub(crate) fn texts(&self) -> HashMap<Fingerprint, String> {
        let old = self.old.iter().map(|unit| unit.text.as_str());
        let segments = self.segments.iter().map(|segment| segment.text.as_str());
        let now = segments.chain(self.messages.iter().map(|unit| &*unit.text));
        let texts = old.chain(now).chain(self.past.texts());
        texts.map(|text| (Fingerprint::of(text), text.to_owned())).collect()
    }

    /// Every id that belongs to this document, in use or not.
    pub(crate) fn ids_in_use(&self) -> impl Iterator<Item = &str> {
        let recorded = self.ledgers.iter().flat_map(Ledger::iter).map(|(id, _)| id);
        let old = self.old.iter().map(|unit| unit.id.as_str());
        self.ids_now().chain(old).chain(recorded)
    }

    fn plan(mut self, settings: &Settings<'_>, classifier: &Classifier<'_>) -> DocumentPlan {
        let values = self.values();
        let sources = match self.files.origin {
            Origin::Article(_) => self.article_units(),
            Origin::Fluent => std::mem::take(&mut self.messages),
        };
        let gone = self.update_past(&sources, settings.today);
        for (text, verdict) in settings.answers.judgements(&self.files.name) {
            self.past.judge(*text, verdict.clone());
        }
        let mut texts: HashMap<Fingerprint, &str> =
            sources.iter().map(|s| (s.fingerprint, &*s.text)).collect();
        for unit in &self.old {
            texts.entry(Fingerprint::of(&unit.text)).or_insert(&unit.text);
        }
        let past = &self.past;
        let compared = Compared::new(classifier);
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
            change: &|kind, old, new| compared.change(kind, old, new),
        };
        let mut targets: Vec<TargetPlan> = self
            .files
            .targets
            .par_iter()
            .zip(self.ledgers.par_iter().zip(&self.exchange))
            .map(|(files, (ledger, exchange))| locale::plan(files, ledger, exchange, &known))
            .collect();
        let mut writes = self.source_writes(&sources);
        let stopped =
            [&self.files.past, &self.files.document].map(|file| self.unreadable.contains(file.path.as_str()));
        let writable = !stopped.contains(&true);
        if !writable {
            writes.clear();
        }
        for (target, files) in targets.iter_mut().zip(&self.files.targets) {
            target.writable &= writable && !self.unreadable.contains(files.ledger.path.as_str());
            if !target.writable {
                target.writes.clear();
            }
            target.writes.splice(0..0, files.renames());
        }
        let renames = [&self.files.past, &self.files.source].into_iter().filter_map(renamed::rename);
        writes.splice(0..0, renames);
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
            together: Vec::new(),
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
        writes.push(Write {
            stage,
            path: file.path.clone(),
            from: None,
            old: file.text.clone(),
            new: Some(new),
        });
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
