//! The ledger: per unit, which source text the translation answers. One file a document and locale.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use crate::catalog::date::Date;
use crate::catalog::records::{self, Row, Shape};
use crate::finding::Finding;
use crate::text::Fingerprint;

/// What is recorded of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Nobody translated it.
    Missing,
    /// Made by yakugo or marked as unfinished; a translation all the same.
    Draft,
    /// A person answered the recorded source.
    Translated,
    /// A second person confirmed it.
    Reviewed,
    /// Taken over from before yakugo, on somebody's explicit word.
    Adopted,
    /// Its segment is gone; the translation waits in the attic.
    Retired,
}

impl State {
    const ALL: [Self; 6] =
        [Self::Missing, Self::Draft, Self::Translated, Self::Reviewed, Self::Adopted, Self::Retired];

    /// The word in the ledger and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Draft => "draft",
            Self::Translated => "translated",
            Self::Reviewed => "reviewed",
            Self::Adopted => "adopted",
            Self::Retired => "retired",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// The recorded truth about one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The fingerprint of the source text that the translation answers.
    pub source: Option<Fingerprint>,
    /// The fingerprint of the source text that the translator's file last showed.
    pub shown: Option<Fingerprint>,
    /// The fingerprint of the translation.
    pub target: Option<Fingerprint>,
    /// How far it is.
    pub state: State,
    /// Who accepted or reviewed it; empty otherwise.
    pub by: String,
    /// The day of the last change of state.
    pub date: Option<Date>,
    /// Why: a reason given to `accept`, or one of yakugo's own marks (see [`Record::unsettled`]).
    pub note: String,
    /// What stood there before, the latest last. A text that comes back (an undo, `git checkout` of one file) answers
    /// what it answered then, never the source that another text answered since.
    pub earlier: Vec<Earlier>,
}

/// A translation that stood there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The fingerprint of the source text that it answered; none if nobody could say.
    pub source: Option<Fingerprint>,
    /// Its own fingerprint.
    pub target: Fingerprint,
    /// How far it was: `draft` or `adopted`; `translated` otherwise, for a review does not outlive its text.
    pub state: State,
}

impl Earlier {
    /// `source>target`, as in the ledger, with `=draft` or `=adopted` behind it.
    fn parse(field: &str) -> Option<Self> {
        let (pair, state) = match field.split_once('=') {
            Some((pair, state)) => (pair, State::from_name(state)?),
            None => (field, State::Translated),
        };
        let (source, target) = pair.split_once('>')?;
        let source = if source == "-" { None } else { Some(source.parse().ok()?) };
        Some(Self { source, target: target.parse().ok()?, state })
    }

    fn to_text(self) -> String {
        let source = self.source.map_or_else(|| "-".to_owned(), |source| source.to_string());
        let state = match self.state {
            State::Translated => String::new(),
            state => format!("={}", state.name()),
        };
        format!("{source}>{}{state}", self.target)
    }
}

/// How many earlier translations of a unit are remembered.
const MOST_EARLIER: usize = 8;

/// The mark of a translation that was changed while its note stood, or on which two branches disagree: it answers
/// no text that anybody vouched for, and stays stale until it is answered or accepted.
const UNSETTLED: &str = "unsettled: ";

impl Record {
    /// The record of a unit that nobody translated, shown to the translator as `shown`.
    pub fn missing(shown: Fingerprint, date: Date) -> Self {
        Self {
            source: None,
            shown: Some(shown),
            target: None,
            state: State::Missing,
            by: String::new(),
            date: Some(date),
            note: String::new(),
            earlier: Vec::new(),
        }
    }

    /// What stood there before `target`: what the record knows of, and its own translation if that was another one.
    pub(crate) fn earlier_than(&self, target: Fingerprint) -> Vec<Earlier> {
        let mut earlier = self.earlier.clone();
        if let Some(own) = self.as_earlier() {
            earlier.retain(|earlier| earlier.target != own.target);
            earlier.push(own);
        }
        earlier.retain(|earlier| earlier.target != target);
        let most = earlier.len().saturating_sub(MOST_EARLIER);
        earlier.split_off(most)
    }

    /// Yakugo changed the translation itself: that answers nothing, and nobody has reviewed the new text.
    pub(crate) fn mended(&mut self, target: Fingerprint, today: Date) {
        self.earlier = self.earlier_than(target);
        self.target = Some(target);
        if self.state == State::Reviewed {
            self.state = State::Translated;
            self.by.clear();
        }
        if self.unsettled().is_none() {
            self.date = Some(today);
        }
    }

