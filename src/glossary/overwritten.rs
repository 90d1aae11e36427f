//! Preferred terms that somebody overwrote in their cell, where a row of their own was due: the old word would be
//! forgotten, and nobody would find it in the translations any more.

use crate::glossary::edit::{GlossaryRefused, GlossaryText, Sheets};
use crate::glossary::model::{BETWEEN_VALUES, Glossary, Term, TermStatus};
use crate::text::FoldMap;

/// A preferred term in whose cell another word stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overwritten<'g> {
    /// The term that stood there.
    pub old: &'g Term,
    /// The term that stands there now.
    pub new: &'g Term,
}

/// The preferred terms of `old` that `new` does not have any more, with the new preferred terms of the same concept and
/// locale, short forms with short forms. A word that is only written otherwise (capitals, full width) is the same one.
///
/// ```
/// use yakugo::glossary::{Glossary, overwritten};
/// let glossary = |term: &str| {
///     let mut glossary = Glossary::default();
///     glossary.read("a.csv", &format!("concept,locale,term,status\nstem-cell,en,{term},preferred\n"));
///     glossary
/// };
/// let (old, new) = (glossary("mother cell"), glossary("stem cell"));
/// assert_eq!(overwritten(&old, &new)[0].old.text, "mother cell");
/// assert_eq!(overwritten(&old, &glossary("Mother cell")), []);
/// ```
pub fn overwritten<'g>(old: &'g Glossary, new: &'g Glossary) -> Vec<Overwritten<'g>> {
    let gone = preferred_only_in(old, new);
    let mut come = preferred_only_in(new, old);
    let mut pairs = Vec::new();
    for old in gone {
        let is_heir = |new: &&Term| {
            (&new.concept, &new.locale, new.is_short()) == (&old.concept, &old.locale, old.is_short())
        };
        if let Some(at) = come.iter().position(is_heir) {
            pairs.push(Overwritten { old, new: come.remove(at) });
        }
    }
    pairs
}

/// The preferred terms of a glossary that another one has in no status.
fn preferred_only_in<'g>(glossary: &'g Glossary, other: &Glossary) -> Vec<&'g Term> {
    let key =
        |term: &Term| (term.concept.clone(), term.locale.clone(), FoldMap::new(&term.text).text().to_owned());
    let known: std::collections::HashSet<_> = other.terms().iter().map(key).collect();
    let preferred = glossary.terms().iter().filter(|term| term.status == TermStatus::Preferred);
    preferred.filter(|term| !known.contains(&key(term))).collect()
}

/// Puts the old terms back as deprecated, each in a row of its own below the new one. What the row still says of the old
/// word goes with it: forms and examples that nobody changed. Gives the texts of all files.
///
/// # Errors
///
/// [`GlossaryRefused::NoFile`] and [`GlossaryRefused::NoColumn`] if there is no place for a row.
pub fn keep_overwritten(
    files: &[GlossaryText<'_>],
    overwritten: &[Overwritten<'_>],
) -> Result<Vec<String>, GlossaryRefused> {
    let mut sheets = Sheets::read(files);
    for Overwritten { old, new } in overwritten {
        let Some(place) = sheets.find(&new.concept, &new.locale, &new.text) else { continue };
        let cell = |column: &str| sheets.cell(place, column).to_owned();
        let kept = ["type", "part_of_speech", "case", "match", "dnt"].map(|column| (column, cell(column)));
        let about_old = [("forms", &old.forms), ("yes", &old.yes), ("no", &old.no)];
        let unchanged = about_old.map(|(column, values)| {
            let cell = cell(column);
            let is_unchanged = !cell.is_empty() && cell == values.join(BETWEEN_VALUES);
            (column, if is_unchanged { cell } else { String::new() })
        });
        let emptied: Vec<(&str, &str)> =
            unchanged.iter().filter(|(_, cell)| !cell.is_empty()).map(|(column, _)| (*column, "")).collect();
        sheets.set(place, &emptied);
        let mut values = vec![("term", old.text.as_str()), ("status", TermStatus::Deprecated.name())];
        values.extend(kept.iter().chain(&unchanged).map(|(column, cell)| (*column, cell.as_str())));
        sheets.add(&old.concept, &old.locale, &values)?;
    }
    Ok(sheets.into_texts())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary(text: &str) -> Glossary {
        let mut glossary = Glossary::default();
        assert_eq!(glossary.read("a.csv", text), []);
        glossary
    }

    const OLD: &str = "concept;locale;term;status;type;forms;yes;mine\r\n\
        exo;en;exosome;preferred;full;exosomes | exosome's;An exosome.;\"keep; this\"\r\n\
        exo;en;EXO;preferred;abbreviation;;;\r\nexo;en;vesicle;forbidden;full;;;\r\n";

    #[test]
    fn an_overwritten_term_is_kept_with_what_is_said_of_it() {
        let text =
            OLD.replace("en;exosome;", "en;extracellular vesicle;").replace("An exosome.", "A vesicle.");
        let (old, new) = (glossary(OLD), glossary(&text));
        let found = overwritten(&old, &new);
        let pairs: Vec<(&str, &str)> = found.iter().map(|it| (&*it.old.text, &*it.new.text)).collect();
        assert_eq!(pairs, [("exosome", "extracellular vesicle")]);
        let kept = keep_overwritten(&[("a.csv", &text)], &found).unwrap().remove(0);
        // The example was changed with the term: it is the new one's. The forms were not.
        let expected = text.replace("full;exosomes | exosome's;A", "full;;A").replace(
            "vesicle;forbidden;full;;;\r\n",
            "vesicle;forbidden;full;;;\r\nexo;en;exosome;deprecated;full;exosomes | exosome's;;\r\n",
        );
        assert_eq!(kept, expected);
        assert_eq!(overwritten(&old, &glossary(&kept)), [], "it is there again");
    }

    #[test]
    fn only_what_is_gone_was_overwritten() {
        let check = |from: &str, to: &str, expected: usize| {
            let (old, new) = (glossary(OLD), glossary(&OLD.replace(from, to)));
            assert_eq!(overwritten(&old, &new).len(), expected, "{to}");
        };
        check("en;EXO;", "en;EV;", 1);
        check("en;exosome;", "en;Exosome;", 0);
        check("en;exosome;preferred", "en;exosome;deprecated", 0);
        check("exo;en;exosome;", "other;en;exosome;", 0);
        check("en;vesicle;", "en;sac;", 0);
    }
}
