//! Edits of a translator's file by splicing: every byte outside of them stays as it is.

use crate::catalog::note;
use crate::text::Span;

/// Replacements and insertions in one text, collected in document order and applied at once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Edits {
    text: String,
    changes: Vec<(Span, String)>,
    /// Where the next insertion goes: behind the unit handled last.
    anchor: Option<usize>,
    /// Insertions that come before every unit of the file.
    leading: Vec<String>,
    first_unit: Option<usize>,
}

impl Edits {
    pub(crate) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// Sets what stands at `span`; an empty text removes it with the blank line below. The place becomes the anchor of
    /// later insertions.
    pub(crate) fn replace(&mut self, span: Span, text: &str) {
        self.anchor = Some(span.end);
        self.first_unit = Some(self.first_unit.map_or(span.start, |first| first.min(span.start)));
        if text.is_empty() {
            self.changes.push((self.removal(span), String::new()));
            return;
        }
        let gap = self.gap_after(span.end, text);
        if !gap.is_empty() || span.of(&self.text).replace("\r\n", "\n") != text {
            self.changes.push((span, format!("{text}{gap}")));
        }
    }

    /// Sets what stands at `span`, which belongs to no unit.
    pub(crate) fn amend(&mut self, span: Span, text: &str) {
        self.changes.push((span, text.to_owned()));
    }

    /// Adds a text behind the unit that was handled last.
    pub(crate) fn insert(&mut self, text: &str) {
        match self.anchor {
            Some(anchor) => {
                let gap = self.gap_after(anchor, text);
                self.changes.push((Span::empty(anchor), format!("\n\n{text}{gap}")));
            }
            None => self.leading.push(text.to_owned()),
        }
    }

    /// A comment straight above a message would become a part of it, and a message straight below an unanswered one a part
    /// of that: such a text is followed by a blank line.
    fn gap_after(&self, at: usize, text: &str) -> &'static str {
        let last_is_comment = text.lines().next_back().is_some_and(|line| line.starts_with('#'));
        let rest = Span::new(at, self.text.len()).of(&self.text);
        let next_line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).unwrap_or_default();
        let blank = next_line.lines().next().is_none_or(|line| line.trim().is_empty());
        // A comment there may be meant as a part: only its writer can set it apart.
        let takes_below = note::is_missing(text) && !next_line.starts_with('#');
        if (last_is_comment || takes_below) && !blank { "\n" } else { "" }
    }

    /// A removed place with its line end and one blank line: the one below, or at the end of the file the one above.
    fn removal(&self, span: Span) -> Span {
        let mut end = span.end;
        for _ in 0..2 {
            let rest = Span::new(end, self.text.len()).of(&self.text);
            end += if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
        }
        let above = Span::new(0, span.start).of(&self.text);
        let blank_above = ["\r\n\r\n", "\n\n"].into_iter().find(|blank| above.ends_with(blank));
        let start = match blank_above {
            Some(blank) if end == self.text.len() => span.start - blank.len() / 2,
            _ => span.start,
        };
        Span::new(start, end)
    }

    /// The edited text; `header` begins a file that was not there.
    pub(crate) fn apply(mut self, header: &str) -> String {
        let crlf = self.text.contains("\r\n");
        self.lead(header);
        self.changes.sort_by_key(|(span, _)| (span.start, span.end));
        let mut out = String::with_capacity(self.text.len() * 2);
        let mut at = 0;
        for (span, text) in &self.changes {
            out.push_str(Span::new(at, span.start.max(at)).of(&self.text));
            if crlf {
                out.push_str(&text.replace('\n', "\r\n"));
            } else {
                out.push_str(text);
            }
            at = at.max(span.end);
        }
        out.push_str(Span::new(at, self.text.len()).of(&self.text));
        out
    }

    fn lead(&mut self, header: &str) {
        if self.leading.is_empty() {
            return;
        }
        let blocks = std::mem::take(&mut self.leading).join("\n\n");
        let edit = match self.first_unit {
            Some(first) => match self.changes.iter().find(|(span, _)| span.start < first && first < span.end)
            {
                // The only unit goes, and with it the blank line above.
                Some((removed, _)) => (Span::empty(removed.start), format!("\n{blocks}\n")),
                None => (Span::empty(first), format!("{blocks}\n\n")),
            },
            None if self.text.trim_start_matches('\u{FEFF}').trim().is_empty() => {
                (Span::empty(self.text.len()), format!("{header}\n{blocks}\n"))
            }
            None => {
                let blank = self.text.ends_with("\n\n") || self.text.ends_with("\n\r\n");
                let gap = ["\n\n", "\n", ""][usize::from(self.text.ends_with('\n')) + usize::from(blank)];
                (Span::empty(self.text.len()), format!("{gap}{blocks}\n"))
            }
        };
        self.changes.push(edit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str, part: &str) -> Span {
        let start = text.find(part).unwrap();
        Span::new(start, start + part.len())
    }

    #[test]
    fn a_new_file_gets_a_header_and_its_units_in_order() {
        let mut edits = Edits::new("");
        edits.insert("a = 1");
        edits.insert("b = 2");
        assert_eq!(edits.apply("### head\n"), "### head\n\na = 1\n\nb = 2\n");
    }

    #[test]
    fn insertions_follow_the_unit_before_them() {
        let text = "### mine\n\na = 1\n\nc = 3\n";
        let mut edits = Edits::new(text);
        edits.insert("# 0 =");
        edits.replace(span(text, "a = 1"), "a = 1");
        edits.insert("# b =");
        edits.insert("# b2 =");
        edits.replace(span(text, "c = 3"), "c = three");
        assert_eq!(edits.apply(""), "### mine\n\n# 0 =\n\na = 1\n\n# b =\n\n# b2 =\n\nc = three\n");
    }

    #[test]
    fn a_stub_never_attaches_to_the_message_below() {
        let text = "a = 1\nc = 3\n";
        let mut edits = Edits::new(text);
        edits.replace(span(text, "a = 1"), "# a =");
        edits.replace(span(text, "c = 3"), "c = 3");
        assert_eq!(edits.apply(""), "# a =\n\nc = 3\n");
    }

    #[test]
    fn removing_takes_the_blank_line_along() {
        let text = "a = 1\n\nb = 2\n\nc = 3\n";
        let mut edits = Edits::new(text);
        edits.replace(span(text, "b = 2"), "");
        assert_eq!(edits.apply(""), "a = 1\n\nc = 3\n");
        let mut last = Edits::new(text);
        last.replace(span(text, "c = 3"), "");
        assert_eq!(last.apply(""), "a = 1\n\nb = 2\n");
    }

    #[test]
    fn crlf_files_stay_crlf() {
        let text = "a = 1\r\n\r\nb = 2\r\n";
        let mut edits = Edits::new(text);
        edits.replace(span(text, "a = 1"), "# note\na = 1");
        edits.insert("# x\n# y =");
        edits.replace(span(text, "b = 2"), "b = 2");
        assert_eq!(edits.apply(""), "# note\r\na = 1\r\n\r\n# x\r\n# y =\r\n\r\nb = 2\r\n");
    }
}
