//! `yakugo review`: a reviewer goes through what is stale, one key an answer.

use crate::folder::{ARTICLE, CONFIG, EN, FLUENT, Folder, LEDGER, PAST, print};

const DOSE: &str = "濃度は100 ng/mLです。";
const LAW: &str = "日本国内では承認されていません。";

/// Both translations are stale: the dose in its meaning, the law in its wording.
fn two_stale() -> Folder {
    let folder = Folder::translated();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.edit(ARTICLE, "国内では", "日本国内では");
    folder.on("2026-11-03").run("sync").exits(0);
    folder
}

/// An editor that types a text below what is shown.
fn types(text: &str) -> String {
    format!("printf '%s\\n' '{text}' >> \"$1\"\n")
}

/// What the ledger has for a unit: the source it answers, its state.
fn answered(folder: &Folder, id: &str) -> (String, String) {
    let record = folder.record(LEDGER, id).unwrap();
    (record[1].clone(), record[4].clone())
}

#[test]
fn a_card_shows_what_a_reviewer_needs() {
    let folder = two_stale();
    folder
        .write("terms.csv", "concept,locale,term,status\nlaw,ja,承認,preferred\nlaw,en,approval,preferred\n");
    folder.write("yakugo.toml", format!("{CONFIG}glossary = [\"terms.csv\"]\n"));
    let shown = folder.review("", &["s"], "").exits(0).out;
    for part in [
        "1/2 · en · paragraph · dose\nstale (meaning: 10 ng/mL → 100 ng/mL) · since 2026-11-03\nlocales/en/dose.ftl:4\n",
        "\n  ja  濃度は[-10-]{+100+} ng/mLです。\n  en  The concentration is 10 ng/mL.\n",
        "v still valid  e edit  r reviewed  d needs work  s skip  q quit > ",
        "2/2 · en · paragraph · law\nstale (wording) · ",
        "\n  terms  承認 → approval\n",
        "0 answered, 2 stale in the project.",
    ] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
}

#[test]
fn still_valid_answers_what_was_shown() {
    let folder = two_stale();
    let text = folder.read(EN);
    folder.review("", &["s", "v"], "").exits(0).says("1 answered, 1 stale");
    assert_eq!((folder.state("dose"), folder.state("law")), ("stale (meaning)".into(), "fresh".into()));
    assert_eq!(answered(&folder, "law"), (print(LAW), "translated".to_owned()));
    let without_note: String = text
        .split_inclusive('\n')
        .enumerate()
        .filter(|(at, _)| !(8..11).contains(at))
        .map(|(_, l)| l)
        .collect();
    assert_eq!(folder.read(EN), without_note);
    folder.is_settled();
}

#[test]
fn a_changed_meaning_is_confirmed() {
    for (second, expected) in [("n", "stale (meaning)"), ("", "stale (meaning)"), ("y", "fresh")] {
        for key in ["v", "r"] {
            let folder = Folder::stale();
            folder
                .review("", &[key, second, "q"], "")
                .exits(0)
                .says("The meaning changed (10 ng/mL → 100 ng/mL): right all the same? y/N");
            assert_eq!(folder.state("dose"), expected, "{key} {second}");
        }
    }
}

#[test]
fn a_second_person_reviews() {
    let folder = two_stale();
    folder.review("", &["r", "y"], "").exits(0);
    assert_eq!(answered(&folder, "dose"), (print(DOSE), "reviewed".to_owned()));
    assert_eq!(folder.states("en"), "1 stale, 1 fresh, 1 reviewed");
    // A fresh translation is looked at when it is named.
    folder.run("accept law").exits(0);
    folder.review("law", &["r"], "").exits(0);
    assert_eq!(folder.states("en"), "2 fresh, 2 reviewed");
    folder.is_settled();
}

