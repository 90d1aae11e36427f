//! How translations look beside their sources: in articles, and in every variant and attribute of messages.

use crate::folder::{CONFIG, FLUENT, Folder};

const AR: &str = "locales/ar/dose.ftl";
const JA: &str = "locales/ja/dose.ftl";
const DE: &str = "locales/de/main.ftl";

/// An English article in Japanese and Arabic, with these translations of its one paragraph.
fn article(source: &str, ja: &str, ar: &str) -> Folder {
    let config = CONFIG.replace("source = \"ja\"", "source = \"en\"").replace("[\"en\"]", "[\"ja\", \"ar\"]");
    let text = format!("<!-- yakugo:id dose -->\n{source}\n");
    let folder = Folder::new(&[("yakugo.toml", &config), ("articles/dose.md", &text)]);
    folder.run("sync").exits(0);
    folder.edit(JA, "# dose =", &format!("# dose = {ja}"));
    folder.edit(AR, "# dose =", &format!("# dose = {ar}"));
    folder.run("sync").exits(0);
    folder
}

/// Messages and their German translations, adopted.
fn messages(source: &str, german: &str) -> Folder {
    let folder = Folder::new(&[("yakugo.toml", FLUENT), ("ui/main.ftl", source), (DE, german)]);
    folder.run("adopt").exits(0);
    folder
}

#[test]
fn a_fix_isolates_a_dose_and_makes_stars_bold() {
    let folder =
        article("**Do not** exceed 10 mg.", "10 mgを**「超えない」**こと。", "**لا** تتجاوز 10 mg يوميًا.");
    let stars = folder.finding("markup-mismatch");
    assert_eq!((&stars["path"], &stars["severity"]), (&JA.into(), &"warning".into()));
    assert_eq!(folder.finding("bidi-unsafe")["path"], AR);
    folder.run("check --fix").exits(0);
    assert!(folder.read(JA).contains("10 mgを「**超えない**」こと。"));
    assert!(folder.read(AR).contains("تتجاوز \u{2068}10 mg\u{2069} يوميًا"));
    assert_eq!(folder.states("ar"), "1 fresh");
    assert!(folder.findings("").is_empty(), "{:#?}", folder.findings(""));
}

#[test]
fn a_stale_translation_is_not_held_to_the_new_text() {
    let folder = article("Shake it.", "振ること", "رجّه.");
    assert_eq!(folder.finding("punctuation")["locale"], "ja");
    folder.edit("articles/dose.md", "Shake it.", "Never shake it.");
    folder.run("sync").exits(0);
    assert!(folder.findings("punctuation").is_empty());
}

#[test]
fn every_variant_and_attribute_is_read() {
    let source = "doses = { $n ->\n    [one] One dose is left.\n   *[other] { $n } doses are left.\n}\n\
                  save = Save\n    .title = Save your changes\n";
    let german = "doses = { $n ->\n    [one] Eine Dosis ist übrig.\n   *[other] { $n } Dosen  sind übrig.\n}\n\
                  save = Speichern\n    .title = Save your changes\n";
    let folder = messages(source, german);
    let copy = folder.finding("identical-to-source");
    assert_eq!((&copy["id"], &copy["severity"]), (&"save".into(), &"warning".into()));
    assert_eq!(folder.finding("whitespace")["id"], "doses");
    folder.run("check --fix").exits(0);
    assert!(folder.read(DE).contains("*[other] { $n } Dosen sind übrig.\n"));
    assert!(folder.findings("whitespace").is_empty());
}

#[test]
fn blanks_behind_a_value_are_taken_away() {
    let folder = messages("save = Save\n", "save = Speichern  \n");
    folder.finding("whitespace");
    folder.run("check --fix").exits(0);
    assert_eq!(folder.read(DE), "save = Speichern\n");
}

#[test]
fn a_copy_to_the_letter_is_missing_and_nothing_else() {
    let folder = messages("save = Save your changes\n", "save = Save your changes\n");
    folder.run("sync").exits(0);
    let rules: Vec<_> = folder.findings("").iter().map(|finding| finding["rule"].clone()).collect();
    assert_eq!(rules, ["missing"]);
}

#[test]
fn one_text_has_one_translation() {
    let source = "a = Keep out of reach of children\nb = Keep out of reach of children\n\
                  c = Keep out of reach of children\nd = Open\ne = Open\n";
    let german = "a = Für Kinder unzugänglich aufbewahren\nb = Von Kindern fernhalten\n\
                  c = Für Kinder unzugänglich aufbewahren\nd = Öffnen\ne = Offen\n";
    let folder = messages(source, german);
    let other = folder.finding("inconsistent-translation");
    assert_eq!((&other["id"], &other["path"]), (&"b".into(), &DE.into()));
    assert!(other["message"].as_str().unwrap().contains("`Für Kinder unzugänglich aufbewahren` in"));
}
