//! `yakugo check`

use clap::ValueEnum;

use crate::catalog::NOT_SYNCED;
use crate::check::{self, Level};
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome, fix, report as say};
use crate::finding::{Finding, Severity};
use crate::glossary;
use crate::project::Error;
use crate::report;

/// Report what is missing, stale or wrong; exit with 1 if anything is at or above the bar.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only this locale (and the source).
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The bar: findings of this severity or graver make the exit code 1.
    #[arg(long, value_enum, default_value_t = Bar::Error)]
    fail_on: Bar,
    /// Files that `sync` would change are errors.
    #[arg(long)]
    locked: bool,
    /// Mend what can be mended without a person; then report what is left.
    #[arg(long, conflicts_with = "locked")]
    fix: bool,
    /// With --fix or --diff: also the fixes that a person should look at.
    #[arg(long = "unsafe")]
    unsafe_too: bool,
    /// Show what --fix would do to the files, as a patch, and write nothing; exit with 1 if it would do something.
    #[arg(long, conflicts_with_all = ["fix", "format"])]
    diff: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Bar {
    Note,
    Warning,
    Error,
}

impl Bar {
    fn severity(self) -> Severity {
        match self {
            Self::Note => Severity::Note,
            Self::Warning => Severity::Warning,
            Self::Error => Severity::Error,
        }
    }
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    if args.unsafe_too && !args.fix && !args.diff {
        return Err(Error::Usage(
            "--unsafe says which fixes: give it with --fix, or with --diff to look first".to_owned(),
        ));
    }
    let mut session = if args.fix { Session::open_to_write(cli)? } else { Session::open(cli)? };
    session.check_locale(args.locale.as_deref())?;
    let find = |session: &Session| found(session, args);
    if args.diff {
        let fixes = fix::make(&mut session, args.unsafe_too, find)?;
        let text: String =
            fixes.files(&session).map(|(path, old, new)| report::patch(path, old, new)).collect();
        return Ok(Outcome { found: !text.is_empty(), text });
    }
    if args.fix {
        let fixes = fix::make(&mut session, args.unsafe_too, find)?;
        fixes.save(&session)?;
        for (path, _, _) in fixes.files(&session) {
            say(&format!("mended {path}"));
        }
        // What was written is what is read now.
        session = Session::open(cli)?;
    }
    let findings = found(&session, args)?;
    let texts = session.texts(&findings);
    let text = match args.format {
        Format::Text => report::text(&findings, &texts),
        Format::Json => report::json(&findings, &texts),
    };
    let found = findings.iter().any(|finding| finding.severity >= args.fail_on.severity());
    Ok(Outcome { text, found })
}

/// The findings that were asked for.
fn found(session: &Session, args: &Args) -> Result<Vec<Finding>, Error> {
    let mut findings = judged(session, args.locked)?;
    if let Some(locale) = &args.locale {
        findings.retain(|finding| finding.locale.as_ref().is_none_or(|other| other == locale));
    }
    Ok(findings)
}

/// All that is to be said about the project, as it wants it said.
fn judged(session: &Session, locked: bool) -> Result<Vec<Finding>, Error> {
    let config = session.project.config();
    let mut levels = config.levels().clone();
    if locked {
        levels = levels.forced(&NOT_SYNCED, Level::Error);
    }
    let mut findings = check::findings(&session.plans);
    findings.extend(unrenderable(session));
    findings.extend(session.glossary_findings.iter().cloned());
    findings.extend(session.orphaned()?);
    findings.extend(check::translations(&session.plans, &session.files, &session.glossary, &config.source));
    // The glossary's own rules are looked for by `yakugo glossary check`.
    let looked_for = |rule: &str| !glossary::RULES.iter().any(|own| own.name == rule);
    Ok(session.judged(findings, &levels, looked_for))
}

/// Translations that could not stand in their document.
fn unrenderable(session: &Session) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (document, plan) in session.plans.iter().enumerate() {
        let pages = (0..plan.targets.len()).filter_map(|target| session.page(document, target));
        findings.extend(pages.flat_map(|page| page.findings));
    }
    findings
}
