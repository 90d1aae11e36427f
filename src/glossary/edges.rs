//! Whether a hit in a script without spaces begins and ends where a word does, judged by the script of its own first
//! and last character.

use crate::glossary::han::{WINDOW, Words};
use crate::glossary::inflect::korean;
use crate::glossary::words::{is_hangul, is_letter};
use crate::text::{FoldedChar, is_cjk, is_katakana};

/// The script of one character, as far as edges are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Letters,
    Katakana,
    Hiragana,
    Kanji,
    Hangul,
    Sign,
}

impl Script {
    pub(crate) fn of(c: char) -> Self {
        match c {
            _ if is_katakana(c) => Self::Katakana,
            'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => Self::Hiragana,
            _ if is_hangul(c) => Self::Hangul,
            _ if is_letter(c) => Self::Letters,
            '々' | '〆' | 'ヶ' => Self::Kanji,
            _ if is_cjk(c) && c.is_alphabetic() => Self::Kanji,
            _ => Self::Sign,
        }
    }
}

/// A hit as indices of characters: from `first` up to, not including, `end`.
pub(crate) fn are_edges(chars: &[FoldedChar], first: usize, end: usize, han: Option<&Words>) -> bool {
    let Some(hit) = chars.get(first..end) else { return false };
    let (Some(head), Some(tail)) = (hit.first(), hit.last()) else { return false };
    let before = first.checked_sub(1).and_then(|at| chars.get(at)).filter(|_| !head.joint).map(|c| c.c);
    let after = chars.get(end).filter(|next| !next.joint).map(|c| c.c);
    if hit.iter().all(|c| Script::of(c.c) == Script::Hiragana) && !may_end_hiragana(after) {
        return false;
    }
    let left = match Script::of(head.c) {
        Script::Letters => !before.is_some_and(is_letter),
        Script::Katakana => run_allows(chars, first, end, before.is_some_and(is_katakana), true),
        Script::Hangul => !before.is_some_and(is_hangul) || is_long(hit),
        Script::Kanji | Script::Hiragana | Script::Sign => true,
    };
    let right = match Script::of(tail.c) {
        Script::Letters => !after.is_some_and(is_letter),
        Script::Katakana => run_allows(chars, first, end, after.is_some_and(is_katakana), false),
        Script::Hangul => !after.is_some_and(is_hangul) || is_long(hit) || korean_tail(chars, end),
        Script::Kanji | Script::Hiragana | Script::Sign => true,
    };
    left && right && han.is_none_or(|words| han_allows(chars, first, end, words))
}

/// Whether the runs of kanji at both ends of a hit can be cut there.
fn han_allows(chars: &[FoldedChar], first: usize, end: usize, words: &Words) -> bool {
    let (leftmost, rightmost) = (first.saturating_sub(WINDOW), end.saturating_add(WINDOW));
    let in_run = |at: usize| chars.get(at).is_some_and(|c| Script::of(c.c) == Script::Kanji);
    let run_around = |at: usize| {
        let mut from = at;
        while from > leftmost && in_run(from - 1) && !chars.get(from).is_some_and(|c| c.joint) {
            from -= 1;
        }
        let mut to = at;
        while to < rightmost
            && in_run(to)
            && (to == from || !chars.get(to).is_some_and(|c| c.joint) || to < end)
        {
            to += 1;
        }
        (from, to)
    };
    let allows = |at: usize| {
        let (from, to) = run_around(at);
        let goes_on = from < first || to > end;
        if !in_run(at) || !goes_on {
            return true;
        }
        let run: Vec<char> = chars.iter().skip(from).take(to - from).map(|c| c.c).collect();
        words.allow(&run, first.max(from) - from, end.min(to) - from)
    };
    allows(first) && allows(end - 1)
}

/// Korean writes compounds solid: a term of three syllables or more may have other nouns around it.
fn is_long(hit: &[FoldedChar]) -> bool {
    hit.len() >= 3
}

fn korean_tail(chars: &[FoldedChar], end: usize) -> bool {
    let after = chars.iter().skip(end).take_while(|c| is_hangul(c.c)).take(korean::LONGEST_PARTICLE + 1);
    let tail: String = after.map(|c| c.c).collect();
    korean::is_particle(&tail)
}

/// How many katakana a word has at least that may be part of a longer run, and how many the rest of that run has:
/// サイトカイン and ストーム, but not サイト and カイン.
const KATAKANA_WORD: usize = 4;
const KATAKANA_REST: usize = 3;

/// Whether a katakana edge is one although the run of katakana goes on.
fn run_allows(chars: &[FoldedChar], first: usize, end: usize, goes_on: bool, left: bool) -> bool {
    if !goes_on {
        return true;
    }
    let in_run = |c: &&FoldedChar| is_katakana(c.c);
    let rest = if left {
        // The joint lies before a character, so the run to the left includes the character that has it.
        let before = chars.get(..first).unwrap_or_default();
        let run = before.iter().rev().take_while(in_run).take(KATAKANA_REST);
        let joint = run.clone().position(|c| c.joint);
        joint.map_or(run.count(), |at| at + 1)
    } else {
        chars.iter().skip(end).take_while(in_run).take_while(|c| !c.joint).take(KATAKANA_REST).count()
    };
    let hit = chars.get(first..end).unwrap_or_default();
    let own = if left {
        hit.iter().take_while(in_run).count()
    } else {
        hit.iter().rev().take_while(in_run).count()
    };
    let begins_small = |c: Option<&FoldedChar>| c.is_some_and(|c| "ァィゥェォッャュョヮーン".contains(c.c));
    let cut_inside = if left { begins_small(hit.first()) } else { begins_small(chars.get(end)) };
    own >= KATAKANA_WORD && rest >= KATAKANA_REST && !cut_inside
}

/// Words of hiragana alone: what follows must be able to follow a noun.
fn may_end_hiragana(after: Option<char>) -> bool {
    match after {
        Some(c) if Script::of(c) == Script::Hiragana => "はがをにのでともやへかだなさまじ".contains(c),
        _ => true,
    }
}
