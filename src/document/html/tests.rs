//! What HTML is cut into, case by case, and what translations become in it.

use crate::document::{Extraction, Format, Options, extract, isolated, localized, render, with_banner};

fn options() -> Options {
    Options { source: Some("ja".into()), ..Options::default() }
}

fn read(text: &str) -> Extraction {
    extract(Format::Html, text, &options())
}

fn shown(extraction: &Extraction) -> Vec<String> {
    let line = |segment: &crate::document::Segment| {
        let level = segment.level.map(|level| level.to_string()).unwrap_or_default();
        format!("{}{level}: {}", segment.kind.name(), segment.text.replace('\n', "⏎"))
    };
    extraction.segments.iter().map(line).collect()
}

/// `kind level: text`, one line a segment; a `\n` in a text is shown as `⏎`. The same for `\r\n`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        let extraction = read(&text);
        assert_eq!(shown(&extraction), expected, "in {text:?}");
        let same = |at: usize| extraction.segments.get(at).map(|segment| segment.text.as_str());
        let rendered = render(Format::Html, &text, &options(), &extraction, same);
        assert_eq!((rendered.text, rendered.refused.len()), (text, 0));
    }
}

#[test]
fn pages() {
    check(
        "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n<title>用量</title>\n</head>\n<body>\n\
         <h1>用法</h1>\n<p>水で、\n  飲む。</p>\n</body>\n</html>\n",
        &["title: 用量", "heading1: 用法", "paragraph: 水で、飲む。"],
    );
    check("\u{FEFF}<p>a</p>", &["paragraph: a"]);
    check("a", &["paragraph: a"]);
    check("", &[]);
    check("<TITLE>a &amp; b</TITLE><P>c", &["title: a &amp; b", "paragraph: c"]);
    check("<title>a <b> c</title>", &["title: a <b> c"]);
    check("<title>\n  a\n  b\n</title>", &["title: a b"]);
    check("<base href=/><link rel=x href=y title=\"RSS\">", &["attribute: RSS"]);
    check(
        "<header><a href=/>H</a></header><main>m</main><footer>f</footer>",
        &["paragraph: <a href=/>H</a>", "paragraph: m", "paragraph: f"],
    );
    check("<frameset><frame title=\"枠\"></frameset>", &["attribute: 枠"]);
}

#[test]
fn metadata() {
    check("<meta name=description content=\"a b\">", &["meta: a b"]);
    check("<meta name=\"Keywords\" content='a, b'>", &["meta: a, b"]);
    check("<meta property=\"og:title\" content=\"a\"><meta property=\"og:url\" content=\"b\">", &["meta: a"]);
    check("<meta content=\"a\" name=\"twitter:description\">", &["meta: a"]);
    check("<meta name=viewport content=\"width=device-width\">", &[]);
    check("<meta http-equiv=refresh content=\"5\">", &[]);
    check("<meta itemprop=headline content=a>", &["meta: a"]);
    check("<meta name=description content=\"\"><meta name=description>", &[]);
}

#[test]
fn white_space() {
    check("<p>\n  a\n  b\n</p>", &["paragraph: a b"]);
    check("<p>あ\n  い</p>", &["paragraph: あい"]);
    check("<p>세포\n배양</p>", &["paragraph: 세포 배양"]);
    check("<p>a   b\t c</p>", &["paragraph: a b c"]);
    check("<p>a&nbsp;b\u{A0}c</p>", &["paragraph: a&nbsp;b\u{A0}c"]);
    check("<p>あ\u{3000}い</p>", &["paragraph: あ\u{3000}い"]);
    check("<p>あ\n<b>い</b>\nう</p>", &["paragraph: あ<b>い</b>う"]);
    check("<p>a <b>b</b> <i>c</i></p>", &["paragraph: a <b>b</b> <i>c</i>"]);
    check("<p>a <a\n   href=x\n>b</a></p>", &["paragraph: a <a href=x >b</a>"]);
}

