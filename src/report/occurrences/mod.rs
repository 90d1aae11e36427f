//! Where terms are used, for editors and for programs: one file a form.

mod csv;
mod html;
mod json;
mod markdown;
mod text;

pub use csv::{CSV_HEAD, PROJECT_CSV_HEAD, csv, project_csv};
pub use html::html;
pub use json::jsonl;
pub use markdown::markdown;
pub use text::text;

use std::collections::BTreeMap;

use crate::check::{Occurrence, Passage, Use};
use crate::glossary::{Term, TermStatus};

/// The occurrences of one concept.
struct Group<'o, 'a> {
    concept: &'a str,
    occurrences: Vec<&'o Occurrence<'a>>,
}

/// The occurrences by concept, in the order of the ids.
fn by_concept<'o, 'a>(occurrences: &'o [Occurrence<'a>]) -> Vec<Group<'o, 'a>> {
    let mut groups: BTreeMap<&str, Vec<&Occurrence<'_>>> = BTreeMap::new();
    for occurrence in occurrences {
        groups.entry(occurrence.concept).or_default().push(occurrence);
    }
    groups.into_iter().map(|(concept, occurrences)| Group { concept, occurrences }).collect()
}

impl<'a> Group<'_, 'a> {
    /// `7 uses in 3 texts`; how many texts where these are units.
    fn counted(&self) -> String {
        let uses = self.occurrences.iter().flat_map(|occurrence| occurrence.uses()).count();
        let uses = format!("{uses} use{}", s(uses));
        if self.occurrences.iter().all(|occurrence| occurrence.id.is_none()) {
            return uses;
        }
        format!("{uses} in {} text{}", self.occurrences.len(), s(self.occurrences.len()))
    }

    /// The terms that are used, by locale in the order of the occurrences, and how often each is.
    fn terms(&self) -> Vec<(&'a Term, usize)> {
        let mut locales: Vec<&str> = Vec::new();
        let mut counts: BTreeMap<(&str, &str), (&Term, usize)> = BTreeMap::new();
        for passage in self.occurrences.iter().flat_map(|occurrence| occurrence.passages()) {
            if !locales.contains(&passage.locale) {
                locales.push(passage.locale);
            }
            for used in &passage.uses {
                counts.entry((passage.locale, &used.term.text)).or_insert((used.term, 0)).1 += 1;
            }
        }
        let mut terms: Vec<(&Term, usize)> = counts.into_values().collect();
        let place = |term: &Term| locales.iter().position(|locale| *locale == term.locale);
        terms.sort_by_key(|(term, count)| (place(term), std::cmp::Reverse(*count)));
        terms
    }
}

fn s(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// Whether a term should not be used.
fn is_unwanted(term: &Term) -> bool {
    matches!(term.status, TermStatus::Forbidden | TermStatus::Deprecated)
}

/// `path:line:column`, without the column where the file writes the use in another way.
fn place(passage: &Passage<'_>) -> String {
    let Passage { path, line, uses, .. } = passage;
    match uses.first().and_then(|used| Some((used.line, used.columns?))) {
        Some((line, (start, _))) => format!("{path}:{line}:{}", start + 1),
        None => format!("{path}:{line}"),
    }
}

/// The text through `plain`, its uses through `mark`. Of uses that overlap the first counts.
fn marked(
    passage: &Passage<'_>,
    plain: impl Fn(&str) -> String,
    mark: impl Fn(&Use<'_>, &str) -> String,
) -> String {
    let text = |start: usize, end: usize| plain(passage.text.get(start..end).unwrap_or_default());
    let mut out = String::new();
    let mut at = 0;
    for used in &passage.uses {
        if used.span.start >= at {
            out.push_str(&text(at, used.span.start));
            out.push_str(&mark(used, used.span.of(&passage.text)));
            at = used.span.end;
        }
    }
    out.push_str(&text(at, passage.text.len()));
    out
}

/// What is said where nothing was found.
const NOTHING: &str = "No term of the glossary is used there.";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Search, Wanted};
    use crate::glossary::{Glossary, Matcher};

    #[test]
    fn what_stands_in_the_text_breaks_no_form() {
        let mut glossary = Glossary::default();
        glossary.read("a.csv", "concept,locale,term,status\ncell,en,cell,forbidden\n");
        let (matcher, wanted) = (Matcher::new(&glossary, "en"), Wanted::everything(&glossary));
        let search = Search { matcher: &matcher, locale: "en", wanted: &wanted, path: "a|b.txt" };
        let found = search.in_line(3, "=1+1 a < b & \"c\" | *cells*\tend\u{1b}[31m");
        assert_eq!(
            csv(&found),
            "cell,cell,forbidden,en,a|b.txt,3,20,25,cells,\"'=1+1 a < b & \"\"c\"\" | *cells*\tend\u{1b}[31m\"\n"
        );
        assert!(html(&found).contains("=1+1 a &lt; b &amp; &quot;c&quot; | *<mark class=\"unwanted\""));
        assert!(markdown(&found).contains("a &lt; b &amp; \"c\" \\| \\***cells**\\*"));
        assert!(!text(&found, false).contains('\u{1b}'), "a terminal is not obeyed");
        let object: serde_json::Value = serde_json::from_str(&jsonl(&found)).unwrap();
        assert_eq!(
            (&object["text"], &object["start"], &object["end"]),
            (&"cells".into(), &20.into(), &25.into())
        );
    }
}
