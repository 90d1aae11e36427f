//! `yakugo glossary impact`

use std::path::Path;

use clap::ValueEnum;

use super::edit::{changed, text};
use crate::catalog::FileText;
use crate::check::{self, Impact};
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome, fix};
use crate::finding::Finding;
use crate::glossary::{Glossary, GlossaryText, keep_overwritten, overwritten};
use crate::project::{self, Error, Project, read_glossary};
use crate::report::impact::{self as forms, Compared};

/// Show what a change of the glossary does to the translations: which are no longer right, and which became right.
///
/// The glossary as it stands is compared with that of the last commit; the texts are those that stand in the files now,
/// committed or not. A preferred term that was overwritten in its cell is noticed: it would be forgotten.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What to compare with: a branch, tag or commit, or another glossary file.
    #[arg(value_name = "REV|FILE", default_value = "HEAD")]
    base: String,
    /// Only in this locale.
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    /// Keep overwritten terms as deprecated, and replace words in translations where nothing around them has to change;
    /// then show what is left.
    #[arg(long, conflicts_with = "locale")]
    fix: bool,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    /// For a spreadsheet.
    Csv,
    /// For a pull request.
    Markdown,
    /// One self-contained page for an editor.
    Html,
    /// For programs, an object a line.
    Jsonl,
}

pub(super) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let mut session = if args.fix { Session::open_to_write(cli)? } else { Session::open(cli)? };
    session.check_locale(args.locale.as_deref())?;
    let old = earlier(&session.project, &args.base)?;
    let written = session.glossary.clone();
    let overwritten = overwritten(&old, &written);
    let texts: Vec<GlossaryText<'_>> =
        session.glossary_files.iter().map(|file| (file.path.as_str(), text(file))).collect();
    let kept = keep_overwritten(&texts, &overwritten).map_err(|refused| Error::Usage(refused.to_string()))?;
    let writes = changed(&session.glossary_files, kept.iter().cloned());
    // What was overwritten is judged as `--fix` leaves it: otherwise nothing could point at the old word.
    let files = session.glossary_files.iter().zip(kept);
    let files: Vec<FileText> = files.map(|(file, text)| FileText::new(&file.path, Some(text))).collect();
    session.glossary = read_glossary(&files).0;

    let mut impact = compare(&session, &old);
    let mut mended = None;
    if args.fix {
        session.project.save(&writes)?;
        let find = |session: &Session| Ok(wrong(&compare(session, &old)));
        let fixes = fix::make(&mut session, false, find)?;
        fixes.save(&session)?;
        mended = Some(fixes.made);
        // What was written is what is read now.
        session = Session::open(cli)?;
        // A replaced word did not become right by the glossary alone.
        impact.wrong = compare(&session, &old).wrong;
    }
    if let Some(locale) = &args.locale {
        let is_elsewhere = |finding: &Finding| finding.locale.as_ref() != Some(locale);
        impact.wrong.retain(|it| !is_elsewhere(&it.finding));
        impact.right.retain(|it| !is_elsewhere(&it.finding));
    }
    let findings: Vec<Finding> =
        impact.wrong.iter().chain(&impact.right).map(|it| it.finding.clone()).collect();
    let compared = Compared {
        base: &args.base,
        source_locale: &session.project.config().source,
        impact: &impact,
        overwritten: &overwritten,
        mended,
        texts: &session.texts(&findings),
    };
    Ok(Outcome::clean(match args.format {
        Format::Text => forms::text(&compared),
        Format::Csv => forms::csv(&compared),
        Format::Markdown => forms::markdown(&compared),
        Format::Html => forms::html(&compared),
        Format::Jsonl => forms::jsonl(&compared),
    }))
}

/// The glossary to compare with: of a file, if there is one of this name, or of a commit.
fn earlier(project: &Project, base: &str) -> Result<Glossary, Error> {
    if Path::new(base).is_file() {
        let file = FileText::new(base, Some(project::read_text(Path::new(base))?));
        return Ok(read_glossary(&[file]).0);
    }
    Ok(project.before(&project.base(base)?)?.glossary()?.0)
}

fn compare(session: &Session, old: &Glossary) -> Impact {
    let source = &session.project.config().source;
    check::impact(&session.plans, &session.files, source, [old, &session.glossary])
}

fn wrong(impact: &Impact) -> Vec<Finding> {
    impact.wrong.iter().map(|it| it.finding.clone()).collect()
}
