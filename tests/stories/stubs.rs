//! A translator who edits without the tool and fills the places that yakugo left.

use snapbox::{assert_data_eq, str};

use crate::folder::{CONFIG, EN, Folder, LEDGER};

#[test]
fn a_new_article_gets_a_place_for_every_text() {
    let folder = Folder::doses();
    assert_data_eq!(
        folder.read(EN),
        str![[r#"
### articles/dose.md in en. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

# yakugo: missing · paragraph · src 1:a9f5c0bbf069
# 濃度は10 ng/mLです。
# dose =

# yakugo: missing · paragraph · src 1:ccd6ba548ec6
# 国内では承認されていません。
# law =

"#]]
    );
    assert_eq!(folder.states("en"), "2 missing");
    folder.is_settled();
}

/// Fills the stub of the dose with what somebody typed in its place; says what becomes of it.
#[track_caller]
fn filled(typed: &str, expected: &str) {
    let folder = Folder::doses();
    folder.edit(EN, "# dose =", typed);
    folder.run("sync").exits(0);
    let text = folder.read(EN);
    let block = text.split("\n\n").nth(1).unwrap();
    assert_eq!(block, expected, "typed: {typed}");
    assert_eq!(folder.states("en"), "1 missing, 1 fresh", "typed: {typed}");
    assert!(text.ends_with("# 国内では承認されていません。\n# law =\n"), "{text}");
    folder.is_settled();
}

#[test]
fn a_stub_may_be_filled_however_one_likes() {
    let one = "dose = The concentration is 10 ng/mL.";
    filled("# dose = The concentration is 10 ng/mL.", one);
    filled("dose = The concentration is 10 ng/mL.", one);
    filled("#dose=The concentration is 10 ng/mL.", one);
    filled("# dose =    The concentration is 10 ng/mL.   ", one);
    filled("# dose =\nThe concentration is 10 ng/mL.", one);
    filled("dose =\nThe concentration is 10 ng/mL.", one);
    filled("# dose =\n# The concentration is 10 ng/mL.", one);
}

#[test]
fn a_stub_may_be_filled_on_several_lines() {
    let two = "dose =\n    The concentration\n    is 10 ng/mL.";
    filled("# dose =\n# The concentration\n# is 10 ng/mL.", two);
    filled("# dose =\n    The concentration\n    is 10 ng/mL.", two);
    filled("dose =\nThe concentration\nis 10 ng/mL.", two);
    filled("# dose = The concentration\nis 10 ng/mL.", two);
    filled("# dose = The concentration\n# is 10 ng/mL.", two);
    // What Fluent already takes is left as it was typed.
    filled("dose = The concentration\n    is 10 ng/mL.", "dose = The concentration\n    is 10 ng/mL.");
}

#[test]
fn braces_are_escaped_where_the_hash_was_left_on() {
    filled("# dose = 10 {ng}/mL }", "dose = 10 {\"{ng}/mL }\"}");
    filled("# dose = [10] ng/mL", "dose = [10] ng/mL");
    filled(
        "# dose =\n# .10 is\n# [ten]\n# * a\n# } b",
        "dose =\n    {\".\"}10 is\n    {\"[\"}ten]\n    {\"*\"} a\n    {\"}\"} b",
    );
}

#[test]
fn a_text_with_an_equals_sign_is_a_text() {
    filled("# dose = c = 10 ng/mL", "dose = c = 10 ng/mL");
    filled("# dose =\nThe ratio a/b = 10", "dose = The ratio a/b = 10");
    filled("# dose =\n# c = 10", "dose = c = 10");
}

#[test]
fn a_comment_of_ones_own_stays_above_the_message() {
    filled("# ask the doctor\n# dose = Ten.", "# ask the doctor\ndose = Ten.");
    filled("# ask the doctor\ndose = Ten.", "# ask the doctor\ndose = Ten.");
}

#[test]
fn comments_in_every_place_of_a_stub_survive_everything() {
    let folder = Folder::doses();
    folder.edit(
        EN,
        "# yakugo: missing · paragraph · src 1:a9f5",
        "# one\n# yakugo: missing · paragraph · src 1:a9f5",
    );
    folder.edit(EN, "# 濃度", "# two\n# 濃度");
    folder.edit(EN, "# dose =", "# three\n#\n# dose =");
    folder.run("sync").exits(0);
    folder.is_settled();
    let comments = |folder: &Folder| {
        let text = folder.read(EN);
        ["# one\n", "# two\n", "# three\n"].iter().all(|line| text.matches(line).count() == 1)
    };
    assert!(comments(&folder), "{}", folder.read(EN));
    assert_eq!(folder.state("dose"), "missing");
    folder.edit(EN, "# dose =", "# dose = Ten.");
    folder.run("sync").exits(0);
    assert!(comments(&folder), "{}", folder.read(EN));
    assert_eq!(folder.state("dose"), "fresh");
    folder.edit("articles/dose.md", "10 ng", "100 ng");
    folder.run("sync").exits(0);
    assert!(comments(&folder), "{}", folder.read(EN));
    folder.is_settled();
}

#[test]
fn what_fluent_cannot_take_is_named_and_nothing_is_touched() {
    let folder = Folder::doses();
    folder.edit(EN, "# dose =", "dose = The concentration {10 ng/mL.");
    folder.edit(EN, "# law =", "# law = It is not approved.");
    let (typed, ledger) = (folder.read(EN), folder.read(LEDGER));
    folder.run("sync").exits(1).says("locales/en/dose.ftl:6:26").says("write {\"{\"}");
    assert_eq!((folder.read(EN), folder.read(LEDGER)), (typed, ledger));
    // The other message is served all the same.
    assert_eq!(folder.states("en"), "1 missing, 1 fresh");
    let finding = folder.finding("syntax");
    assert_eq!((&finding["line"], &finding["column"], &finding["path"]), (&6.into(), &26.into(), &EN.into()));
    assert!(finding["message"].as_str().unwrap().contains("writes nothing to this file"));
    // With the advice taken, all is well.
    folder.edit(EN, "{10", "{\"{\"}10");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    folder.is_settled();
}

#[test]
fn a_line_that_is_indented_by_a_full_width_space_is_text() {
    let folder = Folder::doses();
    folder.edit(EN, "# dose =", "dose = Ten\n\u{3000}nanograms");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "fresh");
    assert!(folder.read(EN).contains("Ten") && folder.read(EN).contains("nanograms"));
    folder.is_settled();
}

#[test]
fn source_text_that_looks_like_a_stub_is_only_shown() {
    let article = "<!-- yakugo:id dose -->\nlaw = 20です。\n\n<!-- yakugo:id law -->\nx = y です。\n";
    let folder = Folder::new(&[("yakugo.toml", CONFIG), ("articles/dose.md", article)]);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 missing");
    folder.edit(EN, "# dose =", "# dose = law = 20");
    folder.run("sync").exits(0);
    assert_eq!((folder.state("dose"), folder.state("law")), ("fresh".to_owned(), "missing".to_owned()));
    assert!(folder.read(EN).contains("\ndose = law = 20\n"));
    folder.is_settled();
}

#[test]
fn two_stubs_whose_blank_line_was_lost_are_still_two() {
    for (first, second) in
        [("# dose = Ten.", "# law = No."), ("dose = Ten.", "# law = No."), ("# dose = Ten.", "law = No.")]
    {
        let folder = Folder::doses();
        let text = folder.read(EN).replace("# dose =\n\n", &format!("{first}\n")).replace("# law =", second);
        folder.write(EN, text);
        folder.run("sync").exits(0);
        assert_eq!(folder.states("en"), "2 fresh", "{}", folder.read(EN));
        let text = folder.read(EN);
        assert!(text.contains("\ndose = Ten.\n") && text.contains("\nlaw = No.\n"), "{text}");
        assert!(!text.contains("# yakugo:"), "{text}");
        folder.is_settled();
    }
}

#[test]
fn a_stub_that_is_emptied_stays_a_stub() {
    let folder = Folder::doses();
    let before = folder.read(EN);
    for typed in ["dose =", "# dose = ", "dose = {\"\"}", "#dose="] {
        folder.write(EN, before.replace("# dose =", typed));
        folder.run("sync").exits(0);
        assert_eq!(folder.state("dose"), "missing", "{typed}");
        folder.is_settled();
    }
}
