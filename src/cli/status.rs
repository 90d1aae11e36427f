//! `yakugo status`

use std::collections::BTreeMap;

use clap::ValueEnum;
use serde_json::{Map, Value, json};

use crate::catalog::{Counts, DocumentPlan, Status, TargetPlan};
use crate::cli::output::for_terminal;
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome, table};
use crate::finding::{Finding, Severity};
use crate::project::Error;
use crate::report::cut;
use crate::text::LineIndex;

/// Show how far every document is in every locale.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// List what is to be done: file and line, the first words, why.
    #[arg(long)]
    todo: bool,
    /// Only this locale.
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Hold every locale to `[gates]` of yakugo.toml, those that count days included; exit with 1 if one fails.
    #[arg(long, conflicts_with = "todo")]
    gate: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let session = Session::open(cli)?;
    let locale = args.locale.as_deref();
    session.check_locale(locale)?;
    let failed = if args.gate { failed_gates(&session, locale) } else { Vec::new() };
    let mut text = match (args.format, args.todo) {
        (Format::Json, _) => json(&session.plans, locale, args.gate.then_some(&failed[..])),
        (Format::Text, true) => todo(&session, locale),
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

fn wanted<'a>(plan: &'a DocumentPlan, locale: Option<&'a str>) -> impl Iterator<Item = &'a TargetPlan> {
    plan.targets.iter().filter(move |target| locale.is_none_or(|locale| target.locale == locale))
}

fn todo(session: &Session, locale: Option<&str>) -> String {
    let mut out = String::new();
    for (plan, files) in session.plans.iter().zip(&session.files) {
        for target in wanted(plan, locale) {
            let text =
                files.targets.iter().find(|f| f.locale == target.locale).and_then(|f| f.ftl.text.as_deref());
            let index = LineIndex::new(text.unwrap_or_default());
            for (source, unit) in plan.sources.iter().zip(&target.units) {
                let why = match &unit.status {
                    Status::Fresh => continue,
                    Status::Missing => "missing".to_owned(),
                    Status::Unrecorded => "unrecorded".to_owned(),
                    Status::Stale(stale) => format!("stale ({})", stale.change.kind.name()),
                };
                let line = unit.place.map_or(1, |place| index.line(place.start));
                let words = cut(&source.text.replace('\n', " "), 30);
                out.push_str(&format!("{}:{line}: {why}: {} {words}\n", target.path, source.id));
            }
        }
    }
    if out.is_empty() {
        out.push_str("Nothing to do: every translation answers its source.\n");
    }
    out
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
