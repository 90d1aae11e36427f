//! Signs and words of which one for another turns a sentence round, though no quantity and no denial changes.

/// Words of instructions and findings that come in opposites, or that take something out.
const WORDS: &[&str] = &[
    "以外", "除く", "除き", "食前", "食後", "食間", "左", "右", "陽性", "陰性", "上昇", "低下", "増加",
    "減少", "増量", "減量", "空腹", "禁忌", "中止", "継続", "&lt;", "&gt;",
];

/// Fractions, roman and circled numbers, small figures of formulas, and signs of comparison.
fn is_turning(c: char) -> bool {
    matches!(c, '¼'..='¾' | '⅐'..='ↈ' | '①'..='⓿' | '₀'..='₉' | '≠' | '≈' | '≡' | '<' | '>' | '↑' | '↓')
}

/// What turned, as `食前 → 食後`; nothing if all such signs and words are the same, in the same order.
pub(super) fn turned(old: &str, new: &str) -> Option<String> {
    let (old, new) = (found(old), found(new));
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    if start == old.len().max(new.len()) {
        return None;
    }
    let side = |all: &[&str]| all.get(start).map_or("–", |word| *word).to_owned();
    Some(format!("{} → {}", side(&old), side(&new)))
}

fn found(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let word = WORDS.iter().find(|word| rest.starts_with(**word)).map(|word| word.len());
        let length = word.unwrap_or(c.len_utf8());
        if word.is_some() || is_turning(c) {
            found.extend(rest.get(..length));
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    found
}
