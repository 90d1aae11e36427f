//! Carrying what is known from the old source to the new one: which new segment is which old one ([`align`]), and
//! what kind of change lies between two texts ([`classify`]).

mod accept;
mod align;
mod classify;
mod diff;
mod exact;
mod family;
mod fill;
mod gap;
mod grams;
mod index;
mod matching;
mod order;
mod wording;

pub use align::{Carried, Piece, Relation, align};
pub use classify::{Change, ChangeKind, classify};
pub use diff::{Edit, Op, word_diff};
