//! Where the terms of the glossary are used: in a text on its own, or in the units of a project, each source text beside
//! its translations.

mod places;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::catalog::{DocumentFiles, DocumentPlan, Origin, SourceUnit};
use crate::check::occurrences::places::{Cursor, Written, around};
use crate::check::unit::{Unit, value_of};
use crate::glossary::{Glossary, Grade, Hit, Matcher, Term, TermStatus};
use crate::text::{FoldMap, LineIndex, Span};

/// A place where a term stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use<'a> {
    /// The term, with its concept and status.
    pub term: &'a Term,
    /// How it stands there.
    pub grade: Grade,
    /// Bytes of [`Passage::text`].
    pub span: Span,
    /// The line of the file that it begins on, from 1.
    pub line: usize,
    /// The characters of that line before it, and those up to its end (behind the end of the line where it goes on in
    /// the next one). None where the file writes it in another way.
    pub columns: Option<(usize, usize)>,
}

/// A text with the uses of one concept in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// The locale whose terms were looked for.
    pub locale: &'a str,
    /// The file.
    pub path: &'a str,
    /// The line of the file that it begins on, from 1; of an excerpt the line of its use.
    pub line: usize,
    /// The text of a unit; of a text on its own what stands around the use, cut with `…`.
    pub text: String,
    /// The uses in the order of the text.
    pub uses: Vec<Use<'a>>,
}

/// A text that uses a concept, or whose translation does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence<'a> {
    /// The concept's id.
    pub concept: &'a str,
    /// The unit's id; none in a text on its own.
    pub id: Option<&'a str>,
    /// The source text of the unit, or the text on its own.
    pub source: Passage<'a>,
    /// The translations of the unit, whether they use the concept or not.
    pub translations: Vec<Passage<'a>>,
}

impl<'a> Occurrence<'a> {
    /// The source text and its translations.
    pub fn passages(&self) -> impl Iterator<Item = &Passage<'a>> {
        std::iter::once(&self.source).chain(&self.translations)
    }

    /// All uses on either side.
    pub fn uses(&self) -> impl Iterator<Item = &Use<'a>> {
        self.passages().flat_map(|passage| &passage.uses)
    }
}

/// What is looked for.
#[derive(Clone, Debug)]
pub struct Wanted<'g> {
    concepts: BTreeSet<&'g str>,
    /// The one term of those concepts, folded.
    term: Option<String>,
}

impl<'g> Wanted<'g> {
    /// Every concept but those that only shield longer words: drafts with words in one locale of several ask nothing of
    /// anybody.
    pub fn everything(glossary: &'g Glossary) -> Self {
        let locales = glossary.locales().len();
        let mut asks: BTreeMap<&str, (BTreeSet<&str>, bool)> = BTreeMap::new();
        for term in glossary.terms() {
            let (own, decided) = asks.entry(&term.concept).or_default();
            own.insert(&term.locale);
            *decided |= term.status != TermStatus::Draft;
        }
        let asks = asks.into_iter().filter(|(_, (own, decided))| *decided || own.len() >= locales.min(2));
        Self { concepts: asks.map(|(concept, _)| concept).collect(), term: None }
    }

    /// One concept; none if the glossary does not have it.
    pub fn concept(glossary: &'g Glossary, id: &str) -> Option<Self> {
        Self::of(glossary, None, |term| term.concept == id)
    }

    /// One term in whatever locale, however it is written; none if the glossary does not have it.
    pub fn term(glossary: &'g Glossary, word: &str) -> Option<Self> {
        let folded = fold(word);
        Self::of(glossary, Some(folded.clone()), |term| fold(&term.text) == folded)
    }

    fn of(glossary: &'g Glossary, term: Option<String>, is_wanted: impl Fn(&Term) -> bool) -> Option<Self> {
        let terms = glossary.terms().iter().filter(|term| is_wanted(term));
        let concepts: BTreeSet<&str> = terms.map(|term| term.concept.as_str()).collect();
        (!concepts.is_empty()).then_some(Self { concepts, term })
    }

