//! The inline marks of one text: those that a reader of Markdown sees, and those that were meant and are not read.
//!
//! `CommonMark` does not open or close emphasis between a letter and a bracket or a quotation mark, which is where
//! Japanese and Chinese put it: the `**` of `**「凍結」**しない` are shown as stars. Such a pair was meant, so it counts;
//! and it is named, because most programs show the stars.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use crate::text::{Span, is_tag};

/// What stands around words, or in their place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// `**…**`, `<b>`, `<strong>`
    Strong,
    /// `*…*`, `<i>`, `<em>`
    Emphasis,
    /// A code span, by what it holds.
    Code(String),
    /// A link with words of its own, by its address or label. Addresses that stand for themselves are none.
    Link(String),
    /// An image by its address or label.
    Image(String),
    /// `[^label]`
    Footnote(String),
    /// The name of any other tag, with its `/` if it closes.
    Tag(String),
}

/// The marks of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    /// In the order of the text, those not read by `CommonMark` included.
    pub(crate) all: Vec<Mark>,
    /// Pairs of stars that `CommonMark` does not take for emphasis, with the stars.
    pub(crate) unread: Vec<Span>,
    /// `**` and `` ` `` without a partner.
    pub(crate) single: Vec<Span>,
    /// The names of tags that are opened and closed a different number of times.
    pub(crate) unclosed: Vec<String>,
}

/// Reads the marks of a text in which only tags are marks.
pub(crate) fn tags_alone(text: &str) -> Marks {
    if !text.contains('<') {
        return Marks::default();
    }
    Marks { all: tags(text), unclosed: unclosed(text), ..Marks::default() }
}

/// Reads the marks of the text of a segment.
pub(crate) fn marks(text: &str) -> Marks {
    if !text.contains(['*', '_', '`', '[', '<']) {
        return Marks::default();
    }
    let mut reading = Reading { text, ..Reading::default() };
    // Labels are defined elsewhere in the document. A bracket alone (`[1]`) is none.
    let is_label = |link: BrokenLink<'_>| {
        let named = matches!(link.link_type, LinkType::Reference) && !link.reference.starts_with('^');
        named.then(|| (CowStr::from(link.reference.to_string()), CowStr::from("")))
    };
    let parser = Parser::new_with_broken_link_callback(text, super::extensions(text), Some(is_label));
    for (event, range) in parser.into_offset_iter() {
        reading.read(event, range);
    }
    reading.finish()
}

/// What to write for a pair of stars that is not read: the marks within the brackets or quotation marks, or tags where
/// there are none around all of it.
pub(crate) fn mended(text: &str, pair: Span) -> String {
    let inside = pair.of(text).trim_matches('*');
    let stars = pair.of(text).split(|c| c != '*').next().unwrap_or("**");
    let mut inner = inside.chars();
    let ends = (inner.next(), inner.next_back());
    if let (Some(first), Some(last)) = ends
        && BRACKETS.contains(&(first, last))
        && !inner.as_str().contains([first, last])
    {
        let moved = format!("{first}{stars}{}{stars}{last}", inner.as_str());
        let whole =
            [text.get(..pair.start), Some(&moved), text.get(pair.end..)].map(Option::unwrap_or_default);
        if marks(&whole.concat()).unread.len() < marks(text).unread.len() {
            return moved;
        }
    }
    let tag = if stars.len() == 1 { "em" } else { "strong" };
    format!("<{tag}>{inside}</{tag}>")
}

const BRACKETS: [(char, char); 8] = [
    ('「', '」'),
    ('『', '』'),
    ('（', '）'),
    ('(', ')'),
    ('【', '】'),
    ('《', '》'),
    ('“', '”'),
    ('"', '"'),
];

#[derive(Default)]
struct Reading<'t> {
    text: &'t str,
    marks: Vec<(usize, Mark)>,
    /// Emphasis as the parser sees it.
    emphasized: Vec<Range<usize>>,
    /// Where stars are no marks: code, tags, addresses.
    hidden: Vec<Range<usize>>,
    single: Vec<Span>,
    /// The tags, one after the other.
    html: String,
    /// Text that is shown as it stands.
    literal: Vec<Range<usize>>,
    /// The end of what was read last: behind a link's words stands its address.
    at: usize,
}

