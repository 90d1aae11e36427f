//! How fast documents are cut into segments and put together again, on one core, beside the bare parsers on the same
//! bytes in the same run.
//!
//! `cargo bench --bench document` prints the table. "bare" is what the parser alone takes: html5gum with the spans that
//! its own emitter gives, and pulldown-cmark with offsets and the same extensions. "splice" is a render without the
//! reading that holds it to the document.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints its table and may fail loudly")]
#![allow(clippy::disallowed_methods, reason = "the system tells the time of a thread in a file")]

#[path = "../tests/common/corpus.rs"]
#[allow(dead_code, reason = "a bench needs only a part of it")]
mod corpus;

use std::fmt::Write as _;
use std::time::Instant;

use corpus::Seed;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{DefaultEmitter, Tokenizer};
use pulldown_cmark::{Options as Extensions, Parser};
use yakugo::document::{Format, Options, extract, render};

/// A document of about so many bytes: headings, paragraphs with marks, items, tables, code.
fn markdown(bytes: usize, japanese: bool) -> String {
    let mut seed = Seed::new(11);
    let mut text = String::new();
    for number in 0.. {
        if text.len() > bytes {
            break;
        }
        let mut words = || corpus::sentence(&mut seed, japanese);
        match number % 10 {
            0 => write!(text, "## {}\n\n", words()),
            1 | 2 => write!(text, "- {}\n- [{}](https://example.org/{number})\n\n", words(), words()),
            3 => write!(text, "| {} | {} |\n|---|---|\n| {} | {number} mg |\n\n", words(), words(), words()),
            4 => write!(text, "```\nlet x = {number};\n```\n\n"),
            _ => write!(text, "{}\n**{}** {}\n`code` {}\n\n", words(), words(), words(), words()),
        }
        .unwrap();
    }
    text
}

/// The same as a page.
fn html(bytes: usize, japanese: bool) -> String {
    let mut seed = Seed::new(11);
    let mut text = String::from("<!DOCTYPE html>\n<html>\n<head><title>A</title></head>\n<body>\n");
    for number in 0.. {
        if text.len() > bytes {
            break;
        }
        let mut words = || corpus::sentence(&mut seed, japanese);
        match number % 10 {
            0 => writeln!(text, "<h2 id=\"h{number}\">{}</h2>", words()),
            1 | 2 => write!(
                text,
                "<ul>\n  <li>{}</li>\n  <li><a href=\"https://example.org/{number}\">{}</a></li>\n</ul>\n",
                words(),
                words()
            ),
            3 => write!(
                text,
                "<table class=\"t\">\n<tr><th>{}</th><th>{}</th></tr>\n<tr><td>{}</td><td>{number} mg</td></tr>\n</table>\n",
                words(),
                words(),
                words()
            ),
            4 => write!(text, "<pre><code>let x = {number};</code></pre>\n<img src=\"a.png\" alt=\"{}\">\n", words()),
            _ => write!(
                text,
                "<p class=\"text\">{}\n  <strong>{}</strong> {}\n  <code>code</code> {}</p>\n",
                words(),
                words(),
                words(),
                words()
            ),
        }
        .unwrap();
    }
    text + "</body>\n</html>\n"
}

/// Seconds of this thread on a core, where the system tells (Linux), so that other programs do not count.
fn now(start: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// Seconds, the best of seven.
fn seconds<T>(run: impl Fn() -> T) -> f64 {
    let start = Instant::now();
    let time = |_| {
        let before = now(start);
        std::hint::black_box(run());
        now(start) - before
    };
    (0..7).map(time).fold(f64::MAX, f64::min)
}

fn bare_markdown(text: &str) -> usize {
    let extensions = Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_GFM
        | Extensions::ENABLE_DEFINITION_LIST;
    Parser::new_ext(text, extensions).into_offset_iter().map(|(_, range)| range.len()).sum()
}

fn bare_html(text: &str) -> usize {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(text, emitter).count()
}

/// html5gum without a copy of every token.
fn bare_events(text: &str) -> usize {
    let mut count = 0;
    let mut emitter = CallbackEmitter::new(|_: CallbackEvent<'_>, span: html5gum::Span<usize>| {
        count += span.end - span.start;
        None::<std::convert::Infallible>
    });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(text, emitter).finish();
    count
}

fn main() {
    println!(
        "{:<9} {:<3} {:>6} {:>10} {:>8} {:>13} {:>12} {:>11}",
        "format", "", "MB", "bare MB/s", "extract", "extract/bare", "splice MB/s", "render MB/s"
    );
    let options = Options::default();
    for (name, format, japanese) in [
        ("markdown", Format::Markdown, true),
        ("markdown", Format::Markdown, false),
        ("html", Format::Html, true),
        ("html", Format::Html, false),
    ] {
        let text = if format == Format::Html { html(4 << 20, japanese) } else { markdown(4 << 20, japanese) };
        let megabytes = f64::from(u32::try_from(text.len()).unwrap()) / 1e6;
        let bare = match format {
            Format::Html => seconds(|| bare_html(&text)),
            _ => seconds(|| bare_markdown(&text)),
        };
        let taken = seconds(|| extract(format, &text, &options));
        let extraction = extract(format, &text, &options);
        let translations: Vec<String> =
            extraction.segments.iter().map(|segment| format!("x {}", segment.text)).collect();
        let rendered = seconds(|| {
            render(format, &text, &options, &extraction, |at| translations.get(at).map(String::as_str))
        });
        // Holding the page to the document reads both.
        let splice = (rendered - 2.0 * taken).max(1e-9);
        println!(
            "{name:<9} {:<3} {megabytes:>6.1} {:>10.0} {:>8.0} {:>12.0}% {:>12.0} {:>11.0}",
            if japanese { "ja" } else { "en" },
            megabytes / bare,
            megabytes / taken,
            100.0 * bare / taken,
            megabytes / splice,
            megabytes / rendered
        );
        if format == Format::Html {
            println!("{:>31.0} MB/s html5gum without copies", megabytes / seconds(|| bare_events(&text)));
        }
    }
}
