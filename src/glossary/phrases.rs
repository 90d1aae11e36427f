//! The index of terms of scripts with spaces: every word form leads to the words it may be a form of, sequences of
//! words lead to terms.

use rustc_hash::FxHashMap;

use crate::glossary::capitals::Capitals;
use crate::glossary::grammar_words::{can_be_noun, is_grammar_word};
use crate::glossary::inflect::Language;
use crate::glossary::lists::{Lists, number};
use crate::glossary::pattern::{Form, Inflection, Pattern};
use crate::glossary::words::{Word, signs_between, words};
use crate::text::FoldMap;

/// A place where a pattern stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) pattern: usize,
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// Whether it is a part of a longer word.
    pub(crate) part: bool,
}

/// Word sequences as a tree: each node is a beginning of some patterns.
#[derive(Debug)]
pub(crate) struct Phrases {
    language: Language,
    /// Word form → its number.
    forms: FxHashMap<Box<str>, u32>,
    /// Number of a form → words that have it.
    lexemes: Lists,
    /// Node and word → node.
    steps: FxHashMap<(u32, u32), u32>,
    /// Node → patterns that end there.
    ends: Lists,
}

/// The index while it is made.
pub(crate) struct PhrasesBuilder {
    language: Language,
    words: FxHashMap<(Box<str>, Inflection), u32>,
    forms: FxHashMap<Box<str>, u32>,
    lexemes: Vec<(u32, u32)>,
    steps: FxHashMap<(u32, u32), u32>,
    ends: Vec<(u32, u32)>,
}

impl PhrasesBuilder {
    pub(crate) fn new(language: Language) -> Self {
        Self {
            language,
            words: FxHashMap::default(),
            forms: FxHashMap::default(),
            lexemes: Vec::new(),
            steps: FxHashMap::default(),
            ends: Vec::new(),
        }
    }

    /// Adds a pattern that is found by its words.
    pub(crate) fn add(&mut self, pattern: usize, form: &Form) {
        let mut node = 0;
        for at in 0..form.words.len() {
            let (word, inflection) = form.word(at);
            let lexeme = self.lexeme(word, inflection);
            let next = number(self.steps.len()) + 1;
            node = *self.steps.entry((node, lexeme)).or_insert(next);
        }
        self.ends.push((node, number(pattern)));
    }

    fn lexeme(&mut self, word: &str, inflection: Inflection) -> u32 {
        let next = number(self.words.len());
        let lexeme = *self.words.entry((word.into(), inflection)).or_insert(next);
        if lexeme == next {
            for form in inflection.forms(word, self.language) {
                let new = number(self.forms.len());
                let form = *self.forms.entry(form.into()).or_insert(new);
                self.lexemes.push((form, lexeme));
            }
        }
        lexeme
    }

    pub(crate) fn build(self) -> Phrases {
        Phrases {
            language: self.language,
            forms: self.forms,
            lexemes: Lists::new(self.lexemes),
            steps: self.steps,
            ends: Lists::new(self.ends),
        }
    }
}

impl Phrases {
    /// Every place of every pattern, by capitals not yet sifted.
    pub(crate) fn find(&self, map: &FoldMap, patterns: &[Pattern], places: &mut Vec<Place>) {
        if self.forms.is_empty() {
            return;
        }
        let words = words(map.chars());
        let lexemes: Vec<&[u32]> = words
            .iter()
            .map(|word| {
                let form = self.forms.get(map.slice(word.first, word.end));
                form.map_or(&[][..], |form| self.lexemes.of(*form))
            })
            .collect();
        let (mut nodes, mut next) = (Vec::new(), Vec::new());
        for (start, first) in words.iter().enumerate() {
            nodes.clear();
            nodes.push(0);
            for (at, last) in words.iter().enumerate().skip(start) {
                next.clear();
                let lexemes = lexemes.get(at).copied().unwrap_or_default();
                let pairs = nodes.iter().flat_map(|node| lexemes.iter().map(move |lexeme| (*node, *lexeme)));
                next.extend(pairs.filter_map(|pair| self.steps.get(&pair)));
                std::mem::swap(&mut nodes, &mut next);
                // Most words are in no term at all.
                if nodes.is_empty() {
                    break;
                }
                for index in nodes.iter().flat_map(|node| self.ends.of(*node)) {
                    let index = *index as usize;
                    let Some(pattern) = patterns.get(index) else { continue };
                    let sequence = words.get(start..=at).unwrap_or_default();
                    let same_signs = pattern.signs.chars().eq(signs_between(map, sequence));
                    if same_signs && (at > start || self.is_noun(map, &words, start, pattern)) {
                        places.push(Place { pattern: index, first: first.first, end: last.end, part: false });
                    }
                }
            }
        }
    }

    /// Whether one word is a noun where it stands. A form that only the tables made and that is a word of grammar is
    /// none.
    fn is_noun(&self, map: &FoldMap, words: &[Word], at: usize, pattern: &Pattern) -> bool {
        let Some(word) = words.get(at) else { return false };
        if pattern.listed || matches!(pattern.capitals, Capitals::Same(_)) || words.len() == 1 {
            return true;
        }
        let text = map.slice(word.first, word.end);
        if text != &*pattern.text && is_grammar_word(text, self.language) {
            return false;
        }
        let neighbour = |from: usize, to: usize, word: &Word| {
            matches!(map.slice(from, to), " " | "'").then(|| map.slice(word.first, word.end))
        };
        let before =
            at.checked_sub(1).and_then(|at| words.get(at)).and_then(|b| neighbour(b.end, word.first, b));
        let after = words.get(at + 1).and_then(|next| neighbour(word.end, next.first, next));
        can_be_noun(text, before, after, self.language)
    }
}
