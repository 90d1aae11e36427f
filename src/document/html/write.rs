//! Writing a translation into a place of HTML.

use super::super::escape;
use super::super::render::Written;
use super::elements::Element;
use super::nesting::Nesting;
use super::run::layout;
use super::tokens::{Token, walk};

/// The bytes of a translation in running HTML. `raw` is what stands at its place, `source` its text.
pub(in super::super) fn write(
    raw: &str,
    source: &str,
    translation: &str,
    is_xhtml: bool,
) -> Result<Written, String> {
    if translation.split('\n').any(|line| line.trim().is_empty()) {
        return Err("an empty line would end the text: take it out".into());
    }
    let mut writer = Writer { translation, ..Writer::default() };
    if translation.contains('\n') {
        writer.line_break = line_break(raw, is_xhtml);
    }
    // Most texts are nothing but words.
    if !source.contains('<') && !translation.contains('<') {
        writer.at = translation.len();
        writer.text(translation);
        return Ok(writer.written);
    }
    walk(translation, is_xhtml, |token| writer.take(&token));
    if writer.at < translation.len() {
        writer.refuse("a tag is not finished: write its `>`, or `&lt;` for the sign");
    }
    let mut tags = Tags::default();
    walk(source, is_xhtml, |token| tags.take(&token));
    if tags.loose() != std::mem::take(&mut writer.tags).loose() {
        writer.refuse(
            "its tags are not those of a whole text: close every tag that the text opens, as the source does",
        );
    }
    match writer.refusal {
        Some(reason) => Err(reason),
        None => Ok(writer.written),
    }
}

/// The bytes of a translated attribute, in the quotes of the source.
pub(in super::super) fn write_attribute(source: &str, translation: &str) -> Result<Written, String> {
    if translation.contains('\n') {
        return Err("a line break cannot stand in an attribute: write one line".into());
    }
    let (quote, reference) = if source.starts_with('\'') { ('\'', "&#39;") } else { ('"', "&quot;") };
    let text = escape::outer_blanks(translation).replace(quote, reference);
    Ok(Written { raw: format!("{quote}{text}{quote}"), text })
}

/// How a text writes its line breaks.
fn line_break(raw: &str, is_xhtml: bool) -> String {
    let mut found = None;
    walk(raw, is_xhtml, |token| {
        if let Token::Start(tag) = token
            && tag.element == Element::BR
            && tag.is_bare
        {
            found.get_or_insert_with(|| tag.span.of(raw).to_owned());
        }
    });
    found.unwrap_or_else(|| if is_xhtml { "<br/>" } else { "<br>" }.to_owned())
}

/// The tags of a text.
#[derive(Default)]
struct Tags {
    open: Nesting<()>,
    closed: Vec<&'static str>,
}

impl Tags {
    fn take(&mut self, token: &Token<'_>) {
        match token {
            Token::Start(tag) if !tag.is_self_closing && !tag.element.role().is_void() => {
                self.open.push(tag.element, ());
            }
            Token::End { element, .. } if self.open.close(*element).is_none() => {
                self.closed.push(element.name());
            }
            _ => {}
        }
    }

    /// Those without their other half, end tags first. A text may have as many as its source: an element can go on in
    /// the next block.
    fn loose(self) -> (Vec<&'static str>, Vec<&'static str>) {
        let open = self.open.as_slice().iter().map(|(element, ())| element.name()).collect();
        (self.closed, open)
    }
}

#[derive(Default)]
struct Writer<'t> {
    translation: &'t str,
    line_break: String,
    at: usize,
    tags: Tags,
    written: Written,
    refusal: Option<String>,
}

impl Writer<'_> {
    fn take(&mut self, token: &Token<'_>) {
        let span = match token {
            Token::Text { span, .. } => {
                self.at = span.end;
                return self.text(span.of(self.translation));
            }
            Token::Start(tag) => tag.span,
            Token::End { span, .. } | Token::CData(span) | Token::Comment(span) => *span,
        };
        self.at = span.end;
        self.tags.take(token);
        let raw = span.of(self.translation);
        if let Token::Start(tag) = token
            && tag.element.role().is_boundary()
        {
            self.refuse(&format!(
                "`{raw}` would begin a block of its own: keep the tags of blocks out of it"
            ));
        }
        if raw.contains('\n') {
            self.refuse("a line break cannot stand inside of a tag");
        }
        self.written.raw.push_str(raw);
        self.written.text.push_str(raw);
    }

    /// Blanks that a reader of HTML would drop are written as references.
    fn text(&mut self, text: &str) {
        if !text.starts_with(' ') && !text.ends_with(' ') && layout(text).is_none() {
            self.written.raw.push_str(text);
            self.written.text.push_str(text);
            return;
        }
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            let before = self.written.text.chars().next_back();
            let is_dropped = |neighbour: Option<char>| neighbour.is_none_or(|c| matches!(c, ' ' | '\n'));
            let is_last = self.at == self.translation.len();
            let reference = match c {
                '\n' => {
                    self.written.raw.push_str(&self.line_break);
                    self.written.text.push('\n');
                    continue;
                }
                '\t' => "&#9;",
                '\x0C' => "&#12;",
                ' ' if is_dropped(before)
                    || rest.peek() == Some(&'\n')
                    || is_last && rest.peek().is_none() =>
                {
                    "&#32;"
                }
                _ => {
                    self.written.raw.push(c);
                    self.written.text.push(c);
                    continue;
                }
            };
            self.written.raw.push_str(reference);
            self.written.text.push_str(reference);
        }
    }

    fn refuse(&mut self, reason: &str) {
        self.refusal.get_or_insert_with(|| reason.to_owned());
    }
}
