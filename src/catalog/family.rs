//! Families: texts that were split or merged, in a locale whose translations have not followed yet.
//!
//! The translation of a text that was split says what all of its parts say; that of a text that was merged says only a
//! part. So the members of a family are judged together, the old texts as one against the new ones as one, until the
//! translations answer texts of their own.

use std::collections::BTreeSet;

use crate::carry::{Change, ChangeKind, classify};
use crate::catalog::past::Past;
use crate::catalog::unit::SourceUnit;
use crate::text::{Fingerprint, joined};

/// Old texts with their translations, and the texts that they went into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// What lies between the old texts as one and the new ones as one: a change of meaning where their contents tell,
    /// otherwise that they were split or merged.
    pub change: Change,
    /// What was translated, in the order in which it stands in the new texts.
    pub old: Vec<OldMember>,
    /// What stands there now, in document order.
    pub new: Vec<NewMember>,
}

/// A text that was translated before it was split or merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldMember {
    /// The id that its translation has.
    pub id: String,
    /// The text.
    pub source: String,
    /// Its translation.
    pub translation: String,
}

/// A text made of old ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMember {
    /// Its id.
    pub id: String,
    /// The text.
    pub source: String,
}

impl Family {
    fn new(mut old: Vec<OldMember>, new: Vec<NewMember>) -> Self {
        let now = joined(new.iter().map(|member| member.source.as_str()));
        // What was read twice would be a part of the family's translation twice.
        let whole: Vec<String> = old.iter().map(|member| member.source.clone()).collect();
        old.retain(|member| {
            !whole.iter().any(|text| text.len() > member.source.len() && text.contains(&member.source))
        });
        old.sort_by_key(|member| place(&member.source, &now));
        let mut family = Self { change: Change::new(ChangeKind::Split, ""), old, new };
        family.change = family.judged(&now);
        family
    }

    fn judged(&self, now: &str) -> Change {
        let ids: Vec<&str> = self.new.iter().map(|member| member.id.as_str()).collect();
        let (kind, detail) = match ids.as_slice() {
            [one] => {
                let others = self.old.iter().map(|member| member.id.as_str()).filter(|id| id != one);
                (ChangeKind::Merged, format!("merged with {}", listed(&others.collect::<Vec<_>>())))
            }
            several => (ChangeKind::Split, format!("split in {}: {}", count(several.len()), listed(several))),
        };
        let change = classify(&self.old_source(), now);
        match change.kind {
            ChangeKind::Meaning => Change::new(ChangeKind::Meaning, format!("{}, {detail}", change.detail)),
            _ => Change::new(kind, detail),
        }
    }

    /// The old texts as one.
    pub fn old_source(&self) -> String {
        joined(self.old.iter().map(|member| member.source.as_str()))
    }

    /// The new texts as one.
    pub fn new_source(&self) -> String {
        joined(self.new.iter().map(|member| member.source.as_str()))
    }

    /// The old translations as one.
    pub fn translation(&self) -> String {
        joined(self.old.iter().map(|member| member.translation.trim()))
    }

    /// Whether the translations, as one, may stand for the new texts.
    pub fn holds(&self) -> bool {
        self.change.kind < ChangeKind::Meaning
    }

    /// The other texts that were translated.
    pub(crate) fn other_old(&self, id: &str) -> impl Iterator<Item = &OldMember> {
        self.old.iter().filter(move |member| member.id != id)
    }

    /// The other texts that stand there now.
    pub(crate) fn other_new(&self, id: &str) -> impl Iterator<Item = &NewMember> {
        self.new.iter().filter(move |member| member.id != id)
    }

    /// Whether the translation of `id` is one of the old ones, for this text.
    pub(crate) fn has_old(&self, id: &str, source: Fingerprint) -> bool {
        self.old.iter().any(|member| member.id == id && Fingerprint::of(&member.source) == source)
    }

    pub(crate) fn has_new(&self, id: &str) -> bool {
        self.new.iter().any(|member| member.id == id)
    }
}

fn listed(ids: &[&str]) -> String {
    match ids {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        _ => ids.join(""),
    }
}

fn count(parts: usize) -> String {
    match parts {
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        more => more.to_string(),
    }
}

/// How many characters of an old text must stand in the new one for its place to be known.
const PLACED_BY: usize = 8;

/// Where an old text stands in the new one: where its first run of characters does that is there unchanged; last if
/// none is.
fn place(old: &str, new: &str) -> usize {
    let chars: Vec<char> = old.chars().collect();
    let mut runs = chars.windows(PLACED_BY.min(chars.len()).max(1));
    runs.find_map(|run| new.find(&run.iter().collect::<String>())).unwrap_or(usize::MAX)
}

/// A translation that answers a text that is not there any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Outdated<'a> {
    pub(crate) id: &'a str,
    /// The text that it answers.
    pub(crate) source: Fingerprint,
    pub(crate) translation: &'a str,
    /// Whether its segment is gone, so that nobody can answer it.
    pub(crate) is_gone: bool,
}

/// Finds the families among the outdated translations of a locale. One whose segment is gone joins a family; it makes
/// none, because nobody could ever settle it.
pub(crate) fn families(outdated: &[Outdated<'_>], sources: &[SourceUnit], past: &Past) -> Vec<Family> {
    let ids: BTreeSet<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    // The ids of today that each went into, with the text it answers.
    let went: Vec<(&Outdated<'_>, &str, BTreeSet<&str>)> = outdated
        .iter()
        .filter_map(|old| {
            let text = past.get(old.source)?;
            let into: BTreeSet<&str> =
                text.into.iter().map(String::as_str).filter(|id| ids.contains(id)).collect();
            let is_own = old.is_gone || into.contains(old.id);
            (is_own && !into.is_empty()).then_some((old, text.text.as_str(), into))
        })
        .collect();
    let mut taken = vec![false; went.len()];
    let mut found = Vec::new();
    for seed in 0..went.len() {
        if taken[seed] || went[seed].0.is_gone {
            continue;
        }
        let mut new = went[seed].2.clone();
        let mut old = vec![seed];
        taken[seed] = true;
        while let Some(next) = (0..went.len()).find(|at| !taken[*at] && !went[*at].2.is_disjoint(&new)) {
            taken[next] = true;
            new.extend(&went[next].2);
            old.push(next);
        }
        old.sort_unstable();
        let old = old.into_iter().map(|at| {
            let (outdated, source, _) = &went[at];
            OldMember {
                id: outdated.id.to_owned(),
                source: (*source).to_owned(),
                translation: outdated.translation.to_owned(),
            }
        });
        let new = sources.iter().filter(|source| new.contains(source.id.as_str()));
        let new = new.map(|source| NewMember { id: source.id.clone(), source: source.text.to_string() });
        let family = Family::new(old.collect(), new.collect());
        if family.old.len() > 1 || family.new.len() > 1 {
            found.push(family);
        }
    }
    found
}
