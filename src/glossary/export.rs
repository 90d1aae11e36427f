//! Glossaries for other programs: a table with a column a language, and OmegaT's tab-separated file.

use crate::glossary::model::{Concept, Glossary, Term, TermStatus};
use crate::glossary::sheet::quoted;

/// CSV with a column a language, one row a concept, for people and for programs that read such tables. A cell holds
/// the preferred term. Cells that a spreadsheet would take for a formula begin with an apostrophe.
///
/// ```
/// let mut glossary = yakugo::glossary::Glossary::default();
/// glossary.read("a.csv", "concept,locale,term,status\ncell,ja,細胞,preferred\ncell,en,cell,preferred\n");
/// let table = yakugo::glossary::write_wide(&glossary);
/// assert_eq!(table, "concept,domain,definition,ja,en,note\ncell,,,細胞,cell,\n");
/// ```
pub fn write_wide(glossary: &Glossary) -> String {
    let mut locales: Vec<&str> = Vec::new();
    for term in glossary.terms() {
        if !locales.contains(&term.locale.as_str()) {
            locales.push(&term.locale);
        }
    }
    let head = [vec!["concept", "domain", "definition"], locales.clone(), vec!["note"]].concat();
    let mut out = row(&head);
    for concept in glossary.concepts_of("") {
        let first = |of: fn(&Term) -> &String| {
            concept
                .terms
                .iter()
                .map(|term| of(term).as_str())
                .find(|text| !text.is_empty())
                .unwrap_or_default()
        };
        let mut cells = vec![concept.id, first(|term| &term.domain), first(|term| &term.definition)];
        cells.extend(locales.iter().map(|locale| to_use(&concept, locale).map_or("", |term| &term.text)));
        cells.push(first(|term| &term.note));
        out.push_str(&row(&cells));
    }
    out
}

/// OmegaT's glossary file: source term, target term and remark between tabs, one pair a line. What must not be used is
/// in the remark of the term to use.
pub fn write_omegat(glossary: &Glossary, from: &str, to: &str) -> String {
    let mut out = String::new();
    for concept in glossary.concepts_of("") {
        let Some(target) = to_use(&concept, to) else { continue };
        let avoid: Vec<&str> = in_locale(&concept, to)
            .filter(|term| matches!(term.status, TermStatus::Forbidden | TermStatus::Deprecated))
            .map(|term| term.text.as_str())
            .collect();
        let avoid = if avoid.is_empty() { String::new() } else { format!("not: {}", avoid.join(", ")) };
        let remark: Vec<&str> =
            [target.note.as_str(), &avoid].into_iter().filter(|part| !part.is_empty()).collect();
        for source in in_locale(&concept, from) {
            let cells = [source.text.as_str(), target.text.as_str(), &remark.join("; ")];
            let cells = cells.map(|cell| cell.split(['\t', '\r', '\n']).collect::<Vec<_>>().join(" "));
            out.push_str(cells.join("\t").trim_end());
            out.push('\n');
        }
    }
    out
}

pub(super) fn in_locale<'c>(concept: &'c Concept<'_>, locale: &'c str) -> impl Iterator<Item = &'c Term> {
    concept.terms.iter().copied().filter(move |term| term.locale == locale)
}

/// The term to write: the preferred one, else one that may be used, else a draft.
pub(super) fn to_use<'c>(concept: &'c Concept<'_>, locale: &'c str) -> Option<&'c Term> {
    let of = |status| in_locale(concept, locale).find(|term| term.status == status);
    of(TermStatus::Preferred).or_else(|| of(TermStatus::Admitted)).or_else(|| of(TermStatus::Draft))
}

/// A row of CSV. Cells that a spreadsheet would take for a formula begin with an apostrophe.
pub(crate) fn row(cells: &[&str]) -> String {
    let guarded = cells.iter().map(|cell| {
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '|', '\r']);
        if formula { quoted(&format!("'{cell}"), b',') } else { quoted(cell, b',') }
    });
    guarded.collect::<Vec<_>>().join(",") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_hold_what_to_use_and_guard_formulas() {
        let mut glossary = Glossary::default();
        let rows = "concept,locale,term,status,note,reason\n\
            a,ja,血管新生,preferred,,\na,ja,新生血管,admitted,,\na,en,angiogenesis,preferred,\"see, here\",\n\
            a,en,neovessels,forbidden,,wrong\nb,ja,活性,preferred,,\nb,en,-activity,draft,,\nc,en,=SUM(A1),forbidden,,x\n";
        assert_eq!(glossary.read("a.csv", rows), []);
        assert_eq!(
            write_wide(&glossary),
            "concept,domain,definition,ja,en,note\na,,,血管新生,angiogenesis,\"see, here\"\nb,,,活性,'-activity,\nc,,,,,\n"
        );
        assert_eq!(
            write_omegat(&glossary, "ja", "en"),
            "血管新生\tangiogenesis\tsee, here; not: neovessels\n新生血管\tangiogenesis\tsee, here; not: neovessels\n活性\t-activity\n"
        );
    }
}
