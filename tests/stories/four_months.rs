//! Four months of a project: an author, two translators, real git merges; `status` after every step.

use crate::folder::{ARTICLE, CONFIG, Folder, SOURCE};

const ARTICLE_TEXT: &str = "\
# 上清液の使い方

上清液は凍結した状態で届きます。届いたら冷凍庫に入れます。

1回の使用量は10 mLです。

解凍した上清液は再び凍結しません。

使用した日を記録します。

残った液は捨てます。
";

/// The article with one paragraph: its text in Japanese, English and German.
const TEXTS: [[&str; 3]; 6] = [
    ["上清液の使い方", "Using the supernatant", "Anwendung des Überstands"],
    [
        "上清液は凍結した状態で届きます。届いたら冷凍庫に入れます。",
        "The supernatant arrives frozen. Put it into the freezer on arrival.",
        "Der Überstand kommt gefroren an. Bei Ankunft einfrieren.",
    ],
    ["1回の使用量は10 mLです。", "Use 10 mL at a time.", "Jeweils 10 ml verwenden."],
    [
        "解凍した上清液は再び凍結しません。",
        "Do not refreeze thawed supernatant.",
        "Aufgetautes nicht wieder einfrieren.",
    ],
    ["使用した日を記録します。", "Record the day of use.", "Tag der Anwendung notieren."],
    ["残った液は捨てます。", "Discard what is left.", "Reste verwerfen."],
];

struct Project {
    folder: Folder,
    day: String,
}

impl Project {
    fn begin() -> Self {
        let config = CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]");
        let folder = Folder::new(&[("yakugo.toml", &config), (ARTICLE, ARTICLE_TEXT)]);
        folder.git("init -q").exits(0);
        let project = Self { folder, day: "2026-07-01".to_owned() };
        project.sync("begin");
        project
    }

    fn on(&mut self, day: &str) {
        day.clone_into(&mut self.day);
    }

    fn run(&self, words: &str) {
        self.folder.on(&self.day).run(words).exits(0);
    }

    /// `sync`, and everything committed.
    fn sync(&self, message: &str) {
        self.run("sync");
        self.folder.git("add -A").exits(0);
        self.folder.git(&format!("commit -q --allow-empty -m {message}")).exits(0);
    }

    fn branch(&self, name: &str) {
        self.folder.git(&format!("checkout -q -b {name}")).exits(0);
    }

    fn to_main(&self) {
        self.folder.git("checkout -q main").exits(0);
    }

    /// Merges a branch, without any driver, into main; git must have nothing to ask.
    fn merge(&self, name: &str) {
        self.folder.git(&format!("merge -q --no-edit {name}")).exits(0);
        self.sync(name);
    }

    fn author_writes(&self, from: &str, to: &str) {
        self.folder.edit(ARTICLE, from, to);
    }

    fn id(&self, text: &str) -> String {
        let source = self.folder.read(SOURCE);
        let id = source.lines().find_map(|line| line.strip_suffix(text)?.strip_suffix(" = "));
        id.unwrap_or_else(|| panic!("{text}\n{source}")).to_owned()
    }

    /// Types a translation: into its stub, or over the old one, whose note goes.
    fn translates(&self, locale: &str, source: &str, text: &str) {
        let id = self.id(source);
        let path = format!("locales/{locale}/dose.ftl");
        let blocks: Vec<String> =
            self.folder.read(&path).trim_end().split("\n\n").map(str::to_owned).collect();
        let is_own = |line: &str| line.trim_start_matches("# ").starts_with(&format!("{id} ="));
        assert!(blocks.iter().any(|block| block.lines().any(is_own)), "{id}: {blocks:#?}");
        let typed = blocks
            .into_iter()
            .map(|block| if block.lines().any(is_own) { format!("{id} = {text}") } else { block });
        self.folder.write(&path, typed.collect::<Vec<_>>().join("\n\n") + "\n");
    }

    fn translates_all(&self, locale: &str) {
        let column = if locale == "en" { 1 } else { 2 };
        for texts in TEXTS {
            self.translates(locale, texts[0], texts[column]);
        }
    }

    /// How English and German stand, and that nothing is left for `sync` to do.
    #[track_caller]
    fn stands(&self, en: &str, de: &str) {
        assert_eq!((self.folder.states("en").as_str(), self.folder.states("de").as_str()), (en, de));
        self.folder.is_settled();
    }

    #[track_caller]
    fn page(&self, locale: &str) -> String {
        self.run(&format!("render --locale {locale} --out pages"));
        let page = self.folder.read("pages/dose.md");
        self.folder.remove("pages/dose.md");
        page
    }
}

