//! Files that go back to what they were, together or one alone, as `git checkout FILE` leaves them.

use crate::folder::{ARTICLE, EN, Folder, LEDGER, PAST, SOURCE, print};

const OLD: &str = "濃度は10 ng/mLです。";
const NEW: &str = "濃度は100 ng/mLです。";

/// A project whose stale dose was answered: 100 in the article, 100 in the translation.
fn answered() -> (Folder, Folder) {
    let stale = Folder::stale();
    let folder = stale.copy();
    folder.delete_lines(EN, "# yakugo:");
    folder.edit(EN, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    (folder, stale)
}

#[test]
fn a_reverted_article_restores_the_recorded_state() {
    let folder = Folder::translated();
    folder.write(LEDGER, folder.read(LEDGER).replace("\ttranslated", "\treviewed"));
    folder.run("sync").exits(0);
    let before = folder.files();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 stale, 1 fresh, 1 reviewed");
    folder.edit(ARTICLE, "100 ng", "10 ng");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh, 2 reviewed");
    let after = folder.files();
    for path in [EN, LEDGER, SOURCE, ARTICLE] {
        assert_eq!(after[path], before[path], "{path}");
    }
    // What stood there in between is kept.
    assert!(folder.read(PAST).contains(NEW));
    folder.is_settled();
}

#[test]
fn only_the_translation_reverted_answers_what_it_answered() {
    // To the text with its note …
    let (folder, stale) = answered();
    folder.write(EN, stale.read(EN));
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
    // … and to the text before there was a note.
    let (folder, _) = answered();
    folder.write(EN, Folder::translated().read(EN));
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    assert!(folder.read(EN).contains("# yakugo: was 濃度は10 ng/mLです。"));
    folder.is_settled();
    // And it comes back fresh with the answer, or with the article.
    let answer = answered().0.read(EN);
    let with_article = folder.copy();
    folder.write(EN, answer);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    with_article.edit(ARTICLE, "100 ng", "10 ng");
    with_article.run("sync").exits(0);
    assert_eq!(with_article.states("en"), "2 fresh");
}

#[test]
fn only_the_ledger_reverted_is_not_believed() {
    let (folder, stale) = answered();
    folder.write(LEDGER, stale.read(LEDGER));
    folder.run("sync").exits(0);
    // That ledger still knew that 100 was shown: the answer is recorded again.
    assert_eq!(folder.states("en"), "2 fresh");
    folder.is_settled();
    let (folder, _) = answered();
    folder.write(LEDGER, Folder::translated().read(LEDGER));
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
    let (folder, _) = answered();
    folder.write(LEDGER, Folder::doses().read(LEDGER));
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
}

#[test]
fn only_the_source_file_reverted_is_made_again() {
    let (folder, _) = answered();
    let before = folder.files();
    folder.write(SOURCE, Folder::translated().read(SOURCE));
    folder.on("2026-11-05").run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    assert_eq!(folder.files(), before);
}

#[test]
fn only_the_past_reverted_never_whitewashes() {
    let folder = Folder::stale();
    folder.remove(PAST);
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    assert!(folder.read(EN).contains("the old text is unknown"));
    folder.is_settled();
}

#[test]
fn an_emptied_message_whose_old_text_returns_answers_the_old_source() {
    let folder = Folder::stale();
    let stale = folder.read(EN);
    for emptied in ["dose =", ""] {
        let folder = folder.copy();
        folder.edit(EN, "dose = The concentration is 10 ng/mL.", emptied);
        folder.run("sync").exits(0);
        assert_eq!(folder.state("dose"), "missing");
        // `git checkout locales/en/dose.ftl`, at the last commit or an earlier one.
        for text in [stale.clone(), Folder::translated().read(EN)] {
            let folder = folder.copy();
            folder.write(EN, text);
            folder.run("sync").exits(0);
            assert_eq!(folder.state("dose"), "stale (meaning)");
            folder.is_settled();
        }
    }
}

#[test]
fn a_message_emptied_by_mistake_comes_back_as_it_was() {
    let folder = Folder::translated();
    folder.write(LEDGER, folder.read(LEDGER).replace("\ttranslated", "\treviewed"));
    let before = folder.read(EN);
    folder.edit(EN, " The concentration is 10 ng/mL.", "");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "missing");
    folder.write(EN, before);
    folder.run("sync").exits(0);
    // Its text went and came: it wants another review.
    assert_eq!(folder.states("en"), "2 fresh, 1 reviewed");
    folder.is_settled();
}

#[test]
fn a_new_text_in_an_emptied_message_answers_what_was_shown() {
    let folder = Folder::stale();
    folder.edit(EN, "dose = The concentration is 10 ng/mL.", "dose =");
    folder.run("sync").exits(0);
    folder.edit(EN, "# dose =", "# dose = The concentration is 100 ng/mL.");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    assert_eq!(folder.record(LEDGER, "dose").unwrap()[1], print(NEW));
    assert_ne!(print(OLD), print(NEW));
    folder.is_settled();
}

#[test]
fn an_older_stub_that_is_filled_answers_the_text_it_shows() {
    // A translator fills the stub of a branch that does not know the new dose; the file is resolved to that side.
    let folder = Folder::doses();
    let stub = folder.read(EN);
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    for typed in ["# dose = Ten.", "dose = Ten."] {
        let folder = folder.copy();
        folder.write(EN, stub.replace("# dose =", typed));
        folder.run("sync").exits(0);
        assert_eq!(folder.state("dose"), "stale (meaning)");
        assert_eq!(folder.record(LEDGER, "dose").unwrap()[1], print(OLD));
        folder.is_settled();
    }
}

#[test]
fn everything_reverted_is_as_it_was() {
    let folder = Folder::translated();
    let before = folder.files();
    folder.git("init -q").exits(0);
    folder.commit("one");
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    folder.git("checkout -q .").exits(0);
    folder.git("clean -fdq").exits(0);
    folder.is_settled();
    assert_eq!(folder.files(), before);
}
