//! Cases of sentence splitting: `|` in the wanted text marks where a sentence ends.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(language: &str, wanted: &str) {
    // A space beside `|` is white space between the sentences; `|` alone means that there is none.
    let text = wanted.replace('|', "");
    let sentences = Sentences::new(language, &[]);
    let found: Vec<&str> = sentences.split(&text).iter().map(|span| span.of(&text)).collect();
    let wanted: Vec<&str> = wanted.split('|').map(str::trim).collect();
    assert_eq!(found, wanted);
}

fn check_all(language: &str, cases: &[&str]) {
    for case in cases {
        check(language, case);
    }
}

#[test]
fn japanese_terminators() {
    check_all(
        "ja",
        &[
            "細胞は増える。|組織は治る。",
            "細胞は増える。\n|組織は治る。",
            "細胞は増えますか?|はい。",
            "細胞は増えますか? |はい。",
            "細胞は増えますか?|DNAも増えます。|次へ。",
            "本当ですか！？|驚きました。",
            "本当ですか!?|驚きました!|終わり",
            "なぜ増えるのか？と考えた。|答えはない。",
            "すごい！　|次です。",
            "細胞である．|次の文である．",
            "濃度は１．５倍である．|次の文。",
            "細胞である.|次の文",
            "細胞である. |次の文. |終わり.",
            "痛みが……続く。|次。",
            "痛みが… |しかし治る。",
            "題名だけの行",
            "題名の一行目\n二行目",
            "問いの行とは?\n|答えの行",
            "見出し\n\n|本文。",
            "｢はい｡｣ |次です｡|終わり｡",
        ],
    );
}

#[test]
fn japanese_brackets() {
    check_all(
        "ja",
        &[
            "「はい。」と答えた。|次。",
            "「はい。」って言う。|次。",
            "「はい。」は返事だ。|次。",
            "「はい。」の意味。|次。",
            "「はい。」を使う。|次。",
            "「はい。」|彼は立った。|次。",
            "「はい。」|とても元気だ。|次。",
            "「はい。」|がんは治る。",
            "「はい。いいえ。」と答えた。|次。",
            "本剤（承認前です。注意！）は有効だ。|次。",
            "本剤(効くのか?)は有効だ。|次。",
            "効果（？）残る。|次。",
            "これは『第一。第二。』という題だ。|次。",
            "「はい。」|「いいえ。」|次。",
            "閉じない「括弧。|次の文。|終わり。",
            "閉じない（括弧。|次の「引用。中」は続く。|終わり。",
            "開かない」括弧。|次の）文。|終わり。",
            "入れ子（「内。」と（外。））だ。|次。",
            "「行をまたぐ。|\n括弧。」|次。",
            "【注意。必読。】です。|次。",
            "**重要です。**|次です。",
            "重要です。|**次**です。",
            "*重要です。*|次です。",
            "これは**大切。**|次も**大切**。",
            "文です。[^1]|次です。",
            "文です[^1]。|次です。",
            "<b>文です。</b>|次です。",
            "“はい。”という。|次。",
        ],
    );
}

#[test]
fn japanese_with_latin() {
    check_all(
        "ja",
        &[
            "Fig. 1を参照。|次。",
            "Dr. 山田が述べた。|次。",
            "対照群 vs. 投与群の比較。|次。",
            "成長因子(e.g. VEGF)を含む。|次。",
            "濃度は10.5 ng/mLである。|次。",
            "Smith et al. 2020による。|次。",
            "Yahoo!ニュースを見た。|次。",
            "詳細はhttps://example.jp/?q=1を参照。|次。",
            "詳細はhttps://example.jp/検索?q=1を参照。|次。",
            "report.v1.pdfを開く。|次。",
            "1. はじめにです。|次。",
            "2.1. 概要です。|次。",
            "１．はじめにです。|次。",
            "図１．結果を示す。|次。",
            "Q1. 何ですか?|A. 液です。",
            "i.v. 投与とs.c. 投与。|次。",
            "はい...そうです。|次。",
        ],
    );
}

