//! The glossary as its editors keep it: in a spreadsheet program, in a text editor, and with yakugo's own commands.

use snapbox::str;

use crate::folder::{CONFIG, Folder};

const CSV: &str = "\u{FEFF}# Agreed in May.\r\nconcept;locale;term;status;type;reason;definition;mine\r\n\r\n\
    exosome;ja;エクソソーム;preferred;full;;\"Small vesicles; 30 to 150 nm\";\r\n\
    exosome;en;exosome;preferred;full;;;\"keep; this\"\r\n\
    exosome;en;EV;preferred;abbreviation;;;\r\n\
    dose;en;dosage;admitted\r\n";

fn folder() -> Folder {
    let config = format!("{CONFIG}glossary = [\"terms.csv\"]\n");
    Folder::new(&[("yakugo.toml", &config), ("articles/a.md", "エクソソーム。\n"), ("terms.csv", CSV)])
}

#[test]
fn another_term_becomes_preferred_and_the_old_one_stays() {
    let folder = folder();
    folder
        .run_args(&[
            "glossary",
            "prefer",
            "exosome",
            "en",
            "extracellular vesicle",
            "--reason",
            "MISEV; 2023",
        ])
        .exits(0)
        .says("Changed terms.csv.");
    let expected = CSV
        .replace("exosome;en;exosome;preferred;full;;", "exosome;en;exosome;deprecated;full;\"MISEV; 2023\";")
        .replace(
            "abbreviation;;;\r\n",
            "abbreviation;;;\r\nexosome;en;extracellular vesicle;preferred;;;;\r\n",
        );
    assert_eq!(folder.read("terms.csv"), expected);
    folder.run("glossary prefer exosome en exosome --old admitted").exits(0);
    folder.run("glossary prefer exosome en exosome").exits(0).says("Nothing to change");
    let back = folder.read("terms.csv");
    assert!(back.contains("exosome;en;exosome;preferred;full;;"), "{back}");
    assert!(back.contains("exosome;en;extracellular vesicle;admitted;;;;\r\n"), "{back}");
}

#[test]
fn a_term_is_added_beside_its_concept_or_at_the_end() {
    let folder = folder();
    folder.run("glossary add exosome ja 細胞外小胞").exits(0);
    folder.run("glossary add dose en dose --status preferred").exits(0);
    folder.run_args(&["glossary", "add", "dose", "ja", "投与; 量", "--status", "forbidden"]).exits(0);
    let expected = CSV.replace("150 nm\";\r\n", "150 nm\";\r\nexosome;ja;細胞外小胞;draft;;;;\r\n").replace(
        "admitted\r\n",
        "admitted\r\ndose;en;dose;preferred;;;;\r\ndose;ja;\"投与; 量\";forbidden;;;;\r\n",
    );
    assert_eq!(folder.read("terms.csv"), expected);
}

#[test]
fn what_cannot_be_done_changes_nothing() {
    let folder = folder();
    folder.run("glossary add exosome en exosome").exits(2).says("has `exosome` for `exosome` in en already");
    folder.run("glossary prefer exsome en EV").exits(2).says("no concept `exsome`");
    folder.run("glossary add exosome em x").exits(2).says("has the locale `em`; they have en, ja");
    folder.write(".~lock.terms.csv#", ",somebody,,;");
    folder
        .run("glossary add dose en dose")
        .exits(2)
        .says("terms.csv: open in LibreOffice: save and close it");
    assert_eq!(folder.read("terms.csv"), CSV);
}

#[test]
fn the_quotes_of_a_spreadsheet_program_go() {
    let folder = folder();
    let quoted = CSV.replace(";en;EV;", ";\"en\";\"EV\";").replace("mine\r\n", "\"mine\"\r\n");
    folder.write("terms.csv", &quoted);
    folder.run("glossary fmt --check").exits(1).says("terms.csv");
    folder.run("glossary fmt").exits(0);
    assert_eq!(folder.read("terms.csv"), CSV);
    folder.run("glossary fmt --check").exits(0);
}

#[test]
fn a_word_leads_to_the_card_of_its_concept() {
    let folder = folder();
    folder.run("glossary prefer exosome en EV --old admitted").exits(0);
    let card = folder.run("glossary list ｅｘｏｓｏｍｅ").exits(0).out;
    snapbox::assert_data_eq!(
        card,
        str![[r#"
exosome
  Small vesicles; 30 to 150 nm
  ja  エクソソーム  preferred
  en  exosome       preferred
      EV            preferred

"#]]
    );
    folder.run("glossary list").exits(0).says("dosage  admitted");
    folder.run("glossary list ribosome").exits(1).says("no term or concept with `ribosome`");
}

#[test]
fn an_import_shows_what_it_would_do_and_keeps_the_rest() {
    let folder = folder();
    folder.write(
        "from-a-colleague.csv",
        "ja,en,notes,owner\nエクソソーム,exosome (EXO),see MISEV,me\n増殖因子,growth factor,,\n",
    );
    let shown = folder.run("glossary import from-a-colleague.csv --dry-run --status admitted").exits(0).out;
    snapbox::assert_data_eq!(
        shown,
        str![[r#"
~ exosome · ja · エクソソーム: note `` → `see MISEV`
+ exosome · en · EXO
+ growth-factor · ja · 増殖因子
+ growth-factor · en · growth factor
3 rows come, 1 cells change.

note[glossary-import]: the column `owner` is left out: rename it to one that yakugo knows, or do without
 --> from-a-colleague.csv:1:1
  |
1 | ja,en,notes,owner
  | ^^^^^^^^^^^^^^^^^

note[glossary-import]: `exosome (EXO)` was taken apart into `exosome`, `EXO`: see whether that is right
 --> from-a-colleague.csv:2:1
  |
2 | エクソソーム,exosome (EXO),see MISEV,me
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

2 notes

Nothing was written: run it again without --dry-run.

"#]]
    );
    assert_eq!(folder.read("terms.csv"), CSV, "--dry-run writes nothing");
    folder.run("glossary import from-a-colleague.csv --status admitted").exits(0);
    let text = folder.read("terms.csv");
    assert!(text.contains("mine;note\r\n"), "{text}");
    assert!(text.contains("exosome;en;exosome;preferred;full;;;\"keep; this\"\r\n"), "{text}");
    assert!(text.ends_with("growth-factor;en;growth factor;admitted;;;;;\r\n"), "{text}");
}

#[test]
fn what_is_exported_comes_in_again_without_a_change() {
    let folder = folder();
    for format in ["tbx-v2", "tbx", "tbx-dct"] {
        folder.run(&format!("glossary export {format} --out out.tbx")).exits(0).says("Wrote out.tbx");
        folder.run("glossary import out.tbx").exits(0).says("0 rows come, 0 cells change");
        assert_eq!(folder.read("terms.csv"), CSV, "{format}");
    }
    folder
        .run("glossary export wide")
        .exits(0)
        .says("exosome,,Small vesicles; 30 to 150 nm,エクソソーム,exosome,");
    folder.run("glossary export omegat").exits(0).says("エクソソーム\texosome\n");
    folder
        .run("glossary export tbx --out yakugo.toml")
        .exits(2)
        .says("this file of the project would be replaced");
}
