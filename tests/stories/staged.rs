//! `check --staged`: the next commit is judged, not what lies in the folder beside it.

use std::process::Command;

use crate::folder::{ARTICLE, CONFIG, EN, Folder};

/// The translated doses, committed.
fn committed() -> Folder {
    let folder = Folder::translated();
    folder.git("init -q").exits(0);
    folder.commit("begin");
    folder
}

#[test]
fn what_is_staged_counts_and_nothing_else() {
    let folder = committed();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("check --locked").exits(1);
    folder.run("check --staged --locked").exits(0);
    // Staged without what `sync` makes of it.
    folder.git("add -A").exits(0);
    folder.run("sync").exits(0);
    folder.run("check --staged --locked").exits(1).says("error[not-synced]");
    folder.git("add -A").exits(0);
    let ran = folder.run("check --staged --locked").exits(1);
    assert!(ran.out.contains("error[stale]") && !ran.out.contains("not-synced"), "{}", ran.out);
    // Mended in the folder, but not for the commit.
    folder.edit(ARTICLE, "100 ng", "10 ng");
    folder.run("sync").exits(0);
    folder.run("check --locked").exits(0);
    folder.run("check --staged --locked").exits(1).says("error[stale]");
}

#[test]
fn places_are_those_of_the_staged_text() {
    let folder = committed();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    folder.git("add -A").exits(0);
    folder.write(EN, format!("# mine\n\n\n{}", folder.read(EN)));
    folder.run("check --staged --format concise").exits(1).says(&format!("{EN}:4:1: error[stale]"));
}

#[test]
fn the_configuration_is_the_staged_one_and_a_file_that_is_not_staged_is_not_there() {
    let folder = committed();
    folder.write("yakugo.toml", "source =");
    folder.write("articles/new.md", "新しい。\n");
    folder.run("check").exits(2);
    folder.run("check --staged --locked").exits(0);
    folder.write("yakugo.toml", format!("{CONFIG}[gates]\nmin-reviewed = 50\n"));
    folder.run("check --staged").exits(0);
    folder.git("add yakugo.toml").exits(0);
    folder.run("check --staged").exits(1).says("min-reviewed");
    folder.git("rm -q --cached yakugo.toml").exits(0);
    folder.run("check --staged").exits(2).says("yakugo.toml is not staged: `git add yakugo.toml`");
}

#[test]
fn only_what_the_commit_brings_about() {
    let folder = committed();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    folder.commit("stale");
    folder.edit(EN, "law = It is", "law = It’s");
    folder.run("sync").exits(0);
    folder.git("add -A").exits(0);
    folder.run("check --staged").exits(1).says("error[stale]");
    folder.run("check --staged --since HEAD").exits(0).says("Nothing to report.");
}

/// Git runs the hook with variables of its own, and with another index where files are named to `git commit`.
#[cfg(unix)]
#[test]
fn as_a_hook_of_a_project_in_a_folder_of_its_repository() {
    use std::os::unix::fs::PermissionsExt;
    let repository = Folder::new(&[]);
    for (name, bytes) in Folder::translated().files() {
        repository.write(&format!("docs/manual/{name}"), bytes.0);
    }
    repository.git("init -q").exits(0);
    repository.commit("begin");
    let hook = format!("#!/bin/sh\n{} -C docs/manual check --staged\n", env!("CARGO_BIN_EXE_yakugo"));
    repository.write(".git/hooks/pre-commit", hook);
    let mode = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(repository.path(".git/hooks/pre-commit"), mode).unwrap();
    let commit = |words: &str| repository.git(&format!("commit -q -m next {words}"));
    let [article, law] = [ARTICLE, EN].map(|path| format!("docs/manual/{path}"));
    repository.edit(&article, "10 ng", "100 ng");
    repository.run("-C docs/manual sync").exits(0);
    commit("-a").exits(1).says("error[stale]");
    repository.git("reset -q --hard").exits(0);
    repository.edit(&law, "law = It is", "law = It’s");
    repository.run("-C docs/manual sync").exits(0);
    repository.git("add -A").exits(0);
    repository.write("notes.txt", "beside it");
    repository.git("add notes.txt").exits(0);
    repository.edit(&article, "10 ng", "100 ng");
    commit("notes.txt").exits(0);
    commit("-a").exits(1).says("error[stale]");
}

#[test]
fn what_cannot_be_staged_says_why() {
    let folder = Folder::translated();
    let mut command = Command::new(env!("CARGO_BIN_EXE_yakugo"));
    command.args(["check", "--staged"]).env("GIT_CEILING_DIRECTORIES", folder.root().parent().unwrap());
    folder.spawn(command).exits(2).says("git cannot read a repository here");
    let folder = committed();
    folder.run("check --staged --fix").exits(2).says("cannot be used with");
    folder.write(ARTICLE, b"\x8d\xd7");
    folder.git("add -A").exits(0);
    folder.run("check --staged").exits(2).says("articles/dose.md: not UTF-8");
    folder.git("reset -q --hard").exits(0);
    folder.git("checkout -q -b other").exits(0);
    folder.edit(ARTICLE, "10 ng", "20 ng");
    folder.commit("twenty");
    folder.git("checkout -q main").exits(0);
    folder.edit(ARTICLE, "10 ng", "30 ng");
    folder.commit("thirty");
    folder.git("merge -q other").exits(1);
    folder.run("check --staged").exits(2).says("`articles/dose.md` has conflicts");
}
