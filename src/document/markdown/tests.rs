//! What Markdown is cut into, case by case.

use crate::document::{Extraction, Format, Options, extract, render};
use crate::text::Span;

fn read(text: &str) -> Extraction {
    extract(Format::Markdown, text, &Options::default())
}

/// `kind level: text`, one line a segment; a `\n` in a text is shown as `⏎`.
fn check(text: &str, expected: &[&str]) {
    let extraction = read(text);
    let found: Vec<String> = extraction
        .segments
        .iter()
        .map(|segment| {
            let level = segment.level.map(|level| level.to_string()).unwrap_or_default();
            format!("{}{level}: {}", segment.kind.name(), segment.text.replace('\n', "⏎"))
        })
        .collect();
    assert_eq!(found, expected, "in {text:?}");
    let rendered = render(Format::Markdown, text, &Options::default(), &extraction, |_| None);
    assert_eq!(rendered.text, text);
}

#[test]
fn headings() {
    check("# 題\n\n## A ##\n\n###### b\n", &["heading1: 題", "heading2: A", "heading6: b"]);
    check("Title\n=====\n\nSub\n---\n", &["heading1: Title", "heading2: Sub"]);
    check("# A {#id .c}\n", &["heading1: A"]);
    check("# \\# A\n", &["heading1: \\# A"]);
    check("#\n", &[]);
    check("# `code`\n", &[]);
    check("二行の\n題\n===\n", &["heading1: 二行の題"]);
    check("> # A\n", &["heading1: A"]);
}

#[test]
fn soft_breaks_are_joined_by_script() {
    check("段落で、\n途中\n", &["paragraph: 段落で、途中"]);
    check("one\ntwo\n", &["paragraph: one two"]);
    check("세포\n배양\n", &["paragraph: 세포 배양"]);
    check("細胞\r\nFGF\r\n", &["paragraph: 細胞 FGF"]);
    check("**細胞**\n培養\n", &["paragraph: **細胞**培養"]);
    check("細胞[^1]\n**培養**\n\n[^1]: `x`\n", &["paragraph: 細胞[^1]**培養**"]);
    check("`あ\nい`\n細胞\n", &["paragraph: `あ い`細胞"]);
    check("<b\nid=x>あ</b>\nい\n", &["paragraph: <b id=x>あ</b>い"]);
    check("[あ](x\n'う\nえ')\nい\n", &["paragraph: [あ](x 'う え')い"]);
    check("あ \nい\n", &["paragraph: あい"]);
    check("a\n   b\n", &["paragraph: a b"]);
}

#[test]
fn hard_breaks_stay() {
    check("a  \nb\n", &["paragraph: a⏎b"]);
    check("a\\\nb\n", &["paragraph: a⏎b"]);
    check("あ  \r\nい\r\n", &["paragraph: あ⏎い"]);
    check("> a  \n> b\n", &["quote: a⏎b"]);
    check("a<br>b\n", &["paragraph: a<br>b"]);
    check("a  \n", &["paragraph: a"]);
}

#[test]
fn items() {
    check("- a\n- b\n", &["item: a", "item: b"]);
    check("- a\n\n- b\n", &["item: a", "item: b"]);
    check("1. a\n   b\n2. c\n", &["item: a b", "item: c"]);
    check("- a\n  - b\n    - c\n", &["item: a", "item: b", "item: c"]);
    check("- [ ] a\n- [x] b\n", &["item: a", "item: b"]);
    check("- [ ] a\n\n- [x] b\n", &["item: a", "item: b"]);
    check("- a\n\n  b\n", &["item: a", "item: b"]);
    check("- # A\n", &["heading1: A"]);
    check("* * a\n", &["item: a"]);
    check("- \n  a\n", &["item: a"]);
    check("-\n- a\n", &["item: a"]);
    check("- \\# a\n", &["item: \\# a"]);
    check("- ```\n  a\n  ```\n  b\n", &["item: b"]);
}

#[test]
fn quotes_and_alerts() {
    check("> a\n> b\n", &["quote: a b"]);
    check("> a\nb\n", &["quote: a b"]);
    check("> > あ\n> > い\n", &["quote: あい"]);
    check("> `a\n> b`c\n", &["quote: `a b`c"]);
    check("> [!NOTE]\n> a\n", &["quote: a"]);
    check("> - a\n", &["item: a"]);
    check("- > a\n", &["quote: a"]);
}

