//! `negation-lost`: a denial that source and translation do not share.

use crate::finding::rule;

rule! {
    /// The source says that something is not so, and nothing in the translation denies it; or the other way round.
    ///
    /// Why: one lost "not" turns a warning into advice. It is reported only where it is nearly sure: words such as "un-",
    /// "without", "only" or "hardly" count as denials.
    ///
    /// Example: 承認されていません is translated as "is approved".
    ///
    /// Fix: say it as the source does. If the translation says the same in other words, say so in a line above it:
    /// `# yakugo: allow negation-lost — reason`.
    pub const NEGATION_LOST: "negation-lost", Error;
}
