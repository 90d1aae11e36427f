//! Front matter: the values of chosen keys, in YAML between `---` and in TOML between `+++`.

use super::join::Words;
use super::render::Written;
use super::{Kind, Options, Segment, Slot};
use crate::text::Span;

/// The language of the front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Yaml,
    Toml,
}

/// What was read of it, and where the document proper begins.
pub(super) struct FrontMatter {
    pub(super) segments: Vec<Segment>,
    pub(super) end: usize,
}

/// Reads front matter that begins at byte `start` of the text. Only values on one line are segments: plain and
/// quoted ones. Blocks, lists and maps are left alone.
pub(super) fn read(text: &str, start: usize, options: &Options) -> Option<FrontMatter> {
    let mut lines = Lines { text, at: start };
    let opening = lines.next()?.of(text).trim_end_matches([' ', '\t', '\r', '\n']);
    let language = match opening {
        "---" => Language::Yaml,
        "+++" => Language::Toml,
        _ => return None,
    };
    let mut values = Vec::new();
    let mut is_top_level = true;
    let mut is_first = true;
    loop {
        let span = lines.next()?;
        let line = span.of(text);
        let bare = line.trim_end_matches(['\n', '\r', ' ', '\t']);
        if bare == opening || language == Language::Yaml && bare == "..." {
            break;
        }
        // A rule followed by a paragraph, not front matter.
        if is_first && bare.is_empty() {
            return None;
        }
        is_first = false;
        if language == Language::Yaml && line.starts_with([' ', '\t']) && !bare.is_empty() {
            // The value above goes on here, so it is not simple.
            if values.last().is_some_and(|(_, end)| *end == span.start) {
                values.pop();
            }
            continue;
        }
        is_top_level &= !(language == Language::Toml && line.starts_with('['));
        if is_top_level && let Some(value) = value_of(line, language, options) {
            values.push((value.shifted(span.start), span.end));
        }
    }
    let segments = values.into_iter().filter_map(|(span, _)| segment(text, span, language)).collect();
    Some(FrontMatter { segments, end: lines.at })
}

fn segment(text: &str, span: Span, language: Language) -> Option<Segment> {
    let value = decode(span.of(text), language)?;
    let mut words = Words::default();
    words.read(&value);
    words.found().then(|| Segment {
        kind: Kind::Meta,
        level: None,
        path: super::HeadingPath::default(),
        block: span,
        span,
        text: value,
        notes: Vec::new(),
        pinned: None,
        slot: Slot::FrontMatter(language),
    })
}

/// The bytes of the value of a chosen key, with its quotes, without a comment after it.
fn value_of(line: &str, language: Language, options: &Options) -> Option<Span> {
    let sign = if language == Language::Yaml { ':' } else { '=' };
    let (key, value) = line.split_once(sign)?;
    let key = key.trim_matches([' ', '\t', '"', '\'']);
    if !options.front_matter.iter().any(|wanted| wanted == key) {
        return None;
    }
    if language == Language::Yaml && !value.starts_with([' ', '\t']) {
        return None;
    }
    let start = line.len() - value.trim_start_matches([' ', '\t']).len();
    let value = line.get(start..)?.trim_end_matches(['\n', '\r', ' ', '\t']);
    let length = scalar(value, language)?;
    let rest = value.get(length..)?.trim_start_matches([' ', '\t']);
    (length > 0 && (rest.is_empty() || rest.starts_with('#'))).then(|| Span::new(start, start + length))
}

/// How long the scalar is that the value begins with.
fn scalar(value: &str, language: Language) -> Option<usize> {
    let first = value.chars().next()?;
    let triple = value.starts_with("\"\"\"") || value.starts_with("'''");
    if language == Language::Toml && triple {
        return None;
    }
    match first {
        '"' => {
            let mut after_backslash = false;
            let close = value.char_indices().skip(1).find(|(_, c)| {
                let closes = *c == '"' && !after_backslash;
                after_backslash = *c == '\\' && !after_backslash;
                closes
            })?;
            Some(close.0 + 1)
        }
        '\'' => {
            let inside = value.get(1..)?;
            let mut at = 0;
            loop {
                at += inside.get(at..)?.find('\'')? + 1;
                let is_doubled = inside.get(at..)?.starts_with('\'');
                if language == Language::Toml || !is_doubled {
                    return Some(at + 1);
                }
                at += 1;
            }
        }
        _ if language == Language::Toml || YAML_INDICATORS.contains(first) => None,
        _ => Some(value.find(" #").unwrap_or(value.len()))
            .map(|end| value.get(..end).unwrap_or_default().trim_end_matches([' ', '\t']).len()),
    }
}

/// Characters that a plain scalar had better not begin with (YAML 1.2, 5.3).
const YAML_INDICATORS: &str = "-?:,[]{}#&*!|>'\"%@`";

/// The text of a scalar as written; `None` for what this program does not read.
fn decode(raw: &str, language: Language) -> Option<String> {
    // A lone carriage return is a line break for YAML and an error for TOML.
    if raw.contains('\r') {
        return None;
    }
    if let Some(inside) = raw.strip_prefix('"') {
        return decode_escapes(inside.strip_suffix('"')?);
    }
    if let Some(inside) = raw.strip_prefix('\'') {
        let inside = inside.strip_suffix('\'')?;
        return Some(if language == Language::Yaml { inside.replace("''", "'") } else { inside.to_owned() });
    }
    // `key: a: b` is an error in YAML.
    (!raw.contains(": ") && !raw.ends_with(':')).then(|| raw.to_owned())
}

fn decode_escapes(inside: &str) -> Option<String> {
    let mut out = String::with_capacity(inside.len());
    let mut chars = inside.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        out.push(match chars.next()? {
            quoted @ ('"' | '\\' | '/') => quoted,
            'n' => '\n',
            't' => '\t',
            digits @ ('u' | 'U') => {
                let length = if digits == 'u' { 4 } else { 8 };
                let code: String = chars.by_ref().take(length).collect();
                char::from_u32(u32::from_str_radix(&code, 16).ok().filter(|_| code.len() == length)?)?
            }
            _ => return None,
        });
    }
    Some(out)
}

/// The bytes of a translated value, quoted as the source is where that can hold it, in double quotes otherwise.
pub(super) fn write(source: &str, translation: &str, language: Language) -> Result<Written, String> {
    if translation.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        return Err("a control character cannot stand in front matter: take it out".into());
    }
    let is_line = !translation.contains(['\n', '\t']);
    let raw = match source.chars().next() {
        Some('\'') if is_line && language == Language::Yaml => {
            format!("'{}'", translation.replace('\'', "''"))
        }
        Some('\'') if is_line && !translation.contains('\'') => format!("'{translation}'"),
        Some('"' | '\'') | None => quoted(translation),
        Some(_) if is_plain(translation) => translation.to_owned(),
        Some(_) => quoted(translation),
    };
    Ok(Written { raw, text: translation.to_owned() })
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether YAML reads the text, written without quotes, as this very string.
fn is_plain(text: &str) -> bool {
    let is_other_type = matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "null" | "~" | ".inf" | ".nan"
    ) || text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '.'));
    !is_other_type
        && text.trim() == text
        && !text.starts_with(|c| YAML_INDICATORS.contains(c))
        && !text.starts_with("...")
        && !text.contains(['\n', '\t', '\u{85}', '\u{2028}', '\u{2029}', '\u{FEFF}'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
}

/// The lines from a place on, with their ends.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n').map_or(rest.len(), |at| at + 1);
        let span = Span::new(self.at, self.at + length);
        self.at = span.end;
        Some(span)
    }
}
