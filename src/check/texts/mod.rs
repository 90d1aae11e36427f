//! How a translation looks beside its source: its punctuation and blanks, its marks, what was left untranslated, and
//! what a line from right to left makes of it. Articles and messages written by hand go the same way: each value is read
//! once for every variant, with its placeables closed.

mod bidi_unsafe;
mod identical_to_source;
mod inconsistent_translation;
mod languages;
mod markup_mismatch;
mod punctuation;
mod reading;
mod seen;
#[cfg(test)]
mod tests;
mod untranslated_run;
mod whitespace;

pub(super) use inconsistent_translation::check as inconsistent;

use crate::catalog::{Origin, SourceUnit, Status};
use crate::check::messages::{self, File};
use crate::document::{Format, Kind};
use crate::finding::{Edit, Finding, Fix, Place, Rule};
use crate::fluent::{Message, Pattern};
use crate::glossary::Glossary;
use crate::text::Span;
use reading::{Reading, readings};
use seen::Seen;

/// The rules of this module.
pub(super) const RULES: &[Rule] = &[
    bidi_unsafe::BIDI_UNSAFE,
    identical_to_source::IDENTICAL_TO_SOURCE,
    inconsistent_translation::INCONSISTENT_TRANSLATION,
    markup_mismatch::MARKUP_MISMATCH,
    punctuation::PUNCTUATION,
    untranslated_run::UNTRANSLATED_RUN,
    whitespace::WHITESPACE,
];

const OF_TEXTS: &[fn(&Beside<'_>) -> Vec<Finding>] = &[
    bidi_unsafe::check,
    identical_to_source::check,
    markup_mismatch::check,
    punctuation::check,
    untranslated_run::check,
    whitespace::check,
];

/// A text and a translation of it, as their readers see them.
#[derive(Clone, Copy, Debug)]
pub struct TextPair<'a> {
    /// The source text.
    pub source: &'a str,
    /// The translation.
    pub translation: &'a str,
    /// The locale of the source.
    pub from: &'a str,
    /// The locale of the translation.
    pub to: &'a str,
    /// What it is in its document.
    pub kind: Kind,
    /// The format of its document; none for a message written by hand.
    pub format: Option<Format>,
    /// Names that stand untranslated.
    pub glossary: &'a Glossary,
}

/// What looks wrong in a translation. The places of the findings and of their fixes are bytes of the translation; what
/// has no place of its own is about all of it.
///
/// ```
/// use yakugo::{check::{TextPair, slips}, document::{Format, Kind}, glossary::Glossary};
/// let pair = TextPair {
///     source: "使用前に**よく**振ってください。",
///     translation: "Shake  well before use。",
///     from: "ja",
///     to: "en",
///     kind: Kind::Paragraph,
///     format: Some(Format::Markdown),
///     glossary: &Glossary::default(),
/// };
/// let rules: Vec<&str> = slips(&pair).iter().map(|finding| finding.rule).collect();
/// assert_eq!(rules, ["markup-mismatch", "punctuation", "whitespace"]);
/// ```
pub fn slips(pair: &TextPair<'_>) -> Vec<Finding> {
    let beside = Beside { pair, source: Seen::new(pair.source), target: Seen::new(pair.translation) };
    OF_TEXTS.iter().flat_map(|check| check(&beside)).collect()
}

/// A pair with its texts as readers see them.
struct Beside<'a> {
    pair: &'a TextPair<'a>,
    source: Seen,
    target: Seen,
}

impl Beside<'_> {
    /// Whether it is a message or an attribute that a program shows, and no running text.
    fn is_label(&self) -> bool {
        matches!(self.pair.kind, Kind::Message | Kind::Attribute)
    }

    /// A finding about the whole translation.
    fn about_all(&self, rule: &Rule, message: impl Into<String>) -> Finding {
        Finding::new(rule, Span::new(0, self.pair.translation.len()), message)
    }
}

/// A fix that puts a text in the place of some bytes.
fn replaced(span: Span, text: impl Into<String>, safe: bool) -> Fix {
    Fix { safe, edits: vec![Edit { span, text: text.into() }] }
}

/// What looks wrong in the translations of a file.
pub(super) fn of_file(file: &File<'_>, glossary: &Glossary, from: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (source, unit) in file.plan.sources.iter().zip(&file.target.units) {
        let is_held = matches!(unit.status, Status::Fresh | Status::Unrecorded);
        // A copy of the source is missing, or somebody has said that it stays.
        let is_copy = unit.translation.as_deref().is_some_and(|text| text.trim() == source.text.trim());
        let Some(message) = file.resource.message(&source.id).filter(|_| is_held && !is_copy) else {
            continue;
        };
        let known = findings.len();
        for (originals, value, kind) in values(file, source, message) {
            let trailing = whitespace::behind(value, file.resource.text());
            let found = of_value(file, &originals, value, kind, glossary, from);
            for found in found.into_iter().chain(trailing) {
                let place = Place { path: file.plan.path.clone(), span: source.span };
                let found = Finding { source: Some(place), ..found.unit(&source.id) };
                if !findings.get(known..).is_some_and(|known: &[Finding]| known.contains(&found)) {
                    findings.push(found);
                }
            }
        }
    }
    findings
}

/// The values of a translation, each with the readings of its source.
fn values<'a>(
    file: &File<'a>,
    source: &SourceUnit,
    message: &'a Message,
) -> Vec<(Vec<Reading>, &'a Pattern, Kind)> {
    let Some(resource) = file.source else {
        let original = Reading::of_text(&source.text);
        return message.value.iter().map(|value| (vec![original.clone()], value, source.kind)).collect();
    };
    let Some(original) = resource.message(&source.id) else { return Vec::new() };
    let read = |pattern: &Pattern| readings(pattern, resource.text());
    messages::both(original, message)
        .map(|(original, value)| {
            let is_value = message.value.as_ref().is_some_and(|own| std::ptr::eq(own, value));
            (read(original), value, if is_value { Kind::Message } else { Kind::Attribute })
        })
        .collect()
}

fn of_value(
    file: &File<'_>,
    originals: &[Reading],
    value: &Pattern,
    kind: Kind,
    glossary: &Glossary,
    from: &str,
) -> Vec<Finding> {
    let format = match file.plan.origin {
        Origin::Article(format) => Some(format),
        Origin::Fluent => None,
    };
    let mut findings = Vec::new();
    for reading in readings(value, file.resource.text()) {
        let original = originals.iter().find(|original| original.keys == reading.keys).or(originals.first());
        let Some(original) = original else { continue };
        let pair = TextPair {
            source: &original.text,
            translation: &reading.text,
            from,
            to: &file.target.locale,
            kind,
            format,
            glossary,
        };
        findings.extend(slips(&pair).into_iter().map(|found| placed(found, &reading, value)));
    }
    findings
}

/// The finding with its place and its fixes in the file.
fn placed(mut found: Finding, reading: &Reading, value: &Pattern) -> Finding {
    let of_edit = |edit: &Edit| {
        let (span, is_same) = reading.place(edit.span)?;
        is_same.then(|| Edit { span, text: edit.text.clone() })
    };
    let of_fix = |fix: &Fix| {
        let edits: Option<Vec<Edit>> = fix.edits.iter().map(of_edit).collect();
        Some(Fix { safe: fix.safe, edits: edits? })
    };
    found.fixes = found.fixes.iter().filter_map(of_fix).collect();
    found.place.span = reading.place(found.place.span).map_or(value.span, |(span, _)| span);
    found
}
