//! Fractions: three quarters, 4分の3, drei Viertel, zweieinhalb.

use super::stated::{Amount, Form};
use crate::text::{Comparator, Span, quantities_in};

/// Parts of a whole in languages that have words for them, with the count that goes before.
const PARTS: &[(&str, &[&str], f64)] = &[
    ("en", &["half", "halves"], 2.0),
    ("en", &["third", "thirds"], 3.0),
    ("en", &["quarter", "quarters"], 4.0),
    ("en", &["fifth", "fifths"], 5.0),
    ("en", &["sixth", "sixths"], 6.0),
    ("en", &["eighth", "eighths"], 8.0),
    ("en", &["tenth", "tenths"], 10.0),
    ("fr", &["tiers"], 3.0),
    ("fr", &["quart", "quarts"], 4.0),
    ("fr", &["cinquième", "cinquièmes"], 5.0),
    ("fr", &["dixième", "dixièmes"], 10.0),
    ("es", &["tercio", "tercios"], 3.0),
    ("es", &["cuarto", "cuartos"], 4.0),
    ("es", &["quinto", "quintos"], 5.0),
    ("de", &["drittel"], 3.0),
    ("de", &["viertel"], 4.0),
    ("de", &["fünftel"], 5.0),
    ("de", &["sechstel"], 6.0),
    ("de", &["achtel"], 8.0),
    ("de", &["zehntel"], 10.0),
];

const COUNTS: &[(&str, f64)] = &[
    ("a", 1.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("nine", 9.0),
    ("un", 1.0),
    ("deux", 2.0),
    ("dos", 2.0),
    ("trois", 3.0),
    ("tres", 3.0),
    ("quatre", 4.0),
    ("cuatro", 4.0),
    ("ein", 1.0),
    ("zwei", 2.0),
    ("drei", 3.0),
    ("vier", 4.0),
    ("neun", 9.0),
];

/// Whether fractions are read in a language; where they are not, none are missed.
pub(super) fn are_read(language: &str) -> bool {
    matches!(language, "ja" | "zh") || PARTS.iter().any(|(name, _, _)| *name == language)
}

/// Adds the fractions of a text to its amounts; their parts alone need not be stated elsewhere.
pub(super) fn read(text: &str, language: &str, amounts: &mut Vec<Amount>) {
    let found = match language {
        "ja" | "zh" => of_dense(text, language),
        _ => of_words(text, language),
    };
    for fraction in found {
        let inside = |amount: &Amount| {
            fraction.span.start <= amount.span.start && amount.span.start < fraction.span.end
        };
        amounts.iter_mut().filter(|amount| inside(amount)).for_each(|part| part.demanded = false);
        amounts.push(fraction);
    }
}

/// A fraction is also its per cent, and one in so many.
fn amount(count: f64, parts: f64, span: Span, text: &str, language: &str) -> Amount {
    let value = count / parts;
    let mut readings = vec![value, value * 100.0];
    readings.extend((count < 2.0 && parts > 2.0).then_some(parts));
    let comparator = comparator(text, language, span);
    Amount { demanded: true, form: Form::Fraction, comparator, ..Amount::plain(readings, span) }
}

/// How the fraction is meant: what stands around it, read with a number in its place.
fn comparator(text: &str, language: &str, span: Span) -> Comparator {
    let before = text.get(..span.start).unwrap_or_default();
    let with_number = format!("{before}7{}", text.get(span.end..).unwrap_or_default());
    let found = quantities_in(&with_number, language);
    let own = found.iter().find(|quantity| quantity.span.start == before.len());
    own.map_or(Comparator::Exactly, |quantity| quantity.comparator)
}

/// `4分の3`, `三分之一`.
fn of_dense(text: &str, language: &str) -> Vec<Amount> {
    const SIGNS: [&str; 2] = ["分の", "分之"];
    let value =
        |text: &str| quantities_in(text, language).first().and_then(|found| found.value.parse::<f64>().ok());
    let numeral = |c: char| c.is_numeric() || "〇一二三四五六七八九十百千万".contains(c);
    let of_sign = |(at, sign): (usize, &str)| {
        let before = text.get(..at)?;
        let after = text.get(at + sign.len()..)?;
        let start = before.len()
            - before.chars().rev().take_while(|c| numeral(*c)).map(char::len_utf8).sum::<usize>();
        let end = after.chars().take_while(|c| numeral(*c)).map(char::len_utf8).sum::<usize>();
        // Behind a counter, so that a lone numeral is read as one.
        let parts = value(&format!("{}個", before.get(start..)?))?;
        let count = value(&format!("{}個", after.get(..end)?))?;
        let is_part = parts > 1.0 && parts < 100.0 && count < parts;
        is_part.then(|| amount(count, parts, Span::new(start, at + sign.len() + end), text, language))
    };
    SIGNS.iter().flat_map(|sign| text.match_indices(sign)).filter_map(of_sign).collect()
}

/// `two thirds`, `three-quarters`, `zwei Drittel`.
fn of_words(text: &str, language: &str) -> Vec<Amount> {
    if !are_read(language) && !text.contains("einhalb") {
        return Vec::new();
    }
    let letter = |c: char| c.is_alphabetic();
    let mut before: Option<(&str, usize)> = None;
    let mut found = Vec::new();
    for word in text.split(|c: char| !letter(c)).filter(|word| !word.is_empty()) {
        let start = word.as_ptr().addr() - text.as_ptr().addr();
        let lower = word.to_lowercase();
        let part = PARTS.iter().find(|(name, words, _)| *name == language && words.contains(&lower.as_str()));
        if let (Some((_, _, parts)), Some((count, at))) = (part, before)
            && text.get(at + count.len()..start).is_some_and(|between| matches!(between, " " | "-"))
            && let Some((_, count)) = COUNTS.iter().find(|(name, _)| *name == count.to_lowercase())
        {
            let end = start + word.len();
            let fraction = amount(*count, *parts, Span::new(at, end), text, language);
            // `a third dose` is an ordinal.
            let is_share = *count > 1.0 || text.get(end..).is_some_and(|after| after.starts_with(" of"));
            found.push(Amount { demanded: is_share, ..fraction });
        }
        before = Some((word, start));
        // `zweieinhalb`
        if let Some(whole) = lower.strip_suffix("einhalb")
            && let Some((_, whole)) = COUNTS.iter().find(|(name, _)| *name == whole)
        {
            let half = Amount::plain(vec![whole + 0.5], Span::new(start, start + word.len()));
            found.push(Amount { demanded: true, ..half });
        }
    }
    found
}
