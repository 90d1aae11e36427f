//! `[stale]` in `yakugo.toml`: what a kind of change means for its translation. What is not said is as everywhere; what
//! would let an old dose pass is refused.

use serde_json::Value;

use crate::folder::{ARTICLE, CONFIG, EN, Folder, LEDGER};

const PAGE: &str = "out/en/dose.md";

/// The translated article after an edit, in a project that treats it so.
fn treated(policy: &str, from: &str, to: &str) -> Folder {
    let folder = Folder::translated();
    let render = "render.path = \"out/{locale}/{document}.{extension}\"\n";
    folder.write("yakugo.toml", format!("{CONFIG}{render}[stale]\n{policy}"));
    folder.edit(ARTICLE, from, to);
    folder.run("sync").exits(0);
    folder
}

/// Which part of the locale counts as translated.
fn coverage(folder: &Folder) -> Value {
    folder.json("status --format json")["locales"]["en"]["coverage"].clone()
}

const WORDS: (&str, &str) = ("国内では承認されて", "日本では承認されて");
const STOP: (&str, &str) = ("いません。", "いません");

#[test]
fn without_a_word_the_table_of_the_design_holds() {
    let folder = treated("", WORDS.0, WORDS.1);
    assert_eq!(folder.finding("stale")["severity"], "warning");
    assert_eq!(coverage(&folder), 1.0);
    assert!(folder.read(PAGE).contains("It is not approved in Japan."));
}

#[test]
fn a_kind_may_be_graver() {
    let policy = "wording = { severity = \"error\", render = \"source\" }\n";
    let folder = treated(policy, WORDS.0, WORDS.1);
    assert_eq!(folder.finding("stale")["severity"], "error");
    folder.run("check").exits(1);
    assert_eq!(coverage(&folder), 0.5);
    let page = folder.read(PAGE);
    assert!(page.contains("⚠ 日本では承認されていません。"), "{page}");
    assert!(!page.contains("out of date"), "{page}");
    // Shown, but not counted.
    let folder = treated("wording.counts = false\n", WORDS.0, WORDS.1);
    assert_eq!(coverage(&folder), 0.5);
    assert!(folder.read(PAGE).contains("It is not approved in Japan."));
}

#[test]
fn a_kind_may_be_silent_and_is_stale_all_the_same() {
    let folder = treated("punctuation.severity = \"off\"\n", STOP.0, STOP.1);
    assert!(folder.findings("stale").is_empty());
    assert_eq!(folder.states("en"), "1 stale, 1 fresh");
}

#[test]
fn punctuation_may_leave_translations_fresh() {
    let folder = treated("punctuation.stale = false\n", STOP.0, STOP.1);
    assert_eq!(folder.states("en"), "2 fresh");
    assert!(!folder.read(EN).contains("# yakugo:"));
    folder.is_settled();
    // The ledger still knows what was answered: another policy, and it is stale.
    folder.write("yakugo.toml", CONFIG);
    folder.run("sync").exits(0);
    assert_eq!(folder.state("law"), "stale (punctuation)");
    folder.is_settled();
    // And the other way round the note goes.
    folder.write("yakugo.toml", format!("{CONFIG}stale.punctuation.stale = false\n"));
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    assert!(!folder.read(EN).contains("# yakugo:"));
    folder.is_settled();
}

#[test]
fn no_policy_makes_a_text_in_doubt_fresh() {
    let folder = treated("", STOP.0, STOP.1);
    // Changed under its note: nobody knows what it answers.
    folder.edit(EN, "law = It is", "law = This is");
    folder.run("sync");
    folder.write("yakugo.toml", format!("{CONFIG}stale.punctuation.stale = false\n"));
    folder.run("sync");
    assert_eq!(folder.state("law"), "stale (punctuation)");
    assert!(folder.read(LEDGER).contains("unsettled"));
    folder.is_settled();
}

#[test]
fn no_policy_shows_an_old_dose() {
    let policy = "markup.stale = false\npunctuation.stale = false\nwording.severity = \"off\"\n\
                  meaning.severity = \"warning\"\n";
    let folder = treated(policy, "10 ng", "100 ng");
    assert_eq!(folder.state("dose"), "stale (meaning)");
    assert_eq!(folder.finding("stale")["severity"], "warning");
    assert_eq!(coverage(&folder), 0.5);
    let page = folder.read(PAGE);
    assert!(page.contains("⚠ 濃度は100 ng/mLです。") && !page.contains("10 ng/mL."), "{page}");
}
