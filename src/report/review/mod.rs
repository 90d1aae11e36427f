//! One unit at a time for a reviewer: the card that is shown, and the text that an editor opens.

mod card;
mod editing;
mod lines;

pub use card::{Card, Look};
pub use editing::{to_edit, typed_text};