#[test]
fn english() {
    check_all(
        "en",
        &[
            "Cells grow. |Tissue heals.",
            "Cells grow.\n|tissue heals.",
            "See Fig. 2 for details. |Then go on.",
            "Treated vs. Untreated mice. |Done.",
            "Growth factors, e.g. VEGF, are found. |Others, i.e. Wnt, are not.",
            "Dr. Tanaka met Prof. Sato. |They spoke.",
            "No. 5 was best. |The answer is no. |Then stop.",
            "It took approx. 5 h. |It failed.",
            "Smith et al. Nature 2020. |They agree.",
            "Reported by Smith et al. |The dose was low.",
            "Given i.v. 5 mg daily. |It worked.",
            "Given p.o. to mice. |It worked.",
            "It was given i.v. |The patients recovered.",
            "The dose was 5 mg/kg. daily. |Next.",
            "The dose was 5 mg/kg. |Patients recovered.",
            "J. R. Smith wrote it. |Good.",
            "They lack vitamin C. |Patients recover.",
            "The value was 3.5 mg. |It rose.",
            "It ended in 2020. |It began again.",
            "\"Really?\" he asked. |Yes.",
            "“Stop. Go.” |Then he left.",
            "He left (see p. 5). |She stayed.",
            "He left. |(She stayed.) |They met.",
            "Well... maybe not. |Yes.",
            "It rose. |mRNA levels fell.",
            "It rose. |iPS cells fell.",
            "It rose, etc. |Next came rest.",
            "1. Introduction to it. |Next.",
            "2.1. Methods used. |Next.",
            "IV. Results of it. |Next.",
            "Table 2. Results by age. |Next.",
            "**It is safe.** |Use it.",
            "It is *safe.* |Use it.",
            "It is safe.[1] |Use it.",
            "It is safe.² |Use it.",
            "Open main.rs at https://example.com/a.b?c=d. |Close it.",
            "What!? |No way.",
            "Is it safe? |Yes!",
            "An open (bracket. |Next one. |Last one.",
            "Use U.S. Pharmacopeia grade. |Next.",
        ],
    );
}

#[test]
fn other_languages() {
    check_all(
        "de",
        &[
            "Am 3. Mai begann es. |Danach nicht.",
            "Es waren 30. |Danach weniger.",
            "Faktoren, z. B. VEGF, sind da. |Andere, u. a. Wnt, auch.",
            "Faktoren bzw. Enzyme, ca. 5 mg. |Die Dosis stieg.",
            "Er sagte: „Ja. Nein.“ |Dann ging er.",
            "Siehe Abb. 3 und Tab. 4. |Es folgt Text.",
            "»Ja. Nein.« |Dann ging er.",
        ],
    );
    check_all(
        "fr",
        &[
            "Des facteurs, p. ex. VEGF, agissent. |Puis rien.",
            "M. Dupont arrive. |Il part !",
            "Est-ce sûr ? |Oui.",
            "« Oui. Non. » dit-il. |Il part.",
            "Env. 5 mg suffisent. |La dose monte.",
        ],
    );
    check_all(
        "es",
        &[
            "¿Es seguro? |¡Sí! |Úselo.",
            "El Sr. Gómez vino. |Se fue.",
            "Factores, p. ej. VEGF, actúan. |Después nada.",
            "Ocurre en EE.UU. Nadie sabe. |El dato falta.",
        ],
    );
    check_all(
        "ru",
        &[
            "Клетки растут. |Ткань заживает.",
            "Факторы, т. е. Белки, есть. |Это важно.",
            "См. рис. 3 и табл. 4. |Затем текст.",
            "«Да. Нет.» |Затем он ушёл.",
            "Это А. С. Пушкин. |Он писал.",
        ],
    );
    check_all(
        "zh",
        &[
            "细胞增殖。|组织修复。",
            "他说：“好。然后呢？”|我走了。",
            "“好。”的回答。|再见！|走吧？|好。",
            "剂量为1.5毫克。|见Fig. 2。|完。",
        ],
    );
    check_all("ko", &["세포가 자란다. |조직이 낫는다.", "“네.”라고 말했다. |끝.", "안전한가요? |네!"]);
    check_all("hi", &["यह सुरक्षित है। |इसे लें।"]);
    check_all("unknown", &["One. |Two.", "一。|二。"]);
}

#[test]
fn language_tags_count_by_their_first_part() {
    check("de-CH", "Am 3. Mai begann es. |Danach nicht.");
    check("zh_Hant", "“好。”的回答。|再見。");
}

#[test]
fn abbreviations_of_the_user() {
    let text = "Siehe Anh. Drei und Mio. Menschen. Ende.";
    let own = ["Anh.".to_owned(), "mio".to_owned()];
    let found = Sentences::new("en", &own).split(text);
    assert_eq!(
        found.iter().map(|s| s.of(text)).collect::<Vec<_>>(),
        ["Siehe Anh. Drei und Mio. Menschen.", "Ende."]
    );
}

