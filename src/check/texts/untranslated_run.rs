//! `untranslated-run`: a piece of the source that was left in the translation.

use super::languages::{
    is_cjk_letter, is_east_asian, is_kana, is_latin, is_latin_letter, is_prose, language,
};
use super::reading::OPAQUE;
use super::{Beside, Seen};
use crate::finding::{Finding, rule};
use crate::glossary::TermStatus;
use crate::text::Span;

rule! {
    /// A run of words stands in the translation in the language of the source.
    ///
    /// Why: most readers cannot read it, and it is what is left over when a sentence was changed in a hurry.
    ///
    /// Example: `The 培養上清 contains growth factors.`
    ///
    /// Fix: translate it. A name in the letters of the source stands in brackets or quotation marks, or in the
    /// glossary; otherwise say why it stays: `# yakugo: allow untranslated-run — reason`.
    pub(in crate::check) const UNTRANSLATED_RUN: "untranslated-run", Warning;
}

pub(super) fn check(texts: &Beside<'_>) -> Vec<Finding> {
    let (from, to) = (texts.pair.from, texts.pair.to);
    if language(from) == language(to) {
        return Vec::new();
    }
    let run = if is_east_asian(from) {
        if language(to) == "ja" || language(from) != "ja" && is_east_asian(to) {
            return Vec::new();
        }
        foreign_letters(texts, if is_east_asian(to) { is_kana } else { is_cjk_letter })
    } else if is_latin(from) {
        foreign_words(texts)
    } else {
        return Vec::new();
    };
    let Some(run) = run else { return Vec::new() };
    let what =
        format!("`{}` is left in the language of the source: translate it", run.of(texts.pair.translation));
    vec![Finding::new(&UNTRANSLATED_RUN, run, what)]
}

/// The first run of two letters or more that the language of the translation has not.
fn foreign_letters(texts: &Beside<'_>, is_foreign: fn(char) -> bool) -> Option<Span> {
    let target = &texts.target;
    let mut from = 0;
    let open = enclosed(target);
    while from < target.len() {
        if !is_foreign(target.at(from)) {
            from += 1;
            continue;
        }
        let length = (from..target.len())
            .take_while(|at| is_foreign(target.at(*at)) || target.at(*at) == '・')
            .count();
        let span = target.span(from, from + length);
        if length > 1 && !open[from] && !is_emphasized(texts, span) && !is_name(texts, span) {
            return Some(span);
        }
        from += length;
    }
    None
}

/// The first run of words that surely is a piece of a sentence of the source.
fn foreign_words(texts: &Beside<'_>) -> Option<Span> {
    let is_same_script = is_latin(texts.pair.to);
    let least = if is_same_script { 4 } else { 3 };
    let (own, words) = (words(&texts.target), words(&texts.source));
    if own.len() < least || words.len() < least {
        return None;
    }
    let all: Vec<&str> = own.iter().map(|word| word.text.as_str()).collect();
    if !is_prose(&all, texts.pair.from) {
        return None;
    }
    let open = enclosed(&texts.target);
    let mut at = 0;
    while at + least <= own.len() {
        let length =
            words.iter().enumerate().map(|(start, _)| common(&own[at..], &words[start..])).max().unwrap_or(0);
        let run = &own[at..at + length];
        let is_all = length == words.len();
        if length >= least
            && !is_all
            && is_prose(&all[at..at + length], texts.pair.from)
            && !open[run[0].from]
        {
            let span = texts.target.span(run[0].from, run[length - 1].to);
            if !is_emphasized(texts, span) && !is_name(texts, span) {
                return Some(span);
            }
        }
        at += length.max(1);
    }
    None
}

struct Word {
    text: String,
    from: usize,
    to: usize,
}

/// The Latin words of a text; what is no letter parts them, and code stands between them as a word that is no other.
fn words(seen: &Seen) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    while at < seen.len() {
        let length = (at..seen.len()).take_while(|at| is_latin_letter(seen.at(*at))).count();
        if length > 0 {
            let text = (at..at + length).map(|at| seen.at(at)).collect();
            words.push(Word { text, from: at, to: at + length });
        }
        at += length.max(1);
    }
    words
}

/// How many words two rows of words begin with in common.
fn common(own: &[Word], other: &[Word]) -> usize {
    own.iter().zip(other).take_while(|(own, other)| own.text.eq_ignore_ascii_case(&other.text)).count()
}

/// Of every character, whether it stands in brackets or quotation marks: a name or a word that is spoken of.
fn enclosed(seen: &Seen) -> Vec<bool> {
    let mut open: Vec<char> = Vec::new();
    seen.chars()
        .map(|c| {
            let closes = match c {
                '"' => open.contains(&'"'),
                // German closes with what English opens with.
                '“' => open.last() == Some(&'„'),
                _ => matches!(c, ')' | '）' | ']' | '」' | '』' | '】' | '》' | '〉' | '»' | '›' | '”'),
            };
            let opens = matches!(
                c,
                '(' | '（' | '[' | '「' | '『' | '【' | '《' | '〈' | '«' | '‹' | '„' | '“' | '"'
            );
            if closes {
                open.pop();
            } else if opens {
                open.push(c);
            }
            !open.is_empty()
        })
        .collect()
}

/// Whether an author set it apart, as titles and foreign words are.
fn is_emphasized(texts: &Beside<'_>, span: Span) -> bool {
    let text = texts.pair.translation;
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let is_mark = |c: char| matches!(c, '*' | '_' | '>' | '<' | OPAQUE);
    before.ends_with(is_mark) && after.starts_with(is_mark)
}

/// Whether the glossary has it for this locale, or for all.
fn is_name(texts: &Beside<'_>, span: Span) -> bool {
    let run = span.of(texts.pair.translation);
    texts.pair.glossary.terms().iter().any(|term| {
        let stands = term.do_not_translate || term.locale == texts.pair.to;
        let wanted = !matches!(term.status, TermStatus::Forbidden | TermStatus::Deprecated);
        stands && wanted && term.text.contains(run)
    })
}
