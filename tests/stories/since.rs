//! What a branch is asked about: only what it brought about itself, in clones of any depth.

use std::process::Command;

use crate::folder::{ARTICLE, CONFIG, EN, Folder, Ran};

/// The translated doses in git, on a branch of their own beside `main`.
fn on_branch(main: Folder) -> Folder {
    begin_branch(&main);
    main
}

fn begin_branch(main: &Folder) {
    main.git("init -q").exits(0);
    main.commit("begin");
    main.git("checkout -q -b branch").exits(0);
}

/// Runs with exactly these variables of a machine that runs a pull request's check.
fn on_machine(folder: &Folder, words: &str, variables: &[(&str, &str)]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yakugo"));
    command.args(["--now", "2026-11-02"]).args(words.split_whitespace());
    for name in [
        "GITHUB_REF",
        "GITHUB_BASE_REF",
        "GITHUB_EVENT_PATH",
        "CI_MERGE_REQUEST_TARGET_BRANCH_SHA",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
    ] {
        command.env_remove(name);
    }
    command.envs(variables.iter().copied());
    folder.spawn(command)
}

/// A clone of depth 1 of what a reference of `origin` names, made as GitHub's checkout makes it.
fn shallow(origin: &Folder, reference: &str) -> Folder {
    let clone = Folder::new(&[]);
    clone.git("init -q").exits(0);
    clone.git(&format!("remote add origin file://{}", origin.root().display())).exits(0);
    clone.git(&format!("fetch -q --depth=1 origin +{reference}:refs/remotes/pull/1/merge")).exits(0);
    clone.git("checkout -q refs/remotes/pull/1/merge").exits(0);
    assert_eq!(clone.git("rev-list --count HEAD").out.trim(), "1");
    clone
}

/// A branch that changed the law, while main changed the dose; `refs/pull/1/merge` is both.
fn main_moved_on() -> Folder {
    let folder = on_branch(Folder::translated());
    folder.edit(ARTICLE, "国内では承認", "日本では承認");
    folder.run("sync").exits(0);
    folder.commit("law");
    folder.git("checkout -q main").exits(0);
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    folder.commit("dose");
    folder.git("checkout -q -b merge").exits(0);
    folder.git("merge -q --no-edit branch").exits(0);
    folder.run("sync --check").exits(0);
    folder.git("update-ref refs/pull/1/merge HEAD").exits(0);
    folder.git("checkout -q branch").exits(0);
    folder
}

/// Ids of the units that `status --since` says are to be done.
fn to_do(ran: Ran) -> Vec<String> {
    let status: serde_json::Value = serde_json::from_str(&ran.exits(0).out).unwrap();
    status["units"].as_array().unwrap().iter().map(|unit| unit["id"].as_str().unwrap().to_owned()).collect()
}

fn commit_of(folder: &Folder, name: &str) -> String {
    folder.git(&format!("rev-parse {name}")).exits(0).out.trim().to_owned()
}

#[test]
fn a_branch_with_only_the_article_is_warned_and_passes() {
    for synced in [false, true] {
        let folder = on_branch(Folder::translated());
        folder.edit(ARTICLE, "10 ng", "100 ng");
        folder.write(ARTICLE, folder.read(ARTICLE) + "\n<!-- yakugo:id new -->\n新しい段落です。\n");
        if synced {
            folder.run("sync").exits(0);
        }
        folder.commit("dose");
        assert_eq!(
            folder.run("status --since main").exits(0).out,
            "dose  en  1 newly stale · 1 newly missing\n"
        );
        let diff = folder.run("diff --since main").exits(0);
        assert!(diff.out.contains("濃度は[-10-]{+100+} ng/mLです。"), "{}", diff.out);
        // The whole project is not fit to be published; the author did nothing wrong.
        folder.run("check").exits(1).says("error[stale] dose");
        folder.run("check --since main").exits(0).says("warning[stale] dose");
        folder.write("yakugo.toml", CONFIG.to_owned() + "[check]\nsource-change = \"error\"\n");
        folder.run("check --since main").exits(1).says("error[stale] dose");
        folder.write("yakugo.toml", CONFIG.to_owned() + "[check]\nsource-change = \"note\"\n");
        folder.run("check --since main").exits(0).says("note[stale] dose");
    }
}

