//! `yakugo accept`

use clap::ValueEnum;

use crate::carry::ChangeKind;
use crate::catalog::{Answer, Answers, Judgement, SourceUnit, Stage, Status, Unit, Write};
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome, find, report};
use crate::project::Error;

/// Say that a translation is still right although its source changed, or that it was reviewed.
///
/// It then answers the source text that its note shows. If the article has moved on since, it stays stale.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Units: an id, `FILE:LINE` of a document or translator's file, or a piece of text that occurs once.
    #[arg(required_unless_present_any = ["kind", "all", "document"], value_name = "ID")]
    ids: Vec<String>,
    /// All that are stale by a change of this kind.
    #[arg(long, value_enum, conflicts_with_all = ["ids", "all", "reviewed"])]
    kind: Option<Kind>,
    /// All that are stale; but never those whose meaning changed or whose text was split or merged: these are named one
    /// by one.
    #[arg(long, conflicts_with_all = ["ids", "reviewed"])]
    all: bool,
    /// Mark fresh translations as reviewed by a second person.
    #[arg(long)]
    reviewed: bool,
    /// The edit of the source changes nothing for translations: said once, in all locales and for this edit only.
    #[arg(long, conflicts_with_all = ["kind", "all", "reviewed", "document"])]
    source_change: bool,
    /// With --reviewed: all fresh translations of this document.
    #[arg(long, value_name = "NAME", requires = "reviewed", conflicts_with = "ids")]
    document: Option<String>,
    /// Only in this locale; otherwise wherever it is due.
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    /// Why, to be kept in the ledger, or in the past with --source-change; needed there for a change of meaning.
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Markup,
    Punctuation,
    Wording,
}

impl Kind {
    fn change(self) -> ChangeKind {
        match self {
            Self::Markup => ChangeKind::Markup,
            Self::Punctuation => ChangeKind::Punctuation,
            Self::Wording => ChangeKind::Wording,
        }
    }
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let session = Session::open_to_write(cli)?;
    let locale = args.locale.as_deref();
    session.check_locale(locale)?;
    let by = session.project.who();
    let reason = args.reason.as_deref();
    if args.source_change {
        let chosen = named(&session, &args.ids, locale)?;
        return judge(session, &chosen, &by, reason);
    }
    let chosen = match (&args.document, args.kind) {
        (Some(document), _) => {
            check_document(&session, document)?;
            matching(&session, locale, |name, unit| name == document && unit.status == Status::Fresh)
        }
        (None, Some(kind)) => matching(&session, locale, |_, unit| is_stale(unit, |k| k == kind.change())),
        (None, None) if args.all => {
            matching(&session, locale, |_, unit| is_stale(unit, |k| k <= ChangeKind::Wording))
        }
        (None, None) => named(&session, &args.ids, locale)?,
    };
    if chosen.is_empty() {
        return Ok(Outcome::clean("Nothing to accept.\n"));
    }
    if args.reviewed {
        return answer(session, &chosen, "Reviewed", |source, unit| {
            Answer::review(source, unit, &by, reason)
        });
    }
    answer(session, &chosen, "Accepted", |source, unit| Answer::accept(source, unit, &by, reason))
}

fn is_stale(unit: &Unit, wanted: impl Fn(ChangeKind) -> bool) -> bool {
    matches!(&unit.status, Status::Stale(stale) if wanted(stale.change.kind))
}

fn check_document(session: &Session, name: &str) -> Result<(), Error> {
    let names: Vec<&str> = session.plans.iter().map(|plan| plan.name.as_str()).collect();
    if names.contains(&name) {
        return Ok(());
    }
    Err(Error::Usage(format!("there is no document `{name}`; there are {}", names.join(", "))))
}

/// A unit in the locales that are meant: the places of document, unit and locales in the plans.
pub(crate) struct Chosen {
    document: usize,
    unit: usize,
    targets: Vec<usize>,
}

/// The units of an answer that names them.
pub(crate) fn named(session: &Session, names: &[String], locale: Option<&str>) -> Result<Vec<Chosen>, Error> {
    session.check_locale(locale)?;
    let chosen = |name: &String| {
        let found = find::unit(session, name)?;
        let targets = session.plans[found.document].targets.iter().enumerate().filter(|(at, target)| {
            locale.is_none_or(|locale| locale == target.locale)
                && found.target.is_none_or(|wanted| wanted == *at)
        });
        let targets = targets.map(|(at, _)| at).collect();
        Ok(Chosen { document: found.document, unit: found.unit, targets })
    };
    names.iter().map(chosen).collect()
}

