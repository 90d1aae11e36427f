//! The prose in HTML: blocks of HTML inside Markdown, and whole files.

use html5gum::{DefaultEmitter, HtmlString, Spanned, StartTag, Token, Tokenizer};

use super::directive::Pending;
use super::join::{Joiner, Words};
use super::{Extraction, HeadingPath, Headings, Kind, Segment, Slot};
use crate::finding::Finding;
use crate::text::Span;

/// A segment of HTML; its place is in the fragment.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) kind: Kind,
    pub(super) level: Option<u8>,
    pub(super) span: Span,
    pub(super) text: String,
    pub(super) slot: Slot,
    pub(super) notes: Vec<String>,
    pub(super) pinned: Option<String>,
}

impl Found {
    /// The segment of the document, where `place` turns a place in the fragment into one of the document.
    pub(super) fn into_segment(self, path: HeadingPath, place: impl Fn(Span) -> Span) -> Segment {
        let span = place(self.span);
        let Self { kind, level, text, slot, notes, pinned, .. } = self;
        Segment { kind, level, path, block: span, span, text, notes, pinned, slot }
    }
}

/// Reads a whole HTML file.
pub(super) fn extract(text: &str) -> Extraction {
    let base = super::byte_order_mark(text);
    let place = |span: Span| span.shifted(base);
    let mut findings = Vec::new();
    let mut headings = Headings::default();
    let fragment = text.get(base..).unwrap_or_default();
    let found = read(fragment, &mut Hidden::default(), &mut Pending::default(), &mut findings, place);
    let segments = found.into_iter().map(|found| {
        let path = match found.level {
            Some(level) => headings.enter(level, &found.text),
            None => headings.path(),
        };
        found.into_segment(path, place)
    });
    Extraction { segments: segments.collect(), findings }
}

/// An element whose content nobody translates. Lasts until its own end tag, however many fragments later.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    element: Option<(Vec<u8>, usize)>,
}

impl Hidden {
    /// Whether such an element is open.
    pub(super) fn is_open(&self) -> bool {
        self.element.is_some()
    }

