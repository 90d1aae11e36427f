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
    word_diff_keeping(old, new, &|_| Vec::new())
}

/// The same; no piece ends inside of what `whole` finds in a text, such as a term of the glossary.
///
/// ```
/// use yakugo::carry::word_diff_keeping;
/// use yakugo::text::Span;
/// let term = |text: &str| text.match_indices("幹細胞").map(|(at, term)| Span::new(at, at + term.len())).collect();
/// let shown: String = word_diff_keeping("幹細胞", "細胞", &term).iter().map(|op| op.marked()).collect();
/// assert_eq!(shown, "[-幹細胞-]{+細胞+}");
/// ```
pub fn word_diff_keeping(old: &str, new: &str, whole: &dyn Fn(&str) -> Vec<Span>) -> Vec<Op> {
    let (old_words, new_words) = (cut(old, &whole(old)), cut(new, &whole(new)));
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

/// The words of a text; those that share a span of `whole` are one. `whole` is in the order of the text.
fn cut<'a>(text: &'a str, whole: &[Span]) -> Vec<&'a str> {
    let mut pieces: Vec<Span> = Vec::new();
    let mut kept = whole.iter().peekable();
    // Where the term that was begun last ends.
    let mut end = 0;
    for word in words(text) {
        match pieces.last_mut() {
            Some(last) if word.start < end => last.end = word.end,
            _ => pieces.push(word),
        }
        while let Some(span) = kept.next_if(|span| span.start < word.end) {
            end = end.max(span.end);
        }
    }
    pieces.into_iter().map(|span| span.of(text)).collect()
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

    #[test]
    fn terms_are_kept_whole() {
        let terms = |text: &str| {
            let mut found: Vec<Span> = ["脂肪由来幹細胞", "stem cell", "幹細胞"]
                .iter()
                .flat_map(|term| text.match_indices(term))
                .map(|(at, term)| Span::new(at, at + term.len()))
                .collect();
            found.sort_by_key(|span| span.start);
            found
        };
        let check = |old: &str, new: &str, expected: &str| {
            let shown: String = word_diff_keeping(old, new, &terms).iter().map(Op::marked).collect();
            assert_eq!(shown, expected);
        };
        check("脂肪由来幹細胞の量", "骨髄由来幹細胞の量", "[-脂肪由来幹細胞-]{+骨髄由来幹細胞+}の量");
        check("a stem cell line", "a stem line", "a [-stem cell-]{+stem+} line");
        check("幹細胞幹細胞", "幹細胞", "幹細胞[-幹細胞-]");
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
