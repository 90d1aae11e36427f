//! How fast `check-pairs` goes through bitexts of one and of four times as many pairs, and how much memory it takes: prints
//! a line a format and size. The texts are made up in the same way in every run.
//!
//! `cargo bench --bench pairs` (memory is read where the system has `/proc`)

#![allow(
    missing_docs,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const TERMS: usize = 2_000;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let glossary = folder.path().join("terms.csv");
    fs::write(&glossary, terms()).unwrap();
    println!("format  pairs      MB     MB/s   pairs/s   most memory");
    for format in ["jsonl", "tsv", "tmx"] {
        for pairs in [200_000, 800_000] {
            let file = folder.path().join(format!("bitext.{format}"));
            let text = bitext(format, pairs);
            fs::write(&file, &text).unwrap();
            let (time, memory) = run(&glossary, &file);
            let megabytes = f64::from(u32::try_from(text.len()).unwrap()) / 1e6;
            println!(
                "{format:6}  {pairs:7}  {megabytes:5.0}  {:7.1}  {:8.0}   {memory}",
                megabytes / time.as_secs_f64(),
                f64::from(pairs) / time.as_secs_f64(),
            );
        }
    }
}

fn terms() -> String {
    let rows = (0..TERMS).map(|at| {
        format!("c{at},en,substance {0}a,preferred\nc{at},fr,{0}a produit,preferred\n", letters(at))
    });
    "concept,locale,term,status\n".to_owned() + &rows.collect::<String>()
}

/// A word for a number.
fn letters(mut number: usize) -> String {
    let mut word = String::new();
    for _ in 0..4 {
        word.push(char::from(b"bcdfghklmn"[number % 10]));
        word.push(char::from(b"aeiou"[number % 5]));
        number /= 10;
    }
    word
}

/// Sentences with a term and a dose; one of a hundred has another dose in the translation, another one no term.
fn bitext(format: &str, pairs: u32) -> String {
    let mut out = String::new();
    if format == "tmx" {
        out.push_str("<tmx version=\"1.4\"><body>\n");
    }
    for id in 0..pairs {
        let at = usize::try_from(id).unwrap();
        let (dose, word) = (10 + at % 80, letters(at % TERMS));
        let other = if at % 100 == 7 { dose * 10 } else { dose };
        let translated = if at % 100 == 8 { "autre chose".to_owned() } else { format!("{word}a produit") };
        let source = format!(
            "Patients with a long history of the disease were given {dose} mg of substance {word}a every morning for two weeks."
        );
        let target = format!(
            "Les patients qui souffraient depuis longtemps de la maladie ont reçu {other} mg de {translated} chaque matin pendant deux semaines."
        );
        match format {
            "jsonl" => writeln!(out, "{{\"id\":{id},\"source\":\"{source}\",\"target\":\"{target}\"}}"),
            "tsv" => writeln!(out, "{id}\t{source}\t{target}"),
            _ => writeln!(out, "<tu tuid=\"{id}\"><tuv xml:lang=\"en\"><seg>{source}</seg></tuv><tuv xml:lang=\"fr\"><seg>{target}</seg></tuv></tu>"),
        }
        .unwrap();
    }
    if format == "tmx" {
        out.push_str("</body></tmx>\n");
    }
    out
}

/// How long it takes, and the most memory that the system saw in use.
fn run(glossary: &Path, file: &Path) -> (Duration, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yakugo"));
    command.args(["check-pairs", "--from", "en", "--to", "fr", "--format", "jsonl", "--glossary"]);
    command.arg(glossary).arg(file).stdout(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut memory = "unknown".to_owned();
    while child.try_wait().unwrap().is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        if let Some(most) = text.lines().find_map(|line| line.strip_prefix("VmHWM:")) {
            most.trim().clone_into(&mut memory);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    (start.elapsed(), memory)
}
