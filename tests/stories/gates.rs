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

#[test]
fn a_ratchet_turns_one_way_only() {
    let folder = Folder::translated();
    with_gates(&folder, "[gates]\nratchet = [\"stale\", \"missing\"]\n[rules]\nstale = \"off\"");
    folder.git("init -q").exits(0);
    folder.commit("begin");
    folder.git("checkout -q -b branch").exits(0);
    folder.run("check --since main").exits(0);
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    folder
        .run("check --since main")
        .exits(1)
        .says("en: stale: 1, 0 in main, and they may not become more (ratchet)");
    // Without something to compare with, nothing can have become more.
    folder.run("check").exits(0);
    folder.edit(EN, "dose = The concentration is 10 ng/mL.", "dose = The concentration is 100 ng/mL.");
    folder.run("accept dose").exits(0);
    folder.run("check --since main").exits(0);
    folder.write(ARTICLE, folder.read(ARTICLE) + "\n新しい文です。\n");
    folder.run("sync").exits(0);
    folder.run("check --since main").exits(1).says("en: missing: 1, 0 in main");
    // As bad as main is no worse.
    folder.commit("more");
    folder.git("branch -f main").exits(0);
    folder.run("check --since main").exits(0);
    with_gates(&folder, "[gates]\nratchet = [\"stale\"]");
    folder.write(ARTICLE, folder.read(ARTICLE) + "\nさらに新しい文です。\n");
    folder.run("sync").exits(0);
    folder.run("check --since main").exits(0);
}

#[test]
fn a_ratchet_on_findings_counts_what_the_configuration_leaves() {
    let folder = Folder::translated();
    let ratchet = "[gates]\nratchet = [\"findings\"]";
    with_gates(&folder, ratchet);
    folder.git("init -q").exits(0);
    folder.commit("begin");
    folder.git("checkout -q -b branch").exits(0);
    folder.edit(EN, "10 ng/mL", "20 ng/mL");
    folder.run("sync").exits(0);
    folder.run("check --since main").exits(1).says("en: warnings and errors: 1, 0 in main");
    with_gates(&folder, &format!("{ratchet}\n[rules]\nnumber-mismatch = \"note\""));
    folder.run("check --since main").exits(0);
    with_gates(&folder, ratchet);
    folder.edit(EN, "dose = The", "# yakugo: allow number-mismatch — the old assay\ndose = The");
    folder.run("check --since main").exits(0);
}

#[test]
fn a_failed_gate_stands_at_its_own_line() {
    let folder = Folder::doses();
    let line = |lines: &str| {
        with_gates(&folder, lines);
        let ran = folder.run("check --format concise").exits(1);
        ran.out.lines().find(|line| line.contains("[gate]")).unwrap().split(": ").next().unwrap().to_owned()
    };
    assert_eq!(line("[gates]\nmax-stale = 3\nmin-coverage = 50"), "yakugo.toml:6:1");
    assert_eq!(line("[gates]\nmin-coverage = 50\n[gates.en]\n  min-coverage = 40"), "yakugo.toml:7:3");
    assert_eq!(line("[gates]\nen = { min-coverage = 40 }\n"), "yakugo.toml:5:8");
}
