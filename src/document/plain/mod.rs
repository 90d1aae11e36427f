//! Light plain text: the form in which articles come out of word processors and chat windows.
//!
//! One line is one paragraph. Numbers (`2.1. `), bullets (also a `-` alone on the line before) and `Q1.` labels
//! are skeleton, so renumbering changes no segment. Nothing here depends on the language of the text beyond
//! small lists of labels: the same lines must be recognised in a translation when it is read again.

mod credit;
mod marker;
mod oddity;
#[cfg(test)]
mod tests;

pub(crate) use oddity::{STRAY_SPACE, UNBALANCED_MARKUP};

use std::sync::Arc;

use super::directive::Pending;
use super::{Extraction, HeadingPath, Kind, Segment, Slot};
use crate::text::{Span, is_cjk};
use marker::{Mark, marker};

/// More lines than this at the top are no title; their first line is.
const MOST_TITLE_LINES: usize = 4;
/// A title line that is wider is running text. In columns; a CJK character takes two.
const WIDEST_TITLE_LINE: usize = 240;
/// A heading without a number that is wider is running text. English headings are about twice as wide as the
/// Japanese ones they translate, which seldom pass thirty characters.
const WIDEST_HEADING: usize = 120;

/// Reads a light plain text article.
///
/// ```
/// use yakugo::document::{Kind, plain};
/// let found = plain::extract("題\n1. はじめに\n本文です。\n-\n効果: 大きい。\n").segments;
/// let kinds: Vec<Kind> = found.iter().map(|segment| segment.kind).collect();
/// assert_eq!(kinds, [Kind::Title, Kind::Heading, Kind::Paragraph, Kind::Item]);
/// assert_eq!(found[3].text, "効果: 大きい。");
/// ```
pub fn extract(text: &str) -> Extraction {
    let lines = lines(text);
    let listed = marker::listed(text, &lines);
    let mut reader = Reader {
        text,
        crlf: text.contains("\r\n"),
        last_comment_end: text.rfind("-->").unwrap_or_default(),
        pending: Pending::default(),
        headings: Vec::new(),
        path: Arc::new([]),
        asked: false,
        extraction: Extraction::default(),
    };
    let mut index = reader.title(&lines);
    let mut after_blank = reader.extraction.segments.is_empty();
    while let Some(line) = lines.get(index) {
        if line.is_empty() {
            after_blank = true;
            index += 1;
            continue;
        }
        if let Some(end) = reader.comment(*line) {
            index += lines.iter().skip(index).take_while(|line| line.start < end).count();
            continue;
        }
        let next = lines.get(index + 1).copied().unwrap_or_default();
        let in_list = listed.get(index).copied().unwrap_or_default();
        index += reader.line(*line, next, after_blank, in_list);
        after_blank = false;
    }
    reader.extraction
}

/// How a translation is written at a plain slot. `Err` says why it cannot stand there and what to do.
///
/// Only what can be seen without the document is checked here; rendering reads its result again.
pub(crate) fn write(slot: Slot, translation: &str) -> Result<String, String> {
    if let Slot::TitleLines { crlf } = slot {
        return write_title(translation, crlf);
    }
    if translation.contains(['\n', '\r']) {
        return Err("one line of the article is one text: join the lines of the translation".to_owned());
    }
    check_edges(translation)?;
    if slot == (Slot::Line { marked: false }) {
        check_beginning(translation)?;
    }
    Ok(translation.to_owned())
}

fn write_title(translation: &str, crlf: bool) -> Result<String, String> {
    let lines: Vec<&str> =
        translation.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
    if lines.len() > MOST_TITLE_LINES {
        return Err(format!("a title has at most {MOST_TITLE_LINES} lines: join some of them"));
    }
    for line in &lines {
        check_edges(line)?;
        check_beginning(line)?;
        if !is_title_line(line) {
            return Err(format!(
                "`{line}` would be read as a paragraph: a title line has no full stop at its end and at most \
                 {WIDEST_TITLE_LINE} columns"
            ));
        }
    }
    Ok(lines.join(if crlf { "\r\n" } else { "\n" }))
}

