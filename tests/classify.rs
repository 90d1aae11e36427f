//! The kinds of change on edits made up from seeds, for what is rare in real documents. Every edit stands in a
//! paragraph of other sentences, and is tried in both directions.
//!
//! `YAKUGO_CASES` sets the number of cases of all classes together (60 of each without it).

#![allow(missing_docs, reason = "a test suite")]
#![allow(clippy::too_many_lines, reason = "tables of cases")]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests")]

mod common;
#[allow(dead_code, reason = "the other suites use the rest")]
#[path = "common/corpus.rs"]
mod corpus;

use std::cell::Cell;
use std::collections::BTreeMap;

use corpus::{Seed, sentence};
use yakugo::carry::{ChangeKind, classify};

type Pair = (String, String);

/// Sentences with a place for an amount.
const FRAMES: [&str; 8] = [
    "患者に{}を投与した。",
    "1日2回、{}ずつ飲む。",
    "濃度は{}である。",
    "Give {} to the patient.",
    "The dose is {}, once a day.",
    "Store the tube at {} overnight.",
    "Nehmen Sie {} vor dem Schlafen.",
    "Prenez {} avec de l'eau.",
];
const UNITS: [&str; 12] = ["mg", "g", "μg", "ng/mL", "mL", "%", "mg/kg", "IU", "℃", "mmol", "nm", "mg/m²"];
const NUMBERS: [&str; 9] = ["10", "5", "100", "15", "0.5", "1,000", "250", "2.5", "75"];

/// How many classes share the cases that `YAKUGO_CASES` asks for.
const CLASSES: usize = 26;

fn count() -> usize {
    let cases = std::env::var("YAKUGO_CASES").ok().and_then(|cases| cases.parse::<usize>().ok());
    cases.map_or(60, |cases| cases.div_ceil(CLASSES))
}

/// One amount for another in the same sentence.
fn amounts(seed: &mut Seed, old: &str, new: &str) -> Pair {
    let frame = seed.pick(&FRAMES);
    (frame.replace("{}", old), frame.replace("{}", new))
}

/// Two different ones of a list.
fn two<T: Copy + PartialEq>(seed: &mut Seed, of: &[T]) -> (T, T) {
    loop {
        let (a, b) = (seed.pick(of), seed.pick(of));
        if a != b {
            return (a, b);
        }
    }
}

/// The edit among other sentences; where they stand and what they say is drawn.
fn in_paragraph(seed: &mut Seed, (old, new): Pair) -> Pair {
    let japanese = old.chars().any(|c| matches!(c, '\u{3040}'..='\u{30FF}'));
    let around: Vec<String> = (0..seed.below(3)).map(|_| sentence(seed, japanese)).collect();
    let at = seed.below(around.len() + 1);
    let text = |edited: &str| {
        let mut all = around.clone();
        all.insert(at, edited.to_owned());
        all.join(if japanese { "" } else { " " })
    };
    (text(&old), text(&new))
}

/// Tries cases of a class, in both directions, and says which were judged wrong.
fn run(class: &str, make: impl Fn(&mut Seed) -> Pair, right: impl Fn(ChangeKind) -> bool) -> Vec<String> {
    let mut seed = Seed::new(class.bytes().fold(11, |sum, byte| sum.wrapping_mul(31) ^ u64::from(byte)));
    let mut wrong = BTreeMap::new();
    for _ in 0..count() {
        let made = make(&mut seed);
        let (old, new) = in_paragraph(&mut seed, made.clone());
        assert_ne!(old, new, "{class}");
        for (old, new) in [(&old, &new), (&new, &old)] {
            let change = classify(old, new);
            if !right(change.kind) {
                wrong.insert(made.clone(), format!("{class}: {change:?}\n  - {old}\n  + {new}"));
            }
        }
    }
    println!("{class:<28}{:>4} cases, {} wrong", count(), wrong.len());
    wrong.into_values().collect()
}

