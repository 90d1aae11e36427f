//! Beside compare-locales 9.0.5, Mozilla's checker of Fluent files: what it reports is reported here, too.
//!
//! `YAKUGO_PYTHON` names an interpreter with the packages of tests/python/requirements.txt.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::string_slice,
    clippy::print_stderr,
    reason = "a test reads files, may fail, and says so when it is skipped"
)]

#[path = "common/corpus.rs"]
#[allow(dead_code, reason = "only its generator of numbers is used")]
mod corpus;
#[path = "compare_locales/defects.rs"]
mod defects;
#[path = "stories/folder.rs"]
#[allow(dead_code, reason = "the stories use the rest")]
mod folder;

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use corpus::Seed;
use defects::{COMMON, DEFECTS, SHAPES, TRANSLATED};
use folder::Folder;
use serde_json::Value;
use snapbox::{assert_data_eq, file};

const L10N_TOML: &str = "basepath = \".\"\nlocales = [\"de\", \"pl\"]\n[[paths]]\nreference = \"ui/**/*.ftl\"\nl10n = \
                         \"{l10n_base}/{locale}/**/*.ftl\"\n";
const CONFIG: &str = "source = \"en\"\ntargets = [\"de\", \"pl\"]\npaths = \"l10n/{locale}/{document}.ftl\"\ndocuments = \
                      [{ path = \"ui/*.ftl\", kind = \"fluent\" }]\n";

/// What compare-locales says about the project, as locale and text; `None` if it is not there.
fn compare_locales(folder: &Folder, locales: &[&str]) -> Option<Vec<(String, String)>> {
    let Some(python) = std::env::var_os("YAKUGO_PYTHON") else {
        eprintln!("skipped: YAKUGO_PYTHON names no interpreter that has compare-locales");
        return None;
    };
    let mut command = Command::new(python);
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/python/compare_locales_json.py")).args(locales);
    let ran = folder.spawn(command);
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}\n{}", ran.out, ran.err));
    let files = report[0]["details"].as_object().unwrap();
    let of_file = |(path, said): (&String, &Value)| {
        let locale = path.split('/').next().unwrap().to_owned();
        let said = said.as_array().unwrap().iter().flat_map(|said| said.as_object().unwrap().clone());
        said.map(|(kind, text)| (locale.clone(), format!("{kind}: {}", text.as_str().unwrap())))
            .collect::<Vec<_>>()
    };
    Some(files.iter().flat_map(of_file).collect())
}

/// What yakugo says about translations, as locale, id, rule and severity.
fn yakugo(folder: &Folder) -> Vec<(String, String, String, String)> {
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let findings = folder.findings("");
    findings
        .iter()
        .map(|f| (text(f, "locale"), text(f, "id"), text(f, "rule"), text(f, "severity")))
        .collect()
}

/// The seeded messages are called `m0`, `m1`, … so that their ids can be found in any report.
fn ids(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let is_id = |word: &&str| word.strip_prefix('m').is_some_and(|n| n.parse::<usize>().is_ok());
    words.filter(is_id).map(str::to_owned).collect()
}

struct Seeded {
    name: String,
    locale: &'static str,
    id: String,
}

/// A project of all shapes over and over, clean; and what is wrong with it after every message of each locale got one
/// defect.
fn project() -> (Folder, BTreeMap<&'static str, String>, Vec<Seeded>) {
    let mut source = COMMON.to_owned();
    let mut clean: BTreeMap<&str, String> =
        [("de", TRANSLATED.to_owned()), ("pl", TRANSLATED.to_owned())].into();
    let mut broken = clean.clone();
    let mut seeded = Vec::new();
    let mut seed = Seed::new(2026);
    for number in 0..20 * SHAPES.len() {
        let shape = &SHAPES[number % SHAPES.len()];
        let id = format!("m{number}");
        source.push_str(&format!("{id} ={}\n", shape.source));
        for (locale, value) in [("de", shape.de), ("pl", shape.pl)] {
            let right = format!("{id} ={value}\n");
            clean.get_mut(locale).unwrap().push_str(&right);
            let (defect, wrong) = loop {
                let (defect, make) = seed.pick(DEFECTS);
                let wrong = make(&id, value);
                if wrong != right {
                    break (defect, wrong);
                }
            };
            broken.get_mut(locale).unwrap().push_str(&wrong);
            seeded.push(Seeded { name: format!("{defect} ({})", shape.name), locale, id: id.clone() });
        }
    }
    let folder = Folder::new(&[("yakugo.toml", CONFIG), ("l10n.toml", L10N_TOML), ("ui/a.ftl", &source)]);
    for (locale, text) in &clean {
        folder.write(&format!("l10n/{locale}/a.ftl"), text);
    }
    folder.run("adopt").exits(0);
    (folder, broken, seeded)
}

