//! The characters of a text, folded for reading numbers, with their places.

use crate::text::Span;
use crate::text::fold::{half_width, visible};
use crate::text::opaque::opaque;

/// Stands for a character that is no text: code, an address.
const OPAQUE: char = '\u{1}';

/// Folded characters and where each began; reading past the end gives `\0`.
pub(super) struct Scan {
    characters: Vec<(usize, char)>,
    end: usize,
}

impl Scan {
    pub(super) fn new(text: &str) -> Self {
        let opaque = opaque(text);
        let hidden =
            |at: usize| !opaque.is_empty() && opaque.iter().any(|span| span.start <= at && at < span.end);
        let characters =
            visible(text).into_iter().map(|(at, c)| (at, if hidden(at) { OPAQUE } else { normal(c) }));
        let characters = characters.collect();
        Self { characters, end: text.len() }
    }

    pub(super) fn len(&self) -> usize {
        self.characters.len()
    }

    pub(super) fn at(&self, at: usize) -> char {
        self.characters.get(at).map_or('\0', |(_, c)| *c)
    }

    /// The character before a place.
    pub(super) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |at| self.at(at))
    }

    /// The bytes between two places.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let byte = |at: usize| self.characters.get(at).map_or(self.end, |(byte, _)| *byte);
        Span::new(byte(start), byte(end))
    }

    pub(super) fn starts(&self, at: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(offset, c)| self.at(at + offset) == c)
    }

    /// Whether the text before `at` ends with these small letters.
    pub(super) fn ends(&self, at: usize, word: &str) -> bool {
        let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
        let count = word.chars().count();
        at >= count && word.chars().enumerate().all(|(offset, c)| lower(self.at(at - count + offset)) == c)
    }

    pub(super) fn skip_blanks(&self, at: usize) -> usize {
        let blank = |at: &usize| matches!(self.at(*at), ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\n');
        at + (at..self.len()).take_while(blank).count()
    }

    pub(super) fn skip_blanks_back(&self, at: usize) -> usize {
        let blank = |at: &usize| matches!(self.before(*at), ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\n');
        at - (1..=at).rev().take_while(blank).count()
    }

    /// The word of letters that begins at `at`, in small letters, and the place behind it.
    pub(super) fn word(&self, at: usize) -> Option<(String, usize)> {
        let inside = |c: char| c.is_alphabetic() && !crate::text::is_cjk(c);
        if inside(self.before(at)) || !inside(self.at(at)) {
            return None;
        }
        let end = at + (at..self.len()).take_while(|at| inside(self.at(*at))).count();
        if self.at(end).is_ascii_digit() {
            return None;
        }
        let mut word = String::with_capacity(end - at);
        for c in (at..end).map(|at| self.at(at)) {
            if c.is_ascii() { word.push(c.to_ascii_lowercase()) } else { word.extend(c.to_lowercase()) }
        }
        Some((word, end))
    }
}

/// Half width, one micro sign, one minus, one range sign.
pub(super) fn normal(c: char) -> char {
    match half_width(c) {
        'µ' => 'μ',
        '−' | '‐' | '‑' | '‒' => '-',
        '–' | '—' | '〜' | '∼' => '~',
        '≦' | '⩽' => '≤',
        '≧' | '⩾' => '≥',
        c => c,
    }
}
