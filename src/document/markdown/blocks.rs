//! The blocks of a Markdown document, from the parser's events. Keeps its own stack, so depth costs no stack.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::super::directive::Pending;
use super::super::html::{self, Scope};
use super::super::{Extraction, HeadingPath, Headings, Kind, Outline, Reading, Segment, Slot};
use super::leaf::Leaf;
use crate::text::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Quote,
    Item,
    Footnote,
    Term,
    Definition,
    Cell { begins_row: bool },
    Code,
    Other,
}

#[derive(Clone, Copy, Debug)]
struct Container {
    inside: Inside,
    start: usize,
    /// Nothing of its content has been read.
    is_fresh: bool,
}

/// A block of inline content and what it is.
struct Block<'a> {
    leaf: Leaf<'a>,
    kind: Kind,
    level: Option<u8>,
    start: usize,
    end: usize,
    slot: Slot,
}

/// What was said of a block before its first inline event.
#[derive(Clone, Copy, Debug)]
enum Announced {
    Paragraph,
    Heading { level: u8, whole: Span },
}

/// Turns the events of one document into segments.
pub(super) struct Reader<'a> {
    source: &'a str,
    /// Where `source` begins in the document.
    base: usize,
    extraction: Extraction,
    outline: Outline,
    pending: Pending,
    stack: Vec<Container>,
    quotes: usize,
    row: usize,
    announced: Option<Announced>,
    block: Option<Block<'a>>,
    /// The height of the stack below the block that is skipped.
    skipped: Option<usize>,
    /// The locale of the documents.
    locale: Option<&'a str>,
    scope: Scope<'a>,
    html: Option<Vec<Span>>,
    headings: Headings,
}

impl<'a> Reader<'a> {
    /// A reader of the source that begins at byte `base` of its document.
    pub(super) fn new(source: &'a str, base: usize, extraction: Extraction, locale: Option<&'a str>) -> Self {
        Self {
            source,
            base,
            extraction,
            outline: Outline::default(),
            pending: Pending::default(),
            stack: Vec::new(),
            quotes: 0,
            row: 0,
            announced: None,
            block: None,
            skipped: None,
            locale,
            scope: Scope::new(locale),
            html: None,
            headings: Headings::default(),
        }
    }

    /// Takes the next event.
    pub(super) fn read(&mut self, event: &Event<'_>, range: Span) {
        match event {
            Event::Start(tag) if is_block(tag) => self.start(tag, range),
            Event::End(tag) if is_block_end(*tag) => self.end(*tag),
            Event::Html(_) => {
                if let Some(pieces) = &mut self.html {
                    pieces.push(range);
                }
            }
            Event::Rule => self.close_block(),
            Event::TaskListMarker(_) => {}
            _ => self.inline(event, range),
        }
    }

