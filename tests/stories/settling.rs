//! How a stale translation is settled, and what is no settlement: the stories of translators, authors and editors.

use crate::folder::{ARTICLE, ATTIC, CONFIG, EN, FLUENT, Folder, LEDGER};

const DOSE: [&str; 3] = ["濃度は10 ng/mLです。", "濃度は100 ng/mLです。", "濃度は100 ng/mL以下です。"];

/// A stale dose in git: translated from 10 ng/mL, and the article says 100 ng/mL.
fn stale_in_git() -> Folder {
    let folder = Folder::stale();
    folder.git("init -q").exits(0);
    folder.commit("stale");
    folder
}

/// The translator answers 100 ng/mL on a branch, while the article goes on to "at most 100 ng/mL" on main; `sync` is
/// what the author runs there. Squashed, with the translator's side where git asks.
fn squashed(sync: &str) -> Folder {
    let folder = stale_in_git();
    folder.git("checkout -q -b translation").exits(0);
    folder.delete_lines(EN, "# yakugo:");
    folder.edit(EN, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    folder.commit("answered");
    folder.git("checkout -q main").exits(0);
    folder.edit(ARTICLE, DOSE[1], DOSE[2]);
    folder.run(sync).exits(0);
    folder.commit("changed");
    folder.git("merge -q --squash translation");
    if folder.git("diff --name-only --diff-filter=U").out.contains(EN) {
        folder.git(&format!("checkout -q --theirs {EN}")).exits(0);
    }
    folder.git("add -A").exits(0);
    folder
}

#[test]
fn a_text_answered_on_one_branch_and_changed_again_on_the_other_is_stale() {
    for sync in ["sync --source", "sync", "status"] {
        let folder = squashed(sync);
        for synced in [false, true] {
            assert_eq!(folder.state("dose"), "stale (meaning)", "{sync}");
            let diff = folder.json("diff --format json");
            let change = &diff["changes"][0];
            // From what the translator answered to what stands there now.
            assert_eq!((&change["old"], &change["new"]), (&DOSE[1].into(), &DOSE[2].into()), "{sync}");
            assert_eq!(change["translation"], "The concentration is 100 ng/mL.");
            if !synced {
                folder.run("sync").exits(0);
            }
        }
        folder.is_settled();
        folder.git("add -A").exits(0);
        folder.git("commit -q -m merged").exits(0);
    }
}

#[test]
fn both_steps_of_a_text_that_changed_twice_are_shown() {
    let folder = stale_in_git();
    folder.edit(ARTICLE, DOSE[1], DOSE[2]);
    let diff = folder.json("diff --format json");
    let change = &diff["changes"][0];
    assert_eq!(change["old"], DOSE[0], "what was translated");
    assert_eq!(change["between"], DOSE[1], "what the file shows, and an answer would answer");
    assert_eq!(change["new"], DOSE[2], "what stands there now");
    folder.run("diff").exits(0).says(&format!("the file shows: {}", DOSE[1]));
    folder.run("sync").exits(0);
    assert!(folder.json("diff --format json")["changes"][0]["between"].is_null());
}

#[test]
fn changed_and_changed_back_before_anyone_looked_is_fresh_and_still_reviewed() {
    let folder = Folder::translated();
    folder.run("accept --reviewed dose").exits(0);
    folder.git("init -q").exits(0);
    folder.commit("reviewed");
    let before = folder.files();
    for sync in ["sync", "sync --source", "status"] {
        folder.edit(ARTICLE, "10 ng", "100 ng");
        folder.run(sync).exits(0);
        folder.commit("changed");
        folder.git("revert --no-edit HEAD").exits(0);
        folder.run("sync").exits(0);
        assert_eq!(folder.states("en"), "2 fresh, 1 reviewed", "{sync}");
        assert_eq!(folder.files()[LEDGER], before[LEDGER], "{sync}");
        folder.is_settled();
    }
}

#[test]
fn a_message_that_a_translator_deleted_is_missing_and_asked_for_again() {
    let folder = Folder::translated();
    folder.run("accept --reviewed dose").exits(0);
    let before = folder.read(EN);
    folder.edit(EN, "dose = The concentration is 10 ng/mL.\n", "");
    assert_eq!(folder.states("en"), "1 missing, 1 fresh");
    folder.run("sync").exits(0);
    assert!(folder.read(EN).contains("# yakugo: missing · paragraph"), "{}", folder.read(EN));
    assert!(!folder.has(ATTIC), "its source is there: it waits for nothing");
    folder.run("render --locale en --out out").exits(0);
    assert!(folder.read("out/dose.md").contains(DOSE[0]));
    folder.is_settled();
    // A dose that changed meanwhile, and the old translation pasted back: it answers what it answered.
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    folder.write(EN, before);
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.edit(ARTICLE, "100 ng", "10 ng");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh", "but it was reviewed before it was deleted, not since");
}

#[test]
fn identical_paragraphs_of_two_documents_are_translated_and_change_apart() {
    let text = "使用前に担当の医師に相談します。\n";
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, text), ("articles/use.md", text)]);
    folder.run("sync").exits(0);
    let use_en = "locales/en/use.ftl";
    let id_in = |path: &str| -> String {
        let file = folder.read(path);
        let line =
            file.lines().find_map(|line| line.strip_prefix("# ")?.strip_suffix(" =").map(str::to_owned));
        line.unwrap()
    };
    let (one, other) = (id_in(EN), id_in(use_en));
    assert_ne!(one, other);
    folder.edit(EN, &format!("# {one} ="), &format!("# {one} = Ask your physician before use."));
    folder.run("sync").exits(0);
    assert_eq!((folder.state(&one), folder.state(&other)), ("fresh".into(), "missing".into()));
    folder.edit(use_en, &format!("# {other} ="), &format!("# {other} = Consult your doctor first."));
    folder.run("sync").exits(0);
    folder.edit("articles/use.md", "使用前に", "毎回の使用前に");
    folder.run("sync").exits(0);
    assert_eq!((folder.state(&one), folder.state(&other)), ("fresh".into(), "stale (wording)".into()));
    folder.run(&format!("accept --source-change {other}")).exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    folder.is_settled();
}

