//! `yakugo accept`

use crate::catalog::{Answer, Answers, Write};
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome, find, report};
use crate::project::Error;

/// Say that a translation is still right although its source changed.
///
/// It then answers the source text that its note shows. If the article has moved on since, it stays stale.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Units: an id, `FILE:LINE` of a document or translator's file, or a piece of text that occurs once.
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
    /// Only in this locale; otherwise wherever the unit is stale.
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    /// Why, to be kept in the ledger.
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let session = Session::open_to_write(cli)?;
    let by = session.project.who();
    let reason = args.reason.as_deref();
    answer(session, &args.ids, args.locale.as_deref(), "Accepted", |source, unit| {
        Answer::accept(source, unit, &by, reason)
    })
}

/// Gives one answer to every unit named; in all locales where it is due, or in the one that was said.
pub(crate) fn answer(
    mut session: Session,
    names: &[String],
    locale: Option<&str>,
    done: &str,
    make: impl Fn(&crate::catalog::SourceUnit, &crate::catalog::Unit) -> Result<Answer, String>,
) -> Result<Outcome, Error> {
    session.check_locale(locale)?;
    let mut answers = Answers::default();
    let mut out = String::new();
    let mut refused = false;
    let mut touched = Vec::new();
    for name in names {
        let found = find::unit(&session, name)?;
        let plan = &session.plans[found.document];
        let source = &plan.sources[found.unit];
        let mut reasons = Vec::new();
        let mut any = false;
        for (at, target) in plan.targets.iter().enumerate() {
            let wanted =
                locale.is_none_or(|locale| locale == target.locale) && found.target.is_none_or(|t| t == at);
            if !wanted {
                continue;
            }
            match make(source, &target.units[found.unit]) {
                Ok(answer) => {
                    any = true;
                    answers.insert(&plan.name, &target.locale, &source.id, answer);
                    touched.push((found.document, at));
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
    session.plan(&answers);
    let mut writes: Vec<&Write> = Vec::new();
    for (document, plan) in session.plans.iter().enumerate() {
        if touched.iter().any(|(other, _)| *other == document) {
            // The source file belongs to the same state as the answers: all of the document is brought up to date.
            writes.extend(plan.all_writes());
        }
    }
    writes.sort_by_key(|write| write.stage);
    session.project.save(writes)?;
    Ok(Outcome { text: out, found: refused })
}
