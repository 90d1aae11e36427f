//! The project's own glossary keeps its promises.

#![allow(missing_docs, reason = "a test suite")]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::path::Path;

use yakugo::finding::Severity;
use yakugo::glossary::Glossary;

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
