//! How fast 100,000 terms are indexed and found: prints one line a language. Terms and text are made up from a fixed
//! seed, so that runs can be compared.
//!
//! `cargo bench --bench glossary`

#![allow(missing_docs, clippy::print_stdout, reason = "a benchmark")]

use std::hint::black_box;
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
    let latin: Vec<char> = "eeeettaaooiinnsshhrrddlucmfwygpbv".chars().collect();
    let kanji: Vec<char> = ('\u{4E00}'..='\u{5200}').collect();
    println!("language  terms    build      fold       find       hits");
    for (locale, letters, between) in [("en", &latin, " "), ("ja", &kanji, "を")] {
        let mut numbers = Numbers(42);
        let (shortest, longest) = if between == " " { (4, 11) } else { (2, 5) };
        let words: Vec<String> = (0..100_000).map(|_| numbers.word(letters, shortest, longest)).collect();
        let mut rows = "concept,locale,term,status\n".to_owned();
        for (number, word) in words.iter().enumerate() {
            rows.push_str(&[&number.to_string(), locale, word, "preferred\n"].join(","));
        }
        let mut glossary = Glossary::default();
        assert_eq!(glossary.read("terms.csv", &rows), []);
        let segments: Vec<String> =
            (0..20_000).map(|_| segment(&mut numbers, &words, letters, between)).collect();
        let bytes: usize = segments.iter().map(String::len).sum();
        let (build, matcher) = time(|| Matcher::new(&glossary, locale));
        let (fold, _) = time(|| segments.iter().map(|text| FoldMap::new(text).chars().len()).sum::<usize>());
        let (find, hits) = time(|| segments.iter().map(|text| matcher.find(text).len()).sum::<usize>());
        let speed = |time: Duration| {
            let megabytes = f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1e6;
            format!("{:.0} MB/s", megabytes / time.as_secs_f64())
        };
        println!(
            "{locale:9} 100,000  {:<9}  {:<9}  {:<9}  {hits}",
            format!("{build:.2?}"),
            speed(fold),
            speed(find)
        );
    }
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

fn time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = black_box(work());
    (start.elapsed(), result)
}
