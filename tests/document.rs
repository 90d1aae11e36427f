//! The two inverses of documents, over generated documents and over real ones.
//!
//! `YAKUGO_CASES` sets the number of generated cases; `YAKUGO_DATA` names a folder with real documents, `YAKUGO_PAGES`
//! one with real HTML files.

#![allow(clippy::disallowed_methods, reason = "a suite over real files reads them")]

mod common;
mod laws;

use std::fmt::Write as _;

use laws::documents::{hold_identity, hold_translations};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use yakugo::document::Format;

fn config() -> ProptestConfig {
    let cases = std::env::var("YAKUGO_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300);
    ProptestConfig { cases, max_shrink_iters: 20_000, failure_persistence: None, ..ProptestConfig::default() }
}

/// Pieces of running text.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "細胞", "を培養する。", "10 mg", "dose", "the", "「引用」", "세포", "**太字**", "*em*", "`code`", "[link](u)",
    "![i](u \"t\")", "<b>x</b>", "[^1]", "https://a.b/c_d", "&amp;", "\\*", "$x$", "é", "𠮷野", "<br>", "|",
    "[r][]", "[r]", ":bulb:", "~~s~~",
];

fn words() -> impl Strategy<Value = String> {
    let word = select(WORDS);
    let joint = select(vec!["", " ", "\n", "  \n", "\\\n"]);
    prop::collection::vec((word, joint), 1..6).prop_map(|pieces| {
        let mut text = String::new();
        for (word, joint) in &pieces {
            text.push_str(word);
            text.push_str(joint);
        }
        text.trim_end().trim_end_matches('\\').to_owned()
    })
}

fn line() -> impl Strategy<Value = String> {
    words().prop_map(|text| text.replace(['\n', '\\'], " "))
}

fn indented(text: &str, first: &str, rest: &str) -> String {
    let mut out = String::new();
    for (at, line) in text.lines().enumerate() {
        let prefix = if at == 0 { first } else { rest };
        writeln!(out, "{prefix}{line}").expect("a string takes everything");
    }
    out
}

fn block() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => words().prop_map(|text| format!("{text}\n")),
        2 => (1..7_usize, line(), select(vec!["", " ##", " {#id}"])).prop_map(|(level, text, end)| format!("{} {text}{end}\n", "#".repeat(level))),
        1 => (words(), select(vec!["===", "---"])).prop_map(|(text, under)| format!("{text}\n{under}\n")),
        1 => prop::collection::vec((line(), line()), 1..4).prop_map(|rows| {
            let mut out = String::new();
            for (at, (left, right)) in rows.iter().enumerate() {
                writeln!(out, "| {} | {} |", left.replace('|', ""), right.replace('|', "")).expect("a string takes everything");
                if at == 0 {
                    out.push_str("|---|:-:|\n");
                }
            }
            out
        }),
        1 => (line(), line()).prop_map(|(a, b)| format!("{}|{}\n-|-\n", a.replace('|', ""), b.replace('|', ""))),
        1 => (line(), words()).prop_map(|(term, text)| indented(&text, &format!("{term}\n: "), "  ")),
        1 => words().prop_map(|text| indented(&text, "[^1]: ", "    ")),
        1 => (words(), select(vec!["p", "div", "li", "h2", "summary", "pre", "td", "script"]))
            .prop_map(|(text, tag)| format!("<{tag}>{text}</{tag}>\n")),
        1 => line().prop_map(|text| format!("<figure><img alt=\"{}\" src=x></figure>\n", text.replace('"', ""))),
        1 => (line(), line()).prop_map(|(alt, title)| format!("![{alt}](a.png '{}')\n", title.replace('\'', ""))),
        1 => select(vec![
            "```rust\nlet x;\n```\n", "    code\n", "---\n", "<!-- i18n:skip -->\n", "<!-- yakugo:id a -->\n", "[r]: https://x 'y'\n",
            "::: tip T\n", ":::\n", "{{< note >}}\n", "$$\nx\n$$\n", "<div translate=no>\n", "</div>\n", "> [!NOTE]\n> 注意\n", "\tcode\n", "-\n", "- [ ] \n",
            "[^1]: \n", "+++\n", ">\n",
        ]).prop_map(str::to_owned),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let blocks = || prop::collection::vec((inner.clone(), select(vec!["", "\n"])), 1..4).prop_map(joined);
        prop_oneof![
            blocks().prop_map(|text| indented(&text, "> ", "> ")),
            blocks().prop_map(|text| indented(&text, "- ", "  ")),
            blocks().prop_map(|text| indented(&text, "1. ", "   ")),
            blocks().prop_map(|text| indented(&text, "- [x] ", "  ")),
            blocks().prop_map(|text| indented(&text, "[^1]: ", "    ")),
            blocks().prop_map(|text| indented(&text, "> ", "")),
        ]
    })
}

