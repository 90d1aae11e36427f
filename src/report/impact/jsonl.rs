//! The impact for programs.

use serde_json::{Value, json};

use crate::check::Affected;
use crate::report::impact::{Compared, is_certain};
use crate::text::Span;

/// An object a line. `change` says what it is about:
///
/// | `change` | keys |
/// |---|---|
/// | `overwritten` | `concept`, `locale`, `old` and `new` (the terms), `path` (of the glossary file), `kept` (whether the old term was put back as deprecated) |
/// | `wrong`, `right` | `locale`, `document`, `id`, `concept`, `rule`, `severity`, `message`, `source`, `source_at`, `translation` (`null` where a document itself is judged), `translation_at`, `fix` (whether `--fix` replaces the word), `path`, `line` (from 1) |
///
/// `…_at` is the place of the word in question as `[start, end]` in characters from 0, or `null`.
pub fn jsonl(compared: &Compared<'_>) -> String {
    let mut out = String::new();
    let mut line = |value: &Value| out.push_str(&format!("{value}\n"));
    for it in compared.overwritten {
        line(&json!({
            "change": "overwritten",
            "concept": it.new.concept,
            "locale": it.new.locale,
            "old": it.old.text,
            "new": it.new.text,
            "path": it.new.place.path,
            "kept": compared.mended.is_some(),
        }));
    }
    for of_locale in compared.by_locale() {
        of_locale.wrong.iter().for_each(|it| line(&object(compared, "wrong", of_locale.locale, it)));
        of_locale.right.iter().for_each(|it| line(&object(compared, "right", of_locale.locale, it)));
    }
    out
}

fn object(compared: &Compared<'_>, change: &str, locale: &str, it: &Affected) -> Value {
    let (path, line) = compared.place(it);
    let translation = it.translation.as_deref();
    json!({
        "change": change,
        "locale": locale,
        "document": it.finding.document,
        "id": it.finding.id,
        "concept": it.concept,
        "rule": it.finding.rule,
        "severity": it.finding.severity.name(),
        "message": it.finding.message,
        "source": it.source,
        "source_at": it.source_span.map(|span| characters(&it.source, span)),
        "translation": translation,
        "translation_at": translation.zip(it.translation_span).map(|(text, span)| characters(text, span)),
        "fix": change == "wrong" && is_certain(it),
        "path": path,
        "line": line,
    })
}

fn characters(text: &str, span: Span) -> [usize; 2] {
    [span.start, span.end].map(|at| text.get(..at).unwrap_or_default().chars().count())
}
