//! Tables of other programs: a column a language, or a source and a target, with or without a header.

use unic_langid::LanguageIdentifier;

use super::split::{Cell, split};
use super::{Entry, GLOSSARY_IMPORT};
use crate::finding::{Finding, Place};
use crate::glossary::model::{CasePolicy, Term, TermStatus, TermType};
use crate::glossary::sheet::{Row, Sheet};

/// The languages of a table whose header does not name them.
#[derive(Clone, Copy, Debug)]
pub struct Languages<'a> {
    /// That of the first column, or of the column `source`.
    pub from: &'a str,
    /// That of the second column, or of the column `target`.
    pub to: &'a str,
    /// Locales that a column may be named by, beside the languages with codes of two letters.
    pub known: &'a [&'a str],
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    Id,
    Term(String),
    LanguageOf(Side),
    Domain,
    Definition,
    Note,
    Speech,
    Status,
    Forbidden,
    Untranslated,
    Translatable,
    CaseSensitive,
    Example,
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Source,
    Target,
}

/// Names of columns, as the programs write them, in small letters.
const NAMES: &[(&str, Column)] = &[
    ("id", Column::Id),
    ("concept", Column::Id),
    ("concept id", Column::Id),
    ("key", Column::Id),
    ("domain", Column::Domain),
    ("subject", Column::Domain),
    ("definition", Column::Definition),
    ("description", Column::Definition),
    ("note", Column::Note),
    ("notes", Column::Note),
    ("comment", Column::Note),
    ("comments", Column::Note),
    ("translator_comments", Column::Note),
    ("part_of_speech", Column::Speech),
    ("part of speech", Column::Speech),
    ("pos", Column::Speech),
    ("status", Column::Status),
    ("forbidden", Column::Forbidden),
    ("dnt", Column::Untranslated),
    ("translatable", Column::Translatable),
    ("casesensitive", Column::CaseSensitive),
    ("case_sensitive", Column::CaseSensitive),
    ("example", Column::Example),
    ("example of use", Column::Example),
    ("source_lang", Column::LanguageOf(Side::Source)),
    ("target_lang", Column::LanguageOf(Side::Target)),
];

/// Reads such a table. A header is recognised by the names that it has; without one, the columns are source, target
/// and note. Columns that are not understood, and cells that were taken apart, are findings.
pub(super) fn read_columns(path: &str, text: &str, languages: &Languages<'_>) -> (Vec<Entry>, Vec<Finding>) {
    let (sheet, mut findings) = Sheet::read(text);
    let mut columns: Vec<Column> = sheet.columns().iter().map(|name| column(name, languages)).collect();
    let has_header = columns.iter().any(|column| matches!(column, Column::Term(_)));
    if has_header {
        let unknown = columns.iter().zip(sheet.columns()).filter(|(column, _)| **column == Column::Unknown);
        findings.extend(unknown.filter(|(_, name)| !name.is_empty()).map(|(_, name)| {
            let message =
                format!("the column `{name}` is left out: rename it to one that yakugo knows, or do without");
            Finding::new(&GLOSSARY_IMPORT, sheet.header().span, message)
        }));
    } else {
        let side = |locale: &str| Column::Term(locale.to_owned());
        columns = vec![side(languages.from), side(languages.to), Column::Note];
    }
    let first = Some(sheet.header()).filter(|_| !has_header);
    let rows = first.into_iter().chain(sheet.rows());
    let entries = rows.map(|row| entry(row, &columns, path, &mut findings));
    let entries = entries.filter(|entry| !entry.terms.is_empty()).collect();
    for finding in &mut findings {
        path.clone_into(&mut finding.place.path);
    }
    (entries, findings)
}

fn column(name: &str, languages: &Languages<'_>) -> Column {
    if let Some((_, column)) = NAMES.iter().find(|(known, _)| *known == name) {
        return column.clone();
    }
    match name {
        "source" | "source_term" | "source term" | "term" => return Column::Term(languages.from.to_owned()),
        "target" | "target_term" | "target term" | "translation" => {
            return Column::Term(languages.to.to_owned());
        }
        _ => {}
    }
    // `yes` and `no` are our own columns before they are a language.
    let locale = name.replace('_', "-").parse::<LanguageIdentifier>().ok().map(|locale| locale.to_string());
    let is_locale = |locale: &String| {
        let language = locale.split('-').next().unwrap_or_default();
        languages.known.contains(&locale.as_str()) || language.len() == 2 && locale != "no"
    };
    locale.filter(is_locale).map_or(Column::Unknown, Column::Term)
}

/// How a cell says yes.
const YES: &[&str] = &["yes", "true", "1", "x", "y"];

