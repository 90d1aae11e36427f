//! What units take along when they go from one document to another: translation with comments and note, record, and
//! the old source texts that the record speaks of.
//!
//! Whether a unit goes is decided by its id alone: a document has files for it, but its text stands in another. So it
//! does not matter how the id got there, and a run that was stopped goes on where it was.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use crate::carry::Classifier;
use crate::catalog::attic::Attic;
use crate::catalog::compared::Compared;
use crate::catalog::ledger::{Ledger, Record, State};
use crate::catalog::locale::is_rewritten;
use crate::catalog::plan::{Origin, Read, TargetFiles};
use crate::catalog::policy::Policy;
use crate::catalog::rules;
use crate::catalog::settle::Texts;
use crate::catalog::target::{Block, Target, Values, fingerprint};
use crate::catalog::unit::{DocumentPlan, Stage, Write};
use crate::document::Kind;
use crate::text::Fingerprint;

/// What one locale of a document exchanges with other documents.
#[derive(Clone, Debug, Default)]
pub(crate) struct Exchange {
    /// What comes, by id; its record is in the ledger already.
    pub(crate) arriving: BTreeMap<String, Arrival>,
    /// Ids that go, and of which nothing is to be kept.
    pub(crate) leaving: HashSet<String>,
}

/// What stood in another document's file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arrival {
    /// The message or stub with its comments; none where the file has it already, or never had any.
    pub(crate) block: Option<String>,
    /// Whether another tool rewrote the file it comes from.
    pub(crate) rewritten: bool,
}

