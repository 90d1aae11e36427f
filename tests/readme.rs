//! The README is run: every command of its transcripts, in order, with the output that it shows; every file that it
//! shows is the file that the next command sees.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test works on files and may fail")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use snapbox::assert_data_eq;

/// A fenced block: what stands behind the fence, and the text.
struct Block<'a> {
    info: &'a str,
    text: String,
}

/// The blocks of a Markdown file, and the comments `<!-- folder: … -->` between them.
enum Part<'a> {
    Folder(&'a str),
    Block(Block<'a>),
}

fn parts(markdown: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        if let Some(folder) = line.strip_prefix("<!-- folder: ") {
            parts.push(Part::Folder(folder.trim_end_matches(" -->")));
        } else if let Some(info) = line.strip_prefix("```") {
            let text = lines
                .by_ref()
                .take_while(|line| *line != "```")
                .fold(String::new(), |text, line| text + line + "\n");
            parts.push(Part::Block(Block { info, text }));
        }
    }
    parts
}

/// A transcript as it is shown: commands and their output.
fn transcript(shown: &str, folder: &Path) -> String {
    let mut out = String::new();
    for command in shown.lines().filter_map(|line| line.strip_prefix("$ ")) {
        out.push_str(&format!("$ {command}\n"));
        out.push_str(&run(command, folder));
    }
    out
}

fn run(command: &str, folder: &Path) -> String {
    if let Some(path) = command.strip_prefix("cat ") {
        return fs::read_to_string(folder.join(path)).unwrap();
    }
    if command == "cargo test" {
        return String::new();
    }
    let arguments =
        command.strip_prefix("yakugo ").or_else(|| command.strip_prefix("cargo run --release -- "));
    let arguments =
        arguments.unwrap_or_else(|| panic!("the README runs `{command}`, which this test does not know"));
    let output = Command::new(env!("CARGO_BIN_EXE_yakugo"))
        .args(arguments.split_whitespace().map(|argument| argument.trim_matches('\'')))
        .args(["--now", "2026-11-22"])
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn every_transcript_is_true() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let mut folder = tempfile::tempdir().unwrap();
    let mut expected = String::new();
    let mut actual = String::new();
    for part in parts(&readme) {
        match part {
            Part::Folder(name) => {
                folder = tempfile::tempdir().unwrap();
                if name == "repository" {
                    for inside in ["articles", "glossary", "locales"] {
                        copy(&root.join(inside), &folder.path().join(inside));
                    }
                    fs::copy(root.join("yakugo.toml"), folder.path().join("yakugo.toml")).unwrap();
                }
            }
            Part::Block(Block { info: "console", text }) => {
                actual.push_str(&transcript(&text, folder.path()));
                expected.push_str(&text);
            }
            Part::Block(Block { info, text }) => match info.split_once(' ') {
                Some((_, "yakugo.toml")) => {
                    yakugo::project::Config::parse(&text, &["missing"]).unwrap();
                }
                Some((_, path)) => fs::write(folder.path().join(path), text).unwrap(),
                None => panic!("the README has a block ```{info} that nobody checks"),
            },
        }
    }
    assert_data_eq!(actual, expected);
}
