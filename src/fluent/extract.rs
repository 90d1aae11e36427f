//! Segments of Fluent files that developers write by hand.

use std::collections::HashSet;
use std::sync::Arc;

use super::entry::{Comment, Entry, Message, comment_lines};
use super::lint::empty_messages;
use super::pattern::Pattern;
use super::resource::Resource;
use crate::document::{Extraction, HeadingPath, Kind, Segment, Slot};
use crate::text::Span;

/// Reads a hand-written source file: one segment for the value of each message and term, one for each attribute.
///
/// - `pinned` is the id that programs use: `save`, `save.tooltip`, `-brand`. Where one stands twice, the first
///   counts, as in programs; the others are findings.
/// - `text` is always the Fluent source of the value, [normalised](Pattern::normalized), so that `{ $n }` and a
///   brace that readers see (`{"{"}`) cannot be confused. For most messages that is the plain text.
/// - `span` is what a translation replaces: the bytes behind the `=`. [`write_source`](super::write_source) gives
///   what stands there.
/// - `path` is the group (`## …`) above, if there is one; an empty `##` ends a group.
/// - `notes` is the comment attached to the message, without the lines that begin with `yakugo:`.
///
/// ```
/// use yakugo::fluent::extract;
/// let read = extract("## Dialog\n\n# A verb.\nsave = Save { $n }\n    .tooltip = Save all\n");
/// let segments: Vec<_> = read.segments.iter().map(|s| (s.pinned.as_deref().unwrap(), s.text.as_str())).collect();
/// assert_eq!(segments, [("save", "Save { $n }"), ("save.tooltip", "Save all")]);
/// assert_eq!(read.segments[0].notes, ["A verb."]);
/// assert_eq!(read.segments[0].path.first().unwrap().as_ref(), "Dialog");
/// ```
pub fn extract(text: &str) -> Extraction {
    let (resource, findings) = Resource::parse(text);
    let mut extraction = Extraction { segments: Vec::new(), findings };
    let mut path: HeadingPath = Arc::from([]);
    for (number, entry) in resource.entries().iter().enumerate() {
        match entry {
            Entry::Comment(Comment { span, level: 2 }) => path = group(span.of(text)),
            Entry::Message(message) if resource.position(&message.id) == Some(number) => {
                segments(text, message, &path, &mut extraction.segments);
            }
            _ => {}
        }
    }
    extraction.findings.extend(empty_messages(&resource));
    extraction
}

fn group(comment: &str) -> HeadingPath {
    let name = comment_lines(comment).map(str::trim).collect::<Vec<_>>().join(" ");
    match name.trim() {
        "" => Arc::from([]),
        name => Arc::from([Arc::from(name)]),
    }
}

fn segments(text: &str, message: &Message, path: &HeadingPath, out: &mut Vec<Segment>) {
    let notes = notes(message.comment.unwrap_or_default().of(text));
    let segment = |kind, start, slot: Span, value: &Pattern, pinned| Segment {
        kind,
        level: None,
        path: Arc::clone(path),
        block: Span::new(start, slot.end),
        span: slot,
        text: value.normalized(text),
        notes: notes.clone(),
        pinned: Some(pinned),
        slot: Slot::Fluent,
    };
    if let Some(value) = &message.value {
        out.push(segment(Kind::Message, message.span.start, message.slot, value, message.id.clone()));
    }
    let mut names = HashSet::new();
    for attribute in message.attributes.iter().filter(|attribute| names.insert(&attribute.name)) {
        let pinned = format!("{}.{}", message.id, attribute.name);
        out.push(segment(Kind::Attribute, attribute.span.start, attribute.slot, &attribute.value, pinned));
    }
}

/// The comment as one note; none if nothing is left of it.
fn notes(comment: &str) -> Vec<String> {
    let lines: Vec<&str> = comment_lines(comment).filter(|line| !line.starts_with("yakugo:")).collect();
    let note = lines.join("\n");
    if note.trim().is_empty() { Vec::new() } else { vec![note.trim_matches('\n').to_owned()] }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Id, group and text of each segment.
    fn check(text: &str, expected: &[(&str, &str, &str)]) -> Extraction {
        let read = extract(text);
        let found: Vec<_> = read
            .segments
            .iter()
            .map(|segment| {
                let group = segment.path.first().map_or("", AsRef::as_ref);
                (segment.pinned.as_deref().unwrap(), group, segment.text.as_str())
            })
            .collect();
        assert_eq!(found, expected, "for {text:?}");
        let mut at = 0;
        for segment in &read.segments {
            assert!(at <= segment.block.start && segment.block.start <= segment.span.start);
            at = segment.span.end;
        }
        read
    }

    #[test]
    fn segments_of_a_source_file() {
        let read = check(
            "### File\n\na = x\n\n## One\n## two\n\n-b = y\n    .c = z\n\n##\n\nd =\n    .e = { $n }\n",
            &[("a", "", "x"), ("-b", "One two", "y"), ("-b.c", "One two", "z"), ("d.e", "", "{ $n }")],
        );
        assert_eq!(read.segments.iter().map(|s| s.kind.name()).collect::<Vec<_>>(), {
            ["message", "message", "attribute", "attribute"]
        });
        assert!(read.findings.is_empty());
    }

    #[test]
    fn notes_are_what_people_wrote() {
        let read = check("# yakugo: allow x\n# A verb.\n#\n# Short.\na = b\n", &[("a", "", "b")]);
        assert_eq!(read.segments[0].notes, ["A verb.\n\nShort."]);
        let read = check("# yakugo: missing\na = b\n", &[("a", "", "b")]);
        assert!(read.segments[0].notes.is_empty());
    }

    #[test]
    fn what_stands_twice_or_is_empty() {
        let read = check(
            "a = b\na = c\nd =\ne = f\n .g = h\n .g = i\n",
            &[("a", "", "b"), ("e", "", "f"), ("e.g", "", "h")],
        );
        let rules: Vec<_> = read.findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, ["duplicate-id", "duplicate-attribute", "empty-message"]);
    }
}
