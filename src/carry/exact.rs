//! Pairs of equal texts: the anchors of an alignment.
//!
//! A text that stands once on each side is the same one. A text that stands several times is told apart by its
//! heading, then by its neighbours (Heckel 1978: what follows or precedes a pair and is equal is a pair too).

use std::collections::HashMap;
use std::hash::Hash;

use super::Piece;
use super::matching::{is_label, matching_text};
use crate::document::Kind;

/// Which old piece lends its id to which new one.
#[derive(Clone, Debug)]
pub(super) struct Pairs {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

impl Pairs {
    pub(super) fn new(old: usize, new: usize) -> Self {
        Self { of_old: vec![None; old], of_new: vec![None; new] }
    }

    /// Pairs two pieces that have no partner yet; does nothing otherwise.
    pub(super) fn join(&mut self, old: usize, new: usize) {
        if self.of_old[old].is_none() && self.of_new[new].is_none() {
            self.of_old[old] = Some(new);
            self.of_new[new] = Some(old);
        }
    }

    /// The new partner of an old piece.
    pub(super) fn of_old(&self, old: usize) -> Option<usize> {
        self.of_old.get(old).copied().flatten()
    }

    /// The old partner of a new piece.
    pub(super) fn of_new(&self, new: usize) -> Option<usize> {
        self.of_new.get(new).copied().flatten()
    }

    pub(super) fn free_old(&self) -> impl Iterator<Item = usize> {
        (0..self.of_old.len()).filter(|at| self.of_old[*at].is_none())
    }

    pub(super) fn free_new(&self) -> impl Iterator<Item = usize> {
        (0..self.of_new.len()).filter(|at| self.of_new[*at].is_none())
    }

    /// All pairs as `(old, new)`, by new piece.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, usize)> {
        self.of_new.iter().enumerate().filter_map(|(new, old)| old.map(|old| (old, new)))
    }
}

/// Pairs equal texts that heading or neighbours tell apart: as they stand first, then as [`matching_text`] sees them.
pub(super) fn anchors(old: &[Piece<'_>], new: &[Piece<'_>], pairs: &mut Pairs) {
    // Equal numbers are no equal texts: what is only a label waits for its neighbours.
    let places = Places::new(old, new);
    round(old, new, &places, pairs, |piece| (!is_label(piece.text)).then(|| piece.text.to_owned()));
    round(old, new, &places, pairs, |piece| Some(matching_text(piece.text).into_iter().collect()));
}

