//! `yakugo glossary add`, `prefer` and `fmt`: the commands that write glossary files.

use clap::ValueEnum;

use crate::catalog::{FileText, Stage, Write};
use crate::cli::{Cli, Outcome};
use crate::glossary::{
    GlossaryRefused, GlossaryText, NewTerm, TermStatus, add_term, format_glossary, prefer_term,
};
use crate::project::{Error, Project};

/// Add a term to a concept of the glossary, or begin a concept.
#[derive(Debug, clap::Args)]
pub(super) struct Add {
    /// The concept's id.
    concept: String,
    /// The locale of the term.
    locale: String,
    /// The term.
    term: String,
    /// What the glossary says of it.
    #[arg(long, value_enum, default_value_t = Status::Draft)]
    status: Status,
    /// Why; for deprecated and forbidden terms.
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
}

/// Make a term the preferred one of its concept; the one before stays in the file.
///
/// Afterwards `yakugo check` names every translation that uses the old one.
#[derive(Debug, clap::Args)]
pub(super) struct Prefer {
    /// The concept's id.
    concept: String,
    /// The locale of the term.
    locale: String,
    /// The term to use from now on.
    term: String,
    /// What becomes of the term that was preferred.
    #[arg(long, value_enum, default_value_t = Old::Deprecated)]
    old: Old,
    /// Why it is not preferred any more; checks show it.
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
}

/// Put quotes only where cells need them, as a spreadsheet program forgot.
#[derive(Debug, clap::Args)]
pub(super) struct Fmt {
    /// Write nothing; list the files that would change, and exit with 1 if there is one.
    #[arg(long)]
    check: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Status {
    Preferred,
    Admitted,
    Deprecated,
    Forbidden,
    Draft,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Old {
    Deprecated,
    Admitted,
    Forbidden,
}

impl From<Status> for TermStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::Preferred => Self::Preferred,
            Status::Admitted => Self::Admitted,
            Status::Deprecated => Self::Deprecated,
            Status::Forbidden => Self::Forbidden,
            Status::Draft => Self::Draft,
        }
    }
}

impl From<Old> for TermStatus {
    fn from(old: Old) -> Self {
        match old {
            Old::Deprecated => Self::Deprecated,
            Old::Admitted => Self::Admitted,
            Old::Forbidden => Self::Forbidden,
        }
    }
}

pub(super) fn add(cli: &Cli, args: &Add) -> Result<Outcome, Error> {
    let term = NewTerm { concept: &args.concept, locale: &args.locale, text: &args.term };
    change(cli, &args.locale, |files| add_term(files, term, args.status.into(), &args.reason))
}

pub(super) fn prefer(cli: &Cli, args: &Prefer) -> Result<Outcome, Error> {
    let term = NewTerm { concept: &args.concept, locale: &args.locale, text: &args.term };
    change(cli, &args.locale, |files| prefer_term(files, term, args.old.into(), &args.reason))
}

pub(super) fn fmt(cli: &Cli, args: &Fmt) -> Result<Outcome, Error> {
    let (project, _lock) = open(cli)?;
    let files = project.glossary_files()?;
    let writes = changed(&files, files.iter().map(|file| format_glossary(text(file))));
    let listed: String = writes.iter().map(|write| format!("{}\n", write.path)).collect();
    if args.check {
        return Ok(Outcome { text: listed, found: !writes.is_empty() });
    }
    project.save(&writes)?;
    Ok(Outcome::clean(listed))
}

fn change(
    cli: &Cli,
    locale: &str,
    edit: impl FnOnce(&[GlossaryText<'_>]) -> Result<Vec<String>, GlossaryRefused>,
) -> Result<Outcome, Error> {
    let (project, _lock) = open(cli)?;
    check_locale(&project, locale)?;
    let files = project.glossary_files()?;
    let texts: Vec<GlossaryText<'_>> = files.iter().map(|file| (file.path.as_str(), text(file))).collect();
    let writes = changed(&files, edit(&texts).map_err(|refused| Error::Usage(refused.to_string()))?);
    project.save(&writes)?;
    let said = match writes.as_slice() {
        [] => "Nothing to change: the glossary says so already.\n".to_owned(),
        writes => {
            let paths: Vec<&str> = writes.iter().map(|write| write.path.as_str()).collect();
            format!(
                "Changed {}.\nNext: `yakugo check` shows the translations that it concerns.\n",
                paths.join(", ")
            )
        }
    };
    Ok(Outcome::clean(said))
}

/// A glossary may be ahead of its project: a locale is known if either has it.
fn check_locale(project: &Project, locale: &str) -> Result<(), Error> {
    let config = project.config();
    let (glossary, _) = project.glossary()?;
    let mut known: Vec<&str> =
        std::iter::once(&config.source).chain(&config.targets).map(String::as_str).collect();
    known.extend(glossary.terms().iter().map(|term| term.locale.as_str()));
    known.sort_unstable();
    known.dedup();
    if known.contains(&locale) {
        return Ok(());
    }
    let known = known.join(", ");
    Err(Error::Usage(format!(
        "neither the project nor its glossary has the locale `{locale}`; they have {known}"
    )))
}

pub(super) fn open(cli: &Cli) -> Result<(Project, crate::project::Lock), Error> {
    let project = Project::open(&cli.project)?;
    let lock = project.lock(|| crate::cli::report(crate::cli::session::WAITING))?;
    Ok((project, lock))
}

pub(super) fn text(file: &FileText) -> &str {
    file.text.as_deref().unwrap_or_default()
}

pub(super) fn changed(files: &[FileText], texts: impl IntoIterator<Item = String>) -> Vec<Write> {
    let pairs = files.iter().zip(texts).filter(|(file, new)| text(file) != new);
    let write = |(file, new): (&FileText, String)| Write {
        stage: Stage::Source,
        path: file.path.clone(),
        from: None,
        old: file.text.clone(),
        new: Some(new),
    };
    pairs.map(write).collect()
}
