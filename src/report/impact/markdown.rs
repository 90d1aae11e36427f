//! The impact as Markdown, for a pull request.

use crate::check::Affected;
use crate::report::escape::markdown as escaped;
use crate::report::impact::{Compared, capitalized, marked, overwriting};

/// A section a locale, with a table of source beside translation.
pub fn markdown(compared: &Compared<'_>) -> String {
    let mut out = String::from("## What the glossary changes\n\n");
    for it in compared.overwritten {
        out.push_str(&format!("- {}.\n", escaped(&capitalized(&overwriting(it)))));
    }
    if !compared.overwritten.is_empty() {
        out.push('\n');
    }
    let locales = compared.by_locale();
    if locales.is_empty() {
        out.push_str(&format!("No text is judged otherwise than by the glossary of `{}`.\n", compared.base));
    }
    for of_locale in locales {
        out.push_str(&format!("### {}: {}\n\n", of_locale.locale, of_locale.counted()));
        if of_locale.wrong.is_empty() {
            continue;
        }
        out.push_str("| where | source | translation | what |\n|---|---|---|---|\n");
        for it in of_locale.wrong {
            out.push_str(&row(compared, it));
        }
        out.push('\n');
    }
    out
}

fn row(compared: &Compared<'_>, it: &Affected) -> String {
    let (path, line) = compared.place(it);
    let piece = |text: &str, span| marked(text, span, ["<mark>", "</mark>"], escaped);
    let source = piece(&it.source, it.source_span);
    let translation = it.translation.as_deref().map(|text| piece(text, it.translation_span));
    format!(
        "| `{path}:{line}` | {source} | {} | {} |\n",
        translation.unwrap_or_default(),
        escaped(&it.finding.message)
    )
}
