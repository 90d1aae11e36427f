//! The attic: translations whose segment is gone, as real messages sorted by id, until it comes back.

use std::collections::BTreeMap;

use crate::catalog::target::{Target, Values};
use crate::finding::Finding;

const HEADER: &str = "### Translations whose source text is gone. They return when it does.\n";

/// The messages of an attic file with their comments, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Attic {
    messages: BTreeMap<String, String>,
}

impl Attic {
    /// Reads an attic; where it cannot be read, it must not be written.
    pub(crate) fn read(text: &str, values: Values) -> (Self, Vec<Finding>) {
        let target = Target::read(text, values, &|_| true);
        let messages = target
            .blocks
            .iter()
            .map(|block| (block.id.clone(), target.of(block.span).replace("\r\n", "\n")))
            .collect();
        (Self { messages }, target.broken)
    }

    pub(crate) fn to_text(&self) -> String {
        let mut out = HEADER.to_owned();
        for message in self.messages.values() {
            out.push('\n');
            out.push_str(message);
            out.push('\n');
        }
        out
    }

    pub(crate) fn get(&self, id: &str) -> Option<&str> {
        self.messages.get(id).map(String::as_str)
    }

    pub(crate) fn insert(&mut self, id: &str, message: String) {
        self.messages.insert(id.to_owned(), message);
    }

    pub(crate) fn remove(&mut self, id: &str) {
        self.messages.remove(id);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }
}