#[test]
fn blank_text_has_no_sentence() {
    for text in ["", " ", "\n\n", "　", "\r\n"] {
        assert_eq!(Sentences::new("ja", &[]).split(text), []);
    }
}

#[track_caller]
fn check_lead_in(text: &str, wanted: Option<(&str, &str)>) {
    let found = lead_in(text).map(|found| (found.term.of(text), found.separator.of(text)));
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn lead_ins() {
    for (text, term, separator) in [
        ("基礎研究: 細胞で調べる。", "基礎研究", ": "),
        ("基礎研究：細胞で調べる。", "基礎研究", "："),
        ("基礎研究:細胞で調べる。", "基礎研究", ":"),
        ("安全性、有効性: 細胞で調べる。", "安全性、有効性", ": "),
        ("基礎研究(前期): 細胞で調べる。", "基礎研究(前期)", ": "),
        ("修復の促進 細胞が働きます。", "修復の促進", " "),
        ("修復の促進　細胞が働きます。", "修復の促進", "　"),
        ("**修復の促進** 細胞が働きます。", "**修復の促進**", " "),
        ("**Basic research**: cells are studied.", "**Basic research**", ": "),
        ("**Basic research:** cells are studied.", "**Basic research:**", " "),
        ("Basic research: cells", "Basic research", ": "),
    ] {
        check_lead_in(text, Some((term, separator)));
    }
    for text in [
        "細胞で調べる。次に: 動物で調べる。",
        "細胞が、働き 続けます。",
        "これは 重要です。",
        "意 図しない増殖です。",
        "ネオ医院 横浜院",
        "細胞で（例: 温度）を調べる。",
        "10:30に始まる。",
        "1: 3に薄める。",
        "https://example.com を見る。",
        "Cells are studied. Note: this is no lead-in.",
        "項目:",
        "一二三四五六七八九十一二三四五六七八九十一 長い語は用語ではない。",
        "",
    ] {
        check_lead_in(text, None);
    }
}

#[test]
fn the_separator_of_an_item_belongs_to_no_sentence() {
    let text = "修復の促進 細胞が働く。組織が治る。";
    let found: Vec<&str> =
        Sentences::new("ja", &[]).split_item(text).iter().map(|span| span.of(text)).collect();
    assert_eq!(found, ["修復の促進", "細胞が働く。", "組織が治る。"]);
}

/// How many cases a property tries; `YAKUGO_CASES` asks for more.
fn cases() -> ProptestConfig {
    let cases = std::env::var("YAKUGO_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(256);
    ProptestConfig::with_cases(cases)
}

/// Texts made of what the rules look at, with arbitrary characters between.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(
        "。 . ． ! ？ … ... 「 」 （ ） ( ) “ ” „ « » [ ] ** * _ ` \" ' ’ [^1] </b> Fig. Dr. i.v. z. 1. ２． 細胞 は と とても \
         The the mRNA J. № Q1. https://a.b/?c= \n \n\n \r\n \u{3000} ~ ² 。」 .) 세포 клетка"
            .split(' ')
            .collect::<Vec<_>>(),
    );
    let piece = prop_oneof![
        6 => pieces.prop_map(str::to_owned),
        2 => Just(" ".to_owned()),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn sentences_hold_all_that_is_not_blank(text in text(), language in prop::sample::select(vec!["ja", "en", "de", "zh"])) {
        let mut last = 0;
        for span in Sentences::new(language, &[]).split(&text) {
            prop_assert!(text.get(last..span.start).is_some_and(|gap| gap.trim().is_empty()));
            let sentence = span.of(&text);
            prop_assert!(!sentence.is_empty() && sentence.trim() == sentence);
            last = span.end;
        }
        prop_assert!(text.get(last..).is_some_and(|gap| gap.trim().is_empty()));
    }

    #[test]
    fn items_lose_only_their_separator(text in text()) {
        let spans = Sentences::new("ja", &[]).split_item(&text);
        let separator = lead_in(&text).map_or("", |found| found.separator.of(&text));
        let kept: usize = spans.iter().map(|span| span.of(&text).chars().filter(|c| !c.is_whitespace()).count()).sum();
        let colon = separator.chars().filter(|c| !c.is_whitespace()).count();
        let all = text.chars().filter(|c| !c.is_whitespace()).count();
        let between: usize = spans.windows(2).map(|pair| {
            let gap = Span::new(pair[0].end, pair[1].start).of(&text);
            gap.chars().filter(|c| !c.is_whitespace()).count()
        }).sum();
        prop_assert_eq!(between, colon);
        prop_assert_eq!(kept + colon, all);
    }
}
