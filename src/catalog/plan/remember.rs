//! What the past of a document is told: texts that came, were replaced, divided or moved.

use std::collections::{HashMap, HashSet};

use super::Read;
use crate::carry::moved;
use crate::catalog::date::Date;
use crate::catalog::ledger::{Ledger, Record};
use crate::catalog::unit::SourceUnit;
use crate::text::Fingerprint;

impl Read<'_> {
    /// Keeps every text that stands or was replaced; gives the ids that are gone.
    pub(super) fn update_past(&mut self, sources: &[SourceUnit], today: Date) -> HashSet<String> {
        let now: HashMap<&str, Fingerprint> =
            sources.iter().map(|unit| (unit.id.as_str(), unit.fingerprint)).collect();
        self.keep_replaced(&now, today);
        self.release_left(&now);
        self.keep_standing(sources, today);
        self.divide_past();
        self.mark_moved(sources);
        let recorded = self.ledgers.iter().flat_map(Ledger::iter).map(|(id, _)| id);
        let old = self.old.iter().map(|unit| unit.id.as_str());
        recorded.chain(old).filter(|id| !now.contains_key(id)).map(str::to_owned).collect()
    }

    /// Dates the texts that do not stand under their id any more, and keeps what was typed where it does not count.
    fn keep_replaced(&mut self, now: &HashMap<&str, Fingerprint>, today: Date) {
        for unit in &self.old {
            if unit.is_edited() {
                self.past.keep_discarded(&unit.text, today);
            } else if now.get(unit.id.as_str()) != Some(&unit.written) && !self.has_left(&unit.id) {
                self.past.replace(&unit.text, today);
            }
        }
    }

    /// Lets go of the texts that went to another document with their units, unless another unit needs them here.
    fn release_left(&mut self, now: &HashMap<&str, Fingerprint>) {
        let left = self.old.iter().filter(|unit| self.has_left(&unit.id));
        let mut texts: HashSet<Fingerprint> = left.map(|unit| unit.written).collect();
        if texts.is_empty() {
            return;
        }
        let staying = self.ledgers.iter().flat_map(Ledger::iter).filter(|(id, _)| !self.has_left(id));
        for needed in staying.flat_map(|(_, record)| record.sources()).chain(now.values().copied()) {
            texts.remove(&needed);
        }
        self.past.release(&texts);
    }

    /// Whether a unit went to another document, in all locales.
    fn has_left(&self, id: &str) -> bool {
        !self.exchange.is_empty() && self.exchange.iter().all(|exchange| exchange.leaving.contains(id))
    }

    /// Keeps the texts that stand. A past that an earlier version wrote lacks them; it is completed when its document
    /// changes next, so that an upgrade alone writes nothing.
    fn keep_standing(&mut self, sources: &[SourceUnit], today: Date) {
        let old = self.old.iter().map(|unit| (unit.id.as_str(), unit.written));
        let new = sources.iter().map(|unit| (unit.id.as_str(), unit.fingerprint));
        if !self.past.is_complete() && old.eq(new) {
            return;
        }
        let mut stood: HashMap<&str, Vec<Fingerprint>> = HashMap::new();
        for unit in &self.old {
            stood.entry(&unit.id).or_default().push(unit.written);
        }
        let stood = |id: &str| {
            let records = self.ledgers.iter().filter_map(|ledger| ledger.get(id));
            let last = stood.get(id).into_iter().flatten().copied();
            records.flat_map(Record::sources).chain(last).collect()
        };
        self.past.settle(sources, &stood, today);
    }

    /// Keeps which ids the old texts went into that were split or merged: the last one, and those that a locale still
    /// answers.
    fn divide_past(&mut self) {
        for (id, into) in &self.families {
            let into: Vec<&str> = into.iter().filter_map(|at| self.ids[*at].as_deref()).collect();
            let last = self.old.iter().filter(|unit| unit.id == *id).map(|unit| unit.written);
            let answered =
                self.ledgers.iter().filter_map(|ledger| ledger.get(id)).filter_map(|record| record.source);
            let texts: Vec<Fingerprint> = last.chain(answered).collect();
            self.past.divide(id, &texts, &into);
        }
    }

    /// Says at the old texts of segments that went to another place that they did: at those just replaced, and at
    /// those that translations answer.
    fn mark_moved(&mut self, sources: &[SourceUnit]) {
        let old: Vec<&str> = self.old.iter().map(|unit| unit.id.as_str()).collect();
        let weight = |unit: &SourceUnit| u64::try_from(unit.text.len()).unwrap_or(u64::MAX);
        let new: Vec<(&str, u64)> = sources.iter().map(|unit| (unit.id.as_str(), weight(unit))).collect();
        let moved = moved(&old, &new);
        for unit in self.old.iter().filter(|unit| moved.contains(unit.id.as_str())) {
            let answered = self.ledgers.iter().filter_map(|ledger| ledger.get(&unit.id)?.source);
            for text in answered.chain([Fingerprint::of(&unit.text)]) {
                self.past.mark_moved(text, &unit.id);
            }
        }
    }
}
