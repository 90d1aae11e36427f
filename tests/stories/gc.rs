//! Old texts that nobody needs any more are dropped on request; every unit stands as it stood before.

use std::path::Path;

use crate::folder::{ARTICLE, ATTIC, EN, Folder, LEDGER, PAST};

/// What can be said of the units: how they stand, and the old text of every one that is stale.
fn said(folder: &Folder) -> [serde_json::Value; 2] {
    [folder.json("status --format json"), folder.json("diff --format json")]
}

/// Runs `gc` twice, first to look; nothing but the files that it names may change, and no unit at all.
#[track_caller]
fn collected(folder: &Folder, older_than: &str) -> String {
    let (before, files) = (said(folder), folder.files());
    let words = format!("gc --older-than {older_than}");
    let looked = folder.run(&format!("{words} --dry-run")).exits(0).out;
    assert_eq!(folder.files(), files, "a dry run writes nothing");
    let done = folder.run(&words).exits(0).out;
    assert_eq!(looked.replace("Would drop", "Dropped"), done);
    assert_eq!(said(folder), before);
    folder.is_settled();
    folder.run(&words).exits(0).says("Nothing older than");
    done
}

#[test]
fn a_text_that_a_stale_unit_answers_stays_and_the_steps_between_go() {
    let folder = Folder::stale();
    folder.edit(ARTICLE, "100 ng", "50 ng");
    folder.on("2026-11-04").run("sync").exits(0);
    folder.edit(ARTICLE, "50 ng", "60 ng");
    folder.on("2026-11-05").run("sync").exits(0);
    folder.edit(ARTICLE, "60 ng", "70 ng");
    folder.on("2026-11-06").run("sync").exits(0);
    let unchanged = folder.files();
    folder.run("gc --older-than 2026-11-04").exits(0).says("Nothing older than 2026-11-04");
    assert_eq!(folder.files(), unchanged, "what was replaced on that day is not older");
    let done = collected(&folder, "2026-11-06");
    assert_eq!(
        done,
        format!(
            "Dropped, of before 2026-11-06:\n  {PAST}\n    2026-11-04  濃度は100 ng/mLです。\n    2026-11-05  濃度は50 ng/mLです。\n"
        )
    );
    assert!(folder.read(EN).contains("# yakugo: was 濃度は10 ng/mLです。"));
    assert_eq!(folder.state("dose"), "stale (meaning)");
}

#[test]
fn a_text_that_an_earlier_translation_answered_stays() {
    let folder = Folder::stale();
    folder.delete_lines(EN, "# yakugo: ");
    folder.edit(EN, "is 10 ng", "is 100 ng");
    folder.on("2026-11-04").run("sync").exits(0);
    folder.run("gc --older-than 2030-01-01").exits(0).says("Nothing older than");
    // The edit is undone on both sides: what was answered then is answered again.
    folder.edit(EN, "is 100 ng", "is 10 ng");
    folder.edit(ARTICLE, "100 ng", "10 ng");
    folder.on("2026-11-05").run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
}

#[test]
fn a_verdict_holds_as_long_as_a_translation_rests_on_it() {
    let folder = Folder::stale();
    folder.run("accept --source-change dose --reason unit").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    folder.run("gc --older-than 2030-01-01").exits(0).says("Nothing older than");
    assert_eq!(folder.states("en"), "2 fresh");
}

#[test]
fn a_translation_goes_when_its_text_was_gone_for_long_enough() {
    let folder = Folder::translated();
    folder.edit(ARTICLE, "\n<!-- yakugo:id law -->\n国内では承認されていません。\n", "");
    folder.on("2026-11-08").run("sync").exits(0);
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.on("2026-11-09").run("sync").exits(0);
    for (day, age) in
        [("2026-12-08", "30d"), ("2026-11-22", "2w"), ("2026-12-08", "1m"), ("2028-11-08", "2y")]
    {
        let ran = folder.on(day).run(&format!("gc --dry-run --older-than {age}"));
        ran.exits(0).says("Nothing older than 2026-11-08");
    }
    let done = collected(&folder, "2026-11-09");
    assert!(done.contains(&format!("  {ATTIC}\n    2026-11-08  It is not approved in Japan.\n")), "{done}");
    assert!(done.contains(&format!("  {PAST}\n    2026-11-08  国内では承認されていません。\n")), "{done}");
    assert!(!folder.has(ATTIC));
    assert_eq!(folder.record(LEDGER, "law"), None);
    assert_eq!(folder.state("dose"), "stale (meaning)");
}

#[test]
fn a_project_of_every_state_stands_as_it_stood() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/0.1");
    let done = collected(&Folder::of(&golden), "2030-01-01");
    assert!(done.contains("guide.attic.ftl"), "{done}");
}

#[test]
fn nothing_is_dropped_where_something_is_to_be_written_or_cannot_be_read() {
    let folder = Folder::stale();
    folder.edit(ARTICLE, "100 ng", "50 ng");
    folder.run("gc --older-than 2030-01-01").exits(2).says("run `yakugo sync` first");
    folder.on("2026-11-04").run("sync").exits(0);
    folder.write(LEDGER, folder.read(LEDGER) + "\nhalf a line\n");
    folder.run("gc --older-than 2030-01-01").exits(0).says("Nothing older than");
    folder.run("gc --older-than soon").exits(2).says("say 90d");
}
