//! Every reader of yakugo, and the laws that it is held to, by the name of its fuzz target.

use yakugo::document::Format;
use yakugo::fluent::{Resource, write_message};

use crate::laws::{documents, files, fluent, plans, texts};

/// What a target does with an input.
pub(crate) type Target = fn(&str);

/// All of them.
pub(crate) const TARGETS: &[(&str, Target)] = &[
    ("markdown", |input| document(Format::Markdown, input)),
    ("plain", |input| document(Format::Plain, input)),
    ("html", |input| document(Format::Html, input)),
    ("ftl", |input| {
        let (file, text) = parted(input);
        let resource = fluent::check_reading(file);
        fluent::check_edits(&resource, text);
        fluent::check_against_whole(file, &resource);
    }),
    ("value", |input| {
        let (resource, findings) = Resource::parse(write_message("m", input));
        assert!(findings.is_empty(), "{findings:?}");
        let value = resource.message("m").and_then(|message| message.value.as_ref());
        assert_eq!(value.and_then(|value| value.static_text(resource.text())).as_deref(), Some(input));
    }),
    ("glossary", files::check_glossary),
    ("tbx", files::check_tbx),
    ("ledger", files::check_ledger),
    ("past", files::check_past),
    ("config", files::check_config),
    ("sentence", |input| {
        texts::check_sentences(input);
        texts::check_spans(input);
    }),
    ("fold", texts::check_folding),
    ("plan", plans::check_plan),
];

/// A document and, behind NULs, translations of its segments.
fn document(format: Format, input: &str) {
    let (text, translations) = parted(input);
    documents::hold_identity(format, text);
    let given = |text: &str| Some(text.to_owned()).filter(|text| !text.trim().is_empty());
    let translations: Vec<Option<String>> = translations.split('\0').map(given).collect();
    documents::hold_translations(format, text, &translations);
}

fn parted(input: &str) -> (&str, &str) {
    input.split_once('\0').unwrap_or((input, ""))
}
