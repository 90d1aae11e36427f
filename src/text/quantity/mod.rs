//! Numbers with their comparators and units, as values, so that a changed dose is seen as one and the same dose is
//! seen in another language.

mod comparator;
mod granted;
mod measure;
mod number;
mod placeable;
mod scan;
mod spoken;
mod unit;

use std::fmt;

use crate::text::fold::half_width;
use crate::text::{Span, is_cjk};
use number::{Number, Style};
use scan::Scan;

pub use measure::Measure;

/// How a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are the words of arithmetic")]
pub enum Comparator {
    Exactly,
    About,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    /// `nearly 10`, `10弱`
    JustUnder,
    /// `10強`
    JustOver,
    PlusMinus,
    /// `2024年以降`
    Since,
    /// `2024年以前`
    Until,
}

impl Comparator {
    /// The sign for it, as it is shown before a number.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Exactly => "",
            Self::About => "≈",
            Self::AtLeast => "≥",
            Self::MoreThan => ">",
            Self::AtMost => "≤",
            Self::LessThan => "<",
            Self::JustUnder => "⪅",
            Self::JustOver => "⪆",
            Self::PlusMinus => "±",
            Self::Since => "from ",
            Self::Until => "until ",
        }
    }
}

/// A number in one normal form, whatever its spelling.
///
/// In equal quantities everything but the place is equal.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// How it is meant.
    pub comparator: Comparator,
    /// Several of the value: `数百`, `数日`.
    pub several: bool,
    /// The value: digits without grouping, a point before decimals, `-` before a negative one; `$n` where a Fluent
    /// placeable with that variable stands beside a unit or a comparator.
    pub value: String,
    /// The upper end of a range.
    pub to: Option<String>,
    /// The unit or counter in its normal spelling (`μg/mL`, `day`, `回`); empty where none is known.
    pub unit: String,
    /// Where it stands.
    pub span: Span,
}

impl Quantity {
    /// What the unit measures; nothing for counters and numbers without one.
    ///
    /// ```
    /// use yakugo::text::quantities;
    /// let [hours, day] = ["24時間", "1日"].map(|text| quantities(text)[0].measure().unwrap());
    /// assert_eq!((hours.dimension, 24.0 * hours.factor), (day.dimension, day.factor));
    /// ```
    pub fn measure(&self) -> Option<Measure> {
        measure::of(&self.unit)
    }
}

impl PartialEq for Quantity {
    fn eq(&self, other: &Self) -> bool {
        let key = |of: &Self| (of.comparator, of.several);
        key(self) == key(other)
            && (&self.value, &self.to, &self.unit) == (&other.value, &other.to, &other.unit)
    }
}

impl Eq for Quantity {}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let several = if self.several { "several " } else { "" };
        write!(f, "{}{several}{}", self.comparator.sign(), self.value)?;
        if let Some(to) = &self.to {
            write!(f, "–{to}")?;
        }
        let apart = if self.unit.starts_with(|c: char| c.is_alphabetic() && !is_cjk(c)) { " " } else { "" };
        write!(f, "{apart}{}", self.unit)
    }
}

/// The quantities of a text in order. Marks are looked through; numbers in addresses, in code and in names (`IL-6`,
/// `CD34`) are none.
///
/// ```
/// use yakugo::text::quantities;
/// let found = |text: &str| quantities(text).iter().map(ToString::to_string).collect::<Vec<_>>();
/// assert_eq!(found("１,０００ µg/mL以上を２回"), ["≥1000 μg/mL", "2回"]);
/// assert_eq!(found("約三種類、令和6年、1万2千人"), ["≈3種類", "2024年", "12000人"]);
/// assert_eq!(found("at least 10–20 mg of IL-6"), ["≥10–20 mg"]);
/// ```
pub fn quantities(text: &str) -> Vec<Quantity> {
    find(text, Style::Unknown)
}

/// The same for a text whose language is known: `1,5` is one and a half in German, and `1.000` a thousand.
///
/// ```
/// use yakugo::text::{quantities, quantities_in};
/// assert_eq!(quantities_in("1,5 mg in 1.000 mL", "de"), quantities_in("1.5 mg in 1,000 mL", "en"));
/// ```
pub fn quantities_in(text: &str, language: &str) -> Vec<Quantity> {
    find(text, Style::of(language))
}

