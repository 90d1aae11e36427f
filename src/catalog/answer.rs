//! Answers given on the command line: `accept` says that a translation is still right, `adopt` that an old one may
//! be taken over, `review` may also give another text.

use std::collections::HashMap;

use crate::carry::{ChangeKind, Classifier};
use crate::catalog::date::Date;
use crate::catalog::ledger::{Record, State};
use crate::catalog::settle::{Held, Status};
use crate::catalog::unit::{SourceUnit, Unit};
use crate::catalog::verdict::Verdict;
use crate::text::Fingerprint;

/// What somebody said of a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    state: State,
    by: String,
    note: String,
    /// The source text that was looked at, and so is answered, whatever stands there by now; none where the answer
    /// leaves open which text the translation answers.
    source: Option<Fingerprint>,
    /// The translation that was given.
    text: Option<String>,
}

/// Answers by document, locale and id.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    by_unit: HashMap<(String, String, String), Answer>,
    /// By document: the old texts and what is said of them.
    judgements: HashMap<String, Vec<(Fingerprint, Verdict)>>,
    as_left: HashMap<(String, String), String>,
}

impl Answers {
    /// Adds an answer.
    pub fn insert(&mut self, document: &str, locale: &str, id: &str, answer: Answer) {
        self.by_unit.insert((document.to_owned(), locale.to_owned(), id.to_owned()), answer);
    }

    /// Adds what was decided about a source edit of a document.
    pub fn judge(&mut self, document: &str, judgement: Judgement) {
        let Judgement { old, verdict } = judgement;
        self.judgements.entry(document.to_owned()).or_default().push((old, verdict));
    }

    pub(crate) fn judgements(&self, document: &str) -> &[(Fingerprint, Verdict)] {
        self.judgements.get(document).map(Vec::as_slice).unwrap_or_default()
    }

    /// Says that yakugo itself mended texts of a translator's file, which people left as this text: the mended texts
    /// answer what those answered.
    pub fn insert_as_left(&mut self, document: &str, locale: &str, text: &str) {
        self.as_left.insert((document.to_owned(), locale.to_owned()), text.to_owned());
    }

    pub(crate) fn as_left(&self, document: &str, locale: &str) -> Option<&str> {
        if self.as_left.is_empty() {
            return None;
        }
        self.as_left.get(&(document.to_owned(), locale.to_owned())).map(String::as_str)
    }

    /// Whether anything is said of a document.
    pub(crate) fn concern(&self, document: &str) -> bool {
        let units = self.by_unit.keys().map(|(of, ..)| of);
        let files = self.as_left.keys().map(|(of, _)| of);
        units.chain(files).chain(self.judgements.keys()).any(|of| of == document)
    }

    /// Whether nothing is said at all.
    pub fn is_empty(&self) -> bool {
        self.by_unit.is_empty() && self.judgements.is_empty() && self.as_left.is_empty()
    }

    pub(crate) fn get(&self, document: &str, locale: &str, id: &str) -> Option<&Answer> {
        if self.by_unit.is_empty() {
            return None;
        }
        self.by_unit.get(&(document.to_owned(), locale.to_owned(), id.to_owned()))
    }
}

/// "This edit of the source changes nothing for translations": said once, it holds in every locale that answered the
/// old text, and for no later edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    old: Fingerprint,
    verdict: Verdict,
}

impl Judgement {
    /// Judges the edit that made these translations of a text stale, by locale. Refused, with the reason, where there
    /// is no such edit or more than one, where the text was split or merged, and where the meaning changed and nobody
    /// says why that is nothing to translations.
    pub fn new(
        source: &SourceUnit,
        units: &[(&str, &Unit)],
        classifier: &Classifier<'_>,
        by: &str,
        reason: Option<&str>,
    ) -> Result<Self, String> {
        let id = &source.id;
        if units.iter().any(|(_, unit)| unit.family.is_some()) {
            return Err(format!(
                "the text of {id} was split or merged, so its translations have to follow: their notes say how"
            ));
        }
        let mut edits: Vec<(Fingerprint, &str, Vec<&str>)> = Vec::new();
        for (locale, unit) in units {
            let Status::Stale(stale) = &unit.status else { continue };
            let Some((was, old)) = stale.was.zip(unit.old_source.as_deref()) else {
                return Err(format!("the text that the translation of {id} in {locale} answers is lost"));
            };
            match edits.iter_mut().find(|(known, ..)| *known == was) {
                Some((.., locales)) => locales.push(locale),
                None => edits.push((was, old, vec![locale])),
            }
        }
        let (was, old) = match edits.as_slice() {
            [(was, old, _)] => (*was, *old),
            [] => return Err(format!("no translation of {id} is stale: there is no edit to judge")),
            several => {
                let locales: Vec<String> =
                    several.iter().map(|(.., locales)| locales.join(" and ")).collect();
                return Err(format!(
                    "the locales answer different texts of {id} ({}): look at `yakugo diff {id}` and judge one at a \
                     time with --locale",
                    locales.join(", but ")
                ));
            }
        };
        let change = classifier.classify(source.kind, old, &source.text);
        let reason = reason.unwrap_or_default().trim();
        if change.kind >= ChangeKind::Meaning && reason.is_empty() {
            return Err(format!(
                "the meaning of {id} changed ({}): if translations of the old text are right all the same, say why \
                 with --reason",
                change.detail
            ));
        }
        Ok(Self { old: was, verdict: Verdict::same_as(source.fingerprint, by, reason) })
    }
}

