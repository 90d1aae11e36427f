//! Signs and words of which one for another turns a sentence round, though no quantity and no denial changes.
//!
//! The words stand in `opposites.txt`, one opposition a paragraph.

use std::sync::LazyLock;

use daachorse::charwise::CharwiseDoubleArrayAhoCorasickBuilder;
use daachorse::{CharwiseDoubleArrayAhoCorasick, MatchKind};

use crate::carry::wording::changed_clauses;
use crate::text::is_cjk;

static OPPOSITES: LazyLock<Opposites> = LazyLock::new(|| Opposites::parse(include_str!("opposites.txt")));

/// What turned, as `食前 → 食後`; nothing if no sign and no word of an opposition did.
pub(super) fn turned(old: &str, new: &str) -> Option<String> {
    turned_sign(old, new).or_else(|| {
        let (old, new) = changed_clauses(old, new);
        OPPOSITES.turned(&old.join("\n").to_lowercase(), &new.join("\n").to_lowercase())
    })
}

/// Fractions, roman and circled numbers, small figures of formulas, and signs of comparison.
fn is_turning(c: char) -> bool {
    matches!(c, '¼'..='¾' | '⅐'..='ↈ' | '①'..='⓿' | '₀'..='₉' | '≠' | '≈' | '≡' | '<' | '>' | '↑' | '↓')
}

fn turned_sign(old: &str, new: &str) -> Option<String> {
    let (old, new) = (signs(old), signs(new));
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    if start == old.len().max(new.len()) {
        return None;
    }
    let side = |all: &[String]| all.get(start).map_or("–", String::as_str).to_owned();
    Some(format!("{} → {}", side(&old), side(&new)))
}

/// The signs of a text, and its numbers with a sign between them (`1:10`, `1/10`), in order.
fn signs(text: &str) -> Vec<String> {
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    let characters: Vec<char> = text.chars().collect();
    let digits = |from: usize| characters.iter().skip(from).take_while(|c| c.is_ascii_digit()).count();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = characters.get(at) {
        let number = digits(at);
        let second = at + number + 1;
        let joined = characters.get(at + number).is_some_and(|c| matches!(c, ':' | '/' | '×' | '*' | '^'));
        if number > 0 && joined && digits(second) > 0 {
            found.push(characters.iter().skip(at).take(number + 1 + digits(second)).collect());
            at = second;
            continue;
        }
        if is_turning(*c) {
            found.push(c.to_string());
        }
        at += number.max(1);
    }
    found
}

/// The words of the table and where they belong.
struct Opposites {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    words: Vec<Entry>,
}

/// A word of the table.
#[derive(Clone, Copy)]
struct Entry {
    /// Its opposition and its side; none of a word that only looks like one.
    side: Option<(usize, usize)>,
    /// Whether one more or one fewer counts.
    counts_alone: bool,
    /// Whether any ending may follow.
    is_stem: bool,
}

/// A word where it stands.
struct Found<'t> {
    side: (usize, usize),
    counts_alone: bool,
    word: &'t str,
}

