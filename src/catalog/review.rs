//! Reviewing: which units somebody has to look at, what may be said of each, and what was said so far.

use crate::carry::{Change, ChangeKind};
use crate::catalog::answer::Answer;
use crate::catalog::ledger::State;
use crate::catalog::note;
use crate::catalog::plan::Origin;
use crate::catalog::settle::Status;
use crate::catalog::target::{Values, fingerprint, typed_source};
use crate::catalog::unit::{DocumentPlan, SourceUnit, TargetPlan, Unit, Write};

/// What names a unit in one locale, whatever happens to the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitName {
    /// The document's name.
    pub document: String,
    /// The locale.
    pub locale: String,
    /// The unit's id.
    pub id: String,
}

impl UnitName {
    /// The unit in some plans, if it is still there.
    pub fn find<'p>(
        &self,
        plans: &'p [DocumentPlan],
    ) -> Option<(&'p DocumentPlan, &'p TargetPlan, &'p SourceUnit, &'p Unit)> {
        let plan = plans.iter().find(|plan| plan.name == self.document)?;
        let target = plan.targets.iter().find(|target| target.locale == self.locale)?;
        let at = plan.sources.iter().position(|source| source.id == self.id)?;
        Some((plan, target, plan.sources.get(at)?, target.units.get(at)?))
    }
}

/// The units for which `wanted` holds, document by document and locale by locale.
pub fn due(plans: &[DocumentPlan], wanted: impl Fn(&TargetPlan, &Unit) -> bool) -> Vec<UnitName> {
    let mut due = Vec::new();
    for plan in plans {
        for target in &plan.targets {
            let units = plan.sources.iter().zip(&target.units);
            due.extend(units.filter(|(_, unit)| wanted(target, unit)).map(|(source, _)| UnitName {
                document: plan.name.clone(),
                locale: target.locale.clone(),
                id: source.id.clone(),
            }));
        }
    }
    due
}

/// What a reviewer says of a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It is right for the source as it stands.
    StillRight,
    /// The same, said by a second person.
    Reviewed,
    /// Somebody has to work on it. It stays as stale as it is.
    NeedsWork,
    /// Another text takes its place.
    Translation(String),
}

impl Reply {
    /// Whether it can be said of a unit at all; [`Reply::answer`] may still find fault with the text.
    pub fn fits(&self, unit: &Unit) -> bool {
        match (self, &unit.status) {
            (Self::Translation(_), _) => true,
            // A part of a text that was split is stale without a translation of its own.
            _ if unit.translation.is_none() => false,
            (Self::StillRight, Status::Fresh) => unit.state == Some(State::Draft),
            (Self::NeedsWork, status) => *status != Status::Unrecorded && unit.state != Some(State::Draft),
            (Self::StillRight | Self::Reviewed, _) => true,
        }
    }

    /// What somebody must confirm: that the translation is right although the meaning changed, or although its text
    /// was split or merged.
    pub fn to_confirm<'u>(&self, unit: &'u Unit) -> Option<&'u Change> {
        match (self, &unit.status) {
            (Self::StillRight | Self::Reviewed, Status::Stale(stale))
                if stale.change.kind > ChangeKind::Wording =>
            {
                Some(&stale.change)
            }
            _ => None,
        }
    }

    /// The answer that it is, to the source text in `source` and no other; refused with the reason where it cannot
    /// be given. `source` and `unit` are as the reviewer saw them.
    pub fn answer(
        &self,
        origin: Origin,
        source: &SourceUnit,
        unit: &Unit,
        by: &str,
    ) -> Result<Answer, String> {
        match self {
            Self::Translation(text) => translation(origin, source, unit, text, by),
            Self::NeedsWork => Ok(Answer::needs_work(by)),
            Self::StillRight => right(source, unit, by),
            Self::Reviewed => Ok(right(source, unit, by)?.reviewed()),
        }
    }
}

fn right(source: &SourceUnit, unit: &Unit, by: &str) -> Result<Answer, String> {
    match unit.status {
        Status::Unrecorded => Answer::adopt(source, unit),
        Status::Fresh => Answer::confirm(source, unit, by),
        Status::Missing | Status::Stale(_) => Answer::accept(source, unit, by, None),
    }
}

