//! The first two minutes.

use snapbox::{assert_data_eq, str};

use crate::folder::Folder;

#[test]
fn one_article_becomes_a_project_and_comes_back_translated() {
    let folder = Folder::new(&[(
        "guide.md",
        "# 幹細胞の手引き\n\n濃度は10 ng/mLです。\n\n国内では承認されていません。\n\n以上です。\n",
    )]);
    folder.run("sync").exits(2).says("yakugo init");
    folder.run("init --yes").exits(0).says("Next: `yakugo sync`");
    assert_data_eq!(
        folder.read("yakugo.toml"),
        str![[r#"
# What yakugo translates. Every key is explained in the README.
source = "ja"
targets = ["en"]
documents = ["*.md"]
# glossary = ["glossary/*.csv"]

[render]
# `yakugo sync` writes the translated documents here.
path = "rendered/{locale}/{document}.{extension}"

"#]]
    );
    folder.run("sync").exits(0).says("type the 4 missing translations into locales/en/guide.ftl");
    // Three messages are translated by hand.
    let mut words =
        ["A guide to stem cells", "The concentration is 10 ng/mL.", "It is not approved in Japan."].iter();
    let filled: Vec<String> = folder
        .read("locales/en/guide.ftl")
        .lines()
        .map(|line| match line.strip_suffix(" =").and_then(|_| words.next()) {
            Some(words) => format!("{line} {words}"),
            None => line.to_owned(),
        })
        .collect();
    folder.write("locales/en/guide.ftl", filled.join("\n"));
    folder.run("sync").exits(0).says("75 %  3/4").says("1 missing");
    assert_eq!(folder.states("en"), "1 missing, 3 fresh");
    let page = "# A guide to stem cells\n\nThe concentration is 10 ng/mL.\n\nIt is not approved in Japan.\n\n以上です。\n";
    assert_eq!(folder.read("rendered/en/guide.md"), page);
    folder.run("render --locale en --out mine").exits(0);
    assert_eq!(folder.read("mine/guide.md"), page);
    folder.is_settled();
}

#[test]
fn everything_can_be_said_on_the_command_line() {
    let folder = Folder::new(&[("articles/a.md", "細胞です。\n"), ("articles/b.txt", "液です。\n")]);
    folder.run("init --source ja --targets en,de --documents articles/*").exits(0);
    folder.run("sync").exits(0);
    for path in ["locales/en/a.ftl", "locales/de/b.ftl", "rendered/de/a.md", "rendered/en/b.txt"] {
        assert!(folder.has(path), "{path}");
    }
    folder.is_settled();
    folder.run("init --yes").exits(2).says("there is a yakugo.toml already");
    // Documents may be given several times.
    let folder = Folder::new(&[("x/a.md", "細胞です。\n"), ("y/b.md", "液です。\n")]);
    folder.run("init --source ja --targets en --documents x/*.md --documents y/*.md").exits(0);
    folder.run("sync").exits(0);
    assert!(folder.has("locales/en/a.ftl") && folder.has("locales/en/b.ftl"));
}

#[test]
fn what_cannot_be_is_refused_and_nothing_written() {
    let folder = Folder::new(&[("a.md", "細胞です。\n")]);
    for (words, says) in [
        ("init", "there is no terminal"),
        ("init --source japanese! --targets en", "is no locale"),
        ("init --source ja --targets en,en", "stands twice"),
        ("init --source ja --targets ja", "stands twice"),
        ("init --source ja --targets en --documents ../*.md", "leads out of the project"),
    ] {
        folder.run(words).exits(2).says(says);
        assert!(!folder.has("yakugo.toml"), "{words}");
    }
    Folder::new(&[]).run("init --yes").exits(2).says("no document was found");
    Folder::new(&[("README.md", "# x\n")]).run("init --yes").exits(2).says("no document was found");
}

#[test]
fn the_demo_is_a_whole_project() {
    let folder = Folder::new(&[]);
    folder.run("init --demo shop").exits(0).says("Next: `yakugo -C shop sync`");
    folder.run("-C shop sync").exits(0).says("Rendered: ");
    folder.run("-C shop sync --check").exits(0);
    folder.run("init --demo shop").exits(2).says("holds a project already");
    folder.run("-C shop status").exits(0).says("culture-supernatant");
}
