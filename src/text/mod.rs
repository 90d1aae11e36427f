//! Plain text: places in it, its script, its sentences and its fingerprint. Knows nothing of files or formats.

mod fingerprint;
mod lines;
mod script;
mod sentence;
mod span;

pub use fingerprint::Fingerprint;
pub use lines::{LineIndex, Position};
pub use script::{is_cjk, soft_break};
pub use sentence::{LeadIn, Sentences, lead_in};
pub use span::Span;
