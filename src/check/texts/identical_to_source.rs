//! `identical-to-source`: nobody translated it.

use super::Beside;
use super::languages::{is_cjk_letter, is_east_asian, is_kana, is_latin, is_prose, language};
use crate::finding::{Finding, rule};

rule! {
    /// A part of a translation, or all but its capitals and punctuation, is its source again.
    ///
    /// Why: a button or a sentence in the wrong language looks like a fault of the program. A translation that is a copy
    /// to the letter is `missing` already; this rule finds the attribute or the variant that was forgotten, and the
    /// copy that was touched.
    ///
    /// Example: `save = Speichern` with `.title = Save your changes` as in the source.
    ///
    /// Fix: translate it. If it stays as it is, say why: `# yakugo: allow identical-to-source — reason`. Names and words
    /// that are the same in both languages are not reported; a name in several words stands in the glossary as `dnt`.
    pub(in crate::check) const IDENTICAL_TO_SOURCE: "identical-to-source", Warning;
}

pub(super) fn check(texts: &Beside<'_>) -> Vec<Finding> {
    let pair = texts.pair;
    let letters = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<Vec<_>>()
    };
    let is_same = language(pair.from) != language(pair.to)
        && letters(pair.source) == letters(pair.translation)
        && is_to_be_translated(texts)
        && !pair.glossary.is_do_not_translate(pair.translation);
    let message = "this is the source text again: translate it";
    if is_same { vec![texts.about_all(&IDENTICAL_TO_SOURCE, message)] } else { Vec::new() }
}

/// Whether a text surely would be another one in the other language.
fn is_to_be_translated(texts: &Beside<'_>) -> bool {
    let pair = texts.pair;
    if texts.source.chars().any(is_cjk_letter) {
        let kana = texts.source.chars().filter(|c| is_kana(*c)).count();
        return !is_east_asian(pair.to) || language(pair.to) != "ja" && kana > 1;
    }
    let visible: String = texts.source.chars().collect();
    let words: Vec<&str> = visible
        .split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .collect();
    let ends = visible.trim_end().ends_with(['.', '?', '!', ':']);
    // A name has several words, too: Escherichia coli. A label of a program is seldom one.
    let is_foreign = is_latin(pair.from) && !is_latin(pair.to);
    let is_said = words.len() > 1 && is_foreign && (ends || texts.is_label());
    is_said || words.len() > 2 && ends || is_prose(&words, pair.from)
}
