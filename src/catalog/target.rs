//! The translator's file: what stands in it for every unit, whoever wrote it and however.
//!
//! A unit is a message, or a stub that yakugo wrote as a comment:
//!
//! ```ftl
//! # yakugo: missing · paragraph · src 1:3f9a2cd10b77
//! # 国内では承認されていません。
//! # p-8m2c4t =
//! ```
//!
//! Text typed after the `=` counts, whether or not the `#` was taken away, on one line or several, indented or not.

use std::collections::HashMap;

use icu_normalizer::ComposingNormalizer;

use crate::catalog::note::{self, Note};
use crate::catalog::{records, stub};
use crate::finding::Finding;
use crate::fluent::{
    DUPLICATE_ID, Entry, Junk, Message, Pattern, Reference, ReferenceKind, Resource, write_source,
    write_value,
};
use crate::text::{Fingerprint, Span, fold_layout};

/// What a document's units are: the values of articles are texts, those of hand-written files are Fluent source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Values {
    /// Plain text; braces are braces.
    Text,
    /// Whole messages with attributes, as Fluent source.
    Source,
}

/// What stands in the file for one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) id: String,
    /// All of it, comments included.
    pub(crate) span: Span,
    /// The comment lines as written, with `#`, without the line `# id = …` of a stub.
    pub(crate) comment: Vec<String>,
    /// Yakugo's note among them.
    pub(crate) note: Option<Note>,
    pub(crate) body: Body,
    /// Whether it was left by yakugo as a comment.
    pub(crate) is_stub: bool,
    /// Whether the value is more than text: it refers to something.
    pub(crate) is_source: bool,
    /// Whether the text may be a part of what was typed, or one of two: then nobody may call it fresh.
    pub(crate) in_doubt: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// A message of the file.
    Message {
        /// From the id to the end.
        span: Span,
        /// The translation.
        text: String,
    },
    /// Text typed where Fluent would not take it as it stands; the message it becomes.
    Typed { message: String, text: String },
    /// Nothing.
    Empty,
}

impl Block {
    /// The translation, if there is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.body {
            Body::Message { text, .. } | Body::Typed { text, .. } => {
                Some(text.as_str()).filter(|text| !text.trim().is_empty())
            }
            Body::Empty => None,
        }
    }

    /// The same place with a text that was given for it elsewhere than in the file.
    pub(crate) fn given(block: Option<&Self>, id: &str, text: &str, values: Values) -> Self {
        Self {
            id: id.to_owned(),
            span: block.map(|block| block.span).unwrap_or_default(),
            comment: block.map(|block| block.comment.clone()).unwrap_or_default(),
            note: block.and_then(|block| block.note.clone()),
            body: typed(id, text, values),
            is_stub: false,
            is_source: false,
            in_doubt: false,
        }
    }

    /// Whether the note of a missing unit still stands above it: what is typed here was typed since the last run.
    pub(crate) fn is_unanswered(&self) -> bool {
        self.note.as_ref().is_some_and(|note| note.missing)
    }

    /// The comment lines that are the translator's own. Below the note of a missing unit, the lines that yakugo
    /// showed there are not.
    pub(crate) fn own_comment(&self, shown: &str) -> Vec<&str> {
        let mut shown: Vec<&str> = match &self.note {
            Some(note) if note.missing => shown.lines().collect(),
            _ => Vec::new(),
        };
        let mut is_shown = |line: &str| match shown.iter().position(|known| *known == line.trim_end()) {
            Some(at) => {
                shown.remove(at);
                true
            }
            None => false,
        };
        let lines = self.comment.iter().map(String::as_str);
        lines.filter(|line| !note::is_own(uncommented(line)) && !is_shown(line)).collect()
    }

    /// The note lines as they stand.
    pub(crate) fn note_lines(&self) -> Vec<&str> {
        self.comment.iter().map(String::as_str).filter(|line| note::is_own(uncommented(line))).collect()
    }
}

/// A translator's file, read.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) resource: Resource,
    /// The units in the order of the file.
    pub(crate) blocks: Vec<Block>,
    index: HashMap<String, usize>,
    /// Why the file must not be written: places that no program can read.
    pub(crate) broken: Vec<Finding>,
    /// Empty stubs of units whose text stands elsewhere in the file.
    pub(crate) superseded: Vec<Block>,
    /// What was typed in comments, and may be meant as text.
    pub(crate) typed_in_comments: Vec<Finding>,
    /// Lines `# id = text` in comments that are nobody's stub.
    pub(crate) commented_out: Vec<(String, Span)>,
}

