//! Whether a sentence clearly denies, and whether it may deny in any way: between the two lies what nobody can be sure
//! of.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::text::negations;
use crate::text::pieces::Pieces;

/// What a language says where it denies; `denial.txt` says what is in the lists.
#[derive(Default)]
struct Denials {
    clear: Vec<String>,
    unclear: Vec<String>,
    pieces: Vec<String>,
    beginnings: Vec<String>,
    ends: Vec<String>,
    harmless: Vec<String>,
    /// What a text with one of the clear forms holds, whether or not it begins with a capital.
    of_clear: Pieces,
}

/// The lists by language, and what is read in the place of words that only look like a denial.
struct Lists {
    languages: BTreeMap<&'static str, Denials>,
    read: Vec<(String, String)>,
    /// The words that are replaced.
    is_read: Pieces,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut lists = Lists { languages: BTreeMap::new(), read: Vec::new(), is_read: Pieces::default() };
    for line in include_str!("denial.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((head, words)) = line.split_once(": ") else { continue };
        let Some((language, list)) = head.split_once(' ') else { continue };
        let words = words.split(" | ").map(|word| word.replace('_', " "));
        if list == "read" {
            lists.read.extend(words.filter_map(|word| {
                word.split_once('>').map(|(word, with)| (word.to_owned(), with.to_owned()))
            }));
            continue;
        }
        let denials = lists.languages.entry(language).or_default();
        match list {
            "clear" => denials.clear.extend(words),
            "unclear" => denials.unclear.extend(words),
            "pieces" => denials.pieces.extend(words),
            "beginnings" => denials.beginnings.extend(words),
            "ends" => denials.ends.extend(words),
            _ => denials.harmless.extend(words),
        }
    }
    lists.is_read = Pieces::new(lists.read.iter().map(|(word, _)| word.as_str()));
    for denials in lists.languages.values_mut() {
        // The first letter may be a capital.
        let rest = |form: &'_ String| form.get(1..).filter(|_| form.is_ascii()).unwrap_or(form).to_owned();
        let pieces: Vec<String> = denials.clear.iter().map(rest).collect();
        denials.of_clear = Pieces::new(pieces.iter().map(String::as_str));
    }
    lists
});

fn of(language: &str) -> Option<&'static Denials> {
    LISTS.languages.get(language)
}

/// Whether some sentence of a text has a form that may be a clear denial: cheap, to be asked first.
pub(crate) fn has_clear_denial(text: &str, language: &str) -> bool {
    of(language).is_some_and(|denials| denials.of_clear.are_in(text))
}

/// Whether a sentence denies, once and beyond doubt, so that its translation has to deny as well. Nothing is clear in
/// languages whose denials are not known here.
///
/// ```
/// use yakugo::text::clearly_denies;
/// assert!(clearly_denies("国内では承認されていません。", "ja"));
/// assert!(clearly_denies("It is not approved.", "en"));
/// assert!(!clearly_denies("It must not exceed 10 mg.", "en"));
/// assert!(!clearly_denies("細胞だけでなく組織も使う。", "ja"));
/// ```
pub fn clearly_denies(sentence: &str, language: &str) -> bool {
    let Some(denials) = of(language).filter(|_| has_clear_denial(sentence, language)) else { return false };
    let text = without_harmless(sentence);
    // Two denials may be none.
    let count = negations(&text);
    let once = count <= 1 || language == "fr" && count == 2;
    once && denials.clear.iter().any(|form| has_words(&text, form))
        && !denials.unclear.iter().any(|form| text.contains(form))
}

/// Whether a sentence takes something away in any form: a denial, a word that begins with `un-`, `only`, `lack`. Always
/// in languages whose denials are not known here.
///
/// ```
/// use yakugo::text::may_deny;
/// assert!(may_deny("The drug lacks approval.", "en") && may_deny("an unapproved drug", "en"));
/// assert!(!may_deny("The drug is approved.", "en"));
/// ```
pub fn may_deny(sentence: &str, language: &str) -> bool {
    let Some(denials) = of(language) else { return true };
    let text = without_harmless(sentence);
    negations(&text) > 0
        || denials.pieces.iter().any(|piece| begins_word(&text, piece))
        || words(&text).any(|word| {
            let harmless = denials
                .harmless
                .iter()
                .any(|begin| word == begin || begin.len() > 3 && word.starts_with(begin));
            denials.beginnings.iter().any(|begin| !harmless && word.starts_with(begin))
                || denials.ends.iter().any(|end| word.ends_with(end))
        })
}

fn without_harmless(text: &str) -> String {
    let text = folded(text);
    if !LISTS.is_read.are_in(&text) {
        return text;
    }
    LISTS.read.iter().fold(
        text,
        |text, (word, with)| {
            if text.contains(word) { text.replace(word, with) } else { text }
        },
    )
}

fn folded(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

/// Whether a form stands in a text as whole words, where it is of letters.
fn has_words(text: &str, form: &str) -> bool {
    let letter = |c: char| c.is_alphabetic() && !crate::text::is_cjk(c);
    text.match_indices(form).any(|(at, form)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + form.len()..).unwrap_or_default();
        !form.starts_with(letter) || !before.ends_with(letter) && !after.starts_with(letter)
    })
}

fn begins_word(text: &str, piece: &str) -> bool {
    let letter = |c: char| c.is_alphabetic() && !crate::text::is_cjk(c);
    text.match_indices(piece).any(|(at, piece)| {
        !piece.starts_with(letter) || !text.get(..at).unwrap_or_default().ends_with(letter)
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() && !matches!(c, '-' | '\'')).filter(|word| !word.is_empty())
}
