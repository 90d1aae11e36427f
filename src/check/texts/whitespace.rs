//! `whitespace`: blanks that are too many, and those that a language wants.

use super::languages::{is_arabic_letter, is_cjk_letter, is_east_asian, language};
use super::{Beside, replaced};
use crate::finding::{Finding, rule};
use crate::fluent::Pattern;
use crate::text::Span;

rule! {
    /// A translation has a blank too many, or lacks one that its language wants.
    ///
    /// Why: two words run together, a full stop stands alone on the next line, a French question mark is torn off.
    ///
    /// Example: `collected  and washed`, `Waschen,trocknen`, `Êtes-vous enceinte?` without the no-break blank.
    ///
    /// Fix: `yakugo check --fix` mends what can be mended in one way only: two blanks become one, and French gets its
    /// no-break blanks.
    pub(in crate::check) const WHITESPACE: "whitespace", Note;
}

/// French sets these marks off with a narrow no-break blank, the colon and quotation marks with a no-break blank
/// (Lexique des règles typographiques en usage à l'Imprimerie nationale).
const NARROW: &str = "\u{202F}";
const NO_BREAK: &str = "\u{A0}";

pub(super) fn check(texts: &Beside<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = ends(texts).into_iter().collect();
    let is_french = is_spaced_french(texts.pair.to);
    for at in 0..texts.target.len() {
        let c = texts.target.at(at);
        if c.is_alphanumeric() {
            continue;
        }
        findings
            .extend(doubled(texts, at).or_else(|| before_mark(texts, at)).or_else(|| after_mark(texts, at)));
        findings.extend(in_brackets(texts, at));
        if is_french {
            findings.extend(french(texts, at));
        }
    }
    findings
}

/// In Canada and Switzerland other habits hold.
fn is_spaced_french(locale: &str) -> bool {
    language(locale) == "fr" && !locale.ends_with("CA") && !locale.ends_with("CH")
}

/// Blanks behind a value in its file, which no reader sees and every tool that compares files shows.
pub(super) fn behind(value: &Pattern, file: &str) -> Option<Finding> {
    let rest = file.get(value.span.end..)?;
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let span = Span::new(value.span.end, value.span.end + blanks);
    let found = Finding::new(&WHITESPACE, span, "blanks stand at the end of the line: take them away");
    (blanks > 0).then(|| found.fix(replaced(span, "", true)))
}

/// Blanks at the ends of a message, which programs put together with other texts.
fn ends(texts: &Beside<'_>) -> Option<Finding> {
    let (source, target) = (texts.pair.source, texts.pair.translation);
    if !texts.is_label() || target.trim().is_empty() {
        return None;
    }
    let begins = |text: &str| text.starts_with(' ');
    let ends = |text: &str| text.ends_with(' ');
    let what = match (begins(source), begins(target), ends(source), ends(target)) {
        (true, false, ..) => "the source begins with a blank: begin with {\" \"}",
        (false, true, ..) => "this begins with a blank, and the source does not: take it away",
        (_, _, true, false) => "the source ends with a blank: end with {\" \"}",
        (_, _, false, true) => "this ends with a blank, and the source does not: take it away",
        _ => return None,
    };
    Some(texts.about_all(&WHITESPACE, what))
}

fn doubled(texts: &Beside<'_>, at: usize) -> Option<Finding> {
    let target = &texts.target;
    if target.at(at) == '\u{3000}' {
        let foreign = !is_east_asian(texts.pair.to);
        let span = target.span(at, at + 1);
        let what = "an ideographic space stands here: write a common one";
        return foreign.then(|| Finding::new(&WHITESPACE, span, what).fix(replaced(span, " ", true)));
    }
    let blanks = (at..target.len()).take_while(|at| target.at(*at) == ' ').count();
    let (before, after) = (target.before(at), target.at(at + blanks));
    // Some put two behind a full stop.
    let is_inside =
        !before.is_whitespace() && !after.is_whitespace() && !matches!(before, '.' | '?' | '!' | ':');
    if blanks < 2 || !is_inside || texts.source.contains("  ") {
        return None;
    }
    let span = target.span(at, at + blanks);
    // Marks may stand between them.
    let is_row = span.len() == blanks;
    let found = Finding::new(&WHITESPACE, span, "two blanks stand here: leave one");
    Some(if is_row { found.fix(replaced(span, " ", true)) } else { found })
}

