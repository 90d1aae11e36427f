//! `yakugo sync`

use crate::catalog::{
    Counts, DocumentPlan, MISSING, NOT_SYNCED, STALE, Status, TargetPlan, UNRECORDED, Write,
};
use crate::check;
use crate::cli::output::for_terminal;
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome, render, table};
use crate::finding::{Finding, Severity};
use crate::project::{Error, Project};

/// Bring all files up to date: new texts get a place in every locale, answers are recorded, stale ones get a note.
///
/// Nothing that anybody typed is lost or reformatted. Ends with the status table and what to do next.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Write nothing; exit with 1 if something would be written.
    #[arg(long)]
    check: bool,
    /// Write only the source files and the past, so that an author's change touches no translator's file.
    #[arg(long, conflicts_with = "locale")]
    source: bool,
    /// Write only this locale and the source files.
    #[arg(long, value_name = "L")]
    locale: Option<String>,
}

/// More documents than these are told as totals; `status` lists them all.
const MOST_ROWS: usize = 20;

/// How many translations are named that yakugo changed.
const MOST_NAMED: usize = 5;

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let session = if args.check { Session::open(cli)? } else { Session::open_to_write(cli)? };
    session.check_locale(args.locale.as_deref())?;
    let terms = term_writes(&session, args);
    let mut writes: Vec<&Write> = chosen(&session.plans, args);
    writes.extend(&terms);
    let mut out = String::new();
    if args.check {
        out.push_str(&listed(&writes, "Would write"));
        return Ok(Outcome { text: out, found: !writes.is_empty() });
    }
    session.project.save(writes.iter().copied())?;
    let pages =
        if args.source { Vec::new() } else { render::configured_pages(&session, args.locale.as_deref())? };
    let problems = problems(&session, &pages)?;
    if !writes.is_empty() || problems.is_empty() {
        out.push_str(&listed(&writes, "Wrote"));
    } else {
        out.push_str("Nothing was written.\n");
    }
    let grave = problems.iter().any(|finding| finding.severity == Severity::Error);
    if !problems.is_empty() {
        out.push('\n');
        out.push_str(&for_terminal(&problems, &session.texts(&problems)));
    }
    out.push('\n');
    let locale = args.locale.as_deref();
    if session.plans.len() > MOST_ROWS {
        out.push_str(&table::totals(&session.plans, locale));
    } else {
        out.push_str(&table::table(&session.plans, locale));
    }
    out.push_str(&propagated(&session.plans, args));
    let rendered = render::folders(&pages);
    if !rendered.is_empty() {
        out.push_str(&format!("\nRendered: {}\n", rendered.join(", ")));
    }
    let next = match problems.iter().max_by_key(|finding| finding.severity) {
        Some(problem) => format!("see to {}, as said above, then `yakugo sync`", place(&session, problem)),
        None => next(&session.project, &session.plans, &pages),
    };
    out.push_str(&format!("\nNext: {next}\n"));
    Ok(Outcome { text: out, found: grave })
}

/// Where a finding is: `file:line`.
fn place(session: &Session, finding: &Finding) -> String {
    let texts = session.texts(std::slice::from_ref(finding));
    let (start, _) = texts.positions(&finding.place);
    format!("{}:{}", finding.place.path, start.line)
}

fn is_chosen(target: &TargetPlan, args: &Args) -> bool {
    args.locale.as_ref().map_or(!args.source, |locale| target.locale == *locale)
}

/// What keeps the files of terms as the glossary is.
fn term_writes(session: &Session, args: &Args) -> Vec<Write> {
    let is_chosen = |locale: &String| {
        *locale == session.project.config().source
            || args.locale.as_ref().map_or(!args.source, |chosen| chosen == locale)
    };
    let files = session.term_files.iter().filter(|file| is_chosen(&file.locale));
    files.filter_map(|file| file.write(&session.glossary)).collect()
}

fn chosen<'a>(plans: &'a [DocumentPlan], args: &Args) -> Vec<&'a Write> {
    let mut writes: Vec<&Write> = Vec::new();
    for plan in plans {
        writes.extend(&plan.writes);
        let targets = plan.targets.iter().filter(|target| is_chosen(target, args));
        writes.extend(targets.flat_map(|target| &target.writes));
    }
    // All of one stage before any of the next: see `Stage`.
    writes.sort_by_key(|write| write.stage);
    writes
}

