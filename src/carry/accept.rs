//! When two texts are alike enough to be one. All thresholds of the alignment stand here.

use super::grams::{Grams, Likeness};
use crate::document::Kind;

/// Anywhere in the document: below this, human translators rewrote most of what was offered to them (measured on
/// 587 edited blocks), and unrelated Japanese paragraphs on one subject reach .4.
const ANYWHERE: f64 = 0.7;
/// Between the same neighbours: place is evidence too, so less likeness does.
const IN_PLACE: f64 = 0.5;
/// Between the same neighbours, both texts long: the words of a subject come together by chance there, while a real
/// edit leaves long runs alone. What was cut or grown is not touched by this: it is held (see below).
const LONG_IN_PLACE: f64 = 0.6;
/// Texts above this length are long.
const LONG: usize = 100;
/// Short texts anywhere, of one kind only: a third of equal letters is chance there.
const SHORT_ANYWHERE: f64 = 0.85;
/// Short texts between the same neighbours.
const SHORT_IN_PLACE: f64 = 0.65;
/// A text is swallowed when this much of it stands in the other one …
const HELD: f64 = 0.85;
/// … and counts as this much likeness: less than an equal text, more than a reworded one.
const HELD_WORTH: f64 = 0.9;
/// The shortest text that can be told from chance where it was swallowed …
const HELD_LEAST: usize = 8;
/// … and the shortest for which shared n-grams will do: shorter ones must stand there letter by letter.
const HELD_LOOSELY: usize = 16;
/// Two candidates closer than this cannot be told apart by likeness: the place must decide.
pub(super) const MARGIN: f64 = 0.05;

/// Where two pieces stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Between pieces that are pairs.
    Same,
    /// Anywhere.
    Any,
}

/// 0 to 1: how likely two texts are one, by themselves.
pub(super) fn score(a: &Grams, b: &Grams, like: Likeness) -> f64 {
    if swallowed(a, b, like) { like.ratio.max(HELD_WORTH * like.held) } else { like.ratio }
}

/// Whether two pieces with this score may be paired.
pub(super) fn may_pair(a: (&Grams, Kind), b: (&Grams, Kind), score: f64, place: Place) -> bool {
    let short = a.0.is_short() || b.0.is_short();
    let long = a.0.len() > LONG && b.0.len() > LONG;
    match (place, short) {
        (Place::Any, false) => score >= ANYWHERE,
        (Place::Any, true) => score >= SHORT_ANYWHERE && a.1 == b.1,
        (Place::Same, false) if long => score >= LONG_IN_PLACE,
        (Place::Same, false) => score >= IN_PLACE,
        (Place::Same, true) => score >= SHORT_IN_PLACE,
    }
}

/// Whether the shorter text stands in the longer one: a long one by its n-grams, a short one letter by letter.
fn swallowed(a: &Grams, b: &Grams, like: Likeness) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < HELD_LEAST || like.held < HELD {
        return false;
    }
    short.len() >= HELD_LOOSELY || long.text().windows(short.len()).any(|window| window == short.text())
}
