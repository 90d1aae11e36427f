//! Tables of the rules that hold a translated message to its source.

use super::{OF_PAIRS, Pair};
use crate::finding::Finding;
use crate::fluent::{Resource, Scope};

fn findings(source: &str, target: &str) -> Vec<Finding> {
    let ((source, broken), (target, also)) = (Resource::parse(source), Resource::parse(target));
    assert!(broken.is_empty() && also.is_empty(), "{broken:?} {also:?}");
    let scope = Scope::new([&source]);
    let (original, message) = (source.messages().next().unwrap(), target.messages().next().unwrap());
    let pair = Pair {
        source: original,
        source_text: source.text(),
        target: message,
        target_text: target.text(),
        source_scope: &scope,
    };
    OF_PAIRS.iter().flat_map(|check| check(&pair)).collect()
}

/// Each finding as its rule, its severity and the bytes it is about.
#[track_caller]
fn check(source: &str, target: &str, expected: &[&str]) {
    let found = findings(source, target);
    let shown: Vec<String> = found
        .iter()
        .map(|f| format!("{} {} {}", f.rule, f.severity.name(), f.place.span.of(target)))
        .collect();
    assert_eq!(shown, expected, "{found:#?}");
}

const FILES: &str = "a = { $n ->\n    [one] One file\n   *[other] { $n } files\n}\n";

#[test]
fn variables() {
    check("a = Take { $n }.\n", "a = Nimm { $n }.\n", &[]);
    check("a = Take { $n }.\n", "a = Nimm.\n", &["variable-mismatch error Nimm."]);
    check(
        "a = Take { $n }.\n",
        "a = Nimm { $m }.\n",
        &["variable-mismatch error Nimm { $m }.", "variable-mismatch error m"],
    );
    check("a = Take { NUMBER($n, minimumFractionDigits: 1) }.\n", "a = Nimm { $n }.\n", &[]);
    // The attribute may use what the value has, but not lose what it has itself.
    check("a = { $n }\n    .b = B\n", "a = { $n }\n    .b = { $n }\n", &[]);
    check("a = { $n }\n    .b = { $n }\n", "a = { $n }\n    .b = B\n", &["variable-mismatch error B"]);
    check("-a = { $case }\n", "-a = A\n", &[]);
}

#[test]
fn variables_in_variants() {
    check(FILES, "a = { $n } 個\n", &[]);
    check(FILES, "a = { $n ->\n    [one] Eine Datei\n   *[other] { $n } Dateien\n}\n", &[]);
    check(
        FILES,
        "a = { $n ->\n    [one] { $n } Datei\n   *[other] Dateien\n}\n",
        &["variable-mismatch note other"],
    );
    check(FILES, "a = Dateien\n", &["variable-mismatch error Dateien"]);
    check("a = { $n } files\n", FILES, &[]);
    check(
        "a = { $n } of { $n }\n",
        "a = { $n ->\n   *[other] { $n ->\n       *[other] x\n    }\n}\n",
        &["variable-mismatch note other"],
    );
}

#[test]
fn references() {
    check("a = { -b } { c.d }\n", "a = { c.d } { -b }\n", &[]);
    check("a = { -b }\n", "a = B\n", &["reference-mismatch error B"]);
    check("a = { c }\n", "a = { d }\n", &["reference-mismatch error { d }", "reference-mismatch warning d"]);
    check("a = B\n-b = B\n", "a = { -b }\n", &["reference-mismatch warning b"]);
    check("a = B\n", "a = { -own }\n", &["reference-mismatch note own"]);
    check(
        "a = { -b }\n",
        "a = { $n ->\n    [one] x\n   *[other] { -b }\n}\n",
        &["reference-mismatch note one", "variable-mismatch error n"],
    );
    check("a = { -b }\n", "a = { -b.gender ->\n   *[other] { -b(case: \"x\") }\n}\n", &[]);
    check(
        "a = { $n ->\n    [one] { -b }\n   *[other] x\n}\n",
        FILES.replace("files", "{ -b }").as_str(),
        &[],
    );
}

#[test]
fn parts() {
    check("a =\n    .b = B\n", "a = A\n    .b = B\n", &["obsolete-part warning A"]);
    check("a = A\n", "a = A\n    .b = B\n", &["obsolete-part warning .b = B"]);
    check("-a = A\n", "-a = A\n    .gender = neuter\n", &[]);
    check(
        "a = A\n    .b = B\n",
        "a = {\"\"}\n    .b = { \" \" }\n",
        &["empty-translation warning {\"\"}", "empty-translation warning { \" \" }"],
    );
    check("a = {\"\"}\n", "a = {\"\"}\n", &[]);
}

#[test]
fn styles() {
    let style = |css: &str| format!("a =\n    .style = {css}\n");
    for (source, target, is_right) in [
        ("width: 30em", "width: 42em;", true),
        ("width: 30em; min-height: 2.5ch", "min-height:3ch;width:1em", true),
        ("width: 30em", "width: 30px", false),
        ("width: 30em", "Breite: 30em", false),
        ("width: 30em", "width: em", false),
        ("width: 30em", "width: 30em height: 20em", false),
        ("width: 30em", "height: 30em", false),
        ("bold", "fett", true),
        ("{ $x }", "{ $x }", true),
    ] {
        let found = findings(&style(source), &style(target));
        let rules: Vec<_> = found.iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, if is_right { vec![] } else { vec!["style-mismatch"] }, "{source} → {target}");
    }
}

#[test]
fn a_mistyped_name_is_told() {
    let found = findings("a = { $count }\n", "a = { $cuont }\n");
    assert!(found[1].message.ends_with("did you mean `$count`?"), "{found:#?}");
}