#[test]
fn line_breaks() {
    check("<p>a<br>b</p>", &["paragraph: a⏎b"]);
    check("<p>a<br/>\n  b<BR />c</p>", &["paragraph: a⏎b⏎c"]);
    check("<p>a<br><br>b</p>", &["paragraph: a", "paragraph: b"]);
    check("<p>a<br>\n<br>\nb<br></p>", &["paragraph: a", "paragraph: b"]);
    check("<p><br>a<br></p>", &["paragraph: a"]);
    check("<p>a<br class=x>b</p>", &["paragraph: a<br class=x>b"]);
    check("<p><b>a<br><br>b</b></p>", &["paragraph: a", "paragraph: b"]);
    check("<p>a<wbr>b</p>", &["paragraph: a<wbr>b"]);
    check("<p>a<hr>b", &["paragraph: a", "paragraph: b"]);
}

#[test]
fn blocks_that_end_by_themselves() {
    check("<p>a<p>b", &["paragraph: a", "paragraph: b"]);
    check("<ul><li>a<li>b<ul><li>c</ul></ul>", &["item: a", "item: b", "item: c"]);
    check("<table><tr><th>a<td>b<tr><td>c</table>", &["cell: a", "cell: b", "cell: c"]);
    check("<dl><dt>a<dd>b<dt>c<dd>d</dl>", &["term: a", "definition: b", "term: c", "definition: d"]);
    check("<select><option>a<option>b</select>", &["paragraph: a", "paragraph: b"]);
    check("<p lang=en>a<p>b", &["paragraph: b"]);
    check("<p lang=en>a<hr>b", &["paragraph: b"]);
    check("<p lang=en><i lang=de>a<p>b", &["paragraph: b"]);
    check("<ul><li translate=no>a<li>b</ul>", &["item: b"]);
    check("<table><tr><td lang=en>a<td>b</table>", &["cell: b"]);
    check("a</p>b</section>c", &["paragraph: a", "paragraph: b", "paragraph: c"]);
    check("<p>a</b>", &["paragraph: a"]);
    check("<p>a <b c", &["paragraph: a"]);
    check("<p>a <!-- b", &["paragraph: a"]);
}

#[test]
fn kinds() {
    check("<h1>a</h1><h6 id=x>b</h6>", &["heading1: a", "heading6: b"]);
    check("<ul><li><p>a</p><p>b</p></li></ul>", &["item: a", "item: b"]);
    check("<ol><li>a<ol><li>b</li></ol>c</li></ol>", &["item: a", "item: b", "item: c"]);
    check("<blockquote><p>a</p></blockquote>b", &["quote: a", "paragraph: b"]);
    check("<figure><img src=x alt=\"図\"><figcaption>b</figcaption></figure>", &["alt: 図", "caption: b"]);
    check("<details><summary>a</summary>b</details>", &["summary: a", "paragraph: b"]);
    check(
        "<table><caption>a</caption><thead><tr><th abbr=\"略\">b</th></tr></thead><tbody><tr><td>c</td></tr></table>",
        &["caption: a", "attribute: 略", "cell: b", "cell: c"],
    );
    check("<table><tr><td><p>a</p><ul><li>b</ul></table>", &["cell: a", "item: b"]);
    check("<fieldset><legend>a</legend>b</fieldset>", &["caption: a", "paragraph: b"]);
    check("<li><h3>a</h3>b</li>", &["heading3: a", "item: b"]);
    check("<td>はい</td><td>はい</td>", &["cell: はい", "cell: はい"]);
    check("<address>a</address><aside>b</aside>", &["paragraph: a", "paragraph: b"]);
}

