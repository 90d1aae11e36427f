//! Putting a document together with translations in their places, and holding the result to the document.

use super::{Extraction, Format, Options, Segment, Slot, front_matter, html, markdown, plain, read};
use crate::finding::{Finding, rule};
use crate::text::Span;

rule! {
    /// A translation would break the structure of the document, so the source stands in its place.
    ///
    /// Why: a table with a cell too many or a heading that became a list is worse than a text in the source
    /// language.
    ///
    /// Example: a translated table cell with a line break.
    ///
    /// Fix: write the translation as one piece of the kind that the source is; the message says what is in the
    /// way.
    pub const UNRENDERABLE: "unrenderable", Warning;
}

/// A document with translations in it.
#[derive(Clone, Debug, Default)]
pub struct Rendered {
    /// The whole document.
    pub text: String,
    /// One [`UNRENDERABLE`] for each translation that was refused, at the bytes of the source segment.
    pub findings: Vec<Finding>,
    /// The segments, by index in order, whose translation was refused.
    pub refused: Vec<usize>,
}

/// How a document writes line ends and hard line breaks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) newline: &'static str,
    pub(super) hard_break: &'static str,
    pub(super) is_xhtml: bool,
}

/// A translation as bytes, and as the text that reading those bytes must give again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) raw: String,
    pub(super) text: String,
}

impl Written {
    /// Bytes that read as they are written.
    pub(super) fn same(raw: String) -> Self {
        Self { text: raw.clone(), raw }
    }
}

/// How often a broken document is read again to find the translations that broke it.
const MOST_REPAIRS: usize = 24;

/// Writes the document with `translation(i)` in the place of segment `i`, and with the source where there is
/// none. `extraction` is what [`extract`](super::extract) gave for the same text and options.
///
/// The result is read again: it has the same blocks, the same segments, and the translations as their texts,
/// up to the escapes that their places need ([`same_up_to_escapes`]). A translation that cannot be held to
/// this is refused: the source stands there, and a finding says why. Without translations, or with the source
/// texts for translations, the document comes back byte for byte.
///
/// ```
/// use yakugo::document::{Format, Options, extract, render};
/// let text = "# 用量\n\n- 10 mg\n";
/// let options = Options::default();
/// let extraction = extract(Format::Markdown, text, &options);
/// let english = ["Dose", "1. take 10 mg"];
/// let rendered = render(Format::Markdown, text, &options, &extraction, |i| english.get(i).copied());
/// assert_eq!(rendered.text, "# Dose\n\n- 1\\. take 10 mg\n");
/// assert!(rendered.refused.is_empty());
/// ```
pub fn render<'t>(
    format: Format,
    text: &str,
    options: &Options,
    extraction: &Extraction,
    translation: impl Fn(usize) -> Option<&'t str>,
) -> Rendered {
    let segments = &extraction.segments;
    let mut page = Page {
        format,
        text,
        options,
        segments,
        style: style_of(format, text, segments),
        written: Vec::with_capacity(segments.len()),
        refusals: vec![None; segments.len()],
    };
    for (index, segment) in segments.iter().enumerate() {
        page.take(index, segment, translation(index));
    }
    page.hold(&translation);
    let rendered = page.splice();
    let mut out = Rendered { text: rendered, ..Rendered::default() };
    for (index, reason) in page.refusals.iter().enumerate() {
        if let (Some(reason), Some(segment)) = (reason, segments.get(index)) {
            let message = format!("the source stands here instead of its translation: {reason}");
            out.findings.push(Finding::new(&UNRENDERABLE, segment.span, message));
            out.refused.push(index);
        }
    }
    out
}

/// Whether `found` is `wanted` with nothing but escapes added: a backslash before ASCII punctuation, or a
/// character reference (`&#32;`, `&#9;`, `&#12;`, `&quot;`, `&#39;`) for its character.
///
/// ```
/// use yakugo::document::same_up_to_escapes;
/// assert!(same_up_to_escapes("- a | b ", r"\- a \| b&#32;"));
/// assert!(!same_up_to_escapes(r"\- a", "- a"));
/// ```
pub fn same_up_to_escapes(wanted: &str, found: &str) -> bool {
    // A backslash may be wanted or added, so every reading that is possible so far is kept: what is left of
    // `found` in each, by length.
    let mut left = vec![found.len()];
    for c in wanted.chars() {
        let rest = |length: &usize| found.get(found.len() - length..).unwrap_or_default();
        let mut next: Vec<usize> = left
            .iter()
            .flat_map(|length| {
                let rest = rest(length);
                let plain = rest.strip_prefix(c);
                let escaped = rest.strip_prefix('\\').and_then(|rest| rest.strip_prefix(c));
                let referenced = reference(c).and_then(|reference| rest.strip_prefix(reference));
                [plain, escaped.filter(|_| c.is_ascii_punctuation()), referenced]
            })
            .flatten()
            .map(str::len)
            .collect();
        next.sort_unstable();
        next.dedup();
        left = next;
    }
    left.contains(&0)
}

