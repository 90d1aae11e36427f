//! Stubs: what yakugo leaves as a comment for a text without a translation, and what people make of it.

use crate::catalog::target::{Block, Body, Values, typed, uncommented};
use crate::catalog::{note, records};
use crate::fluent::{Entry, Junk, is_id};
use crate::text::{Fingerprint, Span};

/// The unindented lines straight below an entry, if they read as the rest of its text.
pub(crate) fn typed_below(entries: &[Entry], at: usize, text: &str) -> Option<Span> {
    let entry = entries.get(at)?;
    let is_message = matches!(entry, Entry::Message(message) if !message.is_term());
    if !is_message && !matches!(entry, Entry::Junk(Junk { id: None, comment: Some(_), .. })) {
        return None;
    }
    let mut end = entry.span().end;
    let mut start = None;
    for next in entries.get(at + 1..)? {
        let Entry::Junk(junk) = next else { break };
        let lines = junk.span.of(text);
        let adjacent = matches!(Span::new(end, junk.span.start).of(text), "\n" | "\r\n");
        // A brace on either side is more likely a slip in Fluent than a text; signs in a row are git's.
        let plain = !lines.contains(['{', '}', '=']) && !lines.starts_with(['<', '>', '=', '|']);
        if !adjacent || junk.comment.is_some() || junk.id.is_some() || !plain {
            break;
        }
        start.get_or_insert(junk.span.start);
        end = junk.span.end;
    }
    Some(Span::new(start?, end))
}

/// Stubs whose blank line below was lost, so that they have become a part of the comment of an entry; and the rest of
/// that comment, which is the entry's own.
pub(crate) fn above(entry: &Entry, known: &dyn Fn(&str) -> bool, text: &str) -> (Vec<Span>, Span) {
    let (comment, id) = match entry {
        Entry::Message(message) => {
            (message.comment.unwrap_or(Span::empty(message.id_span.start)), Some(&message.id))
        }
        Entry::Junk(junk) => (junk.comment.unwrap_or(Span::empty(junk.span.start)), None),
        Entry::Comment(comment) => (comment.span, None),
    };
    let mut stubs = Vec::new();
    let mut part = comment.start;
    let mut open: Option<Open<'_>> = None;
    // End of the last stub and of its line `# id =`, where text on that line says that it ends there.
    let mut found: Option<(usize, bool)> = None;
    let mut last_end = comment.start;
    let mut at = comment.start;
    for line in comment.of(text).split_inclusive('\n') {
        let (start, content) = (at, line.trim_end_matches(['\n', '\r']));
        let end = start + content.len();
        at += line.len();
        let line = uncommented(content);
        if note::is_head(line) {
            if found.take().is_some() {
                stubs.push(Span::new(part, last_end));
                part = start;
            }
            let src = note::parse([line]).filter(|note| note.missing).and_then(|note| note.src);
            open = src.map(|src| Open { src, shown: Vec::new() });
        } else if let Some(stub) = &mut open {
            match stub_line(line, known)
                .filter(|(other, _)| id.is_none_or(|id| id != other) && stub.is_shown())
            {
                Some((_, typed)) => {
                    found = Some((end, !typed.is_empty()));
                    open = None;
                }
                None => stub.shown.push(line),
            }
        }
        last_end = end;
    }
    if let (Some((end, ends_there)), Entry::Message(_)) = (found, entry) {
        let end = if ends_there { end } else { last_end };
        stubs.push(Span::new(part, end));
        part = comment
            .end
            .min(end + Span::new(end, comment.end).of(text).find('#').unwrap_or(comment.end - end));
    }
    (stubs, Span::new(part, comment.end))
}

/// The note of a stub, and the lines below it up to here.
struct Open<'a> {
    src: Fingerprint,
    shown: Vec<&'a str>,
}

impl Open<'_> {
    /// Whether all of the source text that the note names stands below it: only then a line `# id =` is yakugo's, and
    /// no part of the text.
    fn is_shown(&self) -> bool {
        // Remarks and the author's notes may stand above it, but no more than anybody would write.
        (0..self.shown.len()).take(64).any(|from| {
            self.shown.get(from..).is_some_and(|lines| Fingerprint::of(&lines.join("\n")) == self.src)
        })
    }
}

