//! Leaving blocks out of a document.

use super::{Extraction, Format, Kind, Options, Segment, Slot, extract};
use crate::text::Span;

/// The document without some of its segments, whose blocks go with them: paragraphs, list items and lines. `None`
/// where one of them cannot go without touching others: a heading, a cell, a text that others hang on.
///
/// The result is read again: it has all the other segments, and no more.
///
/// ```
/// use yakugo::document::{Format, Options, extract, without};
/// let (text, options) = ("- 冷やす。\n- 待つ。\n\n終わり。\n", Options::default());
/// let found = extract(Format::Markdown, text, &options);
/// let less = without(Format::Markdown, text, &options, &found, &[1]);
/// assert_eq!(less.as_deref(), Some("- 冷やす。\n\n終わり。\n"));
/// assert_eq!(without(Format::Markdown, "# 題\n", &options, &found, &[0]), None);
/// ```
pub fn without(
    format: Format,
    text: &str,
    options: &Options,
    extraction: &Extraction,
    omitted: &[usize],
) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for segment in omitted.iter().map(|index| extraction.segments.get(*index)) {
        let lines = lines_of(text, segment?)?;
        out.push_str(text.get(at..lines.start)?);
        at = lines.end;
    }
    out.push_str(text.get(at..)?);
    let kept = extraction.segments.iter().enumerate().filter(|(index, _)| !omitted.contains(index));
    let kept = kept.map(|(_, segment)| (segment.kind, segment.level, segment.text.as_str()));
    let found = extract(format, &out, options).segments;
    kept.eq(found.iter().map(|segment| (segment.kind, segment.level, segment.text.as_str()))).then_some(out)
}

/// The lines of a block that can go, with the blank one that would be left over.
fn lines_of(text: &str, segment: &Segment) -> Option<Span> {
    let is_block = matches!(segment.slot, Slot::Prose { .. } | Slot::Line { .. });
    if !is_block || !matches!(segment.kind, Kind::Paragraph | Kind::Item | Kind::Quote | Kind::Answer) {
        return None;
    }
    let start = text.get(..segment.block.start)?.rfind('\n').map_or(0, |at| at + 1);
    let rest = text.get(segment.span.end..)?;
    let end = rest.find('\n').map_or(text.len(), |at| segment.span.end + at + 1);
    let below = text.get(end..)?;
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    // What is indented more hangs on this block.
    let next = below.lines().find(|line| !is_blank(line));
    let own = text.get(start..)?.lines().next().map(indent)?;
    if next.is_some_and(|next| indent(next) > own) {
        return None;
    }
    let blank_above = text.get(..start)?.lines().next_back().is_none_or(is_blank);
    let blank_below = below.lines().next().filter(|line| is_blank(line));
    if blank_above && blank_below.is_some() {
        let length = below.find('\n').map_or(below.len(), |at| at + 1);
        return Some(Span::new(start, end + length));
    }
    // At the end of the document the blank line above is left over.
    let above = text.get(..start)?;
    let ends_blank = |blank: &&str| above.strip_suffix(*blank).is_some_and(|above| above.ends_with('\n'));
    let left_over = ["\r\n", "\n"].into_iter().find(ends_blank).filter(|_| below.is_empty());
    Some(Span::new(start - left_over.map_or(0, str::len), end))
}

/// Also one that only goes on with a quote.
fn is_blank(line: &str) -> bool {
    line.trim_start_matches(['>', ' ', '\t']).trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The document without its segment of this text.
    #[track_caller]
    fn check(format: Format, text: &str, segment: &str, expected: Option<&str>) {
        for newline in ["\n", "\r\n"] {
            let text = text.replace('\n', newline);
            let options = Options::default();
            let found = extract(format, &text, &options);
            let at = found.segments.iter().position(|found| found.text == segment).unwrap();
            let expected = expected.map(|expected| expected.replace('\n', newline));
            assert_eq!(without(format, &text, &options, &found, &[at]), expected, "{text}");
        }
    }

    #[test]
    fn a_block_goes_with_its_marks_and_one_blank_line() {
        use Format::{Markdown, Plain};
        check(Markdown, "A\n\nB\nb\n\nC\n", "B b", Some("A\n\nC\n"));
        check(Markdown, "A\n\nB\n", "B", Some("A\n"));
        check(Markdown, "A\n\nB", "B", Some("A\n"));
        check(Markdown, "> A\n>\n> B\n\nC\n", "B", Some("> A\n>\nC\n"));
        check(Markdown, "1. A\n2. B\n3. C\n", "B", Some("1. A\n3. C\n"));
        check(
            Plain,
            "題\n1. はじめに\n甲です。\n-\n乙です。\n丙です。\n",
            "乙です。",
            Some("題\n1. はじめに\n甲です。\n丙です。\n"),
        );
    }

    #[test]
    fn what_others_hang_on_stays() {
        use Format::{Html, Markdown};
        check(Markdown, "- A\n- B\n  - b\n", "B", None);
        check(Markdown, "- A\n- B\n\n  b\n", "B", None);
        check(Markdown, "A\n\n## B\n", "B", None);
        check(Markdown, "A[^1]\n\n[^1]: B\n", "B", None);
        check(Markdown, "| A | B |\n|---|---|\n| C | D |\n", "D", None);
        check(Html, "<p>A</p>\n<p>B</p>\n", "B", None);
    }

    #[test]
    fn what_would_make_another_block_of_a_neighbour_stays() {
        // Without the item the rule would underline A as a heading.
        check(Format::Markdown, "A\n- B\n---\n", "B", None);
    }
}
