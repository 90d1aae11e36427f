//! Articles that get another name, or are divided: ids, translations and what is recorded of them come along.

use std::collections::BTreeMap;

use crate::folder::{ARTICLE, CONFIG, EN, FLUENT, Folder, LEDGER, PAST, SOURCE};
use crate::merge::resolve;

const LEAFLET: &str = "articles/leaflet.md";
const LEAFLET_EN: &str = "locales/en/leaflet.ftl";

/// Gives a file another name.
pub(crate) fn rename(folder: &Folder, from: &str, to: &str) {
    let text = folder.read(from);
    folder.remove(from);
    folder.write(to, text);
}

/// Every file under its path, with the names of one document in place of those of another.
pub(crate) fn named(folder: &Folder, from: &str, to: &str) -> BTreeMap<String, String> {
    let files = folder.files().into_iter();
    files
        .map(|(path, bytes)| (path.replace(from, to), String::from_utf8(bytes.0).unwrap().replace(from, to)))
        .collect()
}

#[test]
fn a_renamed_article_takes_its_files_along() {
    for start in [Folder::doses(), Folder::translated(), Folder::stale()] {
        let expected = named(&start, "dose.", "leaflet.");
        let states = start.states("en");
        rename(&start, ARTICLE, LEAFLET);
        start.run("check").says("would rename locales/en/dose.ftl to this");
        assert!(start.findings("orphaned").is_empty(), "what sync sees to needs nobody");
        start.run("sync --check").exits(1).says("renamed  locales/en/leaflet.ftl (was locales/en/dose.ftl)");
        start.run("sync").exits(0).says("renamed  locales/en/leaflet.ftl (was locales/en/dose.ftl)");
        assert_eq!(named(&start, "dose.", "leaflet."), expected, "nothing but the names changed");
        assert_eq!(start.states("en"), states);
        assert!(!start.has(EN) && !start.has(LEDGER) && !start.has(SOURCE) && !start.has(PAST));
        assert!(start.findings("orphaned").is_empty());
        assert!(start.read(LEAFLET_EN).starts_with("### articles/leaflet.md in en."));
        start.is_settled();
        // And back again.
        rename(&start, LEAFLET, ARTICLE);
        start.run("sync").exits(0);
        assert_eq!(named(&start, "dose.", "leaflet."), expected);
        assert!(!start.has(LEAFLET_EN));
        start.is_settled();
    }
}

pub(crate) const MIXING: &str =
    "培養上清は遠心分離のあとで小分けにして、採取した日と容器の番号を二人で記録します。";
pub(crate) const STORAGE: &str =
    "凍結した検体は光を避けて10 ℃以下の冷蔵庫で保管し、解凍したものを再び凍結することはありません。";
pub(crate) const LIMIT: &str =
    "使用期限は台帳に書き、番号は容器にも貼ります。期限が切れたものは翌日までに廃棄します。";
pub(crate) const OTHER: &str =
    "お問い合わせの窓口は平日の午前九時から午後五時まで開いており、担当者が順にお返事します。";

/// An article of these paragraphs.
pub(crate) fn article(texts: &[&str]) -> String {
    texts.join("\n\n") + "\n"
}

/// Types a translation for every unit of a translator's file that has none.
fn translate(folder: &Folder, path: &str) {
    let lines = folder.read(path);
    let typed =
        lines.lines().map(|line| match line.strip_prefix("# ").and_then(|line| line.strip_suffix(" =")) {
            Some(id) => format!("{id} = Translation of {id}.\n"),
            None => format!("{line}\n"),
        });
    folder.write(path, typed.collect::<String>());
}

/// Two articles, synced, translated and partly reviewed; the translator left a comment on the storage.
pub(crate) fn two_articles() -> Folder {
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        ("articles/a.md", &article(&[MIXING, STORAGE, LIMIT])),
        ("articles/b.md", &article(&[OTHER])),
    ]);
    folder.run("sync").exits(0);
    translate(&folder, "locales/en/a.ftl");
    translate(&folder, "locales/en/b.ftl");
    let storage = format!("{} =", id(&folder, "a", STORAGE));
    folder.edit("locales/en/a.ftl", &storage, &format!("# ask about the fridge\n{storage}"));
    folder.run("sync").exits(0);
    folder.run(&format!("accept --reviewed {}", id(&folder, "a", STORAGE))).exits(0);
    assert_eq!(folder.states("en"), "4 fresh, 1 reviewed");
    folder
}

