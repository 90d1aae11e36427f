//! The translated document: which text stands for every segment, by the state of its unit.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::carry::ChangeKind;
use crate::catalog::family::Family;
use crate::catalog::plan::Origin;
use crate::catalog::settle::{Stale, Status};
use crate::catalog::unit::{DocumentPlan, SourceUnit, TargetPlan, Unit};
use crate::document::{self, Format, Options, Segment, UNRENDERABLE};
use crate::finding::{Finding, Place};
use crate::fluent::{Bundle, INDENT, Resource, write_source};
use crate::text;

/// A document in one locale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The whole document.
    pub text: String,
    /// Translations that could not stand in their place.
    pub findings: Vec<Finding>,
    /// How many segments show the source, for whatever reason.
    pub untranslated: usize,
}

/// How pages are written.
#[derive(Clone, Copy, Debug)]
pub struct PageOptions<'a> {
    /// How documents are read.
    pub document: &'a Options,
    /// What stands before a source text that replaces a translation whose meaning is out of date.
    pub marker: &'a str,
    /// What stands on a page with texts that are out of date, by locale; an empty text for nothing. Common languages
    /// have a text without it.
    pub banners: &'a BTreeMap<String, String>,
    /// The glossary's terms in the locale, to which translations may refer.
    pub terms: Option<&'a Resource>,
}

/// Renders an article in one locale; nothing for hand-written Fluent sources, whose translated files are the result.
///
/// Missing and unrecorded units show the source. A stale unit shows its translation, and the page a banner; but where
/// the meaning changed (or the configuration says so) the source stands there behind a marker, never the old dose. Split and merged texts show their
/// old translations as one in the place of the first of them, so that nothing stands there twice and nothing is lost;
/// where that cannot be, their source behind the marker.
pub fn render(
    plan: &DocumentPlan,
    target: &TargetPlan,
    text: &str,
    options: &PageOptions<'_>,
) -> Option<Page> {
    let Origin::Article(format) = plan.origin else { return None };
    let mut as_one = families(target);
    if !as_one.is_empty() {
        let extraction = document::extract(format, text, options.document);
        let shorter =
            |others: &[usize]| document::without(format, text, options.document, &extraction, others);
        let all_others = |as_one: &[AsOne<'_>]| -> Vec<usize> {
            let others: BTreeSet<usize> = as_one.iter().flat_map(|one| one.others.iter().copied()).collect();
            others.into_iter().collect()
        };
        if shorter(&all_others(&as_one)).is_none() {
            as_one.retain(|one| shorter(&one.others).is_some());
        }
        loop {
            let others = all_others(&as_one);
            let Some(text) = shorter(&others) else { break };
            let kept: Vec<usize> =
                (0..plan.sources.len()).filter(|at| others.binary_search(at).is_err()).collect();
            let attempt = Attempt { plan, target, options, kept: &kept, as_one: &as_one };
            let (page, refused) = attempt.page(format, &text);
            if !as_one.iter().any(|one| refused.contains(&one.first)) {
                return Some(page);
            }
            as_one.retain(|one| !refused.contains(&one.first));
        }
    }
    let kept: Vec<usize> = (0..plan.sources.len()).collect();
    Some(Attempt { plan, target, options, kept: &kept, as_one: &[] }.page(format, text).0)
}

/// A family whose old translations stand for all of its texts.
struct AsOne<'a> {
    family: &'a Family,
    /// The place of its first text.
    first: usize,
    /// The places of the others, where nothing stands.
    others: Vec<usize>,
}

fn families(target: &TargetPlan) -> Vec<AsOne<'_>> {
    let mut found: Vec<AsOne<'_>> = Vec::new();
    for (at, unit) in target.units.iter().enumerate() {
        let Some(family) = unit.family.as_deref().filter(|family| family.treatment.shows_translation) else {
            continue;
        };
        match found.iter_mut().find(|one| std::ptr::eq(one.family, family)) {
            Some(one) => one.others.push(at),
            None => found.push(AsOne { family, first: at, others: Vec::new() }),
        }
    }
    found
}

/// A page with these families as one.
struct Attempt<'a> {
    plan: &'a DocumentPlan,
    target: &'a TargetPlan,
    options: &'a PageOptions<'a>,
    /// The places of the units whose texts stand in the document.
    kept: &'a [usize],
    as_one: &'a [AsOne<'a>],
}

