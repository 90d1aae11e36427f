//! Running twice, running in part, and the bytes of files that come from other systems.

use std::fs;

use crate::folder::{ARTICLE, CONFIG, EN, Folder, LEDGER, PAST, SOURCE};

#[test]
fn check_writes_nothing_and_says_what_would_be_written() {
    let folder = Folder::translated();
    folder.run("sync --check").exits(0).says("Nothing to write");
    folder.edit(ARTICLE, "10 ng", "100 ng");
    let before = (folder.files(), folder.times());
    let ran = folder.run("sync --check").exits(1);
    for path in [EN, LEDGER, SOURCE, PAST] {
        assert!(ran.out.contains(path), "{}", ran.out);
    }
    assert_eq!((folder.files(), folder.times()), before);
    assert_eq!(folder.findings("not-synced").len(), 4);
    folder.run("check --locked").exits(1).says("error[not-synced]");
}

#[test]
fn one_locale_at_a_time_comes_to_the_same_end() {
    let config = CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]");
    let folder = Folder::new(&[
        ("yakugo.toml", &config),
        (ARTICLE, "<!-- yakugo:id dose -->\n量は10 mgです。\n\n細胞です。\n"),
    ]);
    folder.run("sync --locale de").exits(0);
    assert!(!folder.has(EN) && folder.has("locales/de/dose.ftl"));
    folder.run("sync --locale en").exits(0);
    folder.is_settled();
    folder.edit(EN, "# dose =", "# dose = Ten.");
    folder.edit("locales/de/dose.ftl", "# dose =", "# dose = Zehn.");
    folder.edit(ARTICLE, "10 mg", "100 mg");
    let whole = folder.copy();
    whole.run("sync").exits(0);
    for words in ["sync --source", "sync --locale en", "sync --locale de"] {
        folder.run(words).exits(0);
    }
    assert_eq!(folder.files(), whole.files());
    folder.is_settled();
    assert_eq!(folder.states("de"), "1 missing, 1 stale");
}

#[test]
fn an_article_that_changes_twice_before_a_locale_is_synced_keeps_every_text() {
    let folder = Folder::translated();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync --source").exits(0);
    folder.edit(ARTICLE, "100 ng", "1000 ng");
    folder.run("sync --source").exits(0);
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
    assert!(folder.read(EN).contains("# yakugo: was 濃度は10 ng"));
    assert!(folder.read(PAST).contains("濃度は10 ng") && folder.read(PAST).contains("濃度は100 ng"));
    folder.is_settled();
}

fn crlf(folder: &Folder) {
    for (name, bytes) in folder.files() {
        let text = String::from_utf8(bytes.0).unwrap().replace("\r\n", "\n").replace('\n', "\r\n");
        folder.write(&name, text);
    }
}

#[test]
fn autocrlf_changes_nothing_but_line_ends() {
    for start in [Folder::doses(), Folder::translated(), Folder::stale()] {
        let twin = start.copy();
        crlf(&twin);
        assert_eq!(twin.states("en"), start.states("en"));
        twin.is_settled();
        // Then the same things happen on both sides.
        for folder in [&start, &twin] {
            let n = if folder.read(EN).contains('\r') { "\r\n" } else { "\n" };
            let law = format!("<!-- yakugo:id law -->{n}国内では承認されていません。{n}");
            folder.write(EN, folder.read(EN).replace("# law =", &format!("# mine{n}# law =\nNot{n}# yet.")));
            folder.run("sync");
            folder.edit(ARTICLE, &law, "");
            folder.run("sync").exits(0);
            folder.is_settled();
            folder.edit(ARTICLE, "mLです。", "mLです。\n\n細胞です。");
            folder.run("sync").exits(0);
            folder.write(ARTICLE, folder.read(ARTICLE) + n + &law);
            folder.run("sync").exits(0);
            folder.is_settled();
        }
        let unix = |folder: &Folder, path: &str| folder.read(path).replace("\r\n", "\n");
        for path in [EN, LEDGER, SOURCE] {
            assert_eq!(unix(&twin, path), unix(&start, path));
            let text = twin.read(path);
            let lines = text.matches('\n').count();
            assert_eq!(text.matches("\r\n").count(), lines, "mixed line ends in {path}:\n{text:?}");
        }
    }
}

