//! Which of several hits at one place count.

use crate::glossary::phrases::Place;

/// Keeps the places that are hits and do not lie strictly inside another hit. A place inside a hit is not asked for.
pub(crate) fn keep_longest(places: &mut Vec<Place>, is_hit: impl Fn(&Place) -> bool) {
    places
        .sort_unstable_by_key(|place| (place.first, std::cmp::Reverse(place.end), place.pattern, place.part));
    places.dedup();
    // In this order a place lies inside another if and only if an earlier, different one ends where it does or later.
    let mut widest: Option<(usize, usize)> = None;
    places.retain(|place| {
        let inside =
            widest.is_some_and(|(first, end)| end >= place.end && (first, end) != (place.first, place.end));
        let kept = !inside && is_hit(place);
        if kept && widest.is_none_or(|(_, end)| place.end > end) {
            widest = Some((place.first, place.end));
        }
        kept
    });
}
