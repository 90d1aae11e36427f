//! Checks: the findings of all layers, with the severities of the configuration. Rules see units and files in memory,
//! never the disk.
//!
//! A new rule about translations is a file with its `rule!` and a function `check(&Unit) -> Vec<Finding>`, and a line in
//! `OF_UNITS`. Its page in `docs/rules.md`, `yakugo explain`, the configuration, suppressions and baselines follow from
//! that.

pub mod allow;
mod baseline;
mod comparator_mismatch;
mod dnt_changed;
mod first_use;
mod fix;
mod gates;
mod impact;
mod invisible_character;
mod levels;
mod messages;
mod negation_lost;
mod number_mismatch;
mod occurrences;
mod pairs;
mod parity;
mod ratchet;
mod since;
mod source_term;
mod term_count;
mod term_deprecated;
mod term_forbidden;
mod term_inconsistent;
mod term_missing;
mod term_untranslated;
mod terms;
mod texts;
mod unit;
mod unit_mismatch;

pub use baseline::{Baseline, NotABaseline, OUTDATED_BASELINE};
pub use comparator_mismatch::COMPARATOR_MISMATCH;
pub use dnt_changed::DNT_CHANGED;
pub use first_use::FIRST_USE;
pub use fix::{Fixed, fix_article, fix_fluent};
pub use gates::{GATE, Gate, Gates};
pub use impact::{Affected, Impact, impact};
pub use invisible_character::INVISIBLE_CHARACTER;
pub use levels::{Level, Levels, Override, rule_names};
pub use negation_lost::NEGATION_LOST;
pub use number_mismatch::NUMBER_MISMATCH;
pub use occurrences::{Occurrence, Passage, Search, Use, Wanted, in_project};
pub use pairs::{PAIR_FORMAT, Pair, PairFinding, PairJudge, Side, Tmx, TsvColumns, jsonl_pair};
pub use parity::{Mismatch, Stated, mismatches};
pub use ratchet::{Ratchet, State};
pub use since::Since;
pub use source_term::SOURCE_TERM;
pub use term_count::TERM_COUNT;
pub use term_deprecated::TERM_DEPRECATED;
pub use term_forbidden::TERM_FORBIDDEN;
pub use term_inconsistent::TERM_INCONSISTENT;
pub use term_missing::TERM_MISSING;
pub use term_untranslated::TERM_UNTRANSLATED;
pub use terms::Occurrences;
pub use texts::{TextPair, slips};
pub use unit_mismatch::UNIT_MISMATCH;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::{DocumentFiles, DocumentPlan, NOT_SYNCED, TargetPlan, TermFile, Write};
use crate::finding::{Finding, Rule};
use crate::glossary::{Glossary, Hit, Judge, Matcher};
use crate::text::{Sentences, Span};
use crate::{catalog, document, fluent, glossary};
use unit::Unit;

