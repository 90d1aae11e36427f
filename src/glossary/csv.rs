//! The glossary's canonical file: CSV, one row a term; `concept`, `locale`, `term` and `status` are required.

use csv::ReaderBuilder;

use crate::finding::{Finding, Rule, Severity};
use crate::text::Span;

/// A glossary row that cannot be read.
pub const GLOSSARY_FORMAT: Rule = Rule {
    name: "glossary-format",
    severity: Severity::Error,
    summary: "A row of a glossary file is no term.",
};

/// What the glossary says of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TermStatus {
    /// The word to use.
    Preferred,
    /// May be used.
    Admitted,
    /// Should not be used any more.
    Deprecated,
    /// Must not be used.
    Forbidden,
    /// Not yet decided.
    Draft,
}

impl TermStatus {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "preferred" => Self::Preferred,
            "admitted" => Self::Admitted,
            "deprecated" => Self::Deprecated,
            "forbidden" => Self::Forbidden,
            "draft" => Self::Draft,
            _ => return None,
        })
    }
}

/// A word of a concept in one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The concept's id.
    pub concept: String,
    /// The locale.
    pub locale: String,
    /// The word.
    pub text: String,
    /// Whether to use it.
    pub status: TermStatus,
    /// Whether it stands untranslated in every language (`dnt`).
    pub do_not_translate: bool,
}

/// The terms of all glossary files, in the order of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    terms: Vec<Term>,
}

impl Glossary {
    /// Adds the terms of a file; rows that are none are findings.
    ///
    /// ```
    /// use yakugo::glossary::Glossary;
    /// let mut glossary = Glossary::default();
    /// let findings = glossary.read("concept,locale,term,status,dnt\nvegf,ja,VEGF,preferred,yes\n");
    /// assert!(findings.is_empty());
    /// assert!(glossary.is_do_not_translate(" VEGF "));
    /// assert!(!glossary.is_do_not_translate("VEGF阻害薬"));
    /// ```
    pub fn read(&mut self, text: &str) -> Vec<Finding> {
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .comment(Some(b'#'))
            .from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
        let mut findings = Vec::new();
        let header: Vec<String> = match reader.headers() {
            Ok(header) => header.iter().map(|name| name.trim().to_owned()).collect(),
            Err(error) => return vec![unreadable(&error)],
        };
        let column = |name: &str| header.iter().position(|column| column == name);
        let required = ["concept", "locale", "term", "status"].map(column);
        let [Some(concept), Some(locale), Some(term), Some(status)] = required else {
            let message =
                "the header must name concept, locale, term and status: add the column that is missing";
            return vec![Finding::new(&GLOSSARY_FORMAT, Span::default(), message)];
        };
        let dnt = column("dnt");
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    findings.push(unreadable(&error));
                    continue;
                }
            };
            let cell = |at: usize| record.get(at).unwrap_or_default().trim();
            let (Some(status), false) = (TermStatus::from_name(cell(status)), cell(term).is_empty()) else {
                let at = record
                    .position()
                    .map_or(0, |position| usize::try_from(position.byte()).unwrap_or_default());
                let message = format!(
                    "`{}` is no status of a term (preferred, admitted, deprecated, forbidden or draft), or the term is empty",
                    cell(status)
                );
                findings.push(Finding::new(&GLOSSARY_FORMAT, Span::empty(at), message));
                continue;
            };
            self.terms.push(Term {
                concept: cell(concept).to_owned(),
                locale: cell(locale).to_owned(),
                text: cell(term).to_owned(),
                status,
                do_not_translate: dnt.is_some_and(|at| matches!(cell(at), "yes" | "true" | "1")),
            });
        }
        findings
    }

    /// All terms.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether a whole text is a term that stands untranslated in every language.
    pub fn is_do_not_translate(&self, text: &str) -> bool {
        let text = text.trim();
        self.terms.iter().any(|term| term.do_not_translate && term.text == text)
    }
}

fn unreadable(error: &csv::Error) -> Finding {
    let at = error.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or_default());
    Finding::new(&GLOSSARY_FORMAT, Span::empty(at), format!("this row cannot be read: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_are_no_terms_are_named() {
        let check = |text: &str, terms: usize, expected: &str| {
            let mut glossary = Glossary::default();
            let findings = glossary.read(text);
            assert_eq!(glossary.terms().len(), terms, "{text}");
            assert!(findings.iter().any(|finding| finding.message.contains(expected)), "{findings:?}");
        };
        check("concept,locale,term\n", 0, "must name concept");
        check(
            "concept,locale,term,status\na,ja,細胞,prefered\nb,ja,液,draft\n",
            1,
            "`prefered` is no status",
        );
        check("concept,locale,term,status\na,ja,,draft\n", 0, "the term is empty");
    }
}
