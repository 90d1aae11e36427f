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
    if amount.measure.is_none() && !amount.unit.contains('/') {
        return None;
    }
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

/// Counters that no measure can be meant by.
const COUNTERS: &[&str] = &["回", "人", "例", "錠", "滴", "包", "匹", "頭", "枚", "本"];

/// Whether two amounts of one value may be the same: a unit that is not known, or not said, may be any.
fn agree(a: &Amount, b: &Amount) -> bool {
    let per = |amount: &Amount| amount.unit.split('/').skip(1).map(str::to_owned).collect::<Vec<_>>();
    // `10 mg per kg` says the rest in words.
    if !per(a).iter().zip(&per(b)).all(|(a, b)| a == b) {
        return false;
    }
    let (Some(first), Some(second)) = (a.measure, b.measure) else {
        // Two weeks are not twice.
        let both = a.measure.is_some() || b.measure.is_some();
        let once = a.readings.iter().any(|value| *value < 2.0);
        return once || !(both && [a, b].iter().any(|amount| COUNTERS.contains(&amount.unit.as_str())));
    };
    first.dimension == second.dimension && (first.factor - second.factor).abs() < f64::EPSILON
}
