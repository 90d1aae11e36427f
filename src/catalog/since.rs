//! What became of units since an earlier commit: two plans compared, unit by unit. No history is needed.

use std::collections::HashMap;

use crate::carry::{ChangeKind, classify};
use crate::catalog::plan::Origin;
use crate::catalog::settle::Status;
use crate::catalog::unit::{DocumentPlan, SourceUnit, TargetPlan, Unit};
use crate::text::Fingerprint;

/// What became of a unit between two commits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// Stale, and it was not, or it was for another source text.
    Stale,
    /// Without a translation, and it had one or was not there.
    Missing,
    /// With a translation that no ledger knows, and that was not so.
    Unrecorded,
    /// Fresh, and it was not.
    Settled,
}

impl Turn {
    /// All of them, gravest first.
    pub const ALL: [Self; 4] = [Self::Stale, Self::Missing, Self::Unrecorded, Self::Settled];

    /// The word used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Missing => "missing",
            Self::Unrecorded => "unrecorded",
            Self::Settled => "settled",
        }
    }
}

/// A unit of one locale as it is, by its place in the plans.
#[derive(Clone, Copy, Debug)]
pub struct UnitNow<'a> {
    /// The document.
    pub plan: &'a DocumentPlan,
    /// The locale.
    pub target: &'a TargetPlan,
    /// The source text.
    pub source: &'a SourceUnit,
    /// How it stands.
    pub unit: &'a Unit,
}

/// All units of some plans.
pub fn units(plans: &[DocumentPlan]) -> impl Iterator<Item = UnitNow<'_>> {
    plans.iter().flat_map(|plan| {
        plan.targets.iter().flat_map(move |target| {
            let units = plan.sources.iter().zip(&target.units);
            units.map(move |(source, unit)| UnitNow { plan, target, source, unit })
        })
    })
}

/// The units of an earlier commit.
#[derive(Debug)]
pub struct Before<'a> {
    units: HashMap<Key<'a>, (&'a SourceUnit, &'a Unit)>,
}

/// Document, id and locale. An id that yakugo minted is unique in the project and goes with its text into another
/// document; a developer's is unique in its file.
type Key<'a> = (&'a str, &'a str, &'a str);

fn key<'a>(now: &UnitNow<'a>) -> Key<'a> {
    let document = match now.plan.origin {
        Origin::Article(_) => "",
        Origin::Fluent => now.plan.name.as_str(),
    };
    (document, &now.source.id, &now.target.locale)
}

impl<'a> Before<'a> {
    /// Takes the plans of the earlier commit.
    pub fn new(plans: &'a [DocumentPlan]) -> Self {
        Self { units: units(plans).map(|then| (key(&then), (then.source, then.unit))).collect() }
    }

    /// What became of a unit; nothing if it stands as it stood.
    pub fn turn(&self, now: &UnitNow<'_>) -> Option<Turn> {
        let then = self.units.get(&key(now)).map(|(_, unit)| &unit.status);
        match (&now.unit.status, then) {
            (Status::Stale(_), Some(Status::Stale(_))) => self.is_source_changed(now).then_some(Turn::Stale),
            (Status::Stale(_), _) => Some(Turn::Stale),
            (Status::Missing, then) => (then != Some(&Status::Missing)).then_some(Turn::Missing),
            (Status::Unrecorded, then) => (then != Some(&Status::Unrecorded)).then_some(Turn::Unrecorded),
            (Status::Fresh, then) => (then != Some(&Status::Fresh)).then_some(Turn::Settled),
        }
    }

    /// Whether the source text of a unit is new or another one; layout is none of the text.
    pub fn is_source_changed(&self, now: &UnitNow<'_>) -> bool {
        self.units.get(&key(now)).is_none_or(|(then, _)| {
            then.fingerprint != now.source.fingerprint
                && classify(&then.text, &now.source.text).kind != ChangeKind::Layout
        })
    }

    /// Whether anybody touched a unit: its source text, its translation, or what is recorded of it.
    pub fn is_touched(&self, now: &UnitNow<'_>) -> bool {
        let text = |unit: &Unit| unit.translation.as_deref().map(Fingerprint::of);
        self.units.get(&key(now)).is_none_or(|(_, then)| {
            (text(then), then.state) != (text(now.unit), now.unit.state) || self.is_source_changed(now)
        })
    }
}
