//! Counting units: the one function behind `status` and the gates.

use std::ops::AddAssign;

use crate::catalog::ledger::State;
use crate::catalog::settle::Status;
use crate::catalog::unit::{SourceUnit, Unit};

/// How far a locale of a document, or of a project, is. `units = missing + unrecorded + stale + fresh`; draft and
/// reviewed are parts of fresh.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All source texts.
    pub units: usize,
    /// Without a translation.
    pub missing: usize,
    /// With a translation that no ledger knows.
    pub unrecorded: usize,
    /// Whose source changed since.
    pub stale: usize,
    /// That answer the source as it is.
    pub fresh: usize,
    /// Fresh ones that are drafts.
    pub draft: usize,
    /// Fresh ones that were reviewed.
    pub reviewed: usize,
    /// Fresh ones, and stale ones whose meaning is as it was, as the configuration has it.
    pub counted: usize,
    /// Characters of the source texts that are not fresh.
    pub characters_left: usize,
}

impl Counts {
    /// Counts the units of one locale of one document.
    pub fn of(sources: &[SourceUnit], units: &[Unit]) -> Self {
        let mut counts = Self::default();
        for (source, unit) in sources.iter().zip(units) {
            counts.units += 1;
            match unit.status {
                Status::Missing => counts.missing += 1,
                Status::Unrecorded => counts.unrecorded += 1,
                Status::Stale(_) => counts.stale += 1,
                Status::Fresh => {
                    counts.fresh += 1;
                    counts.draft += usize::from(unit.state == Some(State::Draft));
                    counts.reviewed += usize::from(unit.state == Some(State::Reviewed));
                }
            }
            counts.counted += usize::from(unit.counts());
            if unit.status != Status::Fresh {
                counts.characters_left += source.text.chars().count();
            }
        }
        counts
    }

    /// The part of the units that counts as translated, from 0 to 1; 1 where there is nothing to translate.
    pub fn coverage(&self) -> f64 {
        let number = |n: usize| u32::try_from(n).map_or(f64::MAX, f64::from);
        if self.units == 0 { 1.0 } else { number(self.counted) / number(self.units) }
    }

    /// Per cent, rounded down: 100 only when nothing is left.
    pub fn percent(&self) -> usize {
        (self.counted * 100).checked_div(self.units).unwrap_or(100)
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.units += other.units;
        self.missing += other.missing;
        self.unrecorded += other.unrecorded;
        self.stale += other.stale;
        self.fresh += other.fresh;
        self.draft += other.draft;
        self.reviewed += other.reviewed;
        self.counted += other.counted;
        self.characters_left += other.characters_left;
    }
}
