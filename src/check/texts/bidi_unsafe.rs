//! `bidi-unsafe`: what a line from right to left shows in another order.

use unicode_bidi::{BidiInfo, Level};

use super::languages::{is_latin_letter, is_right_to_left};
use super::{Beside, replaced};
use crate::finding::{Finding, rule};
use crate::text::Span;

rule! {
    /// A dose or a run of Latin letters with brackets may be shown in the wrong order in a text from right to left.
    ///
    /// Why: `10 mg/kg` becomes `mg/kg 10`, `5–10` becomes `10–5`, and many programs put a bracket on the wrong side of
    /// Latin letters; nobody sees it in an editor that shows the file from left to right.
    ///
    /// Example: `الجرعة هي 10 mg/kg` without isolates.
    ///
    /// Fix: `yakugo check --fix` puts the run between U+2068 and U+2069 (first strong isolate, pop directional isolate),
    /// which nobody sees and which keep it together (Unicode UAX #9).
    pub(in crate::check) const BIDI_UNSAFE: "bidi-unsafe", Warning;
}

pub(super) fn check(texts: &Beside<'_>) -> Vec<Finding> {
    let text = texts.pair.translation;
    let is_rtl = |c: char| c.is_alphabetic() && matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FEFC}');
    if !is_right_to_left(texts.pair.to) || !text.chars().any(is_rtl) {
        return Vec::new();
    }
    let runs: Vec<Span> = runs(text).into_iter().filter(|run| may_turn(run.of(text))).collect();
    if runs.is_empty() {
        return Vec::new();
    }
    let shown = Shown::new(text);
    runs.into_iter()
        .filter(|run| !shown.keeps(*run) || has_bracket(run.of(text)) && !is_isolated(text, *run))
        .map(|run| {
            let piece = run.of(text);
            let what = format!(
                "`{piece}` may be shown in another order in this text: put it between U+2068 and U+2069"
            );
            let isolated = format!("\u{2068}{piece}\u{2069}");
            Finding::new(&BIDI_UNSAFE, run, what).fix(replaced(run, isolated, true))
        })
        .collect()
}

/// Whether a run is more than one word or number.
fn may_turn(run: &str) -> bool {
    let has_digit = run.contains(|c: char| c.is_ascii_digit());
    let has_letter = run.contains(is_latin_letter);
    let is_compared = run.starts_with(['<', '>', '≤', '≥', '±', '~']);
    let is_range = run.contains(['–', '-', '/']);
    has_digit && (has_letter || is_compared || is_range) || has_letter && has_bracket(run)
}

/// Brackets belong to the run or to the text around them, and programs older than Unicode 6.3 take each for itself.
fn has_bracket(run: &str) -> bool {
    run.contains(is_latin_letter) && run.contains(['(', ')'])
}

/// Whether a run stands within isolates (Unicode UAX #9, BD9).
fn is_isolated(text: &str, run: Span) -> bool {
    let before = text.get(..run.start).unwrap_or_default();
    let opened = before.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count();
    opened > before.matches('\u{2069}').count()
}

/// Runs of Latin letters, digits and the signs of measures.
fn runs(text: &str) -> Vec<Span> {
    let is_core = |c: char| {
        is_latin_letter(c) || c.is_ascii_digit() || matches!(c, '°' | '%' | '‰' | 'µ' | 'μ' | '℃' | '²' | '³')
    };
    let is_joint = |c: char| is_core(c) || " /-–+.,±<>≤≥=×·^()&~".contains(c);
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        match (start, is_joint(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.extend(trimmed(text, Span::new(from, at), is_core));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The run from its first letter or digit to its last one, with the signs and brackets that belong to it.
fn trimmed(text: &str, run: Span, is_core: impl Fn(char) -> bool) -> Option<Span> {
    let piece = run.of(text);
    let first = piece.find(&is_core)?;
    let (last, c) = piece.char_indices().rfind(|(_, c)| is_core(*c))?;
    let mut span = Span::new(run.start + first, run.start + last + c.len_utf8());
    let before = text.get(run.start..span.start).unwrap_or_default();
    let sign = before.trim_end().chars().next_back().filter(|c| "<>≤≥±~".contains(*c));
    if let Some(sign) = sign {
        span.start = run.start + before.rfind(sign).unwrap_or(0);
    }
    let inside = span.of(text);
    let (open, close) = (inside.matches('(').count(), inside.matches(')').count());
    if open == close + 1 && text.get(span.end..).is_some_and(|rest| rest.starts_with(')')) {
        span.end += 1;
    } else if close == open + 1 && text.get(..span.start).is_some_and(|before| before.ends_with('(')) {
        span.start -= 1;
    } else if open == close
        && before.ends_with('(')
        && text.get(span.end..).is_some_and(|rest| rest.starts_with(')'))
    {
        span = Span::new(span.start - 1, span.end + 1);
    }
    Some(span)
}

/// A text as it is shown, each line from right to left.
struct Shown {
    /// The bytes at which characters begin, and the place of each among what is shown, from the left.
    places: Vec<(usize, usize)>,
}

impl Shown {
    fn new(text: &str) -> Self {
        let info = BidiInfo::new(text, Some(Level::rtl()));
        let mut places = Vec::new();
        for paragraph in &info.paragraphs {
            let levels = info.reordered_levels_per_char(paragraph, paragraph.range.clone());
            let starts: Vec<usize> = text
                .get(paragraph.range.clone())
                .unwrap_or_default()
                .char_indices()
                .map(|(at, _)| paragraph.range.start + at)
                .collect();
            // One level for every character of the text, those of other paragraphs included.
            let skipped = text.get(..paragraph.range.start).unwrap_or_default().chars().count();
            let levels = levels.get(skipped..skipped + starts.len()).unwrap_or_default();
            let order = BidiInfo::reorder_visual(levels);
            let mut shown: Vec<(usize, usize)> =
                order.iter().enumerate().filter_map(|(place, at)| Some((*starts.get(*at)?, place))).collect();
            shown.sort_unstable();
            places.extend(shown);
        }
        Self { places }
    }

    /// Whether a run is shown from left to right in one piece.
    fn keeps(&self, run: Span) -> bool {
        let places: Vec<usize> = self
            .places
            .iter()
            .filter(|(at, _)| (run.start..run.end).contains(at))
            .map(|(_, place)| *place)
            .collect();
        places.windows(2).all(|pair| pair[1] == pair[0] + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn what_is_shown_in_order_is_left_alone() {
        let rows: &[(&str, &str, &[&str])] = &[
            ("10 mg", "الجرعة 10 mg", &["10 mg"]),
            ("10 mg", "الجرعة \u{2068}10 mg\u{2069} يوميًا", &[]),
            ("IL-6", "هو IL-6 فقط", &[]),
            ("(CRP)", "البروتين (CRP) مرتفع", &["(CRP)"]),
            ("(CRP)", "البروتين \u{2068}(CRP)\u{2069} مرتفع", &[]),
            ("CRP (protein)", "كان CRP (protein) مرتفعًا", &["CRP (protein)"]),
            ("5–10 mg", "من 5–10 mg يوميًا", &["5–10 mg"]),
            ("50%", "كانت 50%.", &[]),
            ("10 mg", "10 mg", &[]),
        ];
        check("bidi-unsafe", "en", "ar", rows);
        check("bidi-unsafe", "en", "he", &[("10 mg", "המינון הוא 10 mg ביום.", &["10 mg"])]);
        check("bidi-unsafe", "en", "de", &[("10 mg", "Die Dosis ist 10 mg.", &[])]);
    }
}
