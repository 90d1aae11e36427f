//! `yakugo adopt`

use crate::catalog::{Answer, Status};
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome, accept};
use crate::project::Error;

/// Take over translations that no ledger knows, as answers to the source as it stands now.
///
/// Compare them with their source first: this is your word that they are right.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Units: an id, `FILE:LINE` of a document or translator's file, or a piece of text that occurs once. Without any,
    /// all unrecorded ones.
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Only in this locale.
    #[arg(long, value_name = "L")]
    locale: Option<String>,
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let session = Session::open_to_write(cli)?;
    let ids =
        if args.ids.is_empty() { unrecorded(&session, args.locale.as_deref()) } else { args.ids.clone() };
    if ids.is_empty() {
        return Ok(Outcome::clean("Nothing to adopt: every translation is recorded.\n"));
    }
    accept::answer(session, &ids, args.locale.as_deref(), "Adopted", Answer::adopt)
}

fn unrecorded(session: &Session, locale: Option<&str>) -> Vec<String> {
    let mut ids = Vec::new();
    for plan in &session.plans {
        for (at, source) in plan.sources.iter().enumerate() {
            let targets =
                plan.targets.iter().filter(|target| locale.is_none_or(|locale| locale == target.locale));
            if targets.map(|target| &target.units[at]).any(|unit| unit.status == Status::Unrecorded) {
                ids.push(source.id.clone());
            }
        }
    }
    ids
}
