//! The controlled glossary: concepts, their terms in every locale, and where those stand in a text.

mod acceptance;
mod capitals;
mod compounds;
mod csv;
mod damage;
mod edges;
mod edit;
mod examples;
mod export;
mod grammar_words;
mod han;
mod hygiene;
mod import;
mod inflect;
mod mask;
mod matcher;
mod model;
mod overlap;
mod pattern;
mod phrases;
mod sheet;
mod tbx;
mod verdict;
mod words;

pub use csv::GLOSSARY_FORMAT;
pub use edit::{GlossaryRefused, GlossaryText, NewTerm, add_term, format_glossary, prefer_term};
pub use examples::TERM_EXAMPLE;
pub use export::{write_omegat, write_wide};
pub use import::{Difference, Entry, GLOSSARY_IMPORT, Languages, Merged, merge, read_foreign};
pub use matcher::{Grade, Hit, Matcher};
pub use model::{CasePolicy, Concept, Glossary, MatchPolicy, Term, TermStatus, TermType};
pub use tbx::{TBX, TbxStyle, read_tbx, write_tbx};
pub use verdict::{Judge, Verdict};

use crate::finding::Rule;

/// The rules of this layer.
pub const RULES: &[Rule] = &[
    GLOSSARY_FORMAT,
    TBX,
    GLOSSARY_IMPORT,
    TERM_EXAMPLE,
    damage::TERM_DAMAGE,
    hygiene::TERM_AMBIGUOUS,
    hygiene::TERM_CAPITAL,
    hygiene::TERM_CONTRADICTION,
    hygiene::TERM_COPY,
    hygiene::TERM_FORM,
    hygiene::TERM_PLURAL,
    hygiene::TERM_REASON,
    hygiene::TERM_SCRIPT,
    hygiene::TERM_SHORT,
];
