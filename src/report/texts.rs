//! The texts that findings point into. Only here do bytes become lines and columns.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::catalog::DocumentFiles;
use crate::finding::{Finding, Place};
use crate::text::{LineIndex, Position};

/// The texts that findings point into, by path relative to the project.
#[derive(Debug, Default)]
pub struct Texts<'a> {
    texts: HashMap<&'a str, (&'a str, LineIndex)>,
    folder: String,
}

/// A part of a line, around what a finding is about.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt<'a> {
    pub(crate) text: &'a str,
    /// What the finding is about, in bytes of `text`; it ends with the line at the latest.
    pub(crate) span: Range<usize>,
}

impl<'a> Texts<'a> {
    /// The texts of all files that some findings name.
    pub fn new(files: &'a [DocumentFiles], findings: &[Finding]) -> Self {
        let named: HashSet<&str> = findings
            .iter()
            .flat_map(|finding| [Some(&finding.place), finding.source.as_ref()])
            .flatten()
            .map(|place| place.path.as_str())
            .collect();
        let all = files.iter().flat_map(|files| {
            let targets =
                files.targets.iter().flat_map(|target| [&target.ftl, &target.ledger, &target.attic]);
            [&files.document, &files.source, &files.past].into_iter().chain(targets)
        });
        let texts = all
            .filter(|file| named.contains(file.path.as_str()))
            .filter_map(|file| Some((file.path.as_str(), file.text.as_deref()?)))
            .map(|(path, text)| (path, (text, LineIndex::new(text))))
            .collect();
        Self { texts, folder: String::new() }
    }

    /// The same texts of a project in this folder of its repository, with `/`.
    #[must_use]
    pub fn in_folder(mut self, folder: impl Into<String>) -> Self {
        self.folder = folder.into();
        self
    }

    /// Adds a text that belongs to no document (a glossary file, a file outside any project).
    pub fn add(&mut self, path: &'a str, text: &'a str) {
        self.texts.insert(path, (text, LineIndex::new(text)));
    }

    /// First and last position of a place; line 1, column 1 of a file whose text is not known.
    pub fn positions(&self, place: &Place) -> (Position, Position) {
        self.both(place, LineIndex::position)
    }

    /// The same with columns that count bytes, a byte order mark included.
    pub(crate) fn byte_positions(&self, place: &Place) -> (Position, Position) {
        self.both(place, LineIndex::byte_position)
    }

    fn both(&self, place: &Place, at: fn(&LineIndex, &str, usize) -> Position) -> (Position, Position) {
        let first = Position { line: 1, column: 1 };
        let Some((text, index)) = self.texts.get(place.path.as_str()) else { return (first, first) };
        (at(index, text, place.span.start), at(index, text, place.span.end))
    }

    /// The path as the site that hosts the repository knows it.
    pub(crate) fn path_in_repository(&self, place: &Place) -> String {
        match self.folder.as_str() {
            "" => place.path.clone(),
            folder => format!("{folder}/{}", place.path),
        }
    }

    /// The line that a place begins on, with at most `most` characters on either side of its beginning: a line may be
    /// a whole document, and thousands of findings may lie on it.
    pub(crate) fn excerpt(&self, place: &Place, most: usize) -> Option<Excerpt<'a>> {
        let (text, _) = self.texts.get(place.path.as_str())?;
        let (before, after) = text.split_at_checked(place.span.start)?;
        let is_inside = |(_, c): &(usize, char)| !matches!(c, '\n' | '\u{FEFF}');
        let start = before.char_indices().rev().take(most).take_while(is_inside).last();
        let start = start.map_or(before.len(), |(at, _)| at);
        let end = after.char_indices().take(most).take_while(|(_, c)| *c != '\n').last();
        let end = before.len() + end.map_or(0, |(at, c)| at + c.len_utf8());
        let line = text.get(start..end)?.trim_end_matches('\r');
        let span = before.len() - start..(place.span.end.max(before.len()) - start).min(line.len());
        Some(Excerpt { text: line, span: span.start.min(line.len())..span.end })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn check(text: &str, about: &str, most: usize, expected: (&str, &str)) {
        let mut texts = Texts::default();
        texts.add("a.md", text);
        let start = text.find(about).unwrap();
        let place = Place { path: "a.md".to_owned(), span: Span::new(start, start + about.len()) };
        let found = texts.excerpt(&place, most).unwrap();
        assert_eq!((found.text, found.text.get(found.span.clone()).unwrap()), expected, "{text:?}");
    }

    #[test]
    fn an_excerpt_is_one_line_without_its_end() {
        check("one\r\n量は10 mg\r\nthree", "10 mg", 80, ("量は10 mg", "10 mg"));
        check("\u{FEFF}10 mg", "10", 80, ("10 mg", "10"));
        check("\u{FEFF}10 mg", "\u{FEFF}10", 80, ("\u{FEFF}10 mg", "\u{FEFF}10"));
        check("one\ntwo\n", "one\ntwo", 80, ("one", "one"));
        check("one\r\ntwo\n", "\r\ntwo", 80, ("one", ""));
        check("あいうえおかきくけこ", "おか", 3, ("いうえおかき", "おか"));
        check("あいうえおかきくけこ", "うえおかきく", 2, ("あいうえ", "うえ"));
        check("", "", 80, ("", ""));
    }

    #[test]
    fn a_place_outside_its_text_has_no_excerpt() {
        let mut texts = Texts::default();
        texts.add("a.md", "é");
        for span in [Span::new(1, 2), Span::new(7, 9)] {
            assert_eq!(texts.excerpt(&Place { path: "a.md".to_owned(), span }, 80), None);
        }
    }
}