/// The units for which `wanted` holds, by the document's name and the unit.
pub(crate) fn matching(
    session: &Session,
    locale: Option<&str>,
    wanted: impl Fn(&str, &Unit) -> bool,
) -> Vec<Chosen> {
    let mut chosen = Vec::new();
    for (document, plan) in session.plans.iter().enumerate() {
        for unit in 0..plan.sources.len() {
            let targets: Vec<usize> = plan
                .targets
                .iter()
                .enumerate()
                .filter(|(_, target)| locale.is_none_or(|locale| locale == target.locale))
                .filter(|(_, target)| wanted(&plan.name, &target.units[unit]))
                .map(|(at, _)| at)
                .collect();
            if !targets.is_empty() {
                chosen.push(Chosen { document, unit, targets });
            }
        }
    }
    chosen
}

/// Gives one answer to every chosen unit, in every locale where it is due.
pub(crate) fn answer(
    mut session: Session,
    chosen: &[Chosen],
    done: &str,
    make: impl Fn(&SourceUnit, &Unit) -> Result<Answer, String>,
) -> Result<Outcome, Error> {
    let mut answers = Answers::default();
    let mut out = String::new();
    let mut refused = false;
    let mut touched = Vec::new();
    for Chosen { document, unit, targets } in chosen {
        let plan = &session.plans[*document];
        let source = &plan.sources[*unit];
        let mut reasons = Vec::new();
        let mut any = false;
        for target in targets.iter().map(|at| &plan.targets[*at]) {
            match make(source, &target.units[*unit]) {
                Ok(answer) => {
                    any = true;
                    answers.insert(&plan.name, &target.locale, &source.id, answer);
                    touched.push(*document);
                    out.push_str(&format!("{done} {} in {}.\n", source.id, target.locale));
                }
                Err(reason) => reasons.push(format!("{}: {reason}", target.locale)),
            }
        }
        if !any {
            refused = true;
            for reason in reasons {
                report(&reason);
            }
        }
    }
    save(&mut session, &answers, &touched)?;
    Ok(Outcome { text: out, found: refused })
}

/// Writes down the answers. The source file belongs to the same state as they: all of a touched document is brought up
/// to date.
fn save(session: &mut Session, answers: &Answers, touched: &[usize]) -> Result<(), Error> {
    session.plan(answers);
    let plans = session.plans.iter().enumerate().filter(|(document, _)| touched.contains(document));
    let mut writes: Vec<&Write> = plans.flat_map(|(_, plan)| plan.all_writes()).collect();
    writes.sort_by_key(|write| write.stage);
    session.project.save(writes)
}

/// Judges the source edits of the chosen units for all locales.
fn judge(mut session: Session, chosen: &[Chosen], by: &str, reason: Option<&str>) -> Result<Outcome, Error> {
    let mut answers = Answers::default();
    let mut judged = Vec::new();
    for Chosen { document, unit, targets } in chosen {
        let plan = &session.plans[*document];
        let units: Vec<(&str, &Unit)> = targets
            .iter()
            .map(|at| &plan.targets[*at])
            .map(|target| (target.locale.as_str(), &target.units[*unit]))
            .collect();
        match Judgement::new(&plan.sources[*unit], &units, by, reason) {
            Ok(judgement) => {
                answers.judge(&plan.name, judgement);
                judged.push((*document, *unit));
            }
            Err(reason) => report(&reason),
        }
    }
    let touched: Vec<usize> = judged.iter().map(|(document, _)| *document).collect();
    save(&mut session, &answers, &touched)?;
    let mut out = String::new();
    let mut refused = judged.len() < chosen.len();
    for (document, unit) in &judged {
        let plan = &session.plans[*document];
        if plan.writes.iter().all(|write| write.stage != Stage::Past) {
            refused = true;
            report(&format!(
                "nothing was written for {}: `yakugo check` says which file is in the way",
                plan.name
            ));
            continue;
        }
        let locales = |wanted: fn(&Status) -> bool| -> String {
            let targets = plan.targets.iter().filter(|target| wanted(&target.units[*unit].status));
            targets.map(|target| target.locale.as_str()).collect::<Vec<_>>().join(", ")
        };
        let fresh = locales(|status| *status == Status::Fresh);
        let stale = locales(|status| matches!(status, Status::Stale(_)));
        let told =
            [("fresh", fresh), ("still stale", stale)].into_iter().filter(|(_, locales)| !locales.is_empty());
        let told: Vec<String> = told.map(|(how, locales)| format!("{how} in {locales}")).collect();
        out.push_str(&format!("Judged {}: {}.\n", plan.sources[*unit].id, told.join(", ")));
    }
    Ok(Outcome { text: out, found: refused })
}
