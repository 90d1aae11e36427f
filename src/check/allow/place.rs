//! Where allowances stand in a file, and what they reach.

use super::directive::{Directive, parse};
use crate::fluent::{Entry, Resource};
use crate::text::Span;

/// An allowance in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Allow<'a> {
    pub(super) directive: Directive<'a>,
    /// The line or comment that says it.
    pub(super) span: Span,
    /// What it is about, itself included. `None` where such a comment can be about nothing.
    pub(super) reach: Option<Span>,
}

/// The comments of a Fluent file: `#` for the message below it, `###` for the file.
pub(super) fn in_fluent(text: &str) -> Vec<Allow<'_>> {
    let lines: Vec<(Span, Directive<'_>)> = comment_lines(text, "#").collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let (resource, _) = Resource::parse(text);
    let reach = |span: Span| {
        let marks = span.of(text).chars().take_while(|c| *c == '#').count();
        match marks {
            1 => {
                let contains =
                    |entry: &&Entry| entry.span().start <= span.start && span.end <= entry.span().end;
                resource.entries().iter().find(contains).map(Entry::span)
            }
            3 => Some(Span::new(0, text.len())),
            _ => None,
        }
    };
    lines.into_iter().map(|(span, directive)| Allow { directive, span, reach: reach(span) }).collect()
}

/// The remarks of a glossary file: for the row below.
pub(super) fn in_rows(text: &str) -> Vec<Allow<'_>> {
    let row_after = |span: Span| {
        let below = text.get(span.end..).unwrap_or_default().split_inclusive('\n');
        let mut end = span.end;
        for line in below {
            end += line.len();
            if !line.trim().is_empty() && !is_remark(line) {
                break;
            }
        }
        Span::new(span.start, end)
    };
    comment_lines(text, "#")
        .map(|(span, directive)| Allow { directive, span, reach: Some(row_after(span)) })
        .collect()
}

/// The comments of a document that stand on lines of their own: for the text below. `texts` are the spans of its
/// segments, in order.
pub(super) fn in_document<'a>(text: &'a str, texts: &[Span]) -> Vec<Allow<'a>> {
    let mut fence = None;
    let mut allows = Vec::new();
    for (start, line) in lines(text) {
        let (trimmed, indented) = (line.trim_start(), line.len() - line.trim_start().len());
        let mark = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        let comment = trimmed.trim_end().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
        if let Some(directive) = comment.filter(|_| fence.is_none() && indented < 4).and_then(parse) {
            let span = Span::new(start + indented, start + line.trim_end().len());
            let below = texts.iter().find(|text| text.start >= span.end);
            let reach = below.map(|below| Span::new(span.start, below.end));
            allows.push(Allow { directive, span, reach });
        }
    }
    allows
}

/// The lines that are comments by their first character and allow something.
fn comment_lines<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = (Span, Directive<'a>)> {
    lines(text).filter(|(_, line)| is_remark(line)).filter_map(move |(start, line)| {
        let comment = line.trim_start_matches(['"', '\u{FEFF}']);
        let span = Span::new(start + line.len() - comment.len(), start + line.trim_end().len());
        parse(comment.trim_start_matches(mark)).map(|directive| (span, directive))
    })
}

fn is_remark(line: &str) -> bool {
    line.trim_start_matches(['"', '\u{FEFF}']).starts_with('#')
}

/// Lines with the place of their first byte, without their ends.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}
