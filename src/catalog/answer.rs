//! Answers given on the command line: `accept` says that a translation is still right, `adopt` that an old one may
//! be taken over.

use std::collections::HashMap;

use crate::catalog::date::Date;
use crate::catalog::ledger::{Record, State};
use crate::catalog::settle::{Held, Status};
use crate::catalog::unit::{SourceUnit, Unit};

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
    as_left: HashMap<(String, String), String>,
}

impl Answers {
    /// Adds an answer.
    pub fn insert(&mut self, document: &str, locale: &str, id: &str, answer: Answer) {
        self.answers.insert((document.to_owned(), locale.to_owned(), id.to_owned()), answer);
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

    pub(crate) fn get(&self, document: &str, locale: &str, id: &str) -> Option<&Answer> {
        if self.answers.is_empty() {
            return None;
        }
        self.answers.get(&(document.to_owned(), locale.to_owned(), id.to_owned()))
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
