//! What another glossary means for the translations: which units are no longer right, and which became right.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::catalog::{DocumentFiles, DocumentPlan};
use crate::check::unit::Unit;
use crate::check::{judges, source_term, target_text, terms};
use crate::finding::Finding;
use crate::glossary::{Glossary, Hit, Matcher, Verdict};
use crate::text::Span;

/// One thing that two glossaries judge differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affected {
    /// The concept.
    pub concept: String,
    /// What is wrong with the unit, or was.
    pub finding: Finding,
    /// The source text.
    pub source: String,
    /// Where the source names the concept, in bytes of it.
    pub source_span: Option<Span>,
    /// The translation; none where a source text itself is judged.
    pub translation: Option<String>,
    /// What is wrong in the translation, in bytes of it.
    pub translation_span: Option<Span>,
}

/// The difference that a glossary makes, in the order of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Impact {
    /// What was right under the old glossary and is not under the new one.
    pub wrong: Vec<Affected>,
    /// What was not right under the old glossary and is under the new one.
    pub right: Vec<Affected>,
}

/// Judges every translation, and the words of every source text, by two glossaries. `files` are those that the plans
/// were made from, in the same order. Compared are concepts: what was wrong for one reason and is for another, is no
/// difference.
pub fn impact(
    plans: &[DocumentPlan],
    files: &[DocumentFiles],
    source_locale: &str,
    [old, new]: [&Glossary; 2],
) -> Impact {
    let [before, after] =
        [old, new].map(|glossary| plans.par_iter().zip(files).map(judged_by(plans, glossary, source_locale)));
    let pairs: Vec<(Vec<Affected>, Vec<Affected>)> = before.zip(after).collect();
    let mut impact = Impact::default();
    for (before, after) in pairs {
        let (were, are) = (keys(&before), keys(&after));
        impact.wrong.extend(after.iter().filter(|it| !were.contains(&key(it))).cloned());
        impact.right.extend(before.iter().filter(|it| !are.contains(&key(it))).cloned());
    }
    impact
}

/// What makes two judgements one: locale, unit and concept.
type Key<'a> = (Option<&'a str>, Option<&'a str>, &'a str);

fn key(affected: &Affected) -> Key<'_> {
    (affected.finding.locale.as_deref(), affected.finding.id.as_deref(), &affected.concept)
}

fn keys(all: &[Affected]) -> BTreeSet<Key<'_>> {
    all.iter().map(key).collect()
}

/// All that a glossary finds wrong in one document.
fn judged_by<'a>(
    plans: &'a [DocumentPlan],
    glossary: &'a Glossary,
    source_locale: &str,
) -> impl Fn((&DocumentPlan, &DocumentFiles)) -> Vec<Affected> + Sync + use<'a> {
    let judges = judges(plans, glossary, source_locale);
    let source_terms = Matcher::new(glossary, source_locale);
    move |(plan, files)| {
        let text = files.document.text.as_deref().unwrap_or_default();
        let of_source = source_term::found(plan, text, glossary, &source_terms);
        let mut all: Vec<Affected> = of_source
            .map(|(source, hit, finding)| Affected {
                concept: hit.term.concept.clone(),
                finding,
                source: source.text.to_string(),
                source_span: Some(hit.span),
                translation: None,
                translation_span: None,
            })
            .collect();
        let named: Vec<Vec<Hit<'_>>> =
            plan.sources.iter().map(|source| source_terms.find(&source.text)).collect();
        for target in &plan.targets {
            let Some(judge) = judges.get(target.locale.as_str()) else { continue };
            let units = Unit::of(plan, target, target_text(files, target));
            for read in units.filter_map(|(at, unit)| terms::Read::new(unit, judge, named.get(at)?)) {
                let verdicts = read.reading.verdicts();
                all.extend(verdicts.iter().map(|verdict| affected(&read.unit, verdict)));
            }
        }
        all
    }
}

fn affected(unit: &Unit<'_>, verdict: &Verdict<'_>) -> Affected {
    Affected {
        concept: verdict.concept().to_owned(),
        finding: terms::judged(unit, verdict),
        source: unit.source.text.to_string(),
        source_span: verdict.source().map(|hit| hit.span),
        translation: Some(unit.translation.to_owned()),
        translation_span: verdict.span(),
    }
}
