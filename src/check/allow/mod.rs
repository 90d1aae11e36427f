//! What people allow in the files themselves: `yakugo: allow RULE — reason`.
//!
//! An allowance hides a finding and nothing else: it changes no state, no count and no gate. What follows from the state
//! of a translation cannot be allowed, because there is an answer to it.

mod directive;
mod invalid;
mod place;
mod unused;

pub use invalid::INVALID_ALLOW;
pub use unused::UNUSED_ALLOW;

use std::collections::HashMap;

use crate::catalog::{self, DocumentFiles, DocumentPlan, FileText, Origin};
use crate::finding::{Finding, Place};
use crate::text::{Span, did_you_mean};
use place::Allow;

/// The allowances of a project. `files` are those that the plans were made from, in the same order.
pub fn in_project<'a>(
    plans: &[DocumentPlan],
    files: &'a [DocumentFiles],
    glossary: &'a [FileText],
) -> Allowances<'a> {
    let mut allowances = in_glossary(glossary);
    for (plan, files) in plans.iter().zip(files) {
        let text = files.document.text.as_deref().unwrap_or_default();
        let in_document = match files.origin {
            Origin::Fluent => place::in_fluent(text),
            Origin::Article(_) => {
                let texts: Vec<Span> = plan.sources.iter().map(|source| source.span).collect();
                place::in_document(text, &texts)
            }
        };
        allowances.add(&files.document.path, in_document, |finding| finding.in_document(&files.name));
        for target in &files.targets {
            let text = target.ftl.text.as_deref().unwrap_or_default();
            let about = |finding: Finding| finding.in_document(&files.name).in_locale(&target.locale);
            allowances.add(&target.ftl.path, place::in_fluent(text), about);
        }
    }
    allowances
}

/// The allowances of some glossary files.
pub fn in_glossary(files: &[FileText]) -> Allowances<'_> {
    let mut allowances = Allowances::default();
    for file in files {
        let in_file = place::in_rows(file.text.as_deref().unwrap_or_default());
        allowances.add(&file.path, in_file, |finding| finding);
    }
    allowances
}

/// What is allowed, and where.
#[derive(Debug, Default)]
pub struct Allowances<'a> {
    /// By path: the rule, what it reaches, and where it stands in `unused`.
    by_path: HashMap<&'a str, Vec<(&'a str, Span, usize)>>,
    /// The rule, and what is to be said if nothing needs the allowance.
    unused: Vec<(&'a str, Option<Finding>)>,
    invalid: Vec<Finding>,
}

impl<'a> Allowances<'a> {
    fn add(&mut self, path: &'a str, allows: Vec<Allow<'a>>, about: impl Fn(Finding) -> Finding) {
        for Allow { directive, span, reach } in allows {
            match problem(&directive, reach) {
                Ok(reach) => {
                    let message = format!(
                        "nothing to allow here: `{}` reports nothing about what stands below; delete this comment",
                        directive.rule
                    );
                    let finding = Finding::new(&UNUSED_ALLOW, span, message).at(path);
                    self.by_path.entry(path).or_default().push((directive.rule, reach, self.unused.len()));
                    self.unused.push((directive.rule, Some(about(finding))));
                }
                Err(message) => {
                    self.invalid.push(about(Finding::new(&INVALID_ALLOW, span, message).at(path)));
                }
            }
        }
    }

    /// The findings without those that are allowed, with one for every allowance that is not understood, or that allows
    /// nothing although its rule was `looked_for`.
    pub fn apply(mut self, findings: Vec<Finding>, looked_for: impl Fn(&str) -> bool) -> Vec<Finding> {
        let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
        for finding in findings {
            let places = [Some(&finding.place), finding.source.as_ref()];
            let used: Vec<usize> =
                places.into_iter().flatten().flat_map(|place| self.reaching(&finding, place)).collect();
            if used.is_empty() {
                kept.push(finding);
            }
            for number in used {
                self.unused[number].1 = None;
            }
        }
        kept.extend(self.invalid);
        let unused = self.unused.into_iter().filter(|(rule, _)| looked_for(rule));
        kept.extend(unused.filter_map(|(_, finding)| finding));
        kept
    }

    /// The allowances that reach a finding at a place.
    fn reaching(&self, finding: &Finding, place: &Place) -> Vec<usize> {
        let here = self.by_path.get(place.path.as_str()).into_iter().flatten();
        here.filter(|(rule, reach, _)| {
            *rule == finding.rule && (reach.start..=reach.end).contains(&place.span.start)
        })
        .map(|(_, _, number)| *number)
        .collect()
    }
}

/// What an allowance reaches, or why it allows nothing.
fn problem(directive: &directive::Directive<'_>, reach: Option<Span>) -> Result<Span, String> {
    let rules = super::rules();
    let rule = directive.rule;
    if rule.is_empty() {
        return Err(
            "this comment names no rule: write `yakugo: allow RULE — reason`; `yakugo rules` lists them"
                .into(),
        );
    }
    if !rules.iter().any(|known| known.name == rule) {
        let hint = did_you_mean(rule, rules.iter().map(|rule| rule.name));
        return Err(format!("there is no rule `{rule}`{hint}"));
    }
    if catalog::RULES.iter().any(|known| known.name == rule) {
        return Err(format!(
            "`{rule}` cannot be allowed, because it says how a translation stands; `yakugo explain {rule}` says what to \
             do instead"
        ));
    }
    if directive.reason.is_empty() {
        return Err(format!("say why: `yakugo: allow {rule} — reason`; until then nothing is allowed"));
    }
    reach.ok_or_else(|| {
        "this comment is about nothing: put it right above a text, or write it with ### for the whole file".to_owned()
    })
}
