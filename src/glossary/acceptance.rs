//! Whether a text says a term somehow: lenient where finding is strict, for a false alarm costs more than a miss.

use std::rc::Rc;

use crate::glossary::grammar_words::is_grammar_word;
use crate::glossary::inflect::{Language, Role, forms};
use crate::glossary::model::Term;
use crate::glossary::words::{is_hangul, is_letter, words};
use crate::text::{FoldMap, is_cjk};

/// Shorter words are not looked for inside of others.
const SHORTEST_PART: usize = 4;

/// A text, folded and cut into words once for all terms that are looked for in it.
pub(crate) struct Translation {
    map: Rc<FoldMap>,
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

impl Translation {
    /// Cuts a text that [`fold`](crate::glossary::matcher::fold) has folded.
    pub(crate) fn new(map: Rc<FoldMap>, locale: &str) -> Self {
        let language = Language::of(locale);
        let words = Word::all(&map, language);
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
        forms_of(term).any(|form| self.times_form(&form) > 0)
    }

    /// How often it has the term, in the form that it has most of; never too few times, for terms that overlap are
    /// counted by each.
    pub(crate) fn times(&self, term: &Term) -> usize {
        forms_of(term).map(|form| self.times_form(&form)).max().unwrap_or(0)
    }

    fn times_form(&self, form: &FoldMap) -> usize {
        let text = form.text();
        if text.is_empty() {
            return 0;
        }
        let unspaced = text.chars().any(|c| is_cjk(c) || is_hangul(c));
        if unspaced || !text.chars().all(|c| is_letter(c) || matches!(c, ' ' | '-' | '\'')) {
            return match self.map.text().matches(text).count() {
                0 => self.without_blanks(text),
                times => times,
            };
        }
        let wanted = Word::all(form, self.language);
        match self.sequences(&wanted) {
            0 if self.solid => self.parts(text, &wanted),
            times => times,
        }
    }

    /// Korean puts blanks into compounds or not.
    fn without_blanks(&self, text: &str) -> usize {
        let solid = |text: &str| text.replace(' ', "");
        if !text.chars().any(is_hangul) {
            return 0;
        }
        solid(self.map.text()).matches(&solid(text)).count()
    }

    /// The words in their order, with at most one word of weight between two of them. Words of grammar do not count:
    /// `maladie à coronavirus` is `maladie du coronavirus`.
    fn sequences(&self, wanted: &[Word]) -> usize {
        let content: Vec<&Word> = wanted.iter().filter(|word| !word.grammar).collect();
        if content.is_empty() {
            let same = |words: &[Word]| wanted.iter().zip(words).all(|(a, b)| a.text == b.text);
            return self.words.windows(wanted.len().max(1)).filter(|words| same(words)).count();
        }
        if let ([a, b], true) = (&content[..], self.moves_adjectives()) {
            // coronavirus nouveau, nouveau coronavirus
            let turned = |pair: &&[Word]| matches!(pair, [x, y] if b.is_form_of(x) && a.is_form_of(y));
            let times = self.words.windows(2).filter(turned).count();
            if times > 0 {
                return times;
            }
        }
        let text: Vec<&Word> = self.words.iter().filter(|word| !word.grammar).collect();
        let slack = usize::from(content.len() > 1);
        let begins = |start: &usize| {
            let mut at = *start;
            content.iter().enumerate().all(|(number, word)| {
                let skipped = if number == 0 { 0 } else { slack };
                let found = (at..=at + skipped)
                    .find(|at| text.get(*at).is_some_and(|other| self.is_same(word, other)));
                at = found.map_or(at, |found| found + 1);
                found.is_some()
            })
        };
        (0..text.len()).filter(begins).count()
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

    /// The words that have it inside, with or without the ending that a first part loses.
    fn parts(&self, text: &str, wanted: &[Word]) -> usize {
        let stem = text.strip_suffix("en").or_else(|| text.strip_suffix('e')).unwrap_or(text);
        let stem: String = stem.chars().filter(|c| is_letter(*c)).collect();
        let inflected = wanted.iter().filter(|_| wanted.len() == 1).flat_map(|word| &word.forms);
        let parts: Vec<&String> = std::iter::once(&stem)
            .chain(inflected)
            .filter(|part| part.chars().count() >= SHORTEST_PART)
            .collect();
        let has_one = |word: &&Word| parts.iter().any(|part| word.text.contains(part.as_str()));
        self.words.iter().filter(has_one).count()
    }
}

/// The term and its listed forms, folded.
fn forms_of(term: &Term) -> impl Iterator<Item = FoldMap> {
    std::iter::once(&term.text).chain(&term.forms).map(|form| FoldMap::new(form))
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
            assert_eq!(Translation::new(Rc::new(fold(text)), locale).says(&term), expected, "{text}");
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
        check("en", "IL-6", "It is IL-6R.", false);
    }
}
