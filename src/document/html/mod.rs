//! The prose in HTML: whole files, and blocks of HTML inside Markdown.
//!
//! The text between two boundaries of blocks is a segment; inline elements stay in it as written, `<ruby>` with its
//! reading. What no reader sees as prose is skeleton: scripts, styles, `<pre>`, `<textarea>`, templates, comments. The
//! texts of attributes are segments where they stand outside of running text.
//!
//! `translate="no"` and the class `notranslate` are honoured, and so is `lang`: text that is marked as another language
//! than the documents' is left as it is, unless `<html>` itself says so, which is a finding.

mod elements;
mod nesting;
mod page;
mod reader;
mod run;
mod scope;
#[cfg(test)]
mod tests;
mod tokens;
mod write;

use super::directive::Pending;
use super::{Extraction, HeadingPath, Headings, Kind, Options, Reading, Segment, Slot};
use crate::finding::{Finding, rule};
use crate::text::Span;
pub(super) use page::{isolated, localized, with_banner};
use reader::Reader;
pub(super) use scope::Scope;
pub(super) use tokens::is_xhtml;
pub(super) use write::{write, write_attribute};

rule! {
    /// A page says that it is in another language or encoding than it is read in.
    ///
    /// Why: its texts are taken as they are, but a browser, a search engine or a screen reader believes the page; a
    /// page that is no UTF-8 to a browser shows its translations garbled.
    ///
    /// Example: `<html lang="en">` in a project whose documents are Japanese, or `<meta charset="shift_jis">` in a
    /// file that is UTF-8.
    ///
    /// Fix: write the language of the documents, or `utf-8`.
    pub(super) const PAGE_CLAIM: "page-claim", Warning;
}

/// A segment of HTML; its place is in the fragment.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) kind: Kind,
    pub(super) level: Option<u8>,
    pub(super) span: Span,
    pub(super) text: String,
    pub(super) slot: Slot,
    pub(super) notes: Vec<String>,
    pub(super) pinned: Option<String>,
}

impl Found {
    /// The segment of the document, where `place` turns a place in the fragment into one of the document.
    pub(super) fn into_segment(self, path: HeadingPath, place: impl Fn(Span) -> Span) -> Segment {
        let span = place(self.span);
        let Self { kind, level, text, slot, notes, pinned, .. } = self;
        Segment { kind, level, path, block: span, span, text, notes, pinned, slot }
    }
}

/// Reads a whole HTML file.
pub(super) fn extract(text: &str, options: &Options) -> Reading {
    let base = super::byte_order_mark(text);
    let place = |span: Span| span.shifted(base);
    let fragment = text.get(base..).unwrap_or_default();
    let mut findings = Vec::new();
    let mut headings = Headings::default();
    let mut scope = Scope::new(options.source.as_deref());
    let mut pending = Pending::default();
    let mut reader = Reader::new(fragment, &mut scope, &mut pending, &mut findings, place);
    reader.read(is_xhtml(fragment));
    let (found, outline) = reader.finish();
    let segments = found.into_iter().map(|found| {
        let path = match found.level {
            Some(level) => headings.enter(level, &found.text),
            None => headings.path(),
        };
        found.into_segment(path, place)
    });
    Reading { extraction: Extraction { segments: segments.collect(), findings }, outline }
}

/// Reads one fragment: its segments, and a hash of the structure of its blocks. `place` turns a place in the fragment
/// into one of the document, for findings.
pub(super) fn read(
    fragment: &str,
    scope: &mut Scope<'_>,
    pending: &mut Pending,
    findings: &mut Vec<Finding>,
    place: impl Fn(Span) -> Span,
) -> (Vec<Found>, u64) {
    let mut reader = Reader::new(fragment, scope, pending, findings, place);
    reader.read(false);
    let found = reader.finish();
    scope.end_of_fragment();
    found
}
