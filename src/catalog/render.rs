//! The translated document: which text stands for every segment, by the state of its unit.

use std::borrow::Cow;

use crate::carry::ChangeKind;
use crate::catalog::plan::Origin;
use crate::catalog::settle::Status;
use crate::catalog::unit::{DocumentPlan, SourceUnit, TargetPlan, Unit};
use crate::document::{self, Options, UNRENDERABLE};
use crate::finding::Finding;
use crate::text::soft_break;

/// A document in one locale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The whole document.
    pub text: String,
    /// Translations that could not stand in their place.
    pub findings: Vec<Finding>,
    /// How many segments show the source, for whatever reason.
    pub untranslated: usize,
}

/// Renders an article in one locale; nothing for hand-written Fluent sources, whose translated files are the result.
///
/// Missing and unrecorded units show the source. A stale unit shows its translation, unless the meaning changed: then
/// the source stands there behind `marker`, never the old dose.
pub fn render(
    plan: &DocumentPlan,
    target: &TargetPlan,
    text: &str,
    options: &Options,
    marker: &str,
) -> Option<Page> {
    let Origin::Article(format) = plan.origin else { return None };
    let extraction = document::extract(format, text, options);
    let mut findings = Vec::new();
    let mut untranslated = 0;
    let texts: Vec<Option<Cow<'_, str>>> = plan
        .sources
        .iter()
        .zip(&target.units)
        .map(|(source, unit)| {
            let shown = shown(source, unit, marker);
            if unit.is_source && matches!(shown, Shown::Translation(_)) {
                let message = "the source stands here instead of its translation: the translation refers to a Fluent \
                               term that is not known; write the word itself";
                findings.push(Finding::new(&UNRENDERABLE, source.span, message).unit(&source.id));
                untranslated += 1;
                return None;
            }
            match shown {
                Shown::Source => {
                    untranslated += 1;
                    None
                }
                Shown::MarkedSource(text) => {
                    untranslated += 1;
                    Some(Cow::Owned(text))
                }
                Shown::Translation(text) => Some(text),
            }
        })
        .collect();
    let translation = |at: usize| texts.get(at).and_then(Option::as_deref);
    let rendered = document::render(format, text, options, &extraction, translation);
    let refused = rendered.refused.iter().filter_map(|at| plan.sources.get(*at));
    findings
        .extend(rendered.findings.into_iter().zip(refused).map(|(finding, source)| finding.unit(&source.id)));
    untranslated += rendered.refused.len();
    let findings = findings
        .into_iter()
        .map(|f| f.at(&plan.path).in_locale(&target.locale).in_document(&plan.name))
        .collect();
    Some(Page { text: rendered.text, findings, untranslated })
}

enum Shown<'a> {
    Source,
    MarkedSource(String),
    Translation(Cow<'a, str>),
}

fn shown<'a>(source: &SourceUnit, unit: &'a Unit, marker: &str) -> Shown<'a> {
    let translation = unit.translation.as_deref();
    match (&unit.status, translation) {
        (Status::Missing | Status::Unrecorded, _) | (_, None) => Shown::Source,
        (Status::Stale(stale), _) if stale.change.kind >= ChangeKind::Meaning => {
            Shown::MarkedSource(format!("{marker}{}", source.text))
        }
        (Status::Stale(_) | Status::Fresh, Some(text)) => Shown::Translation(joined(source, text)),
    }
}

/// Line breaks in a Fluent value are hard breaks only where the source has some: elsewhere the translator wrapped a
/// long line.
fn joined<'a>(source: &SourceUnit, text: &'a str) -> Cow<'a, str> {
    if source.text.contains('\n') || !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let (Some(before), Some(after)) = (out.chars().next_back(), line.chars().next()) {
            out.push_str(soft_break(before, after));
        }
        out.push_str(line);
    }
    Cow::Owned(out)
}
