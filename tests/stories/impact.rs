//! A medical editor overwrites a preferred term in a spreadsheet, sees what it does, mends it, and sends it to a doctor.

use crate::folder::{CONFIG, EN, Folder};

const CSV: &str = "concept;locale;term;status;type;forms;mine\r\n\
    cell;ja;幹細胞;preferred;full;;\r\ncell;en;mother cell;preferred;full;mother cell's;\"keep; this\"\r\n\
    dose;ja;用量;preferred;full;;\r\ndose;en;dose;preferred;full;;\r\n";

/// Four translated paragraphs in git, right under the glossary.
fn folder() -> Folder {
    let config = format!("glossary = [\"terms.csv\"]\n{CONFIG}");
    let article = "<!-- yakugo:id a -->\n幹細胞を採る。\n\n<!-- yakugo:id b -->\n幹細胞である。\n\n\
        <!-- yakugo:id c -->\n用量である。\n\n<!-- yakugo:id d -->\n幹細胞が増える。\n";
    let folder = Folder::new(&[("yakugo.toml", &config), ("articles/dose.md", article), ("terms.csv", CSV)]);
    folder.run("sync").exits(0);
    folder.edit(EN, "# a =", "# a = Mother cells & <b>blood</b> are taken.");
    folder.edit(EN, "# b =", "# b = It is a mother cell's **mother** cell.");
    folder.edit(EN, "# c =", "# c = It is a dose.");
    folder.edit(EN, "# d =", "# d = An old mother cell grows.");
    folder.run("sync").exits(0);
    folder.git("init -q").exits(0);
    folder.commit("begin");
    folder
}

/// The preferred term overwritten in its cell.
fn overwritten() -> Folder {
    let folder = folder();
    folder.edit("terms.csv", "en;mother cell;", "en;stem cell;");
    folder
}

#[test]
fn nothing_is_said_where_nothing_changed() {
    let folder = folder();
    folder.run("glossary impact").exits(0).says("No text is judged otherwise than by the glossary of HEAD.");
    folder.run("glossary impact --fix").exits(0).says("No text is judged otherwise");
    folder.run("glossary impact nowhere").exits(2).says("this clone has no `nowhere`");
    folder.run("glossary impact --locale fr").exits(2).says("no target locale `fr`");
}

