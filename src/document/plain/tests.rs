//! Cases of light plain text. A wanted line is `kind:prefix>text`, and ` @ path` where headings stand above.

use proptest::prelude::*;

use super::*;
use crate::finding::Finding;

fn shown(document: &str) -> String {
    let rows = extract(document).segments.into_iter().map(|segment| {
        let level = segment.level.map(|level| level.to_string()).unwrap_or_default();
        let prefix = Span::new(segment.block.start, segment.span.start).of(document);
        let path =
            if segment.path.is_empty() { String::new() } else { format!(" @ {}", segment.path.join("/")) };
        format!("{}{level}:{prefix}>{}{path}", segment.kind.name(), segment.text).replace('\n', "⏎")
    });
    rows.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(document: &str, wanted: &[&str]) {
    assert_eq!(shown(document), wanted.join("\n"), "in\n{document}");
}

#[test]
fn titles() {
    check("題名\n副題\n\n本文です。\n", &["title:>題名⏎副題", "paragraph:>本文です。"]);
    check("\n\n題名\n1. 章\n本文です。", &["title:>題名", "heading1:1. >章", "paragraph:>本文です。 @ 章"]);
    check("題名\n本文です。\n続きです。", &["title:>題名", "paragraph:>本文です。", "paragraph:>続きです。"]);
    check("本文です。\n続きです。", &["paragraph:>本文です。", "paragraph:>続きです。"]);
    check("1. 章\n本文です。", &["heading1:1. >章", "paragraph:>本文です。 @ 章"]);
    check(
        "題名\n監修:山田医院\n\n本文です。",
        &["title:>題名", "credit:>監修:山田医院", "paragraph:>本文です。"],
    );
    check(
        "一\n二\n三\n四\n五\n",
        &["title:>一", "paragraph:>二", "paragraph:>三", "paragraph:>四", "paragraph:>五"],
    );
    check(
        "A New Way\nto Heal?\n\nText is here.\n",
        &["title:>A New Way⏎to Heal?", "paragraph:>Text is here."],
    );
    check("", &[]);
    check("\n　\n", &[]);
}

#[test]
fn numbered_headings() {
    check(
        "1. 章\n1.1. 節\n1.1.1. 項\n本文です。\n2. 次章\n本文です。",
        &[
            "heading1:1. >章",
            "heading2:1.1. >節 @ 章",
            "heading3:1.1.1. >項 @ 章/節",
            "paragraph:>本文です。 @ 章/節/項",
            "heading1:2. >次章",
            "paragraph:>本文です。 @ 次章",
        ],
    );
    check(
        "１．章\n１．２．節\n本文です。",
        &["heading1:１．>章", "heading2:１．２．>節 @ 章", "paragraph:>本文です。 @ 章/節"],
    );
    check("1. なぜか?\n本文です。", &["heading1:1. >なぜか?", "paragraph:>本文です。 @ なぜか?"]);
    check("1.はじめに\n本文です。", &["heading1:1.>はじめに", "paragraph:>本文です。 @ はじめに"]);
    check(
        "本文です。\n2.5 mgを投与します。\n",
        &["paragraph:>本文です。", "paragraph:>2.5 mgを投与します。"],
    );
    check("本文です。\n2026. 5月\n", &["paragraph:>本文です。", "paragraph:>2026. 5月"]);
    check(
        "本文です。\n1.\n章\n本文です。",
        &["paragraph:>本文です。", "heading1:1.⏎>章", "paragraph:>本文です。 @ 章"],
    );
}

#[test]
fn numbered_items() {
    check(
        "1. 章\n1. 問診をします。\n2. 採血をします。\n",
        &["heading1:1. >章", "item:1. >問診をします。 @ 章", "item:2. >採血をします。 @ 章"],
    );
    check(
        "4. 流れ\n1. 問診\n2. 採血\n続きです。\n5. 次\n本文です。",
        &[
            "heading1:4. >流れ",
            "item:1. >問診 @ 流れ",
            "item:2. >採血 @ 流れ",
            "paragraph:>続きです。 @ 流れ",
            "heading1:5. >次",
            "paragraph:>本文です。 @ 次",
        ],
    );
    check(
        "題\n\n目次\n1. 一\n1.1. 二\n1.2. 三\n2. 四\n\n1. 一\n本文です。",
        &[
            "title:>題",
            "heading1:>目次",
            "item:1. >一 @ 目次",
            "item:1.1. >二 @ 目次",
            "item:1.2. >三 @ 目次",
            "item:2. >四 @ 目次",
            "heading1:1. >一",
            "paragraph:>本文です。 @ 一",
        ],
    );
    check(
        "本文です。\n(1) 一つ\n２）二つ\n①三つ\n①の方法です。\n(2)の場合です。",
        &[
            "paragraph:>本文です。",
            "item:(1) >一つ",
            "item:２）>二つ",
            "item:①>三つ",
            "paragraph:>①の方法です。",
            "paragraph:>(2)の場合です。",
        ],
    );
}

#[test]
fn bullets() {
    check(
        "本文です。\n-\n効果: 大きい。\n-\n  危険 小さいです。\n",
        &["paragraph:>本文です。", "item:-⏎>効果: 大きい。", "item:-⏎  >危険 小さいです。"],
    );
    check(
        "本文です。\n- 一\n・二\n• 三\n* 四\n●五\n  – 六",
        &[
            "paragraph:>本文です。",
            "item:- >一",
            "item:・>二",
            "item:• >三",
            "item:* >四",
            "item:●>五",
            "item:– >六",
        ],
    );
    check(
        "本文です。\n**太字**です。\n-5度です。\n○○病院です。\n",
        &[
            "paragraph:>本文です。",
            "paragraph:>**太字**です。",
            "paragraph:>-5度です。",
            "paragraph:>○○病院です。",
        ],
    );
    check(
        "本文です。\n-\n\n続きです。\n-\n- 一\n-",
        &["paragraph:>本文です。", "paragraph:>続きです。", "item:- >一"],
    );
    check(
        "本文です。\n-\n編集: 遺伝子を変える。\n",
        &["paragraph:>本文です。", "item:-⏎>編集: 遺伝子を変える。"],
    );
    check(
        "本文です。\n-\n1. 章\n終わりです。",
        &["paragraph:>本文です。", "heading1:1. >章", "paragraph:>終わりです。 @ 章"],
    );
}

#[test]
fn questions_and_answers() {
    check(
        "本文です。\n\nFAQ|よくある質問\nQ1. 何ですか?\nA. 液です。\nQ2：なぜ？\nA2：理由です。\n",
        &[
            "paragraph:>本文です。",
            "heading1:>FAQ|よくある質問",
            "question:Q1. >何ですか? @ FAQ|よくある質問",
            "answer:A. >液です。 @ FAQ|よくある質問",
            "question:Q2：>なぜ？ @ FAQ|よくある質問",
            "answer:A2：>理由です。 @ FAQ|よくある質問",
        ],
    );
    check(
        "本文です。\nＱ１．何？\nＡ１．液。\nQ. 何?\nA: 液。\nQ3 何か\nA3. 液。\n問1. 何か\n答え：液。",
        &[
            "paragraph:>本文です。",
            "question:Ｑ１．>何？",
            "answer:Ａ１．>液。",
            "question:Q. >何?",
            "answer:A: >液。",
            "question:Q3 >何か",
            "answer:A3. >液。",
            "question:問1. >何か",
            "answer:答え：>液。",
        ],
    );
    check(
        "本文です。\nQ1.\n何ですか\nA.\n液です。\n",
        &["paragraph:>本文です。", "question:Q1.⏎>何ですか", "answer:A.⏎>液です。"],
    );
    // Without a question above, `A.` is an initial or the name of a genus.
    check(
        "本文です。\nA. baumannii is a germ.\nA型肝炎です。\nQ10は補酵素です。",
        &[
            "paragraph:>本文です。",
            "paragraph:>A. baumannii is a germ.",
            "paragraph:>A型肝炎です。",
            "paragraph:>Q10は補酵素です。",
        ],
    );
}

#[test]
fn credits() {
    for line in [
        "監修:山田医院 横浜院",
        "監修者：山田 太郎",
        "執筆・監修: 山田",
        "文責：山田",
        "Reviewed by: Jane Doe, M.D.",
        "Author: Jane Doe",
        "Supervision: Yamada Clinic",
        "Fachliche Prüfung: Dr. Doe",
        "감수: 홍길동",
    ] {
        check(
            &format!("1. 章\n本文です。\n{line}\n続きです。"),
            &[
                "heading1:1. >章",
                "paragraph:>本文です。 @ 章",
                &format!("credit:>{line}"),
                "paragraph:>続きです。 @ 章",
            ],
        );
    }
    for line in ["翻訳: mRNAからタンパク質を作る。", "効果: 大きい", "監修:"] {
        check(&format!("本文です。\n{line}"), &["paragraph:>本文です。", &format!("paragraph:>{line}")]);
    }
}

#[test]
fn headings_without_a_number() {
    check(
        "本文です。\n\nまとめ\n本文です。",
        &["paragraph:>本文です。", "heading1:>まとめ", "paragraph:>本文です。 @ まとめ"],
    );
    check(
        "本文です。\n\n液とは？\n本文です。",
        &["paragraph:>本文です。", "heading1:>液とは？", "paragraph:>本文です。 @ 液とは？"],
    );
    check(
        "1. 章\n■ 注意\n本文です。\n◆要点\n本文です。",
        &[
            "heading1:1. >章",
            "heading1:■ >注意",
            "paragraph:>本文です。 @ 注意",
            "heading1:◆>要点",
            "paragraph:>本文です。 @ 要点",
        ],
    );
    check(
        "本文です。\n\n以下の通り:\n- 一\n\n孤立した行\n\n本文です。\n\n最後の行",
        &[
            "paragraph:>本文です。",
            "paragraph:>以下の通り:",
            "item:- >一",
            "paragraph:>孤立した行",
            "paragraph:>本文です。",
            "paragraph:>最後の行",
        ],
    );
    let long =
        "What Everybody Should Know about the Medium in Which Cells of the Stem Were Grown and Its Uses";
    check(
        &format!("Text.\n\n{long}\nText."),
        &["paragraph:>Text.", &format!("heading1:>{long}"), &format!("paragraph:>Text. @ {long}")],
    );
    let prose = "あ".repeat(61);
    check(
        &format!("本文です。\n\n{prose}\n本文です。"),
        &["paragraph:>本文です。", &format!("paragraph:>{prose}"), "paragraph:>本文です。"],
    );
}

#[test]
fn bytes_around_the_text_stay_in_the_skeleton() {
    check("\u{FEFF}題\r\n副題\r\n\r\n　字下げです。 \r\n", &["title:>題⏎副題", "paragraph:>字下げです。"]);
    let document = "\u{FEFF}題\r\n副題\r\n\r\n　字下げです。 \r\n";
    let extraction = extract(document);
    let spans: Vec<&str> = extraction.segments.iter().map(|segment| segment.span.of(document)).collect();
    assert_eq!(spans, ["題\r\n副題", "字下げです。"]);
    assert_eq!(extraction.segments[0].slot, Slot::TitleLines { crlf: true });
}

#[test]
fn directives() {
    let document = "<!-- yakugo:id top -->\n題\n\n<!-- i18n:comment 用量 -->\n<!-- a\nnote -->\n10 mgです。\n<!-- i18n:skip -->\n\
                    飛ばす。\n<!-- 残る --> 文です。\n<!-- 閉じない";
    check(
        document,
        &[
            "title:>題",
            "paragraph:>10 mgです。",
            "paragraph:><!-- 残る --> 文です。",
            "paragraph:><!-- 閉じない",
        ],
    );
    let segments = extract(document).segments;
    assert_eq!(segments[0].pinned.as_deref(), Some("top"));
    assert_eq!(segments[1].notes, ["用量"]);
}

fn findings(document: &str) -> Vec<(&'static str, usize)> {
    let key = |finding: &Finding| (finding.rule, finding.place.span.start);
    extract(document).findings.iter().map(key).collect()
}

#[test]
fn unbalanced_marks_are_reported() {
    assert_eq!(findings("ab **cです。"), [("unbalanced-markup", 3)]);
    assert_eq!(findings("**a**と**bです。"), [("unbalanced-markup", 8)]);
    assert_eq!(findings("ab **cです。dは** eです。"), [("unbalanced-markup", 3)]);
    for fine in ["**a**です。", "**aです。bです。**cです。", "a**「bです。」**です。", "**aです。**bです。"]
    {
        assert_eq!(findings(fine), [], "{fine}");
    }
}

#[test]
fn stray_spaces_are_reported() {
    for (text, at) in
        [("は意 図しない。", 6), ("研究が 進む。", 9), ("細胞 を増やす。", 6), ("サイトカイン を出す。", 18)]
    {
        assert_eq!(findings(text), [("stray-space", at)], "{text}");
    }
    for fine in [
        "院長の山田 太郎です。",
        "ネオクリニック 横浜院です。",
        "VEGF などです。",
        "ネオ クリニックです。",
        "細胞  を増やす。",
        "細胞　を増やす。",
        "山田 はなこです。",
        "10 mgです。",
    ] {
        assert_eq!(findings(fine), [], "{fine}");
    }
    // The space behind a lead-in belongs there; a title may be laid out with spaces.
    assert_eq!(findings("本文です。\n- 組織の働 復元します。"), []);
    assert_eq!(findings("研究が 進む"), []);
}

#[test]
fn what_cannot_stand_on_a_line_is_refused() {
    let bare = Slot::Line { marked: false };
    for refused in
        ["", " ", "a\nb", "a\r", " a", "a　", "1. a", "- a", "・a", "Q1. a", "■a", "<!-- a", "\u{FEFF}a", "-"]
    {
        assert!(write(bare, refused).is_err(), "{refused:?}");
    }
    for fine in ["a", "1.5 mg is given.", "A. baumannii", "**a** b", "-5 °C", "Q10 is a coenzyme."] {
        assert_eq!(write(bare, fine), Ok(fine.to_owned()));
    }
    let marked = Slot::Line { marked: true };
    assert_eq!(write(marked, "1. a"), Ok("1. a".to_owned()));
    assert!(write(marked, "a\nb").is_err() && write(marked, " ").is_err());
}

#[test]
fn titles_are_written_with_the_line_ends_of_the_document() {
    assert_eq!(write(Slot::TitleLines { crlf: true }, "a\nb"), Ok("a\r\nb".to_owned()));
    let title = Slot::TitleLines { crlf: false };
    assert_eq!(write(title, "a\nb?"), Ok("a\nb?".to_owned()));
    for refused in ["", "a\n\nb", "a\n b", "A statement.", "a\n1. b", "a\nb\nc\nd\ne", "a\n"] {
        assert!(write(title, refused).is_err(), "{refused:?}");
    }
}

fn with_translations(document: &str, translations: &[&str]) -> String {
    let segments = extract(document).segments;
    assert_eq!(segments.len(), translations.len());
    let mut rendered = String::new();
    let mut last = 0;
    for (segment, translation) in segments.iter().zip(translations) {
        rendered += document.get(last..segment.span.start).unwrap();
        rendered += &write(segment.slot, translation).unwrap();
        last = segment.span.end;
    }
    rendered + document.get(last..).unwrap()
}

#[test]
fn a_translated_article_reads_as_its_translations() {
    let document = "新しい液\nとは？\n1. はじめに\n本文です。続きです。\n-\n効果: 大きい。\n1.1. 課題\n①問診\n監修:山田医院\n\nFAQ|質問\n\
                    Q1. 何か?\nA. 液です。\n";
    let english = [
        "A new liquid\nand what it is",
        "What is it?",
        "This is text. It goes on.",
        "Effect: It is large.",
        "Open questions",
        "Medical history",
        "Supervised by: Yamada Clinic",
        "FAQ | Questions",
        "What is it?",
        "It is a liquid.",
    ];
    let rendered = with_translations(document, &english);
    let again = extract(&rendered).segments;
    let texts: Vec<&str> = again.iter().map(|segment| segment.text.as_str()).collect();
    assert_eq!(texts, english);
    let kinds = |segments: &[Segment]| segments.iter().map(|s| (s.kind, s.level)).collect::<Vec<_>>();
    assert_eq!(kinds(&again), kinds(&extract(document).segments));
}

/// How many cases a property tries; `YAKUGO_CASES` asks for more.
fn cases() -> ProptestConfig {
    let cases = std::env::var("YAKUGO_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(256);
    ProptestConfig::with_cases(cases)
}

fn document() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(
        "題名 本文です。 1. 1.1. １． 2. - ・ ① (1) Q1. A. 問1: 監修: 山田 ■ ** <!-- --> i18n:skip Fig. 。 ？ 意 図しない The 。」 ： \
         \u{FEFF} \u{3000} \t"
            .split(' ')
            .collect::<Vec<_>>(),
    );
    let piece = prop_oneof![
        6 => pieces.prop_map(str::to_owned),
        2 => Just("\n".to_owned()),
        1 => Just("\r\n".to_owned()),
        2 => Just(" ".to_owned()),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn spans_are_in_order_and_hold_the_text(document in document()) {
        let mut last = 0;
        for segment in extract(&document).segments {
            prop_assert!(last <= segment.block.start && segment.block.start <= segment.span.start);
            prop_assert_eq!(segment.block.end, segment.span.end);
            let written = segment.span.of(&document);
            prop_assert!(!written.is_empty() && written.trim() == written);
            if segment.kind == Kind::Title {
                let lines: Vec<&str> = written.split('\n').map(str::trim).collect();
                prop_assert_eq!(&segment.text, &lines.join("\n"));
            } else {
                prop_assert_eq!(&segment.text, written);
            }
            last = segment.span.end;
        }
    }

    #[test]
    fn findings_lie_in_the_document(document in document()) {
        for finding in extract(&document).findings {
            prop_assert!(!finding.place.span.of(&document).is_empty());
        }
    }
}
