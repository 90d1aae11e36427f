//! How well terms are found: sentences in nine languages whose nouns were marked by people, and hard single cases.

#![allow(missing_docs, reason = "a test suite")]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests; the table is the result")]

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use yakugo::glossary::{Glossary, Matcher};

#[allow(clippy::disallowed_methods, reason = "tests read their data themselves")]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json_lines(path: &Path) -> Vec<Value> {
    read(path).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("no text `{key}` in {value}"))
}

/// A glossary of bare terms, as somebody would paste it.
fn glossary<'t>(locale: &str, terms: impl Iterator<Item = &'t str>) -> Glossary {
    let quoted = |term: &str| term.replace('"', "\"\"");
    let row = |term: &str| format!("\"{0}\",{locale},\"{0}\",preferred", quoted(term));
    let rows = terms.map(row).collect::<Vec<_>>().join(
        "
",
    );
    let mut glossary = Glossary::default();
    assert_eq!(glossary.read("terms.csv", &format!("concept,locale,term,status\n{rows}")), []);
    glossary
}

#[derive(Default)]
struct Score {
    right: f64,
    found: f64,
    wanted: f64,
}

impl Score {
    fn f1(&self) -> f64 {
        2.0 * self.right / (self.found + self.wanted)
    }
}

/// Pairs of sentence and term: how many are found, how many should be.
fn score(folder: &Path, set: &str) -> Score {
    let terms = read(&folder.join(format!("{set}.terms.txt")));
    let glossary = glossary(set.split('_').next().unwrap(), terms.lines().filter(|line| !line.is_empty()));
    let matcher = Matcher::new(&glossary, set.split('_').next().unwrap());
    let mut score = Score::default();
    for sentence in json_lines(&folder.join(format!("{set}.jsonl"))) {
        let found: BTreeSet<&str> =
            matcher.find(text(&sentence, "text")).iter().map(|hit| hit.term.text.as_str()).collect();
        let wanted: BTreeSet<&str> =
            sentence["gold"].as_array().unwrap().iter().map(|g| text(g, "term")).collect();
        score.right += count(found.intersection(&wanted).count());
        score.found += count(found.len());
        score.wanted += count(wanted.len());
    }
    score
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap())
}

/// Set, the bar, and the best peer and sketch that were measured on all sentences.
const BARS: &[(&str, f64)] = &[
    ("en", 0.896),
    ("de", 0.896),
    ("fr", 0.863),
    ("es", 0.919),
    ("ru", 0.908),
    ("ko", 0.79),
    ("zh", 0.93),
    ("ja", 0.88),
    ("ja_luw", 0.0),
];

#[test]
fn terms_are_found_in_sentences() {
    let Some(folder) = common::data_dir().map(|dir| dir.join("terms/detect")) else { return };
    println!("set     precision recall F1    bar");
    let mut failed = Vec::new();
    let mut european = 0.0;
    for (set, bar) in BARS {
        let score = score(&folder, set);
        let f1 = score.f1();
        println!(
            "{set:7} {:.3}     {:.3}  {f1:.3} {bar:.3}",
            score.right / score.found,
            score.right / score.wanted
        );
        if ["en", "de", "fr", "es", "ru"].contains(set) {
            european += f1 / 5.0;
        }
        if f1 < *bar {
            failed.push(*set);
        }
    }
    println!("mean of en, de, fr, es, ru: {european:.3} (bar 0.905)");
    assert!(failed.is_empty() && european >= 0.905, "below the bar: {failed:?}, mean {european:.3}");
}

#[test]
fn hard_cases_are_judged_rightly() {
    let Some(folder) = common::data_dir().map(|dir| dir.join("terms/detect")) else { return };
    let cases = json_lines(&folder.join("challenge.jsonl"));
    let mut right = 0.0;
    for case in &cases {
        let (locale, term) = (text(case, "lang"), text(case, "term"));
        let others = case["others"].as_array().unwrap().iter().map(|other| other.as_str().unwrap());
        let glossary = glossary(locale, std::iter::once(term).chain(others));
        let matcher = Matcher::new(&glossary, locale);
        let found = matcher.find(text(case, "text")).iter().any(|hit| hit.term.text == term);
        if Some(found) == case["expect"].as_bool() {
            right += 1.0;
        } else {
            println!("wrong: {case}");
        }
    }
    let share = right / count(cases.len());
    println!("{right} of {} cases: {share:.3} (bar 0.95)", cases.len());
    assert!(share >= 0.95);
}