impl Attempt<'_> {
    /// What a translation says that refers to terms of the glossary, and to nothing else.
    fn resolved(&self, translation: &str) -> Option<String> {
        const ID: &str = "translation";
        let own = format!("{ID} ={}\n", write_source(translation, INDENT));
        let (own, _) = Resource::parse(own);
        let bundle = Bundle::new(self.target.locale.parse().ok()?, [self.options.terms?, &own]);
        bundle.format(ID).filter(|(_, unresolved)| unresolved.is_empty()).map(|(text, _)| text)
    }

    /// The page, and the places of the units whose translation could not stand there.
    fn page(&self, format: Format, text: &str) -> (Page, Vec<usize>) {
        let (plan, target) = (self.plan, self.target);
        let extraction = document::extract(format, text, self.options.document);
        let mut refused: Vec<(usize, String)> = Vec::new();
        let mut untranslated = 0;
        let mut is_translated = false;
        let mut texts: Vec<Option<Cow<'_, str>>> = Vec::with_capacity(self.kept.len());
        for (at, source, unit) in
            self.kept.iter().filter_map(|at| Some((*at, plan.sources.get(*at)?, target.units.get(*at)?)))
        {
            let one = self.as_one.iter().find(|one| one.first == at);
            let shown = match one {
                Some(one) => Shown::Translation(Cow::Owned(translation_of(one.family))),
                None => shown(source, unit, self.options.marker),
            };
            texts.push(match shown {
                Shown::Translation(_) if unit.is_source && one.is_none() => {
                    let text = unit.translation.as_deref().and_then(|text| self.resolved(text));
                    if text.is_none() {
                        refused.push((at, UNRESOLVED.to_owned()));
                    }
                    text.map(|text| Cow::Owned(unwrapped(&source.text, &text).into_owned()))
                }
                Shown::Translation(text) => {
                    is_translated = true;
                    Some(in_order(text, extraction.segments.get(texts.len()), &target.locale))
                }
                Shown::MarkedSource(text) => {
                    untranslated += 1;
                    Some(Cow::Owned(text))
                }
                Shown::Source => {
                    untranslated += 1;
                    None
                }
            });
        }
        let translation = |at: usize| texts.get(at).and_then(Option::as_deref);
        let rendered = document::render(format, text, self.options.document, &extraction, translation);
        let places = rendered.refused.iter().filter_map(|at| self.kept.get(*at).copied());
        refused.extend(places.zip(rendered.findings.into_iter().map(|finding| finding.message)));
        untranslated += refused.len();
        let places = refused.iter().map(|(at, _)| *at).collect();
        let findings =
            refused.into_iter().filter_map(|(at, message)| unrenderable(plan, target, at, message)).collect();
        let text = match banner(target, self.options.banners) {
            Some(banner) if target.units.iter().any(is_out_of_date) => {
                document::with_banner(format, &rendered.text, banner)
            }
            _ => rendered.text,
        };
        let text = if is_translated {
            document::localized(format, &text, &target.locale).into_owned()
        } else {
            text
        };
        (Page { text, findings, untranslated }, places)
    }
}

const UNRESOLVED: &str = "the source stands here instead of its translation: the translation refers to something in \
                          braces that an article has not; write the word itself, or refer to a term of the glossary, \
                          `{ -concept }`, once `yakugo glossary export fluent` has made the terms";

/// A translation whose doses are read in their order, whatever the direction of the words around them.
fn in_order<'a>(text: Cow<'a, str>, segment: Option<&Segment>, locale: &str) -> Cow<'a, str> {
    match segment {
        Some(segment) if text::is_right_to_left(locale) => {
            Cow::Owned(document::isolated(segment, &text).into_owned())
        }
        _ => text,
    }
}

/// The finding about a translation that could not stand in its place: in the translator's file, where it is mended.
fn unrenderable(plan: &DocumentPlan, target: &TargetPlan, at: usize, message: String) -> Option<Finding> {
    let (source, unit) = (plan.sources.get(at)?, target.units.get(at)?);
    let place = Place { path: plan.path.clone(), span: source.span };
    let finding = Finding::new(&UNRENDERABLE, unit.place.unwrap_or_default(), message).unit(&source.id);
    let finding = finding.at(&target.path).in_locale(&target.locale).in_document(&plan.name);
    Some(Finding { source: Some(place), ..finding })
}

