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
mod lint;
mod normal;
mod pattern;
mod resource;
mod rules;
mod scope;
mod splice;
mod verify;
mod write;

pub use bundle::Bundle;
pub(crate) use chunks::MAX_BYTES;
pub use edit::{EditRefused, Edits};
pub use entry::{Attribute, Comment, Entry, Junk, Message, comment_lines};
pub use extract::extract;
pub use format::formatted;
pub use lint::{Plurals, Role, lint};
pub use pattern::{
    Arguments, Element, Expression, Inline, Pattern, Placeable, Reference, ReferenceKind, Variant,
};
pub use resource::Resource;
pub use rules::rules;
pub(crate) use rules::{DUPLICATE_ID, FLUENT_LIMIT};
pub use scope::Scope;
pub use write::{INDENT, is_id, write_attribute, write_message, write_source, write_value};
