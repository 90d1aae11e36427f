//! The rules that follow from the state of units.

use crate::carry::ChangeKind;
use crate::catalog::settle::{Remark, Stale, Status};
use crate::catalog::unit::SourceUnit;
use crate::catalog::{identity, records, source};
use crate::finding::{Finding, Place, Rule, rule};
use crate::text::Span;

rule! {
    /// A source text has no translation yet.
    ///
    /// Why: readers of this language see the source text in its place.
    ///
    /// Example: `# p-8m2c4t =` below a note `# yakugo: missing`.
    ///
    /// Fix: type the translation behind `=`; the `#` may stay. Then run `yakugo sync`. How much may be missing
    /// is the business of gates (`[gates]` in yakugo.toml), not of this rule.
    pub const MISSING: "missing", Note;
}

rule! {
    /// A translation stands in the file, but no ledger says which source text it answers.
    ///
    /// Why: it may be right, and it may be years older than the article; yakugo counts it neither as fresh nor
    /// as stale.
    ///
    /// Example: a file of another tool was copied into `locales/en/`, or the ledger was deleted.
    ///
    /// Fix: compare the translation with its source, then `yakugo adopt ID` records that it answers the source
    /// as it stands.
    pub const UNRECORDED: "unrecorded", Warning;
}

rule! {
    /// The source text changed since it was translated.
    ///
    /// Why: the translation says what the article said before. A change of meaning (a dose, a unit, a negation,
    /// a term) is an error, and the page shows the source until somebody answers it; a change of wording is a
    /// warning; punctuation and markup are notes. `[stale]` in yakugo.toml may say otherwise, but for a meaning.
    ///
    /// Example: the article says 100 ng/mL since yesterday, the translation still says 10 ng/mL.
    ///
    /// Fix: read the note above the message, change the text, and delete the note. If the translation is right
    /// as it stands, `yakugo accept ID`.
    pub const STALE: "stale", Warning;
}

rule! {
    /// A stale unit was touched in a way that does not say which source text it answers.
    ///
    /// Why: a corrected typo looks like an answer, and a tool that drops comments looks like one, too. A false
    /// "fresh" on a dose is the worst mistake there is, so yakugo asks.
    ///
    /// Example: a letter was corrected in the translation, and the note above it still stands.
    ///
    /// Fix: if the text answers the source as it stands now, say so: `yakugo accept ID`. Next time, change the
    /// text and delete the note together.
    pub(crate) const NO_ANSWER: "no-answer", Warning;
}

rule! {
    /// A message in a translator's file has no source text.
    ///
    /// Why: nothing shows it to readers. It is often a typo in an id, and then the translation is lost to the
    /// message that it was meant for.
    ///
    /// Example: `p-k3f9x3 = …` where the source file has `p-k3f9x2`.
    ///
    /// Fix: correct the id, or delete the message.
    pub const OBSOLETE: "obsolete", Warning;
}

rule! {
    /// A file was written for a document that is not there any more.
    ///
    /// Why: an old page may still be published, and the translations of a renamed document are lost to it.
    ///
    /// Example: `articles/dose.md` was renamed to `articles/dosage.md`, and `locales/en/dose.ftl` still stands.
    ///
    /// Fix: if the document was renamed, rename its files alike; if it was removed, remove them.
    pub(crate) const ORPHANED: "orphaned", Warning;
}

rule! {
    /// What may be a translation stands in a comment, where it does not count.
    ///
    /// Why: the message stays missing although somebody translated it.
    ///
    /// Example: the text was typed into the comment above `# p-8m2c4t =` instead of behind it.
    ///
    /// Fix: move the text behind `p-8m2c4t =`; further lines are indented by four spaces.
    pub(crate) const TYPED_IN_COMMENT: "typed-in-comment", Warning;
}

