//! The translated article: which text stands for every state.

use snapbox::{assert_data_eq, str};

use crate::folder::{ARTICLE, CONFIG, EN, Folder};

#[test]
fn every_state_shows_what_is_safe_to_read() {
    let article = "# 題\n\n<!-- yakugo:id missing -->\n未訳です。\n\n<!-- yakugo:id meaning -->\n量は10 mgです。\n\n\
                   <!-- yakugo:id wording -->\n細胞を培養する。\n\n<!-- yakugo:id punctuation -->\n液です。\n\n\
                   <!-- yakugo:id fresh -->\n新しいです。\n\n`code` は *そのまま*。\n";
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, article)]);
    folder.run("sync").exits(0);
    for id in ["meaning", "wording", "punctuation", "fresh"] {
        folder.edit(EN, &format!("# {id} ="), &format!("# {id} = The {id} one."));
    }
    folder.run("sync").exits(0);
    folder.edit(ARTICLE, "10 mg", "100 mg");
    folder.edit(ARTICLE, "培養する", "増やす");
    folder.edit(ARTICLE, "液です。", "液です！");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "3 missing, 3 stale, 1 fresh");
    let render = |folder: &Folder| folder.run("render --locale en --out out");
    render(&folder).exits(0).says("4 texts in the source language");
    assert_data_eq!(
        folder.read("out/dose.md"),
        str![[r#"
> Parts of this page may be out of date: the original has changed since they were translated.

# 題

<!-- yakugo:id missing -->
未訳です。

<!-- yakugo:id meaning -->
⚠ 量は100 mgです。

<!-- yakugo:id wording -->
The wording one.

<!-- yakugo:id punctuation -->
The punctuation one.

<!-- yakugo:id fresh -->
The fresh one.

`code` は *そのまま*。

"#]]
    );
    // It depends on the files alone, not on whether somebody synced.
    let page = folder.read("out/dose.md");
    folder.edit(EN, "fresh = The fresh one.", "");
    render(&folder).exits(0);
    assert_eq!(folder.read("out/dose.md"), page.replace("The fresh one.", "新しいです。"));
    // Without a ledger nothing is known to be right.
    folder.remove("locales/en/dose.ledger.tsv");
    render(&folder).exits(0);
    assert!(!folder.read("out/dose.md").contains("The "), "{}", folder.read("out/dose.md"));
}

#[test]
fn pages_keep_names_and_sub_folders() {
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        ("articles/a.md", "甲です。\n"),
        ("articles/deep/er/b.md", "乙です。\r\n\r\n丙です。"),
    ]);
    folder.run("sync").exits(0);
    folder.run("render --locale en --out out/en").exits(0).says("out/en/deep/er/b.md");
    assert_eq!(folder.read("out/en/a.md"), "甲です。\n");
    assert_eq!(folder.read("out/en/deep/er/b.md"), "乙です。\r\n\r\n丙です。");
    folder.run("render --locale fr --out out").exits(2).says("it has en");
}

#[test]
fn sync_writes_the_pages_that_the_configuration_wants() {
    let config = format!(
        "{CONFIG}\n[render]\npath = \"out/{{locale}}/{{document}}.{{extension}}\"\nmarker = \"[old] \"\n"
    );
    let folder = Folder::stale();
    folder.write("yakugo.toml", config);
    folder.run("sync").exits(0).says("Rendered: out/en");
    assert!(folder.read("out/en/dose.md").contains("\n[old] 濃度は100 ng/mLです。\n"));
    assert!(folder.read("out/en/dose.md").contains("\nIt is not approved in Japan.\n"));
    folder.is_settled();
}

#[test]
fn a_translation_cannot_break_the_article() {
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        (
            ARTICLE,
            "<!-- yakugo:id a -->\n甲です。\n\n- <!-- yakugo:id b -->乙です。\n\n| 丙 |\n|---|\n| 丁 |\n",
        ),
    ]);
    folder.run("sync").exits(0);
    for typed in
        ["# not a heading", "- no item", "1. no list", "> no quote", "a | b", "--> <b> &amp;", "```", "===="]
    {
        let folder = folder.copy();
        let text = folder.read(EN);
        let filled: Vec<String> = text
            .lines()
            .map(|line| {
                if line.starts_with("# ") && line.ends_with(" =") {
                    format!("{line} {typed}")
                } else {
                    line.to_owned()
                }
            })
            .collect();
        folder.write(EN, filled.join("\n") + "\n");
        folder.run("sync");
        assert!(
            folder.states("en").ends_with("4 fresh") || folder.states("en").ends_with("3 fresh"),
            "{typed}"
        );
        folder.run("render --locale en --out articles-en").exits(0);
        let page = folder.read("articles-en/dose.md");
        let count = |path: &str| folder.run_args(&["extract", path]).exits(0).out.lines().count();
        assert_eq!(count("articles-en/dose.md"), count(ARTICLE), "{typed}:\n{page}");
    }
}

#[test]
fn a_page_does_not_lead_out_of_the_project() {
    let folder = Folder::doses();
    folder.write("yakugo.toml", format!("{CONFIG}\n[render]\npath = \"../{{locale}}/{{document}}.md\"\n"));
    folder.run("sync").exits(2).says("leads out of the project");
}

#[test]
fn a_page_never_replaces_an_article_or_a_file_of_the_project() {
    let folder = Folder::translated();
    let before = folder.files();
    folder.run("render --locale en --out articles").exits(2).says("choose another folder");
    assert_eq!(folder.files(), before);
}

#[test]
fn pages_are_not_read_as_articles() {
    let config = "source = \"ja\"\ntargets = [\"en\"]\ndocuments = [\"**/*.md\"]\n\
                  [render]\npath = \"pages/{locale}/{document}.{extension}\"\n";
    let folder = Folder::new(&[("yakugo.toml", config), ("guide.md", "1回10 mgを飲みます。\n")]);
    folder.run("sync").exits(0);
    assert!(folder.has("pages/en/guide.md"));
    folder.run("sync").exits(0).says("Nothing to write");
    assert!(!folder.has("locales/en/pages/en/guide.ftl"));
}

#[test]
fn what_a_renamed_article_leaves_behind_is_named() {
    let folder = Folder::translated();
    folder.write("yakugo.toml", format!("{CONFIG}\n[render]\npath = \"pages/{{locale}}/{{document}}.md\"\n"));
    folder.run("sync").exits(0);
    let article = folder.read(ARTICLE);
    folder.remove(ARTICLE);
    folder.write("articles/leaflet.md", article);
    folder.run("sync").exits(0).says("pages/en/dose.md:1:1");
    assert_eq!(folder.finding("orphaned")["path"], "pages/en/dose.md");
    folder.remove("pages/en/dose.md");
    folder.run("sync").exits(0);
    assert_eq!(folder.findings("orphaned").len(), 0);
    assert!(folder.states("en").ends_with("fresh"), "{}", folder.states("en"));
}

#[test]
fn a_refused_translation_is_named_in_the_file_where_it_is_mended() {
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, "# 題\n")]);
    folder.run("sync").exits(0);
    let text = folder.read(EN).replace(" =\n", " = Title\n# - and a list\n");
    folder.write(EN, text);
    folder.run("sync").exits(0);
    let finding = folder.finding("unrenderable");
    assert_eq!((finding["path"].as_str(), finding["locale"].as_str()), (Some(EN), Some("en")));
    assert_eq!(finding["source"]["path"], ARTICLE);
}
