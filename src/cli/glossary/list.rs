//! `yakugo glossary list`

use crate::cli::{Cli, Outcome};
use crate::project::{Error, Project};
use crate::report;

/// Show the concepts that a word belongs to, with all their terms.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A term in any locale, a part of one, or a concept's id; without it, every concept.
    word: Option<String>,
}

pub(super) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let project = Project::open(&cli.project)?;
    let (glossary, _) = project.glossary()?;
    let concepts = glossary.concepts_of(args.word.as_deref().unwrap_or_default());
    if let Some(word) = args.word.as_ref().filter(|_| concepts.is_empty()) {
        return Ok(Outcome {
            text: format!("The glossary has no term or concept with `{word}`.\n"),
            found: true,
        });
    }
    Ok(Outcome::clean(report::concepts(&concepts)))
}
