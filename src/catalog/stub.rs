//! Stubs: what yakugo leaves as a comment for a text without a translation, and what people make of it.

use crate::catalog::target::{Block, Body, Values, typed, uncommented};
use crate::catalog::{note, records, rules};
use crate::finding::Finding;
use crate::fluent::{Entry, Junk, is_id};
use crate::text::{Fingerprint, Span};

/// The lines straight below an entry, if they read as the rest of its text. Where the note of a missing unit stands
/// above, in `comment`, all of it was typed just now: then comments and lines `Dose = …` are text as well.
pub(crate) fn typed_below(
    entries: &[Entry],
    at: usize,
    comment: Span,
    values: Values,
    known: &dyn Fn(&str) -> bool,
    text: &str,
) -> Option<Span> {
    let entry = entries.get(at)?;
    let unanswered = note::parse(uncommented_lines(comment, text)).is_some_and(|note| note.missing);
    match entry {
        Entry::Message(message) if !message.is_term() => {}
        Entry::Junk(Junk { id: None, comment: Some(_), .. }) => {}
        _ => return None,
    }
    let mut end = entry.span().end;
    let mut start = None;
    for next in entries.get(at + 1..)? {
        let lines = next.span().of(text);
        let adjacent = matches!(Span::new(end, next.span().start).of(text), "\n" | "\r\n");
        // A brace on either side is more likely a slip in Fluent than a text; signs in a row are git's.
        let plain = !lines.contains(['{', '}', '=']) && !lines.starts_with(['<', '>', '=', '|']);
        let is_text = match next {
            Entry::Junk(junk) => plain && junk.id.is_none() && (unanswered || junk.comment.is_none()),
            Entry::Comment(comment) => unanswered && comment.level == 1,
            Entry::Message(_) => unanswered && text_that_looks_like_a_message(next, values, known),
        };
        let is_anothers =
            lines.lines().map(uncommented).any(|line| note::is_own(line) || stub_line(line, known).is_some());
        if !adjacent || !is_text || is_anothers {
            break;
        }
        start.get_or_insert(next.span().start);
        end = next.span().end;
    }
    Some(Span::new(start?, end))
}

/// Whether a message of an article's file can be a line of text: `Dose = 10 mg`. Ids as yakugo mints them cannot.
pub(crate) fn text_that_looks_like_a_message(
    entry: &Entry,
    values: Values,
    known: &dyn Fn(&str) -> bool,
) -> bool {
    let Entry::Message(message) = entry else { return false };
    let is_minted = message.id.split_once('-').is_some_and(|(kind, name)| {
        kind.bytes().all(|b| b.is_ascii_lowercase())
            && name.len() >= 6
            && name.bytes().any(|b| b.is_ascii_digit())
    });
    values == Values::Text && !message.is_term() && !is_minted && !known(&message.id)
}

fn uncommented_lines(span: Span, text: &str) -> impl Iterator<Item = &str> {
    span.of(text).lines().map(uncommented)
}

/// Whether two texts for the same id were typed into one place.
pub(crate) fn typed_twice(block: &Block) -> bool {
    if !block.is_unanswered() {
        return false;
    }
    let is_own = |id: &str| id == block.id;
    let again = |line: &str| stub_line(line, &is_own).is_some_and(|(_, typed)| !typed.is_empty());
    let in_text = block.is_stub && block.text().is_some_and(|text| text.lines().any(again));
    // Above the message stands the source text, which may look like it.
    let lines: Vec<&str> = block.comment.iter().map(|line| uncommented(line)).collect();
    let src = block.note.as_ref().and_then(|note| note.src);
    let in_comment = lines.iter().enumerate().any(|(at, line)| {
        let above: Vec<&str> = lines.iter().take(at).copied().collect();
        again(line) && src.is_some_and(|src| Open { src, shown: above }.is_shown())
    });
    in_text || (block.text().is_some() && in_comment)
}

/// A note whose line `# id =` is not there any more: what was typed below it is a comment.
pub(crate) fn without_own_line(entry: &Entry, rest: Span, text: &str) -> Option<Finding> {
    if matches!(entry, Entry::Message(_)) {
        return None;
    }
    let note = note::parse(uncommented_lines(rest, text)).filter(|note| note.missing)?;
    let lines: Vec<&str> = uncommented_lines(rest, text).filter(|line| !note::is_own(line)).collect();
    // Nothing below the source text that the note shows.
    if note.src.is_some_and(|src| Open { src, shown: lines }.is_shown()) {
        return None;
    }
    let last = rest.of(text).trim_end().rfind('\n').map_or(rest.start, |at| rest.start + at + 1);
    Some(rules::typed_in_comment("the id", Span::new(last, rest.end)))
}

