//! Texts that are split and merged: judged as one, shown as one, until each locale has settled them.

use crate::folder::{ARTICLE, CONFIG, EN, Folder, PAST, SOURCE};

const WHOLE: &str = "使用期限は台帳に書き、二人で照合します。番号は容器にも貼ります。";
const FIRST: &str = "使用期限は台帳に書き、二人で照合します。";
const SECOND: &str = "番号は容器にも貼ります。";
const DE: &str = "locales/de/dose.ftl";

/// The id of a text in the generated source.
#[track_caller]
fn id(folder: &Folder, text: &str) -> String {
    let source = folder.read(SOURCE);
    let line = source.lines().find_map(|line| Some(line.strip_suffix(text)?.strip_suffix(" = ")?.to_owned()));
    line.unwrap_or_else(|| panic!("{text}:\n{source}"))
}

/// An article with these blocks, translated into two locales with the given texts; the rest by its id.
fn translated(article: &str, texts: &[(&str, &str, &str)]) -> Folder {
    let config = CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]");
    let folder = Folder::new(&[("yakugo.toml", &config), (ARTICLE, article)]);
    folder.run("sync").exits(0);
    for (source, en, de) in texts {
        let id = id(&folder, source);
        for (path, text) in [(EN, en), (DE, de)] {
            folder.edit(path, &format!("# {id} =\n"), &format!("{id} = {text}\n"));
        }
    }
    folder.run("sync").exits(0);
    assert!(
        folder.states("en").ends_with(" fresh") && !folder.states("en").contains(','),
        "{}",
        folder.states("en")
    );
    folder
}

fn two_sentences() -> Folder {
    let article = format!("使い方を説明します。\n\n{WHOLE}\n\n以上です。\n");
    translated(
        &article,
        &[
            ("使い方を説明します。", "This explains the use.", "Zur Anwendung."),
            (
                WHOLE,
                "Record the expiry date and check it in pairs. Label the container too.",
                "Verfallsdatum notieren und zu zweit prüfen. Auch den Behälter beschriften.",
            ),
            ("以上です。", "That is all.", "Das ist alles."),
        ],
    )
}

/// The same, split in two on a later day.
pub(crate) fn split() -> (Folder, String, String) {
    let folder = two_sentences();
    folder.edit(ARTICLE, "照合します。番号は", "照合します。\n\n番号は");
    folder.on("2026-11-05").run("sync").exits(0);
    let ids = (id(&folder, FIRST), id(&folder, SECOND));
    (folder, ids.0, ids.1)
}

/// Deletes the note above a message, as a translator does who answers it.
#[track_caller]
fn delete_note(folder: &Folder, id: &str) {
    let text = folder.read(EN);
    let (above, below) = text.split_once(&format!("\n{id} =")).unwrap();
    let lines: Vec<&str> = above.lines().collect();
    let note = lines.iter().rev().take_while(|line| line.starts_with("# yakugo:")).count();
    assert!(note > 0, "{text}");
    let above = lines[..lines.len() - note].join("\n");
    folder.write(EN, format!("{above}\n{id} ={below}"));
}

fn page(folder: &Folder, locale: &str) -> String {
    folder.run(&format!("render --locale {locale} --out out/{locale}")).exits(0);
    folder.read(&format!("out/{locale}/dose.md"))
}

#[test]
fn a_split_text_is_named_in_the_file_with_what_to_do() {
    let (folder, first, second) = split();
    let file = folder.read(EN);
    let note = format!("# yakugo: stale (split in two: {first} and {second}) · since 2026-11-05");
    assert!(file.contains(&note), "{file}");
    assert!(file.contains(&format!("# yakugo: was {WHOLE}\n# yakugo: now {FIRST}\n")), "{file}");
    assert!(file.contains(&format!("# yakugo: move to {second}: {SECOND}\n{first} = Record")), "{file}");
    let stub = format!(
        "# yakugo: was {WHOLE}\n# yakugo: move from {first}: Record the expiry date and check it in pairs. Label the container too.\n# {SECOND}\n# {second} =\n"
    );
    assert!(file.contains(&stub), "{file}");
    assert_eq!(
        (folder.state(&first), folder.state(&second)),
        ("stale (split)".into(), "stale (split)".into())
    );
    assert_eq!(folder.states("en"), "2 stale, 2 fresh");
    assert_eq!(folder.json("status --format json")["locales"]["en"]["coverage"], 1.0);
    let stale = folder.findings("stale");
    assert!(stale.iter().all(|finding| finding["severity"] == "warning"), "{stale:#?}");
    let diff = folder.json("diff --locale en --format json");
    for change in diff["changes"].as_array().unwrap() {
        assert_eq!(change["change"], "split");
        assert_eq!((&change["old"], &change["new"]), (&WHOLE.into(), &WHOLE.into()));
        assert!(change["translation"].as_str().unwrap().starts_with("Record"));
    }
    assert!(
        folder
            .read(PAST)
            .lines()
            .any(|line| line.contains(WHOLE) && line.contains(&first) && line.contains(&second))
    );
    folder.is_settled();
}