    pub(crate) fn as_earlier(&self) -> Option<Earlier> {
        let source = self.source.filter(|_| self.unsettled().is_none());
        let state = match self.state {
            State::Draft | State::Adopted => self.state,
            _ => State::Translated,
        };
        self.target.map(|target| Earlier { source, target, state })
    }

    /// The source texts that it speaks of, the latest last.
    pub(crate) fn sources(&self) -> impl Iterator<Item = Fingerprint> {
        let earlier = self.earlier.iter().map(|earlier| earlier.source);
        earlier.chain([self.source, self.shown]).flatten()
    }

    /// The earlier answer to a source text that was this very translation.
    pub(crate) fn answered_earlier(&self, source: Fingerprint, target: Fingerprint) -> Option<Earlier> {
        let mut earlier = self.earlier.iter().copied();
        earlier.find(|earlier| earlier.source == Some(source) && earlier.target == target)
    }

    /// Why the record cannot be trusted to answer its own source, if so.
    pub fn unsettled(&self) -> Option<&str> {
        self.note.strip_prefix(UNSETTLED)
    }

    /// Marks the record as answering nothing that can be trusted.
    pub(crate) fn unsettle(&mut self, why: &str) {
        self.note = format!("{UNSETTLED}{why}");
    }

    /// The same record for a segment that is gone. The state it had is kept in the note, to come back with it.
    pub(crate) fn retired(&self, date: Date) -> Self {
        if self.state == State::Retired {
            return self.clone();
        }
        let note = match self.note.as_str() {
            "" => self.state.name().to_owned(),
            note => format!("{}; {note}", self.state.name()),
        };
        Self { state: State::Retired, date: Some(date), note, ..self.clone() }
    }

    /// The record as it was before its segment went.
    pub(crate) fn restored(&self, date: Date) -> Self {
        if self.state != State::Retired {
            return self.clone();
        }
        let (state, note) = self.note.split_once("; ").unwrap_or((&self.note, ""));
        let state = State::from_name(state).unwrap_or(State::Translated);
        Self { state, date: Some(date), note: note.to_owned(), ..self.clone() }
    }
}

const SHAPE: Shape = Shape {
    name: "ledger",
    about: "which source text each translation answers; kept by yakugo, merged by git",
    columns: &["id", "source", "shown", "target", "state", "by", "date", "note", "earlier"],
};

/// All records of one document in one locale, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    records: BTreeMap<String, Record>,
    /// The other side's record, where a merge left two that disagree.
    rivals: BTreeMap<String, Record>,
    /// The ids in the order of the file. Records stand where their units stand in the document, so that two branches
    /// that add units in different places add lines in different places, and plain git can merge them.
    order: Vec<String>,
}

impl Ledger {
    /// Reads a ledger file. Both sides of a conflict are united by id; where they really disagree, both records are
    /// kept until the translation that stands in the file decides between them.
    pub fn parse(text: &str) -> (Self, Vec<Finding>) {
        let (rows, mut findings) = records::read(&SHAPE, text);
        let mut ledger = Self::default();
        for row in rows {
            match record(&row) {
                Some((id, record)) => ledger.unite(id, record),
                None => findings.push(Finding::new(
                    &records::RECORDS,
                    row.span,
                    "this line is no ledger record (id, fingerprints, state, date expected): take it from your last \
                     commit, or delete it; the unit is then `unrecorded`",
                )),
            }
        }
        (ledger, findings)
    }

    fn unite(&mut self, id: String, record: Record) {
        let Some(known) = self.records.get_mut(&id) else {
            self.insert(id, record);
            return;
        };
        let answers = |r: &Record| (r.source, r.target, r.state);
        if answers(known) == answers(&record) {
            known.date = known.date.max(record.date);
            let new =
                record.earlier.iter().filter(|e| known.earlier.iter().all(|k| k.target != e.target)).copied();
            known.earlier.extend(new.collect::<Vec<_>>());
        } else if known.state == State::Missing {
            // One branch translated what the other had not begun: its answer counts, to what it was shown.
            *known = record;
        } else if record.state != State::Missing {
            self.rivals.insert(id, record);
        }
    }

