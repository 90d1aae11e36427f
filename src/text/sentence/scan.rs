//! One pass over a text that finds where its sentences end.
//!
//! A terminator inside brackets is only a candidate: when the bracket closes, the candidates inside it are
//! dropped; when the line ends with the bracket still open, they stand. So no stray bracket swallows a text, and
//! every byte is looked at once (words before a full stop are looked at over a bounded distance).

use super::Sentences;
use super::abbreviations::{Abbreviation, takes_a_letter};
use super::following::{Following, after_space, begins_with_cjk, goes_on};
use crate::text::is_cjk;

/// Deeper nesting than this is a mistake or an attack; the outermost bracket is given up.
const MOST_BRACKETS: usize = 32;
/// The longest abbreviation, number or label that is looked for before a full stop, in bytes.
const LONGEST_WORD: usize = 40;
/// The longest address that is looked for before a `?`, in bytes.
const LONGEST_ADDRESS: usize = 400;

struct Bracket {
    closer: char,
    /// How many breaks were known when it opened.
    breaks: usize,
    /// The byte after it.
    inside: usize,
}

/// What was found after a run of terminators.
struct Tail {
    /// The byte after the closing brackets, quotes and marks.
    end: usize,
    /// Whether a bracket or quote closed there.
    bracketed: bool,
    /// Whether that bracket holds nothing but the terminators: `(?)`.
    editorial: bool,
}

pub(super) struct Scanner<'a> {
    text: &'a str,
    rules: &'a Sentences,
    /// The byte after each sentence found so far.
    breaks: Vec<usize>,
    open: Vec<Bracket>,
    /// Which inline marks and straight quotes are open in this line, a bit each.
    marks: u8,
    /// Where the current line or block began.
    floor: usize,
}

/// The bytes after which a sentence ends, in order.
pub(super) fn ends(text: &str, rules: &Sentences) -> Vec<usize> {
    let mut scanner = Scanner { text, rules, breaks: Vec::new(), open: Vec::new(), marks: 0, floor: 0 };
    let mut at = 0;
    while at < text.len() {
        at = scanner.step(at);
    }
    scanner.breaks
}

