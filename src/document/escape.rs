//! What has to be escaped so that a translation stays text where it stands.

/// The text with the blanks at its ends as character references; Markdown and HTML drop them otherwise.
pub(super) fn outer_blanks(text: &str) -> String {
    let blanks = [' ', '\t'];
    let inner = text.trim_matches(blanks);
    if inner.len() == text.len() {
        return text.to_owned();
    }
    let head = text.len() - text.trim_start_matches(blanks).len();
    let (before, rest) = text.split_at_checked(head).unwrap_or((text, ""));
    let (inner, after) = rest.split_at_checked(inner.len()).unwrap_or((rest, ""));
    let mut out = String::with_capacity(text.len() + 10);
    push_blanks(&mut out, before);
    out.push_str(inner);
    push_blanks(&mut out, after);
    out
}

fn push_blanks(out: &mut String, blanks: &str) {
    for blank in blanks.chars() {
        out.push_str(if blank == '\t' { "&#9;" } else { "&#32;" });
    }
}

/// Whether the text ends with a backslash that would escape what comes after it.
pub(super) fn ends_in_escape(text: &str) -> bool {
    (text.len() - text.trim_end_matches('\\').len()) % 2 == 1
}

/// The text with a backslash before each of these characters that has none yet.
pub(super) fn characters(text: &str, escaped: &[char]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_backslash = false;
    for c in text.chars() {
        if escaped.contains(&c) && !after_backslash {
            out.push('\\');
        }
        after_backslash = c == '\\' && !after_backslash;
        out.push(c);
    }
    if after_backslash {
        out.push('\\');
    }
    out
}

/// Where a line stands in its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// It is the first line of the block.
    pub(super) is_first: bool,
    /// It is the first thing in an item or a quote, where task markers and alerts begin.
    pub(super) begins_container: bool,
}

/// Where a backslash must go so that a line of Markdown does not begin a block; `None` for most lines.
///
/// The sections are those of `CommonMark` 0.31 and of the GitHub extensions. A line is escaped also where only
/// some readers, or only some neighbours, would make a block of it.
pub(super) fn block_start(text: &str, line: Line) -> Option<usize> {
    let first = text.chars().next()?;
    let starts_block = match first {
        // 4.2 ATX headings
        '#' => {
            let rest = text.trim_start_matches('#');
            text.len() - rest.len() <= 6 && begins_blank(rest)
        }
        // 5.2 bullets, 4.1 thematic breaks, 4.3 setext underlines, front matter of either kind, 4.10 tables
        '-' | '+' | '*' | '_' | '=' | '|' => {
            let is_bullet = matches!(first, '-' | '+' | '*') && begins_blank(rest_after(text, 1));
            is_bullet || is_rule(text, first) || is_delimiter_row(text)
        }
        // 5.1 block quotes
        '>' => true,
        // 4.5 fences: the info string after backticks holds no backtick
        '`' => text.starts_with("```") && !text.trim_start_matches('`').contains('`'),
        '~' => text.starts_with("~~~"),
        // Definitions, the fences of containers, table delimiters
        ':' => begins_blank(rest_after(text, 1)) || text.starts_with(":::") || is_delimiter_row(text),
        // 4.6 HTML blocks
        '<' => begins_html_block(text, line.is_first),
        '[' => begins_definition(text) || line.begins_container && begins_marker(text),
        '0'..='9' => return ordinal(text),
        _ => false,
    };
    starts_block.then_some(0)
}

fn rest_after(text: &str, length: usize) -> &str {
    text.get(length..).unwrap_or_default()
}

fn begins_blank(text: &str) -> bool {
    text.is_empty() || text.starts_with([' ', '\t'])
}

fn is_rule(text: &str, mark: char) -> bool {
    let marks = text.chars().filter(|c| *c == mark).count();
    let only = text.chars().all(|c| c == mark || c == ' ' || c == '\t');
    // One `-` or `=` already underlines a setext heading.
    only && (marks >= 3 || matches!(mark, '-' | '=' | '+'))
}

