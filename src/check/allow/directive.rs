//! `yakugo: allow RULE — reason`, as people type it.

/// An allowance as it was written. Either part may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Directive<'a> {
    pub(super) rule: &'a str,
    pub(super) reason: &'a str,
}

/// Reads the text of a comment without its marks; `None` if it allows nothing. Between rule and reason may stand any
/// dash, several hyphens, or a colon; what a spreadsheet adds at the end of a line (`,,,`) is no reason.
pub(super) fn parse(comment: &str) -> Option<Directive<'_>> {
    let text = comment.trim().trim_end_matches([',', ';', '\t', '"', ' ']);
    let text = text.strip_prefix("yakugo")?.trim_start().strip_prefix([':', '：'])?.trim_start();
    let text = text.strip_prefix("allow").or_else(|| text.strip_prefix("Allow"))?;
    if text.starts_with(char::is_alphanumeric) {
        return None;
    }
    let text = text.trim_start_matches([' ', '\t', ':']);
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(text.len());
    let (rule, rest) = text.split_at_checked(end)?;
    let is_between = |c: char| c.is_whitespace() || "-–—―ー:：,、".contains(c);
    Some(Directive {
        rule: rule.trim_end_matches('-'),
        reason: rest.trim_start_matches(is_between).trim_end(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_type_it_in_many_ways() {
        for text in [
            "yakugo: allow term-missing — agreed",
            " yakugo: allow term-missing - agreed ",
            "yakugo: allow term-missing -- agreed",
            "yakugo:allow term-missing: agreed",
            "yakugo: allow term-missing：agreed",
            "yakugo: Allow term-missing—agreed",
            "yakugo： allow term-missing ー agreed",
            "yakugo: allow term-missing — agreed,,,,",
        ] {
            assert_eq!(parse(text), Some(Directive { rule: "term-missing", reason: "agreed" }), "{text}");
        }
    }

    #[test]
    fn what_is_left_out_is_empty() {
        let check = |text: &str, rule: &str, reason: &str| {
            assert_eq!(parse(text), Some(Directive { rule, reason }), "{text}");
        };
        check("yakugo: allow", "", "");
        check("yakugo: allow term-missing", "term-missing", "");
        check("yakugo: allow term-missing —", "term-missing", "");
        check("yakugo: allow — agreed", "", "agreed");
        for text in
            ["yakugo: allowed", "allow term-missing — agreed", "yakugo: stale", "we allow yakugo: allow"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
