//! The two inverses of documents, for tests of any format.

use yakugo::document::{Extraction, Format, Options, Rendered, extract, render, same_up_to_escapes};

fn read(format: Format, text: &str) -> Extraction {
    extract(format, text, &Options::default())
}

fn write<'t>(
    format: Format,
    text: &str,
    source: &Extraction,
    translation: impl Fn(usize) -> Option<&'t str>,
) -> Rendered {
    render(format, text, &Options::default(), source, translation)
}

/// Spans in order, apart from each other, on characters; and no translation, no change.
pub(crate) fn hold_identity(format: Format, text: &str) -> Extraction {
    let source = read(format, text);
    let mut at = 0;
    for segment in &source.segments {
        let span = segment.span;
        assert!(at <= span.start && span.start < span.end, "{segment:?} in {text:?}");
        assert!(text.get(span.start..span.end).is_some(), "{segment:?} in {text:?}");
        assert!(text.get(segment.block.start..segment.block.end).is_some(), "{segment:?} in {text:?}");
        assert!(
            segment.block.start <= span.start && span.end <= segment.block.end,
            "{segment:?} in {text:?}"
        );
        assert!(!segment.text.is_empty() && !segment.text.contains('\r'), "{segment:?} in {text:?}");
        at = span.end;
    }
    assert_eq!(write(format, text, &source, |_| None).text, text);
    let same =
        write(format, text, &source, |at| source.segments.get(at).map(|segment| segment.text.as_str()));
    assert_eq!((same.text.as_str(), same.refused.len()), (text, 0));
    source
}

/// What was translated reads back as the translation or as the source with a finding; the rest is untouched.
pub(crate) fn hold_translations(format: Format, text: &str, translations: &[Option<String>]) -> Rendered {
    let source = read(format, text);
    let given = |at: usize| translations.get(at).and_then(Option::as_deref);
    let rendered = write(format, text, &source, given);
    assert_eq!(rendered.refused.len(), rendered.findings.len());
    let found = read(format, &rendered.text);
    assert_eq!(found.segments.len(), source.segments.len(), "{text:?} became {:?}", rendered.text);
    let (mut old, mut new) = (0, 0);
    for (at, (source, found)) in source.segments.iter().zip(&found.segments).enumerate() {
        assert_eq!(
            (source.kind, source.level),
            (found.kind, found.level),
            "{text:?} became {:?}",
            rendered.text
        );
        assert_eq!(
            text.get(old..source.span.start),
            rendered.text.get(new..found.span.start),
            "skeleton of {text:?}"
        );
        (old, new) = (source.span.end, found.span.end);
        let wanted = given(at).filter(|_| rendered.refused.binary_search(&at).is_err());
        match wanted {
            Some(wanted) => assert!(
                same_up_to_escapes(&wanted.replace("\r\n", "\n"), &found.text) || wanted == source.text,
                "wanted {wanted:?}, found {:?} in {:?}",
                found.text,
                rendered.text
            ),
            None => assert_eq!(source.text, found.text, "{text:?} became {:?}", rendered.text),
        }
    }
    assert_eq!(text.get(old..), rendered.text.get(new..), "skeleton of {text:?}");
    rendered
}
