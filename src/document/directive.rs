//! What an author says to yakugo in a comment of the document.

use crate::finding::{Finding, rule};
use crate::text::Span;

rule! {
    /// A pinned id is not a name that Fluent allows for a message.
    ///
    /// Why: the id becomes the name of a message in `.ftl` files, and no program could read them.
    ///
    /// Example: `<!-- yakugo:id 用量 -->` or `<!-- yakugo:id 10mg -->`.
    ///
    /// Fix: begin with a Latin letter; letters, digits, `-` and `_` may follow: `<!-- yakugo:id dose-10mg -->`.
    pub const INVALID_ID: "invalid-id", Error;
}

/// One instruction in a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Directive {
    /// `i18n:skip`: the next block is not translated.
    Skip,
    /// `i18n:comment TEXT`: said to the translators of the next segment.
    Comment(String),
    /// `yakugo:id NAME`: the id of the next segment. The name is as written; see [`is_valid_id`].
    Id(String),
}

/// Reads the text of one comment, with or without its `<!--` and `-->`. A comment that is no directive is
/// `None`.
///
/// ```
/// use yakugo::document::directive::{Directive, parse};
/// assert_eq!(parse(" i18n:skip "), Some(Directive::Skip));
/// assert_eq!(parse("<!-- yakugo:id dose -->"), Some(Directive::Id("dose".into())));
/// assert_eq!(parse("<!-- i18n:comment 用量 -->"), Some(Directive::Comment("用量".into())));
/// assert_eq!(parse("<!-- TODO -->"), None);
/// ```
pub fn parse(comment_text: &str) -> Option<Directive> {
    let text = comment_text.trim();
    let text = text.strip_prefix("<!--").unwrap_or(text);
    let text = text.strip_suffix("-->").unwrap_or(text).trim();
    let (name, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let rest = rest.trim();
    match name {
        "i18n:skip" => Some(Directive::Skip),
        "i18n:comment" if !rest.is_empty() => Some(Directive::Comment(rest.to_owned())),
        "yakugo:id" => Some(Directive::Id(rest.to_owned())),
        _ => None,
    }
}

/// Whether Fluent takes this name as the id of a message: `[a-zA-Z][a-zA-Z0-9_-]*` (Fluent 1.0, `Identifier`).
///
/// ```
/// use yakugo::document::directive::is_valid_id;
/// assert!(is_valid_id("dose-10_mg"));
/// assert!(!is_valid_id("10mg") && !is_valid_id("用量") && !is_valid_id(""));
/// ```
pub fn is_valid_id(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

/// The directives read so far that wait for the block or the segment they are about.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    skip: bool,
    notes: Vec<String>,
    pinned: Option<String>,
}

impl Pending {
    /// Reads the comment at `span`; anything but a directive leaves no trace.
    pub(crate) fn read(&mut self, comment: &str, span: Span, findings: &mut Vec<Finding>) {
        match parse(comment) {
            Some(Directive::Skip) => self.skip = true,
            Some(Directive::Comment(note)) => self.notes.push(note),
            Some(Directive::Id(name)) if is_valid_id(&name) => self.pinned = Some(name),
            Some(Directive::Id(name)) => findings.push(Finding::new(
                &INVALID_ID,
                span,
                format!(
                    "`{name}` cannot be an id: write a Latin letter first, then letters, digits, `-` or `_`"
                ),
            )),
            None => {}
        }
    }

    /// Whether the block that begins here is to be skipped; asks once.
    pub(crate) fn take_skip(&mut self) -> bool {
        std::mem::take(&mut self.skip)
    }

    /// The notes and the pinned id of the segment that begins here.
    pub(crate) fn take(&mut self) -> (Vec<String>, Option<String>) {
        (std::mem::take(&mut self.notes), self.pinned.take())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_that_are_no_directives_say_nothing() {
        for comment in ["", "i18n", "i18n:skipped", "i18n:comment", "yakugo: allow x", "note i18n:skip"] {
            assert_eq!(parse(comment), None, "{comment:?}");
        }
    }

    #[test]
    fn a_bad_id_is_a_finding_and_pins_nothing() {
        let mut pending = Pending::default();
        let mut findings = Vec::new();
        pending.read("<!-- yakugo:id 用量 -->", Span::new(3, 9), &mut findings);
        assert_eq!(pending.take(), (Vec::new(), None));
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].place.span, Span::new(3, 9));
    }

    #[test]
    fn several_directives_wait_for_one_segment() {
        let mut pending = Pending::default();
        let mut findings = Vec::new();
        for comment in ["i18n:comment a", "yakugo:id x", "i18n:comment b\nc"] {
            pending.read(comment, Span::default(), &mut findings);
        }
        assert!(!pending.take_skip());
        assert_eq!(pending.take(), (vec!["a".into(), "b\nc".into()], Some("x".into())));
        assert_eq!(pending.take(), (Vec::new(), None));
    }
}
