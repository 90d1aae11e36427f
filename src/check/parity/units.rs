//! The same number with another unit.

use super::stated::{Amount, Stated};
use super::{Mismatch, severity};
use crate::check::unit_mismatch::UNIT_MISMATCH;

pub(super) fn compare(source: &Stated<'_>, translation: &Stated<'_>) -> Vec<Mismatch> {
    let of_source = source.amounts().iter();
    of_source.filter_map(|amount| other_unit(source, amount, translation)).collect()
}

/// A number of the translation with this value whose unit the source has nowhere, if the right one stands nowhere.
fn other_unit(source: &Stated<'_>, amount: &Amount, translation: &Stated<'_>) -> Option<Mismatch> {
    amount.measure?;
    let same: Vec<&Amount> =
        translation.amounts().iter().filter(|other| other.has_value_of(amount)).collect();
    if same.iter().any(|other| agree(amount, other)) {
        return None;
    }
    let foreign =
        |other: &&Amount| source.amounts().iter().all(|own| !own.has_value_of(other) || !agree(own, other));
    let mut foreign = same.into_iter().filter(foreign);
    let other = foreign.next()?;
    let span = foreign.next().is_none().then_some(other.span);
    let (said, says) = (amount.span.of(source.text), other.span.of(translation.text));
    Some(Mismatch {
        rule: UNIT_MISMATCH,
        severity: severity(&[amount, other]),
        span,
        message: format!("the source says `{said}`, the translation `{says}`: correct the unit"),
    })
}

/// Whether two amounts of one value may be the same: a unit that is not known, or not said, may be any.
fn agree(a: &Amount, b: &Amount) -> bool {
    let (Some(first), Some(second)) = (a.measure, b.measure) else { return true };
    let alike = first.dimension == second.dimension && (first.factor - second.factor).abs() < f64::EPSILON;
    let per = |amount: &Amount| amount.unit.split('/').skip(1).map(str::to_owned).collect::<Vec<_>>();
    let (per_a, per_b) = (per(a), per(b));
    // `10 mg per kg` says the rest in words.
    alike && per_a.iter().zip(&per_b).all(|(a, b)| a == b)
}
