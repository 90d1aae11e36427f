//! TBX, the exchange format of terminology programs: version 2 (ISO 30042:2008, `martif`) and version 3 (ISO
//! 30042:2019, `tbx`, data categories as attributes or as elements), dialect Basic.
//!
//! What Basic has no place for travels in data categories of our own, `x-yakugo-…`, so that a glossary that was
//! written here is read here without loss; other programs skip them.

mod categories;
mod element;
mod read;
mod write;

pub(crate) use element::resolved;
pub use read::read_tbx;
pub use write::{TbxStyle, write_tbx};