/// The id of a text in a document.
#[track_caller]
pub(crate) fn id(folder: &Folder, document: &str, text: &str) -> String {
    let source = folder.read(&format!("locales/ja/{document}.ftl"));
    let line = source.lines().find_map(|line| line.strip_suffix(&format!(" = {text}")));
    line.unwrap_or_else(|| panic!("{text} is not in\n{source}")).to_owned()
}

#[test]
fn a_section_that_moves_to_another_article_keeps_everything() {
    let folder = two_articles();
    let before = folder.files();
    let storage = id(&folder, "a", STORAGE);
    let record = folder.record("locales/en/a.ledger.tsv", &storage);
    folder.write("articles/a.md", article(&[MIXING, LIMIT]));
    folder.write("articles/b.md", article(&[STORAGE, OTHER]));
    folder.on("2026-12-01").run("sync").exits(0);
    assert_eq!(id(&folder, "b", STORAGE), storage);
    assert_eq!(folder.record("locales/en/b.ledger.tsv", &storage), record);
    assert_eq!(folder.record("locales/en/a.ledger.tsv", &storage), None);
    assert!(
        folder.read("locales/en/b.ftl").contains(&format!("# ask about the fridge\n{storage} = Translation"))
    );
    assert!(!folder.read("locales/en/a.ftl").contains(&storage));
    assert!(!folder.has("locales/en/a.attic.ftl"));
    assert_eq!(folder.states("en"), "4 fresh, 1 reviewed");
    folder.is_settled();
    // And back: every file is as it was.
    folder.write("articles/a.md", article(&[MIXING, STORAGE, LIMIT]));
    folder.write("articles/b.md", article(&[OTHER]));
    folder.on("2026-12-02").run("sync").exits(0);
    assert_eq!(folder.files(), before);
    folder.is_settled();
}

#[test]
fn an_article_renamed_and_edited_is_judged_as_if_it_had_kept_its_name() {
    let edited = STORAGE.replace("10 ℃", "4 ℃");
    let stay = two_articles();
    stay.edit("articles/a.md", STORAGE, &edited);
    let renamed = stay.copy();
    rename(&renamed, "articles/a.md", "articles/sub/new.md");
    for folder in [&stay, &renamed] {
        // The translator was at work, too: one answer, and one text to be judged when its source changes.
        folder.edit("locales/en/a.ftl", "# ask about the fridge", "# asked");
        let mixing = id(folder, "a", MIXING);
        folder.edit("locales/en/a.ftl", &format!("Translation of {mixing}."), "Mix and write it down.");
        folder.run("sync").exits(0);
        assert_eq!(folder.states("en"), "1 stale, 3 fresh");
    }
    assert_eq!(named(&renamed, "sub/new.", "a."), named(&stay, "sub/new.", "a."));
    let storage = id(&renamed, "sub/new", &edited);
    assert_eq!(renamed.state(&storage), "stale (meaning)");
    // Answered under the new name, it is an answer like any other.
    renamed.delete_lines("locales/en/sub/new.ftl", "# yakugo: ");
    renamed.edit("locales/en/sub/new.ftl", &format!("Translation of {storage}."), "Below 4 ℃.");
    renamed.run("sync").exits(0);
    assert_eq!(renamed.state(&storage), "fresh");
    renamed.is_settled();
}

