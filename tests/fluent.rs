//! Fluent files: whatever is written is read back as it was meant, and whatever is not touched stays as it is.
//!
//! `YAKUGO_CASES` scales the number of random cases. `YAKUGO_PYTHON` names an interpreter with fluent.runtime.

#![allow(missing_docs, reason = "a test suite")]
#![allow(clippy::unwrap_used, clippy::print_stderr, clippy::disallowed_methods, reason = "helpers of tests")]

mod common;
mod laws;

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use yakugo::fluent::{
    Bundle, Edits, Element, Entry, Pattern, Resource, write_attribute, write_message, write_source,
    write_value,
};

fn config(default: u32) -> Config {
    let cases = std::env::var("YAKUGO_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(default);
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// Texts made of everything that some runtime has been seen to trip over.
fn nasty_text() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "{",
        "}",
        "{}",
        "{{",
        "\"",
        "\\",
        "\\u0041",
        "\\\"",
        " ",
        "  ",
        "    ",
        "\u{3000}",
        "\u{A0}",
        "\t",
        "\r",
        "\r\n",
        "\n",
        "\n\n",
        "\n    ",
        "\n ",
        "[",
        "]",
        "[x]",
        "*",
        "*[x]",
        ".",
        ".a = b",
        "#",
        "# ",
        "##",
        "-",
        "-a = b",
        "a = b",
        "\na = b",
        "=",
        "$n",
        "{ $n }",
        "{ -t }",
        "->",
        "\0",
        "\u{1}",
        "\u{7F}",
        "\u{85}",
        "\u{FEFF}",
        "\u{2028}",
        "\u{200B}",
        "\u{200F}",
        "\u{2068}",
        "🧬",
        "👩‍🔬",
        "مرحبا",
        "細胞",
        "、",
        "が",
        "a",
        "b c",
        "10 ng/mL",
        "\u{301}",
        "\u{10FFFF}",
        "\u{FFFD}",
    ];
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    let short = prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat());
    let many_lines = (prop::sample::select(PIECES), 90..120_usize, any::<bool>())
        .prop_map(|(piece, times, below)| format!("{piece}{}", if below { "\n" } else { "x" }).repeat(times));
    prop_oneof![40 => short, 1 => many_lines]
}

/// Files that are nearly Fluent.
fn nasty_file() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "a = b\n",
        "b =\n    c\n    d\n",
        "# c\n",
        "## g\n\n",
        "### r\n",
        "-t = x\n",
        "    .t = y\n",
        "c =\n",
        "    {\"x\"}\n",
        "d = { $n ->\n    [one] x\n   *[other] { $n } y\n}\n",
        "e = { A(b, c: 1) } z\n",
        "f = { -t(n: \"x\") }\r\n",
        "g = {\n",
        "}\n",
        "h = {{ $x }}\n",
        "\r\n",
        "\n",
        "\n\n",
        "\t",
        "\u{3000}x\n",
        " ",
        "    ",
        "i = \"\n",
        "j = { \"x }\n",
        "*[a] b\n",
        "[c] d\n",
        "{",
        "}",
        "\"",
        "\\",
        "#x\n",
        "=",
        "k",
        "-",
        "\r",
        "細胞\n",
        "l = x\r\n    y\r\n",
        "m =     \n",
        "# c\r\n",
        "$n",
        "->",
        "\0",
        "(",
        ")",
        ",",
        "\u{FEFF}",
        "n = { $n ->\n*[x] y\n}\n",
    ];
    prop::collection::vec(prop::sample::select(PIECES), 0..16).prop_map(|pieces| pieces.concat())
}
fn read(text: &str) -> Resource {
    let (resource, findings) = Resource::parse(text);
    assert!(findings.is_empty(), "{findings:?} in {text:?}");
    resource
}

fn value(resource: &Resource, id: &str) -> Option<String> {
    resource.message(id)?.value.as_ref()?.static_text(resource.text())
}

fn attribute(resource: &Resource, id: &str, name: &str) -> Option<String> {
    resource.message(id)?.attribute(name)?.value.static_text(resource.text())
}

fn formatted(resource: &Resource, id: &str) -> Option<String> {
    let bundle = Bundle::new("ja".parse().unwrap(), [resource]);
    let (text, findings) = bundle.format(id)?;
    assert!(findings.is_empty(), "{findings:?}");
    Some(text)
}

