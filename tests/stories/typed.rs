//! What people type in places where a text can be cut off, stand twice or not count: it is never fresh by half.

use crate::folder::{ARTICLE, CONFIG, EN, FLUENT, Folder};

/// An article of doses with this typed in the place of the first one.
#[track_caller]
fn typed(typed: &str) -> Folder {
    let folder = Folder::doses();
    folder.edit(EN, "# dose =", typed);
    folder
}

/// What becomes of a whole text.
#[track_caller]
fn becomes(what: &str, expected: &str) {
    let folder = typed(what);
    folder.run("sync").exits(0);
    assert_eq!(folder.read(EN).split("\n\n").nth(1), Some(expected), "typed: {what}");
    assert_eq!(folder.states("en"), "1 missing, 1 fresh", "typed: {what}");
    assert_eq!(folder.findings("typed-in-comment").len(), 0, "typed: {what}");
    folder.is_settled();
}

/// Nothing is served of this, and a finding says why.
#[track_caller]
fn is_not_served(what: &str, rule: &str) {
    let folder = typed(what);
    let before = folder.read(EN);
    let found = folder.findings(rule);
    assert!(!found.is_empty(), "typed: {what}\n{:#?}", folder.findings(""));
    assert_eq!(folder.states("en"), "2 missing", "typed: {what}");
    folder.run("sync");
    assert_eq!(folder.states("en"), "2 missing", "typed: {what}\n{}", folder.read(EN));
    for line in before.lines().filter(|line| line.contains("mg")) {
        assert!(folder.read(EN).contains(line.trim_start_matches(['#', ' '])), "typed: {what}");
    }
    folder.run("render");
    assert!(
        !folder.has("rendered/en/articles/dose.md")
            || !folder.read("rendered/en/articles/dose.md").contains("10 mg")
    );
}

#[test]
fn hashes_straight_below_a_new_text_are_its_text() {
    let both = "dose =\n    Take 10 mg.\n    Not when ill.";
    becomes("# dose =\nTake 10 mg.\n# Not when ill.", both);
    becomes("dose = Take 10 mg.\n# Not when ill.", both);
    becomes("# dose = Take 10 mg.\n# Not when ill.", both);
    becomes("dose =\n# Take 10 mg.", "dose = Take 10 mg.");
    becomes(
        "# dose =\nTake 10 mg.\n# Not when ill.\nNever.",
        "dose =\n    Take 10 mg.\n    Not when ill.\n    Never.",
    );
}

#[test]
fn a_comment_after_a_blank_line_is_named() {
    let folder = typed("# dose = Take 10 mg.\n\n# Not when ill.");
    let finding = folder.finding("typed-in-comment");
    assert_eq!((&finding["line"], &finding["severity"]), (&8.into(), &"warning".into()));
    folder.run("sync").says("is this comment the rest of `dose`?");
}

#[test]
fn comments_of_ones_own_are_not_reported() {
    let folder = Folder::translated();
    let text = folder.read(EN);
    folder.write(
        EN,
        text.replace("dose =", "# dose is the dose\ndose =").replace("law =", "# mine\n\n# see below\nlaw ="),
    );
    folder.run("sync").exits(0);
    assert_eq!(folder.findings(""), Vec::<serde_json::Value>::new());
    assert_eq!(folder.states("en"), "2 fresh");
    folder.is_settled();
}

#[test]
fn a_text_broken_by_a_blank_line_is_not_served_by_half() {
    is_not_served("# dose =\nTake 10 mg twice.\n\nNot on an empty stomach.", "syntax");
    is_not_served("dose = Take 10 mg twice.\n\nNot on an empty stomach.", "syntax");
    is_not_served("dose = Take 10 mg twice.\n\nNot = { on", "syntax");
    // Nor is a text that was fresh before.
    let folder = Folder::translated();
    folder.edit(EN, "is 10 ng/mL.\n", "is 10 ng/mL.\n\nNot on an empty stomach.\n");
    assert_eq!(folder.states("en"), "1 missing, 1 fresh");
}

