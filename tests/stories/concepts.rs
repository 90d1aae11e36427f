//! The glossary says how grave a change of the article is, never whether there is one.

use crate::folder::{ARTICLE, CONFIG, EN, Folder};

const GLOSSARY: &str = "glossary/terms.csv";
const TERMS: &str =
    "concept,locale,term,status\nexosome,ja,エクソソーム,preferred\ncytokine,ja,サイトカイン,preferred\n";

/// Two translated paragraphs, the first with a changed concept, and no glossary yet.
fn changed() -> Folder {
    let article = "<!-- yakugo:id kind -->\nエクソソームを測ります。\n\n<!-- yakugo:id same -->\nエクソソームは小さい。\n";
    let config = format!("glossary = [\"glossary/*.csv\"]\n{CONFIG}");
    let folder = Folder::new(&[
        ("yakugo.toml", &config),
        (ARTICLE, article),
        (GLOSSARY, "concept,locale,term,status\n"),
    ]);
    folder.run("sync").exits(0);
    folder.edit(EN, "# kind =", "# kind = Measure exosomes.");
    folder.edit(EN, "# same =", "# same = Exosomes are small.");
    folder.run("sync").exits(0);
    folder.edit(ARTICLE, "エクソソームを", "サイトカインを");
    folder.run("sync").exits(0);
    folder
}

#[test]
fn a_concept_that_changed_is_meaning_and_is_named() {
    let folder = changed();
    assert_eq!(folder.state("kind"), "stale (wording)");
    folder.write(GLOSSARY, TERMS);
    folder.run("sync");
    assert_eq!(folder.state("kind"), "stale (meaning)");
    assert!(folder.read(EN).contains("stale (meaning: concept gone: exosome; came: cytokine)"));
    folder.is_settled();
}

#[test]
fn rows_of_the_glossary_make_nothing_fresh_or_stale() {
    let folder = changed();
    let before = folder.files();
    folder.write(GLOSSARY, TERMS);
    folder.run("sync");
    folder.is_settled();
    let states = |folder: &Folder| folder.states("en");
    assert_eq!(states(&folder), "1 stale, 1 fresh");
    let ledger = "locales/en/dose.ledger.tsv";
    assert_eq!(folder.files()[ledger], before[ledger], "nothing of the glossary is recorded");
    // The rows go, and everything is as it was.
    folder.write(GLOSSARY, "concept,locale,term,status\n");
    folder.run("sync").exits(0);
    assert_eq!(folder.files(), before);
}

#[test]
fn a_renumbered_heading_is_no_change_of_meaning() {
    let article = "<!-- yakugo:id head -->\n## 4. 方法\n\n<!-- yakugo:id dose -->\n10 mg。\n";
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, article)]);
    folder.run("sync").exits(0);
    folder.edit(EN, "# head =", "# head = 4. Methods");
    folder.run("sync").exits(0);
    folder.edit(ARTICLE, "4. 方法", "5. 方法");
    folder.run("sync").exits(0);
    assert_eq!(folder.state("head"), "stale (wording)");
    assert!(folder.read(EN).contains("stale (wording: 4. → 5.)"), "{}", folder.read(EN));
    folder.is_settled();
}