/// fluent-syntax does not count the indentation of a line that begins with a placeable. Where others are indented
/// more, the text depends on how much.
fn may_be_dedented_wrongly(pattern: &Pattern, text: &str) -> bool {
    let mut line_start = true;
    let (mut placeable, mut indented) = (false, false);
    for element in &pattern.elements {
        match element {
            Element::Text(span) => {
                indented |= line_start && span.of(text).starts_with(' ');
                line_start = span.of(text).ends_with('\n');
            }
            Element::Placeable(_) => placeable |= std::mem::take(&mut line_start),
        }
    }
    placeable && indented
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn written_values_are_read_back(text in nasty_text(), crlf in any::<bool>(), bom in any::<bool>()) {
        let mut file = write_message("before", "x") + &write_message("m", &text) + &write_attribute("a", &text);
        let _ = write!(file, "-t ={}\n\nafter = {{ -t }}", write_value(&text, " "));
        if crlf {
            file = file.replace('\n', "\r\n");
        }
        if bom {
            file.insert(0, '\u{FEFF}');
        }
        let resource = read(&file);
        prop_assert_eq!(resource.entries().len(), 4);
        prop_assert_eq!(value(&resource, "m"), Some(text.clone()));
        prop_assert_eq!(attribute(&resource, "m", "a"), Some(text.clone()));
        prop_assert_eq!(value(&resource, "-t"), Some(text.clone()));
        prop_assert_eq!(formatted(&resource, "m"), Some(text.clone()));
        prop_assert_eq!(formatted(&resource, "m.a"), Some(text.clone()));
        // The reference counts against the limit of 100 placeables.
        if text.lines().count() < 30 {
            prop_assert_eq!(formatted(&resource, "after"), Some(text));
        }
    }

    #[test]
    fn edited_values_are_read_back(texts in prop::array::uniform4(nasty_text()), crlf in any::<bool>()) {
        let [first, second, third, fourth] = texts;
        let mut file = write_message("a", &first) + "\n# note\n" + &write_message("b", &second)
            + &write_attribute("x", &first) + &write_attribute("y", &second) + "\nc =\n\n## group\n\nd = { $n }\n";
        if crlf {
            file = file.replace('\n', "\r\n");
        }
        let resource = read(&file);
        let mut edits = Edits::new(&resource);
        let at = |id| resource.position(id).unwrap();
        edits.set_text(at("b"), &third);
        edits.set_attribute_text(at("b"), "y", &fourth);
        edits.set_comment(at("b"), ["# yakugo: stale", "# note"]);
        edits.set_text(at("c"), &fourth);
        edits.insert_after(at("b"), &write_message("e", &third));
        edits.insert_before(at("a"), &write_message("f", &fourth));
        edits.remove(at("d"));
        edits.append(&write_message("g", &first));
        let edited = edits.apply().unwrap();
        let ids: Vec<&str> = edited.messages().map(|message| message.id.as_str()).collect();
        prop_assert_eq!(ids, ["f", "a", "b", "e", "c", "g"]);
        for (id, text) in [("f", &fourth), ("a", &first), ("b", &third), ("e", &third), ("c", &fourth), ("g", &first)] {
            prop_assert_eq!(value(&edited, id), Some(text.clone()));
            prop_assert_eq!(formatted(&edited, id), Some(text.clone()));
        }
        prop_assert_eq!(attribute(&edited, "b", "x"), Some(first));
        prop_assert_eq!(attribute(&edited, "b", "y"), Some(fourth));
        prop_assert_eq!(edited.text().matches('\n').count() == edited.text().matches("\r\n").count(), crlf);
    }

    #[test]
    fn any_file_is_read_and_survives_edits(file in nasty_file(), text in nasty_text()) {
        let resource = laws::fluent::check_reading(&file);
        laws::fluent::check_edits(&resource, &text);
        laws::fluent::check_against_whole(&file, &resource);
    }

    #[test]
    fn any_text_is_read(file in any::<String>()) {
        laws::fluent::check_reading(&file);
    }

    #[test]
    fn indentation_does_not_change_the_normalised_value(file in nasty_file(), columns in 1..9_usize) {
        // A lone carriage return is text, but not at the end of a value.
        let file = file.replace("\r\n", "\0").replace('\r', "").replace('\0', "\r\n");
        let (resource, _) = Resource::parse(file);
        for message in resource.messages() {
            let Some(pattern) = &message.value else { continue };
            if may_be_dedented_wrongly(pattern, resource.text()) {
                continue;
            }
            let normalized = pattern.normalized(resource.text());
            let source = format!("x ={}\r\n", write_source(&normalized, &" ".repeat(columns)).replace('\n', "\r\n"));
            let again = read(&source);
            let pattern = again.message("x").unwrap().value.as_ref().unwrap();
            prop_assert_eq!(pattern.normalized(again.text()), normalized, "in {:?}", source);
        }
    }
}

