//! Likeness of two texts, over characters: shared n-grams for long texts, shared subsequences for short ones.

use crate::text::is_cjk;

/// Texts up to this length (in characters that count) are short: a handful of equal letters says little there.
pub(super) const SHORT: usize = 30;

/// The grams of a text as sorted hashes, a multiset: two characters where one of them is Han, kana or Hangul, three
/// otherwise, since one such character says about as much as a syllable of letters.
#[derive(Clone, Debug, Default)]
pub(super) struct Grams {
    text: Vec<char>,
    sorted: Vec<u32>,
}

impl Grams {
    pub(super) fn new(text: Vec<char>) -> Self {
        let mut sorted: Vec<u32> = (0..text.len()).filter_map(|at| gram_at(&text, at)).collect();
        if sorted.is_empty() {
            sorted.push(text.iter().fold(1, |hash, c| mix(hash, *c)));
        }
        sorted.sort_unstable();
        Self { text, sorted }
    }

    pub(super) fn text(&self) -> &[char] {
        &self.text
    }

    /// How many characters count.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// How many grams there are.
    pub(super) fn count(&self) -> usize {
        self.sorted.len()
    }

    pub(super) fn is_short(&self) -> bool {
        self.text.len() <= SHORT
    }

    pub(super) fn sorted(&self) -> &[u32] {
        &self.sorted
    }
}

/// How many grams two sorted multisets share.
pub(super) fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut at, mut other, mut count) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(at), b.get(other)) {
        at += usize::from(x <= y);
        other += usize::from(y <= x);
        count += usize::from(x == y);
    }
    count
}

/// The grams of `whole` that no gram of `parts` accounts for.
pub(super) fn without(whole: &[u32], part: &[u32]) -> Vec<u32> {
    let mut at = 0;
    let mut rest = Vec::with_capacity(whole.len());
    for gram in whole {
        while part.get(at).is_some_and(|other| other < gram) {
            at += 1;
        }
        if part.get(at) == Some(gram) {
            at += 1;
        } else {
            rest.push(*gram);
        }
    }
    rest
}

/// Both multisets as one.
pub(super) fn together(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut all = [a, b].concat();
    all.sort_unstable();
    all
}

/// How alike two texts are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Likeness {
    /// Grams that both have.
    pub(super) shared: usize,
    /// 0 to 1: how much of both texts is shared.
    pub(super) ratio: f64,
    /// 0 to 1: how much of the shorter text stands in the longer one.
    pub(super) held: f64,
}

/// Compares two texts.
pub(super) fn likeness(a: &Grams, b: &Grams) -> Likeness {
    let shared = shared(&a.sorted, &b.sorted);
    let dice = ratio(2 * shared, a.count() + b.count());
    let held = ratio(shared, a.count().min(b.count()));
    // One changed letter spoils three grams of a short text: there the longest common subsequence is fairer.
    let short = a.is_short() && b.is_short();
    let ratio = if short { ratio(2 * common_subsequence(&a.text, &b.text), a.len() + b.len()) } else { dice };
    Likeness { shared, ratio, held }
}

#[allow(clippy::cast_precision_loss, reason = "texts are far shorter than 2^52 characters")]
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// The length of the longest common subsequence of two short texts.
fn common_subsequence(a: &[char], b: &[char]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (at, y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

fn gram_at(text: &[char], at: usize) -> Option<u32> {
    let (first, second) = (*text.get(at)?, *text.get(at + 1)?);
    let two = mix(mix(1, first), second);
    if is_dense(first) || is_dense(second) {
        return Some(two);
    }
    text.get(at + 2).map(|third| mix(two, *third))
}

/// Scripts that write a word in one to four characters.
pub(super) fn is_dense(c: char) -> bool {
    is_cjk(c) || matches!(c, '\u{AC00}'..='\u{D7A3}')
}

/// One step of a multiplicative hash; equal hashes of unequal grams are rare and harmless.
pub(super) fn mix(hash: u32, c: char) -> u32 {
    (hash.rotate_left(5) ^ u32::from(c)).wrapping_mul(0x9E37_79B1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(a: &str, b: &str) -> Likeness {
        likeness(&Grams::new(a.chars().collect()), &Grams::new(b.chars().collect()))
    }

    #[test]
    fn likeness_is_over_characters() {
        assert!(like("細胞", "細胞").ratio > 0.99);
        assert!(like("配列から要素を検索", "文字列による検索").ratio < 0.5);
        assert!(like("introduction", "introdution").ratio > 0.9);
        assert!(like("a", "b").ratio < 0.01);
    }

    #[test]
    fn a_swallowed_text_is_held() {
        let whole =
            "これらの課題を解決するための研究は、世界中で進められています。将来は治療の選択肢の一つとなる。";
        assert!(like("将来は治療の選択肢の一つとなる。", whole).held > 0.99);
    }

    #[test]
    fn multisets() {
        assert_eq!(shared(&[1, 1, 2], &[1, 1, 1, 3]), 2);
        assert_eq!(without(&[1, 1, 2, 3], &[1, 3, 4]), [1, 2]);
        assert_eq!(together(&[1, 3], &[2]), [1, 2, 3]);
    }
}
