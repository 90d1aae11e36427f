//! A thin runtime for the values that refer to others: `{ -brand }`, `{ other-message }`.

use fluent_bundle::{FluentError, FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use super::resource::Resource;
use super::rules::UNRESOLVED;
use crate::finding::Finding;
use crate::text::Span;

/// The messages and terms of some files in one locale, evaluated as fluent-bundle does it in programs, without
/// the isolation marks (U+2068, U+2069) that have no place inside of documents.
///
/// ```
/// use yakugo::fluent::{Bundle, Resource};
/// let (terms, _) = Resource::parse("-drug = tacrolimus");
/// let (texts, _) = Resource::parse("dose = 10 mg { -drug }");
/// let bundle = Bundle::new("en".parse().unwrap(), [&terms, &texts]);
/// let (text, findings) = bundle.format("dose").unwrap();
/// assert_eq!((text.as_str(), findings.len()), ("10 mg tacrolimus", 0));
/// ```
pub struct Bundle {
    inner: FluentBundle<FluentResource>,
}

impl Bundle {
    /// Takes the readable messages and terms of the files. Where an id stands in several, the first one counts.
    pub fn new<'r>(locale: LanguageIdentifier, resources: impl IntoIterator<Item = &'r Resource>) -> Self {
        let mut inner = FluentBundle::new_concurrent(vec![locale]);
        inner.set_use_isolating(false);
        // `NUMBER`; it fails only when something of that name is there before.
        let _ = inner.add_builtins();
        for resource in resources {
            // Junk stays out: it could swallow a message, or overflow the stack of the parser.
            let entries = resource.messages().filter(|message| !message.is_emptied());
            let source: String =
                entries.flat_map(|message| [message.span.of(resource.text()), "\n"]).collect();
            let (Ok(parsed) | Err((parsed, _))) = FluentResource::try_new(source);
            // The only error is an id that is there before.
            let _ = inner.add_resource(parsed);
        }
        Self { inner }
    }

    /// The text of `message` or `message.attribute`, with findings about what could not be resolved: such a piece
    /// stands in the text as its reference, `{-drug}`. `None` when there is no such value. The findings name the
    /// id and no bytes.
    pub fn format(&self, id: &str) -> Option<(String, Vec<Finding>)> {
        let (message, attribute) = match id.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (id, None),
        };
        let message = self.inner.get_message(message)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = self.inner.format_pattern(pattern, None, &mut errors).into_owned();
        let finding = |error: &FluentError| {
            let what = match error {
                FluentError::ResolverError(error) => error.to_string(),
                other => other.to_string(),
            };
            let message = format!("`{id}` cannot be put together ({what}): define it, or write it out");
            Finding::new(&UNRESOLVED, Span::default(), message).unit(id)
        };
        Some((text, errors.iter().map(finding).collect()))
    }
}
