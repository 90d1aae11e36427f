//! What a line of plain text begins with: a number, a bullet, a label, a head mark.

use crate::text::{Span, is_cjk};

/// The kind of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `2.1. `: how many numbers it has, and the first of them.
    Number { depth: u8, first: u16 },
    /// `- `, `・`, `① `, `(1) `.
    Bullet,
    /// `Q1. `
    Question,
    /// `A. `
    Answer,
    /// `■ `, `◆ `
    Head,
}

impl Mark {
    pub(super) fn described(self) -> &'static str {
        match self {
            Self::Number { .. } => "the number of a heading",
            Self::Bullet => "the bullet of an item",
            Self::Question => "the label of a question",
            Self::Answer => "the label of an answer",
            Self::Head => "the mark of a heading",
        }
    }
}

/// The marker at the start of a trimmed line, and the byte where the text behind it begins (the line's length
/// where the marker stands alone).
pub(super) fn marker(line: &str) -> Option<(Mark, usize)> {
    let (mark, rest) = bullet(line)
        .map(|rest| (Mark::Bullet, rest))
        .or_else(|| head(line).map(|rest| (Mark::Head, rest)))
        .or_else(|| number(line))
        .or_else(|| label(line))
        .or_else(|| enumerator(line).map(|rest| (Mark::Bullet, rest)))?;
    Some((mark, line.len() - rest.trim_start().len()))
}

/// Which lines are numbered items of a list although each looks like a heading: two or more numbered lines
/// without anything between them. Chapters have a text; so a flat run of single numbers is a list, and a deeper
/// run is one (a table of contents) where a blank line ends it. A `1.` begins a new run.
pub(super) fn listed(text: &str, lines: &[Span]) -> Vec<bool> {
    let numbers: Vec<Option<(u8, u16)>> = lines.iter().map(|line| numbered(line.of(text))).collect();
    let mut listed = vec![false; lines.len()];
    let mut start = 0;
    while start < lines.len() {
        let run: Vec<u8> = numbers
            .iter()
            .skip(start)
            .enumerate()
            .map_while(|(index, number)| number.filter(|number| index == 0 || *number != (1, 1)))
            .map(|(depth, _)| depth)
            .collect();
        let end = start + run.len();
        let flat = run.iter().all(|depth| *depth == 1);
        let siblings = run.windows(2).any(|pair| pair.first() >= pair.last());
        let ended = lines.get(end).is_none_or(|line| line.is_empty());
        if run.len() > 1 && (flat || (siblings && ended)) {
            listed.iter_mut().skip(start).take(run.len()).for_each(|line| *line = true);
        }
        start = end.max(start + 1);
    }
    listed
}

fn numbered(line: &str) -> Option<(u8, u16)> {
    match marker(line)? {
        (Mark::Number { depth, first }, text) if text < line.len() => Some((depth, first)),
        _ => None,
    }
}

/// `-`, `*`, `+`, `–` before white space or alone; `・` and its like before anything but themselves.
fn bullet(line: &str) -> Option<&str> {
    let mut chars = line.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
    match first {
        '-' | '*' | '+' | '–' | '—' | '−' | '‐' if spaced => Some(rest),
        '・' | '•' | '●' | '○' | '◦' | '▪' | '‣' | '･' if !rest.starts_with(first) => {
            Some(rest)
        }
        _ => None,
    }
}

fn head(line: &str) -> Option<&str> {
    let first = line.chars().next().filter(|c| matches!(c, '■' | '◆' | '◇' | '□' | '▼' | '▶'))?;
    let rest = line.strip_prefix(first)?;
    (!rest.starts_with(first)).then_some(rest)
}

/// One or two digits, ASCII or full-width, in front of `text`.
fn digits(text: &str) -> Option<(u16, &str)> {
    let mut value = 0;
    let mut rest = text;
    for _ in 0..3 {
        let Some(digit) = rest.chars().next().and_then(digit) else { break };
        value = value * 10 + digit;
        rest = rest.get(rest.chars().next().map_or(0, char::len_utf8)..)?;
    }
    // A year or a dose is no section number.
    (rest.len() < text.len() && value < 100).then_some((value, rest))
}

fn digit(c: char) -> Option<u16> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => None,
    }
    .and_then(|digit| u16::try_from(digit).ok())
}

/// `N.`, `N.M.`, `N.M.K.`; the last stop is needed, since `2.5 mg` is no section. Then white space or nothing,
/// or a word at once (`１．はじめに`, and `１．Introduction` when that was translated).
fn number(line: &str) -> Option<(Mark, &str)> {
    let (first, mut rest) = digits(line)?;
    rest = rest.strip_prefix(['.', '．'])?;
    let mut depth = 1_u8;
    while let Some((_, further)) = digits(rest) {
        rest = further.strip_prefix(['.', '．'])?;
        depth = depth.checked_add(1).filter(|depth| *depth <= 6)?;
    }
    begins_a_text(rest).then_some((Mark::Number { depth, first }, rest))
}

/// `Q1.`, `Q.`, `Q1:`, `Ｑ１．`, `問1.`, `Question 1:` and the same of answers.
fn label(line: &str) -> Option<(Mark, &str)> {
    const LABELS: &[(&str, Mark)] = &[
        ("Question", Mark::Question),
        ("Answer", Mark::Answer),
        ("質問", Mark::Question),
        ("回答", Mark::Answer),
        ("問", Mark::Question),
        ("答え", Mark::Answer),
        ("答", Mark::Answer),
        ("Q", Mark::Question),
        ("A", Mark::Answer),
        ("Ｑ", Mark::Question),
        ("Ａ", Mark::Answer),
    ];
    let (mark, rest) = LABELS.iter().find_map(|(label, mark)| Some((*mark, line.strip_prefix(label)?)))?;
    let number = rest.trim_start_matches([' ', '#']);
    let after = number.trim_start_matches(|c: char| digit(c).is_some());
    let counted = after.len() < number.len();
    let after = if counted { after } else { rest };
    if let Some(text) = after.strip_prefix(['.', '．', ':', '：', '、', ')', '）']) {
        // `Q.E.D.` and `A.B.` are no labels.
        let letters = after.starts_with('.') && text.chars().nth(1) == Some('.');
        return (!letters && begins_a_text(text)).then_some((mark, text));
    }
    // `Q1 何か` is a question, `Q10 is a coenzyme.` is none.
    let spaced = after.is_empty() || after.starts_with(char::is_whitespace);
    let asks = after.is_empty() || after.ends_with(['?', '？', 'か']);
    (counted && mark == Mark::Question && spaced && asks).then_some((mark, after))
}

/// `(1) `, `1) `, `（1）`, `①`. Not in `①の方法` and `(1)の場合`, where the sign is a word of the sentence.
fn enumerator(line: &str) -> Option<&str> {
    let rest = if let Some(rest) = line.strip_prefix(|c: char| matches!(c, '①'..='⑳')) {
        rest
    } else {
        let (_, rest) = digits(line.strip_prefix(['(', '（']).unwrap_or(line))?;
        rest.strip_prefix([')', '）'])?
    };
    let in_a_sentence = rest.starts_with(|c| "はがをにのでともや、，～〜・".contains(c));
    (!in_a_sentence && begins_a_text(rest)).then_some(rest)
}

/// Nothing, white space, a capital, a CJK character or an opening sign: what can stand right behind a marker.
fn begins_a_text(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| {
        c.is_whitespace()
            || is_cjk(c)
            || (c.is_alphabetic() && !c.is_lowercase())
            || matches!(c, '“' | '"' | '„' | '«' | '¿' | '¡' | '*' | '_')
    })
}
