//! Answering a stale translation: change the text and delete its note. Nothing less is an answer.

use snapbox::{assert_data_eq, str};

use crate::folder::{ARTICLE, EN, Folder, LEDGER, PAST, print};

const OLD: &str = "濃度は10 ng/mLです。";
const NEW: &str = "濃度は100 ng/mLです。";

#[test]
fn a_changed_dose_makes_its_translation_stale_and_says_why() {
    let folder = Folder::stale();
    assert_data_eq!(
        folder.read(EN),
        str![[r#"
### articles/dose.md in en. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

# yakugo: stale (meaning: 10 ng/mL → 100 ng/mL) · since 2026-11-03 · src 1:4e5ecba19bdc
# yakugo: was 濃度は10 ng/mLです。
# yakugo: now 濃度は100 ng/mLです。
dose = The concentration is 10 ng/mL.

law = It is not approved in Japan.

"#]]
    );
    assert_data_eq!(
        folder.read(PAST),
        str![[r#"
# yakugo past 1 · source texts that were replaced; kept by yakugo, merged by git
fingerprint	text	replaced	into	verdict	moved

1:a9f5c0bbf069	濃度は10 ng/mLです。	2026-11-03

1:4e5ecba19bdc	濃度は100 ng/mLです。	-

1:ccd6ba548ec6	国内では承認されていません。	-

"#]]
    );
    assert_eq!(
        (folder.state("dose"), folder.state("law")),
        ("stale (meaning)".to_owned(), "fresh".to_owned())
    );
    folder.is_settled();
}

#[test]
fn text_changed_and_note_deleted_is_an_answer() {
    let folder = Folder::stale();
    folder.delete_lines(EN, "# yakugo:");
    folder.edit(EN, "10 ng", "100 ng");
    folder.on("2026-11-05").run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    let record = folder.record(LEDGER, "dose").unwrap();
    assert_eq!(
        (&record[1], &record[4], &record[6]),
        (&print(NEW), &"translated".to_owned(), &"2026-11-05".to_owned())
    );
    folder.is_settled();
}

#[test]
fn a_deleted_note_alone_is_no_answer() {
    let folder = Folder::stale();
    let before = folder.read(EN);
    folder.delete_lines(EN, "# yakugo:");
    folder.run("check").exits(1).says("the note was deleted, but the text is the same");
    folder.run("sync");
    assert_eq!(folder.read(EN), before, "the note returns");
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
}

#[test]
fn a_half_deleted_note_is_whole_again() {
    let before = Folder::stale().read(EN);
    for part in ["# yakugo: stale", "# yakugo: was", "# yakugo: now"] {
        let folder = Folder::stale();
        folder.delete_lines(EN, part);
        folder.run("sync");
        assert_eq!(folder.read(EN), before, "{part}");
        // Text changed with a part of the note left is no answer either.
        folder.delete_lines(EN, part);
        folder.edit(EN, "= The concentration is 10 ng", "= The concentration is 100 ng");
        folder.run("sync");
        assert_eq!(folder.state("dose"), "stale (meaning)", "{part}");
        folder.is_settled();
    }
}

#[test]
fn a_text_changed_under_its_note_is_no_answer_even_if_the_article_returns() {
    let folder = Folder::stale();
    folder.edit(EN, "The concentration", "Its concentration");
    folder.run("check").exits(1).says("its note still stands");
    folder.run("sync");
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
    // Nobody said which text it answers, so it answers none.
    folder.edit(ARTICLE, "100 ng", "10 ng");
    folder.run("sync");
    assert_eq!(folder.state("dose"), "stale (meaning)");
    folder.is_settled();
    // The note deleted later does not help: the text is then as it was recorded.
    folder.delete_lines(EN, "# yakugo:");
    folder.run("sync");
    assert_eq!(folder.state("dose"), "stale (meaning)");
    // Saying so does.
    folder.run("accept dose").exits(0);
    assert_eq!(folder.state("dose"), "fresh");
    folder.is_settled();
}

#[test]
fn an_answer_is_to_what_was_shown() {
    let folder = Folder::stale();
    folder.delete_lines(EN, "# yakugo:");
    folder.edit(EN, "10 ng", "100 ng");
    // The author moves on before the answer is recorded.
    folder.edit(ARTICLE, "100 ng", "1000 ng");
    folder.run("sync");
    assert_eq!(folder.state("dose"), "stale (meaning)");
    assert_eq!(folder.record(LEDGER, "dose").unwrap()[1], print(NEW));
    assert!(folder.read(EN).contains("# yakugo: was 濃度は100 ng/mLです。"));
    folder.is_settled();
    // And if the author comes back to what was answered, the answer is there.
    folder.edit(ARTICLE, "1000 ng", "100 ng");
    folder.run("sync");
    assert_eq!(folder.state("dose"), "fresh");
    assert!(!folder.read(EN).contains("# yakugo:"));
    folder.is_settled();
}

#[test]
fn a_stub_filled_while_the_article_moved_on_answers_the_text_in_the_stub() {
    for typed in ["# dose = Ten.", "dose = Ten."] {
        let folder = Folder::doses();
        folder.edit(EN, "# dose =", typed);
        folder.edit(ARTICLE, "10 ng", "100 ng");
        folder.run("sync");
        assert_eq!(folder.state("dose"), "stale (meaning)");
        assert_eq!(folder.record(LEDGER, "dose").unwrap()[1], print(OLD));
        folder.is_settled();
    }
}

#[test]
fn an_author_who_syncs_the_source_only_shows_the_translator_nothing() {
    let folder = Folder::doses();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    let (en, ledger) = (folder.read(EN), folder.read(LEDGER));
    folder.run("sync --source").exits(0);
    assert_eq!((folder.read(EN), folder.read(LEDGER)), (en, ledger));
    // The file still shows the old dose: that is what is answered.
    folder.edit(EN, "# dose =", "# dose = Ten.");
    folder.run("sync");
    assert_eq!(folder.state("dose"), "stale (meaning)");
    assert!(folder.read(EN).contains("# yakugo: was 濃度は10 ng/mLです。"));
}

#[test]
fn a_fix_of_a_fresh_text_stays_fresh_but_loses_its_review() {
    let folder = Folder::translated();
    let ledger = folder.read(LEDGER).replace("\ttranslated", "\treviewed");
    folder.write(LEDGER, ledger);
    assert_eq!(folder.states("en"), "2 fresh, 2 reviewed");
    folder.edit(EN, "The concentration", "Its concentration");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh, 1 reviewed");
    folder.is_settled();
}

#[test]
fn notes_in_the_middle_of_comments_come_and_go_without_them() {
    let folder = Folder::translated();
    folder.edit(EN, "dose = ", "# one\n#\n# two\ndose = ");
    let before = folder.read(EN);
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync");
    assert_eq!(folder.state("dose"), "stale (meaning)");
    // Somebody puts a comment into the note.
    folder.edit(EN, "# yakugo: now", "# three\n# yakugo: now");
    folder.run("sync");
    folder.is_settled();
    folder.edit(ARTICLE, "100 ng", "10 ng");
    folder.run("sync");
    assert_eq!(folder.read(EN), before.replace("# one", "# three\n# one"));
    folder.is_settled();
}

#[test]
fn a_translation_may_look_like_a_note() {
    let folder = Folder::doses();
    folder.edit(EN, "# law =", "law =\n    # yakugo: was it\n    # yakugo: stale (meaning)");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("law"), "fresh");
    folder.edit(ARTICLE, "承認", "認可");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("law"), "stale (wording)");
    assert!(folder.read(EN).contains("law =\n    # yakugo: was it\n    # yakugo: stale (meaning)\n"));
    folder.is_settled();
}