#[test]
fn tables() {
    check("| a | b |\n|---|:-:|\n| c | `d` |\n", &["cell: a", "cell: b", "cell: c"]);
    check("a|b\n-|-\nc|d\n", &["cell: a", "cell: b", "cell: c", "cell: d"]);
    check("| a \\| b |\n|---|\n", &["cell: a \\| b"]);
    check("| 10 | — |  |\n|-|-|-|\n", &["cell: 10"]);
    check("|はい|はい|\n|-|-|\n", &["cell: はい", "cell: はい"]);
}

#[test]
fn footnotes_and_definitions() {
    check("a[^1]\n\n[^1]: b\n    c\n\n    d\n", &["paragraph: a[^1]", "footnote: b c", "footnote: d"]);
    check("用語\n: 意味\n", &["term: 用語", "definition: 意味"]);
    check("T\n\n: a\n\n  b\n", &["term: T", "definition: a", "definition: b"]);
    check("a\n\n:bulb: b\n", &["paragraph: a", "paragraph: :bulb: b"]);
    check("::: tip\na\n:::\n", &["paragraph: a"]);
    check("> ::: tip\n> a\n> :::\n", &["quote: a"]);
    check("{{< note >}}\na\n{{< /note >}}\nb\n", &["paragraph: a", "paragraph: b"]);
    check("- a\n  {{% tip %}}\n  b\n", &["item: a", "item: b"]);
    check("> {{< note >}}\r\n> a\r\n", &["quote: a"]);
    check("a {{< ref \"b.md\" >}} c\n", &["paragraph: a {{< ref \"b.md\" >}} c"]);
    check("{{< figure caption=\"図\" >}}\n", &["paragraph: {{< figure caption=\"図\" >}}"]);
}

#[test]
fn images() {
    check("![図](a.png)\n", &["alt: 図"]);
    check("![図](a.png \"題 \\\" x\")\n", &["alt: 図", "caption: 題 \\\" x"]);
    check("![](a.png '題')\n", &["caption: 題"]);
    check("![a](b (c))\n", &["alt: a", "caption: c"]);
    check("- ![a](b)\n", &["alt: a"]);
    check("|![a](b)|\n|-|\n", &["alt: a"]);
    check("![a](b) ![c](d)\n", &["alt: a", "alt: c"]);
    check("[![a](b)](c)\n", &["alt: a"]);
    check("![a *b* [c](d)](e)\n", &["alt: a *b* [c](d)"]);
    check("![a][b]\n\n[b]: c\n", &["alt: a"]);
    check("![b]\n\n[b]: c\n", &[]);
    check("![あ\nい](b)\n", &["alt: あい"]);
    check("see ![a](b \"c\")\n", &["paragraph: see ![a](b \"c\")"]);
}

#[test]
fn what_holds_nothing_to_translate() {
    check("```\na\n```\n", &[]);
    check("    a\n", &[]);
    check("`a`\n", &[]);
    check("<https://a.b>\n", &[]);
    check("https://a.b/c_d_e?f=g&h\n", &[]);
    check("$x$ $$y$$\n", &[]);
    check("[a]: b \"c\"\n", &[]);
    check("---\n\n***\n", &[]);
    check("…！\n", &[]);
    check("&nbsp;\n", &[]);
    check("**`a`**\n", &[]);
    check("<span translate=\"no\">a</span>\n", &[]);
    check("", &[]);
    check("\u{FEFF}", &[]);
    check("10\n", &["paragraph: 10"]);
    check("[a](https://a.b)\n", &["paragraph: [a](https://a.b)"]);
    check("see [b][]\n\n[b]: c\n", &["paragraph: see [b][]"]);
}

#[test]
fn front_matter() {
    check("---\ntitle: 題\nweight: 1\n---\n\na\n", &["meta: 題", "paragraph: a"]);
    check("---\ntitle: \"a \\\"b\\\"\" # c\ndescription: 'it''s'\n---\n", &["meta: a \"b\"", "meta: it's"]);
    check("+++\ntitle = 'a'\n[x]\ntitle = 'b'\n+++\n", &["meta: a"]);
    check("---\ntitle: |\n  a\n---\n", &[]);
    check("---\ntitle: a\n  b\n---\n", &[]);
    check("---\ntitle: [a]\n---\n", &[]);
    check("\u{FEFF}---\r\ntitle: a\r\n---\r\nb\r\n", &["meta: a", "paragraph: b"]);
    check("a\n\n---\ntitle: b\n---\n", &["paragraph: a", "heading2: title: b"]);
    check("---\n\na\n\n---\n", &["paragraph: a"]);
    check("---\ntitle: a\n", &["paragraph: title: a"]);
}