/// Decides what goes where, and gives every arrival its record and past. The pairs of documents that exchange
/// anything must be written together or not at all.
pub(crate) fn exchange(
    documents: &mut [Read<'_>],
    policy: &Policy,
    classifier: &Classifier<'_>,
) -> Vec<(usize, usize)> {
    let left: Vec<Vec<String>> = documents.par_iter().map(left).collect();
    let wanted: HashSet<&str> = left.iter().flatten().map(String::as_str).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut owners: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, document) in documents.iter().enumerate() {
        for id in document.ids_now().filter(|id| wanted.contains(id)) {
            owners.entry(id.to_owned()).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    for (from, ids) in left.iter().enumerate() {
        let mut going: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for id in ids {
            let owners = owners.get(id).map(Vec::as_slice).unwrap_or_default();
            let fitting = || owners.iter().copied().filter(|to| fits(&documents[from], &documents[*to]));
            let new_there = |to: &usize| {
                let to = &documents[*to];
                to.ledgers.iter().any(|ledger| is_open(ledger.get(id), to.values()))
            };
            if let Some(to) = fitting().find(new_there).or_else(|| fitting().next()) {
                going.entry(to).or_default().push(id);
            }
        }
        for (to, ids) in going {
            let Ok([from_document, to_document]) = documents.get_disjoint_mut([from, to]) else { continue };
            hand_over(from_document, to_document, &ids, policy, classifier);
            pairs.push((from, to));
        }
    }
    pairs
}

/// The documents that exchange anything, each with all that it hangs together with.
pub(crate) fn together(count: usize, pairs: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..count).collect();
    for (a, b) in pairs {
        let (a, b) = (group[*a], group[*b]);
        group.iter_mut().filter(|of| **of == b).for_each(|of| *of = a);
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (document, of) in group.into_iter().enumerate() {
        groups.entry(of).or_default().push(document);
    }
    groups.into_values().filter(|documents| documents.len() > 1).collect()
}

/// What one of them cannot take, no other may lose: they are written together or not at all.
pub(crate) fn write_together(plans: &mut [DocumentPlan], group: &[usize]) {
    let there: Vec<usize> = group.iter().copied().filter(|at| *at < plans.len()).collect();
    let only_renames = |writes: &mut Vec<Write>| writes.retain(|write| write.stage == Stage::Renamed);
    let is_refused = there.iter().any(|at| !plans[*at].writable);
    let locales = there.iter().map(|at| plans[*at].targets.len()).min().unwrap_or_default();
    for locale in 0..locales {
        if is_refused || there.iter().any(|at| !plans[*at].targets[locale].writable) {
            for at in &there {
                let target = &mut plans[*at].targets[locale];
                only_renames(&mut target.writes);
                if target.writable && target.writes.is_empty() {
                    let finding = rules::held_back().at(&target.path).in_locale(&target.locale);
                    target.findings.push(finding);
                }
            }
        }
    }
    for at in &there {
        if is_refused {
            only_renames(&mut plans[*at].writes);
        }
        plans[*at].together.clone_from(&there);
    }
}

/// Ids that a document has files for, but no text. What cannot be read for a moment has not left.
fn left(document: &Read<'_>) -> Vec<String> {
    if document.unreadable.contains(document.files.document.path.as_str()) {
        return Vec::new();
    }
    let now: HashSet<&str> = document.ids_now().collect();
    let old = document.old.iter().map(|unit| unit.id.as_str());
    let recorded = document.ledgers.iter().flat_map(Ledger::iter).map(|(id, _)| id);
    let mut left: Vec<String> =
        old.chain(recorded).filter(|id| !now.contains(id)).map(str::to_owned).collect();
    left.sort();
    left.dedup();
    left
}

/// Texts and Fluent source are no translations of one another.
fn fits(from: &Read<'_>, to: &Read<'_>) -> bool {
    from.files.is_gone() || (from.files.origin == Origin::Fluent) == (to.files.origin == Origin::Fluent)
}

/// Whether a document knows nothing yet of a unit's translation. Ids of articles are unique, but a hand-written
/// message that was there before is another one that bears the same name.
fn is_open(record: Option<&Record>, values: Values) -> bool {
    record.is_none_or(|record| record.state == State::Missing && values == Values::Text)
}

fn hand_over(
    from: &mut Read<'_>,
    to: &mut Read<'_>,
    ids: &[&str],
    policy: &Policy,
    classifier: &Classifier<'_>,
) {
    let values = to.values();
    let known = |document: &Read<'_>| document.ids_in_use().map(str::to_owned).collect::<HashSet<String>>();
    let (ids_here, ids_there) = (known(from), known(to));
    let texts = from.texts();
    let text_of = |print: Fingerprint| texts.get(&print).map(String::as_str);
    let compared = Compared::new(classifier);
    let change = |kind: Kind, was: &str, now: &str| compared.change(kind, was, now);
    let kinds: HashMap<&str, Kind> = from.old.iter().map(|unit| (unit.id.as_str(), unit.kind)).collect();
    let source_texts = |id: &str| {
        let kind = kinds.get(id).copied().unwrap_or(Kind::Paragraph);
        Texts { text_of: &text_of, past: &from.past, kind, change: &change }
    };
    for at in 0..to.files.targets.len().min(from.files.targets.len()) {
        let here = Files::read(&from.files.targets[at], values, &|id| ids_here.contains(id));
        let there = Files::read(&to.files.targets[at], values, &|id| ids_there.contains(id));
        if here.is_broken {
            // Nobody can say what stands there: it goes when the file is mended, and nothing is written until then.
            from.exchange[at].leaving.extend(ids.iter().map(|id| (*id).to_owned()));
            continue;
        }
        let rewritten = is_rewritten(&here.target, &from.ledgers[at], &|id| Some(source_texts(id)), policy);
        for id in ids {
            let (text, known) = (here.text(id), there.text(id));
            let record = from.ledgers[at].get(id);
            let comes = match &known {
                _ if !is_open(to.ledgers[at].get(id), values) => false,
                None => record.is_some() || text.is_some(),
                // Written by a run that was stopped before it wrote the record, or by nobody knows whom.
                Some(text) => record.is_some_and(|record| knows(record, fingerprint(text))),
            };
            if comes {
                let block = if known.is_none() { here.raw(id) } else { None };
                to.ledgers[at].receive(id, &from.ledgers[at]);
                take_past(from, to, record, id, &text_of);
                to.exchange[at].arriving.insert((*id).to_owned(), Arrival { block, rewritten });
            }
            let is_kept = |text: &String| {
                let print = fingerprint(text);
                comes && known.is_none()
                    || known.as_ref().is_some_and(|known| fingerprint(known) == print)
                    || to.ledgers[at].get(id).is_some_and(|record| knows(record, print))
            };
            if text.as_ref().is_none_or(is_kept) {
                from.exchange[at].leaving.insert((*id).to_owned());
            }
        }
    }
}

/// Whether a record is of this translation, or remembers it.
fn knows(record: &Record, target: Fingerprint) -> bool {
    record.target == Some(target) || record.earlier.iter().any(|earlier| earlier.target == target)
}

/// The old source texts that a record speaks of, and the one that the unit had until now.
fn take_past<'a>(
    from: &Read<'_>,
    to: &mut Read<'_>,
    record: Option<&Record>,
    id: &str,
    text_of: &dyn Fn(Fingerprint) -> Option<&'a str>,
) {
    let today = to.today;
    let now = to.text_now(id).map(str::to_owned);
    let old = from.old.iter().find(|unit| unit.id == id && !unit.is_edited()).map(|unit| &unit.text);
    if let Some(old) = old.filter(|old| now.as_ref() != Some(*old)) {
        to.past.replace(old, today);
    }
    let Some(record) = record else { return };
    for print in record.sources() {
        match (from.past.get(print), text_of(print)) {
            (Some(past), _) => to.past.unite(print, past.clone()),
            (None, Some(text)) if now.as_deref() != Some(text) => to.past.replace(text, today),
            _ => {}
        }
    }
}

/// The translator's file and the attic of one locale.
pub(crate) struct Files {
    pub(crate) target: Target,
    pub(crate) attic: Attic,
    pub(crate) is_broken: bool,
    values: Values,
}

impl Files {
    pub(crate) fn read(files: &TargetFiles, values: Values, known: &dyn Fn(&str) -> bool) -> Self {
        let target = Target::read(files.ftl.text.as_deref().unwrap_or_default(), values, known);
        let attic = files.attic.text.as_deref().map(|text| Attic::read(text, values)).unwrap_or_default();
        let is_broken = !target.broken.is_empty() || !attic.1.is_empty();
        Self { target, attic: attic.0, is_broken, values }
    }

    /// The translation of a unit, wherever it stands.
    fn text(&self, id: &str) -> Option<String> {
        let in_file = self.target.get(id).and_then(Block::text).map(str::to_owned);
        let waiting = || {
            let blocks = Target::read(self.attic.get(id)?, self.values, &|_| true).blocks;
            blocks.first()?.text().map(str::to_owned)
        };
        in_file.or_else(waiting)
    }

    fn raw(&self, id: &str) -> Option<String> {
        let block = self.target.get(id);
        let with_text = block.filter(|block| block.text().is_some()).and_then(|block| self.target.raw(block));
        let waiting = || self.attic.get(id).map(str::to_owned);
        with_text.or_else(waiting).or_else(|| self.target.raw(block?))
    }
}
