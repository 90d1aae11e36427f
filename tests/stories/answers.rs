//! Saying that a translation is right: `accept` after a change, `adopt` for what no ledger knows.

use crate::folder::{ARTICLE, CONFIG, EN, Folder, LEDGER, print};

#[test]
fn accept_says_that_a_translation_is_still_right() {
    let folder = Folder::stale();
    let text = folder.read(EN);
    folder
        .run_args(&["accept", "dose", "--reason", "the unit was meant"])
        .exits(0)
        .says("Accepted dose in en.");
    assert_eq!(folder.state("dose"), "fresh");
    let record = folder.record(LEDGER, "dose").unwrap();
    assert_eq!((&record[1], &*record[7]), (&print("濃度は100 ng/mLです。"), "reason: the unit was meant"));
    // The note goes, the text stays.
    let kept: String = text.split_inclusive('\n').filter(|line| !line.starts_with("# yakugo:")).collect();
    assert_eq!(folder.read(EN), kept);
    folder.is_settled();
}

#[test]
fn a_unit_is_named_by_place_or_by_words() {
    for name in [
        "dose",
        "articles/dose.md:2",
        "./articles/dose.md:2",
        "locales/en/dose.ftl:4",
        "locales/en/dose.ftl:7",
        "concentration is",
        "濃度",
    ] {
        let folder = Folder::stale();
        folder.run_args(&["accept", name]).exits(0).says("Accepted dose in en.");
        assert_eq!(folder.state("dose"), "fresh", "{name}");
    }
}

#[test]
fn a_name_that_fits_nothing_or_too_much_is_refused() {
    let folder = Folder::stale();
    let before = folder.files();
    folder.run_args(&["accept", "nowhere"]).exits(2).says("yakugo status --todo");
    folder.run_args(&["accept", "。"]).exits(2).says("occurs in 2 units (dose, law)");
    folder.run("accept dose --locale fr").exits(2).says("no target locale `fr`");
    assert_eq!(folder.files(), before);
}

#[test]
fn nobody_accepts_what_they_have_not_seen() {
    let folder = Folder::stale();
    folder.edit(ARTICLE, "100 ng", "1000 ng");
    let before = folder.files();
    folder.run("accept dose").exits(1).says("run `yakugo sync`, read the note, then accept");
    assert_eq!(folder.files(), before);
    assert_eq!(folder.state("dose"), "stale (meaning)");
}

#[test]
fn what_cannot_be_written_is_not_called_accepted() {
    let folder = Folder::stale();
    folder.write(EN, folder.read(EN) + "\nbroken = {\n");
    let before = folder.files();
    let ran = folder.run("accept dose").exits(1).says("dose in en: locales/en/dose.ftl: ");
    assert!(!ran.out.contains("Accepted"), "{}", ran.out);
    assert_eq!(folder.files(), before);
}

#[test]
fn there_is_nothing_to_accept_without_a_translation() {
    let folder = Folder::doses();
    folder.run("accept dose").exits(1).says("no translation to accept");
    assert_eq!(folder.states("en"), "2 missing");
}

#[test]
fn accept_leaves_the_locales_alone_where_nothing_is_stale() {
    let config = CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]");
    let folder = Folder::new(&[
        ("yakugo.toml", &config),
        (ARTICLE, "<!-- yakugo:id dose -->\n濃度は10 ng/mLです。\n"),
    ]);
    folder.run("sync").exits(0);
    folder.edit(EN, "# dose =", "# dose = Ten.");
    folder.run("sync").exits(0);
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    // German is translated, and reviewed, after the change.
    folder.edit("locales/de/dose.ftl", "# dose =", "# dose = Hundert.");
    folder.run("sync").exits(0);
    let ledger = folder.read("locales/de/dose.ledger.tsv").replace("\ttranslated\t", "\treviewed\t");
    folder.write("locales/de/dose.ledger.tsv", ledger);
    folder.run("accept dose").exits(0).says("Accepted dose in en.");
    assert_eq!(folder.states("en"), "1 fresh");
    assert_eq!(folder.states("de"), "1 fresh, 1 reviewed");
    // And where nothing is stale at all, there is nothing to say.
    folder.run("accept dose").exits(1);
    assert_eq!(folder.states("de"), "1 fresh, 1 reviewed");
}

#[test]
fn accept_in_one_locale_touches_no_other() {
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
    folder.run("sync").exits(0);
    // A line of a translator's file names its locale.
    let shown = folder.run("diff locales/de/dose.ftl:7").exits(0).out;
    assert!(shown.contains("  de: Zehn.\n") && !shown.contains("  en: "), "{shown}");
    folder.run("accept dose --locale en").exits(0);
    assert_eq!((folder.states("en"), folder.states("de")), ("1 fresh".to_owned(), "1 stale".to_owned()));
    folder.run("accept locales/de/dose.ftl:7").exits(0).says("Accepted dose in de.");
    assert_eq!(folder.states("de"), "1 fresh");
    folder.is_settled();
}

#[test]
fn adopt_takes_over_what_no_ledger_knows() {
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        (
            ARTICLE,
            "<!-- yakugo:id dose -->\n濃度は10 ng/mLです。\n\n<!-- yakugo:id law -->\n国内では承認されていません。\n",
        ),
        (EN, "# mine\ndose = Ten.\nlaw = No.\n"),
    ]);
    folder.run("sync").exits(0).says("yakugo adopt");
    assert_eq!(folder.states("en"), "2 unrecorded");
    assert_eq!(folder.read(EN), "# mine\ndose = Ten.\nlaw = No.\n");
    folder.run("accept dose").exits(1).says("yakugo adopt dose");
    folder.run("adopt dose").exits(0);
    assert_eq!(folder.states("en"), "1 unrecorded, 1 fresh");
    assert_eq!(folder.record(LEDGER, "dose").unwrap()[4], "adopted");
    folder.run("adopt dose").exits(1).says("nothing to adopt");
    folder.run("adopt").exits(0).says("Adopted law in en.");
    folder.run("adopt").exits(0).says("Nothing to adopt");
    assert_eq!(folder.states("en"), "2 fresh");
    assert_eq!(folder.read(EN), "# mine\ndose = Ten.\nlaw = No.\n");
    folder.is_settled();
}
