//! The open pieces between two pairs: dynamic programming over 1-1, 1-2 (split) and 2-1 (merged).

use super::Piece;
use super::accept::{Place, may_pair, score};
use super::grams::{Grams, Likeness, likeness, ratio, shared, together};
use super::index::Texts;

/// Gaps with more cells than this are left to the index: the work stays linear however much was rewritten at one
/// place (128 × 128 open pieces in a row have nothing to do with their old neighbours any more).
const CELLS: usize = 16_384;
/// How alike a piece and the two it was split into must be: more than for 1-1, since two pieces have twice the
/// chances.
const FAMILY: f64 = 0.6;
/// How much of each of the two must stand in the one.
const MEMBER: f64 = 0.6;
/// What breaks ties: the same kind, the same heading.
const BONUS: f64 = 0.01;

/// One step of an alignment: old and new pieces that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) old: Vec<usize>,
    pub(super) new: Vec<usize>,
}

/// The texts of both sides.
pub(super) struct Sides<'a> {
    pub(super) old: &'a [Piece<'a>],
    pub(super) new: &'a [Piece<'a>],
    pub(super) old_texts: &'a Texts,
    pub(super) new_texts: &'a Texts,
}

#[derive(Clone, Copy, Default)]
struct Cell {
    gain: f64,
    old: usize,
    new: usize,
}

/// Aligns the open pieces of one gap.
pub(super) fn align_gap(sides: &Sides<'_>, old: &[usize], new: &[usize]) -> Vec<Match> {
    if old.is_empty() || new.is_empty() || old.len() * new.len() > CELLS {
        return Vec::new();
    }
    let (Some(old_texts), Some(new_texts)) = (texts(sides.old_texts, old), texts(sides.new_texts, new))
    else {
        return Vec::new();
    };
    let likes: Vec<Vec<Likeness>> =
        old_texts.iter().map(|a| new_texts.iter().map(|b| likeness(a, b)).collect()).collect();
    let single = |a: usize, b: usize| -> f64 {
        let (from, to) = (&sides.old[old[a]], &sides.new[new[b]]);
        let score = score(old_texts[a], new_texts[b], likes[a][b]);
        if !may_pair((old_texts[a], from.kind), (new_texts[b], to.kind), score, Place::Same) {
            return 0.0;
        }
        let bonus = f64::from(u8::from(from.kind == to.kind) + u8::from(from.path == to.path)) * BONUS;
        gain(score, likes[a][b].shared) + bonus
    };
    let two_new = |a: usize, b: usize| {
        family(old_texts[a], [new_texts[b], new_texts[b + 1]], [likes[a][b], likes[a][b + 1]])
    };
    let two_old = |a: usize, b: usize| {
        family(new_texts[b], [old_texts[a], old_texts[a + 1]], [likes[a][b], likes[a + 1][b]])
    };
    let width = new.len() + 1;
    let mut table = vec![Cell::default(); (old.len() + 1) * width];
    for a in 0..=old.len() {
        for b in 0..=new.len() {
            let at = |back_old: usize, back_new: usize| table[(a - back_old) * width + b - back_new].gain;
            let mut best = Cell::default();
            let mut offer = |gain: f64, old: usize, new: usize| {
                if gain > best.gain || best.old + best.new == 0 {
                    best = Cell { gain, old, new };
                }
            };
            if a > 0 {
                offer(at(1, 0), 1, 0);
            }
            if b > 0 {
                offer(at(0, 1), 0, 1);
            }
            if a > 0 && b > 0 {
                let one = single(a - 1, b - 1);
                if one > 0.0 {
                    offer(at(1, 1) + one, 1, 1);
                }
            }
            if a > 0 && b > 1 {
                let split = two_new(a - 1, b - 2);
                if split > 0.0 {
                    offer(at(1, 2) + split, 1, 2);
                }
            }
            if a > 1 && b > 0 {
                let merged = two_old(a - 2, b - 1);
                if merged > 0.0 {
                    offer(at(2, 1) + merged, 2, 1);
                }
            }
            table[a * width + b] = best;
        }
    }
    trace(&table, width, old, new)
}

/// Walks the table back from its end.
fn trace(table: &[Cell], width: usize, old: &[usize], new: &[usize]) -> Vec<Match> {
    let mut found = Vec::new();
    let (mut a, mut b) = (old.len(), new.len());
    while a > 0 || b > 0 {
        let cell = table[a * width + b];
        if cell.old > 0 && cell.new > 0 {
            found.push(Match { old: old[a - cell.old..a].to_vec(), new: new[b - cell.new..b].to_vec() });
        }
        a -= cell.old;
        b -= cell.new;
    }
    found.reverse();
    found
}

fn texts<'a>(texts: &'a Texts, places: &[usize]) -> Option<Vec<&'a Grams>> {
    places.iter().map(|place| texts.get(place)).collect()
}

/// The worth of a pair: the characters it explains, the more surely the more.
#[allow(clippy::cast_precision_loss, reason = "texts are far shorter than 2^52 characters")]
fn gain(score: f64, shared: usize) -> f64 {
    score * (shared as f64 + 1.0)
}

/// The worth of one piece and two that it was split into or made from; 0 where they are no family.
fn family(one: &Grams, two: [&Grams; 2], likes: [Likeness; 2]) -> f64 {
    let member = |at: usize| ratio(likes[at].shared, two[at].count()) >= MEMBER;
    if !member(0) || !member(1) {
        return 0.0;
    }
    let both = together(two[0].sorted(), two[1].sorted());
    let shared = shared(one.sorted(), &both);
    let alike = ratio(2 * shared, one.count() + both.len());
    if alike < FAMILY { 0.0 } else { gain(alike, shared) }
}
