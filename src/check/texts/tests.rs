//! One table for all rules of this module.

use super::{TextPair, slips};
use crate::document::{Format, Kind};
use crate::glossary::Glossary;

/// Source, translation, and the pieces of the translation that the rule finds.
type Row<'a> = (&'a str, &'a str, &'a [&'a str]);

pub(super) fn check(rule: &str, from: &str, to: &str, rows: &[Row<'_>]) {
    for (source, translation, expected) in rows {
        let glossary = Glossary::default();
        let (kind, format) = (Kind::Paragraph, Some(Format::Markdown));
        let pair = TextPair { source, translation, from, to, kind, format, glossary: &glossary };
        let found = slips(&pair);
        let found = found.iter().filter(|finding| finding.rule == rule);
        let pieces: Vec<&str> = found.map(|finding| finding.place.span.of(translation)).collect();
        assert_eq!(pieces, *expected, "{translation}");
    }
}
