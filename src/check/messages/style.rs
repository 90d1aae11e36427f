//! `.style` attributes, which programs take as CSS.

use std::collections::BTreeMap;

use crate::check::messages::Pair;
use crate::finding::{Finding, rule};

rule! {
    /// The `.style` of a translation is no longer the CSS that its source has.
    ///
    /// Why: the program uses it for the size of a window, and ignores what it cannot read.
    ///
    /// Example: `width: 30em` translated as `Breite: 30em`, or given as `30px`.
    ///
    /// Fix: keep the names and the units of the source; only the numbers are yours.
    pub(super) const STYLE_MISMATCH: "style-mismatch", Warning;
}

/// The properties that a locale may size, and their units (CSS Values and Units, "Absolute" and "Relative Lengths").
const PROPERTIES: [&str; 6] = ["width", "height", "min-width", "min-height", "max-width", "max-height"];
const UNITS: [&str; 10] = ["ch", "em", "ex", "rem", "px", "cm", "mm", "in", "pc", "pt"];

pub(super) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let style = || Some((pair.source.attribute("style")?, pair.target.attribute("style")?));
    let Some((source, target)) = style() else { return Vec::new() };
    let Some(original) = source.value.static_text(pair.source_text) else { return Vec::new() };
    let Some(text) = target.value.static_text(pair.target_text) else { return Vec::new() };
    let Some(wanted) = declarations(&original) else { return Vec::new() };
    let what = match declarations(&text) {
        None => {
            format!("this is no CSS of the source's kind: write it as `{original}`, with numbers of your own")
        }
        Some(own) if own == wanted => return Vec::new(),
        Some(_) => format!(
            "the properties and units are those of the source (`{original}`): change the numbers only"
        ),
    };
    vec![pair.finding(&STYLE_MISMATCH, target.value.span, what)]
}

/// Each property with its unit; `None` if it is anything else.
fn declarations(text: &str) -> Option<BTreeMap<&str, &str>> {
    let mut found = BTreeMap::new();
    for declaration in text.split(';').map(str::trim).filter(|declaration| !declaration.is_empty()) {
        let (property, length) = declaration.split_once(':')?;
        let (property, length) = (property.trim(), length.trim());
        let unit = length.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let is_length = unit.len() < length.len() && UNITS.contains(&unit);
        if !is_length || !PROPERTIES.contains(&property) {
            return None;
        }
        found.insert(property, unit);
    }
    Some(found).filter(|found| !found.is_empty())
}
