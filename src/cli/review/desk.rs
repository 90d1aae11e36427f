//! What lies before a reviewer: the project as its files are now, one unit of it, and the answer that is saved.

use crate::catalog::{Answer, Answers, Date, Origin, SourceUnit, Status, Unit, UnitName, Write, due};
use crate::cli::session::{Session, WAITING};
use crate::cli::{Cli, report};
use crate::glossary::Judge;
use crate::project::{Error, Lock};
use crate::report::changes::{self, Changed, Reading};
use crate::report::review::Card;
use crate::text::LineIndex;

/// A unit as the reviewer sees it; what is said is said of this.
pub(super) struct Seen {
    pub(super) name: UnitName,
    pub(super) origin: Origin,
    pub(super) source: SourceUnit,
    pub(super) unit: Unit,
    changed: Option<Changed>,
    terms: Vec<(String, String)>,
    path: String,
    line: usize,
    source_locale: String,
    pub(super) today: Date,
}

impl Seen {
    /// Its card, as the one at this position of so many.
    pub(super) fn card(&self, position: (usize, usize)) -> Card<'_> {
        Card {
            position,
            source_locale: &self.source_locale,
            locale: &self.name.locale,
            place: (&self.path, self.line),
            source: &self.source,
            unit: &self.unit,
            changed: self.changed.as_ref(),
            terms: &self.terms,
        }
    }
}

/// What came of saving an answer.
pub(super) enum Saved {
    /// These files were written.
    Settled(Vec<Write>),
    /// The same; but the article is another one by now, and the answer is to the text that was seen.
    StaleAgain(Vec<Write>),
    /// The translation is another one by now, so the answer was not to it, and nothing was written.
    TranslationChanged,
    /// Nothing was written, and why.
    Refused(String),
}

/// The project, read again whenever something is shown or saved, and planned again where its files changed.
pub(super) struct Desk<'a> {
    cli: &'a Cli,
    session: Session,
}

impl<'a> Desk<'a> {
    pub(super) fn new(cli: &'a Cli, session: Session) -> Self {
        Self { cli, session }
    }

    /// Keeps other runs waiting, and sees what they wrote.
    fn lock(&mut self) -> Result<Lock, Error> {
        let lock = self.session.project.lock(|| report(WAITING))?;
        self.session.catch_up(self.cli)?;
        Ok(lock)
    }

    /// The unit as it stands. Files that are not up to date are brought so first: what is shown must be recorded, or
    /// an answer to it could not be.
    pub(super) fn look(&mut self, name: &UnitName) -> Result<Option<Seen>, Error> {
        self.session.catch_up(self.cli)?;
        if self.place(name).is_some_and(|at| !self.session.plans[at].all_writes().is_empty()) {
            let _lock = self.lock()?;
            let writes = self.session.writes(self.place(name).as_slice());
            self.session.project.save(&writes)?;
            self.session.catch_up(self.cli)?;
        }
        Ok(self.seen(name))
    }

    /// The place of the unit's document.
    fn place(&self, name: &UnitName) -> Option<usize> {
        self.session.plans.iter().position(|plan| plan.name == name.document)
    }

    fn seen(&self, name: &UnitName) -> Option<Seen> {
        let session = &self.session;
        let (plan, target, source, unit) = name.find(&session.plans)?;
        let index = LineIndex::new(session.target_text(plan, target));
        let (sentences, terms) = (session.sentences(), session.source_terms());
        let reading = Reading { sentences: &sentences, terms: &terms };
        Some(Seen {
            name: name.clone(),
            origin: plan.origin,
            source: source.clone(),
            unit: unit.clone(),
            changed: changes::changed(plan, target, source, unit, &index, reading),
            terms: wanted_terms(session, &source.text, &name.locale),
            path: target.path.clone(),
            line: unit.place.map_or(1, |place| index.line(place.start)),
            source_locale: session.project.config().source.clone(),
            today: session.today(),
        })
    }

    /// Saves an answer to what was seen.
    pub(super) fn save(&mut self, seen: &Seen, answer: Answer) -> Result<Saved, Error> {
        let name = &seen.name;
        let _lock = self.lock()?;
        match name.find(&self.session.plans) {
            None => return Ok(Saved::Refused("it is not in the article any more".to_owned())),
            Some((_, _, _, unit)) if unit.translation != seen.unit.translation => {
                return Ok(Saved::TranslationChanged);
            }
            Some(_) => {}
        }
        let mut answers = Answers::default();
        answers.insert(&name.document, &name.locale, &name.id, answer);
        self.session.plan(answers);
        let Some((plan, target, source, unit)) = name.find(&self.session.plans) else {
            return Ok(Saved::Refused("it is not in the article any more".to_owned()));
        };
        if let Some(finding) = plan.refused(target) {
            return Ok(Saved::Refused(finding.message.clone()));
        }
        if unit.status == Status::Missing {
            let finding = target.findings.iter().find(|finding| finding.id.as_ref() == Some(&name.id));
            let why = finding.map_or("it would not count as a translation", |finding| &finding.message);
            return Ok(Saved::Refused(why.to_owned()));
        }
        let writes = self.session.writes(self.place(name).as_slice());
        self.session.project.save(&writes)?;
        let has_changed = source.fingerprint != seen.source.fingerprint;
        let is_stale_again = has_changed && matches!(unit.status, Status::Stale(_));
        Ok(if is_stale_again { Saved::StaleAgain(writes) } else { Saved::Settled(writes) })
    }

    /// Writes what takes an answer back; refused where somebody saved one of the files since.
    pub(super) fn undo(&self, writes: &[Write]) -> Result<(), Error> {
        let _lock = self.session.project.lock(|| report(WAITING))?;
        self.session.project.save(writes)
    }

    /// How many translations are stale, and the session that counted them.
    pub(super) fn close(mut self) -> Result<(usize, Session), Error> {
        self.session.catch_up(self.cli)?;
        let left = due(&self.session.plans, |_, unit| matches!(unit.status, Status::Stale(_))).len();
        Ok((left, self.session))
    }
}

/// The words of a source text that the glossary knows, with what to use for them.
fn wanted_terms(session: &Session, source: &str, locale: &str) -> Vec<(String, String)> {
    let judge = Judge::new(&session.glossary, &session.project.config().source, locale);
    let wanted = judge.wanted(source).into_iter().map(|(hit, terms)| {
        let terms: Vec<&str> = terms.iter().map(|term| term.text.as_str()).collect();
        (hit.span.of(source).to_owned(), terms.join(" / "))
    });
    wanted.collect()
}
