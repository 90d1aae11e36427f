//! `yakugo gc`

use std::str::FromStr;

use crate::catalog::{Age, Date, DocumentPlan, outdated};
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome};
use crate::project::Error;
use crate::report::cut;

/// Drop old source texts and retired translations that nothing refers to any more.
///
/// A source text goes if it was replaced before that day, and no translation answers or ever answered it; a
/// translation goes if its source text is gone since before that day. What is stale stays stale and shows what it
/// showed. `sync` never drops anything. Branches that began earlier and are not merged yet may still need a text: take
/// an age that is older than they are.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How old: 90d, 12w, 6m, 2y, or a day (YYYY-MM-DD).
    #[arg(long, value_name = "AGE|DATE")]
    older_than: OlderThan,
    /// Write nothing; say what would go.
    #[arg(long)]
    dry_run: bool,
}

/// How many characters of a text are shown.
const MOST: usize = 80;

/// A day, or how long it is ago.
#[derive(Clone, Copy, Debug)]
enum OlderThan {
    Age(Age),
    Day(Date),
}

impl FromStr for OlderThan {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let day = || text.parse().map(Self::Day);
        text.parse()
            .map(Self::Age)
            .or_else(|_| day())
            .map_err(|_| "say 90d, 12w, 6m, 2y, or a day like 2026-11-03")
    }
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let session = if args.dry_run { Session::open(cli)? } else { Session::open_to_write(cli)? };
    if session.plans.iter().any(|plan| !plan.all_writes().is_empty()) {
        return Err(Error::Usage("the files are not up to date: run `yakugo sync` first".to_owned()));
    }
    let before = match args.older_than {
        OlderThan::Age(age) => age.before(session.today()),
        OlderThan::Day(day) => day,
    };
    let (mut writes, mut dropped) = (Vec::new(), Vec::new());
    for files in &session.files {
        let plan = |plan: &&DocumentPlan| plan.name == files.name;
        let Some(plan) = session.plans.iter().find(plan) else { continue };
        let (of_document, what) = outdated(files, plan, before);
        writes.extend(of_document);
        dropped.extend(what);
    }
    if !args.dry_run {
        session.project.save(&writes)?;
    }
    if dropped.is_empty() {
        return Ok(Outcome::clean(format!("Nothing older than {before} that nothing refers to.\n")));
    }
    let verb = if args.dry_run { "Would drop" } else { "Dropped" };
    let mut out = format!("{verb}, of before {before}:\n");
    let mut path = "";
    for one in &dropped {
        if one.path != path {
            path = &one.path;
            out.push_str(&format!("  {path}\n"));
        }
        let text = one.text.split_whitespace().collect::<Vec<_>>().join(" ");
        out.push_str(&format!("    {}  {}\n", one.since, cut(&text, MOST)));
    }
    Ok(Outcome::clean(out))
}
