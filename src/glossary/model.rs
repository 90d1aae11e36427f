//! What a glossary holds: concepts, and their terms in every locale.

use std::collections::{HashMap, HashSet};

use crate::finding::Place;
use crate::text::FoldMap;

/// What stands between several values in one cell.
pub(super) const BETWEEN_VALUES: &str = " | ";

/// The word of a value in glossary files.
pub(super) fn name_of<T: Copy + PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    names.iter().find(|(_, other)| *other == value).map_or("", |(name, _)| name)
}

/// What the glossary says of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TermStatus {
    /// The word to use.
    Preferred,
    /// May be used.
    Admitted,
    /// Should not be used any more.
    Deprecated,
    /// Must not be used.
    Forbidden,
    /// Not yet decided.
    Draft,
}

impl TermStatus {
    /// All of them by name.
    pub(crate) const NAMES: &[(&'static str, Self)] = &[
        ("preferred", Self::Preferred),
        ("admitted", Self::Admitted),
        ("deprecated", Self::Deprecated),
        ("forbidden", Self::Forbidden),
        ("draft", Self::Draft),
    ];

    /// The word used in glossary files.
    pub fn name(self) -> &'static str {
        name_of(Self::NAMES, self)
    }
}

/// What sort of word a term is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TermType {
    /// The full form.
    #[default]
    Full,
    /// A short form: `VEGF`.
    Abbreviation,
    /// A sign: `Ca²⁺`.
    Symbol,
    /// Another spelling.
    Variant,
}

impl TermType {
    pub(crate) const NAMES: &[(&'static str, Self)] = &[
        ("full", Self::Full),
        ("abbreviation", Self::Abbreviation),
        ("symbol", Self::Symbol),
        ("variant", Self::Variant),
    ];
}

/// Whether capitals matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CasePolicy {
    /// They matter in short words of capitals only (`VEGF`), in names, and in German, where they make the noun.
    #[default]
    Auto,
    /// They matter.
    Exact,
    /// They do not.
    Fold,
}

impl CasePolicy {
    pub(crate) const NAMES: &[(&'static str, Self)] =
        &[("auto", Self::Auto), ("exact", Self::Exact), ("fold", Self::Fold)];
}

/// Which forms of a term are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MatchPolicy {
    /// Its forms by number and case, and the listed ones.
    #[default]
    Auto,
    /// The term as it stands, and the listed forms.
    Exact,
}

impl MatchPolicy {
    pub(crate) const NAMES: &[(&'static str, Self)] = &[("auto", Self::Auto), ("exact", Self::Exact)];
}

/// A word of a concept in one locale: a row of a glossary file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Term {
    /// The concept's id.
    pub concept: String,
    /// The locale.
    pub locale: String,
    /// The word.
    pub text: String,
    /// Whether to use it.
    pub status: TermStatus,
    /// What sort of word it is.
    pub kind: TermType,
    /// `noun`, `verb`, …, as written.
    pub part_of_speech: String,
    /// Whether capitals matter.
    pub case: CasePolicy,
    /// Which forms are found.
    pub matching: MatchPolicy,
    /// Whether it stands untranslated in every language (`dnt`).
    pub do_not_translate: bool,
    /// Forms that no table makes.
    pub forms: Vec<String>,
    /// Sentences in which it must be found.
    pub yes: Vec<String>,
    /// Sentences in which it must not be found.
    pub no: Vec<String>,
    /// Why it is deprecated or forbidden.
    pub reason: String,
    /// The concept's subject.
    pub domain: String,
    /// What the concept is.
    pub definition: String,
    /// A remark for people.
    pub note: String,
    /// Where the term was taken from.
    pub source: String,
    /// The row of the glossary file.
    pub place: Place,
}

impl Term {
    /// Whether it is a short form, which stands beside a full one and not in its place.
    pub fn is_short(&self) -> bool {
        matches!(self.kind, TermType::Abbreviation | TermType::Symbol)
    }
}

impl Default for TermStatus {
    /// What nobody has judged is a draft.
    fn default() -> Self {
        Self::Draft
    }
}

/// A concept with its terms: those of one locale stand together, in the order of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Concept<'g> {
    /// The id.
    pub id: &'g str,
    /// Its terms.
    pub terms: Vec<&'g Term>,
}

/// The terms of all glossary files, in the order of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    pub(super) terms: Vec<Term>,
}

impl Glossary {
    /// All terms.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms of one locale.
    pub fn in_locale<'g>(&'g self, locale: &str) -> impl Iterator<Item = &'g Term> {
        self.terms.iter().filter(move |term| term.locale == locale)
    }

    /// The concepts whose id is `word`, or one of whose terms has it in it, however it is written; in the order of
    /// the files. An empty word is in every term.
    pub fn concepts_of(&self, word: &str) -> Vec<Concept<'_>> {
        let fold = |text: &str| FoldMap::new(text).text().to_owned();
        let folded = fold(word);
        let named = |term: &&Term| term.concept == word || fold(&term.text).contains(&folded);
        let wanted: HashSet<&str> =
            self.terms.iter().filter(named).map(|term| term.concept.as_str()).collect();
        let mut concepts: Vec<Concept<'_>> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for term in self.terms.iter().filter(|term| wanted.contains(term.concept.as_str())) {
            let at = *places.entry(&term.concept).or_insert_with(|| {
                concepts.push(Concept { id: &term.concept, terms: Vec::new() });
                concepts.len() - 1
            });
            let terms = &mut concepts[at].terms;
            let below =
                terms.iter().rposition(|other| other.locale == term.locale).map_or(terms.len(), |at| at + 1);
            terms.insert(below, term);
        }
        concepts
    }

    /// Whether a whole text is a term that stands untranslated in every language.
    pub fn is_do_not_translate(&self, text: &str) -> bool {
        let text = text.trim();
        self.terms.iter().any(|term| term.do_not_translate && term.text == text)
    }
}
