//! Uses for a spreadsheet.

use super::is_unwanted;
use crate::check::{Occurrence, Passage};
use crate::glossary::csv_row;

/// The header of [`csv()`].
pub const CSV_HEAD: &str = "concept,term,status,locale,path,line,start,end,text,context\n";

/// A row a use of texts on their own.
pub fn csv(occurrences: &[Occurrence<'_>]) -> String {
    let mut out = String::new();
    for occurrence in occurrences {
        let passage = &occurrence.source;
        for used in &passage.uses {
            let column = |of: fn((usize, usize)) -> usize| {
                used.columns.map(|columns| of(columns).to_string()).unwrap_or_default()
            };
            out.push_str(&csv_row(&[
                occurrence.concept,
                &used.term.text,
                used.term.status.name(),
                passage.locale,
                passage.path,
                &used.line.to_string(),
                &column(|(start, _)| start),
                &column(|(_, end)| end),
                used.span.of(&passage.text),
                &passage.text,
            ]));
        }
    }
    out
}

/// The header of [`project_csv`].
pub const PROJECT_CSV_HEAD: &str =
    "concept,id,source_place,source_words,source,locale,place,words,translation,unwanted\n";

/// A row a translation, beside its source; a row with the source alone where there is none.
pub fn project_csv(occurrences: &[Occurrence<'_>]) -> String {
    let mut out = String::new();
    for occurrence in occurrences {
        let source = &occurrence.source;
        let place = |passage: &Passage<'_>| format!("{}:{}", passage.path, passage.line);
        let row = |translation: Option<&Passage<'_>>| {
            csv_row(&[
                occurrence.concept,
                occurrence.id.unwrap_or_default(),
                &place(source),
                &words(source, false),
                &source.text,
                translation.map_or("", |passage| passage.locale),
                &translation.map(place).unwrap_or_default(),
                &translation.map(|passage| words(passage, false)).unwrap_or_default(),
                translation.map_or("", |passage| &passage.text),
                &translation.map(|passage| words(passage, true)).unwrap_or_default(),
            ])
        };
        if occurrence.translations.is_empty() {
            out.push_str(&row(None));
        }
        out.extend(occurrence.translations.iter().map(|translation| row(Some(translation))));
    }
    out
}

/// The words that stand there for the concept; or only those that should not.
fn words(passage: &Passage<'_>, unwanted: bool) -> String {
    let uses = passage.uses.iter().filter(|used| !unwanted || is_unwanted(used.term));
    uses.map(|used| used.span.of(&passage.text)).collect::<Vec<_>>().join(" | ")
}
