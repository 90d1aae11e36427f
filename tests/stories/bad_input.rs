//! Files that cannot be read or written: a clear error, and nothing lost.

use std::fs;
use std::process::Command;

use crate::folder::{ARTICLE, ATTIC, CONFIG, EN, FLUENT, Folder, LEDGER, PAST, SOURCE};

/// Every command says this about the file, without a path of this machine, and no file changes.
#[track_caller]
fn refused(folder: &Folder, says: &str) {
    let before = folder.files();
    for words in ["sync", "status", "check", "accept dose", "render --locale en --out out"] {
        let ran = folder.run(words).exits(2);
        assert!(ran.err.contains(says), "{words}: {}", ran.err);
        assert!(!ran.err.contains(folder.root().to_str().unwrap()), "{}", ran.err);
    }
    assert_eq!(folder.files(), before);
}

#[test]
fn a_file_that_is_no_utf8_is_named_with_its_first_wrong_byte() {
    for path in [ARTICLE, EN, LEDGER, PAST, SOURCE, "yakugo.toml"] {
        let folder = Folder::stale();
        let mut bytes = fs::read(folder.path(path)).unwrap();
        let (offset, line) = (bytes.len(), bytes.iter().filter(|byte| **byte == b'\n').count() + 1);
        bytes.extend(b"\x8d\xd7\x96E");
        folder.write(path, bytes);
        refused(&folder, &format!("{path}: not UTF-8: the byte at offset {offset} (line {line})"));
    }
}

#[test]
fn a_folder_where_a_file_should_be() {
    for path in [EN, LEDGER, ATTIC, PAST, SOURCE] {
        let folder = Folder::stale();
        if folder.has(path) {
            folder.remove(path);
        }
        fs::create_dir_all(folder.path(path)).unwrap();
        refused(&folder, &format!("{path}: cannot read it: it is a folder"));
    }
}

#[test]
fn a_file_where_a_folder_should_be() {
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, "細胞です。\n"), ("locales", "mine\n")]);
    let before = folder.files();
    folder.run("sync").exits(2).says("locales");
    assert_eq!(folder.files(), before);
}

/// Whether this user is bound by the modes of files; root is not.
fn is_bound_by_modes(folder: &Folder) -> bool {
    folder.write("probe", "x");
    set_mode(folder, "probe", 0o000);
    let bound = fs::read(folder.path("probe")).is_err();
    set_mode(folder, "probe", 0o600);
    folder.remove("probe");
    bound
}

#[cfg(unix)]
fn set_mode(folder: &Folder, path: &str, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder.path(path), fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
fn set_mode(_: &Folder, _: &str, _: u32) {}

#[test]
#[cfg(unix)]
fn an_unreadable_file_is_named() {
    let folder = Folder::stale();
    if !is_bound_by_modes(&folder) {
        println!("skipped: this user may read every file");
        return;
    }
    set_mode(&folder, EN, 0o000);
    let ran = folder.run("sync").exits(2);
    assert!(ran.err.contains(EN), "{}", ran.err);
    set_mode(&folder, EN, 0o644);
}

#[test]
#[cfg(unix)]
fn a_read_only_file_stops_the_whole_sync() {
    // Renaming over it would be allowed: that its owner protects it must be enough, also for root.
    let folder = Folder::translated();
    folder.edit(ARTICLE, "10 ng", "100 ng");
    set_mode(&folder, LEDGER, 0o444);
    let before = folder.files();
    folder.run("sync").exits(2).says("locales/en/dose.ledger.tsv: is read-only");
    assert_eq!(folder.files(), before);
    set_mode(&folder, LEDGER, 0o644);
    folder.run("sync").exits(0);
    assert_eq!(folder.state("dose"), "stale (meaning)");
}

/// A disk that is full for every file larger than 512 bytes: what a limit of the shell makes of it.
#[test]
#[cfg(unix)]
fn a_full_disk_leaves_whole_files() {
    let project = || {
        let folder = Folder::translated();
        folder.edit(ARTICLE, "10 ng", "100 ng");
        folder.edit(EN, "law = ", &format!("{}law = ", "# a long remark of the translator\n".repeat(40)));
        folder
    };
    let folder = project();
    let before = folder.files();
    let mut command = Command::new("sh");
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" --now 2026-11-01 sync";
    command.args(["-c", script, env!("CARGO_BIN_EXE_yakugo")]);
    let ran = folder.spawn(command);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.err.contains("locales/en/dose.ftl: cannot write it"), "{}", ran.err);
    let after = folder.files();
    for (path, bytes) in &after {
        assert!(!path.contains(".yakugo-"), "{path} was left behind");
        if let Some(old) = before.get(path) {
            let done = folder.copy();
            done.run("sync").exits(0);
            assert!(bytes == old || *bytes == done.files()[path], "{path} is neither old nor new: {bytes:?}");
        }
    }
    // With room again the run is completed.
    let whole = project();
    whole.run("sync").exits(0);
    folder.run("sync").exits(0);
    assert_eq!(folder.files(), whole.files());
}

