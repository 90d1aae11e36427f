//! What people allow in their files, with a reason; it hides a finding and changes nothing else.

use crate::folder::{ARTICLE, CONFIG, EN, FLUENT, Folder};

/// A translation that does not name the glossary's concept.
fn without_the_term() -> Folder {
    let folder = Folder::new(&[
        ("yakugo.toml", &format!("{CONFIG}glossary = [\"glossary/*.csv\"]\n")),
        ("glossary/a.csv", "concept,locale,term,status\nlaw,ja,国内,preferred\nlaw,en,domestic,preferred\n"),
        (
            ARTICLE,
            "<!-- yakugo:id law -->\n国内では承認されていません。\n\n<!-- yakugo:id other -->\n国内の話です。\n",
        ),
    ]);
    folder.run("sync").exits(0);
    folder.edit(EN, "# law =", "# law = It is not approved in Japan.");
    folder.edit(EN, "# other =", "# other = A Japanese matter.");
    folder.run("sync").exits(0);
    assert_eq!(folder.findings("term-missing").len(), 2);
    folder
}

#[test]
fn a_comment_above_a_message_allows_one_rule_there() {
    let folder = without_the_term();
    folder.edit(EN, "law = It", "# yakugo: allow term-missing — readers know no other\nlaw = It");
    assert_eq!(folder.finding("term-missing")["id"], "other");
    assert!(folder.findings("unused-allow").is_empty());
    // It is the translator's own line: sync keeps it, and it makes no unit anything else than it was.
    folder.is_settled();
    assert!(folder.read(EN).contains("# yakugo: allow term-missing — readers know no other\nlaw = It"));
    assert_eq!(folder.states("en"), "2 fresh");
}

#[test]
fn three_marks_are_about_the_file() {
    let folder = without_the_term();
    folder.write(EN, format!("### yakugo: allow term-missing: agreed\n\n{}", folder.read(EN)));
    folder.run("sync").exits(0);
    assert!(folder.findings("").is_empty(), "{:#?}", folder.findings(""));
}

#[test]
fn a_comment_in_the_document_is_about_the_text_below_in_every_language() {
    let folder = without_the_term();
    folder.edit(
        ARTICLE,
        "<!-- yakugo:id law -->",
        "<!-- yakugo: allow term-missing -- a fixed phrase -->\n<!-- yakugo:id law -->",
    );
    folder.run("sync").exits(0);
    assert_eq!(folder.finding("term-missing")["id"], "other");
    assert!(folder.findings("unused-allow").is_empty());
}

#[test]
fn what_allows_nothing_is_named() {
    let folder = without_the_term();
    let says = |comment: &str, rule: &str, what: &str| {
        let copy = folder.copy();
        copy.edit(EN, "law = It", &format!("{comment}\nlaw = It"));
        let finding = copy.finding(rule);
        assert!(finding["message"].as_str().unwrap().contains(what), "{finding}");
        assert_eq!((&finding["path"], &finding["locale"]), (&EN.into(), &"en".into()));
        assert_eq!(copy.findings("term-missing").len(), 2, "{comment} allows something");
    };
    says("# yakugo: allow term-missing", "invalid-allow", "say why");
    says("# yakugo: allow term-misssing — agreed", "invalid-allow", "did you mean `term-missing`?");
    says("# yakugo: allow", "invalid-allow", "names no rule");
    says("# yakugo: allow stale — later", "invalid-allow", "cannot be allowed");
    says("# yakugo: allow term-forbidden — agreed", "unused-allow", "nothing to allow");
    // A blank line below makes it a comment about nothing.
    says("# yakugo: allow term-missing — agreed\n", "unused-allow", "nothing to allow");
    says("## yakugo: allow term-missing — agreed\n", "invalid-allow", "about nothing");
}

#[test]
fn a_stale_translation_cannot_be_allowed() {
    let folder = Folder::stale();
    folder.edit(EN, "dose = The", "# yakugo: allow stale — still right\ndose = The");
    folder.run("check").exits(1);
    assert_eq!(folder.finding("stale")["severity"], "error");
    assert!(folder.finding("invalid-allow")["message"].as_str().unwrap().contains("yakugo explain stale"));
    assert_eq!(folder.states("en"), "1 stale, 1 fresh");
}

#[test]
fn hand_written_sources_have_allowances_too() {
    let folder = Folder::new(&[
        ("yakugo.toml", FLUENT),
        ("ui/app.ftl", "# yakugo: allow empty-message — filled at run time\nsave = Save\n"),
    ]);
    folder.run("sync").exits(0);
    let finding = folder.finding("unused-allow");
    assert_eq!((&finding["path"], &finding["line"]), (&"ui/app.ftl".into(), &1.into()));
}

#[test]
fn code_in_a_document_is_no_comment() {
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        (ARTICLE, "細胞です。\n\n```\n<!-- yakugo: allow term-missing -->\n```\n"),
    ]);
    folder.run("sync").exits(0);
    assert!(folder.findings("invalid-allow").is_empty());
}

#[test]
fn rows_of_a_glossary_are_allowed_above_them() {
    let rows =
        "concept,locale,term,status\n# yakugo: allow term-short — an own word here,,\na,ja,胞,preferred\n";
    let folder = Folder::new(&[
        ("yakugo.toml", &format!("{CONFIG}glossary = [\"a.csv\"]\n")),
        ("a.csv", rows),
        (ARTICLE, "細胞です。\n"),
    ]);
    folder.run("glossary check").exits(0).says("nothing to report");
    // `check` does not look for slips of the glossary, and so it cannot tell that nothing needs the remark.
    assert!(folder.findings("unused-allow").is_empty());
    folder.edit("a.csv", "胞", "細胞");
    folder.run("glossary check").exits(0).says("unused-allow");
}