fn reference(c: char) -> Option<&'static str> {
    match c {
        ' ' => Some("&#32;"),
        '\t' => Some("&#9;"),
        '\x0C' => Some("&#12;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => None,
    }
}

struct Page<'a> {
    format: Format,
    text: &'a str,
    options: &'a Options,
    segments: &'a [Segment],
    style: Style,
    written: Vec<Option<Written>>,
    refusals: Vec<Option<String>>,
}

impl Page<'_> {
    fn take(&mut self, index: usize, segment: &Segment, translation: Option<&str>) {
        let translation = translation.map(|text| text.replace("\r\n", "\n"));
        let wanted = translation.filter(|text| *text != segment.text);
        let written = wanted.map(|text| self.write(segment, &text)).transpose();
        match written {
            Ok(written) => self.written.push(written),
            Err(reason) => {
                self.written.push(None);
                self.refuse(index, reason);
            }
        }
    }

    fn write(&self, segment: &Segment, translation: &str) -> Result<Written, String> {
        if translation.contains('\r') {
            return Err("a carriage return cannot stand in a text: take it out".into());
        }
        if translation.is_empty() {
            return Err("an empty text would take the segment out of the document".into());
        }
        match segment.slot {
            Slot::Line { .. } | Slot::TitleLines { .. } => plain::write(segment.slot, translation)
                .map(|raw| Written { raw, text: translation.to_owned() }),
            Slot::FrontMatter(language) => {
                front_matter::write(segment.span.of(self.text), translation, language)
            }
            Slot::Html | Slot::HtmlText => {
                html::write(segment.span.of(self.text), &segment.text, translation, self.style.is_xhtml)
            }
            Slot::HtmlAttribute => html::write_attribute(segment.span.of(self.text), translation),
            // Only these begin a line, so that looking for its start costs no more than the line.
            Slot::Prose { .. } | Slot::SetextHeading if translation.contains('\n') => {
                let prefix = continuation_prefix(self.text, segment.span.start);
                markdown::write(segment, translation, &prefix, self.style)
            }
            _ => markdown::write(segment, translation, "", self.style),
        }
    }

    fn refuse(&mut self, index: usize, reason: impl Into<String>) {
        if let Some(written) = self.written.get_mut(index) {
            *written = None;
        }
        if let Some(refusal) = self.refusals.get_mut(index) {
            *refusal = Some(reason.into());
        }
    }

    /// Refuses translations until what stands is the document with translations.
    fn hold<'t>(&mut self, translation: &impl Fn(usize) -> Option<&'t str>) {
        if self.written.iter().all(Option::is_none) {
            return;
        }
        let outline = read(self.format, self.text, self.options).outline;
        let mut wrong = self.wrong(outline);
        if wrong.is_empty() {
            return;
        }
        for index in 0..self.segments.len() {
            if let (Some(text), Some(segment)) = (translation(index), self.segments.get(index)) {
                self.try_alone(index, segment, text);
            }
        }
        for _ in 0..MOST_REPAIRS {
            wrong = self.wrong(outline);
            if wrong.is_empty() {
                return;
            }
            for index in wrong {
                self.refuse(index, BREAKS);
            }
        }
        if !self.wrong(outline).is_empty() {
            for index in 0..self.segments.len() {
                if self.written.get(index).is_some_and(Option::is_some) {
                    self.refuse(index, "together with others it breaks the structure of the document: translate fewer at once");
                }
            }
        }
    }

    /// Refuses a translation that breaks a document of its own.
    fn try_alone(&mut self, index: usize, segment: &Segment, translation: &str) {
        let Some(Some(written)) = self.written.get(index) else { return };
        let translation = translation.replace("\r\n", "\n");
        let alone = match segment.slot {
            Slot::Line { .. } | Slot::TitleLines { .. } | Slot::FrontMatter(_) => return,
            Slot::Html | Slot::HtmlText => Some(format!("<p>{}</p>\n", written.raw)),
            Slot::HtmlAttribute => Some(format!("<img alt={}>\n", written.raw)),
            _ => markdown::isolated(segment, &translation, self.style),
        };
        let Some(alone) = alone else { return };
        let found = read(self.format, &alone, self.options).extraction.segments;
        let stands = match found.as_slice() {
            [only] => {
                only.text == written.text
                    && (matches!(segment.slot, Slot::Html | Slot::HtmlText | Slot::HtmlAttribute)
                        || only.kind == segment.kind
                            && only.level == segment.level
                            && std::mem::discriminant(&only.slot) == std::mem::discriminant(&segment.slot))
            }
            _ => false,
        };
        if !stands {
            self.refuse(index, BREAKS);
        }
    }

    /// The translations to blame for what differs in the document as it would be written now.
    fn wrong(&self, outline: u64) -> Vec<usize> {
        let text = self.splice();
        let found = read(self.format, &text, self.options);
        let same_shape = found.outline == outline && found.extraction.segments.len() == self.segments.len();
        let mut wrong = Vec::new();
        let mut moved = Moved::default();
        for (index, segment) in self.segments.iter().enumerate() {
            let written = self.written.get(index).and_then(Option::as_ref);
            let span = moved.place(segment.span, written);
            let wanted = written.map_or(segment.text.as_str(), |written| written.text.as_str());
            let stands = found.extraction.segments.get(index).is_some_and(|found| {
                found.kind == segment.kind
                    && found.level == segment.level
                    && found.span == span
                    && found.text == wanted
            });
            if stands {
                continue;
            }
            wrong.extend(self.nearest_written(index));
            if !same_shape || written.is_none() {
                // What comes after may be shifted or changed by the same cause; it tells nothing.
                return wrong;
            }
        }
        if wrong.is_empty() && !same_shape {
            wrong.extend(self.nearest_written(self.segments.len()));
        }
        wrong
    }

    /// The written translation at `index`, else the last one before, else the first one after.
    fn nearest_written(&self, index: usize) -> Option<usize> {
        let is_written = |at: &usize| self.written.get(*at).is_some_and(Option::is_some);
        let last = self.written.len();
        (0..=index.min(last)).rev().find(is_written).or_else(|| (index..last).find(is_written))
    }

    /// The document with the translations that stand.
    fn splice(&self) -> String {
        let mut out = String::with_capacity(self.text.len() + self.text.len() / 8);
        let mut at = 0;
        for (segment, written) in self.segments.iter().zip(&self.written) {
            if let Some(written) = written {
                out.push_str(Span::new(at, segment.span.start).of(self.text));
                out.push_str(&written.raw);
                at = segment.span.end;
            }
        }
        out.push_str(Span::new(at, self.text.len()).of(self.text));
        out
    }
}

