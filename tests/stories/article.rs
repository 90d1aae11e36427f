//! Segments that go, come back and move.

use snapbox::{assert_data_eq, str};

use crate::folder::{ARTICLE, ATTIC, CONFIG, EN, Folder, LEDGER, SOURCE};

const DOSE: &str = "<!-- yakugo:id dose -->\n濃度は10 ng/mLです。\n\n";
const LAW: &str = "<!-- yakugo:id law -->\n国内では承認されていません。\n";

#[test]
fn a_removed_segment_takes_its_translation_to_the_attic_and_back() {
    let folder = Folder::translated();
    folder.edit(
        EN,
        "dose = ",
        "# agreed with Dr. Sato\n# yakugo: allow term-missing — as on the label\ndose = ",
    );
    folder.write(LEDGER, folder.read(LEDGER).replace("\ttranslated", "\treviewed"));
    folder.run("sync").exits(0);
    let before = folder.files();
    folder.edit(ARTICLE, DOSE, "");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 fresh, 1 reviewed");
    assert!(!folder.read(EN).contains("dose ="), "{}", folder.read(EN));
    assert_data_eq!(
        folder.read(ATTIC),
        str![[r#"
### Translations whose source text is gone. They return when it does.

# agreed with Dr. Sato
# yakugo: allow term-missing — as on the label
dose = The concentration is 10 ng/mL.

"#]]
    );
    assert_eq!(folder.record(LEDGER, "dose").unwrap()[4], "retired");
    folder.is_settled();
    // It comes back, byte for byte.
    folder.edit(ARTICLE, LAW, &format!("{DOSE}{LAW}"));
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh, 2 reviewed");
    let after = folder.files();
    for path in [EN, LEDGER, SOURCE, ARTICLE] {
        assert_eq!(after[path], before[path], "{path}");
    }
    assert!(!folder.has(ATTIC), "an attic with nothing in it is removed");
    folder.is_settled();
}

#[test]
fn one_segment_comes_as_another_goes() {
    let folder = Folder::translated();
    folder.write(ARTICLE, LAW);
    folder.run("sync").exits(0);
    folder.write(ARTICLE, DOSE);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 fresh");
    assert!(folder.read(EN).contains("dose = The concentration is 10 ng/mL.\n"), "{}", folder.read(EN));
    assert!(folder.read(ATTIC).contains("law = It is not approved in Japan.\n"));
    assert!(!folder.read(ATTIC).contains("dose"));
    folder.is_settled();
}

#[test]
fn a_segment_without_a_pinned_id_comes_back_with_its_translation() {
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, "細胞です。\n\n培養液です。\n")]);
    folder.run("sync").exits(0);
    let text = folder.read(EN);
    let stub = text.lines().find(|line| line.ends_with(" =")).unwrap().to_owned();
    folder.edit(EN, &stub, &format!("{stub} Cells."));
    folder.run("sync").exits(0);
    let before = folder.read(EN);
    folder.write(ARTICLE, "培養液です。\n");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 missing");
    folder.write(ARTICLE, "細胞です。\n\n培養液です。\n");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 missing, 1 fresh");
    assert_eq!(folder.read(EN), before);
}

#[test]
fn a_segment_that_returns_with_another_text_is_stale() {
    let folder = Folder::translated();
    folder.edit(ARTICLE, DOSE, "");
    folder.run("sync").exits(0);
    folder.edit(ARTICLE, LAW, &format!("{}{LAW}", DOSE.replace("10 ng", "100 ng")));
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    assert!(folder.read(EN).contains("# yakugo: was 濃度は10 ng/mLです。"));
    folder.is_settled();
}

#[test]
fn what_was_typed_before_the_segment_went_is_remembered_as_what_it_was() {
    // A stub filled but not yet synced: it answers what the stub showed.
    let folder = Folder::doses();
    folder.edit(EN, "# dose =", "# dose = Ten.");
    folder.edit(ARTICLE, DOSE, "");
    folder.run("sync").exits(0);
    assert!(folder.read(ATTIC).contains("dose = Ten."));
    folder.edit(ARTICLE, LAW, &format!("{DOSE}{LAW}"));
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "fresh");
    folder.is_settled();
    // A text changed under its note is no answer, not even by way of the attic.
    let folder = Folder::stale();
    folder.edit(EN, "The concentration", "Its concentration");
    let new = DOSE.replace("10 ng", "100 ng");
    folder.edit(ARTICLE, &new, "");
    folder.run("sync").exits(0);
    folder.edit(ARTICLE, LAW, &format!("{new}{LAW}"));
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
    // Nor is a note that went with it.
    let folder = Folder::stale();
    folder.edit(ARTICLE, &new, "");
    folder.run("sync").exits(0);
    folder.edit(ARTICLE, LAW, &format!("{new}{LAW}"));
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
}

