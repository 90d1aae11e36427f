//! `term-count`: a concept that is named less often than in the source.

use crate::check::unit::Unit;
use crate::finding::{Finding, rule};
use crate::glossary::Fewer;

rule! {
    /// A translation names a concept of the glossary less often than its source does.
    ///
    /// Why: one of the places may have another word, which a reader takes for another thing.
    ///
    /// Example: the source says エクソソーム three times, the translation "exosome" once and "vesicle" twice.
    ///
    /// Fix: look whether each place is named or has a pronoun. Nothing is to be done where it has one; `occurrences` under
    /// `[check]` in yakugo.toml asks for more, and `term-count = "off"` under `[rules]` for less.
    pub const TERM_COUNT: "term-count", Note;
}

pub(super) fn finding(unit: &Unit<'_>, fewer: &Fewer<'_>) -> Finding {
    let message = format!("{}: look whether another word stands for it somewhere", counts(unit, fewer));
    unit.finding(&TERM_COUNT, None, message)
}

/// How often a concept is named on both sides.
pub(super) fn counts(unit: &Unit<'_>, fewer: &Fewer<'_>) -> String {
    let times = |count: usize| match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    };
    let first = fewer.uses.first();
    let word = first.map_or("", |hit| hit.span.of(&unit.source.text));
    let concept = first.map_or("", |hit| hit.term.concept.as_str());
    let (uses, renderings) = (times(fewer.uses.len()), times(fewer.renderings));
    format!("the source names `{word}` {uses}, the translation {renderings} (concept {concept})")
}