fn translation(
    origin: Origin,
    source: &SourceUnit,
    unit: &Unit,
    text: &str,
    by: &str,
) -> Result<Answer, String> {
    if text.trim().is_empty() {
        return Err("there is no text".to_owned());
    }
    if unit.translation.as_deref().is_some_and(|old| fingerprint(old) == fingerprint(text)) {
        return Err("the text is as it was before; if it is still right, say so".to_owned());
    }
    let has_note = |text: &str| text.lines().any(note::is_own);
    if has_note(text) && !has_note(&source.text) {
        return Err("a line of the text looks like one of yakugo's own notes".to_owned());
    }
    if origin == Origin::Fluent && typed_source(&source.id, text, Values::Source).is_none() {
        return Err(
            "the text is no Fluent that can be read, as this message needs: see to its braces, and to the lines that \
             begin with `.`, `[` or `*`"
                .to_owned(),
        );
    }
    Ok(Answer::translate(source, text, by))
}

/// A walk over units: where it stands, and the answers that can be taken back.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    units: Vec<UnitName>,
    at: usize,
    /// For each answer the place it was given at, and the files it wrote.
    answered: Vec<(usize, Vec<Write>)>,
}

impl Walk {
    /// Begins at the first unit.
    pub fn new(units: Vec<UnitName>) -> Self {
        Self { units, at: 0, answered: Vec::new() }
    }

    /// The unit to look at; none at the end.
    pub fn current(&self) -> Option<&UnitName> {
        self.units.get(self.at)
    }

    /// Its number, from 1, and how many there are.
    pub fn position(&self) -> (usize, usize) {
        (self.at + 1, self.units.len())
    }

    /// How many answers were given and not taken back.
    pub fn answers(&self) -> usize {
        self.answered.len()
    }

    /// Goes on to the next unit.
    pub fn step(&mut self) {
        self.at += 1;
    }

    /// Keeps an answer to the current unit, with the files it wrote.
    pub fn keep(&mut self, writes: Vec<Write>) {
        self.answered.push((self.at, writes));
    }

    /// What takes the last answer back: every file as it was, in the opposite order.
    pub fn to_undo(&self) -> Option<Vec<Write>> {
        let (_, writes) = self.answered.last()?;
        let back = |write: &Write| Write { old: write.new.clone(), new: write.old.clone(), ..write.clone() };
        Some(writes.iter().rev().map(back).collect())
    }

