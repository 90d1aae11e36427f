//! Two branches that meet in plain git: no merge driver, as on a hosting site.

use crate::folder::{ARTICLE, CONFIG, EN, Folder, LEDGER, PAST, SOURCE};

/// A synced project in git with four texts that stand one below the other.
fn project() -> Folder {
    let article: String = ["甲は10 mgです。", "乙は20 mgです。", "丙は30 mgです。", "丁は40 mgです。"]
        .iter()
        .zip(["a", "b", "c", "d"])
        .map(|(text, id)| format!("<!-- yakugo:id {id} -->\n{text}\n\n"))
        .collect();
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, &article)]);
    folder.run("sync").exits(0);
    folder.git("init -q").exits(0);
    folder.commit("begin");
    folder
}

/// The same with everything translated.
fn translated() -> Folder {
    let folder = project();
    for (id, text) in [("a", "A 10 mg."), ("b", "B 20 mg."), ("c", "C 30 mg."), ("d", "D 40 mg.")] {
        folder.edit(EN, &format!("# {id} ="), &format!("# {id} = {text}"));
    }
    folder.run("sync").exits(0);
    folder.commit("translated");
    folder
}

/// Does one thing on a branch, syncs and commits there, another on main, and merges.
fn merged(folder: &Folder, theirs: impl Fn(&Folder), ours: impl Fn(&Folder)) -> i32 {
    folder.git("checkout -q -b theirs").exits(0);
    theirs(folder);
    folder.run("sync");
    folder.commit("theirs");
    folder.git("checkout -q main").exits(0);
    ours(folder);
    folder.run("sync");
    folder.commit("ours");
    folder.git("merge -q --no-edit theirs").code
}

fn translate(folder: &Folder, id: &str, text: &str) {
    folder.edit(EN, &format!("# {id} ="), &format!("# {id} = {text}"));
}

fn answer(folder: &Folder, id: &str, from: &str, to: &str) {
    let text = folder.read(EN);
    let blocks = text.split("\n\n").map(|block| {
        if !block.contains(&format!("{id} = ")) {
            return block.to_owned();
        }
        let lines: Vec<String> = block
            .lines()
            .filter(|line| !line.starts_with("# yakugo:"))
            .map(|line| line.replace(from, to))
            .collect();
        lines.join("\n")
    });
    folder.write(EN, blocks.collect::<Vec<_>>().join("\n\n") + "\n");
}

/// Keeps one side of every conflict of a file.
pub(crate) fn resolve(folder: &Folder, path: &str, ours: bool) {
    let mut side = None;
    let mut kept = String::new();
    for line in folder.read(path).split_inclusive('\n') {
        match line.get(..7) {
            Some("<<<<<<<") => side = Some(true),
            Some("=======") => side = Some(false),
            Some(">>>>>>>") => side = None,
            _ if side.is_none_or(|side| side == ours) => kept.push_str(line),
            _ => {}
        }
    }
    folder.write(path, kept);
}

#[test]
fn neighbours_translated_on_two_branches_merge() {
    let folder = project();
    let code = merged(&folder, |f| translate(f, "b", "B 20 mg."), |f| translate(f, "c", "C 30 mg."));
    assert_eq!(code, 0, "{:?}", folder.git("diff").out);
    assert_eq!(folder.states("en"), "2 missing, 2 fresh");
    folder.is_settled();
}

#[test]
fn neighbours_changed_in_the_article_merge_with_their_past() {
    let folder = translated();
    let code = merged(
        &folder,
        |f| f.edit(ARTICLE, "20 mg", "200 mg"),
        |f| {
            f.edit(ARTICLE, "10 mg", "100 mg");
            f.edit(ARTICLE, "40 mg", "400 mg");
        },
    );
    assert_eq!(code, 0, "{}", folder.git("diff").out);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "3 stale, 1 fresh");
    for old in ["10 mg", "20 mg", "40 mg"] {
        assert!(folder.read(PAST).contains(old));
        assert!(folder.read(EN).lines().any(|line| line.starts_with("# yakugo: was") && line.contains(old)));
    }
    folder.is_settled();
}

