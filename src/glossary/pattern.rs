//! What is searched for: a term or one of its listed forms, folded once.

use crate::glossary::capitals::{Capitals, is_abbreviation};
use crate::glossary::grammar_words::is_grammar_word;
use crate::glossary::inflect::{Language, Role, forms};
use crate::glossary::mask::gaps;
use crate::glossary::model::{MatchPolicy, Term, TermType};
use crate::glossary::words::{Word, is_hangul, is_letter, signs_between, words};
use crate::text::{FoldMap, FoldedChar, is_cjk};

/// A term or a listed form of it, as the matcher keeps it.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    /// Which term of the matcher.
    pub(crate) term: usize,
    /// Whether it is a form that the glossary lists.
    pub(crate) listed: bool,
    /// Whether it is found by its words; the others are found by their characters.
    pub(crate) of_words: bool,
    pub(crate) capitals: Capitals,
    /// The folded text.
    pub(crate) text: Box<str>,
    /// What stands between its words, as [`signs_between`] has it.
    pub(crate) signs: Box<str>,
}

/// The same, cut into words, while the index is made.
#[derive(Debug)]
pub(crate) struct Form {
    pub(crate) pattern: Pattern,
    pub(crate) map: FoldMap,
    pub(crate) words: Vec<Word>,
    inflects: bool,
}

/// How a word of a term is inflected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Inflection {
    /// Not at all.
    Fixed,
    /// As an abbreviation, with a plural `s`.
    Abbreviation,
    /// By the tables of the language.
    Tables(Role),
}

impl Inflection {
    /// The forms of a folded word, the word itself first.
    pub(crate) fn forms(self, word: &str, language: Language) -> Vec<String> {
        let mut all = vec![word.to_owned()];
        match self {
            Self::Fixed => {}
            Self::Abbreviation => all.push(format!("{word}s")),
            Self::Tables(role) => all.extend(forms(word, language, role)),
        }
        all
    }
}

impl Form {
    /// Folds a form of a term; nothing where nothing of it is left.
    pub(crate) fn new(
        index: usize,
        term: &Term,
        text: &str,
        listed: bool,
        language: Language,
    ) -> Option<Self> {
        let map = FoldMap::with_gaps(text, &gaps(text));
        let chars = map.chars();
        if !chars.iter().any(|c| c.c.is_alphanumeric()) {
            return None;
        }
        let words = words(chars);
        let edge = |c: Option<&FoldedChar>| c.is_some_and(|c| is_letter(c.c));
        let of_words =
            edge(chars.first()) && edge(chars.last()) && !chars.iter().any(|c| is_cjk(c.c) || is_hangul(c.c));
        // `autre` is no noun whose plural could be looked for.
        let grammar = words.len() == 1 && is_grammar_word(map.text(), language);
        let inflects =
            !listed && !grammar && term.matching == MatchPolicy::Auto && term.kind != TermType::Symbol;
        let pattern = Pattern {
            term: index,
            listed,
            of_words,
            capitals: Capitals::of(term, chars, language),
            text: map.text().into(),
            signs: signs_between(&map, &words).collect::<String>().into(),
        };
        Some(Self { pattern, map, words, inflects })
    }

    /// The word at `at`, and how it is inflected.
    pub(crate) fn word(&self, at: usize) -> (&str, Inflection) {
        let Some(word) = self.words.get(at) else { return ("", Inflection::Fixed) };
        let chars = self.map.chars().get(word.first..word.end).unwrap_or_default();
        let inflection = match (self.inflects, is_abbreviation(chars)) {
            (true, true) if at + 1 == self.words.len() => Inflection::Abbreviation,
            (false, _) | (true, true) => Inflection::Fixed,
            (true, false) if self.words.len() == 1 => Inflection::Tables(Role::Noun),
            (true, false) => Inflection::Tables(Role::Any),
        };
        (self.map.slice(word.first, word.end), inflection)
    }
}
