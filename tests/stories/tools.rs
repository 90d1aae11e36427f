//! A target file that another tool wrote: comments gone, untranslated messages copied from the source.

use crate::folder::{ARTICLE, CONFIG, EN, Folder, LEDGER, print};

/// Four texts: one stale, one untranslated, two fresh; one of those changed in wording later.
fn project() -> Folder {
    let article = "<!-- yakugo:id a -->\n量は10 mgです。\n\n<!-- yakugo:id b -->\n細胞です。\n\n<!-- yakugo:id c -->\n液です。\n\n<!-- yakugo:id d -->\n量は5 gです。\n";
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, article)]);
    folder.run("sync").exits(0);
    for (id, text) in [("a", "10 mg."), ("b", "A cell."), ("d", "5 g.")] {
        folder.edit(EN, &format!("# {id} ="), &format!("# {id} = {text}"));
    }
    folder.run("sync").exits(0);
    folder.edit(ARTICLE, "10 mg", "100 mg");
    folder.edit(ARTICLE, "5 g", "50 g");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 missing, 2 stale, 1 fresh");
    folder
}

#[test]
fn nothing_becomes_fresh_that_was_not() {
    let folder = project();
    folder.write(EN, "a = 10 mg.\nb = A cell.\nc = 液です。\nd = 5 g.\n");
    folder.run("sync");
    assert_eq!(folder.states("en"), "1 missing, 2 stale, 1 fresh");
    assert_eq!(folder.state("c"), "missing");
    folder.is_settled();
    // The copy that the tool made is replaced like any stub.
    folder.edit(EN, "c = 液です。", "c = A liquid.");
    folder.run("sync");
    assert_eq!(folder.state("c"), "fresh");
    folder.is_settled();
}

#[test]
fn a_text_changed_in_the_tool_is_no_answer_while_its_notes_are_gone() {
    let folder = project();
    folder.write(EN, "a = 10 mg!\nb = A cell.\nc = 液です。\nd = 5 g.\n");
    folder.run("check").exits(1).says("all notes of this file are gone");
    folder.run("sync");
    assert_eq!(folder.states("en"), "1 missing, 2 stale, 1 fresh");
    folder.is_settled();
}

#[test]
fn a_fresh_text_overwritten_with_the_source_is_missing() {
    let folder = project();
    folder.edit(EN, "b = A cell.", "b = 細胞です。");
    folder.run("sync");
    assert_eq!(folder.state("b"), "missing");
    folder.is_settled();
    folder.edit(EN, "b = 細胞です。", "b = A cell.");
    folder.run("sync");
    assert_eq!(folder.state("b"), "fresh");
    assert_eq!(folder.record(LEDGER, "b").unwrap()[1], print("細胞です。"));
    folder.is_settled();
}

#[test]
fn what_has_no_words_is_its_own_translation() {
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, "<!-- yakugo:id n -->\nVEGF\n")]);
    folder.run("sync").exits(0);
    folder.edit(EN, "# n =", "# n = VEGF");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 fresh");
    folder.is_settled();
}

#[test]
fn messages_in_another_order_stay_in_it() {
    let folder = project();
    let text = "d = 5 g.\n\n# mine\nb = A cell.\na = 10 mg.\n";
    folder.write(EN, text);
    folder.run("sync");
    assert_eq!(folder.states("en"), "1 missing, 2 stale, 1 fresh");
    let kept: String =
        folder.read(EN).lines().filter(|line| !line.starts_with("# ") || *line == "# mine").collect();
    assert_eq!(kept, "d = 5 g.# mineb = A cell.a = 10 mg.");
    folder.is_settled();
}
