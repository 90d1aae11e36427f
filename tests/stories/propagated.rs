//! Changes of markup that yakugo carries into translations: drafts where nobody has to choose, proposals where a person
//! has spoken, never an answer in anybody's name.

use crate::folder::{ARTICLE, CONFIG, EN, Folder, LEDGER, Ran, print};

const OLD: &str = "詳細は[別紙](a/1)を参照。";
const NEW: &str = "詳細は[別紙](a/2)を参照。";

/// One translated sentence with a link, in the article and in its translation.
pub(crate) fn linked() -> Folder {
    let article = format!("<!-- yakugo:id see -->\n{OLD}\n\n<!-- yakugo:id dose -->\n濃度は10 ng/mLです。\n");
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, &article)]);
    folder.run("sync").exits(0);
    folder.edit(EN, "# see =", "# see = See the [annex](a/1).");
    folder.edit(EN, "# dose =", "# dose = The concentration is 10 ng/mL.");
    folder.run("sync").exits(0);
    folder
}

/// The same, reviewed.
fn reviewed() -> Folder {
    let folder = linked();
    folder.run("accept --reviewed see").exits(0);
    folder
}

fn relink(folder: &Folder) -> Ran {
    folder.edit(ARTICLE, "a/1", "a/2");
    folder.run("sync").exits(0)
}

#[track_caller]
fn state_in_ledger(folder: &Folder, state: &str) {
    assert_eq!(folder.record(LEDGER, "see").unwrap()[4], state);
}

#[test]
fn a_new_link_is_carried_into_the_translation_as_a_draft() {
    let folder = linked();
    folder.edit(EN, "see = ", "# mine\nsee = ");
    relink(&folder).says("carried into translations, as drafts: see (en)");
    assert!(folder.read(EN).contains("# mine\nsee = See the [annex](a/2).\n"), "{}", folder.read(EN));
    assert_eq!(folder.states("en"), "2 fresh, 1 draft");
    state_in_ledger(&folder, "draft");
    assert_eq!(folder.record(LEDGER, "see").unwrap()[1], print(NEW));
    folder.is_settled();
    // Before `sync`, the files are not what they should be.
    let unsynced = linked();
    unsynced.edit(ARTICLE, "a/1", "a/2");
    unsynced.run("check --locked").exits(1).says("not-synced");
    assert!(unsynced.read(EN).contains("a/1"));
}

#[test]
fn a_person_makes_a_draft_a_translation() {
    let folder = linked();
    relink(&folder);
    let accepted = folder.copy();
    accepted.run("accept see").exits(0);
    state_in_ledger(&accepted, "translated");
    accepted.is_settled();
    let edited = folder.copy();
    edited.edit(EN, "See the", "Read the");
    edited.run("sync").exits(0);
    state_in_ledger(&edited, "translated");
    edited.is_settled();
}

#[test]
fn a_draft_grows_stale_as_any_other() {
    let folder = linked();
    relink(&folder);
    folder.edit(ARTICLE, "を参照", "を見ない");
    folder.run("sync");
    assert_ne!(folder.state("see"), "fresh");
    assert!(folder.read(EN).contains(&format!("# yakugo: was {NEW}")));
    folder.is_settled();
}

#[test]
fn an_undo_brings_text_and_state_back() {
    for adopt in [false, true] {
        let folder = linked();
        if adopt {
            folder.remove(LEDGER);
            folder.run("adopt").exits(0);
        }
        let before = folder.read(EN);
        let state = folder.record(LEDGER, "see").unwrap()[4].clone();
        relink(&folder);
        folder.edit(ARTICLE, "a/2", "a/1");
        folder.run("sync").exits(0);
        assert_eq!(folder.read(EN), before);
        state_in_ledger(&folder, &state);
        assert_eq!(folder.record(LEDGER, "see").unwrap()[1], print(OLD));
        folder.is_settled();
        // Yakugo's own draft never comes back as more than that.
        relink(&folder);
        state_in_ledger(&folder, "draft");
        folder.is_settled();
    }
}

