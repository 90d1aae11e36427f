//! Reading a Fluent file without loss.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use fluent_syntax::{ast, parser};

use super::chunks::{Limit, MAX_ARGUMENTS, MAX_BYTES, MAX_DEPTH, chunks, entry_id, exceeded};
use super::convert::Walk;
use super::entry::{Attribute, Comment, Entry, Junk, Message};
use super::{CARRIAGE_RETURN, DUPLICATE_ATTRIBUTE, DUPLICATE_ID, FLUENT_LIMIT, hints};
use crate::finding::Finding;
use crate::text::Span;

/// A Fluent file: its text, untouched, and the places of everything in it.
///
/// ```
/// use yakugo::fluent::Resource;
/// let (resource, findings) = Resource::parse("# A dose.\ndose = 10 mg\n    .title = { $n } mg\n");
/// assert!(findings.is_empty());
/// let dose = resource.message("dose").unwrap();
/// assert_eq!(dose.comment.unwrap().of(resource.text()), "# A dose.");
/// assert_eq!(dose.slot.of(resource.text()), " 10 mg");
/// assert_eq!(dose.attributes[0].name, "title");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Resource {
    text: String,
    entries: Vec<Entry>,
    by_id: HashMap<String, usize>,
}

impl Resource {
    /// Reads a file. What cannot be understood becomes [`Entry::Junk`] and a finding, and the other entries are
    /// there; no content makes it fail, overflow the stack or take more than linear time.
    ///
    /// A byte order mark is kept in the text and is part of no entry. Line ends stay as they are.
    pub fn parse(text: impl Into<String>) -> (Self, Vec<Finding>) {
        let text = text.into();
        let mut reader = Reader { text: &text, entries: Vec::new(), findings: Vec::new() };
        if text.len() > MAX_BYTES {
            let span = Span::new(0, text.len());
            reader.entries.push(Entry::Junk(Junk { span, comment: None, id: None }));
            let message =
                format!("this file is larger than {} MiB and was not read: split it", MAX_BYTES >> 20);
            reader.findings.push(Finding::new(&FLUENT_LIMIT, Span::empty(0), message));
        } else {
            let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
            for chunk in chunks(&text, start) {
                reader.chunk(chunk);
            }
        }
        let Reader { entries, mut findings, .. } = reader;
        findings.extend(lone_carriage_return(&text));
        let by_id = index(&entries, &mut findings);
        (Self { text, entries, by_id }, findings)
    }

    /// The text as it was given, byte for byte.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text again, without a copy.
    pub fn into_text(self) -> String {
        self.text
    }

    /// All entries in the order of the file.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The messages and terms in the order of the file, emptied ones included.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.entries.iter().filter_map(Entry::message)
    }

    /// The message with this id, or the term if it begins with `-`. Of several the first, which is the one that
    /// fluent-bundle takes.
    pub fn message(&self, id: &str) -> Option<&Message> {
        self.entries.get(self.position(id)?)?.message()
    }

    /// The place of that message in [`Resource::entries`].
    pub fn position(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// How most lines of the file end: `"\r\n"` or `"\n"`.
    pub fn line_end(&self) -> &'static str {
        let all = self.text.matches('\n').count();
        let with_cr = self.text.matches("\r\n").count();
        if 2 * with_cr > all { "\r\n" } else { "\n" }
    }
}