#[test]
fn a_developer_who_changes_a_value_under_the_same_id_is_seen() {
    let folder =
        Folder::new(&[("yakugo.toml", FLUENT), ("ui/app.ftl", "limit = At most { $n } files of 10 MB.\n")]);
    folder.run("sync").exits(0);
    let de = "locales/de/app.ftl";
    folder.edit(de, "# limit =", "# limit = Höchstens { $n } Dateien zu 10 MB.");
    folder.run("sync").exits(0);
    folder.edit("ui/app.ftl", "10 MB", "100 MB");
    assert_eq!(folder.state("limit"), "stale (meaning)", "before anybody ran sync");
    folder.run("sync").exits(0);
    assert!(folder.read(de).contains("# yakugo: was At most { $n } files of 10 MB."), "{}", folder.read(de));
    folder.is_settled();
}

#[test]
fn comments_of_a_translator_go_wherever_their_message_goes() {
    let folder = Folder::translated();
    let comment = "# asked the author: nanograms, not micrograms\n";
    folder.edit(EN, "dose =", &format!("{comment}dose ="));
    folder.run("sync").exits(0);
    let stands = |path: &str| folder.read(path).contains(&format!("{comment}dose = The concentration"));
    assert!(stands(EN));
    assert_eq!(folder.states("en"), "2 fresh", "a comment is no change");
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    assert!(stands(EN) && folder.read(EN).contains("# yakugo: stale"));
    let article = folder.read(ARTICLE);
    folder.write(ARTICLE, article.replace(DOSE[1], "").replace("<!-- yakugo:id dose -->", ""));
    folder.run("sync").exits(0);
    assert!(stands(ATTIC) && !folder.read(EN).contains(comment), "{}", folder.read(ATTIC));
    folder.write(ARTICLE, article);
    folder.run("sync").exits(0);
    assert!(stands(EN), "{}", folder.read(EN));
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.delete_lines(EN, "# yakugo:");
    folder.edit(EN, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    assert!(
        folder.read(EN).contains(&format!("{comment}dose = The concentration is 100")),
        "{}",
        folder.read(EN)
    );
    folder.is_settled();
}

#[test]
fn another_preferred_term_makes_nothing_stale_but_findings() {
    let folder = Folder::translated();
    let terms = |preferred: &str, other: &str| {
        format!(
            "concept,locale,term,status\nconcentration,ja,濃度,preferred\nconcentration,en,{preferred},preferred\n\
             concentration,en,{other},deprecated\n"
        )
    };
    folder.write("yakugo.toml", format!("{CONFIG}glossary = [\"glossary/*.csv\"]\n"));
    folder.write("glossary/terms.csv", terms("concentration", "strength"));
    folder.run("sync").exits(0);
    let (states, files) = (folder.states("en"), folder.files());
    let of_terms = || folder.findings("term-deprecated").len() + folder.findings("term-missing").len();
    assert_eq!(of_terms(), 0, "{:#?}", folder.findings(""));
    folder.write("glossary/terms.csv", terms("strength", "concentration"));
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), states);
    for path in [EN, LEDGER] {
        assert_eq!(folder.files()[path], files[path]);
    }
    assert_eq!(folder.finding("term-deprecated")["id"], "dose");
}

#[test]
fn translations_from_before_yakugo_are_adopted_on_somebodys_word_and_then_kept_true() {
    let folder = Folder::doses();
    for path in [EN, LEDGER] {
        folder.remove(path);
    }
    // A file as it came from elsewhere: one translation, one copy of the source, a message of its own.
    folder.write(EN, "# from the old site\ndose = The concentration is 10 ng/mL.\nlaw = 国内では承認されていません。\nextra = Imprint\n");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 missing, 1 unrecorded");
    folder.run("render --locale en --out out").exits(0);
    assert!(folder.read("out/dose.md").contains(DOSE[0]), "nobody vouched for it");
    folder.run("accept dose").exits(1).says("yakugo adopt dose");
    folder.run("adopt").exits(0);
    assert_eq!(folder.states("en"), "1 missing, 1 fresh");
    assert_eq!(folder.record(LEDGER, "dose").unwrap()[4], "adopted");
    let file = folder.read(EN);
    assert!(file.contains("# from the old site\ndose = The") && file.contains("extra = Imprint"), "{file}");
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
}

#[test]
fn a_typo_fixed_in_a_stale_dose_leaves_it_stale() {
    for before in ["The concentration", "10 ng/mL."] {
        let folder = Folder::stale();
        folder.edit(EN, before, &before.replace("The", "the").replace("mL", "ml"));
        for _ in 0..3 {
            folder.run("sync").exits(0);
            assert_eq!(folder.state("dose"), "stale (meaning)");
        }
        folder.run("render --locale en --out out").exits(0);
        assert!(!folder.read("out/dose.md").contains("is 10 ng"));
        // Nor does the note's end make it fresh once the text was changed under it.
        folder.delete_lines(EN, "# yakugo:");
        folder.run("sync").exits(0);
        assert_eq!(folder.state("dose"), "stale (meaning)");
        folder.run("check").exits(1);
        folder.is_settled();
    }
}
