//! What kind of change lies between the text that was translated and the text that stands now.

use crate::carry::question::{Asked, asked};
use crate::carry::turning::turned;
use crate::carry::wording::{changed_denial, changed_name};
use crate::text::{
    Quantity, fold_layout, fold_words, quantities, strip_marks, without_addresses, without_opaque,
};

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
    /// One text became several, and its translation says what all of them say.
    Split,
    /// Several texts became one, and each has a translation of its own.
    Merged,
    /// A number, unit, comparator, negation or glossary concept came, went or changed, a word was exchanged for its
    /// opposite, a statement for a question; or nobody knows what changed.
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
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Meaning => "meaning",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        let all = [
            Self::Layout,
            Self::Markup,
            Self::Punctuation,
            Self::Wording,
            Self::Split,
            Self::Merged,
            Self::Meaning,
        ];
        all.into_iter().find(|kind| kind.name() == name)
    }
}

/// A change and what it is in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// How grave it is.
    pub kind: ChangeKind,
    /// `10 mg → 100 mg`, `negation`; empty where the texts must be read.
    pub detail: String,
}

impl Change {
    /// A change of this kind.
    pub fn new(kind: ChangeKind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into() }
    }

    /// The change in words, for notes and reports: `meaning: 10 mg → 100 mg`, `wording`, `merged with p-8m2c4t`.
    pub fn describe(&self) -> String {
        match (self.kind, self.detail.as_str()) {
            (kind, "") => kind.name().to_owned(),
            (ChangeKind::Split | ChangeKind::Merged, detail) => detail.to_owned(),
            (kind, detail) => format!("{}: {detail}", kind.name()),
        }
    }
}

/// Judges the change from `old` to `new`, one text each: never [`ChangeKind::Split`] or [`ChangeKind::Merged`], which
/// lie between several. Similarity alone accepts nothing: whatever is not plainly harmless is
/// `wording`, and whatever touches a quantity or a negation is `meaning`.
///
/// Width, reflow and markup come first: what differs in nothing else never is `meaning`, whatever it holds.
///
/// ```
/// use yakugo::carry::{ChangeKind, classify};
/// let change = classify("濃度は10 ng/mLである。", "濃度は100 ng/mLである。");
/// assert_eq!((change.kind, change.detail.as_str()), (ChangeKind::Meaning, "10 ng/mL → 100 ng/mL"));
/// assert_eq!(classify("10 mg", "10mg").kind, ChangeKind::Layout);
/// ```
pub fn classify(old: &str, new: &str) -> Change {
    if fold_layout(old) == fold_layout(new) {
        return Change::new(ChangeKind::Layout, "");
    }
    let (old_words, new_words) = (words(old), words(new));
    if old_words == new_words {
        return Change::new(ChangeKind::Markup, "");
    }
    let numbers = changed_quantities(&quantities(old), &quantities(new));
    let (old_prose, new_prose) = (prose(old), prose(new));
    let denial = changed_denial(&old_prose, &new_prose);
    let name = changed_name(&old_prose, &new_prose);
    let turned = turned(&old_prose, &new_prose).filter(|_| numbers.is_none());
    let asked = asked(&old_prose, &new_prose);
    let question = (asked == Asked::Turned).then(|| "question".to_owned());
    let details: Vec<String> = [numbers, denial, name, turned, question].into_iter().flatten().collect();
    if !details.is_empty() {
        return Change::new(ChangeKind::Meaning, details.join(", "));
    }
    let same = asked == Asked::Same && letters(&old_words) == letters(&new_words);
    Change::new(if same { ChangeKind::Punctuation } else { ChangeKind::Wording }, "")
}

/// The text without marks, addresses and layout.
fn words(text: &str) -> String {
    fold_layout(&strip_marks(&without_addresses(text)))
}

/// The same without code, whose names and signs deny nothing, and with its words apart.
fn prose(text: &str) -> String {
    fold_words(&strip_marks(&without_opaque(text)))
}

/// The words in small letters, without punctuation; white space was folded before, so a moved word boundary is a
/// change of words. A sign that is no punctuation (`+`, `±`) is a word.
fn letters(text: &str) -> (String, Vec<String>) {
    let bare = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric() || is_sign(*c)).flat_map(char::to_lowercase).collect()
    };
    (bare(text), text.split(' ').map(bare).filter(|word| !word.is_empty()).collect())
}

fn is_sign(c: char) -> bool {
    matches!(
        c,
        '+' | '±'
            | '×'
            | '÷'
            | '='
            | '<'
            | '>'
            | '≤'
            | '≥'
            | '≠'
            | '≈'
            | '→'
            | '←'
            | '°'
            | '%'
            | '♀'
            | '♂'
    )
}

/// How many changed quantities are named.
const NAMED: usize = 3;

