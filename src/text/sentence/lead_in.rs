//! The term that an item begins with: `基礎研究: …`, `組織の修復 …`, `**Basic research**: …`.

use crate::text::{Span, is_cjk};

/// A term at the start of an item and what stands between it and its explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeadIn {
    /// The term with its inline marks; a sentence of its own.
    pub term: Span,
    /// The colon or the space, of no sentence.
    pub separator: Span,
}

/// Before a colon: the longest term in columns (a CJK character takes two). A colon says clearly what it is, so
/// the bound only has to keep whole clauses out.
const WIDEST_BEFORE_COLON: usize = 64;
/// Before a space: twenty CJK characters. Japanese writes no space inside a sentence, so one that comes early
/// sets a term apart; compound terms are seldom longer, and a space further on is a slip of the keyboard.
const WIDEST_BEFORE_SPACE: usize = 40;

/// Finds the lead-in of an item.
///
/// With a colon (`: `, `：`, or `:` between CJK characters) anything short may stand before it. With only a
/// space, both neighbours must be CJK, the term must be a noun by its looks (two characters or more, not ending
/// in a particle), no `、` or `。` may come before, and what follows must be a sentence.
///
/// ```
/// use yakugo::text::lead_in;
/// let item = "基礎研究: 細胞で作用を調べる段階。";
/// let found = lead_in(item).unwrap();
/// assert_eq!((found.term.of(item), found.separator.of(item)), ("基礎研究", ": "));
/// assert_eq!(lead_in("細胞で作用を調べる段階。"), None);
/// ```
pub fn lead_in(text: &str) -> Option<LeadIn> {
    let mut depth = 0_usize;
    let mut columns = 0;
    let mut comma = false;
    let mut before = None;
    for (at, c) in text.char_indices() {
        columns += if is_cjk(c) { 2 } else { 1 };
        if columns > WIDEST_BEFORE_COLON + 2 || matches!(c, '。' | '！' | '？' | '!' | '?' | '\n') {
            return None;
        }
        if c.is_whitespace() && before == Some('.') {
            return None;
        }
        match c {
            '「' | '『' | '（' | '(' | '【' | '[' | '“' => depth += 1,
            '」' | '』' | '）' | ')' | '】' | ']' | '”' => depth = depth.saturating_sub(1),
            ':' | '：' if depth == 0 => return before_colon(text, at, c),
            ' ' | '\u{3000}' if depth == 0 && !comma && columns <= WIDEST_BEFORE_SPACE + 2 => {
                if let Some(found) = before_space(text, at, c, before) {
                    return Some(found);
                }
            }
            '、' | '，' => comma = true,
            _ => {}
        }
        if !is_inline_mark(c) {
            before = Some(c);
        }
    }
    None
}

fn before_colon(text: &str, at: usize, colon: char) -> Option<LeadIn> {
    let mut term = text.get(..at)?.trim_end().len();
    let mut separator = at + colon.len_utf8();
    let after = text.get(separator..)?;
    // `**Term:** text`: the colon stands inside the marks and stays with them.
    let marks = after.len() - after.trim_start_matches(is_inline_mark).len();
    if marks > 0 && text.starts_with(is_inline_mark) {
        separator += marks;
        term = separator;
    }
    let after = text.get(separator..)?;
    let spaces = after.len() - after.trim_start().len();
    let next = after.trim_start().chars().next()?;
    let between_cjk =
        is_cjk(next) && text.get(..at)?.chars().next_back().is_some_and(|c| is_cjk(c) || c == ')');
    let named = text.get(..term)?.chars().any(char::is_alphabetic);
    if !named || !(spaces > 0 || colon == '：' || between_cjk || term == separator) {
        return None;
    }
    Some(LeadIn { term: Span::new(0, term), separator: Span::new(term, separator + spaces) })
}

fn before_space(text: &str, at: usize, space: char, before: Option<char>) -> Option<LeadIn> {
    let after = text.get(at + space.len_utf8()..)?;
    let next = after.trim_start_matches(is_inline_mark).chars().next()?;
    let term = text.get(..at)?;
    let noun = before.is_some_and(|c| is_cjk(c) && !"はがをにでともへのやて、・".contains(c));
    let long_enough = term.chars().filter(|c| !is_inline_mark(*c)).nth(1).is_some();
    if !noun || !long_enough || !is_cjk(next) || !after.contains(['。', '．', '？']) {
        return None;
    }
    Some(LeadIn { term: Span::new(0, at), separator: Span::new(at, at + space.len_utf8()) })
}

fn is_inline_mark(c: char) -> bool {
    matches!(c, '*' | '_' | '`' | '~')
}
