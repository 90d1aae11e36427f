//! Carrying what is known from the old source to the new one: which new segment is which old one ([`align`]), and
//! what kind of change lies between two texts ([`classify`]), in which sentences and words.

mod accept;
mod across;
mod align;
mod classify;
mod concepts;
mod diff;
mod exact;
mod family;
mod fill;
mod gap;
mod grams;
mod index;
mod marks;
mod matching;
mod order;
mod propagate;
mod question;
mod sentences;
mod turning;
mod wording;

pub use across::{Place, align_across, is_short, renamed};
pub use align::{Carried, Piece, Relation, align};
pub use classify::{Change, ChangeKind, classify};
pub use concepts::Classifier;
pub use diff::{Edit, Op, word_diff, word_diff_keeping};
pub use order::moved;
pub use propagate::propagate;
pub use sentences::changed_sentences;
