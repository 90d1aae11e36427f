//! The state of one unit: what is recorded, what stands in the translator's file, and the source as it is now.
//!
//! The whole promise of yakugo is in [`settle`]: a translation is fresh only if somebody answered the very source
//! text that stands there now.

use crate::carry::{Change, ChangeKind};
use crate::catalog::date::Date;
use crate::catalog::ledger::{Record, State};
use crate::catalog::note::Note;
use crate::catalog::past::Past;
use crate::catalog::policy::{Policy, Treatment};
use crate::document::Kind;
use crate::text::Fingerprint;

/// How a unit stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// No translation.
    Missing,
    /// A translation that no ledger knows.
    Unrecorded,
    /// A translation of another source text than the one that stands there now.
    Stale(Stale),
    /// A translation of the text that stands there now.
    Fresh,
}

/// What made a unit stale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// What changed.
    pub change: Change,
    /// The fingerprint of the text that was translated, where it is known.
    pub was: Option<Fingerprint>,
    /// What that means.
    pub treatment: Treatment,
}

/// Something the translator did that did not count, to be said in a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Remark {
    /// The text was changed, but the note still stands.
    NoteKept,
    /// The note was deleted, but the text is the same.
    NoteDeleted,
    /// Every note of the file is gone: another tool rewrote it.
    Rewritten,
    /// A text that stood there before has come back.
    Returned,
}

/// What stands in the translator's file for a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    /// The fingerprint of the translation.
    pub(crate) target: Fingerprint,
    /// The note above it.
    pub(crate) note: Option<Note>,
    /// Whether the text is nothing but a copy of the source, where the source has something to translate.
    pub(crate) copy: bool,
}

/// Finds the source text of a fingerprint.
pub(crate) type TextOf<'a> = &'a dyn Fn(Fingerprint) -> Option<&'a str>;

/// The source texts of a unit, and what lies between them.
#[derive(Clone, Copy)]
pub(crate) struct Texts<'a> {
    /// The source text of a fingerprint, where it is known.
    pub(crate) text_of: TextOf<'a>,
    /// What was decided about texts that were replaced.
    pub(crate) past: &'a Past,
    /// What sort of segment it is.
    pub(crate) kind: Kind,
    /// What kind of change lies between two source texts of a segment.
    pub(crate) change: &'a dyn Fn(Kind, &str, &str) -> Change,
}

impl Texts<'_> {
    fn change(&self, was: &str, now: &str) -> Change {
        (self.change)(self.kind, was, now)
    }

    /// What lies between a text that was translated, if it is known, and another: nothing where somebody decided so.
    fn judged(&self, was: Fingerprint, now: &str) -> Option<Change> {
        let change = self.change((self.text_of)(was)?, now);
        let same = self.past.is_same(was, Fingerprint::of(now), change.kind);
        Some(if same { Change::new(ChangeKind::Layout, "") } else { change })
    }
}

/// Everything that decides the state of a unit.
pub(crate) struct Facts<'a> {
    /// What the ledger says.
    pub(crate) record: Option<Record>,
    /// What the file says; none if there is no text.
    pub(crate) held: Option<Held>,
    /// The source text that stands there now.
    pub(crate) now: &'a str,
    /// The source texts it had before.
    pub(crate) texts: Texts<'a>,
    /// Whether another tool rewrote the file and dropped all notes.
    pub(crate) rewritten: bool,
    /// Which changes make a unit stale.
    pub(crate) policy: &'a Policy,
    /// The day.
    pub(crate) today: Date,
}

/// The state of a unit and the record to be kept of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Settled {
    pub(crate) status: Status,
    pub(crate) record: Option<Record>,
    pub(crate) remark: Option<Remark>,
}

/// Settles one unit.
pub(crate) fn settle(facts: &Facts<'_>) -> Settled {
    let current = Fingerprint::of(facts.now);
    let today = facts.today;
    let record = facts.record.as_ref().map(|record| record.restored(today));
    let Some(held) = &facts.held else {
        return missing(record, current, today);
    };
    let Some(mut record) = record else {
        // Some tools fill untranslated messages with the source: that is no translation.
        let status = if held.copy { Status::Missing } else { Status::Unrecorded };
        let record = held.copy.then(|| Record::missing(current, today));
        return Settled { status, record, remark: None };
    };
    let changed = record.target != Some(held.target);
    if held.copy && changed {
        return missing(Some(record), current, today);
    }
    let remark = answer(&mut record, held, changed, facts);
    let status = status(&record, current, facts);
    if record.shown != Some(current) {
        record.shown = Some(current);
    }
    Settled { status, record: Some(record), remark }
}