#[test]
fn a_locale_that_has_not_settled_a_split_shows_it_as_one() {
    let (folder, first, second) = split();
    let as_one = "Zur Anwendung.\n\nVerfallsdatum notieren und zu zweit prüfen. Auch den Behälter beschriften.\n\nDas ist alles.\n";
    assert_eq!(page(&folder, "de"), as_one);
    // English settles it: each part gets its half, and the note goes.
    folder.edit(EN, "pairs. Label the container too.\n\n", "pairs.\n\n");
    delete_note(&folder, &first);
    folder.edit(EN, &format!("# {second} ="), &format!("# {second} = Label the container too."));
    // Half way it still stands there once.
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "4 fresh");
    assert!(page(&folder, "en").contains("check it in pairs.\n\nLabel the container too.\n"));
    assert_eq!(folder.states("de"), "2 stale, 2 fresh");
    assert_eq!(page(&folder, "de"), as_one);
    assert!(!folder.read(EN).contains("yakugo:"), "{}", folder.read(EN));
    assert_eq!(folder.state(&first), "stale (split)", "of German");
    folder.is_settled();
}

#[test]
fn a_split_that_is_settled_by_half_shows_nothing_twice() {
    // The new part first: the old translation still says it.
    let (folder, _, second) = split();
    folder.edit(EN, &format!("# {second} ="), &format!("# {second} = Label the container too."));
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 stale, 3 fresh");
    assert_eq!(page(&folder, "en").matches("Label the container").count(), 1);
    folder.is_settled();
    // The old part first: the new one shows its source until it is translated.
    let (folder, first, _) = split();
    folder.edit(EN, "pairs. Label the container too.\n\n", "pairs.\n\n");
    delete_note(&folder, &first);
    folder.run("sync").exits(0);
    assert_eq!(
        (folder.state(&first), folder.states("en")),
        ("stale (split)".into(), "1 missing, 3 fresh".into())
    );
    assert!(page(&folder, "en").contains(&format!("check it in pairs.\n\n{SECOND}\n")));
    folder.is_settled();
}

#[test]
fn a_number_that_changed_while_a_text_was_split_is_a_change_of_meaning() {
    let (whole, en) = (
        "検体は4 ℃で保管します。搬送は30分以内に終えます。",
        "Store samples at 4 °C. Finish transport within 30 minutes.",
    );
    let folder = translated(
        &format!("検体の扱いです。\n\n{whole}\n"),
        &[
            ("検体の扱いです。", "Samples.", "Proben."),
            (whole, en, "Bei 4 °C lagern. Transport binnen 30 Minuten."),
        ],
    );
    folder.edit(ARTICLE, "保管します。搬送は30分", "保管します。\n\n搬送は60分");
    folder.run("sync").exits(0);
    let (first, second) = (id(&folder, "検体は4 ℃で保管します。"), id(&folder, "搬送は60分以内に終えます。"));
    assert_eq!((folder.state(&first), folder.state(&second)), ("stale (meaning)".into(), "missing".into()));
    let note = folder.read(EN);
    assert!(note.contains(&format!("split in two: {first} and {second}) ·")), "{note}");
    let page = page(&folder, "en");
    assert!(!page.contains("30 minutes") && page.contains("60分"), "{page}");
    folder.is_settled();
    // With the number back, nothing but the split is left.
    folder.edit(ARTICLE, "60分", "30分");
    folder.run("sync").exits(0);
    assert_eq!(folder.state(&first), "stale (split)");
}

/// Two paragraphs that became one, on a later day.
pub(crate) fn merged() -> (Folder, String, String) {
    let article = format!("使い方を説明します。\n\n{FIRST}\n\n{SECOND}\n");
    let folder = translated(
        &article,
        &[
            ("使い方を説明します。", "This explains the use.", "Zur Anwendung."),
            (
                FIRST,
                "Record the expiry date and check it in pairs.",
                "Verfallsdatum notieren und zu zweit prüfen.",
            ),
            (SECOND, "Label the container too.", "Auch den Behälter beschriften."),
        ],
    );
    let before = [id(&folder, FIRST), id(&folder, SECOND)];
    folder.edit(ARTICLE, &format!("{FIRST}\n\n{SECOND}"), WHOLE);
    folder.on("2026-11-05").run("sync").exits(0);
    let lender = id(&folder, WHOLE);
    let other = before.into_iter().find(|id| *id != lender).unwrap();
    (folder, lender, other)
}

