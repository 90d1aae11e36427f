//! HTML as a row of tokens with their places, by html5gum.

use std::borrow::Cow;
use std::convert::Infallible;

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, State, Tokenizer};

use super::super::join::Words;
use super::elements::Element;
use crate::text::Span;

/// One token; its place is in the text that is read.
#[derive(Debug)]
pub(super) enum Token<'t> {
    Start(Tag<'t>),
    End {
        element: Element,
        span: Span,
    },
    /// Text as it stands and as it reads.
    Text {
        span: Span,
        reads: &'t str,
    },
    /// A section of XHTML whose content is text; as it stands.
    CData(Span),
    /// A comment, a declaration or an instruction.
    Comment(Span),
}

/// A start tag.
#[derive(Debug)]
pub(super) struct Tag<'t> {
    pub(super) element: Element,
    pub(super) span: Span,
    /// Nothing is inside of it, as it says itself.
    pub(super) is_self_closing: bool,
    /// Whether it has any attribute, also one that is not listed.
    pub(super) is_bare: bool,
    /// Those that say something of text.
    pub(super) attributes: &'t [Attribute],
    text: &'t str,
}

impl Tag<'_> {
    pub(super) fn attribute(&self, name: Name) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    /// The value of an attribute as written, without quotes.
    pub(super) fn value(&self, name: Name) -> Option<&str> {
        self.attribute(name).map(|attribute| unquoted(attribute.value.of(self.text)))
    }
}

/// An attribute that says something of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attribute {
    pub(super) name: Name,
    /// The name as written.
    pub(super) place: Span,
    /// The value with its quotes; empty, behind the name, where it has none.
    pub(super) value: Span,
    pub(super) has_words: bool,
}

/// The attributes that say something of text.
#[allow(clippy::enum_variant_names, reason = "the attribute is called so")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Abbr,
    Alt,
    Aria,
    Charset,
    Class,
    Content,
    Dir,
    Itemprop,
    Label,
    Lang,
    Name,
    Placeholder,
    Property,
    Title,
    Translate,
    Type,
    Value,
    XmlLang,
}

impl Name {
    fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"abbr" => Self::Abbr,
            b"alt" => Self::Alt,
            b"aria-braillelabel"
            | b"aria-brailleroledescription"
            | b"aria-description"
            | b"aria-label"
            | b"aria-placeholder"
            | b"aria-roledescription"
            | b"aria-valuetext" => Self::Aria,
            b"charset" => Self::Charset,
            b"class" => Self::Class,
            b"content" => Self::Content,
            b"dir" => Self::Dir,
            b"itemprop" => Self::Itemprop,
            b"label" => Self::Label,
            b"lang" => Self::Lang,
            b"name" => Self::Name,
            b"placeholder" => Self::Placeholder,
            b"property" => Self::Property,
            b"title" => Self::Title,
            b"translate" => Self::Translate,
            b"type" => Self::Type,
            b"value" => Self::Value,
            b"xml:lang" => Self::XmlLang,
            _ => return None,
        })
    }
}

/// The value of an attribute without its quotes.
pub(super) fn unquoted(value: &str) -> &str {
    let inside = |quote| value.strip_prefix(quote).map(|inside| inside.strip_suffix(quote).unwrap_or(inside));
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}

/// Whether a page says that it is XHTML, where CDATA sections are text and any element may close itself.
pub(in super::super) fn is_xhtml(text: &str) -> bool {
    let head: String = text.chars().take(1024).collect();
    head.trim_start_matches('\u{FEFF}').starts_with("<?xml") || head.contains("http://www.w3.org/1999/xhtml")
}

/// Gives every token of a text to `take`, in order and apart from each other. What lies between them, such as a tag
/// that the text ends in, is nothing that a reader sees.
pub(super) fn walk(text: &str, is_xhtml: bool, take: impl FnMut(Token<'_>)) {
    let masked = if is_xhtml { mask(text) } else { Cow::Borrowed(text) };
    let machine = Machine {
        text,
        is_xhtml,
        take,
        at: 0,
        reads: String::new(),
        reads_to: 0,
        open: None,
        is_bare: true,
        attributes: Vec::new(),
        is_listed: false,
        graphics: 0,
        next: None,
    };
    let emitter = Switching(CallbackEmitter::new(machine));
    let Ok(()) = Tokenizer::new_with_emitter(&*masked, emitter).finish();
}

/// The text with blanks in the place of each `>` of a CDATA section but its last, byte for byte as long: the tokenizer
/// reads HTML, where the first one ends it.
fn mask(text: &str) -> Cow<'_, str> {
    const OPEN: &str = "<![CDATA[";
    if !text.contains(OPEN) {
        return Cow::Borrowed(text);
    }
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(OPEN) {
        let Some((inside, after)) = inside.split_once("]]>") else { break };
        masked.push_str(before);
        masked.push_str(OPEN);
        masked.push_str(&inside.replace('>', " "));
        masked.push_str("]]>");
        rest = after;
    }
    masked.push_str(rest);
    Cow::Owned(masked)
}