impl Scanner<'_> {
    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.rest(at).chars().next()
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at).and_then(|before| before.chars().next_back())
    }

    /// Deals with what stands at `at` and returns where to go on.
    fn step(&mut self, at: usize) -> usize {
        let Some(byte) = self.text.as_bytes().get(at) else { return self.text.len() };
        // Most bytes are letters; of the multi-byte ones only these leads hold anything of interest.
        if byte.is_ascii_alphanumeric() || *byte == b' ' {
            return at + 1;
        }
        let Some(c) = self.char_at(at) else { return at + 1 };
        let next = at + c.len_utf8();
        if is_terminator(c) {
            return self.terminators(at);
        }
        match c {
            '\n' => self.line_end(next),
            '*' | '_' | '~' | '`' | '"' => {
                let end = self.run_end(at, c);
                if self.is_mark(at, end, c) {
                    self.marks ^= mark_bits(c, end - at);
                }
                return end;
            }
            _ if self.closes(c) => self.close(c),
            _ => {
                if let Some(closer) = closer_of(c) {
                    if self.open.len() == MOST_BRACKETS {
                        self.open.remove(0);
                    }
                    self.open.push(Bracket { closer, breaks: self.breaks.len(), inside: next });
                }
            }
        }
        next
    }

    /// Brackets and marks end with the line; a blank line ends the sentence too.
    fn line_end(&mut self, next: usize) {
        self.open.clear();
        self.marks = 0;
        let blank = self.rest(next).chars().take(256).find(|c| *c == '\n' || !c.is_whitespace());
        if blank == Some('\n') {
            self.breaks.push(next);
        }
        self.floor = next;
    }

    fn closes(&self, c: char) -> bool {
        is_closer(c) && self.open.iter().any(|bracket| bracket.closer == c)
    }

    fn close(&mut self, c: char) {
        if let Some(depth) = self.open.iter().rposition(|bracket| bracket.closer == c) {
            if let Some(bracket) = self.open.get(depth) {
                self.breaks.truncate(bracket.breaks);
            }
            self.open.truncate(depth);
        }
    }

    fn run_end(&self, at: usize, c: char) -> usize {
        let length = self.rest(at).chars().take_while(|other| *other == c).count();
        at + length * c.len_utf8()
    }

    /// A `*` between spaces and a `_` inside a name are no marks.
    fn is_mark(&self, at: usize, end: usize, c: char) -> bool {
        let before = self.char_before(at).unwrap_or(' ');
        let after = self.char_at(end).unwrap_or(' ');
        let between_spaces = before.is_whitespace() && after.is_whitespace();
        let in_a_name = c == '_' && before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric();
        !between_spaces && !in_a_name
    }

    /// A run of terminators begins at `at`.
    fn terminators(&mut self, at: usize) -> usize {
        let run = self.rest(at);
        let length = run.char_indices().find(|(_, c)| !is_terminator(*c)).map_or(run.len(), |(end, _)| end);
        let end = at + length;
        let floor = self.breaks.last().copied().unwrap_or_default().max(self.floor);
        let tail = self.tail(at, end);
        if self.ends_here(at, end, &tail, floor) {
            self.breaks.push(tail.end);
        }
        tail.end
    }

    /// Takes the closing brackets, quotes, marks and notes that stand right after the terminators.
    fn tail(&mut self, at: usize, run_end: usize) -> Tail {
        let mut tail = Tail { end: run_end, bracketed: false, editorial: false };
        while let Some(c) = self.char_at(tail.end) {
            let next = tail.end + c.len_utf8();
            match c {
                '*' | '_' | '~' | '`' | '"' => {
                    let end = self.run_end(tail.end, c);
                    let bits = mark_bits(c, end - tail.end);
                    let at_the_edge = self.char_at(end).is_none_or(char::is_whitespace);
                    if self.marks & bits == 0 && !at_the_edge {
                        break;
                    }
                    self.marks &= !bits;
                    tail.bracketed |= c == '"';
                    tail.end = end;
                }
                _ if self.closes(c) => {
                    tail.editorial |= self.open.last().is_some_and(|b| b.closer == c && b.inside == at);
                    tail.bracketed = true;
                    self.close(c);
                    tail.end = next;
                }
                ')' | '）' | ']' | '」' | '』' | '｣' | '”' | '】' | '》' | '〉' => {
                    tail.bracketed = true;
                    tail.end = next;
                }
                '\'' | '’' if self.char_at(next).is_none_or(|c| !c.is_alphanumeric()) => {
                    tail.bracketed = true;
                    tail.end = next;
                }
                '[' | '<' => match closing_note(self.rest(tail.end)) {
                    Some(length) => tail.end += length,
                    None => break,
                },
                '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' => tail.end = next,
                _ => break,
            }
        }
        tail
    }

    fn ends_here(&self, at: usize, run_end: usize, tail: &Tail, floor: usize) -> bool {
        let run = self.text.get(at..run_end).unwrap_or_default();
        let rest = self.rest(tail.end);
        let language = self.rules.language.as_str();
        if tail.editorial {
            return false;
        }
        if run == "." {
            return self.full_stop_ends(at, tail, floor);
        }
        if run == "．" {
            let numbered = is_numbering(self.text.get(floor..at).unwrap_or_default());
            let digit = rest.chars().next().is_some_and(char::is_numeric);
            return !(numbered || digit || (tail.bracketed && goes_on(language, rest, true)));
        }
        if run.chars().all(|c| matches!(c, '.' | '…' | '‥')) {
            return matches!(
                after_space(rest),
                Some(Following::End | Following::Capital | Following::Starter | Following::Other)
            );
        }
        let stop = run.contains(['。', '｡']);
        if stop || run.contains(['！', '？']) {
            return (stop && !tail.bracketed) || !goes_on(language, rest, tail.bracketed);
        }
        let before = self.char_before(at);
        if before.is_some_and(is_cjk) {
            return !goes_on(language, rest, tail.bracketed) && !self.is_in_address(at, rest);
        }
        if let Some(following) = after_space(rest) {
            return following != Following::Small;
        }
        // `DNA?次`, but `Yahoo!ニュース`.
        begins_with_cjk(rest)
            && !goes_on(language, rest, tail.bracketed)
            && !(run == "!" && before.is_some_and(|c| c.is_ascii_alphanumeric()))
    }

    /// Whether the `?` at `at` is the query of an address that is written on.
    fn is_in_address(&self, at: usize, rest: &str) -> bool {
        rest.starts_with(|c: char| c.is_ascii_alphanumeric())
            && self.word_before(at, LONGEST_ADDRESS, char::is_whitespace).contains("://")
    }

    /// The single full stop at `at`.
    fn full_stop_ends(&self, at: usize, tail: &Tail, floor: usize) -> bool {
        let rest = self.rest(tail.end);
        let after_cjk = self.char_before(at).is_some_and(is_cjk);
        let following = match after_space(rest) {
            None => {
                let goes_on = goes_on(&self.rules.language, rest, tail.bracketed);
                return (after_cjk && begins_with_cjk(rest) && !goes_on)
                    && !is_numbering(self.text.get(floor..at).unwrap_or_default());
            }
            Some(Following::Small) => {
                let broken = rest.trim_start_matches([' ', '\t', '\r']).starts_with('\n');
                return broken && self.abbreviation(at).is_none();
            }
            Some(following) => following,
        };
        if self.rest(tail.end).trim_start().is_empty() {
            return true;
        }
        if is_numbering(self.text.get(floor..at).unwrap_or_default()) {
            return false;
        }
        match self.abbreviation(at) {
            None => true,
            Some(Abbreviation::NeverEnds) => false,
            Some(Abbreviation::BeforeNumber) => following != Following::Digit,
            Some(Abbreviation::SeldomEnds) => {
                !tail.bracketed && matches!(following, Following::End | Following::Starter)
            }
        }
    }

    /// What the word before the full stop at `at` makes of it.
    fn abbreviation(&self, at: usize) -> Option<Abbreviation> {
        let word = self.word_before(at, LONGEST_WORD, ends_a_word);
        let mut letters = word.chars();
        let (first, second) = (letters.next()?, letters.next());
        if second.is_none() && first.is_alphabetic() && !is_cjk(first) {
            if first.is_lowercase() {
                return Some(Abbreviation::SeldomEnds);
            }
            let before = at - first.len_utf8();
            let label = self.text.get(..before).unwrap_or_default().trim_end().len();
            let labelled = takes_a_letter(self.word_before(label, LONGEST_WORD, ends_a_word));
            return (!labelled).then_some(Abbreviation::SeldomEnds);
        }
        if self.rules.ordinals && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()) {
            return Some(Abbreviation::SeldomEnds);
        }
        self.rules.abbreviations.find(word)
    }

    /// The characters before `at` back to one that `stops`, at most `longest` bytes.
    fn word_before(&self, at: usize, longest: usize, stops: impl Fn(char) -> bool) -> &str {
        let mut start = at;
        for c in self.text.get(..at).unwrap_or_default().chars().rev() {
            if stops(c) || at - start + c.len_utf8() > longest {
                break;
            }
            start -= c.len_utf8();
        }
        self.text.get(start..at).unwrap_or_default()
    }
}

