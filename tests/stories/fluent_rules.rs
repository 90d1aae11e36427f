//! Rules of Fluent messages in a project of several files and locales.

use crate::folder::{EN, FLUENT, Folder};

const DE: &str = "locales/de/main.ftl";

/// A dialog, and a second file with the terms that it refers to, translated and adopted.
fn dialog() -> Folder {
    let folder = Folder::new(&[
        ("yakugo.toml", FLUENT),
        ("ui/main.ftl", "about = About { -brand }\ntake = Take { $n } tablets\n"),
        ("ui/terms.ftl", "-brand = Yakugo\n"),
        (DE, "about = Über { -brand }\ntake = Nimm { $n } Tabletten\n"),
        ("locales/de/terms.ftl", "-brand = Jakugo\n"),
    ]);
    folder.run("adopt").exits(0);
    assert!(folder.findings("").is_empty(), "{:#?}", folder.findings(""));
    folder
}

#[test]
fn terms_may_stand_in_another_file_of_the_locale() {
    let folder = dialog();
    folder.edit("locales/de/terms.ftl", "-brand = Jakugo\n", "");
    let finding = folder.finding("unresolved-reference");
    assert_eq!((&finding["id"], &finding["severity"]), (&"about".into(), &"warning".into()));
    assert_eq!(finding["path"], DE);
    // Where the source cannot know it either, nobody will translate it.
    folder.edit("ui/terms.ftl", "-brand", "-brant");
    let severities: Vec<_> =
        folder.findings("unresolved-reference").iter().map(|f| f["severity"].clone()).collect();
    assert_eq!(severities, ["error", "error"]);
}

#[test]
fn a_circle_through_two_files_is_found_once() {
    let folder = dialog();
    folder.edit("locales/de/terms.ftl", "Jakugo", "{ about }");
    let finding = folder.finding("reference-cycle");
    assert_eq!((&finding["path"], &finding["locale"]), (&"locales/de/terms.ftl".into(), &"de".into()));
}

#[test]
fn a_translation_is_held_to_its_source_and_names_it() {
    let folder = dialog();
    folder.edit(DE, "{ $n } ", "");
    let finding = folder.finding("variable-mismatch");
    assert_eq!(
        (&finding["id"], &finding["locale"], &finding["document"]),
        (&"take".into(), &"de".into(), &"main".into())
    );
    assert_eq!(finding["source"]["path"], "ui/main.ftl");
    folder.edit(DE, "take =", "# yakugo: allow variable-mismatch — always two\ntake =");
    assert!(folder.findings("variable-mismatch").is_empty());
}

#[test]
fn a_stale_translation_answers_another_source() {
    let folder = dialog();
    folder.edit("ui/main.ftl", "{ $n } tablets", "{ $n } tablets of { $drug }");
    assert_eq!(folder.findings("stale").len(), 1);
    assert!(folder.findings("variable-mismatch").is_empty());
}

#[test]
fn plural_forms_are_those_of_each_locale() {
    let folder = dialog();
    let files = " { $n ->\n    [one] one\n   *[other] many\n}\n";
    folder.write("ui/main.ftl", format!("files ={files}"));
    folder.write(DE, format!("files ={}", files.replace("[one] one", "[one] eine\n    [few] wenige")));
    assert_eq!(folder.finding("plural-unused")["path"], DE);
}

#[test]
fn files_of_articles_are_looked_at_as_far_as_readers_are_concerned() {
    let folder = Folder::translated();
    folder.edit(EN, "10 ng/mL", "10 \u{FFFD}g/mL\n    \u{3000}or less");
    folder.finding("replacement-character");
    // No program reads them but yakugo.
    assert!(folder.findings("continuation-space").is_empty());
}

#[test]
fn the_version_names_the_plural_rules() {
    let folder = Folder::new(&[]);
    folder.run("--version").exits(0).says("plural rules of Unicode CLDR 49");
    assert!(!folder.run("-V").exits(0).out.contains("CLDR"));
}
