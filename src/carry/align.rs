//! Which new segment is which old one.
//!
//! Equal texts first, told apart by heading and neighbours; then texts that are surely alike; between these, in
//! order, whatever the place makes likely; then what went elsewhere; last, what was split and merged. The work grows
//! with the number of pieces, not with its square.

use std::collections::BTreeMap;

use super::accept::{MARGIN, Place, may_pair, score};
use super::exact::{Pairs, Where, anchors, duplicates};
use super::family::{self, Links};
use super::fill::{self, in_order};
use super::gap::Sides;
use super::grams::Grams;
use super::index::{Edge, Texts, edges};
use super::matching::matching_text;
use crate::document::Kind;

/// A segment as far as matching is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What it is.
    pub kind: Kind,
    /// The headings above it, joined; equal strings are equal places.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// How a new piece came from old ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The same text, but for layout, markup and numbering.
    Same,
    /// An edited text.
    Edited,
    /// A part of an old piece; this part keeps the id.
    Split,
    /// A part of an old piece whose id another part keeps.
    SplitOff,
    /// Made of several old pieces.
    Merged,
}

/// Where a new piece comes from. `At` says what names an old piece: its index, or its document and index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried<At = usize> {
    /// The old pieces that went into it. The first lends its id, unless the piece is [`Relation::SplitOff`].
    pub from: Vec<At>,
    /// How.
    pub relation: Relation,
    /// Whether it stands in another order among the pieces that were carried.
    pub moved: bool,
}

impl<At: Copy> Carried<At> {
    /// The old piece whose id the new one keeps. No old piece lends its id twice.
    pub fn id_from(&self) -> Option<At> {
        self.from.first().copied().filter(|_| self.relation != Relation::SplitOff)
    }
}

/// Finds for every new piece where it comes from; `None` for a new one.
///
/// ```
/// use yakugo::carry::{Piece, Relation, align};
/// use yakugo::document::Kind;
/// let piece = |path, text| Piece { kind: Kind::Paragraph, path, text };
/// let old = [piece("A", "はい"), piece("B", "はい"), piece("B", "細胞を培養します。")];
/// let new = [piece("B", "はい"), piece("C", "細胞を37 ℃で培養します。"), piece("C", "副作用の報告")];
/// let carried = align(&old, &new);
/// let from: Vec<_> = carried.iter().map(|c| c.as_ref().map(|c| (c.from[0], c.relation))).collect();
/// assert_eq!(from, [Some((1, Relation::Same)), Some((2, Relation::Edited)), None]);
/// ```
pub fn align(old: &[Piece<'_>], new: &[Piece<'_>]) -> Vec<Option<Carried>> {
    let mut pairs = Pairs::new(old.len(), new.len());
    anchors(old, new, &mut pairs);
    let old_texts = texts(old, pairs.free_old());
    let new_texts = texts(new, pairs.free_new());
    let sides = Sides { old, new, old_texts: &old_texts, new_texts: &new_texts };
    let mut links = Links::default();
    if !old_texts.is_empty() && !new_texts.is_empty() {
        let edges = edges(&old_texts, &new_texts);
        let ranked = ranked(&sides, &edges);
        sure_pairs(&ranked, &mut pairs);
        fill::fill(&sides, &mut pairs, &mut links);
        duplicates(old, new, &mut pairs, Where::EquallyOften);
        elsewhere(&sides, &ranked, &mut pairs, &links);
        duplicates(old, new, &mut pairs, Where::Anywhere);
        family::links(&pairs, &old_texts, &new_texts, &edges, &mut links);
    }
    carried(&sides, &pairs, &links)
}

fn texts(pieces: &[Piece<'_>], free: impl Iterator<Item = usize>) -> Texts {
    free.map(|at| (at, Grams::new(matching_text(pieces[at].text)))).collect()
}

/// A possible pair and its score.
struct Ranked {
    old: usize,
    new: usize,
    score: f64,
}

/// The edges that may become pairs wherever they stand, best first.
fn ranked(sides: &Sides<'_>, edges: &[Edge]) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> = Vec::new();
    for edge in edges {
        let (Some(from), Some(to)) = (sides.old_texts.get(&edge.old), sides.new_texts.get(&edge.new)) else {
            continue;
        };
        let score = score(from, to, edge.like);
        if may_pair((from, sides.old[edge.old].kind), (to, sides.new[edge.new].kind), score, Place::Any) {
            ranked.push(Ranked { old: edge.old, new: edge.new, score });
        }
    }
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.new.cmp(&b.new)).then(a.old.cmp(&b.old)));
    ranked
}

