//! Plain text: places in it, its script, its sentences and its fingerprint. Knows nothing of files or formats.

mod attributes;
mod denial;
mod fingerprint;
mod fold;
mod fold_map;
mod lines;
mod nearest;
mod negation;
mod opaque;
mod pieces;
mod quantity;
mod script;
mod sentence;
mod span;
mod words;

pub(crate) use attributes::{Attribute, attributes, is_read, shortcode_markup};
pub(crate) use denial::has_clear_denial;
pub use denial::{clearly_denies, may_deny};
pub use fingerprint::Fingerprint;
pub use fold::{fold_layout, strip_marks};
pub(crate) use fold::{fold_words, half_width};
pub(crate) use fold::{is_tag, visible};
pub use fold_map::{FoldMap, FoldedChar, Gap, WALL, is_katakana};
pub use lines::{LineIndex, Position};
pub use nearest::did_you_mean;
pub use negation::negations;
pub(crate) use opaque::{addresses, without_addresses, without_opaque};
pub(crate) use pieces::Pieces;
pub use quantity::{Comparator, Measure, Quantity, has_words, quantities, quantities_in, values_granted};
pub use script::{columns, is_cjk, is_right_to_left, joined, soft_break};
pub use sentence::{LeadIn, Sentences, lead_in};
pub use span::Span;
pub use words::words;
