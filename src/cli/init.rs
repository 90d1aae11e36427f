//! `yakugo init`

use std::io::{self, BufRead, IsTerminal, Write as _};
use std::path::{Path, PathBuf};

use crate::cli::{Cli, Outcome};
use crate::project::init::{Proposal, propose};
use crate::project::{Config, Error, FILE_NAME, write_if_changed};

/// Begin a project: write yakugo.toml for the documents that are here.
///
/// Asks four questions on a terminal; every answer has a proposal, so that Return is enough.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Take what is found and ask nothing.
    #[arg(long)]
    yes: bool,
    /// The locale of the documents.
    #[arg(long, value_name = "LOCALE")]
    source: Option<String>,
    /// The locales to translate into.
    #[arg(long, value_name = "LOCALES", value_delimiter = ',')]
    targets: Vec<String>,
    /// Where the documents are; may be given several times.
    #[arg(long, value_name = "PATTERN")]
    documents: Vec<String>,
    /// Write a complete example into this folder instead: a medical article, its translations and a glossary.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["yes", "source", "targets", "documents"])]
    demo: Option<PathBuf>,
}

/// Files of this repository, with their texts.
macro_rules! demo {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../", $path)))),*]
    };
}

/// The example is this repository's own project.
const DEMO: &[(&str, &str)] = demo![
    "articles/culture-supernatant.md",
    "articles/exosome-leaflet.txt",
    "articles/images/supernatant-steps.svg",
    "glossary/medical.csv",
    "locales/ja/culture-supernatant.ftl",
    "locales/ja/culture-supernatant.past.tsv",
    "locales/ja/exosome-leaflet.ftl",
    "locales/ja/exosome-leaflet.past.tsv",
    "locales/en/culture-supernatant.ftl",
    "locales/en/culture-supernatant.ledger.tsv",
    "locales/en/exosome-leaflet.ftl",
    "locales/en/exosome-leaflet.ledger.tsv",
    "locales/de/culture-supernatant.ftl",
    "locales/de/culture-supernatant.ledger.tsv",
    "locales/de/exosome-leaflet.ftl",
    "locales/de/exosome-leaflet.ledger.tsv",
    "locales/zh-Hans/culture-supernatant.ftl",
    "locales/zh-Hans/culture-supernatant.ledger.tsv",
    "locales/zh-Hans/exosome-leaflet.ftl",
    "locales/zh-Hans/exosome-leaflet.ledger.tsv",
    "yakugo.toml",
];

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    if let Some(folder) = &args.demo {
        return demo(folder);
    }
    let mut proposal = propose(&cli.project)?;
    let given = args.source.is_some() || !args.targets.is_empty() || !args.documents.is_empty();
    if let Some(source) = &args.source {
        proposal.source.clone_from(source);
        if args.targets.is_empty() && proposal.targets == [source.as_str()] {
            proposal.targets = vec![if source == "en" { "ja" } else { "en" }.to_owned()];
        }
    }
    if !args.targets.is_empty() {
        proposal.targets.clone_from(&args.targets);
    }
    if !args.documents.is_empty() {
        proposal.documents.clone_from(&args.documents);
    }
    if !args.yes && !given && io::stdin().is_terminal() {
        ask_all(&mut proposal)
            .map_err(|cause| Error::Usage(format!("the answers could not be read: {cause}")))?;
    } else if !args.yes && !given {
        return Err(Error::Usage(
            "there is no terminal to ask on: say `yakugo init --yes`, or --source, --targets and --documents"
                .into(),
        ));
    }
    if proposal.documents.is_empty() {
        return Err(Error::Usage(
            "no document was found here (.md or .txt): say where they are with --documents 'articles/*.md'"
                .into(),
        ));
    }
    // What cannot be read back must not be written.
    Config::parse(&proposal.to_toml(), &[])?;
    proposal.write(&cli.project)?;
    let text = format!(
        "Wrote {FILE_NAME}: {} into {}, documents {}.\n\nNext: `yakugo sync`\n",
        proposal.source,
        proposal.targets.join(", "),
        proposal.documents.join(", ")
    );
    Ok(Outcome::clean(text))
}

fn ask_all(proposal: &mut Proposal) -> io::Result<()> {
    let list = |text: &str| -> Vec<String> {
        text.split([',', ' ']).map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
    };
    proposal.documents = list(&ask("Which documents shall be translated?", &proposal.documents.join(", "))?);
    proposal.source = ask("In which language are they written?", &proposal.source)?;
    proposal.targets = list(&ask("Into which languages?", &proposal.targets.join(", "))?);
    proposal.glossary = list(&ask("Where is the glossary, if there is one?", &proposal.glossary.join(", "))?);
    Ok(())
}

fn ask(question: &str, proposal: &str) -> io::Result<String> {
    let mut err = anstream::stderr();
    write!(err, "{question} [{proposal}] ")?;
    err.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    let answer = answer.trim();
    Ok(if answer.is_empty() { proposal } else { answer }.to_owned())
}

fn demo(folder: &Path) -> Result<Outcome, Error> {
    if folder.join(FILE_NAME).exists() {
        return Err(Error::Usage(format!(
            "{} holds a project already: name an empty folder",
            folder.display()
        )));
    }
    for (path, text) in DEMO {
        write_if_changed(&folder.join(path), text)?;
    }
    let text = format!("Wrote an example into {0}.\n\nNext: `yakugo -C {0} sync`\n", folder.display());
    Ok(Outcome::clean(text))
}
