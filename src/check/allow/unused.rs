//! `unused-allow`: an allowance that allows nothing.

use crate::finding::rule;

rule! {
    /// A comment allows what no rule reports here.
    ///
    /// Why: what it allowed was mended, or it never stood in the right place. If it stays, it hides the next mistake.
    ///
    /// Example: `# yakugo: allow term-missing — agreed with the editor` above a message that now has the term.
    ///
    /// Fix: delete the comment. If the finding is still there, move the comment right above its message, without a blank
    /// line between them; `### yakugo: allow RULE — reason` is for the whole file.
    pub const UNUSED_ALLOW: "unused-allow", Warning;
}
