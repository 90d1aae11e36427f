//! `yakugo check`

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::catalog::NOT_SYNCED;
use crate::check::{self, Baseline, Level, Since};
use crate::cli::output::{self, Output};
use crate::cli::session::Session;
use crate::cli::since::{self, Earlier};
use crate::cli::{Cli, Outcome, fix, report as say};
use crate::finding::{Finding, Severity};
use crate::glossary;
use crate::project::{self, Error};
use crate::report;

/// Report what is missing, stale or wrong; exit with 1 if anything is at or above the bar.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only this locale (and the source).
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    #[command(flatten)]
    since: since::SinceArg,
    /// The form: text, concise, json, jsonl, github, gitlab, sarif, junit, rdjson or markdown. Several times for several,
    /// each to a file of its own but one.
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "text")]
    format: Vec<Output>,
    /// The bar: findings of this severity or graver make the exit code 1.
    #[arg(long, value_enum, default_value_t = Bar::Error)]
    fail_on: Bar,
    /// Check what is staged for the next commit: every file as it stands in git's index. With `--since HEAD`, only
    /// what the commit brings about.
    #[arg(long, conflicts_with_all = ["fix", "diff"])]
    staged: bool,
    /// Files that `sync` would change are errors.
    #[arg(long)]
    locked: bool,
    /// Exit with 0 whatever is found; with 2 still where the command could not do its work.
    #[arg(long)]
    exit_zero: bool,
    #[command(flatten)]
    mend: Mend,
    #[command(flatten)]
    baseline: BaselineArgs,
}

#[derive(Debug, clap::Args)]
struct Mend {
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

#[derive(Debug, clap::Args)]
struct BaselineArgs {
    /// Leave out the findings that this file lists.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write a list of the warnings and errors that there are now (with `--fail-on note`, of the notes, too) and stop.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "fix", "diff", "locale"])]
    write_baseline: Option<PathBuf>,
    /// A listed finding that is not there any more is an error, so that the list shrinks.
    #[arg(long, requires = "baseline")]
    strict_baseline: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Bar {
    Note,
    Warning,
    Error,
}

impl Bar {
    pub(super) fn severity(self) -> Severity {
        match self {
            Self::Note => Severity::Note,
            Self::Warning => Severity::Warning,
            Self::Error => Severity::Error,
        }
    }
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    if args.mend.unsafe_too && !args.mend.fix && !args.mend.diff {
        return Err(Error::Usage(
            "--unsafe says which fixes: give it with --fix, or with --diff to look first".to_owned(),
        ));
    }
    output::refuse_clashes(&args.format)?;
    let mut session = match args {
        _ if args.mend.fix => Session::open_to_write(cli)?,
        _ if args.staged => Session::open_staged(cli)?,
        _ => Session::open(cli)?,
    };
    session.check_locale(args.locale.as_deref())?;
    if let Some(path) = &args.baseline.write_baseline {
        return write_baseline(path, &judged(&session, args.locked)?, args.fail_on);
    }
    let baseline = args.baseline.baseline.as_deref().map(Listed::read).transpose()?;
    let find = |session: &Session| found(session, args, baseline.as_ref());
    if args.mend.diff {
        let fixes = fix::make(&mut session, args.mend.unsafe_too, find)?;
        let text: String =
            fixes.files(&session).map(|(path, old, new)| report::patch(path, old, new)).collect();
        return Ok(Outcome { found: !text.is_empty(), text });
    }
    if args.mend.fix {
        let fixes = fix::make(&mut session, args.mend.unsafe_too, find)?;
        fixes.save(&session)?;
        for (path, _, _) in fixes.files(&session) {
            say(&format!("mended {path}"));
        }
        // What was written is what is read now.
        session = Session::open(cli)?;
    }
    let findings = found(&session, args, baseline.as_ref())?;
    let mut texts = session.texts(&findings);
    if let Some(listed) = &baseline {
        texts.add(&listed.path, &listed.text);
    }
    let bar = args.fail_on.severity();
    let text = output::give_out(&args.format, &session.project, &findings, &texts, bar)?;
    let found = findings.iter().any(|finding| finding.severity >= bar);
    Ok(Outcome { text, found: found && !args.exit_zero })
}

/// The findings that were asked for.
fn found(session: &Session, args: &Args, baseline: Option<&Listed>) -> Result<Vec<Finding>, Error> {
    let mut findings = judged(session, args.locked)?;
    if let Some(earlier) = args.since.session(session)? {
        let before = judged(&earlier.session, args.locked)?;
        let ratchet = session.ratchet(&findings, &earlier, &before);
        findings = chosen(findings, session, &earlier, &before)?;
        findings.extend(ratchet);
        check::sort(&mut findings);
    }
    if let Some(listed) = baseline {
        let (new, gone) = listed.baseline.apply(findings, &listed.path);
        findings = new;
        findings.extend(gone.into_iter().filter(|_| args.baseline.strict_baseline));
    }
    if let Some(locale) = &args.locale {
        findings.retain(|finding| finding.locale.as_ref().is_none_or(|other| other == locale));
    }
    Ok(findings)
}

/// A baseline with its file.
struct Listed {
    path: String,
    text: String,
    baseline: Baseline,
}

impl Listed {
    fn read(path: &Path) -> Result<Self, Error> {
        let text = project::read_text(path)?;
        let baseline =
            Baseline::parse(&text).map_err(|reason| Error::Baseline { path: path.to_path_buf(), reason })?;
        Ok(Self { path: path.to_string_lossy().into_owned(), text, baseline })
    }
}

fn write_baseline(path: &Path, findings: &[Finding], bar: Bar) -> Result<Outcome, Error> {
    let text = Baseline::text(findings, bar.severity().min(Severity::Warning));
    project::write_if_changed(path, &text)?;
    let count = text.lines().filter(|line| !line.starts_with('#')).count();
    let s = if count == 1 { "" } else { "s" };
    Ok(Outcome::clean(format!("{} lists {count} finding{s}.\n", path.display())))
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
    findings.extend(check::of_term_files(&session.term_files, &session.glossary));
    findings.extend(session.orphaned()?);
    let translations = session.translations();
    // What turns red without a commit is not asked here.
    findings.extend(session.gates(&translations, None));
    findings.extend(translations);
    // The glossary's own rules are looked for by `yakugo glossary check`.
    let looked_for = |rule: &str| !glossary::RULES.iter().any(|own| own.name == rule);
    Ok(session.judged(findings, &levels, looked_for))
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
