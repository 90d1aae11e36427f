//! Bitexts outside of any project: pairs in every format, and what stands in such files that is no pair.

use std::fs::File;
use std::process::Command;

use serde_json::Value;
use snapbox::str;

use crate::folder::{Folder, Ran};

const TERMS: &str = "concept,locale,term,status,reason\n\
    cell,en,cell,preferred,\ncell,fr,cellule,preferred,\ncell,fr,cellulite,forbidden,A skin condition.\n\
    stem,en,stem cell,preferred,\nstem,fr,cellule souche,preferred,\n";

/// Runs `check-pairs` on one file that stands alone with a glossary.
fn check_pairs(name: &str, text: impl AsRef<[u8]>, more: &str) -> Ran {
    let folder = Folder::new(&[("terms.csv", TERMS)]);
    folder.write(name, text);
    folder.run(&format!("check-pairs --glossary terms.csv --from en --to fr {name} {more}"))
}

/// What is said of each pair, as `line id rule severity side:start-end text`.
#[track_caller]
fn found(name: &str, text: impl AsRef<[u8]>) -> Vec<String> {
    let object = |line: &str| {
        let object: Value = serde_json::from_str(line).unwrap();
        let word = |key: &str| object[key].as_str().unwrap_or("-").to_owned();
        let place = object["in"]
            .as_str()
            .map(|side| format!(" {side}:{}-{} {}", object["start"], object["end"], word("text")));
        let place = place.unwrap_or_default();
        format!("{} {} {} {}{place}", object["line"], word("id"), word("rule"), word("severity"))
    };
    check_pairs(name, text, "--format jsonl").out.lines().map(object).collect()
}