#[test]
fn a_line_that_looks_like_a_message_is_text() {
    becomes("# dose =\nTake 10 mg.\nDose = 10 mg twice.", "dose =\n    Take 10 mg.\n    Dose = 10 mg twice.");
    becomes("dose = Take 10 mg.\nDose = 10 mg twice.", "dose =\n    Take 10 mg.\n    Dose = 10 mg twice.");
    becomes("# dose =\nDose = 10 mg twice.\nNever more.", "dose =\n    Dose = 10 mg twice.\n    Never more.");
    becomes("# dose = Take 10 mg.\nDose = 10 mg twice.", "dose =\n    Take 10 mg.\n    Dose = 10 mg twice.");
}

#[test]
fn two_texts_for_one_id_are_none() {
    is_not_served("# dose = Take 10 mg.\n# dose = Take 5 mg.", "duplicate-id");
    is_not_served("# dose = Take 10 mg.\ndose = Take 5 mg.", "duplicate-id");
    is_not_served("dose = Take 10 mg.\ndose = Take 5 mg.", "duplicate-id");
    is_not_served("dose = Take 10 mg.\n\ndose = Take 5 mg.", "duplicate-id");
    becomes("# dose =\n# dose = Take 10 mg.", "dose = Take 10 mg.");
    becomes("# dose = Take 10 mg.\n# dose =", "dose = Take 10 mg.");
}

#[test]
fn what_stands_in_a_conflict_is_not_served() {
    let folder = Folder::translated();
    let one = "dose = The concentration is 10 ng/mL.";
    folder.edit(EN, one, &format!("<<<<<<< HEAD\n{one}\n=======\ndose = It is 10 ng/mL.\n>>>>>>> other"));
    assert_eq!(folder.states("en"), "1 missing, 1 fresh");
}

#[test]
fn notes_without_their_hash_are_no_text() {
    let folder = Folder::translated();
    folder.edit(ARTICLE, "承認", "認可");
    folder.run("sync");
    let text = folder.read(EN);
    let (head, rest) = text.split_once("dose =").unwrap();
    let indented: String = rest
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(line) => format!("    {line}\n"),
            None => format!("{line}\n"),
        })
        .collect();
    folder.write(EN, format!("{head}dose ={indented}"));
    let before = folder.read(EN);
    folder.run("sync").exits(1).says("note-in-text").says("put the # back");
    assert_eq!(folder.read(EN), before);
    assert!(folder.state("dose").starts_with("missing"));
}

#[test]
fn text_in_a_comment_is_accepted_or_named() {
    becomes("# dose ＝ Take 10 mg.", "dose = Take 10 mg.");
    becomes("dose ＝ Take 10 mg.", "dose = Take 10 mg.");
    is_not_served("# dose: Take 10 mg.", "typed-in-comment");
    is_not_served("# dose\n# Take 10 mg.", "typed-in-comment");
    is_not_served("# d0se = Take 10 mg.", "typed-in-comment");
}

#[test]
fn a_message_that_was_commented_out_is_named() {
    let folder = Folder::translated();
    folder.edit(EN, "dose = The", "# dose = The");
    assert_eq!(folder.finding("typed-in-comment")["id"], "dose");
    folder.run("sync").says("stands in a comment");
    assert_eq!(folder.finding("typed-in-comment")["id"], "dose");
    assert_eq!(folder.state("dose"), "missing");
    // Once there is a text, the comment is anybody's own.
    folder.edit(EN, "# dose =\n", "# dose = Ten.\n");
    folder.run("sync");
    assert_eq!(folder.findings("typed-in-comment").len(), 0);
}

#[test]
fn source_text_that_is_shown_is_not_taken_for_a_comment() {
    let article = "<!-- yakugo:id dose -->\nlaw = 20です。\n\n<!-- yakugo:id law -->\nx = y です。\n";
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, article)]);
    folder.run("sync").exits(0);
    assert_eq!(folder.findings("typed-in-comment").len(), 0);
}

#[test]
fn typing_over_the_source_text_is_named() {
    let folder = Folder::doses();
    folder.edit(EN, "# 濃度は10 ng/mLです。", "# Take 10 ng/mL.");
    folder.run("sync").says("typed-in-comment");
    assert!(folder.read(EN).contains("Take 10 ng/mL."));
    assert_eq!(folder.state("dose"), "missing");
}

