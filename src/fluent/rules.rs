//! The rules of reading and evaluating Fluent files.

use super::lint;
use crate::finding::{Rule, rule};

rule! {
    /// A piece of a Fluent file cannot be read by any program.
    ///
    /// Why: the message that stands there is missing for readers, and others beside it may be, too.
    ///
    /// Example: `dose = Take { $n tablets.` with a brace that is never closed.
    ///
    /// Fix: the message names the place and what to write there. Indent further lines by spaces; write `{"{"}`
    /// for a brace.
    pub(crate) const SYNTAX: "syntax", Error;
}

rule! {
    /// A file or a Fluent entry is too large or too deep to be read safely.
    ///
    /// Why: such a file would fill the memory or stop the program of whoever reads it.
    ///
    /// Example: a hundred braces one inside the other, a file that a tool wrote without end.
    ///
    /// Fix: split the file, or write the message in a simpler way.
    pub(crate) const FLUENT_LIMIT: "fluent-limit", Error;
}

rule! {
    /// A carriage return of a Fluent file ends no line.
    ///
    /// Why: editors show two lines where programs read one, and the text of a message runs into the next.
    ///
    /// Example: a file with the line ends of old Macintosh programs.
    ///
    /// Fix: save the file with the line ends LF or CRLF. A carriage return that is meant is `{"\u000D"}`.
    pub(crate) const CARRIAGE_RETURN: "carriage-return", Warning;
}

rule! {
    /// An id stands twice in one Fluent file.
    ///
    /// Why: programs take the first, so whoever mends the second sees no change.
    ///
    /// Example: `dose = 10 mg` and, further down, `dose = 20 mg`.
    ///
    /// Fix: delete one, or give it the id that it was meant to have.
    pub(crate) const DUPLICATE_ID: "duplicate-id", Error;
}

rule! {
    /// An attribute stands twice in one message.
    ///
    /// Why: programs take one of the two, and not all take the same.
    ///
    /// Example: two lines `.title = …` below one message.
    ///
    /// Fix: delete one, or correct its name.
    pub(crate) const DUPLICATE_ATTRIBUTE: "duplicate-attribute", Error;
}

rule! {
    /// A message of a source file has no text, and programs do not find it.
    ///
    /// Why: the program shows the id instead, in every language.
    ///
    /// Example: `save =` with nothing behind it and no attributes.
    ///
    /// Fix: write the text, or delete the message. A text that is empty on purpose is `{""}`.
    pub(crate) const EMPTY_MESSAGE: "empty-message", Warning;
}

rule! {
    /// A value refers to something that is not there, or to itself.
    ///
    /// Why: the reader sees the name in braces instead of a text.
    ///
    /// Example: `intro = About { -brand }` where no `-brand` is defined.
    ///
    /// Fix: correct the name, or define what it refers to.
    pub(crate) const UNRESOLVED: "unresolved-reference", Error;
}

rule! {
    /// References lead in a circle.
    ///
    /// Why: none of the texts can be put together, and readers see names in braces.
    ///
    /// Example: `a = See { b }` and `b = See { a }`.
    ///
    /// Fix: write one of them out.
    pub(crate) const REFERENCE_CYCLE: "reference-cycle", Error;
}

/// The rules of this layer.
pub fn rules() -> Vec<Rule> {
    let reading = [SYNTAX, FLUENT_LIMIT, CARRIAGE_RETURN, DUPLICATE_ID, DUPLICATE_ATTRIBUTE, EMPTY_MESSAGE];
    [&reading[..], &[UNRESOLVED, REFERENCE_CYCLE], lint::RULES].concat()
}
