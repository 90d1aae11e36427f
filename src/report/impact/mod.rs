//! What a changed glossary does to the translations, for editors and for programs: one file a form.

mod csv;
mod html;
mod jsonl;
mod markdown;
mod text;

pub use csv::csv;
pub use html::html;
pub use jsonl::jsonl;
pub use markdown::markdown;
pub use text::text;

use std::collections::BTreeSet;

use crate::check::{Affected, Impact};
use crate::glossary::Overwritten;
use crate::report::Texts;
use crate::text::Span;

/// A comparison of two glossaries.
#[derive(Clone, Copy)]
pub struct Compared<'a> {
    /// What the glossary was compared with: a commit, or a file.
    pub base: &'a str,
    /// The locale of the documents.
    pub source_locale: &'a str,
    /// The units that are judged differently.
    pub impact: &'a Impact,
    /// The preferred terms whose cells were overwritten.
    pub overwritten: &'a [Overwritten<'a>],
    /// What was mended; none if nobody asked for it.
    pub mended: Option<usize>,
    /// The texts that the findings point into.
    pub texts: &'a Texts<'a>,
}

/// The units of one locale.
struct OfLocale<'a> {
    locale: &'a str,
    wrong: Vec<&'a Affected>,
    right: Vec<&'a Affected>,
}

impl<'a> Compared<'a> {
    /// The units by locale, sorted; the source locale first, whose words stand in the documents themselves.
    fn by_locale(&self) -> Vec<OfLocale<'a>> {
        let Impact { wrong, right } = self.impact;
        let locale_of = |it: &'a Affected| it.finding.locale.as_deref().unwrap_or(self.source_locale);
        let locales: BTreeSet<(bool, &str)> =
            wrong.iter().chain(right).map(|it| (it.finding.locale.is_some(), locale_of(it))).collect();
        let of =
            |locale: &str, all: &'a [Affected]| all.iter().filter(|it| locale_of(it) == locale).collect();
        locales
            .into_iter()
            .map(|(_, locale)| OfLocale { locale, wrong: of(locale, wrong), right: of(locale, right) })
            .collect()
    }

    /// Path and line of what a judgement is about.
    fn place(&self, affected: &Affected) -> (String, usize) {
        let place = &affected.finding.place;
        (place.path.clone(), self.texts.positions(place).0.line)
    }
}

impl OfLocale<'_> {
    /// `3 texts are no longer right, 1 became right`.
    fn counted(&self) -> String {
        let texts = |all: &[&Affected]| {
            let units: BTreeSet<_> = all.iter().map(|it| (&it.finding.document, &it.finding.id)).collect();
            units.len()
        };
        let wrong = match texts(&self.wrong) {
            1 => "1 text is no longer right".to_owned(),
            count => format!("{count} texts are no longer right"),
        };
        match texts(&self.right) {
            0 => wrong,
            count => format!("{wrong}, {count} became right"),
        }
    }
}

/// Whether `--fix` puts another word there.
fn is_certain(affected: &Affected) -> bool {
    affected.finding.fixes.iter().any(|fix| fix.safe)
}

/// What was overwritten, in one sentence.
fn overwriting(Overwritten { old, new }: &Overwritten<'_>) -> String {
    let path = &new.place.path;
    format!(
        "the preferred term `{}` of {} in {} was overwritten with `{}` ({path})",
        old.text, new.concept, new.locale, new.text
    )
}

/// A text with one piece of it between marks; what stands outside and inside is escaped.
fn marked(text: &str, span: Option<Span>, marks: [&str; 2], escaped: impl Fn(&str) -> String) -> String {
    let parts = span.and_then(|span| {
        let (before, after) = (text.get(..span.start)?, text.get(span.end..)?);
        Some((before, span.of(text), after)).filter(|(_, piece, _)| !piece.is_empty())
    });
    let [open, close] = marks;
    match parts {
        Some((before, piece, after)) => {
            format!("{}{open}{}{close}{}", escaped(before), escaped(piece), escaped(after))
        }
        None => escaped(text),
    }
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