rule! {
    /// A line of yakugo's own notes lost its `#` and became text.
    ///
    /// Why: readers would see the note, and nobody knows any more what the translation answers. Until it is
    /// mended, nothing is written to the file.
    ///
    /// Example: `yakugo: was 濃度は10 ng/mLである。` as a line of a translation.
    ///
    /// Fix: put `# ` back in front of every line that begins with `yakugo: `.
    pub(crate) const NOTE_IN_TEXT: "note-in-text", Error;
}

rule! {
    /// A translated message lacks its value or an attribute.
    ///
    /// Why: a program that asks for the missing part shows nothing, or its id.
    ///
    /// Example: the source has `save = 保存` with `.tooltip = 変更を保存`, the translation has the value only.
    ///
    /// Fix: add the part that the message names, as the source has it.
    pub(crate) const INCOMPLETE: "incomplete", Warning;
}

rule! {
    /// A file is not what `yakugo sync` would write.
    ///
    /// Why: somebody changed an article or a translation and did not sync, so translators do not see it yet.
    /// With `check --locked` it is an error.
    ///
    /// Example: a new paragraph in an article that no locale file has.
    ///
    /// Fix: run `yakugo sync` and commit what it writes.
    pub const NOT_SYNCED: "not-synced", Warning;
}

rule! {
    /// An edit was refused because the file would not have read back as intended.
    ///
    /// Why: yakugo reads every file that it edits once more before it writes it; losing a text is worse than
    /// writing nothing. It is a mistake of yakugo's, not yours.
    ///
    /// Example: a file with bytes that no Fluent tool reads, beside the message that was to be written.
    ///
    /// Fix: mend what `yakugo check` says about the file, and please report what remains.
    pub const NOT_WRITTEN: "not-written", Error;
}

/// The rules of this layer.
pub const RULES: &[Rule] = &[
    MISSING,
    UNRECORDED,
    STALE,
    NO_ANSWER,
    OBSOLETE,
    ORPHANED,
    TYPED_IN_COMMENT,
    NOTE_IN_TEXT,
    INCOMPLETE,
    NOT_SYNCED,
    NOT_WRITTEN,
    source::SOURCE_EDITED,
    identity::PINNED_TWICE,
    records::RECORDS,
    records::MERGE_CONFLICT,
];

/// The finding about a unit's state, if it is not simply fresh.
pub(crate) fn of_unit(
    source: &SourceUnit,
    status: &Status,
    place: Option<Span>,
    has_text: bool,
    document_path: &str,
) -> Option<Finding> {
    let span = place.unwrap_or_default();
    let id = &source.id;
    let finding = match status {
        Status::Fresh => return None,
        Status::Missing => {
            let what = match place {
                Some(_) => format!("not translated yet: type the translation after `{id} =`"),
                None => "not translated yet: `yakugo sync` writes a place for it into the file".to_owned(),
            };
            Finding::new(&MISSING, span, what)
        }
        Status::Unrecorded => {
            let what = "no ledger says which source text this answers: compare it with the source, then \
                        `yakugo adopt` records it";
            Finding::new(&UNRECORDED, span, what)
        }
        Status::Stale(stale) => {
            let severity = stale.treatment.severity?;
            Finding { severity, ..Finding::new(&STALE, span, stale_message(id, stale, has_text)) }
        }
    };
    let place = Place { path: document_path.to_owned(), span: source.span };
    Some(Finding { source: Some(place), ..finding.unit(id) })
}

fn stale_message(id: &str, stale: &Stale, has_text: bool) -> String {
    let what = stale.change.describe();
    if !has_text {
        return format!(
            "the source of its translation was {what}: type the part that says this after `{id} =`, and take it out of \
             the other"
        );
    }
    let text = match stale.change.kind {
        ChangeKind::Split => "move the parts of the text to where their source stands now",
        ChangeKind::Merged => "add the other text to this one",
        _ => "change the text",
    };
    format!(
        "the source changed since this was translated ({what}): {text} and delete the note, or say it is still right: \
         `yakugo accept {id}`"
    )
}

