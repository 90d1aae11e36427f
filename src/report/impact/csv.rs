//! The impact for a spreadsheet.

use crate::check::Affected;
use crate::glossary::csv_row;
use crate::report::impact::{Compared, is_certain};
use crate::text::Span;

/// A row a judgement: `change` is `wrong` or `right`, `fix` whether `--fix` replaces the word, and `source_word` and
/// `word` are what source and translation say for the concept.
pub fn csv(compared: &Compared<'_>) -> String {
    let mut out = csv_row(&[
        "change",
        "locale",
        "document",
        "id",
        "concept",
        "source_word",
        "word",
        "message",
        "fix",
        "source",
        "translation",
        "path",
        "line",
    ]);
    for of_locale in compared.by_locale() {
        let wrong = of_locale.wrong.iter().map(|it| ("wrong", it));
        for (change, it) in wrong.chain(of_locale.right.iter().map(|it| ("right", it))) {
            out.push_str(&row(compared, change, of_locale.locale, it));
        }
    }
    out
}

fn row(compared: &Compared<'_>, change: &str, locale: &str, it: &Affected) -> String {
    let (path, line) = compared.place(it);
    let word = |text: &str, span: Option<Span>| span.map_or(String::new(), |span| span.of(text).to_owned());
    let translation = it.translation.as_deref().unwrap_or_default();
    csv_row(&[
        change,
        locale,
        it.finding.document.as_deref().unwrap_or_default(),
        it.finding.id.as_deref().unwrap_or_default(),
        &it.concept,
        &word(&it.source, it.source_span),
        &word(translation, it.translation_span),
        &it.finding.message,
        if change == "wrong" && is_certain(it) { "yes" } else { "" },
        &it.source,
        translation,
        &path,
        &line.to_string(),
    ])
}
