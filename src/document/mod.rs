//! Documents: cut into segments, and put together again with translations in their places.
//!
//! The skeleton of a document is whatever lies between the spans of its segments. Two inverses hold:
//! rendering without any translation gives the document back byte for byte, and
//! `extract(render(document, t)) = t` with the same block structure, up to the escapes that rendering had to
//! add; a translation that cannot stand in its place is refused with a finding.

pub mod directive;
mod escape;
mod front_matter;
mod html;
mod join;
mod markdown;
mod omit;
mod page;
pub mod plain;
mod render;

use std::hash::Hasher;
use std::path::Path;
use std::sync::Arc;

use crate::finding::{Finding, Rule};
use crate::text::{Sentences, Span};
use front_matter::Language;
pub(crate) use markdown::inline;
pub use omit::without;
pub use page::{isolated, localized, with_banner};
pub use render::{Rendered, UNRENDERABLE, render, same_up_to_escapes};

/// What reading and rendering a document can report.
pub const RULES: &[Rule] =
    &[directive::INVALID_ID, UNRENDERABLE, plain::UNBALANCED_MARKUP, plain::STRAY_SPACE, html::PAGE_CLAIM];

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

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Plain text on one line; `marked`: a number, a bullet or a label stands before it on the same line.
    Line { marked: bool },
    /// The lines of a plain-text title; `crlf`: the document's lines end so.
    TitleLines { crlf: bool },
    /// The Fluent source of a value, behind the `=`.
    Fluent,
    /// Running Markdown on one or more lines; `is_first` in its item or quote, where task markers stand.
    Prose { is_first: bool },
    /// A Markdown heading behind `#`.
    AtxHeading,
    /// A Markdown heading with a line under it.
    SetextHeading,
    /// A cell of a Markdown table; one that `begins_row` has no `|` before it.
    Cell { begins_row: bool },
    /// Between the `![` and the `]` of a Markdown image.
    ImageAlt,
    /// The title of a Markdown image, by its closing delimiter.
    ImageTitle(char),
    /// Running HTML.
    Html,
    /// HTML where no tag can stand: a title, an option, the label of a graphic.
    HtmlText,
    /// The value of an attribute of HTML, with its quotes.
    HtmlAttribute,
    /// A value in front matter, with its quotes.
    FrontMatter(Language),
}

/// What reading a document gives. Never fails: what is odd about the content is a finding.
#[derive(Clone, Debug, Default)]
pub struct Extraction {
    /// The segments in document order; their spans do not overlap.
    pub segments: Vec<Segment>,
    /// What is odd about the document.
    pub findings: Vec<Finding>,
}

/// The format of a document.
///
/// ```
/// use yakugo::document::Format;
/// assert_eq!(Format::of_path("articles/dose.md"), Some(Format::Markdown));
/// assert_eq!(Format::from_extension("TXT"), Some(Format::Plain));
/// assert_eq!(Format::of_path("dose"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// `CommonMark` with the extensions of GitHub, footnotes, definition lists and front matter.
    Markdown,
    /// Light plain text: numbered headings, items behind `-`, questions and answers.
    Plain,
    /// HTML and XHTML.
    Html,
}

impl Format {
    /// The format of a file by its name.
    pub fn of_path(path: impl AsRef<Path>) -> Option<Self> {
        Self::from_extension(path.as_ref().extension()?.to_str()?)
    }

    /// The format by the extension of a file, without its dot, in any case.
    pub fn from_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mdown" | "mkd" | "mdx" => Some(Self::Markdown),
            "txt" | "text" => Some(Self::Plain),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            _ => None,
        }
    }
}

/// How documents are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The keys of front matter whose values are segments.
    pub front_matter: Vec<String>,
    /// The locale of the documents. Text that HTML marks as another language is left as it is; without a locale, none
    /// is.
    pub source: Option<String>,
}

impl Default for Options {
    /// `title` and `description`, in any language.
    fn default() -> Self {
        Self { front_matter: vec!["title".into(), "description".into()], source: None }
    }
}

/// Cuts a document into segments. Never fails: what is odd about the content is a finding.
///
/// ```
/// use yakugo::document::{Format, Kind, Options, extract};
/// let extraction = extract(Format::Markdown, "# 用法\n\n水で、\n飲む。\n", &Options::default());
/// let [heading, paragraph] = extraction.segments.as_slice() else { panic!() };
/// assert_eq!((heading.kind, heading.level), (Kind::Heading, Some(1)));
/// assert_eq!(paragraph.text, "水で、飲む。");
/// assert_eq!(&*paragraph.path[0], "用法");
/// ```
pub fn extract(format: Format, text: &str, options: &Options) -> Extraction {
    read(format, text, options).extraction
}

/// What is read of a document, with a hash of the structure of its blocks.
#[derive(Debug)]
pub(crate) struct Reading {
    extraction: Extraction,
    outline: u64,
}

fn read(format: Format, text: &str, options: &Options) -> Reading {
    match format {
        Format::Markdown => markdown::read(text, options),
        Format::Plain => Reading { extraction: plain::extract(text), outline: 0 },
        Format::Html => html::extract(text, options),
    }
}

/// A hash of the blocks of a document, in order. It is compared within one run only, so it needs no more than speed.
#[derive(Debug, Default)]
struct Outline(u64);

impl Hasher for Outline {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0 ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    }

    fn write_usize(&mut self, value: usize) {
        self.write_u64(value as u64);
    }

    fn write_isize(&mut self, value: isize) {
        self.write_u64(value.unsigned_abs() as u64);
    }
}

/// Where a text begins after its byte order mark.
fn byte_order_mark(text: &str) -> usize {
    if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 }
}

/// The headings above the place that is being read.
#[derive(Debug, Default)]
pub(crate) struct Headings {
    open: Vec<(u8, Arc<str>)>,
    path: HeadingPath,
}

impl Headings {
    /// The texts of the headings above, outermost first.
    pub(crate) fn path(&self) -> HeadingPath {
        Arc::clone(&self.path)
    }

    /// Goes under a heading; gives the path of the heading itself, which is that of its ancestors.
    pub(crate) fn enter(&mut self, level: u8, text: &str) -> HeadingPath {
        self.open.retain(|(above, _)| *above < level);
        let ancestors: HeadingPath = self.open.iter().map(|(_, text)| Arc::clone(text)).collect();
        self.open.push((level, text.into()));
        self.path = self.open.iter().map(|(_, text)| Arc::clone(text)).collect();
        ancestors
    }
}