impl Target {
    /// Reads a file. `known` says whether an id is one of the document's.
    pub(crate) fn read(text: &str, values: Values, known: &dyn Fn(&str) -> bool) -> Self {
        let (resource, findings) = Resource::parse(text);
        let mut blocks = Vec::new();
        let mut mended: Vec<Span> = Vec::new();
        let entries = resource.entries();
        let mut typed_in_comments = Vec::new();
        let mut read_to = 0;
        for (at, entry) in entries.iter().enumerate() {
            if entry.span().start < read_to {
                continue;
            }
            let is_text = stub::text_that_looks_like_a_message(entry, values, known);
            let as_text = is_text.then(|| read_entry(entries, at, true, values, known, resource.text()));
            let as_text = as_text.filter(|found| found.own.is_some());
            let is_mended = as_text.is_some() || matches!(entry, Entry::Junk(_));
            let found =
                as_text.unwrap_or_else(|| read_entry(entries, at, false, values, known, resource.text()));
            blocks.extend(found.above);
            let Some(block) = found.own else {
                typed_in_comments.extend(stub::without_own_line(entry, found.rest, resource.text()));
                continue;
            };
            if let Some(below) = found.below {
                read_to = below.end;
            }
            if found.below.is_some() || is_mended {
                mended.push(block.span);
            }
            blocks.push(block);
        }
        let inside = |finding: &Finding| {
            let at = finding.place.span;
            mended.iter().any(|span| span.start <= at.start && at.start <= span.end)
        };
        // What else is wrong with a file in conflict follows from the conflict.
        let mut broken = match records::conflict(text) {
            Some(conflict) => vec![conflict],
            None => findings.into_iter().filter(|finding| !inside(finding)).collect(),
        };
        for block in &mut blocks {
            let twice = stub::typed_twice(block);
            block.in_doubt |= twice;
            if twice {
                broken.push(stands_twice(block));
            }
        }
        doubt_what_goes_on(&mut blocks, &resource, known);
        typed_in_comments.extend(stub::comments_below(&mut blocks, entries, values, known, resource.text()));
        let mut index: HashMap<String, usize> = HashMap::with_capacity(blocks.len());
        let mut twice = Vec::new();
        let mut superseded = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            let Some(first) = index.get(&block.id).copied() else {
                index.insert(block.id.clone(), at);
                continue;
            };
            if blocks[first].text().is_some() && block.text().is_some() {
                twice.extend([first, at]);
            }
            let (first, stub): (&Block, &Block) = (&blocks[first], block);
            match (first.text(), stub.text()) {
                // The translation was typed below instead of into the stub.
                (None, Some(_)) if first.is_stub => {
                    superseded.push(first.clone());
                    index.insert(block.id.clone(), at);
                }
                (_, None) if stub.is_stub => superseded.push(stub.clone()),
                _ if first.is_stub || stub.is_stub => broken.push(stands_twice(block)),
                // Two messages: the Fluent layer has said so.
                _ => {}
            }
        }
        for at in twice {
            blocks[at].in_doubt = true;
        }
        let commented_out = stub::commented_out(&blocks, entries, known, resource.text());
        Self { resource, blocks, index, broken, superseded, typed_in_comments, commented_out }
    }

    /// What stands there for a unit.
    pub(crate) fn get(&self, id: &str) -> Option<&Block> {
        self.blocks.get(*self.index.get(id)?)
    }

    /// A message or stub with its comments, to stand in another file; none where nothing was typed.
    pub(crate) fn raw(&self, block: &Block) -> Option<String> {
        let comment: String = block.comment.iter().map(|line| format!("{line}\n")).collect();
        match &block.body {
            Body::Message { span, .. } => Some(comment + &self.of(*span).replace("\r\n", "\n")),
            Body::Typed { message, .. } => Some(comment + message),
            Body::Empty => block.is_stub.then(|| self.of(block.span).replace("\r\n", "\n")),
        }
    }

    /// The bytes of a span of the file.
    pub(crate) fn of(&self, span: Span) -> &str {
        span.of(self.resource.text())
    }
}

/// What an entry of the file is to a translator.
struct Found {
    /// Stubs in its comment that are not its own.
    above: Vec<Block>,
    own: Option<Block>,
    /// The rest of its comment.
    rest: Span,
    /// The lines below it that belong to its text.
    below: Option<Span>,
}

/// Reads an entry; `as_text` says that it is a message to Fluent only, and text of the stub above it to a person.
fn read_entry(
    entries: &[Entry],
    at: usize,
    as_text: bool,
    values: Values,
    known: &dyn Fn(&str) -> bool,
    text: &str,
) -> Found {
    let entry = &entries[at];
    let (stubs, rest) = stub::above(entry, as_text, known, text);
    // Lines typed below without indentation: junk to Fluent, text to the person who typed it.
    let below = stub::typed_below(entries, at, rest, values, known, text);
    let above = stubs.iter().filter_map(|comment| stub::read(*comment, None, values, known, text)).collect();
    let stub_with = |span: Span| {
        let end = below.map_or(span.end, |below| below.end);
        stub::read(rest, Some(Span::new(rest.end, end)), values, known, text)
    };
    let own = match entry {
        Entry::Message(message) if as_text => stub_with(message.span).filter(Block::is_unanswered),
        // Terms are translated in hand-written files; in an article's file they are the translator's own.
        Entry::Message(message) if message.is_term() && values == Values::Text => None,
        Entry::Message(message) => Some(message_block(message, rest, below, values, text)),
        Entry::Comment(comment) if comment.level == 1 => stub::read(rest, below, values, known, text),
        Entry::Junk(Junk { id: None, comment: Some(_), span }) => stub_with(*span),
        Entry::Comment(_) | Entry::Junk(_) => None,
    };
    Found { above, own, rest, below }
}

