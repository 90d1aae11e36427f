//! Fluent messages: each file by itself, the files of a locale together, and translations beside their sources.

mod parts;
mod references;
mod style;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rayon::prelude::*;

use crate::catalog::{DocumentFiles, DocumentPlan, Origin, Status, TargetPlan};
use crate::check::texts;
use crate::finding::{Finding, Place, Rule};
use crate::fluent::{Message, Plurals, Resource, Role, Scope, lint};
use crate::glossary::Glossary;
use crate::text::Span;

pub(super) use parts::both;

/// A rule that looks at a translated message beside its source.
type OfPair = fn(&Pair<'_>) -> Vec<Finding>;

const OF_PAIRS: &[OfPair] = &[parts::check, references::check, style::check];

/// The rules of this module.
pub(super) const RULES: &[Rule] = &[
    parts::EMPTY_TRANSLATION,
    parts::OBSOLETE_PART,
    references::REFERENCE_MISMATCH,
    references::VARIABLE_MISMATCH,
    style::STYLE_MISMATCH,
];

/// A message and its translation, as they stand in their files.
#[derive(Clone, Copy)]
struct Pair<'a> {
    source: &'a Message,
    source_text: &'a str,
    target: &'a Message,
    target_text: &'a str,
    /// What the source locale defines.
    source_scope: &'a Scope<'a>,
}

impl Pair<'_> {
    fn finding(&self, rule: &Rule, span: Span, message: String) -> Finding {
        Finding::new(rule, span, message).unit(&self.target.id)
    }
}

/// The translations of a document into one locale, as they stand in their file.
pub(super) struct File<'a> {
    pub(super) plan: &'a DocumentPlan,
    pub(super) target: &'a TargetPlan,
    /// The source file, if it was written by hand.
    pub(super) source: Option<&'a Resource>,
    pub(super) resource: &'a Resource,
}

/// What is the same for all locales.
#[derive(Clone, Copy)]
struct Project<'a> {
    plans: &'a [DocumentPlan],
    files: &'a [DocumentFiles],
    sources: &'a [Option<Resource>],
    glossary: &'a Glossary,
    source_locale: &'a str,
    /// The terms of the glossary by locale, to which messages may refer.
    terms: &'a BTreeMap<&'a str, Resource>,
}

/// The findings about all Fluent files of a project; `terms` are those of the glossary by locale, to which messages may
/// refer. One locale is read at a time, so that memory holds no more.
pub(super) fn findings(
    plans: &[DocumentPlan],
    files: &[DocumentFiles],
    glossary: &Glossary,
    terms: &BTreeMap<&str, Resource>,
    source_locale: &str,
) -> Vec<Finding> {
    let sources: Vec<Option<Resource>> = plans.par_iter().zip(files).map(source).collect();
    let source_scope = Scope::new(sources.iter().flatten().chain(terms.get(source_locale)));
    let plurals = Plurals::of(source_locale);
    let role = Role { plurals: &plurals, source_functions: None, for_programs: true };
    let of_source = |(plan, resource): (&DocumentPlan, &Option<Resource>)| {
        let findings = resource.as_ref().map(|resource| {
            let own = lint(resource, role).into_iter().chain(source_scope.unresolved(resource, None));
            own.map(|finding| in_source(finding, plan)).collect::<Vec<_>>()
        });
        findings.unwrap_or_default()
    };
    let mut all: Vec<Finding> = plans.par_iter().zip(&sources).flat_map_iter(of_source).collect();
    let hand_written: Vec<&DocumentPlan> =
        plans.iter().zip(&sources).filter_map(|(plan, resource)| resource.as_ref().map(|_| plan)).collect();
    all.extend(
        source_scope
            .circles()
            .into_iter()
            .filter_map(|(file, finding)| Some(in_source(finding, hand_written.get(file)?))),
    );

    let functions = source_scope.functions();
    let locales: BTreeSet<&str> =
        plans.iter().flat_map(|plan| &plan.targets).map(|target| target.locale.as_str()).collect();
    for locale in locales {
        let plurals = Plurals::of(locale);
        let role = Role { plurals: &plurals, source_functions: Some(&functions), for_programs: true };
        let project = Project { plans, files, sources: &sources, glossary, source_locale, terms };
        all.extend(of_locale(locale, role, project, &source_scope));
    }
    all
}