fn check_edges(line: &str) -> Result<(), String> {
    if line.trim().is_empty() {
        return Err("a blank line would end the text: write the translation, or leave it missing".to_owned());
    }
    if line.trim() != line || line.starts_with('\u{FEFF}') {
        return Err("it begins or ends with white space: take that away".to_owned());
    }
    Ok(())
}

fn check_beginning(line: &str) -> Result<(), String> {
    if line.starts_with("<!--") {
        return Err("`<!--` at its start would be read as a comment: begin with a word".to_owned());
    }
    match marker(line) {
        // Whether `A. baumannii` is an answer depends on the lines above: rendering finds out.
        None | Some((Mark::Answer, _)) => Ok(()),
        Some((mark, text)) => {
            let found = line.get(..text).unwrap_or_default().trim_end();
            Err(format!("`{found}` at its start would be read as {}: begin with a word", mark.described()))
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    crlf: bool,
    /// Where the last `-->` stands: nothing behind it is looked through for one.
    last_comment_end: usize,
    pending: Pending,
    /// The headings above, with their levels.
    headings: Vec<(u8, Arc<str>)>,
    path: HeadingPath,
    /// Whether a question came since the last heading; only then is `A.` the label of an answer.
    asked: bool,
    extraction: Extraction,
}

impl Reader<'_> {
    /// Reads what stands before the first heading as the title, and returns the line to go on with.
    fn title(&mut self, lines: &[Span]) -> usize {
        let mut first = 0;
        while let Some(line) = lines.get(first) {
            if line.is_empty() {
                first += 1;
            } else if let Some(end) = self.comment(*line) {
                first += lines.iter().skip(first).take_while(|line| line.start < end).count();
            } else {
                break;
            }
        }
        let block = lines.get(first..).unwrap_or_default();
        let mut count = block.iter().take_while(|line| self.stands_in_title(**line)).count();
        if count > MOST_TITLE_LINES {
            count = 1;
        }
        let Some(title) = block.get(..count).filter(|title| !title.is_empty()) else { return first };
        let span = Span::new(title.first().map_or(0, |l| l.start), title.last().map_or(0, |l| l.end));
        let text: Vec<&str> = title.iter().map(|line| line.of(self.text)).collect();
        self.push(Kind::Title, None, span.start, span, Slot::TitleLines { crlf: self.crlf }, text.join("\n"));
        first + count
    }

    fn stands_in_title(&self, line: Span) -> bool {
        let text = line.of(self.text);
        !text.is_empty()
            && marker(text).is_none()
            && !text.starts_with("<!--")
            && !credit::is_credit(text)
            && is_title_line(text)
    }

    /// Reads the comment that begins with this line, and returns the byte after it.
    fn comment(&mut self, line: Span) -> Option<usize> {
        if line.start > self.last_comment_end || !line.of(self.text).starts_with("<!--") {
            return None;
        }
        let rest = self.text.get(line.start..)?;
        let end = line.start + rest.find("-->")? + "-->".len();
        // Text behind a comment is a text like any other, with the comment in it.
        let line_end = self.text.get(end..)?.split('\n').next()?;
        if !line_end.trim().is_empty() {
            return None;
        }
        let span = Span::new(line.start, end);
        self.pending.read(span.of(self.text), span, &mut self.extraction.findings);
        Some(end)
    }

    /// Reads one line that is not blank, with the next one where its marker stands alone. Returns how many
    /// lines were read.
    fn line(&mut self, line: Span, next: Span, after_blank: bool, in_list: bool) -> usize {
        let text = line.of(self.text);
        let found = marker(text).filter(|(mark, _)| *mark != Mark::Answer || self.asked);
        let Some((mark, offset)) = found else {
            self.unmarked(line, next, after_blank);
            return 1;
        };
        let mut span = Span::new(line.start + offset, line.end);
        let alone = span.is_empty();
        if alone {
            let following = next.of(self.text);
            if following.is_empty() || following.starts_with("<!--") || marker(following).is_some() {
                // A marker with nothing to mark.
                return 1;
            }
            span = next;
        }
        let slot = Slot::Line { marked: !alone };
        let words = span.of(self.text).to_owned();
        match mark {
            Mark::Number { depth, .. } if !in_list && !ends_with_stop(&words) => {
                self.heading(depth, line.start, span, slot);
            }
            Mark::Head => self.heading(1, line.start, span, slot),
            Mark::Number { .. } | Mark::Bullet => self.push(Kind::Item, None, line.start, span, slot, words),
            Mark::Question => {
                self.push(Kind::Question, None, line.start, span, slot, words);
                self.asked = true;
            }
            Mark::Answer => self.push(Kind::Answer, None, line.start, span, slot, words),
        }
        1 + usize::from(alone)
    }

    fn unmarked(&mut self, line: Span, next: Span, after_blank: bool) {
        let text = line.of(self.text);
        let slot = Slot::Line { marked: false };
        if credit::is_credit(text) {
            // Who answers for an article does so for the whole of it, not for the section it happens to end with.
            let path = std::mem::replace(&mut self.path, Arc::new([]));
            self.push(Kind::Credit, None, line.start, line, slot, text.to_owned());
            self.path = path;
        } else if after_blank && !next.is_empty() && is_bare_heading(text) {
            self.heading(1, line.start, line, slot);
        } else {
            self.push(Kind::Paragraph, None, line.start, line, slot, text.to_owned());
        }
    }

    fn heading(&mut self, level: u8, block: usize, span: Span, slot: Slot) {
        let text = span.of(self.text);
        self.asked = false;
        self.headings.retain(|(above, _)| *above < level);
        self.path = self.headings.iter().map(|(_, text)| Arc::clone(text)).collect();
        self.push(Kind::Heading, Some(level), block, span, slot, text.to_owned());
        self.headings.push((level, text.into()));
        self.path = self.headings.iter().map(|(_, text)| Arc::clone(text)).collect();
    }

    fn push(&mut self, kind: Kind, level: Option<u8>, block: usize, span: Span, slot: Slot, text: String) {
        let skipped = self.pending.take_skip();
        let (notes, pinned) = self.pending.take();
        if skipped {
            return;
        }
        oddity::check(kind, span, self.text, &mut self.extraction.findings);
        let block = Span::new(block, span.end);
        let path = Arc::clone(&self.path);
        self.extraction.segments.push(Segment { kind, level, path, block, span, text, notes, pinned, slot });
    }
}

/// The lines of a text without the white space around them; an empty span is a blank line.
fn lines(text: &str) -> Vec<Span> {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut at = text.len() - body.len();
    let mut lines = Vec::new();
    for line in body.split('\n') {
        let start = at + line.len() - line.trim_start().len();
        let words = line.trim();
        lines.push(if words.is_empty() { Span::empty(at) } else { Span::new(start, start + words.len()) });
        at += line.len() + 1;
    }
    lines
}

/// The width of a line in columns; a CJK character or Hangul syllable takes two. `limit` bounds the work.
fn columns(text: &str, limit: usize) -> usize {
    let wide = |c: char| is_cjk(c) || matches!(c, '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7A3}');
    text.chars().take(limit + 1).map(|c| 1 + usize::from(wide(c))).sum()
}

fn without_closers(text: &str) -> &str {
    text.trim_end_matches(|c: char| {
        matches!(c, '」' | '』' | '）' | ')' | '】' | '”' | '’' | '»' | '"' | '\'' | '*' | '_')
    })
}

/// Whether the text ends as a statement does. A question or a call ends many headings.
fn ends_with_stop(text: &str) -> bool {
    let text = without_closers(text);
    text.ends_with(['。', '．', '｡', '।', '۔']) || (text.ends_with('.') && !text.ends_with(".."))
}

fn is_title_line(text: &str) -> bool {
    !ends_with_stop(text) && columns(text, WIDEST_TITLE_LINE) <= WIDEST_TITLE_LINE
}

/// Whether the line can be a heading without a number. `?` is allowed: many headings ask.
fn is_bare_heading(text: &str) -> bool {
    let unfinished = without_closers(text).ends_with(['！', '!', '：', ':', '、', '，', ',', '；', ';', '…']);
    !unfinished && !ends_with_stop(text) && columns(text, WIDEST_HEADING) <= WIDEST_HEADING
}
