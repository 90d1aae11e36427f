//! Commands that are killed with SIGKILL at moments drawn by chance: every file is an old or a new one, and the same
//! command, run again, ends in the very bytes of one that was never killed, with nothing left lying about.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::folder::{Bytes, CONFIG, Folder};
use crate::killed::planned;

/// How often each command is killed; `YAKUGO_CASES` asks for the full number.
fn moments() -> u32 {
    let full = std::env::var("YAKUGO_CASES").is_ok();
    if full { 130 } else { 8 }
}

/// Six articles in two locales, translated, with pages.
fn translated() -> Folder {
    let config = CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]")
        + "[render]\npath = \"rendered/{locale}/{document}.{extension}\"\n";
    let folder = Folder::new(&[("yakugo.toml", &config)]);
    for article in 0..6 {
        let texts: String =
            (0..8).map(|at| format!("容器{article}-{at}の濃度は{at} mg/mLです。\n\n")).collect();
        folder.write(&format!("articles/a{article}.md"), texts);
    }
    folder.run("sync").exits(0);
    for (article, locale) in (0..6).flat_map(|article| [(article, "en"), (article, "de")]) {
        let path = format!("locales/{locale}/a{article}.ftl");
        let stubs = folder.read(&path);
        let typed = stubs.lines().map(|line| match line.strip_suffix(" =") {
            Some(id) => format!("{id} = Vessel of {id}.\n"),
            None => format!("{line}\n"),
        });
        folder.write(&path, typed.collect::<String>());
    }
    folder.run("sync").exits(0);
    folder
}

/// The same after much has happened to the articles: doses and words changed, texts gone and come, a document renamed.
fn edited() -> Folder {
    let folder = translated();
    for article in 0..6 {
        let path = format!("articles/a{article}.md");
        let text = folder.read(&path);
        let text =
            text.replace("濃度は3 mg", "濃度は30 mg").replace("濃度は4 mg/mLです", "濃度は4 mg/mLでした");
        let (_, rest) = text.split_once("\n\n").unwrap();
        folder.write(&path, format!("{rest}新しい段落{article}です。\n"));
    }
    folder.write("articles/renamed.md", folder.read("articles/a5.md"));
    folder.remove("articles/a5.md");
    folder
}

fn command(folder: &Folder, words: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yakugo"));
    command.args(["--now", "2026-11-01"]).args(words.split(' ')).current_dir(folder.root());
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Every text that a file may hold on the way: its old one, the last one, and what the plan writes in between.
fn allowed(before: &Folder, after: &Folder) -> BTreeMap<String, Vec<Vec<u8>>> {
    let mut texts: BTreeMap<String, Vec<Vec<u8>>> = BTreeMap::new();
    let old = before.files();
    for (path, Bytes(bytes)) in old.iter().chain(&after.files()) {
        texts.entry(path.clone()).or_default().push(bytes.clone());
    }
    for write in planned(before) {
        let new = write.new.map(String::into_bytes);
        let moved = write.from.and_then(|from| old.get(&from)).map(|Bytes(bytes)| bytes.clone());
        texts.entry(write.path).or_default().extend(new.into_iter().chain(moved));
    }
    texts
}

#[track_caller]
fn survives(folder: &Folder, words: &str) {
    let whole = folder.copy();
    let start = Instant::now();
    let code = command(&whole, words).status().unwrap().code();
    let needed = start.elapsed();
    assert!(matches!(code, Some(0 | 1)), "{words}: {code:?}");
    assert_ne!(whole.files(), folder.files(), "{words}: nothing is written, nothing to kill");
    let allowed = allowed(folder, &whole);
    let mut hit = 0;
    for moment in 0..moments() {
        let part = folder.copy();
        let mut child = command(&part, words).spawn().unwrap();
        // Spread over the time that a whole run took: what is asserted holds wherever it is hit.
        std::thread::sleep(needed * moment / moments() + Duration::from_micros(u64::from(moment * 37 % 97)));
        child.kill().unwrap();
        hit += u32::from(child.wait().unwrap().code().is_none());
        for (path, Bytes(bytes)) in part.files() {
            let whole_file = allowed.get(&path).is_some_and(|texts| texts.contains(&bytes));
            assert!(
                whole_file || path.contains("/.yakugo-new-"),
                "{words}: half of {path} after moment {moment}"
            );
        }
        command(&part, words).status().unwrap();
        let (again, never_killed) = (part.files(), whole.files());
        let differs = |path: &&String| again.get(*path) != never_killed.get(*path);
        let other: Vec<&String> = again.keys().chain(never_killed.keys()).filter(differs).collect();
        assert!(other.is_empty(), "{words}: other bytes after it was killed at moment {moment}: {other:?}");
    }
    assert!(hit > 0, "{words}: every run was over before it was killed");
}

#[test]
#[cfg(unix)]
fn sync() {
    survives(&edited(), "sync");
}

#[test]
#[cfg(unix)]
fn accept() {
    let folder = edited();
    folder.run("sync");
    survives(&folder, "accept --all");
}

#[test]
#[cfg(unix)]
fn fixes() {
    let folder = translated();
    for article in 0..6 {
        for locale in ["en", "de"] {
            let path = format!("locales/{locale}/a{article}.ftl");
            folder.write(&path, folder.read(&path).replace("Vessel of", "Vessel\u{200B} of"));
        }
    }
    folder.run("sync").exits(0);
    survives(&folder, "check --fix");
}

#[test]
#[cfg(unix)]
fn rendering() {
    let folder = translated();
    survives(&folder, "render --locale en --out pages");
}