/// Comments straight below a text that was typed just now: they may be the rest of it.
pub(crate) fn comments_below(
    blocks: &mut [Block],
    entries: &[Entry],
    values: Values,
    known: &dyn Fn(&str) -> bool,
    text: &str,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in blocks {
        let rest = text.get(block.span.end..).unwrap_or_default().trim_start_matches('\r');
        let below = rest.strip_prefix('\n').unwrap_or_default();
        let start = text.len() - below.len();
        let line = Span::new(start, start + below.lines().next().unwrap_or_default().len());
        let is_typed = block.text().is_some();
        if below.starts_with('#') && !note::is_own(uncommented(line.of(text))) {
            if is_typed && block.is_unanswered() {
                block.in_doubt = true;
            } else if is_typed || block.is_stub {
                continue;
            }
            findings.push(rules::comment_below(&block.id, line));
            continue;
        }
        let after = entries.partition_point(|entry| entry.span().start < block.span.end);
        let Some(Entry::Comment(comment)) = entries.get(after) else { continue };
        let gap = Span::new(block.span.end, comment.span.start).of(text).matches('\n').count();
        let is_stub = read(comment.span, None, values, known, text).is_some()
            || uncommented_lines(comment.span, text).any(note::is_own);
        if is_typed && block.is_unanswered() && comment.level == 1 && gap == 2 && !is_stub {
            findings.push(rules::comment_below(&block.id, comment.span));
        }
    }
    findings
}

/// Lines `# id = text` in comments that belong to no stub.
pub(crate) fn commented_out(
    blocks: &[Block],
    entries: &[Entry],
    known: &dyn Fn(&str) -> bool,
    text: &str,
) -> Vec<(String, Span)> {
    let of_block = blocks.iter().filter(|block| block.note.is_none() && !block.is_stub).map(|block| {
        let length: usize = block.comment.iter().map(|line| line.len() + 1).sum();
        Span::new(block.span.start, block.span.end.min(block.span.start + length))
    });
    let alone = entries.iter().filter_map(|entry| match entry {
        Entry::Comment(comment) => Some(comment.span),
        _ => None,
    });
    let is_stub = |span: &Span| {
        let after = blocks.partition_point(|block| block.span.start <= span.start);
        after.checked_sub(1).and_then(|at| blocks.get(at)).is_some_and(|block| span.end <= block.span.end)
    };
    let mut found = Vec::new();
    for comment in of_block.chain(alone.filter(|span| !is_stub(span))) {
        let mut start = comment.start;
        for line in comment.of(text).split_inclusive('\n') {
            if line.starts_with('#')
                && let Some((id, typed)) = stub_line(uncommented(line.trim_end()), known)
                && !typed.is_empty()
            {
                found.push((id.to_owned(), Span::new(start, start + line.trim_end().len())));
            }
            start += line.len();
        }
    }
    found
}

/// Stubs whose blank line below was lost, so that they have become a part of the comment of an entry; and the rest of
/// that comment, which is the entry's own. Of a message that is the text of a stub (`as_text`), the last stub is.
pub(crate) fn above(
    entry: &Entry,
    as_text: bool,
    known: &dyn Fn(&str) -> bool,
    text: &str,
) -> (Vec<Span>, Span) {
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
    if let (Some((end, ends_there)), Entry::Message(_), false) = (found, entry, as_text) {
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
    let (id, rest) = line.split_once(['=', '＝'])?;
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
    let own = |other: &str| other == id;
    let below = lines.iter().skip(at + 1).map(|line| uncommented(line).trim());
    // Who left yakugo's line as it was, and typed another.
    let below = below.filter(|line| stub_line(line, &own).is_none_or(|(_, typed)| !typed.is_empty()));
    let mut typed_lines: Vec<&str> = std::iter::once(first).chain(below).collect();
    if first.is_empty()
        && let Some(second) = typed_lines.get_mut(1)
        && let Some((_, typed)) = stub_line(second, &own)
    {
        *second = typed;
    }
    let typed_text = typed_lines.join("\n");
    let typed_text = typed_text.trim();
    let body = if typed_text.is_empty() { Body::Empty } else { typed(id, typed_text, values) };
    let comment = lines.iter().take(at).map(|line| (*line).to_owned()).collect();
    Some(Block {
        id: id.to_owned(),
        span,
        comment,
        note: Some(note),
        body,
        is_stub: true,
        is_source: false,
        in_doubt: false,
    })
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
