//! One block of inline content while it is read.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::super::Slot;
use super::super::html::Scope;
use super::super::join::{Joiner, Words};
use crate::text::Span;

/// An image of the block, outermost ones only.
#[derive(Debug)]
pub(super) struct Image {
    /// The whole image as written.
    whole: Span,
    kind: LinkType,
    has_title: bool,
    joiner: Joiner,
    words: Words,
    end_of_alt: usize,
}

/// The alt text or the title of an image.
#[derive(Debug)]
pub(super) struct ImageText {
    pub(super) span: Span,
    pub(super) text: String,
    pub(super) slot: Slot,
}

/// The inline content of one block.
#[derive(Debug)]
pub(super) struct Leaf<'l> {
    span: Span,
    /// Where a link whose reader leaves out its `[]` really ends.
    reaches: usize,
    at: usize,
    quotes: usize,
    after_break: bool,
    joiner: Joiner,
    words: Words,
    image_depth: usize,
    images: Vec<Image>,
    in_autolink: bool,
    scope: Scope<'l>,
}

impl<'l> Leaf<'l> {
    /// Begins with its first inline event, inside of `quotes` block quotes, in a document in this locale.
    pub(super) fn new(
        source: &str,
        event: &Event<'_>,
        range: Span,
        quotes: usize,
        locale: Option<&'l str>,
    ) -> Self {
        let start = start_as_written(source, event, range);
        Self {
            span: Span::empty(start),
            reaches: start,
            at: start,
            quotes,
            after_break: false,
            joiner: Joiner::default(),
            words: Words::default(),
            image_depth: 0,
            images: Vec::new(),
            in_autolink: false,
            scope: Scope::new(locale),
        }
    }

    /// Takes the next inline event.
    pub(super) fn read(&mut self, source: &str, event: &Event<'_>, range: Span) {
        if self.after_break {
            self.at = start_as_written(source, event, range).max(self.at);
            self.after_break = false;
        }
        self.span.end = self.span.end.max(range.end);
        match event {
            Event::Start(tag) => self.open(source, tag, range),
            Event::End(tag) => self.close(source, *tag, range),
            Event::Text(text) => {
                self.copy(source, range.start);
                self.show(range.of(source), text);
                if !self.in_autolink {
                    self.count(text);
                }
                self.at = range.end;
            }
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.copy(source, range.start);
                // What is seen settles an open break, the marks around it do not.
                self.show("", text.trim_matches(['\n', '\r', ' ']));
                self.copy(source, range.end);
            }
            Event::SoftBreak => self.line_break(source, range, Joiner::soft),
            Event::HardBreak => self.line_break(source, range, Joiner::hard),
            Event::InlineHtml(tag) => {
                self.scope.read_tag(tag);
                self.copy(source, range.end);
            }
            _ => self.copy(source, range.end),
        }
    }

    /// Ends the block: its bytes, its text, whether there is something to translate in it outside of images,
    /// and its images.
    pub(super) fn finish(mut self, source: &str) -> (Span, String, bool, Vec<Image>) {
        self.span.end = self.span.end.max(self.reaches);
        if !self.after_break {
            self.copy(source, self.span.end);
        }
        (self.span, self.joiner.finish(), self.words.found(), self.images)
    }

    fn open(&mut self, source: &str, tag: &Tag<'_>, range: Span) {
        self.copy(source, range.start);
        match tag {
            Tag::Link { link_type, .. } => {
                self.in_autolink = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.reach(source, *link_type, range);
            }
            Tag::Image { link_type, title, .. } => {
                self.reach(source, *link_type, range);
                if self.image_depth == 0 {
                    self.copy(source, range.start + "![".len());
                    self.images.push(Image {
                        whole: range,
                        kind: *link_type,
                        has_title: !title.is_empty(),
                        joiner: Joiner::default(),
                        words: Words::default(),
                        end_of_alt: range.start + "![".len(),
                    });
                }
                self.image_depth += 1;
            }
            _ => {}
        }
    }

    fn close(&mut self, source: &str, tag: TagEnd, range: Span) {
        match tag {
            TagEnd::Link => self.in_autolink = false,
            TagEnd::Image => {
                self.image_depth = self.image_depth.saturating_sub(1);
                if let (0, Some(image)) = (self.image_depth, self.images.last_mut()) {
                    image.end_of_alt = self.at;
                }
            }
            _ => {}
        }
        self.copy(source, range.end);
    }

    /// pulldown-cmark ends a collapsed reference before its `[]`.
    fn reach(&mut self, source: &str, kind: LinkType, range: Span) {
        let collapsed = matches!(kind, LinkType::Collapsed | LinkType::CollapsedUnknown);
        if collapsed && source.get(range.end..).is_some_and(|rest| rest.starts_with("[]")) {
            self.reaches = self.reaches.max(range.end + "[]".len());
        }
    }

    /// Copies the source as written up to `end`.
    fn copy(&mut self, source: &str, end: usize) {
        if end <= self.at {
            return;
        }
        let raw = Span::new(self.at, end).of(source);
        self.joiner.markup(raw, self.quotes);
        if let Some(image) = self.open_image() {
            image.joiner.markup(raw, 0);
        }
        self.at = end;
    }

    fn show(&mut self, raw: &str, reads: &str) {
        self.joiner.visible(raw, reads);
        if let Some(image) = self.open_image() {
            image.joiner.visible(raw, reads);
        }
    }

    fn count(&mut self, text: &str) {
        if self.scope.is_hidden() {
            return;
        }
        match self.open_image() {
            Some(image) => image.words.read(text),
            None => self.words.read(text),
        }
    }

    fn line_break(&mut self, source: &str, range: Span, join: fn(&mut Joiner)) {
        self.copy(source, range.start);
        join(&mut self.joiner);
        self.words.line_break();
        if let Some(image) = self.open_image() {
            // An alt text is one line for its reader, whatever the break.
            image.joiner.soft();
            image.words.line_break();
        }
        self.at = range.end;
        self.after_break = true;
    }

    fn open_image(&mut self) -> Option<&mut Image> {
        if self.image_depth == 0 { None } else { self.images.last_mut() }
    }
}