fn is_delimiter_row(text: &str) -> bool {
    text.contains('-') && text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// Where the `.` or `)` of an ordered item stands.
fn ordinal(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let is_item = digits <= 9 && rest.starts_with(['.', ')']) && begins_blank(rest_after(rest, 1));
    is_item.then_some(digits)
}

/// `[label]:`, of a link or of a footnote. A label holds no bracket without a backslash (4.7).
fn begins_definition(text: &str) -> bool {
    let mut after_backslash = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '[' if !after_backslash => return false,
            ']' if !after_backslash => return rest_after(text, at + 1).starts_with(':'),
            _ => after_backslash = c == '\\' && !after_backslash,
        }
    }
    false
}

/// The marker of a task or of an alert.
fn begins_marker(text: &str) -> bool {
    ["[ ]", "[x]", "[X]", "[\t]"].iter().any(|task| text.starts_with(task)) || text.starts_with("[!")
}

/// The first six kinds of HTML blocks may begin on any line, the seventh on the first only.
fn begins_html_block(text: &str, is_first: bool) -> bool {
    let inside = rest_after(text, 1);
    if inside.starts_with(['!', '?']) {
        return true;
    }
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(name.len());
    let name = name.get(..length).unwrap_or_default().to_ascii_lowercase();
    let is_alone = || is_first && text.trim_end().find('>').is_some_and(|at| at + 1 == text.trim_end().len());
    !name.is_empty() && (BLOCK_ELEMENTS.contains(&name.as_str()) || is_alone())
}

/// `CommonMark` 4.6, kinds 1 and 6.
const BLOCK_ELEMENTS: [&str; 66] = [
    "address",
    "article",
    "aside",
    "base",
    "basefont",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "menuitem",
    "nav",
    "noframes",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "pre",
    "script",
    "search",
    "section",
    "source",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_would_begin_a_block() {
        let line = Line { is_first: true, begins_container: true };
        for text in [
            "# a", "#", "###### a", "- a", "-", "+ a", "* a", "* * *", "***", "___", "---", "--", "===", "=",
            "+++", "> a", ">", "```", "```rust", "~~~", ": a", "::: tip", ":-:", "|---|", "--|--", "<!-- a",
            "<div>", "</p> a", "<?x", "<b>", "[a]: b", "[^1]: b", "[a\\]b]:", "[ ] a", "[!NOTE]",
        ] {
            assert_eq!(block_start(text, line), Some(0), "{text:?}");
        }
        assert_eq!(block_start("12. a", line), Some(2));
        assert_eq!(block_start("1)", line), Some(1));
    }

    #[test]
    fn lines_that_are_text_anyway() {
        let line = Line { is_first: false, begins_container: false };
        for text in [
            "",
            "#a",
            "####### a",
            "-a",
            "**a**",
            "*a*",
            "__a__",
            "`a`",
            "``` a ``` b",
            "~~a~~",
            ":bulb: a",
            "<b>a</b>",
            "<b>",
            "[a](b)",
            "[a] b: c",
            "[[a]]: b",
            "[ ] a",
            "[!NOTE]",
            "1.5 mg",
            "1234567890. a",
            "１．あ",
            "|a|",
            "用量",
        ] {
            assert_eq!(block_start(text, line), None, "{text:?}");
        }
    }

    #[test]
    fn blanks_at_the_ends_are_written_as_references() {
        assert_eq!(outer_blanks(" a b\t"), "&#32;a b&#9;");
        assert_eq!(outer_blanks("  "), "&#32;&#32;");
        assert_eq!(outer_blanks("a"), "a");
    }

    #[test]
    fn escaped_characters_stay_escaped_once() {
        assert_eq!(characters(r"a|b\|c\\|d\", &['|']), r"a\|b\|c\\\|d\\");
    }
}
