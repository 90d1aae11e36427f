//! What the script of a character says about spaces and line breaks.

/// Whether no space is written between this character and its neighbours: Han, kana, bopomofo, and the
/// punctuation and full-width forms that go with them. Hangul is not: Korean puts spaces between words.
pub fn is_cjk(c: char) -> bool {
    matches!(u32::from(c),
        0x2E80..=0x2FDF           // radicals
        | 0x3000..=0x303F         // CJK symbols and punctuation, with the ideographic space
        | 0x3040..=0x30FF         // hiragana, katakana
        | 0x3100..=0x312F | 0x31A0..=0x31BF // bopomofo
        | 0x31C0..=0x31EF         // strokes
        | 0x31F0..=0x31FF         // small katakana
        | 0x3200..=0x33FF         // enclosed letters, squared words
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF // Han
        | 0xF900..=0xFAFF         // compatibility Han
        | 0xFE30..=0xFE4F         // vertical forms
        | 0xFF01..=0xFF9F         // full-width Latin and punctuation, half-width katakana
        | 0xFFE0..=0xFFE6         // full-width signs
        | 0x1B000..=0x1B16F       // kana supplements
        | 0x1F200..=0x1F2FF       // enclosed ideographs
        | 0x20000..=0x3FFFF) // Han, further planes
}

/// What a soft line break between two characters stands for: nothing between two CJK characters, a space
/// otherwise (Unicode UAX #14 leaves it to the script; CSS Text 4 `segment break transformation` says the same).
///
/// ```
/// use yakugo::text::soft_break;
/// assert_eq!(soft_break('で', '途'), "");
/// assert_eq!(soft_break('세', '포'), " ");
/// assert_eq!(soft_break('F', '因'), " ");
/// ```
pub fn soft_break(before: char, after: char) -> &'static str {
    if is_cjk(before) && is_cjk(after) { "" } else { " " }
}

/// Texts one after the other as one line, with what their scripts want between them.
///
/// ```
/// use yakugo::text::joined;
/// assert_eq!(joined(["冷やす。", "待つ。"]), "冷やす。待つ。");
/// assert_eq!(joined(["Cool it.", "Wait."]), "Cool it. Wait.");
/// ```
pub fn joined<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for text in texts {
        if let (Some(before), Some(after)) = (out.chars().next_back(), text.chars().next()) {
            out.push_str(soft_break(before, after));
        }
        out.push_str(text);
    }
    out
}

/// How many columns of a terminal a text takes: two for every CJK character, one for any other (Unicode UAX #11,
/// wide and full-width against the rest).
///
/// ```
/// use yakugo::text::columns;
/// assert_eq!(columns("細胞 en"), 7);
/// ```
pub fn columns(text: &str) -> usize {
    text.chars().map(|c| 1 + usize::from(is_cjk(c) || matches!(c, '\u{AC00}'..='\u{D7A3}'))).sum()
}

/// Whether a locale is written from right to left: by its script where the tag names one (four letters, BCP 47),
/// otherwise by its language.
///
/// ```
/// use yakugo::text::is_right_to_left;
/// assert!(is_right_to_left("ar-EG") && is_right_to_left("ur") && is_right_to_left("az-Arab"));
/// assert!(!is_right_to_left("en") && !is_right_to_left("ks-Deva") && !is_right_to_left("zh-Hans"));
/// ```
pub fn is_right_to_left(locale: &str) -> bool {
    const SCRIPTS: [&str; 6] = ["Adlm", "Arab", "Hebr", "Nkoo", "Syrc", "Thaa"];
    const LANGUAGES: [&str; 13] =
        ["ar", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "ug", "ur", "yi"];
    let mut tags = locale.split(['-', '_']);
    let language = tags.next().unwrap_or_default();
    match tags.find(|tag| tag.len() == 4 && tag.bytes().all(|b| b.is_ascii_alphabetic())) {
        Some(script) => SCRIPTS.iter().any(|known| known.eq_ignore_ascii_case(script)),
        None => LANGUAGES.iter().any(|known| known.eq_ignore_ascii_case(language)),
    }
}