#[test]
fn inline_elements_stay_in_the_text() {
    check(
        "<p>a <b>b</b> <a href=\"c\" title='d'>e</a></p>",
        &["paragraph: a <b>b</b> <a href=\"c\" title='d'>e</a>"],
    );
    check(
        "<p><ruby>細胞<rp>(</rp><rt>さいぼう</rt><rp>)</rp></ruby>を見る。</p>",
        &["paragraph: <ruby>細胞<rp>(</rp><rt>さいぼう</rt><rp>)</rp></ruby>を見る。"],
    );
    check("<p>H<sub>2</sub>O<sup>*</sup></p>", &["paragraph: H<sub>2</sub>O<sup>*</sup>"]);
    check("<p>a <img src=x alt=y> b</p>", &["paragraph: a <img src=x alt=y> b"]);
    check("<p>a <!-- b --> c</p>", &["paragraph: a <!-- b --> c"]);
    check("<p>a <svg><path d=x /></svg> b</p>", &["paragraph: a <svg><path d=x /></svg> b"]);
    check("<p>a <my-icon name=x></my-icon> b</p>", &["paragraph: a <my-icon name=x></my-icon> b"]);
    check("<p>1 < 2 && 3 > 2</p>", &["paragraph: 1 < 2 && 3 > 2"]);
    check("<p>a &lt;b&gt; &#x7528;</p>", &["paragraph: a &lt;b&gt; &#x7528;"]);
    check("<p>a <math><mi>x</mi></math> b</p>", &["paragraph: a <math><mi>x</mi></math> b"]);
}

#[test]
fn blocks_inside_of_inline_elements() {
    check("<a href=x><div>a</div></a>", &["paragraph: a"]);
    check("<a href=x><h2>a</h2><p>b</p></a>", &["heading2: a", "paragraph: b"]);
    check("a <b>b<p>c</b> d", &["paragraph: a <b>b", "paragraph: c</b> d"]);
    check("<b><p>a</p></b>", &["paragraph: a"]);
    check("<span><div><i>a</i></div> b</span>", &["paragraph: <i>a</i>", "paragraph: b"]);
    check("<div>a<div>b</div>c</div>", &["paragraph: a", "paragraph: b", "paragraph: c"]);
    check("<p>a<script>b</script>c</p>", &["paragraph: a", "paragraph: c"]);
}

#[test]
fn forms() {
    check("<label>a <input placeholder=\"b\"></label>", &["paragraph: a <input placeholder=\"b\">"]);
    check("<label for=x>a</label> <input id=x placeholder=\"b\">", &["paragraph: a", "attribute: b"]);
    check(
        "<button title=\"a\">b</button> <button>c</button>",
        &["attribute: a", "paragraph: b", "paragraph: c"],
    );
    check("<p>押す: <button>b</button>。</p>", &["paragraph: 押す: <button>b</button>。"]);
    check(
        "<input type=submit value=\"a\"><input type=text value=\"b\"><input type=Button value=c>",
        &["attribute: a", "attribute: c"],
    );
    check("<input type=image alt=\"a\">", &["alt: a"]);
    check(
        "<select><optgroup label=\"a\"><option>b</option></optgroup></select>",
        &["attribute: a", "paragraph: b"],
    );
    check("<textarea placeholder=\"a\">b</textarea>", &["attribute: a"]);
    check("<button><label>a</label></button>", &["paragraph: <label>a</label>"]);
}

#[test]
fn attributes() {
    check("<img alt=\"a &quot;b&quot;\" src=x>", &["alt: a &quot;b&quot;"]);
    check("<img alt='a \"b\"'>", &["alt: a \"b\""]);
    check("<img alt=\"it's\">", &["alt: it's"]);
    check("<img alt=a title=b>", &["alt: a", "attribute: b"]);
    check("<IMG SRC=x ALT = \"a\n b\">", &["alt: a b"]);
    check("<img alt=a alt=b>", &["alt: a"]);
    check("<img alt><img alt=\"\"><img alt=\"—\"><img alt=https://a.b>", &[]);
    check("<div title=\"a\" aria-label=\"b\">c</div>", &["attribute: a", "attribute: b", "paragraph: c"]);
    check("<a href=x title=a><img src=y alt=b></a>", &["attribute: a", "alt: b"]);
    check("<iframe title=\"a\">b</iframe>", &["attribute: a"]);
    check("<p>a</p title=b>", &["paragraph: a"]);
    check("<picture><source srcset=x><img alt=\"a\"></picture>", &["alt: a"]);
    check("<video><track label=\"字幕\" src=x><p>a</p></video>", &["attribute: 字幕", "paragraph: a"]);
}