fn listed(writes: &[&Write], verb: &str) -> String {
    const MOST: usize = 12;
    // A file may be written more than once: renamed first, or an attic and a ledger that are emptied last.
    let mut files: Vec<&&Write> = writes.iter().collect();
    files.sort_by_key(|write| (&write.path, write.stage));
    files.dedup_by_key(|write| &write.path);
    if files.is_empty() {
        return "Nothing to write: every file is up to date.\n".to_owned();
    }
    let mut out = format!("{verb} {} file{}:\n", files.len(), if files.len() == 1 { "" } else { "s" });
    for write in files.iter().take(MOST) {
        let (sign, from) = match (&write.from, &write.old, &write.new) {
            (Some(from), _, _) => ("renamed", format!(" (was {from})")),
            (None, None, _) => ("new    ", String::new()),
            (None, _, None) => ("removed", String::new()),
            (None, _, _) => ("changed", String::new()),
        };
        out.push_str(&format!("  {sign}  {}{from}\n", write.path));
    }
    if files.len() > MOST {
        out.push_str(&format!("  … and {} more\n", files.len() - MOST));
    }
    out
}

/// The translations that yakugo changed itself.
fn propagated(plans: &[DocumentPlan], args: &Args) -> String {
    let mut ids = Vec::new();
    for plan in plans {
        for target in plan.targets.iter().filter(|target| is_chosen(target, args)) {
            let units = plan.sources.iter().zip(&target.units).filter(|(_, unit)| unit.propagated);
            ids.extend(units.map(|(source, _)| format!("{} ({})", source.id, target.locale)));
        }
    }
    if ids.is_empty() {
        return String::new();
    }
    let rest = ids.len().saturating_sub(MOST_NAMED);
    ids.truncate(MOST_NAMED);
    let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    format!("\nChanged markup was carried into translations, as drafts: {}{more}\n", ids.join(", "))
}

/// What went wrong while syncing; the states of units are in the table.
fn problems(session: &Session, pages: &[render::Written]) -> Result<Vec<Finding>, Error> {
    let states = [MISSING.name, STALE.name, UNRECORDED.name, NOT_SYNCED.name];
    let in_pages = pages.iter().flat_map(|page| page.findings.iter().cloned());
    let mut all = check::findings(&session.plans);
    all.extend(in_pages.chain(session.glossary_findings.iter().cloned()).chain(session.orphaned()?));
    let mut all = session.judged(all, session.project.config().levels(), |_| false);
    all.retain(|finding| finding.severity > Severity::Note && !states.contains(&finding.rule));
    Ok(all)
}

/// The one thing to do now.
fn next(project: &Project, plans: &[DocumentPlan], pages: &[render::Written]) -> String {
    let targets = || plans.iter().flat_map(|plan| plan.targets.iter().map(move |target| (plan, target)));
    let first = |wanted: fn(&Status) -> bool| {
        targets().find(|(_, target)| target.units.iter().any(|unit| wanted(&unit.status)))
    };
    if let Some((_, target)) = first(|status| matches!(status, Status::Stale(_))) {
        return format!(
            "look at the notes in {}: change each text and delete its note, then `yakugo sync`; \
             or answer them one by one: `yakugo review`",
            target.path
        );
    }
    if let Some((_, target)) = first(|status| *status == Status::Unrecorded) {
        return format!(
            "compare the translations in {} with their source, then record them: `yakugo adopt --locale {}`",
            target.path, target.locale
        );
    }
    if let Some((plan, target)) = first(|status| *status == Status::Missing) {
        let left = Counts::of(&plan.sources, &target.units).missing;
        let what = if left == 1 {
            "the missing translation".to_owned()
        } else {
            format!("the {left} missing translations")
        };
        return format!("type {what} into {}, then `yakugo sync`", target.path);
    }
    match pages.first() {
        Some(page) => format!("read the translated article in {}", page.path),
        None if project.config().render.path.is_none() => {
            "write the translated documents: `yakugo render --locale L --out DIR`".to_owned()
        }
        None => "nothing: every translation answers its source".to_owned(),
    }
}
