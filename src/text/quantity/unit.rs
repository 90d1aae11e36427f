//! Units and counters in one spelling.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::scan::Scan;

/// Spellings of units; the first of each row is the normal one. Longest spellings win.
const UNITS: &[&[&str]] = &[
    &[
        "kg",
        "キログラム",
        "千克",
        "公斤",
        "킬로그램",
        "kilogram",
        "kilograms",
        "kilogramm",
        "kilogrammes",
        "kilogramos",
    ],
    &[
        "mg",
        "ミリグラム",
        "毫克",
        "밀리그램",
        "milligram",
        "milligrams",
        "мг",
        "milligramm",
        "milligrammes",
        "miligramos",
    ],
    &[
        "μg",
        "mcg",
        "ug",
        "マイクログラム",
        "微克",
        "microgram",
        "micrograms",
        "мкг",
        "mikrogramm",
        "microgrammes",
        "microgramos",
        "마이크로그램",
    ],
    &["ng", "ナノグラム", "纳克", "奈克", "nanogram", "nanograms", "nanogramm", "nanogrammes", "нг"],
    &["pg", "ピコグラム", "皮克", "picogram", "picograms", "pikogramm"],
    &["g", "グラム", "克", "gram", "grams", "г", "gramm", "gramme", "grammes", "gramos", "公克"],
    &["L", "l", "リットル", "升", "litre", "litres", "liter", "liters", "л", "litern", "litros"],
    &["dL", "dl", "デシリットル", "deciliter", "deciliters", "dezilitern", "deziliter", "分升"],
    &[
        "mL",
        "ml",
        "ミリリットル",
        "毫升",
        "밀리리터",
        "мл",
        "milliliter",
        "milliliters",
        "millilitre",
        "millilitres",
        "millilitern",
        "mililitros",
        "cc",
    ],
    &[
        "μL",
        "μl",
        "ul",
        "uL",
        "マイクロリットル",
        "微升",
        "microliter",
        "microliters",
        "microlitre",
        "microlitres",
        "mikroliter",
    ],
    &["mol", "モル", "摩尔", "moles"],
    &["mmol", "ミリモル", "毫摩尔"],
    &["μmol"],
    &["nmol"],
    &["M"],
    &["mM"],
    &["μM"],
    &["nM"],
    &["pM"],
    &["km", "キロメートル", "千米", "公里", "kilometer", "kilometers", "kilometre", "kilometres"],
    &["m", "メートル", "米", "meter", "meters", "metre", "metres", "metern", "mètres", "metros"],
    &[
        "cm",
        "センチ",
        "センチメートル",
        "厘米",
        "centimeter",
        "centimeters",
        "centimetre",
        "centimetres",
        "zentimeter",
    ],
    &["mm", "ミリメートル", "毫米", "ミリ", "millimeter", "millimeters", "millimetre", "millimetres"],
    &[
        "μm",
        "um",
        "マイクロメートル",
        "ミクロン",
        "微米",
        "micrometer",
        "micrometers",
        "micron",
        "microns",
        "mikrometer",
    ],
    &["nm", "ナノメートル", "纳米", "奈米", "nanometer", "nanometers", "nanometre", "nanometres"],
    &["%", "パーセント", "percent", "per cent", "prozent", "pour cent", "por ciento", "퍼센트"],
    &["‰"],
    &["ppm"],
    &["ppb"],
    &[
        "℃",
        "°C",
        "°c",
        "度C",
        "摂氏度",
        "degrees Celsius",
        "摄氏度",
        "degrees celsius",
        "grad celsius",
        "degrés celsius",
    ],
    &["°F", "℉", "degrees fahrenheit", "華氏度", "华氏度"],
    &["°"],
    &["K"],
    &[
        "IU",
        "国際単位",
        "IE",
        "UI",
        "国际单位",
        "international units",
        "international unit",
        "internationale einheiten",
        "internationalen einheiten",
        "unités internationales",
    ],
    &["U", "単位", "ユニット", "unit", "units"],
    &["mmHg", "ミリメートル水銀柱", "毫米汞柱", "水銀柱ミリメートル"],
    &["kPa"],
    &["Pa"],
    &["hPa"],
    &["rpm"],
    &["×g"],
    &["kDa"],
    &["Da"],
    &["kcal"],
    &["kJ"],
    &["J"],
    &["Hz"],
    &["kHz"],
    &["MHz"],
    &["V"],
    &["W"],
    &["Gy"],
    &["mGy"],
    &["Sv"],
    &["mSv"],
    &["Bq"],
    &[
        "second", "秒", "秒間", "秒钟", "秒鐘", "sekunde", "seconds", "sec", "s", "초", "sekunden",
        "secondes", "segundos",
    ],
    &["minute", "分", "分間", "minuto", "mins", "minutes", "min", "分钟", "分鐘", "분", "minuten", "minutos"],
    &[
        "hour",
        "時間",
        "个小时",
        "個小時",
        "钟头",
        "hours",
        "h",
        "hr",
        "hrs",
        "小时",
        "小時",
        "시간",
        "stunde",
        "stunden",
        "heure",
        "heures",
        "hora",
        "horas",
    ],
    &["day", "日", "日間", "days", "d", "天", "일", "tag", "tage", "tagen", "jour", "jours", "día", "días"],
    &[
        "week",
        "週",
        "週間",
        "个星期",
        "個星期",
        "个周",
        "weeks",
        "周",
        "星期",
        "주",
        "woche",
        "wochen",
        "semaine",
        "semaines",
        "semana",
        "semanas",
    ],
    &[
        "month",
        "か月",
        "カ月",
        "ヶ月",
        "ヵ月",
        "ケ月",
        "箇月",
        "か月間",
        "ヶ月間",
        "months",
        "个月",
        "個月",
        "개월",
        "monat",
        "monate",
        "monaten",
        "mois",
        "mes",
        "meses",
    ],
    &[
        "年", "年間", "个年", "カ年", "か年", "year", "years", "년", "jahr", "jahre", "jahren", "an", "ans",
        "année", "années", "año", "años",
    ],
    &["月"],
    &["時"],
    &[
        "歳",
        "才",
        "years old",
        "years of age",
        "year old",
        "year-old",
        "-year-old",
        "岁",
        "周岁",
        "歲",
        "세",
        "jahre alt",
    ],
    &["倍", "fold", "-fold"],
    &["回", "回目", "times", "time", "次", "회", "mal"],
    &["人", "名", "people", "persons"],
    &["例"],
    &["件"],
    &["種類", "種", "种"],
    &["個", "个", "개"],
    &["つ"],
    &["本"],
    &["枚"],
    &["台"],
    &["錠"],
    &["滴"],
    &["包"],
    &["匹"],
    &["頭"],
    &["羽"],
    &["度"],
    &["斤"],
    &["cell", "cells", "細胞", "细胞", "細胞数", "zellen"],
    &["割"],
    &["円"],
    &["世代"],
    &["章"],
    &["版"],
    &["項"],
    &["条"],
    &["号"],
    &["型"],
    &["相"],
    &["群"],
    &["段階"],
    &["週齢"],
    &["週目"],
    &["日目"],
    &["か所", "ヶ所", "カ所", "箇所"],
    &["施設"],
    &["社"],
    &["点"],
    &["歩"],
    &["桁"],
    &["行"],
    &["列"],
    &["杯"],
    &["丁"],
    &["組"],
    &["巻"],
    &["層"],
];

