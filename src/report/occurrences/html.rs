//! Uses as one self-contained HTML page, for an editor without the tool.

use super::{Group, NOTHING, by_concept, is_unwanted, marked, place};
use crate::check::{Occurrence, Passage};
use crate::report::html::{escaped, lang_and_dir};

/// On paper there may be no colour: unwanted words are struck through.
const STYLE: &str = "\
body{font:1rem/1.7 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
section{border-top:1px solid #999;padding:1rem 0}h1{font-size:1.4rem}h2{font-size:1rem;margin:0}
table{border-collapse:collapse;width:100%}td{border-top:1px solid #ddd;padding:.3rem .6rem .3rem 0;vertical-align:top}
td{overflow-wrap:anywhere}.about,.about td{color:#555;font-size:.85rem}.where{width:14rem;color:#555;font-size:.85rem}
mark{background:#fe9;font-weight:bold}mark.unwanted{background:#fdd;color:#800;text-decoration:line-through}
@media print{body{margin:0;max-width:none;font-size:10pt}tr{break-inside:avoid}}";

/// The page: a section a concept with its terms, their counts and every use; of a project the source text beside its
/// translations.
pub fn html(occurrences: &[Occurrence<'_>]) -> String {
    let groups = by_concept(occurrences);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Uses of terms</title>\n\
         <style>\n{STYLE}\n</style>\n</head>\n<body>\n<h1>Uses of terms: {}</h1>\n",
        occurrences.iter().flat_map(Occurrence::uses).count()
    );
    if groups.is_empty() {
        out.push_str(&format!("<p>{NOTHING}</p>\n"));
    }
    out.extend(groups.iter().map(section));
    out.push_str("</body>\n</html>\n");
    out
}

fn section(group: &Group<'_, '_>) -> String {
    let concept = escaped(group.concept);
    let mut out = format!("<section>\n<h2>{concept} · {}</h2>\n<ul class=\"about\">\n", group.counted());
    for (term, count) in group.terms() {
        out.push_str(&format!(
            "<li>{} <span {}>{}</span>: {}, {count}</li>\n",
            escaped(&term.locale),
            lang_and_dir(&term.locale),
            escaped(&term.text),
            term.status.name()
        ));
    }
    out.push_str("</ul>\n<table>\n");
    for occurrence in &group.occurrences {
        let source = cell(&occurrence.source);
        let row = |passage: &Passage<'_>, cells: &str| {
            format!("<tr><td class=\"where\">{}</td>{cells}</tr>\n", escaped(&place(passage)))
        };
        match (occurrence.id, occurrence.translations.as_slice()) {
            (None, _) => out.push_str(&row(&occurrence.source, &source)),
            (Some(_), []) => out.push_str(&row(&occurrence.source, &format!("{source}<td></td>"))),
            (Some(_), translations) => {
                out.extend(translations.iter().map(|it| row(it, &format!("{source}{}", cell(it)))));
            }
        }
    }
    out.push_str("</table>\n</section>\n");
    out
}

fn cell(passage: &Passage<'_>) -> String {
    let text = marked(passage, escaped, |used, word| {
        let class = if is_unwanted(used.term) { " class=\"unwanted\"" } else { "" };
        format!("<mark{class} title=\"{}\">{}</mark>", used.term.status.name(), escaped(word))
    });
    format!("<td {}>{text}</td>", lang_and_dir(passage.locale))
}
