//! `accept --source-change`: one edit of the source, judged once for all locales.

use crate::folder::{ARTICLE, CONFIG, EN, Folder, PAST};

const DE: &str = "locales/de/dose.ftl";

/// A dose and a sentence about the law, translated into two locales; the first was reviewed in English.
fn project() -> Folder {
    let folder = Folder::doses();
    folder.write("yakugo.toml", CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]"));
    folder.run("sync").exits(0);
    for (path, dose, law) in [
        (EN, "The concentration is 10 ng/mL.", "It is not approved in Japan."),
        (DE, "Die Konzentration beträgt 10 ng/ml.", "In Japan nicht zugelassen."),
    ] {
        folder.edit(path, "# dose =", &format!("# dose = {dose}"));
        folder.edit(path, "# law =", &format!("# law = {law}"));
    }
    folder.run("sync").exits(0);
    folder.run("accept --reviewed --locale en law").exits(0);
    folder.git("init -q").exits(0);
    folder.commit("translated");
    folder
}

/// The sentence about the law, in other words.
pub(crate) fn reworded() -> Folder {
    let folder = project();
    folder.edit(ARTICLE, "国内では承認", "日本国内では承認");
    folder.on("2026-11-05").run("sync").exits(0);
    assert_eq!(
        (folder.states("en"), folder.states("de")),
        ("1 stale, 1 fresh".into(), "1 stale, 1 fresh".into())
    );
    folder
}

#[test]
fn an_edit_is_judged_once_for_all_locales() {
    let folder = reworded();
    folder
        .run_args(&["accept", "--source-change", "law", "--reason", "the same country"])
        .exits(0)
        .says("fresh in en, de");
    assert_eq!((folder.states("en"), folder.states("de")), ("2 fresh, 1 reviewed".into(), "2 fresh".into()));
    assert!(folder.read(PAST).contains("· reason: the same country"), "{}", folder.read(PAST));
    for path in [EN, DE] {
        assert!(!folder.read(path).contains("yakugo:"), "{}", folder.read(path));
    }
    folder.is_settled();
    folder.run("accept --source-change law").exits(1).says("there is no edit to judge");
}

#[test]
fn a_verdict_holds_before_a_locale_was_synced() {
    let folder = project();
    folder.edit(ARTICLE, "国内では承認", "日本国内では承認");
    // The author knows what the edit was; the locales need not have seen it.
    folder.run("accept --source-change law").exits(0);
    assert_eq!((folder.states("en"), folder.states("de")), ("2 fresh, 1 reviewed".into(), "2 fresh".into()));
    folder.is_settled();
}

#[test]
fn a_verdict_is_for_its_edit_and_no_later_one() {
    let folder = reworded();
    folder.run("accept --source-change law").exits(0);
    folder.edit(ARTICLE, "日本国内では承認", "日本の国内では承認");
    folder.run("sync").exits(0);
    assert_eq!(
        (folder.states("en"), folder.states("de")),
        ("1 stale, 1 fresh".into(), "1 stale, 1 fresh".into())
    );
    // The edit undone, the verdict holds again.
    folder.edit(ARTICLE, "日本の国内では承認", "日本国内では承認");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh, 1 reviewed");
    folder.is_settled();
}

#[test]
fn a_translation_answered_since_needs_no_verdict_and_a_locale_of_another_branch_gets_it() {
    let folder = project();
    // A branch adds a locale that translates the old text.
    folder.git("checkout -q -b french").exits(0);
    folder.write("yakugo.toml", CONFIG.replace("[\"en\"]", "[\"en\", \"de\", \"fr\"]"));
    folder.run("sync").exits(0);
    folder.edit("locales/fr/dose.ftl", "# law =", "# law = Non autorisé au Japon.");
    folder.edit("locales/fr/dose.ftl", "# dose =", "# dose = La concentration est de 10 ng/ml.");
    folder.run("sync").exits(0);
    folder.commit("french");
    folder.git("checkout -q main").exits(0);
    folder.edit(ARTICLE, "国内では承認", "日本国内では承認");
    folder.run("sync").exits(0);
    folder.run("accept --source-change law").exits(0);
    folder.commit("judged");
    folder.git("merge -q --no-edit french").exits(0);
    assert_eq!(folder.states("fr"), "2 fresh");
    folder.run("sync").exits(0);
    assert_eq!((folder.states("fr"), folder.states("en")), ("2 fresh".into(), "2 fresh, 1 reviewed".into()));
    folder.is_settled();
}

