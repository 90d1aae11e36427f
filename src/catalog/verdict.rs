//! What somebody decided about a source text that was replaced, once for all locales. Kept in the past, a line each.

use std::fmt;
use std::str::FromStr;

use crate::text::Fingerprint;

/// A decision about an old source text.
///
/// ```
/// use yakugo::catalog::Verdict;
/// let line = "same as 1:c07e11a2b3c4 · by Editor · reason: spelling";
/// let Ok(Verdict::SameAs { reason, .. }) = line.parse() else { panic!() };
/// assert_eq!(reason, "spelling");
/// assert_eq!(line.parse::<Verdict>().unwrap().to_string(), line);
/// assert!("same as ever".parse::<Verdict>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It was typed into a generated source file, where it does not count.
    Discarded,
    /// A translation of it answers this text, too; and no other.
    SameAs {
        /// The text that replaced it.
        text: Fingerprint,
        /// Who said so; empty where names are not kept.
        by: String,
        /// Why; may be empty.
        reason: String,
    },
}

/// The line is no verdict that this version knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a verdict")]
pub struct NotAVerdict;

const DISCARDED: &str = "typed into the generated source file";
const SAME_AS: &str = "same as ";
const BY: &str = " · by ";
const REASON: &str = " · reason: ";

impl Verdict {
    /// One line each, whatever was given.
    pub(crate) fn same_as(text: Fingerprint, by: &str, reason: &str) -> Self {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self::SameAs { text, by: one_line(by), reason: one_line(reason) }
    }

    /// The other text that it speaks of.
    pub(crate) fn named(&self) -> Option<Fingerprint> {
        match self {
            Self::SameAs { text, .. } => Some(*text),
            Self::Discarded => None,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::SameAs { text, by, reason } = self else { return f.write_str(DISCARDED) };
        write!(f, "{SAME_AS}{text}")?;
        for (words, said) in [(BY, by), (REASON, reason)] {
            if !said.is_empty() {
                write!(f, "{words}{said}")?;
            }
        }
        Ok(())
    }
}

impl FromStr for Verdict {
    type Err = NotAVerdict;

    fn from_str(line: &str) -> Result<Self, NotAVerdict> {
        if line == DISCARDED {
            return Ok(Self::Discarded);
        }
        let (rest, reason) = line.split_once(REASON).unwrap_or((line, ""));
        let (rest, by) = rest.split_once(BY).unwrap_or((rest, ""));
        let text = rest.strip_prefix(SAME_AS).ok_or(NotAVerdict)?.parse().map_err(|_| NotAVerdict)?;
        Ok(Self::SameAs { text, by: by.to_owned(), reason: reason.to_owned() })
    }
}