#[test]
fn four_months() {
    let mut project = Project::begin();
    project.stands("6 missing", "6 missing");

    // July. English is translated on main, German on a branch of its own.
    project.on("2026-07-06");
    project.branch("german");
    project.translates_all("de");
    project.sync("german");
    project.stands("6 missing", "6 fresh");
    project.to_main();
    project.translates_all("en");
    project.sync("english");
    project.stands("6 fresh", "6 missing");
    project.on("2026-07-10");
    project.merge("german");
    project.stands("6 fresh", "6 fresh");
    project.run("accept --reviewed --locale en --document dose");
    project.sync("reviewed");
    project.stands("6 fresh, 6 reviewed", "6 fresh");

    // August. The dose changes; the old one is on no page from that day on.
    project.on("2026-08-03");
    project.author_writes("10 mL", "5 mL");
    project.sync("dose");
    project.stands("1 stale, 5 fresh, 5 reviewed", "1 stale, 5 fresh");
    assert!(!project.page("en").contains("10 mL") && !project.page("de").contains("10 ml"));
    assert!(project.page("en").contains("5 mL"));
    // The German translator only mends a word; that answers nothing.
    project.folder.edit("locales/de/dose.ftl", "Jeweils 10", "Je 10");
    project.sync("typo");
    project.stands("1 stale, 5 fresh, 5 reviewed", "1 stale, 5 fresh");
    // English answers on a branch while the author takes up another matter.
    project.on("2026-08-05");
    project.branch("english-dose");
    project.translates("en", "1回の使用量は5 mLです。", "Use 5 mL at a time.");
    project.sync("english-dose");
    project.stands("6 fresh, 5 reviewed", "1 stale, 5 fresh");
    project.to_main();
    project.author_writes("使用した日を記録します。", "使用した日と時刻を記録します。");
    project.sync("time");
    project.stands("2 stale, 4 fresh, 4 reviewed", "2 stale, 4 fresh");
    project.merge("english-dose");
    project.stands("1 stale, 5 fresh, 4 reviewed", "2 stale, 4 fresh");
    project.translates("de", "1回の使用量は5 mLです。", "Jeweils 5 ml verwenden.");
    project.sync("german-dose");
    project.stands("1 stale, 5 fresh, 4 reviewed", "1 stale, 5 fresh");

    // The edit about the time is taken back before anybody answered it: all is as it was, the review too.
    project.on("2026-08-20");
    project.author_writes("使用した日と時刻を", "使用した日を");
    project.sync("no-time");
    project.stands("6 fresh, 5 reviewed", "6 fresh");

    // September. A paragraph is split, another word is put differently, and a paragraph goes.
    project.on("2026-09-01");
    project.author_writes("届きます。届いたら", "届きます。\n\n届いたら");
    project.sync("split");
    project.stands("2 stale, 5 fresh, 4 reviewed", "2 stale, 5 fresh");
    let whole = "Der Überstand kommt gefroren an. Bei Ankunft einfrieren.";
    assert_eq!(project.page("de").matches(whole).count(), 1);
    project.translates("en", "上清液は凍結した状態で届きます。", "The supernatant arrives frozen.");
    project.translates("en", "届いたら冷凍庫に入れます。", "Put it into the freezer on arrival.");
    project.sync("english-split");
    project.stands("7 fresh, 4 reviewed", "2 stale, 5 fresh");
    project.on("2026-09-08");
    project.author_writes("残った液は捨てます。", "残った液は廃棄します。");
    project.sync("word");
    project.stands("1 stale, 6 fresh, 3 reviewed", "3 stale, 4 fresh");
    let id = project.id("残った液は廃棄します。");
    project.run(&format!("accept --source-change {id}"));
    project.folder.commit("same");
    project.stands("7 fresh, 4 reviewed", "2 stale, 5 fresh");
    project.on("2026-09-15");
    project.author_writes("解凍した上清液は再び凍結しません。\n\n", "");
    project.sync("gone");
    project.stands("6 fresh, 3 reviewed", "2 stale, 4 fresh");

    // October. What was split is one again, German never had to follow; what was gone returns from the attic.
    project.on("2026-10-01");
    project.author_writes("届きます。\n\n届いたら", "届きます。届いたら");
    project.sync("one");
    project.stands("1 stale, 4 fresh, 3 reviewed", "5 fresh");
    let page = project.page("en");
    assert!(page.contains("The supernatant arrives frozen. Put it into the freezer on arrival.\n"), "{page}");
    project.on("2026-10-12");
    project.author_writes("使用した日を", "解凍した上清液は再び凍結しません。\n\n使用した日を");
    project.sync("back");
    project.stands("1 stale, 5 fresh, 4 reviewed", "6 fresh");
    // It returns with what it meant, not with what it says next.
    project.author_writes("再び凍結しません", "再び凍結できます");
    project.sync("denied");
    project.stands("2 stale, 4 fresh, 3 reviewed", "1 stale, 5 fresh");
    assert!(!project.page("de").contains("nicht wieder einfrieren"));

    // Two authors at once: one brings the old sentence back, the other changes the dose again.
    project.on("2026-10-26");
    project.branch("safety");
    project.author_writes("再び凍結できます", "再び凍結しません");
    project.sync("safety");
    project.to_main();
    project.author_writes("5 mL", "15 mL");
    project.sync("more");
    project.stands("3 stale, 3 fresh, 3 reviewed", "2 stale, 4 fresh");
    project.merge("safety");
    project.stands("2 stale, 4 fresh, 4 reviewed", "1 stale, 5 fresh");
    project.translates("en", "1回の使用量は15 mLです。", "Use 15 mL at a time.");
    project.translates("en", TEXTS[1][0], TEXTS[1][1]);
    project.translates("de", "1回の使用量は15 mLです。", "Jeweils 15 ml verwenden.");
    project.on("2026-10-30");
    project.sync("done");
    project.stands("6 fresh, 4 reviewed", "6 fresh");
    let en: Vec<String> = TEXTS.iter().map(|texts| texts[1].replace("10 mL", "15 mL")).collect();
    assert_eq!(project.page("en"), format!("# {}\n", en.join("\n\n")));
}