/// One spelling of a unit.
struct Spelling {
    text: &'static str,
    /// In characters.
    length: usize,
    /// The normal spelling.
    unit: &'static str,
}

/// The spellings by their first character.
static SPELLINGS: LazyLock<HashMap<char, Vec<Spelling>>> = LazyLock::new(|| {
    let mut spellings: HashMap<char, Vec<Spelling>> = HashMap::new();
    for row in UNITS {
        for text in *row {
            let (Some(first), Some(unit)) = (text.chars().next(), row.first()) else { continue };
            spellings.entry(first).or_default().push(Spelling { text, length: text.chars().count(), unit });
        }
    }
    spellings
});

/// Counters behind which a kanji numeral may be part of a word: 一時, 十分, 一層, 一行, 一点.
const NOT_AFTER_KANJI: &[&str] =
    &["時", "度", "層", "行", "列", "条", "分", "点", "社", "歩", "相", "組", "杯"];

/// A unit where one stands at `at`, in its normal spelling, and the place behind it: `mg/kg`, `10³/μL` apart.
pub(super) fn read(scan: &Scan, at: usize, after_kanji: bool) -> Option<(String, usize)> {
    // `5万/µL`: a count per something.
    let bare = scan.at(at) == '/' && scan.before(at).is_alphanumeric() && single(scan, at + 1).is_some();
    let (mut unit, mut end) = if bare { (String::new(), at) } else { single(scan, at)? };
    if after_kanji
        && NOT_AFTER_KANJI.iter().any(|word| scan.starts(at, word) && at + word.chars().count() == end)
    {
        return None;
    }
    while scan.at(end) == '/' {
        let Some((per, after)) = single(scan, end + 1).or_else(|| body_surface(scan, end + 1)) else { break };
        unit = format!("{unit}/{per}");
        end = after;
    }
    Some((unit, end))
}

