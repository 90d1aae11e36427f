//! Fluent files (`.ftl`): read without loss, edited by splicing bytes, and their values written and evaluated.
//!
//! The parser is that of fluent-syntax; its serializer is not used, for it reformats files and breaks some valid
//! messages. "The specification" in this module is Project Fluent's Syntax 1.0 with its EBNF.

mod bundle;
mod chunks;
mod convert;
mod edit;
mod entry;
mod extract;
mod format;
mod hints;
mod normal;
mod pattern;
mod resource;
mod splice;
mod verify;
mod write;

pub use bundle::Bundle;
pub(crate) use chunks::MAX_BYTES;
pub use edit::{EditRefused, Edits};
pub use entry::{Attribute, Comment, Entry, Junk, Message, comment_lines};
pub use extract::extract;
pub use format::formatted;
pub use pattern::{
    Arguments, Element, Expression, Inline, Pattern, Placeable, Reference, ReferenceKind, Variant,
};
pub use resource::Resource;
pub use write::{INDENT, is_id, write_attribute, write_message, write_source, write_value};

use crate::finding::{Rule, Severity};

/// The rules of this layer.
pub const RULES: &[Rule] =
    &[SYNTAX, FLUENT_LIMIT, CARRIAGE_RETURN, DUPLICATE_ID, DUPLICATE_ATTRIBUTE, EMPTY_MESSAGE, UNRESOLVED];

const SYNTAX: Rule = Rule {
    name: "syntax",
    severity: Severity::Error,
    summary: "A piece of a Fluent file that no program can read",
};

pub(crate) const FLUENT_LIMIT: Rule = Rule {
    name: "fluent-limit",
    severity: Severity::Error,
    summary: "A Fluent entry too large or too deep to be read safely",
};

const CARRIAGE_RETURN: Rule = Rule {
    name: "carriage-return",
    severity: Severity::Warning,
    summary: "A carriage return that ends no line of a Fluent file",
};

pub(crate) const DUPLICATE_ID: Rule = Rule {
    name: "duplicate-id",
    severity: Severity::Error,
    summary: "An id that stands twice in one Fluent file",
};

const DUPLICATE_ATTRIBUTE: Rule = Rule {
    name: "duplicate-attribute",
    severity: Severity::Error,
    summary: "An attribute that stands twice in one message",
};

const EMPTY_MESSAGE: Rule = Rule {
    name: "empty-message",
    severity: Severity::Warning,
    summary: "A message of a source file without a text, which programs do not find",
};

const UNRESOLVED: Rule = Rule {
    name: "unresolved-reference",
    severity: Severity::Error,
    summary: "A value that refers to something that is not there, or to itself",
};