#[test]
fn what_needs_work_stays_stale() {
    let folder = two_stale();
    let before = answered(&folder, "dose").0;
    folder.review("", &["d", "q"], "").exits(0);
    assert_eq!(answered(&folder, "dose"), (before, "draft".to_owned()));
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
    let again =
        folder.review("dose", &["d"], "").exits(0).says("stale (meaning: 10 ng/mL → 100 ng/mL), a draft");
    assert!(!again.out.contains("d needs work"), "{}", again.out);
    // What is fresh becomes a draft, and is fresh no less.
    folder.run("accept law").exits(0);
    folder.review("law", &["d"], "").exits(0);
    assert_eq!(folder.states("en"), "1 stale, 1 fresh, 1 draft");
}

#[test]
fn an_editor_opens_plain_text() {
    let folder = two_stale();
    let copy = folder.path("opened.txt");
    let editor = format!("cp \"$1\" '{}'\n{}", copy.display(), types("The concentration is 100 ng/mL."));
    folder.review("", &["e", "q"], &editor).exits(0);
    let opened = folder.read("opened.txt");
    for part in [
        "paragraph · stale (meaning: 10 ng/mL → 100 ng/mL)\n",
        "ja, as it was translated:\n濃度は10 ng/mLです。\n",
        "ja, what changed:\n濃度は[-10-]{+100+} ng/mLです。\n",
        "ja, now:\n濃度は100 ng/mLです。\n",
        "The concentration is 10 ng/mL.\n\n-------- dose in en: type the translation below this line --------\n\n",
    ] {
        assert!(opened.contains(part), "{part}\n{opened}");
    }
    assert!(!opened.contains("dose ="), "{opened}");
    folder.remove("opened.txt");
    assert!(folder.read(EN).contains("\ndose = The concentration is 100 ng/mL.\n"));
    assert_eq!(answered(&folder, "dose"), (print(DOSE), "translated".to_owned()));
    folder.is_settled();
}

#[test]
fn whatever_is_typed_comes_back_as_it_was_typed() {
    let check = |typed: &str, expected: &str| {
        let folder = Folder::stale();
        folder.review("", &["e"], &types(typed)).exits(0).says("1 answered, 0 stale");
        let changed = folder.json("status --format json");
        assert_eq!(changed["locales"]["en"]["stale"], 0, "{typed}");
        folder.run("render --locale en --out .").exits(0);
        assert_eq!(folder.read("dose.md").lines().nth(1), Some(expected), "{}", folder.read(EN));
        folder.is_settled();
    };
    check("a {b} } c", "a {b} } c");
    check("   leading and trailing   ", "leading and trailing");
    check("dose = 10", "dose = 10");
    check(".attr = 10", ".attr = 10");
    check("two\nlines", "two lines");
    check("# no comment", r"\# no comment");
    check("a\u{7}b", "a\u{7}b");
}

#[test]
fn what_cannot_be_taken_is_said_and_asked_again() {
    let check = |editor: &str, said: &str| {
        let folder = Folder::stale();
        let before = folder.files();
        folder.review("", &["e"], editor).exits(0).says(said);
        assert_eq!(folder.files(), before, "{editor}");
    };
    check("", "Not answered: nothing was typed");
    check("exit 3", "Not answered: the editor `sh ");
    check("rm \"$1\"", "there is no such file");
    check(": > \"$1\"", "the line above the translation is gone");
    check("printf '\\377' >> \"$1\"", "not UTF-8");
    check(&types("The concentration is  10 ng/mL."), "the text is as it was before");
    check(&types("yakugo: stale (wording)"), "looks like one of yakugo's own notes");
}

