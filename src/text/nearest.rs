//! The nearest of some names to one that was mistyped.

/// `: did you mean …?` with the nearest of some names, or nothing where none is near.
///
/// ```
/// use yakugo::text::did_you_mean;
/// assert_eq!(did_you_mean("mising", ["missing", "stale"]), ": did you mean `missing`?");
/// assert_eq!(did_you_mean("dose", ["missing", "stale"]), "");
/// ```
pub fn did_you_mean<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    known
        .into_iter()
        .map(|other| (strsim::damerau_levenshtein(name, other), other))
        .filter(|(distance, other)| *distance <= 1 + other.chars().count() / 4)
        .min()
        .map_or_else(String::new, |(_, other)| format!(": did you mean `{other}`?"))
}