#[test]
fn merged_texts_show_their_translations_in_the_order_of_the_text() {
    let (folder, lender, other) = merged();
    assert_eq!(folder.state(&lender), "stale (merged)");
    let file = folder.read(EN);
    assert!(file.contains(&format!("# yakugo: stale (merged with {other}) · since 2026-11-05")), "{file}");
    assert!(
        file.contains(&format!("# yakugo: with {other}: "))
            && file.contains(&format!("# yakugo: add from {other}: ")),
        "{file}"
    );
    assert!(
        page(&folder, "en")
            .ends_with("\n\nRecord the expiry date and check it in pairs. Label the container too.\n")
    );
    folder.is_settled();
    folder.edit(EN, &format!("\n{lender} = "), &format!("\n{lender} = Both: "));
    delete_note(&folder, &lender);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    assert_eq!(folder.states("de"), "1 stale, 1 fresh");
    assert!(
        page(&folder, "de")
            .ends_with("\n\nVerfallsdatum notieren und zu zweit prüfen. Auch den Behälter beschriften.\n")
    );
    folder.is_settled();
    // Later edits of the answered text have nothing to do with what was merged once.
    folder.edit(ARTICLE, "二人で照合", "二名で照合");
    folder.run("sync").exits(0);
    assert!(
        folder.read(EN).contains("# yakugo: stale (wording")
            || folder.read(EN).contains("# yakugo: stale (meaning"),
        "{}",
        folder.read(EN)
    );
    assert!(!folder.read(EN).contains("# yakugo: add"), "{}", folder.read(EN));
}

#[test]
fn a_family_in_a_list_leaves_a_whole_list() {
    let folder = translated(
        &format!("- 準備します。\n- {WHOLE}\n- 片付けます。\n"),
        &[
            ("準備します。", "Prepare.", "Vorbereiten."),
            (WHOLE, "Check it in pairs. Label it.", "Prüfen. Beschriften."),
            ("片付けます。", "Tidy up.", "Aufräumen."),
        ],
    );
    folder.edit(ARTICLE, "照合します。番号は", "照合します。\n- 番号は");
    folder.run("sync").exits(0);
    assert_eq!(page(&folder, "en"), "- Prepare.\n- Check it in pairs. Label it.\n- Tidy up.\n");
    // Where an item hangs on the part that would go, each shows its source.
    folder.edit(ARTICLE, "貼ります。\n", "貼ります。\n  - 油性ペンで書きます。\n");
    folder.run("sync").exits(0);
    assert_eq!(folder.state(&id(&folder, FIRST)), "stale (split)");
    let page = page(&folder, "en");
    assert!(!page.contains("pairs") && page.contains(FIRST) && page.contains(SECOND), "{page}");
    folder.is_settled();
}

#[test]
fn what_was_split_and_is_one_again_answers_its_text() {
    let (folder, first, _) = split();
    folder.edit(ARTICLE, "照合します。\n\n番号は", "照合します。番号は");
    folder.run("sync").exits(0);
    assert_eq!((folder.states("en"), folder.state(&first)), ("3 fresh".into(), "fresh".into()));
    assert!(!folder.read(EN).contains("yakugo:"), "{}", folder.read(EN));
    folder.is_settled();
}

#[test]
fn a_part_that_is_split_again_belongs_to_the_same_family() {
    let (folder, first, second) = split();
    folder.edit(ARTICLE, "台帳に書き、二人で照合します。", "台帳に書きます。\n\n台帳は二人で照合します。");
    folder.run("sync").exits(0);
    let third = id(&folder, "台帳は二人で照合します。");
    let note = folder.read(EN);
    assert!(note.contains("split in three: "), "{note}");
    for id in [&first, &second, &third] {
        assert_eq!(folder.state(id), "stale (split)");
    }
    assert_eq!(page(&folder, "en").matches("Label the container").count(), 1);
    folder.is_settled();
}

#[test]
fn what_is_split_or_merged_is_accepted_by_name_only() {
    let (folder, first, second) = split();
    folder.run("accept --all").exits(0).says("Nothing to accept");
    folder.run(&format!("accept {second}")).exits(1).says("no translation to accept");
    folder.run(&format!("accept --locale en {first}")).exits(0);
    assert_eq!(folder.states("en"), "1 missing, 3 fresh");
    folder.is_settled();
}

