//! The short name of a text.

use std::fmt;
use std::str::FromStr;

use xxhash_rust::xxh3::xxh3_64;

/// A short, stable name of one exact text: `1:` and twelve hexadecimal digits, the first 48 bits of the text's
/// XXH3-64. The `1` names the rule; a later rule gets another number, so that an upgrade stales nothing.
///
/// Line ends do not count (`\r\n` is `\n`), so `core.autocrlf` changes nothing. Soft breaks are joined before,
/// where segments are read. Everything else counts: two texts that differ in one digit have two fingerprints.
///
/// ```
/// use yakugo::text::Fingerprint;
/// assert_eq!(Fingerprint::of("10 ng/mL\r\n"), Fingerprint::of("10 ng/mL\n"));
/// assert_ne!(Fingerprint::of("10 ng/mL"), Fingerprint::of("100 ng/mL"));
/// let name = Fingerprint::of("細胞").to_string();
/// assert_eq!(name.parse(), Ok(Fingerprint::of("細胞")));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u64);

/// The text is no fingerprint of a rule this version knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAFingerprint;

const DIGITS: usize = 12;

impl Fingerprint {
    /// The fingerprint of a segment's text.
    pub fn of(text: &str) -> Self {
        let hash = if text.contains('\r') {
            xxh3_64(text.replace("\r\n", "\n").as_bytes())
        } else {
            xxh3_64(text.as_bytes())
        };
        Self(hash >> (64 - 4 * DIGITS))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "1:{:0width$x}", self.0, width = DIGITS)
    }
}

impl FromStr for Fingerprint {
    type Err = NotAFingerprint;

    fn from_str(name: &str) -> Result<Self, NotAFingerprint> {
        let digits = name.strip_prefix("1:").ok_or(NotAFingerprint)?;
        let plain = digits.len() == DIGITS && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if !plain {
            return Err(NotAFingerprint);
        }
        u64::from_str_radix(digits, 16).map(Self).map_err(|_| NotAFingerprint)
    }
}
