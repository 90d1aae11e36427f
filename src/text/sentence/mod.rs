//! Sentences: the unit of diffs and of the memory.
//!
//! Own rules, since UAX #29 breaks after the `」` of 「はい。」と言った and after `Fig.` and `Dr.`.

mod abbreviations;
mod following;
mod lead_in;
mod scan;
#[cfg(test)]
mod tests;

pub use lead_in::{LeadIn, lead_in};

use super::Span;
use abbreviations::Abbreviations;

/// The rules by which the texts of one language are cut into sentences.
///
/// - `。` `！` `？`, and `?` `!` next to CJK, end a sentence with or without a space behind them; a full stop
///   needs white space, and no small letter, behind it. `．` ends one unless a digit follows.
/// - Closing brackets, quotes, `**`, note marks and tags right after the terminator belong to the sentence.
/// - Nothing ends inside 「」『』（）()[]【】〈〉《》“”«», nor after an abbreviation, an initial, a number at the
///   start (`2.1.`), an ordinal where the language writes them with a stop (`3. Mai`).
/// - `。」` ends a sentence unless a particle goes on with it (と, って, は, の …).
/// - A line break alone ends nothing; a terminator before it does, a blank line does too.
/// - A bracket that is not closed in its line counts for nothing.
///
/// ```
/// use yakugo::text::Sentences;
/// let text = "「はい。」と答えた。Fig. 1を参照。";
/// let found: Vec<&str> = Sentences::new("ja", &[]).split(text).iter().map(|span| span.of(text)).collect();
/// assert_eq!(found, ["「はい。」と答えた。", "Fig. 1を参照。"]);
/// ```
#[derive(Clone, Debug)]
pub struct Sentences {
    language: String,
    abbreviations: Abbreviations,
    ordinals: bool,
}

impl Sentences {
    /// The rules for a language (a BCP 47 tag; only its first part counts), with abbreviations of the user after
    /// which no sentence ends (`"Abb."` or `"abb"`).
    pub fn new(language: &str, user_abbreviations: &[String]) -> Self {
        let language = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self {
            abbreviations: Abbreviations::new(&language, user_abbreviations),
            ordinals: abbreviations::writes_ordinals_with_a_stop(&language),
            language,
        }
    }

    /// The sentences of a text: spans in order that do not overlap, without the white space around them. What
    /// is not white space always belongs to one of them.
    pub fn split(&self, text: &str) -> Vec<Span> {
        let mut sentences: Vec<Span> = Vec::new();
        let mut start = 0;
        for end in scan::ends(text, self).into_iter().chain([text.len()]) {
            let piece = Span::new(start, end);
            start = end;
            let trimmed = trim(text, piece);
            if trimmed.is_empty() {
                continue;
            }
            // Stray closing marks are no sentence: they stay with the one before.
            let words = trimmed.of(text).chars().any(char::is_alphanumeric);
            match sentences.last_mut() {
                Some(last) if !words => last.end = trimmed.end,
                _ => sentences.push(trimmed),
            }
        }
        sentences
    }

    /// The sentences of an item: its [lead-in](lead_in) is one of its own, and the separator belongs to none.
    ///
    /// ```
    /// use yakugo::text::Sentences;
    /// let text = "**Basic research**: Cells are studied. Animals follow.";
    /// let found: Vec<&str> = Sentences::new("en", &[]).split_item(text).iter().map(|s| s.of(text)).collect();
    /// assert_eq!(found, ["**Basic research**", "Cells are studied.", "Animals follow."]);
    /// ```
    pub fn split_item(&self, text: &str) -> Vec<Span> {
        let Some(LeadIn { term, separator }) = lead_in(text) else { return self.split(text) };
        let rest = text.get(separator.end..).unwrap_or_default();
        let mut sentences = vec![trim(text, term)];
        sentences.extend(self.split(rest).into_iter().map(|span| span.shifted(separator.end)));
        sentences
    }
}

fn trim(text: &str, span: Span) -> Span {
    let piece = span.of(text);
    let start = span.start + piece.len() - piece.trim_start().len();
    Span::new(start, start + piece.trim().len())
}
