//! Ids that go from one document to another: a section that moved, a document that was divided.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::carry::{self, Piece, Place, align_across};
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
    let went = aligned(documents, &used);
    for Went { document, segment, id, .. } in &went {
        if let Some(id) = id.clone().filter(|id| used.insert(id.clone())) {
            documents[*document].ids[*segment] = Some(id);
        }
    }
    for (document, id, into) in divided(&went) {
        documents[document].families.push((id, into));
    }
    for (document, segment, id) in waiting(documents, &used) {
        if used.insert(id.clone()) {
            documents[document].ids[segment] = Some(id);
        }
    }
}

/// A document, its segment, and the id for it.
type Found = (usize, usize, String);

/// A segment that is, or holds, what left another document.
struct Went {
    document: usize,
    segment: usize,
    /// The id that it keeps.
    id: Option<String>,
    /// The ids whose texts went into it.
    from: Vec<String>,
}

/// The texts that went into several segments of a document, or into one together with others: the document, the id and
/// the segments.
fn divided(went: &[Went]) -> Vec<(usize, String, Vec<usize>)> {
    let mut into: BTreeMap<(usize, &str), Vec<&Went>> = BTreeMap::new();
    for segment in went {
        for id in &segment.from {
            into.entry((segment.document, id)).or_default().push(segment);
        }
    }
    into.retain(|_, segments| segments.len() > 1 || segments.iter().any(|segment| segment.from.len() > 1));
    let places = |segments: Vec<&Went>| segments.into_iter().map(|segment| segment.segment).collect();
    into.into_iter().map(|((document, id), segments)| (document, id.to_owned(), places(segments))).collect()
}

/// Segments that are what left another document in this very run, edited or not.
fn aligned(documents: &[Read<'_>], used: &HashSet<String>) -> Vec<Went> {
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
            let Some(carried) = carried else { continue };
            let id = |place: Place| left[place.document][place.piece].id.clone();
            let from = carried.from.iter().copied().map(id).collect();
            found.push(Went { document, segment: *at, id: carried.id_from().map(id), from });
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
