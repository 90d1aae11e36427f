//! Answers given on the command line: `accept` says that a translation is still right, `adopt` that an old one may
//! be taken over.

use std::collections::HashMap;

use crate::carry::{ChangeKind, classify};
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
}

/// Answers by document, locale and id.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    answers: HashMap<(String, String, String), Answer>,
    /// By document: the old texts and what is said of them.
    judgements: HashMap<String, Vec<(Fingerprint, Verdict)>>,
}

impl Answers {
    /// Adds an answer.
    pub fn insert(&mut self, document: &str, locale: &str, id: &str, answer: Answer) {
        self.answers.insert((document.to_owned(), locale.to_owned(), id.to_owned()), answer);
    }

    /// Adds what was decided about a source edit of a document.
    pub fn judge(&mut self, document: &str, judgement: Judgement) {
        let Judgement { old, verdict } = judgement;
        self.judgements.entry(document.to_owned()).or_default().push((old, verdict));
    }

    pub(crate) fn judgements(&self, document: &str) -> &[(Fingerprint, Verdict)] {
        self.judgements.get(document).map(Vec::as_slice).unwrap_or_default()
    }

    pub(crate) fn get(&self, document: &str, locale: &str, id: &str) -> Option<&Answer> {
        if self.answers.is_empty() {
            return None;
        }
        self.answers.get(&(document.to_owned(), locale.to_owned(), id.to_owned()))
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
        let change = classify(old, &source.text);
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
    /// "Still right": the translation answers the source text that its file shows. Refused, with the reason, where
    /// there is nothing to accept or the article moved on since the file was written.
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
        if unit.status == Status::Fresh {
            return Err(format!("{id} is fresh: there is nothing to accept"));
        }
        if unit.shown != Some(source.fingerprint) {
            return Err(format!(
                "the source of {id} changed since the file was last written, so what you read is not what stands there \
                 now: run `yakugo sync`, read the note, then accept"
            ));
        }
        let note = reason.map(|reason| format!("reason: {reason}")).unwrap_or_default();
        Ok(Self { state: State::Translated, by: by.to_owned(), note })
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
        let note = reason.map(|reason| format!("reason: {reason}")).unwrap_or_default();
        Ok(Self { state: State::Reviewed, by: by.to_owned(), note })
    }

    /// Takes over a translation that no ledger knows.
    pub fn adopt(source: &SourceUnit, unit: &Unit) -> Result<Self, String> {
        if unit.status != Status::Unrecorded {
            return Err(format!("{} is no unrecorded translation: there is nothing to adopt", source.id));
        }
        Ok(Self { state: State::Adopted, by: String::new(), note: String::new() })
    }

    /// The record that the answer makes of the one `before`.
    pub(crate) fn record(
        &self,
        before: Option<&Record>,
        source: &SourceUnit,
        held: &Held,
        today: Date,
    ) -> Record {
        Record {
            source: Some(source.fingerprint),
            shown: Some(source.fingerprint),
            target: Some(held.target),
            state: self.state,
            by: self.by.clone(),
            date: Some(today),
            note: self.note.clone(),
            earlier: before.map(|before| before.earlier_than(held.target)).unwrap_or_default(),
        }
    }
}
