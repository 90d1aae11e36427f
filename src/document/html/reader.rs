//! The segments of HTML, from its tokens. Keeps no tree: what matters of the elements around is in the [`Scope`].

use std::hash::Hasher;

use super::super::directive::Pending;
use super::super::{Kind, Outline, Slot};
use super::elements::{Element, Role, text_of};
use super::run::{Extra, Run, Text, is_blank};
use super::scope::{Scope, is_other_language, language};
use super::tokens::{Name, Tag, Token, walk};
use super::{Found, PAGE_CLAIM};
use crate::finding::Finding;
use crate::text::Span;

/// Turns the tokens of one fragment into segments.
pub(super) struct Reader<'a, 'l, P> {
    fragment: &'a str,
    scope: &'a mut Scope<'l>,
    pending: &'a mut Pending,
    findings: &'a mut Vec<Finding>,
    /// Where a place of the fragment is in the document.
    place: P,
    run: Run,
    /// The text in the description of a graphic, as long as nothing else is in it.
    label: Option<Extra>,
    found: Vec<Found>,
    outline: Outline,
    texts: Vec<Text>,
    comments: Vec<Span>,
}

impl<'a, 'l, P: Fn(Span) -> Span> Reader<'a, 'l, P> {
    pub(super) fn new(
        fragment: &'a str,
        scope: &'a mut Scope<'l>,
        pending: &'a mut Pending,
        findings: &'a mut Vec<Finding>,
        place: P,
    ) -> Self {
        Self {
            fragment,
            scope,
            pending,
            findings,
            place,
            run: Run::default(),
            label: None,
            found: Vec::new(),
            outline: Outline::default(),
            texts: Vec::new(),
            comments: Vec::new(),
        }
    }

    /// Reads the whole fragment.
    pub(super) fn read(&mut self, is_xhtml: bool) {
        walk(self.fragment, is_xhtml, |token| match token {
            Token::Start(tag) => self.start(&tag),
            Token::End { element, span } => self.end(element, span),
            Token::Text { span, reads } => self.text(span, reads),
            Token::CData(span) => self.cdata(span),
            Token::Comment(span) => self.comment(span),
        });
        self.end_run();
    }

    /// The segments, and a hash of the structure of the blocks.
    pub(super) fn finish(self) -> (Vec<Found>, u64) {
        (self.found, self.outline.finish())
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let before = self.scope.state();
        if before.is_raw {
            self.scope.start(tag);
            self.label = None;
            if !before.is_silent {
                self.inline_tag(tag);
            }
            return;
        }
        let role = tag.element.role();
        let begins_text = role.is_boundary() || self.run.is_empty();
        if role.is_boundary() {
            self.end_block(tag.element, false);
        }
        let is_skipped = begins_text && !self.scope.is_hidden() && self.pending.take_skip();
        let state = self.scope.start(tag);
        if role.is_boundary() {
            self.claims(tag);
            if is_skipped {
                self.scope.skip();
            } else if !state.is_told_to_stay() {
                self.attributes(tag);
                self.end_run();
            }
        } else if !state.is_silent {
            if is_skipped {
                self.run.skip();
            }
            self.inline_tag(tag);
            if !state.is_told_to_stay() {
                self.attributes(tag);
            }
        }
    }

    fn inline_tag(&mut self, tag: &Tag<'_>) {
        let role = tag.element.role();
        if role == Role::Break && tag.is_bare {
            if self.run.line_break(tag.span, self.fragment) {
                self.end_run();
            }
        } else if role.is_void() || tag.is_self_closing {
            self.run.mark(tag.span);
        } else {
            self.run.open(tag.element, tag.span);
        }
    }

    fn end(&mut self, element: Element, span: Span) {
        let before = self.scope.state();
        let is_boundary = element.role().is_boundary() && !before.is_raw;
        if is_boundary {
            self.end_block(element, true);
        }
        if let Some(label) = self.label.take() {
            self.run.extra(label);
        }
        self.scope.end(element);
        if !is_boundary && !before.is_silent {
            self.run.close(element, span);
        }
    }