    /// Takes one tag of running text into account.
    pub(super) fn read_tag(&mut self, tag: &str) {
        // Cheap, for almost no tag in running text says anything of translation.
        if !self.is_open() && !tag.contains("translate") {
            return;
        }
        for Ok(token) in Tokenizer::new_with_emitter(tag, DefaultEmitter::<usize>::new_with_span()) {
            match token {
                Token::StartTag(tag) => self.start(&tag),
                Token::EndTag(tag) => self.end(&tag.name),
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        if let Some((name, depth)) = &mut self.element {
            if **name == **tag.name && !tag.self_closing {
                *depth += 1;
            }
        } else if is_hidden(tag) && !tag.self_closing && !is_void(&tag.name) {
            self.element = Some((tag.name.to_vec(), 1));
        }
    }

    fn end(&mut self, name: &[u8]) {
        if let Some((open, depth)) = &mut self.element
            && **open == *name
        {
            *depth -= 1;
            if *depth == 0 {
                self.element = None;
            }
        }
    }

    /// Ends an element that cannot reach over a blank line, so that a forgotten end tag hides one block only.
    fn end_of_fragment(&mut self) {
        if self.element.as_ref().is_some_and(|(name, _)| is_raw(name)) {
            self.element = None;
        }
    }
}

/// Reads one fragment. `place` turns a place in the fragment into one of the document, for findings.
pub(super) fn read(
    fragment: &str,
    hidden: &mut Hidden,
    pending: &mut Pending,
    findings: &mut Vec<Finding>,
    place: impl Fn(Span) -> Span,
) -> Vec<Found> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader { fragment, hidden, pending, run: None, open: Vec::new(), found: Vec::new() };
    for Ok(token) in Tokenizer::new_with_emitter(fragment, emitter) {
        let is_content = match &token {
            Token::String(text) => !text.value.iter().all(u8::is_ascii_whitespace),
            Token::StartTag(_) => true,
            _ => false,
        };
        if is_content && !reader.hidden.is_open() && reader.pending.take_skip() {
            reader.flush();
            break;
        }
        match token {
            Token::StartTag(tag) => reader.start_tag(&tag),
            Token::EndTag(tag) => reader.end_tag(&tag.name, tag.span.into_span()),
            Token::String(text) => reader.text(&text),
            Token::Comment(comment) => {
                let span = comment.span.into_span();
                if reader.run.is_some() {
                    reader.mark(span);
                } else if !reader.hidden.is_open() {
                    reader.pending.read(span.of(fragment), place(span), findings);
                }
            }
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.flush();
    reader.hidden.end_of_fragment();
    reader.found
}

/// Text and inline tags between two tags of blocks.
#[derive(Debug, Default)]
struct Run {
    span: Span,
    joiner: Joiner,
    words: Words,
    code: usize,
    alts: Vec<(Span, Slot)>,
}

struct Reader<'a> {
    fragment: &'a str,
    hidden: &'a mut Hidden,
    pending: &'a mut Pending,
    run: Option<Run>,
    /// The open blocks that say what their text is. Not deeper than `DEEPEST`: HTML may leave out end tags.
    open: Vec<(Block, Vec<u8>)>,
    found: Vec<Found>,
}

const DEEPEST: usize = 64;

impl Reader<'_> {
    fn start_tag(&mut self, tag: &StartTag<usize>) {
        let span = tag.span.into_span();
        let was_hidden = self.hidden.is_open();
        self.hidden.start(tag);
        if was_hidden {
            self.mark(span);
            return;
        }
        let block = Block::of(&tag.name);
        if is_raw(&tag.name) || block.is_some() {
            self.flush();
        }
        if self.hidden.is_open() {
            self.mark(span);
            return;
        }
        if let Some(block) = block {
            if self.open.len() < DEEPEST && !is_void(&tag.name) && !tag.self_closing {
                self.open.push((block, tag.name.to_vec()));
            }
            return;
        }
        self.run.get_or_insert_with(|| Run { span: Span::empty(span.start), ..Run::default() });
        self.mark(span);
        let Some(run) = &mut self.run else { return };
        match &**tag.name {
            b"code" | b"kbd" | b"samp" | b"var" if !tag.self_closing => run.code += 1,
            b"img" => run.alts.extend(alt_of(tag, self.fragment)),
            _ => {}
        }
    }

    fn end_tag(&mut self, name: &[u8], span: Span) {
        if self.hidden.is_open() {
            self.hidden.end(name);
            self.mark(span);
            return;
        }
        if Block::of(name).is_some() {
            self.flush();
            if let Some(at) = self.open.iter().rposition(|(_, open)| open == name) {
                self.open.truncate(at);
            }
            return;
        }
        self.mark(span);
        if let (Some(run), b"code" | b"kbd" | b"samp" | b"var") = (&mut self.run, name) {
            run.code = run.code.saturating_sub(1);
        }
    }

    fn text(&mut self, text: &Spanned<HtmlString, usize>) {
        let span = text.span.into_span();
        if self.hidden.is_open() {
            self.mark(span);
            return;
        }
        let raw = span.of(self.fragment);
        if self.run.is_none() {
            let blanks = raw.len() - raw.trim_ascii_start().len();
            if blanks == raw.len() {
                return;
            }
            self.run = Some(Run { span: Span::empty(span.start + blanks), ..Run::default() });
        }
        let Some(run) = &mut self.run else { return };
        let mut is_first = true;
        for line in raw.split(['\n', '\r']) {
            if !is_first {
                run.joiner.soft();
                run.words.line_break();
            }
            let shown =
                if is_first && run.span.end > run.span.start { line } else { line.trim_ascii_start() };
            is_first = false;
            if !shown.is_empty() {
                run.joiner.visible(shown, shown.trim_end_matches([' ', '\t']));
            }
        }
        if run.code == 0 {
            run.words.read(&String::from_utf8_lossy(&text.value));
        }
        let kept = raw.trim_ascii_end().len();
        if kept > 0 {
            run.span.end = span.start + kept;
        }
    }

    /// A tag, a comment or hidden text inside of running text stays as written.
    fn mark(&mut self, span: Span) {
        if let Some(run) = &mut self.run {
            run.joiner.markup(span.of(self.fragment), 0);
            run.span.end = span.end;
        }
    }

    fn flush(&mut self) {
        let Some(run) = self.run.take() else { return };
        let (kind, level) = self.open.last().map_or((Kind::Paragraph, None), |(block, _)| block.kind());
        if run.words.found() {
            let text = run.joiner.finish();
            let text = text.trim_end_matches(|c: char| c.is_ascii_whitespace()).to_owned();
            self.push(kind, level, run.span, text, Slot::Html);
            return;
        }
        for (span, slot) in run.alts {
            let mut words = Words::default();
            let raw = span.of(self.fragment);
            let value = unquoted(raw);
            words.read(value);
            if words.found() {
                let mut joiner = Joiner::default();
                joiner.markup(value, 0);
                self.push(Kind::Alt, None, span, joiner.finish(), slot);
            }
        }
    }

    fn push(&mut self, kind: Kind, level: Option<u8>, span: Span, text: String, slot: Slot) {
        let (notes, pinned) = self.pending.take();
        self.found.push(Found { kind, level, span, text, slot, notes, pinned });
    }
}

/// The bytes of an `alt` attribute's value with its quotes.
fn alt_of(tag: &StartTag<usize>, fragment: &str) -> Option<(Span, Slot)> {
    let attribute = tag.attributes.get(&b"alt"[..])?.span.into_span();
    let raw = attribute.of(fragment);
    let equals = raw.find('=')? + 1;
    let value = raw.get(equals..)?;
    let blanks = value.len() - value.trim_ascii_start().len();
    let value = value.trim_ascii_start();
    let length = match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.find(quote)? + 2,
        // The tokenizer counts one byte too many here.
        _ => value.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(value.len()),
    };
    let start = attribute.start + equals + blanks;
    (length > 0).then(|| (Span::new(start, start + length), Slot::HtmlAlt))
}