    fn takes(&self, occurrence: &Occurrence<'_>) -> bool {
        self.term.as_ref().is_none_or(|term| occurrence.uses().any(|used| fold(&used.term.text) == *term))
    }
}

fn fold(text: &str) -> String {
    FoldMap::new(text).text().to_owned()
}

/// What a text on its own is searched with.
pub struct Search<'a> {
    /// The terms.
    pub matcher: &'a Matcher<'a>,
    /// Their locale.
    pub locale: &'a str,
    /// Which of them.
    pub wanted: &'a Wanted<'a>,
    /// The name of the file.
    pub path: &'a str,
}

impl<'a> Search<'a> {
    /// The uses in one line of a text, each an occurrence of its own.
    ///
    /// ```
    /// use yakugo::check::{Search, Wanted};
    /// use yakugo::glossary::{Glossary, Matcher};
    /// let mut glossary = Glossary::default();
    /// glossary.read("a.csv", "concept,locale,term,status\ncell,en,cell,preferred\n");
    /// let (matcher, wanted) = (Matcher::new(&glossary, "en"), Wanted::everything(&glossary));
    /// let search = Search { matcher: &matcher, locale: "en", wanted: &wanted, path: "a.txt" };
    /// let found = search.in_line(7, "Études of cells");
    /// assert_eq!((found[0].source.uses[0].line, found[0].source.uses[0].columns), (7, Some((10, 15))));
    /// ```
    pub fn in_line(&self, number: usize, line: &str) -> Vec<Occurrence<'a>> {
        let mut cursor = Cursor::new(line, number);
        self.in_piece(line, Span::new(0, line.len()), &mut cursor)
    }

    /// The uses in some pieces of a document that do not overlap, in order: what its readers see.
    pub fn in_document(&self, text: &str, pieces: impl IntoIterator<Item = Span>) -> Vec<Occurrence<'a>> {
        let mut cursor = Cursor::new(text, 1);
        pieces.into_iter().flat_map(|piece| self.in_piece(text, piece, &mut cursor)).collect()
    }

    fn in_piece(&self, text: &str, piece: Span, cursor: &mut Cursor<'_>) -> Vec<Occurrence<'a>> {
        let inside = piece.of(text);
        let hits = self.matcher.find(inside).into_iter();
        let hits = hits.filter(|hit| self.wanted.concepts.contains(hit.term.concept.as_str()));
        let found = hits.map(|hit| {
            let (line, columns) = cursor.place(hit.span.shifted(piece.start));
            let (around, span) = around(inside, hit.span);
            let used = Use { term: hit.term, grade: hit.grade, span, line, columns: Some(columns) };
            let (locale, path) = (self.locale, self.path);
            let source = Passage { locale, path, line, text: around, uses: vec![used] };
            Occurrence { concept: &hit.term.concept, id: None, source, translations: Vec::new() }
        });
        found.filter(|occurrence| self.wanted.takes(occurrence)).collect()
    }
}

/// The units of a project that use a concept in their source text or in a translation into one of `locales`, in the order
/// of the documents, once for each concept. `files` are those that the plans were made from, in the same order.
pub fn in_project<'a>(
    plans: &'a [DocumentPlan],
    files: &[DocumentFiles],
    glossary: &'a Glossary,
    source_locale: &'a str,
    locales: &[&str],
    wanted: &Wanted<'a>,
) -> Vec<Occurrence<'a>> {
    let all = locales.iter().chain([&source_locale]);
    let matchers: BTreeMap<&str, Matcher<'a>> =
        all.map(|locale| (*locale, Matcher::new(glossary, locale))).collect();
    let project = InProject { matchers, source_locale, wanted };
    plans.par_iter().zip(files).flat_map_iter(|(plan, files)| project.in_plan(plan, files)).collect()
}

struct InProject<'a, 'w> {
    /// Of the locales that are looked at.
    matchers: BTreeMap<&'w str, Matcher<'a>>,
    source_locale: &'a str,
    wanted: &'w Wanted<'a>,
}

