//! Combinations that nobody plans and somebody meets.

use crate::folder::{ARTICLE, ATTIC, CONFIG, EN, Folder, LEDGER, print};

#[test]
fn two_translations_without_a_blank_line_between_them() {
    let folder = Folder::translated();
    folder.write(EN, "dose = Ten.\nlaw = No.\n");
    folder.run("sync").exits(0);
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    assert_eq!(
        (folder.state("dose"), folder.state("law")),
        ("stale (meaning)".to_owned(), "fresh".to_owned())
    );
    folder.edit(ARTICLE, "承認されていません", "承認されています");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 stale");
    folder.is_settled();
    // The first is emptied: its stub must not become the comment of the second.
    folder.edit(EN, "dose = Ten.", "dose =");
    folder.run("sync").exits(0);
    assert_eq!(
        (folder.state("dose"), folder.state("law")),
        ("missing".to_owned(), "stale (meaning)".to_owned())
    );
    assert!(folder.read(EN).contains("# dose =\n\n# yakugo: stale"), "{}", folder.read(EN));
    folder.is_settled();
    folder.edit(EN, "# dose =", "# dose = Hundred.");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "fresh");
    folder.is_settled();
}

#[test]
fn two_stubs_filled_with_each_others_text_are_two_answers() {
    let folder = Folder::doses();
    folder.edit(EN, "# dose =", "# dose = 国内では承認されていません。");
    folder.edit(EN, "# law =", "# law = 濃度は10 ng/mLです。");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    assert!(folder.read(EN).contains("\ndose = 国内では承認されていません。\n"));
    folder.is_settled();
}

#[test]
fn a_text_moved_from_one_stub_to_another_file_of_another_locale() {
    // The German file is begun as a copy of the English one: nothing in it is known.
    let folder = Folder::stale();
    folder.write("yakugo.toml", CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]"));
    folder.write("locales/de/dose.ftl", folder.read(EN));
    folder.run("sync").exits(0);
    assert_eq!(folder.states("de"), "2 unrecorded");
    assert_eq!(folder.states("en"), "1 stale, 1 fresh");
    folder.is_settled();
}

#[test]
fn a_unit_whose_text_becomes_that_of_its_neighbour() {
    let folder = Folder::translated();
    folder.edit(ARTICLE, "国内では承認されていません。", "濃度は10 ng/mLです。");
    folder.run("sync").exits(0);
    assert_eq!(
        (folder.state("dose"), folder.state("law")),
        ("fresh".to_owned(), "stale (meaning)".to_owned())
    );
    folder.edit(ARTICLE, "<!-- yakugo:id dose -->\n濃度は10 ng/mLです。\n\n", "");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 stale");
    assert!(folder.read(ATTIC).contains("dose = The concentration is 10 ng/mL."));
    folder.is_settled();
}

#[test]
fn two_pins_exchanged() {
    let folder = Folder::translated();
    let article = folder.read(ARTICLE);
    let swapped = article.replace("id dose", "id x").replace("id law", "id dose").replace("id x", "id law");
    folder.write(ARTICLE, &swapped);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 stale");
    folder.is_settled();
    folder.write(ARTICLE, article);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    folder.is_settled();
}

#[test]
fn a_translation_without_a_ledger_whose_segment_goes() {
    let folder = Folder::translated();
    folder.remove(LEDGER);
    folder.edit(ARTICLE, "<!-- yakugo:id dose -->\n濃度は10 ng/mLです。\n\n", "");
    folder.run("sync").exits(0);
    let kept = |folder: &Folder| {
        let attic = if folder.has(ATTIC) { folder.read(ATTIC) } else { String::new() };
        (folder.read(EN) + &attic).matches("The concentration is 10 ng/mL.").count()
    };
    assert_eq!(kept(&folder), 1);
    folder.is_settled();
    folder.write(ARTICLE, folder.read(ARTICLE) + "\n<!-- yakugo:id dose -->\n濃度は10 ng/mLです。\n");
    folder.run("sync").exits(0);
    assert_eq!(kept(&folder), 1);
    assert_eq!(folder.states("en"), "2 unrecorded", "{}", folder.read(EN));
    folder.is_settled();
}

#[test]
fn the_layout_of_a_text_may_change_freely() {
    let folder = Folder::translated();
    folder.edit(ARTICLE, "濃度は10 ng/mLです。", "濃度は\n１０ ng/mLです。");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    folder.is_settled();
    folder.edit(EN, "The concentration", "Its concentration");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    folder.edit(ARTICLE, "１０", "１００");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
}

#[test]
fn a_change_in_small_steps_is_as_grave_as_the_whole() {
    let folder = Folder::translated();
    folder.edit(ARTICLE, "濃度", "その濃度");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (wording)");
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.edit(ARTICLE, "その濃度", "濃度");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    assert!(folder.read(EN).contains("# yakugo: was 濃度は10 ng"));
    folder.is_settled();
}

#[test]
fn every_text_of_a_unit_with_lines_comes_back_from_its_note() {
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        (ARTICLE, "<!-- yakugo:id dose -->\n一行目  \n  \\# 二行目は10 mg\\\n三行目\n"),
    ]);
    folder.run("sync").exits(0);
    folder.edit(EN, "# dose =", "# dose = One\n# two\n# three");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 fresh");
    folder.edit(ARTICLE, "10 mg", "100 mg");
    folder.run("sync").exits(0);
    folder.is_settled();
    folder.delete_lines(EN, "# yakugo: stale");
    folder.edit(EN, "    three", "    and three");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
}

#[test]
fn a_translator_who_deletes_everything_gets_everything_again() {
    let folder = Folder::translated();
    folder.write(EN, "");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 missing");
    assert_eq!(folder.read(EN), Folder::doses().read(EN));
    folder.is_settled();
    folder.remove(EN);
    folder.run("sync").exits(0);
    assert_eq!(folder.read(EN), Folder::doses().read(EN));
    folder.is_settled();
}

#[test]
fn a_record_of_another_unit_is_no_record() {
    // A ledger line copied by hand under another id says nothing about that unit's text.
    let folder = Folder::translated();
    let dose = folder.record(LEDGER, "dose").unwrap();
    let law = folder.record(LEDGER, "law").unwrap();
    folder.write(LEDGER, folder.read(LEDGER).replace(&law[1..4].join("\t"), &dose[1..4].join("\t")));
    folder.run("sync");
    assert_eq!(folder.state("law"), "stale (meaning)");
    assert_ne!(folder.record(LEDGER, "law").unwrap()[1], print("国内では承認されていません。"));
    folder.is_settled();
}

#[test]
fn an_accepted_copy_of_the_source_stays_accepted() {
    let folder = Folder::doses();
    folder.edit(EN, "# dose =", "# dose = 濃度は10 ng/mLです。");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "missing");
    folder.run("accept dose").exits(0);
    assert_eq!(folder.state("dose"), "fresh");
    folder.is_settled();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
}

#[test]
fn a_locale_that_leaves_and_returns() {
    let config = CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]");
    let folder = Folder::translated();
    let before = folder.files();
    folder.write("yakugo.toml", CONFIG.replace("[\"en\"]", "[\"de\"]"));
    folder.run("sync").exits(0);
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    assert_eq!(folder.files()[EN], before[EN]);
    folder.write("yakugo.toml", config);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 stale, 1 fresh");
    assert!(folder.read(EN).contains("# yakugo: was 濃度は10 ng"));
    folder.is_settled();
}
