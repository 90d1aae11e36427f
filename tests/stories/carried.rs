//! An article that changes: what keeps its id, and how its translation stands.

use std::collections::BTreeMap;

use crate::folder::{ARTICLE, CONFIG, EN, Folder, PAST, SOURCE};

const BEFORE: &str = "\
# 準備

培養上清は遠心分離のあとで小分けにして、担当医に報告します。

はい

# 保存

凍結した検体は光を避けて保管し、解凍したものは再び凍結しません。

はい

使用期限は台帳に書き、二人で照合します。番号は容器にも貼ります。
";

/// Text → id, of every message of the generated source.
fn ids(folder: &Folder) -> BTreeMap<String, Vec<String>> {
    let mut ids: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, text) in folder.read(SOURCE).lines().filter_map(|line| line.split_once(" = ")) {
        ids.entry(text.to_owned()).or_default().push(id.to_owned());
    }
    ids
}

fn id(folder: &Folder, text: &str) -> String {
    match ids(folder).get(text).map(Vec::as_slice) {
        Some([id]) => id.clone(),
        other => panic!("{text}: {other:?}\n{}", folder.read(SOURCE)),
    }
}

/// The article, with every unit translated.
fn translated() -> Folder {
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, BEFORE)]);
    folder.run("sync").exits(0);
    let typed: String = folder
        .read(EN)
        .lines()
        .map(|line| match line.strip_prefix("# ").and_then(|line| line.strip_suffix(" =")) {
            Some(id) => format!("{id} = Translation of {id}.\n"),
            None => format!("{line}\n"),
        })
        .collect();
    folder.write(EN, typed);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "7 fresh");
    folder
}

#[test]
fn an_edited_paragraph_keeps_its_id_and_becomes_stale() {
    let folder = translated();
    let before = id(&folder, "凍結した検体は光を避けて保管し、解凍したものは再び凍結しません。");
    folder.edit(ARTICLE, "光を避けて保管し", "暗い場所で保管し");
    folder.run("sync").exits(0);
    assert_eq!(id(&folder, "凍結した検体は暗い場所で保管し、解凍したものは再び凍結しません。"), before);
    assert_eq!(folder.state(&before), "stale (wording)");
    assert_eq!(folder.states("en"), "1 stale, 6 fresh");
    // A lost "not" is graver than a word.
    folder.edit(ARTICLE, "凍結しません", "凍結します");
    folder.run("sync").exits(0);
    assert_eq!(folder.state(&before), "stale (meaning)");
    folder.is_settled();
}

#[test]
fn a_moved_paragraph_keeps_its_id_and_stays_fresh() {
    let folder = translated();
    let text = "培養上清は遠心分離のあとで小分けにして、担当医に報告します。";
    let before = ids(&folder);
    folder.edit(ARTICLE, &format!("{text}\n\n"), "");
    folder.edit(ARTICLE, "番号は容器にも貼ります。\n", &format!("番号は容器にも貼ります。\n\n{text}\n"));
    folder.run("sync").exits(0);
    assert_eq!(ids(&folder), before);
    assert_eq!(folder.states("en"), "7 fresh");
    folder.is_settled();
    // Edited on a later day, it is named as one that stands elsewhere since it was translated; another is not.
    folder.edit(ARTICLE, "担当医に報告", "主治医に報告");
    folder.edit(ARTICLE, "光を避けて", "暗い場所で");
    folder.on("2026-11-09").run("sync").exits(0);
    let diff = folder.json("diff --format json");
    let moved = |id: &str| {
        diff["changes"].as_array().unwrap().iter().find(|change| change["id"] == id).unwrap()["moved"].clone()
    };
    let stayed = id(&folder, "凍結した検体は暗い場所で保管し、解凍したものは再び凍結しません。");
    assert_eq!((moved(&before[text][0]), moved(&stayed)), (true.into(), false.into()));
}

#[test]
fn equal_texts_keep_their_ids_by_heading() {
    let folder = translated();
    let before = ids(&folder)["はい"].clone();
    let (first, second) = BEFORE.split_once("# 保存").unwrap();
    folder.write(ARTICLE, format!("# 保存{second}\n{first}"));
    folder.run("sync").exits(0);
    let after = ids(&folder)["はい"].clone();
    assert_eq!(after.iter().rev().collect::<Vec<_>>(), before.iter().collect::<Vec<_>>());
    assert_eq!(folder.states("en"), "7 fresh");
    // One of them goes: the other keeps its own.
    folder.write(ARTICLE, folder.read(ARTICLE).replacen("はい\n\n", "", 1));
    folder.run("sync").exits(0);
    assert_eq!(id(&folder, "はい"), before[0]);
}

#[test]
fn a_new_text_in_the_place_of_another_gets_an_id_of_its_own() {
    let folder = translated();
    let gone = id(&folder, "培養上清は遠心分離のあとで小分けにして、担当医に報告します。");
    folder.edit(
        ARTICLE,
        "培養上清は遠心分離のあとで小分けにして、担当医に報告します。",
        "問い合わせは平日の午前に受け付けています。",
    );
    folder.run("sync").exits(0);
    assert_ne!(id(&folder, "問い合わせは平日の午前に受け付けています。"), gone);
    assert_eq!(folder.states("en"), "1 missing, 6 fresh");
    folder.is_settled();
}

#[test]
fn a_split_paragraph_keeps_its_id_in_one_part_and_the_past_knows_both() {
    let folder = translated();
    let before = id(&folder, "使用期限は台帳に書き、二人で照合します。番号は容器にも貼ります。");
    folder.edit(ARTICLE, "照合します。番号は", "照合します。\n\n番号は");
    folder.run("sync").exits(0);
    let first = id(&folder, "使用期限は台帳に書き、二人で照合します。");
    let second = id(&folder, "番号は容器にも貼ります。");
    assert_eq!(first, before);
    assert_eq!(
        (folder.state(&first), folder.state(&second)),
        ("stale (split)".into(), "stale (split)".into())
    );
    let mut both = [first, second];
    both.sort();
    assert!(folder.read(PAST).contains(&format!("\t{}", both.join(" "))), "{}", folder.read(PAST));
    // Merged again, the id and its translation are what they were.
    folder.edit(ARTICLE, "照合します。\n\n番号は", "照合します。番号は");
    folder.run("sync").exits(0);
    assert_eq!(id(&folder, "使用期限は台帳に書き、二人で照合します。番号は容器にも貼ります。"), before);
    assert_eq!(folder.states("en"), "7 fresh");
    folder.is_settled();
}
