//! A run that is stopped between any two of its files, and run again, comes to the same end.

use std::fs;

use yakugo::catalog::{Answers, Settings, Write, plan};
use yakugo::project::Project;

use crate::folder::{ARTICLE, CONFIG, EN, FLUENT, Folder, LEDGER};
use crate::propagated::linked;
use crate::renamed::{LIMIT, MIXING, OTHER, STORAGE, article, two_articles};

const EN_A: &str = "locales/en/a.ftl";

/// What a `sync` of today would write, in its order.
pub(crate) fn planned(folder: &Folder) -> Vec<Write> {
    let project = Project::open(folder.root()).unwrap();
    let settings = Settings {
        document: project.document_options(),
        source_locale: &project.config().source,
        today: "2026-11-01".parse().unwrap(),
        glossary: &project.glossary().unwrap().0,
        policy: project.config().policy(),
        answers: &Answers::default(),
    };
    let plans = plan(&project.read().unwrap(), &settings);
    let mut writes: Vec<Write> = plans.iter().flat_map(|plan| plan.all_writes()).cloned().collect();
    writes.sort_by_key(|write| write.stage);
    writes
}

/// Stops a sync after every number of files, also twice over, and compares with one that was never stopped.
#[track_caller]
fn survives(folder: &Folder, story: &str) {
    let whole = folder.copy();
    assert_ne!(whole.run("sync").code, 2, "{story}");
    let writes = planned(folder);
    assert!(!writes.is_empty(), "{story}: nothing to stop");
    for stopped in 0..=writes.len() {
        let part = folder.copy();
        apply(&part, &writes[..stopped]);
        // The run that follows may be stopped, too.
        let again = planned(&part);
        for stopped_again in [0, again.len() / 2] {
            let part = part.copy();
            apply(&part, &again[..stopped_again]);
            apply(&part, &planned(&part));
            let names: Vec<&str> = writes[..stopped].iter().map(|write| write.path.as_str()).collect();
            assert_eq!(
                part.files(),
                whole.files(),
                "{story}: stopped after {names:?}, then after {stopped_again}"
            );
        }
    }
    whole.is_settled();
}

fn apply(folder: &Folder, writes: &[Write]) {
    for write in writes {
        match (&write.from, &write.new) {
            (Some(from), _) => {
                fs::create_dir_all(folder.path(&write.path).parent().unwrap()).unwrap();
                fs::rename(folder.path(from), folder.path(&write.path)).unwrap();
            }
            (None, Some(text)) => folder.write(&write.path, text),
            (None, None) => fs::remove_file(folder.path(&write.path)).unwrap(),
        }
    }
}

const DOSE: &str = "<!-- yakugo:id dose -->\n濃度は10 ng/mLです。\n\n";

#[test]
fn a_first_sync() {
    let config = CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]");
    survives(
        &Folder::new(&[("yakugo.toml", &config), (ARTICLE, DOSE), ("articles/b.md", "細胞です。\n")]),
        "first",
    );
}

#[test]
fn stubs_filled() {
    for moved_on in [false, true] {
        for typed in
            ["# dose = Ten.", "dose = Ten.", "# dose =\nTen.\nNanograms.", "dose = 濃度は10 ng/mLです。"]
        {
            let folder = Folder::doses();
            folder.edit(EN, "# dose =", typed);
            if moved_on {
                folder.edit(ARTICLE, "10 ng", "100 ng");
            }
            survives(&folder, typed);
        }
    }
}

#[test]
fn a_source_changed() {
    let folder = Folder::translated();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    survives(&folder, "changed");
    let folder = Folder::stale();
    folder.edit(ARTICLE, "100 ng", "10 ng");
    survives(&folder, "reverted");
    let folder = Folder::doses();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    survives(&folder, "changed before anybody translated");
}

/// Everything that a translator may do to a stale unit, with the article as it was shown, moved on, or reverted.
#[test]
fn a_stale_unit_touched_in_any_way() {
    for article in ["100 ng", "1000 ng", "10 ng"] {
        for (story, note, text) in [
            ("answered", true, "dose = The concentration is 100 ng/mL."),
            ("note deleted", true, "dose = The concentration is 10 ng/mL."),
            ("changed under its note", false, "dose = The concentration is 100 ng/mL."),
            ("emptied", false, "dose ="),
            ("emptied with its note", true, ""),
            ("source copied", true, "dose = 濃度は100 ng/mLです。"),
        ] {
            let folder = Folder::stale();
            if note {
                folder.delete_lines(EN, "# yakugo:");
            }
            folder.edit(EN, "dose = The concentration is 10 ng/mL.", text);
            folder.write(ARTICLE, folder.read(ARTICLE).replace("100 ng", article));
            if planned(&folder).is_empty() {
                continue;
            }
            survives(&folder, &format!("{story}, article {article}"));
        }
    }
}

