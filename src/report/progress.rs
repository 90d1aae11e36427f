//! What is left to do, all of it or what a branch left: for programs, and as Markdown for a job summary.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::catalog::{Before, Counts, DocumentFiles, DocumentPlan, Status, Turn, UnitNow, units};
use crate::report::changes::escaped;
use crate::report::cut;
use crate::text::LineIndex;

/// A unit that is not fresh.
#[derive(Clone, Copy, Debug)]
pub struct Todo<'a> {
    /// The unit.
    pub now: UnitNow<'a>,
    /// The line of the translator's file that it stands in, from 1.
    pub line: usize,
}

/// What is left to do, in the order of the files; `wanted` chooses units.
pub fn todo<'a>(
    plans: &'a [DocumentPlan],
    files: &'a [DocumentFiles],
    wanted: impl Fn(&UnitNow<'a>) -> bool,
) -> Vec<Todo<'a>> {
    let texts: BTreeMap<&str, &str> = files
        .iter()
        .flat_map(|files| &files.targets)
        .filter_map(|target| Some((target.ftl.path.as_str(), target.ftl.text.as_deref()?)))
        .collect();
    let mut index = ("", LineIndex::new(""));
    let mut all = Vec::new();
    for now in units(plans).filter(|now| now.unit.status != Status::Fresh && wanted(now)) {
        if index.0 != now.target.path {
            index = (&now.target.path, LineIndex::new(texts.get(now.target.path.as_str()).unwrap_or(&"")));
        }
        let line = now.unit.place.map_or(1, |place| index.1.line(place.start));
        all.push(Todo { now, line });
    }
    all
}

impl Todo<'_> {
    /// Why there is something to do: `missing`, `unrecorded`, `stale (meaning)`.
    pub fn why(&self) -> String {
        match &self.now.unit.status {
            Status::Stale(stale) => format!("stale ({})", stale.change.kind.name()),
            other => state(other).to_owned(),
        }
    }

    /// The same with what changed: `stale (meaning: 10 mg → 5 mg)`.
    fn why_exactly(&self) -> String {
        match &self.now.unit.status {
            Status::Stale(stale) => format!("stale ({})", stale.change.describe()),
            _ => self.why(),
        }
    }

    /// The first words of the source text.
    pub fn words(&self) -> String {
        cut(&self.now.source.text.replace('\n', " "), 30)
    }
}

fn state(status: &Status) -> &'static str {
    match status {
        Status::Missing => "missing",
        Status::Unrecorded => "unrecorded",
        Status::Stale(_) => "stale",
        Status::Fresh => "fresh",
    }
}

/// How many units of a locale turned, by what they turned to.
pub type Turns = BTreeMap<Turn, usize>;

/// Counts what became of the units that `wanted` chooses, by document and locale, in the order of the plans.
pub fn turns<'a>(
    plans: &'a [DocumentPlan],
    before: &Before<'_>,
    wanted: impl Fn(&UnitNow<'a>) -> bool,
) -> Vec<(&'a str, &'a str, Turns)> {
    let mut all: Vec<(&str, &str, Turns)> = Vec::new();
    for now in units(plans).filter(wanted) {
        let Some(turn) = before.turn(&now) else { continue };
        let (document, locale) = (now.plan.name.as_str(), now.target.locale.as_str());
        match all.last_mut() {
            Some(last) if (last.0, last.1) == (document, locale) => *last.2.entry(turn).or_default() += 1,
            _ => all.push((document, locale, Turns::from([(turn, 1)]))),
        }
    }
    all
}

