//! What changed between two texts, word by word.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::text::{Span, words};

/// What happened to a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// It stands in both texts.
    Equal,
    /// It stands in the old one only.
    Delete,
    /// It stands in the new one only.
    Insert,
}

impl Edit {
    /// The word used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Delete => "delete",
            Self::Insert => "insert",
        }
    }
}

/// A piece of a word diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Op {
    /// What happened to it.
    pub edit: Edit,
    /// The text, cut at word boundaries.
    pub text: String,
}

/// Longer texts than this are told as one change: a diff nobody would read is not worth quadratic time.
const MOST_WORDS: usize = 4_000;

/// The word diff from `old` to `new`: joined, the equal and deleted pieces are `old`, the equal and inserted ones `new`.
///
/// ```
/// use yakugo::carry::word_diff;
/// let shown: String = word_diff("濃度は10 ng/mLです。", "濃度は100 ng/mLです。").iter().map(|op| op.marked()).collect();
/// assert_eq!(shown, "濃度は[-10-]{+100+} ng/mLです。");
/// ```
pub fn word_diff(old: &str, new: &str) -> Vec<Op> {
    let cut = |text| -> Vec<&str> { words(text).into_iter().map(|span: Span| span.of(text)).collect() };
    let (old_words, new_words) = (cut(old), cut(new));
    if old_words.len().max(new_words.len()) > MOST_WORDS {
        return joined([(Edit::Delete, old), (Edit::Insert, new)]);
    }
    let mut pieces = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        let (tag, old_range, new_range) = op.as_tag_tuple();
        let old_part = old_words.get(old_range).unwrap_or_default().iter();
        let new_part = new_words.get(new_range).unwrap_or_default().iter();
        match tag {
            DiffTag::Equal => pieces.extend(old_part.map(|word| (Edit::Equal, *word))),
            DiffTag::Delete => pieces.extend(old_part.map(|word| (Edit::Delete, *word))),
            DiffTag::Insert => pieces.extend(new_part.map(|word| (Edit::Insert, *word))),
            DiffTag::Replace => {
                pieces.extend(old_part.map(|word| (Edit::Delete, *word)));
                pieces.extend(new_part.map(|word| (Edit::Insert, *word)));
            }
        }
    }
    joined(pieces)
}

fn joined<'a>(pieces: impl IntoIterator<Item = (Edit, &'a str)>) -> Vec<Op> {
    let mut ops: Vec<Op> = Vec::new();
    for (edit, text) in pieces.into_iter().filter(|(_, text)| !text.is_empty()) {
        match ops.last_mut() {
            Some(last) if last.edit == edit => last.text.push_str(text),
            _ => ops.push(Op { edit, text: text.to_owned() }),
        }
    }
    ops
}

impl Op {
    /// The piece with its marks for plain text: `[-old-]`, `{+new+}`.
    pub fn marked(&self) -> String {
        match self.edit {
            Edit::Equal => self.text.clone(),
            Edit::Delete => format!("[-{}-]", self.text),
            Edit::Insert => format!("{{+{}+}}", self.text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_kept_whole() {
        let check = |old: &str, new: &str, expected: &str| {
            let shown: String = word_diff(old, new).iter().map(Op::marked).collect();
            assert_eq!(shown, expected);
        };
        check("同じ", "同じ", "同じ");
        check("細胞を培養する。", "細胞を移植する。", "細胞を[-培養-]{+移植+}する。");
        check("", "新しい", "{+新しい+}");
        check("is approved", "is not approved", "is {+not +}approved");
        check("👩‍👩‍👧です", "👩‍👩‍👦です", "[-👩‍👩‍👧-]{+👩‍👩‍👦+}です");
    }

    proptest! {
        #[test]
        fn both_texts_are_in_the_diff(old in "[ 細胞をa-c10。\n]{0,40}", new in "[ 細胞をa-c10。\n]{0,40}") {
            let ops = word_diff(&old, &new);
            let side = |left: Edit| -> String {
                ops.iter().filter(|op| op.edit == Edit::Equal || op.edit == left).map(|op| op.text.as_str()).collect()
            };
            prop_assert_eq!(side(Edit::Delete), old);
            prop_assert_eq!(side(Edit::Insert), new);
        }
    }
}
