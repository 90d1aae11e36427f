//! Cases of translations that say the same, and of such that do not.

use super::*;

fn found(from: &str, source: &str, to: &str, translation: &str) -> Vec<&'static str> {
    let (source, translation) = (Stated::new(source, from), Stated::new(translation, to));
    mismatches(&source, &translation).iter().map(|mismatch| mismatch.rule.name).collect()
}

#[track_caller]
fn check(from: &str, to: &str, cases: &[(&str, &str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(source, translation, expected)| {
            let found = found(from, source, to, translation);
            (found != *expected)
                .then(|| format!("{source} | {translation}: {found:?}, expected {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[track_caller]
fn same(from: &str, to: &str, pairs: &[(&str, &str)]) {
    let cases: Vec<(&str, &str, &[&str])> = pairs.iter().map(|(a, b)| (*a, *b, &[][..])).collect();
    check(from, to, &cases);
}

const NUMBER: &[&str] = &["number-mismatch"];
const UNIT: &[&str] = &["unit-mismatch"];
const COMPARATOR: &[&str] = &["comparator-mismatch"];
const NEGATION: &[&str] = &["negation-lost"];

#[test]
fn the_same_in_english() {
    same(
        "ja",
        "en",
        &[
            ("濃度は10 ng/mLである。", "The concentration is 10 ng/mL."),
            ("濃度は１０ｎｇ／ｍＬである。", "The concentration is 10 ng per mL."),
            ("1万2千人が参加した。", "Some 12,000 people took part."),
            ("三つの群に分けた。", "They were split into three groups."),
            ("数百種類のタンパク質を含む。", "It holds hundreds of proteins."),
            ("3億5,000万円", "350 million yen"),
            ("令和5年4月に承認された。", "It was approved in April 2023."),
            ("令和5年度", "fiscal 2023 (Reiwa 5)"),
            ("1日2回服用する。", "Take it twice a day."),
            ("毎日3回", "three times daily"),
            ("1日1回", "once daily"),
            ("2週間後に再診する。", "You are seen again two weeks later."),
            ("24時間以内に使う。", "Use it within one day."),
            ("1時間30分かかる。", "It takes 90 minutes."),
            ("2年半続いた。", "It lasted two and a half years."),
            ("半年ごと", "every six months"),
            ("半数の患者", "50% of the patients"),
            ("患者の3割", "30% of the patients"),
            ("三分の一の例", "one third of the cases"),
            ("4分の3", "three quarters"),
            ("2倍に増えた。", "It doubled."),
            ("10倍に増えた。", "It rose tenfold."),
            ("第2相試験", "a phase II trial"),
            ("第Ⅲ相試験", "a phase 3 trial"),
            ("両眼に1滴ずつ点眼する。", "Put one drop into each eye."),
            ("午後3時に測る。", "Measure at 15:00."),
            ("15時30分", "half past three"),
            ("2024年3月5日", "March 5, 2024"),
            ("18歳以上", "aged 18 and over"),
            ("18歳以上の方", "adults 18 years of age or older"),
            ("10人未満", "fewer than ten people"),
            ("最大10 mgまで", "up to 10 mg"),
            ("10 mgを超えないこと。", "Do not exceed 10 mg."),
            ("5〜10万個の細胞", "50,000 to 100,000 cells"),
            ("37℃で48時間", "48 hours at 37 °C"),
            ("−80 ℃で保存する。", "Store at -80 °C."),
            ("マイナス20度で保存する。", "Store at minus 20 degrees."),
            ("10<sup>6</sup>個の細胞", "one million cells"),
            ("50パーセント", "50 per cent"),
            ("100 µgを投与した。", "They gave 100 mcg."),
            ("5マイクログラム", "5 micrograms"),
            ("IL-6とCD34を測る。", "IL-6 and CD34 are measured."),
            ("二酸化炭素", "carbon dioxide"),
            ("十二指腸潰瘍", "a duodenal ulcer"),
            ("五十肩に用いる。", "It is used for frozen shoulder."),
            ("一部の細胞は十分に育つ。", "Some cells grow well enough."),
            ("四価ワクチン", "a quadrivalent vaccine"),
            ("二次感染", "a secondary infection"),
            ("20代の女性", "a woman in her twenties"),
            ("1980年代から", "since the 1980s"),
            ("21世紀", "the 21st century"),
            ("数十例", "dozens of cases"),
            ("数万人", "tens of thousands of people"),
            ("12個入り", "a dozen"),
            ("百分率で100%とした。", "It was set to the full amount, 100 percent."),
            ("p<0.05を有意とした。", "P < .05 was significant."),
            ("詳細は[第3章](a/12.md)へ", "See [Chapter 3](b/15.md)."),
            ("{ $n } mgを飲む。", "Take { $n } mg."),
        ],
    );
}

#[test]
fn wrong_in_english() {
    check(
        "ja",
        "en",
        &[
            ("濃度は10 ng/mLである。", "The concentration is 100 ng/mL.", NUMBER),
            ("0.5 mgを投与する。", "Give 5 mg.", NUMBER),
            ("1.5 mgを投与する。", "Give 15 mg.", NUMBER),
            ("3万人", "3,000 people", NUMBER),
            ("3億円", "30 million yen", NUMBER),
            ("数百種類", "thousands of kinds", NUMBER),
            ("三つの群", "four groups", NUMBER),
            ("令和5年", "2024", NUMBER),
            ("1日3回", "four times a day", NUMBER),
            ("1日2回", "three times a day", NUMBER),
            ("3月に始まる。", "It begins in April.", NUMBER),
            ("10〜20 mg", "10–30 mg", NUMBER),
            ("50%の例", "15% of the cases", NUMBER),
            ("10<sup>6</sup>個", "10<sup>7</sup> cells", NUMBER),
            ("−80 ℃で保存する。", "Store at 80 °C.", NUMBER),
            ("30名が参加した。", "People took part.", NUMBER),
            ("患者が参加した。", "30 patients took part.", NUMBER),
            ("10 mgを投与する。", "Give 10 µg.", UNIT),
            ("10 mLを加える。", "Add 10 L.", UNIT),
            ("5日間続ける。", "Go on for five weeks.", UNIT),
            ("3か月後", "three years later", UNIT),
            ("5 mg/kgを投与する。", "Give 5 mg/mL.", UNIT),
            ("{ $n } mgを飲む。", "Take { $n } g.", UNIT),
            ("10 mg以上", "at most 10 mg", COMPARATOR),
            ("10 mg以上", "less than 10 mg", COMPARATOR),
            ("18歳未満", "18 years or older", COMPARATOR),
            ("10 mg以上を投与する。", "Give 10 mg.", COMPARATOR),
            ("10人に投与した。", "It was given to at least 10 people.", COMPARATOR),
            ("10 mg以上", "more than 10 mg", COMPARATOR),
            ("国内では承認されていません。", "It is approved in Japan.", NEGATION),
            ("加熱しないでください。", "Please heat it.", NEGATION),
            ("効果は認められなかった。", "An effect was seen.", NEGATION),
            ("承認されています。", "It is not approved.", NEGATION),
        ],
    );
}

#[test]
fn from_english_to_japanese() {
    same(
        "en",
        "ja",
        &[
            ("Take one tablet twice daily.", "1日2回、1錠ずつ服用します。"),
            ("Twelve patients were treated.", "12名の患者を治療した。"),
            ("twenty-five mice", "マウス25匹"),
            ("one hundred and twenty days", "120日"),
            ("1.2 million cells", "120万個の細胞"),
            ("3.5 billion", "35億"),
            ("more than half of them", "その半数以上"),
            ("both eyes", "両目"),
            ("a two-week course", "2週間のコース"),
            ("a 48-hour culture", "48時間の培養"),
            ("a pair of samples", "2つの検体"),
            ("no more than 4 tablets a day", "1日4錠まで"),
            ("at least 10 mg", "10 mg以上"),
            ("less than 5%", "5%未満"),
            ("exceeding 30 °C", "30℃を超える"),
            ("It must not exceed 10 mg.", "10 mg以下とする。"),
            ("It is not approved.", "未承認である。"),
            ("Do not heat it.", "加熱は避けてください。"),
            ("Do not hesitate to ask.", "お気軽にお尋ねください。"),
            ("It is not only safe but cheap.", "安全で安価でもある。"),
            ("The one seen in May", "5月に見られたもの"),
            ("a third dose", "3回目の接種"),
            ("a weekly dose", "週1回の投与"),
            ("every 2 weeks", "隔週、すなわち2週ごと"),
            ("5 mg/kg/day", "1日あたり5 mg/kg"),
        ],
    );
    check(
        "en",
        "ja",
        &[
            ("Take 10 mg.", "100 mgを飲みます。", NUMBER),
            ("1.2 million cells", "12万個の細胞", NUMBER),
            ("twenty-five mice", "マウス35匹", NUMBER),
            ("Take 10 mg.", "10 gを飲みます。", UNIT),
            ("for six weeks", "6か月間", UNIT),
            ("at least 10 mg", "10 mg以下", COMPARATOR),
            ("less than 5%", "5%以上", COMPARATOR),
            ("It is not approved.", "承認されている。", NEGATION),
            ("Do not heat it.", "加熱してください。", NEGATION),
            ("No serious events occurred; it cannot spread.", "拡散する。", &[]),
        ],
    );
}

#[test]
fn from_english_to_german() {
    same(
        "en",
        "de",
        &[
            ("1,234.5 mg", "1.234,5 mg"),
            ("1.5 mg", "1,5 mg"),
            ("1.5 mg", "1.5 mg"),
            ("1,000 cells", "1.000 Zellen"),
            ("10,000 cells", "10 000 Zellen"),
            ("three weeks", "drei Wochen"),
            ("twenty-five mice", "fünfundzwanzig Mäuse"),
            ("twice daily", "zweimal täglich"),
            ("three times daily", "dreimal täglich"),
            ("a 24-hour pause", "eine 24-stündige Pause"),
            ("a three-week course", "ein dreiwöchiger Kurs"),
            ("two and a half hours", "zweieinhalb Stunden"),
            ("one and a half years", "anderthalb Jahre"),
            ("5 million", "5 Mio."),
            ("2 billion", "2 Milliarden"),
            ("50%", "50 Prozent"),
            ("at least 18 years", "ab 18 Jahren"),
            ("at least 10 mg", "mindestens 10 mg"),
            ("at most 10 mg", "höchstens 10 mg"),
            ("no more than 10 mg", "maximal 10 mg"),
            ("on 5 March 2024", "am 5. März 2024"),
            ("on March 5, 2024", "am 05.03.2024"),
            ("at 3 p.m.", "um 15 Uhr"),
            ("10 µg", "10 Mikrogramm"),
            ("a third of the cells", "ein Drittel der Zellen"),
            ("eight tablets", "acht Tabletten"),
            ("It is not approved.", "Es ist nicht zugelassen."),
            ("It is not sterile.", "Es ist unsteril."),
            ("It was not approved.", "Die Zulassung fehlt."),
        ],
    );
    check(
        "en",
        "de",
        &[
            ("1.5 mg", "15 mg", NUMBER),
            ("1,000 cells", "10.000 Zellen", NUMBER),
            ("2 billion", "2 Millionen", NUMBER),
            ("three weeks", "vier Wochen", NUMBER),
            ("three weeks", "drei Monate", UNIT),
            ("10 mg", "10 µg", UNIT),
            ("at least 10 mg", "höchstens 10 mg", COMPARATOR),
            ("less than 10 mg", "mehr als 10 mg", COMPARATOR),
            ("It is not approved.", "Es ist zugelassen.", NEGATION),
        ],
    );
}

#[test]
fn from_japanese_to_chinese_and_more() {
    same(
        "ja",
        "zh-Hans",
        &[
            ("濃度は10 ng/mLである。", "浓度为10 ng/mL。"),
            ("1万2千人", "1.2万人"),
            ("3億人", "3亿人"),
            ("三つの群", "三组"),
            ("2つの群", "两组"),
            ("1日2回", "每日两次"),
            ("半年", "半年"),
            ("24時間", "24小时"),
            ("50%", "百分之五十"),
            ("3割", "三成"),
            ("10 mg以上", "不低于10 mg"),
            ("18歳未満", "18岁以下"),
            ("令和5年", "2023年"),
            ("3か月", "3个月"),
            ("承認されていません。", "尚未获批。"),
            ("100マイクログラム", "100微克"),
        ],
    );
    check(
        "ja",
        "zh-Hans",
        &[
            ("1万2千人", "12万人", NUMBER),
            ("三つの群", "四组", NUMBER),
            ("10 mg", "10克", UNIT),
            ("3か月", "3周", UNIT),
            ("10 mg以上", "10 mg以下", COMPARATOR),
            ("承認されていません。", "已获批准。", NEGATION),
        ],
    );
    same(
        "en",
        "fr",
        &[("1,234.5 mg twice a day", "1 234,5 mg deux fois par jour"), ("at least 3", "au moins trois")],
    );
    same(
        "en",
        "es",
        &[("1,234.5 mg twice a day", "1.234,5 mg dos veces al día"), ("not approved", "no aprobado")],
    );
    check("en", "fr", &[("10 mg", "100 mg", NUMBER), ("at least 3 mg", "au plus 3 mg", COMPARATOR)]);
}

#[test]
fn messages_name_both_and_what_to_do() {
    let (source, translation) = ("濃度は10 ng/mL。", "It is 100 ng/mL.");
    let found = mismatches(&Stated::new(source, "ja"), &Stated::new(translation, "en"));
    assert_eq!(
        found[0].message,
        "the source says `10 ng/mL`, the translation `100 ng/mL`: correct the number"
    );
    assert_eq!(found[0].span.map(|span| span.of(translation)), Some("100 ng/mL"));
    assert_eq!(found[0].severity, Severity::Error);
    let found = mismatches(&Stated::new("30名", "ja"), &Stated::new("People", "en"));
    assert_eq!(found[0].severity, Severity::Warning);
}
