//! Fluent files (`.ftl`): read without loss, edited by splicing bytes, and their values written and evaluated.
//!
//! The parser is that of fluent-syntax; its serializer is not used, for it reformats files and breaks some valid
//! messages. "The specification" in this module is Project Fluent's Syntax 1.0 with its EBNF.

mod chunks;
mod convert;
mod entry;
mod hints;
mod normal;
mod pattern;
mod resource;
mod write;

pub use entry::{Attribute, Comment, Entry, Junk, Message, comment_lines};
pub use pattern::{
    Arguments, Element, Expression, Inline, Pattern, Placeable, Reference, ReferenceKind, Variant,
};
pub use resource::Resource;
pub use write::{INDENT, is_id, write_attribute, write_message, write_source, write_value};

use crate::finding::{Rule, Severity};

/// The rules of this layer.
pub const RULES: &[Rule] = &[SYNTAX, FLUENT_LIMIT, DUPLICATE_ID, DUPLICATE_ATTRIBUTE];

const SYNTAX: Rule = Rule {
    name: "syntax",
    severity: Severity::Error,
    summary: "A piece of a Fluent file that no program can read",
};

const FLUENT_LIMIT: Rule = Rule {
    name: "fluent-limit",
    severity: Severity::Error,
    summary: "A Fluent entry too large or too deep to be read safely",
};

const DUPLICATE_ID: Rule = Rule {
    name: "duplicate-id",
    severity: Severity::Error,
    summary: "An id that stands twice in one Fluent file",
};

const DUPLICATE_ATTRIBUTE: Rule = Rule {
    name: "duplicate-attribute",
    severity: Severity::Error,
    summary: "An attribute that stands twice in one message",
};
