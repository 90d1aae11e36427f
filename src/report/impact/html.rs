//! The impact as one self-contained HTML page, for an editor without the tool: source beside translation.

use crate::check::Affected;
use crate::report::html::{escaped, lang_and_dir};
use crate::report::impact::{Compared, capitalized, marked, overwriting};

/// On paper there may be no colour: the words in question are underlined as well.
const STYLE: &str = "\
body{font:1rem/1.6 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border-top:1px solid #999;padding:.5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
th{font-size:.85rem;color:#555}tr{break-inside:avoid}.about{color:#555;font-size:.85rem}
mark{background:#fe9;text-decoration:underline}
@media print{body{margin:0;max-width:none;font-size:10pt}}";

/// The page.
pub fn html(compared: &Compared<'_>) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>What the glossary changes</title>\n\
         <style>\n{STYLE}\n</style>\n</head>\n<body>\n<h1>What the glossary changes</h1>\n\
         <p class=\"about\">compared with {}</p>\n",
        escaped(compared.base)
    );
    for it in compared.overwritten {
        out.push_str(&format!("<p>{}.</p>\n", said(&capitalized(&overwriting(it)))));
    }
    let locales = compared.by_locale();
    if locales.is_empty() {
        out.push_str("<p>No text is judged otherwise.</p>\n");
    }
    for of_locale in locales {
        let (locale, counted) = (escaped(of_locale.locale), of_locale.counted());
        out.push_str(&format!("<h2>{locale}: {counted}</h2>\n"));
        if of_locale.wrong.is_empty() {
            continue;
        }
        let source = escaped(compared.source_locale);
        out.push_str(&format!(
            "<table>\n<tr><th>source ({source})</th><th>translation ({locale})</th><th>what</th></tr>\n"
        ));
        of_locale.wrong.iter().for_each(|it| out.push_str(&row(compared, it, of_locale.locale)));
        out.push_str("</table>\n");
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn row(compared: &Compared<'_>, it: &Affected, locale: &str) -> String {
    let (path, line) = compared.place(it);
    let cell = |locale: &str, text: &str, span| {
        let text = marked(text, span, ["<mark>", "</mark>"], escaped);
        format!("<td {}>{text}</td>", lang_and_dir(locale))
    };
    let source = cell(compared.source_locale, &it.source, it.source_span);
    let translation = it.translation.as_deref().map(|text| cell(locale, text, it.translation_span));
    format!(
        "<tr>{source}{}<td>{}<br><span class=\"about\">{}</span></td></tr>\n",
        translation.unwrap_or_else(|| "<td></td>".to_owned()),
        said(&it.finding.message),
        escaped(&format!("{path}:{line}")),
    )
}

/// A message with what stands in backticks in bold.
fn said(message: &str) -> String {
    let parts = message.split('`').enumerate();
    parts
        .map(|(number, part)| match number % 2 {
            0 => escaped(part),
            _ => format!("<b>{}</b>", escaped(part)),
        })
        .collect()
}