    fn text(&mut self, span: Span, reads: &str) {
        let state = self.scope.state();
        if state.is_silent || self.run.is_empty() && is_blank(span.of(self.fragment)) {
            return;
        }
        if !state.is_hidden() {
            if self.run.is_empty() && self.pending.take_skip() {
                self.run.skip();
            }
            self.run.text(span, reads);
            return;
        }
        self.run.mark(span);
        let is_label =
            [Element::TITLE, Element::DESC, Element::TEXT].map(Some).contains(&self.scope.element());
        if state.is_raw && !state.is_told_to_stay() && is_label {
            let kind = if self.scope.element() == Some(Element::TEXT) { Kind::Caption } else { Kind::Alt };
            self.label = Extra::in_text(kind, span, self.fragment);
        }
    }

    fn cdata(&mut self, span: Span) {
        let state = self.scope.state();
        if state.is_hidden() {
            if !state.is_silent {
                self.run.mark(span);
            }
            return;
        }
        let reads = span.of(self.fragment).trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        self.run.cdata(span, reads);
    }

    fn comment(&mut self, span: Span) {
        if self.scope.state().is_silent {
            return;
        }
        if self.run.is_empty() {
            self.declaration(span);
            self.pending.read(span.of(self.fragment), (self.place)(span), self.findings);
        } else {
            self.run.comment(span);
        }
    }

    /// The texts of a tag's attributes.
    fn attributes(&mut self, tag: &Tag<'_>) {
        for (kind, attribute) in text_of(tag) {
            self.run.extra(Extra { kind, span: attribute.value, slot: Slot::HtmlAttribute });
        }
    }

    fn end_block(&mut self, element: Element, is_end: bool) {
        self.end_run();
        self.run.end_of_block();
        // Which blocks begin and end after how many segments.
        self.outline.write_usize(self.found.len());
        self.outline.write_usize(element.index() << 1 | usize::from(is_end));
    }

    fn end_run(&mut self) {
        let (kind, level) = self.scope.state().kind.unwrap_or((Kind::Paragraph, None));
        let has_no_tags = self.scope.element().is_some_and(|it| matches!(it.name(), "title" | "option"));
        self.run.end(self.fragment, &mut self.texts, &mut self.comments);
        for text in self.texts.drain(..) {
            let (notes, pinned) = self.pending.take();
            let level = if text.kind.is_none() { level } else { None };
            let Text { kind: own, span, text, slot } = text;
            let slot = if slot == Slot::Html && has_no_tags { Slot::HtmlText } else { slot };
            self.found.push(Found { kind: own.unwrap_or(kind), level, span, text, slot, notes, pinned });
        }
        for span in self.comments.drain(..) {
            self.pending.read(span.of(self.fragment), (self.place)(span), self.findings);
        }
    }

    /// What the tag of a page says of its language and encoding.
    fn claims(&mut self, tag: &Tag<'_>) {
        if tag.element == Element::HTML
            && let (Some(language), Some(source)) = (language(tag), self.scope.source())
            && is_other_language(language, source)
        {
            let message = format!(
                "the page says that it is in `{language}`, but the documents of this project are in `{source}`: its texts \
                 are taken as `{source}`; write `lang=\"{source}\"`"
            );
            self.claim(tag.span, message);
        }
        if tag.element.name() == "meta" {
            let in_content = tag.value(Name::Content).and_then(|content| content.split_once("charset="));
            let charset = tag.value(Name::Charset).or(in_content.map(|(_, charset)| charset));
            self.encoding(tag.span, charset);
        }
    }

    /// What the first line of XHTML says of its encoding.
    fn declaration(&mut self, span: Span) {
        let declared =
            span.of(self.fragment).strip_prefix("<?xml").and_then(|rest| rest.split_once("encoding"));
        let quoted = declared.and_then(|(_, rest)| rest.split(['"', '\'']).nth(1));
        self.encoding(span, quoted);
    }

    fn encoding(&mut self, span: Span, charset: Option<&str>) {
        let Some(charset) = charset.map(str::trim).filter(|charset| !is_utf8(charset)) else { return };
        let message = format!(
            "the page says that it is in `{charset}`, but it is read and written as UTF-8: write `utf-8`"
        );
        self.claim(span, message);
    }

    fn claim(&mut self, span: Span, message: String) {
        self.findings.push(Finding::new(&PAGE_CLAIM, (self.place)(span), message));
    }
}

/// ASCII is UTF-8, too.
fn is_utf8(charset: &str) -> bool {
    ["utf-8", "utf8", "us-ascii", "ascii"].iter().any(|known| known.eq_ignore_ascii_case(charset))
}
