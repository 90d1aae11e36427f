//! What a text and its translation must have in common: numbers, units, comparators, denials. One comparison, four
//! rules.

mod comparators;
mod denials;
mod fractions;
mod numbers;
mod stated;
mod times;
mod units;

pub use stated::Stated;

use crate::check::unit::Unit;
use crate::finding::{Finding, Rule, Severity};
use crate::text::Span;
use stated::Amount;

/// Something that a translation says otherwise than its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The rule it comes from.
    pub rule: Rule,
    /// How much it matters: a number with a unit may be a dose.
    pub severity: Severity,
    /// Bytes of the translation that say it; none if it is something that the translation does not say.
    pub span: Option<Span>,
    /// What is wrong and what to do.
    pub message: String,
}

/// What a translation says otherwise than its source.
///
/// ```
/// use yakugo::check::{Stated, mismatches};
/// let source = Stated::new("濃度は10 ng/mL以上である。", "ja");
/// let of = |text: &str| mismatches(&source, &Stated::new(text, "en")).iter().map(|m| m.rule.name).collect::<Vec<_>>();
/// assert_eq!(of("The concentration is at least 10 ng/mL."), Vec::<&str>::new());
/// assert_eq!(of("The concentration is at least 100 ng/mL."), ["number-mismatch"]);
/// assert_eq!(of("The concentration is at most 10 ng/mL."), ["comparator-mismatch"]);
/// ```
pub fn mismatches(source: &Stated<'_>, translation: &Stated<'_>) -> Vec<Mismatch> {
    let mut found = numbers::compare(source, translation);
    found.extend(units::compare(source, translation));
    found.extend(comparators::compare(source, translation));
    found.extend(denials::compare(source, translation));
    found
}

/// The findings of the four rules about a unit.
pub(super) fn check(unit: &Unit<'_>, source: &Stated<'_>) -> Vec<Finding> {
    if !unit.answers_the_source() {
        return Vec::new();
    }
    let found = mismatches(source, &Stated::new(unit.translation, unit.locale()));
    found.into_iter().map(|found| unit.mismatch(found)).collect()
}

/// A number with a unit may be a dose; a count is none.
fn severity(amounts: &[&Amount]) -> Severity {
    let measured = amounts.iter().any(|amount| amount.measure.is_some() || amount.unit == "U");
    if measured { Severity::Error } else { Severity::Warning }
}

#[cfg(test)]
mod tests;
