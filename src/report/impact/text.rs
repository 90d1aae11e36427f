//! The impact on a terminal.

use crate::check::Affected;
use crate::report::escape::one_line;
use crate::report::impact::{Compared, capitalized, is_certain, marked, overwriting};

/// What was overwritten; a paragraph a unit with source, translation and what is wrong, the words in question in
/// brackets; a line a locale with the numbers; what to do next.
pub fn text(compared: &Compared<'_>) -> String {
    let mut out = String::new();
    for it in compared.overwritten {
        out.push_str(&format!("{}.\n", capitalized(&overwriting(it))));
        out.push_str(&match compared.mended {
            Some(_) => {
                format!("  `{}` is kept as deprecated; say why in its cell `reason`.\n\n", it.old.text)
            }
            None => format!("  --fix keeps `{}` as deprecated, so that it is still found.\n\n", it.old.text),
        });
    }
    let locales = compared.by_locale();
    if locales.is_empty() && compared.mended.unwrap_or_default() == 0 {
        out.push_str(&format!("No text is judged otherwise than by the glossary of {}.\n", compared.base));
        return out;
    }
    for of_locale in &locales {
        for affected in &of_locale.wrong {
            out.push_str(&paragraph(compared, affected, of_locale.locale));
        }
    }
    for of_locale in &locales {
        out.push_str(&format!("{}: {}\n", of_locale.locale, of_locale.counted()));
    }
    let wrong = &compared.impact.wrong;
    let certain = wrong.iter().filter(|it| is_certain(it)).count();
    let s = |count: usize| if count == 1 { "" } else { "s" };
    out.push_str(&match compared.mended {
        Some(count) => format!("\n{count} word{} replaced. ", s(count)),
        None if certain > 0 => {
            format!("\nNext: `yakugo glossary impact --fix` replaces {certain} word{}.\n", s(certain))
        }
        None => String::new(),
    });
    if compared.mended.is_some() {
        out.push_str(if wrong.is_empty() {
            "Next: read them once, `git diff`.\n"
        } else {
            "Next: change the texts above, then `yakugo check`.\n"
        });
    }
    out
}

fn paragraph(compared: &Compared<'_>, affected: &Affected, locale: &str) -> String {
    let (path, line) = compared.place(affected);
    let id = affected.finding.id.as_deref().unwrap_or_default();
    let piece = |text, span| marked(text, span, ["[", "]"], one_line);
    let mut out = format!("{path}:{line}: {id} ({})\n", affected.concept);
    out.push_str(&format!("  source: {}\n", piece(&affected.source, affected.source_span)));
    if let Some(translation) = &affected.translation {
        out.push_str(&format!("  {locale}: {}\n", piece(translation, affected.translation_span)));
    }
    let message = one_line(&affected.finding.message);
    let certain = if is_certain(affected) { " (--fix does so)" } else { "" };
    out.push_str(&format!("  {message}{certain}\n\n"));
    out
}