fn changed_quantities(old: &[Quantity], new: &[Quantity]) -> Option<String> {
    // What is equal at both ends did not change; between, each stands against its counterpart.
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old, new) = (old.get(start..)?, new.get(start..)?);
    let end = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old, new) = (old.get(..old.len() - end)?, new.get(..new.len() - end)?);
    let side = |quantity: Option<&Quantity>| quantity.map_or("–".to_owned(), ToString::to_string);
    let pairs = (0..old.len().max(new.len())).map(|at| (old.get(at), new.get(at))).filter(|(a, b)| a != b);
    let all: Vec<String> = pairs.map(|(a, b)| format!("{} → {}", side(a), side(b))).take(NAMED).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gravity_of_changes() {
        use ChangeKind::{Layout, Markup, Meaning, Punctuation, Wording};
        let check = |old: &str, new: &str, expected: ChangeKind| {
            for (old, new) in [(old, new), (new, old)] {
                assert_eq!(classify(old, new).kind, expected, "{old} → {new}");
            }
        };
        check("細胞", "細胞", Layout);
        check("10 mgを投与", "１０ mgを投与", Layout);
        check("10 mg", "10mg", Layout);
        check("段落で、\n途中", "段落で、途中", Layout);
        check("細胞を**培養**する", "細胞を培養する", Markup);
        check("[語](a/1)", "[語](a/2)", Markup);
        check("値は10です", "値は`10`です", Markup);
        check("詳細は https://example.org/1 へ", "詳細は https://example.org/2 へ", Markup);
        check("`f(1)`を呼ぶ", "`f(2)`を呼ぶ", Wording);
        check("はい、そうです。", "はい、そうです", Punctuation);
        check("はい、そうです。", "はい，そうです。", Punctuation);
        check("The cell", "the cell.", Punctuation);
        check("細胞を培養する", "細胞を増やす", Wording);
        check("every day", "everyday", Wording);
        check("使用できません", "使用できない", Wording);
        check("10 mg以上", "≥10 mg", Wording);
        check("令和6年に承認", "2024年に承認", Wording);
        check("10 mg", "10 g", Meaning);
        check("1.5 mg", "15 mg", Meaning);
        check("10 mg以上", "10 mg以下", Meaning);
        check("10~20 mg", "10~30 mg", Meaning);
        check("10<sup>6</sup>個", "106個", Meaning);
        check("5 ℃", "−5 ℃", Meaning);
        check("承認されています", "承認されていません", Meaning);
        check("is approved", "is not approved", Meaning);
        check("is approved", "is unapproved", Meaning);
        check("必要です", "不要です", Meaning);
        check("三種類", "四種類", Meaning);
        check("Aは有効ではないが、Bは有効である。", "Aは有効であるが、Bは有効ではない。", Meaning);
        check("IL-6を測る", "IL-8を測る", Meaning);
        check("MISEV2018に従う", "MISEV2023に従う", Meaning);
        check("陽性", "陰性", Meaning);
        check("食前に飲む", "食後に飲む", Meaning);
        check("妊婦に使う", "妊婦以外に使う", Meaning);
        check("½錠を飲む", "¼錠を飲む", Meaning);
        check("第Ⅰ相の試験", "第Ⅱ相の試験", Meaning);
        check("CO₂の量", "COの量", Meaning);
        check("p=0.05です", "p≠0.05です", Meaning);
        check("&lt;5 mgです", "&gt;5 mgです", Meaning);
        check("1:10に薄める", "1/10に薄める", Meaning);
        check("2-3 mg", "2.3 mg", Meaning);
        check("{ $n } mg", "{ $n } µg", Meaning);
        check("安全です。", "安全ですか？", Meaning);
        check("Is it safe?", "It is safe.", Meaning);
        check("安全ですか。", "安全ですか？", Punctuation);
        check("`<A.B>`で包む", "`<A>`で包む", Wording);
        check("`not_found`を返す", "`found`を返す", Wording);
        check("IL-6 is high", "IL-8 was high", Meaning);
        check("IL-6 is high", "IL-6 was high", Wording);
        check("in phase 2 used", "in phase 2 not used", Meaning);
        check("省略しても構いません", "省略してもよい", Wording);
        check("右手を洗う", "右手を拭く", Wording);
    }

    #[test]
    fn details_say_what_changed() {
        let check = |old: &str, new: &str, expected: &str| assert_eq!(classify(old, new).detail, expected);
        check("濃度は10 mg、5回。", "濃度は20 mg、5回。", "10 mg → 20 mg");
        check("濃度を測る。", "濃度は20 mg。", "– → 20 mg");
        check("使える", "使えない", "negation");
        check("IL-6を測る", "IL-8を測る", "IL-6 → IL-8");
    }
}