fn unquoted(value: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(inside) = value.strip_prefix(quote) {
            return inside.strip_suffix(quote).unwrap_or(inside);
        }
    }
    value
}

/// What an element that begins a block says of its text.
#[derive(Clone, Copy, Debug)]
enum Block {
    Text(Kind),
    Heading(u8),
}

impl Block {
    fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            [b'h', digit @ b'1'..=b'6'] => Self::Heading(digit - b'0'),
            b"li" => Self::Text(Kind::Item),
            b"td" | b"th" => Self::Text(Kind::Cell),
            b"summary" => Self::Text(Kind::Summary),
            b"figcaption" | b"caption" => Self::Text(Kind::Caption),
            b"dt" => Self::Text(Kind::Term),
            b"dd" => Self::Text(Kind::Definition),
            b"blockquote" => Self::Text(Kind::Quote),
            b"title" => Self::Text(Kind::Title),
            b"p" | b"div" | b"section" | b"article" | b"aside" | b"main" | b"header" | b"footer" | b"nav"
            | b"center" | b"figure" | b"details" | b"table" | b"thead" | b"tbody" | b"tfoot" | b"tr"
            | b"colgroup" | b"col" | b"ul" | b"ol" | b"dl" | b"hr" | b"address" | b"fieldset" | b"form"
            | b"legend" | b"html" | b"head" | b"body" | b"meta" | b"link" | b"base" | b"source"
            | b"picture" | b"video" | b"audio" | b"iframe" | b"option" | b"select" | b"optgroup"
            | b"dialog" => Self::Text(Kind::Paragraph),
            _ => return None,
        })
    }

    fn kind(self) -> (Kind, Option<u8>) {
        match self {
            Self::Text(kind) => (kind, None),
            Self::Heading(level) => (Kind::Heading, Some(level)),
        }
    }
}

/// Elements whose content is never prose.
fn is_raw(name: &[u8]) -> bool {
    matches!(
        name,
        b"script"
            | b"style"
            | b"pre"
            | b"textarea"
            | b"template"
            | b"svg"
            | b"math"
            | b"noscript"
            | b"canvas"
    )
}

fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"source"
            | b"track"
            | b"wbr"
    )
}

/// `translate="no"` (HTML 3.2.6.1) and the class that translation services honour.
fn is_hidden(tag: &StartTag<usize>) -> bool {
    is_raw(&tag.name)
        || tag.attributes.get(&b"translate"[..]).is_some_and(|value| value.value.eq_ignore_ascii_case(b"no"))
        || tag.attributes.get(&b"class"[..]).is_some_and(|value| {
            value.value.split(u8::is_ascii_whitespace).any(|class| class == b"notranslate")
        })
}

trait IntoSpan {
    fn into_span(self) -> Span;
}

impl IntoSpan for html5gum::Span<usize> {
    fn into_span(self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// The bytes of a translation in running HTML, and the text that will be read from them.
pub(super) fn write(translation: &str) -> Result<(String, String), String> {
    if translation.contains('\n') {
        return Err("a line break cannot stand in HTML: write `<br>`".into());
    }
    let text = super::escape::outer_blanks(translation);
    Ok((text.clone(), text))
}

/// The bytes of a translated attribute in quotes, and the text that will be read from them.
pub(super) fn write_attribute(source: &str, translation: &str) -> Result<(String, String), String> {
    if translation.contains('\n') {
        return Err("a line break cannot stand in an attribute: write one line".into());
    }
    let (quote, escape) = if source.starts_with('\'') { ('\'', "&#39;") } else { ('"', "&quot;") };
    let text = super::escape::outer_blanks(translation).replace(quote, escape);
    Ok((format!("{quote}{text}{quote}"), text))
}