#[test]
fn neighbours_answered_on_two_branches_merge() {
    let folder = translated();
    for (from, to) in [("20 mg", "200 mg"), ("30 mg", "300 mg")] {
        folder.edit(ARTICLE, from, to);
    }
    folder.run("sync");
    folder.commit("doses");
    let code = merged(&folder, |f| answer(f, "b", "20 mg", "200 mg"), |f| answer(f, "c", "30 mg", "300 mg"));
    assert_eq!(code, 0, "{}", folder.git("diff").out);
    assert_eq!(folder.states("en"), "4 fresh");
    folder.is_settled();
}

#[test]
fn a_change_and_a_translation_of_the_text_before_it_meet_honestly() {
    // One branch changes the dose, the other answers the old one.
    let folder = project();
    let code = merged(&folder, |f| f.edit(ARTICLE, "20 mg", "200 mg"), |f| translate(f, "b", "B 20 mg."));
    assert_ne!(code, 0, "both touched the same unit");
    for ours in [true, false] {
        let folder = folder.copy();
        resolve(&folder, EN, ours);
        folder.run("sync");
        let expected = if ours { "stale (meaning)" } else { "missing" };
        assert_eq!(folder.state("b"), expected);
        assert!(!folder.read(LEDGER).contains("<<<<"));
        folder.is_settled();
    }
}

#[test]
fn two_branches_mint_the_same_id_for_the_same_paragraph() {
    let folder = translated();
    let add = |f: &Folder| f.write(ARTICLE, f.read(ARTICLE) + "戊は50 mgです。\n");
    let code = merged(
        &folder,
        |f| {
            add(f);
            f.run("sync").exits(0);
            let stub = f.read(EN).lines().last().unwrap().to_owned();
            f.edit(EN, &stub, &format!("{stub} E 50 mg."));
        },
        |f| {
            add(f);
            f.edit(EN, "A 10 mg.", "A: 10 mg.");
        },
    );
    assert_ne!(code, 0, "the same stub, filled on one branch");
    resolve(&folder, EN, false);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "5 fresh");
    let ids: Vec<String> = folder
        .read(SOURCE)
        .lines()
        .filter_map(|l| l.split_once(" = ").map(|(id, _)| id.to_owned()))
        .collect();
    assert_eq!(ids.len(), 5, "{ids:?}");
    folder.is_settled();
}

#[test]
fn two_new_paragraphs_in_one_place_are_two() {
    let folder = translated();
    let code = merged(
        &folder,
        |f| f.write(ARTICLE, f.read(ARTICLE) + "戊です。\n"),
        |f| f.write(ARTICLE, f.read(ARTICLE) + "己です。\n"),
    );
    assert_ne!(code, 0);
    // The author keeps both; all of yakugo's own files are left with their markers, the translator's is resolved.
    let both: String = folder
        .read(ARTICLE)
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("<<<<<<<") && !line.starts_with(">>>>>>>"))
        .map(|line| if line.starts_with("=======") { "\n" } else { line })
        .collect();
    folder.write(ARTICLE, both);
    assert!(folder.read(SOURCE).contains("<<<<<<<") && folder.read(LEDGER).contains("<<<<<<<"));
    let minted = |text: &str| -> Vec<String> {
        text.lines()
            .filter(|line| line.starts_with("p-"))
            .map(|line| line.split([' ', '\t']).next().unwrap().to_owned())
            .collect()
    };
    let ids = minted(&folder.read(SOURCE));
    resolve(&folder, EN, true);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 missing, 4 fresh");
    let mut after = minted(&folder.read(SOURCE));
    after.sort();
    let mut before = ids;
    before.sort();
    assert_eq!(after, before, "no id is lost in a conflict");
    for path in [SOURCE, LEDGER, EN] {
        assert!(!folder.read(path).contains("<<<<<<<"));
    }
    folder.is_settled();
}