fn ends_a_word(c: char) -> bool {
    c.is_whitespace()
        || is_cjk(c)
        || matches!(c, '(' | '[' | '{' | '"' | '*' | '_' | ',' | ';' | '“' | '„' | '«' | '—' | '–')
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '。' | '｡' | '．' | '！' | '？' | '…' | '‥')
        || matches!(c, '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' | '।' | '።' | '։')
}

fn is_closer(c: char) -> bool {
    matches!(
        c,
        '」' | '』' | '）' | ')' | '】' | '〉' | '》' | '〕' | '］' | ']' | '”' | '“' | '»' | '«' | '›'
    )
}

/// The closing bracket that an opening one waits for. `“` and `»` open or close by language: they close what
/// waits for them and open otherwise.
fn closer_of(c: char) -> Option<char> {
    Some(match c {
        '「' => '」',
        '｢' => '｣',
        '『' => '』',
        '（' => '）',
        '(' => ')',
        '【' => '】',
        '〈' => '〉',
        '《' => '》',
        '〔' => '〕',
        '［' => '］',
        '[' => ']',
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        _ => return None,
    })
}

fn mark_bits(c: char, length: usize) -> u8 {
    match c {
        '*' => (u8::from(length >= 2) << 1) | u8::from(length % 2 == 1),
        '_' => (u8::from(length >= 2) << 3) | (u8::from(length % 2 == 1) << 2),
        '~' => 1 << 4,
        '`' => 1 << 5,
        _ => 1 << 6,
    }
}

/// The length of a note mark (`[^1]`, `[2, 3]`) or a closing tag (`</b>`) at the start of `rest`.
fn closing_note(rest: &str) -> Option<usize> {
    let (inner, closer) =
        if let Some(inner) = rest.strip_prefix("</") { (inner, '>') } else { (rest.strip_prefix('[')?, ']') };
    let length = inner.char_indices().take(24).find(|(_, c)| *c == closer)?.0;
    let inner = inner.get(..length)?;
    let note = inner.starts_with('^')
        || inner.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '-' | '–'));
    let tag = closer == '>' && inner.chars().all(|c| c.is_ascii_alphanumeric());
    (!inner.is_empty() && (note || tag))
        .then(|| rest.len() - rest.get(length..).map_or(0, str::len) + if closer == '>' { 3 } else { 2 })
}

/// Words before the number of a heading, a figure or a question.
const LABELS: &str = "\
    fig figure table step chapter section part abb abbildung tabelle \
    tab kapitel schritt abschnitt figura tabla tableau рис рисунок \
    таблица 図 表 第 問 答 質問 q a ｑ ａ 그림 표";

/// Whether the sentence so far is only a number with its label: `1`, `2.1`, `Q1`, `図２`, `IV`.
fn is_numbering(sentence: &str) -> bool {
    if sentence.len() > LONGEST_WORD {
        return false;
    }
    let sentence = sentence.trim().trim_start_matches(['*', '_', '(', '（', '#', ' ', '【']);
    let label = sentence.trim_end_matches(|c: char| c.is_numeric() || matches!(c, '.' | '-' | '．' | ' '));
    if label.len() < sentence.len() {
        let label = label.trim().to_lowercase();
        return label.is_empty() || LABELS.split(' ').any(|known| known == label);
    }
    let roman = !sentence.is_empty() && sentence.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    roman || matches!(sentence, "Q" | "A" | "Ｑ" | "Ａ")
}
