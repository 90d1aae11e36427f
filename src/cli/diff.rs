//! `yakugo diff`

use clap::ValueEnum;

use crate::cli::session::Session;
use crate::cli::{Cli, Outcome, find, shows_colours, since};
use crate::project::Error;
use crate::report::changes::{self, Reading};

/// Show what changed in the source of stale translations, word by word.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Units: an id, `FILE:LINE` of a document or translator's file, or a piece of text that occurs once. Without any,
    /// all stale ones.
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Only in this locale.
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    #[command(flatten)]
    since: since::SinceArg,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Markdown,
    /// One self-contained page for a reviewer.
    Html,
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let session = Session::open(cli)?;
    let locale = args.locale.as_deref();
    let named = find::units(&session, &args.ids, locale)?;
    let is_named = |of: &str, id: &str| {
        named.iter().any(|chosen| {
            let plan = &session.plans[chosen.document];
            plan.sources[chosen.unit].id == id
                && chosen.targets.iter().any(|at| plan.targets[*at].locale == of)
        })
    };
    let (sentences, terms) = (session.sentences(), session.source_terms());
    let reading = Reading { sentences: &sentences, terms: &terms };
    let mut all = changes::changes(&session.plans, &session.files, reading, |of, id| {
        locale.is_none_or(|wanted| wanted == of) && (named.is_empty() || is_named(of, id))
    });
    if let Some(earlier) = args.since.session(&session)? {
        let newly = earlier.newly_stale(&session);
        all.retain(|it| newly.contains(&(it.document.as_str(), it.locale.as_str(), it.id.as_str())));
    }
    let today = session.today();
    let text = match args.format {
        Format::Text if all.is_empty() => "Nothing is stale.\n".to_owned(),
        Format::Text => changes::text(&all, today, shows_colours()),
        Format::Json => changes::json(&all),
        Format::Markdown => changes::markdown(&all, today),
        Format::Html => changes::html(&all, today, &session.project.config().source),
    };
    Ok(Outcome::clean(text))
}
