//! Which of several hits at one place count.

use crate::glossary::phrases::Place;

/// Drops the places that lie strictly inside another.
pub(crate) fn keep_longest(places: &mut Vec<Place>) {
    places.sort_by_key(|place| (place.first, std::cmp::Reverse(place.end), place.pattern));
    places.dedup();
    // In this order a place lies inside another if and only if an earlier, different one ends where it does or later.
    let mut widest: Option<(usize, usize)> = None;
    places.retain(|place| {
        let inside =
            widest.is_some_and(|(first, end)| end >= place.end && (first, end) != (place.first, place.end));
        if widest.is_none_or(|(_, end)| place.end > end) {
            widest = Some((place.first, place.end));
        }
        !inside
    });
}
