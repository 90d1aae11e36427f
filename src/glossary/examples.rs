//! The glossary's own tests: sentences in which a term must or must not be found.

use crate::finding::Finding;
use crate::glossary::matcher::Matcher;
use crate::glossary::model::Glossary;
use crate::glossary::rules::TERM_EXAMPLE;

impl Glossary {
    /// Tries every example of every term; the findings point at the rows. Terms of the same locale shield each other
    /// as they do in a text.
    ///
    /// ```
    /// use yakugo::glossary::Glossary;
    /// let mut glossary = Glossary::default();
    /// glossary.read("a.csv", "concept,locale,term,status,yes,no\ncell,en,cell,preferred,Two cells.,A cellar.\n");
    /// assert_eq!(glossary.test_examples(), []);
    /// ```
    pub fn test_examples(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for locale in self.locales() {
            let matcher = Matcher::new(self, locale);
            for term in self.in_locale(locale) {
                let found =
                    |sentence: &str| matcher.find(sentence).iter().any(|hit| std::ptr::eq(hit.term, term));
                let missed = term.yes.iter().filter(|sentence| !found(sentence));
                let missed = missed.map(|sentence| {
                    format!(
                        "`{}` is not found in its example `{sentence}`: list the form that stands there, or correct \
                         the example",
                        term.text
                    )
                });
                let wrong = term.no.iter().filter(|sentence| found(sentence));
                let wrong = wrong.map(|sentence| {
                    format!(
                        "`{}` is found in `{sentence}`, where it must not be: add the longer term that it is a part \
                         of, or set `case` or `match` to exact",
                        term.text
                    )
                });
                findings.extend(missed.chain(wrong).map(|message| {
                    Finding::new(&TERM_EXAMPLE, term.place.span, message)
                        .at(&term.place.path)
                        .in_locale(locale)
                }));
            }
        }
        findings.sort_by(|a, b| a.place.cmp(&b.place));
        findings
    }

    /// How many examples there are.
    pub fn example_count(&self) -> usize {
        self.terms().iter().map(|term| term.yes.len() + term.no.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_promises_are_findings_at_their_row() {
        let text = "concept,locale,term,status,yes,no\na,en,cell,preferred,A cellar. | Cells.,One cell.\n";
        let mut glossary = Glossary::default();
        assert_eq!(glossary.read("a.csv", text), []);
        let findings = glossary.test_examples();
        assert_eq!(findings.len(), 2);
        assert!(
            findings[0].message.contains("not found in its example `A cellar.`"),
            "{}",
            findings[0].message
        );
        assert!(findings[1].message.contains("is found in `One cell.`"), "{}", findings[1].message);
        assert!(findings[0].place.span.of(text).starts_with("a,en,cell"));
        assert_eq!(glossary.example_count(), 3);
    }
}
