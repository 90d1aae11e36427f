//! The translated document: which text stands for every segment, by the state of its unit.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::carry::ChangeKind;
use crate::catalog::plan::Origin;
use crate::catalog::settle::Status;
use crate::catalog::unit::{DocumentPlan, SourceUnit, TargetPlan, Unit};
use crate::document::{self, Options, UNRENDERABLE};
use crate::finding::{Finding, Place};
use crate::text::soft_break;

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
}

/// Renders an article in one locale; nothing for hand-written Fluent sources, whose translated files are the result.
///
/// Missing and unrecorded units show the source. A stale unit shows its translation, and the page a banner; but where
/// the meaning changed (or the configuration says so) the source stands there behind a marker, never the old dose.
pub fn render(
    plan: &DocumentPlan,
    target: &TargetPlan,
    text: &str,
    options: &PageOptions<'_>,
) -> Option<Page> {
    let Origin::Article(format) = plan.origin else { return None };
    let extraction = document::extract(format, text, options.document);
    let mut unresolved = Vec::new();
    let mut untranslated = 0;
    let texts: Vec<Option<Cow<'_, str>>> = plan
        .sources
        .iter()
        .zip(&target.units)
        .enumerate()
        .map(|(at, (source, unit))| match shown(source, unit, options.marker) {
            Shown::Translation(_) if unit.is_source => {
                unresolved.push((at, UNRESOLVED.to_owned()));
                None
            }
            Shown::Translation(text) => Some(text),
            Shown::MarkedSource(text) => {
                untranslated += 1;
                Some(Cow::Owned(text))
            }
            Shown::Source => {
                untranslated += 1;
                None
            }
        })
        .collect();
    let translation = |at: usize| texts.get(at).and_then(Option::as_deref);
    let rendered = document::render(format, text, options.document, &extraction, translation);
    let refused =
        rendered.refused.iter().copied().zip(rendered.findings.into_iter().map(|finding| finding.message));
    let refused: Vec<(usize, String)> = unresolved.into_iter().chain(refused).collect();
    untranslated += refused.len();
    let findings =
        refused.into_iter().filter_map(|(at, message)| unrenderable(plan, target, at, message)).collect();
    let text = match banner(target, options.banners) {
        Some(banner) if target.units.iter().any(is_out_of_date) => {
            document::with_banner(format, &rendered.text, banner)
        }
        _ => rendered.text,
    };
    Some(Page { text, findings, untranslated })
}

const UNRESOLVED: &str = "the source stands here instead of its translation: the translation refers to something in \
                          braces that an article has not; write the word itself";

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
    matches!(&unit.status, Status::Stale(stale)
        if stale.change.kind == ChangeKind::Wording && stale.treatment.shows_translation)
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

fn shown<'a>(source: &SourceUnit, unit: &'a Unit, marker: &str) -> Shown<'a> {
    let translation = unit.translation.as_deref();
    match (&unit.status, translation) {
        (Status::Missing | Status::Unrecorded, _) | (_, None) => Shown::Source,
        (Status::Stale(stale), _) if !stale.treatment.shows_translation => {
            Shown::MarkedSource(format!("{marker}{}", source.text))
        }
        (Status::Stale(_) | Status::Fresh, Some(text)) => Shown::Translation(joined(source, text)),
    }
}

/// Line breaks in a Fluent value are hard breaks only where the source has some: elsewhere the translator wrapped a
/// long line.
fn joined<'a>(source: &SourceUnit, text: &'a str) -> Cow<'a, str> {
    if source.text.contains('\n') || !text.contains('\n') || has_blocks(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let (Some(before), Some(after)) = (out.chars().next_back(), line.chars().next()) {
            out.push_str(soft_break(before, after));
        }
        out.push_str(line);
    }
    Cow::Owned(out)
}
