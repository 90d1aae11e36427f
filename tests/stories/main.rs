//! Stories of the whole tool: a folder, the commands that people run, and what stands in the files afterwards.
//!
//! Wherever a story needs one id with two texts, the id is pinned in the article or the source is hand-written
//! Fluent, so that no story depends on how edited paragraphs are recognised.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![allow(clippy::needless_raw_string_hashes, reason = "snapbox writes them")]
#![allow(clippy::format_collect, clippy::naive_bytecount, reason = "small texts")]
#![allow(clippy::disallowed_methods, reason = "a test plays the people who use an editor and git")]

mod answers;
mod article;
mod bad_input;
mod baseline;
mod carried;
mod concepts;
mod configuration;
mod doses;
mod explained;
mod families;
mod fixes;
mod fluent_rules;
mod fluent_terms;
mod folder;
mod followed;
mod found;
mod four_months;
mod gates;
mod gc;
mod glossary_files;
mod html;
mod impact;
mod init;
mod json;
mod killed;
mod killed_anywhere;
mod ledger;
mod merge;
mod messages;
mod notes;
mod odd;
mod pairs;
mod policy;
mod propagated;
mod proposed;
mod quiet;
mod records;
mod renamed;
mod render;
mod reports;
mod reverted;
mod reviewing;
mod settling;
mod since;
mod staged;
mod stubs;
mod suppressed;
mod terms;
mod texts;
mod tools;
mod typed;
mod verdicts;
