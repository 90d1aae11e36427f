//! Families: texts that were split or merged, in a locale whose translations have not followed yet.
//!
//! The translation of a text that was split says what all of its parts say; that of a text that was merged says only a
//! part. So the members of a family are judged together, the old texts as one against the new ones as one, until the
//! translations answer texts of their own.

use std::collections::BTreeSet;

use crate::carry::{Change, ChangeKind};
use crate::catalog::past::Past;
use crate::catalog::policy::{Policy, Treatment};
use crate::catalog::unit::SourceUnit;
use crate::text::{Fingerprint, joined};

/// Old texts with their translations, and the texts that they went into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// What lies between the old texts as one and the new ones as one: a change of meaning where their contents tell,
    /// otherwise that they were split or merged.
    pub change: Change,
    /// What that means.
    pub treatment: Treatment,
    /// Whether other words stand there now, too.
    pub is_reworded: bool,
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
    /// None where one text became one.
    fn new(mut old: Vec<OldMember>, new: Vec<NewMember>, scale: Scale<'_>) -> Option<Self> {
        let now = joined(new.iter().map(|member| member.source.as_str()));
        // What another old text says would be said twice; and what is gone may have gone since for good.
        let texts: Vec<String> = old.iter().map(|member| member.source.clone()).collect();
        let is_part = |own: &str| texts.iter().any(|text| text.len() > own.len() && text.contains(own));
        let is_there = |id: &str| new.iter().any(|member| member.id == id);
        old.retain(|member| {
            !is_part(&member.source) && (is_there(&member.id) || stands_in(&member.source, &now))
        });
        old.sort_by_key(|member| place(&member.source, &now));
        let divided = divided(&old, &new)?;
        let change = (scale.change)(&joined(old.iter().map(|member| member.source.as_str())), &now);
        let is_reworded = change.kind >= ChangeKind::Wording;
        let change = match change.kind {
            ChangeKind::Meaning => {
                Change::new(ChangeKind::Meaning, format!("{}, {}", change.detail, divided.detail))
            }
            _ => divided,
        };
        let treatment = scale.policy.treatment(change.kind)?;
        Some(Self { change, treatment, is_reworded, old, new })
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

    /// Whether the translations, as one, say what the new texts say.
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

/// How the texts were divided otherwise.
fn divided(old: &[OldMember], new: &[NewMember]) -> Option<Change> {
    let ids: Vec<&str> = new.iter().map(|member| member.id.as_str()).collect();
    match ids.as_slice() {
        [_] if old.len() < 2 => None,
        [one] => {
            let others = old.iter().map(|member| member.id.as_str()).filter(|id| id != one);
            let detail = format!("merged with {}", listed(&others.collect::<Vec<_>>()));
            Some(Change::new(ChangeKind::Merged, detail))
        }
        several => {
            let detail = format!("split in {}: {}", count(several.len()), listed(several));
            Some(Change::new(ChangeKind::Split, detail))
        }
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

/// A run of characters as long as this is there twice by chance in hardly any text.
const PLACED_BY: usize = 8;
/// Shorter ones may be, but not half of them; and a changed number breaks fewer.
const HELD_BY: usize = 4;

/// Where an old text stands in the new one: where its first run of characters does that is there unchanged; last if
/// none is.
fn place(old: &str, new: &str) -> usize {
    runs(old, PLACED_BY).iter().find_map(|run| new.find(run.as_str())).unwrap_or(usize::MAX)
}

/// Whether at least half of an old text stands in the new one unchanged.
fn stands_in(old: &str, new: &str) -> bool {
    let runs = runs(old, HELD_BY);
    2 * runs.iter().filter(|run| new.contains(run.as_str())).count() >= runs.len()
}

fn runs(text: &str, length: usize) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    chars.windows(length.min(chars.len()).max(1)).map(|run| run.iter().collect()).collect()
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

/// What families are judged by.
#[derive(Clone, Copy)]
pub(crate) struct Scale<'a> {
    /// What kind of change lies between two texts.
    pub(crate) change: &'a dyn Fn(&str, &str) -> Change,
    pub(crate) policy: &'a Policy,
}

/// Finds the families among the outdated translations of a locale. One whose segment is gone joins a family; it makes
/// none, because nobody could ever settle it.
pub(crate) fn families(
    outdated: &[Outdated<'_>],
    sources: &[SourceUnit],
    past: &Past,
    scale: Scale<'_>,
) -> Vec<Family> {
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
        found.extend(Family::new(old.collect(), new.collect(), scale));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carry::classify;

    fn family(old: &[(&str, &str)], new: &[(&str, &str)]) -> Option<Family> {
        let old = old.iter().map(|(id, source)| OldMember {
            id: (*id).to_owned(),
            source: (*source).to_owned(),
            translation: format!("<{id}>"),
        });
        let new =
            new.iter().map(|(id, source)| NewMember { id: (*id).to_owned(), source: (*source).to_owned() });
        Family::new(old.collect(), new.collect(), Scale { change: &classify, policy: &Policy::default() })
    }

    #[track_caller]
    fn check(old: &[(&str, &str)], new: &[(&str, &str)], kind: ChangeKind, detail: &str, translation: &str) {
        let family = family(old, new).unwrap();
        assert_eq!((family.change.kind, family.change.detail.as_str()), (kind, detail));
        assert_eq!(family.translation(), translation);
    }

    const A: &str = "検体は冷凍庫で保管します。";
    const B: &str = "搬送は30分以内に終えます。";

    #[test]
    fn contents_decide_and_then_the_number_of_texts() {
        let whole = format!("{A}{B}");
        check(&[("p", &whole)], &[("p", A), ("q", B)], ChangeKind::Split, "split in two: p and q", "<p>");
        check(&[("q", B), ("p", A)], &[("q", &whole)], ChangeKind::Merged, "merged with p", "<p> <q>");
        let later = B.replace("30", "60");
        let detail = "≤30 minute → ≤60 minute, split in two: p and q";
        check(&[("p", &whole)], &[("p", A), ("q", &later)], ChangeKind::Meaning, detail, "<p>");
        check(
            &[("p", A), ("q", B)],
            &[("p", &format!("{A}{later}"))],
            ChangeKind::Meaning,
            "≤30 minute → ≤60 minute, merged with q",
            "<p> <q>",
        );
        // A text that moved from one paragraph to the next takes its number along.
        let (long, short) = (format!("{A}{B}"), "担当者が記録します。");
        let moved = format!("{B}{short}");
        check(
            &[("p", &long), ("q", short)],
            &[("p", A), ("q", &moved)],
            ChangeKind::Split,
            "split in two: p and q",
            "<p> <q>",
        );
    }

    #[test]
    fn what_went_for_good_after_it_was_merged_does_not_return() {
        assert_eq!(family(&[("p", A), ("q", B)], &[("p", "検体は大きな冷凍庫で保管します。")]), None);
    }
}