/// Pairs what is best for both sides and clearly better than the next best.
fn sure_pairs(ranked: &[Ranked], pairs: &mut Pairs) {
    let mut of_old: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    let mut of_new: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for edge in ranked {
        of_old.entry(edge.old).or_default().push(edge.score);
        of_new.entry(edge.new).or_default().push(edge.score);
    }
    let clear = |scores: &[f64], score: f64| {
        scores.first() == Some(&score) && scores.get(1).is_none_or(|next| score - next >= MARGIN)
    };
    for edge in ranked {
        if clear(&of_old[&edge.old], edge.score) && clear(&of_new[&edge.new], edge.score) {
            pairs.join(edge.old, edge.new);
        }
    }
}

/// Pairs what is still open by score alone; of equal scores what stands under the same heading and nearest to where
/// its neighbours came from.
fn elsewhere(sides: &Sides<'_>, ranked: &[Ranked], pairs: &mut Pairs, links: &Links) {
    let open = |edge: &&Ranked| {
        let free = pairs.of_old(edge.old).is_none() && pairs.of_new(edge.new).is_none();
        free && !links.has_old(edge.old) && !links.has_new(edge.new)
    };
    let mut expected = 0;
    let expected: Vec<usize> = (0..sides.new.len())
        .map(|new| {
            expected = pairs.of_new(new).unwrap_or(expected);
            expected
        })
        .collect();
    let mut rest: Vec<&Ranked> = ranked.iter().filter(open).collect();
    let elsewhere = |edge: &Ranked| sides.old[edge.old].path != sides.new[edge.new].path;
    let distance = |edge: &Ranked| edge.old.abs_diff(expected[edge.new]);
    rest.sort_by(|a, b| {
        let by_score = b.score.total_cmp(&a.score);
        by_score.then_with(|| (elsewhere(a), distance(a)).cmp(&(elsewhere(b), distance(b))))
    });
    rest.into_iter().for_each(|edge| pairs.join(edge.old, edge.new));
}

fn carried(sides: &Sides<'_>, pairs: &Pairs, links: &Links) -> Vec<Option<Carried>> {
    let mut of_new: Vec<Vec<usize>> = vec![Vec::new(); sides.new.len()];
    let mut parts: Vec<usize> = vec![0; sides.old.len()];
    for (old, new) in pairs.iter() {
        of_new[new].push(old);
        parts[old] += 1;
    }
    for (old, new) in links.iter().filter(|(old, new)| pairs.of_new(*new) != Some(*old)) {
        of_new[new].push(old);
        parts[old] += 1;
    }
    let mut moved = vec![true; sides.new.len()];
    in_order(sides, pairs).into_iter().for_each(|(_, new)| moved[new] = false);
    of_new
        .into_iter()
        .enumerate()
        .map(|(new, from)| {
            let first = *from.first()?;
            let lends = pairs.of_new(new).is_some();
            let relation = if !lends {
                Relation::SplitOff
            } else if from.len() > 1 {
                Relation::Merged
            } else if parts[first] > 1 {
                Relation::Split
            } else if is_same(sides, first, new) {
                Relation::Same
            } else {
                Relation::Edited
            };
            Some(Carried { from, relation, moved: lends && moved[new] })
        })
        .collect()
}

/// Texts that were compared by n-grams may still be equal as matching sees them (equal texts in unequal numbers).
fn is_same(sides: &Sides<'_>, old: usize, new: usize) -> bool {
    match (sides.old_texts.get(&old), sides.new_texts.get(&new)) {
        (Some(from), Some(to)) => from.text() == to.text(),
        // Only equal texts were paired before texts were prepared.
        _ => true,
    }
}
