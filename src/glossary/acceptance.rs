//! Whether a text says a term somehow: lenient where finding is strict, for a false alarm costs more than a miss.

use crate::glossary::grammar_words::is_grammar_word;
use crate::glossary::inflect::{Language, Role, forms};
use crate::glossary::model::Term;
use crate::glossary::words::{is_hangul, is_letter, words};
use crate::text::{FoldMap, is_cjk};

/// Shorter words are not looked for inside of others.
const SHORTEST_PART: usize = 4;

/// A text, folded and cut into words once for all terms that are looked for in it.
pub(crate) struct Translation<'t> {
    map: &'t FoldMap,
    language: Language,
    solid: bool,
    words: Vec<Word>,
}

/// A word and all its forms.
struct Word {
    text: String,
    forms: Vec<String>,
    grammar: bool,
}

impl Word {
    fn all(map: &FoldMap, language: Language) -> Vec<Self> {
        let word = |text: &str| Self {
            text: text.to_owned(),
            forms: forms(text, language, Role::Any),
            grammar: is_grammar_word(text, language),
        };
        words(map.chars()).iter().map(|at| word(map.slice(at.first, at.end))).collect()
    }

    /// Whether two words are forms of one: one is a form of the other, or they share a form.
    fn is_form_of(&self, other: &Self) -> bool {
        self.text == other.text
            || self.forms.contains(&other.text)
            || other.forms.contains(&self.text)
            || self.forms.iter().any(|form| other.forms.contains(form))
    }
}

impl<'t> Translation<'t> {
    /// Cuts a text that [`fold`](crate::glossary::matcher::fold) has folded.
    pub(crate) fn new(map: &'t FoldMap, locale: &str) -> Self {
        let language = Language::of(locale);
        let words = Word::all(map, language);
        let name = locale.split(['-', '_']).next().unwrap_or_default();
        Self {
            map,
            language,
            solid: matches!(name, "de" | "nl" | "sv" | "da" | "nb" | "no" | "fi" | "ko"),
            words,
        }
    }

    /// Whether the text has the term or one of its listed forms: as it stands, in another form of its words, inside
    /// a solid compound, or with one word more between its words.
    pub(crate) fn says(&self, term: &Term) -> bool {
        std::iter::once(&term.text).chain(&term.forms).any(|form| self.says_form(&FoldMap::new(form)))
    }

    fn says_form(&self, form: &FoldMap) -> bool {
        let text = form.text();
        if text.is_empty() {
            return false;
        }
        let unspaced = text.chars().any(|c| is_cjk(c) || is_hangul(c));
        if unspaced || !text.chars().all(|c| is_letter(c) || matches!(c, ' ' | '-' | '\'')) {
            return self.map.text().contains(text) || self.without_blanks(text);
        }
        let wanted = Word::all(form, self.language);
        self.has_sequence(&wanted) || self.solid && self.has_part(text, &wanted)
    }

    /// Korean puts blanks into compounds or not.
    fn without_blanks(&self, text: &str) -> bool {
        let solid = |text: &str| text.replace(' ', "");
        text.chars().any(is_hangul) && solid(self.map.text()).contains(&solid(text))
    }

    /// The words in their order, with at most one word of weight between two of them. Words of grammar do not count:
    /// `maladie à coronavirus` is `maladie du coronavirus`.
    fn has_sequence(&self, wanted: &[Word]) -> bool {
        let content: Vec<&Word> = wanted.iter().filter(|word| !word.grammar).collect();
        if content.is_empty() {
            let same =
                |at: usize| wanted.iter().zip(self.words.iter().skip(at)).all(|(a, b)| a.text == b.text);
            return (0..self.words.len()).any(|at| at + wanted.len() <= self.words.len() && same(at));
        }
        if let ([a, b], true) = (&content[..], self.moves_adjectives()) {
            // coronavirus nouveau, nouveau coronavirus
            let turned = |pair: &[Word]| matches!(pair, [x, y] if b.is_form_of(x) && a.is_form_of(y));
            if self.words.windows(2).any(turned) {
                return true;
            }
        }
        let text: Vec<&Word> = self.words.iter().filter(|word| !word.grammar).collect();
        let slack = usize::from(content.len() > 1);
        (0..text.len()).any(|start| {
            let mut at = start;
            content.iter().enumerate().all(|(number, word)| {
                let skipped = if number == 0 { 0 } else { slack };
                let found = (at..=at + skipped)
                    .find(|at| text.get(*at).is_some_and(|other| self.is_same(word, other)));
                at = found.map_or(at, |found| found + 1);
                found.is_some()
            })
        })
    }

    /// Whether adjectives stand before or after their noun.
    fn moves_adjectives(&self) -> bool {
        matches!(
            self.language,
            Language::French | Language::Spanish | Language::Portuguese | Language::Italian
        )
    }

    fn is_same(&self, wanted: &Word, word: &Word) -> bool {
        let verb = || self.language == Language::French && is_french_verb_form(&wanted.text, &word.text);
        wanted.is_form_of(word) || verb()
    }

    /// Inside a solid compound, with or without the ending that a first part loses.
    fn has_part(&self, text: &str, wanted: &[Word]) -> bool {
        let stem = text.strip_suffix("en").or_else(|| text.strip_suffix('e')).unwrap_or(text);
        let stem: String = stem.chars().filter(|c| is_letter(*c)).collect();
        let inflected =
            wanted.len() == 1 && wanted.iter().flat_map(|word| &word.forms).any(|form| self.has_inside(form));
        self.has_inside(&stem) || inflected
    }

    fn has_inside(&self, part: &str) -> bool {
        part.chars().count() >= SHORTEST_PART && self.words.iter().any(|word| word.text.contains(part))
    }
}

/// Whether a term that is a verb in `-er`, or a form that can only be one, has its stem in a form of such a verb.
fn is_french_verb_form(term: &str, word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "er", "e", "es", "ez", "ons", "ent", "é", "ée", "és", "ées", "ant", "ait", "aient", "era", "eront",
        "erait",
    ];
    let Some(stem) = ["er", "ez", "ant"].iter().find_map(|ending| term.strip_suffix(ending)) else {
        return false;
    };
    stem.chars().count() >= 3 && word.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::matcher::fold;

    #[test]
    fn what_readers_accept_is_accepted() {
        let check = |locale: &str, term: &str, text: &str, expected: bool| {
            let term = Term { text: term.to_owned(), ..Term::default() };
            assert_eq!(Translation::new(&fold(text), locale).says(&term), expected, "{text}");
        };
        check("fr", "symptômes", "un symptôme", true);
        check("fr", "essai clinique", "des essais randomisés cliniques", true);
        check("fr", "maladie à coronavirus", "la maladie du coronavirus", true);
        check("fr", "essai clinique", "clinique d’essai", false);
        check("fr", "essai clinique", "un essai nouveau, grand et clinique", false);
        check("fr", "coronavirus nouveau", "le nouveau coronavirus", true);
        check("fr", "rapatrier", "les personnes rapatriées", true);
        check("fr", "porter", "la portée", true);
        check("fr", "portée", "porter", false);
        check("fr", "poumon", "pulmonaire", false);
        check("de", "Stammzelle", "Stammzellforschung", true);
        check("de", "Überstand", "Kulturüberständen", true);
        check("de", "Gen", "Gentamicin", false);
        check("en", "side effect", "Side-effects", true);
        check("en", "organ", "organization", false);
        check("ja", "培養上清液", "**培養**上清液", true);
        check("ko", "줄기세포 배양", "줄기세포배양을", true);
        check("en", "cell", "`cell`", false);
    }
}