#[test]
fn an_article_divided_into_two_leaves_no_text_behind() {
    let folder = two_articles();
    let ids = [MIXING, STORAGE, LIMIT].map(|text| id(&folder, "a", text));
    folder.remove("articles/a.md");
    folder.write("articles/mixing.md", article(&[MIXING]));
    folder.write("articles/storage.md", article(&[STORAGE, LIMIT]));
    folder.run("sync").exits(0);
    assert_eq!(id(&folder, "mixing", MIXING), ids[0]);
    assert_eq!(id(&folder, "storage", STORAGE), ids[1]);
    assert_eq!(id(&folder, "storage", LIMIT), ids[2]);
    assert_eq!(folder.states("en"), "4 fresh, 1 reviewed");
    assert!(folder.files().keys().all(|path| !path.contains("/a.")), "{:?}", folder.files().keys());
    folder.is_settled();
}

#[test]
fn a_text_split_on_its_way_to_another_article_is_judged_as_one() {
    let whole = format!("{MIXING}{STORAGE}");
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        ("articles/a.md", &article(&[&whole, LIMIT])),
        ("articles/b.md", &article(&[OTHER])),
    ]);
    folder.run("sync").exits(0);
    translate(&folder, "locales/en/a.ftl");
    translate(&folder, "locales/en/b.ftl");
    folder.run("sync").exits(0);
    let before = id(&folder, "a", &whole);
    folder.write("articles/a.md", article(&[LIMIT]));
    folder.write("articles/b.md", article(&[OTHER, MIXING, STORAGE]));
    folder.on("2026-11-05").run("sync").exits(0);
    let mut parts = [MIXING, STORAGE].map(|text| id(&folder, "b", text));
    assert!(parts.contains(&before), "{parts:?}");
    assert_eq!(parts.each_ref().map(|part| folder.state(part)), ["stale (split)", "stale (split)"]);
    parts.sort();
    let past = folder.read("locales/ja/b.past.tsv");
    assert!(past.contains(&format!("{whole}\t2026-11-05\t{}\n", parts.join(" "))), "{past}");
    assert!(folder.read("locales/en/b.ftl").contains("stale (split in two: "));
    folder.is_settled();
}

#[test]
fn an_article_merged_into_another_that_stands() {
    let folder = two_articles();
    let expected = folder.states("en");
    folder.remove("articles/a.md");
    folder.write("articles/b.md", article(&[OTHER, MIXING, STORAGE, LIMIT]));
    folder.run("sync").exits(0).says("removed  locales/en/a.ftl");
    assert_eq!(folder.states("en"), expected);
    assert!(folder.files().keys().all(|path| !path.contains("/a.")), "{:?}", folder.files().keys());
    folder.is_settled();
}

#[test]
fn what_a_removed_article_leaves_behind_stays_and_comes_back() {
    let folder = two_articles();
    folder.edit("locales/en/a.ftl", "# ask about the fridge", "# mine, on its own\n\n# ask about the fridge");
    folder.run("sync");
    let (before, text) = (folder.files(), folder.read("articles/a.md"));
    folder.remove("articles/a.md");
    folder.run("sync").exits(0).says("locales/en/a.ftl:1:1").says("no document has this name");
    assert_eq!(folder.states("en"), "1 fresh");
    assert!(before.iter().all(|(path, bytes)| path == "articles/a.md" || folder.files()[path] == *bytes));
    folder.is_settled();
    // A part of it is written elsewhere later: that part goes there, the rest stays.
    folder.write("articles/b.md", article(&[OTHER, STORAGE]));
    folder.run("sync").exits(0).says("locales/en/a.ftl:1:1");
    assert_eq!(folder.states("en"), "2 fresh, 1 reviewed");
    let rest = folder.read("locales/en/a.ftl");
    assert!(rest.contains("# mine, on its own") && !rest.contains("fridge"), "{rest}");
    folder.is_settled();
    // The article is back, and everything with it.
    folder.write("articles/b.md", article(&[OTHER]));
    folder.write("articles/a.md", text);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "4 fresh, 1 reviewed");
    folder.is_settled();
}

#[test]
fn what_was_cut_in_one_run_is_put_elsewhere_in_another() {
    let folder = two_articles();
    let storage = id(&folder, "a", STORAGE);
    folder.write("articles/a.md", article(&[MIXING, LIMIT]));
    folder.run("sync").exits(0);
    assert!(folder.has("locales/en/a.attic.ftl"));
    folder.write("articles/b.md", article(&[OTHER, STORAGE]));
    folder.run("sync").exits(0);
    assert_eq!(id(&folder, "b", STORAGE), storage);
    assert_eq!(folder.states("en"), "4 fresh, 1 reviewed");
    assert!(!folder.has("locales/en/a.attic.ftl"));
    folder.is_settled();
}

