//! How far a locale has to be: the same gates in `check` and in `status --gate`.

use crate::folder::{ARTICLE, CONFIG, EN, Folder};

fn with_gates(folder: &Folder, lines: &str) {
    folder.write("yakugo.toml", format!("{CONFIG}{lines}\n"));
}

#[test]
fn a_gate_says_what_is_asked_and_what_there_is() {
    let folder = Folder::doses();
    folder.edit(EN, "# law =", "# law = It is not approved in Japan.");
    folder.run("sync").exits(0);
    folder.run("check").exits(0);
    folder.run("status --gate").exits(0).says("Every gate is passed.");
    with_gates(&folder, "[gates]\nmin-coverage = 50");
    folder.run("check").exits(0);
    with_gates(&folder, "[gates]\nmin-coverage = 51");
    let says = "en: 1 of 2 texts are translated, 51 % have to be (min-coverage)";
    folder.run("check").exits(1).says(says);
    folder.run("status --gate").exits(1).says(says);
    // Without --gate it is a look, not a judgement.
    folder.run("status").exits(0);
    let json: serde_json::Value =
        serde_json::from_str(&folder.run("status --gate --format json").exits(1).out).unwrap();
    assert!(json["failed_gates"][0]["message"].as_str().unwrap().starts_with(says));
    // What is asked of one locale goes before what is asked of all.
    with_gates(&folder, "[gates]\nmin-coverage = 51\n[gates.en]\nmin-coverage = 40");
    folder.run("check").exits(0);
}

#[test]
fn what_is_gravely_stale_is_not_translated() {
    let folder = Folder::stale();
    with_gates(&folder, "[gates]\nmin-coverage = 100\n[rules]\nstale = \"off\"");
    folder.run("check").exits(1).says("en: 1 of 2 texts are translated");
    with_gates(&folder, "[gates]\nmax-stale = 0\n[rules]\nstale = \"off\"");
    folder.run("check").exits(1).says("en: 1 stale, at most 0 may be (max-stale)");
}

#[test]
fn neither_a_list_nor_an_allowance_opens_a_gate() {
    let folder = Folder::stale();
    with_gates(&folder, "[gates]\nmax-stale = 0");
    folder.run("check --write-baseline list.txt").exits(0).says("lists 1 finding.");
    let ran = folder.run("check --baseline list.txt").exits(1);
    assert!(ran.out.contains("error[gate]") && !ran.out.contains("error[stale]"), "{}", ran.out);

    let glossary = "concept,locale,term,status,reason\nlaw,ja,国内,preferred,\nlaw,en,Japan,forbidden,Not a word of law.\n";
    let folder = Folder::translated();
    folder.write("a.csv", glossary);
    with_gates(&folder, "glossary = [\"a.csv\"]\n[gates]\nmax-forbidden = 0");
    folder.edit(EN, "law = It", "# yakugo: allow term-forbidden — quoted\nlaw = It");
    folder.run("sync").exits(0);
    let ran = folder.run("check").exits(1).says("en: forbidden terms: 1, at most 0 may be (max-forbidden)");
    assert!(!ran.out.contains("[term-forbidden]"), "{}", ran.out);
}

#[test]
fn days_are_counted_in_scheduled_jobs_only() {
    let folder = Folder::stale();
    with_gates(&folder, "[gates]\nmax-stale-days = 30\ngrace-days = 7\n[rules]\nstale = \"off\"");
    let gate = |day: &str| folder.on(day).run("status --gate");
    gate("2026-12-03").exits(0).says("Every gate is passed.");
    gate("2026-12-04").exits(0).says("warning[gate]");
    gate("2026-12-10").exits(0);
    gate("2026-12-11")
        .exits(1)
        .says("en: a translation is stale for 38 days, 30 are allowed (max-stale-days)");
    folder.on("2027-12-11").run("check").exits(0).says("Nothing to report.");
}

#[test]
fn reviewed_texts_are_counted() {
    let folder = Folder::translated();
    with_gates(&folder, "[gates]\nmin-reviewed = 50");
    folder.run("check").exits(1).says("en: 0 of 2 texts are reviewed, 50 % have to be (min-reviewed)");
    folder.run("accept --reviewed law").exits(0);
    folder.run("check").exits(0);
    folder.edit(ARTICLE, "国内", "日本国内");
    folder.run("sync");
    folder.run("check").exits(1).says("0 of 2 texts are reviewed");
}
