//! Changes of markup carried into translations, scored on what human translators did with the same edits.
//!
//! `YAKUGO_DATA=… cargo test --test propagate -- --nocapture` prints the figures.

#![allow(missing_docs, reason = "a test suite")]
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::disallowed_methods, reason = "helpers of tests")]

mod common;

use yakugo::carry::{ChangeKind, classify, propagate};

/// A block of a document before and after an edit, in the source and as translated by a person.
struct Row {
    change: String,
    old: String,
    new: String,
    before: String,
    after: String,
}

fn rows() -> Option<Vec<Row>> {
    let text = std::fs::read_to_string(common::data_dir()?.join("propagate/react-ja.tsv")).unwrap();
    let row = |line: &str| {
        let fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let [_, _, _, _, change, _, _, old, new, before, after]: [String; 11] = fields.try_into().unwrap();
        Row { change, old, new, before, after }
    };
    Some(text.lines().skip(1).map(row).collect())
}

/// What `sync` would do with a row.
fn carried(row: &Row) -> Option<String> {
    let is_markup = classify(&row.old, &row.new).kind == ChangeKind::Markup;
    propagate(&row.old, &row.new, &row.before).filter(|_| is_markup)
}

#[test]
fn edits_of_markup_are_carried_as_people_did() {
    let Some(rows) = rows() else { return };
    println!("{:18}{:>6}{:>9}{:>7}{:>7}{:>9}", "edit", "rows", "markup", "acts", "exact", "differs");
    for change in ["markup/link only", "punct/case only", "words"] {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.change == change).collect();
        let markup =
            rows.iter().filter(|row| classify(&row.old, &row.new).kind == ChangeKind::Markup).count();
        let acted: Vec<(&Row, String)> = rows.iter().filter_map(|row| Some((*row, carried(row)?))).collect();
        let exact = acted.iter().filter(|(row, text)| *text == row.after).count();
        let (acts, differs) = (acted.len(), acted.len() - exact);
        println!("{change:18}{:>6}{markup:>9}{acts:>7}{exact:>7}{differs:>9}", rows.len());
        if change == "markup/link only" {
            assert!(exact >= 66, "{exact}");
            assert!(differs * 100 <= acts * 6, "{differs} of {acts}");
        } else {
            assert_eq!(acts, 0, "{change}");
        }
    }
}
