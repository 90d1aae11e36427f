//! Running text: what lies between two boundaries of blocks, and the segments in it.

use std::ops::Range;

use super::super::join::{Joiner, Words};
use super::super::{Kind, Slot};
use super::elements::{Element, Role};
use super::nesting::Nesting;
use crate::text::Span;

/// A part of running text.
#[derive(Clone, Copy, Debug)]
struct Piece {
    what: What,
    span: Span,
    element: Element,
    has_words: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Text,
    /// Stays as written: a void element, text that is not translated, a section of XHTML.
    Mark,
    /// A start or end tag; `paired` with one in the same run.
    Open {
        paired: bool,
    },
    Close {
        paired: bool,
    },
    /// A line break that the reader sees.
    Break,
    Comment,
}

impl Piece {
    /// Whether the piece is part of a text only if something of it stands on both sides.
    fn is_loose(self, text: &str) -> bool {
        match self.what {
            What::Text => is_blank(self.span.of(text)),
            What::Open { paired } | What::Close { paired } => !paired,
            What::Break | What::Comment => true,
            What::Mark => false,
        }
    }
}

/// A text outside of running text, or the text of an attribute.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extra {
    pub(super) kind: Kind,
    pub(super) span: Span,
    pub(super) slot: Slot,
}

/// A place with something to translate, as a run gives it.
#[derive(Debug)]
#[allow(clippy::struct_field_names, reason = "the text of a text is what a segment calls its text")]
pub(super) struct Text {
    /// Nothing for running text, whose kind the blocks around it tell.
    pub(super) kind: Option<Kind>,
    pub(super) span: Span,
    pub(super) text: String,
    pub(super) slot: Slot,
}

/// Text and inline tags between two boundaries of blocks.
#[derive(Debug, Default)]
pub(super) struct Run {
    pieces: Vec<Piece>,
    /// The tags that wait for their other half.
    open: Nesting<usize>,
    extras: Vec<Extra>,
    words: Words,
    code: usize,
    is_skipped: bool,
}

impl Run {
    /// Whether nothing has been read since the last boundary.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Leaves the text that begins here as it is.
    pub(super) fn skip(&mut self) {
        self.is_skipped = true;
    }

    pub(super) fn text(&mut self, span: Span, reads: &str) {
        let has_words = self.code == 0 && self.words.take_from(reads);
        self.push(What::Text, span, Element::default(), has_words);
    }

    /// A section of XHTML, which is text with its marks.
    pub(super) fn cdata(&mut self, span: Span, reads: &str) {
        let has_words = self.code == 0 && self.words.take_from(reads);
        self.push(What::Mark, span, Element::default(), has_words);
    }

    pub(super) fn mark(&mut self, span: Span) {
        self.push(What::Mark, span, Element::default(), false);
    }

    pub(super) fn open(&mut self, element: Element, span: Span) {
        self.code += usize::from(element.role() == Role::Code);
        self.push(What::Open { paired: false }, span, element, false);
    }

    pub(super) fn close(&mut self, element: Element, span: Span) {
        self.code = self.code.saturating_sub(usize::from(element.role() == Role::Code));
        if !self.is_empty() {
            self.push(What::Close { paired: false }, span, element, false);
        }
    }

    pub(super) fn comment(&mut self, span: Span) {
        self.push(What::Comment, span, Element::default(), false);
    }

    /// A line break. Whether it is the second in a row, which ends the text as a blank line would.
    pub(super) fn line_break(&mut self, span: Span, text: &str) -> bool {
        let last = self.pieces.iter().rev().find(|piece| !(piece.what == What::Text && piece.is_loose(text)));
        let is_second = last.is_none_or(|piece| piece.what == What::Break);
        if !is_second {
            self.words.line_break();
            self.push(What::Break, span, Element::BR, false);
        }
        is_second
    }

    pub(super) fn extra(&mut self, extra: Extra) {
        self.extras.push(extra);
    }

    fn push(&mut self, what: What, span: Span, element: Element, has_words: bool) {
        self.pieces.push(Piece { what, span, element, has_words });
    }

    /// A block ends, and with it the code in it.
    pub(super) fn end_of_block(&mut self) {
        self.code = 0;
    }

    /// Ends the run: gives its texts in order, and the comments behind them, which are about what comes next.
    pub(super) fn end(&mut self, source: &str, texts: &mut Vec<Text>, comments: &mut Vec<Span>) {
        if !self.is_skipped {
            self.texts(source, texts);
        }
        let end = texts.last().map_or(0, |text| text.span.end);
        let behind = |piece: &&Piece| piece.what == What::Comment && piece.span.start >= end;
        comments.extend(self.pieces.iter().filter(behind).map(|piece| piece.span));
        self.pieces.clear();
        self.extras.clear();
        self.words = Words::default();
        self.is_skipped = false;
    }

    fn texts(&mut self, source: &str, texts: &mut Vec<Text>) {
        let controls = self.pair_tags();
        let is_between = |at: usize| controls.iter().any(|control| control.contains(&at));
        let only_controls = !controls.is_empty()
            && self.pieces.iter().enumerate().all(|(at, piece)| !piece.has_words || is_between(at));
        if only_controls {
            texts.extend(controls.into_iter().filter_map(|part| self.segment(part, source)));
        } else {
            texts.extend(self.segment(0..self.pieces.len(), source));
        }
        for extra in &self.extras {
            let before = texts.partition_point(|text| text.span.end <= extra.span.start);
            if texts.get(before).is_none_or(|text| extra.span.end <= text.span.start) {
                texts.insert(before, extra.read(source));
            }
        }
    }