#[test]
fn a_changed_meaning_needs_a_reason() {
    let folder = project();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    folder.run("accept --source-change dose").exits(1).says("10 ng/mL → 100 ng/mL").says("--reason");
    folder.run_args(&["accept", "--source-change", "dose", "--reason", "  "]).exits(1);
    assert_eq!(folder.states("en"), "1 stale, 1 fresh, 1 reviewed");
    folder
        .run_args(&[
            "accept",
            "--source-change",
            "dose",
            "--reason",
            "the article was wrong,\nthe translations right",
        ])
        .exits(0);
    assert_eq!(folder.states("en"), "2 fresh, 1 reviewed");
    folder.is_settled();
    // Whoever takes the reason out of the file takes the verdict back.
    folder.edit(PAST, " · reason: the article was wrong, the translations right", "");
    assert_eq!(folder.states("en"), "1 stale, 1 fresh, 1 reviewed");
    assert_eq!(folder.state("dose"), "stale (meaning)");
}

#[test]
fn a_changed_concept_needs_a_reason() {
    const NO_TERMS: &str = "concept,locale,term,status\n";
    let folder = project();
    let config = folder.read("yakugo.toml");
    folder.write("yakugo.toml", format!("glossary = [\"terms.csv\"]\n{config}"));
    folder.write("terms.csv", NO_TERMS);
    folder.edit(ARTICLE, "承認されて", "認可されて");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("law"), "stale (wording)");
    let terms = format!("{NO_TERMS}approval,ja,承認,preferred\nlicence,ja,認可,preferred\n");
    folder.write("terms.csv", &terms);
    folder
        .run("accept --source-change law")
        .exits(1)
        .says("concept gone: approval; came: licence")
        .says("--reason");
    // Judged before the glossary knew the concepts: without a reason that counts no longer.
    folder.write("terms.csv", NO_TERMS);
    folder.run("accept --source-change law").exits(0).says("fresh in en, de");
    folder.is_settled();
    folder.write("terms.csv", &terms);
    assert_eq!(folder.state("law"), "stale (meaning)");
    folder.run("sync");
    let args = ["accept", "--source-change", "law", "--reason", "the same office does both"];
    folder.run_args(&args).exits(0).says("fresh in en, de");
    assert_eq!(folder.states("de"), "2 fresh");
    folder.is_settled();
}

#[test]
fn locales_that_answer_different_texts_are_judged_one_by_one() {
    let folder = reworded();
    folder.run("accept --locale de law").exits(0);
    folder.edit(ARTICLE, "日本国内では承認", "日本の国内では承認");
    folder.run("sync").exits(0);
    folder.run("accept --source-change law").exits(1).says("answer different texts of law (en, but de)");
    folder.run("accept --source-change --locale de law").exits(0).says("fresh in de, still stale in en");
    assert_eq!((folder.states("en"), folder.states("de")), ("1 stale, 1 fresh".into(), "2 fresh".into()));
    folder.is_settled();
}

#[test]
fn a_text_changed_under_its_note_answers_nothing_whatever_was_judged() {
    let folder = reworded();
    folder.edit(EN, "approved in Japan", "approved");
    folder.run("accept --source-change law").exits(0).says("fresh in de, still stale in en");
    assert_eq!(folder.states("en"), "1 stale, 1 fresh");
    folder.is_settled();
}

#[test]
fn a_verdict_that_nobody_can_read_makes_nothing_fresh() {
    let judged = reworded();
    judged.run("accept --source-change law").exits(0);
    for (from, to) in [
        ("same as 1:", "same as 9:"),
        ("same as", "sama as"),
        ("same as 1:", "same as 1:0"),
        ("same as", "fresh for"),
    ] {
        let folder = judged.copy();
        let text = folder.read(PAST).replace(from, to);
        folder.write(PAST, &text);
        assert_eq!(folder.states("en"), "1 stale, 1 fresh", "{to}");
        let finding = folder.finding("records");
        assert_eq!(
            (finding["severity"].as_str(), finding["path"].as_str()),
            (Some("error"), Some(PAST)),
            "{finding}"
        );
        folder.run("sync").exits(1);
        assert_eq!(folder.read(PAST), text, "nothing of it is lost");
        folder.edit(ARTICLE, "承認されて", "認可されて");
        folder.run("accept --source-change law").exits(1);
        assert_eq!(folder.read(PAST), text);
    }
}

#[test]
fn two_branches_that_judge_two_edits_keep_both() {
    let folder = project();
    folder.edit(ARTICLE, "国内では承認", "日本国内では承認");
    folder.edit(ARTICLE, "濃度は10 ng/mLです。", "濃度は10 ng/mLである。");
    folder.run("sync").exits(0);
    folder.commit("reworded");
    folder.git("checkout -q -b theirs").exits(0);
    folder.run("accept --source-change law").exits(0);
    folder.commit("law");
    folder.git("checkout -q main").exits(0);
    folder.run("accept --source-change dose").exits(0);
    folder.commit("dose");
    folder.git("merge -q --no-edit theirs").exits(0);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("de"), "2 fresh");
    folder.is_settled();
}