/// What the translator did that did not count, and how to make it count.
pub(crate) fn no_answer(id: &str, remark: Remark, place: Option<Span>) -> Finding {
    let what = match remark {
        Remark::NoteKept => {
            "the text was changed, but its note still stands, so nobody knows which source it answers (next time, \
             change the text and delete the note together)"
        }
        Remark::NoteDeleted => "the note was deleted, but the text is the same, so the note returns",
        Remark::Returned => "this text stood here before, for an earlier source, and has come back",
        Remark::Rewritten => {
            "all notes of this file are gone, as when another tool rewrites it, so changed texts do not count as answers"
        }
    };
    let message = format!("{what}: if it answers the source as it stands now, `yakugo accept {id}`");
    Finding::new(&NO_ANSWER, place.unwrap_or_default(), message).unit(id)
}

/// Two branches left different records of a unit.
pub(crate) fn disagreement(source: &SourceUnit, place: Option<Span>) -> Finding {
    let id = &source.id;
    let message = format!(
        "two branches recorded different translations of {id}, and neither is the one in the file: settle it with \
         `yakugo accept {id}`"
    );
    Finding::new(&records::RECORDS, place.unwrap_or_default(), message).unit(id)
}

/// A file whose document is gone.
pub fn orphaned(path: &str) -> Finding {
    let message = "no document has this name, and no other one has its texts: if it was renamed, rename this file and \
                   the ones beside it alike; if it was removed, remove them";
    Finding::new(&ORPHANED, Span::default(), message).at(path)
}

/// Text in a comment.
pub(crate) fn typed_in_comment(id: &str, span: Span) -> Finding {
    let message = format!("this text stands in a comment, so it does not count: move it behind `{id} =`");
    Finding::new(&TYPED_IN_COMMENT, span, message).unit(id)
}

/// Text below a note whose line `# id =` is gone.
pub(crate) fn typed_without_id(span: Span) -> Finding {
    let what = "this text stands in a comment, so it does not count: the line `# id =` of the note above it is gone; move \
                the text behind the `id =` that `yakugo sync` writes anew, then delete this comment with its note";
    Finding::new(&TYPED_IN_COMMENT, span, what)
}

/// A comment straight below a text that may go on in it.
pub(crate) fn comment_below(id: &str, span: Span) -> Finding {
    let message = format!(
        "is this comment the rest of `{id}`? It does not count as text: move it up to the other lines and indent it \
         instead of the #; a comment of your own goes above its message, with a blank line before it"
    );
    Finding::new(&TYPED_IN_COMMENT, span, message).unit(id)
}

/// A note that lost its `#`.
pub(crate) fn note_in_text(id: &str, span: Span) -> Finding {
    let message = format!(
        "a note of yakugo's lost its # and would be a part of the text of `{id}`: put the # back in front of the lines \
         from `yakugo: ` on; until then yakugo writes nothing to this file"
    );
    Finding::new(&NOTE_IN_TEXT, span, message).unit(id)
}

/// A translation that lacks parts of its source.
pub(crate) fn incomplete(id: &str, lacks: &[String], span: Span) -> Finding {
    let message =
        format!("the translation of `{id}` lacks {}: add it, as the source has it", lacks.join(" and "));
    Finding::new(&INCOMPLETE, span, message).unit(id)
}

/// A message without a source text.
pub(crate) fn obsolete(id: &str, span: Span) -> Finding {
    let message = format!("no source text has the id `{id}`: correct the id, or delete the message");
    Finding::new(&OBSOLETE, span, message).unit(id)
}

/// A file that waits for another one.
pub(crate) fn held_back() -> Finding {
    let message = "a text goes to another document or comes from there, and one of the two files cannot be read: mend \
                   what is said of it; until then yakugo writes neither";
    Finding::new(&NOT_WRITTEN, Span::default(), message)
}

/// An edit that was refused.
pub(crate) fn not_written(why: &str) -> Finding {
    let message = format!(
        "this file was left as it is, because the edit would not have been exact: {why}; please report it"
    );
    Finding::new(&NOT_WRITTEN, Span::default(), message)
}
