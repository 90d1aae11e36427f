//! Writing a translation into a place of a Markdown document.

use super::super::escape::{self, Line};
use super::super::render::{Style, Written};
use super::super::{Kind, Segment, Slot};

/// The bytes for a segment's place; the reason where the place cannot hold the translation. `prefix` is what
/// continuation lines begin with.
pub(in super::super) fn write(
    segment: &Segment,
    translation: &str,
    prefix: &str,
    style: Style,
) -> Result<Written, String> {
    match segment.slot {
        Slot::Prose { is_first } => prose(translation, is_first, prefix, style),
        Slot::SetextHeading => {
            let written = prose(translation, false, prefix, style)?;
            Ok(Written { raw: without_attributes(written.raw), text: without_attributes(written.text) })
        }
        Slot::AtxHeading => {
            let line = one_line(translation, "a heading that begins with `#`")?;
            let text = escape::outer_blanks(&without_attributes(without_closing_marks(line)));
            Ok(Written::same(text))
        }
        Slot::Cell { begins_row } => {
            let line = escape::outer_blanks(one_line(translation, "a table cell")?);
            let line = without_pipes(&line);
            let line = if begins_row { escaped_start(&line, true, false) } else { line };
            Ok(Written::same(line))
        }
        Slot::ImageAlt => {
            let line = one_line(translation, "the alt text of an image")?;
            let text = if has_paired_brackets(line) && !escape::ends_in_escape(line) {
                line.to_owned()
            } else {
                escape::characters(line, &['[', ']'])
            };
            Ok(Written::same(escape::outer_blanks(&text)))
        }
        Slot::ImageTitle(close) => {
            let line = one_line(translation, "the title of an image")?;
            let delimiters = if close == ')' { ['(', ')'] } else { [close, close] };
            Ok(Written::same(escape::characters(line, &delimiters)))
        }
        _ => Err("this place holds no Markdown".into()),
    }
}

/// A document with this one translation in a place of the same kind, to try it without its neighbours.
pub(in super::super) fn isolated(segment: &Segment, translation: &str, style: Style) -> Option<String> {
    let prefix = match segment.kind {
        Kind::Quote => "> ",
        Kind::Item | Kind::Definition => "  ",
        Kind::Footnote => "    ",
        _ => "",
    };
    let raw = write(segment, translation, prefix, style).ok()?.raw;
    Some(match (&segment.slot, segment.kind) {
        (Slot::AtxHeading, _) => format!("{} {raw}\n", "#".repeat(usize::from(segment.level.unwrap_or(1)))),
        (Slot::SetextHeading, _) => {
            format!("{raw}\n{}\n", if segment.level == Some(1) { "===" } else { "---" })
        }
        (Slot::Cell { begins_row: true }, _) => format!("`x`|`x`\n-|-\n{raw}|`x`\n"),
        (Slot::Cell { .. }, _) => format!("|`x`|\n|-|\n|{raw}|\n"),
        (Slot::ImageAlt, _) => format!("![{raw}](x)\n"),
        (Slot::ImageTitle(')'), _) => format!("![](x ({raw}))\n"),
        (Slot::ImageTitle(quote), _) => format!("![](x {quote}{raw}{quote})\n"),
        (_, Kind::Quote) => format!("> {raw}\n"),
        (_, Kind::Item) => format!("- {raw}\n"),
        (_, Kind::Footnote) => format!("[^1]: {raw}\n"),
        (_, Kind::Term) => format!("{raw}\n: `x`\n"),
        (_, Kind::Definition) => format!("`x`\n: {raw}\n"),
        _ => format!("{raw}\n"),
    })
}

fn prose(translation: &str, begins_container: bool, prefix: &str, style: Style) -> Result<Written, String> {
    let mut written = Written { raw: String::with_capacity(translation.len()), text: String::new() };
    let mut lines = translation.split('\n').peekable();
    let mut is_first = true;
    while let Some(line) = lines.next() {
        if line.is_empty() {
            return Err("an empty line would end the paragraph: take it out".into());
        }
        let mut line = escaped_start(&escape::outer_blanks(line), is_first, is_first && begins_container);
        if lines.peek().is_some() && escape::ends_in_escape(&line) {
            line.push('\\');
        }
        if !is_first {
            written.raw.push_str(style.hard_break);
            written.raw.push_str(style.newline);
            written.raw.push_str(prefix);
            written.text.push('\n');
        }
        written.raw.push_str(&line);
        written.text.push_str(&line);
        is_first = false;
    }
    Ok(written)
}

fn escaped_start(line: &str, is_first: bool, begins_container: bool) -> String {
    let mut line = line.to_owned();
    if let Some(at) = escape::block_start(&line, Line { is_first, begins_container }) {
        line.insert(at, '\\');
    }
    line
}

fn one_line<'t>(translation: &'t str, place: &str) -> Result<&'t str, String> {
    if translation.contains('\n') {
        return Err(format!("{place} is one line: write it without a line break"));
    }
    Ok(translation)
}

/// In a table any backslash before a `|` escapes it, also one that is escaped itself (GFM 4.10). A backslash at
/// the end is left alone: with a blank before the next `|` it can stand.
fn without_pipes(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if c == '|' && !out.ends_with('\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// `a #` would lose its `#` (`CommonMark` 4.2, closing sequence).
fn without_closing_marks(line: &str) -> String {
    let body = line.trim_end_matches('#');
    let mut out = line.to_owned();
    if body.len() < line.len() && (body.is_empty() || body.ends_with([' ', '\t'])) {
        out.insert(body.len(), '\\');
    }
    out
}

/// `{…}` at the end of a heading would be its attributes. Only a backslash before the `}` is understood.
fn without_attributes(mut line: String) -> String {
    let body = line.strip_suffix('}').filter(|body| body.contains('{') && !escape::ends_in_escape(body));
    if let Some(at) = body.map(str::len) {
        line.insert(at, '\\');
    }
    line
}

fn has_paired_brackets(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut after_backslash = false;
    for c in text.chars() {
        match c {
            '[' if !after_backslash => depth += 1,
            ']' if !after_backslash => match depth.checked_sub(1) {
                Some(outer) => depth = outer,
                None => return false,
            },
            _ => {}
        }
        after_backslash = c == '\\' && !after_backslash;
    }
    depth == 0
}
