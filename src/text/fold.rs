//! Folding for comparison: what a reader would call the same text. Folded text is never printed or stored.

use std::borrow::Cow;

use crate::text::is_cjk;

/// Folds layout: full-width Latin to half width, runs of white space to one blank, and none where no reader sees
/// one: beside a CJK character, between a number and its unit, at the ends.
///
/// ```
/// use yakugo::text::fold_layout;
/// assert_eq!(fold_layout("濃度は １０ mg です"), fold_layout("濃度は10mgです"));
/// assert_ne!(fold_layout("now here"), fold_layout("nowhere"));
/// ```
pub fn fold_layout(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars().map(half_width) {
        if c.is_whitespace() || c == '\u{200B}' {
            blank = true;
            continue;
        }
        if blank && out.chars().next_back().is_some_and(|before| keeps_blank(before, c)) {
            out.push(' ');
        }
        blank = false;
        out.push(c);
    }
    out
}

fn keeps_blank(before: char, after: char) -> bool {
    let number_and_unit =
        before.is_ascii_digit() && (after.is_alphabetic() || matches!(after, '%' | '℃' | '°'));
    !is_cjk(before) && !is_cjk(after) && !number_and_unit
}

/// Full-width Latin letters, digits and signs to their half-width form; the ideographic space to a blank.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// The text without inline marks: emphasis, code marks, HTML tags, link and image targets.
///
/// ```
/// use yakugo::text::strip_marks;
/// assert_eq!(strip_marks("**10 mg** of [water](https://example.org/10)"), "10 mg of water");
/// ```
pub fn strip_marks(text: &str) -> Cow<'_, str> {
    if !text.contains(['*', '_', '`', '[', '<', '~']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        rest = match c {
            '*' | '`' | '~' | '[' => after,
            '!' if after.starts_with('[') => after,
            '_' if !between_letters(&out, after) => after,
            ']' if after.starts_with('(') => past(after, ')'),
            ']' if after.starts_with('[') => past(after, ']'),
            ']' => after,
            '<' if after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') => {
                past(after, '>')
            }
            _ => {
                out.push(c);
                after
            }
        };
    }
    Cow::Owned(out)
}

/// What comes after the next `end`; the text itself if there is none.
fn past(text: &str, end: char) -> &str {
    text.find(end).and_then(|at| text.get(at + end.len_utf8()..)).unwrap_or(text)
}

fn between_letters(before: &str, after: &str) -> bool {
    before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout_is_what_no_reader_sees() {
        let same = |a: &str, b: &str| assert_eq!(fold_layout(a), fold_layout(b), "{a:?} {b:?}");
        same("10 mg", "10mg");
        same("ＶＥＧＦ", "VEGF");
        same("意 図しない", "意図しない");
        same(" a  b\n", "a b");
        same("段落で、\n途中", "段落で、途中");
        let differ = |a: &str, b: &str| assert_ne!(fold_layout(a), fold_layout(b), "{a:?} {b:?}");
        differ("10 mg", "100 mg");
        differ("a b", "ab");
        differ("A", "a");
        differ("세포 배양", "세포배양");
    }

    #[test]
    fn marks_are_not_words() {
        let check = |text: &str, expected: &str| assert_eq!(strip_marks(text), expected);
        check("**強調**と`code`", "強調とcode");
        check("![図](a.svg \"題\")です", "図です");
        check("[語][ref]と[語]", "語と語");
        check("<b>x</b> < 5 mg", "x < 5 mg");
        check("snake_case _em_", "snake_case em");
    }
}
