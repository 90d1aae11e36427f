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

/// Links beside the pairs: `(old, new)`.
pub(super) type Links = BTreeSet<(usize, usize)>;

/// Finds links beside the pairs and adds them.
pub(super) fn links(pairs: &Pairs, old: &Texts, new: &Texts, edges: &[Edge], links: &mut Links) {
    let forward = |old: usize| pairs.of_old(old);
    let backward = |new: usize| pairs.of_new(new);
    let swapped = edges.iter().map(|edge| (edge.new, edge.old));
    let merged =
        open_in_pairs(old, new, &forward, &backward, edges.iter().map(|edge| (edge.old, edge.new)), links);
    links.extend(merged);
    let turned: Links = links.iter().map(|(old, new)| (*new, *old)).collect();
    let split = open_in_pairs(new, old, &backward, &forward, swapped, &turned);
    links.extend(split.into_iter().map(|(new, old)| (old, new)));
    let shifted = remainders(pairs, old, new, links);
    links.extend(shifted);
}

/// Open pieces of one side that stand in what remains of a paired piece of the other side.
fn open_in_pairs(
    here: &Texts,
    there: &Texts,
    partner: &dyn Fn(usize) -> Option<usize>,
    back: &dyn Fn(usize) -> Option<usize>,
    edges: impl Iterator<Item = (usize, usize)>,
    links: &Links,
) -> Vec<(usize, usize)> {
    let mut by_edge: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    edges.for_each(|(a, b)| by_edge.entry(a).or_default().push(b));
    let linked: BTreeSet<usize> = links.iter().map(|(here, _)| *here).collect();
    let mut taken: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    let mut found = Vec::new();
    for (at, grams) in here.iter().filter(|(at, _)| partner(**at).is_none() && !linked.contains(*at)) {
        let near = beside(*at, partner);
        let far = by_edge.get(at).into_iter().flatten().copied();
        let mut best: Option<(usize, usize)> = None;
        for other in near.into_iter().chain(far) {
            let (Some(mine), Some(text)) = (back(other).and_then(|mine| here.get(&mine)), there.get(&other))
            else {
                continue;
            };
            let rest = taken.entry(other).or_insert_with(|| without(text.sorted(), mine.sorted()));
            let count = shared(grams.sorted(), rest);
            if ratio(count, grams.count()) >= share_wanted(grams) && best.is_none_or(|(most, _)| count > most)
            {
                best = Some((count, other));
            }
        }
        if let Some((_, other)) = best {
            if let Some(rest) = taken.get_mut(&other) {
                *rest = without(rest, grams.sorted());
            }
            found.push((*at, other));
        }
    }
    found
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
            let Some(target) = new.get(&other).filter(|_| !links.contains(&(from, other))) else { continue };
            let came = without(target.sorted(), source.sorted());
            let smaller = rest.len().min(came.len());
            if smaller >= REMAINDER_LEAST && ratio(shared(&rest, &came), smaller) >= REMAINDER {
                found.push((from, other));
            }
        }
    }
    found
}
