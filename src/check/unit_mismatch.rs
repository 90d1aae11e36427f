//! `unit-mismatch`: the same number with another unit.

use crate::finding::rule;

rule! {
    /// A number has one unit in the source and another one in the translation.
    ///
    /// Why: mg for µg is a thousand times the dose.
    ///
    /// Example: the source says `5 mg/kg`, the translation `5 µg/kg`.
    ///
    /// Fix: correct the unit that the message names. Spelling makes no difference (µg, mcg, マイクログラム), and neither
    /// does the same amount in another unit (`24 hours`, `one day`).
    pub const UNIT_MISMATCH: "unit-mismatch", Error;
}
