//! yakugo keeps translations true to their source.

pub mod carry;
pub mod catalog;
pub mod check;
pub mod cli;
pub mod document;
pub mod finding;
pub mod fluent;
pub mod glossary;
pub mod project;
pub mod report;
pub mod text;
