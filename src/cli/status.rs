//! `yakugo status`

use std::collections::BTreeMap;

use clap::ValueEnum;
use serde_json::{Map, Value, json};

use crate::catalog::{Counts, DocumentPlan, TargetPlan, Turn, UnitNow};
use crate::cli::output::for_terminal;
use crate::cli::session::Session;
use crate::cli::since::{self, Earlier};
use crate::cli::{Cli, Outcome, table};
use crate::finding::{Finding, Severity};
use crate::project::Error;
use crate::report::progress::{self, Todo};

/// Show how far every document is in every locale.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// List what is to be done: file and line, the first words, why.
    #[arg(long)]
    todo: bool,
    /// Only this locale.
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    #[command(flatten)]
    since: since::SinceArg,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Hold every locale to `[gates]` of yakugo.toml, those that count days included; exit with 1 if one fails.
    #[arg(long, conflicts_with_all = ["todo", "since"])]
    gate: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    /// For a pull request or a job summary.
    Markdown,
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let session = Session::open(cli)?;
    let locale = args.locale.as_deref();
    session.check_locale(locale)?;
    if let Some(earlier) = args.since.session(&session)? {
        return Ok(Outcome::clean(since(&session, &earlier, args)));
    }
    let failed = if args.gate { failed_gates(&session, locale) } else { Vec::new() };
    let todo = || progress::todo(&session.plans, &session.files, |now| since::is_in(now, locale));
    let mut text = match (args.format, args.todo) {
        (Format::Json, _) => json(&session.plans, locale, args.gate.then_some(&failed[..])),
        (Format::Markdown, _) => progress::markdown(&session.plans, &todo(), locale),
        (Format::Text, true) => listed(&todo(), "Nothing to do: every translation answers its source."),
        (Format::Text, false) => table::table(&session.plans, locale),
    };
    if args.gate && args.format == Format::Text {
        text.push('\n');
        text.push_str(&if failed.is_empty() {
            "Every gate is passed.\n".to_owned()
        } else {
            for_terminal(&failed, &session.texts(&failed))
        });
    }
    Ok(Outcome { text, found: failed.iter().any(|finding| finding.severity == Severity::Error) })
}

/// The gates that fail today, as the configuration judges them.
fn failed_gates(session: &Session, locale: Option<&str>) -> Vec<Finding> {
    let failed = session.gates(&session.translations(), Some(session.today()));
    let mut failed = session.project.config().levels().apply(failed, &session.plans);
    failed.retain(|finding| locale.is_none_or(|locale| finding.locale.as_deref() == Some(locale)));
    failed
}

/// What became of translations since an earlier commit.
fn since(session: &Session, earlier: &Earlier, args: &Args) -> String {
    let before = earlier.before();
    let wanted = |now: &UnitNow<'_>| since::is_in(now, args.locale.as_deref());
    let turns = progress::turns(&session.plans, &before, wanted);
    let todo =
        progress::todo(&session.plans, &session.files, |now| wanted(now) && before.turn(now).is_some());
    let name = &earlier.name;
    match (args.format, args.todo) {
        (Format::Json, _) => progress::since_json(name, &turns, &todo),
        (Format::Markdown, _) => progress::since_markdown(name, &turns, &todo),
        (Format::Text, true) => listed(&todo, &format!("Nothing to do that came since {name}.")),
        (Format::Text, false) if turns.is_empty() => {
            format!("No translation became stale or missing since {name}, and none was settled.\n")
        }
        (Format::Text, false) => {
            let said = |turns: &progress::Turns| {
                let parts = Turn::ALL.iter().filter_map(|turn| {
                    let newly = if *turn == Turn::Settled { "" } else { "newly " };
                    let count = progress::count(turns, *turn);
                    (count > 0).then(|| format!("{count} {newly}{}", turn.name()))
                });
                parts.collect::<Vec<_>>().join(" · ")
            };
            let rows = turns
                .iter()
                .map(|(document, locale, turns)| [(*document).to_owned(), (*locale).to_owned(), said(turns)]);
            table::lined_up(&rows.collect::<Vec<_>>())
        }
    }
}

fn wanted<'a>(plan: &'a DocumentPlan, locale: Option<&'a str>) -> impl Iterator<Item = &'a TargetPlan> {
    plan.targets.iter().filter(move |target| locale.is_none_or(|locale| target.locale == locale))
}

fn listed(todo: &[Todo<'_>], nothing: &str) -> String {
    if todo.is_empty() {
        return format!("{nothing}\n");
    }
    let line = |todo: &Todo<'_>| {
        let (path, id) = (&todo.now.target.path, &todo.now.source.id);
        format!("{path}:{}: {}: {id} {}\n", todo.line, todo.why(), todo.words())
    };
    todo.iter().map(line).collect()
}

fn json(plans: &[DocumentPlan], locale: Option<&str>, failed: Option<&[Finding]>) -> String {
    let mut totals: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut documents = Vec::new();
    for plan in plans {
        let mut locales = Map::new();
        for target in wanted(plan, locale) {
            let counts = Counts::of(&plan.sources, &target.units);
            *totals.entry(&target.locale).or_default() += counts;
            locales.insert(target.locale.clone(), object(&counts));
        }
        documents.push(json!({ "name": plan.name, "path": plan.path, "locales": locales }));
    }
    let locales: Map<String, Value> =
        totals.into_iter().map(|(locale, counts)| (locale.to_owned(), object(&counts))).collect();
    let mut report = json!({ "version": 1, "locales": locales, "documents": documents });
    if let Some(failed) = failed {
        let gate = |finding: &Finding| json!({ "locale": finding.locale, "severity": finding.severity.name(), "message": finding.message });
        report["failed_gates"] = failed.iter().map(gate).collect();
    }
    format!("{report:#}\n")
}

fn object(counts: &Counts) -> Value {
    json!({
        "units": counts.units,
        "missing": counts.missing,
        "unrecorded": counts.unrecorded,
        "stale": counts.stale,
        "fresh": counts.fresh,
        "draft": counts.draft,
        "reviewed": counts.reviewed,
        "coverage": counts.coverage(),
        "characters_left": counts.characters_left,
    })
}
