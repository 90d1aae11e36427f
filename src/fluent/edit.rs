//! Edits of a Fluent file: bytes are replaced, the result is read again, and it is given out only if everything
//! else is what it was.

use std::collections::BTreeMap;

use super::entry::{Entry, Message};
use super::resource::Resource;
use super::splice::{Layout, Splice, splice};
use super::verify;
use super::write::{INDENT, write_value};
use crate::text::Span;

/// Why a set of edits was not made. The file is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EditRefused {
    /// The number is not that of a message of this file.
    #[error("there is no message number {0} in this file")]
    NoMessage(usize),
    /// The number is not that of an entry of this file.
    #[error("there is no entry number {0} in this file")]
    NoEntry(usize),
    /// The message has no attribute of that name.
    #[error("`{id}` has no attribute `.{name}`")]
    NoAttribute {
        /// The message.
        id: String,
        /// The name asked for.
        name: String,
    },
    /// Two edits change the same bytes, or one lies outside of the text or inside of a character.
    #[error("two edits of the bytes {}..{}, or no such bytes", .0.start, .0.end)]
    Overlap(Span),
    /// A line of a comment does not begin with `# `.
    #[error("`{0}` is no line of a comment")]
    NotAComment(String),
    /// What was to be written is not Fluent.
    #[error("cannot be read back: {0}")]
    Unreadable(String),
    /// An entry that nobody edited would come out changed or be lost.
    #[error("the edit would change `{0}`")]
    Collateral(String),
    /// A value would be read back as another text than the one wanted.
    #[error("`{0}` would not be read back as it was written")]
    WrongValue(String),
    /// An id would stand twice in the file.
    #[error("`{0}` would stand twice in the file")]
    DuplicateId(String),
}

/// A text that has to be read back after an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// The static text of the value.
    Text(String),
    /// The normalised source of the value.
    Source(String),
}

/// What an edited message has to be afterwards; the parts that are not named have to keep their bytes.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    pub(super) removed: bool,
    pub(super) value: Option<Value>,
    pub(super) attributes: BTreeMap<usize, Value>,
    pub(super) comment: Option<String>,
}

/// Edits of one file, collected and then made at once.
///
/// Entries are named by their number in [`Resource::entries`]. Text that comes in has `\n` at the ends of its
/// lines and gets the line ends of the file. Nothing is checked before [`Edits::apply`].
///
/// ```
/// use yakugo::fluent::{Edits, Resource, write_message};
/// let (resource, _) = Resource::parse("a = one\r\nb   =   two\r\n");
/// let mut edits = Edits::new(&resource);
/// edits.set_text(0, "eins\n{");
/// edits.append(&write_message("c", "drei"));
/// let edited = edits.apply().unwrap();
/// assert_eq!(edited.text(), "a =\r\n    eins\r\n    {\"{\"}\r\nb   =   two\r\n\r\nc = drei\r\n");
/// ```
#[derive(Clone, Debug)]
pub struct Edits<'r> {
    resource: &'r Resource,
    line_end: &'static str,
    splices: Vec<Splice>,
    wanted: BTreeMap<usize, Wanted>,
    refused: Option<EditRefused>,
}

impl<'r> Edits<'r> {
    /// No edits yet.
    pub fn new(resource: &'r Resource) -> Self {
        let line_end = resource.line_end();
        Self { resource, line_end, splices: Vec::new(), wanted: BTreeMap::new(), refused: None }
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.splices.is_empty() && self.refused.is_none()
    }

    /// Gives a message exactly this text as its value, with or without a value before.
    pub fn set_text(&mut self, entry: usize, text: &str) {
        if let Some(message) = self.message(entry) {
            self.replace_slot(message.slot, &write_value(text, INDENT));
            self.want(entry).value = Some(Value::Text(text.to_owned()));
        }
    }

    /// Gives a message this Fluent source as its value: what follows `id =`, as
    /// [`write_source`](super::write_source) gives it.
    pub fn set_source(&mut self, entry: usize, source: &str) {
        let Some(message) = self.message(entry) else { return };
        match normalized(source) {
            Ok(normalized) => {
                self.replace_slot(message.slot, source);
                self.want(entry).value = Some(Value::Source(normalized));
            }
            Err(refused) => self.refuse(refused),
        }
    }

