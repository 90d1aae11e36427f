//! Uses as Markdown, for a pull request or a note.

use super::{Group, NOTHING, by_concept, marked, place};
use crate::check::{Occurrence, Passage};
use crate::report::escape::markdown as escaped;

/// A section a concept: its terms with their counts, and a table of the uses; of a project with the source text beside
/// the translation.
pub fn markdown(occurrences: &[Occurrence<'_>]) -> String {
    let groups = by_concept(occurrences);
    if groups.is_empty() {
        return format!("{NOTHING}\n");
    }
    groups.iter().map(section).collect::<Vec<_>>().join("\n")
}

fn section(group: &Group<'_, '_>) -> String {
    let mut out = format!("### {} · {}\n\n", escaped(group.concept), group.counted());
    for (term, count) in group.terms() {
        out.push_str(&format!(
            "- {} {}: {}, {count}\n",
            escaped(&term.locale),
            escaped(&term.text),
            term.status.name()
        ));
    }
    if group.occurrences.iter().all(|occurrence| occurrence.id.is_none()) {
        out.push_str("\n| where | text |\n|---|---|\n");
        for occurrence in &group.occurrences {
            out.push_str(&format!(
                "| {} | {} |\n",
                escaped(&place(&occurrence.source)),
                words(&occurrence.source)
            ));
        }
        return out;
    }
    out.push_str("\n| where | source | | translation |\n|---|---|---|---|\n");
    for occurrence in &group.occurrences {
        let source = words(&occurrence.source);
        if occurrence.translations.is_empty() {
            out.push_str(&format!("| {} | {source} | | |\n", escaped(&place(&occurrence.source))));
        }
        for translation in &occurrence.translations {
            out.push_str(&format!(
                "| {} | {source} | {} | {} |\n",
                escaped(&place(translation)),
                escaped(translation.locale),
                words(translation)
            ));
        }
    }
    out
}

fn words(passage: &Passage<'_>) -> String {
    marked(passage, escaped, |_, word| format!("**{}**", escaped(word)))
}
