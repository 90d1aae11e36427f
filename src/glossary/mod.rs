//! The controlled glossary: concepts, their terms in every locale, and where those stand in a text.

mod acceptance;
mod capitals;
mod compounds;
mod csv;
mod damage;
mod edges;
mod edit;
mod examples;
mod grammar_words;
mod han;
mod hygiene;
mod inflect;
mod mask;
mod matcher;
mod model;
mod overlap;
mod pattern;
mod phrases;
mod rules;
mod sheet;
mod verdict;
mod words;

pub use edit::{GlossaryRefused, GlossaryText, NewTerm, add_term, format_glossary, prefer_term};
pub use matcher::{Grade, Hit, Matcher};
pub use model::{CasePolicy, Concept, Glossary, MatchPolicy, Term, TermStatus, TermType};
pub use rules::{GLOSSARY_FORMAT, RULES, TERM_EXAMPLE};
pub use verdict::{Judge, Verdict};