fn joined(blocks: Vec<(String, &'static str)>) -> String {
    blocks.into_iter().fold(String::new(), |out, (block, gap)| out + &block + gap)
}

fn document() -> impl Strategy<Value = String> {
    let front = select(vec![
        "",
        "",
        "",
        "---\ntitle: 題\n---\n",
        "---\ntitle: \"a \\\"b\\\"\"\ndescription: 'c'\nx: y\n---\n\n",
        "+++\ntitle = \"t\"\n+++\n",
    ]);
    let blocks = prop::collection::vec((block(), select(vec!["\n", "\n", "\n", ""])), 0..6).prop_map(joined);
    let finish = (any::<bool>(), any::<bool>(), any::<bool>());
    (front, blocks, finish).prop_map(|(front, blocks, (mark, crlf, cut))| {
        let mut text = format!("{}{front}{blocks}", if mark { "\u{FEFF}" } else { "" });
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        if cut {
            text.truncate(text.trim_end().len());
        }
        text
    })
}

/// Pieces of running HTML.
#[rustfmt::skip]
const HTML: &[&str] = &[
    "細胞", "を培養する。", "10 mg", "the dose", " ", "\n  ", "<b>x</b>", "<a href='u' title=\"t\">", "</a>", "<br>", "<br/>",
    "<ruby>用<rt>よう</rt></ruby>", "&amp;", "&nbsp;", "<code>c</code>", "<img src=i alt='図'>", "<img alt=a>", "<!-- n -->",
    "<span translate=no>", "</span>", "<i lang=en>", "</i>", "a < b", "<input placeholder=p>", "<svg><title>s</title></svg>",
    "<label>", "</label>", "<button>", "</button>", "\t", "—", "<wbr>", "<!-- i18n:skip -->",
];

fn running_html() -> impl Strategy<Value = String> {
    prop::collection::vec(select(HTML), 0..6).prop_map(|pieces| pieces.concat())
}

fn page() -> impl Strategy<Value = String> {
    let open = select(vec![
        "<p>",
        "<p class=x>",
        "<div>",
        "<li>",
        "<ul>",
        "<h2>",
        "<td>",
        "<tr>",
        "<table>",
        "<dt>",
        "<dd>",
        "<blockquote>",
        "<div translate=no>",
        "<p lang=en>",
        "<pre>",
        "<script>",
        "<figcaption>",
        "<option>",
        "<title>",
        "<section>",
        "<summary>",
        "<template>",
        "<img alt='i'>",
        "<hr>",
        "<meta name=description content=\"m\">",
        "<textarea>",
        "<a href=x>",
    ]);
    let close = select(vec![
        "",
        "",
        "</p>",
        "</div>",
        "</li>",
        "</ul>",
        "</h2>",
        "</td>",
        "</table>",
        "</dd>",
        "</pre>",
        "</script>",
        "</title>",
        "</section>",
        "</template>",
        "</textarea>",
        "</a>",
        "</option>",
    ]);
    let head = select(vec![
        "",
        "",
        "<!DOCTYPE html>\n<html lang=ja>\n",
        "\u{FEFF}<html>",
        "<?xml version='1.0'?>\r\n<html>",
    ]);
    let blocks = prop::collection::vec((open, running_html(), close, select(vec!["", "\n", "\r\n  "])), 0..8);
    (head, blocks).prop_map(|(head, blocks)| {
        let block =
            |(open, text, close, gap): (&str, String, &str, &str)| format!("{open}{text}{close}{gap}");
        format!("{head}{}", blocks.into_iter().map(block).collect::<String>())
    })
}

/// What a mutation puts into a document.
#[rustfmt::skip]
const MUTATIONS: &[&str] = &[
    "", "\n", "\r", "\r\n", " ", "\t", "    ", "*", "**", "`", "```", "[", "]", "(", ")", "!", "<", ">",
    "|", "-", "#", ":", "\\", "&", "~", "$", "_", "\0", "\u{FEFF}", "「", "\u{3000}", "\u{A0}", "<!--",
    "-->", "<p>", "</p>", "{", "}", "=", "+++", "---", "1.", "[^1]:", ":::", "{{< note >}}", "'", "\"", "<pre>", "<script>",
    "]:", "\u{2028}", "</", "/>", "<br>", "</b>", "<svg>", "]]>", "<![CDATA[", "&#", "<title>", " lang=en", " alt=\"",
];

/// Puts small pieces at random places of a document and takes small pieces out.
fn mutated(document: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let piece = select(MUTATIONS);
    let mutation = (any::<Index>(), 0..4_usize, piece);
    (document, prop::collection::vec(mutation, 0..8)).prop_map(|(mut text, mutations)| {
        for (place, taken, piece) in mutations {
            let mut bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            bounds.push(text.len());
            let from = place.index(bounds.len());
            let to = (from + taken).min(bounds.len() - 1);
            text.replace_range(bounds[from]..bounds[to], piece);
        }
        text
    })
}

/// Pieces that mean something at some place of some document.
#[rustfmt::skip]
const NASTY: &[&str] = &[
    "# ", "## a ##", "- ", "+ ", "* ", "1. ", "1)", "> ", ">", "```", "~~~", "===", "---", "***", "* * *",
    "<!--", "-->", "<div>", "</p>", "<p>", "<b>", "|", "|---|", "--|--", ":-:", "[x]: y", "[^1]: z", ": ",
    "[ ] ", "[x] ", "[!NOTE]", " ", "  ", "\t", "#", "{#i}", "{.c}", "\"", "'", "''", "\\", "`", "``", "**",
    "*", "_", "__", "~~", "$", "$$", "[", "]", "](", ")", "![", "![a](b)", "\n", "\n\n", "\r\n", "\r", "\0",
    "&", "&#32;", "&amp;", "<script>", "<pre>", "</div>", "<br>", "+++", ":::", "::: tip", "{{< x >}}", "%", "@", "true",
    "null", "10", "dose", "細胞", "。", "「", "\u{3000}", "\u{A0}", "\u{FEFF}", "https://a.b", "<https://a.b>",
    "=", "…", "10.5", "[^1]", "[r]", "[r][]", "{", "}", "<", "<?", "<![CDATA[", "translate=no",
    "<i translate=no>", "\u{2028}", "\u{85}", "<!-- i18n:skip -->", "i18n:skip", "<h1>", "<li>", "</li>",
    "a=b", "- [ ] x", "\\|", "\\\\",
];

/// Translations that want to be something else.
fn nasty() -> impl Strategy<Value = Option<String>> {
    let piece = select(NASTY);
    prop_oneof![
        1 => Just(None),
        2 => running_html().prop_map(Some),
        6 => prop::collection::vec(piece, 0..5).prop_map(|pieces| Some(pieces.concat())),
        2 => words().prop_map(Some),
        1 => "\\PC{0,8}".prop_map(Some),
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rendering_the_source_gives_the_source(text in mutated(document())) {
        hold_identity(Format::Markdown, &text);
    }

    #[test]
    fn translations_stand_or_are_refused(
        text in prop_oneof![document(), mutated(document())],
        translations in prop::collection::vec(nasty(), 1..20),
    ) {
        let filled: Vec<_> = translations.iter().cycle().take(200).cloned().collect();
        hold_translations(Format::Markdown, &text, &filled);
    }

    #[test]
    fn rendering_a_page_gives_the_page(text in mutated(page())) {
        hold_identity(Format::Html, &text);
    }

    #[test]
    fn translations_of_pages_stand_or_are_refused(
        text in prop_oneof![page(), mutated(page())],
        translations in prop::collection::vec(nasty(), 1..20),
    ) {
        let filled: Vec<_> = translations.iter().cycle().take(200).cloned().collect();
        hold_translations(Format::Html, &text, &filled);
    }
}

#[test]
fn real_pages_hold_both_inverses() {
    let Some(folder) = std::env::var_os("YAKUGO_PAGES") else { return };
    let (mut pages, mut segments, mut refused) = (0, 0, 0);
    for entry in std::fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("the folder can be listed").path();
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let source = hold_identity(Format::Html, &text);
        let longer: Vec<_> =
            source.segments.iter().map(|segment| Some(format!("訳 {}", segment.text))).collect();
        let rendered = hold_translations(Format::Html, &text, &longer);
        for at in &rendered.refused {
            println!("{}: {:?}", path.display(), source.segments[*at].text);
        }
        refused += rendered.refused.len();
        pages += 1;
        segments += source.segments.len();
    }
    println!("{pages} pages, {segments} segments, {refused} translations refused");
    assert!(pages > 0, "no page in the folder");
    assert_eq!(refused, 0, "a translation with the tags of its source must stand");
}

#[test]
fn real_documents_hold_both_inverses() {
    let Some(data) = common::data_dir() else { return };
    let mut documents = 0;
    let mut segments = 0;
    let mut refused = 0;
    let folder = std::fs::read_dir(data.join("carry")).expect("the data has a folder `carry`");
    for entry in folder {
        let entry = entry.expect("the folder can be listed").path();
        for name in ["old.md", "new.md"] {
            let Ok(text) = std::fs::read_to_string(entry.join(name)) else { continue };
            let source = hold_identity(Format::Markdown, &text);
            let longer: Vec<_> =
                source.segments.iter().map(|segment| Some(format!("訳 {}", segment.text))).collect();
            refused += hold_translations(Format::Markdown, &text, &longer).refused.len();
            let nasty = ["# a", "- b", "c | d\n---|---", "e\n\nf", "<!-- g", "`h", "**i", " j "];
            let nasty: Vec<_> = source
                .segments
                .iter()
                .zip(nasty.into_iter().cycle())
                .map(|(_, text)| Some(text.to_owned()))
                .collect();
            hold_translations(Format::Markdown, &text, &nasty);
            documents += 1;
            segments += source.segments.len();
        }
    }
    println!("{documents} documents, {segments} segments, {refused} translations refused");
    assert!(documents > 0, "no document under `carry`");
    assert_eq!(refused, 0, "a translation with the marks of its source must stand");
}
