//! The glossary's rules over all units of a project.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::catalog::{DocumentFiles, DocumentPlan, SourceUnit, Status, TargetPlan};
use crate::check::{term_deprecated, term_forbidden, term_missing};
use crate::finding::{Finding, Place, Rule};
use crate::glossary::{Glossary, Hit, Judge, Term, TermStatus, Verdict};
use crate::text::Span;

/// What the glossary says of the translations of some plans. `files` are those that the plans were made from, in the
/// same order; findings point into the translators' files.
///
/// Only translations that answer the source as it stands are judged: what is wrong with a stale one may be right for
/// the text it answers.
pub fn terms(
    plans: &[DocumentPlan],
    files: &[DocumentFiles],
    glossary: &Glossary,
    source_locale: &str,
) -> Vec<Finding> {
    let locales: Vec<&str> = plans.iter().flat_map(|plan| &plan.targets).map(|t| t.locale.as_str()).collect();
    let judges: BTreeMap<&str, Judge<'_>> = locales
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(|locale| (locale, Judge::new(glossary, source_locale, locale)))
        .collect();
    plans
        .par_iter()
        .zip(files)
        .flat_map_iter(|(plan, files)| {
            let judges = &judges;
            plan.targets.iter().flat_map(move |target| {
                let text = files
                    .targets
                    .iter()
                    .find(|f| f.locale == target.locale)
                    .and_then(|f| f.ftl.text.as_deref());
                let judge = judges.get(target.locale.as_str());
                judge.map(|judge| document(plan, target, text.unwrap_or_default(), judge)).unwrap_or_default()
            })
        })
        .collect()
}

fn document(plan: &DocumentPlan, target: &TargetPlan, text: &str, judge: &Judge<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (source, unit) in plan.sources.iter().zip(&target.units) {
        let (Some(translation), Status::Fresh | Status::Unrecorded) = (&unit.translation, &unit.status)
        else {
            continue;
        };
        let here =
            Unit { plan, target, source, translation, file: text, place: unit.place.unwrap_or_default() };
        findings.extend(judge.judge(&source.text, translation).iter().map(|verdict| here.judged(verdict)));
    }
    findings
}

/// A translation, and where its finding is to point.
pub(super) struct Unit<'a> {
    plan: &'a DocumentPlan,
    target: &'a TargetPlan,
    source: &'a SourceUnit,
    translation: &'a str,
    /// The translator's file.
    file: &'a str,
    /// The message in it.
    place: Span,
}

impl Unit<'_> {
    pub(super) fn source_text(&self) -> &str {
        &self.source.text
    }

    pub(super) fn translation(&self) -> &str {
        self.translation
    }

    fn judged(&self, verdict: &Verdict<'_>) -> Finding {
        match verdict {
            Verdict::Unwanted { hit, expected, .. } if hit.term.status == TermStatus::Deprecated => {
                term_deprecated::finding(self, hit, expected)
            }
            Verdict::Unwanted { hit, expected, .. } => term_forbidden::finding(self, hit, expected),
            Verdict::Missing { source, expected, draft } => {
                term_missing::finding(self, source, expected, *draft)
            }
        }
    }

    /// A finding about the unit, at some bytes of its translation if it is about those.
    pub(super) fn finding(&self, rule: &Rule, span: Option<Span>, message: String) -> Finding {
        let span = span.and_then(|span| self.in_file(span)).unwrap_or(self.place);
        let source = Place { path: self.plan.path.clone(), span: self.source.span };
        let finding = Finding::new(rule, span, message).at(&self.target.path);
        let finding =
            finding.in_locale(&self.target.locale).in_document(&self.plan.name).unit(&self.source.id);
        Finding { source: Some(source), ..finding }
    }

    /// Where a piece of the translation stands in the file: the same occurrence of the same bytes. A piece that the
    /// file writes otherwise (escapes, a line break with its indentation) has no place of its own.
    fn in_file(&self, span: Span) -> Option<Span> {
        let piece = span.of(self.translation);
        let before = self.translation.get(..span.start)?.matches(piece).count();
        let message = self.place.of(self.file);
        // Notes above the message quote the source; the text begins behind its id.
        let head = format!("{} =", self.source.id);
        let text = message.rfind(&head)? + head.len();
        let (at, _) = message.get(text..)?.match_indices(piece).nth(before)?;
        let start = self.place.start + text + at;
        Some(Span::new(start, start + piece.len()))
    }
}

