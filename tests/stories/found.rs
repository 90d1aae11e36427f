//! Every use of a term, found: in files outside of any project, and in a project with the source beside its translations.

use serde_json::Value;
use snapbox::str;

use crate::folder::{CONFIG, Folder, Ran};

const TERMS: &str = "concept,locale,term,status,reason\n\
    exosome,ja,エクソソーム,preferred,\nexosome,en,exosome,preferred,\nexosome,en,exome,forbidden,The genome's coding part.\n\
    cell,ja,細胞,preferred,\ncell,en,cell,preferred,\n\
    shield,en,cell phone,draft,\n";

/// An article whose second text has a forbidden word in its translation.
fn project() -> Folder {
    let article = "<!-- yakugo:id first -->\n**エクソソーム**は\n細胞が放出する。\n\n<!-- yakugo:id second -->\nエクソソームを使う。`細胞`\n";
    let config = format!("{CONFIG}glossary = [\"terms.csv\"]\n");
    let folder = Folder::new(&[("yakugo.toml", &config), ("articles/a.md", article), ("terms.csv", TERMS)]);
    folder.run("sync").exits(0);
    folder.edit("locales/en/a.ftl", "# first =", "# first = Cells release **exosomes**.");
    folder.edit("locales/en/a.ftl", "# second =", "# second = Exomes are used. `cell`");
    folder.run("sync").exits(0);
    folder
}

/// The objects of JSON lines, as `line:start-end text concept status`.
#[track_caller]
fn uses(ran: Ran) -> Vec<String> {
    let object = |line: &str| {
        let object: Value = serde_json::from_str(line).unwrap();
        let word = |key: &str| object[key].as_str().unwrap().to_owned();
        let (text, concept, status) = (word("text"), word("concept"), word("status"));
        format!("{}:{}-{} {text} {concept} {status}", object["line"], object["start"], object["end"])
    };
    ran.exits(0).out.lines().map(object).collect()
}

/// A folder without a project: a glossary and one file.
fn file(name: &str, text: impl AsRef<[u8]>) -> Folder {
    let folder = Folder::new(&[("terms.csv", TERMS)]);
    folder.write(name, text);
    folder
}