/// Tries every pair of a list in some paragraphs.
fn each(class: &str, of: &[(&str, &str)], right: impl Fn(ChangeKind) -> bool) -> Vec<String> {
    let next = Cell::new(0);
    let make = |_: &mut Seed| {
        let (old, new) = of[next.replace(next.get() + 1) % of.len()];
        (old.to_owned(), new.to_owned())
    };
    run(class, make, right)
}

#[track_caller]
fn none(wrong: &[Vec<String>]) {
    let wrong = wrong.concat();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn amounts_that_change_are_meaning() {
    let meaning = |kind| kind == ChangeKind::Meaning;
    let amount = |number: &str, unit: &str| format!("{number} {unit}");
    none(&[
        run(
            "number",
            |seed| {
                let ((a, b), unit) = (two(seed, &NUMBERS), seed.pick(&UNITS));
                amounts(seed, &amount(a, unit), &amount(b, unit))
            },
            meaning,
        ),
        run(
            "unit",
            |seed| {
                let (number, (a, b)) = (seed.pick(&NUMBERS), two(seed, &UNITS));
                amounts(seed, &amount(number, a), &amount(number, b))
            },
            meaning,
        ),
        run(
            "comparator",
            |seed| {
                let signs = [
                    "",
                    "≥",
                    "≤",
                    "<",
                    ">",
                    "約",
                    "±",
                    "more than ",
                    "less than ",
                    "at least ",
                    "up to ",
                    "mindestens ",
                    "au moins ",
                ];
                // `≥` and "at least" are one and the same.
                let same = |a: &str, b: &str| {
                    let sets = [
                        ["≥", "at least ", "mindestens ", "au moins "],
                        [">", "more than ", "", ""],
                        ["<", "less than ", "", ""],
                        ["≤", "up to ", "", ""],
                    ];
                    sets.iter()
                        .any(|set| !a.is_empty() && !b.is_empty() && set.contains(&a) && set.contains(&b))
                };
                let (number, unit) = (seed.pick(&NUMBERS), seed.pick(&UNITS));
                let (a, b) = loop {
                    let (a, b) = two(seed, &signs);
                    if !same(a, b) {
                        break (a, b);
                    }
                };
                amounts(seed, &format!("{a}{number} {unit}"), &format!("{b}{number} {unit}"))
            },
            meaning,
        ),
        run(
            "comparator behind",
            |seed| {
                let number = seed.pick(&NUMBERS);
                let (a, b) = two(seed, &["以上", "以下", "未満", "超", "程度", ""]);
                amounts(seed, &format!("{number} mg{a}"), &format!("{number} mg{b}"))
            },
            meaning,
        ),
        run(
            "range",
            |seed| {
                let sign = seed.pick(&["–", "〜", "-", " to "]);
                let (low, (a, b)) = (seed.pick(&["2", "3", "10"]), two(seed, &["20", "30", "45", "80"]));
                let range = |low: &str, high: &str| format!("{low}{sign}{high} mg");
                let other = seed
                    .pick(&[
                        range(low, b).as_str(),
                        &format!("{low}.{a} mg"),
                        &format!("{low} mg"),
                        &range("5", a),
                    ])
                    .to_owned();
                amounts(seed, &range(low, a), &other)
            },
            meaning,
        ),
        run(
            "ratio",
            |seed| {
                let (a, (b, c)) = (seed.pick(&["1", "2", "3"]), two(seed, &["10", "100", "1000", "4", "5"]));
                let old = format!("{a}:{b}");
                let other = [
                    format!("{a}/{b}"),
                    format!("{a}:{c}"),
                    format!("{b}:{a}"),
                    format!("{a}.{b}"),
                    format!("{a}–{b}"),
                ];
                let other = other[seed.below(other.len())].clone();
                amounts(seed, &old, &other)
            },
            meaning,
        ),
        run(
            "decimal",
            |seed| {
                let (whole, rest) = (1 + seed.below(9), 1 + seed.below(9));
                let sign = seed.pick(&[".", ","]);
                let old = format!("{whole}{sign}{rest} mg");
                let other = [
                    format!("{whole}{rest} mg"),
                    format!("{whole}{sign}{} mg", rest % 9 + 1),
                    format!("0{sign}{whole}{rest} mg"),
                ];
                let other = other[seed.below(other.len())].clone();
                amounts(seed, &old, &other)
            },
            meaning,
        ),
        run(
            "sign",
            |seed| {
                let number = seed.pick(&NUMBERS);
                amounts(seed, &format!("{number} ℃"), &format!("−{number} ℃"))
            },
            meaning,
        ),
        run(
            "kanji numeral",
            |seed| {
                let (a, b) = two(seed, &["二", "三", "五", "十", "二十", "百", "三百"]);
                let counter = seed.pick(&["回", "種類", "人", "日間", "週間", "個"]);
                let frame = seed.pick(&["試験を{}行う。", "対象は{}である。"]);
                let text = |number: &str| frame.replace("{}", &format!("{number}{counter}"));
                (text(a), text(b))
            },
            meaning,
        ),
        run(
            "fraction",
            |seed| {
                let (a, b) = two(seed, &["½", "¼", "⅓", "¾"]);
                (format!("{a}錠を飲む。"), format!("{b}錠を飲む。"))
            },
            meaning,
        ),
        run(
            "power",
            |seed| {
                let (a, b) = two(seed, &["10<sup>5</sup>", "10<sup>6</sup>", "105", "106", "10⁷"]);
                (format!("細胞は{a}個です。"), format!("細胞は{b}個です。"))
            },
            meaning,
        ),
        run(
            "variable",
            |seed| {
                let frame =
                    seed.pick(&["At most { $n } mg.", "Take { $n } mg daily.", "{ $n } mg以上です。"]);
                let (a, b) = match frame {
                    "At most { $n } mg." => seed.pick(&[("At most", "At least"), ("mg", "g"), ("$n", "$m")]),
                    "Take { $n } mg daily." => seed.pick(&[("mg", "µg"), ("{ $n }", "more than { $n }")]),
                    _ => seed.pick(&[("以上", "以下"), ("mg", "mL")]),
                };
                (frame.to_owned(), frame.replace(a, b))
            },
            meaning,
        ),
        run(
            "numbered name",
            |seed| {
                let name = seed.pick(&["IL-", "CD", "VEGF-A", "miR-", "GLP-"]);
                let (a, b) = (1 + seed.below(40), 41 + seed.below(40));
                let frame =
                    seed.pick(&["{} is high in serum.", "血清の{}を測る。", "Cells with {} and others."]);
                (frame.replace("{}", &format!("{name}{a}")), frame.replace("{}", &format!("{name}{b}")))
            },
            meaning,
        ),
    ]);
}

#[test]
fn words_that_turn_a_sentence_are_meaning() {
    let meaning = |kind| kind == ChangeKind::Meaning;
    let denials: &[(&str, &str)] = &[
        ("この薬は妊婦に使用できます。", "この薬は妊婦に使用できません。"),
        ("効果が認められた。", "効果が認められなかった。"),
        ("冷蔵して保存する。", "冷蔵せずに保存する。"),
        ("国内で承認された薬です。", "国内で未承認の薬です。"),
        ("処方が必要です。", "処方は不要です。"),
        ("有意な差がある。", "有意な差はない。"),
        ("喫煙してください。", "喫煙しないでください。"),
        ("血清を含む培地を使う。", "無血清の培地を使う。"),
        ("The drug is safe in pregnancy.", "The drug is not safe in pregnancy."),
        ("Patients can drive.", "Patients cannot drive."),
        ("Take it with food.", "Take it without food."),
        ("It should be heated.", "It shouldn't be heated."),
        ("A sterile tube is used.", "A non-sterile tube is used."),
        ("Use is permitted.", "Use is never permitted."),
        ("In phase 2 used.", "In phase 2 not used."),
        ("Das Mittel ist zugelassen.", "Das Mittel ist nicht zugelassen."),
        ("Es gibt Nebenwirkungen.", "Es gibt keine Nebenwirkungen."),
        ("Mit Wasser einnehmen.", "Ohne Wasser einnehmen."),
        ("Le produit est autorisé.", "Le produit n'est pas autorisé."),
        ("Se debe agitar.", "No se debe agitar."),
        ("该药已获批准。", "该药未获批准。"),
    ];
    let questions: &[(&str, &str)] = &[
        ("この治療は安全です。", "この治療は安全ですか？"),
        ("自宅で使えます。", "自宅で使えますか。"),
        ("X is safe for children.", "Is X safe for children?"),
        ("The cells survive freezing.", "Do the cells survive freezing?"),
        ("Das ist sicher.", "Ist das sicher?"),
    ];
    let opposites: &[(&str, &str)] = &[
        ("食前に服用する。", "食後に服用する。"),
        ("投与前に測定する。", "投与後に測定する。"),
        ("右の腕に注射する。", "左の腕に注射する。"),
        ("血圧が上昇する。", "血圧が低下する。"),
        ("血圧が上がる場合は中断する。", "血圧が下がる場合は中断する。"),
        ("高用量で用いる。", "低用量で用いる。"),
        ("検査は陽性です。", "検査は陰性です。"),
        ("毎日塗る。", "毎週塗る。"),
        ("朝に飲む。", "夕に飲む。"),
        ("この薬は有効です。", "この薬は無効です。"),
        ("経口で投与する。", "静脈に投与する。"),
        ("成人に使う。", "小児に使う。"),
        ("妊婦に使える。", "妊婦以外に使える。"),
        ("腎障害の患者に用いる。", "腎障害の患者には禁忌である。"),
        ("反応を促進する。", "反応を抑制する。"),
        ("細胞の内側、体内で働く。", "細胞の内側、体外で働く。"),
        ("投与を継続する。", "投与を中止する。"),
        ("確認する必要がある。", "確認してもよい。"),
        ("冷蔵で保存する。", "室温で保存する。"),
        ("病状が改善した。", "病状が悪化した。"),
        ("最大の濃度を選ぶ。", "最小の濃度を選ぶ。"),
        ("Take it before meals.", "Take it after meals."),
        ("Use the left arm.", "Use the right arm."),
        ("Blood pressure increased.", "Blood pressure decreased."),
        ("The test must be repeated.", "The test may be repeated."),
        ("Apply daily.", "Apply weekly."),
        ("Take it once.", "Take it twice."),
        ("Do so in the morning.", "Do so in the evening."),
        ("Keep it until Friday.", "Keep it from Friday."),
        ("Give it orally.", "Give it intravenously."),
        ("For adults.", "For children."),
        ("For all patients.", "For all patients except minors."),
        ("Severe pain is common.", "Mild pain is common."),
        ("High doses help.", "Low doses help."),
        ("Start the drug.", "Stop the drug."),
        ("Vor dem Essen einnehmen.", "Nach dem Essen einnehmen."),
        ("Täglich auftragen.", "Wöchentlich auftragen."),
        ("Der Druck steigt.", "Der Druck sinkt."),
        ("Sie müssen warten.", "Sie können warten."),
        ("Im linken Arm.", "Im rechten Arm."),
        ("Avant le repas.", "Après le repas."),
        ("Bras gauche.", "Bras droit."),
        ("La dose augmente.", "La dose diminue."),
        ("Antes de comer.", "Después de comer."),
        ("Brazo izquierdo.", "Brazo derecho."),
        ("La dosis aumenta.", "La dosis disminuye."),
        ("饭前服用。", "饭后服用。"),
        ("血压升高。", "血压降低。"),
        ("左侧肢体。", "右侧肢体。"),
        ("口服给药。", "静脉给药。"),
    ];
    none(&[
        each("denial", denials, meaning),
        each("question", questions, meaning),
        each("opposite", opposites, meaning),
    ]);
}

#[test]
fn what_no_reader_sees_is_layout_or_markup() {
    let layout = |kind| kind == ChangeKind::Layout;
    let markup = |kind| kind <= ChangeKind::Markup;
    let amount = |seed: &mut Seed| format!("{} {}", seed.pick(&NUMBERS), seed.pick(&UNITS));
    none(&[
        run(
            "width",
            |seed| {
                let old = amount(seed);
                let wide = |c: char| char::from_u32(u32::from(c) + 0xFEE0).unwrap();
                let new = old.chars().map(|c| if c.is_ascii_alphanumeric() { wide(c) } else { c });
                amounts(seed, &old, &new.collect::<String>())
            },
            layout,
        ),
        run(
            "blank before the unit",
            |seed| {
                let old =
                    format!("{} {}", seed.pick(&NUMBERS), seed.pick(&["mg", "μg", "ng/mL", "%", "℃", "IU"]));
                amounts(seed, &old, &old.replace(' ', ""))
            },
            layout,
        ),
        run(
            "line break",
            |seed| {
                let old = sentence(seed, false);
                let blanks: Vec<usize> = old.match_indices(' ').map(|(at, _)| at).collect();
                let (before, after) = old.split_at(seed.pick(&blanks));
                (old.clone(), format!("{before}\n{}", after.trim_start()))
            },
            layout,
        ),
        run(
            "marks",
            |seed| {
                let old = amount(seed);
                let (before, after) = seed.pick(&[
                    ("**", "**"),
                    ("*", "*"),
                    ("<b>", "</b>"),
                    ("[", "](https://example.org/20)"),
                    ("`", "`"),
                ]);
                amounts(seed, &old, &format!("{before}{old}{after}"))
            },
            markup,
        ),
        run(
            "address",
            |seed| {
                let (a, b) = two(seed, &["10", "2024/3", "v1.5", "not-safe", "?left=1", "before"]);
                let frame = seed.pick(&[
                    "See https://example.org/{} for more.",
                    "詳細は[こちら](https://example.org/{})へ。",
                    "[here](/page/{}#top)",
                ]);
                (frame.replace("{}", a), frame.replace("{}", b))
            },
            markup,
        ),
    ]);
}

#[test]
fn other_words_for_the_same_are_no_change_of_meaning() {
    let wording = |kind| kind < ChangeKind::Meaning;
    let punctuation = |kind| kind <= ChangeKind::Punctuation;
    let marks: &[(&str, &str)] = &[
        ("細胞を培養し、観察する。", "細胞を培養し観察する。"),
        ("「上清」を使う。", "『上清』を使う。"),
        ("安全ですか。", "安全ですか？"),
        ("細胞（幹細胞）を使う。", "細胞「幹細胞」を使う。"),
        ("The \"supernatant\" is kept.", "The “supernatant” is kept."),
        ("First, wash it.", "First wash it."),
        ("The Cell Bank is open.", "The cell bank is open."),
        ("Wash it; dry it.", "Wash it, dry it."),
        ("He said: stay.", "He said, stay."),
    ];
    let synonyms: &[(&str, &str)] = &[
        ("細胞を培養する。", "細胞を育てる。"),
        ("血圧が上昇する。", "血圧が高まる。"),
        ("症状が減少した。", "症状が減った。"),
        ("使用できません。", "使用できない。"),
        ("確認しなければならない。", "確認する必要がある。"),
        ("少ない例です。", "わずかな例です。"),
        ("効くかもしれない。", "効く可能性がある。"),
        ("無料で相談できる。", "ただで相談できる。"),
        ("非常に多く見られる。", "とても多く見られる。"),
        ("年齢を問わず使う。", "どの年齢でも使う。"),
        ("省略しても構いません。", "省略してもよい。"),
        ("10 mg以上を用いる。", "≥10 mgを用いる。"),
        ("三つの方法がある。", "3つの方法がある。"),
        ("1,000人が参加した。", "1000人が参加した。"),
        ("令和6年に始めた。", "2024年に始めた。"),
        ("約10 mgを飲む。", "10 mg程度を飲む。"),
        ("The dose is increased.", "The dose is raised to a greater one."),
        ("Take it prior to meals.", "Take it before meals."),
        ("It is not used.", "It isn't used."),
        ("They need to rest.", "They have to rest."),
        ("At least 10 mg is given.", "10 mg or more is given."),
        ("Use 10 mcg of it.", "Use 10 μg of it."),
        ("The left hand hurts.", "The hand on the left hurts."),
        ("This is the right choice.", "This is the correct choice."),
        ("Nobody is left behind.", "Nobody stays behind."),
        ("Das Mittel ist nicht gut.", "Die Arznei ist nicht gut."),
    ];
    let typos: &[(&str, &str)] = &[
        ("細胞を培養する段階です。", "細胞を培養する段階でず。"),
        ("観察を続けます。", "観察を続けまず。"),
        ("顕微鏡で観察する。", "顕微鏡て観察する。"),
        ("サイトカインを測る。", "サイトカイソを測る。"),
        ("The tissue is washed.", "The tisue is washed."),
        ("Proteins are measured.", "Protiens are measured."),
        ("Each vesicle is counted.", "Each vesicel is counted."),
        ("Die Zellen wachsen.", "Die Zelen wachsen."),
    ];
    let code: &[(&str, &str)] = &[
        ("`f(1)`を呼ぶ。", "`f(2)`を呼ぶ。"),
        ("Call `get_10()` first.", "Call `get_20()` first."),
        ("Set `x = 1` here.", "Set `x = 2` here."),
        ("Use `is_not_ready` here.", "Use `is_ready` here."),
        ("Wrap it in `<A.B>` now.", "Wrap it in `<A>` now."),
        ("`配列[3]`を読む。", "`配列[4]`を読む。"),
    ];
    none(&[
        each("punctuation", marks, punctuation),
        each("synonym", synonyms, wording),
        each("typo", typos, wording),
        each("code", code, wording),
        run(
            "reworded",
            |seed| {
                let japanese = seed.below(2) == 0;
                let old = sentence(seed, japanese);
                let new = if japanese {
                    old.replace("従って", "もとづいて")
                } else {
                    old.replace("requires", "demands")
                };
                (old, new)
            },
            wording,
        ),
    ]);
}

/// What people changed in real pages: links and commas never are meaning, and of changed words most are not.
#[test]
fn edits_of_ordinary_prose_are_seldom_meaning() {
    let Some(folder) = common::data_dir() else { return };
    #[allow(clippy::disallowed_methods, reason = "the data stands outside of the repository")]
    let table = std::fs::read_to_string(folder.join("propagate/react-ja.tsv")).unwrap();
    let columns: Vec<&str> = table.lines().next().unwrap().split('\t').collect();
    let column = |name: &str| columns.iter().position(|column| *column == name).unwrap();
    let (mut meaning, mut all) = (0, 0);
    for row in table.lines().skip(1) {
        let cells: Vec<String> =
            row.split('\t').map(|cell| cell.replace("\\n", "\n").replace("\\t", "\t")).collect();
        let change = classify(&cells[column("en_old")], &cells[column("en_new")]);
        if cells[column("en_change")] == "words" {
            all += 1;
            meaning += usize::from(change.kind == ChangeKind::Meaning);
        } else {
            assert!(change.kind < ChangeKind::Meaning, "{change:?}\n{row}");
        }
    }
    println!("of {all} edits of words {meaning} are meaning");
    assert!(all > 100 && meaning * 100 <= all * 14, "{meaning} of {all}");
}
