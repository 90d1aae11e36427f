//! Runs of a text that are no language: code and addresses. Their digits are no quantities.

use std::borrow::Cow;

use crate::text::{Span, is_cjk};

/// Code spans that hold more than a bare value, and addresses, in order.
///
/// A value in code marks (`` `10` ``) stays text: authors mark values so.
pub(crate) fn opaque(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    if text.contains('`') {
        code(text, &mut found);
    }
    found.extend(addresses(text));
    found.sort_by_key(|span| span.start);
    found
}

/// The text without its addresses.
pub(crate) fn without_addresses(text: &str) -> Cow<'_, str> {
    without(text, &addresses(text))
}

/// The text without its code and addresses.
pub(crate) fn without_opaque(text: &str) -> Cow<'_, str> {
    without(text, &opaque(text))
}

fn without<'t>(text: &'t str, spans: &[Span]) -> Cow<'t, str> {
    if spans.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for span in spans {
        // An address may stand in code.
        out.push_str(text.get(at..span.start).unwrap_or_default());
        at = at.max(span.end);
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(out)
}

fn may_have_address(text: &str) -> bool {
    text.contains("://") || text.contains("www.") || text.contains('@') || text.contains("doi")
}

fn code(text: &str, found: &mut Vec<Span>) {
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find('`')).map(|start| at + start) {
        let rest = text.get(start..).unwrap_or_default();
        let fence = rest.len() - rest.trim_start_matches('`').len();
        let inside = start + fence;
        let close = text.get(inside..).and_then(|rest| rest.find(rest_fence(fence)));
        let Some(end) = close.map(|end| inside + end) else { return };
        let content = text.get(inside..end).unwrap_or_default();
        if content.chars().any(|c| c.is_alphabetic() || matches!(c, '(' | '[' | '{' | '='))
            && !is_value(content)
            && !is_prose(content)
        {
            found.push(Span::new(inside, end));
        }
        at = end + fence;
    }
}

/// The fence of a code span; longer ones than three are rare enough to be taken for three.
fn rest_fence(length: usize) -> &'static str {
    match length {
        1 => "`",
        2 => "``",
        _ => "```",
    }
}

/// A number with short units: `10 mg`, `≥10 ng/mL`.
fn is_value(content: &str) -> bool {
    let number = content.trim_start_matches(['<', '>', '≤', '≥', '±', '~', '≈', ' ']);
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | ' ');
    let unit = number.trim_start_matches(digits);
    let is_short =
        |part: &str| part.chars().count() <= 5 && part.chars().all(|c| c.is_alphabetic() || c == '%');
    unit.len() < number.len() && unit.split('/').all(is_short)
}

/// Words of a language without spaces, and no sign of a program: somebody marked a piece of the text.
fn is_prose(content: &str) -> bool {
    content.chars().any(is_cjk) && !content.contains(['(', '[', '{', '=', '<', ';', '"', '\'', '_', '$'])
}

/// The addresses of a text, in order.
pub(crate) fn addresses(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    if !may_have_address(text) {
        return found;
    }
    let mut start = None;
    let ends = text.char_indices().map(|(at, c)| (at, !is_of_address(c))).chain([(text.len(), true)]);
    for (at, ends) in ends {
        match (start, ends) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                if text.get(from..at).is_some_and(is_address) {
                    found.push(Span::new(from, at));
                }
                start = None;
            }
            _ => {}
        }
    }
    found
}

fn is_of_address(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#@!$&'+,;=%".contains(c)
}

fn is_address(run: &str) -> bool {
    let mail = run.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    run.contains("://") || run.starts_with("www.") || run.starts_with("doi:10.") || mail
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_addresses_are_opaque() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(opaque(text).iter().map(|span| span.of(text)).collect::<Vec<_>>(), expected, "{text}");
        };
        check("詳細はhttps://example.org/v2/10を参照", &["https://example.org/v2/10"]);
        check("`f(3)`は`10`を返す", &["f(3)"]);
        check("`10 mg`, `≥10 ng/mL`, `10 mg以上`", &[]);
        check("`配列[3]`", &["配列[3]"]);
        check("mail a1@example.org now", &["a1@example.org"]);
        check("10 mg, 20 mg", &[]);
        check("`unclosed 3", &[]);
    }
}
