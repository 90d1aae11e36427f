//! Rules by name: listed, explained, and given another severity.

use serde_json::json;

use crate::folder::{CONFIG, EN, Folder};

#[test]
fn every_rule_is_explained_without_a_project() {
    let folder = Folder::new(&[]);
    let rules = folder.json("rules --format json");
    let rules = rules["rules"].as_array().unwrap();
    for rule in rules {
        let name = rule["name"].as_str().unwrap();
        let told = folder.run(&format!("explain {name}")).exits(0).out;
        assert!(told.starts_with(&format!("{name} ({})", rule["severity"].as_str().unwrap())), "{told}");
        assert!(told.contains("\n\nWhy: ") && told.contains("\n\nFix: "), "{told}");
        assert!(told.lines().all(|line| line.chars().count() <= 100), "{told}");
    }
    assert_eq!(folder.run("rules").exits(0).out.lines().count(), rules.len());
    let stale = rules.iter().find(|rule| rule["name"] == "stale").unwrap();
    assert_eq!(stale["summary"], json!("The source text changed since it was translated."));
}

#[test]
fn a_mistyped_rule_is_guessed() {
    let folder = Folder::new(&[]);
    folder.run("explain term-mising").exits(2).says("did you mean `term-missing`?");
    folder.run("explain dose").exits(2).says("`yakugo rules` lists them all");
}

#[test]
fn severities_differ_by_locale_and_path() {
    let folder = Folder::stale();
    let severity = |lines: &str| {
        folder.write("yakugo.toml", format!("{CONFIG}{lines}\n"));
        folder.findings("stale").first().map_or("off".into(), |finding| finding["severity"].clone())
    };
    assert_eq!(severity(""), "error");
    assert_eq!(severity("[rules]\nstale = \"note\""), "note");
    let with = |place: &str| {
        severity(&format!(
            "[rules]\nstale = \"note\"\n[[overrides]]\n{place}\nrules = {{ stale = \"warning\" }}"
        ))
    };
    assert_eq!(with("locales = [\"en\"]"), "warning");
    // The document's path counts wherever the finding is, and so does the path of the file that it is in.
    assert_eq!(with("paths = [\"articles/*\"]"), "warning");
    assert_eq!(with(&format!("paths = [\"{EN}\"]")), "warning");
    assert_eq!(with("locales = [\"en\"]\npaths = [\"articles/legal/**\"]"), "note");
}

#[test]
fn what_is_locked_stays_an_error() {
    let folder = Folder::translated();
    folder.write("articles/new.md", "細胞です。\n");
    folder.write("yakugo.toml", format!("{CONFIG}[rules]\nnot-synced = \"off\"\n"));
    folder.run("check --fail-on note").exits(1);
    assert!(folder.findings("not-synced").is_empty());
    folder.run("check --locked").exits(1).says("error[not-synced]");
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = Folder::new(&[]);
    folder.run("man").exits(0).says(".TH yakugo 1").says("yakugo\\-check(1)");
    folder.run("man check").exits(0).says(".TH yakugo-check 1").says("\\fB\\-\\-locked\\fR");
    folder.run("man chek").exits(2).says("there is no command `chek`; there are");
}
