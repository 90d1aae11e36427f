//! Renamed documents: the files that were made for a document that is gone get the name of the one it became, as if
//! whoever renamed it had renamed them, too. What happens to their units is then no special case.

use std::collections::HashSet;

use crate::carry::{Piece, renamed};
use crate::catalog::ledger::{Ledger, State};
use crate::catalog::plan::{DocumentFiles, FileText, Origin, TargetFiles};
use crate::catalog::source::{self, OldUnit, group};
use crate::catalog::unit::{Stage, Write};
use crate::document::{self, Segment, extract};
use crate::fluent::Resource;

/// Gives the files of documents that are gone to the documents that they became, under the new names; they stay where
/// they lie ([`FileText::from`]) until the plan is carried out. Documents that keep nothing are left out.
pub fn follow_renames(mut files: Vec<DocumentFiles>, options: &document::Options) -> Vec<DocumentFiles> {
    if !files.iter().any(DocumentFiles::is_gone) {
        return files;
    }
    for (gone, new) in by_text(&files, options) {
        hand_over(&mut files, gone, new);
    }
    for (gone, new) in by_id(&files) {
        hand_over(&mut files, gone, new);
    }
    files.retain(|document| !document.is_gone() || document.all_files().any(|file| file.text.is_some()));
    files
}

impl DocumentFiles {
    /// Whether the document itself is not there any more.
    pub(crate) fn is_gone(&self) -> bool {
        self.document.text.is_none()
    }

    fn all_files(&self) -> impl Iterator<Item = &FileText> {
        let targets = self.targets.iter().flat_map(|target| [&target.ftl, &target.attic, &target.ledger]);
        [&self.past, &self.source].into_iter().chain(targets)
    }
}

impl TargetFiles {
    /// What `sync` renames before it writes anything.
    pub(crate) fn renames(&self) -> Vec<Write> {
        [&self.ftl, &self.attic, &self.ledger].into_iter().filter_map(rename).collect()
    }
}

/// The renaming of a file that lies elsewhere.
pub(crate) fn rename(file: &FileText) -> Option<Write> {
    let (path, text) = (file.path.clone(), file.text.clone());
    file.from.clone().map(|from| Write {
        stage: Stage::Renamed,
        path,
        from: Some(from),
        old: text.clone(),
        new: text,
    })
}

/// Articles that are gone and those that `sync` never saw, by what stands in them.
fn by_text(files: &[DocumentFiles], options: &document::Options) -> Vec<(usize, usize)> {
    let gone: Vec<(usize, Vec<OldUnit>)> = files
        .iter()
        .enumerate()
        .filter(|(_, document)| document.is_gone())
        .filter_map(|(at, document)| Some((at, source::read(document.source.text.as_deref()?))))
        .collect();
    let new: Vec<(usize, Vec<(Segment, String)>)> = files
        .iter()
        .enumerate()
        .filter(|(_, document)| document.source.text.is_none())
        .filter_map(|(at, document)| {
            let (Origin::Article(format), Some(text)) = (document.origin, &document.document.text) else {
                return None;
            };
            let segments = extract(format, text, options).segments;
            let with_path = |segment: Segment| {
                let path = group(&segment);
                (segment, path)
            };
            Some((at, segments.into_iter().map(with_path).collect()))
        })
        .collect();
    let gone_pieces: Vec<Vec<Piece<'_>>> = gone
        .iter()
        .map(|(_, units)| {
            units.iter().map(|unit| Piece { kind: unit.kind, path: &unit.group, text: &unit.text })
        })
        .map(Iterator::collect)
        .collect();
    let new_pieces: Vec<Vec<Piece<'_>>> = new
        .iter()
        .map(|(_, segments)| {
            segments
                .iter()
                .map(|(segment, path)| Piece { kind: segment.kind, path, text: &segment.text })
                .collect()
        })
        .collect();
    let gone_slices: Vec<&[Piece<'_>]> = gone_pieces.iter().map(Vec::as_slice).collect();
    let new_slices: Vec<&[Piece<'_>]> = new_pieces.iter().map(Vec::as_slice).collect();
    renamed(&gone_slices, &new_slices).into_iter().map(|(from, to)| (gone[from].0, new[to].0)).collect()
}

/// Documents that hold the ids of one that is gone, but lack its ledgers: hand-written messages whose file was renamed,
/// and documents of which only some files have followed so far.
fn by_id(files: &[DocumentFiles]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (gone, document) in files.iter().enumerate().filter(|(_, document)| document.is_gone()) {
        let recorded = recorded(document);
        let lacks = |other: &DocumentFiles| {
            let pairs = document.targets.iter().zip(&other.targets);
            pairs.into_iter().any(|(gone, own)| gone.ledger.text.is_some() && own.ledger.text.is_none())
        };
        let others = files.iter().enumerate().filter(|(_, other)| !other.is_gone() && lacks(other));
        let shared = others.map(|(at, other)| (ids(other).intersection(&recorded).count(), at));
        if let Some((shared, new)) = shared.max_by_key(|(shared, at)| (*shared, std::cmp::Reverse(*at)))
            && shared > 0
            && shared * 2 >= recorded.len()
        {
            pairs.push((gone, new));
        }
    }
    pairs
}

/// The ids of the units that a document had, by its ledgers.
fn recorded(document: &DocumentFiles) -> HashSet<String> {
    let ledgers = document.targets.iter().filter_map(|target| target.ledger.text.as_deref());
    let ledgers: Vec<Ledger> = ledgers.map(|text| Ledger::parse(text).0).collect();
    let records = ledgers.iter().flat_map(Ledger::iter);
    records.filter(|(_, record)| record.state != State::Retired).map(|(id, _)| id.to_owned()).collect()
}

fn ids(document: &DocumentFiles) -> HashSet<String> {
    match document.origin {
        Origin::Article(_) => {
            let units = source::read(document.source.text.as_deref().unwrap_or_default());
            units.into_iter().map(|unit| unit.id).collect()
        }
        Origin::Fluent => {
            let (resource, _) = Resource::parse(document.document.text.as_deref().unwrap_or_default());
            resource.messages().map(|message| message.id.clone()).collect()
        }
    }
}

fn hand_over(files: &mut [DocumentFiles], gone: usize, new: usize) {
    let Ok([gone, new]) = files.get_disjoint_mut([gone, new]) else { return };
    take([&mut new.source, &mut new.past], [&mut gone.source, &mut gone.past]);
    for (new, gone) in new.targets.iter_mut().zip(&mut gone.targets) {
        take(
            [&mut new.ftl, &mut new.attic, &mut new.ledger],
            [&mut gone.ftl, &mut gone.attic, &mut gone.ledger],
        );
    }
}

/// Files that belong together go together, or not at all where one of them would replace another.
fn take<const N: usize>(new: [&mut FileText; N], gone: [&mut FileText; N]) {
    let clash = new.iter().zip(&gone).any(|(new, gone)| new.text.is_some() && gone.text.is_some());
    if clash {
        return;
    }
    for (new, gone) in new.into_iter().zip(gone) {
        if gone.text.is_some() {
            *new = FileText { path: new.path.clone(), text: gone.text.take(), from: Some(gone.path.clone()) };
        }
    }
}