#[test]
fn a_copy_takes_nothing_from_the_text_that_stands() {
    let folder = two_articles();
    let before = folder.read("locales/en/a.ftl");
    for copy in ["articles/copy.md", "articles/0-copy.md"] {
        folder.write(copy, article(&[STORAGE, MIXING]));
    }
    folder.run("sync").exits(0);
    assert_eq!(folder.read("locales/en/a.ftl"), before);
    assert_eq!(folder.states("en"), "4 missing, 4 fresh, 1 reviewed");
    folder.is_settled();
    // Moved and copied: one of the two has the translation, none has it twice.
    let storage = id(&folder, "a", STORAGE);
    folder.write("articles/a.md", article(&[MIXING, LIMIT]));
    folder.write("articles/b.md", article(&[OTHER, STORAGE]));
    folder.write("articles/c.md", article(&[STORAGE]));
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "5 missing, 4 fresh, 1 reviewed");
    let files = folder.files();
    let holds = |path: &String| {
        path.starts_with("locales/en/") && folder.read(path).contains(&format!("\n{storage} = "))
    };
    assert_eq!(files.keys().filter(|path| holds(path)).count(), 1);
    folder.is_settled();
}

#[test]
fn nothing_becomes_fresh_on_the_way() {
    // Unrecorded, copied by a tool, changed under a note: what was not fresh there is not fresh here.
    let stale = |folder: &Folder| {
        folder.edit("articles/a.md", "10 ℃", "4 ℃");
        folder.run("sync").exits(0);
        let storage = id(folder, "a", &STORAGE.replace("10 ℃", "4 ℃"));
        folder.edit("locales/en/a.ftl", &format!("Translation of {storage}."), "Changed under its note.");
    };
    let unrecorded = |folder: &Folder| {
        let storage = id(folder, "a", STORAGE);
        folder.delete_lines("locales/en/a.ledger.tsv", &storage);
    };
    let unanswered = |folder: &Folder| {
        folder.edit("articles/a.md", "10 ℃", "4 ℃");
    };
    let rewritten = |folder: &Folder| {
        folder.edit("articles/a.md", "10 ℃", "4 ℃");
        folder.edit("articles/a.md", "翌日", "10日後");
        folder.run("sync").exits(0);
        folder.delete_lines("locales/en/a.ftl", "# yakugo: ");
        let storage = id(folder, "a", &STORAGE.replace("10 ℃", "4 ℃"));
        folder.edit("locales/en/a.ftl", &format!("Translation of {storage}."), "Changed by a tool.");
    };
    let ways: [&dyn Fn(&Folder); 4] = [&stale, &unrecorded, &unanswered, &rewritten];
    for (at, way) in ways.into_iter().enumerate() {
        let stay = two_articles();
        way(&stay);
        let (moved, renamed) = (stay.copy(), stay.copy());
        let text = moved.read("articles/a.md");
        let storage = text.lines().find(|line| line.starts_with("凍結")).unwrap().to_owned();
        moved.edit("articles/a.md", &format!("{storage}\n\n"), "");
        moved.write("articles/b.md", article(&[OTHER, &storage]));
        rename(&renamed, "articles/a.md", "articles/0.md");
        for folder in [&stay, &moved, &renamed] {
            folder.run("sync");
        }
        let expected = stay.states("en");
        assert!(!expected.contains("4 fresh"), "{at}: {expected}");
        assert_eq!(moved.states("en"), expected, "moved, way {at}");
        assert_eq!(renamed.states("en"), expected, "renamed, way {at}");
        moved.is_settled();
    }
}