/// `{"version":1,"since":…,"locales":{…},"units":[…]}`: counts by locale, and one object a unit that is to be done.
pub fn since_json(name: &str, turns: &[(&str, &str, Turns)], todo: &[Todo<'_>]) -> String {
    let locales: Map<String, Value> = by_locale(turns)
        .into_iter()
        .map(|(locale, turns)| {
            let counts: Map<String, Value> =
                Turn::ALL.iter().map(|turn| (turn.name().to_owned(), json!(count(&turns, *turn)))).collect();
            (locale.to_owned(), Value::Object(counts))
        })
        .collect();
    let units: Vec<Value> = todo.iter().map(object).collect();
    format!("{:#}\n", json!({ "version": 1, "since": name, "locales": locales, "units": units }))
}

fn object(todo: &Todo<'_>) -> Value {
    let change = match &todo.now.unit.status {
        Status::Stale(stale) => Some(&stale.change),
        _ => None,
    };
    json!({
        "locale": todo.now.target.locale,
        "document": todo.now.plan.name,
        "id": todo.now.source.id,
        "status": state(&todo.now.unit.status),
        "change": change.map(|change| change.kind.name()),
        "detail": change.map(|change| &change.detail),
        "path": todo.now.target.path,
        "line": todo.line,
    })
}

/// What became of translations since a commit, as Markdown: a row a locale, then every unit that is to be done.
pub fn since_markdown(name: &str, turns: &[(&str, &str, Turns)], todo: &[Todo<'_>]) -> String {
    let mut out = format!("## Translations since `{}`\n\n", name.replace('`', ""));
    if turns.is_empty() {
        out.push_str("No translation became stale or missing, and none was settled.\n");
        return out;
    }
    out.push_str(
        "| locale | newly stale | newly missing | newly unrecorded | settled |\n|---|--:|--:|--:|--:|\n",
    );
    for (locale, turns) in by_locale(turns) {
        let counts: Vec<String> = Turn::ALL.iter().map(|turn| count(&turns, *turn).to_string()).collect();
        out.push_str(&format!("| {locale} | {} |\n", counts.join(" | ")));
    }
    out.push_str(&details(todo));
    out
}

/// How far translations are, as Markdown: a row a document and locale, then every unit whose source changed.
pub fn markdown(plans: &[DocumentPlan], todo: &[Todo<'_>], locale: Option<&str>) -> String {
    let mut out = "## Translations\n\n".to_owned();
    out.push_str("| document | locale | done | units | missing | unrecorded | stale |\n|---|---|--:|--:|--:|--:|--:|\n");
    for plan in plans {
        for target in plan.targets.iter().filter(|target| locale.is_none_or(|it| it == target.locale)) {
            let counts = Counts::of(&plan.sources, &target.units);
            let Counts { counted, units, missing, unrecorded, stale, .. } = counts;
            let (name, locale, percent) = (escaped(&plan.name), &target.locale, counts.percent());
            out.push_str(&format!(
                "| {name} | {locale} | {percent} % | {counted}/{units} | {missing} | {unrecorded} | {stale} |\n"
            ));
        }
    }
    let stale: Vec<Todo<'_>> =
        todo.iter().filter(|todo| matches!(todo.now.unit.status, Status::Stale(_))).copied().collect();
    out.push_str(&details(&stale));
    out
}

/// A job summary holds 1 MiB.
const MOST_DETAILS: usize = 1000;

fn details(todo: &[Todo<'_>]) -> String {
    if todo.is_empty() {
        return String::new();
    }
    let mut out =
        "\n| locale | document | unit | what | source | where |\n|---|---|---|---|---|---|\n".to_owned();
    for todo in todo.iter().take(MOST_DETAILS) {
        let UnitNow { plan, target, source, .. } = todo.now;
        out.push_str(&format!(
            "| {} | {} | `{}` | {} | {} | {}:{} |\n",
            target.locale,
            escaped(&plan.name),
            source.id,
            escaped(&todo.why_exactly()),
            escaped(&todo.words()),
            escaped(&target.path),
            todo.line,
        ));
    }
    if let Some(more @ 1..) = todo.len().checked_sub(MOST_DETAILS) {
        out.push_str(&format!("\n… and {more} more: `yakugo status --todo` lists them all.\n"));
    }
    out
}

fn by_locale<'a>(turns: &[(&str, &'a str, Turns)]) -> BTreeMap<&'a str, Turns> {
    let mut all: BTreeMap<&str, Turns> = BTreeMap::new();
    for (_, locale, turns) in turns {
        let total = all.entry(locale).or_default();
        for (turn, count) in turns {
            *total.entry(*turn).or_default() += count;
        }
    }
    all
}

/// How many turned to this.
pub fn count(turns: &Turns, turn: Turn) -> usize {
    turns.get(&turn).copied().unwrap_or_default()
}
