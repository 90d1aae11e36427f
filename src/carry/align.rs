//! Which new segment is which old one.
//!
//! Here a segment keeps its id where its text is unchanged; the alignment of changed texts plugs in behind the same
//! function, so that nothing above has to know how a segment was recognised.

use std::collections::{BTreeMap, VecDeque};

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

/// Where a new segment comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The old segment that lends its id.
    pub from: usize,
    /// Whether it stands elsewhere than it stood.
    pub moved: bool,
}

/// Finds for every new piece the old one that it is. No old piece is used twice.
///
/// Equal texts are paired in order of appearance: first under the same headings and of the same kind, then of the
/// same kind under other headings, then of any kind.
///
/// ```
/// use yakugo::carry::{Piece, align};
/// use yakugo::document::Kind;
/// let piece = |path, text| Piece { kind: Kind::Paragraph, path, text };
/// let old = [piece("A", "はい"), piece("B", "はい"), piece("B", "細胞")];
/// let new = [piece("B", "はい"), piece("C", "細胞"), piece("C", "新しい")];
/// let from: Vec<_> = align(&old, &new).into_iter().map(|c| c.map(|c| (c.from, c.moved))).collect();
/// assert_eq!(from, [Some((1, false)), Some((2, true)), None]);
/// ```
pub fn align(old: &[Piece<'_>], new: &[Piece<'_>]) -> Vec<Option<Carried>> {
    let mut carried: Vec<Option<Carried>> = vec![None; new.len()];
    let mut used = vec![false; old.len()];
    pass(old, new, &mut carried, &mut used, false, |piece| (piece.text, piece.path, Some(piece.kind)));
    pass(old, new, &mut carried, &mut used, true, |piece| (piece.text, Some(piece.kind)));
    pass(old, new, &mut carried, &mut used, true, |piece| piece.text);
    carried
}

/// One round of pairing equal keys in order of appearance.
fn pass<'a, K: Ord>(
    old: &[Piece<'a>],
    new: &[Piece<'a>],
    carried: &mut [Option<Carried>],
    used: &mut [bool],
    moved: bool,
    key: impl Fn(&Piece<'a>) -> K,
) {
    let mut free: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
    for (at, piece) in old.iter().enumerate().filter(|(at, _)| !used[*at]) {
        free.entry(key(piece)).or_default().push_back(at);
    }
    if free.is_empty() {
        return;
    }
    let open = new.iter().zip(carried.iter_mut()).filter(|(_, slot)| slot.is_none());
    for (piece, slot) in open {
        if let Some(from) = free.get_mut(&key(piece)).and_then(VecDeque::pop_front) {
            used[from] = true;
            *slot = Some(Carried { from, moved });
        }
    }
}
