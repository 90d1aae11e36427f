//! Every rule is declared once, registered, and explained to people.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads files and may fail")]

use std::fs;
use std::path::{Path, PathBuf};

use snapbox::{assert_data_eq, file};
use yakugo::{check, report};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// `SNAPSHOTS=overwrite cargo test --test rules` writes the page anew.
#[test]
fn the_page_of_rules_is_current() {
    assert_data_eq!(report::rules_markdown(), file!["../docs/rules.md"].raw());
}

#[test]
fn every_declared_rule_is_registered_once() {
    let declared = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).into_iter().map(|path| {
        let text = fs::read_to_string(path).unwrap();
        text.lines().filter(|line| *line == "rule! {").count()
    });
    let names: Vec<&str> = check::rules().iter().map(|rule| rule.name).collect();
    assert_eq!(
        declared.sum::<usize>(),
        names.len(),
        "a rule is declared and in no list of `check`: {names:?}"
    );
    assert!(names.windows(2).all(|pair| pair[0] < pair[1]), "a name stands twice: {names:?}");
}

#[test]
fn every_rule_says_what_why_for_example_and_what_to_do() {
    for rule in check::rules() {
        let name = rule.name;
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{name} is not in kebab-case");
        let paragraphs = rule.paragraphs();
        let heads: Vec<&str> =
            paragraphs.iter().skip(1).map(|text| text.split(' ').next().unwrap_or_default()).collect();
        assert_eq!(heads, ["Why:", "Example:", "Fix:"], "the doc comment of {name}");
        assert!(paragraphs.iter().all(|text| text.ends_with(['.', '`'])), "{name}: a sentence has no end");
        assert!(rule.summary().ends_with('.'), "{name}: the first paragraph is one sentence");
    }
}
