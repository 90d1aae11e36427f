//! How often two branches of one document conflict when plain git merges them, with no merge driver: prints a table.
//! Every pair of branches is made in a real repository by real commands; units are drawn from a fixed seed.
//!
//! `cargo bench --bench merge`

#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark")]
#![allow(clippy::disallowed_methods, reason = "it plays the people who use an editor and git")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const UNITS: usize = 30;
const PAIRS: usize = 50;
const ARTICLE: &str = "articles/guide.md";
const EN: &str = "locales/en/guide.ftl";

/// What somebody does to some units on a branch.
type Work = fn(&Repository, &[usize]);

fn main() {
    let same = |repository: &Repository, units: &[usize]| retranslate(repository, &units[..1], "same");
    let other = |repository: &Repository, units: &[usize]| retranslate(repository, &units[..1], "other");
    let cases: [(&str, Start, Work, Work); 9] = [
        ("translate missing units", Start::Missing, translate, translate),
        ("improve fresh translations", Start::Fresh, improve, improve),
        ("answer stale units", Start::Stale, answer, answer),
        ("accept stale units", Start::Stale, accept, accept),
        ("confirm fresh units as reviewed", Start::Fresh, review, review),
        ("one changes paragraphs, the other improves translations", Start::Fresh, change, improve),
        ("change paragraphs for the first time", Start::Fresh, change, change),
        ("change paragraphs that were all changed before", Start::Stale, change, change),
        ("add paragraphs", Start::Fresh, add, add),
    ];
    println!(
        "Of {PAIRS} pairs of branches, so many per cent conflict; {UNITS} units, the branches touch different ones.\n"
    );
    println!("| both branches | 1 unit each | 3 units each | 10 units each | 15, every other unit | in |");
    println!("|---|--:|--:|--:|--:|---|");
    for (name, start, ours, theirs) in cases {
        let repository = Repository::new(start);
        let mut numbers = Numbers(42);
        let mut files = BTreeMap::new();
        let mut row = String::new();
        for count in [1, 3, 10] {
            let mut conflicts = 0;
            for _ in 0..PAIRS {
                let drawn = numbers.draw(2 * count);
                conflicts += usize::from(repository.conflicts(
                    ours,
                    &drawn[..count],
                    theirs,
                    &drawn[count..],
                    &mut files,
                ));
            }
            row.push_str(&format!(" {} % |", conflicts * 100 / PAIRS));
        }
        let (even, odd): (Vec<usize>, Vec<usize>) = (0..UNITS).partition(|unit| unit % 2 == 0);
        let alternating = repository.conflicts(ours, &even, theirs, &odd, &mut files);
        row.push_str(if alternating { " conflict |" } else { " clean |" });
        let files: Vec<String> = files.keys().cloned().collect();
        println!("| {name} |{row} {} |", files.join(", "));
    }
    for (name, theirs) in
        [("the same unit, in two ways", other as Work), ("the same unit, in the same words", same)]
    {
        let repository = Repository::new(Start::Missing);
        let mut numbers = Numbers(42);
        let mut files = BTreeMap::new();
        let mut conflicts = 0;
        for _ in 0..PAIRS {
            let drawn = numbers.draw(1);
            conflicts += usize::from(repository.conflicts(same, &drawn, theirs, &drawn, &mut files));
        }
        let files: Vec<String> = files.keys().cloned().collect();
        println!("| {name} | {} % | | | | {} |", conflicts * 100 / PAIRS, files.join(", "));
    }
}

/// How the document's units stand where the branches begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Missing,
    Fresh,
    Stale,
}

struct Repository {
    folder: tempfile::TempDir,
    ids: Vec<String>,
}

