//! How often the glossary's judgement of a translation is right: medical sentences in English and French whose terms
//! people marked; the violations were made by putting another term in the place of the right one.

#![allow(missing_docs, reason = "a test suite")]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests; the table is the result")]

mod common;

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use yakugo::glossary::{Glossary, Judge};

#[allow(clippy::disallowed_methods, reason = "tests read their data themselves")]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("no text `{key}` in {value}"))
}

/// Whether the row is reported when its own terms are the whole glossary. The word that people marked in the source is
/// listed as a form of the source term (`quarantined` of `quarantine`): found or not, it is what is judged here.
fn is_reported(row: &Value) -> bool {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut rows = "concept,locale,term,status,forms\n".to_owned();
    for (number, term) in row["terms"].as_array().unwrap().iter().enumerate() {
        let [source, marked] = ["src", "src_surface"].map(|key| quoted(text(term, key)));
        let target = quoted(text(term, "tgt"));
        let _ = write!(rows, "{number},en,{source},preferred,{marked}\n{number},fr,{target},preferred,\n");
    }
    let mut glossary = Glossary::default();
    assert_eq!(glossary.read("terms.csv", &rows), []);
    !Judge::new(&glossary, "en", "fr").judge(text(row, "src"), text(row, "tgt")).is_empty()
}

#[test]
fn verdicts_agree_with_people() {
    let Some(folder) = common::data_dir().map(|dir| dir.join("terms/verdict")) else { return };
    let rows: Vec<Value> = read(&folder.join("tico-en-fr.jsonl"))
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let share = |name: &str, chosen: &dyn Fn(&Value) -> bool, wrong: bool, bar: f64| {
        let rows: Vec<&Value> = rows.iter().filter(|row| chosen(row)).collect();
        assert!(!rows.is_empty(), "no rows for {name}");
        let count = rows.iter().filter(|row| is_reported(row) == wrong).count();
        let number = |n: usize| f64::from(u32::try_from(n).unwrap());
        let share = number(count) / number(rows.len());
        println!(
            "{name:42} {count:4} of {:4} {:5.2} % (bar {:.1} %)",
            rows.len(),
            share * 100.0,
            bar * 100.0
        );
        share <= bar
    };
    let is = |row: &Value, label: &str| text(row, "label") == label;
    let by_people = |row: &Value| text(row, "label_origin").starts_with("human");
    let is_swap = |row: &Value| text(row, "label_origin").starts_with("synthetic");
    let low_noise =
        share("false alarms, judged by people", &|row| is(row, "respected") && by_people(row), true, 0.08);
    share(
        "false alarms, judged by a list of forms",
        &|row| is(row, "respected") && !by_people(row),
        true,
        1.0,
    );
    let nothing_lost = share(
        "violations missed, made by swapping terms",
        &|row| is(row, "violated") && is_swap(row),
        false,
        0.005,
    );
    share("violations missed, by a list of forms", &|row| is(row, "violated") && !is_swap(row), false, 1.0);
    assert!(low_noise && nothing_lost);
}
