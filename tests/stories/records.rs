//! Ledger and past as nobody should leave them: rows twice, gone, from elsewhere, in conflict; and clocks that are wrong.

use crate::folder::{ARTICLE, EN, Folder, LEDGER, PAST, SOURCE, print};

const OLD: &str = "濃度は10 ng/mLです。";

/// The line of a record file that begins with a name.
#[track_caller]
fn row(folder: &Folder, path: &str, name: &str) -> String {
    let text = folder.read(path);
    let row = text.lines().find(|line| line.split('\t').next() == Some(name));
    row.unwrap_or_else(|| panic!("{name}:\n{text}")).to_owned()
}

#[test]
fn columns_that_nobody_knows_are_no_reason_to_stop_or_to_believe() {
    for path in [LEDGER, PAST] {
        let folder = Folder::stale();
        let text: String = folder
            .read(path)
            .lines()
            .map(|line| match line {
                line if line.starts_with("id\t") || line.starts_with("fingerprint\t") => {
                    format!("mood\t{line}\n")
                }
                line if line.contains('\t') => format!("good\t{line}\n"),
                line => format!("{line}\n"),
            })
            .collect();
        // The name of a record stands first.
        folder.write(path, &text);
        let before = folder.files();
        folder.run("sync").exits(1).says("has no header line");
        assert_eq!(folder.files(), before, "{path}");
        assert_ne!(folder.state("dose"), "fresh");
        // A column behind the others is passed over.
        let folder = Folder::stale();
        let states = folder.states("en");
        let text = folder.read(path);
        let (head, rest) = text.split_once("\n\n").unwrap();
        folder.write(path, format!("{head}\tmood\n\n{rest}"));
        folder.run("sync").exits(0);
        assert_eq!((folder.states("en"), folder.state("dose")), (states, "stale (meaning)".into()));
        folder.is_settled();
    }
}

#[test]
fn a_record_that_stands_twice_is_one() {
    let folder = Folder::stale();
    let before = folder.files();
    for (path, name) in [(LEDGER, "dose".to_owned()), (PAST, print(OLD))] {
        let twice = row(&folder, path, &name);
        folder.write(path, format!("{}\n{twice}\n", folder.read(path)));
        folder.run("sync").exits(0);
        assert_eq!(folder.files(), before, "{path}");
    }
}

#[test]
fn two_records_that_say_different_things_make_nothing_fresh() {
    let folder = Folder::stale();
    let record = row(&folder, LEDGER, "dose");
    let (old, new) = (print(OLD), print("濃度は100 ng/mLです。"));
    // One of them claims that the text answers the new dose; the text is the same.
    let claim = record.replacen(&old, &new, 1);
    assert_ne!(claim, record);
    for text in [format!("{record}\n\n{claim}\n"), format!("{claim}\n\n{record}\n")] {
        let folder = folder.copy();
        folder.edit(LEDGER, &format!("{record}\n"), &text);
        folder.run("sync");
        assert_ne!(folder.state("dose"), "fresh", "{}", folder.read(LEDGER));
        folder.is_settled();
    }
}

#[test]
fn a_record_that_is_gone_makes_its_translation_unrecorded() {
    let folder = Folder::stale();
    let record = row(&folder, LEDGER, "dose");
    folder.edit(LEDGER, &format!("\n{record}\n"), "");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 unrecorded, 1 fresh");
    assert!(folder.read(EN).contains("# yakugo: stale"), "all that is left of what was known");
    folder.is_settled();
}

#[test]
fn both_sides_of_a_conflict_are_read() {
    for path in [LEDGER, PAST] {
        let folder = Folder::stale();
        let name = if path == LEDGER { "dose".to_owned() } else { print(OLD) };
        let before = folder.files();
        let record = row(&folder, path, &name);
        let later = record.replace("2026-11-03", "2026-11-09");
        let conflict = format!("<<<<<<< HEAD\n{record}\n=======\n{later}\n>>>>>>> theirs\n");
        folder.edit(path, &format!("{record}\n"), &conflict);
        assert_eq!(folder.state("dose"), "stale (meaning)");
        folder.run("sync").exits(0);
        assert!(!folder.read(path).contains("<<<<"));
        assert_eq!(folder.state("dose"), "stale (meaning)");
        if path == PAST {
            assert_eq!(folder.files(), before, "the earliest day wins");
        }
        folder.is_settled();
    }
}

#[test]
fn a_past_that_is_gone_says_so_and_makes_nothing_fresh() {
    let folder = Folder::stale();
    folder.remove(PAST);
    let diff = folder.json("diff --format json");
    assert!(diff["changes"][0]["old"].is_null(), "{diff:#}");
    folder.run("diff").says("is lost");
    let note = folder.finding("stale");
    assert!(note["message"].as_str().unwrap().contains("the old text is unknown"), "{note}");
    folder.run("accept --source-change dose").exits(1).says("is lost");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
}

#[test]
fn an_article_deleted_and_restored_is_as_it_was() {
    for change in [false, true] {
        let folder = if change { Folder::stale() } else { Folder::translated() };
        folder.run("accept --reviewed law").exits(0);
        let before = folder.files();
        let article = folder.read(ARTICLE);
        folder.remove(ARTICLE);
        for _ in 0..2 {
            folder.run("sync");
            folder.run("status");
        }
        folder.write(ARTICLE, article);
        folder.run("sync").exits(0);
        assert_eq!(folder.files(), before);
    }
}

#[test]
fn a_generated_source_deleted_and_restored_after_an_edit_is_never_fresh() {
    let folder = Folder::stale();
    let source = folder.read(SOURCE);
    folder.remove(SOURCE);
    folder.edit(ARTICLE, "100 ng", "1000 ng");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.write(SOURCE, source);
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
}

#[test]
fn a_clock_that_goes_backwards_changes_dates_and_nothing_else() {
    let folder = Folder::translated();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.on("2026-11-03").run("sync").exits(0);
    folder.edit(ARTICLE, "100 ng", "1000 ng");
    folder.on("1999-01-01").run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    // An age is never negative.
    let told = folder.on("1990-01-01").run("diff").exits(0).out;
    assert!(told.contains("since 2026-11-03\n"), "{told}");
    folder.delete_lines(EN, "# yakugo:");
    folder.edit(EN, "10 ng", "1000 ng");
    folder.on("1980-01-01").run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    // What was answered then still answers only what it answered.
    folder.edit(ARTICLE, "1000 ng", "10 ng");
    folder.on("1970-01-01").run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
}
