//! Where words of kanji (hanzi) begin and end in a run of them: 本人 is no word of 日本人, 炎症 is one of 抗炎症. The run
//! is cut into common words as cheaply as possible; a hit that must cut one of them in two costs too much.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// How words of one language are weighed.
pub(crate) struct Words {
    /// By [`key`]: a word is looked up for every piece of every run.
    costs: FxHashMap<u128, u16>,
    /// The cost of a character that is no known word.
    unknown: u16,
    /// The highest cost of a hit: somebody wrote it into a glossary, so it is a word.
    hit: u16,
    /// What a single character costs more that is neither a prefix nor at the end of its run: Japanese puts single
    /// kanji behind words (日本|人), and before them only as prefixes (抗|炎症).
    stray: u16,
}

static JAPANESE: LazyLock<Words> = LazyLock::new(|| Words::new(include_str!("ja.txt"), 60, 46, 15));
static CHINESE: LazyLock<Words> = LazyLock::new(|| Words::new(include_str!("zh.txt"), 34, 24, 0));

const PREFIXES: &str = "非未新大小抗再不各本前後元副全無超多低高反両主総対第同約毎現当旧異";
/// Costs closer than this are equal: the lists come from newspapers, not from clinics.
const MARGIN: u32 = 2;
const LONGEST_WORD: usize = 5;
/// How far from the hit its run is looked at.
pub(crate) const WINDOW: usize = 10;
/// A hit as long as this is there by no accident.
const CERTAIN: usize = 4;

impl Words {
    /// The words of a locale's language, if there is a list.
    pub(crate) fn of(locale: &str) -> Option<&'static Self> {
        match locale.split(['-', '_']).next().unwrap_or_default() {
            "ja" => Some(&JAPANESE),
            "zh" | "yue" => Some(&CHINESE),
            _ => None,
        }
    }

    /// Reads lines of cost, length and words of that length without anything between them.
    fn new(list: &'static str, unknown: u16, hit: u16, stray: u16) -> Self {
        let mut costs = FxHashMap::default();
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split(' ');
            let (Some(cost), Some(length), Some(words)) = (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let (Ok(cost), Ok(length)) = (cost.parse(), length.parse::<usize>()) else { continue };
            let mut rest = words;
            while let Some((end, last)) = rest.char_indices().nth(length.saturating_sub(1)) {
                let (word, after) = rest.split_at(end + last.len_utf8());
                costs.insert(
                    word.chars().rev().enumerate().fold(0, |key, (at, c)| key | part_of_key(at, c)),
                    cost,
                );
                rest = after;
            }
        }
        Self { costs, unknown, hit, stray }
    }

    /// Whether the characters from `first` to `end` of a run can be a word there.
    pub(crate) fn allow(&self, run: &[char], first: usize, end: usize) -> bool {
        if end.saturating_sub(first) >= CERTAIN {
            return true;
        }
        let from = first.saturating_sub(WINDOW);
        let Some(run) = run.get(from..run.len().min(end + WINDOW)) else { return true };
        let (free, whole) = self.cheapest(run, (first - from, end - from));
        whole <= free.saturating_add(MARGIN)
    }

    /// The cost of the cheapest cut of a run into words, and of the cheapest that does not cut the hit.
    fn cheapest(&self, run: &[char], (first, end): (usize, usize)) -> (u32, u32) {
        let mut best = Vec::with_capacity(run.len() + 1);
        best.push((0u32, 0u32));
        for to in 1..=run.len() {
            let mut cheapest = (u32::MAX, u32::MAX);
            let mut key = 0;
            for (length, from) in (to.saturating_sub(LONGEST_WORD)..to).rev().enumerate() {
                let Some(c) = run.get(from) else { break };
                key |= part_of_key(length, *c);
                let is_hit = (from, to) == (first, end);
                // A longer word around the hit says nothing of where words in it begin.
                let around = from <= first && to >= end && !is_hit;
                if around {
                    continue;
                }
                let single = (length == 0).then_some(*c);
                let cost = match (self.cost(key, single, to < run.len()), is_hit) {
                    (Some(cost), true) => cost.min(self.hit),
                    (None, true) => self.hit,
                    (Some(cost), false) => cost,
                    (None, false) => continue,
                };
                let before = best.get(from).copied().unwrap_or((u32::MAX, u32::MAX));
                cheapest.0 = cheapest.0.min(before.0.saturating_add(u32::from(cost)));
                let cuts = |edge: usize| from < edge && edge < to;
                if !cuts(first) && !cuts(end) {
                    cheapest.1 = cheapest.1.min(before.1.saturating_add(u32::from(cost)));
                }
            }
            best.push(cheapest);
        }
        best.last().copied().unwrap_or_default()
    }

    /// The cost of a word by its key; of a single character also where it is none.
    fn cost(&self, key: u128, single: Option<char>, followed: bool) -> Option<u16> {
        let known = self.costs.get(&key).copied();
        let Some(single) = single else { return known };
        let stray = if followed && known.is_some() && !PREFIXES.contains(single) { self.stray } else { 0 };
        Some(known.unwrap_or(self.unknown) + stray)
    }
}

/// What the character that is `at` characters before the end of its word adds to the word's key: a character has 21
/// bits, a word no more than [`LONGEST_WORD`] of them.
fn part_of_key(at: usize, c: char) -> u128 {
    u128::from(u32::from(c)) << (21 * at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_not_cut_in_two() {
        let check = |locale: &str, run: &str, hit: &str, expected: bool| {
            let first = run.get(..run.find(hit).unwrap()).unwrap().chars().count();
            let run: Vec<char> = run.chars().collect();
            let words = Words::of(locale).unwrap();
            assert_eq!(words.allow(&run, first, first + hit.chars().count()), expected, "{hit}");
        };
        check("ja", "中国会議", "国会", false);
        check("ja", "外国人", "国人", false);
        check("ja", "外国人", "外国", true);
        check("ja", "生体外", "体外", false);
        check("ja", "脳血管障害", "血管", true);
        check("ja", "幹細胞培養上清液", "培養", true);
        check("ja", "間葉系幹細胞", "幹細胞", true);
        check("zh-Hans", "大学生活", "学生", false);
        check("zh-Hans", "干细胞外泌体", "外泌体", true);
        assert!(Words::of("en").is_none());
    }
}
