//! What other programs read: every field that was promised, and no other.

use serde_json::{Value, json};
use snapbox::{assert_data_eq, str};

use crate::folder::{ARTICLE, CONFIG, EN, Folder};

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn extract_gives_an_object_a_segment() {
    let article = "# 題\n\n<!-- i18n:comment 読点に注意 -->\n一文目です。二文目です。\n\n## 節\n\n- 項目\n";
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, article)]);
    let objects = |folder: &Folder| -> Vec<Value> {
        let out = folder.run("extract articles/dose.md --format jsonl").exits(0).out;
        out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let before = objects(&folder);
    assert!(before.iter().all(|object| object["id"].is_null()), "no id before the first sync");
    assert_eq!(
        before[1],
        json!({
            "id": null,
            "kind": "paragraph",
            "level": null,
            "path": ["題"],
            "line": 4,
            "end_line": 4,
            "span": [45, 81],
            "text": "一文目です。二文目です。",
            "sentences": ["一文目です。", "二文目です。"],
            "notes": ["読点に注意"],
        })
    );
    assert_eq!(
        (&before[0]["level"], &before[0]["kind"], &before[2]["level"]),
        (&json!(1), &json!("heading"), &json!(2))
    );
    assert_eq!(before[3]["path"], json!(["題", "節"]));
    for object in &before {
        let [start, end] = [0, 1].map(|at| usize::try_from(object["span"][at].as_u64().unwrap()).unwrap());
        assert_eq!(article.get(start..end), object["text"].as_str());
    }
    folder.run("sync").exits(0);
    let ids: Vec<String> =
        objects(&folder).iter().map(|object| object["id"].as_str().unwrap().to_owned()).collect();
    assert!(ids.iter().all(|id| folder.read(EN).contains(&format!("# {id} ="))));
    // Outside of any project there are segments all the same.
    let outside = Folder::new(&[("a.md", "細胞です。\n")]);
    let object: Value =
        serde_json::from_str(&outside.run("extract a.md --format jsonl").exits(0).out).unwrap();
    assert_eq!((&object["id"], &object["text"]), (&Value::Null, &json!("細胞です。")));
}

