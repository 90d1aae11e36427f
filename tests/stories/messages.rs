//! Hand-written source messages: the developer edits the file, the ids are the developer's.

use snapbox::{assert_data_eq, str};

use crate::folder::{FLUENT, Folder};

const SRC: &str = "ui/app.ftl";
const DE: &str = "locales/de/app.ftl";
const LEDGER: &str = "locales/de/app.ledger.tsv";

fn app() -> Folder {
    let source = "# The first screen.\nlogin = Log in\n    .title = Log in with { $name }\n\nlog = A log\n\ndose-max = At most { $n } mg in 10 days\n";
    let folder = Folder::new(&[("yakugo.toml", FLUENT), (SRC, source)]);
    folder.run("sync").exits(0);
    folder
}

fn translated() -> Folder {
    let folder = app();
    folder.edit(DE, "# login =", "# login = Anmelden\n#     .title = Anmelden mit { $name }");
    folder.edit(DE, "# log =", "log = Ein Protokoll");
    folder.edit(DE, "# dose-max =", "# dose-max = Höchstens { $n } mg");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("de"), "3 fresh", "{}", folder.read(DE));
    folder
}

#[test]
fn messages_and_attributes_are_translated_as_one() {
    assert_data_eq!(
        app().read(DE),
        str![[r#"
### ui/app.ftl in de. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

# yakugo: missing · message · src 1:2baf4bc651b7
# (The first screen.)
# Log in
# .title = Log in with { $name }
# login =

# yakugo: missing · message · src 1:0a1f749b62cf
# A log
# log =

# yakugo: missing · message · src 1:8fa7b7bc070e
# At most { $n } mg in 10 days
# dose-max =

"#]]
    );
    assert_data_eq!(
        translated().read(DE),
        str![[r#"
### ui/app.ftl in de. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

login =
    Anmelden
    .title = Anmelden mit { $name }

log = Ein Protokoll

dose-max = Höchstens { $n } mg

"#]]
    );
    translated().is_settled();
}

#[test]
fn a_changed_value_under_the_same_id_is_seen() {
    let folder = translated();
    folder.edit(SRC, "10 days", "14 days");
    folder.run("sync");
    assert_eq!(
        (folder.state("dose-max"), folder.state("log")),
        ("stale (meaning)".to_owned(), "fresh".to_owned())
    );
    assert!(
        folder.read(DE).contains(
            "# yakugo: was At most { $n } mg in 10 days\n# yakugo: now At most { $n } mg in 14 days\n"
        ),
        "{}",
        folder.read(DE)
    );
    folder.is_settled();
}

#[test]
fn a_changed_unit_or_comparator_beside_a_placeable_is_a_change_of_meaning() {
    for (from, to) in [("{ $n } mg", "{ $n } g"), ("At most", "At least")] {
        let folder = translated();
        folder.edit(SRC, from, to);
        folder.run("sync");
        assert_eq!(folder.state("dose-max"), "stale (meaning)", "{to}");
    }
}

#[test]
fn a_changed_attribute_under_the_same_id_is_seen() {
    let folder = translated();
    folder.edit(SRC, "Log in with", "Sign in with");
    folder.run("sync");
    assert_eq!(
        (folder.state("login"), folder.state("log")),
        ("stale (wording)".to_owned(), "fresh".to_owned())
    );
    folder.is_settled();
    // Gone altogether is a change, too.
    folder.edit(SRC, "\n    .title = Sign in with { $name }", "");
    folder.run("sync");
    assert_eq!(folder.state("login"), "stale (wording)");
    folder.is_settled();
}

#[test]
fn comments_and_layout_of_the_source_are_no_change() {
    let folder = translated();
    folder.edit(SRC, "# The first screen.\nlogin = Log in\n", "login =\n    Log in\n");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("de"), "3 fresh");
    folder.is_settled();
}

#[test]
fn a_removed_message_goes_to_the_attic_and_comes_back() {
    let folder = translated();
    let (source, de) = (folder.read(SRC), folder.read(DE));
    folder.edit(SRC, "log = A log\n\n", "");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("de"), "2 fresh");
    assert!(folder.read("locales/de/app.attic.ftl").contains("log = Ein Protokoll\n"));
    folder.write(SRC, source);
    folder.run("sync").exits(0);
    assert_eq!((folder.states("de"), folder.read(DE)), ("3 fresh".to_owned(), de));
    folder.is_settled();
}

#[test]
fn a_message_that_cannot_be_read_for_a_moment_takes_nothing_away() {
    let folder = translated();
    let before = folder.files();
    folder.edit(SRC, "At most { $n }", "At most { $n");
    folder.run("sync").exits(1).says("ui/app.ftl:7");
    assert_eq!(folder.files()[DE], before[DE]);
    assert_eq!(folder.files()[LEDGER], before[LEDGER]);
    folder.edit(SRC, "{ $n mg", "{ $n } mg");
    folder.run("sync").exits(0);
    assert_eq!(folder.files(), before);
}

#[test]
fn ids_that_begin_alike_are_kept_apart() {
    let folder = app();
    folder.edit(DE, "# log =", "# log = Ein Protokoll\n# login steht oben");
    folder.run("sync").exits(0);
    assert_eq!((folder.state("log"), folder.state("login")), ("fresh".to_owned(), "missing".to_owned()));
    folder.is_settled();
}

#[test]
fn a_typed_line_that_looks_like_another_stub_belongs_to_its_own() {
    let folder = app();
    folder.edit(DE, "# dose-max =", "# dose-max =\n# log = 10");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("log"), "missing");
    assert!(folder.read(DE).contains("log = 10"), "what was typed is there: {}", folder.read(DE));
    folder.is_settled();
}

#[test]
fn an_extra_message_of_the_translator_is_left_alone() {
    let folder = translated();
    folder.write(DE, format!("-brand = Marke\n\n{}\nmine = Meins\n", folder.read(DE)));
    let before = folder.read(DE);
    folder.run("sync").exits(0);
    assert_eq!(folder.read(DE), before);
    assert_eq!(folder.finding("obsolete")["id"], "mine");
    folder.is_settled();
}
