//! What every HTML page of ours needs: text that stands as what it is, and the direction of its language.

/// A text as HTML, its line breaks kept.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\n', "<br>")
}

/// The attributes of a text in a locale.
pub(crate) fn lang_and_dir(locale: &str) -> String {
    let direction = if is_right_to_left(locale) { "rtl" } else { "ltr" };
    format!("lang=\"{}\" dir=\"{direction}\"", escaped(locale))
}

/// Whether a locale is written from right to left: by its script where the tag names one (four letters, BCP 47),
/// otherwise by its language.
fn is_right_to_left(locale: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_direction_follows_script_and_language() {
        let check = |locale: &str, expected: bool| assert_eq!(is_right_to_left(locale), expected, "{locale}");
        check("en", false);
        check("ar-EG", true);
        check("ur", true);
        check("az-Arab", true);
        check("ks-Deva", false);
        check("zh-Hans", false);
    }
}
