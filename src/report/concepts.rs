//! Concepts of the glossary as cards for people, and what an import makes of them.

use crate::glossary::{Concept, Difference, Term};
use crate::text::columns;

/// A card a concept: its id and subject, what it is, and its terms by locale with their status, reason and note.
pub fn concepts(concepts: &[Concept<'_>]) -> String {
    let cards: Vec<String> = concepts.iter().map(card).collect();
    cards.join("\n")
}

fn card(concept: &Concept<'_>) -> String {
    let first =
        |of: fn(&Term) -> &String| concept.terms.iter().map(|term| of(term)).find(|text| !text.is_empty());
    let mut out = concept.id.to_owned();
    if let Some(domain) = first(|term| &term.domain) {
        out.push_str(&format!(" ({domain})"));
    }
    out.push('\n');
    if let Some(definition) = first(|term| &term.definition) {
        out.push_str(&format!("  {definition}\n"));
    }
    let width =
        |of: fn(&Term) -> &String| concept.terms.iter().map(|term| columns(of(term))).max().unwrap_or(0);
    let (locales, texts) = (width(|term| &term.locale), width(|term| &term.text));
    let mut above = "";
    for term in &concept.terms {
        let locale = if term.locale == above { "" } else { &term.locale };
        above = &term.locale;
        let pad = |text: &str, width: usize| format!("{text}{}", " ".repeat(width - columns(text)));
        let mut line =
            format!("  {}  {}  {}", pad(locale, locales), pad(&term.text, texts), term.status.name());
        for remark in [&term.reason, &term.note].into_iter().filter(|remark| !remark.is_empty()) {
            line.push_str(&format!(" · {remark}"));
        }
        if term.do_not_translate {
            line.push_str(" · stands untranslated");
        }
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// What an import changes, a line a row that comes and a line a cell that changes, and how many there are.
pub fn differences(differences: &[Difference]) -> String {
    let mut out = String::new();
    for Difference { concept, locale, term, change, .. } in differences {
        out.push_str(&match change {
            None => format!("+ {concept} · {locale} · {term}\n"),
            Some((column, old, new)) => {
                format!("~ {concept} · {locale} · {term}: {column} `{old}` → `{new}`\n")
            }
        });
    }
    let rows = differences.iter().filter(|difference| difference.change.is_none()).count();
    out.push_str(&format!("{rows} rows come, {} cells change.\n", differences.len() - rows));
    out
}