/// A comment line without its marks.
pub(crate) fn uncommented(line: &str) -> &str {
    let text = line.trim_start_matches('#');
    text.strip_prefix(' ').unwrap_or(text)
}

/// `comment` is what belongs to the message of the comment above it; `below` are the unindented lines below.
fn message_block(message: &Message, comment: Span, below: Option<Span>, values: Values, text: &str) -> Block {
    let lines: Vec<String> = comment.of(text).lines().map(str::to_owned).collect();
    let note = note::parse(lines.iter().map(|line| uncommented(line)));
    let start = if lines.is_empty() { message.id_span.start } else { comment.start };
    let span = Span::new(start, below.map_or(message.span.end, |below| below.end));
    let body = match below {
        Some(below) => {
            let above = message.value.as_ref().map(|value| value.normalized(text));
            let lines = above
                .into_iter()
                .chain(below.of(text).lines().map(|line| uncommented(line).trim().to_owned()));
            typed(&message.id, &lines.collect::<Vec<_>>().join("\n"), values)
        }
        None if message.is_emptied() => Body::Empty,
        None => {
            let body = Span::new(message.id_span.start, message.span.end);
            Body::Message { span: body, text: value_text(message, values, text) }
        }
    };
    let is_source = is_source(&body, message, text);
    Block {
        id: message.id.clone(),
        span,
        comment: lines,
        note,
        body,
        is_stub: false,
        is_source,
        in_doubt: false,
    }
}

/// Marks the texts that may go on where no program can read: before junk that belongs to no entry, and in a conflict.
fn doubt_what_goes_on(blocks: &mut [Block], resource: &Resource, known: &dyn Fn(&str) -> bool) {
    let is_read = |junk: &Junk, blocks: &[Block]| {
        blocks.iter().any(|block| block.span.end >= junk.span.end && block.span.start <= junk.span.start)
    };
    for entry in resource.entries() {
        let Entry::Junk(junk) = entry else { continue };
        if junk.id.as_deref().is_some_and(known) || is_read(junk, blocks) {
            continue;
        }
        let before = blocks.iter_mut().rfind(|block| block.span.end <= junk.span.start);
        if let Some(block) = before {
            block.in_doubt = true;
        }
    }
    let text = resource.text();
    if let Some(conflict) = records::conflict(text) {
        let end = text.rfind("\n>>>>>>>").unwrap_or(text.len());
        let inside =
            |block: &&mut Block| block.span.start <= end && block.span.end >= conflict.place.span.start;
        blocks.iter_mut().filter(inside).for_each(|block| block.in_doubt = true);
    }
}

fn stands_twice(block: &Block) -> Finding {
    let message = format!(
        "two texts for `{}` stand in this file, and nobody can say which is meant: delete one; until then yakugo \
         writes nothing to this file",
        block.id
    );
    Finding::new(&DUPLICATE_ID, block.span, message).unit(&block.id)
}

fn is_source(body: &Body, message: &Message, text: &str) -> bool {
    matches!(body, Body::Message { .. })
        && message.value.as_ref().is_some_and(|value| value.static_text(text).is_none())
}

/// The fingerprint of a translation: the same wherever a reader would see the same text, so that wrapped lines, blanks,
/// invisible signs and another Unicode form are no answers.
pub(crate) fn fingerprint(text: &str) -> Fingerprint {
    let is_invisible = |c: char| matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}');
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    Fingerprint::of(&fold_layout(&ComposingNormalizer::new_nfc().normalize(&visible)))
}

/// What is fingerprinted of a translation.
pub(crate) fn value_text(message: &Message, values: Values, text: &str) -> String {
    let value = message.value.as_ref();
    match values {
        Values::Text => value.map_or_else(String::new, |value| {
            value.static_text(text).unwrap_or_else(|| value.normalized(text))
        }),
        Values::Source => {
            let mut out = value.map(|value| value.normalized(text)).unwrap_or_default();
            for attribute in &message.attributes {
                out.push_str(&format!("\n.{} = {}", attribute.name, attribute.value.normalized(text)));
            }
            out
        }
    }
}

