//! Cases of numbers as people write them.

use super::*;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = quantities(text).iter().map(ToString::to_string).collect();
    assert_eq!(found, expected, "{text}");
}

#[track_caller]
fn same(a: &str, b: &str) {
    assert_eq!(quantities(a), quantities(b), "{a} | {b}");
    assert!(!quantities(a).is_empty(), "{a}");
}

#[test]
fn values_not_digits() {
    check("濃度は10 ng/mLである。", &["10 ng/mL"]);
    check("濃度は１０ｎｇ／ｍＬである。", &["10 ng/mL"]);
    check("30〜150 nm", &["30–150 nm"]);
    check("10 mg～20 mg", &["10–20 mg"]);
    check("5分から2時間", &["5 minute", "2 hour"]);
    check("−80 ℃で保存", &["-80℃"]);
    check("3 patients, 1.5 g", &["3", "1.5 g"]);
    check("1,000回", &["1000回"]);
    check("1,234,567.5 kg", &["1234567.5 kg"]);
    check("10 ± 2 mg", &["10", "±2 mg"]);
    check("2 mg/kg/日", &["2 mg/kg/day"]);
    check("50 mg/m²", &["50 mg/m2"]);
    check("数は不明", &[]);
    check("1, 2, 3", &["1", "2", "3"]);
    check("2024年3月5日", &["2024年", "3月", "5 day"]);
    check("**10** mgと**20 mg**", &["10 mg", "20 mg"]);
}

#[test]
fn variables_beside_units_and_comparators() {
    check("At most { $n } mg", &["≤$n mg"]);
    check("{ NUMBER($n, minimumFractionDigits: 1) } µg", &["$n μg"]);
    check("{$n}錠以上", &["≥$n錠"]);
    check("10–{ $most } mg", &["10–$most mg"]);
}

#[test]
fn spellings_of_one_quantity() {
    same("10 µg", "10μg");
    same("10 mcg", "10 μg");
    same("50%", "50 パーセント");
    same("50％", "50 percent");
    same("10 mg以上", "≥10 mg");
    same("at least 10 mg", "10 mg or more");
    same("10人未満", "<10人");
    same("約10 mg", "10 mg程度");
    same("令和6年", "2024年");
    same("平成31年", "2019年");
    same("三つ", "3つ");
    same("1万2千人", "12,000人");
    same("二十四時間", "24時間");
    same("24 hours", "24時間");
    same("3億5,000万", "350,000,000");
    same("1.5万", "15000");
    same("10<sup>6</sup>個", "100万個");
    same("3×10⁸", "3億");
    same("5 million", "500万");
    same("two weeks", "2週間");
    same("1.50 mg", "1.5 mg");
    same("10–20 mg", "10 to 20 mg");
    same("`10` mg", "10 mg");
}

#[test]
fn what_differs_differs() {
    let differ = |a: &str, b: &str| assert_ne!(quantities(a), quantities(b), "{a} | {b}");
    differ("10 mg", "10 g");
    differ("10 mg以上", "10 mg超");
    differ("10 mg以下", "10 mg未満");
    differ("3項目以上", "3項目以下");
    differ("more than 10", "less than 10");
    differ("数百種類", "数千種類");
    differ("数百種類", "百種類");
    differ("数百人以上", "数百人以下");
    differ("約10〜20 mg以上", "約10〜20 mg以下");
    differ("1.5 mg", "15 mg");
    differ("1.000 mg", "1 mg");
    differ("−5 ℃", "5 ℃");
    differ("10〜20 mg", "10、20 mg");
    differ("10<sup>6</sup>", "10<sup>7</sup>");
    differ("10<sup>6</sup>", "106");
    differ("5 days", "5 weeks");
    differ("1 mg/kg", "1 mg");
    differ("第2相試験", "第3相試験");
    differ("三分の一", "三分の二");
    differ("1日2回", "1日3回");
    differ("twice daily", "three times daily");
}

#[test]
fn no_quantities() {
    for text in [
        "一部の細胞",
        "一般に",
        "統一する",
        "十分な量",
        "一方で",
        "一時的に",
        "万が一",
        "千葉県",
        "唯一の",
        "一体となる",
        "百科事典",
        "IL-6とCD34とTGF-β1",
        "VEGF-A165",
        "MISEV2023",
        "https://example.org/2024/10",
        "`array[3]`",
        "SARS-CoV-2",
        "[語](page/12)",
        "回数を数える",
        "one of them",
        "CVE-2025-10",
        "Hello { $name }, about { $topic }",
        "{ $n ->\n    [one] a cell\n   *[other] cells\n}",
    ] {
        check(text, &[]);
    }
}

#[test]
fn decimals_by_language() {
    let value = |text: &str, language: &str| quantities_in(text, language)[0].value.clone();
    assert_eq!(value("1.000 mL", "de"), "1000");
    assert_eq!(value("1.000 mL", "en"), "1");
    assert_eq!(value("1,5 mL", "de"), "1.5");
    assert_eq!(value("1.234,5 mL", "es"), "1234.5");
    assert_eq!(value("10 000 mL", "fr"), "10000");
    assert_eq!(value("1,000 mL", "en"), "1000");
    assert_eq!(value("1,000 mL", "fr"), "1");
    assert_eq!(value("0,5 mg", ""), "0.5");
}

#[test]
fn places_are_bytes_of_the_text() {
    let text = "**約１０** mgを投与";
    assert_eq!(quantities(text)[0].span.of(text), "１０** mg");
}