impl Reading<'_> {
    fn read(&mut self, event: Event<'_>, range: Range<usize>) {
        let start = range.start;
        let mut add = |mark: Mark| self.marks.push((start, mark));
        match event {
            Event::Start(Tag::Strong | Tag::Emphasis) => {
                if self.text.get(start..).is_some_and(|rest| rest.starts_with('_')) {
                    let is_strong = matches!(event, Event::Start(Tag::Strong));
                    add(if is_strong { Mark::Strong } else { Mark::Emphasis });
                }
                self.emphasized.push(range);
                return;
            }
            Event::Start(Tag::Link { dest_url, link_type, .. }) => {
                if matches!(link_type, LinkType::Autolink | LinkType::Email) {
                    self.hidden.push(range);
                } else {
                    add(Mark::Link(dest_url.to_string()));
                }
                self.at = start;
                return;
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                add(Mark::Image(dest_url.to_string()));
                self.at = start;
                return;
            }
            Event::End(TagEnd::Link | TagEnd::Image) => self.hidden.push(self.at..range.end),
            Event::Code(code) => {
                add(Mark::Code(code.trim().to_owned()));
                self.hidden.push(range.clone());
            }
            Event::FootnoteReference(label) => add(Mark::Footnote(label.to_string())),
            Event::InlineHtml(html) | Event::Html(html) => {
                self.marks.extend(tags(&html).into_iter().map(|mark| (start, mark)));
                self.html.push_str(&html);
                self.hidden.push(range.clone());
            }
            Event::Text(_) => self.text(&range),
            Event::Start(_) => return,
            _ => {}
        }
        self.at = self.at.max(range.end);
    }

    /// Marks that are shown as they stand.
    fn text(&mut self, range: &Range<usize>) {
        self.literal.push(range.clone());
        let is_escaped = self.text.get(..range.start).is_some_and(|before| before.ends_with('\\'));
        let raw = self.text.get(range.clone()).unwrap_or_default();
        if let Some(at) = raw.find('`').filter(|_| !is_escaped) {
            self.single.push(Span::new(range.start + at, range.start + at + 1));
        }
    }

    fn finish(mut self) -> Marks {
        let footnotes = footnotes(self.text).into_iter();
        let footnotes = footnotes.filter(|(at, _)| !self.hidden.iter().any(|range| range.contains(at)));
        self.marks.extend(footnotes.collect::<Vec<_>>());
        let mut unread = Vec::new();
        for (pair, stars) in self.pairs() {
            self.marks.push((pair.start, if stars == 1 { Mark::Emphasis } else { Mark::Strong }));
            let is_shown = |at: usize| self.literal.iter().any(|range| range.contains(&at));
            let is_read = self.emphasized.iter().any(|range| Span::from(range.clone()) == pair)
                || !(is_shown(pair.start) && is_shown(pair.end - 1));
            if !is_read {
                unread.push(pair);
            }
        }
        self.marks.sort();
        let all = self.marks.into_iter().map(|(_, mark)| mark).collect();
        Marks { all, unread, single: self.single, unclosed: unclosed(&self.html) }
    }

    /// The pairs of stars that an author means, whatever letters stand beside them, with how many stars each has.
    fn pairs(&mut self) -> Vec<(Span, usize)> {
        let mut open: Vec<(Span, usize)> = Vec::new();
        let mut pairs = Vec::new();
        let mut from = 0;
        while let Some(start) = self.text.get(from..).and_then(|rest| rest.find('*')).map(|at| from + at) {
            let rest = self.text.get(start..).unwrap_or_default();
            let stars = rest.len() - rest.trim_start_matches('*').len();
            let run = Span::new(start, start + stars);
            from = run.end;
            let before = self.text.get(..start).unwrap_or_default().chars().next_back().unwrap_or(' ');
            let after = self.text.get(from..).unwrap_or_default().chars().next().unwrap_or(' ');
            let is_hidden = self.hidden.iter().any(|range| range.contains(&start));
            // 5*3 multiplies.
            let is_sign = before.is_ascii_digit() && after.is_ascii_digit();
            if is_hidden || is_sign || before == '\\' || stars > 3 {
                continue;
            }
            let partner = open.iter().rposition(|(_, length)| *length == stars);
            match partner.filter(|_| !before.is_whitespace()) {
                Some(at) => {
                    let (begin, _) = open[at];
                    open.truncate(at);
                    pairs.push((Span::new(begin.start, run.end), stars));
                }
                None if !after.is_whitespace() => open.push((run, stars)),
                None if stars > 1 => self.single.push(run),
                None => {}
            }
        }
        // A single star may stand for a remark below a table.
        self.single.extend(open.into_iter().filter(|(_, stars)| *stars > 1).map(|(run, _)| run));
        pairs
    }
}

/// The footnotes of a text; the parser knows only those that are defined in it.
fn footnotes(text: &str) -> Vec<(usize, Mark)> {
    let starts = text.match_indices("[^");
    let label = |at: usize| {
        let rest = text.get(at + 2..)?;
        let label = rest.get(..rest.find(']')?)?;
        (!label.is_empty() && !label.contains(char::is_whitespace)).then(|| label.to_owned())
    };
    starts.filter_map(|(at, _)| Some((at, Mark::Footnote(label(at)?)))).collect()
}

