//! How long the alignment takes, beside `msgmerge --previous` on the same texts where gettext is installed.
//!
//! `cargo bench --bench carry` prints the table; `cargo bench --bench carry -- --msgmerge` adds the comparison, up to 5,000
//! segments: its time grows with their square.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints its table and may fail loudly")]

#[path = "../tests/common/corpus.rs"]
mod corpus;

use std::fmt::Write as _;
use std::process::Command;
use std::time::Instant;

use corpus::{Seed, join, paragraph, reword};
use yakugo::carry::{ChangeKind, Piece, align, classify};
use yakugo::document::Kind;

/// Texts before and after; of every `nth` one sentence is edited.
fn texts(count: usize, nth: usize, japanese: bool) -> (Vec<String>, Vec<String>) {
    let mut seed = Seed::new(7);
    let mut pair = |at: usize| {
        let mut sentences = paragraph(&mut seed, japanese);
        let old = join(&sentences, japanese);
        if at.is_multiple_of(nth) {
            let which = seed.below(sentences.len());
            sentences[which] = reword(&mut seed, &sentences[which], japanese);
        }
        (old, join(&sentences, japanese))
    };
    (0..count).map(&mut pair).unzip()
}

fn pieces(texts: &[String]) -> Vec<Piece<'_>> {
    texts.iter().map(|text| Piece { kind: Kind::Paragraph, path: "", text }).collect()
}

/// Seconds, the best of three, and the share of pieces that kept their id.
fn measure(old: &[String], new: &[String]) -> (f64, f64) {
    let (old, new) = (pieces(old), pieces(new));
    let mut best = f64::MAX;
    let mut right = 0;
    for _ in 0..3 {
        let start = Instant::now();
        let carried = align(&old, &new);
        best = best.min(start.elapsed().as_secs_f64());
        let lender = |carried: &Option<yakugo::carry::Carried>| {
            carried.as_ref().and_then(yakugo::carry::Carried::id_from)
        };
        right = carried.iter().enumerate().filter(|(at, carried)| lender(carried) == Some(*at)).count();
    }
    (best, f64::from(u32::try_from(right).unwrap()) / f64::from(u32::try_from(old.len()).unwrap()))
}

/// The seconds `msgmerge --previous` takes; none where it is not installed.
fn msgmerge(old: &[String], new: &[String]) -> Option<f64> {
    let folder = tempfile::tempdir().ok()?;
    let write = |name: &str, texts: &[String], translated: bool| {
        let mut po = String::from("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n");
        let mut seen = std::collections::BTreeSet::new();
        for text in texts.iter().filter(|text| seen.insert(text.as_str())) {
            let target = if translated { "x" } else { "" };
            write!(po, "\nmsgid {text:?}\nmsgstr \"{target}\"\n").unwrap();
        }
        let path = folder.path().join(name);
        #[allow(clippy::disallowed_methods, reason = "a bench prepares its own files")]
        std::fs::write(&path, po).unwrap();
        path
    };
    let (old, new) = (write("old.po", old, true), write("new.pot", new, false));
    let start = Instant::now();
    let run = Command::new("msgmerge")
        .args(["--previous", "--quiet", "--output-file=/dev/null"])
        .arg(old)
        .arg(new)
        .status();
    run.ok().filter(std::process::ExitStatus::success).map(|_| start.elapsed().as_secs_f64())
}

/// The most memory this process ever held, in MB; Linux only.
#[allow(clippy::disallowed_methods, reason = "a bench asks the system about itself")]
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}

fn main() {
    let compare = std::env::args().any(|argument| argument == "--msgmerge");
    println!(
        "{:<10}{:>10}{:>9}{:>11}{:>9}{:>11}{:>14}",
        "language", "segments", "changed", "seconds", "kept", "× a tenth", "msgmerge (s)"
    );
    for japanese in [true, false] {
        for (count, nth, share) in
            [(2_000, 1, "all"), (20_000, 1, "all"), (5_000, 10, "10 %"), (50_000, 10, "10 %")]
        {
            let (old, new) = texts(count, nth, japanese);
            let (seconds, kept) = measure(&old, &new);
            let tenth = texts(count / 10, nth, japanese);
            let ratio = if count >= 20_000 {
                format!("{:.1}", seconds / measure(&tenth.0, &tenth.1).0)
            } else {
                String::new()
            };
            let other = if compare && count < 20_000 { msgmerge(&old, &new) } else { None };
            let other = other.map_or(String::new(), |seconds| format!("{seconds:.1}"));
            let language = if japanese { "ja" } else { "en" };
            println!("{language:<10}{count:>10}{share:>9}{seconds:>11.3}{kept:>9.4}{ratio:>11}{other:>14}");
        }
    }
    // What is hard on an index: nothing in common, one text everywhere, short texts only.
    let made = |from: usize| -> Vec<String> {
        (from..from + 20_000).map(|at| format!("項目{at}の値")).collect()
    };
    let same = |count: usize| vec!["はい".to_owned(); count];
    let (old, _) = texts(20_000, 1, true);
    let (_, other) = texts(20_000, 1, false);
    for (name, old, new) in [
        ("rewritten", old, other),
        ("one text", same(20_000), same(19_000)),
        ("short", made(0), made(10_000)),
    ] {
        println!("{name:<10}{:>10}{:>9}{:>11.3}", old.len(), "", measure(&old, &new).0);
    }
    for japanese in [true, false] {
        let (old, new) = texts(20_000, 1, japanese);
        let start = Instant::now();
        let stale = old.iter().zip(&new).filter(|(old, new)| classify(old, new).kind > ChangeKind::Layout);
        let stale = stale.count();
        let name = if japanese { "classify ja" } else { "classify en" };
        println!("{name:<12}{stale:>8}{:>9}{:>11.3}", "all", start.elapsed().as_secs_f64());
    }
    if let Some(memory) = peak_memory() {
        println!("peak memory, all runs and texts: {memory} MB");
    }
}
