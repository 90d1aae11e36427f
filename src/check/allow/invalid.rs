//! `invalid-allow`: an allowance that is not understood, and so allows nothing.

use crate::finding::rule;

rule! {
    /// A comment that is to allow something names no rule, gives no reason, or asks for what cannot be allowed.
    ///
    /// Why: whoever reads it next year has to know whether it still holds. The state of a translation (missing, stale,
    /// unrecorded …) is not a matter of opinion: the answer to it is to translate, to accept or to adopt.
    ///
    /// Example: `# yakugo: allow term-missing` without a reason.
    ///
    /// Fix: write `# yakugo: allow term-missing — why it is right here`. For a stale translation that is still right,
    /// `yakugo accept ID`.
    pub const INVALID_ALLOW: "invalid-allow", Warning;
}