#[test]
fn html_blocks() {
    check("<p>あ\n  い</p>\n", &["paragraph: あい"]);
    check("<details>\n<summary>S</summary>\n\na\n\n</details>\n", &["summary: S", "paragraph: a"]);
    check(
        "<table><caption>C</caption><tr><th>h<td>a <b>b</b></table>\n",
        &["caption: C", "cell: h", "cell: a <b>b</b>"],
    );
    check("<ul><li>a<li>b</ul>\n", &["item: a", "item: b"]);
    check("<h2 align=center>A</h2>\n", &["heading2: A"]);
    check("<dl><dt>a<dd>b</dl>\n", &["term: a", "definition: b"]);
    check("<figure><img src=a alt=\"図\"><figcaption>F</figcaption></figure>\n", &["alt: 図", "caption: F"]);
    check("<p><img alt=a></p>\n", &["alt: a"]);
    check("<div translate=\"no\">\na\n</div>\n\nb\n", &["paragraph: b"]);
    check("<div class=\"x notranslate\">\n\na\n\n</div>\n\nb\n", &["paragraph: b"]);
    check("<script>\nlet a;\n</script>\n<style>\nb\n</style>\n<pre>\nc\n</pre>\n<!-- d -->\n", &[]);
    check("<p>a <code>b</code></p>\n<p><code>c</code></p>\n", &["paragraph: a <code>b</code>"]);
    check("> <p>あ\n> い</p>\n", &["paragraph: あい"]);
    check("<p>a <!-- b --> c</p>\n", &["paragraph: a <!-- b --> c"]);
    check("<div>\nbare\n</div>\n", &["paragraph: bare"]);
}

#[test]
fn directives() {
    check("<!-- i18n:skip -->\n\n- a\n- b\n\nc\n", &["paragraph: c"]);
    check("<!-- i18n:skip -->\n# A\n\nb\n", &["paragraph: b"]);
    check("- a\n\n  <!-- i18n:skip -->\n\n  b\n\n  c\n", &["item: a", "item: c"]);
    check("<!-- i18n:skip -->\n<p>a</p>\n\nb\n", &["paragraph: b"]);
    check("- <!-- i18n:skip -->\n  a\n- b\n", &["item: b"]);
    let text = "<!-- i18n:comment for doctors -->\n<!-- yakugo:id dose -->\n\n```\nx\n```\n\na\n\nb\n";
    let segments = read(text).segments;
    assert_eq!(segments[0].notes, ["for doctors"]);
    assert_eq!(segments[0].pinned.as_deref(), Some("dose"));
    assert_eq!((segments[1].notes.len(), &segments[1].pinned), (0, &None));
    let findings = read("a\n\n<!-- yakugo:id 1 -->\n").findings;
    assert_eq!((findings[0].rule, findings[0].place.span), ("invalid-id", Span::new(3, 23)));
}

#[test]
fn blocks_hold_their_own_markers() {
    let cases = [
        ("## a ##\n", "## a ##"),
        ("a\n---\n", "a\n---"),
        ("1. a\n", "1. a"),
        ("- [ ] a\n", "- [ ] a"),
        ("> a\n", "> a"),
        ("[^1]: a\n", "[^1]: a"),
        ("- > a\n", "> a"),
        ("a\n", "a"),
    ];
    for (text, block) in cases {
        let segments = read(text).segments;
        assert_eq!((segments[0].block.of(text), segments[0].span.of(text)), (block, "a"));
    }
}

#[test]
fn paths_are_the_headings_above() {
    let text = "# A\n\na\n\n### B\n\n> # Q\n\nb\n\n## C\n\n<h3>D</h3>\n\nc\n";
    let paths: Vec<String> = read(text).segments.iter().map(|segment| segment.path.join("/")).collect();
    assert_eq!(paths, ["", "A", "A", "A/B", "A/B", "A", "A/C", "A/C/D"]);
}

/// Renders with one translation for every segment; refused ones are marked.
fn written(text: &str, translation: &str) -> String {
    let extraction = read(text);
    let rendered = render(Format::Markdown, text, &Options::default(), &extraction, |_| Some(translation));
    assert_eq!(rendered.refused.len(), rendered.findings.len());
    if rendered.refused.is_empty() { rendered.text } else { format!("refused: {}", rendered.text) }
}

