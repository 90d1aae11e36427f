//! Lines and characters of hits, in time that grows with the text and not with the text for each hit: a whole book may
//! stand on one line.

use std::collections::BTreeMap;

use crate::glossary::Hit;
use crate::text::{LineIndex, Span};

/// The line of a place, from 1, and the characters of that line before it and up to its end.
pub(super) type LineAndColumns = (usize, (usize, usize));

/// Counts lines and characters up to places that come in order.
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'t> Cursor<'t> {
    /// At the beginning of a text whose first line has this number. A byte order mark there is no character.
    pub(super) fn new(text: &'t str, line: usize) -> Self {
        let mark = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        Self { text, at: mark, line, column: 0 }
    }

    /// Line and characters of a place that begins no earlier than the one before.
    pub(super) fn place(&mut self, span: Span) -> LineAndColumns {
        for c in Span::new(self.at, span.start).of(self.text).chars() {
            if c == '\n' {
                self.line += 1;
                self.column = 0;
            } else {
                self.column += 1;
            }
        }
        self.at = self.at.max(span.start);
        (self.line, (self.column, self.column + span.of(self.text).chars().count()))
    }
}

/// How many characters are shown on either side of a use.
const AROUND: usize = 60;

/// What stands around a place, with `…` where there is more, and the place in it.
pub(super) fn around(text: &str, span: Span) -> (String, Span) {
    let (before, after) =
        (text.get(..span.start).unwrap_or_default(), text.get(span.end..).unwrap_or_default());
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let mut out = if start > 0 { "…".to_owned() } else { String::new() };
    out.push_str(before.get(start..).unwrap_or_default().trim_start());
    let begin = out.len();
    out.push_str(span.of(text));
    let place = Span::new(begin, out.len());
    out.push_str(after.get(..end).unwrap_or_default().trim_end());
    if end < after.len() {
        out.push('…');
    }
    (out, place)
}

/// How the text of a unit is written in its file.
pub(super) struct Written<'a, 'f> {
    pub(super) path: &'a str,
    pub(super) file: &'f str,
    pub(super) index: &'f LineIndex,
    /// The bytes of the file that hold the text.
    pub(super) span: Span,
}

impl Written<'_, '_> {
    /// The line that the text begins on, and where its hits stand; they are in order.
    pub(super) fn places(&self, text: &str, hits: &[Hit<'_>]) -> (usize, Vec<Option<LineAndColumns>>) {
        let raw = self.span.of(self.file);
        let first = self.span.start + raw.len() - raw.trim_start().len();
        let start = self.index.position(self.file, first);
        if hits.is_empty() {
            return (start.line, Vec::new());
        }
        let mut cursor = Cursor { text: self.file, at: first, line: start.line, column: start.column - 1 };
        let mut last = first;
        let places = in_raw(text, raw, hits).into_iter().map(|place| {
            let place = place?.shifted(self.span.start);
            // A hit that stands out of order has no place of its own.
            let is_behind = place.start >= last;
            last = last.max(place.start);
            is_behind.then(|| cursor.place(place))
        });
        (start.line, places.collect())
    }
}

/// The bytes of hits as a file writes their text: with line breaks, indentation, quote markers and escapes of its own, so
/// that the text without its blanks stands in it in order.
fn in_raw(text: &str, raw: &str, hits: &[Hit<'_>]) -> Vec<Option<Span>> {
    // The first and the last character of every hit.
    let last =
        |span: Span| span.of(text).char_indices().next_back().map_or(span.start, |(at, _)| span.start + at);
    let mut asked: BTreeMap<usize, Option<Span>> = BTreeMap::new();
    for hit in hits {
        asked.extend([(hit.span.start, None), (last(hit.span), None)]);
    }
    let mut rest = raw.char_indices();
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let Some((start, _)) = rest.find(|(_, other)| *other == c) else { break };
        if let Some(place) = asked.get_mut(&at) {
            *place = Some(Span::new(start, start + c.len_utf8()));
        }
    }
    let place = |at: usize| asked.get(&at).copied().flatten();
    hits.iter().map(|hit| Some(Span::new(place(hit.span.start)?.start, place(last(hit.span))?.end))).collect()
}
