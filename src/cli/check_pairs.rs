//! `yakugo check-pairs`

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::check::{Pair, PairFinding, PairJudge, Tmx, TsvColumns, jsonl_pair};
use crate::cli::check::Bar;
use crate::cli::glossary::{named, require};
use crate::cli::{Outcome, stream};
use crate::finding::Severity;
use crate::project::{Error, Line, Lines, open_input};
use crate::report;

/// Check pairs of a text and its translation outside of any project, however many there are.
///
/// Says which pairs break the glossary, and where numbers, units, comparisons and denials differ. Reads JSON lines with
/// `source`, `target` and perhaps `id`; two columns between tabs, or three with the id first, or a header that names
/// them; or TMX. A line that is no pair is a finding, and the run goes on.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The file, by its extension .jsonl, .tsv or .tmx; `-` for standard input.
    file: PathBuf,
    /// A glossary file; several times for several. Without any, only numbers, units, comparisons and denials are looked
    /// at.
    #[arg(long, value_name = "FILE")]
    glossary: Vec<PathBuf>,
    /// The locale of the texts.
    #[arg(long, value_name = "L")]
    from: String,
    /// The locale of the translations.
    #[arg(long, value_name = "L")]
    to: String,
    /// How the file is written, if its name does not say it.
    #[arg(long, value_enum, value_name = "FORMAT")]
    input: Option<Input>,
    /// How to print: a line a finding, or an object a finding and nothing else.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The bar: findings of this severity or graver make the exit code 1.
    #[arg(long, value_enum, default_value_t = Bar::Error)]
    fail_on: Bar,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Input {
    Jsonl,
    Tsv,
    Tmx,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Jsonl,
}

/// What a line holds, to be read side by side with others.
enum Content {
    Json(String),
    Cells(TsvColumns, String),
    Read(Result<Pair, PairFinding>),
}

/// What was found in a pair: how it is printed, and how grave it is.
struct Judged {
    text: String,
    severities: Vec<Severity>,
    is_pair: bool,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Error> {
    let glossary = named(&args.glossary)?;
    if !args.glossary.is_empty() {
        [&args.from, &args.to].into_iter().try_for_each(|locale| require(&glossary, locale))?;
    }
    let judge = PairJudge::new(&glossary, &args.from, &args.to);
    let path = args.file.display().to_string();
    let judged = |(line, content): (usize, Content)| {
        let pair = match content {
            Content::Json(line) => jsonl_pair(&line).map_err(PairFinding::broken),
            Content::Cells(columns, line) => columns.pair(&line).map_err(PairFinding::broken),
            Content::Read(pair) => pair,
        };
        let (pair, findings) = match pair {
            Ok(pair) => {
                let findings = judge.judge(&pair);
                (Some(pair), findings)
            }
            Err(finding) => (None, vec![finding]),
        };
        let text = match args.format {
            Format::Text => report::pair_text(&path, line, pair.as_ref(), &findings),
            Format::Jsonl => report::pair_jsonl(line, pair.as_ref(), &findings),
        };
        let severities = findings.iter().map(|finding| finding.severity).collect();
        Judged { text, severities, is_pair: pair.is_some() }
    };
    let mut pairs = 0;
    let mut counts: BTreeMap<Severity, usize> = BTreeMap::new();
    let take = |done: Judged| {
        pairs += usize::from(done.is_pair);
        for severity in done.severities {
            *counts.entry(severity).or_default() += 1;
        }
        if done.text.is_empty() { Ok(ControlFlow::Continue(())) } else { stream::print(&done.text) }
    };
    stream::in_chunks(contents(args)?, size, judged, take)?;
    let found = counts.keys().any(|severity| *severity >= args.fail_on.severity());
    let text = match args.format {
        Format::Text => report::pair_summary(pairs, &counts),
        Format::Jsonl => String::new(),
    };
    Ok(Outcome { text, found })
}

fn size((_, content): &(usize, Content)) -> usize {
    match content {
        Content::Json(line) | Content::Cells(_, line) => line.len(),
        Content::Read(Ok(pair)) => pair.id.len() + pair.source.len() + pair.target.len(),
        Content::Read(Err(finding)) => finding.message.len(),
    }
}

type Contents<'a> = Box<dyn Iterator<Item = Result<(usize, Content), Error>> + 'a>;

/// What the file holds, in its order, each with the number of its line.
fn contents(args: &Args) -> Result<Contents<'_>, Error> {
    let extension = args.file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let input = args.input.or_else(|| Input::from_str(extension, true).ok());
    let path = args.file.as_path();
    match input {
        Some(Input::Jsonl) => {
            let json = |line: Line| read(line, |text| Some(Content::Json(text)));
            Ok(lines(path, json)?)
        }
        Some(Input::Tsv) => {
            let mut columns = None;
            let cells = move |line: Line| read(line, |text| cells(text, &mut columns, args));
            Ok(lines(path, cells)?)
        }
        Some(Input::Tmx) => {
            let units = Tmx::new(open_input(path)?, &args.from, &args.to);
            Ok(Box::new(units.map(|unit| {
                let (line, pair) = unit.map_err(Error::io(path, "read it"))?;
                Ok((line, Content::Read(pair)))
            })))
        }
        None => Err(Error::Usage(format!(
            "{}: this name does not say how pairs are written in it: give --input jsonl, tsv or tmx",
            path.display()
        ))),
    }
}

fn lines<'a>(
    path: &Path,
    mut content: impl FnMut(Line) -> Option<(usize, Content)> + 'a,
) -> Result<Contents<'a>, Error> {
    let lines = Lines::open(path)?;
    Ok(Box::new(lines.filter_map(move |line| line.map(&mut content).transpose())))
}

/// What a line holds. An empty one holds nothing.
fn read(line: Line, of_text: impl FnOnce(String) -> Option<Content>) -> Option<(usize, Content)> {
    let content = match line.text {
        Ok(text) if text.trim().is_empty() => None,
        Ok(text) => of_text(text),
        Err(why) => Some(Content::Read(Err(PairFinding::broken(why.to_string())))),
    };
    Some((line.number, content?))
}

/// A line of cells. The first that can be one says which columns there are.
fn cells(text: String, columns: &mut Option<TsvColumns>, args: &Args) -> Option<Content> {
    if let Some(columns) = columns {
        return Some(Content::Cells(*columns, text));
    }
    match TsvColumns::of(&text, &args.from, &args.to) {
        Err(what) => Some(Content::Read(Err(PairFinding::broken(what)))),
        Ok((found, is_header)) => {
            *columns = Some(found);
            (!is_header).then_some(Content::Cells(found, text))
        }
    }
}
