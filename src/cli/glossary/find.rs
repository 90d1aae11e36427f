//! `yakugo glossary find`

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::{named, require};
use crate::catalog::Origin;
use crate::check::{self, Occurrence, Search, Wanted};
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome, shows_colours, stream};
use crate::document::{self, Format as DocumentFormat, Options};
use crate::fluent;
use crate::glossary::{Glossary, Matcher};
use crate::project::{Error, Line, Lines, Project, origin_of, read_text};
use crate::report::occurrences;

/// Find every use of the glossary's terms in a file, or in the texts of the project.
///
/// Of a Markdown, HTML or Fluent file what its readers see is searched, of any other file each line on its own. In a
/// project each source text stands beside its translations. Drafts in one language only are there to shield longer words
/// and are found only if they are asked for by --concept or --term.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The file, inside of a project or not; `-` for standard input. Without it, the units of the project.
    file: Option<PathBuf>,
    /// Take this glossary file instead of the project's; several times for several.
    #[arg(long, value_name = "FILE", requires = "file")]
    glossary: Vec<PathBuf>,
    /// Of a file: the locale it is written in; the source locale of the project, or the only one of the glossary.
    /// Without a file: only translations into this one.
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    /// Only this concept.
    #[arg(long, value_name = "ID", conflicts_with = "term")]
    concept: Option<String>,
    /// Only where this term is used, in whatever form.
    #[arg(long, value_name = "WORD")]
    term: Option<String>,
    /// How to print. `jsonl` and `csv` print while they read.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    /// An object a use.
    Jsonl,
    Csv,
    Markdown,
    /// One self-contained page for an editor.
    Html,
}

pub(super) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    match &args.file {
        Some(file) => in_file(cli, args, file),
        None => in_project(cli, args),
    }
}

fn in_project(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let session = Session::open(cli)?;
    session.check_locale(args.locale.as_deref())?;
    let config = session.project.config();
    let is_wanted = |locale: &&str| args.locale.as_deref().is_none_or(|wanted| wanted == *locale);
    let locales: Vec<&str> = config.targets.iter().map(String::as_str).filter(is_wanted).collect();
    let wanted = wanted(args, &session.glossary)?;
    let (plans, files) = (&session.plans, &session.files);
    let found = check::in_project(plans, files, &session.glossary, &config.source, &locales, &wanted);
    Ok(Outcome::clean(match args.format {
        Format::Csv => occurrences::PROJECT_CSV_HEAD.to_owned() + &occurrences::project_csv(&found),
        format => whole(format, &found),
    }))
}

/// The forms of all uses at once.
fn whole(format: Format, found: &[Occurrence<'_>]) -> String {
    match format {
        Format::Text => occurrences::text(found, shows_colours()),
        Format::Jsonl => occurrences::jsonl(found),
        Format::Csv => occurrences::CSV_HEAD.to_owned() + &occurrences::csv(found),
        Format::Markdown => occurrences::markdown(found),
        Format::Html => occurrences::html(found),
    }
}

fn in_file(cli: &Cli, args: &Args, file: &Path) -> Result<Outcome, Error> {
    let project = if args.glossary.is_empty() { Some(Project::open(&cli.project)?) } else { None };
    let glossary = match &project {
        Some(project) => project.glossary()?.0,
        None => named(&args.glossary)?,
    };
    let locale = match (&args.locale, &project) {
        (Some(locale), _) => locale.as_str(),
        (None, Some(project)) => &project.config().source,
        (None, None) => only_locale(&glossary)?,
    };
    require(&glossary, locale)?;
    let wanted = wanted(args, &glossary)?;
    let matcher = Matcher::new(&glossary, locale);
    let path = file.to_string_lossy();
    let search = Search { matcher: &matcher, locale, wanted: &wanted, path: &path };
    let Ok(origin @ (Origin::Fluent | Origin::Article(DocumentFormat::Markdown | DocumentFormat::Html))) =
        origin_of(file)
    else {
        return in_lines(args.format, file, &search);
    };
    let text = read_text(file)?;
    let options = project.as_ref().map_or_else(Options::default, Project::document_options);
    let extraction = match origin {
        Origin::Article(format) => document::extract(format, &text, &options),
        Origin::Fluent => fluent::extract(&text),
    };
    let found = search.in_document(&text, extraction.segments.iter().map(|segment| segment.span));
    Ok(Outcome::clean(whole(args.format, &found)))
}

fn in_lines(format: Format, file: &Path, search: &Search<'_>) -> Result<Outcome, Error> {
    let lines = Lines::open(file)?.map(|line| {
        let Line { number, text } = line?;
        Ok((number, text.map_err(|why| why.into_error(file, number))?))
    });
    let size = |(_, text): &(usize, String)| text.len();
    let find = |(number, text): (usize, String)| search.in_line(number, &text);
    let print: fn(&[Occurrence<'_>]) -> String = match format {
        Format::Jsonl => occurrences::jsonl,
        Format::Csv => occurrences::csv,
        Format::Text | Format::Markdown | Format::Html => {
            let mut all = Vec::new();
            stream::in_chunks(lines, size, find, |found| {
                all.extend(found);
                Ok(ControlFlow::Continue(()))
            })?;
            return Ok(Outcome::clean(whole(format, &all)));
        }
    };
    if format == Format::Csv && stream::print(occurrences::CSV_HEAD)?.is_break() {
        return Ok(Outcome::default());
    }
    let printed = |line| print(&find(line));
    stream::in_chunks(lines, size, printed, |text| {
        if text.is_empty() { Ok(ControlFlow::Continue(())) } else { stream::print(&text) }
    })?;
    Ok(Outcome::default())
}

fn wanted<'g>(args: &Args, glossary: &'g Glossary) -> Result<Wanted<'g>, Error> {
    let (found, what) = match (&args.concept, &args.term) {
        (Some(id), _) => (Wanted::concept(glossary, id), format!("concept `{id}`")),
        (None, Some(word)) => (Wanted::term(glossary, word), format!("term `{word}`")),
        (None, None) => return Ok(Wanted::everything(glossary)),
    };
    let unknown =
        || Error::Usage(format!("the glossary has no {what}: `yakugo glossary list WORD` finds concepts"));
    found.ok_or_else(unknown)
}

fn only_locale(glossary: &Glossary) -> Result<&str, Error> {
    match glossary.locales().as_slice() {
        [one] => Ok(one),
        many => Err(Error::Usage(format!(
            "say which locale the text is written in, with --locale: the glossary has {}",
            many.join(", ")
        ))),
    }
}
