//! Articles in HTML: from the page to the translated page.

use snapbox::{assert_data_eq, str};

use crate::folder::Folder;

const CONFIG: &str = "source = \"ja\"\ntargets = [\"ar\", \"en\"]\ndocuments = [\"articles/**/*.html\"]\n";
const PAGE: &str = r#"<!DOCTYPE html>
<html lang="ja" class="page">
<head>
<meta charset="utf-8">
<!-- yakugo:id title -->
<title>用量</title>
<!-- yakugo:id about -->
<meta name="description" content="一日の用量">
</head>
<body>
<!-- yakugo:id dose -->
<p>毎日
   <b>10 mg</b>を<ruby>服用<rt>ふくよう</rt></ruby>する。<br>水で飲む。
<!-- yakugo:id figure -->
<p><img src="a.png" alt="錠剤">
<p lang="en">Store below 25 °C.
<script>let x = "毎日";</script>
</body>
</html>
"#;

/// A page with the characters that nobody sees.
fn shown(page: &str) -> String {
    page.replace('\u{2066}', "[U+2066]").replace('\u{2069}', "[U+2069]")
}

#[test]
fn a_page_is_translated_with_its_tags_attributes_and_direction() {
    let folder = Folder::new(&[("yakugo.toml", CONFIG), ("articles/dose.html", PAGE)]);
    folder.run("sync").exits(0);
    assert_eq!(folder.states("ar"), "4 missing");
    // A page without any translation is the page in its own language.
    folder.run("render --locale ar --out out").exits(0);
    assert_eq!(folder.read("out/dose.html"), PAGE);
    for (id, translation) in [
        ("title", "الجرعة 10 mg"),
        ("about", "جرعة \"اليوم\""),
        ("dose", "خذ <b>10 mg</b> كل يوم.\n    اشرب الماء."),
        ("figure", "قرص"),
    ] {
        folder.edit("locales/ar/dose.ftl", &format!("# {id} ="), &format!("# {id} = {translation}"));
    }
    folder.run("sync").exits(0);
    folder.run("render --locale ar --out out").exits(0);
    assert_data_eq!(
        shown(&folder.read("out/dose.html")),
        str![[r#"
<!DOCTYPE html>
<html dir="rtl" lang="ar" class="page">
<head>
<meta charset="utf-8">
<!-- yakugo:id title -->
<title>الجرعة [U+2066]10 mg[U+2069]</title>
<!-- yakugo:id about -->
<meta name="description" content="جرعة &quot;اليوم&quot;">
</head>
<body>
<!-- yakugo:id dose -->
<p>خذ <b><bdi dir="ltr">10 mg</bdi></b> كل يوم.<br>اشرب الماء.
<!-- yakugo:id figure -->
<p><img src="a.png" alt="قرص">
<p lang="en">Store below 25 °C.
<script>let x = "毎日";</script>
</body>
</html>

"#]]
    );
}