/// `m²`, `m2`, `cm³`.
fn body_surface(scan: &Scan, at: usize) -> Option<(String, usize)> {
    let (unit, after) =
        ["cm", "mm", "m"].iter().find(|unit| scan.starts(at, unit)).map(|unit| (*unit, at + unit.len()))?;
    let power = match scan.at(after) {
        '2' | '²' => 2,
        '3' | '³' => 3,
        _ => return None,
    };
    Some((format!("{unit}{power}"), after + 1))
}

fn single(scan: &Scan, at: usize) -> Option<(String, usize)> {
    if let Some(found) = body_surface(scan, at) {
        return Some(found);
    }
    let first = scan.at(at);
    let small = first.to_lowercase().next().unwrap_or(first);
    let mut best: Option<(&str, usize)> = None;
    let begins = |c: char| SPELLINGS.get(&c).into_iter().flatten();
    let capital = (small != first).then_some(small);
    for Spelling { text, length, unit } in begins(first).chain(capital.into_iter().flat_map(begins)) {
        let end = at + length;
        let longer = best.is_none_or(|(_, longest)| end > longest);
        if longer && (scan.starts(at, text) || is_word(scan, at, text)) && ends_there(scan, end, text) {
            best = Some((unit, end));
        }
    }
    best.map(|(unit, end)| (unit.to_owned(), end))
}

/// Words may be written with a capital; symbols may not, since `M` is no `m`.
fn is_word(scan: &Scan, at: usize, spelling: &str) -> bool {
    let word = spelling.chars().count() > 3;
    word && spelling
        .chars()
        .enumerate()
        .all(|(offset, c)| scan.at(at + offset).to_lowercase().eq(std::iter::once(c)))
}

/// `10 m` is metres, `10 men` is not; `10 mgを` is.
fn ends_there(scan: &Scan, end: usize, spelling: &str) -> bool {
    let letter =
        |c: char| c.is_alphabetic() && !crate::text::is_cjk(c) && !matches!(c, '\u{AC00}'..='\u{D7A3}');
    !(spelling.ends_with(letter) && (letter(scan.at(end)) || scan.at(end).is_ascii_digit()))
}

/// Whether a word is a spelling of a unit or a part of one.
pub(super) fn is_unit(word: &str) -> bool {
    UNITS
        .iter()
        .flat_map(|row| row.iter())
        .filter(|unit| unit.is_ascii() || unit.starts_with(['μ', '°']))
        .any(|unit| *unit == word)
}
