//! What of a text counts when an old piece is looked for among new ones: not its markup, width, case, spacing or
//! numbering. For matching only; such a text is never shown or stored.

use crate::text::{Comparator, fold_layout, half_width, is_cjk, quantities, strip_marks};

/// Words that make a short run with a number a label: `第3章`, `Q1.`, `図2:`.
const LABEL_WORDS: &[&str] = &[
    "chapter",
    "section",
    "part",
    "step",
    "figure",
    "fig",
    "table",
    "appendix",
    "listing",
    "kapitel",
    "abschnitt",
    "chapitre",
    "図",
    "表",
    "付録",
    "問",
    "手順",
];

/// No label has more bytes; longer texts need no closer look.
const LONGEST_LABEL: usize = 40;

/// The characters of a text that matching looks at.
///
/// Where nothing but a label is left (`4.`), its digits count as equal: numbering says nothing about identity. Where
/// nothing but markup is (`![](a.svg)`), the text itself counts.
pub(super) fn matching_text(text: &str) -> Vec<char> {
    let bare = fold_layout(&strip_marks(text));
    let folded: Vec<char> = bare.chars().flat_map(char::to_lowercase).collect();
    let end = label_end(&folded);
    if end > 0 && end == folded.len() {
        return folded.into_iter().map(|c| if c.is_numeric() { '0' } else { c }).collect();
    }
    let rest = folded.get(end..).unwrap_or_default();
    if rest.iter().any(|c| c.is_alphanumeric()) {
        return rest.to_vec();
    }
    if folded.is_empty() { text.trim().to_lowercase().chars().collect() } else { folded }
}

/// Whether a text is nothing but a number or label with its sign (`4.1.`, `(3)`).
pub(super) fn is_label(text: &str) -> bool {
    if text.len() > LONGEST_LABEL {
        return false;
    }
    let folded: Vec<char> = fold_layout(text).chars().flat_map(char::to_lowercase).collect();
    let end = label_end(&folded);
    end > 0 && end == folded.len()
}

/// A heading's number or label (`4.1. `, `Step 3: `, `4.1 `), and what follows it. A number that may say how much is
/// none, nor are digits of a name (`5-HT`).
pub(super) fn without_label(text: &str) -> (&str, &str) {
    let folded: Vec<char> = text.chars().map(half_width).flat_map(char::to_lowercase).collect();
    let (mut end, count) = (label_end(&folded), text.chars().count());
    if end == 0 {
        end = section_number(&folded, text);
    }
    // Small letters that are more characters than their capitals would move the end.
    if folded.len() != count || folded.iter().take(end).any(|c| *c == '-') {
        return ("", text);
    }
    let at = text.char_indices().nth(end).map_or(text.len(), |(at, _)| at);
    text.split_at_checked(at).unwrap_or(("", text))
}

/// The length of a number of several parts and the blank behind it (`4.1 `), if it is no amount.
fn section_number(folded: &[char], text: &str) -> usize {
    let end = folded.iter().take_while(|c| c.is_ascii_digit() || **c == '.').count();
    let number: String = folded.iter().take(end).collect();
    let parts = number.split('.').filter(|part| !part.is_empty()).count();
    let words = folded.get(end) == Some(&' ') && folded.get(end + 1).is_some_and(|c| c.is_alphabetic());
    let amount = quantities(text).into_iter().next();
    let plain = amount.is_none_or(|amount| {
        amount.span.start > 0
            || amount.unit.is_empty()
                && amount.comparator == Comparator::Exactly
                && number.starts_with(&amount.value)
    });
    if parts > 1 && words && plain { end + 1 } else { 0 }
}

/// Where a text goes on after its number or label: `2.1. `, `(3)`, `Q1.`, `第3章 `. The number itself never counts
/// as a label when no separator follows it: `10 mg` and `2024年` are words of the text.
fn label_end(text: &[char]) -> usize {
    let at = |at: usize| text.get(at).copied().unwrap_or_default();
    let mut end = usize::from(at(0) == '(' || at(0) == '[');
    if at(end) == '第' {
        return ordinal_label(text, end + 1);
    }
    if matches!(at(end), 'q' | 'a') && (at(end + 1).is_ascii_digit() || matches!(at(end + 1), '.' | ':')) {
        end += 1;
    } else if let Some(word) = LABEL_WORDS.iter().find(|word| starts_with(text, end, word)) {
        end += word.chars().count();
        end += usize::from(at(end) == ' ');
        if !at(end).is_ascii_digit() {
            return 0;
        }
    }
    let digits = end;
    while at(end).is_ascii_digit() || (at(end) == '.' && at(end + 1).is_ascii_digit() && end > digits) {
        end += 1;
    }
    let separators = text.iter().skip(end).take_while(|c| is_separator(**c)).count();
    // A lone stop with a digit before and none behind is a number in running text only if letters follow at once
    // (`3.x`): a label is set apart by a blank, a CJK letter or a further sign.
    let after = at(end + separators);
    let apart = separators > 1
        || after == ' '
        || is_cjk(after)
        || after == '\0'
        || after.is_alphabetic() && separators > 0;
    if end == 0 || separators == 0 || !apart {
        return 0;
    }
    end + separators + usize::from(after == ' ')
}

/// `第3章`, `第十二回`: up to the counter and the sign behind it.
fn ordinal_label(text: &[char], from: usize) -> usize {
    let number = |c: &&char| c.is_ascii_digit() || "〇一二三四五六七八九十百".contains(**c);
    let end = from + text.iter().skip(from).take_while(number).count();
    let counter = text.get(end).is_some_and(|c| "章節回部項条編話".contains(*c));
    if end == from || !counter {
        return 0;
    }
    end + 1 + text.iter().skip(end + 1).take_while(|c| is_separator(**c) || **c == ' ').count()
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ')' | ']' | ':' | '、' | '-' | '．' | '：')
}

fn starts_with(text: &[char], from: usize, word: &str) -> bool {
    let rest = text.get(from..).unwrap_or_default();
    let mut at = 0;
    word.chars().all(|c| {
        at += 1;
        rest.get(at - 1) == Some(&c)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbering_markup_and_width_do_not_count() {
        let same = |a: &str, b: &str| assert_eq!(matching_text(a), matching_text(b), "{a} | {b}");
        same("4.1. 開発の段階", "5.2. 開発の段階");
        same("1. **細胞**とは", "2. 細胞とは");
        same("Q1. 安全ですか？", "Q12. 安全ですか?");
        same("第3章 培養", "第十二章：培養");
        same("(2) Cells", "(3) cells");
        same("Figure 2: Yield", "Figure 13: Yield");
        same("4.", "5.");
        same("ＶＥＧＦ は", "VEGFは");
    }

    #[test]
    fn words_and_amounts_count() {
        let differ = |a: &str, b: &str| assert_ne!(matching_text(a), matching_text(b), "{a} | {b}");
        differ("10 mgを投与", "20 mgを投与");
        differ("2024年に承認", "2025年に承認");
        differ("1.5 mL", "2.5 mL");
        differ("10", "20");
        differ("答えは", "問いは");
        differ("a cell", "the cell");
    }
}
