//! What every HTML page of ours needs: text that stands as what it is, and the direction of its language.

use crate::text::is_right_to_left;

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