/// Every value that a text may state in any reading, sorted: digits however they are grouped and wherever they stand,
/// number words, ordinals, months, halves, articles for one. To be lenient with: what is not among these values is
/// nowhere in the text.
///
/// ```
/// use yakugo::text::values_granted;
/// assert!(values_granted("a dreimal zweieinhalb", "de").ends_with(&[2.5, 3.0]));
/// assert!(values_granted("1,234 cells in March", "en").contains(&1234.0));
/// ```
pub fn values_granted(text: &str, language: &str) -> Vec<f64> {
    granted::read(text, language)
}

fn find(text: &str, style: Style) -> Vec<Quantity> {
    let scan = Scan::new(text);
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < scan.len() {
        if scan.at(at).is_ascii_digit() && is_in_name(&scan, at) {
            at += digits(&scan, at);
            continue;
        }
        let read = number::read(&scan, at, style).or_else(|| several(&scan, at));
        let read = read.filter(|(_, end)| !is_word(&scan, at, *end));
        let read = read.map(|(number, end)| quantity(&scan, at, end, number)).or_else(|| variable(&scan, at));
        let Some((quantity, end)) = read else {
            at += 1;
            continue;
        };
        at = end.max(at + 1);
        match found.last_mut().filter(|last| is_range(last, &quantity, text)) {
            Some(last) => {
                last.to = Some(quantity.value);
                last.unit = quantity.unit;
                last.span.end = quantity.span.end;
                if quantity.comparator != Comparator::Exactly {
                    last.comparator = quantity.comparator;
                }
            }
            None => found.push(quantity),
        }
    }
    found
}

/// A number with what stands around it.
fn quantity(scan: &Scan, start: usize, end: usize, number: Number) -> (Quantity, usize) {
    let kanji = !scan.at(start).is_ascii_digit();
    let (number, start, end) = era(scan, start, end, number);
    // `48-hour`, `10-mg`.
    let hyphened = || (scan.at(end) == '-').then(|| unit::read(scan, end + 1, kanji)).flatten();
    let unit = unit::read(scan, scan.skip_blanks(end), kanji).or_else(hyphened);
    let (unit, after) = unit.unwrap_or((String::new(), end));
    let minus = is_minus(scan, start);
    let comparator = comparator::around(scan, start - usize::from(minus), after);
    let value = if minus { format!("-{}", number.to_text()) } else { number.to_text() };
    let span = scan.span(start - usize::from(minus), after);
    (Quantity { comparator, several: number.several, value, to: None, unit, span }, after)
}

/// The variable of a placeable, where it is plain that it stands for a number.
fn variable(scan: &Scan, start: usize) -> Option<(Quantity, usize)> {
    let (value, end) = placeable::read(scan, start)?;
    let (unit, after) = unit::read(scan, scan.skip_blanks(end), false).unwrap_or((String::new(), end));
    let comparator = comparator::around(scan, start, after);
    // `about { $topic }` says nothing of a number.
    let is_number = !unit.is_empty() || !matches!(comparator, Comparator::Exactly | Comparator::About);
    let span = scan.span(start, after);
    is_number.then_some((Quantity { comparator, several: false, value, to: None, unit, span }, after))
}

/// Whether a quantity is the upper end of the one before it: `10–20 mg`, `10 mg〜20 mg`, `5 to 10`.
fn is_range(last: &Quantity, next: &Quantity, text: &str) -> bool {
    let between = text.get(last.span.end..next.span.start).unwrap_or_default();
    let sign: String =
        between.chars().map(scan::normal).filter(|c| !c.is_whitespace() && *c != '*').collect();
    let range = matches!(sign.as_str(), "~" | "-" | "から" | "ないし" | "至" | "to" | "bis" | "à" | "до");
    // Two comparators are two statements; `約10〜20 mg以下` is one.
    let one = next.comparator == Comparator::Exactly
        || matches!(last.comparator, Comparator::Exactly | Comparator::About);
    last.to.is_none()
        && range
        && one
        && last.several == next.several
        && (last.unit.is_empty() || last.unit == next.unit)
}

/// `令和6年` is 2024年.
fn era(scan: &Scan, start: usize, end: usize, number: Number) -> (Number, usize, usize) {
    const ERAS: [(&str, u128); 5] =
        [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867)];
    let is_year = scan.at(scan.skip_blanks(end)) == '年';
    let era = ERAS.iter().find(|(name, _)| is_year && scan.ends(scan.skip_blanks_back(start), name));
    match era.and_then(|(_, base)| number.add(*base)) {
        Some(year) => (year, scan.skip_blanks_back(start) - 2, end),
        None => (number, start, end),
    }
}

