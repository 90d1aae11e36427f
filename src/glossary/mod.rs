//! The controlled glossary: concepts, their terms in every locale, and where those stand in a text.

mod acceptance;
mod capitals;
mod characters;
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
mod lists;
mod mask;
mod matcher;
mod model;
mod overlap;
mod pattern;
mod phrases;
mod rules;
mod sheet;
mod tbx;
mod verdict;
mod words;

pub use edit::{GlossaryRefused, GlossaryText, NewTerm, add_term, format_glossary, prefer_term};
pub use export::{write_omegat, write_wide};
pub use import::{Difference, Entry, Languages, Merged, merge, read_foreign};
pub use matcher::{Grade, Hit, Matcher};
pub use model::{CasePolicy, Concept, Glossary, MatchPolicy, Term, TermStatus, TermType};
pub use rules::{GLOSSARY_FORMAT, RULES, TERM_EXAMPLE};
pub use tbx::{TbxStyle, read_tbx, write_tbx};
pub use verdict::{Judge, Verdict};
