//! `number-mismatch`: a number that source and translation do not share.

use crate::finding::rule;

rule! {
    /// A number stands in the source and not in the translation, or the other way round.
    ///
    /// Why: ten times a dose is read as a dose; nobody who reads one language only can see it. A number with a unit is
    /// an error, a plain count a warning.
    ///
    /// Example: the source says `10 ng/mL`, the translation `100 ng/mL`.
    ///
    /// Fix: correct the number that the message names. Spelling makes no difference: 1万2千 and 12,000, 三つ and three,
    /// 令和5年 and 2023, 24時間 and one day are the same. If the translation is right as it stands, say why in a line
    /// above it: `# yakugo: allow number-mismatch — reason`.
    pub const NUMBER_MISMATCH: "number-mismatch", Error;
}
