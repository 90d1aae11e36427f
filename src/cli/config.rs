//! `yakugo config`

use crate::cli::Outcome;
use crate::project::Config;

/// Print what can stand in yakugo.toml.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// As a JSON Schema, for editors that complete and check the file: `#:schema yakugo.schema.json` in its first line.
    #[arg(long, required = true)]
    schema: bool,
}

pub(crate) fn run(_: &Args) -> Outcome {
    Outcome::clean(Config::schema())
}
