//! Which sentences of a text changed.

use crate::text::{Sentences, Span, fold_layout};

/// The sentences of `old` and `new` that differ, paired in order, where both have as many; `None` where the counts
/// do not agree: then the whole text must be shown.
///
/// ```
/// use yakugo::carry::changed_sentences;
/// use yakugo::text::Sentences;
/// let (old, new) = ("冷やす。10分待つ。", "冷やす。20分待つ。");
/// let changed = changed_sentences(old, new, &Sentences::new("ja", &[])).unwrap();
/// let texts: Vec<_> = changed.iter().map(|(a, b)| (a.of(old), b.of(new))).collect();
/// assert_eq!(texts, [("10分待つ。", "20分待つ。")]);
/// assert_eq!(changed_sentences("冷やす。", new, &Sentences::new("ja", &[])), None);
/// ```
pub fn changed_sentences(old: &str, new: &str, sentences: &Sentences) -> Option<Vec<(Span, Span)>> {
    let (old_spans, new_spans) = (sentences.split(old), sentences.split(new));
    if old_spans.len() != new_spans.len() {
        return None;
    }
    let differ = |(a, b): &(Span, Span)| fold_layout(a.of(old)) != fold_layout(b.of(new));
    Some(old_spans.into_iter().zip(new_spans).filter(differ).collect())
}
