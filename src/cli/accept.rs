//! `yakugo accept`

use clap::ValueEnum;

use crate::carry::ChangeKind;
use crate::catalog::{Answer, Answers, SourceUnit, Status, Unit};
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
    /// All that are stale; but never those whose meaning changed: these are named one by one.
    #[arg(long, conflicts_with_all = ["ids", "reviewed"])]
    all: bool,
    /// Mark fresh translations as reviewed by a second person.
    #[arg(long)]
    reviewed: bool,
    /// With --reviewed: all fresh translations of this document.
    #[arg(long, value_name = "NAME", requires = "reviewed", conflicts_with = "ids")]
    document: Option<String>,
    /// Only in this locale; otherwise wherever it is due.
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    /// Why, to be kept in the ledger.
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
    let chosen = match (&args.document, args.kind) {
        (Some(document), _) => {
            check_document(&session, document)?;
            matching(&session, locale, |name, unit| name == document && unit.status == Status::Fresh)
        }
        (None, Some(kind)) => matching(&session, locale, |_, unit| is_stale(unit, |k| k == kind.change())),
        (None, None) if args.all => {
            matching(&session, locale, |_, unit| is_stale(unit, |k| k < ChangeKind::Meaning))
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
    session.plan(&answers);
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
    let writes = session.writes(&touched);
    session.project.save(&writes)?;
    if !writes.is_empty() {
        out.push_str(pages_are_old(&session));
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
