//! Documents: cut into segments, and put together again with translations in their places.
//!
//! The skeleton of a document is whatever lies between the spans of its segments. Two inverses hold:
//! rendering without any translation gives the document back byte for byte, and
//! `extract(render(document, t)) = t` with the same block structure, up to the escapes that rendering had to
//! add; a translation that cannot stand in its place is refused with a finding.

pub mod directive;
pub mod plain;

use std::sync::Arc;

use crate::finding::{Finding, Rule};
use crate::text::{Sentences, Span};

/// What reading a document can report.
pub const RULES: &[Rule] = &[directive::INVALID_ID, plain::UNBALANCED_MARKUP, plain::STRAY_SPACE];

/// What a segment is in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are the words of the document's own structure")]
pub enum Kind {
    Title,
    Heading,
    Paragraph,
    Item,
    Cell,
    Question,
    Answer,
    Caption,
    Credit,
    Quote,
    Term,
    Definition,
    Footnote,
    Summary,
    Alt,
    Meta,
    Message,
    Attribute,
}

impl Kind {
    /// Every kind, in the order of the design.
    pub const ALL: [Self; 18] = [
        Self::Title,
        Self::Heading,
        Self::Paragraph,
        Self::Item,
        Self::Cell,
        Self::Question,
        Self::Answer,
        Self::Caption,
        Self::Credit,
        Self::Quote,
        Self::Term,
        Self::Definition,
        Self::Footnote,
        Self::Summary,
        Self::Alt,
        Self::Meta,
        Self::Message,
        Self::Attribute,
    ];

    /// The word used in notes, reports and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Item => "item",
            Self::Cell => "cell",
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Quote => "quote",
            Self::Term => "term",
            Self::Definition => "definition",
            Self::Footnote => "footnote",
            Self::Summary => "summary",
            Self::Alt => "alt",
            Self::Meta => "meta",
            Self::Message => "message",
            Self::Attribute => "attribute",
        }
    }
}

/// The texts of the headings above a segment, outermost first. Shared by the segments of a section.
pub type HeadingPath = Arc<[Arc<str>]>;

/// The piece of a document that is translated as one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What it is.
    pub kind: Kind,
    /// The depth of a heading, from 1.
    pub level: Option<u8>,
    /// The headings it stands under.
    pub path: HeadingPath,
    /// Its bytes with the markers that belong to it (`1. `, `-`, `Q1. `); `block.start <= span.start`.
    pub block: Span,
    /// The bytes that a translation replaces.
    pub span: Span,
    /// The text as a translator sees it: soft breaks joined by script, the prefixes of continuation lines taken
    /// away, inline marks as written. A `\n` in it is a hard line break.
    pub text: String,
    /// What the author says to translators (`<!-- i18n:comment … -->`).
    pub notes: Vec<String>,
    /// The id that the author pinned (`<!-- yakugo:id … -->`).
    pub pinned: Option<String>,
    /// How a translation is written at this place.
    pub(crate) slot: Slot,
}

impl Segment {
    /// The sentences of [`Segment::text`], as bytes of it. The lead-in of an item (`基礎研究: …`) is a sentence of
    /// its own.
    pub fn sentences(&self, rules: &Sentences) -> Vec<Span> {
        match self.kind {
            Kind::Item => rules.split_item(&self.text),
            _ => rules.split(&self.text),
        }
    }
}

/// How a translation is written at a segment's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Plain text on one line; `marked`: a number, a bullet or a label stands before it on the same line.
    Line { marked: bool },
    /// The lines of a plain-text title; `crlf`: the document's lines end so.
    TitleLines { crlf: bool },
}

/// What reading a document gives. Never fails: what is odd about the content is a finding.
#[derive(Clone, Debug, Default)]
pub struct Extraction {
    /// The segments in document order; their spans do not overlap.
    pub segments: Vec<Segment>,
    /// What is odd about the document.
    pub findings: Vec<Finding>,
}