#[test]
fn every_seeded_defect_is_found_and_nothing_else() {
    let (folder, broken, seeded) = project();
    assert!(seeded.len() >= 300);
    assert_eq!(yakugo(&folder), [], "findings in a clean project");
    for (locale, text) in &broken {
        folder.write(&format!("l10n/{locale}/a.ftl"), text);
    }
    let findings = yakugo(&folder);
    let found: BTreeSet<(&str, String)> = findings
        .iter()
        .flat_map(|(locale, id, ..)| ids(id).into_iter().map(move |id| (locale.as_str(), id)))
        .collect();
    let missed: Vec<&str> = seeded
        .iter()
        .filter(|seeded| !found.contains(&(seeded.locale, seeded.id.clone())))
        .map(|seeded| seeded.name.as_str())
        .collect();
    assert_eq!(missed, [""; 0]);

    let Some(said) = compare_locales(&folder, &["de", "pl"]) else { return };
    let theirs: BTreeSet<(&str, String)> = said
        .iter()
        .flat_map(|(locale, text)| ids(text).into_iter().map(move |id| (locale.as_str(), id)))
        .collect();
    assert!(theirs.len() > seeded.len() / 2, "compare-locales found {} of {}", theirs.len(), seeded.len());
    let only_theirs: Vec<_> = theirs.difference(&found).collect();
    assert!(only_theirs.is_empty(), "{only_theirs:?}");
    eprintln!(
        "compare-locales: {} of {} messages with a defect, yakugo: {}",
        theirs.len(),
        seeded.len(),
        found.len()
    );
}

