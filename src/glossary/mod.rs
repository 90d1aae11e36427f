//! The controlled glossary: concepts, and their terms in every locale.

mod csv;

pub use csv::{GLOSSARY_FORMAT, Glossary, Term, TermStatus};

use crate::finding::Rule;

/// The rules of this layer.
pub const RULES: &[Rule] = &[GLOSSARY_FORMAT];
