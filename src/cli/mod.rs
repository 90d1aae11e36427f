//! The face on the terminal: one file a command, whose doc comment is its help. No rule lives here.

mod accept;
mod adopt;
mod ask;
mod check;
mod completions;
mod config;
mod diff;
mod editor;
mod explain;
mod extract;
mod find;
mod fix;
mod fmt;
mod gc;
mod glossary;
mod init;
mod man;
mod output;
mod render;
mod review;
mod rules;
mod session;
mod since;
mod status;
mod sync;
mod table;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::catalog::Date;
use crate::project::Error;

/// What `--version` says; `-V` leaves the data out.
const LONG_VERSION: &str =
    concat!(env!("CARGO_PKG_VERSION"), "\nplural rules of Unicode CLDR ", icu_plurals_data::cldr_tag!());

/// Keeps translations true to their source.
///
/// yakugo cuts articles into segments, keeps their translations in Fluent files, and says exactly which ones went
/// stale, why, and what to do. Everything is plain text in your own git repository; nothing is sent anywhere.
#[derive(Debug, Parser)]
#[command(name = "yakugo", version, long_version = LONG_VERSION, max_term_width = 100)]
pub struct Cli {
    /// Work on the project in this folder instead of the current one.
    #[arg(short = 'C', long = "project", value_name = "DIR", global = true, default_value = ".")]
    project: PathBuf,
    /// Take this day as today (YYYY-MM-DD); `SOURCE_DATE_EPOCH` is honoured, too.
    #[arg(long, value_name = "DATE", global = true)]
    now: Option<Date>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Args),
    Extract(extract::Args),
    Sync(sync::Args),
    Status(status::Args),
    Check(check::Args),
    Diff(diff::Args),
    Review(review::Args),
    Accept(accept::Args),
    Adopt(adopt::Args),
    Render(render::Args),
    Gc(gc::Args),
    Fmt(fmt::Args),
    Glossary(glossary::Args),
    Explain(explain::Args),
    Rules(rules::Args),
    Config(config::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// What a command says on standard output, and whether it found something.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) text: String,
    /// Findings at or above the bar: exit code 1.
    pub(crate) found: bool,
}

impl Outcome {
    pub(crate) fn clean(text: impl Into<String>) -> Self {
        Self { text: text.into(), found: false }
    }
}

/// Runs the command line; the exit code is 0 clean, 1 findings at or above the bar, 2 usage, configuration or I/O.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(outcome) => match print(&outcome.text) {
            Ok(()) if outcome.found => ExitCode::from(1),
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                report(&format!("standard output: {error}"));
                ExitCode::from(2)
            }
        },
        Err(error) => {
            report(&error.to_string());
            ExitCode::from(2)
        }
    }
}

fn run(cli: &Cli) -> Result<Outcome, Error> {
    match &cli.command {
        Command::Init(args) => init::run(cli, args),
        Command::Extract(args) => extract::run(cli, args),
        Command::Sync(args) => sync::run(cli, args),
        Command::Status(args) => status::run(cli, args),
        Command::Check(args) => check::run(cli, args),
        Command::Diff(args) => diff::run(cli, args),
        Command::Review(args) => review::run(cli, args),
        Command::Accept(args) => accept::run(cli, args),
        Command::Adopt(args) => adopt::run(cli, args),
        Command::Render(args) => render::run(cli, args),
        Command::Gc(args) => gc::run(cli, args),
        Command::Fmt(args) => fmt::run(cli, args),
        Command::Glossary(args) => glossary::run(cli, args),
        Command::Explain(args) => explain::run(args),
        Command::Rules(args) => Ok(rules::run(args)),
        Command::Config(args) => Ok(config::run(args)),
        Command::Completions(args) => Ok(completions::run(args)),
        Command::Man(args) => man::run(args),
    }
}

/// Prints in one piece; colours go to terminals only. A reader that closed the pipe has seen enough.
fn print(text: &str) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Whether standard output shows colours. Where it does not (a pipe, `NO_COLOR`), marks must say the same.
pub(crate) fn shows_colours() -> bool {
    anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
}

/// One line for people on standard error.
pub(crate) fn report(message: &str) {
    // Where even this cannot be said, there is nobody to say it to.
    let _ = writeln!(anstream::stderr(), "yakugo: {message}");
}