impl Repository {
    fn new(start: Start) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut repository = Self { folder, ids: Vec::new() };
        repository
            .write("yakugo.toml", "source = \"ja\"\ntargets = [\"en\"]\ndocuments = [\"articles/*.md\"]\n");
        let paragraphs: Vec<String> = (0..UNITS)
            .map(|unit| format!("第{}の試料の濃度は{} mg/Lです。\n", unit + 1, 10 + unit))
            .collect();
        repository.write(ARTICLE, &paragraphs.join("\n"));
        repository.yakugo(&["sync"]);
        let source = repository.read("locales/ja/guide.ftl");
        repository.ids =
            source.lines().filter_map(|line| line.split_once(" = ")).map(|(id, _)| id.to_owned()).collect();
        assert_eq!(repository.ids.len(), UNITS);
        let all: Vec<usize> = (0..UNITS).collect();
        if start != Start::Missing {
            translate(&repository, &all);
            repository.yakugo(&["sync"]);
        }
        if start == Start::Stale {
            change(&repository, &all);
            repository.yakugo(&["sync"]);
        }
        repository.git(&["init", "-q", "-b", "main"]);
        repository.commit();
        repository
    }

    /// Makes two branches and merges them; says whether that conflicts, and counts the files.
    fn conflicts(
        &self,
        ours: Work,
        our_units: &[usize],
        theirs: Work,
        their_units: &[usize],
        files: &mut BTreeMap<String, usize>,
    ) -> bool {
        for (branch, work, units) in [("theirs", theirs, their_units), ("ours", ours, our_units)] {
            self.git(&["checkout", "-q", "-B", branch, "main"]);
            work(self, units);
            self.yakugo(&["sync"]);
            self.commit();
        }
        let merged = self.git(&["merge", "-q", "--no-edit", "theirs"]).0;
        let conflicted = self.git(&["diff", "--name-only", "--diff-filter=U"]).1;
        for path in conflicted.lines() {
            let name = path.rsplit('/').next().unwrap();
            let name = if path.starts_with("locales/ja/guide.ftl") { "source" } else { name };
            *files.entry(name.to_owned()).or_default() += 1;
        }
        self.git(&["reset", "-q", "--hard", "ours"]);
        self.git(&["clean", "-q", "-fd"]);
        !merged
    }

    fn commit(&self) {
        self.git(&["add", "-A"]);
        assert!(self.git(&["commit", "-q", "-m", "work"]).0);
    }

    fn git(&self, words: &[&str]) -> (bool, String) {
        let mut command = Command::new("git");
        command.args([
            "-c",
            "user.name=Tester",
            "-c",
            "user.email=tester@example.org",
            "-c",
            "commit.gpgsign=false",
        ]);
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        self.run(command.args(words))
    }

    fn yakugo(&self, words: &[&str]) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yakugo"));
        self.run(command.args(["--now", "2026-11-22"]).args(words));
    }

    fn run(&self, command: &mut Command) -> (bool, String) {
        let output = command.current_dir(self.folder.path()).stdin(Stdio::null()).output().unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Edits the translator's file block by block.
    fn edit(&self, units: &[usize], edit: impl Fn(&str, &str) -> String) {
        let mut blocks: Vec<String> = self.read(EN).split("\n\n").map(str::to_owned).collect();
        for unit in units {
            let id = &self.ids[*unit];
            let block = blocks.iter_mut().find(|block| block.contains(&format!("{id} ="))).unwrap();
            *block = edit(block, id);
        }
        self.write(EN, &(blocks.join("\n\n").trim_end().to_owned() + "\n"));
    }
}

fn translate(repository: &Repository, units: &[usize]) {
    retranslate(repository, units, "The concentration is known.");
}

fn retranslate(repository: &Repository, units: &[usize], text: &str) {
    repository.edit(units, |block, id| block.replace(&format!("# {id} ="), &format!("# {id} = {text}")));
}

fn improve(repository: &Repository, units: &[usize]) {
    repository.edit(units, |block, _| block.replace(" = The", " = Here, the"));
}

fn answer(repository: &Repository, units: &[usize]) {
    repository.edit(units, |block, _| {
        let kept: Vec<&str> = block.lines().filter(|line| !line.starts_with("# yakugo:")).collect();
        kept.join("\n").replace(" = The", " = Now the")
    });
}

fn accept(repository: &Repository, units: &[usize]) {
    let mut words = vec!["accept"];
    words.extend(units.iter().map(|unit| repository.ids[*unit].as_str()));
    repository.yakugo(&words);
}

fn review(repository: &Repository, units: &[usize]) {
    let mut words = vec!["accept", "--reviewed"];
    words.extend(units.iter().map(|unit| repository.ids[*unit].as_str()));
    repository.yakugo(&words);
}

fn change(repository: &Repository, units: &[usize]) {
    let mut paragraphs: Vec<String> = repository.read(ARTICLE).split("\n\n").map(str::to_owned).collect();
    for unit in units {
        paragraphs[*unit] = paragraphs[*unit].replace("濃度", "平均濃度");
    }
    repository.write(ARTICLE, &paragraphs.join("\n\n"));
}

fn add(repository: &Repository, units: &[usize]) {
    let mut paragraphs: Vec<String> = repository.read(ARTICLE).split("\n\n").map(str::to_owned).collect();
    for unit in units {
        let added = format!("\n\n試料{unit}は新しいものです。");
        paragraphs[*unit] = paragraphs[*unit].trim_end().to_owned() + &added;
    }
    repository.write(ARTICLE, &(paragraphs.join("\n\n").trim_end().to_owned() + "\n"));
}

/// A small generator of numbers (xorshift, G. Marsaglia 2003).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(below).unwrap()).unwrap()
    }

    /// Different units.
    fn draw(&mut self, count: usize) -> Vec<usize> {
        let mut left: Vec<usize> = (0..UNITS).collect();
        (0..count).map(|_| left.swap_remove(self.next(left.len()))).collect()
    }
}
