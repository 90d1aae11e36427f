//! Finding the units that an argument names: an id, `file:line`, or a piece of text that occurs once.

use crate::catalog::{DocumentPlan, TargetPlan};
use crate::cli::session::Session;
use crate::project::Error;
use crate::text::LineIndex;

/// A unit in the locales that are meant: the places of document, unit and locales in the plans.
pub(crate) struct Chosen {
    pub(crate) document: usize,
    pub(crate) unit: usize,
    pub(crate) targets: Vec<usize>,
}

/// The units that arguments name, in `locale` or in all; in one where a line of a translator's file is named.
pub(crate) fn units(session: &Session, names: &[String], locale: Option<&str>) -> Result<Vec<Chosen>, Error> {
    session.check_locale(locale)?;
    let chosen = |name: &String| {
        let found = unit(session, name)?;
        let targets = session.plans[found.document].targets.iter().enumerate().filter(|(at, target)| {
            locale.is_none_or(|locale| locale == target.locale)
                && found.target.is_none_or(|wanted| wanted == *at)
        });
        let targets = targets.map(|(at, _)| at).collect();
        Ok(Chosen { document: found.document, unit: found.unit, targets })
    };
    names.iter().map(chosen).collect()
}

/// A unit by its place in the plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Found {
    document: usize,
    unit: usize,
    /// The one locale meant, where a line of a translator's file was named.
    target: Option<usize>,
}

/// The unit that `name` names; an error says what else was found.
fn unit(session: &Session, name: &str) -> Result<Found, Error> {
    if let Some(found) = by_id(session, name) {
        return Ok(found);
    }
    let place = name.rsplit_once(':').and_then(|(path, line)| Some((path, line.parse().ok()?)));
    if let Some(found) = place.and_then(|(path, line)| by_line(session, path, line)) {
        return Ok(found);
    }
    by_text(session, name)
}

fn by_id(session: &Session, id: &str) -> Option<Found> {
    session.plans.iter().enumerate().find_map(|(document, plan)| {
        let unit = plan.sources.iter().position(|source| source.id == id)?;
        Some(Found { document, unit, target: None })
    })
}

fn by_line(session: &Session, path: &str, line: usize) -> Option<Found> {
    let path = path.trim_start_matches("./");
    for (document, (plan, files)) in session.plans.iter().zip(&session.files).enumerate() {
        if plan.path == path {
            let index = LineIndex::new(files.document.text.as_deref().unwrap_or_default());
            let unit = plan.sources.iter().position(|source| covers(&index, source.span, line))?;
            return Some(Found { document, unit, target: None });
        }
        if let Some(target) = plan.targets.iter().position(|target| target.path == path) {
            let text = files.targets.get(target).and_then(|files| files.ftl.text.as_deref());
            let index = LineIndex::new(text.unwrap_or_default());
            let at =
                |unit: &crate::catalog::Unit| unit.place.is_some_and(|place| covers(&index, place, line));
            let unit = plan.targets.get(target)?.units.iter().position(at)?;
            return Some(Found { document, unit, target: Some(target) });
        }
    }
    None
}

fn covers(index: &LineIndex, span: crate::text::Span, line: usize) -> bool {
    (index.line(span.start)..=index.line(span.end.max(span.start + 1) - 1)).contains(&line)
}

fn by_text(session: &Session, text: &str) -> Result<Found, Error> {
    let mut hits = Vec::new();
    for (document, plan) in session.plans.iter().enumerate() {
        for (unit, source) in plan.sources.iter().enumerate() {
            if source.text.contains(text) || translations(plan, unit).any(|other| other.contains(text)) {
                hits.push((Found { document, unit, target: None }, source.id.as_str()));
            }
        }
    }
    match hits.as_slice() {
        [(found, _)] => Ok(*found),
        [] => Err(Error::Usage(format!(
            "`{text}` is no id, no file:line and no text of any unit: `yakugo status --todo` lists ids"
        ))),
        many => {
            let ids: Vec<&str> = many.iter().take(5).map(|(_, id)| *id).collect();
            let more = if many.len() > 5 { ", …" } else { "" };
            Err(Error::Usage(format!(
                "`{text}` occurs in {} units ({}{more}): name one by its id",
                many.len(),
                ids.join(", ")
            )))
        }
    }
}

fn translations(plan: &DocumentPlan, unit: usize) -> impl Iterator<Item = &str> {
    plan.targets.iter().filter_map(move |target: &TargetPlan| target.units.get(unit)?.translation.as_deref())
}