#[test]
fn a_family_with_an_unsettled_text_is_none() {
    let (folder, first, second) = split();
    // The half was moved, but the note stands: nobody said what the text answers.
    folder.edit(EN, "pairs. Label the container too.\n\n", "pairs.\n\n");
    folder.edit(EN, &format!("# {second} ="), &format!("# {second} = Label the container too."));
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 stale, 3 fresh");
    assert!(folder.read(EN).contains("the text was changed while its note stood"), "{}", folder.read(EN));
    let page = page(&folder, "en");
    assert_eq!(page.matches("Label the container").count(), 1, "{page}");
    folder.run(&format!("accept --locale en {first}")).exits(0);
    assert_eq!(folder.states("en"), "4 fresh");
}

#[test]
fn a_part_that_was_answered_and_changed_since_is_judged_by_itself() {
    let (whole, en) = (
        "検体は4 ℃で保管します。搬送は30分以内に終えます。",
        "Store samples at 4 °C. Finish transport within 30 minutes.",
    );
    let folder = translated(
        &format!("検体の扱いです。\n\n{whole}\n"),
        &[
            ("検体の扱いです。", "Samples.", "Proben."),
            (whole, en, "Bei 4 °C lagern. Transport binnen 30 Minuten."),
        ],
    );
    folder.edit(ARTICLE, "保管します。搬送は30分", "保管します。\n\n搬送は60分");
    folder.run("sync").exits(0);
    let second = id(&folder, "搬送は60分以内に終えます。");
    folder.edit(EN, &format!("# {second} ="), &format!("# {second} = Finish transport within 60 minutes."));
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "1 stale, 2 fresh");
    // Back to 30 minutes: the old translation says so, that of the part does not.
    folder.edit(ARTICLE, "60分", "30分");
    folder.run("sync").exits(0);
    let todo = folder.run("status --todo --locale en").exits(0).out;
    assert!(
        todo.contains(": stale (split)") && todo.contains(&format!(": stale (meaning): {second}")),
        "{todo}"
    );
    let page = page(&folder, "en");
    assert!(page.contains("within 30 minutes") && !page.contains("60"), "{page}");
    folder.is_settled();
}

#[test]
fn a_family_whose_translation_cannot_stand_there_shows_its_sources() {
    let folder = translated(
        &format!("使い方です。\n\n{WHOLE}\n"),
        &[
            ("使い方です。", "Use.", "Anwendung."),
            (WHOLE, "Check it:\n\n    - in pairs.", "Prüfen:\n\n    - zu zweit."),
        ],
    );
    folder.edit(ARTICLE, "照合します。番号は", "照合します。\n\n番号は");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 stale, 1 fresh");
    let page = page(&folder, "en");
    assert!(page.starts_with("Use.\n") && page.contains(FIRST) && page.contains(SECOND), "{page}");
    assert!(!page.contains("in pairs"), "{page}");
}

const GLOSSARY: &str = "terms.csv";
const NO_TERMS: &str = "concept,locale,term,status\n";

#[test]
fn a_concept_that_changed_while_a_text_was_split_is_a_change_of_meaning() {
    let folder = two_sentences();
    folder.write(GLOSSARY, NO_TERMS);
    let config = folder.read("yakugo.toml");
    folder.write("yakugo.toml", format!("glossary = [\"{GLOSSARY}\"]\n{config}"));
    folder.edit(ARTICLE, "台帳に書き、二人で照合します。番号は", "帳票に書き、二人で照合します。\n\n番号は");
    folder.run("sync").exits(0);
    let (first, second) = (id(&folder, "使用期限は帳票に書き、二人で照合します。"), id(&folder, SECOND));
    assert_eq!(folder.state(&first), "stale (split)");
    folder.write(GLOSSARY, format!("{NO_TERMS}register,ja,台帳,preferred\nform,ja,帳票,preferred\n"));
    folder.run("sync");
    let mut states = [folder.state(&first), folder.state(&second)];
    states.sort();
    assert_eq!(states, ["missing", "stale (meaning)"], "one of them has the old translation");
    let note = folder.read(EN);
    let detail = format!("meaning: concept gone: register; came: form, split in two: {first} and {second})");
    assert!(note.contains(&detail), "{note}");
    let page = page(&folder, "en");
    assert!(!page.contains("expiry date") && page.contains("帳票"), "{page}");
    folder.is_settled();
}

