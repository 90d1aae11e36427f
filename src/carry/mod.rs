//! Carrying what is known from the old source to the new one: which new segment is which old one ([`align`]), and
//! what kind of change lies between two texts ([`classify`]).

mod align;
mod classify;

pub use align::{Carried, Piece, align};
pub use classify::{Change, ChangeKind, classify};
