//! `source-term`: a word in the source that the glossary has given up or forbids.

use std::collections::HashSet;

use crate::catalog::{DocumentPlan, SourceUnit};
use crate::check::terms::unwanted;
use crate::finding::{Finding, Severity, rule};
use crate::glossary::{Glossary, Hit, Matcher, Term, TermStatus};
use crate::text::Span;

rule! {
    /// A source text has a word that the glossary forbids in its own language, or (a note) has given up.
    ///
    /// Why: every translator has to guess what is meant, and readers of the source take it for another thing.
    ///
    /// Example: 上澄み in an article where the glossary has given it up for 培養上清液.
    ///
    /// Fix: use a term that the message names, in the document itself, and run `yakugo sync`.
    pub const SOURCE_TERM: "source-term", Warning;
}

/// What is wrong with the words of a document; `text` is the document's.
pub(super) fn check(
    plan: &DocumentPlan,
    text: &str,
    glossary: &Glossary,
    matcher: &Matcher<'_>,
) -> Vec<Finding> {
    found(plan, text, glossary, matcher).map(|(_, _, finding)| finding).collect()
}

/// The same with the source text that has the word, and where.
pub(super) fn found<'a, 'g>(
    plan: &'a DocumentPlan,
    text: &'a str,
    glossary: &'a Glossary,
    matcher: &'a Matcher<'g>,
) -> impl Iterator<Item = (&'a SourceUnit, Hit<'g>, Finding)> {
    plan.sources.iter().flat_map(move |source| {
        let hits = matcher.find(&source.text);
        // The same word may be right for another concept, and nobody can tell which is meant.
        let right: HashSet<Span> =
            hits.iter().filter(|hit| !is_unwanted(hit.term)).map(|hit| hit.span).collect();
        hits.into_iter().filter(move |hit| is_unwanted(hit.term) && !right.contains(&hit.span)).map(
            move |hit| {
                let span = in_document(&source.text, &hit, source.span, text).unwrap_or(source.span);
                let finding = finding(&hit, &source.text, span, glossary);
                (source, hit, finding.at(&plan.path).in_document(&plan.name).unit(&source.id))
            },
        )
    })
}

fn is_unwanted(term: &Term) -> bool {
    matches!(term.status, TermStatus::Forbidden | TermStatus::Deprecated)
}

/// Where the document writes a word of a source text: the same occurrence of the same bytes.
fn in_document(text: &str, hit: &Hit<'_>, span: Span, document: &str) -> Option<Span> {
    let word = hit.span.of(text);
    let before = text.get(..hit.span.start)?.matches(word).count();
    let (at, _) = span.of(document).match_indices(word).nth(before)?;
    Some(Span::new(span.start + at, span.start + at + word.len()))
}

fn finding(hit: &Hit<'_>, text: &str, span: Span, glossary: &Glossary) -> Finding {
    let (what, severity) = match hit.term.status {
        TermStatus::Deprecated => ("deprecated", Severity::Note),
        _ => ("forbidden", SOURCE_TERM.severity),
    };
    let of_concept = glossary.in_locale(&hit.term.locale).filter(|term| term.concept == hit.term.concept);
    let expected: Vec<&Term> = of_concept.filter(|term| !is_unwanted(term)).collect();
    let message = unwanted(hit.span.of(text), hit.term, &expected, what);
    Finding { severity, ..Finding::new(&SOURCE_TERM, span, message) }
}