fn of_locale(locale: &str, role: Role<'_>, project: Project<'_>, source_scope: &Scope<'_>) -> Vec<Finding> {
    let Project { plans, files, sources, glossary, source_locale, terms } = project;
    let read = |(at, (plan, files)): (usize, (&DocumentPlan, &DocumentFiles))| {
        let target = plan.targets.iter().position(|target| target.locale == locale)?;
        let files = files.targets.iter().find(|files| files.locale == locale)?;
        Some((at, target, Resource::parse(files.ftl.text.as_deref()?).0))
    };
    let translated: Vec<(usize, usize, Resource)> =
        plans.par_iter().zip(files).enumerate().filter_map(read).collect();
    // Translations of articles refer to nothing: what they cannot show is `unrenderable`.
    let for_programs = |at: usize| plans.get(at).is_some_and(|plan| plan.origin == Origin::Fluent);
    let of_programs: Vec<_> = translated.iter().filter(|(at, ..)| for_programs(*at)).collect();
    let scope = Scope::new(of_programs.iter().map(|(.., resource)| resource).chain(terms.get(locale)));
    let target_of = |at: usize, target: usize| Some((&plans[at], plans[at].targets.get(target)?));
    let of_file = |(at, target, resource): &(usize, usize, Resource)| {
        let role = Role { for_programs: for_programs(*at), ..role };
        let mut findings = lint(resource, role);
        let Some((plan, target)) = target_of(*at, *target) else { return Vec::new() };
        if let Some(source) = sources.get(*at).and_then(Option::as_ref) {
            findings.extend(scope.unresolved(resource, Some(source_scope)));
            findings.extend(of_pairs(plan, target, source, resource, source_scope));
        }
        let source = sources.get(*at).and_then(Option::as_ref);
        findings.extend(texts::of_file(&File { plan, target, source, resource }, glossary, source_locale));
        findings.into_iter().map(|finding| in_target(finding, plan, target)).collect::<Vec<_>>()
    };
    let mut all: Vec<Finding> = translated.par_iter().flat_map_iter(of_file).collect();
    for (file, finding) in scope.circles() {
        let file = of_programs.get(file).and_then(|(at, target, _)| target_of(*at, *target));
        all.extend(file.map(|(plan, target)| in_target(finding, plan, target)));
    }
    all
}

/// The text of a hand-written source file; those of articles are made by yakugo.
fn source((plan, files): (&DocumentPlan, &DocumentFiles)) -> Option<Resource> {
    (plan.origin == Origin::Fluent)
        .then(|| Resource::parse(files.document.text.as_deref().unwrap_or_default()).0)
}

/// Translations beside their sources. A stale one is left out: it may be right for the text that it answers.
fn of_pairs(
    plan: &DocumentPlan,
    target: &TargetPlan,
    source: &Resource,
    resource: &Resource,
    source_scope: &Scope<'_>,
) -> Vec<Finding> {
    let units = plan.sources.iter().zip(&target.units);
    let stale: HashSet<&str> = units
        .filter(|(_, unit)| matches!(unit.status, Status::Stale(_)))
        .map(|(source, _)| source.id.as_str())
        .collect();
    let mut findings = Vec::new();
    let messages = resource.messages().filter(|message| !message.is_emptied());
    for message in messages.filter(|message| !stale.contains(message.id.as_str())) {
        let Some(original) = source.message(&message.id).filter(|original| !original.is_emptied()) else {
            continue;
        };
        let pair = Pair {
            source: original,
            source_text: source.text(),
            target: message,
            target_text: resource.text(),
            source_scope,
        };
        for finding in OF_PAIRS.iter().flat_map(|check| check(&pair)) {
            let place = Place { path: plan.path.clone(), span: original.span };
            findings.push(Finding { source: Some(place), ..finding });
        }
    }
    findings
}

fn in_source(finding: Finding, plan: &DocumentPlan) -> Finding {
    finding.at(&plan.path).in_document(&plan.name)
}

fn in_target(finding: Finding, plan: &DocumentPlan, target: &TargetPlan) -> Finding {
    finding.at(&target.path).in_locale(&target.locale).in_document(&plan.name)
}
