//! Changes of a glossary's files as its editors ask for them: a new term, another preferred term. Every row that is
//! not named keeps its bytes.

use std::collections::HashMap;

use crate::glossary::model::TermStatus;
use crate::glossary::sheet::Sheet;

/// Why a glossary was not changed. The files are as they were.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GlossaryRefused {
    /// Nothing to write into.
    #[error("there is no glossary file: name one in `glossary` of yakugo.toml")]
    NoFile,
    /// The file has no column that the change needs.
    #[error("{path} has no column `{column}`: add it to the header")]
    NoColumn {
        /// The file.
        path: String,
        /// The column.
        column: &'static str,
    },
    /// No row of that concept.
    #[error("the glossary has no concept `{0}`: `yakugo glossary list WORD` finds concepts by their words")]
    NoConcept(String),
    /// The row is there.
    #[error("the glossary has `{term}` for `{concept}` in {locale} already, as {status}")]
    Present {
        /// The concept.
        concept: String,
        /// The locale.
        locale: String,
        /// The term.
        term: String,
        /// Its status.
        status: String,
    },
}

/// A term to be added, or to be preferred.
#[derive(Clone, Copy, Debug)]
pub struct NewTerm<'a> {
    /// The concept's id.
    pub concept: &'a str,
    /// The locale.
    pub locale: &'a str,
    /// The word.
    pub text: &'a str,
}

/// A file of a glossary: its path and its text.
pub type GlossaryText<'a> = (&'a str, &'a str);

