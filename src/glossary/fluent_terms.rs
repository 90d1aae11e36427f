//! The glossary as terms of Fluent, so that messages can refer to concepts: `{ -vegf }`.

use crate::fluent::{INDENT, is_id, write_message, write_value};
use crate::glossary::export::{in_locale, to_use};
use crate::glossary::model::{Concept, Glossary, Term, TermStatus, TermType};

/// What a file of terms begins with; by this line it is told from files that people wrote.
const HEAD: &str =
    "### yakugo: the terms of the glossary. Change the glossary, and `yakugo sync` writes this anew.\n";

/// The terms of one locale as a Fluent file. A concept `vegf` is `-vegf`, the term to use. Where it may be written in
/// full and short, messages can choose: `{ -vegf(form: "full") }`, `{ -vegf(form: "short") }`. Concepts without a term
/// in the locale are left out, and those whose id cannot stand in Fluent (letters of ASCII, digits, `-`, `_`).
///
/// ```
/// let mut glossary = yakugo::glossary::Glossary::default();
/// glossary.read("a.csv", "concept,locale,term,status\ncell,en,cell,preferred\n");
/// assert!(yakugo::glossary::write_fluent(&glossary, "en").ends_with("\n-cell = cell\n"));
/// ```
pub fn write_fluent(glossary: &Glossary, locale: &str) -> String {
    let concepts = glossary.concepts_of("");
    let terms =
        concepts.iter().filter(|concept| is_id(concept.id)).filter_map(|concept| term(concept, locale));
    let terms: String = terms.map(|term| format!("\n{term}")).collect();
    format!("{HEAD}{terms}")
}

/// Whether a Fluent file is one that [`write_fluent`] wrote.
pub fn is_fluent_terms(text: &str) -> bool {
    text.starts_with(HEAD.trim_end())
}

fn term(concept: &Concept<'_>, locale: &str) -> Option<String> {
    let id = format!("-{}", concept.id);
    let default = to_use(concept, locale)?;
    let usable = |term: &&Term| matches!(term.status, TermStatus::Preferred | TermStatus::Admitted);
    let of = |kind: TermType| {
        let is_default = default.kind == kind && usable(&default);
        is_default
            .then_some(default)
            .or_else(|| in_locale(concept, locale).filter(usable).find(|term| term.kind == kind))
    };
    let (Some(full), Some(short)) = (of(TermType::Full), of(TermType::Abbreviation)) else {
        return Some(write_message(&id, &default.text));
    };
    let variant = |key: &str, term: &Term| {
        let mark = if std::ptr::eq(term, default) { "*" } else { " " };
        format!("{INDENT}   {mark}[{key}]{}\n", write_value(&term.text, "            "))
    };
    // One of them is what stands without a choice: the preferred term may be of neither kind.
    let (full_line, short_line) = (variant("full", full), variant("short", short));
    let default_line = if [full, short].iter().any(|term| std::ptr::eq(*term, default)) {
        String::new()
    } else {
        variant("other", default)
    };
    Some(format!("{id} =\n{INDENT}{{ $form ->\n{full_line}{short_line}{default_line}{INDENT}}}\n"))
}

/// The concepts that the placeables of a Fluent value refer to.
pub(crate) fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|inside| {
        let name = inside.trim_start().strip_prefix('-')?;
        let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
        name.get(..end.unwrap_or(name.len())).filter(|name| !name.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fluent::{Bundle, Resource};

    #[test]
    fn messages_say_concepts_in_full_or_short() {
        let rows = "concept,locale,term,status,type\n\
            vegf,en,VEGF,preferred,abbreviation\nvegf,en,vascular endothelial growth factor,admitted,full\n\
            cell,en,{cell},preferred,\ncell,ja,細胞,preferred,\n細胞,en,odd,preferred,\nonly-ja,ja,本,preferred,\n\
            law,en,the Act,preferred,variant\nlaw,en,Safety Act,admitted,full\nlaw,en,SA,admitted,abbreviation\n\
            bad,en,worse,forbidden,\n";
        let mut glossary = Glossary::default();
        assert_eq!(glossary.read("a.csv", rows), []);
        let file = write_fluent(&glossary, "en");
        assert!(is_fluent_terms(&file) && is_fluent_terms(&file.replace('\n', "\r\n")));
        let (terms, findings) = Resource::parse(file.as_str());
        assert_eq!(findings, []);
        let (texts, _) = Resource::parse(
            "a = { -vegf }, { -vegf(form: \"full\") }, { -vegf(form: \"short\") }\nb = { -cell }\n\
             c = { -law }, { -law(form: \"short\") }, { -law(form: \"full\") }\nd = { -only-ja }\ne = { -bad }\n",
        );
        let bundle = Bundle::new("en".parse().unwrap(), [&terms, &texts]);
        let check = |id: &str, expected: &str, unresolved: usize| {
            let (text, findings) = bundle.format(id).unwrap();
            assert_eq!((text.as_str(), findings.len()), (expected, unresolved), "{file}");
        };
        check("a", "VEGF, vascular endothelial growth factor, VEGF", 0);
        check("b", "{cell}", 0);
        check("c", "the Act, SA, Safety Act", 0);
        check("d", "{-only-ja}", 1);
        check("e", "{-bad}", 1);
    }

    #[test]
    fn references_are_seen_in_any_placeable() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(references(text).collect::<Vec<_>>(), expected, "{text}");
        };
        check("a { -vegf } b {-stem-cell(form: \"short\")} { $n } { cell } - x", &["vegf", "stem-cell"]);
        check("{ $n ->\n  [one] { -cell }\n *[other] { -cell } s\n}", &["cell", "cell"]);
        check("{ -", &[]);
    }
}