/// The tags of a text. Line breaks are each language's own.
fn tags(text: &str) -> Vec<Mark> {
    let of_tag = |(name, closes, _): (String, bool, bool)| match (name.as_str(), closes) {
        ("br" | "wbr", _) | ("b" | "strong" | "i" | "em", true) => None,
        ("b" | "strong", false) => Some(Mark::Strong),
        ("i" | "em", false) => Some(Mark::Emphasis),
        (_, true) => Some(Mark::Tag(format!("/{name}"))),
        (_, false) => Some(Mark::Tag(name)),
    };
    tag_names(text).filter_map(of_tag).collect()
}

/// The names of the tags that are opened and closed a different number of times.
fn unclosed(text: &str) -> Vec<String> {
    const ALONE: [&str; 10] = ["br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
    let mut open: BTreeMap<String, i32> = BTreeMap::new();
    for (name, closes, is_whole) in tag_names(text) {
        if !is_whole && !ALONE.contains(&name.as_str()) {
            *open.entry(name).or_default() += if closes { -1 } else { 1 };
        }
    }
    open.into_iter().filter(|(_, count)| *count != 0).map(|(name, _)| name).collect()
}

/// The names of the tags of a text: whether each closes, and whether it stands for itself (`<br/>`).
fn tag_names(text: &str) -> impl Iterator<Item = (String, bool, bool)> {
    let starts = text.match_indices('<').filter_map(|(at, _)| text.get(at + 1..));
    starts.filter(|after| is_tag(after) && !after.starts_with("!--")).map(|after| {
        let inside = after.split('>').next().unwrap_or_default();
        let name = inside.trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default();
        (name.to_ascii_lowercase(), inside.starts_with('/'), inside.ends_with('/'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Mark::{Code, Emphasis, Footnote, Image, Link, Strong, Tag};

    #[test]
    fn marks_that_readers_see() {
        let check = |text: &str, expected: &[Mark]| {
            let marks = marks(text);
            assert_eq!(marks.all, expected, "{text}");
            assert!(marks.unread.is_empty() && marks.single.is_empty(), "{text}: {marks:?}");
        };
        let link = |to: &str| Link(to.to_owned());
        check("**a** *b* __c__ _d_", &[Strong, Emphasis, Strong, Emphasis]);
        check("[a *b*](x*y*z) and [c][ref]", &[link("x*y*z"), Emphasis, link("ref")]);
        check("![a](b.png)<https://x.org/a*b*>", &[Image("b.png".into())]);
        check("`a*b*` x[^1]、[2]", &[Code("a*b*".into()), Footnote("1".into())]);
        check("<b>a</b><br><kbd>x</kbd>", &[Strong, Tag("kbd".into()), Tag("/kbd".into())]);
        check("5*3*2, \\*\\*a, 3 * 4, p* < 0.05", &[]);
    }

    #[test]
    fn stars_that_common_mark_does_not_read() {
        let check = |text: &str, unread: &str, mended_to: &str| {
            let marks = marks(text);
            assert_eq!(marks.unread.iter().map(|pair| pair.of(text)).collect::<Vec<_>>(), [unread], "{text}");
            assert_eq!(mended(text, marks.unread[0]), mended_to, "{text}");
        };
        check("バイアルは**「凍結」**しない", "**「凍結」**", "「**凍結**」");
        check("**キット（滅菌済み）**は", "**キット（滅菌済み）**", "<strong>キット（滅菌済み）</strong>");
        check("と*『細胞』*を", "*『細胞』*", "『*細胞*』");
        assert!(marks("**前は[**語**](x)後**").unread.is_empty());
    }

    #[test]
    fn tags_that_are_not_closed() {
        let check = |text: &str, expected: &[&str]| assert_eq!(unclosed(text), expected, "{text}");
        check("<b>a</b><br><img src='x'> p <b 0.05", &[]);
        check("<b>a<b>", &["b"]);
        check("<kbd>a</KBD> <x-y/>", &[]);
    }

    #[test]
    fn stars_and_ticks_without_a_partner() {
        let check = |text: &str, expected: &[&str]| {
            let found = marks(text);
            assert_eq!(found.single.iter().map(|run| run.of(text)).collect::<Vec<_>>(), expected, "{text}");
        };
        check("**Never* stop", &["**"]);
        check("Set `dose.max in", &["`"]);
        check("** a", &["**"]);
        check("\\` and \\**", &[]);
    }
}
