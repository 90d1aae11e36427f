//! The index of terms of scripts with spaces: every word form leads to the words it may be a form of, sequences of
//! words lead to terms.

use std::collections::HashMap;

use crate::glossary::capitals::Capitals;
use crate::glossary::grammar_words::{can_be_noun, is_grammar_word};
use crate::glossary::inflect::Language;
use crate::glossary::pattern::Pattern;
use crate::glossary::words::{Word, separator, words};
use crate::text::FoldMap;

/// A place where the words of a pattern stand.
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
    /// Form → words that have it.
    lexemes: HashMap<String, Vec<u32>>,
    /// Node and word → node.
    steps: HashMap<(u32, u32), u32>,
    /// Node → patterns that end there.
    ends: HashMap<u32, Vec<usize>>,
}

impl Phrases {
    /// Indexes those of the patterns that are found by their words.
    pub(crate) fn new(patterns: &[Pattern], language: Language) -> Self {
        let mut phrases =
            Self { language, lexemes: HashMap::new(), steps: HashMap::new(), ends: HashMap::new() };
        let mut known: HashMap<Vec<String>, u32> = HashMap::new();
        let mut nodes = 0;
        for (index, pattern) in patterns.iter().enumerate().filter(|(_, pattern)| pattern.is_of_words()) {
            let mut node = 0;
            for at in 0..pattern.words.len() {
                let forms = pattern.forms_of(at, language);
                let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
                let lexeme = *known.entry(forms).or_insert_with_key(|forms| {
                    for form in forms {
                        phrases.lexemes.entry(form.clone()).or_default().push(next);
                    }
                    next
                });
                node = *phrases.steps.entry((node, lexeme)).or_insert_with(|| {
                    nodes += 1;
                    nodes
                });
            }
            phrases.ends.entry(node).or_default().push(index);
        }
        phrases
    }

    /// Every place of every pattern, by capitals not yet sifted.
    pub(crate) fn find(&self, map: &FoldMap, patterns: &[Pattern]) -> Vec<Place> {
        if self.ends.is_empty() {
            return Vec::new();
        }
        let words = words(map.chars());
        let lexemes: Vec<&[u32]> = words
            .iter()
            .map(|word| {
                self.lexemes.get(map.slice(word.first, word.end)).map(Vec::as_slice).unwrap_or_default()
            })
            .collect();
        let mut places = Vec::new();
        for (start, first) in words.iter().enumerate() {
            // Most words are in no term at all.
            if lexemes.get(start).is_none_or(|lexemes| lexemes.is_empty()) {
                continue;
            }
            let mut nodes = vec![0];
            for at in start..words.len() {
                nodes = self.step(&nodes, lexemes.get(at).copied().unwrap_or_default());
                let (Some(last), false) = (words.get(at), nodes.is_empty()) else { break };
                for index in nodes.iter().filter_map(|node| self.ends.get(node)).flatten() {
                    let same_signs = patterns.get(*index).is_some_and(|pattern| {
                        let pairs = words.iter().skip(start).zip(words.iter().skip(start + 1));
                        let signs = pairs.map(|(a, b)| separator(map, a.end, b.first));
                        pattern.separators.iter().cloned().eq(signs.take(pattern.separators.len()))
                    });
                    let noun = at > start || self.is_noun(map, &words, start, patterns.get(*index));
                    if same_signs && noun {
                        places.push(Place {
                            pattern: *index,
                            first: first.first,
                            end: last.end,
                            part: false,
                        });
                    }
                }
            }
        }
        places
    }

    /// Whether one word is a noun where it stands. A form that only the tables made and that is a word of grammar is
    /// none.
    fn is_noun(&self, map: &FoldMap, words: &[Word], at: usize, pattern: Option<&Pattern>) -> bool {
        let (Some(pattern), Some(word)) = (pattern, words.get(at)) else { return false };
        if pattern.listed || pattern.capitals == Capitals::Same || words.len() == 1 {
            return true;
        }
        let text = map.slice(word.first, word.end);
        if text != pattern.map.text() && is_grammar_word(text, self.language) {
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

    fn step(&self, nodes: &[u32], lexemes: &[u32]) -> Vec<u32> {
        let pairs = nodes.iter().flat_map(|node| lexemes.iter().map(move |lexeme| (*node, *lexeme)));
        pairs.filter_map(|pair| self.steps.get(&pair).copied()).collect()
    }
}