/// What to say about a word that should not be used.
pub(super) fn unwanted(unit: &Unit<'_>, hit: &Hit<'_>, expected: &[&Term], what: &str) -> String {
    let word = hit.span.of(unit.translation());
    let reason = match hit.term.reason.as_str() {
        "" => String::new(),
        reason => format!(" ({})", reason.trim_end_matches('.')),
    };
    let instead = match expected {
        [] => "find another word".to_owned(),
        expected => format!("use {}", joined(expected)),
    };
    format!("`{word}` is {what} for the concept {}{reason}: {instead}", hit.term.concept)
}

/// Terms as a list for people: the preferred ones, or all if there are none.
pub(super) fn joined(terms: &[&Term]) -> String {
    let preferred: Vec<&&Term> = terms.iter().filter(|term| term.status == TermStatus::Preferred).collect();
    let shown = if preferred.is_empty() { terms.iter().collect() } else { preferred };
    let quoted: Vec<String> = shown.iter().map(|term| format!("`{}`", term.text)).collect();
    quoted.join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{self, Answers, Date, FileText, Origin, Settings, TargetFiles};
    use crate::document::{Format, Options};

    const ROWS: &str = "concept,locale,term,status,reason\n\
        exosome,ja,エクソソーム,preferred,\nexosome,en,exosome,preferred,\n\
        exosome,en,exome,forbidden,The coding part of the genome.\nexosome,en,exosomal body,deprecated,\n\
        organ,ja,臓器,draft,\norgan,en,organ,draft,\n";

    /// The findings for one paragraph and its translation, which is recorded as the answer to it.
    fn found(source: &str, translation: &str) -> Vec<(Finding, String)> {
        let (glossary, answers) = (
            {
                let mut glossary = Glossary::default();
                assert_eq!(glossary.read("a.csv", ROWS), []);
                glossary
            },
            Answers::default(),
        );
        let settings = Settings {
            document: Options::default(),
            source_locale: "ja",
            today: Date::from_epoch(0),
            glossary: &glossary,
            answers: &answers,
        };
        let file = |path: &str| FileText { path: path.to_owned(), text: None };
        let mut files = vec![DocumentFiles {
            name: "a".to_owned(),
            origin: Origin::Article(Format::Markdown),
            document: FileText { path: "a.md".to_owned(), text: Some(source.to_owned()) },
            source: file("ja/a.ftl"),
            past: file("ja/a.past.tsv"),
            targets: vec![TargetFiles {
                locale: "en".to_owned(),
                ftl: file("en/a.ftl"),
                ledger: file("en/a.ledger.tsv"),
                attic: file("en/a.attic.ftl"),
            }],
        }];
        let id = catalog::plan(&files, &settings)[0].sources[0].id.clone();
        files[0].targets[0].ftl.text = Some(format!("# an exome in a comment\n{id} = {translation}\n"));
        let plans = catalog::plan(&files, &settings);
        let findings = terms(&plans, &files, &glossary, "ja");
        let text = files[0].targets[0].ftl.text.clone().unwrap_or_default();
        findings
            .into_iter()
            .map(|f| {
                let piece = f.place.span.of(&text).to_owned();
                (f, piece)
            })
            .collect()
    }

    #[test]
    fn findings_point_at_the_word() {
        let check = |source: &str, translation: &str, expected: &[(&str, &str, &str)]| {
            let found = found(source, translation);
            let seen: Vec<(&str, &str, &str)> =
                found.iter().map(|(f, piece)| (f.rule, f.severity.name(), piece.as_str())).collect();
            assert_eq!(seen, expected, "{translation}");
        };
        check("エクソソームである。\n", "An exosome.", &[]);
        check(
            "エクソソームである。\n",
            "Exomes and an exome.",
            &[("term-forbidden", "warning", "Exomes"), ("term-forbidden", "warning", "exome")],
        );
        check(
            "エクソソームである。\n",
            "Exosomal bodies.",
            &[("term-deprecated", "note", "Exosomal bodies")],
        );
        check("本である。\n", "An exome.", &[]);
        assert_eq!(found("エクソソームである。\n", "A sac.")[0].0.rule, "term-missing");
        assert_eq!(found("臓器である。\n", "A sac.")[0].0.severity.name(), "note");
    }

    #[test]
    fn messages_say_what_to_use_and_why() {
        let found = found("エクソソームである。\n", "An exome.");
        assert_eq!(
            found[0].0.message,
            "`exome` is forbidden for the concept exosome (The coding part of the genome): use `exosome`"
        );
        assert_eq!(found[0].0.source.as_ref().map(|place| place.path.as_str()), Some("a.md"));
    }
}
