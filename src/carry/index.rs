//! Candidates for pieces whose text changed: an inverted index of character n-grams.
//!
//! Every new piece is looked up by its rarest n-grams only, and no further than a fixed number of entries, so that
//! the work grows with the number of pieces and not with its square.

use std::collections::BTreeMap;

use super::grams::{Grams, Likeness, is_dense, likeness, mix};

/// How many index entries one look-up may read. Rare n-grams come first: an edited text of ordinary length still
/// has dozens that occur in one or two old texts.
const ENTRIES: usize = 512;
/// How many candidates of one piece are compared in full.
const COMPARED: usize = 8;
/// The width of an indexed n-gram; a letter counts one, a dense character two: six letters or three kanji are rare
/// enough to be a good clue and short enough to survive an edit nearby.
const WIDTH: usize = 6;

/// An old and a new piece that have rare n-grams in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) like: Likeness,
}

/// Texts by the number of their piece.
pub(super) type Texts = BTreeMap<usize, Grams>;

/// The likeliest old pieces of every new piece.
pub(super) fn edges(old: &Texts, new: &Texts) -> Vec<Edge> {
    let places: Vec<usize> = old.keys().copied().collect();
    let index = Index::new(old.values());
    let mut votes: Vec<u32> = vec![0; places.len()];
    let mut found = Vec::new();
    for (new_place, grams) in new {
        for candidate in index.candidates(&shingles(grams.text()), &mut votes) {
            let Some(old_grams) = places.get(candidate).and_then(|place| old.get(place)) else { continue };
            let like = likeness(old_grams, grams);
            found.push(Edge { old: places[candidate], new: *new_place, like });
        }
    }
    found
}

/// Which texts hold an n-gram.
struct Index {
    /// The distinct n-grams, sorted.
    shingles: Vec<u32>,
    /// Where the texts of each begin in `texts`, and where the last ones end.
    starts: Vec<u32>,
    texts: Vec<u32>,
    /// Where the n-grams that begin with the same bits begin in `shingles`: about one n-gram a bucket.
    buckets: Vec<u32>,
    /// How far an n-gram is shifted to give those bits.
    shift: u32,
}

impl Index {
    fn new<'a>(texts: impl Iterator<Item = &'a Grams>) -> Self {
        let mut entries: Vec<(u32, u32)> = Vec::new();
        for (at, grams) in (0_u32..).zip(texts) {
            entries.extend(shingles(grams.text()).into_iter().map(|shingle| (shingle, at)));
        }
        entries.sort_unstable();
        let (mut shingles, mut starts) = (Vec::new(), Vec::new());
        for (at, (shingle, _)) in (0_u32..).zip(&entries) {
            if shingles.last() != Some(shingle) {
                shingles.push(*shingle);
                starts.push(at);
            }
        }
        let texts: Vec<u32> = entries.into_iter().map(|(_, text)| text).collect();
        starts.push(u32::try_from(texts.len()).unwrap_or(u32::MAX));
        let bits = shingles.len().max(2).ilog2();
        let shift = 32 - bits;
        let mut buckets = vec![0; (1 << bits) + 1];
        shingles.iter().for_each(|shingle| buckets[(shingle >> shift) as usize + 1] += 1);
        for at in 1..buckets.len() {
            buckets[at] += buckets[at - 1];
        }
        Self { shingles, starts, texts, buckets, shift }
    }

    /// The texts that hold an n-gram.
    fn of(&self, shingle: u32) -> &[u32] {
        let bucket = (shingle >> self.shift) as usize;
        let bucket = self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize;
        let in_bucket = self.shingles.get(bucket.clone()).unwrap_or_default();
        let Some(at) = in_bucket.iter().position(|other| *other == shingle) else { return &[] };
        let at = bucket.start + at;
        self.texts.get(self.starts[at] as usize..self.starts[at + 1] as usize).unwrap_or_default()
    }

    /// The texts most voted for, in order of votes, then of place. `votes` is all zeros before and after.
    fn candidates(&self, shingles: &[u32], votes: &mut [u32]) -> Vec<usize> {
        let mut lists: Vec<&[u32]> = shingles.iter().map(|shingle| self.of(*shingle)).collect();
        lists.retain(|list| !list.is_empty() && list.len() <= ENTRIES);
        lists.sort_unstable_by_key(|list| list.len());
        let mut touched: Vec<usize> = Vec::new();
        let mut read = 0;
        for list in lists {
            read += list.len();
            if read > ENTRIES {
                break;
            }
            for place in list {
                let place = *place as usize;
                if votes[place] == 0 {
                    touched.push(place);
                }
                votes[place] += 1;
            }
        }
        touched.sort_unstable_by_key(|place| (std::cmp::Reverse(votes[*place]), *place));
        touched.iter().for_each(|place| votes[*place] = 0);
        touched.truncate(COMPARED);
        touched
    }
}

/// The distinct indexed n-grams of a text; of a very short one, the text itself.
fn shingles(text: &[char]) -> Vec<u32> {
    let mut found: Vec<u32> = (0..text.len()).filter_map(|at| shingle_at(text, at)).collect();
    if found.is_empty() {
        found.push(text.iter().fold(1, |hash, c| mix(hash, *c)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn shingle_at(text: &[char], at: usize) -> Option<u32> {
    let mut width = 0;
    let mut hash = 1;
    for c in text.get(at..)? {
        width += 1 + usize::from(is_dense(*c));
        hash = mix(hash, *c);
        if width >= WIDTH {
            return Some(hash);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: &[&str]) -> Texts {
        texts.iter().enumerate().map(|(at, text)| (at, Grams::new(text.chars().collect()))).collect()
    }

    #[test]
    fn the_right_piece_comes_first() {
        let old =
            texts(&["培養上清液を回収する手順", "細胞を凍結して保存する手順", "the supernatant is filtered"]);
        let new = texts(&["the supernatant was filtered twice", "細胞を液体窒素で凍結して保存する手順"]);
        let best: Vec<_> = edges(&old, &new).iter().map(|edge| (edge.old, edge.new)).collect();
        assert_eq!(best[0], (2, 0));
        assert_eq!(best[1], (1, 1));
    }

    #[test]
    fn n_grams_that_stand_everywhere_are_no_clue() {
        let same: Vec<String> = (0..600).map(|_| "同じ文がどこにでもある".to_owned()).collect();
        let same: Vec<&str> = same.iter().map(String::as_str).collect();
        assert!(edges(&texts(&same), &texts(&["同じ文がどこにもある"])).len() <= COMPARED);
    }
}
