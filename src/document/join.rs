//! Putting the lines of a segment together as one text, and asking whether there is anything to translate.

use crate::text::soft_break;

/// Builds the text of a segment from its pieces in document order.
///
/// What a soft break stands for depends on the visible characters on both sides of it, and marks may lie
/// between (`段落**で**⏎途中`); so a break stays open until the next visible character is known.
#[derive(Debug, Default)]
pub(super) struct Joiner {
    text: String,
    last: Option<char>,
    open: Option<usize>,
}

impl Joiner {
    /// Text that a reader sees, on one line: as written, and as it reads.
    pub(super) fn visible(&mut self, raw: &str, reads: &str) {
        self.settle(reads.chars().next());
        // pulldown-cmark ends a line at a lone carriage return in some blocks and not in others.
        self.text.extend(
            raw.split('\r').enumerate().flat_map(|(at, part)| [if at == 0 { "" } else { " " }, part]),
        );
        self.last = reads.chars().next_back().or(self.last);
    }

    /// Marks as written; line breaks inside are spaces, and up to `quotes` quote markers begin each line.
    pub(super) fn markup(&mut self, raw: &str, quotes: usize) {
        let mut lines = raw.split_inclusive(['\n', '\r']);
        let first = lines.next().unwrap_or_default();
        self.push_markup_line(first);
        let mut after_return = first.ends_with('\r');
        for line in lines {
            // The second half of `\r\n` is no line of its own.
            if after_return && line == "\n" {
                after_return = false;
                continue;
            }
            after_return = line.ends_with('\r');
            self.push_markup_line(without_prefix(line, quotes));
        }
    }

    fn push_markup_line(&mut self, line: &str) {
        let content = line.trim_end_matches(['\n', '\r']);
        self.text.push_str(content);
        if content.len() < line.len() {
            self.text.push(' ');
        }
    }

    /// A line break that is not one for the reader.
    pub(super) fn soft(&mut self) {
        self.trim_line();
        if self.open == Some(self.text.len()) {
            return;
        }
        self.settle(None);
        if !self.text.is_empty() {
            self.open = Some(self.text.len());
        }
    }

    /// A line break that the reader sees.
    pub(super) fn hard(&mut self) {
        self.settle(None);
        self.trim_line();
        self.text.push('\n');
    }

    /// The whole text, without blanks at its end.
    pub(super) fn finish(mut self) -> String {
        if self.open == Some(self.text.len()) {
            self.open = None;
        }
        self.settle(None);
        self.text
    }

    fn trim_line(&mut self) {
        let kept = self.text.trim_end_matches([' ', '\t']).len();
        self.text.truncate(kept);
    }

    fn settle(&mut self, next: Option<char>) {
        let Some(at) = self.open.take() else { return };
        let joint = match (self.last, next) {
            (Some(before), Some(after)) => soft_break(before, after),
            _ => " ",
        };
        self.text.insert_str(at, joint);
    }
}

/// A continuation line without its blanks and up to `quotes` quote markers before its content.
fn without_prefix(line: &str, quotes: usize) -> &str {
    let blanks = [' ', '\t'];
    let mut rest = line.trim_start_matches(blanks);
    for _ in 0..quotes {
        let Some(inner) = rest.strip_prefix('>') else { break };
        rest = inner.trim_start_matches(blanks);
    }
    rest
}

/// Looks for a letter or digit outside of bare addresses, over pieces of text that come one after another.
#[derive(Debug, Default)]
pub(super) struct Words {
    found: bool,
    in_url: bool,
    in_word: bool,
}

impl Words {
    /// Whether there was one.
    pub(super) fn found(&self) -> bool {
        self.found
    }

    /// Reads on; whether there was one in this piece.
    pub(super) fn take_from(&mut self, text: &str) -> bool {
        self.read(text);
        std::mem::take(&mut self.found)
    }

    /// Reads on.
    pub(super) fn read(&mut self, text: &str) {
        if self.found {
            return;
        }
        for (at, c) in text.char_indices() {
            if self.in_url {
                self.in_url = c.is_ascii_graphic() && !matches!(c, '<' | '>');
                if self.in_url {
                    continue;
                }
            }
            if !c.is_alphanumeric() {
                self.in_word = false;
            } else if !self.in_word && starts_url(text.get(at..).unwrap_or_default()) {
                self.in_url = true;
            } else {
                self.found = true;
                return;
            }
        }
    }

    /// A line break ends an address.
    pub(super) fn line_break(&mut self) {
        self.in_url = false;
        self.in_word = false;
    }
}

fn starts_url(text: &str) -> bool {
    ["https://", "http://", "www.", "mailto:", "ftp://"]
        .iter()
        .any(|scheme| text.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(pieces: &[&str]) -> bool {
        let mut words = Words::default();
        for piece in pieces {
            words.read(piece);
        }
        words.found()
    }

    #[test]
    fn an_address_is_no_word() {
        assert!(!words(&["https://a.b/c_d?e=1"]));
        assert!(!words(&["(www.a.b", "_", "c)"]));
        assert!(!words(&["— …！"]));
        assert!(words(&["https://a.bを参照"]));
        assert!(words(&["see https://a.b"]));
        assert!(words(&["10"]));
    }

    #[test]
    fn a_break_is_settled_by_the_visible_characters_around_marks() {
        let mut joiner = Joiner::default();
        joiner.visible("段落", "段落");
        joiner.markup("[^1]", 0);
        joiner.soft();
        joiner.markup("**", 0);
        joiner.visible("途中", "途中");
        joiner.soft();
        assert_eq!(joiner.finish(), "段落[^1]**途中");
    }

    #[test]
    fn a_break_inside_marks_is_a_space() {
        let mut joiner = Joiner::default();
        joiner.markup("`a\r\n> > b`", 1);
        assert_eq!(joiner.finish(), "`a > b`");
    }
}