    /// Gives the first attribute of this name exactly this text.
    pub fn set_attribute_text(&mut self, entry: usize, name: &str, text: &str) {
        if let Some((number, slot)) = self.attribute(entry, name) {
            self.replace_slot(slot, &write_value(text, "        "));
            self.want(entry).attributes.insert(number, Value::Text(text.to_owned()));
        }
    }

    /// Gives the first attribute of this name this Fluent source: what follows `.name =`.
    pub fn set_attribute_source(&mut self, entry: usize, name: &str, source: &str) {
        let Some((number, slot)) = self.attribute(entry, name) else { return };
        match normalized(source) {
            Ok(normalized) => {
                self.replace_slot(slot, source);
                self.want(entry).attributes.insert(number, Value::Source(normalized));
            }
            Err(refused) => self.refuse(refused),
        }
    }

    /// Puts these lines in the place of the comment attached to a message; no lines take the comment away. Each
    /// line is given with its `#`.
    pub fn set_comment<'l>(&mut self, entry: usize, lines: impl IntoIterator<Item = &'l str>) {
        let Some(message) = self.message(entry) else { return };
        let mut comment = String::new();
        for line in lines {
            let text = line.strip_prefix('#');
            if !text.is_some_and(|text| text.is_empty() || text.starts_with(' ')) || line.contains('\n') {
                self.refuse(EditRefused::NotAComment(line.to_owned()));
                return;
            }
            if !comment.is_empty() {
                comment.push_str(self.line_end);
            }
            comment.push_str(line);
        }
        let (span, text) = match message.comment {
            Some(span) if comment.is_empty() => (Span::new(span.start, message.id_span.start), String::new()),
            Some(span) => (span, comment.clone()),
            None if comment.is_empty() => return,
            None => (Span::empty(message.id_span.start), format!("{comment}{}", self.line_end)),
        };
        self.splices.push(Splice { span, text, layout: Layout::Bytes });
        self.want(entry).comment = Some(comment);
    }

    /// Inserts whole entries before an entry and its comment, with a blank line on either side.
    pub fn insert_before(&mut self, entry: usize, source: &str) {
        match self.resource.entries().get(entry) {
            Some(before) => self.insert(before.span().start, source),
            None => self.refuse(EditRefused::NoEntry(entry)),
        }
    }

    /// Inserts whole entries after an entry, with a blank line on either side. Several calls for one entry keep
    /// their order.
    pub fn insert_after(&mut self, entry: usize, source: &str) {
        match self.resource.entries().get(entry) {
            Some(after) => self.insert(self.lines(after).end, source),
            None => self.refuse(EditRefused::NoEntry(entry)),
        }
    }

    /// Puts whole entries at the end of the file, behind a blank line.
    pub fn append(&mut self, source: &str) {
        self.insert(self.resource.text().len(), source);
    }

    /// Removes an entry with its comment and one of the blank lines around it.
    pub fn remove(&mut self, entry: usize) {
        match self.resource.entries().get(entry) {
            Some(gone) => {
                let span = self.lines(gone);
                self.splices.push(Splice { span, text: String::new(), layout: Layout::Removal });
                self.want(entry).removed = true;
            }
            None => self.refuse(EditRefused::NoEntry(entry)),
        }
    }

    /// Replaces any bytes. The entries that they touch become whatever the new bytes say, but never junk; all
    /// others have to keep their bytes.
    pub fn replace(&mut self, span: Span, text: &str) {
        let text = self.with_line_ends(text);
        self.splices.push(Splice { span, text, layout: Layout::Free });
    }

    /// Makes the edits.
    ///
    /// The result is read again. It is given out only if every entry that no edit touched is there with the same
    /// bytes, every edited message has the wanted texts and otherwise its old parts, every inserted entry is
    /// there, nothing else is, and no id stands twice that did not before. Takes time linear in the file and the
    /// edits.
    ///
    /// # Errors
    ///
    /// [`EditRefused`] otherwise.
    pub fn apply(self) -> Result<Resource, EditRefused> {
        if let Some(refused) = self.refused {
            return Err(refused);
        }
        let spliced = splice(self.resource.text(), self.line_end, self.splices)?;
        verify::verify(self.resource, &self.wanted, spliced)
    }

    fn refuse(&mut self, refused: EditRefused) {
        self.refused.get_or_insert(refused);
    }

    fn want(&mut self, entry: usize) -> &mut Wanted {
        self.wanted.entry(entry).or_default()
    }

    fn message(&mut self, entry: usize) -> Option<&'r Message> {
        let message = self.resource.entries().get(entry).and_then(Entry::message);
        if message.is_none() {
            self.refuse(EditRefused::NoMessage(entry));
        }
        message
    }

    fn attribute(&mut self, entry: usize, name: &str) -> Option<(usize, Span)> {
        let message = self.message(entry)?;
        let found = message.attributes.iter().enumerate().find(|(_, attribute)| attribute.name == name);
        if found.is_none() {
            self.refuse(EditRefused::NoAttribute { id: message.id.clone(), name: name.to_owned() });
        }
        found.map(|(number, attribute)| (number, attribute.slot))
    }

    fn replace_slot(&mut self, span: Span, text: &str) {
        let text = self.with_line_ends(text);
        self.splices.push(Splice { span, text, layout: Layout::Bytes });
    }

    fn insert(&mut self, at: usize, source: &str) {
        let text = self.with_line_ends(source.trim_end_matches('\n'));
        self.splices.push(Splice { span: Span::empty(at), text, layout: Layout::Entries });
    }

    /// The lines of an entry with the end of the last one.
    fn lines(&self, entry: &Entry) -> Span {
        let Span { start, end } = entry.span();
        let rest = self.resource.text().get(end..).unwrap_or_default();
        Span::new(start, end + rest.find('\n').map_or(rest.len(), |length| length + 1))
    }

    fn with_line_ends(&self, text: &str) -> String {
        let text = text.replace("\r\n", "\n");
        if self.line_end == "\n" { text } else { text.replace('\n', self.line_end) }
    }
}

