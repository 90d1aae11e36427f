//! Glossaries of other programs: recognised by what they hold, and merged into our own files.

mod columns;
mod merge;
mod split;

pub use columns::Languages;
pub use merge::{Difference, Merged, merge};

use columns::read_columns;

use crate::finding::{Finding, Rule, Severity};
use crate::glossary::model::{Glossary, Term};
use crate::glossary::sheet::Sheet;
use crate::glossary::tbx::read_tbx;

/// Something of an imported file that came in otherwise than it stood there, or not at all.
pub const GLOSSARY_IMPORT: Rule = Rule {
    name: "glossary-import",
    severity: Severity::Note,
    summary: "A cell of an imported glossary was split, or a column of it was left out.",
};

/// A concept as another program holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// Its id there, where it has one.
    pub id: Option<String>,
    /// Its terms; their own `concept` is not used. What nobody has judged is a draft.
    pub terms: Vec<Term>,
}

/// Reads a glossary of another program or of our own: TBX, a canonical CSV file, a CSV file with a column a
/// language, or two columns with or without a header.
///
/// ```
/// use yakugo::glossary::{Languages, read_foreign};
/// let languages = Languages { from: "ja", to: "en", known: &[] };
/// let (entries, findings) = read_foreign("a.tsv", "血管新生\tangiogenesis\tof tumours\n", &languages);
/// assert!(findings.is_empty());
/// assert_eq!(entries[0].terms[1].text, "angiogenesis");
/// ```
pub fn read_foreign(path: &str, text: &str, languages: &Languages<'_>) -> (Vec<Entry>, Vec<Finding>) {
    if text.trim_start_matches('\u{FEFF}').trim_start().starts_with('<') {
        let (terms, findings) = read_tbx(path, text);
        return (by_concept(terms), findings);
    }
    let (sheet, _) = Sheet::read(text);
    if ["concept", "locale", "term"].iter().all(|name| sheet.column(name).is_some()) {
        let mut glossary = Glossary::default();
        let findings = glossary.read(path, text);
        return (by_concept(glossary.terms), findings);
    }
    read_columns(path, text, languages)
}

fn by_concept(terms: Vec<Term>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for term in terms {
        match entries.last_mut().filter(|entry| entry.id.as_ref() == Some(&term.concept)) {
            Some(entry) => entry.terms.push(term),
            None => entries.push(Entry { id: Some(term.concept.clone()), terms: vec![term] }),
        }
    }
    entries
}