#[test]
fn what_was_typed_is_offered_again_and_never_thrown_away() {
    let folder = Folder::stale();
    // The editor fails the first time, after it saved; the second time it finds what was typed.
    let editor = format!("if grep -q Hundred \"$1\"; then exit 0; fi\n{}exit 1\n", types("Hundred ng/mL."));
    folder.review("", &["e", "e"], &editor).exits(0).says("failed").says("1 answered");
    assert!(folder.read(EN).contains("dose = Hundred ng/mL."));
    // Who goes without saving is shown it once more.
    let other = Folder::stale();
    for leave in [vec!["e", "q"], vec!["e", "s"], vec!["e"]] {
        other.review("", &leave, &editor).exits(0).says("Not saved:\nHundred ng/mL.\n");
    }
    assert_eq!(other.state("dose"), "stale (meaning)");
    // Nor does it turn up in the editor of another unit.
    let two = two_stale();
    let ran = two.review("", &["s", "v", "u", "e", "v", "e"], &editor).exits(0);
    assert_eq!(ran.out.matches("Not saved:\nHundred ng/mL.\n").count(), 1, "{}", ran.out);
}

#[test]
fn an_answer_is_taken_back_to_the_byte() {
    let folder = two_stale();
    let before = folder.files();
    let editor = types("The concentration is 100 ng/mL.");
    folder.review("", &["e", "v", "u", "u", "q"], &editor).exits(0).says("0 answered, 2 stale");
    assert_eq!(folder.files(), before);
    folder.review("", &["u", "q"], "").exits(0).says("there is nothing to undo");
    // It stands at that unit again, which may be answered otherwise.
    folder.review("", &["d", "u", "v", "y"], "").exits(0);
    assert_eq!(answered(&folder, "dose"), (print(DOSE), "translated".to_owned()));
}

#[test]
fn nothing_that_somebody_saved_since_is_taken_back() {
    let folder = two_stale();
    // The second editor changes the file that the first answer wrote.
    let editor = format!(
        "if grep -q '^-.* law in' \"$1\"; then echo '# mine' >> {EN}; else {} fi\n",
        types("Hundred.")
    );
    folder.review("", &["e", "e", "u", "q"], &editor).exits(0).says("was changed while yakugo was working");
    assert!(folder.read(EN).ends_with("# mine\n"));
    assert!(folder.read(EN).contains("dose = Hundred."));
}

#[test]
fn an_interrupted_review_keeps_every_answer_given() {
    let folder = two_stale();
    // The answers end in the middle.
    folder.review("", &["v", "y"], "").exits(0).says("1 answered, 1 stale");
    assert_eq!((folder.state("dose"), folder.state("law")), ("fresh".into(), "stale (wording)".into()));
    folder.is_settled();
    // The next review goes on with what is left.
    folder.review("", &["v"], "").exits(0).says("1/1 · en · paragraph · law");
    folder.review("", &[], "").exits(0).says("Nothing to review.");
}

#[test]
fn an_article_that_changes_meanwhile_makes_the_answer_stale_again() {
    let folder = Folder::stale();
    let editor =
        format!("sed -i.old 's/100 ng/1000 ng/' {ARTICLE}\n{}", types("The concentration is 100 ng/mL."));
    folder
        .review("", &["e", "q"], &editor)
        .exits(0)
        .says("the article changed meanwhile")
        .says("濃度は[-100-]{+1000+} ng/mLです。");
    assert_eq!(folder.state("dose"), "stale (meaning)");
    assert_eq!(answered(&folder, "dose").0, print(DOSE));
    assert!(folder.read(EN).contains("dose = The concentration is 100 ng/mL."));
    assert!(folder.read(PAST).contains(DOSE));
}

#[test]
fn a_translation_that_changes_meanwhile_is_looked_at_again() {
    let folder = Folder::stale();
    let editor = format!("sed -i.old 's/^dose = .*/dose = Typed by another./' {EN}\n{}", types("Mine."));
    folder
        .review("", &["e"], &editor)
        .exits(0)
        .says("somebody changed the translation")
        .says("Not saved:\nMine.");
    assert!(folder.read(EN).contains("dose = Typed by another."));
    assert_ne!(folder.state("dose"), "fresh");
}