/// The tokenizer's events put together as tokens.
struct Machine<'f, F> {
    text: &'f str,
    is_xhtml: bool,
    take: F,
    /// Where the last token ended.
    at: usize,
    /// Text that was announced since.
    reads: String,
    /// Where it ends at the furthest.
    reads_to: usize,
    open: Option<(Element, usize)>,
    is_bare: bool,
    attributes: Vec<Attribute>,
    /// Whether the attribute that is being read is one of them.
    is_listed: bool,
    /// How many `svg` and `math` are open: in them any element may close itself.
    graphics: usize,
    /// How the content of the last start tag is to be read.
    next: Option<State>,
}

impl<F: FnMut(Token<'_>)> Machine<'_, F> {
    /// Gives the text up to the next token.
    fn text(&mut self, end: usize) {
        if !self.reads.is_empty() {
            (self.take)(Token::Text { span: Span::new(self.at, end), reads: &self.reads });
            self.reads.clear();
        }
    }

    /// The value that begins at `start`, with its quotes. The tokenizer knows where it begins, but not always where
    /// it ends.
    fn value(&self, start: usize) -> Span {
        let before = start.checked_sub(1).and_then(|at| self.text.get(at..start));
        let rest = self.text.get(start..).unwrap_or_default();
        let quote = before.and_then(|before| before.chars().next()).filter(|c| matches!(c, '"' | '\''));
        if let Some(quote) = quote {
            Span::new(start - 1, start + rest.find(quote).map_or(rest.len(), |length| length + 1))
        } else {
            let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(rest.len());
            Span::new(start, start + end)
        }
    }

    fn close_start_tag(&mut self, closes_itself: bool, end: usize) {
        let Some((element, start)) = self.open.take() else { return };
        self.at = end;
        let may_close_itself = closes_itself && (self.is_xhtml || self.graphics > 0);
        self.next = if may_close_itself { None } else { content_of(element) };
        let is_self_closing = closes_itself && self.next.is_none();
        if matches!(element.name(), "svg" | "math") && !is_self_closing {
            self.graphics += 1;
        }
        (self.take)(Token::Start(Tag {
            element,
            span: Span::new(start, end),
            is_self_closing,
            is_bare: self.is_bare,
            attributes: &self.attributes,
            text: self.text,
        }));
    }
}

impl<F: FnMut(Token<'_>)> Callback<Infallible, usize> for Machine<'_, F> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: html5gum::Span<usize>) -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.text(span.start);
                self.open = Some((Element::of(name), span.start));
                self.is_bare = true;
                self.attributes.clear();
            }
            CallbackEvent::AttributeName { name } => {
                self.is_bare = false;
                let (place, value) = (Span::new(span.start, span.end), Span::empty(span.end));
                let raw = |place: Span| place.of(self.text);
                let is_again =
                    || self.attributes.iter().any(|it| raw(it.place).eq_ignore_ascii_case(raw(place)));
                // Of two with one name the first counts (HTML 13.2.5.33).
                let name = Name::of(name).filter(|_| !is_again());
                self.is_listed = name.is_some();
                if let Some(name) = name {
                    self.attributes.push(Attribute { name, place, value, has_words: false });
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if !self.is_listed {
                    return None;
                }
                let place = self.value(span.start);
                if let Some(attribute) = self.attributes.last_mut() {
                    let mut words = Words::default();
                    words.read(std::str::from_utf8(value).unwrap_or_default());
                    attribute.value = place;
                    attribute.has_words = words.found();
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => self.close_start_tag(self_closing, span.end),
            CallbackEvent::EndTag { name } => {
                self.text(span.start);
                self.at = span.end;
                let element = Element::of(name);
                if matches!(element.name(), "svg" | "math") {
                    self.graphics = self.graphics.saturating_sub(1);
                }
                (self.take)(Token::End { element, span: Span::new(span.start, span.end) });
            }
            CallbackEvent::String { value } => {
                self.reads.push_str(std::str::from_utf8(value).unwrap_or_default());
                self.reads_to = span.end;
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } => {
                self.text(span.start);
                self.at = span.end;
                let span = Span::new(span.start, span.end);
                let is_text = self.is_xhtml && span.of(self.text).starts_with("<![CDATA[");
                (self.take)(if is_text { Token::CData(span) } else { Token::Comment(span) });
            }
            CallbackEvent::Error(_) => {}
        }
        None
    }
}