impl Opposites {
    fn parse(table: &'static str) -> Self {
        let (mut patterns, mut words): (Vec<&str>, Vec<Entry>) = (Vec::new(), Vec::new());
        let (mut section, mut opposition, mut side) = ("", 0, 0);
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            if line.is_empty() || line.starts_with('[') {
                section = if line.is_empty() { section } else { line };
                (opposition, side) = (opposition + 1, 0);
                continue;
            }
            for word in line.split('|').map(str::trim) {
                let stem = word.strip_suffix('*');
                patterns.push(stem.unwrap_or(word));
                words.push(Entry {
                    side: (section != "[neither]").then_some((opposition, side)),
                    counts_alone: section == "[coming or going]",
                    is_stem: stem.is_some(),
                });
            }
            side += 1;
        }
        let builder = CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest);
        Self { automaton: builder.build(patterns).ok(), words }
    }

    /// What turned between two texts in small letters.
    fn turned(&self, old: &str, new: &str) -> Option<String> {
        let (old, new) = (self.find(old), self.find(new));
        let mut oppositions: Vec<usize> = old.iter().chain(&new).map(|found| found.side.0).collect();
        oppositions.sort_unstable();
        oppositions.dedup();
        oppositions.into_iter().find_map(|opposition| {
            let of = |all: &'_ [Found<'_>]| -> Vec<usize> {
                (0..all.len()).filter(|at| all[*at].side.0 == opposition).collect()
            };
            let (before, after) = (of(&old), of(&new));
            let sides = |all: &[Found<'_>], which: &[usize]| -> Vec<usize> {
                which.iter().map(|at| all[*at].side.1).collect()
            };
            let (before_sides, after_sides) = (sides(&old, &before), sides(&new, &after));
            let start = before_sides.iter().zip(&after_sides).take_while(|(a, b)| a == b).count();
            let lost = *before.get(start).unwrap_or(&usize::MAX);
            let came = *after.get(start).unwrap_or(&usize::MAX);
            let alone = [old.get(lost), new.get(came)].into_iter().flatten().any(|found| found.counts_alone);
            let turned = alone || is_exchange(&before_sides, &after_sides);
            let word =
                |found: Option<&Found<'_>>| found.map_or("–".to_owned(), |found| found.word.to_owned());
            turned.then(|| format!("{} → {}", word(old.get(lost)), word(new.get(came))))
        })
    }

    fn find<'t>(&self, text: &'t str) -> Vec<Found<'t>> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let matches = automaton.leftmost_find_iter(text);
        matches.filter_map(|found| self.found(text, found.start(), found.end(), found.value())).collect()
    }

    fn found<'t>(&self, text: &'t str, start: usize, end: usize, value: u32) -> Option<Found<'t>> {
        let entry = self.words.get(usize::try_from(value).ok()?)?;
        let letter = |c: char| c.is_alphanumeric() && !is_cjk(c);
        let (before, after) = (text.get(..start)?, text.get(end..)?);
        let ending = after.len() - after.trim_start_matches(letter).len();
        let word = text.get(start..end + if entry.is_stem { ending } else { 0 })?;
        let begins = !word.starts_with(letter) || !before.ends_with(letter);
        let ends = !word.ends_with(letter) || entry.is_stem || ending == 0;
        (begins && ends).then_some(Found { side: entry.side?, counts_alone: entry.counts_alone, word })
    }
}

/// Whether one side went where another came, or the sides changed places.
fn is_exchange(before: &[usize], after: &[usize]) -> bool {
    let count = |all: &[usize], side: usize| all.iter().filter(|other| **other == side).count();
    let all = || before.iter().chain(after);
    let went = all().any(|side| count(before, *side) > count(after, *side));
    let came = all().any(|side| count(before, *side) < count(after, *side));
    went && came || !went && !came && before != after
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_word_stands_on_one_side_only() {
        let table = include_str!("opposites.txt").lines().filter(|line| !line.starts_with(['#', '[']));
        let mut seen = BTreeSet::new();
        for word in table.filter(|line| !line.is_empty()).flat_map(|line| line.split('|')).map(str::trim) {
            assert!(!word.is_empty() && word == word.to_lowercase(), "`{word}` is written in small letters");
            assert!(seen.insert(word.trim_end_matches('*')), "`{word}` stands in the table twice");
        }
        assert_eq!(OPPOSITES.words.len(), seen.len());
        assert!(OPPOSITES.automaton.is_some());
    }

    #[test]
    fn one_side_for_another_turns_a_sentence() {
        let check = |old: &str, new: &str, expected: &str| {
            assert_eq!(turned(old, new).as_deref(), Some(expected), "{old} → {new}");
        };
        check("食前に飲む", "食後に飲む", "食前 → 食後");
        check("左の腕は右より", "右の腕は左より", "左 → 右");
        check("Take it before meals.", "Take it after meals.", "before → after");
        check("The dose may be increased.", "The dose may be decreased.", "increased → decreased");
        check("Tests must be repeated", "Tests may be repeated", "must → may");
        check("täglich einnehmen", "wöchentlich einnehmen", "täglich → wöchentlich");
        check("avant le repas", "après le repas", "avant → après");
        check("antes de comer", "después de comer", "antes → después");
        check("口服给药", "静脉给药", "口服 → 静脉");
        check("妊婦に使う", "妊婦以外に使う", "– → 以外");
        check("dilute 1:10", "dilute 1/10", "1:10 → 1/10");
        check("¼錠", "½錠", "¼ → ½");
    }

    #[test]
    fn ordinary_words_come_and_go() {
        let check = |old: &str, new: &str| assert_eq!(turned(old, new), None, "{old} → {new}");
        check("増加する", "増える");
        check("Wash the left hand.", "Wash the hand.");
        check("the leftover, the rights", "the rightful, the remains");
        check("名前を書く", "今後も書く");
        check("右へ。左へ。", "左へ。右へ。");
        check("before use", "prior to use");
    }
}
