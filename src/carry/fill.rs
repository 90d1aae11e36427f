//! Pairs by place: what stands open between, behind or before pieces that are pairs.

use super::exact::{Pairs, neighbours};
use super::family::Links;
use super::gap::{Match, Sides, align_gap};
use super::grams::Grams;
use super::order::heaviest_chain;

/// Pairs what the place makes likely: closed gaps inside blocks that may have moved as a whole first, then the gaps
/// of the document's own order, last what stands at the edges of moved blocks.
pub(super) fn fill(sides: &Sides<'_>, pairs: &mut Pairs, links: &mut Links) {
    neighbours(sides.new, pairs, |old, new| match (sides.old_texts.get(&old), sides.new_texts.get(&new)) {
        (Some(from), Some(to)) => from.text() == to.text(),
        _ => false,
    });
    let closed = closed_gaps(sides, pairs);
    align_all(sides, closed, pairs, links);
    let ordered = ordered_gaps(sides, pairs);
    align_all(sides, ordered, pairs, links);
    for behind in [true, false] {
        let edges = block_edges(sides, pairs, behind);
        align_all(sides, edges, pairs, links);
    }
}

/// Open old and new pieces at one place.
type Gap = (Vec<usize>, Vec<usize>);

/// Gaps between two pairs that are neighbours on both sides but for open pieces.
fn closed_gaps(sides: &Sides<'_>, pairs: &Pairs) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (old, new) in pairs.iter() {
        let (gap_old, gap_new) = (open_after(sides, pairs, old, true), open_after(sides, pairs, new, false));
        if gap_old.is_empty() || gap_new.is_empty() {
            continue;
        }
        let (old_end, new_end) = (old + gap_old.len() + 1, new + gap_new.len() + 1);
        if pairs.of_new(new_end) == Some(old_end) {
            gaps.push((gap_old, gap_new));
        }
    }
    gaps
}

/// The open pieces right behind an old or new piece.
fn open_after(sides: &Sides<'_>, pairs: &Pairs, at: usize, old: bool) -> Vec<usize> {
    let count = if old { sides.old.len() } else { sides.new.len() };
    let open = |at: &usize| if old { pairs.of_old(*at).is_none() } else { pairs.of_new(*at).is_none() };
    (at + 1..count).take_while(open).collect()
}

/// The open pieces right before an old or new piece.
fn open_before(pairs: &Pairs, at: usize, old: bool) -> Vec<usize> {
    let open = |at: &usize| if old { pairs.of_old(*at).is_none() } else { pairs.of_new(*at).is_none() };
    let mut found: Vec<usize> = (0..at).rev().take_while(open).collect();
    found.reverse();
    found
}

/// Gaps between pairs that are in the document's order on both sides.
fn ordered_gaps(sides: &Sides<'_>, pairs: &Pairs) -> Vec<Gap> {
    let ends = in_order(sides, pairs).into_iter().chain([(sides.old.len(), sides.new.len())]);
    let (mut old_start, mut new_start) = (0, 0);
    let mut gaps = Vec::new();
    for (old_end, new_end) in ends {
        let old = (old_start..old_end).filter(|at| pairs.of_old(*at).is_none()).collect();
        let new = (new_start..new_end).filter(|at| pairs.of_new(*at).is_none()).collect();
        gaps.push((old, new));
        (old_start, new_start) = (old_end + 1, new_end + 1);
    }
    gaps
}

/// Open pieces behind (or before) a moved pair.
fn block_edges(sides: &Sides<'_>, pairs: &Pairs, behind: bool) -> Vec<Gap> {
    let mut moved = vec![true; sides.new.len()];
    in_order(sides, pairs).into_iter().for_each(|(_, new)| moved[new] = false);
    let open = |at: usize, old: bool| {
        if behind { open_after(sides, pairs, at, old) } else { open_before(pairs, at, old) }
    };
    pairs
        .iter()
        .filter(|(_, new)| moved[*new])
        .map(|(old, new)| (open(old, true), open(new, false)))
        .collect()
}

/// The heaviest chain of pairs that stand in one order on both sides; a text weighs what it is long.
pub(super) fn in_order(sides: &Sides<'_>, pairs: &Pairs) -> Vec<(usize, usize)> {
    let weight = |new: usize| sides.new[new].text.len() as u64;
    let weighted: Vec<(usize, usize, u64)> = pairs.iter().map(|(old, new)| (old, new, weight(new))).collect();
    let in_chain = heaviest_chain(&weighted);
    weighted
        .into_iter()
        .zip(in_chain)
        .filter(|(_, kept)| *kept)
        .map(|((old, new, _), _)| (old, new))
        .collect()
}

/// Aligns gaps; each sees what the gaps before it took.
fn align_all(sides: &Sides<'_>, gaps: Vec<Gap>, pairs: &mut Pairs, links: &mut Links) {
    for (mut old, mut new) in gaps {
        old.retain(|at| pairs.of_old(*at).is_none() && !links.has_old(*at));
        new.retain(|at| pairs.of_new(*at).is_none() && !links.has_new(*at));
        align_gap(sides, &old, &new).into_iter().for_each(|found| join(sides, &found, pairs, links));
    }
}

/// Makes a pair of the largest parts of a family (of equal ones the first) and links of the others.
fn join(sides: &Sides<'_>, family: &Match, pairs: &mut Pairs, links: &mut Links) {
    let size = |(old, new): &(usize, usize)| {
        sides.old_texts.get(old).map_or(0, Grams::count).min(sides.new_texts.get(new).map_or(0, Grams::count))
    };
    let all = family.old.iter().flat_map(|old| family.new.iter().map(move |new| (*old, *new)));
    let mut all: Vec<(usize, usize)> = all.collect();
    all.sort_by_key(|pair| std::cmp::Reverse(size(pair)));
    if let Some((old, new)) = all.first() {
        pairs.join(*old, *new);
    }
    all.into_iter().skip(1).for_each(|(old, new)| links.add(old, new));
}
