//! How fast terms are indexed and found: prints one line a language, and what a million terms take. Terms and text are
//! made up from a fixed seed, so that runs can be compared; each time is the best of three.
//!
//! `cargo bench --bench glossary`; `benches/peers/glossary.sh` measures other programs on the same, which
//! `-- --write DIR` leaves in a folder.

#![allow(missing_docs, clippy::print_stdout, reason = "a benchmark")]

use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use yakugo::glossary::{Glossary, Matcher};
use yakugo::text::FoldMap;

/// A small generator of numbers (xorshift, G. Marsaglia 2003): no benchmark needs better ones.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(below).unwrap_or(1)).unwrap_or_default()
    }

    fn word(&mut self, letters: &[char], shortest: usize, longest: usize) -> String {
        let length = shortest + self.next(longest - shortest + 1);
        (0..length).map(|_| letters[self.next(letters.len())]).collect()
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let folder =
        arguments.iter().position(|argument| argument == "--write").and_then(|at| arguments.get(at + 1));
    let folder = folder.map(PathBuf::from);
    let latin: Vec<char> = "eeeettaaooiinnsshhrrddlucmfwygpbv".chars().collect();
    let kanji: Vec<char> = ('\u{4E00}'..='\u{5200}').collect();
    println!("100,000 terms, 20,000 segments; find is fold and scan\n");
    println!("language  build      fold       scan       find       hits");
    for (locale, letters, between) in [("en", &latin, " "), ("ja", &kanji, "を")] {
        let mut numbers = Numbers(42);
        let words = words(&mut numbers, locale, letters, 100_000);
        let glossary = read(&rows(locale, &words));
        let segments: Vec<String> =
            (0..20_000).map(|_| segment(&mut numbers, &words, letters, between)).collect();
        if let Some(folder) = &folder {
            write(folder.join(format!("{locale}.terms.txt")), &words);
            write(folder.join(format!("{locale}.txt")), &segments);
        }
        let bytes: usize = segments.iter().map(String::len).sum();
        let (build, matcher) = best(|| Matcher::new(&glossary, locale));
        let (fold, _) = best(|| segments.iter().map(|text| FoldMap::new(text).chars().len()).sum::<usize>());
        let (find, hits) = best(|| segments.iter().map(|text| matcher.find(text).len()).sum::<usize>());
        let speed = |time: Duration| format!("{:.0} MB/s", number(bytes) / 1e6 / time.as_secs_f64());
        println!(
            "{locale:9} {:<9}  {:<9}  {:<9}  {:<9}  {hits}",
            format!("{build:.2?}"),
            speed(fold),
            speed(find.saturating_sub(fold)),
            speed(find)
        );
    }
    if folder.is_some() {
        return;
    }
    println!("\n1,000,000 terms\n");
    println!("language  read       build      memory at most");
    for (locale, letters) in [("ja", &kanji), ("en", &latin)] {
        let rows = rows(locale, &words(&mut Numbers(42), locale, letters, 1_000_000));
        let start = Instant::now();
        let glossary = read(&rows);
        let read = start.elapsed();
        let start = Instant::now();
        black_box(Matcher::new(&glossary, locale));
        let build = start.elapsed();
        println!("{locale:9} {:<9}  {:<9}  {}", format!("{read:.2?}"), format!("{build:.2?}"), peak());
    }
}

#[allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a benchmark")]
fn write(path: PathBuf, lines: &[String]) {
    std::fs::write(path, lines.join("\n")).unwrap();
}

fn words(numbers: &mut Numbers, locale: &str, letters: &[char], count: usize) -> Vec<String> {
    let (shortest, longest) = if locale == "en" { (4, 11) } else { (2, 5) };
    (0..count).map(|_| numbers.word(letters, shortest, longest)).collect()
}

fn rows(locale: &str, words: &[String]) -> String {
    let mut rows = "concept,locale,term,status\n".to_owned();
    for (number, word) in words.iter().enumerate() {
        rows.push_str(&[&number.to_string(), locale, word, "preferred\n"].join(","));
    }
    rows
}

fn read(rows: &str) -> Glossary {
    let mut glossary = Glossary::default();
    assert_eq!(glossary.read("terms.csv", rows), []);
    glossary
}

/// Twenty words, every fifth of them a term.
fn segment(numbers: &mut Numbers, words: &[String], letters: &[char], between: &str) -> String {
    let word = |numbers: &mut Numbers| {
        if numbers.next(5) == 0 {
            words[numbers.next(words.len())].clone()
        } else {
            numbers.word(letters, 2, 8)
        }
    };
    (0..20).map(|_| word(numbers)).collect::<Vec<_>>().join(between)
}

fn best<T>(work: impl Fn() -> T) -> (Duration, T) {
    let run = || {
        let start = Instant::now();
        let result = black_box(work());
        (start.elapsed(), result)
    };
    let (mut best, mut result) = run();
    for _ in 0..2 {
        let (time, again) = run();
        best = best.min(time);
        result = again;
    }
    (best, result)
}

/// The most memory that the process had so far, where Linux tells.
#[allow(clippy::disallowed_methods, reason = "a bench asks the system about itself")]
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<usize>().ok());
    kilobytes.map_or_else(|| "unknown".to_owned(), |size| format!("{:.0} MB", number(size) / 1e3))
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
