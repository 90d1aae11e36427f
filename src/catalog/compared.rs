//! What lies between the source texts of a document.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::carry::{Change, Classifier};
use crate::document::Kind;

/// Compares source texts, each pair once: every locale asks for the same ones, several times over.
pub(crate) struct Compared<'a, 'g> {
    classifier: &'a Classifier<'g>,
    known: Mutex<HashMap<(Kind, String, String), Change>>,
}

impl<'a, 'g> Compared<'a, 'g> {
    pub(crate) fn new(classifier: &'a Classifier<'g>) -> Self {
        Self { classifier, known: Mutex::default() }
    }

    /// What kind of change lies between two source texts of a segment.
    pub(crate) fn change(&self, kind: Kind, old: &str, new: &str) -> Change {
        let pair = (kind, old.to_owned(), new.to_owned());
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(change) = known().get(&pair) {
            return change.clone();
        }
        let change = self.classifier.classify(kind, old, new);
        known().insert(pair, change.clone());
        change
    }
}
