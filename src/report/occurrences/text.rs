//! Uses on a terminal.

use anstyle::{AnsiColor, Style};

use super::{NOTHING, by_concept, is_unwanted, marked, place};
use crate::check::{Occurrence, Passage};
use crate::report::escape::one_line;

/// A paragraph a concept: its terms with their counts, then every use in its text. With `colour` uses are bold, those of
/// unwanted terms red; otherwise they stand between `‹` and `›`.
pub fn text(occurrences: &[Occurrence<'_>], colour: bool) -> String {
    let groups = by_concept(occurrences);
    if groups.is_empty() {
        return format!("{NOTHING}\n");
    }
    let mut out = Vec::new();
    for group in groups {
        let mut paragraph = format!("{} · {}\n", group.concept, group.counted());
        for (term, count) in group.terms() {
            paragraph.push_str(&format!(
                "  {}  {} · {} · {count}\n",
                term.locale,
                term.text,
                term.status.name()
            ));
        }
        for occurrence in group.occurrences {
            match occurrence.id {
                None => paragraph.push_str(&passage("", &occurrence.source, colour)),
                Some(id) => {
                    paragraph.push_str(&format!("\n  {id}\n"));
                    paragraph.extend(
                        occurrence.passages().map(|it| passage(&format!("  {}  ", it.locale), it, colour)),
                    );
                }
            }
        }
        out.push(paragraph);
    }
    out.join("\n")
}

fn passage(label: &str, passage: &Passage<'_>, colour: bool) -> String {
    let text = marked(passage, one_line, |used, word| {
        let word = one_line(word);
        let red = is_unwanted(used.term).then_some(AnsiColor::Red.into());
        let style = Style::new().bold().fg_color(red);
        if colour { format!("{style}{word}{style:#}") } else { format!("‹{word}›") }
    });
    format!("  {label}{}  {text}\n", place(passage))
}