impl Image {
    /// What can be translated about the image: its alt text, and its title.
    pub(super) fn texts(self, source: &str, quotes: usize) -> (Option<ImageText>, Option<ImageText>) {
        // The alt text of `![label]` and `![label][]` is the name of a definition, it must stay.
        let is_label = !matches!(self.kind, LinkType::Inline | LinkType::Reference);
        let alt = Span::new(self.whole.start + "![".len(), self.end_of_alt);
        let raw = alt.of(source);
        let blanks_before = raw.len() - raw.trim_start_matches(super::is_blank).len();
        let alt =
            Span::new(alt.start + blanks_before, alt.start + raw.trim_end_matches(super::is_blank).len());
        let text = self.joiner.finish();
        let alt = (!is_label && self.words.found()).then(|| ImageText {
            span: alt,
            text: text.trim_matches([' ', '\t']).to_owned(),
            slot: Slot::ImageAlt,
        });
        let caption = if self.has_title && self.kind == LinkType::Inline {
            title_of(self.whole, source, quotes)
        } else {
            None
        };
        (alt, caption)
    }
}

/// The title of an inline image. It ends with the image, so it is read backwards: its own delimiter cannot
/// stand inside without a backslash (`CommonMark` 6.3, link titles).
fn title_of(image: Span, source: &str, quotes: usize) -> Option<ImageText> {
    let inside = image.of(source).strip_suffix(')')?.trim_end_matches(super::is_blank);
    let close = inside.chars().next_back()?;
    let open = if close == ')' { '(' } else { close };
    let body = inside.strip_suffix(close)?;
    let start = body.rmatch_indices(open).map(|(at, _)| at + 1).find(|at| {
        let before = body.get(..at - 1).unwrap_or_default();
        (before.len() - before.trim_end_matches('\\').len()) % 2 == 0
    })?;
    let raw = body.get(start..)?;
    let mut words = Words::default();
    words.read(raw);
    let mut joiner = Joiner::default();
    joiner.markup(raw, quotes);
    words.found().then(|| ImageText {
        span: Span::new(image.start + start, image.start + body.len()),
        text: joiner.finish(),
        slot: Slot::ImageTitle(close),
    })
}

/// Where an event begins as written: the range of an escaped character leaves its backslash out.
fn start_as_written(source: &str, event: &Event<'_>, range: Span) -> usize {
    let escaped = matches!(event, Event::Text(_))
        && source.get(..range.start).is_some_and(|before| before.ends_with('\\'));
    if escaped { range.start - 1 } else { range.start }
}
