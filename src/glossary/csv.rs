//! The glossary's canonical file: CSV, one row a term; `concept`, `locale`, `term` and `status` are required.

use csv::{ReaderBuilder, StringRecord};

use crate::finding::{Finding, Place};
use crate::glossary::model::{CasePolicy, Glossary, MatchPolicy, Term, TermStatus, TermType};
use crate::glossary::rules::GLOSSARY_FORMAT;
use crate::text::Span;

/// What stands between several values in one cell.
const BETWEEN_VALUES: &str = " | ";

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
        let body = text.trim_start_matches('\u{FEFF}');
        let offset = text.len() - body.len();
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .comment(Some(b'#'))
            .delimiter(delimiter(body))
            .from_reader(body.as_bytes());
        let header = match reader.headers() {
            Ok(header) => Header::new(header),
            Err(error) => return vec![unreadable(&error, offset).at(path)],
        };
        let mut findings: Vec<Finding> =
            header.problems().into_iter().map(|finding| finding.at(path)).collect();
        if !header.is_complete() {
            return findings;
        }
        let mut record = StringRecord::new();
        loop {
            match reader.read_record(&mut record) {
                Ok(false) => return findings,
                Ok(true) => {}
                Err(error) => {
                    findings.push(unreadable(&error, offset).at(path));
                    continue;
                }
            }
            let start = record.position().map_or(0, csv::Position::byte);
            let [start, end] =
                [start, reader.position().byte()].map(|at| usize::try_from(at).unwrap_or_default());
            // Blank lines before a row are skipped by the reader and belong to no row.
            let row = body.get(start..end).unwrap_or_default();
            let start = start + row.len() - row.trim_start_matches(['\r', '\n']).len();
            let span = Span::new(offset + start, offset + start.max(end));
            let place = Place { path: path.to_owned(), span };
            self.terms.extend(header.term(&record, place, &mut findings));
        }
    }
}

/// The delimiter of the first line that is no remark: the most frequent one.
fn delimiter(text: &str) -> u8 {
    let header =
        text.lines().find(|line| !line.starts_with('#') && !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: u8| header.bytes().filter(|byte| *byte == delimiter).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

struct Header {
    columns: Vec<String>,
}

impl Header {
    fn new(record: &StringRecord) -> Self {
        Self { columns: record.iter().map(|name| name.trim().to_ascii_lowercase()).collect() }
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    fn is_complete(&self) -> bool {
        ["concept", "locale", "term", "status"].iter().all(|name| self.column(name).is_some())
    }

    fn problems(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        if !self.is_complete() {
            let message =
                "the header must name concept, locale, term and status: add the column that is missing";
            findings.push(Finding::new(&GLOSSARY_FORMAT, Span::default(), message));
        }
        for (at, name) in self.columns.iter().enumerate() {
            if !name.is_empty() && self.column(name) != Some(at) {
                let message = format!("two columns are named `{name}`; only the first is read: rename one");
                findings.push(Finding::new(&GLOSSARY_FORMAT, Span::default(), message));
            }
        }
        findings
    }

    fn term(&self, record: &StringRecord, place: Place, findings: &mut Vec<Finding>) -> Option<Term> {
        let cell = |name: &str| self.column(name).and_then(|at| record.get(at)).unwrap_or_default().trim();
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
        term.kind = optional("type")
            .and_then(|v| named("type", v, TermType::NAMES, &mut problem))
            .unwrap_or_default();
        term.case = optional("case")
            .and_then(|v| named("case", v, CasePolicy::NAMES, &mut problem))
            .unwrap_or_default();
        term.matching = optional("match")
            .and_then(|v| named("match", v, MatchPolicy::NAMES, &mut problem))
            .unwrap_or_default();
        term.place = place;
        Some(term)
    }
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

fn unreadable(error: &csv::Error, offset: usize) -> Finding {
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
