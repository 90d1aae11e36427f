//! A translation as rules see it: its texts, its place, and how to point at a piece of it.

use crate::catalog::{self, DocumentPlan, SourceUnit, Status, TargetPlan};
use crate::check::parity::Mismatch;
use crate::finding::{Finding, Place, Rule};
use crate::text::Span;

/// A source text and its translation into one locale.
#[derive(Clone, Copy)]
pub(crate) struct Unit<'a> {
    pub(crate) plan: &'a DocumentPlan,
    pub(crate) target: &'a TargetPlan,
    pub(crate) source: &'a SourceUnit,
    pub(crate) translated: &'a catalog::Unit,
    /// What readers see: text, or Fluent source where [`catalog::Unit::is_source`] says so.
    pub(crate) translation: &'a str,
    /// The translator's file.
    pub(crate) file: &'a str,
}

impl<'a> Unit<'a> {
    /// The units of a locale of a document that have a translation, whatever source text it answers, each with the
    /// place of its source among [`DocumentPlan::sources`]. `file` is the text of the translator's file.
    pub(crate) fn of(
        plan: &'a DocumentPlan,
        target: &'a TargetPlan,
        file: &'a str,
    ) -> impl Iterator<Item = (usize, Self)> {
        plan.sources.iter().zip(&target.units).enumerate().filter_map(move |(at, (source, translated))| {
            let translation = translated.translation.as_deref()?;
            Some((at, Self { plan, target, source, translated, translation, file }))
        })
    }

    /// The locale of the translation.
    pub(crate) fn locale(&self) -> &'a str {
        &self.target.locale
    }

    /// Whether the translation is to be held to the source text as it stands. What is wrong with a stale one may be
    /// right for the text that it answers.
    pub(crate) fn answers_the_source(&self) -> bool {
        matches!(self.translated.status, Status::Fresh | Status::Unrecorded)
    }

    /// A finding about the unit, at some bytes of its translation if it is about those.
    pub(crate) fn finding(&self, rule: &Rule, span: Option<Span>, message: impl Into<String>) -> Finding {
        self.finding_in_file(rule, span.and_then(|span| self.in_file(span)), message)
    }

    /// What the translation says otherwise than its source, as a finding.
    pub(crate) fn mismatch(&self, found: Mismatch) -> Finding {
        let Mismatch { rule, severity, span, message } = found;
        Finding { severity, ..self.finding(&rule, span, message) }
    }

    /// A finding about the unit, at some bytes of the translator's file.
    pub(crate) fn finding_in_file(
        &self,
        rule: &Rule,
        span: Option<Span>,
        message: impl Into<String>,
    ) -> Finding {
        let source = Place { path: self.plan.path.clone(), span: self.source.span };
        let finding = Finding::new(rule, span.unwrap_or(self.place()), message).at(&self.target.path);
        let finding =
            finding.in_locale(&self.target.locale).in_document(&self.plan.name).unit(&self.source.id);
        Finding { source: Some(source), ..finding }
    }

    /// Where the text of the translation stands in its file, as it is written there: behind the id, the notes above
    /// left out. `None` where it is not yet a message (typed into a stub that `sync` has not seen).
    pub(crate) fn written(&self) -> Option<Span> {
        let message = self.place();
        let head = format!("{} =", self.source.id);
        let text = message.of(self.file).rfind(&head)? + head.len();
        Some(Span::new(message.start + text, message.end))
    }

    /// Where a piece of the translation stands in the file: the same occurrence of the same bytes. A piece that the
    /// file writes otherwise (escapes, a line break with its indentation) has no place of its own.
    pub(crate) fn in_file(&self, span: Span) -> Option<Span> {
        let piece = span.of(self.translation);
        let before = self.translation.get(..span.start)?.matches(piece).count();
        let written = self.written()?;
        let (at, _) = written.of(self.file).match_indices(piece).nth(before)?;
        let start = written.start + at;
        Some(Span::new(start, start + piece.len()))
    }

    /// The message in the translator's file, with its notes.
    fn place(&self) -> Span {
        self.translated.place.unwrap_or_default()
    }
}
