//! The inline marks of a text, in Markdown and HTML: what stands around its words and is none of them.
//!
//! What is not surely a mark counts as words: two texts of which one was misread then differ in words, and nothing is
//! done with them. Strike-through and raised or lowered figures are words, too: ~~10 mg~~ is not 10 mg.

use std::ops::Range;

use crate::text::{Attribute, Span, addresses, attributes, fold_layout, is_tag, shortcode_markup};

/// A text with its marks.
#[derive(Clone, Debug)]
pub(super) struct Marked<'a> {
    pub(super) text: &'a str,
    /// In the order in which they end.
    pub(super) marks: Vec<Mark<'a>>,
    /// Where the characters of the words stand, in the text and among the words; blanks left out.
    letters: Vec<(usize, usize)>,
    /// The words as a reader sees them.
    pub(super) words: String,
}

/// A pair of marks around words, or one that stands alone.
#[derive(Clone, Debug)]
pub(super) struct Mark<'a> {
    pub(super) look: Look<'a>,
    /// The words between, counted in letters.
    pub(super) letters: Range<usize>,
    /// The bytes before the words; of a mark that stands alone, all of it.
    pub(super) open: Span,
    /// The bytes behind them.
    pub(super) close: Span,
    /// Of a link or image: the address within `close`.
    pub(super) target: Span,
    /// Of a link or image: what a reader sees when pointing at it.
    pub(super) title: &'a str,
}