#[test]
fn deep_and_wide_entries_are_refused_alone() {
    let nested = |depth: usize| format!("{}$x{}", "{".repeat(depth), "}".repeat(depth));
    let deep = format!("a = {}\n\nb = c\n", nested(100_000));
    let open = format!("a = {}\nb = c\n", "{ A(".repeat(100_000));
    let lines = format!("a = {}\nb = c\n", "{\nA(\n".repeat(100_000));
    let wide = format!("a = {{ A({}) }}\n# x\nb = c\n", "n: 1, ".repeat(100_000));
    for text in [deep, open, lines, wide, "a = \0\nb = c\n".to_owned()] {
        let (resource, findings) = Resource::parse(text.as_str());
        assert_eq!(findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(), ["fluent-limit"]);
        assert_eq!(value(&resource, "b").as_deref(), Some("c"));
        assert!(
            matches!(resource.entries().first(), Some(Entry::Junk(junk)) if junk.id.as_deref() == Some("a"))
        );
    }
    // What is let through is handled everywhere on the 2 MiB of a worker's stack.
    let resource = read(&format!("a = {}\nb = c\n", nested(50)));
    let pattern = resource.message("a").unwrap().value.as_ref().unwrap();
    assert_eq!((pattern.references().len(), pattern.static_text(resource.text())), (1, None));
    assert!(pattern.normalized(resource.text()).contains("$x"));
    let (text, findings) = Bundle::new("en".parse().unwrap(), [&resource]).format("a").unwrap();
    assert_eq!((text.as_str(), findings.len()), ("{$x}", 1));
    laws::fluent::check_edits(&resource, "x");
}

#[test]
fn chains_and_circles_of_references_end() {
    let mut file = String::from("m0 = end\n\nx = { y }\n\ny = { x }\n");
    for number in 1..500 {
        let _ = writeln!(file, "m{number} = {{ m{} }}", number - 1);
    }
    let bundle = Bundle::new("en".parse().unwrap(), [&read(&file)]);
    assert_eq!(bundle.format("m50").unwrap(), ("end".to_owned(), Vec::new()));
    for id in ["m499", "x"] {
        let findings = bundle.format(id).unwrap().1;
        assert!(findings.iter().all(|finding| finding.rule == "unresolved-reference"));
        assert!(!findings.is_empty(), "{id}");
    }
}

#[test]
fn large_files_take_milliseconds() {
    let mut file = String::new();
    for number in 0..10_000 {
        let _ =
            write!(file, "# yakugo: note\np-{number} = 細胞は{number} mgの薬を必要とする。\n    .a = x\n\n");
    }
    let begun = Instant::now();
    let resource = read(&file);
    let parsed = begun.elapsed();
    let mut edits = Edits::new(&resource);
    for number in (0..10_000).step_by(2) {
        edits.set_text(number, "new\ntext {");
        edits.set_comment(number, []);
        edits.insert_after(number, &write_message(&format!("q-{number}"), "inserted"));
        if number % 4 == 0 {
            edits.remove(number + 1);
        }
    }
    let edited = edits.apply().unwrap();
    let took = begun.elapsed();
    assert_eq!(edited.messages().count(), 10_000 + 5_000 - 2_500);
    eprintln!("{} bytes: read in {parsed:?}, with 17,500 edits made and proved in {took:?}", file.len());
    // Far above what was measured (debug 0.3 s), far below anything quadratic.
    assert!(took.as_secs() < 20, "{took:?}");
}

#[test]
fn fixtures_are_read_and_survive_edits() {
    let Some(data) = common::data_dir() else { return };
    let files = ftl_files(&data.join("fluent-fixtures"));
    assert!(files.len() > 50, "only {} fixtures", files.len());
    for file in files {
        let text = String::from_utf8(std::fs::read(&file).unwrap()).unwrap();
        for text in [text.replace("\r\n", "\n").replace('\n', "\r\n"), text] {
            eprintln!("{}", file.display());
            let resource = laws::fluent::check_reading(&text);
            laws::fluent::check_against_whole(&text, &resource);
            laws::fluent::check_edits(&resource, " { a\n\u{3000}[b] ");
        }
    }
}

#[test]
fn python_reads_the_same_texts() {
    let Some(python) = std::env::var_os("YAKUGO_PYTHON") else {
        eprintln!("skipped: YAKUGO_PYTHON names no interpreter that has fluent.runtime");
        return;
    };
    let mut runner = TestRunner::deterministic();
    let mut cases = String::new();
    for _ in 0..config(5_000).cases.min(50_000) {
        let text = nasty_text().new_tree(&mut runner).unwrap().current();
        // Python refuses parts of more than 2,500 characters beside a placeable.
        if text.len() < 2_500 {
            let ftl = format!("a = b\n{}c = d\n", write_message("m", &text));
            let _ = writeln!(cases, "{}", serde_json::json!({ "text": text, "ftl": ftl }));
        }
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/python/fluent_runtime.py");
    let mut child = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("YAKUGO_PYTHON names a program");
    let mut input = child.stdin.take().unwrap();
    // Written beside, or both sides could wait for each other with full pipes.
    let writer = std::thread::spawn(move || input.write_all(cases.as_bytes()));
    let output = child.wait_with_output().unwrap();
    let differences = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{differences}");
    writer.join().unwrap().unwrap();
}

fn ftl_files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![dir.to_owned()];
    while let Some(dir) = open.pop() {
        for entry in std::fs::read_dir(&dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "ftl") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
