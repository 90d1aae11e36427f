//! Families of split and merged texts, and verdicts on edits: they go where their texts go.

use crate::families::{merged, split};
use crate::folder::{ARTICLE, CONFIG, Folder};
use crate::renamed::{MIXING, OTHER, article, id, named, rename};
use crate::verdicts::reworded;

const LEAFLET: &str = "articles/leaflet.md";

/// An edit that was judged to change nothing for translations.
fn judged() -> Folder {
    let folder = reworded();
    folder.run("accept --source-change law").exits(0);
    folder
}

#[test]
fn a_renamed_article_takes_them_along() {
    for (folder, en) in
        [(split().0, "2 stale, 2 fresh"), (merged().0, "1 stale, 1 fresh"), (judged(), "2 fresh, 1 reviewed")]
    {
        assert_eq!(folder.states("en"), en);
        let expected = named(&folder, "dose.", "leaflet.");
        rename(&folder, ARTICLE, LEAFLET);
        assert_eq!(folder.states("en"), en, "before `sync`");
        folder.run("sync").exits(0);
        assert_eq!(named(&folder, "dose.", "leaflet."), expected, "nothing but the names changed");
        assert_eq!(folder.states("en"), en);
        folder.is_settled();
    }
}

#[test]
fn a_text_split_while_its_article_is_renamed_is_a_family() {
    let folder = split().0;
    // As it was before: one text, fresh in both locales.
    folder.edit(ARTICLE, "照合します。\n\n番号は", "照合します。番号は");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "3 fresh");
    folder.edit(ARTICLE, "照合します。番号は", "照合します。\n\n番号は");
    rename(&folder, ARTICLE, LEAFLET);
    folder.run("sync").exits(0);
    let [first, second] = ["使用期限は台帳に書き、二人で照合します。", "番号は容器にも貼ります。"]
        .map(|text| id(&folder, "leaflet", text));
    assert_eq!(
        (folder.states("en"), folder.states("de")),
        ("2 stale, 2 fresh".into(), "2 stale, 2 fresh".into())
    );
    assert_eq!([folder.state(&first), folder.state(&second)], ["stale (split)"; 2]);
    let file = folder.read("locales/en/leaflet.ftl");
    assert!(file.contains(&format!("# yakugo: move to {second}: 番号は容器にも貼ります。\n")), "{file}");
    folder.is_settled();
    // It is settled under the new name as it would have been under the old one.
    let types = |text: &str| format!("printf '%s\\n' '{text}' >> \"$1\"\n");
    folder.review(&format!("--locale en {first}"), &["e"], &types("Record the date in pairs.")).exits(0);
    folder.review(&format!("--locale en {second}"), &["e"], &types("Label the container too.")).exits(0);
    assert_eq!((folder.states("en"), folder.states("de")), ("4 fresh".into(), "2 stale, 2 fresh".into()));
    folder.is_settled();
}

#[test]
fn a_verdict_is_for_its_edit_under_the_new_name_too() {
    let folder = judged();
    rename(&folder, ARTICLE, LEAFLET);
    folder.edit(LEAFLET, "日本国内では承認", "日本の国内では承認");
    folder.run("sync").exits(0);
    assert_eq!(
        (folder.states("en"), folder.states("de")),
        ("1 stale, 1 fresh".into(), "1 stale, 1 fresh".into())
    );
    folder.edit(LEAFLET, "日本の国内では承認", "日本国内では承認");
    folder.run("sync").exits(0);
    assert_eq!((folder.states("en"), folder.states("de")), ("2 fresh, 1 reviewed".into(), "2 fresh".into()));
    folder.is_settled();
    // And an edit is judged while its article has no new files yet.
    let renamed = reworded();
    rename(&renamed, ARTICLE, LEAFLET);
    renamed.run("accept --source-change law").exits(0).says("fresh in en, de");
    assert_eq!(
        (renamed.states("en"), renamed.states("de")),
        ("2 fresh, 1 reviewed".into(), "2 fresh".into())
    );
    renamed.is_settled();
}

#[test]
fn a_judged_text_that_goes_to_another_article_takes_its_verdict_along() {
    let folder = judged();
    folder.write("articles/other.md", article(&[OTHER]));
    folder.run("sync").exits(0);
    assert_eq!(folder.states("de"), "1 missing, 2 fresh");
    let law = "<!-- yakugo:id law -->\n日本国内では承認されていません。\n";
    folder.edit(ARTICLE, law, "");
    folder.write("articles/other.md", format!("{}\n{law}", article(&[OTHER])));
    folder.run("sync").exits(0);
    assert_eq!(
        (folder.states("en"), folder.states("de")),
        ("1 missing, 2 fresh, 1 reviewed".into(), "1 missing, 2 fresh".into())
    );
    assert!(folder.read("locales/ja/other.past.tsv").contains("same as"), "{:?}", folder.files());
    folder.is_settled();
}

#[test]
fn an_answer_that_moves_counts_where_only_headings_were_renumbered_and_judged() {
    // That a heading has another number is no change of meaning, so no note stands at it, and none was lost.
    let headings = ["## 4. 準備", "## 5. 手順"];
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        ("articles/a.md", &article(&[headings[0], headings[1], MIXING])),
        ("articles/b.md", &article(&[OTHER])),
    ]);
    folder.run("sync").exits(0);
    let ids = ["4. 準備", "5. 手順", MIXING].map(|text| id(&folder, "a", text));
    for (id, text) in ids.iter().zip(["4. Preparation", "5. Procedure", "Divide it and record it."]) {
        folder.edit("locales/en/a.ftl", &format!("# {id} ="), &format!("{id} = {text}"));
    }
    let reworded = MIXING.replace("記録します", "書き留めます");
    folder.write("articles/a.md", article(&["## 5. 準備", "## 6. 手順", &reworded]));
    folder.run("sync").exits(0);
    folder.run_args(&["accept", "--source-change", &ids[0], &ids[1]]).exits(0);
    assert_eq!(folder.states("en"), "1 missing, 1 stale, 2 fresh");
    // The translator answers, and the author moves the text to another article.
    folder.delete_lines("locales/en/a.ftl", "# yakugo:");
    folder.edit("locales/en/a.ftl", "record it.", "write it down.");
    folder.write("articles/a.md", article(&["## 5. 準備", "## 6. 手順"]));
    folder.write("articles/b.md", article(&[OTHER, &reworded]));
    folder.run("sync").exits(0);
    assert_eq!(id(&folder, "b", &reworded), ids[2]);
    assert_eq!(folder.states("en"), "1 missing, 3 fresh");
    folder.is_settled();
}
