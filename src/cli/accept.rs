//! `yakugo accept`

use clap::ValueEnum;

use crate::carry::ChangeKind;
use crate::catalog::{Answer, Answers, Judgement, SourceUnit, Status, TargetPlan, Unit};
use crate::cli::find::{self, Chosen};
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome, report};
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
        let chosen = find::units(&session, &args.ids, locale)?;
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
        (None, None) => find::units(&session, &args.ids, locale)?,
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
    let mut given = Vec::new();
    for Chosen { document, unit, targets } in chosen {
        let plan = &session.plans[*document];
        let source = &plan.sources[*unit];
        let mut reasons = Vec::new();
        let mut any = false;
        for at in targets {
            let target = &plan.targets[*at];
            match make(source, &target.units[*unit]) {
                Ok(answer) => {
                    any = true;
                    answers.insert(&plan.name, &target.locale, &source.id, answer);
                    given.push((*document, *at, source.id.clone()));
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
    session.plan(answers);
    for (document, target, id) in &given {
        let plan = &session.plans[*document];
        let target = &plan.targets[*target];
        if let Some(finding) = plan.refused(target) {
            refused = true;
            report(&format!("{id} in {}: {}: {}", target.locale, finding.place.path, finding.message));
        } else {
            out.push_str(&format!("{done} {id} in {}.\n", target.locale));
        }
    }
    let touched: Vec<usize> = given.iter().map(|(document, ..)| *document).collect();
    save(&session, &touched, out, refused)
}

/// Judges the source edits of the chosen units for all locales.
fn judge(mut session: Session, chosen: &[Chosen], by: &str, reason: Option<&str>) -> Result<Outcome, Error> {
    let mut answers = Answers::default();
    let mut judged = Vec::new();
    let mut refused = false;
    let classifier = session.classifier();
    for Chosen { document, unit, targets } in chosen {
        let plan = &session.plans[*document];
        let units: Vec<(&str, &Unit)> = targets
            .iter()
            .map(|at| &plan.targets[*at])
            .map(|target| (target.locale.as_str(), &target.units[*unit]))
            .collect();
        match Judgement::new(&plan.sources[*unit], &units, &classifier, by, reason) {
            Ok(judgement) => {
                answers.judge(&plan.name, judgement);
                let is_stale = |target: &TargetPlan| is_stale(&target.units[*unit], |_| true);
                judged.push((*document, *unit, plan.targets.iter().map(is_stale).collect::<Vec<bool>>()));
            }
            Err(reason) => {
                refused = true;
                report(&reason);
            }
        }
    }
    session.plan(answers);
    let mut out = String::new();
    for (document, unit, was_stale) in &judged {
        let plan = &session.plans[*document];
        let id = &plan.sources[*unit].id;
        let (mut fresh, mut stale) = (Vec::new(), Vec::new());
        for (target, _) in plan.targets.iter().zip(was_stale).filter(|(_, was_stale)| **was_stale) {
            if is_stale(&target.units[*unit], |_| true) {
                stale.push(target.locale.as_str());
            } else if let Some(finding) = plan.refused(target) {
                refused = true;
                report(&format!("{id} in {}: {}: {}", target.locale, finding.place.path, finding.message));
            } else {
                fresh.push(target.locale.as_str());
            }
        }
        let told = [("fresh", fresh), ("still stale", stale)].into_iter().filter(|(_, of)| !of.is_empty());
        let told: Vec<String> =
            told.map(|(how, locales)| format!("{how} in {}", locales.join(", "))).collect();
        if !told.is_empty() {
            out.push_str(&format!("Judged {id}: {}.\n", told.join(", ")));
        }
    }
    let touched: Vec<usize> = judged.iter().map(|(document, ..)| *document).collect();
    save(&session, &touched, out, refused)
}

/// Writes down what was said of some documents, and tells it.
fn save(session: &Session, touched: &[usize], mut out: String, refused: bool) -> Result<Outcome, Error> {
    let writes = session.writes(touched);
    session.project.save(&writes)?;
    if !writes.is_empty() {
        out.push_str(pages_are_old(session));
    }
    Ok(Outcome { text: out, found: refused })
}

/// What is left to do where the project has rendered pages.
pub(crate) fn pages_are_old(session: &Session) -> &'static str {
    match session.project.config().render.path {
        Some(_) => "\nNext: `yakugo sync` writes the rendered pages anew\n",
        None => "",
    }
}