#[test]
fn an_overwritten_term_is_noticed_and_nothing_is_written() {
    let folder = overwritten();
    let before = folder.files();
    let said = folder.run("glossary impact").exits(0);
    snapbox::assert_data_eq!(
        said.out,
        snapbox::str![[r#"
The preferred term `mother cell` of cell in en was overwritten with `stem cell` (terms.csv).
  --fix keeps `mother cell` as deprecated, so that it is still found.

locales/en/dose.ftl:4: a (cell)
  source: [幹細胞]を採る。
  en: [Mother cells] & <b>blood</b> are taken.
  `Mother cells` is deprecated for the concept cell: use `stem cell` (--fix does so)

locales/en/dose.ftl:6: b (cell)
  source: [幹細胞]である。
  en: It is a [mother cell's] **mother** cell.
  `mother cell's` is deprecated for the concept cell: use `stem cell`

locales/en/dose.ftl:6: b (cell)
  source: [幹細胞]である。
  en: It is a mother cell's **[mother** cell].
  `mother** cell` is deprecated for the concept cell: use `stem cell`

locales/en/dose.ftl:10: d (cell)
  source: [幹細胞]が増える。
  en: An old [mother cell] grows.
  `mother cell` is deprecated for the concept cell: use `stem cell` (--fix does so)

en: 3 texts are no longer right

Next: `yakugo glossary impact --fix` replaces 2 words.

"#]]
    );
    assert_eq!(folder.files(), before);
}

#[test]
fn the_fix_keeps_the_old_term_and_replaces_what_is_certain() {
    let folder = overwritten();
    // The translator is at work on another text: that is no hindrance, and is kept.
    folder.edit(EN, "It is a dose.", "It is the dose.");
    let said = folder.run("glossary impact --fix").exits(0);
    said.says("`mother cell` is kept as deprecated")
        .says("2 words replaced")
        .says("en: 1 text is no longer right");
    let sheet = folder.read("terms.csv");
    assert!(sheet.contains("cell;en;stem cell;preferred;full;;\"keep; this\"\r\n"), "{sheet}");
    assert!(sheet.contains("cell;en;mother cell;deprecated;full;mother cell's;\r\n"), "{sheet}");
    let text = folder.read(EN);
    assert!(text.contains("a = Stem cells & <b>blood</b> are taken."), "{text}");
    assert!(text.contains("b = It is a mother cell's **mother** cell."), "{text}");
    assert!(text.contains("c = It is the dose."), "{text}");
    assert!(text.contains("d = An old stem cell grows."), "{text}");
    folder.is_settled();
    let again = folder.files();
    folder.run("glossary impact --fix").exits(0).says("0 words replaced");
    assert_eq!(folder.files(), again);
    // What is left is found by every check from now on.
    let left = folder.findings("term-deprecated");
    assert!(left.iter().all(|it| it["id"] == "b"), "{left:?}");
}

#[test]
fn another_file_and_another_commit_can_be_compared_with() {
    let folder = overwritten();
    folder.write("old.csv", CSV);
    folder.run("glossary impact old.csv").exits(0).says("en: 3 texts are no longer right");
    folder.commit("another-word");
    folder.run("glossary impact").exits(0).says("No text is judged otherwise");
    folder.run("glossary impact HEAD~1").exits(0).says("en: 3 texts are no longer right");
    // The other way round. One text was right before: its word stood among the forms of the other.
    folder.write("terms.csv", CSV.replace("mother cell's", ""));
    folder.run("glossary impact").exits(0).says("en: 0 texts are no longer right, 2 became right");
}

#[test]
fn a_preferred_term_that_stays_in_the_sheet_was_not_overwritten() {
    let folder = folder();
    folder.run_args(&["glossary", "prefer", "cell", "en", "stem cell"]).exits(0);
    let said = folder.run("glossary impact").exits(0);
    assert!(!said.out.contains("overwritten"), "{}", said.out);
    said.says("en: 3 texts are no longer right");
}

#[test]
fn words_of_the_documents_are_named_and_left_to_their_author() {
    let folder = folder();
    folder.edit("terms.csv", "ja;用量;", "ja;投与量;");
    let said = folder.run("glossary impact --fix").exits(0);
    said.says("articles/dose.md:8: c (dose)").says("ja: 1 text is no longer right");
    assert!(folder.read("articles/dose.md").contains("用量である。"));
}

#[test]
fn the_forms_for_people_and_programs() {
    let folder = overwritten();
    let page = folder.run("glossary impact --format html").exits(0).out;
    let row = "<tr><td lang=\"ja\" dir=\"ltr\"><mark>幹細胞</mark>を採る。</td><td lang=\"en\" dir=\"ltr\">\
        <mark>Mother cells</mark> &amp; &lt;b&gt;blood&lt;/b&gt; are taken.</td>\
        <td><b>Mother cells</b> is deprecated for the concept cell: use <b>stem cell</b><br>";
    assert!(page.contains(row), "{page}");
    assert!(!page.contains("http"), "it needs nothing from elsewhere");
    let table = folder.run("glossary impact --format csv").exits(0).out;
    assert!(table.contains("\nwrong,en,dose,a,cell,幹細胞,Mother cells,"), "{table}");
    let section = folder.run("glossary impact --format markdown").exits(0).out;
    assert!(section.contains("| <mark>Mother cells</mark> &amp; &lt;b>"), "{section}");
    let lines = folder.run("glossary impact --format jsonl").exits(0).out;
    let lines: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&lines[0]["change"], &lines[0]["old"]), (&"overwritten".into(), &"mother cell".into()));
    assert_eq!(lines[1]["translation_at"], serde_json::json!([0, 12]));
    assert_eq!(lines[1]["fix"], true);
}