#[test]
fn one_unit_translated_in_two_ways_is_an_honest_conflict() {
    let folder = project();
    let code = merged(&folder, |f| translate(f, "b", "B twenty."), |f| translate(f, "b", "B 20 mg."));
    assert_ne!(code, 0);
    assert!(folder.read(EN).contains("<<<<<<<") && folder.read(LEDGER).contains("<<<<<<<"));
    // Before anybody decides, nothing is written and the others are served.
    let before = folder.files();
    folder.run("sync").exits(1).says("locales/en/dose.ftl").says("conflict");
    assert_eq!(folder.files()[EN], before[EN]);
    assert_eq!(folder.files()[LEDGER], before[LEDGER]);
    for ours in [true, false] {
        let folder = folder.copy();
        resolve(&folder, EN, ours);
        folder.run("sync").exits(0);
        assert_eq!(folder.states("en"), "3 missing, 1 fresh");
        folder.is_settled();
    }
    // A third text is nobody's answer until somebody says so.
    resolve(&folder, EN, true);
    folder.edit(EN, "B 20 mg.", "B: 20 mg");
    folder.run("check").says("two branches recorded different translations of b");
    folder.run("sync");
    assert_eq!(folder.state("b"), "stale (meaning)");
    folder.is_settled();
    folder.run("accept b").exits(0);
    assert_eq!(folder.state("b"), "fresh");
    folder.is_settled();
}

#[test]
fn markers_are_never_taken_for_a_translation() {
    let folder = project();
    let code = merged(
        &folder,
        |f| translate(f, "b", "B twenty."),
        |f| {
            let text = f.read(EN).replace("# b =", "# mine\n# b =");
            f.write(EN, text);
        },
    );
    assert_ne!(code, 0);
    for words in ["status --todo", "render --locale en --out out"] {
        folder.run(words).exits(0);
    }
    let page = folder.read("out/dose.md");
    assert!(!page.contains("====") && !page.contains("<<<<") && !page.contains(">>>>"), "{page}");
    folder.run("sync").exits(1);
    assert!(folder.read(EN).contains("<<<<<<<"));
}

#[test]
fn a_stale_unit_answered_on_one_branch_and_fixed_under_its_note_on_the_other() {
    let folder = translated();
    folder.edit(ARTICLE, "20 mg", "200 mg");
    folder.run("sync");
    folder.commit("dose");
    let code =
        merged(&folder, |f| answer(f, "b", "20 mg", "200 mg"), |f| f.edit(EN, "b = B 20", "b = B: 20"));
    assert_ne!(code, 0);
    for (ours, expected) in [(true, "stale (meaning)"), (false, "fresh")] {
        let folder = folder.copy();
        resolve(&folder, EN, ours);
        folder.run("sync");
        assert_eq!(folder.state("b"), expected);
        folder.is_settled();
        // The other side's text, if it comes back, is what it was there.
        if !ours {
            folder.edit(EN, "B 200 mg.", "B: 20 mg.");
            folder.run("sync");
            assert_eq!(folder.state("b"), "stale (meaning)");
        }
    }
}

#[test]
fn a_typo_fixed_on_one_branch_does_not_answer_the_change_of_the_other() {
    let folder = translated();
    let code =
        merged(&folder, |f| f.edit(ARTICLE, "20 mg", "200 mg"), |f| f.edit(EN, "b = B 20", "b = B: 20"));
    assert_ne!(code, 0);
    for ours in [true, false] {
        let folder = folder.copy();
        resolve(&folder, EN, ours);
        folder.run("sync");
        assert_eq!(folder.state("b"), "stale (meaning)");
        folder.is_settled();
    }
}

#[test]
fn a_segment_removed_on_one_branch_and_improved_on_the_other_loses_nothing() {
    let folder = translated();
    let removed = "<!-- yakugo:id b -->\n乙は20 mgです。\n\n";
    let code = merged(&folder, |f| f.edit(ARTICLE, removed, ""), |f| f.edit(EN, "b = B 20", "b = B: 20"));
    assert_ne!(code, 0);
    resolve(&folder, EN, true);
    folder.run("sync");
    assert_eq!(folder.states("en"), "3 fresh");
    assert!(folder.read("locales/en/dose.attic.ftl").contains("b = B: 20 mg."));
    folder.is_settled();
}