/// A defect of the table: its message, and what becomes of which file.
struct Row {
    name: &'static str,
    id: &'static str,
    rule: &'static str,
    edit: (&'static str, &'static str, &'static str),
}

const SOURCE: &str = "ui/dose.ftl";
const TARGET: &str = "l10n/de/dose.ftl";

const ROWS: [Row; 12] = [
    Row { name: "missing message", id: "gone", rule: "missing", edit: (TARGET, "gone = Verfallen\n", "") },
    Row {
        name: "obsolete message",
        id: "old",
        rule: "obsolete",
        edit: (TARGET, "keep = ", "old = Alt\nkeep = "),
    },
    Row {
        name: "duplicate id",
        id: "twice",
        rule: "duplicate-id",
        edit: (TARGET, "twice = Zweimal\n", "twice = Zweimal\ntwice = Doppelt\n"),
    },
    Row {
        name: "missing attribute",
        id: "open",
        rule: "incomplete",
        edit: (TARGET, "    .title = Packung öffnen\n", ""),
    },
    Row {
        name: "wrong term reference",
        id: "about",
        rule: "reference-mismatch",
        edit: (TARGET, "Über { -brand }", "Über { -vendor }"),
    },
    Row {
        name: "syntax error",
        id: "broken",
        rule: "syntax",
        edit: (TARGET, "{ $when } einnehmen", "{ $when einnehmen"),
    },
    Row {
        name: "lost `{ $n }`",
        id: "tablets",
        rule: "variable-mismatch",
        edit: (TARGET, "{ $n } Tabletten", "Tabletten"),
    },
    Row {
        name: "stale value under the same id",
        id: "store",
        rule: "stale",
        edit: (SOURCE, "Store it in the fridge", "Never store it in the fridge"),
    },
    Row {
        name: "approved term missing",
        id: "cells",
        rule: "term-missing",
        edit: (TARGET, "Stammzellen", "Mutterzellen"),
    },
    Row {
        name: "forbidden variant",
        id: "drug",
        rule: "term-forbidden",
        edit: (TARGET, "Arzneimittel", "Droge"),
    },
    Row {
        name: "10 → 100 ng/mL",
        id: "dose",
        rule: "number-mismatch",
        edit: (TARGET, "10 ng/mL", "100 ng/mL"),
    },
    Row {
        name: "value identical to the source",
        id: "same",
        rule: "missing",
        edit: (TARGET, "Vor Gebrauch schütteln", "Shake before use"),
    },
];

const TEXT: &str = "-brand = Yakugo\n-vendor = Kobo\ngone = Expired\nkeep = Keep out of reach\ntwice = Twice\nopen = Open\n    .title = \
                    Open the pack\nabout = About { -brand }\nbroken = Take it { $when }\ntablets = { $n } tablets\nstore = Store it in the \
                    fridge\ncells = Stem cells\ndrug = This medicine\ndose = 10 ng/mL\nsame = Shake before use\n";
const GERMAN: &str = "-brand = Jakugo\n-vendor = Kobô\ngone = Verfallen\nkeep = Unzugänglich aufbewahren\ntwice = Zweimal\nopen = \
                      Öffnen\n    .title = Packung öffnen\nabout = Über { -brand }\nbroken = { $when } einnehmen\ntablets = { $n } \
                      Tabletten\nstore = Im Kühlschrank lagern\ncells = Stammzellen\ndrug = Dieses Arzneimittel\ndose = 10 ng/mL\nsame = \
                      Vor Gebrauch schütteln\n";
const GLOSSARY: &str = "concept,locale,term,status\ncell,en,stem cell,preferred\ncell,de,Stammzelle,preferred\ndrug,en,medicine,preferred\n\
                        drug,de,Arzneimittel,preferred\ndrug,de,Droge,forbidden\n";

/// `SNAPSHOTS=overwrite cargo test --test compare_locales` writes the page anew.
#[test]
fn the_table_of_twelve_defects_is_current() {
    let config = CONFIG.replace("[\"de\", \"pl\"]", "[\"de\"]");
    let config = config.replace("documents", "glossary = [\"glossary.csv\"]\ndocuments");
    let l10n = L10N_TOML.replace("\"de\", \"pl\"", "\"de\"");
    let files = [
        ("yakugo.toml", config.as_str()),
        ("l10n.toml", &l10n),
        ("glossary.csv", GLOSSARY),
        (SOURCE, TEXT),
        (TARGET, GERMAN),
    ];
    let folder = Folder::new(&files);
    folder.run("adopt").exits(0);
    assert_eq!(yakugo(&folder), [], "findings in clean files");
    let clean = compare_locales(&folder, &["de"]);
    for Row { edit: (path, from, to), .. } in &ROWS {
        folder.edit(path, from, to);
    }
    let findings = yakugo(&folder);
    let is_found = |row: &Row| findings.iter().any(|(_, id, rule, _)| id == row.id && rule == row.rule);
    let missed: Vec<&str> = ROWS.iter().filter(|row| !is_found(row)).map(|row| row.name).collect();
    assert!(missed.is_empty(), "{missed:?} in {findings:#?}");
    let others: Vec<_> = findings
        .iter()
        .filter(|(_, id, ..)| !id.is_empty() && !ROWS.iter().any(|row| row.id == id))
        .collect();
    assert!(others.is_empty(), "{others:#?}");

    let Some(said) = compare_locales(&folder, &["de"]) else { return };
    assert_eq!(clean, Some(Vec::new()), "compare-locales on clean files");
    let mut page = "# Beside compare-locales\n\nTwelve defects of one German translation, and what yakugo and compare-locales 9.0.5 call them. Both \
                    find nothing in the clean files. `tests/compare_locales.rs` makes this table.\n\n| defect | yakugo | \
                    compare-locales |\n|---|---|---|\n"
        .to_owned();
    for row in &ROWS {
        let is_about =
            |text: &str| text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == row.id);
        let theirs = said.iter().find(|(_, text)| is_about(text));
        let theirs = theirs.map_or("–", |(_, text)| text.split(':').next().unwrap());
        let ours = if is_found(row) { format!("`{}`", row.rule) } else { "–".to_owned() };
        page.push_str(&format!("| {} | {ours} | {theirs} |\n", row.name));
    }
    assert_data_eq!(page, file!["../docs/compare-locales.md"].raw());
}