#[test]
fn comments_on_a_stub_whose_segment_goes_stay_in_the_file() {
    let folder = Folder::doses();
    folder.edit(EN, "# dose =", "# ask Dr. Sato\n# dose =");
    folder.edit(ARTICLE, DOSE, "");
    folder.run("sync").exits(0);
    assert!(folder.read(EN).contains("# ask Dr. Sato\n"), "{}", folder.read(EN));
    assert!(!folder.read(EN).contains("dose ="));
    folder.is_settled();
}

#[test]
fn all_segments_gone_and_back() {
    let folder = Folder::translated();
    let (before, article) = (folder.read(EN), folder.read(ARTICLE));
    folder.write(ARTICLE, "");
    folder.run("sync").exits(0);
    assert!(folder.read(ATTIC).contains("dose =") && folder.read(ATTIC).contains("law ="));
    folder.is_settled();
    folder.write(ARTICLE, article);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    assert_eq!(folder.read(EN), before);
}

#[test]
fn a_segment_that_moves_to_another_section_keeps_its_translation() {
    let folder =
        Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, "# 甲\n\n細胞です。\n\n# 乙\n\n液です。\n")]);
    folder.run("sync").exits(0);
    let filled: String = folder
        .read(EN)
        .lines()
        .map(|line| if line.ends_with(" =") { format!("{line} x {line}\n") } else { format!("{line}\n") })
        .collect();
    folder.write(EN, filled);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "4 fresh");
    let before = folder.read(EN);
    folder.write(ARTICLE, "# 甲\n\n# 乙\n\n液です。\n\n細胞です。\n");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "4 fresh");
    assert_eq!(folder.read(EN), before);
    folder.is_settled();
}

#[test]
fn two_equal_cells_are_two_units() {
    let table = "| 問 | 答 |\n|---|---|\n| 甲 | はい |\n| 乙 | はい |\n";
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, table)]);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "6 missing");
    let source = folder.read(SOURCE);
    let ids: Vec<&str> = source.lines().filter_map(|line| line.strip_suffix(" = はい")).collect();
    assert_eq!(ids.len(), 2);
    folder.edit(EN, &format!("# {} =", ids[0]), &format!("# {} = Yes, first", ids[0]));
    folder.edit(EN, &format!("# {} =", ids[1]), &format!("# {} = Yes, second", ids[1]));
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "4 missing, 2 fresh");
    let before = folder.files();
    // The ids survive the loss of the file that stores them.
    folder.remove(SOURCE);
    folder.run("sync").exits(0);
    assert_eq!(folder.files(), before);
    // A row put before them changes nothing for them.
    folder.edit(ARTICLE, "| 甲 |", "| 丙 | いいえ |\n| 甲 |");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "6 missing, 2 fresh");
    folder.is_settled();
}

#[test]
fn one_pinned_id_in_two_documents_is_settled_once() {
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        ("articles/a.md", "<!-- yakugo:id intro -->\n甲です。\n"),
        ("articles/b.md", "<!-- yakugo:id intro -->\n乙です。\n"),
    ]);
    folder.run("sync").exits(1).says("pinned to segments of two documents");
    folder.is_settled();
    assert!(folder.read("locales/en/a.ftl").contains("# intro ="));
    let b = folder.read("locales/en/b.ftl");
    let stub = b.lines().find(|line| line.ends_with(" =")).unwrap();
    folder.edit("locales/en/b.ftl", stub, &format!("{stub} B."));
    folder.run("sync");
    assert_eq!(folder.states("en"), "1 missing, 1 fresh");
    folder.is_settled();
}

#[test]
fn an_id_pinned_twice_in_one_document_is_named() {
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        (ARTICLE, "<!-- yakugo:id x -->\n甲です。\n\n<!-- yakugo:id x -->\n乙です。\n"),
    ]);
    folder.run("sync").exits(1).says("pinned to two segments");
    folder.is_settled();
    assert_eq!(folder.finding("pinned-twice")["line"], 5);
}
