//! What is searched for: a term or one of its listed forms, folded once.

use crate::glossary::capitals::{Capitals, is_abbreviation};
use crate::glossary::grammar_words::is_grammar_word;
use crate::glossary::inflect::{Language, Role, forms};
use crate::glossary::mask::gaps;
use crate::glossary::model::{MatchPolicy, Term, TermType};
use crate::glossary::words::{Word, is_hangul, is_letter, separator, words};
use crate::text::{FoldMap, FoldedChar, is_cjk};

/// A term or a listed form of it.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    /// Which term of the matcher.
    pub(crate) term: usize,
    /// Whether it is a form that the glossary lists.
    pub(crate) listed: bool,
    pub(crate) map: FoldMap,
    pub(crate) words: Vec<Word>,
    /// What stands between its words, one fewer than they are.
    pub(crate) separators: Vec<String>,
    pub(crate) capitals: Capitals,
    inflects: bool,
}

impl Pattern {
    /// Folds a form of a term; nothing where nothing of it is left.
    pub(crate) fn new(
        index: usize,
        term: &Term,
        text: &str,
        listed: bool,
        language: Language,
    ) -> Option<Self> {
        let map = FoldMap::with_gaps(text, &gaps(text));
        if !map.chars().iter().any(|c| c.c.is_alphanumeric()) {
            return None;
        }
        let words = words(map.chars());
        let separators =
            words.iter().zip(words.iter().skip(1)).map(|(a, b)| separator(&map, a.end, b.first)).collect();
        let capitals = Capitals::of(term, map.chars(), language);
        // `autre` is no noun whose plural could be looked for.
        let grammar = words.len() == 1 && is_grammar_word(map.text(), language);
        let inflects =
            !listed && !grammar && term.matching == MatchPolicy::Auto && term.kind != TermType::Symbol;
        Some(Self { term: index, listed, map, words, separators, capitals, inflects })
    }

    pub(crate) fn chars(&self) -> &[FoldedChar] {
        self.map.chars()
    }

    /// Whether it is found by its words; the others are found by their characters.
    pub(crate) fn is_of_words(&self) -> bool {
        let chars = self.chars();
        let edge = |c: Option<&FoldedChar>| c.is_some_and(|c| is_letter(c.c));
        edge(chars.first()) && edge(chars.last()) && !chars.iter().any(|c| is_cjk(c.c) || is_hangul(c.c))
    }

    /// The forms of the word at `at`, the word itself first.
    pub(crate) fn forms_of(&self, at: usize, language: Language) -> Vec<String> {
        let Some(word) = self.words.get(at) else { return Vec::new() };
        let text = self.map.slice(word.first, word.end);
        let mut all = vec![text.to_owned()];
        if self.inflects {
            let chars = self.chars().get(word.first..word.end).unwrap_or_default();
            if is_abbreviation(chars) {
                if at + 1 == self.words.len() {
                    all.push(format!("{text}s"));
                }
            } else {
                let role = if self.words.len() == 1 { Role::Noun } else { Role::Any };
                all.extend(forms(text, language, role));
            }
        }
        all
    }
}