/// Adds a row: below the last row of the concept in its locale, else below the last of the concept, else at the end
/// of the last file. Gives the texts of all files.
///
/// ```
/// use yakugo::glossary::{NewTerm, TermStatus, add_term};
/// let file = ("a.csv", "concept,locale,term,status\ncell,en,cell,preferred\nvirus,en,virus,preferred\n");
/// let term = NewTerm { concept: "cell", locale: "de", text: "Zelle" };
/// let texts = add_term(&[file], term, TermStatus::Draft, "").unwrap();
/// assert!(texts[0].contains("cell,en,cell,preferred\ncell,de,Zelle,draft\n"));
/// ```
///
/// # Errors
///
/// [`GlossaryRefused::Present`] if the concept has the term, [`GlossaryRefused::NoFile`] and
/// [`GlossaryRefused::NoColumn`] if there is no place for it.
pub fn add_term(
    files: &[GlossaryText<'_>],
    term: NewTerm<'_>,
    status: TermStatus,
    reason: &str,
) -> Result<Vec<String>, GlossaryRefused> {
    let mut sheets = Sheets::read(files);
    if let Some(place) = sheets.find(term.concept, term.locale, term.text) {
        return Err(GlossaryRefused::Present {
            concept: term.concept.to_owned(),
            locale: term.locale.to_owned(),
            term: term.text.to_owned(),
            status: sheets.cell(place, "status").to_owned(),
        });
    }
    let values = [("term", term.text), ("status", status.name()), ("reason", reason)];
    sheets.add(term.concept, term.locale, &values)?;
    Ok(sheets.into_texts())
}

/// Makes a term the preferred one of its concept and locale; it is added if it is not there. What was preferred
/// before gets the status `old` and, where the column is empty, the reason. Short forms and full forms are preferred
/// side by side.
///
/// # Errors
///
/// [`GlossaryRefused::NoConcept`], and as [`add_term`].
pub fn prefer_term(
    files: &[GlossaryText<'_>],
    term: NewTerm<'_>,
    old: TermStatus,
    reason: &str,
) -> Result<Vec<String>, GlossaryRefused> {
    let mut sheets = Sheets::read(files);
    if sheets.rows_of(term.concept).is_empty() {
        return Err(GlossaryRefused::NoConcept(term.concept.to_owned()));
    }
    let found = sheets.find(term.concept, term.locale, term.text);
    let is_short = |place: RowPlace| matches!(sheets.cell(place, "type"), "abbreviation" | "symbol");
    let short = found.is_some_and(is_short);
    let is_rival = |place: &RowPlace| {
        let preferred = sheets.cell(*place, "status").eq_ignore_ascii_case(TermStatus::Preferred.name());
        preferred
            && Some(*place) != found
            && sheets.cell(*place, "locale") == term.locale
            && is_short(*place) == short
    };
    let rivals: Vec<RowPlace> = sheets.rows_of(term.concept).iter().copied().filter(is_rival).collect();
    let preferred = ("status", TermStatus::Preferred.name());
    match found {
        // A reason why it was not preferred is none any more.
        Some(place) => sheets.set(place, &[preferred, ("reason", "")]),
        None => sheets.add(term.concept, term.locale, &[("term", term.text), preferred])?,
    }
    for place in rivals {
        let given = sheets.cell(place, "reason").to_owned();
        let reason = if given.is_empty() { reason } else { &given };
        sheets.set(place, &[("status", old.name()), ("reason", reason)]);
    }
    Ok(sheets.into_texts())
}

/// A glossary file with quotes only where cells need them; rows, remarks and blank lines stay as they are.
pub fn format_glossary(text: &str) -> String {
    let (mut sheet, _) = Sheet::read(text);
    sheet.quote_minimally();
    sheet.into_text()
}

/// A row by the number of its file and its own.
pub(super) type RowPlace = (usize, usize);

/// The files of a glossary as rows.
pub(super) struct Sheets<'t> {
    paths: Vec<&'t str>,
    files: Vec<Sheet<'t>>,
    by_concept: HashMap<String, Vec<RowPlace>>,
}

impl<'t> Sheets<'t> {
    pub(super) fn read(files: &[GlossaryText<'t>]) -> Self {
        let sheets: Vec<Sheet<'t>> = files.iter().map(|(_, text)| Sheet::read(text).0).collect();
        let mut by_concept: HashMap<String, Vec<RowPlace>> = HashMap::new();
        for (at, sheet) in sheets.iter().enumerate() {
            for (number, row) in sheet.rows().iter().enumerate() {
                by_concept.entry(sheet.cell(row, "concept").to_owned()).or_default().push((at, number));
            }
        }
        Self { paths: files.iter().map(|(path, _)| *path).collect(), files: sheets, by_concept }
    }

    /// Every row of every file.
    pub(super) fn places(&self) -> impl Iterator<Item = RowPlace> {
        let sheets = self.files.iter().enumerate();
        sheets.flat_map(|(at, sheet)| (0..sheet.rows().len()).map(move |row| (at, row)))
    }

    fn rows_of(&self, concept: &str) -> &[RowPlace] {
        self.by_concept.get(concept).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn find(&self, concept: &str, locale: &str, term: &str) -> Option<RowPlace> {
        let is_it =
            |place: &&RowPlace| self.cell(**place, "locale") == locale && self.cell(**place, "term") == term;
        self.rows_of(concept).iter().find(is_it).copied()
    }

    pub(super) fn cell(&self, (at, row): RowPlace, column: &str) -> &str {
        let Some(sheet) = self.files.get(at) else { return "" };
        sheet.rows().get(row).map_or("", |row| sheet.cell(row, column))
    }

    pub(super) fn set(&mut self, (at, row): RowPlace, values: &[(&str, &str)]) {
        if let Some(sheet) = self.files.get_mut(at) {
            sheet.set(row, values);
        }
    }

    /// Adds a row: below the last row of the concept in its locale, else below the last of the concept, else at the
    /// end of the last file. The domain is that of the concept unless it is given.
    pub(super) fn add(
        &mut self,
        concept: &str,
        locale: &str,
        values: &[(&str, &str)],
    ) -> Result<(), GlossaryRefused> {
        let rows = self.rows_of(concept);
        let in_locale = |place: &&RowPlace| self.cell(**place, "locale") == locale;
        let below = rows.iter().rfind(in_locale).or(rows.last()).copied();
        let domain = below.map(|place| self.cell(place, "domain").to_owned()).unwrap_or_default();
        let last = self.files.len().checked_sub(1).ok_or(GlossaryRefused::NoFile)?;
        let at = below.map_or(last, |(at, _)| at);
        let sheet = &mut self.files[at];
        for column in ["concept", "locale", "term", "status"] {
            if sheet.column(column).is_none() {
                return Err(GlossaryRefused::NoColumn { path: self.paths[at].to_owned(), column });
            }
        }
        let row = [&[("concept", concept), ("locale", locale)], values, &[("domain", &domain)]].concat();
        sheet.insert(below.map(|(_, row)| row), &row);
        Ok(())
    }

    pub(super) fn into_texts(self) -> Vec<String> {
        self.files.into_iter().map(Sheet::into_text).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "concept,locale,term,status,type,reason,mine\n\
        exo,en,exosome,preferred,full,,\"keep, this\"\n\
        exo,en,EV,preferred,abbreviation,,\n\
        # between\n\
        exo,en,vesicle,forbidden,full,too wide,\n\
        exo,ja,エクソソーム,preferred,full,,\n";

    fn prefer(term: &str, old: TermStatus) -> String {
        let term = NewTerm { concept: "exo", locale: "en", text: term };
        prefer_term(&[("a.csv", TEXT)], term, old, "see MISEV").unwrap().remove(0)
    }

    #[test]
    fn the_old_preferred_term_stays_with_its_reason() {
        let old = TEXT.replace(
            "exosome,preferred,full,,\"keep, this\"",
            "exosome,deprecated,full,see MISEV,\"keep, this\"",
        );
        let new = "exo,en,EV,preferred,abbreviation,,\n";
        let deprecated = TermStatus::Deprecated;
        let expected = old.replace("forbidden,full,too wide,", "preferred,full,,");
        assert_eq!(prefer("vesicle", deprecated), expected);
        let added =
            "# between\nexo,en,vesicle,forbidden,full,too wide,\nexo,en,extracellular vesicle,preferred,,,\n";
        let expected = old.replace("# between\nexo,en,vesicle,forbidden,full,too wide,\n", added);
        assert_eq!(prefer("extracellular vesicle", deprecated), expected);
        assert!(expected.contains(new));
        assert_eq!(prefer("exosome", deprecated), TEXT, "it is preferred already");
    }

    #[test]
    fn refusals_say_what_to_do() {
        let term = NewTerm { concept: "exo", locale: "en", text: "exosome" };
        let refused = add_term(&[("a.csv", TEXT)], term, TermStatus::Draft, "").unwrap_err();
        assert!(refused.to_string().contains("already, as preferred"), "{refused}");
        let unknown = NewTerm { concept: "egg", ..term };
        let refused = prefer_term(&[("a.csv", TEXT)], unknown, TermStatus::Admitted, "").unwrap_err();
        assert_eq!(refused, GlossaryRefused::NoConcept("egg".to_owned()));
        let refused = add_term(&[("a.csv", "term\nx\n")], term, TermStatus::Draft, "").unwrap_err();
        assert!(refused.to_string().contains("no column `concept`"), "{refused}");
        assert_eq!(add_term(&[], term, TermStatus::Draft, ""), Err(GlossaryRefused::NoFile));
    }
}