struct Reader<'t> {
    text: &'t str,
    entries: Vec<Entry>,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn chunk(&mut self, chunk: Span) {
        let source = chunk.of(self.text);
        if let Some((limit, at)) = exceeded(source) {
            self.refuse(chunk, limit, chunk.start + at);
            return;
        }
        let (resource, errors) = match parser::parse(source) {
            Ok(resource) => (resource, Vec::new()),
            Err(broken) => broken,
        };
        let mut errors = errors.into_iter();
        for entry in &resource.body {
            match entry {
                ast::Entry::Message(message) => {
                    let value = message.value.as_ref();
                    self.message(message.comment.as_ref(), message.id.name, value, &message.attributes);
                }
                ast::Entry::Term(term) => {
                    self.message(term.comment.as_ref(), term.id.name, Some(&term.value), &term.attributes);
                }
                ast::Entry::Comment(comment) => self.comment(comment, 1),
                ast::Entry::GroupComment(comment) => self.comment(comment, 2),
                ast::Entry::ResourceComment(comment) => self.comment(comment, 3),
                ast::Entry::Junk { content } => {
                    let span = Walk::new(self.text, 0).leaf(content);
                    if let Some(error) = errors.next() {
                        let Range { start, .. } = error.pos;
                        self.junk(span, &error.kind, chunk.start + start);
                    }
                }
            }
        }
    }

    fn message(
        &mut self,
        comment: Option<&ast::Comment<&str>>,
        id: &str,
        value: Option<&ast::Pattern<&str>>,
        attributes: &[ast::Attribute<&str>],
    ) {
        let comment = comment.map(|comment| self.comment_span(comment, 1));
        let mut walk = Walk::new(self.text, 0);
        let mut id_span = walk.leaf(id);
        if self.text.as_bytes().get(id_span.start.wrapping_sub(1)) == Some(&b'-') {
            id_span.start -= 1;
        }
        let after = walk.find('=') + 1;
        let value = value.map(|value| walk.pattern(value));
        let slot = self.slot(after, value.as_ref().map_or(after, |value| value.span.end));
        let attributes: Vec<Attribute> = attributes
            .iter()
            .map(|attribute| {
                let name = walk.leaf(attribute.id.name);
                let after = walk.find('=') + 1;
                let value = walk.pattern(&attribute.value);
                Attribute {
                    name: attribute.id.name.to_owned(),
                    span: Span::new(name.start.saturating_sub(1), value.span.end),
                    slot: self.slot(after, value.span.end),
                    value,
                }
            })
            .collect();
        let start = comment.map_or(id_span.start, |comment| comment.start);
        let end = attributes.last().map(|last| last.span.end);
        let end = end.or_else(|| value.as_ref().map(|value| value.span.end)).unwrap_or(after);
        let id = id_span.of(self.text).to_owned();
        let span = Span::new(start, end);
        self.entries.push(Entry::Message(Message { span, comment, id, id_span, slot, value, attributes }));
    }

    /// From behind an `=` to the end of the line in which `end` lies; there are only blanks behind it.
    fn slot(&self, after: usize, end: usize) -> Span {
        let rest = self.text.get(end..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        Span::new(after, end + line.len())
    }

    fn comment(&mut self, comment: &ast::Comment<&str>, level: u8) {
        let span = self.comment_span(comment, level);
        self.entries.push(Entry::Comment(Comment { span, level }));
    }

    fn comment_span(&self, comment: &ast::Comment<&str>, level: u8) -> Span {
        let marks = "###".get(..usize::from(level)).unwrap_or_default();
        let length = self.text.len();
        // The parser knows nothing of a last line that holds the marks alone and has no end.
        let (Some(first), Some(last)) = (comment.content.first(), comment.content.last()) else {
            return Span::new(length - marks.len(), length);
        };
        let mut walk = Walk::new(self.text, 0);
        let text_start = walk.leaf(first).start;
        let before = self.text.get(..text_start).unwrap_or_default();
        let start = before.strip_suffix(' ').unwrap_or(before).len() - marks.len();
        let end = walk.leaf(last).end;
        let rest = self.text.get(end..).unwrap_or_default();
        let last_line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'));
        Span::new(start, if last_line == Some(marks) { length } else { end })
    }

    fn junk(&mut self, span: Span, kind: &parser::ErrorKind, at: usize) {
        let source = span.of(self.text).trim_end_matches([' ', '\r', '\n']);
        if source.is_empty() {
            return;
        }
        let span = Span::new(span.start, span.start + source.len());
        let comment = self.comment_above(span.start);
        let start = comment.map_or(span.start, |comment| comment.start);
        let id = entry_id(source.lines().next().unwrap_or_default());
        let is_emptied = |id: &&str| source.get(id.len()..).is_some_and(|rest| rest.trim_matches(' ') == "=");
        if let Some(id) = id.filter(is_emptied) {
            let id_span = Span::new(span.start, span.start + id.len());
            let slot = self.slot(span.end, span.end);
            let (span, id) = (Span::new(start, span.end), id.to_owned());
            let (value, attributes) = (None, Vec::new());
            self.entries.push(Entry::Message(Message {
                span,
                comment,
                id,
                id_span,
                slot,
                value,
                attributes,
            }));
            return;
        }
        let id = id.map(str::to_owned);
        let mut finding = hints::syntax(self.text, self.entries.last(), span, kind, at);
        finding.id.clone_from(&id);
        self.findings.push(finding);
        self.entries.push(Entry::Junk(Junk { span: Span::new(start, span.end), comment, id }));
    }

    /// Takes back the comment that ends on the line above: it belongs to what begins at `start`.
    fn comment_above(&mut self, start: usize) -> Option<Span> {
        let Some(Entry::Comment(Comment { span, level: 1 })) = self.entries.last() else { return None };
        let span = *span;
        if !matches!(Span::new(span.end, start).of(self.text), "\n" | "\r\n") {
            return None;
        }
        self.entries.pop();
        Some(span)
    }

    fn refuse(&mut self, chunk: Span, limit: Limit, at: usize) {
        let source = chunk.of(self.text).trim_end_matches([' ', '\r', '\n']);
        let span = Span::new(chunk.start, chunk.start + source.len());
        let id = source.lines().find(|line| !line.starts_with('#')).and_then(entry_id).map(str::to_owned);
        let message = match limit {
            Limit::Depth => {
                format!(
                    "more than {MAX_DEPTH} braces or parentheses within each other: take some of them out"
                )
            }
            Limit::Arguments => {
                format!("more than {MAX_ARGUMENTS} arguments in one call: take some of them out")
            }
            Limit::Nul => "a NUL byte stands here: save the file as UTF-8 text".to_owned(),
        };
        let mut finding = Finding::new(&FLUENT_LIMIT, Span::new(at, at + 1), message);
        finding.id.clone_from(&id);
        self.findings.push(finding);
        self.entries.push(Entry::Junk(Junk { span, comment: None, id }));
    }
}

