//! Old texts that nobody needs any more. `sync` never drops anything; this does, on request.
//!
//! What goes was replaced, or lost its segment, before a given day, and nothing refers to it: no text of a document,
//! no record of a translation (a stale unit needs the text that it answers) and no verdict. So every unit stands as it
//! stood before.

use std::collections::HashSet;

use crate::catalog::attic::Attic;
use crate::catalog::date::Date;
use crate::catalog::ledger::{Ledger, State};
use crate::catalog::locale::set;
use crate::catalog::past::Past;
use crate::catalog::plan::{DocumentFiles, Origin, TargetFiles};
use crate::catalog::target::Target;
use crate::catalog::unit::{DocumentPlan, Stage, Write};
use crate::text::Fingerprint;

/// Something that is dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The file that it leaves, relative to the project.
    pub path: String,
    /// The day on which it was replaced, or on which its segment went.
    pub since: Date,
    /// The source text, or the translation.
    pub text: String,
}

/// What a document does not need any more: source texts replaced, and translations whose segment went, before a day. The
/// writes stand in the order in which nothing is lost that another file still speaks of.
///
/// The plan must be one of these files with nothing left to write. Nothing is dropped where a file of the document
/// cannot be read in full.
pub fn outdated(files: &DocumentFiles, plan: &DocumentPlan, before: Date) -> (Vec<Write>, Vec<Dropped>) {
    let (mut writes, mut dropped) = (Vec::new(), Vec::new());
    if !plan.writable || plan.targets.iter().any(|target| !target.writable) {
        return (writes, dropped);
    }
    let mut needed: HashSet<Fingerprint> = plan.sources.iter().map(|source| source.fingerprint).collect();
    for target in &files.targets {
        let ledger = without_retired(files.origin, target, before, &mut writes, &mut dropped);
        needed.extend(ledger.iter().flat_map(|(_, record)| record.sources()));
    }
    let Some(text) = &files.past.text else { return (writes, dropped) };
    let mut past = Past::parse(text).0;
    let replaced = past.forget(before, &needed);
    if !replaced.is_empty() {
        let drop = |(text, since)| Dropped { path: files.past.path.clone(), since, text };
        dropped.extend(replaced.into_iter().map(drop));
        set(&mut writes, Stage::Gone, &files.past, Some(past.to_text()).filter(|_| !past.is_empty()));
    }
    (writes, dropped)
}

/// Takes what retired before a day out of attic and ledger; gives the ledger that is left. A message without a record is
/// of unknown age, and stays.
fn without_retired(
    origin: Origin,
    files: &TargetFiles,
    before: Date,
    writes: &mut Vec<Write>,
    dropped: &mut Vec<Dropped>,
) -> Ledger {
    let values = origin.values();
    let ledger = files.ledger.text.as_deref().map(|text| Ledger::parse(text).0).unwrap_or_default();
    let mut attic = files.attic.text.as_deref().map(|text| Attic::read(text, values).0).unwrap_or_default();
    let retired = ledger.iter().filter(|(_, record)| record.state == State::Retired);
    let old: Vec<(&str, Date)> =
        retired.filter_map(|(id, record)| Some((id, record.date.filter(|date| *date < before)?))).collect();
    if old.is_empty() {
        return ledger;
    }
    for (id, since) in &old {
        if let Some(message) = attic.get(id) {
            let blocks = Target::read(message, values, &|_| true).blocks;
            let text = blocks.first().and_then(|block| block.text()).unwrap_or(message).to_owned();
            dropped.push(Dropped { path: files.attic.path.clone(), since: *since, text });
        }
        attic.remove(id);
    }
    let left = ledger.without(&old.iter().map(|(id, _)| (*id).to_owned()).collect());
    set(writes, Stage::AtticEmptied, &files.attic, Some(attic.to_text()).filter(|_| !attic.is_empty()));
    set(writes, Stage::LedgerEmptied, &files.ledger, Some(left.to_text()));
    left
}
