//! Which attributes of a tag or a Hugo shortcode people read, and which are markup.

use crate::text::Span;

/// Names of attributes whose value is read.
const READ: [&str; 11] = [
    "alt",
    "aria-label",
    "attr",
    "caption",
    "description",
    "heading",
    "label",
    "placeholder",
    "summary",
    "text",
    "title",
];

/// Names of attributes that nobody reads: where something leads, and how it looks. So are all that end in `id`.
const MARKUP: [&str; 18] = [
    "align", "anchor", "class", "color", "file", "height", "href", "icon", "lang", "link", "loading", "path",
    "ref", "rel", "src", "style", "target", "width",
];

/// `name="value"` in a tag or shortcode; also in single quotes, backticks, or without quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Attribute<'a> {
    pub(crate) name: &'a str,
    /// The value without its quotes.
    pub(crate) value: Span,
    /// Name, sign and value.
    pub(crate) whole: Span,
}

impl Attribute<'_> {
    /// Whether people read its value.
    pub(crate) fn is_read(&self) -> bool {
        is_read(self.name)
    }

    /// Whether it is surely nothing that people read.
    fn is_markup(&self) -> bool {
        let name = self.name.to_ascii_lowercase();
        let is_id = name.strip_suffix("id").is_some_and(|of| of.is_empty() || of.ends_with(['_', '-']));
        is_id || self.name.ends_with("Id") || MARKUP.contains(&name.as_str())
    }
}

/// Whether the value of an attribute with this name is read.
pub(crate) fn is_read(name: &str) -> bool {
    READ.contains(&name.to_ascii_lowercase().as_str())
}

/// The named attributes between these bytes of a text: the inside of a tag or shortcode.
pub(crate) fn attributes(text: &str, inside: Span) -> Vec<Attribute<'_>> {
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ':' | '.');
    let mut found = Vec::new();
    let mut at = inside.start;
    while let Some(c) = part(at, inside.end).chars().next() {
        let rest = part(at, inside.end);
        if let Some(value) = quoted(rest) {
            // A value without a name.
            at += value.len() + 2;
            continue;
        }
        let name = rest.split(|c| !is_name(c)).next().unwrap_or_default();
        let begins = part(inside.start, at).chars().next_back().is_none_or(char::is_whitespace);
        let after = at + name.len();
        if name.is_empty() || !begins || !part(after, inside.end).starts_with('=') {
            at += name.len().max(c.len_utf8());
            continue;
        }
        let rest = part(after + 1, inside.end);
        let (value, end) = if let Some(value) = quoted(rest) {
            (Span::new(after + 2, after + 2 + value.len()), after + 3 + value.len())
        } else {
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            (Span::new(after + 1, after + 1 + length), after + 1 + length)
        };
        found.push(Attribute { name, value, whole: Span::new(at, end) });
        at = end;
    }
    found
}

/// What stands in the quotes that a text begins with.
fn quoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    text.get(1..)?.split_once(quote).map(|(value, _)| value)
}

/// Attributes of the shortcodes in a text that are surely markup: what a tooltip leads to, a class. All else may be
/// read; of an argument that is not known, nobody can tell.
pub(crate) fn shortcode_markup(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find("{{")) {
        let start = at + open + 3;
        let inside = text.get(start..).unwrap_or_default();
        let close = match text.get(start - 1..start) {
            Some("<") => inside.find(">}}"),
            Some("%") => inside.find("%}}"),
            _ => None,
        };
        let Some(length) = close else {
            at += open + 2;
            continue;
        };
        let all = attributes(text, Span::new(start, start + length));
        found.extend(all.iter().filter(|attribute| attribute.is_markup()).map(|attribute| attribute.whole));
        at = start + length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found = attributes(text, Span::new(0, text.len()));
            let found: Vec<_> = found.iter().map(|found| (found.name, found.value.of(text))).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("a href=\"x\" title='10 mg'", &[("href", "x"), ("title", "10 mg")]);
        check(" tip text=`濃度` term_id=dose ", &[("text", "濃度"), ("term_id", "dose")]);
        check(" note \"see id=a\" open", &[]);
        check("a title=\"b=c\" alt=\"\"", &[("title", "b=c"), ("alt", "")]);
        check("a title=\"b", &[("title", "\"b")]);
        check("量 = 10", &[]);
    }

    #[test]
    fn markup_of_shortcodes() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = shortcode_markup(text).into_iter().map(|span| span.of(text)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check(
            "は{{< tip text=\"濃度\" term_id=\"dose\" >}}と{{% a class=b %}}",
            &["term_id=\"dose\"", "class=b"],
        );
        // What may be a dose is none.
        check("{{< dose amount=\"10\" unit=\"ng/mL\" >}}", &[]);
        check("{{< dose \"10\" >}} id=\"a\" {{ .id=\"a\" }} {{<", &[]);
        check("濃{{", &[]);
    }
}