    /// The record of a unit whose translation has the fingerprint `target`. Of two records that disagree, the one
    /// made for this translation counts; if that does not tell, the unit is unsettled, and the second value is true.
    pub(crate) fn decide(&self, id: &str, target: Option<Fingerprint>) -> (Option<Record>, bool) {
        let Some(record) = self.records.get(id) else { return (None, false) };
        let Some(rival) = self.rivals.get(id) else { return (Some(record.clone()), false) };
        let (mut decided, other) =
            if rival.target == target { (rival.clone(), record) } else { (record.clone(), rival) };
        let disagree = (record.target == target) == (rival.target == target);
        if disagree {
            // The text that stands there is neither branch's answer, nor one given since.
            decided.earlier = record.earlier_than(target.or(record.target).unwrap_or(Fingerprint::of("")));
            decided.target = target;
            decided.unsettle("two branches disagree");
        }
        for earlier in other.earlier.iter().copied().chain(other.as_earlier()) {
            if Some(earlier.target) != decided.target
                && decided.earlier.iter().all(|e| e.target != earlier.target)
            {
                decided.earlier.push(earlier);
            }
        }
        (Some(decided), disagree)
    }

    /// Takes over what another ledger knows of a unit. Its place in the file is that of a new record.
    pub(crate) fn receive(&mut self, id: &str, other: &Self) {
        for (own, other) in [(&mut self.records, &other.records), (&mut self.rivals, &other.rivals)] {
            match other.get(id) {
                Some(record) => own.insert(id.to_owned(), record.clone()),
                None => own.remove(id),
            };
        }
    }

    /// The same ledger without some units.
    pub(crate) fn without(&self, ids: &HashSet<String>) -> Self {
        let mut kept = self.clone();
        for records in [&mut kept.records, &mut kept.rivals] {
            records.retain(|id, _| !ids.contains(id));
        }
        kept
    }

    /// Takes over the order of the file as it was.
    pub(crate) fn arrange_as(&mut self, file: &Self) {
        let kept = |id: &&str| self.records.contains_key(*id);
        let in_file: Vec<&str> = file.order.iter().map(String::as_str).filter(kept).collect();
        let order = records::arranged(&in_file, self.order.iter().map(String::as_str).filter(kept));
        self.order = order.into_iter().map(str::to_owned).collect();
    }

    /// The file's text.
    pub fn to_text(&self) -> String {
        let name = |fingerprint: Option<Fingerprint>| -> Cow<'_, str> {
            fingerprint.map_or(Cow::Borrowed("-"), |f| Cow::Owned(f.to_string()))
        };
        records::write(
            &SHAPE,
            self.order.iter().filter_map(|id| Some((id, self.records.get(id)?))).map(|(id, record)| {
                vec![
                    id.as_str().into(),
                    name(record.source),
                    name(record.shown),
                    name(record.target),
                    record.state.name().into(),
                    record.by.as_str().into(),
                    record.date.map_or(Cow::Borrowed("-"), |date| Cow::Owned(date.to_string())),
                    record.note.as_str().into(),
                    record
                        .earlier
                        .iter()
                        .map(|earlier| earlier.to_text())
                        .collect::<Vec<_>>()
                        .join(" ")
                        .into(),
                ]
            }),
        )
    }

    /// The record of a unit.
    pub fn get(&self, id: &str) -> Option<&Record> {
        self.records.get(id)
    }

    /// Sets the record of a unit.
    pub fn insert(&mut self, id: impl Into<String>, record: Record) {
        let id = id.into();
        if !self.records.contains_key(&id) {
            self.order.push(id.clone());
        }
        self.records.insert(id, record);
    }

    /// All records, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Record)> {
        self.records.iter().map(|(id, record)| (id.as_str(), record))
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

