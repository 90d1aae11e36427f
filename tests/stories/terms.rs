//! The glossary's rules in a project: what is reported, what is not, and what can be mended.

use crate::folder::{CONFIG, EN, Folder};

const TERMS: &str = "concept,locale,term,status,type,dnt\n\
    supernatant,ja,培養上清液,preferred,full,\nsupernatant,ja,上澄み,deprecated,full,\n\
    supernatant,en,culture supernatant,preferred,full,\nsupernatant,en,supernatant,admitted,full,\n\
    supernatant,en,conditioned medium,admitted,full,\nsupernatant,en,serum,forbidden,full,\n\
    supernatant,en,culture broth,deprecated,full,\n\
    vegf,ja,血管内皮増殖因子,preferred,full,\nvegf,ja,VEGF,admitted,abbreviation,yes\n\
    vegf,en,vascular endothelial growth factor,preferred,full,\nvegf,en,VEGF,admitted,abbreviation,yes\n";

/// An article of these paragraphs with their translations, all of them fresh.
fn folder(texts: &[(&str, &str)]) -> Folder {
    let paragraph =
        |(number, (source, _)): (usize, &(&str, &str))| format!("<!-- yakugo:id p{number} -->\n{source}\n\n");
    let article: String = texts.iter().enumerate().map(paragraph).collect();
    let config = format!("glossary = [\"terms.csv\"]\n{CONFIG}");
    let folder =
        Folder::new(&[("yakugo.toml", &config), ("articles/dose.md", &article), ("terms.csv", TERMS)]);
    folder.run("sync").exits(0);
    for (number, (_, translation)) in texts.iter().enumerate() {
        folder.edit(EN, &format!("# p{number} ="), &format!("# p{number} = {translation}"));
    }
    folder.run("sync").exits(0);
    folder
}

/// The findings of all rules that hold texts to the glossary: rule, severity and unit.
fn found(folder: &Folder) -> Vec<String> {
    let report = folder.json("check --format json");
    let text = |value: &serde_json::Value, key: &str| value[key].as_str().unwrap().to_owned();
    let findings = report["findings"].as_array().unwrap().iter();
    let of_terms = findings.filter(|it| {
        let rule = it["rule"].as_str().unwrap();
        rule.contains("term") || matches!(rule, "dnt-changed" | "first-use")
    });
    of_terms.map(|it| format!("{} {} {}", text(it, "rule"), text(it, "severity"), text(it, "id"))).collect()
}

#[track_caller]
fn check(texts: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(found(&folder(texts)), expected);
}

#[test]
fn one_document_has_one_word_for_a_concept() {
    let one = ("培養上清液を凍結する。", "Freeze the culture supernatant.");
    let other = ("培養上清液を測る。", "Measure the conditioned medium.");
    check(&[one, other], &["term-inconsistent note p1"]);
    // The rarer word is the preferred one: the document was written before it was.
    check(&[one, other, other], &[]);
    // A shorter word for the longer one, and a word that is introduced beside it.
    check(&[one, ("培養上清液を測る。", "Measure the supernatant.")], &[]);
    check(&[one, ("培養上清液を測る。", "Measure culture supernatant (conditioned medium).")], &[]);
    check(&[one], &[]);
}

#[test]
fn mixed_words_are_made_one() {
    let folder = folder(&[
        ("培養上清液を凍結する。", "Freeze the culture supernatant."),
        ("培養上清液を測る。", "Conditioned media were measured."),
    ]);
    folder.run("check --fix").exits(0).says("mended");
    assert!(folder.read(EN).contains("p1 = Culture supernatants were measured."), "{}", folder.read(EN));
    assert_eq!(found(&folder), Vec::<String>::new());
    folder.is_settled();
}