#[test]
fn a_broken_message_of_the_translator_stops_its_own_file_only() {
    let config = CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]");
    let folder = Folder::new(&[
        ("yakugo.toml", &config),
        (ARTICLE, "<!-- yakugo:id a -->\n甲です。\n\n<!-- yakugo:id b -->\n乙です。\n"),
    ]);
    folder.run("sync").exits(0);
    folder.edit(EN, "# a =", "a = { broken");
    folder.edit(EN, "# b =", "# b = Good.");
    folder.edit("locales/de/dose.ftl", "# a =", "# a = Gut.");
    let en = folder.read(EN);
    folder.run("sync").exits(1).says("locales/en/dose.ftl:6:5");
    assert_eq!(folder.read(EN), en);
    assert_eq!(
        (folder.states("en"), folder.states("de")),
        ("1 missing, 1 fresh".to_owned(), "1 missing, 1 fresh".to_owned())
    );
    assert!(folder.read("locales/de/dose.ftl").contains("\na = Gut.\n"));
    folder.run("render --locale en --out out").exits(0);
    assert!(folder.read("out/dose.md").contains("Good."));
}

#[test]
fn an_id_that_stands_twice_is_named_and_both_are_kept() {
    let folder = Folder::translated();
    folder.write(EN, folder.read(EN) + "\ndose = Another.\n");
    let en = folder.read(EN);
    folder.edit(ARTICLE, "10 ng", "100 ng");
    folder.run("sync").exits(1).says("error[duplicate-id] dose").says("locales/en/dose.ftl:8:1");
    assert_eq!(folder.read(EN), en);
    // Nobody knows which of them is meant.
    assert_eq!(folder.state("dose"), "missing");
}

#[test]
fn a_stub_beside_its_own_message_takes_nothing_away() {
    // Somebody pasted the translation below the stub instead of into it.
    let folder = Folder::doses();
    folder.write(EN, folder.read(EN) + "\ndose = The concentration is 10 ng/mL.\n");
    folder.run("sync");
    assert!(folder.read(EN).contains("dose = The concentration is 10 ng/mL."));
    assert_eq!(folder.state("dose"), "fresh", "{}", folder.read(EN));
    assert!(!folder.read(EN).contains("# dose ="), "{}", folder.read(EN));
    folder.is_settled();
}

#[test]
fn a_stub_filled_beside_its_own_message_is_named() {
    let folder = Folder::doses();
    folder.edit(EN, "# dose =", "# dose = One.");
    folder.write(EN, folder.read(EN) + "\ndose = Two.\n");
    folder.run("sync");
    assert!(folder.read(EN).contains("One.") && folder.read(EN).contains("Two."), "{}", folder.read(EN));
    folder.run("sync");
    assert!(folder.read(EN).contains("One.") && folder.read(EN).contains("Two."), "{}", folder.read(EN));
    assert!(
        !folder.findings("").iter().all(|finding| finding["rule"] == "missing"),
        "somebody must hear of it"
    );
}

/// Sizes of hostile input: small by default, as large as the issue says with `YAKUGO_SLOW`.
fn size(small: usize, large: usize) -> usize {
    if std::env::var_os("YAKUGO_SLOW").is_some() { large } else { small }
}

