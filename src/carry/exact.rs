//! Pairs of equal texts: the anchors of an alignment.
//!
//! A text that stands once on each side is the same one. A text that stands several times is told apart by its
//! heading, then by its neighbours (Heckel 1978: what follows or precedes a pair and is equal is a pair too).

use std::collections::HashMap;
use std::hash::Hash;

use super::Piece;
use super::matching::matching_text;

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

/// Pairs equal texts: as they stand first, then as [`matching_text`] sees them. Equal texts in unequal numbers stay
/// open where neither heading nor neighbours tell them apart.
pub(super) fn anchors(old: &[Piece<'_>], new: &[Piece<'_>], pairs: &mut Pairs) {
    let as_written = |piece: &Piece<'_>| piece.text.to_owned();
    let folded = |piece: &Piece<'_>| matching_text(piece.text).into_iter().collect();
    round(old, new, pairs, as_written);
    round(old, new, pairs, folded);
}

fn round(old: &[Piece<'_>], new: &[Piece<'_>], pairs: &mut Pairs, text: impl Fn(&Piece<'_>) -> String) {
    let free_old: Vec<usize> = pairs.free_old().collect();
    let free_new: Vec<usize> = pairs.free_new().collect();
    if free_old.is_empty() || free_new.is_empty() {
        return;
    }
    let mut names = Names::default();
    let mut name = |pieces: &[Piece<'_>], free: &[usize]| {
        let mut all = vec![None; pieces.len()];
        for at in free {
            all[*at] = Some(names.of(text(&pieces[*at])));
        }
        all
    };
    let old_names: Vec<Option<usize>> = name(old, &free_old);
    let new_names: Vec<Option<usize>> = name(new, &free_new);
    let placed = |pieces: &'_ [Piece<'_>], names: &[Option<usize>]| {
        let keys = pieces.iter().zip(names);
        let mut places: Vec<Option<(usize, String, crate::document::Kind)>> =
            Vec::with_capacity(pieces.len());
        places.extend(keys.map(|(piece, name)| name.map(|name| (name, piece.path.to_owned(), piece.kind))));
        places
    };
    let (old_places, new_places) = (placed(old, &old_names), placed(new, &new_names));
    equal_counts(&old_places, &new_places, pairs, Some(1));
    equal_counts(&old_names, &new_names, pairs, Some(1));
    neighbours(&old_names, &new_names, pairs);
    equal_counts(&old_places, &new_places, pairs, None);
    equal_counts(&old_names, &new_names, pairs, None);
}

/// Pairs, in order, what has one key and occurs as often on both sides: exactly `count` times, where that is given.
fn equal_counts<K: Eq + Hash>(old: &[Option<K>], new: &[Option<K>], pairs: &mut Pairs, count: Option<usize>) {
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
        if old.len() == new.len() && count.is_none_or(|count| old.len() == count) {
            old.into_iter().zip(new).for_each(|(old, new)| pairs.join(old, new));
        }
    }
}

/// Pairs what stands right behind or right before a pair and is equal.
fn neighbours(old: &[Option<usize>], new: &[Option<usize>], pairs: &mut Pairs) {
    let equal =
        |a: usize, b: usize| old.get(a).is_some_and(|name| name.is_some() && new.get(b) == Some(name));
    for at in 0..new.len() {
        let Some(from) = pairs.of_new(at) else { continue };
        if equal(from + 1, at + 1) {
            pairs.join(from + 1, at + 1);
        }
    }
    for at in (1..new.len()).rev() {
        let Some(from) = pairs.of_new(at).filter(|from| *from > 0) else { continue };
        if equal(from - 1, at - 1) {
            pairs.join(from - 1, at - 1);
        }
    }
}

/// Numbers for texts: equal texts have equal numbers.
#[derive(Default)]
struct Names(HashMap<String, usize>);

impl Names {
    fn of(&mut self, text: String) -> usize {
        let next = self.0.len();
        *self.0.entry(text).or_insert(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Kind;

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
