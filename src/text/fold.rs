//! Folding for comparison: what a reader would call the same text. Folded text is never printed or stored.

use std::borrow::Cow;

use crate::text::{Attribute, Span, attributes, is_cjk, shortcode_markup};

/// Folds layout: full-width Latin to half width, runs of white space to one blank, and none where no reader sees
/// one: beside a CJK character, between a number and its unit, at the ends.
///
/// ```
/// use yakugo::text::fold_layout;
/// assert_eq!(fold_layout("濃度は １０ mg です"), fold_layout("濃度は10mgです"));
/// assert_ne!(fold_layout("now here"), fold_layout("nowhere"));
/// ```
pub fn fold_layout(text: &str) -> String {
    fold_blanks(text, keeps_blank)
}

/// Folds layout so that words stay apart: the blank between a number and a word behind it is kept.
pub(crate) fn fold_words(text: &str) -> String {
    fold_blanks(text, |before, after| !is_cjk(before) && !is_cjk(after))
}

fn fold_blanks(text: &str, keeps_blank: impl Fn(char, char) -> bool) -> String {
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

/// The text without inline marks: emphasis, code marks, HTML tags, link and image targets, comments of MDX, attributes
/// of shortcodes that lead somewhere. The attributes of tags that are read (`title`, `alt` …) are left.
///
/// ```
/// use yakugo::text::strip_marks;
/// assert_eq!(strip_marks("**10 mg** of [water](https://example.org/10)"), "10 mg of water");
/// ```
pub fn strip_marks(text: &str) -> Cow<'_, str> {
    if !text.contains(['*', '_', '`', '[', '<', '~', '{']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(visible(text).into_iter().map(|(_, c)| c).collect())
}

/// The characters of a text that [`strip_marks`] leaves, and where each stands. `<sup>` becomes `^`, so that 10² is
/// never 102.
pub(crate) fn visible(text: &str) -> Vec<(usize, char)> {
    let mut out: Vec<(usize, char)> = Vec::with_capacity(text.len());
    let mut markup = shortcode_markup(text).into_iter().peekable();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        if let Some(span) = markup.next_if(|span| span.start <= at) {
            rest = text.get(span.end.max(at)..).unwrap_or_default();
            continue;
        }
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let before = out.last().map_or(' ', |(_, c)| *c);
        rest = match c {
            '*' | '~' => {
                let run = rest.len() - rest.trim_start_matches(c).len();
                let beyond = rest.get(run..).unwrap_or_default();
                if is_sign(c, run, before, beyond) {
                    out.push((at, c));
                    after
                } else {
                    beyond
                }
            }
            '{' if after.starts_with("/*") => past(after, '}'),
            ']' if after.starts_with('(') => past(after, ')'),
            ']' if after.starts_with('[') => past(after, ']'),
            _ if is_mark(c, before, after) => after,
            '<' if is_tag(after) => {
                if after.starts_with("sup>") {
                    out.push((at, '^'));
                }
                let beyond = past(after, '>');
                out.extend(read_attributes(text, Span::new(at + 1, text.len() - beyond.len())));
                beyond
            }
            _ => {
                out.push((at, c));
                after
            }
        };
    }
    out
}

/// What people read in a tag, with blanks around it.
fn read_attributes(text: &str, tag: Span) -> Vec<(usize, char)> {
    if !tag.of(text).contains('=') || tag.of(text).starts_with('!') {
        return Vec::new();
    }
    let all = attributes(text, Span::new(tag.start, tag.end - 1));
    let read = all.into_iter().filter(Attribute::is_read).map(|attribute| attribute.value);
    read.flat_map(|value| {
        let chars = value.of(text).char_indices().map(move |(at, c)| (value.start + at, c));
        std::iter::once((value.start, ' ')).chain(chars).chain([(value.end, ' ')])
    })
    .collect()
}

/// Whether a single character is nothing but a mark.
fn is_mark(c: char, before: char, after: &str) -> bool {
    match c {
        '`' | '[' | ']' => true,
        '!' => after.starts_with('['),
        '_' => !(before.is_alphanumeric() && after.starts_with(char::is_alphanumeric)),
        _ => false,
    }
}

/// A `*` between numbers multiplies, a single `~` says "about" or "to".
fn is_sign(c: char, run: usize, before: char, after: &str) -> bool {
    let next = after.chars().next().unwrap_or(' ');
    let alike =
        before.is_ascii_digit() && next.is_ascii_digit() || before == ' ' && next == ' ' && !after.is_empty();
    if c == '~' { run == 1 } else { run == 1 && alike }
}

/// Whether what follows `<` is a tag or a comment, and not a number compared: `p <b 0.05` is none.
pub(crate) fn is_tag(after: &str) -> bool {
    let Some(end) =
        after.find(['>', '<']).filter(|end| after.get(*end..).is_some_and(|rest| rest.starts_with('>')))
    else {
        return false;
    };
    let inside = after.get(..end).unwrap_or_default();
    let name = inside.trim_start_matches('/').trim_end_matches('/');
    let (name, attributes) = name.split_once(char::is_whitespace).unwrap_or((name, ""));
    let named = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    inside.starts_with("!--") || named && (attributes.trim().is_empty() || attributes.contains('='))
}

/// What comes after the next `end`; the text itself if there is none.
fn past(text: &str, end: char) -> &str {
    text.find(end).and_then(|at| text.get(at + end.len_utf8()..)).unwrap_or(text)
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
        check("10~20 mg、~~旧~~", "10~20 mg、旧");
        check("10<sup>6</sup> H<sub>2</sub>O", "10^6 H2O");
        check("5*3 * 2 **10**", "5*3 * 2 10");
        check("p <b 0.05> q, a <x and b> c", "p <b 0.05> q, a <x and b> c");
        check("<a href=\"x\">語</a><!-- 注 -->", "語");
        check("題 {/*id*/}と{x}", "題 と{x}");
        check("<a title=\"10 mg\" href=\"x\">量</a>", " 10 mg 量");
        check("{{< tip text=\"濃度\" term_id=\"a\" >}}", "{{< tip text=\"濃度\"  >}}");
    }
}