#[test]
fn hand_written_messages_go_where_their_ids_go() {
    let folder = Folder::new(&[
        ("yakugo.toml", FLUENT),
        ("ui/app.ftl", "title = App\ndose = 10 mg\nhelp = Help\n    .key = F1\n"),
        ("ui/menu.ftl", "title = Menu\nfile = File\n"),
    ]);
    folder.run("sync").exits(0);
    for (path, texts) in [
        (
            "locales/de/app.ftl",
            ["title = Programm", "dose = 10 Milligramm", "help = Hilfe\n    .key = F1"].as_slice(),
        ),
        ("locales/de/menu.ftl", ["title = Karte", "file = Datei"].as_slice()),
    ] {
        for text in texts {
            let stub = format!("# {} =", text.split(" =").next().unwrap());
            folder.edit(path, &stub, text);
        }
    }
    folder.run("sync").exits(0);
    assert_eq!(folder.states("de"), "5 fresh");
    // Renamed; a message that both files have by name stays where it is.
    rename(&folder, "ui/app.ftl", "ui/main.ftl");
    folder.edit("ui/main.ftl", "10 mg", "100 mg");
    folder.run("sync").exits(0).says("renamed  locales/de/main.ftl (was locales/de/app.ftl)");
    assert_eq!(folder.states("de"), "1 stale, 4 fresh");
    assert!(folder.read("locales/de/main.ftl").contains("yakugo: was 10 mg"));
    assert!(folder.read("locales/de/menu.ftl").contains("title = Karte"));
    folder.is_settled();
    // One message moves to the other file, with the text that it answers.
    folder.edit("ui/main.ftl", "dose = 100 mg\n", "");
    folder.write("ui/menu.ftl", folder.read("ui/menu.ftl") + "dose = 100 mg\n");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("de"), "1 stale, 4 fresh");
    assert!(folder.read("locales/de/menu.ftl").contains("yakugo: was 10 mg"));
    assert!(folder.read("locales/en/menu.past.tsv").contains("10 mg"));
    folder.is_settled();
    // A message of a name that stands elsewhere, too, goes to the attic as ever.
    folder.edit("ui/main.ftl", "title = App\n", "");
    folder.run("sync").exits(0);
    assert!(folder.read("locales/de/main.attic.ftl").contains("title = Programm"));
    assert!(folder.read("locales/de/menu.ftl").contains("title = Karte"));
    folder.is_settled();
}

#[test]
fn locales_follow_one_after_the_other() {
    let config = CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]");
    let start = two_articles();
    start.write("yakugo.toml", config);
    start.run("sync").exits(0);
    translate(&start, "locales/de/a.ftl");
    start.run("sync").exits(0);
    start.edit("articles/a.md", "10 ℃", "4 ℃");
    let renamed = start.copy();
    rename(&renamed, "articles/a.md", "articles/c.md");
    let moved = start.copy();
    moved.write("articles/b.md", article(&[OTHER, MIXING, &STORAGE.replace("10 ℃", "4 ℃"), LIMIT]));
    moved.remove("articles/a.md");
    for folder in [renamed, moved] {
        let whole = folder.copy();
        whole.run("sync").exits(0);
        for steps in [["sync --source", "sync"], ["sync --locale de", "sync"], ["sync --locale en", "sync"]] {
            let folder = folder.copy();
            for step in steps {
                folder.run(step).exits(0);
            }
            assert_eq!(folder.files(), whole.files(), "{steps:?}");
            folder.is_settled();
        }
        assert_eq!(
            (whole.states("en"), whole.states("de")),
            ("1 stale, 3 fresh".into(), "1 missing, 1 stale, 2 fresh".into())
        );
    }
}

#[test]
fn an_answer_on_the_command_line_writes_all_that_exchange_a_text() {
    let folder = two_articles();
    folder.edit("articles/a.md", "10 ℃", "4 ℃");
    folder.run("sync").exits(0);
    let edited = STORAGE.replace("10 ℃", "4 ℃");
    let storage = id(&folder, "a", &edited);
    folder.write("articles/a.md", article(&[MIXING, LIMIT]));
    folder.write("articles/b.md", article(&[OTHER, &edited]));
    folder.run(&format!("accept {storage}")).exits(0);
    assert_eq!(folder.states("en"), "4 fresh");
    assert!(folder.read("locales/en/b.ftl").contains(&format!("{storage} = ")));
    folder.run("sync --check").exits(0);
}

