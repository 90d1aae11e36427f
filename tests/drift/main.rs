//! The drift benchmark: the histories of README.md beside this file, played in real git repositories. It says for
//! every passage whether yakugo, and for every page whether the date rules of other tools, knew what is out of date.
//!
//! The table in docs/drift.md is this suite's output: `SNAPSHOTS=overwrite cargo test --test drift` writes it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![allow(clippy::disallowed_methods, reason = "a test plays the people who use an editor and git")]

#[path = "../stories/folder.rs"]
#[allow(dead_code, reason = "the stories use the rest")]
mod folder;
mod play;
mod scenario;
mod score;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use rayon::prelude::*;
use snapbox::{assert_data_eq, file};

use crate::play::{Start, Verdicts};
use crate::score::{Method, Played};

/// What yakugo gets wrong and why. A history that comes right must leave this list.
const KNOWN: &[(&str, &str)] = &[];

static PLAYED: LazyLock<Vec<Played>> = LazyLock::new(|| {
    let all = scenario::all();
    let pages: BTreeSet<&str> = all.iter().map(|scenario| scenario.page.as_str()).collect();
    let starts: BTreeMap<&str, Start> = pages.into_par_iter().map(|page| (page, Start::new(page))).collect();
    let verdicts: Vec<Verdicts> =
        all.par_iter().map(|scenario| starts[scenario.page.as_str()].play(&scenario.commit)).collect();
    all.iter().cloned().zip(verdicts).map(|(scenario, verdicts)| Played::new(scenario, verdicts)).collect()
});

#[test]
fn every_passage_gets_the_expected_verdict() {
    let mut unexpected = String::new();
    for played in PLAYED.iter() {
        let name = &played.scenario.name;
        let wrong = played.wrong();
        let known = KNOWN.iter().any(|(known, _)| known == name);
        match (wrong.is_empty(), known) {
            (true, false) | (false, true) => {}
            (true, true) => unexpected.push_str(&format!("{name} comes right: take it off the list\n")),
            (false, false) => {
                unexpected.push_str(&format!("{name}: {}\n", played.scenario.why));
                unexpected.extend(wrong.iter().map(|wrong| format!("    {wrong}\n")));
            }
        }
    }
    assert!(unexpected.is_empty(), "\n{unexpected}");
    assert!(KNOWN.iter().all(|(name, _)| PLAYED.iter().any(|played| played.scenario.name == *name)));
}

/// The promise, with the ledger and without: nothing is called fresh that somebody has to look at.
#[test]
fn nothing_outdated_is_called_fresh() {
    for played in PLAYED.iter() {
        for method in [Method::Ledger, Method::Cold] {
            let score = played.by_passage(method);
            assert_eq!(score.called_current, 0, "{}: {:?}", played.scenario.name, played.wrong());
        }
    }
}

#[test]
fn the_published_tables_are_current() {
    assert_data_eq!(table::report(&PLAYED, KNOWN), file!["../../docs/drift.md"]);
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let summary = table::summary(&PLAYED);
    assert!(readme.contains(&summary), "README.md should have this table:\n\n{summary}");
}
