//! `yakugo man`

use clap::CommandFactory;

use crate::cli::{Cli, Outcome};
use crate::project::Error;

/// Print the manual page of yakugo or of one of its commands: `yakugo man check | man -l -`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The command; without it, the page of yakugo itself.
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Error> {
    let mut all = Cli::command().disable_help_subcommand(true);
    all.build();
    let page = match &args.command {
        None => all,
        Some(name) => {
            let found = all.get_subcommands().find(|command| command.get_name() == name).cloned();
            found.ok_or_else(|| {
                let known: Vec<&str> = all.get_subcommands().map(clap::Command::get_name).collect();
                Error::Usage(format!("there is no command `{name}`; there are {}", known.join(", ")))
            })?
        }
    };
    let mut out = Vec::new();
    clap_mangen::Man::new(page)
        .render(&mut out)
        .map_err(Error::io("standard output".as_ref(), "write it"))?;
    Ok(Outcome::clean(String::from_utf8_lossy(&out).into_owned()))
}