fn record(row: &Row) -> Option<(String, Record)> {
    let [id, source, shown, target, state, by, date, note, earlier] = row.fields.as_slice() else {
        return None;
    };
    let fingerprint = |field: &str| match field {
        "" | "-" => Some(None),
        name => name.parse().ok().map(Some),
    };
    let date = match date.as_str() {
        "" | "-" => None,
        date => Some(date.parse().ok()?),
    };
    let record = Record {
        source: fingerprint(source)?,
        shown: fingerprint(shown)?,
        target: fingerprint(target)?,
        state: State::from_name(state)?,
        by: by.clone(),
        date,
        note: note.clone(),
        earlier: earlier.split_whitespace().map(Earlier::parse).collect::<Option<_>>()?,
    };
    (!id.is_empty()).then(|| (id.clone(), record))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn translated(source: &str, target: &str) -> Record {
        Record {
            source: Some(Fingerprint::of(source)),
            shown: Some(Fingerprint::of(source)),
            target: Some(Fingerprint::of(target)),
            state: State::Translated,
            by: String::new(),
            date: "2026-11-03".parse().ok(),
            note: String::new(),
            earlier: Vec::new(),
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut ledger = Ledger::default();
        ledger.insert("p-b", translated("細胞", "cell"));
        ledger.insert("p-a", Record::missing(Fingerprint::of("液"), "2026-11-01".parse().unwrap()));
        let text = ledger.to_text();
        assert_eq!(Ledger::parse(&text), (ledger, vec![]));
    }

    #[test]
    fn records_keep_their_places_and_new_ones_come_where_their_unit_stands() {
        let check = |file: &str, document: &str, expected: &str| {
            let of = |ids: &str| {
                let mut ledger = Ledger::default();
                ids.split(' ').for_each(|id| ledger.insert(id, translated(id, id)));
                ledger
            };
            let mut ledger = of(document);
            ledger.arrange_as(&Ledger::parse(&of(file).to_text()).0);
            let text = ledger.to_text();
            let ids: Vec<&str> = text
                .lines()
                .skip(2)
                .filter_map(|l| l.split('\t').next())
                .filter(|id| !id.is_empty())
                .collect();
            assert_eq!(ids.join(" "), expected);
        };
        check("a b c", "a b c", "a b c");
        check("a b c", "x a b y z c w", "x a b y z c w");
        check("c b a", "a x b c y", "c y b a x");
        check("a b c", "a c", "a c");
        check("a b c", "x y", "x y");
    }

    #[test]
    fn earlier_translations_are_written_and_read_back_the_latest_eight() {
        let mut record = translated("細胞", "cell");
        for word in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "c"] {
            record.earlier = record.earlier_than(Fingerprint::of(word));
            record.target = Some(Fingerprint::of(word));
        }
        record.earlier[0].source = None;
        let mut ledger = Ledger::default();
        ledger.insert("p-a", record.clone());
        let (read, findings) = Ledger::parse(&ledger.to_text());
        assert_eq!((read.get("p-a"), findings), (Some(&record), vec![]));
        let targets: Vec<Fingerprint> = record.earlier.iter().map(|earlier| earlier.target).collect();
        assert_eq!(targets, ["b", "d", "e", "f", "g", "h", "i", "j"].map(Fingerprint::of));
    }

    #[test]
    fn a_broken_line_is_named_and_the_others_count() {
        let mut ledger = Ledger::default();
        ledger.insert("p-a", translated("細胞", "cell"));
        let text = ledger.to_text() + "\np-b\tgarbage\n";
        let (read, findings) = Ledger::parse(&text);
        assert_eq!(read, ledger);
        assert_eq!(findings.len(), 1);
    }

    #[test]
    fn of_two_branches_the_record_of_the_standing_text_counts() {
        let line = |record: Record| {
            let mut ledger = Ledger::default();
            ledger.insert("p-a", record);
            ledger.to_text().lines().last().unwrap().to_owned()
        };
        let decided = |ours: Record, theirs: Record, standing: &str| {
            let head = Ledger::default().to_text();
            let text = format!("{head}\n<<<<<<< a\n{}\n=======\n{}\n>>>>>>> b\n", line(ours), line(theirs));
            let (record, disagree) = Ledger::parse(&text).0.decide("p-a", Some(Fingerprint::of(standing)));
            (record.unwrap(), disagree)
        };
        let (ten, zehn) = (translated("10", "ten"), translated("10", "zehn"));
        // The other one is remembered: should it come back, it answers what it answered.
        let zehn_after_ten = Record { earlier: ten.as_earlier().into_iter().collect(), ..zehn.clone() };
        assert_eq!(decided(ten.clone(), zehn.clone(), "zehn"), (zehn_after_ten, false));
        let (neither, disagree) = decided(ten.clone(), zehn, "dix");
        assert!(disagree && neither.unsettled().is_some());
        let missing = Record::missing(Fingerprint::of("10"), "2026-11-01".parse().unwrap());
        assert_eq!(decided(missing, ten.clone(), "ten"), (ten, false));
    }

    #[test]
    fn a_retired_record_comes_back_as_it_was() {
        let day = "2026-11-20".parse().unwrap();
        let mut record = Record { state: State::Reviewed, ..translated("細胞", "cell") };
        record.note = "reason; still right".into();
        let back = record.retired(day).restored(day);
        assert_eq!(back, Record { date: Some(day), ..record });
    }
}