/// What a value's source says, whatever its indentation.
fn normalized(source: &str) -> Result<String, EditRefused> {
    let (resource, findings) = Resource::parse(format!("x ={source}"));
    if let Some(finding) = findings.into_iter().next() {
        return Err(EditRefused::Unreadable(finding.message));
    }
    match resource.entries() {
        [Entry::Message(Message { value: Some(value), attributes, .. })] if attributes.is_empty() => {
            Ok(value.normalized(resource.text()))
        }
        _ => Err(EditRefused::Unreadable("this is not the source of one value".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(text: &str, edit: impl FnOnce(&mut Edits<'_>)) -> Result<String, EditRefused> {
        let (resource, _) = Resource::parse(text);
        let mut edits = Edits::new(&resource);
        edit(&mut edits);
        edits.apply().map(Resource::into_text)
    }

    fn check(text: &str, edit: impl FnOnce(&mut Edits<'_>), expected: &str) {
        assert_eq!(edited(text, edit).as_deref(), Ok(expected), "for {text:?}");
    }

    #[test]
    fn values() {
        check("a = b  \n", |e| e.set_text(0, "c"), "a = c\n");
        check("a=\n  b\n  c\n .d = e", |e| e.set_text(0, "c"), "a= c\n .d = e");
        check("a =\n    .b = c\n", |e| e.set_text(0, "d"), "a = d\n    .b = c\n");
        check("# x\na =", |e| e.set_text(0, "d"), "# x\na = d");
        check("a = b\n .c =   d\r\n", |e| e.set_attribute_text(0, "c", "x\ny"), {
            "a = b\n .c =\n        x\n        y\r\n"
        });
        check("a = b\n", |e| e.set_source(0, " { $n }"), "a = { $n }\n");
    }

    #[test]
    fn comments() {
        check("a = b\n", |e| e.set_comment(0, ["# x", "#"]), "# x\n#\na = b\n");
        check("# x\r\na = b\r\n", |e| e.set_comment(0, []), "a = b\r\n");
        check("# x\na = b\n", |e| e.set_comment(0, ["# y"]), "# y\na = b\n");
    }

    #[test]
    fn entries() {
        check("", |e| e.append("a = b"), "a = b\n");
        check("\u{FEFF}", |e| e.append("a = b\n"), "\u{FEFF}a = b\n");
        check("a = b", |e| e.append("c = d\n"), "a = b\n\nc = d\n");
        check("# x", |e| e.append("c = d\n"), "# x\n\nc = d\n");
        check("a = b\nc = d\n", |e| e.insert_after(0, "e = f\n"), "a = b\n\ne = f\n\nc = d\n");
        check("a = b\n\nc = d\n", |e| e.insert_after(0, "e = f\n"), "a = b\n\ne = f\n\nc = d\n");
        check("# x\na = b\n", |e| e.insert_before(0, "c = d"), "c = d\n\n# x\na = b\n");
        let both = |e: &mut Edits<'_>| {
            e.insert_after(0, "x = 1\n");
            e.insert_after(0, "y = 2\n");
        };
        check("a = b\n\nc = d\n", both, "a = b\n\nx = 1\n\ny = 2\n\nc = d\n");
    }

    #[test]
    fn removals() {
        check("a = b\n\n# x\nc = d\n\ne = f\n", |e| e.remove(1), "a = b\n\ne = f\n");
        check("a = b\n\nc = d\n", |e| e.remove(1), "a = b\n");
        check("a = b\r\n\r\nc = d", |e| e.remove(0), "c = d");
        check("a = b\nc = d\n", |e| e.remove(0), "c = d\n");
        check("a = b\n", |e| e.remove(0), "");
        let both = |e: &mut Edits<'_>| {
            e.remove(1);
            e.remove(2);
        };
        check("a = b\n\nc = d\n\ne = f\n", both, "a = b\n");
    }

    #[test]
    fn refusals() {
        let check = |text: &str, edit: &dyn Fn(&mut Edits<'_>), expected: EditRefused| {
            assert_eq!(edited(text, edit), Err(expected), "for {text:?}");
        };
        let id = |id: &str| id.to_owned();
        check("# x", &|e| e.set_text(0, "y"), EditRefused::NoMessage(0));
        check("# x", &|e| e.remove(1), EditRefused::NoEntry(1));
        check(
            "a = b",
            &|e| e.set_attribute_text(0, "c", "d"),
            EditRefused::NoAttribute { id: id("a"), name: id("c") },
        );
        check("a = b", &|e| e.set_comment(0, ["x"]), EditRefused::NotAComment(id("x")));
        check("a = b", &|e| e.append("a = c"), EditRefused::DuplicateId(id("a")));
        // The comment would belong to the message below.
        check("# x\n\na = b\n", &|e| e.replace(Span::new(4, 5), ""), EditRefused::Collateral(id("# x")));
        check("a = b\nc = d\n", &|e| e.replace(Span::new(5, 6), "\n  "), EditRefused::Collateral(id("a")));
        let twice = |e: &mut Edits<'_>| {
            e.set_text(0, "x");
            e.remove(0);
        };
        check("a = b\n", &twice, EditRefused::Overlap(Span::new(3, 5)));
        check("a = é\n", &|e| e.replace(Span::new(5, 6), "x"), EditRefused::Overlap(Span::new(5, 6)));
        for broken in ["a = {\n", "c = }", "\u{3000}x"] {
            let free = edited("a = b\n", |e| e.replace(Span::new(0, 6), broken));
            assert!(matches!(free, Err(EditRefused::Unreadable(_))), "{free:?}");
            let inserted = edited("a = b\n", |e| e.append(broken));
            assert!(matches!(inserted, Err(EditRefused::Unreadable(_))), "{inserted:?}");
        }
        for source in [" {", " a\n    .b = c", " a\nb = c", ""] {
            let refused = edited("a = b\n", |e| e.set_source(0, source));
            assert!(matches!(refused, Err(EditRefused::Unreadable(_))), "{refused:?} for {source:?}");
        }
    }
}
