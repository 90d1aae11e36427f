//! An upgrade of yakugo must stale nothing: a project that each released version left behind is opened by this one,
//! which must find nothing to write and count what was counted then.
//!
//! See `golden/README.md`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![allow(clippy::disallowed_methods, reason = "a test plays the people who use an editor and git")]

#[path = "stories/folder.rs"]
#[allow(dead_code, reason = "the stories use the rest")]
mod folder;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::folder::Folder;

/// What `status --format json` said when the project was made; not one of its files.
const STATUS: &str = "status.json";

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

#[test]
fn projects_of_every_version_stand() {
    let mut versions: Vec<PathBuf> = fs::read_dir(golden())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    versions.sort();
    assert!(!versions.is_empty());
    for version in versions {
        let folder = Folder::of(&version);
        let recorded: Value = serde_json::from_str(&folder.read(STATUS)).unwrap();
        folder.is_settled();
        let now = folder.json("status --format json");
        assert!(holds(&now, &recorded), "{}: it was\n{recorded:#}\nand is\n{now:#}", version.display());
    }
}

/// Whether everything that was said is still said. A later version may say more.
fn holds(now: &Value, then: &Value) -> bool {
    match (now, then) {
        (Value::Object(now), Value::Object(then)) => {
            then.iter().all(|(key, then)| now.get(key).is_some_and(|now| holds(now, then)))
        }
        (Value::Array(now), Value::Array(then)) => {
            now.len() == then.len() && now.iter().zip(then).all(|(now, then)| holds(now, then))
        }
        _ => now == then,
    }
}

