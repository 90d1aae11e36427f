//! Whether the capitals of a text are those that a term asks for.

use crate::glossary::inflect::Language;
use crate::glossary::model::{CasePolicy, Term};
use crate::glossary::words::{is_letter, words};
use crate::text::FoldedChar;

/// Abbreviations are no longer than this; longer words in capitals are words in a heading.
const LONGEST_ABBREVIATION: usize = 6;

/// What a pattern asks of the capitals of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Capitals {
    /// The same letters are capitals as in these; what the text has beyond them (a plural `s`) is small.
    Same(Box<[FoldedChar]>),
    /// It begins with a capital: a name, a German noun.
    Initial,
    /// Nothing.
    Any,
}

impl Capitals {
    /// What the term's policy says about one of its forms.
    pub(crate) fn of(term: &Term, form: &[FoldedChar], language: Language) -> Self {
        match term.case {
            CasePolicy::Exact => Self::Same(form.into()),
            CasePolicy::Auto if is_abbreviation(form) => Self::Same(form.into()),
            // A name that is also a word (Polish, May), and every German noun: its capital tells them apart. In a
            // longer term the other words do.
            CasePolicy::Auto if words(form).len() == 1 && form.first().is_some_and(|c| c.upper) => {
                match language {
                    Language::Other | Language::Korean => Self::Any,
                    _ => Self::Initial,
                }
            }
            CasePolicy::Auto | CasePolicy::Fold => Self::Any,
        }
    }

    /// Whether the characters of a hit have the capitals that the pattern asks for.
    pub(crate) fn allow(&self, hit: &[FoldedChar]) -> bool {
        match self {
            Self::Any => true,
            Self::Initial => hit.first().is_some_and(|c| c.upper),
            Self::Same(form) => {
                let same = form.iter().zip(hit).all(|(a, b)| a.c != b.c || a.upper == b.upper);
                same && hit.iter().skip(form.len()).all(|c| !c.upper)
            }
        }
    }
}

/// Two to six letters, all capitals, with digits and hyphens among them or not.
pub(crate) fn is_abbreviation(form: &[FoldedChar]) -> bool {
    let letters = form.iter().filter(|c| c.c.is_alphabetic());
    let count = letters.clone().count();
    (2..=LONGEST_ABBREVIATION).contains(&count)
        && letters.clone().all(|c| c.upper)
        && form.iter().all(|c| is_letter(c.c) || c.c == '-')
}
