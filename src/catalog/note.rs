//! The lines that yakugo writes into a translator's file: `# yakugo: missing|stale|was|now|proposal …`, and of
//! split and merged texts `with|move|add`.
//!
//! ```ftl
//! # yakugo: stale (meaning: 10 → 100) · since 2026-11-03 · src 1:c07e11a2b3c4
//! # yakugo: was 濃度は10 ng/mLである。
//! # yakugo: now 濃度は100 ng/mLである。
//! ```

use crate::carry::Change;
use crate::catalog::date::Date;
use crate::catalog::family::Family;
use crate::document::Kind;
use crate::text::Fingerprint;

const PREFIX: &str = "yakugo: ";

/// What the notes above a message say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Note {
    /// Whether it is the note of a missing unit; otherwise of a stale one.
    pub(crate) missing: bool,
    /// The fingerprint of the source text it shows.
    pub(crate) src: Option<Fingerprint>,
    /// The fingerprint of the text it says was translated.
    pub(crate) was: Option<Fingerprint>,
}

/// Whether a comment line (without `#`) is yakugo's own; `yakugo: allow …` is the translator's.
pub(crate) fn is_own(line: &str) -> bool {
    own(line).is_some()
}

fn own(line: &str) -> Option<(&str, &str)> {
    let rest = line.trim_start().strip_prefix(PREFIX)?;
    let word = rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let after = rest.get(word.len()..).unwrap_or_default();
    matches!(word, "stale" | "was" | "now" | "proposal" | "missing" | "with" | "move" | "add")
        .then_some((word, after))
}

/// Whether a message with its comments begins with the note of a missing unit.
pub(crate) fn is_missing(text: &str) -> bool {
    text.strip_prefix("# ").and_then(own).is_some_and(|(word, _)| word == "missing")
}

/// Whether a comment line (without `#`) begins a note.
pub(crate) fn is_head(line: &str) -> bool {
    matches!(own(line), Some(("missing" | "stale", _)))
}

/// Reads the own lines of a comment, given without their `#`.
pub(crate) fn parse<'a>(lines: impl IntoIterator<Item = &'a str>) -> Option<Note> {
    let mut note: Option<Note> = None;
    let mut was: Vec<&str> = Vec::new();
    for (word, rest) in lines.into_iter().filter_map(own) {
        match word {
            "missing" | "stale" => {
                let note = note.get_or_insert_with(Note::default);
                note.missing = word == "missing";
                note.src = rest.rsplit_once("src ").and_then(|(_, name)| name.trim().parse().ok());
            }
            "was" => was.push(rest.strip_prefix(' ').unwrap_or(rest)),
            _ => {}
        }
    }
    if !was.is_empty() {
        note.get_or_insert_with(Note::default).was = Some(Fingerprint::of(&was.join("\n")));
    }
    note
}

/// The note of a stale unit, lines with `# `. `was` and `now` are source texts, `proposal` is a translation.
pub(crate) fn stale(
    change: &Change,
    since: Option<Date>,
    was: Option<&str>,
    now: &str,
    proposal: Option<&str>,
) -> String {
    let what = change.describe().replace('\n', " ");
    let since = since.map_or_else(String::new, |date| format!(" · since {date}"));
    let mut out = format!("# {PREFIX}stale ({what}){since} · src {}\n", Fingerprint::of(now));
    for (word, text) in [("was", was), ("now", Some(now)), ("proposal", proposal)] {
        out.extend(text.map(|text| lines(word, text)));
    }
    out
}

/// What the note of a stale unit says of the others of its family: what else was translated, and where its words are
/// to stand now.
pub(crate) fn family(family: &Family, id: &str) -> String {
    let mut out = String::new();
    for member in family.other_old(id) {
        out.push_str(&lines(&format!("with {}:", member.id), &member.source));
        if !family.has_new(&member.id) {
            out.push_str(&lines(&format!("add from {}:", member.id), &member.translation));
        }
    }
    for member in family.other_new(id) {
        out.push_str(&lines(&format!("move to {}:", member.id), &member.source));
    }
    out
}

/// The same for a unit without a translation of its own.
pub(crate) fn family_stub(family: &Family, id: &str) -> String {
    let mut out = String::new();
    for member in family.other_old(id) {
        out.push_str(&lines("was", &member.source));
        out.push_str(&lines(&format!("move from {}:", member.id), &member.translation));
    }
    out
}

fn lines(words: &str, text: &str) -> String {
    text.split('\n').map(|line| format!("# {PREFIX}{words} {line}").replace('\r', "") + "\n").collect()
}

/// The first line of a missing unit's note.
pub(crate) fn missing(kind: Kind, now: &str) -> String {
    format!("# {PREFIX}missing · {} · src {}\n", kind.name(), Fingerprint::of(now))
}

/// The lines below it: what the author says to translators, and the source text.
pub(crate) fn shown_lines(text: &str, notes: &[String]) -> String {
    let notes = notes.iter().flat_map(|note| note.split('\n')).map(|line| format!("({line})"));
    let mut out = String::new();
    for line in notes.chain(text.split('\n').map(str::to_owned)) {
        out.push_str(format!("# {line}").replace('\r', "").trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carry::ChangeKind;

    #[test]
    fn what_is_written_is_read_back() {
        let change = Change::new(ChangeKind::Meaning, "10 → 100");
        let text =
            stale(&change, "2026-11-03".parse().ok(), Some("濃度は10\nである"), "濃度は100", Some("100 ng"));
        assert!(text.ends_with("\n# yakugo: now 濃度は100\n# yakugo: proposal 100 ng\n"), "{text}");
        assert!(
            text.starts_with("# yakugo: stale (meaning: 10 → 100) · since 2026-11-03 · src 1:"),
            "{text}"
        );
        let note = parse(text.lines().map(|line| line.trim_start_matches("# "))).unwrap();
        assert!(!note.missing);
        assert_eq!(note.src, Some(Fingerprint::of("濃度は100")));
        assert_eq!(note.was, Some(Fingerprint::of("濃度は10\nである")));
    }

    #[test]
    fn the_translators_own_lines_are_not_yakugos() {
        for line in [
            "yakugo: allow term-missing — agreed",
            "TODO",
            "see yakugo: stale",
            "yakugo is a tool",
            "yakugo: staleness",
        ] {
            assert!(!is_own(line), "{line}");
        }
        for line in [
            "yakugo: stale (wording)",
            "yakugo: was x",
            "yakugo: now",
            "yakugo: proposal x",
            " yakugo: missing · item",
        ] {
            assert!(is_own(line), "{line}");
        }
    }
}
