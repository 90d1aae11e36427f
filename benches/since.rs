//! How long `--since` takes beside the same command without it: prints a table. The project is generated from a fixed
//! seed, lies in a real git repository and is asked by real commands, every one in its own run.
//!
//! `cargo bench --bench since`

#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark")]
#![allow(clippy::disallowed_methods, reason = "it plays the people who use an editor and git")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const DOCUMENTS: usize = 300;
const UNITS: usize = 30;
const LOCALES: [&str; 3] = ["en", "de", "fr"];
const RUNS: usize = 7;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    generate(root);
    println!(
        "{DOCUMENTS} documents of {UNITS} units in {} locales; the branch changed a paragraph of every tenth.\n",
        LOCALES.len()
    );
    println!("| command | seconds | with `--since main` | ratio |");
    println!("|---|--:|--:|--:|");
    for command in ["status", "diff", "check --format concise"] {
        let since = format!("{command} --since main");
        // One after the other, so that whatever else the machine does slows both down.
        let mut times = [Vec::new(), Vec::new()];
        for _ in 0..RUNS {
            for (times, command) in times.iter_mut().zip([command, since.as_str()]) {
                times.push(time(root, command));
            }
        }
        let [plain, since] = times.map(|mut times| {
            times.sort();
            times[RUNS / 2].as_secs_f64()
        });
        println!("| `{command}` | {plain:.2} | {since:.2} | {:.1} |", since / plain);
    }
}

fn time(root: &Path, command: &str) -> Duration {
    let start = Instant::now();
    yakugo(root, command);
    start.elapsed()
}

fn yakugo(root: &Path, words: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yakugo"));
    command.args(["--now", "2026-11-01"]).args(words.split_whitespace()).current_dir(root);
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert_ne!(status.code(), Some(2), "{words}");
}

fn git(root: &Path, words: &str) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "gc.auto=0"]);
    command.args(words.split_whitespace()).current_dir(root);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    assert!(command.stdout(Stdio::null()).status().unwrap().success(), "git {words}");
}

/// A translated project on `main`, and a branch that changed some articles.
fn generate(root: &Path) {
    let locales = LOCALES.map(|locale| format!("\"{locale}\"")).join(", ");
    let config = format!("source = \"ja\"\ntargets = [{locales}]\ndocuments = [\"articles/*.md\"]\n");
    fs::write(root.join("yakugo.toml"), config).unwrap();
    fs::create_dir(root.join("articles")).unwrap();
    for document in 0..DOCUMENTS {
        let paragraphs = (0..UNITS).map(|unit| {
            let amount = document * 7 + unit * 13;
            format!("手順書{document}の{unit}番目の段落では、試薬を{amount} mgずつ量り取ります。結果は台帳に記録します。\n\n")
        });
        fs::write(article(root, document), paragraphs.collect::<String>()).unwrap();
    }
    yakugo(root, "sync");
    for locale in LOCALES {
        for document in 0..DOCUMENTS {
            let path = root.join(format!("locales/{locale}/{document:03}.ftl"));
            let typed = fs::read_to_string(&path).unwrap();
            let typed = typed.lines().map(|line| match line.strip_suffix(" =") {
                Some(stub) => format!("{stub} = Weigh it ({locale}, {stub}) and write the result down.\n"),
                None => format!("{line}\n"),
            });
            fs::write(&path, typed.collect::<String>()).unwrap();
        }
    }
    yakugo(root, "sync");
    git(root, "init -q -b main");
    git(root, "add -A");
    git(root, "commit -q -m translated");
    git(root, "checkout -q -b branch");
    for document in (0..DOCUMENTS).step_by(10) {
        let text = fs::read_to_string(article(root, document)).unwrap();
        fs::write(article(root, document), text.replacen("量り取ります", "正確に量り取ります", 1)).unwrap();
    }
    yakugo(root, "sync");
    git(root, "commit -q -a -m reworded");
}

fn article(root: &Path, document: usize) -> std::path::PathBuf {
    root.join(format!("articles/{document:03}.md"))
}
