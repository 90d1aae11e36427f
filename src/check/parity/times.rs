//! Times that are said without a number: daily, half a year.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::stated::Amount;
use crate::text::{Measure, Pieces, Span};

type Time = (&'static str, f64, Measure);

/// Phrases by language, with how much of which base they are.
const TIMES: &[(&str, &[Time])] = &[
    (
        "ja",
        &[
            ("毎日", 1.0, DAY),
            ("連日", 1.0, DAY),
            ("半日", 0.5, DAY),
            ("毎週", 1.0, WEEK),
            ("毎月", 1.0, MONTH),
            ("毎年", 1.0, YEAR),
            ("半年", 0.5, YEAR),
            ("毎時", 1.0, HOUR),
            ("毎分", 1.0, MINUTE),
            ("毎秒", 1.0, SECOND),
            ("半時間", 0.5, HOUR),
            ("半月", 0.5, MONTH),
        ],
    ),
    (
        "zh",
        &[
            ("每日", 1.0, DAY),
            ("每天", 1.0, DAY),
            ("半天", 0.5, DAY),
            ("每周", 1.0, WEEK),
            ("每星期", 1.0, WEEK),
            ("每月", 1.0, MONTH),
            ("半个月", 0.5, MONTH),
            ("每年", 1.0, YEAR),
            ("半年", 0.5, YEAR),
            ("每小时", 1.0, HOUR),
            ("每分钟", 1.0, MINUTE),
            ("每分鐘", 1.0, MINUTE),
            ("每秒", 1.0, SECOND),
            ("半小时", 0.5, HOUR),
            ("半个小时", 0.5, HOUR),
        ],
    ),
    (
        "en",
        &[
            ("daily", 1.0, DAY),
            ("a day", 1.0, DAY),
            ("per day", 1.0, DAY),
            ("each day", 1.0, DAY),
            ("every day", 1.0, DAY),
            ("half a day", 0.5, DAY),
            ("overnight", 1.0, DAY),
            ("weekly", 1.0, WEEK),
            ("a week", 1.0, WEEK),
            ("per week", 1.0, WEEK),
            ("each week", 1.0, WEEK),
            ("every week", 1.0, WEEK),
            ("fortnight", 2.0, WEEK),
            ("monthly", 1.0, MONTH),
            ("a month", 1.0, MONTH),
            ("per month", 1.0, MONTH),
            ("each month", 1.0, MONTH),
            ("every month", 1.0, MONTH),
            ("yearly", 1.0, YEAR),
            ("annual", 1.0, YEAR),
            ("a year", 1.0, YEAR),
            ("per year", 1.0, YEAR),
            ("each year", 1.0, YEAR),
            ("every year", 1.0, YEAR),
            ("half a year", 0.5, YEAR),
            ("hourly", 1.0, HOUR),
            ("an hour", 1.0, HOUR),
            ("per hour", 1.0, HOUR),
            ("each hour", 1.0, HOUR),
            ("every hour", 1.0, HOUR),
            ("half an hour", 0.5, HOUR),
            ("half hour", 0.5, HOUR),
            ("half-hour", 0.5, HOUR),
            ("a minute", 1.0, MINUTE),
            ("per minute", 1.0, MINUTE),
            ("per second", 1.0, SECOND),
            ("every minute", 1.0, MINUTE),
        ],
    ),
    (
        "de",
        &[
            ("täglich", 1.0, DAY),
            ("pro tag", 1.0, DAY),
            ("am tag", 1.0, DAY),
            ("jeden tag", 1.0, DAY),
            ("ein tag", 1.0, DAY),
            ("einen tag", 1.0, DAY),
            ("eines tages", 1.0, DAY),
            ("einem tag", 1.0, DAY),
            ("halben tag", 0.5, DAY),
            ("wöchentlich", 1.0, WEEK),
            ("pro woche", 1.0, WEEK),
            ("jede woche", 1.0, WEEK),
            ("in der woche", 1.0, WEEK),
            ("eine woche", 1.0, WEEK),
            ("einer woche", 1.0, WEEK),
            ("monatlich", 1.0, MONTH),
            ("pro monat", 1.0, MONTH),
            ("im monat", 1.0, MONTH),
            ("jeden monat", 1.0, MONTH),
            ("ein monat", 1.0, MONTH),
            ("einen monat", 1.0, MONTH),
            ("einem monat", 1.0, MONTH),
            ("jährlich", 1.0, YEAR),
            ("pro jahr", 1.0, YEAR),
            ("im jahr", 1.0, YEAR),
            ("jedes jahr", 1.0, YEAR),
            ("ein jahr", 1.0, YEAR),
            ("einem jahr", 1.0, YEAR),
            ("halbes jahr", 0.5, YEAR),
            ("halben jahr", 0.5, YEAR),
            ("halbjahr", 0.5, YEAR),
            ("halbjährlich", 0.5, YEAR),
            ("stündlich", 1.0, HOUR),
            ("pro stunde", 1.0, HOUR),
            ("eine stunde", 1.0, HOUR),
            ("einer stunde", 1.0, HOUR),
            ("halbe stunde", 0.5, HOUR),
            ("halben stunde", 0.5, HOUR),
            ("pro minute", 1.0, MINUTE),
            ("pro sekunde", 1.0, SECOND),
            ("eine minute", 1.0, MINUTE),
            ("einer minute", 1.0, MINUTE),
        ],
    ),
];

/// The phrases by language, and what finds them.
static PHRASES: LazyLock<BTreeMap<&str, (&[Time], Pieces)>> = LazyLock::new(|| {
    let phrases = |times: &[Time]| Pieces::new(times.iter().map(|(phrase, ..)| *phrase));
    TIMES.iter().map(|(language, times)| (*language, (*times, phrases(times)))).collect()
});

const SECOND: Measure = Measure { dimension: "time", factor: 1.0 };
const MINUTE: Measure = Measure { dimension: "time", factor: 60.0 };
const HOUR: Measure = Measure { dimension: "time", factor: 3_600.0 };
const DAY: Measure = Measure { dimension: "time", factor: 86_400.0 };
const WEEK: Measure = Measure { dimension: "time", factor: 604_800.0 };
const MONTH: Measure = Measure { dimension: "calendar", factor: 1.0 };
const YEAR: Measure = Measure { dimension: "calendar", factor: 12.0 };

/// The times of a text that no number says; no other text has to say them in the same way.
pub(super) fn read(text: &str, language: &str) -> Vec<Amount> {
    let Some((times, phrases)) = PHRASES.get(language) else { return Vec::new() };
    let letter = |c: char| c.is_alphabetic() && !crate::text::is_cjk(c);
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        // Places would be others; no language that is known here has such letters.
        return Vec::new();
    }
    // Where each phrase stands first.
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for (phrase, at) in phrases.find(&lower) {
        let first = first.entry(phrase).or_insert(at);
        *first = at.min(*first);
    }
    let of_phrase = |(phrase, at): (usize, usize)| {
        let (phrase, count, measure) = times.get(phrase)?;
        let (before, after) = (lower.get(..at)?, lower.get(at + phrase.len()..)?);
        let alone = !phrase.starts_with(letter) || !before.ends_with(letter) && !after.starts_with(letter);
        let amount = Amount::plain(vec![*count], Span::new(at, at + phrase.len()));
        let amount = Amount { measure: Some(*measure), ..amount };
        alone.then_some(amount)
    };
    first.into_iter().filter_map(of_phrase).collect()
}
