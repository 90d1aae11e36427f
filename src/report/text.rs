//! Findings for people on a terminal.

use std::collections::BTreeSet;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anstyle::{AnsiColor, Style};

use crate::catalog::MISSING;
use crate::finding::{Finding, Place, Severity};
use crate::report::escape::one_line;
use crate::report::texts::Excerpt;
use crate::report::{Texts, counted};
use crate::text::columns;

/// Each finding with its place, the line it is about and the line of the source, then a line that counts them. Lines of
/// files are cut to `width` columns. Carries ANSI colours; the terminal's face strips them where they do not belong.
pub fn text(findings: &[Finding], texts: &Texts<'_>, width: usize) -> String {
    let mut out = String::new();
    let mut told = BTreeSet::new();
    for finding in findings {
        if finding.rule != MISSING.name {
            out.push_str(&one(finding, texts, width));
        } else if told.insert(&finding.place.path) {
            out.push_str(&missing(finding, findings, texts, width));
        }
    }
    out.push_str(&format!("{}\n", counted(findings)));
    out
}

/// All missing texts of a file in one: a hundred places to type in are one thing to do.
fn missing(first: &Finding, findings: &[Finding], texts: &Texts<'_>, width: usize) -> String {
    let path = &first.place.path;
    let count = findings.iter().filter(|other| other.rule == first.rule && other.place.path == *path).count();
    if count == 1 {
        return one(first, texts, width);
    }
    let colour = colour(first.severity);
    let (start, _) = texts.positions(&first.place);
    format!(
        "{colour}{}[{}]{colour:#}: {count} texts are not translated yet: `yakugo status --todo` lists them\n \
         --> {path}:{}:{}\n\n",
        first.severity.name(),
        first.rule,
        start.line,
        start.column
    )
}

fn one(finding: &Finding, texts: &Texts<'_>, width: usize) -> String {
    let colour = colour(finding.severity);
    let id = finding.id.as_ref().map(|id| format!(" {id}")).unwrap_or_default();
    let mut out = format!(
        "{colour}{}[{}]{colour:#}{id}: {}\n",
        finding.severity.name(),
        finding.rule,
        one_line(&finding.message)
    );
    out.push_str(&shown("-->", &finding.place, (finding.severity, AnnotationKind::Primary), texts, width));
    if let Some(source) = &finding.source {
        out.push_str(&shown("source:", source, (Severity::Note, AnnotationKind::Context), texts, width));
    }
    out.push('\n');
    out
}

/// A place, and its line with a mark under what it is about.
///
/// The place is written here because the line may be a part of a longer one, whose columns the renderer cannot know.
fn shown(
    head: &str,
    place: &Place,
    (severity, kind): (Severity, AnnotationKind),
    texts: &Texts<'_>,
    width: usize,
) -> String {
    let (start, _) = texts.positions(place);
    // The renderer may cut a wide sign in its middle and then takes a column more.
    let width = width.saturating_sub(1);
    let indent = start.line.to_string().len();
    // Beside the line stand its number and a bar; beside the mark in a line that is cut also dots and some signs.
    let for_line = width.saturating_sub(indent + " | ".len());
    let for_mark = for_line.saturating_sub("......".len() + 10).max(1);
    let mut out = format!("{:indent$}{head} {}:{}:{}\n", "", place.path, start.line, start.column);
    // More than is shown, so that the renderer knows that it cuts.
    let excerpt = texts.excerpt(place, 2 * width);
    if let Some(Excerpt { text, span }) = excerpt.filter(|excerpt| !excerpt.text.trim().is_empty()) {
        let is_whole = fitting(text, for_line) == text.len();
        let room = if is_whole { for_line } else { for_mark };
        let marked = text.get(span.clone()).map_or(0, |marked| fitting(marked, room));
        let snippet = Snippet::source(text).line_start(start.line);
        let annotation = kind.span(span.start..span.start + marked);
        let group = Group::with_level(level(severity)).element(snippet.annotation(annotation));
        out.push_str(&format!("{}\n", Renderer::styled().term_width(width).render(&[group])));
    }
    out
}

/// How many bytes of a text fit into so many columns: the renderer cuts around what is marked, never the mark.
fn fitting(text: &str, most: usize) -> usize {
    let mut used = 0;
    let fits = |(_, c): &(usize, char)| {
        used += if *c == '\t' { 4 } else { columns(c.encode_utf8(&mut [0; 4])) };
        used <= most
    };
    text.char_indices().take_while(fits).last().map_or(0, |(at, c)| at + c.len_utf8())
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

fn colour(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::Cyan,
    };
    Style::new().bold().fg_color(Some(colour.into()))
}

/// At most so many characters, with `…` where something was cut.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let mut chars = text.chars();
    let kept: String = chars.by_ref().take(most).collect();
    if chars.next().is_some() { format!("{kept}…") } else { kept }
}