#[test]
fn a_byte_order_mark_stays_and_harms_nothing() {
    let folder = Folder::stale();
    for path in [EN, LEDGER, PAST, SOURCE, ARTICLE] {
        folder.write(path, format!("\u{FEFF}{}", folder.read(path)));
    }
    assert_eq!(folder.states("en"), "1 stale, 1 fresh");
    folder.delete_lines(EN, "# yakugo:");
    folder.edit(EN, "10 ng", "100 ng");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    assert!(folder.read(EN).starts_with('\u{FEFF}') && folder.read(ARTICLE).starts_with('\u{FEFF}'));
    folder.is_settled();
    // In front of a message, too.
    folder.write(EN, "\u{FEFF}dose = Ten.\nlaw = It is not approved in Japan.");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "2 fresh");
    folder.is_settled();
}

#[test]
fn no_final_newline_is_no_reason_to_add_one() {
    let folder = Folder::translated();
    folder.write(EN, folder.read(EN).trim_end());
    folder.write(ARTICLE, folder.read(ARTICLE).trim_end());
    folder.is_settled();
    folder.write(ARTICLE, folder.read(ARTICLE) + "\n\n細胞です。");
    folder.run("sync").exits(0);
    folder.is_settled();
    assert_eq!(folder.states("en"), "1 missing, 2 fresh");
    let stub = folder.read(EN).lines().last().unwrap().to_owned();
    folder.write(EN, folder.read(EN).trim_end().to_owned() + " Cells.");
    folder.run("sync").exits(0);
    assert_eq!(folder.states("en"), "3 fresh");
    assert!(
        folder.read(EN).ends_with(&format!("{} Cells.", stub.trim_start_matches("# "))),
        "{}",
        folder.read(EN)
    );
    folder.is_settled();
}

#[test]
fn a_file_of_the_translator_begins_as_it_likes() {
    for start in [
        "",
        "\n\n",
        "\u{FEFF}",
        "### My own header",
        "### My own header\n",
        "# A licence\n\n\n",
        "-brand = X\n",
    ] {
        let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, "細胞です。\n"), (EN, start)]);
        folder.run("sync").exits(0);
        assert_eq!(folder.states("en"), "1 missing", "{start:?}");
        assert!(folder.read(EN).starts_with(start), "{start:?}");
        folder.is_settled();
    }
}

#[test]
fn sub_folders_and_documents_side_by_side() {
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        ("articles/a.md", "同じ文です。\n"),
        ("articles/deep/er/a.md", "同じ文です。\n"),
        ("articles/deep/b.md", "別の文です。\n"),
    ]);
    folder.run("sync").exits(0);
    for path in [
        "locales/en/a.ftl",
        "locales/en/deep/er/a.ftl",
        "locales/ja/deep/b.ftl",
        "locales/en/deep/b.ledger.tsv",
    ] {
        assert!(folder.has(path), "{path}");
    }
    assert_eq!(folder.states("en"), "3 missing");
    let id = |path: &str| {
        let text = folder.read(path);
        text.lines().find_map(|line| line.strip_suffix(" =")).unwrap().to_owned()
    };
    assert_ne!(id("locales/en/a.ftl"), id("locales/en/deep/er/a.ftl"));
    folder.is_settled();
    // From a folder below, too.
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_yakugo"));
    let output = command.current_dir(folder.path("articles/deep")).arg("status").output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("deep/er/a"));
}

#[test]
fn two_runs_on_different_days_agree() {
    let folder = Folder::stale();
    let before = folder.files();
    folder.on("2027-01-01").run("sync").exits(0);
    assert_eq!(folder.files(), before);
}

#[test]
fn permissions_of_a_file_are_kept() {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let folder = Folder::translated();
        fs::set_permissions(folder.path(EN), fs::Permissions::from_mode(0o600)).unwrap();
        folder.edit(ARTICLE, "10 ng", "100 ng");
        folder.run("sync").exits(0);
        assert_eq!(fs::metadata(folder.path(EN)).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
