//! `punctuation`: how sentences end, and what stands in pairs, by the habits of each language.

use super::languages::{is_arabic_letter, is_cjk_letter, is_east_asian, is_right_to_left, language};
use super::{Beside, Seen, replaced};
use crate::document::Kind;
use crate::finding::{Finding, rule};

rule! {
    /// A translation ends otherwise than its source, has a mark twice or without its partner, or has a mark that its
    /// language does not use.
    ///
    /// Why: a lost question mark turns a question into an order, and a lost bracket leaves readers to guess where a
    /// remark ends. Marks of another language look like a fault of the program.
    ///
    /// Example: `Êtes-vous enceinte.` for `Are you pregnant?`, `(see Fig. 3` without its `)`, `，` in an English text.
    ///
    /// Fix: write what the message names. What languages do in their own ways is not reported: `。` for a full stop, a
    /// Japanese question without a question mark, headings and items without a full stop, `「」` for quotation marks.
    pub(in crate::check) const PUNCTUATION: "punctuation", Note;
}

pub(super) fn check(texts: &Beside<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = end(texts).into_iter().collect();
    findings.extend(twice(texts));
    findings.extend(partners(texts));
    findings.extend(own_marks(texts));
    findings.extend(inverted(texts));
    findings
}

/// How a text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Stop,
    Question,
    Exclamation,
    Colon,
    Ellipsis,
    /// A letter or a digit.
    Nothing,
    /// Anything else: a bracket, a quotation, code, a placeable.
    Other,
}

fn end_of(seen: &Seen, locale: &str) -> End {
    let mut row = seen
        .chars()
        .rev()
        .skip_while(|c| c.is_whitespace() || matches!(c, '\u{2069}' | '\u{200F}' | '\u{200E}'));
    let Some(last) = row.next() else { return End::Other };
    match last {
        '.' if row.next() == Some('.') => End::Ellipsis,
        '.' | '。' | '．' | '｡' | '۔' | '।' | '։' | '።' | '။' => End::Stop,
        ';' | '\u{37E}' if language(locale) == "el" => End::Question,
        '?' | '？' | '؟' | '՞' | '⁇' => End::Question,
        '!' | '！' => End::Exclamation,
        ':' | '：' => End::Colon,
        '…' | '⋯' => End::Ellipsis,
        c if c.is_alphanumeric() => End::Nothing,
        _ => End::Other,
    }
}

/// Languages without a full stop.
const WITHOUT_STOP: [&str; 5] = ["km", "lo", "my", "th", "bo"];

fn end(texts: &Beside<'_>) -> Option<Finding> {
    let pair = texts.pair;
    let (own, other) = (end_of(&texts.target, pair.to), end_of(&texts.source, pair.from));
    let runs = matches!(
        pair.kind,
        Kind::Paragraph | Kind::Answer | Kind::Footnote | Kind::Definition | Kind::Summary | Kind::Quote
    );
    let says = match (other, own) {
        (End::Question, End::Stop) if language(pair.to) != "ja" => {
            "the source asks, the translation does not: end it with a question mark"
        }
        (End::Stop, End::Question) if !may_ask(&texts.source, pair.from) => {
            "the translation asks, the source does not: end it with a full stop"
        }
        (End::Stop | End::Question, End::Nothing)
            if runs && !WITHOUT_STOP.contains(&language(pair.to)) && texts.source.len() > 5 =>
        {
            "the end of the sentence has no mark, and that of the source has one: add it"
        }
        (End::Question, End::Nothing) if texts.is_label() && !asks_without_mark(&texts.target, pair.to) => {
            "the source ends with a question mark: add it"
        }
        (End::Stop, End::Nothing) if texts.is_label() && is_sentence(texts) => {
            "the source ends with a full stop: add it"
        }
        (End::Colon, End::Nothing) if texts.is_label() => "the source ends with a colon: add it",
        (End::Ellipsis, End::Nothing) if texts.is_label() => "the source ends with `…`: add it",
        _ => return None,
    };
    let last = texts.target.chars().rev().take_while(|c| c.is_whitespace()).count();
    let at = texts.target.len() - last;
    Some(Finding::new(&PUNCTUATION, texts.target.span(at.saturating_sub(1), at), says))
}

/// Whether a sentence that ends with a full stop may be a question all the same.
fn may_ask(seen: &Seen, locale: &str) -> bool {
    let last = seen.chars().rev().filter(|c| !c.is_whitespace()).nth(1).unwrap_or(' ');
    match language(locale) {
        "ja" => matches!(last, 'か' | 'の' | 'ね' | 'う' | 'な'),
        "zh" | "yue" => matches!(last, '吗' | '呢' | '嗎' | '吧'),
        "ko" => matches!(last, '까' | '요' | '나'),
        _ => false,
    }
}