impl Answer {
    /// "Still right", or "a good draft": the translation answers the source text that its file shows. Refused, with the
    /// reason, where there is nothing to accept or the article moved on since the file was written.
    pub fn accept(source: &SourceUnit, unit: &Unit, by: &str, reason: Option<&str>) -> Result<Self, String> {
        let id = &source.id;
        if unit.translation.is_none() {
            return Err(format!("{id} has no translation to accept: type one into the file"));
        }
        if unit.status == Status::Unrecorded {
            return Err(format!(
                "no ledger knows the translation of {id}: compare it with the source, then `yakugo adopt {id}`"
            ));
        }
        if unit.status == Status::Fresh && unit.state != Some(State::Draft) {
            return Err(format!("{id} is fresh: there is nothing to accept"));
        }
        if unit.shown != Some(source.fingerprint) {
            return Err(format!(
                "the source of {id} changed since the file was last written, so what you read is not what stands there \
                 now: run `yakugo sync`, read the note, then accept"
            ));
        }
        Ok(Self::to(source, State::Translated, by, reason))
    }

    /// A second person confirms a fresh translation.
    pub fn review(source: &SourceUnit, unit: &Unit, by: &str, reason: Option<&str>) -> Result<Self, String> {
        let id = &source.id;
        if unit.status != Status::Fresh {
            return Err(format!(
                "{id} is not fresh: only a translation of the source as it stands can be reviewed"
            ));
        }
        if unit.shown != Some(source.fingerprint) {
            return Err(format!(
                "the files of {id} are not in sync: run `yakugo sync`, look again, then review"
            ));
        }
        Ok(Self::to(source, State::Reviewed, by, reason))
    }

    /// A draft that answers its source is right as it is.
    pub(crate) fn confirm(source: &SourceUnit, unit: &Unit, by: &str) -> Result<Self, String> {
        Ok(Self { state: State::Translated, ..Self::review(source, unit, by, None)? })
    }

    /// Takes over a translation that no ledger knows.
    pub fn adopt(source: &SourceUnit, unit: &Unit) -> Result<Self, String> {
        if unit.status != Status::Unrecorded {
            return Err(format!("{} is no unrecorded translation: there is nothing to adopt", source.id));
        }
        Ok(Self::to(source, State::Adopted, "", None))
    }

    /// An answer to the source text as it was shown.
    fn to(source: &SourceUnit, state: State, by: &str, reason: Option<&str>) -> Self {
        let note = reason.map(|reason| format!("reason: {reason}")).unwrap_or_default();
        Self { state, by: by.to_owned(), note, source: Some(source.fingerprint), text: None }
    }

    /// The same answer, given by a second person.
    pub(crate) fn reviewed(self) -> Self {
        Self { state: State::Reviewed, ..self }
    }

    /// Nothing more than that somebody has to work on the translation: it answers what it answered before.
    pub(crate) fn needs_work(by: &str) -> Self {
        Self { state: State::Draft, by: by.to_owned(), note: String::new(), source: None, text: None }
    }

    /// Another translation of the source text as it was shown.
    pub(crate) fn translate(source: &SourceUnit, text: &str, by: &str) -> Self {
        Self { text: Some(text.to_owned()), ..Self::to(source, State::Translated, by, None) }
    }

    /// The translation that was given, if the answer is one.
    pub(crate) fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// The record that the answer makes of the one `before`; none where nothing is known that it could be about.
    pub(crate) fn record(&self, before: Option<&Record>, held: &Held, today: Date) -> Option<Record> {
        if self.source.is_none() {
            let before = before.filter(|before| before.state != State::Missing)?.clone();
            return Some(Record { state: self.state, by: self.by.clone(), date: Some(today), ..before });
        }
        Some(Record {
            source: self.source,
            shown: self.source,
            target: Some(held.target),
            state: self.state,
            by: self.by.clone(),
            date: Some(today),
            note: self.note.clone(),
            earlier: before.map(|before| before.earlier_than(held.target)).unwrap_or_default(),
        })
    }
}