#[test]
fn what_is_not_translated() {
    check("<p translate=\"no\">a</p><p>b</p>", &["paragraph: b"]);
    check("<div class='x notranslate'><p>a</p></div>b", &["paragraph: b"]);
    check("<div translate=no><p translate=yes>a</p>b</div>c", &["paragraph: a", "paragraph: c"]);
    check(
        "<p><span translate=no>Acme</span>は薬です。</p>",
        &["paragraph: <span translate=no>Acme</span>は薬です。"],
    );
    check("<p><span translate=no>Acme <span>x</span> y</span></p>", &[]);
    check("<img translate=no alt=a><input translate=no placeholder=b>", &[]);
    check("<p lang=en>a</p><p lang=ja>b</p><p lang=ja-JP>c</p>", &["paragraph: b", "paragraph: c"]);
    check("<div lang=en>a<p lang=ja>b</p></div>c", &["paragraph: b", "paragraph: c"]);
    check("<p>あ<i lang=la>in vitro</i>い</p>", &["paragraph: あ<i lang=la>in vitro</i>い"]);
    check("<p><i lang=la>in vitro</i></p>", &[]);
    check("<p lang=\"\">a</p><p lang=und>b</p>", &["paragraph: a", "paragraph: b"]);
    check("<p xml:lang=en>a</p>", &[]);
    check(
        "<script>a</script><style>b</style><template><p>c</p></template><pre>d <b>e</b></pre>f",
        &["paragraph: f"],
    );
    check(
        "<p>a <code>b</code></p><p><code>c</code></p><p><kbd>d</kbd></p>",
        &["paragraph: a <code>b</code>"],
    );
    check("<!-- a --><!--[if IE]><p>b</p><![endif]--><![if !IE]>c<![endif]>", &["paragraph: c"]);
    check("<noscript><p>a</p></noscript>", &["paragraph: a"]);
    check(
        "<svg><title>a</title><desc>b</desc><text>c</text><text>d<tspan>e</tspan></text></svg>",
        &["alt: a", "alt: b", "caption: c"],
    );
    check("<svg><style>p{}</style><script>a()</script></svg><canvas>b</canvas>", &[]);
    check("<xmp><p>a</p></xmp><noembed>b</noembed>c", &["paragraph: c"]);
    check("<p>https://a.b/c</p><p>—</p><p>&nbsp;</p><p><br></p>", &[]);
    check("<pre>a", &[]);
}

#[test]
fn xhtml() {
    let page = |body: &str| format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html>{body}</html>");
    check(&page("<p><![CDATA[a < b > c]]></p>"), &["paragraph: <![CDATA[a < b > c]]>"]);
    check(&page("<script src=\"x\"/><p>a<br/>b</p>"), &["paragraph: a⏎b"]);
    check(&page("<script>//<![CDATA[\na > b\n//]]></script><p>c</p>"), &["paragraph: c"]);
    check(&page("<div translate=\"no\"/><p>a</p>"), &["paragraph: a"]);
    check("<p><![CDATA[a]]>b</p>", &["paragraph: b"]);
}

#[test]
fn directives() {
    check("<!-- i18n:skip --><p>a</p><p>b</p>", &["paragraph: b"]);
    check("<!-- i18n:skip --><ul><li>a<li>b</ul>c", &["paragraph: c"]);
    check("<p>a</p><!-- i18n:skip -->b<p>c</p>", &["paragraph: a", "paragraph: c"]);
    check("a <!-- i18n:skip --><p>b</p><p>c</p>", &["paragraph: a", "paragraph: c"]);
    let extraction = read("<!-- i18n:comment for doctors --><!-- yakugo:id dose --><p>a</p><p>b</p>");
    let [first, second] = extraction.segments.as_slice() else { panic!() };
    assert_eq!(
        (first.notes.as_slice(), first.pinned.as_deref()),
        (&["for doctors".to_owned()][..], Some("dose"))
    );
    assert_eq!((second.notes.len(), second.pinned.as_deref()), (0, None));
}

