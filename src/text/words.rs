//! Words of a text, in any language.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

use crate::text::Span;

/// The text cut at all word boundaries: words, blanks and signs, without a gap. Japanese and Chinese by dictionary;
/// never inside a grapheme (Unicode UAX #29, by ICU4X).
///
/// ```
/// use yakugo::text::words;
/// let text = "濃度は10 ng/mLです";
/// let cut: Vec<&str> = words(text).into_iter().map(|span| span.of(text)).collect();
/// assert_eq!(cut, ["濃度", "は", "10", " ", "ng", "/", "mL", "です"]);
/// ```
pub fn words(text: &str) -> Vec<Span> {
    let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    let mut start = 0;
    let mut spans = Vec::new();
    for end in segmenter.segment_str(text).skip(1) {
        spans.push(Span::new(start, end));
        start = end;
    }
    spans
}