#[test]
fn segments_that_go_and_come() {
    let law = "<!-- yakugo:id law -->\n国内では承認されていません。\n";
    for start in [Folder::doses(), Folder::translated(), Folder::stale()] {
        let dose =
            DOSE.replace("10 ng", if start.read(ARTICLE).contains("100 ng") { "100 ng" } else { "10 ng" });
        start.edit(ARTICLE, &dose, "");
        survives(&start, "gone");
        start.run("sync");
        let both = start.copy();
        start.write(ARTICLE, format!("{dose}{law}"));
        survives(&start, "back");
        both.write(ARTICLE, &dose);
        survives(&both, "one back, one gone");
    }
    // Touched and gone at once.
    for (from, to) in
        [("# law =", "# law = No."), ("# dose =", "# dose = Ten."), ("# dose =", "# mine\n# dose =")]
    {
        let folder = Folder::doses();
        folder.edit(EN, from, to);
        folder.edit(ARTICLE, DOSE, "");
        survives(&folder, to);
        folder.run("sync");
        folder.write(ARTICLE, format!("{DOSE}{law}"));
        survives(&folder, &format!("{to}, back"));
    }
    let folder = Folder::stale();
    folder.edit(EN, "The concentration", "Its concentration");
    folder.edit(ARTICLE, &DOSE.replace("10 ng", "100 ng"), "");
    survives(&folder, "changed under its note and gone");
}

#[test]
fn renamed_documents() {
    let config = CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]");
    for start in [Folder::doses(), Folder::translated(), Folder::stale()] {
        start.write("yakugo.toml", &config);
        start.run("sync");
        start.write(
            "articles/sub/other.md",
            start.read(ARTICLE).replace("承認", "認可") + "\n新しい段落です。\n",
        );
        start.remove(ARTICLE);
        start.write(EN, start.read(EN).replace("The concentration", "Its concentration"));
        survives(&start, "renamed and edited");
    }
    let folder = Folder::new(&[("yakugo.toml", FLUENT), ("ui/app.ftl", "a = 10 mg\nb = B\n    .t = T\n")]);
    folder.run("sync");
    folder.edit("locales/de/app.ftl", "# a =", "# a = zehn");
    folder.run("sync");
    folder.write("ui/main.ftl", folder.read("ui/app.ftl").replace("10 mg", "100 mg"));
    folder.remove("ui/app.ftl");
    survives(&folder, "hand-written messages renamed");
}