#[test]
fn paths_are_the_headings_above() {
    let text = "<h1>A</h1>a<h3>B</h3><div>b</div><section><h2>C</h2><img alt=c></section>";
    let paths: Vec<String> = read(text).segments.iter().map(|segment| segment.path.join("/")).collect();
    assert_eq!(paths, ["", "A", "A", "A/B", "A", "A/C"]);
}

#[test]
fn what_a_page_says_of_itself() {
    let check = |text: &str, expected: &[&str]| {
        let extraction = read(text);
        let found: Vec<_> = extraction.findings.iter().map(|finding| finding.place.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
        assert!(extraction.findings.iter().all(|finding| finding.rule == "page-claim"));
        assert_eq!(extraction.segments.len(), 1);
    };
    check("<html lang=ja><meta charset=UTF-8><p>a", &[]);
    check("<html lang=\"en\"><p>a", &["<html lang=\"en\">"]);
    check("<meta charset=Shift_JIS><p>a", &["<meta charset=Shift_JIS>"]);
    let old = "<meta http-equiv=Content-Type content=\"text/html; charset=EUC-JP\">";
    check(&format!("{old}<p>a"), &[old]);
    check(
        "<?xml version=\"1.0\" encoding='Shift_JIS'?><p>a</p>",
        &["<?xml version=\"1.0\" encoding='Shift_JIS'?>"],
    );
}

/// The page with one translation for every segment; refused ones are marked.
fn written(text: &str, translation: &str) -> String {
    let extraction = read(text);
    let rendered = render(Format::Html, text, &options(), &extraction, |_| Some(translation));
    if rendered.refused.is_empty() { rendered.text } else { format!("refused: {}", rendered.text) }
}

#[test]
fn translations_are_written_for_their_place() {
    let cases = [
        ("<p>a</p>", "b & <b>c</b> < d", "<p>b & <b>c</b> < d</p>"),
        ("<p>\n a\n b\n</p>", "c", "<p>\n c\n</p>"),
        ("<p>a</p>", "b\nc", "<p>b<br>c</p>"),
        ("<p>a<BR />b</p>", "c\nd\ne", "<p>c<BR />d<BR />e</p>"),
        ("<p>a</p>", " b  c ", "<p>&#32;b &#32;c&#32;</p>"),
        ("<p>a</p>", "b\tc", "<p>b&#9;c</p>"),
        ("<p>a</p>", "b \n c", "<p>b&#32;<br>&#32;c</p>"),
        ("<?xml?><p>a</p>", "b\nc", "<?xml?><p>b<br/>c</p>"),
        ("<img alt='a'>", "it's", "<img alt='it&#39;s'>"),
        ("<img alt=\"a\">", "\"b\"", "<img alt=\"&quot;b&quot;\">"),
        ("<img alt=a>", "b c", "<img alt=\"b c\">"),
        ("<img alt=a/>", "b", "<img alt=\"b\">"),
        ("<title>a</title>", "b & c", "<title>b & c</title>"),
        ("<a href=x><div>a</div></a>", "b", "<a href=x><div>b</div></a>"),
        ("<p>a <b>b<p>c</b>", "d", "refused: <p>a <b>b<p>d</b>"),
    ];
    for (text, translation, expected) in cases {
        assert_eq!(written(text, translation), expected, "{translation:?} in {text:?}");
    }
}

#[test]
fn translations_that_cannot_stand_are_refused() {
    let cases = [
        ("<p>a</p>", ""),
        ("<p>a</p>", "…"),
        ("<p>a</p>", "b</p><p>c"),
        ("<p>a</p>", "<div>b</div>"),
        ("<p>a</p>", "b\n\nc"),
        ("<p>a</p>", "b <!-- c"),
        ("<p>a</p>", "b <b"),
        ("<p>a</p>", "<b>b"),
        ("<p>a</p>", "b</b>"),
        ("<p>a</p>", "<b\nid=x>b</b>"),
        ("<p>a</p>", "b<script>c</script>"),
        ("<p>a</p>", "<i translate=no>b</i>"),
        ("<p>a</p>", "b<br><br>c"),
        ("<title>a</title>", "b\nc"),
        ("<title>a</title>", "b</title>c"),
        ("<img alt=a>", "b\nc"),
        ("<img alt=a>", "…"),
    ];
    for (text, translation) in cases {
        assert_eq!(written(text, translation), format!("refused: {text}"), "{translation:?} in {text:?}");
    }
}

#[test]
fn a_page_says_its_locale() {
    let check = |text: &str, locale: &str, expected: &str| {
        assert_eq!(localized(Format::Html, text, locale), expected, "{text}");
    };
    check("<html>", "en", "<html lang=\"en\" dir=\"ltr\">");
    check(
        "<!DOCTYPE html>\n<HTML LANG='ja' class=x>",
        "ar",
        "<!DOCTYPE html>\n<HTML dir=\"rtl\" LANG='ar' class=x>",
    );
    check("<html dir=ltr lang=\"ja\">", "he-IL", "<html dir=\"rtl\" lang=\"he-IL\">");
    check("<html lang xml:lang=\"ja\">", "en", "<html dir=\"ltr\" lang=\"en\" xml:lang=\"en\">");
    check("<p lang=ja>a</p>", "en", "<p lang=ja>a</p>");
    check(
        "<!-- <html> --><html id=a><p><html>",
        "en",
        "<!-- <html> --><html lang=\"en\" dir=\"ltr\" id=a><p><html>",
    );
}

#[test]
fn a_page_has_a_note_to_its_readers() {
    let check =
        |text: &str, expected: &str| assert_eq!(with_banner(Format::Html, text, "Old & <x>."), expected);
    check("<html><body id=a>\n<p>b", "<html><body id=a>\n<p role=\"note\">Old &amp; &lt;x>.</p>\n\n<p>b");
    check("<p>b", "<p role=\"note\">Old &amp; &lt;x>.</p>\n<p>b");
}

#[test]
fn doses_keep_their_order_among_words_from_right_to_left() {
    let check = |text: &str, translation: &str, expected: &str| {
        let segment = read(text).segments.remove(0);
        assert_eq!(isolated(&segment, translation), expected);
    };
    check("<p>a", "خذ 10 mg يوميا", "خذ <bdi dir=\"ltr\">10 mg</bdi> يوميا");
    check("<p>a", "خذ 10 يوميا", "خذ 10 يوميا");
    check("<p>a", "<a title=\"10 mg\">خذ</a> <bdi>5 mg</bdi>", "<a title=\"10 mg\">خذ</a> <bdi>5 mg</bdi>");
    check("<p>a", "خذ \u{2066}10 mg\u{2069}", "خذ \u{2066}10 mg\u{2069}");
    check("<img alt=a>", "خذ 10 mg", "خذ \u{2066}10 mg\u{2069}");
    check("<title>a</title>", "خذ 10 mg", "خذ \u{2066}10 mg\u{2069}");
}

#[test]
fn depth_and_length_cost_no_stack() {
    let many = 10_000;
    for text in [
        format!("{}a", "<div>".repeat(many)),
        format!("{}a{}", "<b>".repeat(many), "</b>".repeat(many)),
        format!("{}{}a", "<div>".repeat(many), "</section>".repeat(many)),
        format!("{}{}a", "<i lang=ja>".repeat(many), "</b><div>".repeat(many)),
        format!("{}{}a", "<i lang=ja>".repeat(many), "<hr>".repeat(many)),
        format!("<p>{}a", "<b></i>".repeat(many)),
        format!("{}a", "<li><p>".repeat(many)),
        format!("{}a{}", "<label>".repeat(many), "</label>".repeat(many)),
        format!("<svg>{}a", "<g>".repeat(many)),
        format!("a{}", "<!--".repeat(many)),
    ] {
        let extraction = read(&text);
        assert!(extraction.segments.len() <= 1, "{}", shown(&extraction).join("\n"));
        let rendered = render(Format::Html, &text, &options(), &extraction, |_| Some("b"));
        assert!(!rendered.text.is_empty());
    }
}