fn round(
    old: &[Piece<'_>],
    new: &[Piece<'_>],
    places: &Places<'_>,
    pairs: &mut Pairs,
    text: impl Fn(&Piece<'_>) -> Option<String>,
) {
    let (old_names, new_names) = names(old, new, pairs, text);
    let (old_places, new_places) = (placed(old, &old_names, places), placed(new, &new_names, places));
    pair_equal(&old_places, &new_places, pairs, Where::Once);
    pair_equal(&old_names, &new_names, pairs, Where::Once);
    let name = |names: &[Option<usize>], at: usize| names.get(at).copied().flatten();
    neighbours(new, pairs, |a, b| name(&old_names, a).is_some_and(|a| name(&new_names, b) == Some(a)));
}

/// Pairs, in order, equal texts that nothing tells apart: under one heading first, then anywhere.
pub(super) fn duplicates(old: &[Piece<'_>], new: &[Piece<'_>], pairs: &mut Pairs, wanted: Where) {
    let text = |piece: &Piece<'_>| Some(matching_text(piece.text).into_iter().collect());
    let (old_names, new_names) = names(old, new, pairs, text);
    let places = Places::new(old, new);
    let (old_places, new_places) = (placed(old, &old_names, &places), placed(new, &new_names, &places));
    pair_equal(&old_places, &new_places, pairs, wanted);
    pair_equal(&old_names, &new_names, pairs, wanted);
}

/// Numbers for the texts of open pieces: equal texts have equal numbers.
type Numbers = Vec<Option<usize>>;

fn names(
    old: &[Piece<'_>],
    new: &[Piece<'_>],
    pairs: &Pairs,
    text: impl Fn(&Piece<'_>) -> Option<String>,
) -> (Numbers, Numbers) {
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut name = |piece: &Piece<'_>| {
        let next = known.len();
        text(piece).map(|text| *known.entry(text).or_insert(next))
    };
    let mut old_names = vec![None; old.len()];
    let mut new_names = vec![None; new.len()];
    if pairs.free_old().next().is_some() && pairs.free_new().next().is_some() {
        pairs.free_old().for_each(|at| old_names[at] = name(&old[at]));
        pairs.free_new().for_each(|at| new_names[at] = name(&new[at]));
    }
    (old_names, new_names)
}

/// Texts under their headings, by kind.
fn placed(
    pieces: &[Piece<'_>],
    names: &[Option<usize>],
    places: &Places<'_>,
) -> Vec<Option<(usize, usize, Kind)>> {
    let key =
        |(piece, name): (&Piece<'_>, &Option<usize>)| Some(((*name)?, places.of(piece.path), piece.kind));
    pieces.iter().zip(names).map(key).collect()
}

/// Numbers for headings; a heading whose number changed is still the same place.
struct Places<'a>(HashMap<&'a str, usize>);

impl<'a> Places<'a> {
    fn new(old: &[Piece<'a>], new: &[Piece<'a>]) -> Self {
        let mut texts: HashMap<Vec<char>, usize> = HashMap::new();
        let mut places = HashMap::new();
        for path in old.iter().chain(new).map(|piece| piece.path) {
            places.entry(path).or_insert_with(|| {
                let next = texts.len();
                *texts.entry(matching_text(path)).or_insert(next)
            });
        }
        Self(places)
    }

    fn of(&self, path: &str) -> usize {
        self.0.get(path).copied().unwrap_or(usize::MAX)
    }
}

/// Which equal pieces are paired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Where {
    /// What stands once on each side.
    Once,
    /// What stands equally often on both sides.
    EquallyOften,
    /// Everything, as far as it goes: their translations are equal too.
    Anywhere,
}

/// Pairs, in order, what has one key.
fn pair_equal<K: Eq + Hash>(old: &[Option<K>], new: &[Option<K>], pairs: &mut Pairs, wanted: Where) {
    let mut groups: HashMap<&K, (Vec<usize>, Vec<usize>)> = HashMap::new();
    for at in pairs.free_old() {
        let Some(key) = &old[at] else { continue };
        groups.entry(key).or_default().0.push(at);
    }
    for at in pairs.free_new() {
        let Some(group) = new[at].as_ref().and_then(|key| groups.get_mut(key)) else { continue };
        group.1.push(at);
    }
    // The groups share no piece, so the order in which they are joined does not matter.
    #[allow(clippy::iter_over_hash_type, reason = "groups share no piece")]
    for (old, new) in groups.into_values() {
        let fits = match wanted {
            Where::Once => old.len() == 1 && new.len() == 1,
            Where::EquallyOften => old.len() == new.len(),
            Where::Anywhere => true,
        };
        if fits {
            old.into_iter().zip(new).for_each(|(old, new)| pairs.join(old, new));
        }
    }
}

/// Pairs what stands right behind or right before a pair and is equal: first what stands between two pairs, then
/// headings before what they head, last everything else.
pub(super) fn neighbours(new: &[Piece<'_>], pairs: &mut Pairs, equal: impl Fn(usize, usize) -> bool) {
    let behind = |pairs: &Pairs, at: usize| pairs.of_new(at.checked_sub(1)?).map(|old| old + 1);
    let before = |pairs: &Pairs, at: usize| pairs.of_new(at + 1).and_then(|old| old.checked_sub(1));
    let mut join = |at: usize, find: &dyn Fn(&Pairs, usize) -> Option<usize>| {
        if pairs.of_new(at).is_some() {
            return;
        }
        let old = find(pairs, at).filter(|old| *old < pairs.of_old.len() && pairs.of_old(*old).is_none());
        if let Some(old) = old.filter(|old| equal(*old, at)) {
            pairs.join(old, at);
        }
    };
    let between = |pairs: &Pairs, at: usize| behind(pairs, at).filter(|old| before(pairs, at) == Some(*old));
    (0..new.len()).for_each(|at| join(at, &between));
    let headings = (0..new.len()).rev().filter(|at| new[*at].kind == Kind::Heading);
    headings.for_each(|at| join(at, &before));
    (0..new.len()).for_each(|at| join(at, &behind));
    (0..new.len()).rev().for_each(|at| join(at, &before));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(old: &[(&str, &str)], new: &[(&str, &str)]) -> Vec<(usize, usize)> {
        let pieces = |texts: &[(&'static str, &'static str)]| -> Vec<Piece<'static>> {
            texts.iter().map(|(path, text)| Piece { kind: Kind::Paragraph, path, text }).collect()
        };
        let leak = |texts: &[(&str, &str)]| -> Vec<(&'static str, &'static str)> {
            let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
            texts.iter().map(|(path, text)| (leak(path), leak(text))).collect()
        };
        let (old, new) = (pieces(&leak(old)), pieces(&leak(new)));
        let mut pairs = Pairs::new(old.len(), new.len());
        anchors(&old, &new, &mut pairs);
        pairs.iter().collect()
    }

    #[test]
    fn headings_tell_equal_texts_apart() {
        let old = [("A", "はい"), ("B", "はい")];
        assert_eq!(pairs(&old, &[("B", "はい"), ("A", "はい")]), [(1, 0), (0, 1)]);
        assert_eq!(pairs(&old, &[("B", "はい")]), [(1, 0)]);
    }

    #[test]
    fn neighbours_tell_equal_texts_apart() {
        let old = [("", "x"), ("", "="), ("", "y"), ("", "="), ("", "z")];
        assert_eq!(
            pairs(&old, &[("", "x"), ("", "y"), ("", "="), ("", "z")]),
            [(0, 0), (2, 1), (3, 2), (4, 3)]
        );
    }

    #[test]
    fn what_nothing_tells_apart_stays_open() {
        assert_eq!(pairs(&[("", "="), ("", "=")], &[("", "=")]), []);
    }
}
