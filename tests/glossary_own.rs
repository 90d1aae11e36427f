//! The project's own glossary keeps its promises.

#![allow(missing_docs, reason = "a test suite")]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use yakugo::finding::Severity;
use yakugo::glossary::{Glossary, TbxStyle, write_tbx};

#[allow(clippy::disallowed_methods, reason = "tests read their data themselves")]
fn medical() -> Glossary {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary/medical.csv");
    let text = std::fs::read_to_string(path).unwrap();
    let mut glossary = Glossary::default();
    assert_eq!(glossary.read("glossary/medical.csv", &text), []);
    glossary
}

#[test]
fn every_example_holds() {
    let glossary = medical();
    assert!(glossary.example_count() > 500);
    assert_eq!(glossary.test_examples(), []);
}

#[test]
fn nothing_graver_than_a_note_is_found() {
    let grave: Vec<_> =
        medical().hygiene().into_iter().filter(|finding| finding.severity > Severity::Note).collect();
    assert_eq!(grave, []);
}

/// Needs `YAKUGO_PYTHON`: an interpreter with translate-toolkit (tests/python/requirements.txt).
#[test]
#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn another_program_reads_our_tbx() {
    let Some(python) = std::env::var_os("YAKUGO_PYTHON") else {
        eprintln!("skipped: YAKUGO_PYTHON names no interpreter that has translate-toolkit");
        return;
    };
    let glossary = medical();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/python/tbx_terms.py");
    let mut child =
        Command::new(python).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let tbx = write_tbx(&glossary, TbxStyle::V2);
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || input.write_all(tbx.as_bytes()));
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    writer.join().unwrap().unwrap();
    let read: Vec<serde_json::Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let concepts = glossary.concepts_of("");
    let first = |concept: &yakugo::glossary::Concept<'_>, locale: &str| {
        concept.terms.iter().find(|term| term.locale == locale).map(|term| term.text.clone())
    };
    let expected: Vec<serde_json::Value> = concepts
        .iter()
        .map(|concept| serde_json::json!({ "id": concept.id, "source": first(concept, "ja"), "target": first(concept, "en") }))
        .collect();
    assert_eq!(read, expected);
}