#[test]
fn status_counts_units_by_locale_and_document() {
    let folder = Folder::stale();
    let status = folder.json("status --format json");
    assert_eq!(
        status,
        json!({
            "version": 1,
            "locales": { "en": {
                "units": 2, "missing": 0, "unrecorded": 0, "stale": 1, "fresh": 1, "draft": 0, "reviewed": 0,
                "coverage": 0.5, "characters_left": 15,
            } },
            "documents": [{ "name": "dose", "path": "articles/dose.md", "locales": { "en": {
                "units": 2, "missing": 0, "unrecorded": 0, "stale": 1, "fresh": 1, "draft": 0, "reviewed": 0,
                "coverage": 0.5, "characters_left": 15,
            } } }],
        })
    );
    folder.run("status --locale xx").exits(2);
    assert_data_eq!(
        folder.run("status --todo").exits(0).out,
        str![[r#"
locales/en/dose.ftl:4: stale (meaning): dose 濃度は100 ng/mLです。

"#]]
    );
}

#[test]
fn check_gives_findings_with_places() {
    let folder = Folder::stale();
    let report = folder.json("check --format json");
    assert_eq!(keys(&report), ["findings", "summary", "version"]);
    assert_eq!(
        (&report["version"], &report["summary"]),
        (&json!(1), &json!({ "errors": 1, "warnings": 0, "notes": 0 }))
    );
    let mut finding = report["findings"][0].clone();
    let fingerprint = finding["fingerprint"].take();
    let message = finding["message"].take();
    assert!(message.as_str().unwrap().contains("10 ng/mL → 100 ng/mL"));
    assert_eq!(
        finding,
        json!({
            "rule": "stale", "severity": "error", "locale": "en", "document": "dose", "id": "dose",
            "path": EN, "line": 4, "column": 1, "end_line": 7, "end_column": 38, "message": null,
            "source": { "path": ARTICLE, "line": 2 }, "fixes": [], "fingerprint": null,
        })
    );
    // The same finding has the same fingerprint wherever the lines go.
    folder.write(EN, folder.read(EN).replacen("### ", "### more\n### ", 1));
    folder.write(ARTICLE, format!("\n\n{}", folder.read(ARTICLE)));
    let moved = folder.finding("stale");
    assert_eq!((&moved["fingerprint"], &moved["line"]), (&fingerprint, &json!(5)));
}

#[test]
fn columns_count_characters() {
    let folder = Folder::doses();
    folder.edit(EN, "# dose =", "dose = 濃度は😀です{");
    let finding = folder.finding("syntax");
    assert_eq!(
        (&finding["line"], &finding["column"], &finding["end_column"]),
        (&json!(6), &json!(14), &json!(15))
    );
}

#[test]
fn exit_codes_follow_the_bar() {
    let folder = Folder::doses();
    folder.run("check").exits(0);
    folder.run("check --fail-on warning").exits(0);
    folder.run("check --fail-on note").exits(1);
    let stale = Folder::stale();
    stale.run("check").exits(1);
    stale.write("yakugo.toml", format!("{CONFIG}\n[rules]\nstale = \"off\"\n"));
    stale.run("check --fail-on note").exits(0).says("Nothing to report.");
    stale.run("check --format yaml").exits(2);
}

#[test]
fn diff_gives_an_object_a_stale_unit() {
    let article = "# 手順\n\n<!-- yakugo:id cool -->\n細胞を冷やす。10分待つ。\n\n<!-- yakugo:id law -->\n国内では承認されていません。この製品は研究に使うものです。\n\n# 注意\n\n終わりです。\n";
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, article)]);
    folder.run("sync").exits(0);
    folder.edit(EN, "# cool =", "# cool = Cool the cells. Wait for 10 min.");
    folder.edit(EN, "# law =", "# law = It is not approved in Japan. It is for research.");
    folder.run("sync").exits(0);
    let cool = "<!-- yakugo:id cool -->\n細胞を冷やす。10分待つ。\n\n";
    folder.edit(ARTICLE, cool, "");
    folder.edit(ARTICLE, "# 注意\n\n", &format!("# 注意\n\n{}", cool.replace("10分", "20分")));
    folder.edit(ARTICLE, "国内では承認", "日本では承認");
    let expected = json!({
        "locale": "en", "document": "dose", "id": "cool", "headings": ["注意"],
        "change": "meaning", "detail": "10 minute → 20 minute", "moved": true,
        "old": "細胞を冷やす。10分待つ。", "between": null, "new": "細胞を冷やす。20分待つ。",
        "ops": [
            { "op": "equal", "text": "細胞を冷やす。" }, { "op": "delete", "text": "10" },
            { "op": "insert", "text": "20" }, { "op": "equal", "text": "分待つ。" },
        ],
        "sentences": [{ "old": "10分待つ。", "new": "20分待つ。" }],
        "translation": "Cool the cells. Wait for 10 min.", "proposal": null,
        "since": "2026-11-01", "path": EN, "line": null,
    });
    let check = |folder: &Folder| {
        let diff = folder.json("diff --format json");
        assert_eq!(keys(&diff), ["changes", "version"]);
        let changes = diff["changes"].as_array().unwrap();
        let of = |id: &str| changes.iter().find(|change| change["id"] == id).unwrap();
        let mut cool = of("cool").clone();
        cool["line"].take();
        assert_eq!(cool, expected);
        assert_eq!((&of("law")["change"], &of("law")["moved"]), (&json!("wording"), &json!(false)));
    };
    // The same before and after `sync` wrote the new order.
    check(&folder);
    folder.run("sync").exits(0);
    check(&folder);
    folder.on("2026-11-05").run("sync").exits(0);
    check(&folder);
    // For people only the sentence that changed.
    folder
        .run("diff cool")
        .exits(0)
        .says("(meaning: 10 minute → 20 minute, moved)")
        .says("source: … [-10-]{+20+}分待つ。\n");
    // A lost text has no sentences to compare.
    folder.remove("locales/ja/dose.past.tsv");
    let lost = folder.json("diff cool --format json");
    let lost = &lost["changes"][0];
    assert_eq!(
        (&lost["old"], &lost["sentences"], &lost["moved"]),
        (&Value::Null, &Value::Null, &json!(false))
    );
}