#[test]
fn a_branch_with_only_translations_answers_for_them_alone() {
    let answer = |folder: &Folder| {
        folder.delete_lines(EN, "# yakugo:");
        folder.edit(EN, "10 ng", "100 ng");
    };
    for synced in [false, true] {
        let branch = |work: &dyn Fn(&Folder)| {
            let folder = on_branch(Folder::stale());
            work(&folder);
            if synced {
                folder.run("sync");
            }
            folder.commit("work");
            folder
        };
        let answered = branch(&answer);
        assert_eq!(answered.run("status --since main").exits(0).out, "dose  en  1 settled\n");
        answered.run("check --since main").exits(0);

        // The stale dose was there before, and nobody touched it.
        let other = branch(&|folder| folder.edit(EN, "in Japan.", "in Japan yet."));
        other.run("check").exits(1).says("error[stale] dose");
        let checked = other.run("check --since main").exits(0);
        assert!(!checked.out.contains("stale"), "{}", checked.out);
        assert_eq!(other.run("diff --since main").out, "Nothing is stale.\n");

        // Whoever touches it is told that it still is stale.
        let kept = branch(&|folder| folder.edit(EN, "is 10 ng/mL", "is 10 ng per mL"));
        kept.run("check --since main").exits(1).says("error[stale] dose");
    }
}

