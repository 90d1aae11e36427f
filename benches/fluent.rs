//! How fast the rules of Fluent files are: bytes of a parsed file a second, on one core.
//!
//! `cargo bench --bench fluent` prints the table.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints its table and may fail loudly")]

use std::collections::HashSet;
use std::time::Instant;

use yakugo::fluent::{Plurals, Resource, Role, Scope, lint};

/// A file of about so many bytes: plain texts, attributes, variables, references, plurals, several lines.
fn file(bytes: usize, japanese: bool) -> String {
    let words = if japanese {
        "上清液の濃度は（培養後）10 ng/mLである。"
    } else {
        "The supernatant is kept at −80 °C until use. "
    };
    let mut text = String::from("-brand = Yakugo\nsave = Save\n");
    for number in 0.. {
        if text.len() > bytes {
            break;
        }
        let value = match number % 8 {
            0 => format!("{words}{{ $n }} {{ -brand }}"),
            1 => format!("{{ $n ->\n    [0] {words}\n   *[other] {words}{{ NUMBER($n) }}\n}}"),
            2 => format!("\n    {words}\n    {words}{{ save }}"),
            3 => format!("{words}\n    .title = {words}\n    .label = {words}"),
            _ => words.repeat(2),
        };
        text.push_str(&format!("# A comment for translators.\nmessage-{number} = {value}\n"));
    }
    text
}

/// Seconds, the best of five.
fn seconds<T>(run: impl Fn() -> T) -> f64 {
    let time = |_| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed().as_secs_f64()
    };
    (0..5).map(time).fold(f64::MAX, f64::min)
}

fn main() {
    println!("{:<10} {:>6} {:>12} {:>12} {:>12}", "locale", "MB", "parse MB/s", "rules MB/s", "scope MB/s");
    for (locale, japanese) in [("de", false), ("ja", true)] {
        let text = file(16 << 20, japanese);
        let (resource, findings) = Resource::parse(text.as_str());
        assert!(findings.is_empty());
        let (plurals, functions) = (Plurals::of(locale), HashSet::new());
        let role = Role { plurals: &plurals, source_functions: Some(&functions), for_programs: true };
        let megabytes = f64::from(u32::try_from(text.len()).unwrap()) / 1e6;
        let parse = seconds(|| Resource::parse(text.as_str()));
        let rules = seconds(|| lint(&resource, role));
        let scope = seconds(|| {
            let scope = Scope::new([&resource]);
            (scope.unresolved(&resource, None), scope.circles())
        });
        println!(
            "{locale:<10} {megabytes:>6.1} {:>12.0} {:>12.0} {:>12.0}",
            megabytes / parse,
            megabytes / rules,
            megabytes / scope
        );
    }
}
