//! The alignment and the classification, scored on documents before and after known edits.
//!
//! `YAKUGO_DATA=… cargo test --release --test carry -- --nocapture` prints the table of scores.

#![allow(missing_docs, reason = "a test suite")]
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::disallowed_methods, reason = "helpers of tests")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;
use yakugo::carry::{Carried, ChangeKind, Piece, Relation, align, classify};
use yakugo::document::Kind;

type Link = (usize, usize);

/// One level (paragraph or sentence) of one pair of documents.
struct Case {
    name: String,
    language: String,
    old: Vec<(Kind, String)>,
    new: Vec<(Kind, String)>,
    /// Old index, kind of edit, new indices.
    map: Vec<Edit>,
    inserted: BTreeSet<usize>,
}

struct Edit {
    old: usize,
    new: Vec<usize>,
    kind: String,
    labels: BTreeSet<String>,
    moved: bool,
}

fn cases(level: &str) -> Option<Vec<Case>> {
    let folder = common::data_dir()?.join("carry");
    let mut names: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    Some(names.iter().map(|path| case(path, level)).collect())
}

fn case(path: &Path, level: &str) -> Case {
    let text = std::fs::read_to_string(path.join("truth.json")).unwrap();
    let truth: Value = serde_json::from_str(&text).unwrap();
    let side = |side: &str| -> Vec<(Kind, String)> {
        let pieces = truth[level][side].as_array().unwrap().iter();
        pieces
            .map(|piece| (kind(piece["kind"].as_str().unwrap()), piece["text"].as_str().unwrap().to_owned()))
            .collect()
    };
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let numbers = |value: &Value| -> Vec<usize> { value.as_array().unwrap().iter().map(number).collect() };
    let edit = |edit: &Value| Edit {
        old: number(&edit["old"]),
        new: numbers(&edit["new"]),
        kind: edit["kind"].as_str().unwrap().to_owned(),
        labels: edit["labels"]
            .as_array()
            .unwrap()
            .iter()
            .map(|label| label.as_str().unwrap().to_owned())
            .collect(),
        moved: edit["moved"].as_bool().unwrap_or_default(),
    };
    Case {
        name: path.file_name().unwrap().to_string_lossy().into_owned(),
        language: truth["lang"].as_str().unwrap().to_owned(),
        old: side("old"),
        new: side("new"),
        map: truth[level]["map"].as_array().unwrap().iter().map(edit).collect(),
        inserted: numbers(&truth[level]["inserted"]).into_iter().collect(),
    }
}

fn kind(name: &str) -> Kind {
    match name {
        "heading" => Kind::Heading,
        "item" => Kind::Item,
        "quote" => Kind::Quote,
        "para" => Kind::Paragraph,
        other => panic!("kind {other}"),
    }
}

/// The pieces with the heading they stand under.
fn pieces(texts: &[(Kind, String)]) -> Vec<Piece<'_>> {
    let mut path = "";
    texts
        .iter()
        .map(|(kind, text)| {
            if *kind == Kind::Heading {
                path = text;
            }
            Piece { kind: *kind, path, text }
        })
        .collect()
}

#[derive(Default)]
struct Share {
    hits: usize,
    of: usize,
}

impl Share {
    fn add(&mut self, hit: bool) {
        self.hits += usize::from(hit);
        self.of += 1;
    }

    #[allow(clippy::cast_precision_loss, reason = "small counts")]
    fn value(&self) -> f64 {
        if self.of == 0 { 1.0 } else { self.hits as f64 / self.of as f64 }
    }
}

/// A share, its hits and of how many.
type Row = (f64, usize, usize);

/// Scores by the kind of edit and language.
#[derive(Default)]
struct Scores {
    recall: BTreeMap<(String, String), Share>,
    precision: BTreeMap<String, Share>,
    offers: BTreeMap<String, Share>,
}

impl Scores {
    fn of(level: &str) -> Option<Self> {
        let mut scores = Self::default();
        for case in cases(level)? {
            scores.add(level, &case);
        }
        scores.print(level);
        Some(scores)
    }

    fn add(&mut self, level: &str, case: &Case) {
        let carried = align(&pieces(&case.old), &pieces(&case.new));
        let links: BTreeSet<Link> = links(&carried).collect();
        let lent: BTreeSet<usize> = carried.iter().flatten().filter_map(Carried::id_from).collect();
        let truth: BTreeSet<Link> =
            case.map.iter().flat_map(|edit| edit.new.iter().map(|new| (edit.old, *new))).collect();
        let languages = [case.language.as_str(), "all"];
        let verbose = std::env::var_os("CARRY_VERBOSE").is_some();
        let show = |what: &str, old: Option<usize>, new: &[usize]| {
            if verbose {
                println!("{level} {} {what}", case.name);
                old.iter().for_each(|old| println!("   - [{old}] {:?}", case.old[*old]));
                new.iter().for_each(|new| println!("   + [{new}] {:?} {:?}", case.new[*new], carried[*new]));
            }
        };
        for edit in case.map.iter().filter(|edit| !edit.new.is_empty()) {
            // Every part of a split piece must be known; a merged piece must name every old one.
            let hit = edit.new.iter().all(|new| links.contains(&(edit.old, *new)))
                && (edit.kind == "merged" || lent.contains(&edit.old));
            if !hit {
                show(&format!("missed {}", edit.kind), Some(edit.old), &edit.new);
            }
            for language in languages {
                let kind =
                    if edit.moved { ["moved", edit.kind.as_str()] } else { ["in place", edit.kind.as_str()] };
                for kind in kind {
                    self.recall.entry((kind.to_owned(), language.to_owned())).or_default().add(hit);
                }
            }
        }
        for (old, new) in &links {
            if !truth.contains(&(*old, *new)) {
                show("wrong link", Some(*old), &[*new]);
            }
            for language in languages {
                self.precision.entry(language.to_owned()).or_default().add(truth.contains(&(*old, *new)));
            }
        }
        for new in &case.inserted {
            for language in languages {
                self.offers.entry(language.to_owned()).or_default().add(carried[*new].is_some());
            }
        }
    }

