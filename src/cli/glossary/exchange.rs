//! `yakugo glossary import` and `export`: other programs' files.

use std::path::PathBuf;

use clap::ValueEnum;

use super::edit::{Status, changed, open, text};
use crate::catalog::{TERM_FILE, Write};
use crate::check;
use crate::cli::output::for_terminal;
use crate::cli::{Cli, Outcome};
use crate::glossary::{
    Glossary, GlossaryText, Languages, TbxStyle, merge, read_foreign, write_omegat, write_tbx, write_wide,
};
use crate::project::{self, Error, Project};
use crate::report::{self, Texts};

/// Bring terms of another program's file into the glossary.
///
/// Reads TBX (version 2 and 3), our own CSV, CSV with a column a language, and two columns with or without a header.
/// Rows that are there keep every cell that the file says nothing about; nothing is removed.
#[derive(Debug, clap::Args)]
pub(super) struct Import {
    /// The file.
    file: PathBuf,
    /// Write nothing; show what would come in and what would change.
    #[arg(long)]
    dry_run: bool,
    /// What the glossary shall say of new terms that the file does not judge.
    #[arg(long, value_enum, default_value_t = Status::Draft)]
    status: Status,
    /// The language of the first of two columns, if the file does not name it; the source language otherwise.
    #[arg(long, value_name = "L")]
    from: Option<String>,
    /// The language of the second; the first target language otherwise.
    #[arg(long, value_name = "L")]
    to: Option<String>,
}

/// Write the glossary for another program.
#[derive(Debug, clap::Args)]
pub(super) struct Export {
    /// The format.
    #[arg(value_enum)]
    format: Format,
    /// Where to write it; to standard output otherwise.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// For OmegaT: the language of the first column; the source language otherwise.
    #[arg(long, value_name = "L")]
    from: Option<String>,
    /// For OmegaT: the language of the second; the first target language otherwise.
    #[arg(long, value_name = "L")]
    to: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// TBX-Basic version 2 (2008), which most programs read.
    #[value(name = "tbx-v2")]
    TbxV2,
    /// TBX-Basic version 3 (2019), data categories as attributes (DCA).
    Tbx,
    /// TBX-Basic version 3 (2019), data categories as elements (DCT).
    TbxDct,
    /// CSV with a column a language: the terms to use.
    Wide,
    /// Fluent terms (`-concept`) to which messages can refer, a file a locale; `sync` keeps them up to date.
    Fluent,
    /// `OmegaT`: source, target and remark between tabs.
    Omegat,
}

pub(super) fn import(cli: &Cli, args: &Import) -> Result<Outcome, Error> {
    let (project, _lock) = open(cli)?;
    let foreign = project::read_text(&args.file)?;
    let path = args.file.to_string_lossy();
    let files = project.glossary_files()?;
    let (from, to) = sides(&project, args.from.as_ref(), args.to.as_ref());
    let (own, _) = project.glossary()?;
    let mut known: Vec<&str> = own.terms().iter().map(|term| term.locale.as_str()).collect();
    known.extend([from, to]);
    let (entries, findings) = read_foreign(&path, &foreign, &Languages { from, to, known: &known });
    let texts: Vec<GlossaryText<'_>> = files.iter().map(|file| (file.path.as_str(), text(file))).collect();
    let merged =
        merge(&texts, &entries, args.status.into()).map_err(|refused| Error::Usage(refused.to_string()))?;
    let mut said = report::differences(&merged.differences);
    let mut findings = project.config().levels().apply(findings, &[]);
    check::sort(&mut findings);
    if !findings.is_empty() {
        let mut texts = Texts::default();
        texts.add(&path, &foreign);
        said.push_str(&format!("\n{}", for_terminal(&findings, &texts)));
    }
    if args.dry_run {
        said.push_str("\nNothing was written: run it again without --dry-run.\n");
    } else {
        project.save(&changed(&files, merged.texts))?;
        said.push_str("\nNext: `yakugo glossary check` and `yakugo glossary test`.\n");
    }
    Ok(Outcome::clean(said))
}

pub(super) fn export(cli: &Cli, args: &Export) -> Result<Outcome, Error> {
    let project = Project::open(&cli.project)?;
    let (glossary, _) = project.glossary()?;
    let (from, to) = sides(&project, args.from.as_ref(), args.to.as_ref());
    let text = match args.format {
        Format::TbxV2 => write_tbx(&glossary, TbxStyle::V2),
        Format::Tbx => write_tbx(&glossary, TbxStyle::V3Attributes),
        Format::TbxDct => write_tbx(&glossary, TbxStyle::V3Elements),
        Format::Wide => write_wide(&glossary),
        Format::Omegat => write_omegat(&glossary, from, to),
        Format::Fluent => return export_fluent(&project, &glossary, args),
    };
    let Some(out) = &args.out else { return Ok(Outcome::clean(text)) };
    project.protect(out)?;
    project::write_if_changed(out, &text)?;
    Ok(Outcome::clean(format!("Wrote {}.\n", out.display())))
}

/// Makes the files of terms, or brings them up to date.
fn export_fluent(project: &Project, glossary: &Glossary, args: &Export) -> Result<Outcome, Error> {
    if args.out.is_some() || args.from.is_some() || args.to.is_some() {
        let message = "terms of Fluent are written for all locales, beside the translators' files: leave out --out, \
                       --from and --to";
        return Err(Error::Usage(message.to_owned()));
    }
    let _lock = project.lock(|| crate::cli::report(crate::cli::session::WAITING))?;
    let files = project.term_files()?;
    if files.is_empty() {
        let message = format!(
            "a document is called `{TERM_FILE}`, and its files have the place of the terms: rename it"
        );
        return Err(Error::Usage(message));
    }
    if let Some(other) = files.iter().find(|file| file.file.text.is_some() && !file.is_made()) {
        let message = format!("{} is a file that yakugo did not make: rename it", other.file.path);
        return Err(Error::Usage(message));
    }
    let writes: Vec<Write> = files.iter().filter_map(|file| file.write(glossary)).collect();
    project.save(&writes)?;
    let wrote: String = writes.iter().map(|write| format!("Wrote {}.\n", write.path)).collect();
    let said = if wrote.is_empty() { "The files of terms are up to date.\n".to_owned() } else { wrote };
    Ok(Outcome::clean(said))
}

fn sides<'a>(project: &'a Project, from: Option<&'a String>, to: Option<&'a String>) -> (&'a str, &'a str) {
    let config = project.config();
    let to = to.or(config.targets.first());
    (from.unwrap_or(&config.source), to.map_or("", String::as_str))
}
