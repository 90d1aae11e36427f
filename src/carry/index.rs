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
    let mut entries: Vec<(u32, u32)> = Vec::new();
    for (at, grams) in (0_u32..).zip(old.values()) {
        entries.extend(shingles(grams.text()).into_iter().map(|shingle| (shingle, at)));
    }
    entries.sort_unstable();
    entries.dedup();
    let mut votes: Vec<u32> = vec![0; places.len()];
    let mut found = Vec::new();
    for (new_place, grams) in new {
        for candidate in candidates(&entries, &shingles(grams.text()), &mut votes) {
            let Some(old_grams) = places.get(candidate).and_then(|place| old.get(place)) else { continue };
            let like = likeness(old_grams, grams);
            found.push(Edge { old: places[candidate], new: *new_place, like });
        }
    }
    found
}

/// The entries most voted for, in order of votes, then of place.
fn candidates(entries: &[(u32, u32)], shingles: &[u32], votes: &mut [u32]) -> Vec<usize> {
    let mut lists: Vec<&[(u32, u32)]> =
        shingles.iter().map(|shingle| entries_of(entries, *shingle)).collect();
    lists.retain(|list| !list.is_empty());
    lists.sort_by_key(|list| list.len());
    let mut touched: Vec<usize> = Vec::new();
    let mut read = 0;
    for list in lists {
        read += list.len();
        if read > ENTRIES {
            break;
        }
        for (_, place) in list {
            let place = *place as usize;
            if votes[place] == 0 {
                touched.push(place);
            }
            votes[place] += 1;
        }
    }
    touched.sort_by_key(|place| (std::cmp::Reverse(votes[*place]), *place));
    touched.iter().for_each(|place| votes[*place] = 0);
    touched.truncate(COMPARED);
    touched
}

fn entries_of(entries: &[(u32, u32)], shingle: u32) -> &[(u32, u32)] {
    let start = entries.partition_point(|(other, _)| *other < shingle);
    let rest = entries.get(start..).unwrap_or_default();
    // Most lists are short; a long one is cut where it would exceed the limit anyway.
    let length = rest.iter().take(ENTRIES + 1).take_while(|(other, _)| *other == shingle).count();
    rest.get(..length).unwrap_or_default()
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
