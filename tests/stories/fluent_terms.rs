//! Messages and translations that refer to concepts of the glossary: `{ -cell }`.

use crate::folder::Folder;

const CONFIG: &str = "source = \"en\"\ntargets = [\"de\"]\nglossary = [\"terms.csv\"]\n\
    documents = [\"articles/*.md\", { path = \"ui/*.ftl\", kind = \"fluent\" }]\n";
const TERMS: &str = "concept,locale,term,status,type\n\
    cell,en,cell,preferred,\ncell,de,Zelle,preferred,\n\
    vegf,en,VEGF,preferred,abbreviation\nvegf,de,VEGF,preferred,abbreviation\n\
    vegf,de,Wachstumsfaktor,admitted,full\n";
const UI: &str = "locales/de/ui.ftl";
const PAGE: &str = "locales/de/page.ftl";
const MADE: &str = "locales/de/glossary.ftl";

/// An article and a program's messages, translated with references to terms.
fn folder() -> Folder {
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        ("terms.csv", TERMS),
        ("ui/ui.ftl", "about = A cell and VEGF.\n"),
        ("articles/page.md", "<!-- yakugo:id cell -->\nA cell and VEGF.\n"),
    ]);
    folder.run("sync").exits(0);
    let said = "Eine { -cell } und der { -vegf(form: \"full\") }.";
    folder.edit(UI, "# about =", &format!("about = {said}"));
    folder.edit(PAGE, "# cell =", &format!("cell = {said}"));
    folder
}

#[test]
fn terms_are_made_once_and_kept_up_to_date() {
    let folder = folder();
    folder
        .run("check")
        .exits(1)
        .says("nothing in this locale is called `-cell`")
        .says("glossary export fluent");

    folder.run("glossary export fluent").exits(0).says("Wrote locales/de/glossary.ftl.");
    folder.run("glossary export fluent").exits(0).says("up to date");
    assert!(folder.read(MADE).contains("\n-cell = Zelle\n"), "{}", folder.read(MADE));
    folder.run("sync").exits(0);
    folder.run("check --locked").exits(0);
    folder.run("render --locale de --out out").exits(0);
    assert!(folder.read("out/page.md").contains("Eine Zelle und der Wachstumsfaktor."));

    folder.edit("terms.csv", "Zelle", "Körperzelle");
    folder.run("check").exits(0).says(MADE).says("not-synced");
    folder.run("check --locked").exits(1);
    folder.run("sync --check").exits(1).says(MADE);
    folder.run("sync").exits(0).says(MADE);
    folder.run("check --locked").exits(0);
    folder.run("render --locale de --out out").exits(0);
    assert!(folder.read("out/page.md").contains("Eine Körperzelle"));
}

#[test]
fn the_file_of_terms_is_no_document_among_hand_written_ones() {
    let config = CONFIG.replace("\"articles/*.md\", { path = \"ui/", "{ path = \"locales/en/");
    let folder = Folder::new(&[
        ("yakugo.toml", &config),
        ("terms.csv", TERMS),
        ("locales/en/ui.ftl", "about = A { -cell }.\n"),
    ]);
    folder.run("glossary export fluent").exits(0).says("Wrote locales/en/glossary.ftl.");
    folder.run("sync").exits(0);
    folder.edit(UI, "# about =", "about = Eine { -cell }.");
    folder.run("sync").exits(0);
    folder.run("check --locked").exits(0);
    assert!(!folder.has("locales/de/glossary.ledger.tsv") && folder.has(MADE));
}

#[test]
fn a_reference_that_the_glossary_lacks_is_a_finding() {
    let folder = folder();
    folder.run("glossary export fluent").exits(0);
    folder.run("sync").exits(0);
    folder.edit(UI, "-cell }", "-sell }");
    folder.edit(PAGE, "-cell }", "-sell }");
    let checked = folder.run("check").exits(1).says("did you mean `-cell`?").says("unrenderable");
    assert!(checked.out.contains("term-missing"), "{}", checked.out);
    folder.run("render --locale de --out out");
    assert!(folder.read("out/page.md").contains("A cell and VEGF."));
}

#[test]
fn a_file_that_somebody_wrote_is_left_alone() {
    let folder = folder();
    folder.write(MADE, "-cell = Zelle\n");
    folder
        .run("glossary export fluent")
        .exits(2)
        .says("locales/de/glossary.ftl is a file that yakugo did not make");
    assert!(!folder.has("locales/en/glossary.ftl"));
    folder.run("sync").exits(0);
    assert_eq!(folder.read(MADE), "-cell = Zelle\n");
}
