//! Numbers with their comparators and units, so that a changed dose is seen as one.

use crate::text::fold::half_width;
use crate::text::is_cjk;

/// Units that can follow a number, longest first where one begins with another.
const UNITS: &[&str] = &[
    "mg/kg",
    "μg/kg",
    "ng/mL",
    "pg/mL",
    "μg/mL",
    "mg/mL",
    "mg/L",
    "mg/dL",
    "g/L",
    "mmol/L",
    "mmHg",
    "μmol",
    "mmol",
    "nmol",
    "kcal",
    "kPa",
    "rpm",
    "mol",
    "mcg",
    "min",
    "MHz",
    "kHz",
    "kDa",
    "mSv",
    "kg",
    "mg",
    "μg",
    "ng",
    "pg",
    "mL",
    "μL",
    "dL",
    "IU",
    "mM",
    "μM",
    "nM",
    "cm",
    "mm",
    "μm",
    "nm",
    "km",
    "ms",
    "Hz",
    "Gy",
    "Sv",
    "kJ",
    "Da",
    "g",
    "L",
    "M",
    "U",
    "m",
    "s",
    "h",
    "d",
    "J",
    "V",
    "W",
    "K",
    "%",
    "℃",
    "°C",
    "°F",
    "°",
    "‰",
    "パーセント",
    "単位",
    "時間",
    "週間",
    "か月",
    "カ月",
    "ヶ月",
    "年間",
    "日間",
    "種類",
    "分間",
    "秒間",
    "倍",
    "回",
    "日",
    "週",
    "月",
    "年",
    "分",
    "秒",
    "人",
    "名",
    "例",
    "件",
    "歳",
    "錠",
    "滴",
    "度",
    "割",
    "円",
    "次",
    "世代",
];

/// Words and signs before a number that say how it is meant.
const BEFORE: &[&str] =
    &["±", "≤", "≥", "≦", "≧", "<", ">", "約", "最大", "最小", "最低", "最高", "-", "−", "~", "〜", "～"];

/// Words after a number and its unit that say how it is meant.
const AFTER: &[&str] = &[
    "以上", "以下", "未満", "以内", "超", "以降", "以前", "弱", "強", "前後", "程度", "-", "−", "~", "〜",
    "～",
];

const KANJI_DIGITS: &str = "〇零一二三四五六七八九十百千万億兆";

/// The quantities of a text in order, each as comparator, number and unit in one normal form: `≥10ng/mL`.
///
/// Full-width digits, grouping commas and the two micro signs make no difference; a kanji numeral stands for
/// itself.
///
/// ```
/// use yakugo::text::quantities;
/// assert_eq!(quantities("１,０００ µg/mL以上を２回"), ["1000μg/mL以上", "2回"]);
/// assert_eq!(quantities("約三種類"), ["約三種類"]);
/// ```
pub fn quantities(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().map(normal).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let end = number_end(&chars, at);
        if end == at || (at > 0 && chars[at - 1].is_ascii_alphabetic()) {
            // A digit inside a name (IL6, CD34) belongs to the name, which is a word.
            at = if end > at { end } else { at + 1 };
            continue;
        }
        let mut quantity: String = comparator_before(&chars, at).to_owned();
        quantity.extend(chars[at..end].iter().filter(|c| **c != ','));
        at = end;
        let unit_at = skip_blanks(&chars, at);
        if let Some(unit) = starting(&chars, unit_at, UNITS).filter(|unit| is_whole(&chars, unit_at, unit)) {
            quantity.push_str(unit);
            at = unit_at + unit.chars().count();
        }
        if let Some(word) = starting(&chars, skip_blanks(&chars, at), AFTER) {
            quantity.push_str(word);
        }
        found.push(quantity);
    }
    found
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
    let is_unit = |word: &str| UNITS.iter().flat_map(|unit| unit.split('/')).any(|unit| unit == word);
    words.map(|word| word.chars().map(normal).collect::<String>()).any(|word| !is_unit(&word))
}

fn normal(c: char) -> char {
    match half_width(c) {
        'µ' => 'μ',
        c => c,
    }
}

/// The end of the number that begins at `at`; `at` itself where none begins.
fn number_end(chars: &[char], at: usize) -> usize {
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let kanji = |at: usize| chars.get(at).is_some_and(|c| KANJI_DIGITS.contains(*c));
    let mut end = at;
    while digit(end)
        || kanji(end)
        || (end > at && matches!(chars.get(end), Some('.' | ',')) && digit(end + 1))
    {
        end += 1;
    }
    end
}

fn comparator_before(chars: &[char], at: usize) -> &'static str {
    let mut end = at;
    while end > 0 && chars[end - 1] == ' ' {
        end -= 1;
    }
    BEFORE
        .iter()
        .find(|sign| {
            let length = sign.chars().count();
            end >= length && chars[end - length..end].iter().copied().eq(sign.chars())
        })
        .copied()
        .unwrap_or_default()
}

fn skip_blanks(chars: &[char], at: usize) -> usize {
    at + chars.iter().skip(at).take_while(|c| **c == ' ').count()
}

fn starting(chars: &[char], at: usize, words: &'static [&'static str]) -> Option<&'static str> {
    let rest = chars.get(at..)?;
    words
        .iter()
        .find(|word| word.chars().zip(rest).filter(|(a, b)| a == *b).count() == word.chars().count())
        .copied()
}

/// Whether a Latin unit is a whole word there: `10 m` is metres, `10 men` is not.
fn is_whole(chars: &[char], at: usize, unit: &str) -> bool {
    let latin = unit.ends_with(|c: char| c.is_ascii_alphabetic());
    !(latin && chars.get(at + unit.chars().count()).is_some_and(char::is_ascii_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_not_digits() {
        let check = |text: &str, expected: &[&str]| assert_eq!(quantities(text), expected, "{text}");
        check("濃度は10 ng/mLである。", &["10ng/mL"]);
        check("濃度は１０ｎｇ／ｍＬである。", &["10ng/mL"]);
        check("30〜150 nm", &["30〜", "〜150nm"]);
        check("−80 ℃で保存", &["−80℃"]);
        check("3 patients, 1.5 g", &["3", "1.5g"]);
        check("1,000回", &["1000回"]);
        check("IL-6とCD34", &["-6"]);
        check("二つの方法", &["二"]);
        check("数は不明", &[]);
    }
}
