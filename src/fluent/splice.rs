//! Putting a text together from kept and new bytes, and remembering where the kept ones went.

use super::edit::EditRefused;
use crate::text::Span;

/// New bytes in the place of old ones.
#[derive(Clone, Debug)]
pub(super) struct Splice {
    pub(super) span: Span,
    pub(super) text: String,
    pub(super) layout: Layout,
}

/// How new bytes fit in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// As they are; the edited entry is known.
    Bytes,
    /// As they are; they may make and unmake entries.
    Free,
    /// As entries of their own, on lines of their own between blank lines.
    Entries,
    /// Nothing comes; one of the blank lines around goes as well.
    Removal,
}

/// A text with new bytes, and its making.
#[derive(Clone, Debug, Default)]
pub(super) struct Spliced {
    pub(super) text: String,
    /// The kept pieces: where they were and where they begin now, both rising.
    pub(super) kept: Vec<(Span, usize)>,
    /// The edits in order, with the place of their new bytes in the new text.
    pub(super) made: Vec<(Splice, Span)>,
}

/// Makes the edits, in the order of their places; those at one place in the order given.
pub(super) fn splice(old: &str, line_end: &str, mut splices: Vec<Splice>) -> Result<Spliced, EditRefused> {
    splices.sort_by_key(|splice| (splice.span.start, splice.span.end));
    let mut out = Spliced { text: String::with_capacity(old.len() + 1024), ..Spliced::default() };
    let mut at = 0;
    let mut removed = false;
    for splice in splices {
        let Span { start, end } = splice.span;
        if start < at || old.get(start..end).is_none() {
            return Err(EditRefused::Overlap(splice.span));
        }
        if start > at {
            out.keep(old, Span::new(at, start), &mut removed);
        }
        if splice.layout == Layout::Entries {
            out.open_line(line_end);
        }
        let from = out.text.len();
        out.text.push_str(&splice.text);
        let place = Span::new(from, out.text.len());
        match splice.layout {
            Layout::Entries => {
                removed = false;
                out.text.push_str(line_end);
                if old.get(end..).is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['\n', '\r'])) {
                    out.text.push_str(line_end);
                }
            }
            Layout::Removal => removed = true,
            Layout::Bytes | Layout::Free => removed = false,
        }
        out.made.push((splice, place));
        at = end;
    }
    out.keep(old, Span::new(at, old.len()), &mut removed);
    Ok(out)
}

impl Spliced {
    /// Copies old bytes. Behind a removed entry one blank line is dropped where two would meet, or where one
    /// would end the file.
    fn keep(&mut self, old: &str, mut span: Span, removed: &mut bool) {
        let removed = std::mem::take(removed);
        if removed && ends_blank(&self.text) {
            let rest = span.of(old);
            if let Some(after) = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')) {
                span.start = span.end - after.len();
            } else if rest.is_empty() {
                let line = self.text.strip_suffix('\n').map(|text| text.strip_suffix('\r').unwrap_or(text));
                let length = line.map_or(self.text.len(), str::len);
                self.text.truncate(length);
            }
        }
        if !span.is_empty() {
            self.kept.push((span, self.text.len()));
            self.text.push_str(span.of(old));
        }
    }

    /// Begins a line behind a blank one, if there is anything above.
    fn open_line(&mut self, line_end: &str) {
        if !matches!(self.text.as_str(), "" | "\u{FEFF}") && !self.text.ends_with('\n') {
            self.text.push_str(line_end);
        }
        if !ends_blank(&self.text) {
            self.text.push_str(line_end);
        }
    }
}

/// Whether a new line would stand behind a blank line or at the start of the file.
fn ends_blank(text: &str) -> bool {
    let Some(above) = text.strip_suffix('\n') else { return matches!(text, "" | "\u{FEFF}") };
    let last = above.rsplit('\n').next().unwrap_or_default();
    last.trim_start_matches('\u{FEFF}').bytes().all(|b| matches!(b, b' ' | b'\r'))
}