#[test]
fn words_that_are_not_wanted_are_replaced_where_that_is_safe() {
    let folder = folder(&[
        ("培養上清液である。", "Culture broths and a serum."),
        ("培養上清液である。", "**Culture** broth."),
        ("本である。", "Serum."),
    ]);
    assert_eq!(
        found(&folder),
        ["term-deprecated note p0", "term-forbidden warning p0", "term-deprecated note p1"]
    );
    folder.run("check --fix").exits(0);
    let text = folder.read(EN);
    assert!(text.contains("p0 = Culture supernatants and a culture supernatant."), "{text}");
    assert!(text.contains("p1 = **Culture** broth."), "a word with marks in it is left to people");
    assert!(text.contains("p2 = Serum."), "the source does not name the concept");
    folder.is_settled();
}

#[test]
fn a_fix_in_a_stale_text_is_no_answer() {
    let folder = folder(&[("培養上清液を10 mg。", "Culture broth, 10 mg.")]);
    folder.edit("articles/dose.md", "10 mg", "20 mg");
    folder.run("sync").exits(0);
    assert_eq!(found(&folder), Vec::<String>::new(), "it answers another text");
    folder.run("check --fix").exits(1);
    assert_eq!(folder.state("p0"), "stale (meaning)");
}

#[test]
fn short_forms_are_explained_where_they_come_first() {
    let plain = ("VEGFが出る。", "VEGF is released.");
    let full = ("血管内皮増殖因子（VEGF）が出る。", "Vascular endothelial growth factor (VEGF) is released.");
    check(&[plain, plain], &["first-use note p0"]);
    check(&[full, plain], &[]);
    check(&[plain, full], &["first-use note p0"]);
    check(&[("# VEGFとは", "# On VEGF"), full, plain], &[]);
}

#[test]
fn a_text_that_is_not_translated_yet_may_explain_the_short_form() {
    let folder = folder(&[("血管内皮増殖因子が出る。", "x"), ("VEGFが出る。", "VEGF is released.")]);
    folder.edit(EN, "p0 = x\n", "");
    folder.run("sync").exits(0);
    assert_eq!(found(&folder), Vec::<String>::new());
}

#[test]
fn the_sources_word_and_altered_names_are_found() {
    check(&[("培養上清液である。", "It is 培養上清液.")], &["term-untranslated warning p0"]);
    check(&[("培養上清液である。", "It is culture supernatant (培養上清液).")], &[]);
    let altered =
        [("血管内皮増殖因子（VEGF）。", "Vascular endothelial growth factor."), ("VEGF。", "Vegf.")];
    check(&altered, &["dnt-changed warning p1"]);
    let folder = folder(&altered);
    folder.run("check --fix").exits(0);
    assert!(folder.read(EN).contains("p1 = VEGF."), "{}", folder.read(EN));
}

#[test]
fn words_of_the_source_are_held_to_the_glossary() {
    let folder = folder(&[("上澄みを測る。", "Measure the culture supernatant.")]);
    let finding = folder.finding("source-term");
    assert_eq!(finding["path"], "articles/dose.md");
    assert_eq!((&finding["line"], &finding["column"]), (&2.into(), &1.into()), "{finding}");
    assert!(finding["message"].as_str().unwrap().ends_with("use `培養上清液`"));
}

#[test]
fn a_project_says_how_often_a_concept_is_named() {
    let texts = [(
        "培養上清液を測る。培養上清液と培養上清液を凍結する。",
        "Measure it and freeze the culture supernatant.",
    )];
    check(&texts, &["term-count note p0"]);
    let with = |occurrences: &str, translation: &str| {
        let folder = folder(&[(texts[0].0, translation)]);
        let config = folder.read("yakugo.toml");
        folder.write("yakugo.toml", format!("{config}[check]\noccurrences = \"{occurrences}\"\n"));
        found(&folder)
    };
    assert_eq!(with("sentence", texts[0].1), ["term-missing warning p0"]);
    let twice = "Measure the culture supernatant and freeze the supernatant.";
    assert_eq!(with("sentence", twice), ["term-count note p0"]);
    assert_eq!(with("each", twice), ["term-missing warning p0"]);
    assert_eq!(with("each", &format!("{twice} Conditioned medium.")), Vec::<String>::new());
}
