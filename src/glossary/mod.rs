//! The controlled glossary: concepts, their terms in every locale, and where those stand in a text.

mod capitals;
mod csv;
mod edges;
mod grammar_words;
mod inflect;
mod mask;
mod matcher;
mod model;
mod overlap;
mod pattern;
mod phrases;
mod words;

pub use csv::GLOSSARY_FORMAT;
pub use matcher::{Grade, Hit, Matcher};
pub use model::{CasePolicy, Glossary, MatchPolicy, Term, TermStatus, TermType};

use crate::finding::Rule;

/// The rules of this layer.
pub const RULES: &[Rule] = &[GLOSSARY_FORMAT];