#[test]
fn one_file_reverted_never_answers_the_new_source() {
    let folder = linked();
    let before = folder.read(EN);
    relink(&folder);
    let after = folder.files();
    // The translator's editor saves its old buffer: the text answers what it answered, and is carried over again …
    folder.write(EN, &before);
    folder.run("sync").exits(0);
    assert_eq!(folder.state("see"), "stale (markup)");
    assert_eq!(folder.record(LEDGER, "see").unwrap()[1], print(OLD));
    assert!(folder.read(EN).contains("# yakugo: proposal See the [annex](a/2).\n"));
    folder.is_settled();
    // … and if the other one comes back, it is the draft that it was.
    folder.write(EN, &after[EN].0);
    folder.run("sync").exits(0);
    assert_eq!(folder.state("see"), "fresh");
    state_in_ledger(&folder, "draft");
    folder.is_settled();
}

#[test]
fn a_reviewed_translation_gets_a_proposal() {
    let folder = reviewed();
    relink(&folder);
    assert_eq!(folder.state("see"), "stale (markup)");
    state_in_ledger(&folder, "reviewed");
    let en = folder.read(EN);
    assert!(en.contains("# yakugo: proposal See the [annex](a/2).\nsee = See the [annex](a/1).\n"), "{en}");
    assert_eq!(folder.finding("stale")["severity"], "note");
    folder.is_settled();
    // The article comes back: nothing was lost, the review neither.
    let undone = folder.copy();
    undone.edit(ARTICLE, "a/2", "a/1");
    undone.run("sync").exits(0);
    assert_eq!(undone.states("en"), "2 fresh, 1 reviewed");
    assert!(!undone.read(EN).contains("# yakugo:"));
    // The translator takes the proposal over.
    folder.delete_lines(EN, "# yakugo:");
    folder.edit(EN, "a/1", "a/2");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    state_in_ledger(&folder, "translated");
    folder.is_settled();
}

#[test]
fn a_proposal_taken_over_under_its_note_is_no_answer() {
    let folder = reviewed();
    relink(&folder);
    folder.edit(EN, "see = See the [annex](a/1)", "see = See the [annex](a/2)");
    folder.run("sync");
    assert_ne!(folder.state("see"), "fresh");
    assert!(!folder.read(EN).contains("proposal"));
    folder.is_settled();
    folder.run("accept see").exits(0);
    assert_eq!(folder.state("see"), "fresh");
}

#[test]
fn the_text_of_a_translator_who_works_at_the_same_time_stands() {
    let folder = linked();
    folder.edit(EN, "See the [annex](a/1).", "Look at the [annex](a/1).");
    relink(&folder);
    let en = folder.read(EN);
    assert!(en.contains("\nsee = Look at the [annex](a/1).\n"), "{en}");
    assert!(en.contains("# yakugo: proposal Look at the [annex](a/2).\n"), "{en}");
    assert_eq!(folder.state("see"), "stale (markup)");
    folder.is_settled();
    // Nor is a stub that was filled meanwhile touched.
    let stub = linked();
    stub.edit(EN, "see = See the [annex](a/1).", "");
    stub.run("sync").exits(0);
    stub.edit(EN, "# see =", "# see = Look at the [annex](a/1).");
    relink(&stub);
    assert!(stub.read(EN).contains("see = Look at the [annex](a/1).\n"));
    assert_eq!(stub.state("see"), "stale (markup)");
    stub.is_settled();
}

#[test]
fn whoever_changes_both_at_once_has_nothing_left_to_do() {
    let folder = linked();
    folder.edit(EN, "See the [annex](a/1).", "Look at the [annex](a/2).");
    relink(&folder);
    assert!(folder.read(EN).contains("see = Look at the [annex](a/2).\n"));
    assert_eq!(folder.states("en"), "2 fresh, 1 draft");
    folder.is_settled();
}

#[test]
fn a_translation_that_had_the_new_link_before_its_source_stays_as_it_is() {
    let folder = linked();
    folder.edit(EN, "a/1", "a/2");
    folder.run("sync").exits(0);
    state_in_ledger(&folder, "translated");
    let before = folder.read(EN);
    relink(&folder);
    assert_eq!(folder.read(EN), before);
    state_in_ledger(&folder, "draft");
    folder.is_settled();
    folder.edit(ARTICLE, "a/2", "a/1");
    folder.run("sync").exits(0);
    assert_eq!(folder.read(EN), before);
    state_in_ledger(&folder, "translated");
    folder.is_settled();
}

