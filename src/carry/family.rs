//! Pieces that were split or merged: the parts that no pair accounts for.
//!
//! What remains of a text when its partner's is taken away, and stands in a neighbour or in a piece that is still
//! open, went there or came from there.

use std::collections::{BTreeMap, BTreeSet};

use super::exact::Pairs;
use super::grams::{Grams, SHORT, ratio, shared, without};
use super::index::{Edge, Texts};

/// How much of an open piece must stand in what remains of the other: half of a long one (the rest may have been
/// cut while merging) …
const LONG: f64 = 0.5;
/// … most of a short one, where chance does more.
const SHORT_SHARE: f64 = 0.8;
/// A remainder smaller than this is wording, not a part.
const REMAINDER_LEAST: usize = 12;
/// Remainders on both sides are twice removed from the texts: most of the smaller one must be shared.
const REMAINDER: f64 = 0.7;

/// Links beside the pairs.
#[derive(Debug, Default)]
pub(super) struct Links {
    by_old: BTreeSet<(usize, usize)>,
    by_new: BTreeSet<(usize, usize)>,
}

impl Links {
    pub(super) fn add(&mut self, old: usize, new: usize) {
        self.by_old.insert((old, new));
        self.by_new.insert((new, old));
    }

    pub(super) fn has_old(&self, old: usize) -> bool {
        has(&self.by_old, old)
    }

    pub(super) fn has_new(&self, new: usize) -> bool {
        has(&self.by_new, new)
    }

    fn contains(&self, old: usize, new: usize) -> bool {
        self.by_old.contains(&(old, new))
    }

    /// All links as `(old, new)`, by old piece.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, usize)> {
        self.by_old.iter().copied()
    }
}

fn has(links: &BTreeSet<(usize, usize)>, at: usize) -> bool {
    links.range((at, 0)..=(at, usize::MAX)).next().is_some()
}

/// Finds links beside the pairs and adds them.
pub(super) fn links(pairs: &Pairs, old: &Texts, new: &Texts, edges: &[Edge], links: &mut Links) {
    let forward = |old: usize| pairs.of_old(old);
    let backward = |new: usize| pairs.of_new(new);
    let open: Vec<usize> = pairs.free_old().filter(|old| !links.has_old(*old)).collect();
    let sides = Half { here: old, there: new, partner: &forward, back: &backward };
    let merged = sides.open_in_pairs(&open, edges.iter().map(|edge| (edge.old, edge.new)));
    merged.into_iter().for_each(|(old, new)| links.add(old, new));
    let open: Vec<usize> = pairs.free_new().filter(|new| !links.has_new(*new)).collect();
    let sides = Half { here: new, there: old, partner: &backward, back: &forward };
    let split = sides.open_in_pairs(&open, edges.iter().map(|edge| (edge.new, edge.old)));
    split.into_iter().for_each(|(new, old)| links.add(old, new));
    let shifted = remainders(pairs, old, new, links);
    shifted.into_iter().for_each(|(old, new)| links.add(old, new));
}

/// The documents seen from one side, so that merged and split are one question.
struct Half<'a> {
    here: &'a Texts,
    there: &'a Texts,
    /// The partner there of a piece here.
    partner: &'a dyn Fn(usize) -> Option<usize>,
    /// The partner here of a piece there.
    back: &'a dyn Fn(usize) -> Option<usize>,
}

impl Half<'_> {
    /// Open pieces of this side that stand in what remains of a paired piece of the other side.
    fn open_in_pairs(
        &self,
        open: &[usize],
        edges: impl Iterator<Item = (usize, usize)>,
    ) -> Vec<(usize, usize)> {
        let mut by_edge: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        edges.for_each(|(here, there)| by_edge.entry(here).or_default().push(there));
        let mut remaining: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        let mut found = Vec::new();
        for at in open {
            let Some(grams) = self.here.get(at) else { continue };
            let far = by_edge.get(at).into_iter().flatten().copied();
            let mut best: Option<(usize, usize)> = None;
            for other in beside(*at, self.partner).into_iter().chain(far) {
                let mine = (self.back)(other).and_then(|mine| self.here.get(&mine));
                let (Some(mine), Some(text)) = (mine, self.there.get(&other)) else { continue };
                let rest = remaining.entry(other).or_insert_with(|| without(text.sorted(), mine.sorted()));
                let count = shared(grams.sorted(), rest);
                let is_part = ratio(count, grams.count()) >= share_wanted(grams);
                // The part may have grown since: then all that remains of the other stands in it.
                let is_grown = rest.len() >= REMAINDER_LEAST && ratio(count, rest.len()) >= SHORT_SHARE;
                if (is_part || is_grown) && best.is_none_or(|(most, _)| count > most) {
                    best = Some((count, other));
                }
            }
            let Some((_, other)) = best else { continue };
            if let Some(rest) = remaining.get_mut(&other) {
                *rest = without(rest, grams.sorted());
            }
            found.push((*at, other));
        }
        found
    }
}

fn share_wanted(grams: &Grams) -> f64 {
    if grams.len() > 2 * SHORT { LONG } else { SHORT_SHARE }
}

/// The partners of the nearest paired pieces before and after.
fn beside(at: usize, partner: &dyn Fn(usize) -> Option<usize>) -> Vec<usize> {
    let before = at.checked_sub(1).and_then(partner);
    [before, partner(at + 1)].into_iter().flatten().collect()
}

/// Parts that went from one pair to the next: `A B` split in the middle of `A`, its end merged with `B`.
fn remainders(pairs: &Pairs, old: &Texts, new: &Texts, links: &Links) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (from, to) in pairs.iter() {
        let (Some(text), Some(partner)) = (old.get(&from), new.get(&to)) else { continue };
        let rest = without(text.sorted(), partner.sorted());
        if rest.len() < REMAINDER_LEAST {
            continue;
        }
        for other in [to.checked_sub(1), Some(to + 1)].into_iter().flatten() {
            let Some(source) = pairs.of_new(other).and_then(|source| old.get(&source)) else { continue };
            let Some(target) = new.get(&other).filter(|_| !links.contains(from, other)) else { continue };
            let came = without(target.sorted(), source.sorted());
            let smaller = rest.len().min(came.len());
            if smaller >= REMAINDER_LEAST && ratio(shared(&rest, &came), smaller) >= REMAINDER {
                found.push((from, other));
            }
        }
    }
    found
}
