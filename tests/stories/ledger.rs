//! Files of yakugo's own that are lost, edited by hand, broken or newer.

use crate::folder::{ARTICLE, EN, Folder, LEDGER, PAST, SOURCE, print};

#[test]
fn a_deleted_ledger_whitewashes_nothing() {
    let folder = Folder::stale();
    let en = folder.read(EN);
    folder.remove(LEDGER);
    folder.run("sync");
    assert_eq!(folder.states("en"), "2 unrecorded");
    assert_eq!(folder.read(EN), en, "the note is all that is left of what was known");
    folder.is_settled();
    folder.run("adopt law").exits(0);
    assert_eq!(folder.states("en"), "1 unrecorded, 1 fresh");
    assert_eq!(folder.read(EN), en);
    // Only somebody's word ends it.
    folder.delete_lines(EN, "# yakugo:");
    folder.edit(EN, "10 ng", "100 ng");
    folder.run("sync");
    assert_eq!(folder.states("en"), "1 unrecorded, 1 fresh");
    folder.run("adopt dose").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    folder.is_settled();
}

#[test]
fn the_deleted_source_file_comes_back_with_the_same_ids() {
    let folder = Folder::translated();
    folder.write(ARTICLE, folder.read(ARTICLE) + "\n細胞です。\n");
    folder.run("sync").exits(0);
    let before = folder.files();
    folder.remove(SOURCE);
    folder.run("sync").exits(0);
    assert_eq!(folder.files(), before);
}

#[test]
fn a_deleted_ledger_and_source_file_lose_no_text() {
    let folder = Folder::translated();
    folder.write(ARTICLE, folder.read(ARTICLE) + "\n細胞です。\n");
    folder.run("sync").exits(0);
    let (en, source) = (folder.read(EN), folder.read(SOURCE));
    folder.remove(SOURCE);
    folder.remove(LEDGER);
    folder.run("sync").exits(0);
    assert_eq!((folder.read(EN), folder.read(SOURCE)), (en, source));
    assert_eq!(folder.states("en"), "1 missing, 2 unrecorded");
    folder.is_settled();
}

#[test]
fn a_hand_edit_in_the_generated_source_is_named_and_kept() {
    let folder = Folder::translated();
    folder.edit(SOURCE, "濃度は10 ng", "濃度は15 ng");
    let finding = folder.finding("source-edited");
    assert_eq!((&finding["path"], &finding["id"]), (&SOURCE.into(), &"dose".into()));
    folder.run("sync").says("make the change there");
    assert!(folder.read(SOURCE).contains("dose = 濃度は10 ng"));
    assert!(folder.read(PAST).contains("濃度は15 ng/mLです。"));
    assert_eq!(folder.states("en"), "2 fresh");
    folder.is_settled();
}

#[test]
fn a_broken_source_file_is_made_again() {
    let folder = Folder::translated();
    let before = folder.files();
    folder.write(SOURCE, "{ not Fluent\n\u{0}");
    folder.run("sync").exits(0);
    assert_eq!(folder.files(), before);
}

#[test]
fn a_ledger_from_a_newer_version_is_not_touched() {
    let folder = Folder::stale();
    let newer = folder.read(LEDGER).replace("# yakugo ledger 1", "# yakugo ledger 2");
    folder.write(LEDGER, &newer);
    let before = folder.files();
    folder.edit(ARTICLE, "100 ng", "1000 ng");
    folder.run("sync").exits(1).says("newer yakugo");
    assert_eq!(folder.read(LEDGER), newer);
    assert_eq!(folder.files()[EN], before[EN]);
    folder.run("accept dose");
    folder.run("adopt");
    assert_eq!((folder.read(LEDGER), &folder.files()[EN]), (newer, &before[EN]));
}

#[test]
fn a_past_from_a_newer_version_stops_the_document() {
    let folder = Folder::stale();
    folder.write(PAST, folder.read(PAST).replace("# yakugo past 1", "# yakugo past 9"));
    folder.edit(ARTICLE, "100 ng", "1000 ng");
    let before = folder.files();
    folder.run("sync").exits(1).says("newer yakugo");
    assert_eq!(folder.files(), before);
}

#[test]
fn a_broken_line_of_the_ledger_is_named_and_not_thrown_away() {
    let folder = Folder::stale();
    let broken = folder.read(LEDGER).replace("\ttranslated\t", "\ttranslatd\t");
    folder.write(LEDGER, &broken);
    let before = folder.files();
    folder.run("sync").exits(1).says("is no ledger record").says("locales/en/dose.ledger.tsv:4:1");
    assert_eq!(folder.files(), before);
    // Deleted, as the message says.
    let fixed: String = broken.split_inclusive('\n').filter(|line| !line.contains("translatd")).collect();
    folder.write(LEDGER, fixed);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 unrecorded");
}

#[test]
fn a_past_whose_text_was_lost_makes_nothing_fresh() {
    // A line that does not fit its fingerprint is not believed, and not thrown away.
    let folder = Folder::stale();
    folder.edit(PAST, "濃度は10 ng", "濃度は100 ng");
    let before = folder.files();
    folder.run("sync").exits(1).says("does not fit its fingerprint");
    assert_eq!(folder.files(), before);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    // A line that is gone makes the change unknown, and that is the gravest.
    let folder = Folder::translated();
    folder.edit(ARTICLE, "です。", "です！");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (punctuation)");
    folder.delete_lines(PAST, &print("濃度は10 ng/mLです。"));
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
}

#[test]
fn a_ledger_that_an_editor_touched_says_the_same() {
    let folder = Folder::translated();
    let before = folder.files();
    for edit in [
        |text: &str| text.replace("\n\n", "\n"),
        |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n"),
        |text: &str| format!("\u{FEFF}{text}"),
    ] {
        folder.write(LEDGER, edit(&folder.read(LEDGER)));
        folder.run("sync").exits(0);
        assert_eq!(folder.files(), before);
    }
}