/// A text of a unit with all that was found in it.
struct Found<'a> {
    passage: Passage<'a>,
    uses: BTreeMap<&'a str, Vec<Use<'a>>>,
}

impl<'a> Found<'a> {
    /// The text with the uses of one concept.
    fn of(&self, concept: &str) -> Passage<'a> {
        Passage { uses: self.uses.get(concept).cloned().unwrap_or_default(), ..self.passage.clone() }
    }
}

impl<'a> InProject<'a, '_> {
    fn in_plan(&self, plan: &'a DocumentPlan, files: &DocumentFiles) -> Vec<Occurrence<'a>> {
        let document = files.document.text.as_deref().unwrap_or_default();
        let index = LineIndex::new(document);
        let mut sources: Vec<(Found<'a>, Vec<Found<'a>>)> = Vec::new();
        for source in &plan.sources {
            let written = match files.origin {
                Origin::Article(_) => source.span,
                Origin::Fluent => value_of(&source.id, source.span, document).unwrap_or(source.span),
            };
            let text = Written { path: &plan.path, file: document, index: &index, span: written };
            sources.push((self.found(self.source_locale, &source.text, &text, None), Vec::new()));
        }
        for target in plan.targets.iter().filter(|target| self.matchers.contains_key(target.locale.as_str()))
        {
            let file = files.targets.iter().find(|files| files.locale == target.locale);
            let file = file.and_then(|file| file.ftl.text.as_deref()).unwrap_or_default();
            let index = LineIndex::new(file);
            for (at, unit) in Unit::of(plan, target, file) {
                let Some((source, translations)) = sources.get_mut(at) else { continue };
                let span = unit.written().or(unit.translated.place).unwrap_or_default();
                let text = Written { path: &target.path, file, index: &index, span };
                translations.push(self.found(&target.locale, unit.translation, &text, Some(source)));
            }
        }
        let of_unit = |(unit, (source, translations)): (&'a SourceUnit, &(Found<'a>, Vec<Found<'a>>))| {
            let all = std::iter::once(source).chain(translations);
            let concepts: BTreeSet<&str> = all.flat_map(|found| found.uses.keys().copied()).collect();
            let occurrence = |concept| Occurrence {
                concept,
                id: Some(unit.id.as_str()),
                source: source.of(concept),
                translations: translations.iter().map(|found| found.of(concept)).collect(),
            };
            let wanted = concepts.into_iter().filter(|concept| self.wanted.concepts.contains(concept));
            wanted.map(occurrence).filter(|it| self.wanted.takes(it)).collect::<Vec<_>>()
        };
        plan.sources.iter().zip(&sources).flat_map(of_unit).collect()
    }

    /// What is found in a text of a unit. A word of several concepts counts for those of its source, if it has any.
    fn found(
        &self,
        locale: &'a str,
        text: &str,
        written: &Written<'a, '_>,
        source: Option<&Found<'a>>,
    ) -> Found<'a> {
        let hits = self.matchers.get(locale).map(|matcher| matcher.find(text)).unwrap_or_default();
        let is_named =
            |hit: &Hit<'_>| source.is_some_and(|source| source.uses.contains_key(hit.term.concept.as_str()));
        let named: BTreeSet<Span> = hits.iter().filter(|hit| is_named(hit)).map(|hit| hit.span).collect();
        let hits: Vec<Hit<'_>> =
            hits.iter().filter(|hit| is_named(hit) || !named.contains(&hit.span)).copied().collect();
        let (line, places) = written.places(text, &hits);
        let mut uses: BTreeMap<&str, Vec<Use<'_>>> = BTreeMap::new();
        for (hit, place) in hits.iter().zip(places) {
            let (at, columns) = place.map_or((line, None), |(line, columns)| (line, Some(columns)));
            let used = Use { term: hit.term, grade: hit.grade, span: hit.span, line: at, columns };
            uses.entry(&hit.term.concept).or_default().push(used);
        }
        let passage = Passage { locale, path: written.path, line, text: text.to_owned(), uses: Vec::new() };
        Found { passage, uses }
    }
}
