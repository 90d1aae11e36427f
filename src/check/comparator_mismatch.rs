//! `comparator-mismatch`: the same number, meant otherwise.

use crate::finding::rule;

rule! {
    /// A number is a lower limit in the source and an upper one in the translation, or a limit on one side only.
    ///
    /// Why: "at least 10 mg" and "at most 10 mg" share every digit. A number with a unit is an error, a plain count a
    /// warning; "more than" for "at least" is a note.
    ///
    /// Example: 10 mg以上 is translated as "at most 10 mg".
    ///
    /// Fix: write the comparison that the message names: 以上 is "at least", 超 "more than", 以下 "at most", 未満 "less
    /// than".
    pub const COMPARATOR_MISMATCH: "comparator-mismatch", Error;
}