const CONFIG: &str = "\
source = \"ja\"
targets = [\"en\", \"de\"]
documents = [\"articles/*.md\", \"articles/*.txt\", { path = \"ui/*.ftl\", kind = \"fluent\" }]
glossary = [\"glossary.csv\"]
";

const GLOSSARY: &str = "\
concept,locale,term,status,dnt
dose,ja,用量,preferred,
dose,en,dose,preferred,
dose,en,dosage,forbidden,
yakugo,ja,Yakugo,preferred,yes
";

const GUIDE: &str = "\
---
title: 薬の飲み方
---

# 服用のしかた

この薬は1回10 mgを、1日2回飲みます。
食後に飲んでください。

<!-- yakugo:id missed-dose -->
飲み忘れたときは、気づいたときに1回分を飲みます。次の服用が近いときは飲みません。

## 保管

- 直射日光の当たらない場所に置きます。
- *子どもの手が届かない*場所に置きます。

| 剤形 | 保管温度 |
|---|---|
| 錠剤 | 1〜30℃ |
| シロップ | 2〜8℃ |

残った薬は、薬局に返してください。

くわしくは[相談窓口](https://example.org)へ。

```shell
yakugo sync
```

Yakugo
";

const LEAFLET: &str = "\
薬をもらったら

1. はじめに
薬の名前と用量を確かめてください。
- 名前: 袋に書いてあります。
- 用量: 説明書に書いてあります。

2. よくある質問
Q1. 車を運転してもよいですか。
A. 眠くなることがあるので、運転しないでください。
";

const APP: &str = "\
# ボタン
save = 保存する
    .title = 変更を保存します
doses = { $count ->
   *[other] { $count }回分
}
-brand = 訳語
about = { -brand }について
";

/// The articles in two languages: a piece of the source, and its translations.
const TRANSLATIONS: &[(&str, &str, &str)] = &[
    ("薬の飲み方", "How to take the medicine", "Einnahme des Arzneimittels"),
    ("服用のしかた", "Taking it", "Einnahme"),
    (
        "この薬は1回10 mg",
        "Take 10 mg twice a day. Take it after meals.",
        "Nehmen Sie zweimal täglich 10 mg ein, nach dem Essen.",
    ),
    (
        "飲み忘れたときは",
        "If you forget a dose, take it when you notice. Do not if the next dose is near.",
        "Holen Sie eine vergessene Dosis nach, außer wenn die nächste bald fällig ist.",
    ),
    ("保管", "Storage", "Aufbewahrung"),
    ("直射日光", "Keep it out of direct sunlight.", "Vor Sonnenlicht schützen."),
    ("子どもの手", "Keep it *out of the reach of children*.", "*Für Kinder unzugänglich* aufbewahren."),
    ("剤形", "Form", "Form"),
    ("保管温度", "Storage temperature", "Lagertemperatur"),
    ("錠剤", "Tablet", "Tablette"),
    ("1〜30℃", "1–30 °C", "1–30 °C"),
    ("シロップ", "Syrup", "Sirup"),
    ("2〜8℃", "2–8 °C", "2–8 °C"),
    ("残った薬は", "Return what is left to the pharmacy.", "Bringen Sie Reste in die Apotheke."),
    ("くわしくは", "For details ask the [help desk](https://example.org).", ""),
    ("Yakugo", "Yakugo", "Yakugo"),
    ("薬をもらったら", "When you get a medicine", "Wenn Sie ein Arzneimittel bekommen"),
    ("はじめに", "First", "Zuerst"),
    ("薬の名前と用量", "Check its name and dose.", "Prüfen Sie Namen und Dosis."),
    ("名前: 袋", "Name: it is on the bag.", "Name: steht auf der Tüte."),
    ("用量: 説明書", "Dose: it is in the leaflet.", ""),
    ("よくある質問", "Questions", "Fragen"),
    ("車を運転", "May I drive?", "Darf ich Auto fahren?"),
    ("眠くなる", "No, it may make you drowsy.", "Nein, es kann müde machen."),
];

/// Half a year of a project: every state that a unit can have, and every file that yakugo writes.
fn made() -> Folder {
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        ("glossary.csv", GLOSSARY),
        ("articles/guide.md", GUIDE),
        ("articles/leaflet.txt", LEAFLET),
        ("ui/app.ftl", APP),
    ]);
    let sync = |day: &str| assert_ne!(folder.on(day).run("sync").code, 2);
    sync("2026-01-10");
    for (piece, en, de) in TRANSLATIONS {
        for (locale, text) in [("en", en), ("de", de)] {
            type_in(&folder, locale, piece, text);
        }
    }
    folder.edit("locales/en/app.ftl", "# save =", "save = Save\n    .title = Saves your changes");
    folder.edit("locales/en/app.ftl", "# about =", "# about = About { -brand }");
    folder.edit("locales/en/app.ftl", "# -brand =", "# -brand = Yakugo");
    sync("2026-01-20");
    for piece in ["残った薬は", "直射日光", "この薬は1回10", "服用のしかた"] {
        folder.on("2026-01-25").run(&format!("accept --reviewed {piece} --locale en")).exits(0);
    }

    // A dose and words change, a paragraph is taken out, one is cut in two, a row is new.
    let guide = "articles/guide.md";
    folder.edit(guide, "1回10 mg", "1回5 mg");
    folder.edit(guide, "直射日光の当たらない場所", "日の当たらない涼しい場所");
    folder.edit(guide, "残った薬は、薬局に返してください。\n\n", "");
    folder.edit(guide, "飲みます。次の服用", "飲みます。\n\n次の服用");
    folder.edit(guide, "| シロップ |", "| 坐薬 | 15℃以下 |\n| シロップ |");
    folder.edit("ui/app.ftl", "保存する", "保存して閉じる");
    sync("2026-02-03");

    // One answer, one text changed under its note, one translation that stands as it is.
    folder.edit("locales/de/guide.ftl", "zweimal täglich 10 mg", "zweimal täglich 5 mg");
    folder.edit("locales/en/guide.ftl", "Take 10 mg", "Take 5 mg");
    let en = folder.read("locales/en/guide.ftl");
    let (before, after) = en.split_once("# yakugo: stale (meaning").unwrap();
    let notes = after.find("\np-").unwrap();
    folder.write("locales/en/guide.ftl", format!("{before}{}", after.get(notes + 1..).unwrap()));
    folder.on("2026-02-09").run("accept 日の当たらない --locale en --reason equivalent").exits(0);
    sync("2026-02-10");

    // A ledger is lost; one of its translations is taken over.
    folder.remove("locales/de/leaflet.ledger.tsv");
    sync("2026-03-01");
    folder.on("2026-03-02").run("adopt 車を運転 --locale de").exits(0);
    sync("2026-03-02");
    folder
}

/// Types a translation into its place.
fn type_in(folder: &Folder, locale: &str, piece: &str, text: &str) {
    let name = if folder.read("articles/guide.md").contains(piece) { "guide" } else { "leaflet" };
    let path = format!("locales/{locale}/{name}.ftl");
    let file = folder.read(&path);
    let stub = file.split("\n\n").find(|stub| stub.lines().nth(1).is_some_and(|line| line.contains(piece)));
    let stub = stub.unwrap_or_else(|| panic!("no place for {piece} in {path}"));
    folder.edit(&path, stub, format!("{} {text}", stub.trim_end()).trim_end());
}

#[test]
#[ignore = "writes the golden project of this version"]
fn make() {
    let folder = made();
    let status = folder.run("status --format json").exits(0).out;
    let version =
        golden().join(concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR")));
    let _ = fs::remove_dir_all(&version);
    for (name, bytes) in folder.files() {
        let path = version.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes.0).unwrap();
    }
    fs::write(version.join(STATUS), status).unwrap();
}