/// The id and the text of a line `# id = text`.
fn stub_line<'a>(line: &'a str, known: &dyn Fn(&str) -> bool) -> Option<(&'a str, &'a str)> {
    let (id, rest) = line.split_once('=')?;
    let id = id.trim();
    (is_id(id.strip_prefix('-').unwrap_or(id)) && known(id)).then(|| (id, rest.trim()))
}

/// Yakugo's line `# id =` among the lines of a stub: the one below all of the source text. Lines of that text, and
/// lines typed below, may look like it; where somebody changed the text that is shown, it is the last one that does.
fn own_line<'a>(
    lines: &[&'a str],
    src: Option<Fingerprint>,
    known: &dyn Fn(&str) -> bool,
) -> Option<(usize, (&'a str, &'a str))> {
    let candidates =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, stub_line(uncommented(line), known)?)));
    let candidates: Vec<_> = candidates.collect();
    let is_below = |at: usize| {
        let above: Vec<&str> = lines.iter().take(at).map(|line| uncommented(line)).collect();
        src.is_some_and(|src| Open { src, shown: above }.is_shown())
    };
    candidates.iter().find(|(at, _)| is_below(*at)).or(candidates.last()).copied()
}

/// A stub in a comment, with the lines below it that were typed without `#`.
pub(crate) fn read(
    comment: Span,
    below: Option<Span>,
    values: Values,
    known: &dyn Fn(&str) -> bool,
    text: &str,
) -> Option<Block> {
    let span = Span::new(comment.start, below.map_or(comment.end, |below| below.end));
    if records::has_marker(Span::new(comment.end, span.end).of(text)) {
        return None;
    }
    let lines: Vec<&str> = span.of(text).lines().collect();
    let note = note::parse(comment.of(text).lines().map(uncommented))?;
    let (at, (id, first)) = own_line(&lines, note.src, known)?;
    let mut typed_lines = vec![first];
    typed_lines.extend(lines.iter().skip(at + 1).map(|line| uncommented(line).trim()));
    let typed_text = typed_lines.join("\n");
    let typed_text = typed_text.trim();
    let body = if typed_text.is_empty() { Body::Empty } else { typed(id, typed_text, values) };
    let comment = lines.iter().take(at).map(|line| (*line).to_owned()).collect();
    Some(Block { id: id.to_owned(), span, comment, note: Some(note), body, is_stub: true, is_source: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::target::Target;

    fn check(text: &str, expected: &[(&str, Option<&str>, usize)]) {
        let target = Target::read(text, Values::Text, &|id| id.starts_with("p-"));
        let seen: Vec<_> = target
            .blocks
            .iter()
            .map(|block| (block.id.as_str(), block.text(), block.comment.len()))
            .collect();
        assert_eq!(seen, expected, "{text}");
        assert_eq!(target.broken, [], "{text}");
    }

    fn stub(id: &str, source: &str, typed: &str) -> String {
        format!(
            "# yakugo: missing · paragraph · src {}\n# {source}\n# {id} ={typed}\n",
            Fingerprint::of(source)
        )
    }

    #[test]
    fn stubs_that_lost_their_blank_lines_are_told_apart() {
        let (one, two) = (stub("p-1", "甲", " One"), stub("p-2", "p-1 = 乙", ""));
        check(&format!("{one}{two}"), &[("p-1", Some("One"), 2), ("p-2", None, 2)]);
        check(
            &format!("{two}{one}p-3 = Three\n"),
            &[("p-2", None, 2), ("p-1", Some("One"), 2), ("p-3", Some("Three"), 0)],
        );
        check(&format!("{one}# mine\np-3 = Three\n"), &[("p-1", Some("One"), 2), ("p-3", Some("Three"), 1)]);
        check(&format!("# mine\n{one}Below\nand below\n"), &[("p-1", Some("One\nBelow\nand below"), 3)]);
    }

    #[test]
    fn the_source_text_that_is_shown_is_no_stub() {
        let shown = stub("p-2", "p-1 = 乙", "").replace("# p-2 =", "p-2 = Two");
        check(&shown, &[("p-2", Some("Two"), 2)]);
        check(&stub("p-2", "乙", "\n# p-1 = 3"), &[("p-2", Some("p-1 = 3"), 2)]);
    }

    #[test]
    fn signs_of_a_conflict_are_no_text() {
        let target = Target::read(&stub("p-1", "甲", "\n======="), Values::Text, &|_| true);
        assert!(target.blocks.iter().all(|block| block.text().is_none()));
    }
}
