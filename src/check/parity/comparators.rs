//! The same number, meant otherwise: at least against at most.

use std::sync::LazyLock;

use super::stated::{Amount, Form, Stated};
use super::{Mismatch, severity};
use crate::check::comparator_mismatch::COMPARATOR_MISMATCH;
use crate::finding::Severity;
use crate::text::Comparator::{self, AtLeast, AtMost, JustOver, JustUnder, LessThan, MoreThan, Since, Until};
use crate::text::{Pieces, Span};

pub(super) fn compare(source: &Stated<'_>, translation: &Stated<'_>) -> Vec<Mismatch> {
    source
        .amounts()
        .iter()
        .filter_map(|amount| {
            let other = partner(source, amount, translation)?;
            let (severity, said, says) = judge(source, amount, translation, other)?;
            let message = format!("the source says {said}, the translation {says}: correct the comparison");
            Some(Mismatch { rule: COMPARATOR_MISMATCH, severity, span: Some(other.span), message })
        })
        .collect()
}

/// The one number of the translation that is this one; none where several may be.
fn partner<'t>(source: &Stated<'_>, amount: &Amount, translation: &'t Stated<'_>) -> Option<&'t Amount> {
    // Where it is measured on both sides, only what is measured so can be the same.
    let like = |text: &Stated<'_>| text.amounts().iter().any(|other| is_like(other, amount));
    let is_measured = amount.measure.is_some() && like(translation);
    let alike =
        |other: &&Amount| if is_measured { is_like(other, amount) } else { other.has_value_of(amount) };
    let mut own = source.amounts().iter().filter(alike);
    let mut its = translation.amounts().iter().filter(alike);
    let (Some(_), None, Some(other), None) = (own.next(), own.next(), its.next(), its.next()) else {
        return None;
    };
    (amount.form != Form::RangeEnd && other.form != Form::RangeEnd).then_some(other)
}

fn is_like(other: &Amount, amount: &Amount) -> bool {
    other.has_value_of(amount) && other.measure == amount.measure
}

/// How grave the difference is, and what each side says.
fn judge(
    source: &Stated<'_>,
    amount: &Amount,
    translation: &Stated<'_>,
    other: &Amount,
) -> Option<(Severity, String, String)> {
    let quoted = |comparator: Comparator, text: &Stated<'_>, span: Span| {
        format!(
            "`{}{}`",
            comparator.sign(),
            span.of(text.text).trim_start_matches(['<', '>', '≤', '≥', '±', '~'])
        )
    };
    let words = || {
        (quoted(amount.comparator, source, amount.span), quoted(other.comparator, translation, other.span))
    };
    let (here, there) = (side(amount.comparator), side(other.comparator));
    if here == there && amount.comparator == other.comparator {
        return None;
    }
    let wrong = if here != 0 && there != 0 {
        // A denial turns a comparison round: "no more than" in other words.
        here != there && is_denied(source, amount.span) == is_denied(translation, other.span)
    } else {
        here != there && (lost(amount, source, translation) || lost(other, translation, source))
    };
    if wrong {
        let (said, says) = words();
        return Some((severity(&[amount, other]), said, says));
    }
    let strict = is_strict(amount.comparator)? != is_strict(other.comparator)?;
    let clear = amount.measure.is_some()
        && !is_loose(source, amount.span)
        && !is_loose(translation, other.span)
        && source.negations() == 0
        && translation.negations() == 0;
    if strict && here == there && clear {
        let (said, says) = words();
        return Some((Severity::Note, said, says));
    }
    None
}

/// Whether a text denies something beside the comparison itself (`not exceeding`).
fn is_denied(text: &Stated<'_>, span: Span) -> bool {
    const OWN: &[&str] = &[
        "not exceed",
        "not to exceed",
        "not more",
        "not less",
        "not fall",
        "not drop",
        "not go below",
        "not be exceed",
        "not above",
        "no earlier",
        "no sooner",
        "no later",
        "not earlier",
        "not later",
        "not below",
        "を超えな",
        "を超えては",
        "を超えません",
        "を超えず",
        "下回らな",
        "上回らな",
        "下回って",
        "不得超",
        "不能超",
        "不应超",
        "不可超",
        "不宜超",
        "勿超",
        "不得低",
        "不得少",
        "nicht über",
        "nicht unter",
    ];
    let near = near(text.text, span);
    text.negations() > usize::from(OWN.iter().any(|word| near.contains(word)))
}

/// Which side of the number is meant: above, below, or neither.
fn side(comparator: Comparator) -> i8 {
    match comparator {
        AtLeast | MoreThan | JustOver | Since => 1,
        AtMost | LessThan | JustUnder | Until => -1,
        _ => 0,
    }
}