fn before_mark(texts: &Beside<'_>, at: usize) -> Option<Finding> {
    let target = &texts.target;
    let (mark, before) = (target.at(at + 1), target.before(at));
    if target.at(at) != ' ' || before.is_whitespace() || at == 0 {
        return None;
    }
    let after = target.at(at + 2);
    let ends = after.is_whitespace() || is_cjk_letter(after) || matches!(after, '"' | '”' | '»' | ')');
    let is_wrong = match mark {
        '。' | '、' | '，' | '！' | '？' | '；' | '،' | '؛' => before.is_alphanumeric(),
        '.' | ',' => before.is_alphanumeric() && ends,
        ';' | '!' | '?' => before.is_alphanumeric() && ends && language(texts.pair.to) != "fr",
        _ => false,
    };
    let both: String = [' ', mark].iter().collect();
    if !is_wrong || texts.source.contains(&both) {
        return None;
    }
    let span = target.span(at, at + 1);
    let what = format!("a blank stands before `{mark}`: take it away");
    Some(Finding::new(&WHITESPACE, span, what).fix(replaced(span, "", true)))
}

/// A blank behind a mark where the language has none, and none where it has one.
fn after_mark(texts: &Beside<'_>, at: usize) -> Option<Finding> {
    let target = &texts.target;
    let (mark, before, after) = (target.at(at), target.before(at), target.at(at + 1));
    if is_east_asian(texts.pair.to) {
        let is_torn = matches!(before, '。' | '、' | '，') && mark == ' ' && is_cjk_letter(after);
        let span = target.span(at, at + 1);
        let what = format!("a blank stands behind `{before}`: take it away");
        return is_torn.then(|| Finding::new(&WHITESPACE, span, what).fix(replaced(span, "", true)));
    }
    let further = target.at(at + 2);
    let lower = |c: char| c.is_lowercase();
    let joined = match mark {
        '.' | '!' | '?' => after.is_uppercase() && lower(further) || is_arabic_letter(after) && mark == '.',
        ',' | ';' | '،' | '؛' => after.is_alphabetic() && further.is_alphabetic(),
        _ => false,
    };
    let word = (0..at).rev().take_while(|at| target.at(*at).is_alphabetic()).count();
    let ends_word = word > 1 && (lower(before) || is_arabic_letter(before));
    let piece: String = [before, mark, after].iter().collect();
    if !joined || !ends_word || is_cjk_letter(after) || texts.source.contains(&piece) {
        return None;
    }
    let span = target.span(at, at + 1);
    let what = format!("a blank is missing behind `{mark}`: add it");
    Some(Finding::new(&WHITESPACE, span, what).fix(replaced(span, format!("{mark} "), false)))
}

fn in_brackets(texts: &Beside<'_>, at: usize) -> Option<Finding> {
    let target = &texts.target;
    let opens = target.before(at) == '(' && target.at(at + 1).is_alphanumeric();
    let closes = target.at(at + 1) == ')' && target.before(at).is_alphanumeric();
    let own = if opens { "( " } else { " )" };
    if target.at(at) != ' ' || !(opens || closes) || texts.source.contains(own) {
        return None;
    }
    let span = target.span(at, at + 1);
    let what = "a blank stands within the bracket: take it away";
    Some(Finding::new(&WHITESPACE, span, what).fix(replaced(span, "", true)))
}

fn french(texts: &Beside<'_>, at: usize) -> Option<Finding> {
    let target = &texts.target;
    let (mark, before, after) = (target.at(at), target.before(at), target.at(at + 1));
    let (wanted, wrong) = match mark {
        ';' | '!' | '?' => (format!("{NARROW}{mark}"), before.is_alphanumeric() && !after.is_alphanumeric()),
        ':' => (format!("{NO_BREAK}:"), before.is_alphabetic() && after.is_whitespace()),
        '«' => (format!("«{NO_BREAK}"), !after.is_whitespace()),
        '»' => (format!("{NO_BREAK}»"), !before.is_whitespace()),
        _ => return None,
    };
    if !wrong {
        return None;
    }
    let span = target.span(at, at + 1);
    let what = format!("French parts `{mark}` from the text by a no-break blank: add it");
    Some(Finding::new(&WHITESPACE, span, what).fix(replaced(span, wanted, true)))
}
