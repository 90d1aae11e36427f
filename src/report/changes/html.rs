//! Changes as one self-contained HTML page, for a reviewer without the tool.

use crate::catalog::Date;
use crate::report::changes::{Changed, LOST, marks};
use crate::text::is_right_to_left;

/// On paper there may be no colour: what went is struck through, what came is underlined.
const STYLE: &str = "\
body{font:1rem/1.7 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
article{border-top:1px solid #999;padding:1rem 0;break-inside:avoid}
h1{font-size:1.4rem}h2{font-size:1rem;margin:0}p{margin:.4rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
.about{color:#555;font-size:.85rem}.label{color:#555;font-size:.85rem;margin-bottom:0}.meaning h2{color:#a00}
del{background:#fdd;color:#800}ins{background:#dfd;color:#050;text-decoration:underline;font-weight:bold}
@media print{body{margin:0;max-width:none;font-size:10pt}}";

/// The page; `source` is the locale of the documents.
pub fn html(changes: &[Changed], today: Date, source: &str) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Translations to look at</title>\n\
         <style>\n{STYLE}\n</style>\n</head>\n<body>\n<h1>Translations to look at: {}</h1>\n",
        changes.len()
    );
    for change in changes {
        out.push_str(&article(change, today, source));
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn article(change: &Changed, today: Date, source: &str) -> String {
    let path = escaped(&change.path.join(" › "));
    let path = format!("<span {}>{path}</span>", language(source));
    let (file, line) = &change.place;
    let file = escaped(&format!("{file}:{line}"));
    let has_path = !change.path.is_empty();
    let about: Vec<String> =
        has_path.then_some(path).into_iter().chain(change.age(today)).chain([file]).collect();
    let lost = if change.old.is_none() { format!("<p class=\"about\">{LOST}</p>\n") } else { String::new() };
    format!(
        "<article class=\"{}\">\n<h2>{} · {} · {}</h2>\n<p class=\"about\">{}</p>\n{lost}\
         <p class=\"label\">source ({})</p>\n<p {}>{}</p>\n\
         <p class=\"label\">translation ({})</p>\n<p {}>{}</p>\n</article>\n",
        change.change.kind.name(),
        escaped(&change.id),
        escaped(&change.locale),
        escaped(&change.what()),
        about.join(" · "),
        escaped(source),
        language(source),
        marks::marked(&change.touched, escaped),
        escaped(&change.locale),
        language(&change.locale),
        escaped(&change.translation),
    )
}

/// The attributes of a text in a locale.
fn language(locale: &str) -> String {
    let direction = if is_right_to_left(locale) { "rtl" } else { "ltr" };
    format!("lang=\"{}\" dir=\"{direction}\"", escaped(locale))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\n', "<br>")
}