const BREAKS: &str = "it would change the blocks of the document or be read otherwise than written; \
    use the same marks as the source, close every one, and keep block marks out of it";

/// Where the segments are after the translations before them were written.
#[derive(Default)]
struct Moved {
    before: usize,
    after: usize,
}

impl Moved {
    fn place(&mut self, span: Span, written: Option<&Written>) -> Span {
        let start = span.start + self.after - self.before;
        let length = written.map_or(span.len(), |written| written.raw.len());
        self.before += span.len();
        self.after += length;
        Span::new(start, start + length)
    }
}

/// A document keeps the line ends of its first line, and the hard breaks of its first segment that has one.
fn style_of(format: Format, text: &str, segments: &[Segment]) -> Style {
    let first_line = text.split_inclusive('\n').next().unwrap_or_default();
    let newline = if first_line.ends_with("\r\n") { "\r\n" } else { "\n" };
    let broken = segments.iter().find(|segment| {
        matches!(segment.slot, Slot::Prose { .. } | Slot::SetextHeading) && segment.text.contains('\n')
    });
    let raw = broken.map(|segment| segment.span.of(text)).unwrap_or_default();
    let by_blanks = raw.contains("  \n") || raw.contains("  \r\n");
    let is_xhtml = format == Format::Html && html::is_xhtml(text);
    Style { newline, hard_break: if by_blanks { "  " } else { "\\" }, is_xhtml }
}

/// What a further line of the block at `start` begins with: the quote markers of its first line, and blanks
/// for its other markers.
fn continuation_prefix(text: &str, start: usize) -> String {
    let before = text.get(..start).unwrap_or_default();
    let line = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let markers = before.get(line..).unwrap_or_default().trim_start_matches('\u{FEFF}');
    let prefix: String = markers.chars().map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }).collect();
    prefix
}
