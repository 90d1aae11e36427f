//! In which forms findings are given out, and where to.

use std::path::PathBuf;
use std::str::FromStr;

use clap::ValueEnum;

use crate::finding::{Finding, Severity};
use crate::project::{Error, Project};
use crate::report::{self, Texts};

/// Columns where no terminal says how many it has.
const COLUMNS: usize = 100;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    Text,
    Concise,
    Json,
    Jsonl,
    Github,
    Gitlab,
    Sarif,
    Junit,
    Rdjson,
    Markdown,
}

/// `FORMAT`, on standard output, or `FORMAT=FILE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Output {
    form: Form,
    file: Option<PathBuf>,
}

impl FromStr for Output {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, file) = match text.split_once('=') {
            Some((_, "")) => return Err("no file stands behind `=`".to_owned()),
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (text, None),
        };
        let form = Form::from_str(name, false).map_err(|_| {
            let values = Form::value_variants().iter().filter_map(ValueEnum::to_possible_value);
            let names: Vec<String> = values.map(|value| value.get_name().to_owned()).collect();
            format!("there is no format `{name}`; there are {}", names.join(", "))
        })?;
        Ok(Self { form, file })
    }
}

/// Refuses what cannot be told apart, before any work is done.
pub(crate) fn refuse_clashes(outputs: &[Output]) -> Result<(), Error> {
    for (at, output) in outputs.iter().enumerate() {
        if outputs.iter().skip(at + 1).any(|other| other.file == output.file) {
            return Err(Error::Usage(match &output.file {
                Some(file) => format!("two formats cannot go to one file, {}", file.display()),
                None => {
                    "only one format can go to standard output: write the others as `--format FORMAT=FILE`"
                        .to_owned()
                }
            }));
        }
    }
    Ok(())
}

/// Writes the files; gives back what belongs on standard output, which is nothing if every format has a file.
pub(crate) fn give_out(
    outputs: &[Output],
    project: &Project,
    findings: &[Finding],
    texts: &Texts<'_>,
    bar: Severity,
) -> Result<String, Error> {
    let mut printed = String::new();
    let mut files = Vec::new();
    for Output { form, file } in outputs {
        let text = match form {
            Form::Text if file.is_some() => {
                anstream::adapter::strip_str(&report::text(findings, texts, COLUMNS)).to_string()
            }
            Form::Text => for_terminal(findings, texts),
            Form::Concise => report::concise(findings, texts),
            Form::Json => report::json(findings, texts),
            Form::Jsonl => report::jsonl(findings, texts),
            Form::Github => report::github(findings, texts),
            Form::Gitlab => report::gitlab(findings, texts),
            Form::Sarif => report::sarif(findings, texts),
            Form::Junit => report::junit(findings, texts, bar),
            Form::Rdjson => report::rdjson(findings, texts),
            Form::Markdown => report::markdown(findings, texts),
        };
        match file {
            Some(file) => files.push((file.clone(), text)),
            None => printed = text,
        }
    }
    project.write_reports(&files)?;
    Ok(printed)
}

/// Findings for people, as wide as the terminal.
pub(crate) fn for_terminal(findings: &[Finding], texts: &Texts<'_>) -> String {
    let columns = console::Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
    report::text(findings, texts, columns.unwrap_or(COLUMNS))
}