/// What makes a mark the same one in another language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look<'a> {
    /// `*`, `**`, `_` …
    Emphasis(&'a str),
    /// Code, by what it holds.
    Code(&'a str),
    /// A link by its address.
    Link(&'a str),
    /// An image by its address.
    Image(&'a str),
    /// A link by its label: `[text][label]`.
    Reference(&'a str),
    /// A pair of tags, by the first.
    Tag(&'a str),
    /// An address in the text, a tag or comment that stands alone, the anchor of a heading, an attribute of a shortcode
    /// that is markup.
    Point(&'a str),
}

impl Look<'_> {
    /// Whether it names something, so that no other mark is taken for it.
    pub(super) fn is_specific(self) -> bool {
        match self {
            Self::Emphasis(_) => false,
            Self::Tag(open) => open.contains('='),
            _ => true,
        }
    }

    /// Whether a part of it is read: the texts of such marks are to be translated.
    pub(super) fn has_words(self) -> bool {
        let (Self::Tag(tag) | Self::Point(tag)) = self else { return false };
        tag.starts_with('<') && attributes(tag, Span::new(1, tag.len() - 1)).iter().any(Attribute::is_read)
    }
}

impl<'a> Marked<'a> {
    pub(super) fn read(text: &'a str) -> Self {
        let shortcode_markup = shortcode_markup(text);
        let mut reader = Reader { text, addresses: addresses(text), shortcode_markup, ..Reader::default() };
        reader.read();
        let mut marks = reader.marks;
        let alone = reader.tags.into_iter().map(|span| point(text, span));
        marks.extend(alone);
        let mut hidden: Vec<Span> = marks.iter().flat_map(|mark| [mark.open, mark.close]).collect();
        hidden.sort_by_key(|span| (span.start, span.end));
        let mut hidden = hidden.into_iter().filter(|span| span.start < span.end).peekable();
        let mut letters = Vec::new();
        let mut words = String::new();
        for (at, c) in text.char_indices() {
            while hidden.peek().is_some_and(|span| span.end <= at) {
                hidden.next();
            }
            if hidden.peek().is_some_and(|span| span.start <= at) {
                continue;
            }
            if !c.is_whitespace() && c != '\u{200B}' {
                letters.push((at, words.len()));
            }
            words.push(c);
        }
        for mark in &mut marks {
            let before = |at: usize| letters.partition_point(|(letter, _)| *letter < at);
            mark.letters = before(mark.open.end)..before(mark.close.start);
        }
        marks.sort_by_key(|mark| (mark.close.end, mark.open.start));
        Self { text, marks, letters, words }
    }

    /// Whether a reader sees the same words in both texts.
    pub(super) fn has_words_of(&self, other: &Self) -> bool {
        self.letters.len() == other.letters.len() && fold_layout(&self.words) == fold_layout(&other.words)
    }

    /// The words that a mark stands around.
    pub(super) fn words_of(&self, mark: &Mark<'_>) -> &str {
        let at = |letter: usize| self.letters.get(letter).map_or(self.words.len(), |(_, at)| *at);
        if mark.letters.is_empty() {
            return "";
        }
        Span::new(at(mark.letters.start), at(mark.letters.end)).of(&self.words).trim_end()
    }

    /// The bytes between the two halves of a mark.
    pub(super) fn content(&self, mark: &Mark<'_>) -> &'a str {
        Span::new(mark.open.end, mark.close.start).of(self.text)
    }

    pub(super) fn with(&self, look: Look<'_>) -> impl Iterator<Item = &Mark<'a>> {
        self.marks.iter().filter(move |mark| mark.look == look)
    }

    pub(super) fn count(&self, look: Look<'_>) -> usize {
        self.with(look).count()
    }

    /// Whether a mark stands around all words.
    pub(super) fn is_whole(&self, mark: &Mark<'_>) -> bool {
        !mark.letters.is_empty() && mark.letters == (0..self.letters.len())
    }

    /// Whether a mark stands behind all words.
    pub(super) fn is_last(&self, mark: &Mark<'_>) -> bool {
        mark.letters.start == self.letters.len() && mark.open.end == self.text.trim_end().len()
    }

    /// Whether bytes are words without any mark between them.
    pub(super) fn is_plain(&self, span: Span) -> bool {
        let crosses = |mark: Span| mark.start < span.end && span.start < mark.end;
        self.marks.iter().all(|mark| !crosses(mark.open) && !crosses(mark.close))
    }
}

fn point(text: &str, open: Span) -> Mark<'_> {
    let end = Span::empty(open.end);
    Mark { look: Look::Point(open.of(text)), letters: 0..0, open, close: end, target: end, title: "" }
}

/// The first half of a mark that waits for its second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opened {
    Emphasis,
    Bracket,
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    at: usize,
    addresses: Vec<Span>,
    shortcode_markup: Vec<Span>,
    opened: Vec<(Opened, Span)>,
    /// Tags that are not closed yet.
    tags: Vec<Span>,
    marks: Vec<Mark<'a>>,
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        while let Some(c) = self.rest().chars().next() {
            let end = self.shortcode_markup().or_else(|| self.address()).or_else(|| match c {
                '\\' => self.escaped(),
                '`' => self.code(),
                '<' => self.tag(),
                '{' => self.anchor(),
                '!' | '[' => self.bracket(),
                ']' => self.link(),
                '*' | '_' => Some(self.emphasis(c)),
                _ => None,
            });
            self.at = end.unwrap_or(self.at + c.len_utf8());
        }
    }

    fn rest(&self) -> &'a str {
        self.from(self.at)
    }

    fn from(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    fn escaped(&self) -> Option<usize> {
        self.from(self.at + 1).starts_with(|c: char| c.is_ascii_punctuation()).then_some(self.at + 2)
    }

    fn alone(&mut self, end: usize) -> usize {
        self.marks.push(point(self.text, Span::new(self.at, end)));
        end
    }

    /// An attribute of a shortcode that is markup.
    fn shortcode_markup(&mut self) -> Option<usize> {
        let found = self.shortcode_markup.binary_search_by_key(&self.at, |span| span.start).ok()?;
        let end = self.shortcode_markup.get(found)?.end;
        Some(self.alone(end))
    }

    fn address(&mut self) -> Option<usize> {
        let found = self.addresses.binary_search_by_key(&self.at, |span| span.start).ok()?;
        let run = self.addresses.get(found)?.of(self.text);
        let end = self.at + run.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~']).len();
        Some(self.alone(end))
    }

    fn code(&mut self) -> Option<usize> {
        let fence = self.rest().len() - self.rest().trim_start_matches('`').len();
        let inside = self.at + fence;
        let mut at = inside;
        loop {
            at += self.from(at).find('`')?;
            let run = self.from(at).len() - self.from(at).trim_start_matches('`').len();
            if run == fence {
                break;
            }
            at += run;
        }
        let (open, close) = (Span::new(self.at, inside), Span::new(at, at + fence));
        let look = Look::Code(Span::new(inside, at).of(self.text));
        self.marks.push(Mark { look, letters: 0..0, open, close, target: Span::empty(at), title: "" });
        Some(close.end)
    }

    fn tag(&mut self) -> Option<usize> {
        let after = self.from(self.at + 1);
        if after.starts_with("!--") {
            let end = self.at + 1 + after.find("-->")? + 3;
            return Some(self.alone(end));
        }
        let end = self.at + 1 + after.find('>')? + 1;
        let span = Span::new(self.at, end);
        let inside = span.of(self.text).trim_start_matches('<').trim_end_matches('>');
        let is_autolink =
            !inside.contains(char::is_whitespace) && (inside.contains("://") || inside.contains('@'));
        if is_autolink {
            return Some(self.alone(end));
        }
        let name = tag_name(inside);
        if !is_tag(after) || ["sup", "sub", "del", "ins", "s", "strike"].contains(&name.as_str()) {
            return None;
        }
        if !inside.starts_with('/') {
            if inside.ends_with('/') || is_void(&name) {
                return Some(self.alone(end));
            }
            self.tags.push(span);
            return Some(end);
        }
        let is_its =
            |open: &Span| tag_name(open.of(self.text).trim_start_matches('<').trim_end_matches('>')) == name;
        let Some(at) = self.tags.iter().rposition(is_its) else { return Some(self.alone(end)) };
        let open = self.tags.remove(at);
        let look = Look::Tag(open.of(self.text));
        self.marks.push(Mark { look, letters: 0..0, open, close: span, target: Span::empty(end), title: "" });
        Some(end)
    }

    /// `{/*name*/}` anywhere, `{#name}` at the end.
    fn anchor(&mut self) -> Option<usize> {
        if self.rest().starts_with("{/*") {
            let end = self.at + self.rest().find("*/}")? + 3;
            return Some(self.alone(end));
        }
        let is_anchor = self.rest().starts_with("{#") && self.rest().trim_end().ends_with('}');
        let end = self.at + self.rest().find('}')? + 1;
        (is_anchor && self.from(end).trim().is_empty()).then(|| self.alone(end))
    }

    fn bracket(&mut self) -> Option<usize> {
        let mark = if self.rest().starts_with("![") { "![" } else { "[" };
        let end = self.at + mark.len();
        self.rest()
            .starts_with(mark)
            .then(|| self.opened.push((Opened::Bracket, Span::new(self.at, end))))?;
        Some(end)
    }

    fn link(&mut self) -> Option<usize> {
        let at = self.opened.iter().rposition(|(what, _)| *what == Opened::Bracket)?;
        let (_, open) = *self.opened.get(at)?;
        // Emphasis that began within brackets ends there, or was none.
        self.opened.truncate(at);
        let is_image = open.of(self.text).starts_with('!');
        let after = self.from(self.at + 1);
        let (target, title, end, is_label) = if after.starts_with('(') {
            let (target, title, end) = self.destination(self.at + 2)?;
            (target, title, end, false)
        } else {
            let label = after.strip_prefix('[')?;
            let length = label.find([']', '['])?;
            label.get(length..).filter(|rest| rest.starts_with(']') && length > 0)?;
            let target = Span::new(self.at + 2, self.at + 2 + length);
            (target, "", target.end + 1, true)
        };
        let name = target.of(self.text);
        let look = match (is_label, is_image) {
            (true, true) => return None,
            (true, false) => Look::Reference(name),
            (false, true) => Look::Image(name),
            (false, false) => Look::Link(name),
        };
        let close = Span::new(self.at, end);
        self.marks.push(Mark { look, letters: 0..0, open, close, target, title });
        Some(end)
    }

    /// Address, title and end of what stands in the round brackets of a link, from within them.
    fn destination(&self, start: usize) -> Option<(Span, &'a str, usize)> {
        let blank = |at: usize| at + self.from(at).len() - self.from(at).trim_start().len();
        let start = blank(start);
        let rest = self.from(start);
        let length = match rest.strip_prefix('<') {
            Some(inside) => 1 + inside.find('>')? + 1,
            None => bare_destination(rest)?,
        };
        let target = Span::new(start, start + length);
        let mut at = blank(target.end);
        let mut title = "";
        let quote = self.from(at).chars().next()?;
        if at > target.end && matches!(quote, '"' | '\'') {
            let end = at + 1 + self.from(at + 1).find(quote)?;
            title = Span::new(at + 1, end).of(self.text);
            at = blank(end + 1);
        }
        self.from(at).starts_with(')').then_some((target, title, at + 1))
    }

    fn emphasis(&mut self, sign: char) -> usize {
        let end = self.at + self.rest().len() - self.rest().trim_start_matches(sign).len();
        let span = Span::new(self.at, end);
        let before = self.text.get(..self.at).and_then(|text| text.chars().next_back()).unwrap_or(' ');
        let after = self.from(end).chars().next().unwrap_or(' ');
        let within_word = sign == '_' && before.is_alphanumeric() && after.is_alphanumeric();
        let times = sign == '*' && before.is_ascii_digit() && after.is_ascii_digit();
        if within_word || times {
            return end;
        }
        let bracket =
            self.opened.iter().rposition(|(what, _)| *what == Opened::Bracket).map_or(0, |at| at + 1);
        let within = self.opened.get(bracket..).unwrap_or_default();
        let open = within.iter().rposition(|(_, open)| open.of(self.text) == span.of(self.text));
        match open.filter(|_| !before.is_whitespace()) {
            Some(at) => {
                let (_, open) = self.opened[bracket + at];
                self.opened.truncate(bracket + at);
                let look = Look::Emphasis(open.of(self.text));
                let target = Span::empty(end);
                self.marks.push(Mark { look, letters: 0..0, open, close: span, target, title: "" });
            }
            None if !after.is_whitespace() => self.opened.push((Opened::Emphasis, span)),
            None => {}
        }
        end
    }
}

/// How long an address without `<>` is: up to a blank or the bracket that closes the link.
fn bare_destination(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ if c.is_whitespace() => return Some(at),
            _ => {}
        }
    }
    None
}

fn tag_name(inside: &str) -> String {
    let name = inside.trim_start_matches('/');
    name.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
}

fn is_void(name: &str) -> bool {
    matches!(name, "br" | "hr" | "img" | "input" | "wbr" | "source" | "track")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_words() {
        use Look::{Code, Emphasis, Image, Link, Point, Reference, Tag};
        let check = |text: &str, words: &str, looks: &[Look<'_>]| {
            let marked = Marked::read(text);
            assert_eq!(marked.words, words, "{text}");
            assert_eq!(marked.marks.iter().map(|mark| mark.look).collect::<Vec<_>>(), looks, "{text}");
        };
        check(
            "細胞を**培養**し、_a_ *b*",
            "細胞を培養し、a b",
            &[Emphasis("**"), Emphasis("_"), Emphasis("*")],
        );
        check("[**a** b](x(1) \"t\")", "a b", &[Emphasis("**"), Link("x(1)")]);
        check("![図](a.svg)と[語][ref]", "図と語", &[Image("a.svg"), Reference("ref")]);
        check("`a*b*` ``c`d``", "a*b* c`d", &[Code("a*b*"), Code("c`d")]);
        check("<a href=\"x\">a</a><br>", "a", &[Tag("<a href=\"x\">"), Point("<br>")]);
        check(
            "<https://x.org/1>とhttps://x.org/2。",
            "と。",
            &[Point("<https://x.org/1>"), Point("https://x.org/2")],
        );
        check("題 {/*a-b*/}", "題 ", &[Point("{/*a-b*/}")]);
        check("題 {#a-b}", "題 ", &[Point("{#a-b}")]);
        // What is not surely a mark is words.
        check("5*3 snake_case_name **open", "5*3 snake_case_name **open", &[]);
        check("[1] と [^2]", "[1] と [^2]", &[]);
        check("10<sup>6</sup> ~~10 mg~~ p <b 0.05", "10<sup>6</sup> ~~10 mg~~ p <b 0.05", &[]);
        check("\\*a\\* {x}", "\\*a\\* {x}", &[]);
        check("[*a](x)*", "*a*", &[Link("x")]);
    }
}
