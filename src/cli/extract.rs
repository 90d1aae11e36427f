//! `yakugo extract`

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde_json::json;

use crate::catalog::Origin;
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome};
use crate::document::{self, Options, Segment};
use crate::fluent::{self, Resource};
use crate::project::{Error, origin_of, read_text};
use crate::text::{LineIndex, Sentences};

/// Show the segments of documents, as they would be translated.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Documents: Markdown (.md), light plain text (.txt), HTML (.html) or Fluent (.ftl).
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line a segment.
    Text,
    /// A JSON object a segment.
    Jsonl,
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    // Outside of a project there are no ids and no configuration; that is no error here.
    let session = match Session::open(cli) {
        Ok(session) => Some(session),
        Err(Error::NoProject(_)) => None,
        Err(error) => return Err(error),
    };
    let mut out = String::new();
    for path in &args.files {
        out.push_str(&extract(session.as_ref(), path, args.format)?);
    }
    Ok(Outcome::clean(out))
}

fn extract(session: Option<&Session>, path: &Path, format: Format) -> Result<String, Error> {
    let text = read_text(path)?;
    let options = session.map_or_else(Options::default, |session| session.project.document_options());
    let ids = session.map(|session| Ids::of(session, path)).unwrap_or_default();
    let extraction = match origin_of(path)? {
        Origin::Article(format) => document::extract(format, &text, &options),
        Origin::Fluent => fluent::extract(&text),
    };
    let sentences = session.map_or_else(
        || Sentences::new(guessed_language(&text), &[]),
        |session| {
            Sentences::new(
                &session.project.config().source,
                &session.project.config().sentences.abbreviations,
            )
        },
    );
    let index = LineIndex::new(&text);
    let mut out = String::new();
    for (at, segment) in extraction.segments.iter().enumerate() {
        let id = ids.get(at, segment);
        match format {
            Format::Text => {
                let line = index.line(segment.block.start);
                let id = id.map(|id| format!("{id} ")).unwrap_or_default();
                let shown = segment.text.replace('\n', " ⏎ ");
                out.push_str(&format!("{}:{line}: {} {id}{shown}\n", path.display(), segment.kind.name()));
            }
            Format::Jsonl => {
                out.push_str(&object(segment, id, &index, &sentences));
                out.push('\n');
            }
        }
    }
    Ok(out)
}

fn object(segment: &Segment, id: Option<&str>, index: &LineIndex, sentences: &Sentences) -> String {
    let last_byte = segment.span.end.max(segment.span.start + 1) - 1;
    let spans = segment.sentences(sentences);
    json!({
        "id": id,
        "kind": segment.kind.name(),
        "level": segment.level,
        "path": segment.path.iter().map(AsRef::as_ref).collect::<Vec<&str>>(),
        "line": index.line(segment.block.start),
        "end_line": index.line(last_byte),
        "span": [segment.span.start, segment.span.end],
        "text": segment.text,
        "sentences": spans.iter().map(|span| span.of(&segment.text)).collect::<Vec<_>>(),
        "notes": segment.notes,
    })
    .to_string()
}

/// The ids that the project's source files give to the segments of a document.
#[derive(Default)]
struct Ids {
    ids: Vec<Option<String>>,
}

impl Ids {
    fn of(session: &Session, path: &Path) -> Self {
        let Ok(path) = path.canonicalize() else { return Self::default() };
        let root = session.project.root();
        let document =
            session.plans.iter().zip(&session.files).find(|(plan, _)| root.join(&plan.path) == path);
        let Some((plan, files)) = document else { return Self::default() };
        // An id lasts once it stands in the source file; before the first sync it is only a plan.
        let (source, _) = Resource::parse(files.source.text.as_deref().unwrap_or_default());
        let lasting = |id: &String| source.message(id).is_some();
        Self { ids: plan.sources.iter().map(|unit| Some(unit.id.clone()).filter(lasting)).collect() }
    }

    fn get<'a>(&'a self, at: usize, segment: &'a Segment) -> Option<&'a str> {
        let known = self.ids.get(at).and_then(Option::as_deref);
        known.or(segment.pinned.as_deref())
    }
}

/// The language by whose rules sentences end, where no project says it.
fn guessed_language(text: &str) -> &'static str {
    let has = |range: std::ops::RangeInclusive<char>| text.chars().any(|c| range.contains(&c));
    if has('\u{3041}'..='\u{30FF}') {
        "ja"
    } else if has('\u{AC00}'..='\u{D7A3}') {
        "ko"
    } else if has('\u{4E00}'..='\u{9FFF}') {
        "zh"
    } else if has('\u{0400}'..='\u{04FF}') {
        "ru"
    } else {
        "en"
    }
}
