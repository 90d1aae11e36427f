//! Changes of a glossary's files as its editors ask for them: a new term, another preferred term. Every row that is
//! not named keeps its bytes.

use crate::glossary::model::TermStatus;
use crate::glossary::sheet::{Row, Sheet};

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
    if let Some((sheet, row)) = sheets.find(term) {
        return Err(GlossaryRefused::Present {
            concept: term.concept.to_owned(),
            locale: term.locale.to_owned(),
            term: term.text.to_owned(),
            status: sheets.sheets[sheet].cell(&sheets.sheets[sheet].rows()[row], "status").to_owned(),
        });
    }
    sheets.add(term, status, reason)?;
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
    if sheets.rows_of(term.concept).next().is_none() {
        return Err(GlossaryRefused::NoConcept(term.concept.to_owned()));
    }
    let found = sheets.find(term);
    let is_short =
        |sheet: &Sheet<'_>, row: &Row| matches!(sheet.cell(row, "type"), "abbreviation" | "symbol");
    let short = found.is_some_and(|(at, row)| {
        let sheet = &sheets.sheets[at];
        is_short(sheet, &sheet.rows()[row])
    });
    let rivals: Vec<(usize, usize)> = sheets
        .rows_of(term.concept)
        .filter(|place| Some(*place) != found)
        .filter(|(at, row)| {
            let (sheet, row) = (&sheets.sheets[*at], &sheets.sheets[*at].rows()[*row]);
            let preferred = sheet.cell(row, "status").eq_ignore_ascii_case(TermStatus::Preferred.name());
            preferred && sheet.cell(row, "locale") == term.locale && is_short(sheet, row) == short
        })
        .collect();
    match found {
        Some((at, row)) => {
            // A reason why it was not preferred is none any more.
            sheets.sheets[at].set(row, &[("status", TermStatus::Preferred.name()), ("reason", "")]);
        }
        None => sheets.add(term, TermStatus::Preferred, "")?,
    }
    for (at, row) in rivals {
        let sheet = &mut sheets.sheets[at];
        let given = sheet.cell(&sheet.rows()[row], "reason").to_owned();
        let reason = if given.is_empty() { reason.to_owned() } else { given };
        sheet.set(row, &[("status", old.name()), ("reason", &reason)]);
    }
    Ok(sheets.into_texts())
}

/// A glossary file with quotes only where cells need them; rows, remarks and blank lines stay as they are.
pub fn format_glossary(text: &str) -> String {
    let (mut sheet, _) = Sheet::read(text);
    sheet.quote_minimally();
    sheet.into_text()
}

/// The files of a glossary, as rows by file and number.
struct Sheets<'t> {
    paths: Vec<&'t str>,
    sheets: Vec<Sheet<'t>>,
}

impl<'t> Sheets<'t> {
    fn read(files: &[GlossaryText<'t>]) -> Self {
        let sheets = files.iter().map(|(_, text)| Sheet::read(text).0).collect();
        Self { paths: files.iter().map(|(path, _)| *path).collect(), sheets }
    }

    fn rows_of(&self, concept: &str) -> impl Iterator<Item = (usize, usize)> {
        let sheets = self.sheets.iter().enumerate();
        sheets.flat_map(move |(at, sheet)| {
            let rows = sheet.rows().iter().enumerate();
            rows.filter(move |(_, row)| sheet.cell(row, "concept") == concept).map(move |(row, _)| (at, row))
        })
    }

    fn find(&self, term: NewTerm<'_>) -> Option<(usize, usize)> {
        self.rows_of(term.concept).find(|(at, row)| {
            let (sheet, row) = (&self.sheets[*at], &self.sheets[*at].rows()[*row]);
            sheet.cell(row, "locale") == term.locale && sheet.cell(row, "term") == term.text
        })
    }

    fn add(&mut self, term: NewTerm<'_>, status: TermStatus, reason: &str) -> Result<(), GlossaryRefused> {
        let rows: Vec<(usize, usize)> = self.rows_of(term.concept).collect();
        let in_locale = |(at, row): &&(usize, usize)| {
            self.sheets[*at].cell(&self.sheets[*at].rows()[*row], "locale") == term.locale
        };
        let below = rows.iter().rfind(in_locale).or(rows.last()).copied();
        let last = self.sheets.len().checked_sub(1).ok_or(GlossaryRefused::NoFile)?;
        let at = below.map_or(last, |(at, _)| at);
        let sheet = &mut self.sheets[at];
        for column in ["concept", "locale", "term", "status"] {
            if sheet.column(column).is_none() {
                return Err(GlossaryRefused::NoColumn { path: self.paths[at].to_owned(), column });
            }
        }
        let domain =
            below.map(|(_, row)| sheet.cell(&sheet.rows()[row], "domain").to_owned()).unwrap_or_default();
        let values = [
            ("concept", term.concept),
            ("locale", term.locale),
            ("term", term.text),
            ("status", status.name()),
            ("reason", reason),
            ("domain", &domain),
        ];
        sheet.insert(below.map(|(_, row)| row), &values);
        Ok(())
    }

    fn into_texts(self) -> Vec<String> {
        self.sheets.into_iter().map(Sheet::into_text).collect()
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