#[test]
fn what_cannot_be_taken_is_not_lost() {
    // A conflict in the file that gives, or in the one that takes.
    for broken in ["locales/en/a.ftl", "locales/en/b.ftl"] {
        let folder = two_articles();
        let whole = folder.read(broken);
        folder.write(broken, format!("{whole}\n<<<<<<< a\n=======\nx = y\n>>>>>>> b\n"));
        folder.write("articles/a.md", article(&[MIXING, LIMIT]));
        folder.write("articles/b.md", article(&[STORAGE, OTHER]));
        let before = folder.files();
        folder.run("sync").exits(1).says("conflict");
        for path in ["a.ftl", "b.ftl", "a.ledger.tsv", "b.ledger.tsv"] {
            let path = format!("locales/en/{path}");
            assert_eq!(folder.files()[&path], before[&path], "{path}, {broken} broken");
        }
        folder.write(broken, whole);
        folder.run("sync").exits(0);
        assert_eq!(folder.states("en"), "4 fresh, 1 reviewed");
        assert!(folder.read("locales/en/b.ftl").contains("# ask about the fridge"));
        folder.is_settled();
    }
    // The same when the one that gives is gone.
    let folder = two_articles();
    let whole = folder.read("locales/en/a.ftl");
    folder.write("locales/en/a.ftl", format!("{whole}\n<<<<<<< a\n=======\nx = y\n>>>>>>> b\n"));
    folder.remove("articles/a.md");
    folder.write("articles/b.md", article(&[OTHER, MIXING, STORAGE, LIMIT]));
    folder.run("sync").exits(1).says("locales/en/a.ftl:").says("conflict");
    folder.write("locales/en/a.ftl", whole);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "4 fresh, 1 reviewed");
    folder.is_settled();
}

#[test]
fn two_articles_that_take_each_others_names() {
    let folder = two_articles();
    let expected = folder.states("en");
    let (a, b) = (folder.read("articles/a.md"), folder.read("articles/b.md"));
    folder.write("articles/a.md", b);
    folder.write("articles/b.md", a);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), expected);
    folder.is_settled();
    // And a folder of articles that is moved as a whole.
    for name in ["a", "b"] {
        rename(&folder, &format!("articles/{name}.md"), &format!("articles/2026/{name}.md"));
    }
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), expected);
    assert!(folder.has("locales/en/2026/a.ftl") && !folder.has("locales/en/a.ftl"));
    folder.is_settled();
}

/// A synced project in git, with nothing translated yet in the first article.
fn in_git() -> Folder {
    let folder = two_articles();
    let lines = folder.read("locales/en/a.ftl");
    let limit = id(&folder, "a", LIMIT);
    folder.write("locales/en/a.ftl", lines.replace(&format!("{limit} = Translation of {limit}."), ""));
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 missing, 3 fresh, 1 reviewed");
    folder.git("init -q").exits(0);
    folder.commit("begin");
    folder
}

#[test]
fn one_branch_renames_and_the_other_translates() {
    for (author_syncs, translator_syncs) in [(true, true), (true, false), (false, true), (false, false)] {
        let folder = in_git();
        let limit = id(&folder, "a", LIMIT);
        folder.git("checkout -q -b translator").exits(0);
        folder.edit("locales/en/a.ftl", &format!("# {limit} ="), &format!("# {limit} = See the label."));
        if translator_syncs {
            folder.run("sync").exits(0);
        }
        folder.commit("translated");
        folder.git("checkout -q main").exits(0);
        folder.git("mv articles/a.md articles/z.md").exits(0);
        if author_syncs {
            folder.run("sync").exits(0);
        }
        folder.commit("renamed");
        folder.git("merge -q --no-edit translator").exits(0);
        folder.run("sync").exits(0);
        assert_eq!(folder.states("en"), "4 fresh, 1 reviewed", "{author_syncs} {translator_syncs}");
        assert!(folder.read("locales/en/z.ftl").contains("See the label."));
        assert!(folder.files().keys().all(|path| !path.contains("/a.")));
        folder.is_settled();
    }
}

