//! Changes of words that change the meaning: a denial that came or went, a numbered name that became another.

use std::collections::BTreeMap;

use crate::text::negations;

/// Prefixes that deny the word behind them, in languages written with spaces.
const DENYING: &[&str] = &[
    "un", "in", "im", "ir", "il", "non", "non-", "dis", "des", "dés", "a", "anti", "anti-", "не", "без",
    "бес",
];
/// Shorter stems make chance pairs (`a` + `live`).
const STEM_LEAST: usize = 5;

/// Says `negation` where a denial came, went or moved.
///
/// Denials are counted clause by clause where the changed clauses can be paired, so that a "not" that moved from one
/// to another is seen; where they cannot, over all of them.
pub(super) fn changed_denial(old: &str, new: &str) -> Option<String> {
    let (old_clauses, new_clauses) = changed_clauses(old, new);
    let count = |clauses: &[&str]| -> Vec<usize> { clauses.iter().map(|clause| negations(clause)).collect() };
    let (before, after) = (count(&old_clauses), count(&new_clauses));
    let counted = if before.len() == after.len() {
        before != after
    } else {
        before.iter().sum::<usize>() != after.iter().sum::<usize>()
    };
    // A form that spans two clauses is seen in the whole text only.
    let denied = counted || negations(old) != negations(new) || prefixed(old, new);
    denied.then(|| "negation".to_owned())
}

/// The clauses that the other text does not have, in order.
pub(super) fn changed_clauses<'a>(old: &'a str, new: &'a str) -> (Vec<&'a str>, Vec<&'a str>) {
    let (old, new) = (clauses(old), clauses(new));
    (only_in(&old, &new), only_in(&new, &old))
}

fn clauses(text: &str) -> Vec<&str> {
    let ends = |c: char| matches!(c, '。' | '、' | '，' | '．' | ',' | ';' | '!' | '?' | '\n' | ':' | '.');
    text.split(ends).map(str::trim).filter(|clause| !clause.is_empty()).collect()
}

fn only_in<'a>(these: &[&'a str], those: &[&str]) -> Vec<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    those.iter().for_each(|clause| *counts.entry(clause).or_default() += 1);
    let mut only = Vec::new();
    for clause in these {
        match counts.get_mut(clause).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => only.push(*clause),
        }
    }
    only
}

/// Whether a word became its own opposite: `approved`, `unapproved`.
fn prefixed(old: &str, new: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let split = text.split(|c: char| !c.is_alphabetic() && c != '-');
        split.filter(|word| word.chars().count() >= STEM_LEAST).map(str::to_lowercase).collect()
    };
    let (old, new) = (words(old), words(new));
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
    let (lost, came) = (only_in(&old, &new), only_in(&new, &old));
    let denies =
        |long: &str, short: &str| DENYING.iter().any(|prefix| long.strip_prefix(prefix) == Some(short));
    lost.iter().any(|a| came.iter().any(|b| denies(a, b) || denies(b, a)))
}

/// Names `IL-6 → IL-8` where a name kept its letters and changed its digits.
pub(super) fn changed_name(old: &str, new: &str) -> Option<String> {
    let (old, new) = (numbered(old), numbered(new));
    let (lost, came) = (only_in(&old, &new), only_in(&new, &old));
    let letters = |name: &str| -> String { name.chars().filter(|c| !c.is_ascii_digit()).collect() };
    lost.iter().find_map(|a| {
        let other = came.iter().find(|b| letters(a) == letters(b))?;
        Some(format!("{a} → {other}"))
    })
}

/// Latin and Greek names with digits behind a letter: `IL-6`, `CD34`, `TGF-β1`, `VEGF-A165`.
fn numbered(text: &str) -> Vec<&str> {
    let of_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || matches!(c, '\u{370}'..='\u{3FF}');
    let runs = text.split(|c| !of_name(c)).map(|run| run.trim_matches('-'));
    runs.filter(|run| run.starts_with(char::is_alphabetic) && run.contains(|c: char| c.is_ascii_digit()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn denials_that_move_are_seen() {
        assert!(changed_denial("甲は使えないが、乙は使える。", "甲は使えるが、乙は使えない。").is_some());
        assert!(changed_denial("甲は使えない。乙は使える。", "乙は使える。甲は使えない。").is_none());
        assert!(changed_denial("It is not used.", "It isn't used.").is_none());
    }

    #[test]
    fn prefixes_deny() {
        assert!(prefixed("approved drugs", "unapproved drugs"));
        assert!(prefixed("a sterile tube", "a non-sterile tube"));
        assert!(!prefixed("a cell", "a bell"));
    }

    #[test]
    fn names_with_numbers() {
        assert_eq!(numbered("IL-6とCD34、10 mg、TGF-β1"), ["IL-6", "CD34", "TGF-β1"]);
        assert_eq!(changed_name("CD34陽性", "CD43陽性"), Some("CD34 → CD43".to_owned()));
        assert_eq!(changed_name("CD34陽性", "IL-6陽性"), None);
    }
}