#[test]
fn a_unit_in_doubt_is_not_touched() {
    let folder = linked();
    folder.edit(ARTICLE, "参照", "見る");
    folder.run("sync").exits(0);
    folder.edit(EN, "see = See", "see = Look at");
    folder.run("sync");
    let en = folder.read(EN);
    folder.edit(ARTICLE, "見る", "参照");
    relink(&folder);
    assert_ne!(folder.state("see"), "fresh");
    assert!(folder.read(EN).contains("see = Look at the [annex](a/1).\n"), "{en}");
    assert!(!folder.read(EN).contains("proposal"));
    folder.is_settled();
}

#[test]
fn where_there_is_a_choice_a_person_makes_it() {
    let folder = linked();
    folder.edit(EN, "[annex](a/1)", "[annex](b)");
    folder.run("sync").exits(0);
    relink(&folder);
    assert_eq!(folder.state("see"), "stale (markup)");
    assert!(!folder.read(EN).contains("proposal"));
    folder.is_settled();
}

#[test]
fn markup_and_a_dose_are_a_dose() {
    let folder = linked();
    folder.edit(ARTICLE, "濃度は10 ng/mLです。", "濃度は**100 ng/mL**です。");
    folder.run("sync");
    assert_eq!(folder.state("dose"), "stale (meaning)");
    assert!(folder.read(EN).contains("\ndose = The concentration is 10 ng/mL.\n"));
    folder.is_settled();
}

#[test]
fn a_wrapped_message_keeps_its_lines() {
    let folder = linked();
    folder.edit(EN, "see = See the [annex](a/1).", "see =  See\n  the [annex](a/1)\n  { \"{\" }now.");
    folder.run("sync").exits(0);
    relink(&folder);
    let en = folder.read(EN);
    assert!(en.contains("see =  See\n  the [annex](a/2)\n"), "{en}");
    folder.is_settled();
}

#[test]
fn crlf_files_stay_crlf() {
    let folder = linked();
    folder.write(EN, folder.read(EN).replace('\n', "\r\n"));
    folder.run("sync").exits(0);
    relink(&folder);
    let en = folder.read(EN);
    assert!(en.contains("see = See the [annex](a/2).\r\n"));
    assert_eq!(en.matches('\n').count(), en.matches("\r\n").count());
    folder.is_settled();
}

#[test]
fn an_author_who_syncs_the_source_only_changes_no_translation() {
    let folder = linked();
    let en = folder.read(EN);
    folder.edit(ARTICLE, "a/1", "a/2");
    let ran = folder.run("sync --source").exits(0);
    assert!(!ran.out.contains("as drafts"), "{}", ran.out);
    assert_eq!(folder.read(EN), en);
    folder.run("sync").exits(0);
    assert!(folder.read(EN).contains("a/2"));
    folder.is_settled();
}

#[test]
fn it_can_be_switched_off() {
    let folder = linked();
    folder.write("yakugo.toml", format!("{CONFIG}[stale]\npropagate = false\n"));
    relink(&folder);
    assert_eq!(folder.state("see"), "stale (markup)");
    let en = folder.read(EN);
    assert!(en.contains("# yakugo: proposal See the [annex](a/2).\nsee = See the [annex](a/1).\n"), "{en}");
    folder.is_settled();
}

#[test]
fn hand_written_messages_are_left_to_people() {
    let folder = Folder::new(&[
        ("yakugo.toml", crate::folder::FLUENT),
        ("ui/menu.ftl", "help = See <a href=\"x\">help</a>.\n"),
    ]);
    folder.run("sync").exits(0);
    folder.edit("locales/de/menu.ftl", "# help =", "# help = Siehe <a href=\"x\">Hilfe</a>.");
    folder.run("sync").exits(0);
    folder.edit("ui/menu.ftl", "\"x\"", "\"y\"");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("help"), "stale (markup)");
    assert!(folder.read("locales/de/menu.ftl").contains("\nhelp = Siehe <a href=\"x\">Hilfe</a>.\n"));
    folder.is_settled();
}
