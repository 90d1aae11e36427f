//! The article this project is for, cut as its editors want it: by segments and by sentences.

mod common;

use std::path::Path;

use snapbox::{assert_data_eq, prelude::*};
use yakugo::document::{Kind, Segment, plain};
use yakugo::text::{LineIndex, Sentences, Span, lead_in};

/// The kinds of segments.tsv in the words of the design.
fn kind_wanted(name: &str) -> &str {
    match name {
        "para" => "paragraph",
        "heading1" => "heading 1",
        "heading2" => "heading 2",
        "faq-q" => "question",
        "faq-a" => "answer",
        "item-lead" => "lead-in",
        other => other,
    }
}

fn kind_found(segment: &Segment) -> String {
    match (segment.kind, segment.level) {
        (Kind::Heading, Some(level)) => format!("heading {level}"),
        (kind, _) => kind.name().to_owned(),
    }
}

/// One line a row; `columns` are lines, kind, heading path, skeleton prefix (of paragraphs only) and text.
fn row(columns: &[&str]) -> String {
    columns.join(" | ") + "\n"
}

fn wanted(table: &str, level: &str) -> String {
    let mut rows = String::new();
    for line in table.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [of, _, start, end, kind, path, prefix, text, ..] = columns[..] else { panic!("{line}") };
        if of == level {
            let prefix = if level == "paragraph" { prefix } else { "" };
            let lines = format!("{start}-{end}");
            rows += &row(&[&lines, kind_wanted(kind), path, prefix, text]);
        }
    }
    rows
}

fn found(article: &str, sentences: Option<&Sentences>) -> String {
    let index = LineIndex::new(article);
    let mut rows = String::new();
    for segment in plain::extract(article).segments {
        let lines = format!("{}-{}", index.line(segment.block.start), index.line(segment.block.end - 1));
        let path = segment.path.join(" > ");
        let kind = kind_found(&segment);
        let escaped = |text: &str| text.replace('\n', "\\n");
        let Some(rules) = sentences else {
            let prefix = escaped(Span::new(segment.block.start, segment.span.start).of(article));
            rows += &row(&[&lines, &kind, &path, &prefix, &escaped(&segment.text)]);
            continue;
        };
        let led = segment.kind == Kind::Item && lead_in(&segment.text).is_some();
        for (number, sentence) in segment.sentences(rules).iter().enumerate() {
            let kind = if led && number == 0 { "lead-in" } else { kind.as_str() };
            rows += &row(&[&lines, kind, &path, "", &escaped(sentence.of(&segment.text))]);
        }
    }
    rows
}

#[allow(clippy::disallowed_methods, reason = "tests read their data themselves")]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn article_and_table() -> Option<(String, String)> {
    let folder = common::data_dir()?.join("article");
    Some((read(&folder.join("article.ja.txt")), read(&folder.join("segments.tsv"))))
}

#[test]
fn the_article_has_the_segments_wanted() {
    let Some((article, table)) = article_and_table() else { return };
    let wanted = wanted(&table, "paragraph");
    assert_eq!(wanted.lines().count(), 68);
    assert_data_eq!(found(&article, None), wanted.raw());
}

#[test]
fn the_article_has_the_sentences_wanted() {
    let Some((article, table)) = article_and_table() else { return };
    let wanted = wanted(&table, "sentence");
    assert_eq!(wanted.lines().count(), 107);
    assert_data_eq!(found(&article, Some(&Sentences::new("ja", &[]))), wanted.raw());
}

/// What the author should look at: one bold text over several sentences, one torn word.
#[test]
fn the_slips_of_the_article_are_reported() {
    let Some((article, _)) = article_and_table() else { return };
    let index = LineIndex::new(&article);
    let findings = plain::extract(&article).findings;
    let found: Vec<String> =
        findings.iter().map(|f| format!("{} {}", index.line(f.place.span.start), f.rule)).collect();
    assert_eq!(found, ["12 unbalanced-markup", "87 stray-space"]);
}
