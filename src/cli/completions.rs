//! `yakugo completions`

use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::{Cli, Outcome};

/// Print completions for a shell, to be put where that shell looks for them.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "yakugo", &mut script);
    Outcome::clean(String::from_utf8_lossy(&script).into_owned())
}