    /// The segments, and a hash of the structure of the blocks.
    pub(super) fn finish(mut self) -> Reading {
        self.close_block();
        Reading { extraction: self.extraction, outline: self.outline.finish() }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Span) {
        self.close_block();
        self.note(tag);
        if self.skipped.is_none() && !matches!(tag, Tag::HtmlBlock) && self.pending.take_skip() {
            self.skipped = Some(self.stack.len());
        }
        let inside = match tag {
            Tag::BlockQuote(_) => {
                self.quotes += 1;
                Inside::Quote
            }
            Tag::Item => Inside::Item,
            Tag::FootnoteDefinition(_) => Inside::Footnote,
            Tag::DefinitionListTitle => Inside::Term,
            Tag::DefinitionListDefinition => Inside::Definition,
            Tag::TableCell => Inside::Cell { begins_row: range.start == self.row },
            Tag::CodeBlock(_) => Inside::Code,
            Tag::TableHead | Tag::TableRow => {
                self.row = range.start;
                Inside::Other
            }
            Tag::HtmlBlock => {
                self.html = Some(Vec::new());
                Inside::Other
            }
            _ => Inside::Other,
        };
        match tag {
            Tag::Paragraph => self.announced = Some(Announced::Paragraph),
            Tag::Heading { level, .. } => {
                self.announced = Some(Announced::Heading { level: *level as u8, whole: range });
            }
            _ => {
                if !matches!(tag, Tag::List(_))
                    && let Some(parent) = self.stack.last_mut()
                {
                    parent.is_fresh = false;
                }
                self.stack.push(Container { inside, start: range.start, is_fresh: true });
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        self.close_block();
        tag.hash(&mut self.outline);
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.announced = None,
            TagEnd::HtmlBlock => {
                self.read_html();
                self.stack.pop();
            }
            _ => {
                self.stack.pop();
            }
        }
        if matches!(tag, TagEnd::BlockQuote(_)) {
            self.quotes = self.quotes.saturating_sub(1);
        }
        // A skipped paragraph or heading is no container: it ends at the height where it began.
        if self.skipped.is_some_and(|height| self.stack.len() <= height) {
            self.skipped = None;
        }
    }

    fn inline(&mut self, event: &Event<'_>, range: Span) {
        let inside = self.stack.last().map_or(Inside::Other, |container| container.inside);
        if inside == Inside::Code {
            return;
        }
        if self.block.is_none() {
            if self.announced.is_none() && self.skipped.is_none() && self.pending.take_skip() {
                self.skipped = Some(self.stack.len());
            }
            self.open_block(event, range, inside);
        }
        if let Some(block) = &mut self.block {
            block.leaf.read(self.source, event, range);
        }
    }

    fn open_block(&mut self, event: &Event<'_>, range: Span, inside: Inside) {
        let leaf = Leaf::new(self.source, event, range, self.quotes, self.locale);
        let mut start = usize::MAX;
        let mut is_first = false;
        if let Some(container) = self.stack.last_mut()
            && container.is_fresh
        {
            container.is_fresh = false;
            is_first = true;
            if !matches!(inside, Inside::Other | Inside::Cell { .. } | Inside::Term) {
                start = container.start;
            }
        }
        let (kind, level, slot, end) = match (self.announced, inside) {
            (Some(Announced::Heading { level, whole }), _) => {
                start = start.min(whole.start);
                let raw = whole.of(self.source);
                let slot = if is_atx(raw) { Slot::AtxHeading } else { Slot::SetextHeading };
                let end = whole.start + raw.trim_end_matches(super::is_blank).len();
                (Kind::Heading, Some(level), slot, end)
            }
            (_, Inside::Cell { begins_row }) => (Kind::Cell, None, Slot::Cell { begins_row }, 0),
            _ => {
                let kind = match inside {
                    Inside::Quote => Kind::Quote,
                    Inside::Item => Kind::Item,
                    Inside::Footnote => Kind::Footnote,
                    Inside::Term => Kind::Term,
                    Inside::Definition => Kind::Definition,
                    _ => Kind::Paragraph,
                };
                (kind, None, Slot::Prose { is_first }, 0)
            }
        };
        self.block = Some(Block { leaf, kind, level, start, end, slot });
    }

    /// Ends the block of inline content that is open, if there is one.
    fn close_block(&mut self) {
        let Some(block) = self.block.take() else { return };
        let (span, text, has_words, images) = block.leaf.finish(self.source);
        let is_silent = self.skipped.is_some() || self.scope.is_hidden();
        // The parts of a document are under its own headings, not under those of a quote or an item.
        let is_own = self.stack.is_empty();
        let path = match block.level {
            Some(level) if is_own => self.headings.enter(level, &text),
            _ => self.headings.path(),
        };
        if !is_silent {
            let whole = Span::new(block.start.min(span.start), block.end.max(span.end));
            if has_words {
                self.push(block.kind, block.level, &path, whole, span, text, block.slot);
            } else {
                for image in images {
                    let (alt, caption) = image.texts(self.source, self.quotes);
                    if let Some(alt) = alt {
                        self.push(Kind::Alt, None, &path, alt.span, alt.span, alt.text, alt.slot);
                    }
                    if let Some(title) = caption {
                        self.push(Kind::Caption, None, &path, title.span, title.span, title.text, title.slot);
                    }
                }
            }
        }
        // A tight item is no element of its own: its skipping ends with its text.
        if self.announced.is_none() && self.skipped == Some(self.stack.len()) {
            self.skipped = None;
        }
    }

    fn read_html(&mut self) {
        let Some(pieces) = self.html.take() else { return };
        if self.skipped.is_some() {
            return;
        }
        let mut fragment = String::new();
        let mut starts = Vec::with_capacity(pieces.len());
        for piece in &pieces {
            starts.push(fragment.len());
            fragment.push_str(piece.of(self.source));
        }
        let base = self.base;
        let at = |place: usize, is_end: bool| {
            // An end belongs to the piece before it, not to the line after its prefix.
            let piece = starts.partition_point(|start| if is_end { *start < place } else { *start <= place });
            let piece = piece.saturating_sub(1);
            match (starts.get(piece), pieces.get(piece)) {
                (Some(start), Some(span)) => base + span.start + place.saturating_sub(*start),
                _ => base,
            }
        };
        let place = |span: Span| Span::new(at(span.start, false), at(span.end, true));
        let findings = &mut self.extraction.findings;
        let (found, outline) = html::read(&fragment, &mut self.scope, &mut self.pending, findings, place);
        outline.hash(&mut self.outline);
        let is_own = self.stack.len() <= 1;
        let segments = found.into_iter().map(|found| {
            let path = match found.level {
                Some(level) if is_own => self.headings.enter(level, &found.text),
                _ => self.headings.path(),
            };
            found.into_segment(path, place)
        });
        self.extraction.segments.extend(segments);
    }

    #[allow(clippy::too_many_arguments, reason = "the fields of a segment, one by one")]
    fn push(
        &mut self,
        kind: Kind,
        level: Option<u8>,
        path: &HeadingPath,
        block: Span,
        span: Span,
        text: String,
        slot: Slot,
    ) {
        let (notes, pinned) = self.pending.take();
        self.extraction.segments.push(Segment {
            kind,
            level,
            path: Arc::clone(path),
            block: block.shifted(self.base),
            span: span.shifted(self.base),
            text,
            notes,
            pinned,
            slot,
        });
    }

    /// Writes down that a block begins after so many segments.
    fn note(&mut self, tag: &Tag<'_>) {
        self.extraction.segments.len().hash(&mut self.outline);
        std::mem::discriminant(tag).hash(&mut self.outline);
        match tag {
            Tag::Heading { level, .. } => level.hash(&mut self.outline),
            Tag::BlockQuote(alert) => alert.hash(&mut self.outline),
            Tag::List(start) => start.is_some().hash(&mut self.outline),
            _ => {}
        }
    }
}

/// A setext heading cannot begin with what makes an ATX heading (`CommonMark` 4.2).
fn is_atx(raw: &str) -> bool {
    let rest = raw.trim_start_matches('#');
    rest.len() < raw.len() && (rest.is_empty() || rest.starts_with(super::is_blank))
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

fn is_block_end(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