#[test]
fn where_git_sees_no_renaming_the_translation_comes_along_all_the_same() {
    for improved in [false, true] {
        let folder = in_git();
        let (limit, mixing) = (id(&folder, "a", LIMIT), id(&folder, "a", MIXING));
        folder.git("checkout -q -b translator").exits(0);
        folder.edit("locales/en/a.ftl", &format!("# {limit} ="), &format!("# {limit} = See the label."));
        if improved {
            folder.edit("locales/en/a.ftl", &format!("Translation of {mixing}."), "Mix it well.");
        }
        folder.run("sync").exits(0);
        folder.commit("translated");
        folder.git("checkout -q main").exits(0);
        folder.git("mv articles/a.md articles/z.md").exits(0);
        folder.run("sync").exits(0);
        folder.commit("renamed");
        // Deleted here and changed there: whoever merges keeps the files that were changed.
        assert_ne!(folder.git("merge -q --no-edit -s recursive -X no-renames translator").code, 0);
        folder.run("sync");
        folder.commit("merged");
        assert_eq!(folder.states("en"), "4 fresh, 1 reviewed");
        assert!(folder.read("locales/en/z.ftl").contains("See the label."));
        // Two translations of one text: the one that stands in place stays, the other is named, not thrown away.
        assert_eq!(folder.has("locales/en/a.ftl"), improved);
        if improved {
            assert_eq!(folder.finding("orphaned")["path"], "locales/en/a.ftl");
            let rest = folder.read("locales/en/a.ftl");
            assert!(rest.contains("Mix it well.") && !rest.contains("See the label."), "{rest}");
        }
        folder.is_settled();
    }
}

#[test]
fn two_branches_give_an_article_two_names() {
    let folder = in_git();
    folder.git("checkout -q -b theirs").exits(0);
    folder.git("mv articles/a.md articles/y.md").exits(0);
    folder.run("sync").exits(0);
    folder.commit("theirs");
    folder.git("checkout -q main").exits(0);
    folder.git("mv articles/a.md articles/z.md").exits(0);
    folder.run("sync").exits(0);
    folder.commit("ours");
    assert_ne!(folder.git("merge -q --no-edit theirs").code, 0);
    // The author decides for one name; the translators' files are in conflict, because both name their article.
    folder.remove("articles/y.md");
    folder.run("sync").exits(1).says("git left a merge conflict here");
    for path in ["locales/en/y.ftl", "locales/en/z.ftl"] {
        resolve(&folder, path, true);
    }
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 missing, 3 fresh, 1 reviewed");
    assert!(
        folder.files().keys().all(|path| !path.contains("/y.") && !path.contains("/a.")),
        "{:?}",
        folder.files().keys()
    );
    folder.is_settled();
}

#[test]
fn a_link_that_changes_on_the_way_is_carried_over() {
    let text = "手順は[作業の手引き](a.html)にあります。始める前に必ず二人で読み、台帳に署名してください。";
    for renamed in [false, true] {
        let folder = two_articles();
        folder.write("articles/a.md", article(&[MIXING, LIMIT, text]));
        folder.run("sync").exits(0);
        let id = id(&folder, "a", text);
        folder.edit("locales/en/a.ftl", &format!("# {id} ="), &format!("# {id} = Read the [guide](a.html)."));
        folder.run("sync").exits(0);
        let changed = text.replace("a.html", "b.html");
        if renamed {
            folder.remove("articles/a.md");
            folder.write("articles/c.md", article(&[MIXING, LIMIT, &changed]));
        } else {
            folder.write("articles/a.md", article(&[MIXING, LIMIT]));
            folder.write("articles/b.md", article(&[OTHER, &changed]));
        }
        folder.run("sync").exits(0);
        assert_eq!(folder.state(&id), "fresh");
        let path = if renamed { "locales/en/c.ftl" } else { "locales/en/b.ftl" };
        assert!(folder.read(path).contains("Read the [guide](b.html)."), "{}", folder.read(path));
        folder.is_settled();
    }
}