/// The message that typed text becomes: as Fluent source where that is what was meant, escaped otherwise.
pub(crate) fn typed(id: &str, text: &str, values: Values) -> Body {
    typed_source(id, text, values).unwrap_or_else(|| Body::Typed {
        message: format!("{id} ={}", write_value(text, "    ")),
        text: text.to_owned(),
    })
}

/// The message that typed text becomes if it can be read as Fluent source.
pub(crate) fn typed_source(id: &str, text: &str, values: Values) -> Option<Body> {
    let as_source = format!("{id} ={}", write_source(text, "    "));
    let (resource, findings) = Resource::parse(as_source.clone());
    let readable = findings.is_empty() && resource.entries().len() == 1;
    let message = resource.message(id).filter(|_| readable).filter(|message| match values {
        Values::Source => true,
        Values::Text => {
            let refers_to_terms_only = |value: &Pattern| value.references().iter().all(is_term);
            message.attributes.is_empty() && message.value.as_ref().is_some_and(refers_to_terms_only)
        }
    })?;
    Some(Body::Typed { text: value_text(message, values, resource.text()), message: as_source })
}

/// In an article there are no variables, messages or functions to refer to: only terms.
fn is_term(reference: &Reference) -> bool {
    reference.kind == ReferenceKind::Term
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Target {
        Target::read(text, Values::Text, &|id| id.starts_with("p-"))
    }

    fn check(text: &str, expected: &[(&str, Option<&str>)]) {
        let target = read(text);
        let seen: Vec<_> = target.blocks.iter().map(|block| (block.id.as_str(), block.text())).collect();
        assert_eq!(seen, expected, "{text}");
        assert_eq!(target.broken, [], "{text}");
    }

    const NOTE: &str = "# yakugo: missing · paragraph · src 1:3f9a2cd10b77\n# 国内では承認されていません。\n";

    #[test]
    fn a_stub_may_be_filled_in_any_way() {
        let check =
            |typed: &str, expected: Option<&str>| check(&format!("{NOTE}{typed}\n"), &[("p-1", expected)]);
        check("# p-1 =", None);
        check("# p-1 = ", None);
        check("# p-1 = It is not approved.", Some("It is not approved."));
        check("#p-1=It is not approved.", Some("It is not approved."));
        check("p-1 = It is not approved.", Some("It is not approved."));
        check("p-1 =", None);
        check("# p-1 =\n# It is not\n# approved.", Some("It is not\napproved."));
        check("# p-1 =\nIt is not approved.", Some("It is not approved."));
        check("# p-1 = It is not\n    approved.", Some("It is not\napproved."));
        check("p-1 =\nIt is not approved.", Some("It is not approved."));
        check("p-1 = It is not\napproved.", Some("It is not\napproved."));
        check("# p-1 = a {b} c", Some("a {b} c"));
        check("# p-1 = a {\"{\"} c", Some("a { c"));
        check("# p-1 = { -vegf } acts", Some("{ -vegf } acts"));
    }

    #[test]
    fn source_text_that_looks_like_a_stub_line_is_not_one() {
        let text = "# yakugo: missing · paragraph · src 1:3f9a2cd10b77\n# p-2 = 式\n# p-1 = formula\n";
        check(text, &[("p-1", Some("formula"))]);
    }

    #[test]
    fn comments_belong_to_the_translator() {
        let target = read(&format!("# ask the doctor\n{NOTE}# second thought\np-1 = x\n"));
        let shown = "# 国内では承認されていません。\n";
        assert_eq!(target.blocks[0].own_comment(shown), ["# ask the doctor", "# second thought"]);
        let stale =
            read("# mine\n# yakugo: stale (wording) · src 1:3f9a2cd10b77\n# yakugo: now 新\np-1 = x\n");
        assert_eq!(stale.blocks[0].own_comment(""), ["# mine"]);
        assert_eq!(stale.blocks[0].note_lines().len(), 2);
    }

    #[test]
    fn a_comment_that_is_no_stub_is_left_alone() {
        check("# p-1 = not a stub: no note above\n\np-2 = x\n", &[("p-2", Some("x"))]);
    }

    #[test]
    fn terms_are_units_of_hand_written_files() {
        let stub = "# yakugo: missing · message · src 1:3f9a2cd10b77\n# Yakugo\n# -brand =\n";
        let target = Target::read(&stub.replace("-brand =", "-brand = ヤクゴ"), Values::Source, &|id| {
            id == "-brand"
        });
        assert_eq!(target.get("-brand").and_then(Block::text), Some("ヤクゴ"));
    }

    #[test]
    fn what_fluent_cannot_take_is_named_and_the_rest_is_served() {
        let target = read("p-1 = { broken\n\np-2 = fine\n");
        assert_eq!(target.broken.len(), 1);
        assert!(target.get("p-2").is_some());
    }
}
