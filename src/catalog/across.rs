//! Ids that go from one document to another: a section that moved, a document that was divided.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::carry::{self, Piece, align_across};
use crate::catalog::ledger::Ledger;
use crate::catalog::plan::Read;
use crate::catalog::source::{OldUnit, group};
use crate::text::Fingerprint;

/// Gives segments that are new to their document the ids of units that left another one, or wait in its attic. What
/// still stands in a document keeps its id there: a copy gets one of its own.
pub(crate) fn carry_across(documents: &mut [Read<'_>]) {
    if documents.iter().all(|document| document.ids.iter().all(Option::is_some)) {
        return;
    }
    let mut used: HashSet<String> = documents.iter().flat_map(Read::ids_now).map(str::to_owned).collect();
    for (document, segment, id) in aligned(documents, &used) {
        if used.insert(id.clone()) {
            documents[document].ids[segment] = Some(id);
        }
    }
    for (document, segment, id) in waiting(documents, &used) {
        if used.insert(id.clone()) {
            documents[document].ids[segment] = Some(id);
        }
    }
}

/// A document, its segment, and the id for it.
type Found = (usize, usize, String);

/// Segments that are what left another document in this very run, edited or not.
fn aligned(documents: &[Read<'_>], used: &HashSet<String>) -> Vec<Found> {
    let left: Vec<Vec<&OldUnit>> = documents
        .iter()
        .map(|document| document.old.iter().filter(|unit| !used.contains(&unit.id)).collect())
        .collect();
    if left.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let open: Vec<Vec<(usize, String)>> = documents
        .iter()
        .map(|document| document.open().map(|at| (at, group(&document.segments[at]))).collect())
        .collect();
    let old: Vec<Vec<Piece<'_>>> = left
        .iter()
        .map(|units| {
            units.iter().map(|unit| Piece { kind: unit.kind, path: &unit.group, text: &unit.text }).collect()
        })
        .collect();
    let new: Vec<Vec<Piece<'_>>> = documents
        .iter()
        .zip(&open)
        .map(|(document, open)| {
            open.iter()
                .map(|(at, path)| {
                    let segment = &document.segments[*at];
                    Piece { kind: segment.kind, path, text: &segment.text }
                })
                .collect()
        })
        .collect();
    let old: Vec<&[Piece<'_>]> = old.iter().map(Vec::as_slice).collect();
    let new: Vec<&[Piece<'_>]> = new.iter().map(Vec::as_slice).collect();
    let mut found = Vec::new();
    for (document, carried) in align_across(&old, &new).into_iter().enumerate() {
        for ((at, _), carried) in open[document].iter().zip(carried) {
            if let Some(from) = carried.and_then(|carried| carried.id_from()) {
                found.push((document, *at, left[from.document][from.piece].id.clone()));
            }
        }
    }
    found
}

/// Segments whose very text another document had before: cut there in one run, put here in another. Short texts are
/// too common to say where they come from.
fn waiting(documents: &[Read<'_>], used: &HashSet<String>) -> Vec<Found> {
    let open: BTreeMap<(usize, usize), Fingerprint> = documents
        .iter()
        .enumerate()
        .flat_map(|(at, document)| document.open().map(move |segment| (at, segment)))
        .map(|(at, segment)| ((at, segment), documents[at].segments[segment].text.as_str()))
        .filter(|(_, text)| !carry::is_short(text))
        .map(|(place, text)| (place, Fingerprint::of(text)))
        .collect();
    if open.is_empty() {
        return Vec::new();
    }
    let mut by_print: HashMap<Fingerprint, Vec<&str>> =
        open.values().map(|print| (*print, Vec::new())).collect();
    for (id, record) in documents.iter().flat_map(|document| &document.ledgers).flat_map(Ledger::iter) {
        for print in [record.shown, record.source].into_iter().flatten() {
            if let Some(ids) = by_print.get_mut(&print).filter(|ids| !used.contains(id) && !ids.contains(&id))
            {
                ids.push(id);
            }
        }
    }
    let mut found = Vec::new();
    for ((document, segment), print) in open {
        let ids = by_print.get_mut(&print).filter(|ids| !ids.is_empty());
        found.extend(ids.map(|ids| (document, segment, ids.remove(0).to_owned())));
    }
    found
}
