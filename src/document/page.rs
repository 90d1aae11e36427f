//! What a whole document says to its readers in another locale.

use std::borrow::Cow;

use super::{Format, Options, Segment, front_matter, html};
use crate::text::Span;

/// The document with a paragraph for its readers before everything else: a quote in Markdown, below front matter, a
/// line in plain text, and a `<p role="note">` in the body of HTML.
///
/// ```
/// use yakugo::document::{Format, with_banner};
/// let page = with_banner(Format::Markdown, "---\ntitle: Dose\n---\n\n# Dose\n", "Old.");
/// assert_eq!(page, "---\ntitle: Dose\n---\n\n> Old.\n\n# Dose\n");
/// assert_eq!(with_banner(Format::Plain, "Dose\n", "Old."), "Old.\n\nDose\n");
/// ```
pub fn with_banner(format: Format, text: &str, banner: &str) -> String {
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mark = super::byte_order_mark(text);
    let (at, quote) = match format {
        Format::Markdown => {
            let end =
                front_matter::read(text, mark, &Options::default()).map(|front_matter| front_matter.end);
            (end.unwrap_or(mark), "> ")
        }
        Format::Plain => (mark, ""),
        Format::Html => return html::with_banner(text, banner, newline),
    };
    let (above, below) = (Span::new(0, at).of(text), Span::new(at, text.len()).of(text));
    let gap = if at > mark { newline } else { "" };
    let below = if at > mark { below.trim_start_matches(['\r', '\n']) } else { below };
    format!("{above}{gap}{quote}{banner}{newline}{newline}{below}")
}

/// The document as a page in this locale: HTML gets its `lang` and `dir`. Other formats say nothing of it.
///
/// ```
/// use yakugo::document::{Format, localized};
/// let page = localized(Format::Html, "<html lang=ja class=a><p>Dose</p></html>", "ar");
/// assert_eq!(page, "<html dir=\"rtl\" lang=\"ar\" class=a><p>Dose</p></html>");
/// ```
pub fn localized<'t>(format: Format, text: &'t str, locale: &str) -> Cow<'t, str> {
    match format {
        Format::Html => Cow::Owned(html::localized(text, locale)),
        Format::Markdown | Format::Plain => Cow::Borrowed(text),
    }
}

/// A translation into a language that is written from right to left, with its doses kept together where its place is
/// in HTML: `10 mg` would read `mg 10` among such words.
pub fn isolated<'t>(segment: &Segment, translation: &'t str) -> Cow<'t, str> {
    html::isolated(segment.slot, translation)
}
