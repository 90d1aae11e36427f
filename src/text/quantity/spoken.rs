//! Number words of languages written with spaces.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::scan::Scan;

/// Words that say a number and nothing else. `one` is left out, being an article and a pronoun most of the time;
/// French `neuf` (new) is left to the reader.
const WORDS: &[(&str, u128)] = &[
    // English
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("twice", 2),
    // French
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("sept", 7),
    ("huit", 8),
    ("dix", 10),
    ("douze", 12),
    ("quinze", 15),
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    // Spanish
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
    ("ocho", 8),
    ("nueve", 9),
    ("diez", 10),
    ("doce", 12),
    ("quince", 15),
    ("veinte", 20),
    ("treinta", 30),
];

const GERMAN_ONES: &[(&str, u128)] = &[
    ("dreizehn", 13),
    ("vierzehn", 14),
    ("fünfzehn", 15),
    ("sechzehn", 16),
    ("siebzehn", 17),
    ("achtzehn", 18),
    ("neunzehn", 19),
    ("zwölf", 12),
    ("zehn", 10),
    ("elf", 11),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("ein", 1),
];

const GERMAN_TENS: &[(&str, u128)] = &[
    ("zwanzig", 20),
    ("dreißig", 30),
    ("dreissig", 30),
    ("vierzig", 40),
    ("fünfzig", 50),
    ("sechzig", 60),
    ("siebzig", 70),
    ("achtzig", 80),
    ("neunzig", 90),
];

static VALUES: LazyLock<HashMap<&str, u128>> = LazyLock::new(|| WORDS.iter().copied().collect());

/// The number that the words beginning at `at` say, and the place behind them: `twenty-five`, `one hundred and
/// twenty`, `fünfundzwanzig`.
pub(super) fn read(scan: &Scan, at: usize) -> Option<(u128, usize)> {
    let (text, end) = scan.word(at)?;
    if text == "one" {
        // Only of a hundred or of a time: elsewhere it is an article.
        return counts_more(scan, end).then(|| hundreds(scan, (1, end)).unwrap_or((1, end)));
    }
    // `Acht geben` is no number.
    let value = VALUES.get(text.as_str()).copied().or_else(|| {
        let read = german(&text).filter(|(_, rest)| matches!(*rest, "" | "mal")).map(|(value, _)| value);
        read.filter(|value| *value > 1 && (*value != 8 || scan.at(at) == 'a'))
    })?;
    let (value, end) = with_ones(scan, value, end);
    Some(hundreds(scan, (value, end)).unwrap_or((value, end)))
}

fn counts_more(scan: &Scan, end: usize) -> bool {
    let next = scan.word(scan.skip_blanks(end));
    let counted = [
        "hundred", "thousand", "million", "billion", "second", "minute", "hour", "day", "week", "month",
        "year",
    ];
    next.is_some_and(|(word, _)| counted.contains(&word.as_str()))
}

/// `twenty-five`.
fn with_ones(scan: &Scan, tens: u128, end: usize) -> (u128, usize) {
    let is_tens = (20..100).contains(&tens) && tens.is_multiple_of(10);
    if !is_tens || !matches!(scan.at(end), '-' | ' ') {
        return (tens, end);
    }
    let ones = scan.word(end + 1).and_then(|(word, after)| {
        let value = if word == "one" { Some(1) } else { VALUES.get(word.as_str()).copied() };
        Some((value.filter(|value| *value < 10 && word != "twice")?, after))
    });
    ones.map_or((tens, end), |(ones, after)| (tens + ones, after))
}

/// `three hundred and twenty`; the hundreds alone are a magnitude like any other.
fn hundreds(scan: &Scan, (count, end): (u128, usize)) -> Option<(u128, usize)> {
    let (_, end) = scan.word(scan.skip_blanks(end)).filter(|(word, _)| word == "hundred")?;
    let at = scan.skip_blanks(end);
    let at = scan.word(at).filter(|(word, _)| word == "and").map_or(at, |(_, end)| scan.skip_blanks(end));
    let (word, after) = scan.word(at)?;
    let value = VALUES.get(word.as_str()).copied().filter(|value| *value < 100)?;
    let (rest, after) = with_ones(scan, value, after);
    Some((count * 100 + rest, after))
}

/// The number that a German word begins with, and what is left of the word: `dreimal` is 3 and `mal`.
pub(super) fn german(word: &str) -> Option<(u128, &str)> {
    let (value, rest) = below_hundred(word).map_or((None, word), |(value, rest)| (Some(value), rest));
    let (value, rest) = match rest.strip_prefix("hundert") {
        Some(rest) => {
            let rest = rest.strip_prefix("und").filter(|rest| below_hundred(rest).is_some()).unwrap_or(rest);
            let (more, rest) = below_hundred(rest).unwrap_or((0, rest));
            (Some(value.unwrap_or(1) * 100 + more), rest)
        }
        None => (value, rest),
    };
    match rest.strip_prefix("tausend") {
        Some(rest) => Some((value.unwrap_or(1) * 1000, rest)),
        None => Some((value?, rest)),
    }
}

fn below_hundred(word: &str) -> Option<(u128, &str)> {
    let begins = |table: &[(&str, u128)], word: &str| {
        table.iter().find(|(text, _)| word.starts_with(text)).map(|(text, value)| (*value, text.len()))
    };
    if let Some((value, length)) = begins(GERMAN_TENS, word) {
        return Some((value, word.get(length..)?));
    }
    let (ones, length) = begins(GERMAN_ONES, word)?;
    let rest = word.get(length..)?;
    let tens = rest.strip_prefix("und").and_then(|rest| Some((begins(GERMAN_TENS, rest)?, rest)));
    match tens {
        Some(((tens, length), rest)) if ones < 10 => Some((tens + ones, rest.get(length..)?)),
        _ => Some((ones, rest)),
    }
}