/// Whether a text without a mark at its end is a question by its words.
fn asks_without_mark(seen: &Seen, locale: &str) -> bool {
    let last = seen.chars().rev().find(|c| !c.is_whitespace()).unwrap_or(' ');
    match language(locale) {
        "ja" => matches!(last, 'か' | 'は'),
        "ko" => last == '까',
        language => WITHOUT_STOP.contains(&language),
    }
}

/// Whether a message of a program is long enough for its full stop to be missed, in a language that would have one.
fn is_sentence(texts: &Beside<'_>) -> bool {
    let words = texts.source.chars().filter(|c| *c == ' ').count();
    words > 3 && !is_east_asian(texts.pair.to) && !WITHOUT_STOP.contains(&language(texts.pair.to))
}

/// A mark that stands twice, or two that do not go together.
fn twice(texts: &Beside<'_>) -> Vec<Finding> {
    let target = &texts.target;
    let mut findings = Vec::new();
    for at in 1..target.len() {
        let (first, second) = (target.at(at - 1), target.at(at));
        if !is_mark(first) || !is_mark(second) {
            continue;
        }
        let around = (target.before(at - 1), target.at(at + 1));
        let is_doubled = match (first, second) {
            // Three are an ellipsis; `..` alone may be a path.
            ('.', '.') => around.0.is_alphanumeric() && around.1.is_whitespace(),
            // German quotation marks were once typed so.
            (',', ',') => around.0.is_alphanumeric(),
            (a, b) if a == b => {
                !is_mark(around.0) && !is_mark(around.1) && !matches!(a, '?' | '!' | '？' | '！' | ':')
            }
            ('。' | '、' | '，', '.' | ',' | '、' | '，' | '。') | ('.' | ',', '。' | '、' | '，') => {
                true
            }
            ('?' | '!', '.' | '。') => !is_mark(around.0) && around.1.is_whitespace(),
            _ => false,
        };
        let both: String = [first, second].iter().collect();
        if is_doubled && !texts.source.contains(&both) {
            let what = format!("`{both}` stands here: take away the mark that is too many");
            findings.push(Finding::new(&PUNCTUATION, target.span(at - 1, at + 1), what));
        }
    }
    findings
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | ';' | ':' | '?' | '!' | '。' | '、' | '，' | '．' | '；' | '？' | '！' | '،' | '؛' | '؟'
    )
}

/// What opens and what closes.
const PAIRS: [(&[char], &[char], &str); 5] = [
    (&['(', '（'], &[')', '）'], "a bracket"),
    (&['「', '『'], &['」', '』'], "a quotation mark"),
    (&['【', '〔', '〈', '《'], &['】', '〕', '〉', '》'], "a bracket"),
    (&['«', '‹'], &['»', '›'], "a quotation mark"),
    (&['“', '”', '„', '‟', '"'], &[], "a quotation mark"),
];

/// Brackets and quotation marks without a partner, where the source has none such.
fn partners(texts: &Beside<'_>) -> Vec<Finding> {
    let is_whole = |seen: &Seen, open: &[char], close: &[char]| {
        let count = |signs: &[char]| {
            (0..seen.len()).filter(|at| signs.contains(&seen.at(*at)) && !is_other(seen, *at)).count()
        };
        if close.is_empty() { count(open).is_multiple_of(2) } else { count(open) == count(close) }
    };
    let odd = PAIRS.iter().filter(|(open, close, _)| {
        !is_whole(&texts.target, open, close)
            && PAIRS.iter().all(|(open, close, _)| is_whole(&texts.source, open, close))
    });
    odd.map(|(open, close, name)| {
        let place = (0..texts.target.len()).rfind(|at| {
            let c = texts.target.at(*at);
            (open.contains(&c) || close.contains(&c)) && !is_other(&texts.target, *at)
        });
        let place = place.map_or(0, |place| place);
        let what = format!("{name} has no partner: add it, or take this one away");
        Finding::new(&PUNCTUATION, texts.target.span(place, place + 1), what)
    })
    .collect()
}

/// Whether a sign is none of a pair: `a)` in a list, `:)`, `5"` for inches.
fn is_other(seen: &Seen, at: usize) -> bool {
    let before = seen.before(at);
    match seen.at(at) {
        '"' => before.is_ascii_digit(),
        ')' | '）' => {
            let label = (0..at).rev().take_while(|at| seen.at(*at).is_alphanumeric()).count();
            let start = at - label;
            let is_label = (1..=3).contains(&label) && (start == 0 || seen.at(start - 1) == '\n');
            is_label || matches!(before, ':' | ';')
        }
        '(' => matches!(before, ':' | ';'),
        _ => false,
    }
}

