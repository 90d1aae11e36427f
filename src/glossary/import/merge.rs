//! Bringing terms of another file into the glossary's own files.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Entry;
use crate::glossary::edit::{GlossaryRefused, GlossaryText, Sheets};
use crate::glossary::model::{BETWEEN_VALUES, CasePolicy, MatchPolicy, Term, TermStatus, TermType, name_of};

/// One thing that an import changes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The concept.
    pub concept: String,
    /// The locale of the term.
    pub locale: String,
    /// The term.
    pub term: String,
    /// The column that changes with the old and the new cell; `None` for a row that comes.
    pub change: Option<(&'static str, String, String)>,
}

/// What an import makes of the glossary's files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Merged {
    /// The texts of all files.
    pub texts: Vec<String>,
    /// What is different, in the order of the import.
    pub differences: Vec<Difference>,
}

/// Merges entries into the files. An entry belongs to the concept that has its id, else to the only concept that has
/// one of its terms; else it begins a concept. Rows that are there get the cells that the import has something to
/// say in; drafts judge nothing, and become `unjudged`
/// in rows that come. No row, column or cell that the import does not speak of changes.
///
/// # Errors
///
/// As [`add_term`](crate::glossary::add_term).
pub fn merge(
    files: &[GlossaryText<'_>],
    entries: &[Entry],
    unjudged: TermStatus,
) -> Result<Merged, GlossaryRefused> {
    let mut sheets = Sheets::read(files);
    let mut concepts = Concepts::of(&sheets);
    let mut differences = Vec::new();
    for entry in entries {
        let concept = concepts.of_entry(entry);
        for term in &entry.terms {
            let mut cells = cells(term);
            let difference = |change| Difference {
                concept: concept.clone(),
                locale: term.locale.clone(),
                term: term.text.clone(),
                change,
            };
            match sheets.find(&concept, &term.locale, &term.text) {
                Some(place) => {
                    let changed: Vec<(&'static str, String, String)> = cells
                        .into_iter()
                        .map(|(column, new)| (column, sheets.cell(place, column).to_owned(), new))
                        .filter(|(column, old, new)| {
                            old != new && !(*column == "status" && term.status == TermStatus::Draft)
                        })
                        .collect();
                    let values: Vec<(&str, &str)> =
                        changed.iter().map(|(column, _, new)| (*column, new.as_str())).collect();
                    sheets.set(place, &values);
                    differences.extend(changed.into_iter().map(|change| difference(Some(change))));
                }
                None if concepts.add(&concept, term) => {
                    let draft = cells
                        .iter_mut()
                        .find(|(column, _)| *column == "status" && term.status == TermStatus::Draft);
                    if let Some((_, status)) = draft {
                        unjudged.name().clone_into(status);
                    }
                    let values: Vec<(&str, &str)> =
                        cells.iter().map(|(column, value)| (*column, value.as_str())).collect();
                    sheets.add(&concept, &term.locale, &values)?;
                    differences.push(difference(None));
                }
                // The file has the row twice.
                None => {}
            }
        }
    }
    Ok(Merged { texts: sheets.into_texts(), differences })
}

/// The cells that a term has something to say in.
fn cells(term: &Term) -> Vec<(&'static str, String)> {
    let name = |condition: bool, name: &str| if condition { name.to_owned() } else { String::new() };
    let all = [
        ("term", term.text.clone()),
        ("status", term.status.name().to_owned()),
        ("type", name(term.kind != TermType::Full, name_of(TermType::NAMES, term.kind))),
        ("part_of_speech", term.part_of_speech.clone()),
        ("case", name(term.case != CasePolicy::Auto, name_of(CasePolicy::NAMES, term.case))),
        ("match", name(term.matching != MatchPolicy::Auto, name_of(MatchPolicy::NAMES, term.matching))),
        ("dnt", name(term.do_not_translate, "yes")),
        ("forms", term.forms.join(BETWEEN_VALUES)),
        ("yes", term.yes.join(BETWEEN_VALUES)),
        ("no", term.no.join(BETWEEN_VALUES)),
        ("reason", term.reason.clone()),
        ("domain", term.domain.clone()),
        ("definition", term.definition.clone()),
        ("note", term.note.clone()),
        ("source", term.source.clone()),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// The concepts of the files and of the import so far.
struct Concepts {
    ids: HashSet<String>,
    /// The concepts of each term, by locale and text.
    of_term: HashMap<(String, String), Vec<String>>,
    added: HashSet<(String, String, String)>,
}

impl Concepts {
    fn of(sheets: &Sheets<'_>) -> Self {
        let mut concepts = Self { ids: HashSet::new(), of_term: HashMap::new(), added: HashSet::new() };
        for place in sheets.places() {
            let [concept, locale, term] =
                ["concept", "locale", "term"].map(|column| sheets.cell(place, column).to_owned());
            concepts.ids.insert(concept.clone());
            concepts.of_term.entry((locale, term)).or_default().push(concept);
        }
        concepts
    }

    /// Whether a row is new.
    fn add(&mut self, concept: &str, term: &Term) -> bool {
        self.ids.insert(concept.to_owned());
        self.added.insert((concept.to_owned(), term.locale.clone(), term.text.clone()))
    }

    fn of_entry(&self, entry: &Entry) -> String {
        if let Some(id) = entry.id.as_ref().filter(|id| self.ids.contains(*id)) {
            return id.clone();
        }
        let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
        for term in &entry.terms {
            let key = (term.locale.clone(), term.text.clone());
            for concept in self.of_term.get(&key).into_iter().flatten() {
                *owners.entry(concept).or_default() += 1;
            }
        }
        let most = owners.values().max().copied();
        let mut best = owners.iter().filter(|(_, count)| Some(**count) == most);
        match (best.next(), best.next()) {
            (Some((concept, _)), None) => (*concept).to_owned(),
            _ => entry.id.clone().unwrap_or_else(|| self.free(&slug(entry))),
        }
    }

    fn free(&self, slug: &str) -> String {
        let numbered = (2..).map(|number| format!("{slug}-{number}"));
        let mut names = std::iter::once(slug.to_owned()).chain(numbered);
        names.find(|name| !self.ids.contains(name)).unwrap_or_default()
    }
}

/// An id made of the English term, or of any in Latin letters.
fn slug(entry: &Entry) -> String {
    let latin = |term: &&Term| term.text.chars().any(|c| c.is_ascii_alphanumeric());
    let english = entry.terms.iter().filter(|term| term.locale.starts_with("en")).find(latin);
    let text = english.or_else(|| entry.terms.iter().find(latin)).map_or("", |term| &term.text);
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "concept".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::{Languages, read_foreign};

    const OWN: &str = "concept,locale,term,status,mine\n\
        exo,ja,エクソソーム,preferred,x\nexo,en,exosome,preferred,\ncell,en,cell,preferred,y\n";

    fn check(import: &str, expected: &str, differences: &[&str]) {
        let languages = Languages { from: "ja", to: "en", known: &[] };
        let (entries, _) = read_foreign("b.csv", import, &languages);
        let merged = merge(&[("a.csv", OWN)], &entries, TermStatus::Draft).unwrap();
        assert_eq!(merged.texts, [expected], "{import}");
        let line = |difference: &Difference| match &difference.change {
            None => format!("+ {} {} {}", difference.concept, difference.locale, difference.term),
            Some((column, old, new)) => format!("{} {column}: {old} → {new}", difference.term),
        };
        assert_eq!(merged.differences.iter().map(line).collect::<Vec<_>>(), differences);
    }

    #[test]
    fn an_entry_finds_its_concept_by_its_words() {
        let expected = OWN.replace("preferred,\n", "preferred,\nexo,en,exosome vesicle,draft,\n");
        check(
            "エクソソーム\texosome\nエクソソーム\texosome vesicle\n",
            &expected,
            &["+ exo en exosome vesicle"],
        );
        let expected =
            format!("{OWN}growth-factor,ja,増殖因子,draft,\ngrowth-factor,en,growth factor,draft,\n");
        check(
            "増殖因子\tgrowth factor\n",
            &expected,
            &["+ growth-factor ja 増殖因子", "+ growth-factor en growth factor"],
        );
    }

    #[test]
    fn only_cells_that_the_import_speaks_of_change() {
        let expected =
            OWN.replace("mine\n", "mine,note\n").replace("exosome,preferred,", "exosome,admitted,,small");
        check(
            "concept,locale,term,status,note\nexo,en,exosome,admitted,small\nexo,ja,エクソソーム,draft,\n",
            &expected,
            &["exosome status: preferred → admitted", "exosome note:  → small"],
        );
        check("concept,locale,term,status\ncell,en,cell,preferred\ncell,en,cell,preferred\n", OWN, &[]);
    }

    #[test]
    fn our_own_tbx_changes_nothing() {
        let mut glossary = crate::glossary::Glossary::default();
        glossary.read("a.csv", OWN);
        check(&crate::glossary::write_tbx(&glossary, crate::glossary::TbxStyle::V2), OWN, &[]);
    }
}
