//! Changes as one self-contained HTML page, for a reviewer without the tool.

use crate::carry::Edit;
use crate::catalog::Date;
use crate::report::changes::Changed;

const STYLE: &str = "body{font:1rem/1.6 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}\
article{border-top:1px solid #999;padding:1rem 0}h2{font-size:1rem;margin:0}p{margin:.5rem 0}\
small{color:#555}del{background:#fdd;color:#800}ins{background:#dfd;color:#050;text-decoration:none;font-weight:bold}\
.meaning h2{color:#a00}";

/// The page; `source` is the locale of the documents.
pub fn html(changes: &[Changed], today: Date, source: &str) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Translations to look at</title>\n\
         <style>{STYLE}</style>\n<h1>Translations to look at: {}</h1>\n",
        changes.len()
    );
    for change in changes {
        let text: String = change
            .ops
            .iter()
            .map(|op| {
                let text = escaped(&op.text);
                match op.edit {
                    Edit::Equal => text,
                    Edit::Delete => format!("<del>{text}</del>"),
                    Edit::Insert => format!("<ins>{text}</ins>"),
                }
            })
            .collect();
        let (path, line) = &change.place;
        let about: Vec<String> =
            change.path.iter().cloned().chain(change.age(today)).chain([format!("{path}:{line}")]).collect();
        out.push_str(&format!(
            "<article class=\"{}\">\n<h2>{} · {} · {}</h2>\n<small>{}</small>\n<p {}>{}</p>\n<p {}>{}</p>\n</article>\n",
            change.change.kind.name(),
            escaped(&change.id),
            escaped(&change.locale),
            escaped(&change.what()),
            escaped(&about.join(" · ")),
            language(source),
            text,
            language(&change.locale),
            escaped(&change.translation),
        ));
    }
    out.push_str("</html>\n");
    out
}

/// The attributes of a text in a locale.
fn language(locale: &str) -> String {
    const RIGHT_TO_LEFT: [&str; 8] = ["ar", "he", "fa", "ur", "yi", "ps", "sd", "ckb"];
    let language = locale.split('-').next().unwrap_or_default();
    let direction = if RIGHT_TO_LEFT.contains(&language) { "rtl" } else { "ltr" };
    format!("lang=\"{}\" dir=\"{direction}\"", escaped(locale))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\n', "<br>")
}