/// `数種類`, `数日`: several, where a counter follows.
fn several(scan: &Scan, at: usize) -> Option<(Number, usize)> {
    let counted =
        scan.at(at) == '数' && !is_cjk_letter(scan.before(at)) && unit::read(scan, at + 1, true).is_some();
    counted.then(|| (number::several_ones(), at + 1))
}

fn is_cjk_letter(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// A minus sign, where it is no hyphen and no range: `−80 ℃`, not `10-20`, `IL-6`.
fn is_minus(scan: &Scan, at: usize) -> bool {
    let before = scan.before(at.saturating_sub(1));
    scan.before(at) == '-' && !before.is_ascii_alphanumeric() && before != '-'
}

/// Whether digits belong to a name: `CD34`, `IL-6`, `TGF-β1`, `VEGF-A165`.
fn is_in_name(scan: &Scan, at: usize) -> bool {
    let letter =
        |c: char| c.is_alphabetic() && !is_cjk(c) && !matches!(c, '\u{AC00}'..='\u{D7A3}') || c == '_';
    let before = scan.before(at);
    // The part behind a hyphen belongs to the name that its neighbour belongs to: `CVE-2025-10`.
    letter(before)
        || before == '-'
            && (letter(scan.before(at - 1)) || {
                let digits = (1..at).rev().take_while(|at| scan.before(*at).is_ascii_digit()).count();
                digits > 0 && is_in_name(scan, at - 1 - digits)
            })
}

fn digits(scan: &Scan, at: usize) -> usize {
    (at..scan.len()).take_while(|at| scan.at(*at).is_ascii_digit()).count().max(1)
}

/// Words that begin like a counted number: names of organs, diseases and idioms.
const WORDS_WITH_NUMERALS: &[&str] = &[
    "十二指腸",
    "十二指肠",
    "百日咳",
    "百日せき",
    "四十肩",
    "五十肩",
    "四十腕",
    "五十音",
    "四六時中",
    "十人十色",
    "二人三脚",
    "三日月",
    "百人一首",
    "千万不",
    "千万别",
    "千万要",
    "三三五五",
    "二十日鼠",
    "二十日ねずみ",
    "三つ編",
    "三つ子",
    "八百屋",
    "八百万の",
    "一本化",
    "一人ひとり",
    "一人一人",
    "一つ一つ",
    "一つひとつ",
    "百分之",
    "千分之",
];

/// Whether what was read is a word: kanji numerals stand in many (一部, 十分, 統一). They count with a counter
/// behind them, behind 第 or の of a fraction, or when they are of several characters.
fn is_word(scan: &Scan, start: usize, end: usize) -> bool {
    let first = scan.at(start);
    if !is_cjk_letter(first) && first != '〇' {
        return false;
    }
    let long = (start..end).filter(|at| scan.at(*at) != '数').count() > 1 || first == '数';
    let counted = unit::read(scan, scan.skip_blanks(end), true).is_some();
    let fraction = ["分の", "分之"].iter().any(|sign| scan.ends(start, sign) || scan.starts(end, sign));
    let told = scan.before(start) == '第' || fraction;
    if WORDS_WITH_NUMERALS.iter().any(|word| scan.starts(start, word)) {
        return true;
    }
    // 十分 is "enough" unless it goes on as a time does.
    let minutes = scan.at(end) == '分'
        && ["間", "後", "前", "ご", "お", "以", "程", "ほ"].iter().any(|c| scan.starts(end + 1, c));
    !(long || counted || told || minutes)
}

/// Whether a text has a word to translate: a letter that belongs to no unit. In a text of a CJK language only CJK
/// and Hangul letters count; Latin names and formulas stand there as they will in the translation.
///
/// ```
/// use yakugo::text::has_words;
/// assert!(has_words("10 ng/mL以上", "ja") && has_words("10 mg daily", "en"));
/// assert!(!has_words("10 ng/mL", "en") && !has_words("TGF-β1", "ja"));
/// ```
pub fn has_words(text: &str, locale: &str) -> bool {
    let language = locale.split('-').next().unwrap_or_default();
    if matches!(language, "ja" | "zh" | "ko") {
        let letter =
            |c: char| c.is_alphabetic() && (is_cjk(half_width(c)) || matches!(c, '\u{AC00}'..='\u{D7A3}'));
        return text.chars().any(letter);
    }
    let words = text.split(|c: char| !c.is_alphabetic() && c != '°').filter(|word| !word.is_empty());
    words.map(|word| word.chars().map(scan::normal).collect::<String>()).any(|word| !unit::is_unit(&word))
}

#[cfg(test)]
mod tests;