fn missing(record: Option<Record>, current: Fingerprint, today: Date) -> Settled {
    let record = match record {
        Some(record) if record.state == State::Missing => Record { shown: Some(current), ..record },
        Some(record) => {
            Record { earlier: record.earlier_than(Fingerprint::of("")), ..Record::missing(current, today) }
        }
        None => Record::missing(current, today),
    };
    Settled { status: Status::Missing, record: Some(record), remark: None }
}

/// Records what the translator did since the file was last written: an answer is always to the text that the file
/// *showed*, never to the article as it is now.
fn answer(record: &mut Record, held: &Held, changed: bool, facts: &Facts<'_>) -> Option<Remark> {
    let noted = record.state != State::Missing && shows_note(record, &facts.texts, facts.policy);
    let stale_note = held.note.as_ref().filter(|note| !note.missing);
    if changed && let Some(earlier) = record.earlier.iter().find(|earlier| earlier.target == held.target) {
        let state = earlier.state;
        record.shown = earlier.source;
        settle_answer(record, held, facts.today);
        record.state = state;
        return is_stale(record, facts).then_some(Remark::Returned);
    }
    if record.state == State::Missing {
        return first_answer(record, held, facts);
    }
    if !changed {
        return (noted && stale_note.is_none() && is_stale(record, facts)).then_some(Remark::NoteDeleted);
    }
    match stale_note {
        // A run was stopped after it wrote the file and before it wrote the ledger: the note in the file was made
        // for an answer to what the ledger last showed, and the ledger has yet to learn of it.
        Some(note) if note.was.is_some() && note.was == record.shown && note.src != record.shown => {
            settle_answer(record, held, facts.today)
        }
        Some(_) => {
            edited_under_note(record, held, facts);
            Some(Remark::NoteKept)
        }
        None if noted && facts.rewritten => {
            edited_under_note(record, held, facts);
            Some(Remark::Rewritten)
        }
        None => settle_answer(record, held, facts.today),
    }
}

/// The text of a unit that was missing answers the source in the stub it was typed into, where that still stands.
fn first_answer(record: &mut Record, held: &Held, facts: &Facts<'_>) -> Option<Remark> {
    match &held.note {
        Some(note) if note.missing => record.shown = note.src.or(record.shown),
        // A text with the note of a stale one came from elsewhere, unless a stopped run wrote the note.
        Some(note) if note.was != record.shown => {
            record.source = note.was;
            record.state = State::Translated;
            edited_under_note(record, held, facts);
            return Some(Remark::NoteKept);
        }
        _ => {}
    }
    settle_answer(record, held, facts.today)
}

fn settle_answer(record: &mut Record, held: &Held, today: Date) -> Option<Remark> {
    record.earlier = record.earlier_than(held.target);
    record.source = record.shown;
    record.target = Some(held.target);
    record.state = State::Translated;
    record.by.clear();
    record.note.clear();
    record.date = Some(today);
    None
}

/// The text was changed under a standing note: nobody said which source it answers. It stays stale, as gravely as
/// any of the texts it may answer, even if the article returns to what was translated before.
fn edited_under_note(record: &mut Record, held: &Held, facts: &Facts<'_>) {
    let noted = held.note.iter().flat_map(|note| [note.was, note.src]).flatten();
    let candidates = [record.source, record.shown].into_iter().chain(noted.map(Some));
    let since = |candidate: Option<Fingerprint>| {
        let text = candidate.and_then(facts.texts.text_of);
        text.map_or(ChangeKind::Meaning, |text| facts.texts.change(text, facts.now).kind)
    };
    let kind = candidates.map(since).max().unwrap_or(ChangeKind::Meaning).max(ChangeKind::Punctuation);
    record.earlier = record.earlier_than(held.target);
    record.target = Some(held.target);
    record.date = Some(facts.today);
    if record.state == State::Reviewed {
        record.state = State::Translated;
    }
    let kind = earlier_unsettled(record).map_or(kind, |earlier| earlier.max(kind));
    record.unsettle(&format!("{}, the text was changed while its note stood", kind.name()));
}

fn earlier_unsettled(record: &Record) -> Option<ChangeKind> {
    let why = record.unsettled()?;
    Some(why.split(',').next().and_then(ChangeKind::from_name).unwrap_or(ChangeKind::Meaning))
}