#[test]
fn every_rule_that_needs_two_texts_only_is_asked() {
    let pairs = "\
        {\"id\": \"right\", \"source\": \"A stem cell of 10 µm.\", \"target\": \"Une cellule souche de 10 µm.\"}\n\
        {\"id\": \"terms\", \"source\": \"Étude: a cell.\", \"target\": \"Été : une cellulite.\", \"score\": 0.9}\n\
        {\"id\": 3, \"source\": \"A stem cell.\", \"target\": \"Un tissu.\"}\n\
        {\"source\": \"Take at least 10 mg.\", \"target\": \"Prendre au plus 100 mg.\"}\n\
        {\"id\": \"no\", \"source\": \"The drug is not safe.\", \"target\": \"Le produit est sûr.\"}\n";
    assert_eq!(
        found("a.jsonl", pairs),
        [
            "2 terms term-forbidden warning target:10-19 cellulite",
            "3 3 term-missing warning source:2-11 stem cell",
            "4 - number-mismatch error target:16-22 100 mg",
            "5 no negation-lost error target:0-19 Le produit est sûr.",
        ]
    );
    let text = check_pairs("a.jsonl", pairs, "").exits(1).out;
    snapbox::assert_data_eq!(
        text,
        str![[r#"
a.jsonl:2: warning[term-forbidden] terms: `cellulite` is forbidden for the concept cell (A skin condition): use `cellule`
a.jsonl:3: warning[term-missing] 3: the source says `stem cell`, and the glossary has `cellule souche` for it: use that, or admit the word that stands here (concept stem)
a.jsonl:4: error[number-mismatch] the source says `10 mg`, the translation `100 mg`: correct the number
a.jsonl:5: error[negation-lost] no: the source denies this, the translation does not: say that it is not so
5 pairs: 2 errors, 2 warnings

"#]]
    );
}

#[test]
fn the_bar_decides_the_exit_code() {
    let warning = "{\"source\": \"A cell.\", \"target\": \"Un tissu.\"}\n";
    check_pairs("a.jsonl", warning, "").exits(0).says("1 pair: 1 warning");
    check_pairs("a.jsonl", warning, "--fail-on warning").exits(1);
    check_pairs("a.jsonl", "", "").exits(0).says("0 pairs: Nothing to report.");
    check_pairs("a.txt", warning, "").exits(2).says("give --input jsonl, tsv or tmx");
    check_pairs("a.txt", warning, "--input jsonl").exits(0).says("1 pair: 1 warning");
    let folder = Folder::new(&[("terms.csv", TERMS), ("a.jsonl", warning)]);
    folder
        .run("check-pairs --glossary terms.csv --from en --to de a.jsonl")
        .exits(2)
        .says("the glossary has no term in the locale `de`; it has en, fr");
    folder.run("check-pairs --from en --to de a.jsonl").exits(0).says("1 pair: Nothing to report.");
    folder.run("check-pairs --from en --to de b.jsonl").exits(2).says("b.jsonl: cannot read it");
}

#[test]
fn standard_input_is_read_as_it_is_said() {
    let folder = Folder::new(&[("a.tsv", "10 mg\t12 mg\n")]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_yakugo"));
    command.args("check-pairs --from en --to fr - --input tsv".split(' ')).current_dir(folder.root());
    let output = command.stdin(File::open(folder.path("a.tsv")).unwrap()).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("-:1: error[number-mismatch]"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn json_lines_that_are_no_pair_stop_nothing() {
    let lines = b"\xEF\xBB\xBF{\"id\": \"bom\", \"source\": \"1 mg\", \"target\": \"2 mg\"}\r\n\
        \r\n\
        {\"id\": \"half\", \"source\": \"1 m\n\
        \x8d\xd7\x96\xe3\n\
        [1, 2]\n\
        {\"source\": \"1 mg\"}\n\
        {\"source\": \"1 mg\", \"target\": 2}\n\
        {\"id\": {}, \"source\": \"1 mg\", \"target\": \"1 mg\"}\n\
        {\"id\": \"last\", \"source\": \"1 mg\", \"target\": \"2 mg\"}";
    let broken = [3, 4, 5, 6, 7, 8].map(|line| format!("{line} - pair-format error"));
    let first = "1 bom number-mismatch error target:0-4 2 mg".to_owned();
    let last = "9 last number-mismatch error target:0-4 2 mg".to_owned();
    assert_eq!(found("a.jsonl", lines), [&[first], &broken[..], &[last]].concat());
    let said = check_pairs("a.jsonl", lines, "").exits(1);
    let said = said.says("a.jsonl:3: error[pair-format] this is no JSON object (column");
    let said =
        said.says("a.jsonl:4: error[pair-format] not UTF-8: byte 1 of this line (0x8D) fits no character");
    said.says("`target` is missing").says("`target` is no text").says("2 pairs: 8 errors");
    check_pairs("a.jsonl", b"\xFF\xFE{\0", "").exits(2).says("saved as UTF-16");
}

#[test]
fn a_text_of_five_megabytes_is_a_text() {
    let long = "mot ".repeat(1_300_000);
    let lines = format!(
        "{{\"id\": \"long\", \"source\": \"1 mg\", \"target\": \"{long}1 mg\"}}\n{{\"source\": \"1 mg\", \"target\": \"2 mg\"}}\n"
    );
    assert_eq!(found("a.jsonl", lines), ["2 - number-mismatch error target:0-4 2 mg"]);
    let endless =
        format!("{{\"source\": \"{}\"}}\n{{\"source\": \"1\", \"target\": \"1\"}}\n", "x".repeat(17 << 20));
    let ran = check_pairs("a.jsonl", endless, "").exits(1);
    ran.says("a.jsonl:1: error[pair-format] this line is longer than 16 MiB").says("1 pair: 1 error");
}

#[test]
fn columns_are_told_by_a_header_or_by_their_number() {
    let check = |text: &str, expected: &[&str]| assert_eq!(found("a.tsv", text), expected, "{text}");
    check("1 mg\t2 mg\n3 mg\t3 mg\n", &["1 - number-mismatch error target:0-4 2 mg"]);
    check("x7\t1 mg\t2 mg\r\n", &["1 x7 number-mismatch error target:0-4 2 mg"]);
    check("id\tsource\ttarget\n\nx7\t1 mg\t2 mg\n", &["3 x7 number-mismatch error target:0-4 2 mg"]);
    check("\u{FEFF}fr\tscore\tEN\n2 mg\t0.5\t1 mg\n", &["2 - number-mismatch error target:0-4 2 mg"]);
    check(
        "1 mg\t2 mg\nragged\n1 mg\t1 mg\tx\n1 mg\t2 mg",
        &[
            "1 - number-mismatch error target:0-4 2 mg",
            "2 - pair-format error",
            "3 - pair-format error",
            "4 - number-mismatch error target:0-4 2 mg",
        ],
    );
    check("alone\n1 mg\t2 mg\n", &["1 - pair-format error", "2 - number-mismatch error target:0-4 2 mg"]);
}

/// A TMX file of these units.
fn tmx(units: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\"><body>\n{units}\n</body></tmx>\n"
    )
}

/// A unit of two texts.
fn unit(id: &str, en: &str, fr: &str) -> String {
    format!(
        "<tu tuid=\"{id}\"><tuv xml:lang=\"en\"><seg>{en}</seg></tuv><tuv xml:lang=\"fr\"><seg>{fr}</seg></tuv></tu>\n"
    )
}

#[test]
fn units_of_tmx_are_pairs() {
    let marked = unit(
        "marks",
        "A <bpt i=\"1\">&lt;cellulite&gt;</bpt>stem<ept i=\"1\">9</ept> cell",
        "Une cellule<ph>7</ph>souche",
    );
    let other = unit("regions", "1&#160;mg &amp; <hi>a cell</hi>", "2 mg, <![CDATA[cellule]]>")
        .replace("\"en\"", "\"EN-us\"")
        .replace("xml:lang", "lang");
    let german = unit("german", "1 mg", "2 mg").replace("\"fr\"", "\"de\"");
    assert_eq!(
        found("a.tmx", tmx(&[marked, other, german].concat())),
        ["5 regions number-mismatch error target:0-4 2 mg", "6 - pair-format note"]
    );
}

#[test]
fn tmx_that_is_none_is_named_where_it_stops() {
    let (good, entity) = (unit("good", "1 mg", "2 mg"), unit("x", "&mdash;", "–"));
    let finding = "number-mismatch error target:0-4 2 mg";
    assert_eq!(
        found("a.tmx", tmx(&[entity, good.clone()].concat())),
        ["4 - pair-format error".to_owned(), format!("5 good {finding}")]
    );
    let bytes = [
        b"<tmx><body>".as_slice(),
        unit("cp932", "10 mg", "@").as_bytes(),
        good.as_bytes(),
        b"</body></tmx>",
    ]
    .concat();
    let at = bytes.iter().position(|byte| *byte == b'@').unwrap();
    let bytes = [&bytes[..at], b"\x8d\xd7", &bytes[at + 1..]].concat();
    assert_eq!(found("a.tmx", &bytes), ["1 - pair-format error".to_owned(), format!("2 good {finding}")]);
    check_pairs("a.tmx", &bytes, "").exits(1).says("not UTF-8: bytes of this unit (such as 0x8D)");
    let without_language = tmx(&good.replace(" xml:lang=\"fr\"", ""));
    check_pairs("a.tmx", without_language, "")
        .exits(1)
        .says("a.tmx:4: error[pair-format] a `tuv` has no `xml:lang`");
    let laughs = tmx(&unit("x", "&b;", "&b;"))
        .replace("SYSTEM \"tmx14.dtd\"", "[<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]");
    let says = "nothing is read from here on: a DOCTYPE with definitions of its own";
    check_pairs("a.tmx", laughs, "").exits(1).says(says).says("0 pairs: 1 error");
    let cut = tmx(&good).replace("</body></tmx>", "<tu><tuv xml:lang=\"en\">");
    check_pairs("a.tmx", cut, "")
        .exits(1)
        .says("good: the translation says")
        .says("the file ends before its elements are closed");
    check_pairs("a.tmx", tmx(&good).replace("</tu>", ""), "")
        .exits(1)
        .says("a.tmx:6: error[pair-format] nothing is read from here on");
    let deep = tmx(&good.replace("1 mg", &"<hi>".repeat(100)));
    check_pairs("a.tmx", deep, "").exits(1).says("elements lie too deep within each other");
    check_pairs("a.tmx", "<html></html>", "").exits(1).says("this is no TMX");
    check_pairs("a.tmx", "", "").exits(1).says("this is no TMX");
}

#[test]
fn the_order_of_the_file_is_kept() {
    let lines: String = (0..2_000)
        .map(|at| format!("{{\"id\": {at}, \"source\": \"1 mg\", \"target\": \"2 mg\"}}\n"))
        .collect();
    let expected: Vec<String> =
        (0..2_000).map(|at| format!("{} {at} number-mismatch error target:0-4 2 mg", at + 1)).collect();
    assert!(found("a.jsonl", lines) == expected);
}