    /// Forgets the last answer, which was taken back, and stands at its unit again.
    pub fn undone(&mut self) {
        if let Some((at, _)) = self.answered.pop() {
            self.at = at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::policy::Policy;
    use crate::catalog::settle::Stale;
    use crate::catalog::unit::Stage;
    use crate::document::Kind;
    use crate::text::{Fingerprint, Span};

    fn source(text: &str) -> SourceUnit {
        SourceUnit {
            id: "p-1".into(),
            kind: Kind::Paragraph,
            text: text.into(),
            fingerprint: Fingerprint::of(text),
            span: Span::default(),
            path: [].into(),
            notes: Vec::new(),
        }
    }

    fn unit(status: Status, state: State, translation: Option<&str>) -> Unit {
        Unit {
            status,
            state: Some(state),
            translation: translation.map(str::to_owned),
            is_source: false,
            place: None,
            old_source: None,
            since: None,
            moved: false,
            propagated: false,
            shown: Some(Fingerprint::of("今")),
            between: None,
            proposal: None,
            family: None,
        }
    }

    fn stale(kind: ChangeKind) -> Status {
        let treatment = Policy::default().treatment(kind).unwrap();
        Status::Stale(Stale { change: Change::new(kind, "10 → 100"), was: None, treatment })
    }

    #[test]
    fn what_may_be_said() {
        let text = || Reply::Translation("x".into());
        let check = |status: Status, state: State, expected: [bool; 4]| {
            let translation = (status != Status::Missing).then_some("x");
            let unit = unit(status, state, translation);
            let all = [Reply::StillRight, Reply::Reviewed, Reply::NeedsWork, text()];
            assert_eq!(all.map(|reply| reply.fits(&unit)), expected, "{:?} {state:?}", unit.status);
        };
        check(Status::Missing, State::Missing, [false, false, false, true]);
        check(stale(ChangeKind::Wording), State::Translated, [true, true, true, true]);
        check(stale(ChangeKind::Wording), State::Draft, [true, true, false, true]);
        check(Status::Unrecorded, State::Translated, [true, true, false, true]);
        check(Status::Fresh, State::Translated, [false, true, true, true]);
        check(Status::Fresh, State::Draft, [true, true, false, true]);
        let part = unit(stale(ChangeKind::Split), State::Missing, None);
        let all = [Reply::StillRight, Reply::Reviewed, Reply::NeedsWork, text()];
        assert_eq!(all.map(|reply| reply.fits(&part)), [false, false, false, true]);
    }

    #[test]
    fn a_changed_meaning_is_confirmed_and_a_text_that_was_divided_otherwise() {
        let meaning = unit(stale(ChangeKind::Meaning), State::Translated, Some("x"));
        let change = Change::new(ChangeKind::Meaning, "10 → 100");
        assert_eq!(Reply::StillRight.to_confirm(&meaning), Some(&change));
        assert_eq!(Reply::Reviewed.to_confirm(&meaning), Some(&change));
        assert_eq!(Reply::NeedsWork.to_confirm(&meaning), None);
        let wording = unit(stale(ChangeKind::Wording), State::Translated, Some("x"));
        assert_eq!(Reply::StillRight.to_confirm(&wording), None);
        let split = unit(stale(ChangeKind::Split), State::Translated, Some("x"));
        assert!(Reply::StillRight.to_confirm(&split).is_some());
    }

    #[test]
    fn texts_that_are_no_answer_are_refused() {
        let article = Origin::Article(crate::document::Format::Markdown);
        let check = |origin: Origin, text: &str, expected: Result<(), &str>| {
            let unit = unit(stale(ChangeKind::Wording), State::Translated, Some("Ten {mg}."));
            let answer = Reply::Translation(text.into()).answer(origin, &source("今"), &unit, "");
            match (answer.map(|_| ()), expected) {
                (Err(reason), Err(part)) => assert!(reason.contains(part), "{reason}"),
                (answer, expected) => {
                    assert_eq!(answer.is_ok(), expected.is_ok(), "{text}");
                }
            }
        };
        check(article, "A hundred {mg.", Ok(()));
        check(article, " \n", Err("no text"));
        check(article, "Ten  {mg}.\n", Err("as it was"));
        check(article, "A hundred.\nyakugo: now 今", Err("notes"));
        check(Origin::Fluent, "{ $count } cells\n.title = Cells", Ok(()));
        check(Origin::Fluent, "{ $count cells", Err("no Fluent"));
    }

    #[test]
    fn an_answer_is_to_what_was_seen() {
        let unit = Unit {
            shown: Some(Fingerprint::of("前")),
            ..unit(stale(ChangeKind::Wording), State::Draft, Some("x"))
        };
        let article = Origin::Article(crate::document::Format::Markdown);
        assert!(Reply::StillRight.answer(article, &source("今"), &unit, "").is_err());
    }

    #[test]
    fn a_walk_goes_back_to_the_last_answer() {
        let name = |id: &str| UnitName { document: "a".into(), locale: "en".into(), id: id.into() };
        let write = |stage, path: &str, old: Option<&str>, new: &str| Write {
            stage,
            from: None,
            path: path.into(),
            old: old.map(str::to_owned),
            new: Some(new.into()),
        };
        let mut walk = Walk::new(vec![name("1"), name("2"), name("3")]);
        assert_eq!(walk.to_undo(), None);
        walk.keep(vec![write(Stage::Target, "t", Some("a"), "b"), write(Stage::Ledger, "l", None, "c")]);
        walk.step();
        walk.step();
        assert_eq!((walk.current(), walk.position(), walk.answers()), (Some(&name("3")), (3, 3), 1));
        let back = walk.to_undo().unwrap();
        let back: Vec<_> = back.iter().map(|w| (&*w.path, w.old.as_deref(), w.new.as_deref())).collect();
        assert_eq!(back, [("l", Some("c"), None), ("t", Some("b"), Some("a"))]);
        walk.undone();
        assert_eq!((walk.current(), walk.answers()), (Some(&name("1")), 0));
    }
}