#[test]
fn a_project_shows_the_source_beside_its_translation() {
    let folder = project();
    let shown = folder.run("glossary find --concept exosome").exits(0).out;
    snapbox::assert_data_eq!(
        shown,
        str![[r#"
exosome · 4 uses in 2 texts
  ja  エクソソーム · preferred · 2
  en  exome · forbidden · 1
  en  exosome · preferred · 1

  first
    ja  articles/a.md:2:3  **‹エクソソーム›**は細胞が放出する。
    en  locales/en/a.ftl:4:25  Cells release **‹exosomes›**.

  second
    ja  articles/a.md:6:1  ‹エクソソーム›を使う。`細胞`
    en  locales/en/a.ftl:6:10  ‹Exomes› are used. `cell`

"#]]
    );
    assert_eq!(
        uses(folder.run("glossary find --format jsonl")),
        [
            "3:0-2 細胞 cell preferred",
            "4:8-13 Cells cell preferred",
            "2:2-8 エクソソーム exosome preferred",
            "4:24-32 exosomes exosome preferred",
            "6:0-6 エクソソーム exosome preferred",
            "6:9-15 Exomes exosome forbidden",
        ]
    );
}

#[test]
fn a_term_is_shown_where_it_is_used_and_nowhere_else() {
    let folder = project();
    let shown = folder.run("glossary find --term EXOME --format jsonl");
    assert_eq!(
        uses(shown),
        ["6:0-6 エクソソーム exosome preferred", "6:9-15 Exomes exosome forbidden"],
        "both sides of the one text that uses it"
    );
    folder.run("glossary find --term exom").exits(2).says("the glossary has no term `exom`");
    folder.run("glossary find --concept exom").exits(2).says("the glossary has no concept `exom`");
    folder.run("glossary find --locale de").exits(2).says("no target locale `de`");
    folder.run("glossary find --term exome --glossary terms.csv").exits(2);
}

#[test]
fn what_only_shields_a_longer_word_is_found_only_on_request() {
    let folder = file("a.txt", "A cell phone and a cell.\n");
    let find = "glossary find a.txt --glossary terms.csv --locale en --format jsonl";
    assert_eq!(uses(folder.run(find)), ["1:19-23 cell cell preferred"]);
    assert_eq!(uses(folder.run(&format!("{find} --concept shield"))), ["1:2-12 cell phone shield draft"]);
}

#[test]
fn the_forms_for_editors() {
    let folder = project();
    let table = folder.run("glossary find --concept exosome --format csv").exits(0).out;
    snapbox::assert_data_eq!(
        table,
        str![[r#"
concept,id,source_place,source_words,source,locale,place,words,translation,unwanted
exosome,first,articles/a.md:2,エクソソーム,**エクソソーム**は細胞が放出する。,en,locales/en/a.ftl:4,exosomes,Cells release **exosomes**.,
exosome,second,articles/a.md:6,エクソソーム,エクソソームを使う。`細胞`,en,locales/en/a.ftl:6,Exomes,Exomes are used. `cell`,Exomes

"#]]
    );
    let markdown = folder.run("glossary find --concept cell --format markdown").exits(0).out;
    snapbox::assert_data_eq!(
        markdown,
        str![[r#"
### cell · 2 uses in 1 text

- ja 細胞: preferred, 1
- en cell: preferred, 1

| where | source | | translation |
|---|---|---|---|
| locales/en/a.ftl:4:9 | /*/*エクソソーム/*/*は**細胞**が放出する。 | en | **Cells** release /*/*exosomes/*/*. |

"#]]
    );
    let html = folder.run("glossary find --concept exosome --format html").exits(0).out;
    for part in [
        "<td lang=\"ja\" dir=\"ltr\"><mark title=\"preferred\">エクソソーム</mark>を使う。",
        "<td lang=\"en\" dir=\"ltr\"><mark class=\"unwanted\" title=\"forbidden\">Exomes</mark> are used.",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert!(!html.contains("http"), "the page needs no other file");
}

#[test]
fn lines_are_counted_in_characters() {
    let find = "glossary find a.txt --glossary terms.csv --locale en --format jsonl";
    let check =
        |text: &str, expected: &[&str]| assert_eq!(uses(file("a.txt", text).run(find)), expected, "{text:?}");
    check("Étude 💊 of cells\n", &["1:11-16 cells cell preferred"]);
    check(
        "\u{FEFF}Cells\r\n\r\nTwo cells\r\n",
        &["1:0-5 Cells cell preferred", "3:4-9 cells cell preferred"],
    );
    check("stem\ncell", &["2:0-4 cell cell preferred"]);
    check("https://cell.org/cell `cell`", &[]);
    check("", &[]);
}

#[test]
fn of_a_document_what_its_readers_see_is_searched() {
    let find = |name: &str, text: &str| {
        let folder = file(name, text);
        uses(folder.run(&format!("glossary find {name} --glossary terms.csv --locale en --format jsonl")))
    };
    assert_eq!(
        find("a.md", "# A *cell*\n\n```\ncell\n```\n\n> an\n> [exosome](https://cell.org)\n"),
        ["1:5-9 cell cell preferred", "8:3-10 exosome exosome preferred"]
    );
    assert_eq!(
        find("a.html", "<script>cell</script>\n<p class=\"cell\">an <b>exo</b>some</p>\n"),
        ["2:22-33 exo</b>some exosome preferred"]
    );
    assert_eq!(find("a.ftl", "# cell\ncell = One { $cell } cell\n"), ["2:21-25 cell cell preferred"]);
}

#[test]
fn without_a_project_the_locale_must_be_clear() {
    let folder = file("a.txt", "cell\n");
    folder.run("glossary find a.txt").exits(2).says("no yakugo.toml");
    folder
        .run("glossary find a.txt --glossary terms.csv")
        .exits(2)
        .says("say which locale the text is written in, with --locale: the glossary has en, ja");
    folder
        .run("glossary find a.txt --glossary terms.csv --locale fr")
        .exits(2)
        .says("the glossary has no term in the locale `fr`; it has en, ja");
    folder.write("one.csv", "concept,locale,term,status\ncell,en,cell,draft\n");
    folder.run("glossary find a.txt --glossary one.csv").exits(0).says("cell · 1 use");
    folder.write("broken.csv", "concept,term\ncell,cell\n");
    folder
        .run("glossary find a.txt --glossary broken.csv")
        .exits(2)
        .says("the header must name concept, locale, term and status");
}

#[test]
fn bytes_that_are_no_text_are_named_and_nothing_passes_for_searched() {
    let find = "glossary find a.txt --glossary terms.csv --locale ja";
    file("a.txt", b"a\n\x8d\xd7\x96\xe3\n")
        .run(find)
        .exits(2)
        .says("a.txt: not UTF-8: the byte at offset 2 (line 2)");
    file("a.txt", b"\xff\xfe\x30\x30").run(find).exits(2).says("a.txt: saved as UTF-16");
    file("b.txt", "").run(find).exits(2).says("a.txt: cannot read it");
    let long = "x".repeat((16 << 20) + 1);
    file("a.txt", format!("細胞\n{long}\n"))
        .run(find)
        .exits(2)
        .says("a.txt:2: this line is longer than 16 MiB");
}

#[test]
fn a_line_as_long_as_a_book_is_searched() {
    let line = format!("{}cell ", "word ".repeat(999)).repeat(1000);
    let folder = file("a.txt", &line);
    let find = "glossary find a.txt --glossary terms.csv --locale en --format jsonl";
    let found = uses(folder.run(find));
    assert_eq!(found.len(), 1000);
    assert_eq!(found.last().unwrap(), "1:4999995-4999999 cell cell preferred");
}
