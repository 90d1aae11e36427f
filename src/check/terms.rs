//! The glossary's rules about translations: what the verdicts on one come to, and on all of a document.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::check::parity::Mismatch;
use crate::check::unit::Unit;
use crate::check::{
    Standard, dnt_changed, first_use, term_count, term_deprecated, term_forbidden, term_inconsistent,
    term_missing, term_untranslated,
};
use crate::finding::{Edit, Finding, Fix};
use crate::glossary::{Fewer, Hit, Judge, Reading, Term, TermStatus, Verdict, replacement};

/// How often a translation has to name a concept that its source names several times. Naming it less often than the
/// source is worth a note in any case.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Occurrences {
    /// Once: a translation joins sentences and uses pronouns.
    #[default]
    Segment,
    /// Once for every sentence of the source that names it.
    Sentence,
    /// As often as the source.
    Each,
}

/// A translation that answers its source, with the terms of both.
pub(super) struct Read<'a> {
    pub(super) unit: Unit<'a>,
    pub(super) reading: Reading<'a, 'a, 'a>,
}

impl<'a> Read<'a> {
    /// `named` are the terms of the source. What is wrong with a stale translation may be right for the text that it
    /// answers: it is not read.
    pub(super) fn new(unit: Unit<'a>, judge: &'a Judge<'a>, named: &[Hit<'a>]) -> Option<Self> {
        let reading = || judge.read_named(named, &unit.source.text, unit.translation);
        unit.answers_the_source().then(|| Self { unit, reading: reading() })
    }
}

/// What the glossary says of the translations of one document into one locale, in the order of the document.
pub(super) fn check(read: &[Read<'_>], judge: &Judge<'_>, standard: &Standard<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for Read { unit, reading } in read {
        findings.extend(reading.verdicts().iter().map(|verdict| judged(unit, verdict)));
        findings.extend(reading.fewer().iter().map(|fewer| counted(unit, fewer, standard)));
    }
    findings.extend(term_inconsistent::check(read));
    findings.extend(first_use::check(read, judge));
    findings
}

/// The finding that a verdict comes to, with the word that would settle it.
pub(super) fn judged(unit: &Unit<'_>, verdict: &Verdict<'_>) -> Finding {
    let finding = unit.mismatch(mismatch(verdict, &unit.source.text, unit.translation));
    let fix = match verdict {
        Verdict::Unwanted { hit, source, expected } => replaced(unit, hit, expected, source.is_some()),
        Verdict::Altered { source, found: Some(span) } => {
            let edit = |span| Edit { span, text: source.term.text.clone() };
            unit.in_file(*span).map(|span| Fix { safe: true, edits: vec![edit(span)] })
        }
        _ => None,
    };
    with_fix(finding, fix)
}

/// What a verdict on a text and its translation comes to. What nobody has decided yet is no more than a note.
pub(super) fn mismatch(verdict: &Verdict<'_>, source: &str, translation: &str) -> Mismatch {
    match verdict {
        Verdict::Unwanted { hit, expected, .. } if hit.term.status == TermStatus::Deprecated => {
            term_deprecated::mismatch(translation, hit, expected)
        }
        Verdict::Unwanted { hit, expected, .. } => term_forbidden::mismatch(translation, hit, expected),
        Verdict::Missing { source: hit, expected, draft } => {
            term_missing::mismatch(source, hit, expected, *draft)
        }
        Verdict::Untranslated { hit, expected, draft, .. } => {
            term_untranslated::mismatch(translation, hit, expected, *draft)
        }
        Verdict::Altered { source: hit, found } => dnt_changed::mismatch(translation, hit, *found),
    }
}

/// A concept that is named less often than in the source: too seldom, or seldom enough to look at.
fn counted(unit: &Unit<'_>, fewer: &Fewer<'_>, standard: &Standard<'_>) -> Finding {
    let text = &unit.source.text;
    let required = match standard.occurrences {
        Occurrences::Segment => 1,
        Occurrences::Each => fewer.uses.len(),
        Occurrences::Sentence => {
            let has_use = |start: usize, end: usize| {
                fewer.uses.iter().any(|hit| (start..end).contains(&hit.span.start))
            };
            let sentences = standard.sentences.split(text);
            sentences.iter().filter(|sentence| has_use(sentence.start, sentence.end)).count()
        }
    };
    if fewer.renderings < required {
        term_missing::too_few(unit, fewer, required)
    } else {
        term_count::finding(unit, fewer)
    }
}

/// The preferred term in the place of a word. It is safe where the source names the concept and nothing around the word
/// has to change with it.
pub(super) fn replaced(unit: &Unit<'_>, hit: &Hit<'_>, expected: &[&Term], is_named: bool) -> Option<Fix> {
    let new = replacement(hit, unit.translation, expected)?;
    let edit = Edit { span: unit.in_file(new.span)?, text: new.text };
    Some(Fix { safe: new.certain && is_named, edits: vec![edit] })
}

pub(super) fn with_fix(finding: Finding, fix: Option<Fix>) -> Finding {
    fix.into_iter().fold(finding, Finding::fix)
}

/// What to say about a word that should not be used: the word, its term, and the terms to use.
pub(super) fn unwanted(word: &str, term: &Term, expected: &[&Term], what: &str) -> String {
    let reason = match term.reason.as_str() {
        "" => String::new(),
        reason => format!(" ({})", reason.trim_end_matches('.')),
    };
    let instead = match expected {
        [] => "find another word".to_owned(),
        expected => format!("use {}", joined(expected)),
    };
    format!("`{word}` is {what} for the concept {}{reason}: {instead}", term.concept)
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
    use crate::catalog::{self, Answers, Date, DocumentFiles, FileText, Origin, Settings, TargetFiles};
    use crate::check::translations;
    use crate::document::{Format, Options};
    use crate::glossary::Glossary;
    use crate::text::Sentences;

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
            policy: crate::catalog::Policy::default(),
            answers: &answers,
        };
        let file = |path: &str| FileText::new(path, None);
        let mut files = vec![DocumentFiles {
            name: "a".to_owned(),
            origin: Origin::Article(Format::Markdown),
            document: FileText::new("a.md", Some(source.to_owned())),
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
        let standard = Standard {
            source_locale: "ja",
            glossary: &glossary,
            occurrences: Occurrences::Segment,
            sentences: &Sentences::new("ja", &[]),
            term_files: &[],
        };
        let findings = translations(&plans, &files, &standard);
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
