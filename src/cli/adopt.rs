//! `yakugo adopt`

use crate::catalog::{Answer, Status};
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome, accept, find};
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
    let locale = args.locale.as_deref();
    let chosen = if args.ids.is_empty() {
        session.check_locale(locale)?;
        accept::matching(&session, locale, |_, unit| unit.status == Status::Unrecorded)
    } else {
        find::units(&session, &args.ids, locale)?
    };
    if chosen.is_empty() {
        return Ok(Outcome::clean("Nothing to adopt: every translation is recorded.\n"));
    }
    accept::answer(session, &chosen, "Adopted", Answer::adopt)
}
