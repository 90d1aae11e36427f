//! What holds for every Fluent file: no byte is lost in reading, and an edit touches nothing else.

use fluent_syntax::ast;
use yakugo::fluent::{EditRefused, Edits, Element, Entry, Pattern, Resource, extract, write_message};

/// What has to hold for every file, read with or without trouble.
pub(crate) fn check_reading(text: &str) -> Resource {
    let (resource, findings) = Resource::parse(text);
    let mut at = 0;
    let blank = |bytes: &str| bytes.chars().all(|c| matches!(c, ' ' | '\r' | '\n' | '\u{FEFF}'));
    for entry in resource.entries() {
        let span = entry.span();
        assert!(blank(text.get(at..span.start).unwrap()), "lost bytes before {entry:?} in {text:?}");
        assert!(!span.is_empty() && text.get(span.start..span.end).is_some());
        at = span.end;
        if let Entry::Message(message) = entry {
            assert_eq!(message.id_span.of(text), message.id);
            assert!(blank(message.slot.of(text)) || message.value.is_some());
            for pattern in message.value.iter().chain(message.attributes.iter().map(|a| &a.value)) {
                assert!(text.get(pattern.span.start..pattern.span.end).is_some());
                for reference in pattern.references() {
                    assert!(!reference.name.of(text).is_empty());
                }
            }
        }
    }
    assert!(blank(text.get(at..).unwrap()), "lost bytes at the end of {text:?}");
    for finding in findings {
        let span = finding.place.span;
        assert!(text.get(span.start..span.end).is_some(), "{finding:?} in {text:?}");
    }
    extract(text);
    resource
}

/// Another message comes, one value changes: all other entries keep their bytes.
pub(crate) fn check_edits(resource: &Resource, text: &str) {
    let entries = |resource: &Resource| -> Vec<String> {
        resource.entries().iter().map(|entry| entry.span().of(resource.text()).to_owned()).collect()
    };
    let before = entries(resource);

    let mut edits = Edits::new(resource);
    edits.append(&write_message("yakugo-new", text));
    let edited = match edits.apply() {
        Ok(edited) => edited,
        // A line end behind a lone carriage return would change what it is.
        Err(EditRefused::Collateral(_)) if has_lone_cr(resource.text()) => return,
        Err(error) => panic!("{error} in {:?}", resource.text()),
    };
    let (new, old) = entries(&edited).split_last().map(|(new, old)| (new.clone(), old.to_vec())).unwrap();
    assert_eq!(old, before);
    assert_eq!(new.replace("\r\n", "\n"), write_message("yakugo-new", text).trim_end());

    for (number, entry) in resource.entries().iter().enumerate() {
        let Entry::Message(message) = entry else { continue };
        let mut edits = Edits::new(resource);
        edits.set_text(number, text);
        let edited = edits.apply().unwrap_or_else(|error| panic!("{error} in {:?}", resource.text()));
        let after = entries(&edited);
        assert_eq!(before.len(), after.len());
        assert!(before.iter().zip(&after).enumerate().all(|(n, (old, new))| n == number || old == new));
        let now = edited.entries().get(number).and_then(Entry::message).unwrap();
        assert_eq!(now.value.as_ref().unwrap().static_text(edited.text()).as_deref(), Some(text));
        assert_eq!(now.id, message.id);
    }
}

/// The parser and we differ on the blanks of blank lines.
fn without_blanks(text: &str) -> String {
    if text.trim_start_matches(' ') == "\n" { "\n".to_owned() } else { text.to_owned() }
}

/// Where the whole file is sound, cutting it into pieces has changed nothing.
pub(crate) fn check_against_whole(file: &str, resource: &Resource) {
    let Ok(whole) = fluent_syntax::parser::parse(file.strip_prefix('\u{FEFF}').unwrap_or(file)) else {
        return;
    };
    if file.contains('\0') {
        return;
    }
    assert_eq!(whole.body.len(), resource.entries().len(), "in {file:?}");
    let texts = |pattern: &ast::Pattern<&str>| -> Vec<String> {
        let text = |element: &ast::PatternElement<&str>| match element {
            ast::PatternElement::TextElement { value } => without_blanks(value),
            ast::PatternElement::Placeable { .. } => "{}".to_owned(),
        };
        pattern.elements.iter().map(text).collect()
    };
    let our_texts = |pattern: &Pattern| -> Vec<String> {
        let text = |element: &Element| match element {
            Element::Text(span) => without_blanks(span.of(file)),
            Element::Placeable(placeable) => {
                let source = placeable.span.of(file);
                assert!(source.starts_with('{') && source.ends_with('}'), "{source:?}");
                "{}".to_owned()
            }
        };
        pattern.elements.iter().map(text).collect()
    };
    for (entry, ours) in whole.body.iter().zip(resource.entries()) {
        let (id, comment, value, attributes) = match entry {
            ast::Entry::Message(m) => (m.id.name.to_owned(), &m.comment, m.value.as_ref(), &m.attributes),
            ast::Entry::Term(t) => (format!("-{}", t.id.name), &t.comment, Some(&t.value), &t.attributes),
            _ => {
                assert!(matches!(ours, Entry::Comment(_)), "in {file:?}");
                continue;
            }
        };
        let ours = ours.message().unwrap();
        assert_eq!((&id, comment.is_some()), (&ours.id, ours.comment.is_some()), "in {file:?}");
        assert_eq!(value.map(texts), ours.value.as_ref().map(our_texts), "in {file:?}");
        assert_eq!(
            attributes.iter().map(|a| (a.id.name, texts(&a.value))).collect::<Vec<_>>(),
            ours.attributes.iter().map(|a| (a.name.as_str(), our_texts(&a.value))).collect::<Vec<_>>()
        );
    }
}

fn has_lone_cr(text: &str) -> bool {
    text.replace("\r\n", "").contains('\r')
}