#[test]
fn a_very_long_line() {
    let line = "長い文です。".repeat(size(100_000, 200_000_000) / "長い文です。".len());
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        (ARTICLE, &format!("<!-- yakugo:id dose -->\n短いです。\n\n{line}\n")),
    ]);
    if line.len() > 64 << 20 {
        // More than a Fluent file may hold: the article is named, and nothing is begun that could not be read again.
        folder.run("sync").exits(1).says("articles/dose.md").says("larger than 64 MiB: split it");
        assert!(!folder.has(EN) && !folder.has(SOURCE));
        return;
    }
    folder.run("sync").exits(0);
    folder.edit(EN, "# dose =", "# dose = Short.");
    folder.run("sync");
    assert_eq!(folder.state("dose"), "fresh");
    folder.run("sync --check").exits(0);
}

#[test]
fn ten_thousand_levels() {
    let deep = size(10_000, 10_000);
    let folder = Folder::new(&[
        ("yakugo.toml", CONFIG),
        (
            ARTICLE,
            &format!(
                "{} 深い\n\n{}浅い{}\n\n<!-- yakugo:id dose -->\n底です。\n",
                ">".repeat(deep),
                "*".repeat(deep),
                "[".repeat(deep)
            ),
        ),
    ]);
    let ran = folder.run("sync");
    assert!(ran.code == 0 || ran.code == 1, "{} {}", ran.code, ran.err);
    // In a translation, with the hash on and off.
    let before = folder.copy();
    folder.edit(EN, "# dose =", &format!("# dose = {}", "{".repeat(deep)));
    folder.run("sync");
    assert_eq!(folder.state("dose"), "fresh");
    assert!(folder.read(EN).matches('{').count() >= deep);
    let typed = format!("dose = {}", "{ ".repeat(deep));
    before.edit(EN, "# dose =", &typed);
    before.run("sync").exits(1).says("locales/en/dose.ftl");
    assert!(before.read(EN).contains(&typed));
    // In a hand-written source.
    let source = format!("ok = Fine\n\ndeep = {}x{}\n", "{ ".repeat(deep), " }".repeat(deep));
    let folder = Folder::new(&[("yakugo.toml", FLUENT), ("ui/app.ftl", &source)]);
    folder.run("sync").exits(1).says("ui/app.ftl:3");
}

#[test]
#[cfg(unix)]
fn nothing_is_read_or_written_outside_of_the_project() {
    use std::os::unix::fs::symlink;
    let outside = Folder::new(&[("secret.md", "秘密です。\n"), ("target.ftl", "mine = Mine\n")]);
    let before = outside.files();
    // A document, a translator's file, and a folder that lead out.
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, "細胞です。\n")]);
    symlink(outside.path("secret.md"), folder.path("articles/secret.md")).unwrap();
    refused(&folder, "articles/secret.md: a symbolic link leads out of the project");
    let folder = Folder::doses();
    folder.remove(EN);
    symlink(outside.path("target.ftl"), folder.path(EN)).unwrap();
    refused(&folder, "locales/en/dose.ftl: a symbolic link leads out");
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, "細胞です。\n")]);
    symlink(outside.root(), folder.path("locales")).unwrap();
    refused(&folder, "a symbolic link leads out");
    // One that leads nowhere is no free place either.
    let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, "細胞です。\n"), ("locales/en/x", "")]);
    symlink(outside.path("new.ftl"), folder.path(EN)).unwrap();
    refused(&folder, "a symbolic link leads out");
    assert_eq!(outside.files(), before);
}

#[test]
fn an_empty_article_and_one_of_blanks_are_articles() {
    for text in ["", "\n", "\u{FEFF}", "   \n\t\n", "<!-- nothing -->\n"] {
        let folder = Folder::new(&[("yakugo.toml", CONFIG), (ARTICLE, text)]);
        folder.run("sync").exits(0);
        folder.is_settled();
        folder.run("render --locale en --out out").exits(0);
        assert_eq!(folder.read("out/dose.md"), text);
    }
}
