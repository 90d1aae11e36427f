//! The generated source file of an article: its segments as Fluent messages in document order, `##` groups for
//! sections. It is the store of ids; each message carries its kind and fingerprint, so that a hand edit is seen.

use crate::catalog::records;
use crate::document::{Kind, Segment};
use crate::finding::{Finding, rule};
use crate::fluent::{Entry, Message, Resource, comment_lines, write_value};
use crate::text::{Fingerprint, Span};

rule! {
    /// A text in a generated source file was changed by hand; the article is the truth.
    ///
    /// Why: the change would be lost, or worse, translators would answer a text that no reader ever sees.
    ///
    /// Example: a typo was corrected in `locales/ja/dose.ftl` instead of in `articles/dose.md`.
    ///
    /// Fix: make the change in the document, then run `yakugo sync`.
    pub(crate) const SOURCE_EDITED: "source-edited", Warning;
}

/// A message of the generated source file as it was written last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OldUnit {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    /// The headings it stood under, joined as [`group`] does.
    pub(crate) group: String,
    /// The text that stands in the file.
    pub(crate) text: String,
    /// The fingerprint of the text that yakugo wrote.
    pub(crate) written: Fingerprint,
    pub(crate) span: Span,
}

impl OldUnit {
    /// Whether the text in the file is not the one that yakugo wrote.
    pub(crate) fn is_edited(&self) -> bool {
        Fingerprint::of(&self.text) != self.written
    }
}

/// What separates headings in a `##` group; for people, and for comparing places.
const BETWEEN_HEADINGS: &str = " › ";

/// The section a segment is written under; a heading opens its own.
pub(crate) fn group(segment: &Segment) -> String {
    let own = (segment.kind == Kind::Heading).then_some(segment.text.as_str());
    let headings: Vec<String> = segment.path.iter().map(AsRef::as_ref).chain(own).map(one_line).collect();
    headings.join(BETWEEN_HEADINGS)
}

fn one_line(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).collect::<Vec<_>>().join(" ")
}

/// Writes the file for these segments and their ids.
pub(crate) fn write(document_path: &str, units: &[(&str, &Segment)]) -> String {
    let mut out = format!(
        "### Source messages of {document_path}, made by `yakugo sync`: edit the article, not this file.\n"
    );
    let mut section = String::new();
    for (id, segment) in units {
        let group = group(segment);
        if group != section {
            out.push_str("\n##");
            if !group.is_empty() {
                out.push(' ');
                out.push_str(&group);
            }
            out.push('\n');
            section = group;
        }
        out.push_str(&format!("\n# {} · {}\n", segment.kind.name(), Fingerprint::of(&segment.text)));
        for line in segment.notes.iter().flat_map(|note| note.lines()) {
            out.push_str(format!("# {line}").trim_end());
            out.push('\n');
        }
        out.push_str(&format!("{id} ={}\n", write_value(&segment.text, "    ")));
    }
    out
}

/// Reads the file as far as it can be read. Both sides of a merge conflict count; what is lost is found again by
/// fingerprint in the ledgers, so nothing here is an error.
pub(crate) fn read(text: &str) -> Vec<OldUnit> {
    let (resource, _) = Resource::parse(without_markers(text));
    let mut units: Vec<OldUnit> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    let mut group = String::new();
    for entry in resource.entries() {
        match entry {
            Entry::Comment(comment) if comment.level == 2 => {
                group = comment_lines(comment.span.of(resource.text())).collect();
            }
            Entry::Message(message) if !message.is_term() => {
                let Some(unit) = old_unit(message, &group, resource.text()) else { continue };
                if seen.insert((unit.id.clone(), unit.text.clone())) {
                    units.push(unit);
                }
            }
            _ => {}
        }
    }
    units
}

fn old_unit(message: &Message, group: &str, text: &str) -> Option<OldUnit> {
    let value = message.value.as_ref()?.static_text(text)?;
    let first = message.comment.and_then(|comment| comment_lines(comment.of(text)).next().map(str::to_owned));
    let (kind, written) =
        first.as_deref().and_then(kind_and_fingerprint).unwrap_or((Kind::Paragraph, Fingerprint::of(&value)));
    Some(OldUnit {
        id: message.id.clone(),
        kind,
        group: group.to_owned(),
        text: value,
        written,
        span: message.span,
    })
}

fn kind_and_fingerprint(line: &str) -> Option<(Kind, Fingerprint)> {
    let (kind, fingerprint) = line.split_once(" · ")?;
    Some((Kind::from_name(kind)?, fingerprint.trim().parse().ok()?))
}

/// The text without git's conflict markers: both sides stand, one after the other.
fn without_markers(text: &str) -> String {
    if !records::has_conflict(text) {
        return text.to_owned();
    }
    let mut in_base = false;
    let mut kept = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match line.get(..7) {
            Some("|||||||") => in_base = true,
            Some("=======") => in_base = false,
            // A blank line keeps the last message of one side apart from the first of the other.
            Some("<<<<<<<" | ">>>>>>>") => kept.push('\n'),
            _ if in_base => {}
            _ => kept.push_str(line),
        }
    }
    kept
}

/// The finding about an edited message.
pub(crate) fn edited(unit: &OldUnit, document_path: &str) -> Finding {
    let message = format!(
        "this file is made from {document_path}: make the change there; `yakugo sync` writes the article's text back \
         and keeps what was typed here in the past file"
    );
    Finding::new(&SOURCE_EDITED, unit.span, message).unit(&unit.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Options, extract};

    fn written(markdown: &str) -> String {
        let segments = extract(Format::Markdown, markdown, &Options::default()).segments;
        let ids: Vec<String> = (0..segments.len()).map(|at| format!("p-{at}")).collect();
        let units: Vec<(&str, &Segment)> = ids.iter().map(String::as_str).zip(&segments).collect();
        write("a.md", &units)
    }

    #[test]
    fn what_is_written_is_read_back() {
        let text = written("はじめ\n\n# 題\n\n{1}\n\n## 節\n\n段落  \n二行目\n\n# 別\n");
        let units = read(&text);
        let seen: Vec<_> =
            units.iter().map(|unit| (unit.kind, unit.group.as_str(), unit.text.as_str())).collect();
        let expected = [
            (Kind::Paragraph, "", "はじめ"),
            (Kind::Heading, "題", "題"),
            (Kind::Paragraph, "題", "{1}"),
            (Kind::Heading, "題 › 節", "節"),
            (Kind::Paragraph, "題 › 節", "段落\n二行目"),
            (Kind::Heading, "別", "別"),
        ];
        assert_eq!(seen, expected);
        assert!(units.iter().all(|unit| !unit.is_edited()));
    }

    #[test]
    fn a_hand_edit_is_seen() {
        let units = read(&written("段落\n").replace("= 段落", "= 別の段落"));
        assert!(units[0].is_edited());
    }

    #[test]
    fn both_sides_of_a_conflict_are_read() {
        let (a, b) = (written("甲\n"), written("乙\n"));
        let units = read(&format!("<<<<<<< a\n{a}=======\n{b}>>>>>>> b\n"));
        assert_eq!(units.iter().map(|unit| unit.text.as_str()).collect::<Vec<_>>(), ["甲", "乙"]);
    }
}