/// Whether a page shows a translation whose source has other words now.
fn is_out_of_date(unit: &Unit) -> bool {
    let Status::Stale(stale) = &unit.status else { return false };
    stale.treatment.shows_translation
        && match stale.change.kind {
            ChangeKind::Split | ChangeKind::Merged => {
                unit.family.as_deref().is_some_and(|family| family.is_reworded)
            }
            kind => kind == ChangeKind::Wording,
        }
}

fn banner<'a>(target: &TargetPlan, banners: &'a BTreeMap<String, String>) -> Option<&'a str> {
    let of = |locale: &str| banners.get(locale).map(String::as_str);
    let language = target.locale.split('-').next().unwrap_or_default();
    let known = |locale: &str| BANNERS.iter().find(|(known, _)| *known == locale).map(|(_, text)| *text);
    let text = of(&target.locale)
        .or_else(|| of(language))
        .or_else(|| known(&target.locale))
        .or_else(|| known(language));
    text.or_else(|| known("en")).filter(|text| !text.is_empty())
}

const BANNERS: [(&str, &str); 8] = [
    ("en", "Parts of this page may be out of date: the original has changed since they were translated."),
    (
        "de",
        "Teile dieser Seite sind möglicherweise nicht auf dem neuesten Stand: Das Original wurde nach der Übersetzung \
         geändert.",
    ),
    (
        "fr",
        "Certaines parties de cette page ne sont peut-être plus à jour : l’original a changé depuis leur traduction.",
    ),
    (
        "es",
        "Es posible que partes de esta página no estén al día: el original ha cambiado desde que se tradujeron.",
    ),
    ("ja", "このページには、原文の更新がまだ反映されていない箇所があるかもしれません。"),
    ("zh", "本页部分内容可能尚未更新：原文在翻译之后有改动。"),
    ("zh-Hant", "本頁部分內容可能尚未更新：原文在翻譯之後有更動。"),
    ("ko", "이 페이지에는 원문의 변경 사항이 아직 반영되지 않은 부분이 있을 수 있습니다."),
];

/// Whether the lines of a text are blocks of their own (paragraphs, a list): what is not one line must not be made one.
fn has_blocks(text: &str) -> bool {
    let is_item = |line: &str| {
        let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
        ["- ", "* ", "+ ", "・", "• "].iter().any(|bullet| line.starts_with(bullet))
            || number.len() < line.len() && (number.starts_with(". ") || number.starts_with(") "))
    };
    text.lines().any(|line| line.trim().is_empty()) || text.lines().skip(1).map(str::trim_start).any(is_item)
}

enum Shown<'a> {
    Source,
    MarkedSource(String),
    Translation(Cow<'a, str>),
}

/// Whether the translation of a unit may stand in its place by itself.
fn stands_alone(stale: &Stale) -> bool {
    stale.treatment.shows_translation && stale.change.kind < ChangeKind::Split
}

/// By itself: a part of a family that does not stand as one shows its source.
fn shown<'a>(source: &SourceUnit, unit: &'a Unit, marker: &str) -> Shown<'a> {
    let translation = unit.translation.as_deref();
    match (&unit.status, translation) {
        (Status::Stale(stale), _) if !stands_alone(stale) => {
            Shown::MarkedSource(format!("{marker}{}", source.text))
        }
        (Status::Missing | Status::Unrecorded, _) | (_, None) => Shown::Source,
        (Status::Stale(_) | Status::Fresh, Some(text)) => Shown::Translation(unwrapped(&source.text, text)),
    }
}

/// The old translations of a family, one after the other.
fn translation_of(family: &Family) -> String {
    let texts: Vec<Cow<'_, str>> =
        family.old.iter().map(|member| unwrapped(&member.source, member.translation.trim())).collect();
    text::joined(texts.iter().map(AsRef::as_ref))
}

/// Line breaks in a Fluent value are hard breaks only where the source has some: elsewhere the translator wrapped a
/// long line.
fn unwrapped<'a>(source: &str, text: &'a str) -> Cow<'a, str> {
    if source.contains('\n') || !text.contains('\n') || has_blocks(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text::joined(text.lines().map(str::trim).filter(|line| !line.is_empty())))
}
