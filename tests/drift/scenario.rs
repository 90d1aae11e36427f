//! The histories and their expected answers, as the files beside this one have them (see README.md).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The histories of one family, a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Family {
    family: String,
    scenario: Vec<Scenario>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Scenario {
    /// From the head of the file.
    #[serde(skip)]
    pub(crate) family: String,
    pub(crate) name: String,
    pub(crate) page: String,
    pub(crate) why: String,
    pub(crate) by_hand: ByHand,
    pub(crate) alarm: Vec<String>,
    #[serde(default)]
    pub(crate) shows: Vec<String>,
    #[serde(default)]
    pub(crate) hides: Vec<String>,
    pub(crate) commit: Vec<Commit>,
}

/// How a translation stands that is kept as a page of its own.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ByHand {
    Outdated,
    Current,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub(crate) struct Commit {
    pub(crate) date: String,
    pub(crate) ja: Vec<[String; 2]>,
    pub(crate) swap: Vec<[String; 2]>,
    pub(crate) en: Vec<[String; 2]>,
    pub(crate) answers: Vec<String>,
    pub(crate) added: Vec<[String; 3]>,
    pub(crate) deleted: Vec<[String; 2]>,
    pub(crate) bumps: bool,
    pub(crate) unseen: bool,
}

impl Commit {
    /// The source page after this commit.
    pub(crate) fn source(&self, page: &str) -> String {
        let swapped =
            self.swap.iter().fold(page.to_owned(), |page, [one, other]| exchanged(&page, one, other));
        self.ja.iter().fold(swapped, |page, [old, new]| replaced(&page, old, new))
    }

    /// The translation that is kept by hand after this commit.
    pub(crate) fn translation(&self, page: &str) -> String {
        let page = self.en.iter().fold(page.to_owned(), |page, [old, new]| replaced(&page, old, new));
        let page = self
            .added
            .iter()
            .fold(page, |page, [_, text, after]| replaced(&page, after, &format!("{after}\n\n{text}")));
        self.deleted.iter().fold(page, |page, [_, text]| replaced(&page, &format!("{text}\n\n"), ""))
    }
}

/// Replaces what must stand there exactly once.
#[track_caller]
pub(crate) fn replaced(text: &str, old: &str, new: &str) -> String {
    assert_eq!(text.matches(old).count(), 1, "{old:?} must stand once in:\n{text}");
    text.replacen(old, new, 1)
}

fn exchanged(text: &str, one: &str, other: &str) -> String {
    let place = "\u{0}";
    let without = replaced(text, one, place);
    replaced(&replaced(&without, other, one), place, other)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drift")
}

/// A source page and its translation.
pub(crate) fn page(name: &str) -> [String; 2] {
    ["ja", "en"].map(|language| {
        let path = folder().join(format!("pages/{name}.{language}.md"));
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    })
}

/// All histories, by family.
pub(crate) fn all() -> Vec<Scenario> {
    let entries = fs::read_dir(folder().join("scenarios")).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let family: Family =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = family.family;
        all.extend(family.scenario.into_iter().map(|scenario| Scenario { family: name.clone(), ..scenario }));
    }
    let names: BTreeSet<&str> = all.iter().map(|scenario| scenario.name.as_str()).collect();
    assert_eq!(names.len(), all.len(), "two histories of one name");
    all
}