/// The first carriage return that is part of no line end: text for Fluent, an end of a line for old editors.
fn lone_carriage_return(text: &str) -> Option<Finding> {
    let at = text
        .match_indices('\r')
        .map(|(at, _)| at)
        .find(|at| !text.get(at + 1..).is_some_and(|rest| rest.starts_with('\n')))?;
    let message = "a carriage return stands alone here, and Fluent takes it for text: save the file with LF or CRLF \
                   at the ends of its lines, or write {\"\\u000D\"}";
    Some(Finding::new(&CARRIAGE_RETURN, Span::new(at, at + 1), message))
}

/// Where each id stands first; the others are findings.
fn index(entries: &[Entry], findings: &mut Vec<Finding>) -> HashMap<String, usize> {
    let mut by_id = HashMap::with_capacity(entries.len());
    for (position, entry) in entries.iter().enumerate() {
        let Some(message) = entry.message() else { continue };
        if by_id.contains_key(&message.id) {
            let text = format!(
                "`{}` stands in this file before: programs take the first; remove one or give it another id",
                message.id
            );
            findings.push(Finding::new(&DUPLICATE_ID, message.id_span, text).unit(&message.id));
        } else {
            by_id.insert(message.id.clone(), position);
        }
        let mut names = HashSet::new();
        for attribute in &message.attributes {
            if !names.insert(&attribute.name) {
                let text = format!("`.{}` stands in `{}` before: remove one", attribute.name, message.id);
                findings.push(Finding::new(&DUPLICATE_ATTRIBUTE, attribute.span, text).unit(&message.id));
            }
        }
    }
    by_id
}
