//! `yakugo check`

use std::collections::BTreeSet;

use clap::ValueEnum;

use crate::check::{self, Since};
use crate::cli::session::Session;
use crate::cli::since::{self, Earlier};
use crate::cli::{Cli, Outcome};
use crate::finding::{Finding, Severity};
use crate::project::Error;
use crate::report::{self, Texts};

/// Report what is missing, stale or wrong; exit with 1 if anything is at or above the bar.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only this locale (and the source).
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    #[command(flatten)]
    since: since::SinceArg,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The bar: findings of this severity or graver make the exit code 1.
    #[arg(long, value_enum, default_value_t = Bar::Error)]
    fail_on: Bar,
    /// Files that `sync` would change are errors.
    #[arg(long)]
    locked: bool,
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
    let session = Session::open(cli)?;
    session.check_locale(args.locale.as_deref())?;
    let mut findings = all(&session, args)?;
    if let Some(earlier) = args.since.session(&session)? {
        findings = chosen(findings, &session, &earlier, &all(&earlier.session, args)?)?;
    }
    if let Some(locale) = &args.locale {
        findings.retain(|finding| finding.locale.as_ref().is_none_or(|other| other == locale));
    }
    let texts = Texts::new(&session.files, &findings);
    let text = match args.format {
        Format::Text => report::text(&findings, &texts),
        Format::Json => report::json(&findings, &texts),
    };
    let found = findings.iter().any(|finding| finding.severity >= args.fail_on.severity());
    Ok(Outcome { text, found })
}

/// All findings of the project.
fn all(session: &Session, args: &Args) -> Result<Vec<Finding>, Error> {
    let levels = &session.project.config().rules;
    let not_synced = if args.locked { Severity::Error } else { Severity::Warning };
    let mut findings = check::findings(&session.plans, levels, not_synced);
    findings.extend(check::configured(unrenderable(session), levels));
    findings.extend(check::configured(session.glossary_findings.clone(), levels));
    findings.extend(check::configured(session.orphaned()?, levels));
    let source = &session.project.config().source;
    let terms = check::terms(&session.plans, &session.files, &session.glossary, source);
    findings.extend(check::configured(terms, levels));
    Ok(findings)
}

/// The findings that the branch is asked about.
fn chosen(
    findings: Vec<Finding>,
    session: &Session,
    earlier: &Earlier,
    before: &[Finding],
) -> Result<Vec<Finding>, Error> {
    let mut touched = BTreeSet::new();
    for path in findings.iter().map(|finding| &finding.place.path).collect::<BTreeSet<_>>() {
        let text = |session: &Session| -> Result<Option<String>, Error> {
            Ok(session.project.file(path.clone())?.text.map(|text| text.replace("\r\n", "\n")))
        };
        if text(session)? != text(&earlier.session)? {
            touched.insert(path.clone());
        }
    }
    let since = Since {
        plans: &session.plans,
        before: &earlier.before(),
        earlier: before,
        is_file_touched: &|path| touched.contains(path),
        source_change: session.project.config().check.source_change,
    };
    Ok(since.choose(findings))
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
