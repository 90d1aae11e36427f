//! The glossary's canonical file: CSV, one row a term; `concept`, `locale`, `term` and `status` are required.

use crate::finding::{Finding, Place};
use crate::glossary::model::{BETWEEN_VALUES, CasePolicy, Glossary, MatchPolicy, Term, TermStatus, TermType};
use crate::glossary::rules::GLOSSARY_FORMAT;
use crate::glossary::sheet::{Row, Sheet};
use crate::text::Span;

impl Glossary {
    /// Adds the terms of a file; rows that are none are findings. Cells are separated by `,`, `;` or a tab, as the
    /// header shows; several values in a cell by ` | `. Lines that begin with `#` are remarks.
    ///
    /// ```
    /// use yakugo::glossary::Glossary;
    /// let mut glossary = Glossary::default();
    /// let text = "concept;locale;term;status;dnt\nvegf;ja;VEGF;preferred;yes\n";
    /// assert!(glossary.read("glossary/medical.csv", text).is_empty());
    /// assert!(glossary.is_do_not_translate(" VEGF "));
    /// assert!(!glossary.is_do_not_translate("VEGF阻害薬"));
    /// ```
    pub fn read(&mut self, path: &str, text: &str) -> Vec<Finding> {
        let (sheet, unreadable) = Sheet::read(text);
        let mut findings = [unreadable, problems(&sheet)].concat();
        for finding in &mut findings {
            path.clone_into(&mut finding.place.path);
        }
        if is_complete(&sheet) {
            for row in sheet.rows() {
                let place = Place { path: path.to_owned(), span: row.span };
                self.terms.extend(term(&sheet, row, place, &mut findings));
            }
        }
        findings
    }
}

const REQUIRED: [&str; 4] = ["concept", "locale", "term", "status"];

fn is_complete(sheet: &Sheet<'_>) -> bool {
    REQUIRED.iter().all(|name| sheet.column(name).is_some())
}

/// What is wrong with the header.
fn problems(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !is_complete(sheet) {
        let message = "the header must name concept, locale, term and status: add the column that is missing";
        findings.push(Finding::new(&GLOSSARY_FORMAT, Span::default(), message));
    }
    for (at, name) in sheet.columns().iter().enumerate() {
        if !name.is_empty() && sheet.column(name) != Some(at) {
            let message = format!("two columns are named `{name}`; only the first is read: rename one");
            findings.push(Finding::new(&GLOSSARY_FORMAT, Span::default(), message));
        }
    }
    findings
}

fn term(sheet: &Sheet<'_>, row: &Row, place: Place, findings: &mut Vec<Finding>) -> Option<Term> {
    let cell = |name: &str| sheet.cell(row, name);
    let values = |name: &str| -> Vec<String> {
        let values = cell(name).split(BETWEEN_VALUES).map(str::trim).filter(|value| !value.is_empty());
        values.map(str::to_owned).collect()
    };
    let mut problem = |message: String| {
        findings.push(Finding::new(&GLOSSARY_FORMAT, place.span, message).at(&place.path));
    };
    let (concept, locale, text) = (cell("concept"), cell("locale"), cell("term"));
    for (name, value) in [("concept", concept), ("locale", locale), ("term", text)] {
        if value.is_empty() {
            problem(format!("the cell `{name}` is empty: fill it, or delete the row"));
            return None;
        }
    }
    let status = named("status", cell("status"), TermStatus::NAMES, &mut problem)?;
    let mut term = Term {
        concept: concept.to_owned(),
        locale: locale.to_owned(),
        text: text.to_owned(),
        status,
        part_of_speech: cell("part_of_speech").to_owned(),
        do_not_translate: matches!(cell("dnt").to_ascii_lowercase().as_str(), "yes" | "true" | "1" | "x"),
        forms: values("forms"),
        yes: values("yes"),
        no: values("no"),
        reason: cell("reason").to_owned(),
        domain: cell("domain").to_owned(),
        definition: cell("definition").to_owned(),
        note: cell("note").to_owned(),
        source: cell("source").to_owned(),
        ..Term::default()
    };
    // A word that is not understood in these columns loses nothing but itself: the term still counts.
    let optional = |name: &str| if cell(name).is_empty() { None } else { Some(cell(name)) };
    term.kind =
        optional("type").and_then(|v| named("type", v, TermType::NAMES, &mut problem)).unwrap_or_default();
    term.case =
        optional("case").and_then(|v| named("case", v, CasePolicy::NAMES, &mut problem)).unwrap_or_default();
    term.matching = optional("match")
        .and_then(|v| named("match", v, MatchPolicy::NAMES, &mut problem))
        .unwrap_or_default();
    term.place = place;
    Some(term)
}

fn named<T: Copy>(
    column: &str,
    value: &str,
    names: &[(&str, T)],
    problem: &mut impl FnMut(String),
) -> Option<T> {
    let found = names.iter().find(|(name, _)| name.eq_ignore_ascii_case(value)).map(|(_, value)| *value);
    if found.is_none() {
        let known: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        problem(format!("`{value}` is no {column} of a term; there are {}", known.join(", ")));
    }
    found
}

pub(super) fn unreadable(error: &::csv::Error, offset: usize) -> Finding {
    let at = error.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or_default());
    Finding::new(&GLOSSARY_FORMAT, Span::empty(offset + at), format!("this row cannot be read: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_are_no_terms_are_named() {
        let check = |text: &str, terms: usize, expected: &str| {
            let mut glossary = Glossary::default();
            let findings = glossary.read("a.csv", text);
            assert_eq!(glossary.terms().len(), terms, "{text}");
            assert!(findings.iter().any(|finding| finding.message.contains(expected)), "{findings:?}");
        };
        check("concept,locale,term\n", 0, "must name concept");
        check(
            "concept,locale,term,status\na,ja,細胞,prefered\nb,ja,液,draft\n",
            1,
            "`prefered` is no status",
        );
        check("concept,locale,term,status\na,ja,,draft\n", 0, "`term` is empty");
        check("concept,locale,term,status,case\na,ja,液,draft,upper\n", 1, "`upper` is no case");
        check("concept,locale,term,status,term\na,ja,液,draft,x\n", 1, "two columns are named `term`");
    }

    #[test]
    fn cells_of_every_delimiter_are_read() {
        for delimiter in [",", ";", "\t"] {
            let text = "\u{FEFF}# a remark\r\nconcept,locale,term,status,forms,yes\r\n\r\na,en,cell,Preferred,cell's | cells',\"Cells, alive.\"\r\n";
            let text = if delimiter == "," { text.to_owned() } else { text.replace(',', delimiter) };
            let mut glossary = Glossary::default();
            assert_eq!(glossary.read("a.csv", &text), []);
            let term = &glossary.terms()[0];
            assert_eq!(term.forms, ["cell's", "cells'"]);
            assert_eq!(term.yes.len(), 1);
            assert!(term.place.span.of(&text).starts_with('a'), "{:?}", term.place.span.of(&text));
        }
    }
}
