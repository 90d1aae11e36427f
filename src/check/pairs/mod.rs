//! Pairs of a text and its translation outside of any project: what the rules say that need nothing else.

mod jsonl;
mod tmx;
mod tsv;

pub use jsonl::pair as jsonl_pair;
pub use tmx::Tmx;
pub use tsv::Columns as TsvColumns;

use crate::check::parity::{Mismatch, Stated, mismatches};
use crate::check::terms;
use crate::finding::{Severity, rule};
use crate::glossary::{Glossary, Judge};
use crate::text::Span;

rule! {
    /// A line of a bitext, or a unit of a TMX file, is no pair of texts.
    ///
    /// Why: what cannot be read is not checked, and nobody should take it for right.
    ///
    /// Example: line 1,204 of a file of JSON lines ends in the middle of a text.
    ///
    /// Fix: correct the line that the message names, or take it out; all others were checked.
    pub const PAIR_FORMAT: "pair-format", Error;
}

/// A text and its translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// What its file calls it; empty if it has no name.
    pub id: String,
    /// The text.
    pub source: String,
    /// The translation.
    pub target: String,
}

/// Which text of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The text that was translated.
    Source,
    /// The translation.
    Target,
}

impl Side {
    /// The word used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Target => "target",
        }
    }
}

/// What a rule says of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairFinding {
    /// The rule's name.
    pub rule: &'static str,
    /// How much it matters here.
    pub severity: Severity,
    /// What is wrong and what to do.
    pub message: String,
    /// The concept of the glossary that it is about, if it is about one.
    pub concept: Option<String>,
    /// Bytes of one of the texts, where it is about those.
    pub place: Option<(Side, Span)>,
}

impl PairFinding {
    /// A line that is no pair.
    pub fn broken(message: impl Into<String>) -> Self {
        let (rule, severity) = (PAIR_FORMAT.name, PAIR_FORMAT.severity);
        Self { rule, severity, message: message.into(), concept: None, place: None }
    }

    fn of(mismatch: Mismatch, concept: Option<String>, source: Option<Span>) -> Self {
        let Mismatch { rule, severity, span, message } = mismatch;
        let place = span.map(|span| (Side::Target, span)).or(source.map(|span| (Side::Source, span)));
        Self { rule: rule.name, severity, message, concept, place }
    }
}

/// The rules for pairs of one language and another: those of the glossary, and what texts must have in common (numbers,
/// units, comparators, denials).
///
/// ```
/// use yakugo::check::{Pair, PairJudge};
/// use yakugo::glossary::Glossary;
/// let mut glossary = Glossary::default();
/// glossary.read("a.csv", "concept,locale,term,status\ncell,en,cell,preferred\ncell,fr,cellule,preferred\n");
/// let judge = PairJudge::new(&glossary, "en", "fr");
/// let pair = Pair { id: String::new(), source: "A cell of 10 µm.".into(), target: "Un tissu de 100 µm.".into() };
/// let rules: Vec<&str> = judge.judge(&pair).iter().map(|finding| finding.rule).collect();
/// assert_eq!(rules, ["term-missing", "number-mismatch"]);
/// ```
pub struct PairJudge<'g> {
    terms: Judge<'g>,
    from: &'g str,
    to: &'g str,
}

impl<'g> PairJudge<'g> {
    /// For texts of the locale `from` translated into `to`.
    pub fn new(glossary: &'g Glossary, from: &'g str, to: &'g str) -> Self {
        Self { terms: Judge::new(glossary, from, to), from, to }
    }

    /// What is wrong with a pair.
    pub fn judge(&self, pair: &Pair) -> Vec<PairFinding> {
        let Pair { source, target, .. } = pair;
        let of_terms = self.terms.judge(source, target).into_iter().map(|verdict| {
            // What is missing has its place in the source.
            let place = verdict.source().filter(|_| verdict.span().is_none()).map(|hit| hit.span);
            let mismatch = terms::mismatch(&verdict, source, target);
            PairFinding::of(mismatch, Some(verdict.concept().to_owned()), place)
        });
        let of_parity = mismatches(&Stated::new(source, self.from), &Stated::new(target, self.to));
        of_terms.chain(of_parity.into_iter().map(|found| PairFinding::of(found, None, None))).collect()
    }
}
