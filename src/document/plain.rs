//! Light plain text; written beside this layer.

use super::{Extraction, Options, Slot};

pub(super) fn extract(_text: &str, _options: &Options) -> Extraction {
    Extraction::default()
}

pub(super) fn write(_slot: &Slot, translation: &str) -> Result<String, String> {
    Ok(translation.to_owned())
}