const UI: &str = "save = Save\n    .title = Save 10 files\n\nopen = Open\n";
const DE: &str = "locales/de/app.ftl";

#[test]
fn a_translation_without_an_attribute_of_its_source_is_not_complete() {
    let folder = Folder::new(&[("yakugo.toml", FLUENT), ("ui/app.ftl", UI)]);
    folder.run("sync").exits(0);
    folder.edit(DE, "# save =", "save = Sichern");
    folder.edit(DE, "# open =", "open = Öffnen");
    folder.run("sync").says("lacks `.title`");
    assert_eq!(folder.states("de"), "1 missing, 1 fresh");
    assert!(folder.read(DE).contains("save = Sichern\n"), "{}", folder.read(DE));
    folder.is_settled();
    folder.edit(DE, "save = Sichern\n", "save = Sichern\n    .title = 10 Dateien sichern\n");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("de"), "2 fresh");
    folder.is_settled();
    folder.edit(DE, "save = Sichern\n", "save =\n");
    folder.run("sync").says("lacks its value");
    assert_eq!(folder.states("de"), "1 missing, 1 fresh");
}

#[test]
fn an_attribute_added_later_does_not_answer_a_changed_value() {
    let folder = Folder::new(&[("yakugo.toml", FLUENT), ("ui/app.ftl", "save = Save 10\n")]);
    folder.run("sync").exits(0);
    folder.edit(DE, "# save =", "save = Sichere 10");
    folder.run("sync").exits(0);
    folder.write("ui/app.ftl", "save = Save 100\n    .title = Save\n");
    folder.run("sync").says("lacks `.title`");
    assert_eq!(folder.state("save"), "stale (meaning)");
    folder.edit(DE, "save = Sichere 10\n", "save = Sichere 10\n    .title = Sichern\n");
    folder.run("sync");
    assert_eq!(folder.state("save"), "stale (meaning)");
}

#[test]
fn what_no_reader_sees_is_no_answer() {
    for (from, to) in [
        ("is 10 ng", "is  10 ng"),
        ("is 10 ng", "is\n    10 ng"),
        ("The conc", "The con\u{200B}c"),
        ("The conc", "The \u{FEFF}conc"),
        ("mL.", "mL. "),
    ] {
        let folder = Folder::stale();
        folder.delete_lines(EN, "# yakugo:");
        folder.edit(EN, from, to);
        folder.run("sync").says("the note was deleted, but the text is the same");
        assert_eq!(folder.state("dose"), "stale (meaning)", "{from:?} {to:?}");
        folder.is_settled();
    }
    let folder = Folder::doses();
    folder.edit(EN, "# dose =", "dose = Caf\u{E9} 10 ng/mL.");
    folder.run("sync");
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync");
    folder.delete_lines(EN, "# yakugo: stale");
    folder.delete_lines(EN, "# yakugo: was");
    folder.delete_lines(EN, "# yakugo: now");
    folder.edit(EN, "\u{E9}", "e\u{301}");
    folder.run("sync");
    assert_eq!(folder.state("dose"), "stale (meaning)");
}

#[test]
fn a_comment_between_two_texts_is_in_doubt_until_a_blank_line_says_whose_it_is() {
    let folder = Folder::doses();
    let text = folder.read(EN);
    let law = text.split("\n\n").nth(2).unwrap().replace("# law =", "law = No.");
    let law = law.lines().last().unwrap();
    let head = text.split("\n\n").take(2).collect::<Vec<_>>().join("\n\n");
    folder.write(EN, format!("{}\n# Not when ill.\n{law}\n", head.replace("# dose =", "dose = Take 10 mg.")));
    folder.run("sync").says("is this comment the rest of `dose`?");
    assert_eq!(folder.state("dose"), "missing", "{}", folder.read(EN));
    folder.is_settled();
    folder.edit(EN, "# Not when ill.", "\n# Not when ill.");
    folder.run("sync");
    assert_eq!(folder.state("dose"), "fresh", "{}", folder.read(EN));
}