#[test]
fn what_is_said_of_changed_words_is_said_of_split_texts() {
    let (folder, first, _) = split();
    let config = folder.read("yakugo.toml");
    folder.write(
        "yakugo.toml",
        format!("{config}[stale]\nwording = {{ severity = \"error\", render = \"source\" }}\n"),
    );
    assert!(folder.findings("stale").iter().all(|finding| finding["severity"] == "error"));
    assert_eq!(folder.json("status --format json")["locales"]["en"]["coverage"], 0.5);
    let page = page(&folder, "en");
    assert!(page.contains(&format!("⚠ {FIRST}\n\n⚠ {SECOND}\n")) && !page.contains("pairs"), "{page}");
    assert!(!page.contains("out of date"), "{page}");
    assert_eq!(folder.state(&first), "stale (split)");
    folder.is_settled();
}

#[test]
fn other_words_in_a_split_text_put_a_banner_on_its_page() {
    let banner = "may be out of date";
    let (folder, ..) = split();
    assert!(!page(&folder, "en").contains(banner));
    folder.edit(ARTICLE, "使用期限は", "使用期限を");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 stale, 2 fresh");
    assert!(page(&folder, "en").contains(banner));
}

#[test]
fn markup_that_changed_while_a_text_was_split_is_carried_nowhere() {
    let linked = "使用期限は[台帳](a)に書き、二人で照合します。番号は容器にも貼ります。";
    let en = "Record the date in the [book](a) in pairs. Label the container too.";
    let folder = translated(
        &format!("使い方です。\n\n{linked}\n"),
        &[("使い方です。", "Use.", "Anwendung."), (linked, en, en)],
    );
    folder.edit(ARTICLE, "(a)に書き、二人で照合します。", "(b)に書き、二人で照合します。\n\n");
    folder.run("sync").exits(0);
    let file = folder.read(EN);
    assert!(file.contains("stale (split in two") && file.contains(en), "{file}");
    assert!(!file.contains("yakugo: proposal"), "{file}");
    assert_eq!(folder.states("en"), "2 stale, 1 fresh");
    folder.is_settled();
}

/// An editor that keeps what it was shown, and types a text below.
fn types(folder: &Folder, text: &str) -> String {
    format!("cp \"$1\" '{}'\nprintf '%s\\n' '{text}' >> \"$1\"\n", folder.path("opened.txt").display())
}

#[test]
fn the_parts_of_a_split_text_are_reviewed_one_by_one() {
    let (folder, first, second) = split();
    // The new part has no translation of its own: there is nothing to be still valid.
    let shown = folder.review(&format!("--locale en {second}"), &["v", "r", "d", "q"], "").exits(0).out;
    for part in [
        format!("stale (split in two: {first} and {second}) · since 2026-11-05"),
        format!(
            "\n  ja    {FIRST}{SECOND}\n  en    Record the expiry date and check it in pairs. Label the container too.\n\n  here  {SECOND}\n"
        ),
        "\ne translate  s skip  q quit > \nThat cannot be said of this translation.\n".into(),
        "0 answered, 4 stale in the project.".into(),
    ] {
        assert!(shown.contains(&part), "{part}\n{shown}");
    }
    let editor = types(&folder, "Label the container too.");
    folder.review(&format!("--locale en {second}"), &["e"], &editor).exits(0).says("1 answered, 3 stale");
    let opened = folder.read("opened.txt");
    assert!(opened.contains(&format!("ja, as it was translated:\n{WHOLE}\n")), "{opened}");
    assert!(opened.contains(&format!("ja, here:\n{SECOND}\n")), "{opened}");
    folder.remove("opened.txt");
    assert_eq!(folder.states("en"), "1 stale, 3 fresh");
    // The old translation says more than the part it stands at: one key is not enough for that.
    let kept = folder.review(&format!("--locale en {first}"), &["v", "n", "q"], "").exits(0);
    kept.says(&format!("The text was split in two: {first} and {second}: right all the same? y/N"));
    assert_eq!(folder.states("en"), "1 stale, 3 fresh");
    let editor = types(&folder, "Record the expiry date and check it in pairs.");
    folder.review(&format!("--locale en {first}"), &["e"], &editor).exits(0).says("1 answered, 2 stale");
    folder.remove("opened.txt");
    assert_eq!(folder.states("en"), "4 fresh");
    assert!(page(&folder, "en").contains("check it in pairs.\n\nLabel the container too.\n"));
    folder.is_settled();
}

#[test]
fn a_merged_text_is_reviewed_with_both_translations() {
    let (folder, lender, _) = merged();
    let shown = folder.review(&format!("--locale en {lender}"), &["q"], "").exits(0).out;
    assert!(
        shown.contains("\n  en  Record the expiry date and check it in pairs. Label the container too.\n"),
        "{shown}"
    );
    assert!(!shown.contains("  here  "), "{shown}");
}
