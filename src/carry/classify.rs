//! What kind of change lies between the text that was translated and the text that stands now.

use crate::text::{fold_layout, negations, quantities, strip_marks};

/// Kinds of change, in order of gravity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// White space, soft breaks, width: nothing a reader sees. Not stale.
    Layout,
    /// Links, emphasis, code marks.
    Markup,
    /// Punctuation and case.
    Punctuation,
    /// Words.
    Wording,
    /// A number, unit, comparator or negation came, went or changed; or nobody knows what changed.
    Meaning,
}

impl ChangeKind {
    /// The word used in notes and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Layout => "layout",
            Self::Markup => "markup",
            Self::Punctuation => "punctuation",
            Self::Wording => "wording",
            Self::Meaning => "meaning",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Layout, Self::Markup, Self::Punctuation, Self::Wording, Self::Meaning]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// A change and what it is in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// How grave it is.
    pub kind: ChangeKind,
    /// `10 → 100`, `negation`; empty where the texts must be read.
    pub detail: String,
}

impl Change {
    /// A change of this kind.
    pub fn new(kind: ChangeKind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into() }
    }
}

/// Judges the change from `old` to `new`. Similarity alone accepts nothing: whatever is not plainly harmless is
/// `wording`, and whatever touches a quantity or a negation is `meaning`.
///
/// ```
/// use yakugo::carry::{ChangeKind, classify};
/// let change = classify("濃度は10 ng/mLである。", "濃度は100 ng/mLである。");
/// assert_eq!((change.kind, change.detail.as_str()), (ChangeKind::Meaning, "10ng/mL → 100ng/mL"));
/// ```
pub fn classify(old: &str, new: &str) -> Change {
    let (old_layout, new_layout) = (fold_layout(old), fold_layout(new));
    if old_layout == new_layout {
        return Change::new(ChangeKind::Layout, "");
    }
    let (old_words, new_words) = (strip_marks(old), strip_marks(new));
    if let Some(detail) = changed_quantity(&quantities(&old_words), &quantities(&new_words)) {
        return Change::new(ChangeKind::Meaning, detail);
    }
    if negations(&old_words) != negations(&new_words) {
        return Change::new(ChangeKind::Meaning, "negation");
    }
    let (old_words, new_words) = (fold_layout(&old_words), fold_layout(&new_words));
    if old_words == new_words {
        return Change::new(ChangeKind::Markup, "");
    }
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    // White space was folded before: a moved word boundary is a change of words.
    let bounds = |text: &str| text.split(' ').map(letters).filter(|word| !word.is_empty()).collect::<Vec<_>>();
    let same = letters(&old_words) == letters(&new_words) && bounds(&old_words) == bounds(&new_words);
    Change::new(if same { ChangeKind::Punctuation } else { ChangeKind::Wording }, "")
}

fn changed_quantity(old: &[String], new: &[String]) -> Option<String> {
    if old == new {
        return None;
    }
    let pairs = old.iter().zip(new).filter(|(a, b)| a != b).map(|(a, b)| format!("{a} → {b}"));
    let gone = old.iter().skip(new.len()).map(|a| format!("{a} → –"));
    let came = new.iter().skip(old.len()).map(|b| format!("– → {b}"));
    let all: Vec<String> = pairs.chain(gone).chain(came).take(3).collect();
    Some(all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gravity_of_changes() {
        use ChangeKind::{Layout, Markup, Meaning, Punctuation, Wording};
        let check = |old: &str, new: &str, expected: ChangeKind| {
            assert_eq!(classify(old, new).kind, expected, "{old} → {new}");
        };
        check("細胞", "細胞", Layout);
        check("10 mgを投与", "１０ mgを投与", Layout);
        check("10 mg", "10mg", Layout);
        check("細胞を**培養**する", "細胞を培養する", Markup);
        check("[語](a/1)", "[語](a/2)", Markup);
        check("はい、そうです。", "はい、そうです", Punctuation);
        check("The cell", "the cell.", Punctuation);
        check("細胞を培養する", "細胞を増やす", Wording);
        check("now here", "nowhere", Wording);
        check("10 mg", "10 g", Meaning);
        check("1.5 mg", "15 mg", Meaning);
        check("10 mg以上", "10 mg以下", Meaning);
        check("承認されています", "承認されていません", Meaning);
        check("is approved", "is not approved", Meaning);
        check("三種類", "四種類", Meaning);
    }
}