fn is_stale(record: &Record, facts: &Facts<'_>) -> bool {
    matches!(status(record, Fingerprint::of(facts.now), facts), Status::Stale(_))
}

fn status(record: &Record, current: Fingerprint, facts: &Facts<'_>) -> Status {
    let change = match record.source {
        Some(source) if source == current => Change::new(ChangeKind::Layout, ""),
        source => match source.and_then(|source| facts.texts.judged(source, facts.now)) {
            Some(change) => change,
            None => Change::new(ChangeKind::Meaning, "the old text is unknown"),
        },
    };
    let change = match earlier_unsettled(record) {
        Some(kind) if kind >= change.kind => {
            let why = record.unsettled().unwrap_or_default();
            let why = why.split_once(", ").map_or(why, |(_, why)| why);
            let both = [change.detail.as_str(), why].into_iter().filter(|part| !part.is_empty());
            Change::new(kind, both.collect::<Vec<_>>().join("; "))
        }
        _ => change,
    };
    // No policy makes a text fresh of which nobody knows what it answers.
    let policy = if record.unsettled().is_some() { &Policy::default() } else { facts.policy };
    match policy.treatment(change.kind) {
        None => Status::Fresh,
        Some(treatment) => Status::Stale(Stale { change, was: record.source, treatment }),
    }
}

