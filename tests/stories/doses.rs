//! A dose that a translation says otherwise than the article.

use crate::folder::{ARTICLE, CONFIG, EN, Folder};

/// One translated dose; the translation is the given one.
fn translated(translation: &str) -> Folder {
    let article = "<!-- yakugo:id dose -->\n1日10 mg以上は投与しません。\n";
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, article)]);
    folder.run("sync").exits(0);
    folder.edit(EN, "# dose =", &format!("# dose = {translation}"));
    folder.run("sync").exits(0);
    folder
}

#[test]
fn a_wrong_dose_fails_the_check_and_is_pointed_at() {
    let folder = translated("100 mg or more per day are not given.");
    let finding = folder.finding("number-mismatch");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["message"], "the source says `10 mg`, the translation `100 mg`: correct the number");
    folder.run("check").exits(1);
    folder.edit(EN, "100 mg", "10 mg");
    assert!(folder.findings("number-mismatch").is_empty());
    assert!(folder.findings("negation-lost").is_empty());
}

#[test]
fn what_is_wrong_in_a_stale_translation_may_be_right_for_its_own_text() {
    let folder = translated("10 mg or more per day are not given.");
    folder.edit(ARTICLE, "10 mg", "20 mg");
    folder.run("sync");
    assert_eq!(folder.state("dose"), "stale (meaning)");
    assert!(folder.findings("number-mismatch").is_empty());
}
