//! Changed markup that yakugo proposes: shown wherever somebody looks at a stale unit, and taken with one key.

use crate::folder::{ARTICLE, CONFIG, EN, Folder, LEDGER, PAST, print};
use crate::propagated::linked;

const NEW: &str = "詳細は[別紙](a/2)を参照。";

/// A reviewed translation whose source got another link.
fn proposed() -> Folder {
    let folder = linked();
    folder.run("accept --reviewed see").exits(0);
    folder.edit(ARTICLE, "a/1", "a/2");
    folder.run("sync").exits(0);
    folder
}

#[test]
fn every_form_of_diff_shows_it() {
    let folder = proposed();
    folder
        .run("diff")
        .exits(0)
        .says("  en: See the [annex](a/1).\n  proposed: See the [annex](a/[-1-]{+2+}).\n");
    assert_eq!(folder.json("diff --format json")["changes"][0]["proposal"], "See the [annex](a/2).");
    let marked = "a/<del>1</del><ins>2</ins>";
    for format in ["markdown", "html"] {
        let shown = folder.run(&format!("diff --format {format}")).exits(0).out;
        assert_eq!(shown.matches(marked).count(), 2, "the source and the proposal: {shown}");
    }
    // It is known before `sync` wrote it into a note, too.
    folder.edit(ARTICLE, "a/2", "a/3");
    assert_eq!(folder.json("diff --format json")["changes"][0]["proposal"], "See the [annex](a/3).");
}

#[test]
fn one_key_takes_it_as_an_answer_of_the_person() {
    let folder = proposed();
    folder.write("yakugo.toml", format!("{CONFIG}[ledger]\nby = \"git\"\n"));
    folder.git("init -q").exits(0);
    folder.git("config user.name Translator").exits(0);
    let before = folder.files();
    folder
        .review("", &["p", "u", "q"], "")
        .exits(0)
        .says("  proposed  See the [annex](a/[-1-]{+2+}).\n")
        .says("v still valid  p take proposal  e edit")
        .says("0 answered, 1 stale");
    assert_eq!(folder.files(), before);
    folder.review("", &["p"], "").exits(0).says("1 answered, 0 stale");
    let record = folder.record(LEDGER, "see").unwrap();
    assert_eq!((&*record[1], &*record[4], &*record[5]), (&*print(NEW), "translated", "Translator"));
    assert!(folder.read(EN).contains("\nsee = See the [annex](a/2).\n"), "{}", folder.read(EN));
    assert!(!folder.read(EN).contains("yakugo:"), "{}", folder.read(EN));
    folder.is_settled();
}

#[test]
fn an_editor_shows_it_to_be_copied() {
    let folder = proposed();
    let editor = format!("cp \"$1\" '{}'\n", folder.path("opened.txt").display());
    folder.review("", &["e", "q"], &editor).exits(0);
    let opened = folder.read("opened.txt");
    assert!(opened.contains("\nen, proposed:\nSee the [annex](a/2).\n"), "{opened}");
}

#[test]
fn what_was_typed_before_is_not_lost_to_it() {
    let folder = proposed();
    let editor = "printf '%s\\n' 'Typed.' >> \"$1\"\nexit 1\n";
    folder.review("", &["e", "p"], editor).exits(0).says("1 answered").says("Not saved:\nTyped.\n");
}

#[test]
fn it_is_a_proposal_for_the_source_that_was_shown() {
    // The article changes while the card is on the screen: the answer is to what was seen.
    let folder = proposed();
    let editor = format!("sed -i.old 's/(a.2)/(a\\/3)/' {ARTICLE}\nexit 1\n");
    folder.review("", &["e", "p", "q"], &editor).exits(0).says("the article changed meanwhile");
    assert_eq!(folder.record(LEDGER, "see").unwrap()[1], print(NEW));
    assert!(folder.read(PAST).contains(NEW));
    assert_ne!(folder.state("see"), "fresh");
}

#[test]
fn without_a_proposal_there_is_nothing_to_take() {
    let folder = Folder::stale();
    let before = folder.files();
    let ran = folder.review("", &["p"], "").exits(0).says("One of the letters, please.");
    assert!(!ran.out.contains("propos"), "{}", ran.out);
    assert_eq!(folder.files(), before);
    assert!(!folder.run("diff").out.contains("proposed"));
}