    /// Finds the tags that belong together; gives the insides of the outermost controls.
    fn pair_tags(&mut self) -> Vec<Range<usize>> {
        let mut controls: Vec<Range<usize>> = Vec::new();
        if self.pieces.len() == 1 {
            return controls;
        }
        self.open.truncate(0);
        for at in 0..self.pieces.len() {
            let Piece { what, element, .. } = self.pieces[at];
            match what {
                What::Open { .. } => self.open.push(element, at),
                What::Close { .. } => {
                    let Some(start) = self.open.close(element) else { continue };
                    self.pieces[start].what = What::Open { paired: true };
                    self.pieces[at].what = What::Close { paired: true };
                    if element.role() == Role::Control {
                        while controls.last().is_some_and(|inner| inner.start > start) {
                            controls.pop();
                        }
                        controls.push(start + 1..at);
                    }
                }
                _ => {}
            }
        }
        controls
    }

    /// The text in a part of the run, without what is loose at its ends; nothing if there is nothing to translate.
    fn segment(&self, part: Range<usize>, source: &str) -> Option<Text> {
        let pieces = self.pieces.get(part)?;
        if !pieces.iter().any(|piece| piece.has_words) {
            return None;
        }
        let first = pieces.iter().position(|piece| !piece.is_loose(source))?;
        let last = pieces.iter().rposition(|piece| !piece.is_loose(source))?;
        let pieces = pieces.get(first..=last)?;
        let mut span = Span::new(pieces.first()?.span.start, pieces.last()?.span.end);
        let raw = span.of(source);
        if pieces.first()?.what == What::Text {
            span.start += raw.len() - raw.trim_ascii_start().len();
        }
        if pieces.last()?.what == What::Text {
            span.end -= raw.len() - raw.trim_ascii_end().len();
        }
        Some(Text { kind: None, span, text: compose(pieces, span, source), slot: Slot::Html })
    }
}

impl Extra {
    /// A text of its own that is no running text; nothing where there is nothing to translate.
    pub(super) fn in_text(kind: Kind, span: Span, source: &str) -> Option<Self> {
        let raw = span.of(source);
        let mut words = Words::default();
        words.read(raw);
        let start = span.start + raw.len() - raw.trim_ascii_start().len();
        let span = Span::new(start, start + raw.trim_ascii().len());
        words.found().then_some(Self { kind, span, slot: Slot::HtmlText })
    }

    fn read(&self, source: &str) -> Text {
        let raw = self.span.of(source);
        let mut joiner = Joiner::default();
        match self.slot {
            Slot::HtmlAttribute => joiner.markup(super::tokens::unquoted(raw), 0),
            _ => collapse(&mut joiner, raw),
        }
        let Self { kind, span, slot } = *self;
        Text { kind: Some(kind), span, text: joiner.finish(), slot }
    }
}

/// Whether there is nothing but white space as HTML means it.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_whitespace())
}

/// The text of pieces as a translator sees it.
fn compose(pieces: &[Piece], whole: Span, source: &str) -> String {
    let within = |span: Span| Span::new(span.start.max(whole.start), span.end.min(whole.end)).of(source);
    if let [only] = pieces
        && let raw = within(only.span)
        && layout(raw).is_none()
    {
        return raw.to_owned();
    }
    let mut joiner = Joiner::default();
    let mut begins_line = true;
    for piece in pieces {
        let raw = within(piece.span);
        match piece.what {
            What::Text => collapse(&mut joiner, if begins_line { raw.trim_ascii_start() } else { raw }),
            What::Break => joiner.hard(),
            _ => joiner.markup(raw, 0),
        }
        begins_line = piece.what == What::Break || begins_line && is_blank(raw);
    }
    joiner.finish()
}

/// The first run of white space that is layout: anything but a single blank.
pub(super) fn layout(text: &str) -> Option<Span> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        let start = at + bytes.get(at..)?.iter().position(u8::is_ascii_whitespace)?;
        let rest = bytes.get(start..)?;
        let length = rest.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(rest.len());
        if length > 1 || rest.first() != Some(&b' ') {
            return Some(Span::new(start, start + length));
        }
        at = start + length;
    }
}

/// Takes in a text with each run of white space as one blank, or as the line break that it is in the source.
fn collapse(joiner: &mut Joiner, text: &str) {
    let mut rest = text;
    while let Some(blanks) = layout(rest) {
        let shown = Span::new(0, blanks.start).of(rest);
        if !shown.is_empty() {
            joiner.visible(shown, shown);
        }
        if blanks.of(rest).contains(['\n', '\r']) {
            joiner.soft();
        } else {
            joiner.visible(" ", "");
        }
        rest = Span::new(blanks.end, rest.len()).of(rest);
    }
    if !rest.is_empty() {
        joiner.visible(rest, rest.trim_end_matches(' '));
    }
}