/// A rule that looks at one translation.
type OfUnit = (Rule, fn(&Unit<'_>) -> Vec<Finding>);

/// The rules that look at one translation and its source.
const OF_UNITS: &[OfUnit] = &[(INVISIBLE_CHARACTER, invisible_character::check)];

/// The rules that hold texts to the glossary.
const OF_TERMS: &[Rule] = &[
    DNT_CHANGED,
    FIRST_USE,
    SOURCE_TERM,
    TERM_COUNT,
    TERM_DEPRECATED,
    TERM_FORBIDDEN,
    TERM_INCONSISTENT,
    TERM_MISSING,
    TERM_UNTRANSLATED,
];

/// The rules about what a translation must have in common with its source: one comparison, four rules.
const OF_PARITY: &[Rule] = &[COMPARATOR_MISMATCH, NEGATION_LOST, NUMBER_MISMATCH, UNIT_MISMATCH];

/// The rules about what was said to the checks.
const OF_CHECKS: &[Rule] = &[allow::INVALID_ALLOW, allow::UNUSED_ALLOW, GATE, OUTDATED_BASELINE];

/// All rules in groups for people, each sorted by name.
pub fn groups() -> Vec<(&'static str, Vec<Rule>)> {
    let judged = OF_TERMS.iter().chain(OF_PARITY).chain(messages::RULES).chain(texts::RULES);
    let of_units: Vec<Rule> = OF_UNITS.iter().map(|(rule, _)| rule).chain(judged).copied().collect();
    let mut groups = vec![
        ("How translations stand", catalog::RULES.to_vec()),
        ("Translations", of_units),
        ("Documents", document::RULES.to_vec()),
        ("Fluent files", fluent::rules()),
        ("Glossary", glossary::RULES.to_vec()),
        ("Bitexts (`check-pairs`)", vec![PAIR_FORMAT]),
        ("The checks themselves", OF_CHECKS.to_vec()),
    ];
    groups.iter_mut().for_each(|(_, rules)| rules.sort_by_key(|rule| rule.name));
    groups
}

/// All rules, sorted by name.
pub fn rules() -> Vec<Rule> {
    let mut rules: Vec<Rule> = groups().into_iter().flat_map(|(_, rules)| rules).collect();
    rules.sort_by_key(|rule| rule.name);
    rules
}

/// What translations are held to.
#[derive(Clone, Copy)]
pub struct Standard<'a> {
    /// The locale of the documents.
    pub source_locale: &'a str,
    /// The terms.
    pub glossary: &'a Glossary,
    /// How often a concept must be named.
    pub occurrences: Occurrences,
    /// How the sentences of the documents are told apart.
    pub sentences: &'a Sentences,
    /// The files of terms that there are, to which messages may refer.
    pub term_files: &'a [TermFile],
}

/// What is wrong with the translations of some plans, and with the words of their sources. `files` are those that the
/// plans were made from, in the same order; findings point into the translators' files.
pub fn translations(
    plans: &[DocumentPlan],
    files: &[DocumentFiles],
    standard: &Standard<'_>,
) -> Vec<Finding> {
    let &Standard { source_locale, glossary, .. } = standard;
    let judges = judges(plans, glossary, source_locale);
    let source_terms = Matcher::new(glossary, source_locale);
    let of_document = |(plan, files): (&DocumentPlan, &DocumentFiles)| {
        let text = files.document.text.as_deref().unwrap_or_default();
        let mut findings = source_term::check(plan, text, glossary, &source_terms);
        // Read once for all locales.
        let sources: Vec<(Stated<'_>, Vec<Hit<'_>>)> = plan
            .sources
            .iter()
            .map(|source| (Stated::new(&source.text, source_locale), source_terms.find(&source.text)))
            .collect();
        for target in &plan.targets {
            let text = target_text(files, target);
            for (at, unit) in Unit::of(plan, target, text) {
                findings.extend(OF_UNITS.iter().flat_map(|(_, check)| check(&unit)));
                let Some((stated, _)) = sources.get(at) else { continue };
                findings.extend(parity::check(&unit, stated));
            }
            if let Some(judge) = judges.get(target.locale.as_str()) {
                let read = Unit::of(plan, target, text)
                    .filter_map(|(at, unit)| terms::Read::new(unit, judge, &sources.get(at)?.1));
                findings.extend(terms::check(&read.collect::<Vec<_>>(), judge, standard));
            }
        }
        findings
    };
    let mut findings: Vec<Finding> = plans.par_iter().zip(files).flat_map_iter(of_document).collect();
    let terms =
        standard.term_files.iter().map(|file| (file.locale.as_str(), file.resource(glossary))).collect();
    findings.extend(messages::findings(plans, files, glossary, &terms, source_locale));
    findings.extend(texts::inconsistent(plans));
    findings
}

/// A judge for every locale of some plans.
fn judges<'a>(
    plans: &'a [DocumentPlan],
    glossary: &'a Glossary,
    source_locale: &str,
) -> BTreeMap<&'a str, Judge<'a>> {
    let mut judges = BTreeMap::new();
    for locale in plans.iter().flat_map(|plan| &plan.targets).map(|target| target.locale.as_str()) {
        judges.entry(locale).or_insert_with(|| Judge::new(glossary, source_locale, locale));
    }
    judges
}

/// The text of a translator's file; empty if there is none yet.
fn target_text<'a>(files: &'a DocumentFiles, target: &TargetPlan) -> &'a str {
    let file = files.targets.iter().find(|files| files.locale == target.locale);
    file.and_then(|file| file.ftl.text.as_deref()).unwrap_or_default()
}

/// The files of terms that `sync` would change.
pub fn of_term_files(files: &[TermFile], glossary: &Glossary) -> Vec<Finding> {
    let write = |file: &TermFile| Some(unsynced(&file.write(glossary)?).in_locale(&file.locale));
    files.iter().filter_map(write).collect()
}

/// What is to be said about some plans: the state of units, and the files that `sync` would change.
pub fn findings(plans: &[DocumentPlan]) -> Vec<Finding> {
    let mut all = Vec::new();
    for plan in plans {
        all.extend(plan.findings.iter().cloned());
        all.extend(plan.writes.iter().map(|write| unsynced(write).in_document(&plan.name)));
        for target in &plan.targets {
            all.extend(target.findings.iter().cloned());
            let writes = target.writes.iter().map(unsynced);
            all.extend(writes.map(|finding| finding.in_document(&plan.name).in_locale(&target.locale)));
        }
    }
    all.dedup();
    all
}

/// Puts findings in the order of files.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| (&a.place, a.rule, &a.id).cmp(&(&b.place, b.rule, &b.id)));
}

fn unsynced(write: &Write) -> Finding {
    let what = match (&write.old, &write.new, &write.from) {
        (_, _, Some(from)) => format!("rename {from} to this"),
        (None, _, _) => "make this file".to_owned(),
        (_, None, _) => "remove this file".to_owned(),
        _ => "change this file".to_owned(),
    };
    let message = format!("`yakugo sync` would {what}: run it and commit the result");
    Finding::new(&NOT_SYNCED, Span::default(), message).at(&write.path)
}
