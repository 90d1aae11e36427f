//! `markup-mismatch`: marks that source and translation do not share.

use std::collections::BTreeSet;

use super::languages::{is_east_asian, language};
use super::{Beside, replaced};
use crate::document::Format;
use crate::document::inline::{Mark, Marks, marks, mended, tags_alone};
use crate::finding::{Finding, rule};
use crate::text::{Span, addresses};

rule! {
    /// Bold text, code, a link, an image, a footnote or a tag of the source is not in the translation, or stands there as
    /// stars that nobody reads as bold.
    ///
    /// Why: the warning is no longer bold, the link leads nowhere, a command cannot be copied. Markdown does not read
    /// `**` between a letter and a bracket, where Japanese and Chinese put it: readers see the stars.
    ///
    /// Example: `**「凍結」**しない`, which is shown with its stars; `[guide] (https://example.org)`; a lost `[^1]`.
    ///
    /// Fix: write the mark that the message names. `yakugo check --fix` moves the stars within the quotation marks.
    /// The address of a link may differ in its language (`/ja/` and `/en/`) and its `#` part. A difference that is meant
    /// is allowed: `# yakugo: allow markup-mismatch — reason`.
    pub(in crate::check) const MARKUP_MISMATCH: "markup-mismatch", Warning;
}

pub(super) fn check(texts: &Beside<'_>) -> Vec<Finding> {
    let pair = texts.pair;
    let read = |text: &str| match pair.format {
        Some(Format::Markdown | Format::Plain) => marks(text),
        _ => tags_alone(text),
    };
    let (source, target) = (read(pair.source), read(pair.translation));
    let mut findings = Vec::new();
    if pair.format == Some(Format::Markdown) {
        findings.extend(unread(texts, &target));
    }
    findings.extend(single(texts, &source, &target));
    findings.extend(open_tags(texts, &source, &target));
    let is_known = |mark: &Mark| !findings.is_empty() && matches!(mark, Mark::Strong | Mark::Code(_));
    let said: Vec<String> = differences(texts, &source, &target)
        .into_iter()
        .filter(|(mark, _)| !is_known(mark))
        .map(|(_, said)| said)
        .collect();
    findings.extend(said.into_iter().map(|said| texts.about_all(&MARKUP_MISMATCH, said)));
    findings
}

/// Stars that most programs show as stars.
fn unread(texts: &Beside<'_>, target: &Marks) -> Vec<Finding> {
    let text = texts.pair.translation;
    let of_pair = |pair: &Span| {
        let instead = mended(text, *pair);
        let is_moved = !instead.starts_with('<');
        let what = format!("`{}` is shown with its stars: write `{instead}`", pair.of(text));
        // Tags are bold everywhere but where tags are not allowed.
        Finding::new(&MARKUP_MISMATCH, *pair, what).fix(replaced(*pair, instead, is_moved))
    };
    target.unread.iter().map(of_pair).collect()
}

fn single(texts: &Beside<'_>, source: &Marks, target: &Marks) -> Vec<Finding> {
    if !source.single.is_empty() {
        return Vec::new();
    }
    let of_mark = |run: &Span| {
        let what =
            format!("`{}` has no partner: add it, or take this one away", run.of(texts.pair.translation));
        Finding::new(&MARKUP_MISMATCH, *run, what)
    };
    target.single.iter().take(1).map(of_mark).collect()
}

/// Tags that are not closed, or closed and not opened.
fn open_tags(texts: &Beside<'_>, source: &Marks, target: &Marks) -> Option<Finding> {
    let name = target.unclosed.iter().find(|name| !source.unclosed.contains(name))?;
    let what = format!("`<{name}>` and `</{name}>` are no pairs here: close what is opened");
    Some(texts.about_all(&MARKUP_MISMATCH, what))
}

fn differences(texts: &Beside<'_>, source: &Marks, target: &Marks) -> Vec<(Mark, String)> {
    let mut said = Vec::new();
    let count = |marks: &Marks, mark: &Mark| marks.all.iter().filter(|own| *own == mark).count();
    let (strong, own) = (count(source, &Mark::Strong), count(target, &Mark::Strong));
    let (slanted, own_slanted) = (count(source, &Mark::Emphasis), count(target, &Mark::Emphasis));
    // Japanese and Chinese have no italics: they use bold, marks above, or quotation marks.
    let either = is_east_asian(texts.pair.from) || is_east_asian(texts.pair.to);
    if strong > 0 && own == 0 {
        said.push((
            Mark::Strong,
            "the source has bold text, the translation has none: mark it with `**`".to_owned(),
        ));
    } else if strong == 0 && own > 0 && !(either && slanted > 0) {
        let what = "the translation has bold text, the source has none: take the `**` away";
        said.push((Mark::Strong, what.to_owned()));
    }
    if !either && slanted > 0 && own_slanted == 0 && own <= strong {
        let what = "the source has emphasized text, the translation has none: mark it with `*`";
        said.push((Mark::Emphasis, what.to_owned()));
    }
    said.extend(named(texts, source, target));
    said
}