/// Marks of another language.
fn own_marks(texts: &Beside<'_>) -> Vec<Finding> {
    let target = &texts.target;
    let to = texts.pair.to;
    let mut findings = Vec::new();
    for at in 0..target.len() {
        let c = target.at(at);
        if c.is_alphanumeric() || c == ' ' {
            continue;
        }
        let (before, after) = (target.before(at), target.at(at + 1));
        let own = if is_east_asian(to) {
            let ends = after.is_whitespace() || is_cjk_letter(after);
            if is_cjk_letter(before) && ends { east_asian(c, to) } else { None }
        } else if is_right_to_left(to) && !matches!(language(to), "he" | "yi" | "arc" | "dv") {
            if is_arabic_letter(before) { arabic(c) } else { None }
        } else {
            None
        };
        if let Some(own) = own {
            let what = format!("`{c}` is not the mark of this language: write `{own}`");
            let span = target.span(at, at + 1);
            // A Chinese comma has two forms.
            let is_sure = !(c == ',' && language(to) == "zh");
            findings.push(Finding::new(&PUNCTUATION, span, what).fix(replaced(span, own, is_sure)));
        } else if is_foreign(c, to) && !is_cjk_letter(before) && !is_cjk_letter(after) {
            let what = format!("`{c}` is a mark of Chinese and Japanese: write that of this language");
            findings.push(Finding::new(&PUNCTUATION, target.span(at, at + 1), what));
        } else if c == '”' && language(to) == "de" {
            let what = "`”` closes no quotation in German: write „…“";
            findings.push(Finding::new(&PUNCTUATION, target.span(at, at + 1), what));
        } else if c == '?' && language(to) == "el" && after.is_whitespace() && before.is_alphabetic() {
            let what = "Greek asks with `;`: write it";
            let span = target.span(at, at + 1);
            findings.push(Finding::new(&PUNCTUATION, span, what).fix(replaced(span, ";", true)));
        }
    }
    findings
}

fn east_asian(c: char, locale: &str) -> Option<&'static str> {
    let is_japanese = language(locale) == "ja";
    match c {
        '.' => Some("。"),
        ',' => Some(if is_japanese { "、" } else { "，" }),
        '?' if !is_japanese => Some("？"),
        '!' if !is_japanese => Some("！"),
        ';' if !is_japanese => Some("；"),
        _ => None,
    }
}

fn arabic(c: char) -> Option<&'static str> {
    match c {
        ',' => Some("،"),
        ';' => Some("؛"),
        '?' => Some("؟"),
        _ => None,
    }
}

fn is_foreign(c: char, locale: &str) -> bool {
    match c {
        '。' | '、' | '，' | '？' | '！' | '；' | '：' => !is_east_asian(locale),
        '（' | '）' | '「' | '」' | '『' | '』' => !is_east_asian(locale) && language(locale) != "ko",
        _ => false,
    }
}

/// Spanish opens its questions and exclamations.
fn inverted(texts: &Beside<'_>) -> Option<Finding> {
    if language(texts.pair.to) != "es" {
        return None;
    }
    let target = &texts.target;
    let lacks = |close: char, open: char| {
        let place =
            (0..target.len()).find(|at| target.at(*at) == close && target.before(*at).is_alphabetic())?;
        (!target.chars().any(|c| c == open)).then_some((place, open))
    };
    let (place, open) = lacks('?', '¿').or_else(|| lacks('!', '¡'))?;
    let what = format!("Spanish opens this with `{open}`: add it where the question or exclamation begins");
    Some(Finding::new(&PUNCTUATION, target.span(place, place + 1), what))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn ends_of_sentences() {
        check(
            "punctuation",
            "en",
            "el",
            &[("Are you well?", "Είστε καλά;", &[]), ("Are you well?", "Είστε καλά?", &["?"])],
        );
        check(
            "punctuation",
            "en",
            "es",
            &[("Are you well?", "¿Está bien?", &[]), ("Are you well?", "Está bien?", &["?"])],
        );
        check("punctuation", "en", "th", &[("Wash your hands.", "ล้างมือ", &[])]);
        check("punctuation", "en", "ko", &[("Wash your hands.", "손을 씻으세요", &["요"])]);
    }

    #[test]
    fn pairs_and_lists() {
        let rows: &[(&str, &str, &[&str])] = &[
            ("(a) one", "a) eins", &[]),
            ("A \"b\" of 5\"", "Ein „b“ von 5\"", &[]),
            ("one (two)", "eins (zwei", &["("]),
            ("Wait ...", "Warten ...", &[]),
            ("See ../a.", "Siehe ../a.", &[]),
        ];
        check("punctuation", "en", "de", rows);
    }
}
