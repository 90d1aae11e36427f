//! Which id every segment of a document has: pinned, carried from the last source, found again in a ledger, or
//! newly minted, in this order.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::carry::{Piece, Relation, align};
use crate::catalog::id;
use crate::catalog::ledger::Ledger;
use crate::catalog::past::Past;
use crate::catalog::source::{OldUnit, group};
use crate::document::{Kind, Segment};
use crate::finding::{Finding, rule};
use crate::text::{Fingerprint, Span};

rule! {
    /// An id is pinned to two segments.
    ///
    /// Why: an id names one text; with two, their translations would overwrite each other.
    ///
    /// Example: a paragraph was copied together with its `<!-- yakugo:id dose -->`.
    ///
    /// Fix: give one of the two another id, or delete its comment.
    pub(crate) const PINNED_TWICE: "pinned-twice", Error;
}

/// The ids that are known without minting; `None` where a new one is needed.
pub(crate) struct Known {
    pub(crate) ids: Vec<Option<String>>,
    /// Old ids whose text was split or merged, and the segments it went into.
    pub(crate) families: Vec<(String, Vec<usize>)>,
    pub(crate) findings: Vec<Finding>,
}

/// Finds the ids of segments that were there before.
pub(crate) fn known(
    document: &str,
    segments: &[Segment],
    old: &[OldUnit],
    past: &Past,
    ledgers: &[Ledger],
) -> Known {
    let mut ids: Vec<Option<String>> = vec![None; segments.len()];
    let mut findings = Vec::new();
    let mut used: HashSet<String> = HashSet::new();
    for (slot, segment) in ids.iter_mut().zip(segments) {
        let Some(pinned) = &segment.pinned else { continue };
        if used.insert(pinned.clone()) {
            *slot = Some(pinned.clone());
        } else {
            findings.push(pinned_twice(pinned, "two segments", segment.span));
        }
    }
    let families = carry(segments, old, past, &mut ids, &mut used);
    recover(document, segments, ledgers, &mut ids, &mut used);
    Known { ids, families, findings }
}

fn pinned_twice(id: &str, where_to: &str, span: Span) -> Finding {
    let message =
        format!("the id `{id}` is pinned to {where_to}: give each its own; this one gets a minted id");
    Finding::new(&PINNED_TWICE, span, message).unit(id)
}

/// An id that a document before this one has.
pub(crate) fn pinned_elsewhere(id: &str, span: Span) -> Finding {
    pinned_twice(id, "segments of two documents", span)
}

/// Ids of the last source, where the segment is still there, edited or not; gives the families of what was split and
/// merged.
fn carry(
    segments: &[Segment],
    old: &[OldUnit],
    past: &Past,
    ids: &mut [Option<String>],
    used: &mut HashSet<String>,
) -> Vec<(String, Vec<usize>)> {
    let by_print: HashMap<Fingerprint, &str> =
        segments.iter().map(|segment| (Fingerprint::of(&segment.text), segment.text.as_str())).collect();
    let old: Vec<&OldUnit> = old.iter().filter(|unit| !used.contains(&unit.id)).collect();
    // Where somebody typed into the generated file, the text that yakugo wrote there is the one to look for.
    let text_of = |unit: &&OldUnit| -> String {
        let written = by_print.get(&unit.written).copied();
        written
            .or_else(|| past.get(unit.written).map(|past| past.text.as_str()))
            .unwrap_or(&unit.text)
            .to_owned()
    };
    let old_texts: Vec<String> = old.iter().map(text_of).collect();
    let groups: Vec<String> = segments.iter().map(group).collect();
    let old_pieces: Vec<Piece<'_>> = old
        .iter()
        .zip(&old_texts)
        .map(|(unit, text)| Piece { kind: unit.kind, path: &unit.group, text })
        .collect();
    let open: Vec<usize> = (0..segments.len()).filter(|at| ids[*at].is_none()).collect();
    let new_pieces: Vec<Piece<'_>> = open
        .iter()
        .map(|at| Piece { kind: segments[*at].kind, path: &groups[*at], text: &segments[*at].text })
        .collect();
    let mut went: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut merged: BTreeSet<usize> = BTreeSet::new();
    for (at, carried) in open.into_iter().zip(align(&old_pieces, &new_pieces)) {
        let Some(carried) = carried else { continue };
        carried.from.iter().for_each(|from| went.entry(*from).or_default().push(at));
        if carried.relation == Relation::Merged {
            merged.extend(&carried.from);
        }
        let Some(lender) = carried.id_from() else { continue };
        let id = old[lender].id.clone();
        if used.insert(id.clone()) {
            ids[at] = Some(id);
        }
    }
    let is_family = |from: &usize, into: &[usize]| {
        let elsewhere = into.iter().any(|at| ids[*at].as_ref() != Some(&old[*from].id));
        into.len() > 1 || elsewhere || merged.contains(from)
    };
    let families = went.into_iter().filter(|(from, into)| is_family(from, into));
    families.map(|(from, into)| (old[from].id.clone(), into)).collect()
}

/// Ids of ledgers whose recorded source is exactly a segment's text: a segment that came back, or a source file that
/// was lost. Of several the id that would be minted here wins, then one of the same kind, then the first.
fn recover(
    document: &str,
    segments: &[Segment],
    ledgers: &[Ledger],
    ids: &mut [Option<String>],
    used: &mut HashSet<String>,
) {
    let mut by_print: HashMap<Fingerprint, BTreeSet<&str>> = HashMap::new();
    for (id, record) in ledgers.iter().flat_map(Ledger::iter).filter(|(id, _)| !used.contains(*id)) {
        for fingerprint in [record.shown, record.source].into_iter().flatten() {
            by_print.entry(fingerprint).or_default().insert(id);
        }
    }
    let nothing_taken = HashSet::new();
    let mut occurrences = Occurrences::default();
    for (slot, segment) in ids.iter_mut().zip(segments) {
        let occurrence = occurrences.next(segment);
        let Some(candidates) = by_print.get(&Fingerprint::of(&segment.text)) else { continue };
        if slot.is_some() {
            continue;
        }
        let minted = id::mint(document, segment, occurrence, &nothing_taken);
        let kind = minted.split_once('-').map_or("", |(kind, _)| kind);
        let of_kind = |id: &&str| id.split_once('-').is_some_and(|(other, _)| other == kind);
        let free = || candidates.iter().copied().filter(|id| !used.contains(*id));
        let found =
            free().find(|id| *id == minted).or_else(|| free().find(of_kind)).or_else(|| free().next());
        if let Some(id) = found.map(str::to_owned) {
            used.insert(id.clone());
            *slot = Some(id);
        }
    }
}

/// Counts equal segments, so that two of them get two ids.
#[derive(Debug, Default)]
pub(crate) struct Occurrences<'a> {
    seen: HashMap<(Kind, &'a str, &'a [Arc<str>]), usize>,
}

impl<'a> Occurrences<'a> {
    /// How many equal segments came before this one.
    pub(crate) fn next(&mut self, segment: &'a Segment) -> usize {
        let count = self.seen.entry((segment.kind, &segment.text, &segment.path)).or_default();
        *count += 1;
        *count - 1
    }
}