/// Code, links, images, footnotes and tags: what is named must be there.
fn named(texts: &Beside<'_>, source: &Marks, target: &Marks) -> Vec<(Mark, String)> {
    let of = |marks: &Marks| -> BTreeSet<Mark> {
        marks.all.iter().filter(|mark| is_named(mark)).map(|mark| localized(mark, texts)).collect()
    };
    let (of_source, of_target) = (of(source), of(target));
    let (in_source, in_target) = (bare(texts, texts.pair.source), bare(texts, texts.pair.translation));
    // An address that stands for itself may get words of its own; words of a link do not lose it.
    let none = BTreeSet::new();
    let is_there = |mark: &Mark, others: &BTreeSet<Mark>, bare: &BTreeSet<Mark>| {
        others.iter().chain(bare).any(|other| is_same(mark, other))
    };
    let lost = of_source.iter().filter(|mark| !is_there(mark, &of_target, &none));
    let lost: Vec<&Mark> =
        lost.chain(in_source.iter().filter(|mark| !is_there(mark, &of_target, &in_target))).collect();
    let added = of_target.iter().chain(&in_target).filter(|mark| !is_there(mark, &of_source, &in_source));
    let added: Vec<&Mark> = added.collect();
    // Other words may name what code names, or name it once more. Code that was changed, or that lost its marks, is wrong.
    let changed = [&lost, &added].iter().all(|marks| marks.iter().any(|mark| is_code(mark)));
    let has_code = of_target.iter().any(is_code);
    let without_marks = |mark: &Mark| match mark {
        Mark::Code(code) => !has_code || texts.target.contains(code),
        _ => true,
    };
    let lost = lost.iter().filter(|mark| changed || without_marks(mark)).map(|mark| {
        let what = format!("the source has {}, the translation has not: add it", described(mark));
        ((*mark).clone(), what)
    });
    let added = added.iter().filter(|mark| changed || !is_code(mark)).map(|mark| {
        let what = format!("the translation has {}, the source has not: correct it", described(mark));
        ((*mark).clone(), what)
    });
    let mut said: Vec<(Mark, String)> = lost.chain(added).collect();
    said.dedup();
    said
}

fn is_code(mark: &Mark) -> bool {
    matches!(mark, Mark::Code(_))
}

/// Whether two marks name the same; an address may leave out the site that the page is on.
fn is_same(one: &Mark, other: &Mark) -> bool {
    let (Mark::Link(one), Mark::Link(other)) = (one, other) else { return one == other };
    let leaves_out = |short: &str, long: &str| {
        let path = long.split_once("://").and_then(|(_, rest)| rest.find('/').and_then(|at| rest.get(at..)));
        short.starts_with('/') && path == Some(short)
    };
    one == other || leaves_out(one, other) || leaves_out(other, one)
}

/// The addresses that stand in the text for themselves. Those of links are among them, and found there first.
fn bare(texts: &Beside<'_>, text: &str) -> BTreeSet<Mark> {
    const ENDS: [char; 8] = ['.', ',', ';', ':', '!', '?', '\'', '*'];
    let addresses = addresses(text).into_iter().map(|span| span.of(text).trim_end_matches(ENDS));
    addresses.map(|address| localized(&Mark::Link(address.to_owned()), texts)).collect()
}

fn is_named(mark: &Mark) -> bool {
    match mark {
        Mark::Strong | Mark::Emphasis => false,
        // Words in code marks are translated.
        Mark::Code(code) => code.is_ascii(),
        _ => true,
    }
}

/// The mark with an address that is the same in every language.
fn localized(mark: &Mark, texts: &Beside<'_>) -> Mark {
    let plain = |address: &str| {
        let page = address.split('#').next().unwrap_or_default();
        let is_locale = |part: &str| {
            [texts.pair.from, texts.pair.to].iter().any(|locale| {
                part.eq_ignore_ascii_case(locale) || part.eq_ignore_ascii_case(language(locale))
            })
        };
        // An encyclopedia has a domain for each language, and titles in it.
        let host = page.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
        if let Some((_, rest)) = host.split_once('.').filter(|(first, _)| is_locale(first)) {
            return rest.to_owned();
        }
        page.split('/')
            .filter(|part| !is_locale(part))
            .collect::<Vec<_>>()
            .join("/")
            .trim_end_matches('/')
            .to_owned()
    };
    match mark {
        Mark::Link(address) => Mark::Link(plain(address)),
        Mark::Image(address) => Mark::Image(plain(address)),
        other => other.clone(),
    }
}

fn described(mark: &Mark) -> String {
    match mark {
        Mark::Strong => "bold text".to_owned(),
        Mark::Emphasis => "emphasized text".to_owned(),
        Mark::Code(code) => format!("the code `{code}`"),
        Mark::Link(address) if address.is_empty() => "a link within the page".to_owned(),
        Mark::Link(address) => format!("a link to `{address}`"),
        Mark::Image(address) => format!("the image `{address}`"),
        Mark::Footnote(label) => format!("the footnote `[^{label}]`"),
        Mark::Tag(name) => format!("the tag `<{name}>`"),
    }
}
