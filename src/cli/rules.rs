//! `yakugo rules`

use clap::ValueEnum;

use crate::cli::Outcome;
use crate::report;

/// List all rules: what `check` can say.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How to print; `markdown` is the page docs/rules.md.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Markdown,
}

pub(crate) fn run(args: &Args) -> Outcome {
    Outcome::clean(match args.format {
        Format::Text => report::rules(),
        Format::Json => report::rules_json(),
        Format::Markdown => report::rules_markdown(),
    })
}