fn entry(row: &Row, columns: &[Column], path: &str, findings: &mut Vec<Finding>) -> Entry {
    let cells = || columns.iter().zip(row.cells()).map(|(column, cell)| (column, cell.trim()));
    let of = |wanted: &Column| {
        cells().find(|(column, cell)| *column == wanted && !cell.is_empty()).map_or("", |(_, cell)| cell)
    };
    let is = |wanted: &Column, words: &[&str]| words.contains(&of(wanted).to_ascii_lowercase().as_str());
    let status = TermStatus::NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(of(&Column::Status)));
    let row_term = Term {
        status: match status {
            _ if is(&Column::Forbidden, YES) => TermStatus::Forbidden,
            Some((_, status)) => *status,
            None => TermStatus::Draft,
        },
        do_not_translate: is(&Column::Untranslated, YES)
            || is(&Column::Translatable, &["no", "false", "0", "n"]),
        case: if is(&Column::CaseSensitive, YES) { CasePolicy::Exact } else { CasePolicy::Auto },
        part_of_speech: of(&Column::Speech).to_owned(),
        domain: of(&Column::Domain).to_owned(),
        place: Place { path: path.to_owned(), span: row.span },
        ..Term::default()
    };
    let mut entry =
        Entry { id: Some(of(&Column::Id).to_owned()).filter(|id| !id.is_empty()), terms: Vec::new() };
    let languages = [Column::LanguageOf(Side::Source), Column::LanguageOf(Side::Target)];
    let mut side = 0;
    for (column, cell) in cells() {
        let Column::Term(locale) = column else { continue };
        // A row may name its own languages, as DeepL's do.
        let own = languages.get(side).map_or("", |language| of(language));
        let locale = if own.is_empty() { locale.clone() } else { own.to_owned() };
        side += 1;
        if !cell.is_empty() {
            push(&mut entry.terms, cell, &Term { locale, ..row_term.clone() }, findings);
        }
    }
    if let Some(first) = entry.terms.first_mut() {
        of(&Column::Definition).clone_into(&mut first.definition);
        first.note = joined(of(&Column::Note), &first.note);
        first.yes.extend(Some(of(&Column::Example).to_owned()).filter(|example| !example.is_empty()));
    }
    entry
}

/// The terms of a cell. What stood in brackets may be a remark: it comes in as a draft.
fn push(terms: &mut Vec<Term>, cell: &str, like: &Term, findings: &mut Vec<Finding>) {
    let Cell { words, in_brackets, note } = split(cell);
    if words.len() > 1 || in_brackets.is_some() || note.is_some() {
        let parts: Vec<String> =
            words.iter().copied().chain(in_brackets).chain(note).map(|part| format!("`{part}`")).collect();
        let message =
            format!("`{cell}` was taken apart into {}: see whether that is right", parts.join(", "));
        findings.push(Finding::new(&GLOSSARY_IMPORT, like.place.span, message));
    }
    let is_wanted = matches!(like.status, TermStatus::Preferred | TermStatus::Admitted);
    for (number, word) in words.iter().enumerate() {
        let status = if number > 0 && is_wanted { TermStatus::Admitted } else { like.status };
        let note = note.filter(|_| number == 0).unwrap_or_default().to_owned();
        terms.push(Term { text: (*word).to_owned(), kind: kind(word), status, note, ..like.clone() });
    }
    if let Some(word) = in_brackets {
        let status = TermStatus::Draft;
        terms.push(Term { text: word.to_owned(), kind: kind(word), status, ..like.clone() });
    }
}

fn kind(word: &str) -> TermType {
    let short = word.chars().count() <= 6 && word.chars().any(char::is_uppercase);
    let capitals = !word.chars().any(|c| c.is_lowercase() || c == ' ');
    if short && capitals { TermType::Abbreviation } else { TermType::Full }
}

fn joined(one: &str, other: &str) -> String {
    [one, other].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes in, a line a term: `id locale term status type`; remarks in words.
    fn check(text: &str, expected: &[&str], said: &[&str]) {
        let languages = Languages { from: "ja", to: "en", known: &["zh-Hans"] };
        let (entries, findings) = read_columns("a.csv", text, &languages);
        let line = |id: &Option<String>, term: &Term| {
            let id = id.as_deref().unwrap_or("-");
            let kind = if term.kind == TermType::Abbreviation { " abbreviation" } else { "" };
            let dnt = if term.do_not_translate { " dnt" } else { "" };
            format!("{id} {} {} {}{kind}{dnt}", term.locale, term.text, term.status.name())
        };
        let lines: Vec<String> =
            entries.iter().flat_map(|entry| entry.terms.iter().map(|term| line(&entry.id, term))).collect();
        assert_eq!(lines, expected, "{text}");
        let findings: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(findings.len(), said.len(), "{findings:?}");
        for (message, said) in findings.iter().zip(said) {
            assert!(message.contains(said), "{message}");
        }
    }

    #[test]
    fn a_column_a_language() {
        check(
            "id,ja,en-US,zh_hans,Notes,Owner\nexo,エクソソーム,exosome,外泌体,see MISEV,me\n,細胞,cell,,,\n",
            &[
                "exo ja エクソソーム draft",
                "exo en-US exosome draft",
                "exo zh-Hans 外泌体 draft",
                "- ja 細胞 draft",
                "- en-US cell draft",
            ],
            &["column `owner` is left out"],
        );
        check(
            "term,description,translatable,casesensitive,forbidden,de\nVEGF,A factor,false,true,false,VEGF\ncell,,true,false,true,Zelle\n",
            &[
                "- ja VEGF draft abbreviation dnt",
                "- de VEGF draft abbreviation dnt",
                "- ja cell forbidden",
                "- de Zelle forbidden",
            ],
            &[],
        );
    }

    #[test]
    fn two_columns() {
        check("血管新生\tangiogenesis\n", &["- ja 血管新生 draft", "- en angiogenesis draft"], &[]);
        check(
            "細胞,Zelle,ja,de\n".replace("細胞", "source,target,source_lang,target_lang\n細胞").as_str(),
            &["- ja 細胞 draft", "- de Zelle draft"],
            &[],
        );
        check(
            "source_term;target_term;status\n細胞;cell;preferred\n",
            &["- ja 細胞 preferred", "- en cell preferred"],
            &[],
        );
    }

    #[test]
    fn cells_with_several_words_are_split_and_it_is_said() {
        check(
            "ja,en,status\n血管内皮増殖因子（VEGF）,tumour/tumor # British first,preferred\n",
            &[
                "- ja 血管内皮増殖因子 preferred",
                "- ja VEGF draft abbreviation",
                "- en tumour preferred",
                "- en tumor admitted",
            ],
            &["taken apart into `血管内皮増殖因子`, `VEGF`", "`tumour`, `tumor`, `British first`"],
        );
    }
}
