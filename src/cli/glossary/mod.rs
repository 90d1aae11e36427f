//! `yakugo glossary`

mod edit;
mod exchange;
mod find;
mod impact;
mod list;

use std::path::PathBuf;

use clap::Subcommand;

use crate::catalog::FileText;
use crate::check::{self, Levels, allow};
use crate::cli::output::for_terminal;
use crate::cli::{Cli, Outcome, report as say};
use crate::finding::{Finding, Severity};
use crate::glossary::{Glossary, TERM_EXAMPLE};
use crate::project::{self, Error, Project};
use crate::report::Texts;

/// Look after the glossary itself.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Try the example sentences (`yes`, `no`) of every term; exit with 1 if one fails.
    Test(Files),
    /// Look for slips: words with two meanings or two judgements, remarks in the cell of a term, missing reasons.
    Check(Files),
    List(list::Args),
    Impact(impact::Args),
    Find(find::Args),
    Add(edit::Add),
    Prefer(edit::Prefer),
    Fmt(edit::Fmt),
    Import(exchange::Import),
    Export(exchange::Export),
}

#[derive(Debug, clap::Args)]
struct Files {
    /// Glossary files; without any, those of the project.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    match &args.command {
        Command::Test(files) => {
            let summary = |glossary: &Glossary| format!("{} examples", glossary.example_count());
            report_on(cli, files, Glossary::test_examples, |rule| rule == TERM_EXAMPLE.name, summary)
        }
        Command::Check(files) => {
            let summary = |glossary: &Glossary| format!("{} terms", glossary.terms().len());
            report_on(cli, files, Glossary::hygiene, |rule| rule != TERM_EXAMPLE.name, summary)
        }
        Command::List(args) => list::run(cli, args),
        Command::Impact(args) => impact::run(cli, args),
        Command::Find(args) => find::run(cli, args),
        Command::Add(args) => edit::add(cli, args),
        Command::Prefer(args) => edit::prefer(cli, args),
        Command::Fmt(args) => edit::fmt(cli, args),
        Command::Import(args) => exchange::import(cli, args),
        Command::Export(args) => exchange::export(cli, args),
    }
}

fn report_on(
    cli: &Cli,
    files: &Files,
    look: fn(&Glossary) -> Vec<Finding>,
    looked_for: fn(&str) -> bool,
    summary: impl Fn(&Glossary) -> String,
) -> Result<Outcome, Error> {
    let (files, levels) = open(cli, files)?;
    let (glossary, mut findings) = project::read_glossary(&files);
    findings.extend(look(&glossary));
    let mut findings = levels.apply(allow::in_glossary(&files).apply(findings, looked_for), &[]);
    check::sort(&mut findings);
    if findings.is_empty() {
        return Ok(Outcome::clean(format!("{}, nothing to report.\n", summary(&glossary))));
    }
    let mut texts = Texts::default();
    for file in &files {
        texts.add(&file.path, file.text.as_deref().unwrap_or_default());
    }
    let found = findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(Outcome { text: for_terminal(&findings, &texts), found })
}

/// The files that are named, which need no project, or those of the project with its severities.
fn open(cli: &Cli, files: &Files) -> Result<(Vec<FileText>, Levels), Error> {
    if files.files.is_empty() {
        let project = Project::open(&cli.project)?;
        return Ok((project.glossary_files()?, project.config().levels().clone()));
    }
    Ok((read(&files.files)?, Levels::default()))
}

fn read(paths: &[PathBuf]) -> Result<Vec<FileText>, Error> {
    let read = |path: &PathBuf| Ok(FileText::new(path.to_string_lossy(), Some(project::read_text(path)?)));
    paths.iter().map(read).collect()
}

/// The glossary of files that need no project.
pub(super) fn named(paths: &[PathBuf]) -> Result<Glossary, Error> {
    let (glossary, findings) = project::read_glossary(&read(paths)?);
    if let Some(first) = findings.first() {
        let count = findings.len();
        let s = if count == 1 { "" } else { "s" };
        let message = &first.message;
        say(&format!(
            "{count} thing{s} odd about the glossary, which `yakugo glossary check FILE` names: {message}"
        ));
    }
    Ok(glossary)
}

/// Refuses a locale that the glossary has no term in: nothing would be found, and nobody would know why.
pub(super) fn require(glossary: &Glossary, locale: &str) -> Result<(), Error> {
    match glossary.locales().as_slice() {
        known if known.contains(&locale) => Ok(()),
        [] => Err(Error::Usage("the glossary has no terms at all".to_owned())),
        known => {
            let known = known.join(", ");
            Err(Error::Usage(format!("the glossary has no term in the locale `{locale}`; it has {known}")))
        }
    }
}