#[test]
fn an_answer_taken_back_is_an_error_of_the_branch() {
    let folder = Folder::stale();
    let stale = folder.read(EN);
    folder.delete_lines(EN, "# yakugo:");
    folder.edit(EN, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    let folder = on_branch(folder);
    folder.write(EN, stale);
    assert_eq!(folder.run("status --since main").exits(0).out, "dose  en  1 newly stale\n");
    folder.run("check --since main").exits(1).says("error[stale] dose");
}

#[test]
fn nothing_is_blamed_on_a_branch_that_only_ran_sync_or_moved_lines() {
    let folder = Folder::translated();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    let folder = on_branch(folder);
    folder.run("sync").exits(0);
    folder.edit(ARTICLE, "国内では承認", "国内では\n承認");
    folder.commit("sync");
    folder.run("status --since main").exits(0).says("No translation became stale or missing since main");
    assert_eq!(folder.run("check --since main").exits(0).out, "Nothing to report.\n");
}

#[test]
fn what_happened_on_main_is_not_blamed_on_the_branch() {
    let folder = main_moved_on();
    assert_eq!(to_do(folder.run("status --since main --format json")), ["law"]);
    // Also not when main settled what the branch left as it was.
    let folder = on_branch(Folder::stale());
    folder.edit(EN, "in Japan.", "in Japan yet.");
    folder.commit("law");
    folder.git("checkout -q main").exits(0);
    folder.run("accept dose").exits(0);
    folder.commit("accepted");
    folder.git("checkout -q branch").exits(0);
    assert_eq!(to_do(folder.run("status --since main --format json")), [""; 0]);
}

#[test]
fn a_merge_of_depth_one_is_compared_with_its_base() {
    let origin = main_moved_on();
    let clone = shallow(&origin, "refs/pull/1/merge");
    let command = "git fetch --depth=1 origin main:refs/remotes/origin/main";
    for words in ["status --since main", "check --since origin/main", "diff --since main"] {
        let missing = clone.run(words).exits(2).says(&format!("`{command}`"));
        assert_eq!(missing.out, "");
    }
    clone.git(command.strip_prefix("git ").unwrap()).exits(0);
    for name in ["main", "origin/main"] {
        let status = clone.run(&format!("status --since {name} --format json"));
        // The merge names its base, so nothing is uncertain.
        assert_eq!(status.err, "");
        assert_eq!(to_do(status), ["law"]);
    }
    clone.run("check --since main").exits(0).says("warning[stale] law");
}

#[test]
fn a_branch_of_depth_one_is_compared_with_main_as_it_stands_and_says_so() {
    let origin = main_moved_on();
    let clone = shallow(&origin, "refs/heads/branch");
    clone.git("fetch -q --depth=1 origin main:refs/remotes/origin/main").exits(0);
    let status = clone.run("status --since main --format json").says("too shallow to tell");
    assert_eq!(to_do(status), ["law"]);
}

#[test]
fn the_base_is_taken_from_github() {
    let origin = main_moved_on();
    let clone = shallow(&origin, "refs/pull/1/merge");
    let base = commit_of(&origin, "main");
    let words = "status --since auto --format json";
    let on_pull = [("GITHUB_REF", "refs/pull/1/merge"), ("GITHUB_BASE_REF", "main")];
    // The merge itself names the commit, even when main has moved on again.
    let command = format!("fetch -q --depth=1 origin {base}");
    on_machine(&clone, words, &on_pull).exits(2).says(&command.replace("-q ", ""));
    clone.git(&command).exits(0);
    assert_eq!(to_do(on_machine(&clone, words, &on_pull)), ["law"]);

    // A checkout of the branch: the base branch, or the commit that the event names.
    let clone = shallow(&origin, "refs/heads/branch");
    let on_branch = [("GITHUB_BASE_REF", "main"), ("GITHUB_EVENT_PATH", "../event.json")];
    on_machine(&clone, words, &on_branch).exits(2).says("origin main:refs/remotes/origin/main`");
    clone.git("fetch -q --depth=1 origin main:refs/remotes/origin/main").exits(0);
    assert_eq!(to_do(on_machine(&clone, words, &on_branch)), ["law"]);
    let clone = shallow(&origin, "refs/heads/branch");
    clone.git(&command).exits(0);
    let event = Folder::new(&[("e.json", &format!(r#"{{"pull_request":{{"base":{{"sha":"{base}"}}}}}}"#))]);
    let path = event.path("e.json");
    let of_event = [("GITHUB_BASE_REF", "main"), ("GITHUB_EVENT_PATH", path.to_str().unwrap())];
    assert_eq!(to_do(on_machine(&clone, words, &of_event)), ["law"]);
}

#[test]
fn the_base_is_taken_from_gitlab() {
    let folder = main_moved_on();
    let begin = commit_of(&folder, "main~1");
    let words = "status --since auto --format json";
    for variable in
        [("CI_MERGE_REQUEST_DIFF_BASE_SHA", begin.as_str()), ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main")]
    {
        folder.git("update-ref refs/remotes/origin/main main").exits(0);
        assert_eq!(to_do(on_machine(&folder, words, &[variable])), ["law"]);
    }
    // Where GitLab merged the branch, the target as it was merged counts, not where the branch left it.
    folder.git("checkout -q merge").exits(0);
    let (target, left) = (commit_of(&folder, "main"), commit_of(&folder, "main~1"));
    let merged = [
        ("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", target.as_str()),
        ("CI_MERGE_REQUEST_DIFF_BASE_SHA", left.as_str()),
    ];
    assert_eq!(to_do(on_machine(&folder, words, &merged)), ["law"]);
}

#[test]
fn what_cannot_be_compared_says_why() {
    let folder = Folder::translated();
    let check = |folder: &Folder, reference: &str, says: &str| {
        let ran = on_machine(folder, &format!("check --since {reference}"), &[]).exits(2).says(says);
        assert_eq!(ran.out, "");
    };
    check(&folder, "main", "not a git repository");
    let folder = on_branch(folder);
    check(&folder, "auto", "`--since auto` finds no pull request");
    // A shallow fetch would cut off the history of a clone that has it.
    check(&folder, "v9", "`git fetch origin v9:refs/remotes/origin/v9`");
    check(&folder, "main~7", "this clone has no `main~7`");
    folder.run("check --since=-x").exits(2).says("`-x` names no commit");
    folder.run("check --since=").exits(2).says("`` names no commit");
    let mut without_git = Command::new(env!("CARGO_BIN_EXE_yakugo"));
    without_git.args(["check", "--since", "main"]).env("PATH", "/nowhere");
    let ran = folder.spawn(without_git).exits(2).says("the program `git` was not found");
    assert_eq!(ran.out, "");
}

#[test]
fn a_project_in_a_folder_of_its_repository_with_japanese_names() {
    let article = "<!-- yakugo:id dose -->\n濃度は10 ng/mLです。\n";
    let folder = Folder::new(&[
        ("資料 1/yakugo.toml", CONFIG),
        ("資料 1/articles/用量/成人.md", article),
        ("articles/other.md", "別のものです。\n"),
    ]);
    let yakugo = |words: &str| {
        folder.run_args(&[&["-C", "資料 1"][..], &words.split(' ').collect::<Vec<_>>()].concat())
    };
    let en = "資料 1/locales/en/用量/成人.ftl";
    yakugo("sync").exits(0);
    folder.edit(en, "# dose =", "# dose = 10 ng/mL.");
    yakugo("sync").exits(0);
    begin_branch(&folder);
    yakugo("status --since main").exits(0).says("No translation became stale");
    folder.edit("資料 1/articles/用量/成人.md", "10 ng", "100 ng");
    assert_eq!(yakugo("status --since main --todo").exits(0).out.matches("stale (meaning): dose").count(), 1);
    // The folder may be new: then all of it is the branch's.
    folder.git("checkout -q --orphan empty").exits(0);
    folder.git("rm -rqf --cached .").exits(0);
    folder.git("commit -q --allow-empty -m empty").exits(0);
    yakugo("status --since empty").exits(0).says("1 newly stale");
}

#[test]
fn line_ends_of_another_system_are_no_change() {
    let folder = on_branch(Folder::stale());
    for (path, bytes) in folder.files() {
        folder.write(&path, String::from_utf8(bytes.0).unwrap().replace('\n', "\r\n"));
    }
    assert_eq!(folder.run("check --since main").exits(0).out, "Nothing to report.\n");
    folder.run("status --since main").exits(0).says("No translation became stale");
}

#[test]
fn a_new_term_is_held_against_all_translations() {
    let glossary = "concept,locale,term,status\nlaw,ja,承認,preferred\nlaw,en,approved,preferred\n";
    let folder = Folder::translated();
    folder.write("yakugo.toml", "glossary = [\"terms.csv\"]\n".to_owned() + CONFIG);
    folder.write("terms.csv", glossary);
    let folder = on_branch(folder);
    folder.run("check --since main --fail-on note").exits(0);
    folder.write("terms.csv", glossary.replace("approved", "authorized"));
    folder.run("check --since main --fail-on note").exits(1).says("term-missing");
}

#[test]
fn a_summary_for_a_pull_request() {
    let folder = on_branch(Folder::translated());
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.write(ARTICLE, folder.read(ARTICLE) + "\n<!-- yakugo:id new -->\n*新*しい|段落です。\n");
    folder.run("sync").exits(0);
    let summary = "## Translations since `main`

| locale | newly stale | newly missing | newly unrecorded | settled |
|---|--:|--:|--:|--:|
| en | 1 | 1 | 0 | 0 |

| locale | document | unit | what | source | where |
|---|---|---|---|---|---|
| en | dose | `dose` | stale (meaning: 10 ng/mL → 100 ng/mL) | 濃度は100 ng/mLです。 | locales/en/dose.ftl:4 |
| en | dose | `new` | missing | \\*新\\*しい\\|段落です。 | locales/en/dose.ftl:11 |
";
    assert_eq!(folder.run("status --since main --format markdown").exits(0).out, summary);
    let whole = folder.run("status --format markdown").exits(0).out;
    assert!(whole.contains("\n| dose | en | 33 % | 1/3 | 1 | 0 | 1 |\n"), "{whole}");
    assert!(
        whole.contains("| stale (meaning: 10 ng/mL → 100 ng/mL) |") && !whole.contains("`new`"),
        "{whole}"
    );
}

#[test]
fn what_was_wrong_before_is_asked_of_those_who_touch_it() {
    let folder = Folder::translated();
    folder.write("yakugo.toml", "glossary = [\"terms.csv\"]\n".to_owned() + CONFIG);
    folder.write(
        "terms.csv",
        "concept,locale,term,status\nlaw,ja,承認,preferred\nlaw,en,authorized,preferred\n",
    );
    // A translation without its term, and a message that no source text has.
    folder.write(EN, folder.read(EN) + "\ngone = Gone.\n");
    let folder = on_branch(folder);
    let check = |expected: &[&str]| {
        let said = folder.run("check --since main").out;
        for rule in ["[term-missing]", "[obsolete]"] {
            assert_eq!(said.contains(rule), expected.contains(&rule), "{rule}:\n{said}");
        }
    };
    folder.edit(ARTICLE, "10 ng", "100 ng");
    check(&[]);
    folder.edit(EN, "The concentration", "This concentration");
    check(&["[obsolete]"]);
    folder.edit(EN, "in Japan.", "in Japan yet.");
    check(&["[term-missing]", "[obsolete]"]);
}