/// Whether the number itself is left out.
fn is_strict(comparator: Comparator) -> Option<bool> {
    match comparator {
        MoreThan | LessThan => Some(true),
        AtLeast | AtMost => Some(false),
        _ => None,
    }
}

/// Ways to compare that leave no doubt.
const CLEAR: &[&str] = &[
    "以上",
    "以下",
    "未満",
    "未满",
    "少なくとも",
    "を超える",
    "を上回る",
    "を下回る",
    "at least",
    "at most",
    "less than",
    "more than",
    "fewer than",
    "greater than",
    "or more",
    "or less",
    "or fewer",
    "mindestens",
    "höchstens",
    "weniger als",
    "mehr als",
    "至少",
    "最多",
    "不超过",
    "不少于",
    "不低于",
    "不高于",
    "低于",
    "高于",
    "≥",
    "≤",
    "≧",
    "≦",
    "<",
    ">",
];

/// Anything that compares, in any language: with one of these, nothing is lost.
const ANY: &[&str] = &[
    "以",
    "未",
    "超",
    "越",
    "少なくとも",
    "最",
    "上限",
    "下限",
    "まで",
    "より",
    "から",
    "上回",
    "下回",
    "内",
    "満た",
    "過",
    "余",
    "強",
    "弱",
    "多",
    "少",
    "高",
    "低",
    "大",
    "小",
    "足",
    "不",
    "至",
    "及",
    "逾",
    "≥",
    "≤",
    "≧",
    "≦",
    "<",
    ">",
    "＜",
    "＞",
    "+",
    "least",
    "most",
    "more",
    "less",
    "few",
    "than",
    "over",
    "under",
    "above",
    "below",
    "exceed",
    "excess",
    "minim",
    "maxim",
    "up to",
    "upward",
    "within",
    "beyond",
    "older",
    "younger",
    "and up",
    "between",
    "from",
    "starting",
    "onward",
    "limit",
    "threshold",
    "nearly",
    "almost",
    "mind",
    "höchst",
    "mehr",
    "wenig",
    "über",
    "unter",
    "ab ",
    "bis",
    "größer",
    "kleiner",
    "älter",
    "jünger",
    "höher",
    "niedrig",
    "minim",
    "maxim",
    "innerhalb",
    "binnen",
    "grenz",
    "längst",
    "spätest",
    "wenigst",
    "no later",
    "as ",
    "plus",
    "moins",
    "sup",
    "inf",
    "jusqu",
    "dépass",
    "más",
    "menos",
    "hasta",
    "partir",
    "early",
    "late",
    "long",
    "short",
    "every",
    "each",
    "any",
    "not ",
    "no ",
    "hoch",
    "oder",
    "tops",
    "cap",
    "ceiling",
    "floor",
    "begin",
    "since",
    "after",
    "before",
    "until",
];

static IS_CLEAR: LazyLock<Pieces> = LazyLock::new(|| Pieces::new(CLEAR.iter().copied()));
static IS_ANY: LazyLock<Pieces> = LazyLock::new(|| Pieces::new(ANY.iter().copied()));

/// Whether one side compares beyond doubt and the other does not at all.
fn lost(amount: &Amount, text: &Stated<'_>, other: &Stated<'_>) -> bool {
    if side(amount.comparator) == 0 || text.negations() > 0 {
        return false;
    }
    matches!(amount.comparator, AtLeast | MoreThan | AtMost | LessThan)
        && IS_CLEAR.are_in(&near(text.text, amount.span))
        && !IS_ANY.are_in(&other.text.to_lowercase())
}

/// Whether a comparison is one that people use for both: "over 18", 10まで.
fn is_loose(text: &Stated<'_>, span: Span) -> bool {
    const LOOSE: &[&str] = &[
        "over",
        "above",
        "under",
        "below",
        "up to",
        "within",
        "higher",
        "lower",
        "exceed",
        "bis",
        "über",
        "unter",
        "innerhalb",
        "まで",
        "以内",
        "最大",
        "最小",
        "最高",
        "最低",
        "上限",
        "maxim",
        "minim",
        "高于",
        "低于",
        "jusqu",
        "plus",
        "moins",
        "上回",
        "下回",
    ];
    // Chinese 以上 and 以下 may leave the number out.
    let near = near(text.text, span);
    text.language == "zh" && near.contains('以') || LOOSE.iter().any(|word| near.contains(word))
}

/// The text around a number in small letters, a few words to each side.
fn near(text: &str, span: Span) -> String {
    const REACH: usize = 24;
    let before: Vec<char> = text.get(..span.start).unwrap_or_default().chars().rev().take(REACH).collect();
    let after = text.get(span.end..).unwrap_or_default().chars().take(REACH);
    let around = before.into_iter().rev().chain(span.of(text).chars()).chain(after);
    around.flat_map(char::to_lowercase).collect()
}