#[test]
fn translations_are_escaped_for_their_place() {
    let cases = [
        ("a\n", "# b", "\\# b\n"),
        ("a\n", "1. b", "1\\. b\n"),
        ("a\n", " b ", "&#32;b&#32;\n"),
        ("a\n", "b\nc", "b\\\nc\n"),
        ("x  \ny\n", "b\nc", "b  \nc\n"),
        ("a\r\n", "b\nc", "b\\\r\nc\r\n"),
        ("> - a\n", "b\n- c", "> - b\\\n>   \\- c\n"),
        ("a\n", "b\\\nc", "b\\\\\\\nc\n"),
        ("a\n", "b\n===", "b\\\n\\===\n"),
        ("a\n", "b | c\n--|--", "b | c\\\n\\--|--\n"),
        ("a\n", "[b]: c", "\\[b]: c\n"),
        ("- a\n", "[x] b", "- \\[x] b\n"),
        ("> a\n", "[!NOTE]", "> \\[!NOTE]\n"),
        ("a\n", "<!-- b -->c", "\\<!-- b -->c\n"),
        ("# a\n", "b #", "# b \\#\n"),
        ("# a\n", "b {#c}", "# b {#c\\}\n"),
        ("| a |\n|-|\n", "b|c\\|\\", "| b\\|c\\|\\ |\n|-|\n"),
        ("a|`b`\n-|-\n", "- c", "\\- c|`b`\n-|-\n"),
        ("![a](b)\n", "c]d", "![c\\]d](b)\n"),
        ("![](a \"b\")\n", "c\"d", "![](a \"c\\\"d\")\n"),
        ("---\ntitle: a\n---\n", "b: \"c\"", "---\ntitle: \"b: \\\"c\\\"\"\n---\n"),
        ("---\ntitle: 'a'\n---\n", "it's", "---\ntitle: 'it''s'\n---\n"),
        ("---\ntitle: a\n---\n", "---", "refused: ---\ntitle: a\n---\n"),
        ("+++\ntitle = 'a'\n+++\n", "it's", "+++\ntitle = \"it's\"\n+++\n"),
        ("<p>a</p>\n", "b & <b>c</b>", "<p>b & <b>c</b></p>\n"),
        ("<img alt='a'>\n", "it's", "<img alt='it&#39;s'>\n"),
        ("<img alt=a>\n", "b c", "<img alt=\"b c\">\n"),
        ("a\n===\n", "b\n- c", "b\\\n\\- c\n===\n"),
    ];
    for (text, translation, expected) in cases {
        assert_eq!(written(text, translation), expected, "{translation:?} in {text:?}");
    }
}

#[test]
fn translations_that_cannot_stand_are_refused() {
    let cases = [
        ("a\n", ""),
        ("a\n", "…"),
        ("a\n", "b\n\nc"),
        ("a\n", "b\n"),
        ("a\n", "`b\nc`"),
        ("a\n", "![b](c)"),
        ("a\n", "https://a.b"),
        ("a\n", "b\rc"),
        ("# a\n", "b\nc"),
        ("|a|\n|-|\n", "b\nc"),
        ("|a|\n|-|\n", "b\\"),
        ("<p>a</p>\n", "b</p><p>c"),
        ("<p>a</p>\n", "b <!-- c"),
        ("<p>a</p>\n", "b\n\nc"),
        ("![a](b)\n", "c\nd"),
    ];
    for (text, translation) in cases {
        assert_eq!(written(text, translation), format!("refused: {text}"), "{translation:?} in {text:?}");
    }
}

#[test]
fn a_bad_translation_takes_no_other_with_it() {
    let text = "a\n\n<p>b</p>\n\n![c][x]\n\n[x]: y\n";
    let translations = ["![d][x]", "e</p><p>f", "g"];
    let extraction = read(text);
    let rendered =
        render(Format::Markdown, text, &Options::default(), &extraction, |at| translations.get(at).copied());
    assert_eq!(rendered.refused, [0, 1]);
    assert_eq!(rendered.text, "a\n\n<p>b</p>\n\n![g][x]\n\n[x]: y\n");
}

#[test]
fn depth_and_length_cost_no_stack() {
    let deep = 10_000;
    for text in [
        format!("{}a\n", ">".repeat(deep)),
        format!("{}a\n", "- ".repeat(deep)),
        format!("{}a{}\n", "*b ".repeat(deep), "*".repeat(deep)),
        format!("{}a\n", "<div>".repeat(deep)),
        format!("{}a\n", "[".repeat(deep)),
        format!("{}a{}\n", "![".repeat(deep), "](b)".repeat(deep)),
        format!("{}\n", "<b>\n".repeat(deep)),
        "a\0b\n\0\n".to_owned(),
        // Made pulldown-cmark panic.
        "- [x] \\\n  ===\n\n# a {#b}\n".to_owned(),
    ] {
        let extraction = read(&text);
        assert!(extraction.segments.len() <= 2);
        let rendered = render(Format::Markdown, &text, &Options::default(), &extraction, |_| Some("b\nc"));
        assert!(!rendered.text.is_empty());
    }
}