#[test]
fn what_is_missing_is_translated() {
    let folder = Folder::doses();
    folder.review("", &[], "").exits(0).says("Nothing to review.");
    let ran = folder.review("--missing", &["v", "e", "e"], &types("Text.")).exits(0);
    let ran = ran.says("That cannot be said").says("e translate  s skip  q quit");
    assert!(ran.out.contains("2 answered, 0 stale"), "{}", ran.out);
    assert_eq!(folder.states("en"), "2 fresh");
    folder.is_settled();
    // And what no ledger knows is adopted.
    folder.remove(LEDGER);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 unrecorded");
    folder.review("--missing", &["v", "r"], "").exits(0);
    assert_eq!(
        (answered(&folder, "dose").1, answered(&folder, "law").1),
        ("adopted".into(), "reviewed".into())
    );
}

#[test]
fn every_locale_has_its_own_answer() {
    let config = CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]");
    let folder = Folder::new(&[
        ("yakugo.toml", &config),
        (ARTICLE, "<!-- yakugo:id dose -->\n濃度は10 ng/mLです。\n"),
    ]);
    folder.run("sync").exits(0);
    folder.edit(EN, "# dose =", "# dose = Ten.");
    folder.edit("locales/de/dose.ftl", "# dose =", "# dose = Zehn.");
    folder.run("sync").exits(0);
    folder.edit(ARTICLE, "10 ng", "100 ng");
    // Nobody ran `sync`: what is shown is written first.
    folder.review("--locale de", &["e"], &types("Hundert.")).exits(0).says("1/1 · de · ");
    assert_eq!((folder.states("en"), folder.states("de")), ("1 stale".to_owned(), "1 fresh".to_owned()));
    assert!(folder.read("locales/de/dose.ftl").contains("dose = Hundert."));
    folder.is_settled();
    folder.review("locales/en/dose.ftl:7", &["v", "y"], "").exits(0).says("1/1 · en · ");
    folder.review("--locale fr", &[], "").exits(2).says("no target locale `fr`");
    folder.review("nowhere", &[], "").exits(2);
}

#[test]
fn hand_written_messages_must_stay_fluent() {
    let folder = Folder::new(&[("yakugo.toml", FLUENT), ("ui/app.ftl", "cells = { $count } cells\n")]);
    folder.run("sync").exits(0);
    folder.review("--missing", &["e"], &types("{ $count Zellen")).exits(0).says("the text is no Fluent");
    assert_eq!(folder.states("de"), "1 missing");
    folder.edit("ui/app.ftl", "} cells\n", "} cells\n    .title = Cells\n");
    folder
        .review("--missing", &["e"], &types("{ $count } Zellen"))
        .exits(0)
        .says("`.title`")
        .says("Not saved:");
    assert_eq!(folder.states("de"), "1 missing");
    folder.review("--missing", &["e"], &types("{ $count } Zellen\n.title = Zellen")).exits(0);
    assert!(folder.read("locales/de/app.ftl").contains("{ $count } Zellen\n    .title = Zellen\n"));
    folder.is_settled();
}

#[test]
fn who_reviewed_is_recorded_on_request() {
    let folder = Folder::stale();
    folder.write("yakugo.toml", format!("{CONFIG}[ledger]\nby = \"git\"\n"));
    folder.git("init -q").exits(0);
    folder.git("config user.name Reviewer").exits(0);
    folder.review("", &["r", "y"], "").exits(0);
    assert_eq!(folder.record(LEDGER, "dose").unwrap()[5], "Reviewer");
}

#[test]
fn rendered_pages_are_not_forgotten() {
    let folder = two_stale();
    folder.write("yakugo.toml", format!("{CONFIG}[render]\npath = \"out/{{locale}}/{{document}}.md\"\n"));
    folder.run("sync").exits(0);
    folder.run("accept law").exits(0).says("Next: `yakugo sync` writes the rendered pages anew");
    folder.review("", &["v", "y"], "").exits(0).says("Next: `yakugo sync` writes the rendered pages anew");
}
