//! `check --fix`: texts are mended, and nothing that was said about them changes.

use snapbox::{assert_data_eq, str};

use crate::folder::{ARTICLE, EN, FLUENT, Folder, LEDGER};

/// Puts a zero-width space into a translation, as copying from a web page does.
fn dirtied(folder: Folder, text: &str, dirty: &str) -> Folder {
    folder.edit(EN, text, dirty);
    folder
}

/// A fresh unit whose zero-width space was recorded together with the text.
fn fresh() -> Folder {
    let folder = dirtied(Folder::translated(), "not approved", "not ap\u{200B}proved\u{FEFF}");
    folder.run("sync").exits(0);
    folder
}

#[test]
fn what_nobody_sees_is_taken_out() {
    let folder = fresh();
    let found = folder.findings("invisible-character");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["fixes"][0]["safe"], true);
    let ran = folder.run("check --fix").exits(0).says("mended locales/en/dose.ftl");
    assert!(ran.out.contains("Nothing to report."), "{}", ran.out);
    assert!(folder.read(EN).contains("law = It is not approved in Japan."));
    assert_eq!(folder.states("en"), "2 fresh");
    folder.is_settled();
    // Nothing is left to do, and nothing is done.
    let before = (folder.files(), folder.times());
    folder.run("check --fix").exits(0);
    assert_eq!((folder.files(), folder.times()), before);
}

#[test]
fn a_patch_shows_it_and_writes_nothing() {
    let folder = fresh();
    let before = folder.files();
    let patch = folder.run("check --diff").exits(1).out;
    assert_data_eq!(
        patch.replace('\u{200B}', "<200B>").replace('\u{FEFF}', "<FEFF>"),
        str![[r#"
--- a/locales/en/dose.ftl
+++ b/locales/en/dose.ftl
@@ -3,4 +3,4 @@
 
 dose = The concentration is 10 ng/mL.
 
-law = It is not ap<200B>proved<FEFF> in Japan.
+law = It is not approved in Japan.

"#]]
    );
    assert_eq!(folder.files(), before);
    folder.git("init -q").exits(0);
    folder.write("fix.patch", patch);
    folder.git("apply fix.patch").exits(0);
    assert!(folder.read(EN).contains("law = It is not approved in Japan."));
    folder.run("check --diff").exits(0);
    folder.run("check --unsafe").exits(2).says("give it with --fix");
}

#[test]
fn a_mended_text_of_a_stale_unit_is_no_answer() {
    let folder = dirtied(Folder::stale(), "concentration", "concen\u{200B}tration");
    // The stray character came with an edit under the note: that is none of the fix's doing.
    folder.run("sync").exits(0);
    let before = folder.record(LEDGER, "dose").unwrap();
    folder.run("check --fix").exits(1).says("error[stale]");
    assert!(folder.read(EN).contains("dose = The concentration is 10 ng/mL."));
    let after = folder.record(LEDGER, "dose").unwrap();
    assert_eq!(
        (&before[1], &before[2], &before[4], &before[7]),
        (&after[1], &after[2], &after[4], &after[7])
    );
    assert_eq!(folder.state("dose"), "stale (meaning)");
    // The note still stands: deleting it says nothing, because yakugo changed the text and not a person.
    folder.delete_lines(EN, "# yakugo:");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
}

#[test]
fn a_mended_text_without_its_note_is_no_answer() {
    let folder = Folder::translated();
    folder.edit(EN, "10 ng/mL.", "10\u{200B} ng/mL.");
    folder.run("sync").exits(0);
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    folder.delete_lines(EN, "# yakugo:");
    // The note is gone and the text changes: by a person's hand this would be the answer.
    folder.run("check --fix").exits(1).says("error[stale]");
    assert_eq!(folder.state("dose"), "stale (meaning)");
    assert!(folder.read(EN).contains("# yakugo: stale (meaning"));
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
}

#[test]
fn a_reviewed_text_is_reviewed_still_where_no_word_changed() {
    let folder = fresh();
    folder.run("accept --reviewed law").exits(0);
    let before = folder.read(LEDGER);
    folder.run("check --fix").exits(0).says("mended");
    assert_eq!(folder.record(LEDGER, "law").unwrap()[4], "reviewed");
    assert_eq!(folder.read(LEDGER), before);
}

#[test]
fn what_needs_a_person_is_mended_only_when_asked() {
    let folder = Folder::translated();
    folder.write("articles/slip.md", "");
    folder.remove("articles/slip.md");
    folder.write("yakugo.toml", folder.read("yakugo.toml").replace("\"articles/**/*.md\"", "\"articles/*\""));
    folder.write("articles/slip.txt", "題\n\nこれは意 図しない結果です。\n");
    folder.run("sync").exits(0);
    assert_eq!(folder.finding("stray-space")["fixes"][0]["safe"], false);
    folder.run("check --fix").exits(0);
    assert_eq!(folder.findings("stray-space").len(), 1);
    folder.run("check --fix --unsafe").exits(0).says("mended articles/slip.txt");
    assert_eq!(folder.read("articles/slip.txt"), "題\n\nこれは意図しない結果です。\n");
    assert!(folder.findings("stray-space").is_empty());
    folder.is_settled();
}

#[test]
fn what_is_allowed_or_off_is_left_alone() {
    let folder = fresh();
    folder.edit(EN, "law = It", "# yakugo: allow invisible-character — a test of the web shop\nlaw = It");
    folder.run("check --diff").exits(0);
    let off = fresh();
    off.write("yakugo.toml", off.read("yakugo.toml") + "[rules]\ninvisible-character = \"off\"\n");
    off.run("check --diff").exits(0);
}

#[test]
fn a_file_that_may_not_be_written_is_not_mended() {
    let folder = fresh();
    folder.edit(EN, "dose = The", "broken = {\n\ndose = The");
    let before = folder.files();
    folder.run("check --fix").exits(1).says("error[syntax]").says("invisible-character");
    assert_eq!(folder.files(), before);
    let ledger = fresh();
    ledger.write(LEDGER, ledger.read(LEDGER) + "\nnonsense\n");
    let before = ledger.files();
    ledger.run("check --fix").exits(1).says("error[records]").says("invisible-character");
    assert_eq!(ledger.files(), before);
}

#[test]
fn visible_and_wanted_ones_stay() {
    let folder = Folder::new(&[
        ("yakugo.toml", &FLUENT.replace("\"de\"", "\"de\", \"th\"")),
        ("ui/app.ftl", "a = Take one\n"),
    ]);
    folder.run("sync").exits(0);
    folder.edit("locales/de/app.ftl", "# a =", "a = Eine{\"\\u200B\"}{\" \"}nehmen");
    folder.edit("locales/th/app.ftl", "# a =", "a = กิน\u{200B}หนึ่ง");
    folder.run("sync").exits(0);
    assert!(folder.findings("invisible-character").is_empty());
    assert_eq!((folder.states("de"), folder.states("th")), ("1 fresh".into(), "1 fresh".into()));
}
