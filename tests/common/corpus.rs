//! Texts made up from a seed: the project's own words, as many as wanted, in Japanese and English.

/// A small generator of numbers (xorshift): the same seed gives the same texts everywhere.
pub(crate) struct Seed(u64);

impl Seed {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 16) % limit.max(1) as u64).unwrap()
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

const JA: [&[&str]; 4] = [
    &[
        "培養上清は",
        "細胞外小胞は",
        "凍結した検体は",
        "採取した組織は",
        "この試薬は",
        "回収した画分は",
        "間葉系幹細胞は",
        "対照群の試料は",
        "濾過した液は",
        "保存中の標本は",
        "登録した患者は",
        "投与した製剤は",
        "解凍後の細胞は",
        "無血清の培地は",
    ],
    &[
        "遠心分離のあとで",
        "冷蔵庫のなかで",
        "翌朝までに",
        "無菌室において",
        "作業者の手で",
        "採血の直前に",
        "倫理審査を経て",
        "光を避けながら",
        "毎週の点検で",
        "検査室ごとに",
        "容器を振らずに",
        "監査の際には",
        "必要に応じて",
        "同意を得てから",
    ],
    &[
        "濃度を測り",
        "純度を確かめ",
        "小分けにして",
        "記録を残し",
        "ラベルを貼り",
        "温度を一定に保ち",
        "上層を静かに移し",
        "別の管に集め",
        "顕微鏡で観察し",
        "粒子の数を数え",
        "沈殿を取り除き",
        "二人で照合し",
        "番号を付け",
        "廃液を分け",
    ],
    &[
        "次の工程へ送ります。",
        "担当医に報告します。",
        "三か月のあいだ保管します。",
        "再び評価することになります。",
        "品質を判定します。",
        "結果を台帳に書きます。",
        "使用期限を定めます。",
        "外部の施設に渡します。",
        "統計の対象とします。",
        "廃棄の可否を決めます。",
    ],
];

const EN: [&[&str]; 4] = [
    &[
        "The supernatant",
        "Each vesicle fraction",
        "A thawed aliquot",
        "The donor tissue",
        "Every reagent bottle",
        "The frozen sample",
        "The control cohort",
        "Any filtered medium",
        "The enrolled patient",
        "This cell bank",
        "A stored specimen",
        "The pooled product",
    ],
    &[
        "is checked by two operators",
        "is spun down gently",
        "is kept away from light",
        "is labelled with a number",
        "is counted under the microscope",
        "is moved to a clean tube",
        "is compared with the reference",
        "is warmed to body temperature",
        "is logged in the register",
        "is tested for endotoxin",
        "is split into portions",
    ],
    &[
        "before the morning round",
        "after informed consent",
        "while the centrifuge cools",
        "in the sterile suite",
        "during the weekly audit",
        "at the partner hospital",
        "under the revised protocol",
        "within the same shift",
        "once the review board agrees",
        "with fresh gloves",
        "by the quality unit",
    ],
    &[
        "and the result is archived.",
        "and the rest is discarded.",
        "so that nobody repeats the step.",
        "until the report is signed.",
        "because heat harms proteins.",
        "and a copy goes to the clinic.",
        "as the guideline asks.",
        "which shortens the waiting time.",
        "and deviations are explained.",
    ],
];

/// One sentence; a running number makes most of them differ from all others.
pub(crate) fn sentence(seed: &mut Seed, japanese: bool) -> String {
    let number = seed.below(9000) + 100;
    if japanese {
        let [subject, place, act, end] = JA.map(|words| seed.pick(words));
        format!("{subject}{place}{act}、管理票{number}に従って{end}")
    } else {
        let [subject, act, place, end] = EN.map(|words| seed.pick(words));
        format!("{subject} {act} {place}, as sheet {number} requires, {end}")
    }
}

/// A paragraph of one to four sentences.
pub(crate) fn paragraph(seed: &mut Seed, japanese: bool) -> Vec<String> {
    (0..=seed.below(4)).map(|_| sentence(seed, japanese)).collect()
}

/// The text of a paragraph.
pub(crate) fn join(sentences: &[String], japanese: bool) -> String {
    sentences.join(if japanese { "" } else { " " })
}

/// A wording edit inside a sentence: something is put in or taken out.
pub(crate) fn reword(seed: &mut Seed, sentence: &str, japanese: bool) -> String {
    let characters: Vec<char> = sentence.chars().collect();
    let at = 2 + seed.below(characters.len().saturating_sub(6));
    let (before, after) = characters.split_at(at);
    let text = |characters: &[char]| characters.iter().collect::<String>();
    let put: &[&str] = if japanese {
        &["原則として", "新たに", "もう一度"]
    } else {
        &[" usually ", " newly ", " carefully "]
    };
    match seed.below(3) {
        0 => text(before) + &text(&after[2..]),
        _ => text(before) + seed.pick(put) + &text(after),
    }
}