/// Articles by name, with their paragraphs.
type Articles<'a> = &'a [(&'a str, &'a [&'a str])];

/// Texts that go from one document to another, edited or not, in both directions at once, to new documents and from
/// documents that are gone.
#[test]
fn moved_between_documents() {
    let edited = STORAGE.replace("10 ℃", "4 ℃");
    let ways: [(&str, Articles<'_>); 8] = [
        ("one section", &[("a", &[MIXING, LIMIT]), ("b", &[STORAGE, OTHER])]),
        ("an edited section", &[("a", &[MIXING, LIMIT]), ("b", &[&edited, OTHER])]),
        ("both ways", &[("a", &[MIXING, LIMIT, OTHER]), ("b", &[&edited])]),
        ("into a new one", &[("a", &[MIXING, LIMIT]), ("b", &[OTHER]), ("c", &[&edited])]),
        ("divided, the old one gone", &[("b", &[OTHER]), ("c", &[&edited]), ("d", &[MIXING, LIMIT])]),
        ("merged into another", &[("b", &[OTHER, MIXING, &edited, LIMIT])]),
        ("merged in part", &[("b", &[OTHER, MIXING, &edited])]),
        ("renamed and merged", &[("c", &[MIXING, &edited, LIMIT, OTHER])]),
    ];
    for (at, (story, articles)) in ways.into_iter().enumerate() {
        // Stale, and in the attic; every one is looked at anyhow where texts go both ways.
        for waiting in if story == "both ways" { vec![false, true] } else { vec![at % 2 == 0] } {
            let folder = two_articles();
            if waiting {
                folder.edit("articles/a.md", "10 ℃", "15 ℃");
                folder.write("articles/b.md", "");
                folder.run("sync").exits(0);
            }
            folder.edit(EN_A, "# ask about the fridge", "# asked about the fridge");
            for name in ["a", "b"].iter().filter(|name| articles.iter().all(|(other, _)| other != *name)) {
                folder.remove(&format!("articles/{name}.md"));
            }
            for (name, texts) in articles {
                folder.write(&format!("articles/{name}.md"), article(texts));
            }
            survives(&folder, &format!("{story}, waiting: {waiting}"));
        }
    }
    let folder = Folder::new(&[
        ("yakugo.toml", FLUENT),
        ("ui/app.ftl", "a = 10 mg\nb = B\n    .t = T\nc = C\n"),
        ("ui/menu.ftl", "c = Card\n"),
    ]);
    folder.run("sync");
    folder.edit("locales/de/app.ftl", "# a =", "# mine\n# a = zehn");
    folder.edit("locales/de/app.ftl", "# c =", "# c = See");
    folder.run("sync");
    folder.write("ui/app.ftl", "b = B\n    .t = T\n");
    folder.write("ui/menu.ftl", "c = Card\na = 100 mg\n");
    survives(&folder, "hand-written messages");
    folder.run("sync");
    folder.remove("ui/app.ftl");
    folder.write("ui/menu.ftl", "c = Card\na = 100 mg\nb = B\n    .t = T\n");
    survives(&folder, "hand-written files merged");
}

#[test]
fn texts_split_and_merged() {
    let (one, other) = ("使用期限は台帳に書き、二人で照合します。", "番号は容器にも貼ります。");
    let (apart, whole) = (format!("{one}\n\n{other}\n"), format!("{one}{other}\n"));
    for (before, after) in [(&whole, &apart), (&apart, &whole)] {
        let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, before)]);
        folder.run("sync").exits(0);
        let file = folder.read(EN);
        let typed = file
            .lines()
            .map(|line| line.strip_suffix(" =").map_or(line.to_owned(), |id| format!("{id} = T.")));
        folder.write(EN, typed.collect::<Vec<_>>().join("\n"));
        folder.run("sync").exits(0);
        folder.write(ARTICLE, after);
        survives(&folder, "a family");
        folder.run("sync").exits(0);
        assert!(folder.states("en").contains("stale"));
        folder.write(ARTICLE, before);
        survives(&folder, "as it was");
    }
}

#[test]
fn lost_files() {
    for lost in [LEDGER, "locales/ja/dose.ftl", "locales/ja/dose.past.tsv", EN] {
        let folder = Folder::stale();
        folder.remove(lost);
        if !planned(&folder).is_empty() {
            survives(&folder, lost);
        }
    }
}

#[test]
fn markup_carried_into_a_translation() {
    let link = |folder: &Folder, from: &str, to: &str| folder.edit(ARTICLE, from, to);
    let folder = linked();
    link(&folder, "a/1", "a/2");
    survives(&folder, "carried");
    folder.edit(EN, "See the", "Look at the");
    survives(&folder, "edited at the same time");
    folder.edit(EN, "a/1", "a/2");
    survives(&folder, "changed by hand in both");
    let folder = linked();
    folder.edit(EN, "a/1", "a/2");
    folder.run("sync").exits(0);
    link(&folder, "a/1", "a/2");
    survives(&folder, "there already");
    for state in ["translated", "reviewed"] {
        let folder = linked();
        folder.write(LEDGER, folder.read(LEDGER).replace("translated", state));
        link(&folder, "a/1", "a/2");
        survives(&folder, state);
        folder.run("sync").exits(0);
        link(&folder, "a/2", "a/1");
        survives(&folder, "undone");
        link(&folder, "a/1", "a/3");
        survives(&folder, "changed again");
    }
}

#[test]
fn hand_written_messages() {
    let folder = Folder::new(&[("yakugo.toml", FLUENT), ("ui/app.ftl", "a = 10 mg\nb = B\n    .t = T\n")]);
    survives(&folder, "first");
    folder.run("sync");
    folder.edit("locales/de/app.ftl", "# a =", "# a = zehn");
    folder.edit("ui/app.ftl", "10 mg", "100 mg");
    survives(&folder, "filled and changed");
    folder.run("sync");
    folder.edit("ui/app.ftl", "a = 100 mg\n", "");
    folder.edit("ui/app.ftl", "T\n", "T2\n");
    survives(&folder, "gone");
}

#[test]
fn a_text_that_came_back() {
    let folder = Folder::stale();
    let stale = folder.read(EN);
    folder.delete_lines(EN, "# yakugo:");
    folder.edit(EN, "10 ng", "100 ng");
    folder.run("sync");
    folder.write(EN, stale);
    survives(&folder, "with its note");
    folder.write(EN, Folder::translated().read(EN));
    survives(&folder, "without");
}

#[test]
fn whoever_types_after_a_stopped_run_answers_what_the_file_shows() {
    for typed_over in ["stub", "stale"] {
        let folder = if typed_over == "stub" { Folder::doses() } else { Folder::stale() };
        folder.write(ARTICLE, folder.read(ARTICLE).replace("100 ng", "10 ng").replace("10 ng", "1000 ng"));
        let writes = planned(&folder);
        let mut fresh = 0;
        for stopped in 0..=writes.len() {
            let part = folder.copy();
            apply(&part, &writes[..stopped]);
            let shown = part.read(EN);
            if typed_over == "stub" {
                part.edit(EN, "# dose =", "# dose = Answered.");
            } else {
                part.delete_lines(EN, "# yakugo:");
                part.edit(EN, "The concentration is 10 ng/mL.", "Answered.");
            }
            part.run("sync");
            let saw_it = shown.contains("1000 ng");
            assert!(
                saw_it || part.state("dose") == "stale (meaning)",
                "{typed_over}, stopped after {stopped}: {shown}"
            );
            fresh += usize::from(part.state("dose") == "fresh");
            part.is_settled();
        }
        assert!(fresh > 0, "{typed_over}: an answer after the last file counts");
    }
}
