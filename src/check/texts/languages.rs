//! What the rules know of languages: their scripts, and words by which their sentences are told from names.

use crate::text::is_cjk;

/// The language of a locale: `fr` of `fr-CA`.
pub(super) fn language(locale: &str) -> &str {
    locale.split(['-', '_']).next().unwrap_or_default()
}

/// Whether the language is written with Han or kana.
pub(super) fn is_east_asian(locale: &str) -> bool {
    matches!(language(locale), "ja" | "zh" | "yue" | "wuu" | "nan" | "lzh")
}

/// Whether the language is written from right to left.
pub(super) fn is_right_to_left(locale: &str) -> bool {
    let language = language(locale);
    matches!(language, "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi")
}

/// Whether the language is written with Latin letters.
pub(super) fn is_latin(locale: &str) -> bool {
    const OTHERS: [&str; 37] = [
        "ab", "am", "as", "be", "bg", "bn", "bo", "el", "gu", "hi", "hy", "ka", "kk", "km", "kn", "ko", "ky",
        "lo", "mk", "ml", "mn", "mr", "my", "ne", "or", "pa", "ru", "sa", "si", "sr", "ta", "te", "tg", "th",
        "ti", "tt", "uk",
    ];
    !OTHERS.contains(&language(locale)) && !is_east_asian(locale) && !is_right_to_left(locale)
}

/// Whether the character is a Han, kana or bopomofo letter, not a mark.
pub(super) fn is_cjk_letter(c: char) -> bool {
    is_cjk(c) && c.is_alphabetic() && !c.is_ascii() && !matches!(c, '\u{FF21}'..='\u{FF5A}')
}

/// Whether the character is kana; Chinese has none.
pub(super) fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}')
}

/// Whether the character is a letter of the Arabic script.
pub(super) fn is_arabic_letter(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08FF}')
}

/// Whether the character is a Latin letter.
pub(super) fn is_latin_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{24F}') && c.is_alphabetic()
}

/// Words that stand in sentences and in no name.
const OF_SENTENCES: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "after", "are", "be", "been", "before", "can", "cannot", "do", "does", "has", "have", "how",
            "if", "is", "it", "must", "not", "should", "that", "these", "this", "until", "was", "were",
            "what", "when", "where", "which", "why", "will", "you", "your",
        ],
    ),
    (
        "de",
        &[
            "auf", "bei", "bitte", "das", "dem", "den", "dies", "diese", "ein", "eine", "ist", "mit", "nach",
            "nicht", "oder", "sie", "sind", "wenn", "wie", "wird", "zu",
        ],
    ),
    (
        "fr",
        &[
            "avec", "ce", "cette", "dans", "est", "il", "ne", "ou", "pas", "pour", "que", "qui", "si",
            "sont", "une", "vos", "votre", "vous",
        ],
    ),
];

/// Words that stand in names, too.
const OF_NAMES: &[(&str, &[&str])] = &[(
    "en",
    &["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "one", "or", "the", "to", "with"],
)];

/// Whether some words of a language surely are a sentence or a part of one, and no name: `the vial in its carton`, not
/// `Journal of Cell Biology`.
pub(super) fn is_prose(words: &[&str], locale: &str) -> bool {
    let has = |list: &[(&str, &[&str])], word: &str| {
        let known = list.iter().find(|(name, _)| *name == language(locale));
        known.is_some_and(|(_, words)| words.contains(&word.to_lowercase().as_str()))
    };
    if words.len() < 2 {
        return false;
    }
    let strong = words.iter().any(|word| has(OF_SENTENCES, word));
    let weak = words.iter().any(|word| has(OF_NAMES, word));
    let common = |word: &&&str| word.starts_with(char::is_lowercase) && !has(OF_NAMES, word);
    strong || weak && words.iter().any(|word| common(&word))
}
