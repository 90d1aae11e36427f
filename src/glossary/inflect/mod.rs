//! The forms of a word: number and case of nouns, by the tables of school grammars. Derivation (`exosomal`) is no
//! form. What the tables do not know, the glossary lists.

mod english;
mod french;
mod german;
mod iberian;
mod italian;
pub(crate) mod korean;
mod russian;

/// A language with tables of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Language {
    English,
    German,
    French,
    Spanish,
    Portuguese,
    Italian,
    Russian,
    Korean,
    /// Any other: words are matched as they are, abbreviations with a plural `s`.
    Other,
}

impl Language {
    /// The language of a locale (`pt-BR`).
    pub(crate) fn of(locale: &str) -> Self {
        match locale.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "en" => Self::English,
            "de" => Self::German,
            "fr" => Self::French,
            "es" => Self::Spanish,
            "pt" => Self::Portuguese,
            "it" => Self::Italian,
            "ru" => Self::Russian,
            "ko" => Self::Korean,
            _ => Self::Other,
        }
    }
}

/// What a word may be where it stands in its term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    /// A noun: a term of one word.
    Noun,
    /// A noun or an adjective that agrees with one: a word of a longer term.
    Any,
}

/// The forms of a folded word besides itself; some may be no words at all, which does no harm.
pub(crate) fn forms(word: &str, language: Language, role: Role) -> Vec<String> {
    let mut forms = Vec::new();
    if word.chars().count() < 2 || !word.chars().all(char::is_alphabetic) {
        return forms;
    }
    match language {
        Language::English => english::forms(word, &mut forms),
        Language::German => german::forms(word, role, &mut forms),
        Language::French => french::forms(word, role, &mut forms),
        Language::Spanish => iberian::spanish(word, role, &mut forms),
        Language::Portuguese => iberian::portuguese(word, role, &mut forms),
        Language::Italian => italian::forms(word, role, &mut forms),
        Language::Russian => russian::forms(word, &mut forms),
        Language::Korean | Language::Other => {}
    }
    forms.retain(|form| form != word);
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// The plural of a folded noun, in languages where a noun has one plural and nothing else; the commoner of two.
pub(crate) fn plural(word: &str, language: Language) -> Option<String> {
    if language != Language::English || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let mut forms = Vec::new();
    english::forms(word, &mut forms);
    forms.into_iter().next()
}

/// `stem` with each of these endings.
fn with_endings(stem: &str, endings: &[&str], forms: &mut Vec<String>) {
    forms.extend(endings.iter().map(|ending| format!("{stem}{ending}")));
}

/// The forms of a word that ends in an irregular one: the longest entry wins (`Fachmann` as `Mann`). `whole` asks
/// for the word itself, for languages that write compounds apart.
fn irregular(word: &str, table: &[(&str, &[&str])], whole: bool, forms: &mut Vec<String>) -> bool {
    let fits = |entry: &str| if whole { word == entry } else { word.ends_with(entry) };
    let Some((entry, listed)) =
        table.iter().filter(|(entry, _)| fits(entry)).max_by_key(|(entry, _)| entry.len())
    else {
        return false;
    };
    let stem = word.strip_suffix(entry).unwrap_or_default();
    with_endings(stem, listed, forms);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `word` has each of `yes` and none of `no` among its forms.
    fn check(locale: &str, word: &str, yes: &str, no: &str) {
        let forms = forms(word, Language::of(locale), Role::Noun);
        for form in yes.split_whitespace() {
            assert!(forms.iter().any(|other| other == form), "{word} lacks {form}: {forms:?}");
        }
        for form in no.split_whitespace() {
            assert!(!forms.iter().any(|other| other == form), "{word} has {form}");
        }
    }

    #[test]
    fn english_number() {
        check("en", "cell", "cells", "cellular celles");
        check("en", "study", "studies", "studys");
        check("en", "analysis", "analyses", "analysises");
        check("en", "virus", "viruses", "");
        check("en", "woman", "women", "womans");
        check("en", "criterion", "criteria", "");
        check("en", "knife", "knives", "");
        check("en", "hero", "heroes heros", "");
        check("en", "day", "days", "daies");
    }

    #[test]
    fn german_number_and_case() {
        check("de", "haus", "hauses häuser häusern", "hauser");
        check("de", "zelle", "zellen", "zeller");
        check("de", "arbeit", "arbeiten", "arbeiter");
        check("de", "krankenhaus", "krankenhäuser", "");
        check("de", "patientin", "patientinnen", "");
        check("de", "medium", "medien mediums", "");
        check("de", "überstand", "überstände überstands überständen", "");
        check("de", "ergebnis", "ergebnisse ergebnisses", "");
    }

    #[test]
    fn romance_number() {
        check("fr", "local", "locaux", "");
        check("fr", "tissu", "tissus", "");
        check("fr", "réseau", "réseaux", "");
        check("fr", "œil".replace('œ', "oe").as_str(), "yeux", "");
        check("es", "lesión", "lesiones", "lesiónes");
        check("es", "imagen", "imágenes", "");
        check("es", "vez", "veces", "");
        check("es", "análisis", "", "análisises");
        check("pt", "lesão", "lesões", "");
        check("pt", "animal", "animais", "");
        check("it", "cellula", "cellule", "");
        check("it", "medico", "medici", "");
        check("it", "attività", "", "attivitài");
    }

    #[test]
    fn russian_number_and_case() {
        check("ru", "цитокин", "цитокина цитокинами цитокинов", "");
        check("ru", "лечение", "лечения лечению лечением", "");
        check("ru", "клетка", "клетки клеток клетками", "клетко");
        check("ru", "ткань", "тканей тканью тканях", "");
        check("ru", "американец", "американца американцев", "");
        check("ru", "рынок", "рынка рынков", "");
        check("ru", "время", "времени временем времен", "");
        check("ru", "человек", "люди людей человека", "");
        check("ru", "болезнь", "болезней болезнью", "");
    }

    #[test]
    fn what_is_no_word_has_no_forms() {
        check("en", "il6", "", "il6s");
        check("xx", "cell", "", "cells");
    }
}