/// Whether a note stood above the translation when the file was last written.
pub(crate) fn shows_note(record: &Record, texts: &Texts<'_>, policy: &Policy) -> bool {
    if record.state == State::Missing || record.unsettled().is_some() {
        return record.shown.is_some();
    }
    if record.shown == record.source || record.state == State::Retired {
        return false;
    }
    let change = record.source.zip(record.shown.and_then(texts.text_of));
    let change = change.and_then(|(source, shown)| texts.judged(source, shown));
    change.is_none_or(|change| policy.treatment(change.kind).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carry::classify;
    use crate::catalog::verdict::Verdict;

    const OLD: &str = "濃度は10 ng/mLである。";
    const NEW: &str = "濃度は100 ng/mLである。";
    const NEWER: &str = "濃度は1000 ng/mLである。";

    fn today() -> Date {
        "2026-11-22".parse().unwrap()
    }

    fn text_of<'a>(fingerprint: Fingerprint) -> Option<&'a str> {
        [OLD, NEW, NEWER].into_iter().find(|text| Fingerprint::of(text) == fingerprint)
    }

    fn record(source: &str, shown: &str, target: &str, state: State) -> Record {
        Record {
            source: Some(Fingerprint::of(source)),
            shown: Some(Fingerprint::of(shown)),
            target: Some(Fingerprint::of(target)),
            state,
            by: String::new(),
            date: None,
            note: String::new(),
            earlier: Vec::new(),
        }
    }

    fn held(text: &str, note: Option<(&str, &str)>) -> Held {
        let note = note.map(|(was, now)| Note {
            missing: false,
            src: Some(Fingerprint::of(now)),
            was: Some(Fingerprint::of(was)),
        });
        Held { target: Fingerprint::of(text), note, copy: false }
    }

    fn texts(past: &Past) -> Texts<'_> {
        let change = &|_, old: &str, new: &str| classify(old, new);
        Texts { text_of: &text_of, past, kind: Kind::Paragraph, change }
    }

    fn run(record: Option<Record>, held: impl Into<Option<Held>>, now: &str) -> Settled {
        judged_by(&Past::default(), record, held, now)
    }

    fn judged_by(past: &Past, record: Option<Record>, held: impl Into<Option<Held>>, now: &str) -> Settled {
        settle(&Facts {
            record,
            held: held.into(),
            now,
            texts: texts(past),
            rewritten: false,
            policy: &Policy::default(),
            today: today(),
        })
    }

    fn kind(settled: &Settled) -> Option<ChangeKind> {
        match &settled.status {
            Status::Stale(stale) => Some(stale.change.kind),
            _ => None,
        }
    }

    fn detail(settled: &Settled) -> &str {
        match &settled.status {
            Status::Stale(stale) => &stale.change.detail,
            _ => "",
        }
    }

    #[test]
    fn nothing_typed_is_missing() {
        let settled = run(None, None, OLD);
        assert_eq!(settled.status, Status::Missing);
        assert_eq!(settled.record, Some(Record::missing(Fingerprint::of(OLD), today())));
        let emptied = run(Some(record(OLD, OLD, "ten", State::Reviewed)), None, OLD);
        assert_eq!(emptied.status, Status::Missing);
    }

    #[test]
    fn a_text_without_record_is_neither_fresh_nor_stale() {
        let settled = run(None, held("ten", None), OLD);
        assert_eq!((settled.status, settled.record), (Status::Unrecorded, None));
    }

    #[test]
    fn typing_answers_what_was_shown() {
        let shown_old = Record::missing(Fingerprint::of(OLD), today());
        let settled = run(Some(shown_old.clone()), held("ten", None), OLD);
        assert_eq!(settled.status, Status::Fresh);
        let moved_on = run(Some(shown_old), held("ten", None), NEW);
        assert_eq!(kind(&moved_on), Some(ChangeKind::Meaning));
        assert_eq!(moved_on.record.unwrap().source, Some(Fingerprint::of(OLD)));
    }

    #[test]
    fn changing_text_and_deleting_the_note_answers_the_note() {
        let stale = record(OLD, NEW, "ten", State::Reviewed);
        let settled = run(Some(stale.clone()), held("hundred", None), NEW);
        assert_eq!(settled.status, Status::Fresh);
        assert_eq!(settled.record.unwrap().state, State::Translated);
        let moved_on = run(Some(stale), held("hundred", None), NEWER);
        assert_eq!(moved_on.record.as_ref().unwrap().source, Some(Fingerprint::of(NEW)));
        assert!(kind(&moved_on).is_some());
    }

    #[test]
    fn a_typo_fix_under_the_note_is_no_answer() {
        let stale = record(OLD, NEW, "tenn", State::Translated);
        let settled = run(Some(stale), held("ten", Some((OLD, NEW))), NEW);
        assert_eq!((kind(&settled), settled.remark), (Some(ChangeKind::Meaning), Some(Remark::NoteKept)));
        assert_eq!(detail(&settled), "10 ng/mL → 100 ng/mL; the text was changed while its note stood");
        // Nor is it one when the note goes later, by another branch or another tool.
        let later = run(settled.record.clone(), held("ten", None), NEW);
        assert_eq!((kind(&later), later.remark), (Some(ChangeKind::Meaning), Some(Remark::NoteDeleted)));
        // Nor does it become fresh when the article returns to the old dose: the text may hold the new one.
        let reverted = run(settled.record, held("ten", Some((OLD, NEW))), OLD);
        assert_eq!(kind(&reverted), Some(ChangeKind::Meaning));
        assert_eq!(detail(&reverted), "the text was changed while its note stood");
    }

    #[test]
    fn deleting_the_note_alone_is_no_answer() {
        let settled = run(Some(record(OLD, NEW, "ten", State::Translated)), held("ten", None), NEW);
        assert_eq!((kind(&settled), settled.remark), (Some(ChangeKind::Meaning), Some(Remark::NoteDeleted)));
    }

    #[test]
    fn a_file_rewritten_by_a_tool_answers_nothing() {
        let settled = settle(&Facts {
            record: Some(record(OLD, NEW, "tenn", State::Translated)),
            held: Some(held("ten", None)),
            now: NEW,
            texts: texts(&Past::default()),
            rewritten: true,
            policy: &Policy::default(),
            today: today(),
        });
        assert_eq!((kind(&settled), settled.remark), (Some(ChangeKind::Meaning), Some(Remark::Rewritten)));
    }

    #[test]
    fn a_reverted_article_restores_the_recorded_state() {
        let settled = run(Some(record(OLD, NEW, "ten", State::Reviewed)), held("ten", Some((OLD, NEW))), OLD);
        assert_eq!(settled.status, Status::Fresh);
        assert_eq!(settled.record.unwrap().state, State::Reviewed);
    }

    #[test]
    fn an_edit_of_a_fresh_unit_stays_fresh_but_needs_a_new_review() {
        let settled = run(Some(record(OLD, OLD, "ten", State::Reviewed)), held("10", None), OLD);
        assert_eq!(settled.status, Status::Fresh);
        assert_eq!(settled.record.unwrap().state, State::Translated);
        // Edited before the changed article was ever shown: it answers the old one.
        let unseen = run(Some(record(OLD, OLD, "ten", State::Translated)), held("10", None), NEW);
        assert!(kind(&unseen).is_some());
    }

    #[test]
    fn a_copy_of_the_source_is_missing() {
        let copy = Held { copy: true, ..held(OLD, None) };
        for record in [None, Some(Record::missing(Fingerprint::of(OLD), today()))] {
            assert_eq!(run(record, copy.clone(), OLD).status, Status::Missing);
        }
        // Unless somebody accepted it.
        assert_eq!(run(Some(record(OLD, OLD, OLD, State::Translated)), copy, OLD).status, Status::Fresh);
    }

    #[test]
    fn a_past_that_lost_a_text_never_gives_fresh() {
        let settled =
            run(Some(record("forgotten", "forgotten", "ten", State::Translated)), held("ten", None), OLD);
        assert_eq!(kind(&settled), Some(ChangeKind::Meaning));
    }

    #[test]
    fn a_run_stopped_between_file_and_ledger_comes_to_the_same_end() {
        let before = record(OLD, NEW, "ten", State::Translated);
        let whole = run(Some(before.clone()), held("hundred", None), NEWER);
        let again = run(Some(before), held("hundred", Some((NEW, NEWER))), NEWER);
        assert_eq!(whole, again);
    }

    #[test]
    fn a_text_that_returns_answers_what_it_answered() {
        let stale = record(OLD, NEW, "ten", State::Translated);
        let answered = run(Some(stale), held("hundred", None), NEW).record;
        // With its old note or without, and by way of an emptied message.
        for note in [None, Some((OLD, NEW))] {
            let returned = run(answered.clone(), held("ten", note), NEW);
            assert_eq!(
                (kind(&returned), returned.remark),
                (Some(ChangeKind::Meaning), Some(Remark::Returned))
            );
            assert_eq!(returned.record.as_ref().unwrap().source, Some(Fingerprint::of(OLD)));
            assert_eq!(run(returned.record, held("ten", None), OLD).status, Status::Fresh);
            let emptied = run(answered.clone(), None, NEW);
            assert_eq!(emptied.status, Status::Missing);
            assert!(kind(&run(emptied.record.clone(), held("ten", note), NEW)).is_some());
            assert_eq!(run(emptied.record, held("hundred", None), NEW).status, Status::Fresh);
        }
    }

    #[test]
    fn a_filled_stub_answers_the_text_that_it_shows() {
        let shown_new = Record::missing(Fingerprint::of(NEW), today());
        let note = Note { missing: true, src: Some(Fingerprint::of(OLD)), was: None };
        let older = Some(Held { note: Some(note), ..held("ten", None) });
        let settled = run(Some(shown_new.clone()), older, NEW);
        assert_eq!(settled.record.as_ref().unwrap().source, Some(Fingerprint::of(OLD)));
        assert_eq!(kind(&settled), Some(ChangeKind::Meaning));
        // A text that comes with the note of a stale one was answered by nobody.
        let foreign = run(Some(shown_new), held("ten", Some((OLD, NEW))), NEW);
        assert_eq!((kind(&foreign), foreign.remark), (Some(ChangeKind::Meaning), Some(Remark::NoteKept)));
    }

    #[test]
    fn a_verdict_holds_for_its_two_texts_only() {
        let judged = |reason: &str| {
            let mut past = Past::default();
            past.replace(OLD, today());
            past.judge(Fingerprint::of(OLD), Verdict::same_as(Fingerprint::of(NEW), "", reason));
            past
        };
        let stale = record(OLD, OLD, "ten", State::Reviewed);
        let settled = judged_by(&judged("the unit was wrong"), Some(stale.clone()), held("ten", None), NEW);
        assert_eq!((settled.status, settled.remark), (Status::Fresh, None));
        // The record says what was translated; nobody answered anything.
        let after = settled.record.unwrap();
        assert_eq!((after.source, after.state), (stale.source, State::Reviewed));
        let later = judged_by(&judged("the unit was wrong"), Some(after), held("ten", None), NEWER);
        assert_eq!((kind(&later), later.remark), (Some(ChangeKind::Meaning), None));
        // A changed dose is no slip of the pen: without a reason the verdict counts for nothing.
        let doubtful = judged_by(&judged(""), Some(stale), held("ten", None), NEW);
        assert_eq!(kind(&doubtful), Some(ChangeKind::Meaning));
    }

    #[test]
    fn settling_twice_changes_nothing() {
        for (source, shown) in [(OLD, OLD), (OLD, NEW), (NEW, OLD)] {
            for text in ["ten", "hundred"] {
                for note in [None, Some((source, shown))] {
                    let once =
                        run(Some(record(source, shown, "ten", State::Reviewed)), held(text, note), NEW);
                    let note = kind(&once).map(|_| (source, NEW));
                    let twice = run(once.record.clone(), held(text, note), NEW);
                    assert_eq!((&once.status, &once.record), (&twice.status, &twice.record));
                }
            }
        }
    }
}
