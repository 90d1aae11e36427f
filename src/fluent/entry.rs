//! The entries of a Fluent file and the places of their parts.

use super::pattern::Pattern;
use crate::text::Span;

/// One entry of a file. Spans are bytes into the original text and hold no line end behind the entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A message or a term, also one that was emptied.
    Message(Message),
    /// A comment that is attached to nothing.
    Comment(Comment),
    /// What no parser understands; a finding says why.
    Junk(Junk),
}

/// A message, or a term: its id then begins with `-`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// From the first byte of the attached comment, or of the id, to the last byte of the last pattern.
    pub span: Span,
    /// The lines of the attached comment, from the first `#` to the end of the last line.
    pub comment: Option<Span>,
    /// The id; of a term with its dash.
    pub id: String,
    /// The bytes of the id; of a term with its dash.
    pub id_span: Span,
    /// What a new value replaces: from behind the `=` to the end of the line on which the value ends.
    pub slot: Span,
    /// The value. `None` when there are attributes only, or when the message was emptied.
    pub value: Option<Pattern>,
    /// The attributes in order.
    pub attributes: Vec<Attribute>,
}

/// An attribute of a message or a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// From the dot to the last byte of the value.
    pub span: Span,
    /// What a new value replaces: from behind the `=` to the end of the line on which the value ends.
    pub slot: Span,
    /// Its value.
    pub value: Pattern,
}

/// A comment that is attached to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// From the first `#` to the end of the last line.
    pub span: Span,
    /// The number of `#`: 1 stands alone, 2 begins a group, 3 is about the file.
    pub level: u8,
}

/// What no parser understands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Junk {
    /// With the comment straight above and without blanks at the end.
    pub span: Span,
    /// The comment straight above it.
    pub comment: Option<Span>,
    /// The id it was meant to have, where its first line begins with an id and `=`.
    pub id: Option<String>,
}

impl Entry {
    /// The bytes of the entry, with its attached comment.
    pub fn span(&self) -> Span {
        match self {
            Self::Message(message) => message.span,
            Self::Comment(comment) => comment.span,
            Self::Junk(junk) => junk.span,
        }
    }

    /// The message, if it is one.
    pub fn message(&self) -> Option<&Message> {
        match self {
            Self::Message(message) => Some(message),
            _ => None,
        }
    }
}

impl Message {
    /// Whether it is a term (`-brand`).
    pub fn is_term(&self) -> bool {
        self.id.starts_with('-')
    }

    /// Whether somebody left the id and took the text away (`id =`). Fluent calls that junk; here it is a message
    /// without a text, and no finding.
    pub fn is_emptied(&self) -> bool {
        self.value.is_none() && self.attributes.is_empty()
    }

    /// The first attribute with this name.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}

/// The texts of the lines of a comment, without `#` and the one blank behind it.
///
/// ```
/// use yakugo::fluent::comment_lines;
/// assert_eq!(comment_lines("# a\r\n#\r\n#  b").collect::<Vec<_>>(), ["a", "", " b"]);
/// ```
pub fn comment_lines(source: &str) -> impl Iterator<Item = &str> {
    source.lines().map(|line| {
        let text = line.trim_start_matches('#');
        text.strip_prefix(' ').unwrap_or(text)
    })
}
