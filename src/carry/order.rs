//! Which of many pairs stand in the same order on both sides.

use std::collections::{BTreeSet, HashMap};

/// For pairs `(old, new, weight)` sorted by `new`: which of them form the heaviest chain that ascends on both sides.
/// The rest moved. `old` and `new` each occur once.
pub(super) fn heaviest_chain(pairs: &[(usize, usize, u64)]) -> Vec<bool> {
    let top = pairs.iter().map(|(old, ..)| old + 1).max().unwrap_or_default();
    // A Fenwick tree over old places: the heaviest chain that ends before a place, and its last pair.
    let mut tree: Vec<(u64, Option<usize>)> = vec![(0, None); top + 1];
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let mut best: (u64, Option<usize>) = (0, None);
    for (at, (old, _, weight)) in pairs.iter().enumerate() {
        let mut ahead: (u64, Option<usize>) = (0, None);
        let mut place = *old;
        while place > 0 {
            if tree[place].0 > ahead.0 {
                ahead = tree[place];
            }
            place &= place - 1;
        }
        before.push(ahead.1);
        let chain = (ahead.0 + weight.max(&1), Some(at));
        let mut place = old + 1;
        while place <= top {
            if chain.0 > tree[place].0 {
                tree[place] = chain;
            }
            place += place & place.wrapping_neg();
        }
        if chain.0 > best.0 {
            best = chain;
        }
    }
    let mut in_chain = vec![false; pairs.len()];
    let mut next = best.1;
    while let Some(at) = next {
        in_chain[at] = true;
        next = before[at];
    }
    in_chain
}

/// Of what stands on both sides, named by ids that occur once on each: what left its order. Of two sides that changed
/// places the lighter one moved; each new id comes with its weight.
///
/// ```
/// use yakugo::carry::moved;
/// let found = moved(&["a", "b", "c"], &[("c", 1), ("a", 1), ("new", 1), ("b", 1)]);
/// assert_eq!(found.into_iter().collect::<Vec<_>>(), ["c"]);
/// ```
pub fn moved<'a>(old: &[&str], new: &[(&'a str, u64)]) -> BTreeSet<&'a str> {
    let places: HashMap<&str, usize> = old.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let pairs: Vec<(usize, usize, u64)> = new
        .iter()
        .enumerate()
        .filter_map(|(at, (id, weight))| Some((*places.get(id)?, at, *weight)))
        .collect();
    let in_chain = heaviest_chain(&pairs);
    let gone = pairs.iter().zip(in_chain).filter(|(_, in_chain)| !in_chain);
    gone.filter_map(|((_, at, _), _)| new.get(*at).map(|(id, _)| *id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lighter_side_moved() {
        let pairs = [(2, 0, 1), (0, 1, 1), (1, 2, 1), (3, 3, 1)];
        assert_eq!(heaviest_chain(&pairs), [false, true, true, true]);
        let heavy = [(2, 0, 9), (0, 1, 1), (1, 2, 1), (3, 3, 1)];
        assert_eq!(heaviest_chain(&heavy), [true, false, false, true]);
        assert_eq!(heaviest_chain(&[]), Vec::<bool>::new());
    }
}
