//! Hugo's shortcodes on lines of their own: `{{< note >}}`, `{{% /note %}}`.

use std::borrow::Cow;

use crate::text::is_read;

/// The source with blanks in the place of lines that hold nothing but shortcodes without words, byte for byte as
/// long: such lines are skeleton and part the paragraphs around them, as they do for Hugo.
///
/// A shortcode with a caption or another text stays a paragraph, so that its words can be translated.
pub(super) fn blanked(source: &str) -> Cow<'_, str> {
    if !source.contains("{{") {
        return Cow::Borrowed(source);
    }
    let blanked_line = |line: &str| {
        let content = line.trim_start_matches([' ', '\t', '>']);
        let marks = line.len() - content.len();
        let content = content.trim_end_matches(super::is_blank);
        if !is_wordless(content) {
            return line.to_owned();
        }
        let (before, after) =
            (line.get(..marks).unwrap_or_default(), line.get(marks + content.len()..).unwrap_or_default());
        format!("{before}{}{after}", " ".repeat(content.len()))
    };
    Cow::Owned(source.split_inclusive(['\n', '\r']).map(blanked_line).collect())
}

/// Whether a line is one or more shortcodes, and none of them says anything to a reader.
fn is_wordless(line: &str) -> bool {
    let mut rest = line;
    while let Some((arguments, after)) = shortcode(rest) {
        if has_words(arguments) {
            return false;
        }
        rest = after.trim_start_matches([' ', '\t']);
    }
    rest.is_empty() && !line.is_empty()
}

/// The inside of the shortcode that a text begins with, and what follows it.
fn shortcode(text: &str) -> Option<(&str, &str)> {
    let (inside, close) = text
        .strip_prefix("{{<")
        .map(|inside| (inside, ">}}"))
        .or_else(|| text.strip_prefix("{{%").map(|inside| (inside, "%}}")))?;
    inside.split_once(close)
}

/// Whether a quoted argument holds words. A single ASCII word may be a name (`state="beta"`): it counts where the
/// argument's own name says that it is text, or where it has no name and looks like no path or key.
fn has_words(arguments: &str) -> bool {
    let parts: Vec<&str> = arguments.split(['"', '`']).collect();
    // Quotes are odd ones out: before, inside, between, inside, after.
    parts.chunks(2).any(|pair| {
        let [before, value] = pair else { return false };
        let value = value.trim();
        if value.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
            || value.contains(' ') && value.contains(char::is_alphabetic)
        {
            return true;
        }
        let name = before.trim_end().strip_suffix('=').map(str::trim_end);
        match name.and_then(|name| name.rsplit(char::is_whitespace).next()) {
            Some(name) => is_read(name) && value.contains(char::is_alphanumeric),
            None => !value.is_empty() && value.chars().all(|c| c.is_ascii_alphabetic()),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_without_words() {
        let check = |line: &str, expected: bool| assert_eq!(is_wordless(line), expected, "{line}");
        check("{{< note >}}", true);
        check("{{% /note %}}", true);
        check("{{< tabs >}} {{< tab >}}", true);
        check("{{< feature-state for_version=\"v2.3\" state=\"beta\" >}}", true);
        check("{{< include \"prerequisites.md\" >}}", true);
        check("{{< video `w7Ft2ymGmfc` >}}", true);
        check("{{< figure src=\"/img/a.png\" alt=\"\" >}}", true);
        check("{{< figure src=\"/img/a.png\" caption=\"Window\" >}}", false);
        check("{{< callout kind=\"a\" aside=\"Before you begin\" >}}", false);
        check("{{< note \"注意\" >}}", false);
        check("{{< tab \"Linux\" >}}", false);
        check("{{< note >}} 手を洗う", false);
        check("{{< note", false);
        check("{{ note }}", false);
        check("", false);
    }
}
