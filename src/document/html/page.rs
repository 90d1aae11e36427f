//! What a page says of itself in another locale: its language and direction, a note to its readers, and doses that keep
//! their order among words from right to left.

use std::borrow::Cow;

use super::super::Slot;
use super::elements::Element;
use super::tokens::{Attribute, Name, Tag, Token, is_xhtml, walk};
use crate::text::{Span, is_right_to_left, quantities};

/// The page with the locale and its direction on `<html>`; a text without that tag is no page and stays as it is.
pub(in super::super) fn localized(text: &str, locale: &str) -> String {
    let direction = if is_right_to_left(locale) { "rtl" } else { "ltr" };
    let mut out = text.to_owned();
    first_tag(text, Element::HTML, |tag| {
        let mut edits: Vec<(Span, String)> = Vec::new();
        for (name, word, value) in [(Name::Lang, "lang", locale), (Name::Dir, "dir", direction)] {
            match tag.attribute(name) {
                Some(attribute) => edits.push(set(attribute, value, text)),
                None => {
                    edits.push((Span::empty(tag.span.start + "<html".len()), format!(" {word}=\"{value}\"")));
                }
            }
        }
        edits.extend(tag.attribute(Name::XmlLang).map(|attribute| set(attribute, locale, text)));
        // Stable: what is inserted at one place stays in order, from the back.
        edits.sort_by_key(|(span, _)| span.start);
        out = splice(text, &edits);
    });
    out
}

fn set(attribute: &Attribute, value: &str, text: &str) -> (Span, String) {
    let quote = if attribute.value.of(text).starts_with('\'') { '\'' } else { '"' };
    let equals = if attribute.value.is_empty() { "=" } else { "" };
    (attribute.value, format!("{equals}{quote}{value}{quote}"))
}

fn splice(text: &str, edits: &[(Span, String)]) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for (span, new) in edits {
        out.push_str(Span::new(at, span.start).of(text));
        out.push_str(new);
        at = span.end;
    }
    out.push_str(Span::new(at, text.len()).of(text));
    out
}

/// The page with a paragraph for its readers before everything else in its body; a text without a body begins with it.
pub(in super::super) fn with_banner(text: &str, banner: &str, newline: &str) -> String {
    let (mut at, mut gap) = (super::super::byte_order_mark(text), "");
    first_tag(text, Element::BODY, |tag| (at, gap) = (tag.span.end, newline));
    let banner = banner.replace('&', "&amp;").replace('<', "&lt;");
    let edit = (Span::empty(at), format!("{gap}<p role=\"note\">{banner}</p>{newline}"));
    splice(text, &[edit])
}

fn first_tag(text: &str, element: Element, mut found: impl FnMut(&Tag<'_>)) {
    let mut is_first = true;
    walk(text, is_xhtml(text), |token| {
        if let Token::Start(tag) = token
            && tag.element == element
            && std::mem::take(&mut is_first)
        {
            found(&tag);
        }
    });
}

/// A translation with the doses that would fall apart among words from right to left (`10 mg` would read `mg 10`) kept
/// together: by `<bdi>` in running text, by the characters U+2066 and U+2069 where no tag can stand.
pub(in super::super) fn isolated(slot: Slot, translation: &str) -> Cow<'_, str> {
    let (open, close) = match slot {
        Slot::Html => ("<bdi dir=\"ltr\">", "</bdi>"),
        Slot::HtmlText | Slot::HtmlAttribute => ("\u{2066}", "\u{2069}"),
        _ => return Cow::Borrowed(translation),
    };
    let mut edits: Vec<(Span, String)> = Vec::new();
    let mut depth = 0_usize;
    let mut isolate = |span: Span| {
        for quantity in quantities(span.of(translation)) {
            let dose = quantity.span.shifted(span.start);
            if falls_apart(dose.of(translation)) && !is_isolated(translation, dose) {
                edits.push((dose, format!("{open}{}{close}", dose.of(translation))));
            }
        }
    };
    walk(translation, false, |token| match token {
        Token::Start(tag) if is_isolating(&tag) => depth += 1,
        Token::End { element, .. } if matches!(element.name(), "bdi" | "bdo" | "code") => {
            depth = depth.saturating_sub(1);
        }
        Token::Text { span, .. } if depth == 0 => isolate(span),
        _ => {}
    });
    if edits.is_empty() {
        return Cow::Borrowed(translation);
    }
    edits.sort_by_key(|(span, _)| span.start);
    edits.dedup_by(|next, last| next.0.start < last.0.end);
    Cow::Owned(splice(translation, &edits))
}

fn is_isolating(tag: &Tag<'_>) -> bool {
    matches!(tag.element.name(), "bdi" | "bdo" | "code")
}

/// Whether a dose holds more than its digits, and nothing that is written from right to left itself.
fn falls_apart(dose: &str) -> bool {
    let is_digits = |c: char| c.is_numeric() || matches!(c, '.' | ',' | '\'' | '\u{A0}' | '\u{202F}');
    let is_right_to_left =
        |c: char| matches!(u32::from(c), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF);
    !dose.chars().all(is_digits) && !dose.chars().any(is_right_to_left)
}

/// Whether a translator did it already.
fn is_isolated(text: &str, dose: Span) -> bool {
    let before = text.get(..dose.start).and_then(|before| before.chars().next_back());
    matches!(before, Some('\u{2066}'..='\u{2068}' | '\u{200E}' | '\u{202A}'))
}
