//! The glossary's rules: what the verdicts on a translation come to.

use crate::check::unit::Unit;
use crate::check::{term_deprecated, term_forbidden, term_missing};
use crate::finding::Finding;
use crate::glossary::{Hit, Judge, Term, TermStatus, Verdict};

/// What the glossary says of a translation.
pub(super) fn check(unit: &Unit<'_>, judge: &Judge<'_>) -> Vec<Finding> {
    if !unit.answers_the_source() {
        return Vec::new();
    }
    judge.judge(&unit.source.text, unit.translation).iter().map(|verdict| judged(unit, verdict)).collect()
}

fn judged(unit: &Unit<'_>, verdict: &Verdict<'_>) -> Finding {
    match verdict {
        Verdict::Unwanted { hit, expected, .. } if hit.term.status == TermStatus::Deprecated => {
            term_deprecated::finding(unit, hit, expected)
        }
        Verdict::Unwanted { hit, expected, .. } => term_forbidden::finding(unit, hit, expected),
        Verdict::Missing { source, expected, draft } => term_missing::finding(unit, source, expected, *draft),
    }
}

/// What to say about a word that should not be used.
pub(super) fn unwanted(unit: &Unit<'_>, hit: &Hit<'_>, expected: &[&Term], what: &str) -> String {
    let word = hit.span.of(unit.translation);
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
    use crate::catalog::{self, Answers, Date, DocumentFiles, FileText, Origin, Settings, TargetFiles};
    use crate::check::translations;
    use crate::document::{Format, Options};
    use crate::glossary::Glossary;

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
        let findings = translations(&plans, &files, &glossary, &[], "ja");
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