    fn recall(&self, kind: &str, language: &str) -> f64 {
        self.recall.get(&(kind.to_owned(), language.to_owned())).map_or(1.0, Share::value)
    }

    fn print(&self, level: &str) {
        println!("\n{level:<16}{:>20}{:>20}{:>20}", "all", "ja", "en");
        let row = |name: &str, share: &dyn Fn(&str) -> Option<Row>| {
            let cell = |language| {
                share(language).map_or("–".to_owned(), |(v, hits, of)| format!("{v:.4} ({hits}/{of})"))
            };
            println!("{name:<16}{:>20}{:>20}{:>20}", cell("all"), cell("ja"), cell("en"));
        };
        let kinds: BTreeSet<&String> = self.recall.keys().map(|(kind, _)| kind).collect();
        let of = |share: &Share| (share.value(), share.hits, share.of);
        for kind in kinds {
            row(kind, &|language| self.recall.get(&(kind.clone(), language.to_owned())).map(of));
        }
        row("precision", &|language| self.precision.get(language).map(of));
        row("offers", &|language| self.offers.get(language).map(of));
    }
}

fn links(carried: &[Option<Carried>]) -> impl Iterator<Item = Link> {
    let places = carried.iter().enumerate();
    places.flat_map(|(new, carried)| {
        carried.iter().flat_map(move |c| c.from.iter().map(move |old| (*old, new)))
    })
}

#[track_caller]
fn at_least(what: &str, value: f64, bar: f64) {
    assert!(value >= bar, "{what}: {value:.4}, wanted {bar}");
}

#[test]
fn paragraphs() {
    let Some(scores) = Scores::of("paragraph") else { return };
    for kind in ["same", "reflow", "split"] {
        at_least(kind, scores.recall(kind, "all"), 1.0);
    }
    at_least("edited", scores.recall("edited", "all"), 0.99);
    for language in ["ja", "en"] {
        at_least(language, scores.recall("edited", language), 0.98);
    }
    at_least("merged", scores.recall("merged", "all"), 0.93);
    at_least("precision", scores.precision["all"].value(), 0.998);
    at_least("no offers", 1.0 - scores.offers["all"].value(), 0.98);
}

#[test]
fn sentences() {
    let Some(scores) = Scores::of("sentence") else { return };
    for (kind, bar) in [("same", 1.0), ("reflow", 1.0), ("minor", 0.97), ("edited", 0.995)] {
        at_least(kind, scores.recall(kind, "all"), bar);
    }
    at_least("precision", scores.precision["all"].value(), 0.998);
    at_least("no offers", 1.0 - scores.offers["all"].value(), 0.98);
}

#[test]
fn identity_is_identity() {
    for level in ["paragraph", "sentence"] {
        for case in cases(level).unwrap_or_default() {
            let old = pieces(&case.old);
            for (at, carried) in align(&old, &old).into_iter().enumerate() {
                assert_eq!(carried, Some(Carried { from: vec![at], relation: Relation::Same, moved: false }));
            }
        }
    }
}

/// Every edit of a number or a negation is `meaning`; what is only width, reflow or markup never is.
#[test]
fn kinds() {
    let mut wrong = Vec::new();
    let mut counts: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    for level in ["paragraph", "sentence"] {
        for case in cases(level).unwrap_or_default() {
            for edit in &case.map {
                let [new] = edit.new.as_slice() else { continue };
                let (old, new) = (&case.old[edit.old].1, &case.new[*new].1);
                let is = |label: &str| edit.labels.contains(label);
                let grave =
                    (is("number") || is("negate")) && matches!(edit.kind.as_str(), "edited" | "minor");
                let light =
                    edit.labels.iter().all(|label| ["width", "reflow", "markup"].contains(&label.as_str()))
                        && matches!(edit.kind.as_str(), "same" | "minor" | "reflow")
                        && !(edit.labels.is_empty() && edit.kind == "minor");
                let change = classify(old, new);
                let label = if grave {
                    "number, negate"
                } else if light {
                    "width, reflow, markup"
                } else {
                    "other"
                };
                *counts.entry((level, label, change.kind.name())).or_default() += 1;
                let meaning = change.kind == ChangeKind::Meaning;
                if grave && !meaning || light && meaning {
                    wrong.push(format!(
                        "{level} {} {:?} {change:?}\n  - {old}\n  + {new}",
                        case.name, edit.labels
                    ));
                }
                if label == "other" && meaning && std::env::var_os("CARRY_VERBOSE").is_some() {
                    println!("{level} {:?} {change:?}\n  = {old}\n  = {new}", edit.labels);
                }
            }
        }
    }
    for ((level, label, kind), count) in counts {
        println!("{level:<12}{label:<24}{kind:<14}{count:>6}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
