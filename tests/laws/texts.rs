//! What holds for every running text.

use yakugo::text::{FoldMap, Sentences, Span, clearly_denies, may_deny, negations, quantities, words};

const LANGUAGES: &[&str] = &["ja", "en", "de", "zh-Hans", "ru", "ar"];

/// Spans in order, apart from each other, on characters.
fn in_order(spans: &[Span], text: &str) {
    let mut at = 0;
    for span in spans {
        assert!(at <= span.start && span.start < span.end, "{span:?} after {at} in {text:?}");
        assert!(text.get(span.start..span.end).is_some(), "{span:?} cuts a character of {text:?}");
        at = span.end;
    }
}

/// Sentences leave out nothing but white space, in every language.
pub(crate) fn check_sentences(text: &str) {
    for language in LANGUAGES {
        let sentences = Sentences::new(language, &[]).split(text);
        in_order(&sentences, text);
        let mut rest = text.to_owned();
        for span in sentences.iter().rev() {
            rest.replace_range(span.start..span.end, "");
        }
        assert!(rest.chars().all(char::is_whitespace), "{language} left out {rest:?} of {text:?}");
    }
}

/// Folded texts know where each of their characters comes from, and are folded already.
pub(crate) fn check_folding(text: &str) {
    let folded = FoldMap::new(text);
    assert_eq!(folded.chars().len(), folded.text().chars().count(), "of {text:?}");
    let mut at = 0;
    for (index, c) in folded.chars().iter().enumerate() {
        assert!(c.span.start >= at, "goes back at character {index} of {text:?}");
        assert!(text.get(c.span.start..c.span.end).is_some(), "{c:?} cuts a character of {text:?}");
        at = c.span.start;
    }
    assert_eq!(FoldMap::new(folded.text()).text(), folded.text(), "folding {text:?} twice changes it");
}

/// Quantities and words lie on characters; what clearly denies may deny.
pub(crate) fn check_spans(text: &str) {
    for quantity in quantities(text) {
        assert!(text.get(quantity.span.start..quantity.span.end).is_some(), "{quantity:?} of {text:?}");
    }
    in_order(&words(text), text);
    negations(text);
    for language in LANGUAGES {
        assert!(!clearly_denies(text, language) || may_deny(text, language), "{language}: {text:?}");
    }
}
