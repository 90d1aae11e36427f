//! The rules that follow from the state of units.

use crate::carry::ChangeKind;
use crate::catalog::settle::{Remark, Stale, Status};
use crate::catalog::unit::SourceUnit;
use crate::catalog::{identity, records, source};
use crate::finding::{Finding, Place, Rule, Severity};
use crate::text::Span;

/// A unit without a translation.
pub const MISSING: Rule =
    Rule { name: "missing", severity: Severity::Note, summary: "A source text has no translation." };

/// A translation that no ledger knows.
pub const UNRECORDED: Rule = Rule {
    name: "unrecorded",
    severity: Severity::Warning,
    summary: "A translation stands in the file, but no ledger says which source text it answers.",
};

/// A translation of another source text; how grave it is follows from the change and from `[stale]` in the configuration.
pub const STALE: Rule = Rule {
    name: "stale",
    severity: Severity::Warning,
    summary: "The source text changed since it was translated.",
};

/// Something in the translator's file that looks like an answer and is none.
pub(crate) const NO_ANSWER: Rule = Rule {
    name: "no-answer",
    severity: Severity::Warning,
    summary: "A stale unit was touched in a way that does not say which source text it answers.",
};

/// A message that no source text has.
pub const OBSOLETE: Rule = Rule {
    name: "obsolete",
    severity: Severity::Warning,
    summary: "A message in a translator's file has no source text.",
};

/// A file of a document that is gone.
pub(crate) const ORPHANED: Rule = Rule {
    name: "orphaned",
    severity: Severity::Warning,
    summary: "A file was written for a document that is not there any more.",
};

/// Text that was typed where yakugo does not read it.
pub(crate) const TYPED_IN_COMMENT: Rule = Rule {
    name: "typed-in-comment",
    severity: Severity::Warning,
    summary: "What may be a translation stands in a comment, where it does not count.",
};

/// A note of yakugo's that lost its `#`.
pub(crate) const NOTE_IN_TEXT: Rule = Rule {
    name: "note-in-text",
    severity: Severity::Error,
    summary: "A line of yakugo's own notes lost its # and became text.",
};

/// A translation without a part of its source.
pub(crate) const INCOMPLETE: Rule = Rule {
    name: "incomplete",
    severity: Severity::Warning,
    summary: "A translated message lacks its value or an attribute.",
};

/// Files that `sync` would change.
pub const NOT_SYNCED: Rule = Rule {
    name: "not-synced",
    severity: Severity::Warning,
    summary: "A file is not what `yakugo sync` would write.",
};

/// A file that yakugo does not dare to write.
pub const NOT_WRITTEN: Rule = Rule {
    name: "not-written",
    severity: Severity::Error,
    summary: "An edit was refused because the file would not have read back as intended.",
};

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
    let message = "no document has this name: if it was renamed, rename this file and the ones beside it alike; if it \
                   was removed, remove them";
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

/// An edit that was refused.
pub(crate) fn not_written(why: &str) -> Finding {
    let message = format!(
        "this file was left as it is, because the edit would not have been exact: {why}; please report it"
    );
    Finding::new(&NOT_WRITTEN, Span::default(), message)
}
