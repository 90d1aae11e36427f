//! Markdown: `CommonMark` with the extensions of GitHub, footnotes, definition lists, math, heading attributes
//! and front matter.

mod blocks;
pub(crate) mod inline;
mod leaf;
mod shortcode;
#[cfg(test)]
mod tests;
mod write;

use std::borrow::Cow;

use pulldown_cmark::{Options as Extensions, Parser};

use super::front_matter::{self, FrontMatter};
use super::{Extraction, Options, Reading};
use crate::text::Span;
use blocks::Reader;
pub(super) use write::{isolated, write};

/// Reads a Markdown document.
pub(super) fn read(text: &str, options: &Options) -> Reading {
    let mut extraction = Extraction::default();
    let mut body = super::byte_order_mark(text);
    if let Some(FrontMatter { segments, end }) = front_matter::read(text, body, options) {
        extraction.segments = segments;
        body = end;
    }
    let source = text.get(body..).unwrap_or_default();
    let without_shortcodes = shortcode::blanked(source);
    let masked = mask(&without_shortcodes);
    let mut reader = Reader::new(source, body, extraction, options.source.as_deref());
    for (event, range) in Parser::new_ext(&masked, extensions(&masked)).into_offset_iter() {
        reader.read(&event, Span::from(range));
    }
    reader.finish()
}

/// Front matter is read apart: pulldown-cmark would take any two `---` lines further down for some.
fn extensions(source: &str) -> Extensions {
    let mut extensions = Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_GFM
        | Extensions::ENABLE_DEFINITION_LIST;
    if source.contains('$') {
        extensions |= Extensions::ENABLE_MATH;
    }
    if attributes_can_be_read(source) {
        extensions |= Extensions::ENABLE_HEADING_ATTRIBUTES;
    }
    extensions
}

/// Whether a line ends as heading attributes do, and none makes the parser panic over them: pulldown-cmark
/// 0.13.6 slices backwards for a setext heading that is a task marker and a backslash.
fn attributes_can_be_read(source: &str) -> bool {
    let ends_line = |at: usize| {
        let rest = source.get(at + 1..).unwrap_or_default().trim_start_matches([' ', '\t']);
        rest.is_empty() || rest.starts_with(['\n', '\r'])
    };
    let is_marked = |at: usize| {
        source.get(..at).is_some_and(|before| before.trim_end_matches([' ', '\t']).ends_with(']'))
    };
    source.match_indices('}').any(|(at, _)| ends_line(at))
        && !source.match_indices('\\').any(|(at, _)| ends_line(at) && is_marked(at))
}

/// The source as the parser is to see it, byte for byte as long.
///
/// pulldown-cmark takes every line that begins with `:` for a definition, also `:bulb: Tip` and the fences of
/// containers (`::: tip`). The first is made text; a fence becomes a blank line, so that it is skeleton and
/// parts the paragraphs around it as it does for the tools that know containers.
fn mask(source: &str) -> Cow<'_, str> {
    let mut masked = String::new();
    let mut copied = 0;
    for (at, _) in source.match_indices(':') {
        if at < copied || !begins_line(source, at) {
            continue;
        }
        let rest = source.get(at..).unwrap_or_default();
        let colons = rest.len() - rest.trim_start_matches(':').len();
        let is_definition = colons == 1 && rest.get(1..).is_some_and(|after| after.starts_with(is_blank));
        if is_definition || rest.len() == colons && colons < 3 {
            continue;
        }
        masked.push_str(source.get(copied..at).unwrap_or_default());
        if colons >= 3 {
            let line = rest.split(['\n', '\r']).next().unwrap_or_default().len();
            masked.extend(std::iter::repeat_n(' ', line));
            copied = at + line;
        } else {
            masked.push('.');
            copied = at + 1;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(source);
    }
    masked.push_str(source.get(copied..).unwrap_or_default());
    Cow::Owned(masked)
}

/// Whether only blanks and quote markers stand before `at` on its line.
fn begins_line(source: &str, at: usize) -> bool {
    let before = source.get(..at).unwrap_or_default();
    before.trim_end_matches([' ', '\t', '>']).chars().next_back().is_none_or(|c| matches!(c, '\n' | '\r'))
}

/// White space as `CommonMark` means it.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}
