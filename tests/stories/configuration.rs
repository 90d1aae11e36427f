//! Mistakes in `yakugo.toml` and in what it points to: named with what to write instead, nothing written.

use crate::folder::{CONFIG, Folder};

#[track_caller]
fn refused(config: &str, says: &[&str]) {
    let folder = Folder::new(&[
        ("yakugo.toml", config),
        ("articles/a.md", "細胞です。\n"),
        ("more/a.txt", "液です。\n"),
        ("notes/x.xyz", "?\n"),
    ]);
    let before = folder.files();
    for words in ["sync", "status", "check", "render --locale en --out out"] {
        let ran = folder.run(words).exits(2);
        for what in says {
            assert!(ran.err.contains(what), "{words}: {}", ran.err);
        }
        assert!(!ran.err.contains(folder.root().to_str().unwrap()), "a path of this machine: {}", ran.err);
        assert!(!ran.err.contains("panicked"), "{}", ran.err);
    }
    assert_eq!(folder.files(), before);
}

#[test]
fn keys_and_values() {
    let with = |from: &str, to: &str| CONFIG.replace(from, to);
    refused(&with("targets", "target"), &["yakugo.toml:2:1", "did you mean `targets`?"]);
    refused(&with("documents =", "documnets ="), &["yakugo.toml:3:1", "did you mean `documents`?"]);
    refused(&with("[\"en\"]", "[\"en\", \"en\"]"), &["the locale `en` stands twice"]);
    refused(&with("[\"en\"]", "[\"ja\"]"), &["the locale `ja` stands twice"]);
    refused(&with("[\"en\"]", "[\"EN\"]"), &["write the locale `EN` as `en`"]);
    refused(&with("[\"en\"]", "\"en\""), &["yakugo.toml:2:11"]);
    refused(&with("source = \"ja\"\n", ""), &["source"]);
    refused("source = \"ja\n", &["yakugo.toml:1:"]);
    refused(&format!("{CONFIG}[rules]\nstal = \"off\"\n"), &["did you mean `stale`?"]);
    refused(&format!("{CONFIG}[rules]\nstale = \"of\"\n"), &["yakugo.toml:5:9"]);
    refused(&format!("{CONFIG}[render]\nmarkr = \"!\"\n"), &["did you mean `marker`?"]);
    refused(&format!("{CONFIG}paths = \"{{locale}}.ftl\"\n"), &["must hold {document}"]);
    refused(&format!("{CONFIG}[stale]\npunctation.stale = false\n"), &["did you mean `punctuation`?"]);
    refused(&format!("{CONFIG}[stale]\nwording.rendr = \"source\"\n"), &["did you mean `render`?"]);
    refused(&format!("{CONFIG}[stale]\nmeaning.stale = false\n"), &["yakugo.toml:5:1", "`stale.meaning`"]);
    refused(&format!("{CONFIG}[stale]\nwording.stale = false\n"), &["changed words always make"]);
    refused(
        &format!("{CONFIG}[stale]\nwording.severity = \"error\"\n[rules]\nstale = \"note\"\n"),
        &["`rules.stale` gives all kinds of change one severity"],
    );
}

#[test]
fn documents_that_are_not_there_or_there_twice() {
    let with = |to: &str| CONFIG.replace("\"articles/**/*.md\"", to);
    refused(&with("\"artikles/*.md\""), &["the pattern `artikles/*.md` matches no file"]);
    refused(
        &with("\"articles/*.md\", \"more/*.txt\""),
        &["two documents are called `a`", "articles/a.md", "more/a.txt"],
    );
    refused(&with("\"notes/*\""), &["notes/x.xyz", "no document kind"]);
    refused(&with("\"articles/[\""), &["is no pattern"]);
    refused(&with("\"../*.md\""), &["leads out of the project"]);
    refused(&with("\"/etc/*.md\""), &["leads out of the project"]);
    refused(&with("{ path = \"articles/*.md\", kind = \"word\" }"), &["yakugo.toml:3:"]);
    refused(&format!("glossary = [\"terms.csv\"]\n{CONFIG}"), &["`terms.csv` matches no file"]);
}

#[test]
fn two_documents_whose_files_would_be_the_same_are_refused() {
    // `a.ledger` would keep its translations where `a` keeps its ledger or attic.
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        ("articles/a.md", "細胞です。\n"),
        ("articles/a.attic.md", "液です。\n"),
    ]);
    folder.run("sync").exits(2).says("a.attic");
    assert!(!folder.has("locales/en/a.ftl"));
}

#[test]
fn one_document_of_two_patterns_is_one() {
    let folder = Folder::new(&[
        ("yakugo.toml", &CONFIG.replace("\"articles/**/*.md\"", "\"articles/*.md\", \"articles/a*\"")),
        ("articles/a.md", "細胞です。\n"),
    ]);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 missing");
}
