//! What looks like a slip of the author's hand. The bytes stay as they are.

use crate::document::Kind;
use crate::finding::{Edit, Finding, Fix, rule};
use crate::text::{Span, is_cjk, lead_in};

rule! {
    /// A `**` is never closed, or its bold text runs over the end of a sentence.
    ///
    /// Why: the reader sees two stars, or half a paragraph in bold.
    ///
    /// Example: `**注意：この薬は飲まないでください。`
    ///
    /// Fix: close the bold text, or delete the stars that are too many.
    pub(crate) const UNBALANCED_MARKUP: "unbalanced-markup", Note;
}

rule! {
    /// A space stands inside a Japanese word or before a particle.
    ///
    /// Why: it is left over from typing or from a scanned text. Words are not found any more, neither by
    /// readers nor by the glossary.
    ///
    /// Example: `意 図しない`.
    ///
    /// Fix: delete the space. It is not deleted unasked, because a name is written with a space on purpose.
    pub(crate) const STRAY_SPACE: "stray-space", Note;
}

/// Looks at the text of one segment, `span` of `document`.
pub(super) fn check(kind: Kind, span: Span, document: &str, findings: &mut Vec<Finding>) {
    let mut start = span.start;
    for line in span.of(document).split('\n') {
        unbalanced(line, start, findings);
        if matches!(kind, Kind::Paragraph | Kind::Item | Kind::Question | Kind::Answer) {
            let lead = if kind == Kind::Item { lead_in(line) } else { None };
            stray_spaces(line, lead.map_or(0, |lead| lead.separator.end), start, findings);
        }
        start += line.len() + 1;
    }
}

fn unbalanced(line: &str, start: usize, findings: &mut Vec<Finding>) {
    let marks: Vec<usize> = line.match_indices("**").map(|(at, _)| at).collect();
    for pair in marks.chunks(2) {
        let (open, message) = match *pair {
            [open, close] => {
                let inside = line.get(open + 2..close).unwrap_or_default();
                let before = line.get(..open).unwrap_or_default();
                if !crosses_a_sentence(before, inside) {
                    continue;
                }
                (
                    open,
                    "the bold text that opens here runs over the end of a sentence: close it in the sentence",
                )
            }
            [open] => (open, "this `**` has no partner in its line: add the other one or take it away"),
            _ => continue,
        };
        findings.push(Finding::new(&UNBALANCED_MARKUP, Span::new(open, open + 2).shifted(start), message));
    }
}

/// Whether a sentence ends inside, and the bold text is not made of whole sentences.
fn crosses_a_sentence(before: &str, inside: &str) -> bool {
    let mut depth = 0_i32;
    let mut stops = inside.char_indices().filter(|(_, c)| {
        match c {
            '「' | '『' | '（' | '(' => depth += 1,
            '」' | '』' | '）' | ')' => depth -= 1,
            _ => {}
        }
        *c == '。' && depth <= 0
    });
    let Some((first, stop)) = stops.next() else { return false };
    let whole = (before.is_empty() || before.ends_with('。')) && inside.ends_with('。');
    first + stop.len_utf8() < inside.len() && !whole
}

/// Reports a single half-width space after `from` where joining its sides makes sense.
fn stray_spaces(line: &str, from: usize, start: usize, findings: &mut Vec<Finding>) {
    for (at, _) in line.match_indices(' ').filter(|(at, _)| *at >= from) {
        let before = line.get(..at).unwrap_or_default();
        let after = line.get(at + 1..).unwrap_or_default();
        if !tears_a_word(before, after) {
            continue;
        }
        let span = Span::new(at, at + 1).shifted(start);
        let left: String = before.chars().next_back().into_iter().collect();
        let right: String = after.chars().take(1).collect();
        let message = format!("a space between `{left}` and `{right}` tears a word: take it away");
        let edits = vec![Edit { span, text: String::new() }];
        findings.push(Finding::new(&STRAY_SPACE, span, message).fix(Fix { safe: false, edits }));
    }
}

/// Low noise comes first: names (`山田 太郎`), words in katakana and clinics (`ネオ 横浜院`) are written with a
/// space on purpose. So only these count:
/// - one kanji, a space, one kanji, and hiragana behind it: `意 図しない`;
/// - a particle before the space and kanji or katakana behind it: `研究が 進む`;
/// - kanji, a space and a lone particle: `細胞 を増やす`.
fn tears_a_word(before: &str, after: &str) -> bool {
    let mut left = before.chars().rev();
    let mut right = after.chars();
    let (Some(l1), l2) = (left.next(), left.next()) else { return false };
    let (Some(r1), r2) = (right.next(), right.next()) else { return false };
    let one_each = is_kanji(l1)
        && !l2.is_some_and(is_kanji)
        && l2.is_some_and(is_cjk)
        && is_kanji(r1)
        && r2.is_some_and(is_hiragana);
    let after_particle = is_particle(l1)
        && l2.is_some_and(|c| is_kanji(c) || is_katakana(c))
        && (is_kanji(r1) || is_katakana(r1));
    let before_particle = (is_kanji(l1) || is_katakana(l1))
        && is_particle(r1)
        && r2.is_some_and(|c| is_kanji(c) || is_katakana(c));
    one_each || after_particle || before_particle
}

fn is_particle(c: char) -> bool {
    matches!(c, 'は' | 'が' | 'を' | 'に' | 'の' | 'で' | 'と' | 'も' | 'へ')
}

fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '々' | '\u{20000}'..='\u{3FFFF}')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}')
}

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30A1}'..='\u{30FA}' | 'ー')
}