/// How the tokenizer reads the content of an element that is no HTML (13.2.6.4.7). `noscript` is read as a reader
/// without scripts sees it.
fn content_of(element: Element) -> Option<State> {
    match element.name() {
        "textarea" | "title" => Some(State::RcData),
        "plaintext" => Some(State::PlainText),
        "script" => Some(State::ScriptData),
        "style" | "iframe" | "xmp" | "noembed" | "noframes" => Some(State::RawText),
        _ => None,
    }
}

/// html5gum's own emitter, told how the content of each element is read.
struct Switching<'f, F: FnMut(Token<'_>)>(CallbackEmitter<Machine<'f, F>, Infallible, usize>);

impl<F: FnMut(Token<'_>)> ForwardingEmitter for Switching<'_, F> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let _ = self.0.emit_current_tag();
        let next = self.0.callback_mut().next.take();
        if next.is_some() {
            self.0.init_string();
        }
        next
    }

    fn emit_eof(&mut self) {
        self.0.emit_eof();
        let machine = self.0.callback_mut();
        let end = machine.reads_to.min(machine.text.len());
        machine.text(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str, is_xhtml: bool) -> Vec<String> {
        let mut found = Vec::new();
        walk(text, is_xhtml, |token| {
            found.push(match token {
                Token::Start(tag) => format!("{} {}", tag.element.name(), tag.span.of(text)),
                Token::End { span, .. } | Token::CData(span) | Token::Comment(span) => {
                    span.of(text).to_owned()
                }
                Token::Text { span, reads } => format!("{:?} {reads:?}", span.of(text)),
            });
        });
        found
    }

    #[test]
    fn tokens_stand_side_by_side() {
        let check = |text: &str, expected: &[&str]| assert_eq!(tokens(text, false), expected, "{text}");
        check("a &amp; b<br>c", &["\"a &amp; b\" \"a & b\"", "br <br>", "\"c\" \"c\""]);
        check("<P Class=a>x</P\n>", &["p <P Class=a>", "\"x\" \"x\"", "</P\n>"]);
        check("a &amp<b>", &["\"a &amp\" \"a &\"", "b <b>"]);
        check("1 < 2 <3", &["\"1 < 2 <3\" \"1 < 2 <3\""]);
        check("a\r\n<!-- b -->\r\nc", &["\"a\\r\\n\" \"a\\n\"", "<!-- b -->", "\"\\r\\nc\" \"\\nc\""]);
        check("<script>a<b</script>c", &["script <script>", "\"a<b\" \"a<b\"", "</script>", "\"c\" \"c\""]);
        check("<!DOCTYPE html><?x?>細胞", &["<!DOCTYPE html>", "<?x?>", "\"細胞\" \"細胞\""]);
        check("a<b c", &["\"a\" \"a\""]);
        check("a</>b", &["\"a</>b\" \"ab\""]);
        check("<svg><style/>a</svg>", &["svg <svg>", "style <style/>", "\"a\" \"a\"", "</svg>"]);
    }

    #[test]
    fn sections_of_xhtml_are_text() {
        assert_eq!(tokens("<![CDATA[a > b]]>c", true), ["<![CDATA[a > b]]>", "\"c\" \"c\""]);
        assert_eq!(tokens("<![CDATA[a > b]]>c", false), ["<![CDATA[a >", "\" b]]>c\" \" b]]>c\""]);
        assert_eq!(tokens("<script/>a", true), ["script <script/>", "\"a\" \"a\""]);
        assert_eq!(tokens("<script/>a", false), ["script <script/>", "\"a\" \"a\""]);
    }

    #[test]
    fn values_are_found_with_their_quotes() {
        let check = |text: &str, expected: &[&str]| {
            let mut found = Vec::new();
            walk(text, false, |token| {
                if let Token::Start(tag) = token {
                    found.extend(tag.attributes.iter().map(|attribute| attribute.value.of(text).to_owned()));
                }
            });
            assert_eq!(found, expected, "{text}");
        };
        check("<a alt=x title = 'y \"z' lang>", &["x", "'y \"z'", ""]);
        check("<a alt href=q title=\"a&amp;b\"/>", &["", "\"a&amp;b\""]);
        check("<a alt=a&amp data-x=y>", &["a&amp"]);
        check("<a ALT=\"a\r\nb\">", &["\"a\r\nb\""]);
    }
}
