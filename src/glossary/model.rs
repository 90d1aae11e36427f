//! What a glossary holds: concepts, and their terms in every locale.

use crate::finding::Place;

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
    pub(crate) const NAMES: &[(&str, Self)] = &[
        ("preferred", Self::Preferred),
        ("admitted", Self::Admitted),
        ("deprecated", Self::Deprecated),
        ("forbidden", Self::Forbidden),
        ("draft", Self::Draft),
    ];

    /// The word used in glossary files.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, status)| *status == self).map_or("", |(name, _)| name)
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
    pub(crate) const NAMES: &[(&str, Self)] = &[
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
    pub(crate) const NAMES: &[(&str, Self)] =
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
    pub(crate) const NAMES: &[(&str, Self)] = &[("auto", Self::Auto), ("exact", Self::Exact)];
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

impl Default for TermStatus {
    /// What nobody has judged is a draft.
    fn default() -> Self {
        Self::Draft
    }
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

    /// Whether a whole text is a term that stands untranslated in every language.
    pub fn is_do_not_translate(&self, text: &str) -> bool {
        let text = text.trim();
        self.terms.iter().any(|term| term.do_not_translate && term.text == text)
    }
}
