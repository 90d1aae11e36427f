//! What of a segment is no prose: code, addresses, tags, Fluent placeables, marks of emphasis and of links.

use crate::text::{Gap, Span, is_cjk};

/// The pieces of a text (Markdown or HTML inline text, or the value of a Fluent message) in which nothing is
/// searched, in order.
pub(crate) fn gaps(text: &str) -> Vec<(Span, Gap)> {
    let mut scan = Scan { text, at: 0, gaps: Vec::new(), selections: 0 };
    while let Some(ahead) = scan.rest().bytes().position(may_begin_gap) {
        scan.at += ahead;
        scan.at += scan.gap().unwrap_or(1);
    }
    scan.gaps
}

/// Whether a gap may begin with this byte; none begins with a character of several.
fn may_begin_gap(byte: u8) -> bool {
    matches!(
        byte,
        b'`' | b'*'
            | b'_'
            | b'~'
            | b'['
            | b']'
            | b'!'
            | b'<'
            | b'{'
            | b'}'
            | b'h'
            | b'H'
            | b'w'
            | b'W'
            | b'm'
    )
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    gaps: Vec<(Span, Gap)>,
    /// How many `{ $n -> …` are open.
    selections: usize,
}

impl<'t> Scan<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Records the gap that begins here, if one does, and gives its length.
    fn gap(&mut self) -> Option<usize> {
        let rest = self.rest();
        let (length, gap) = match rest.chars().next()? {
            '`' => (code_span(rest)?, Gap::Wall),
            '*' if self.selections > 0 && rest.starts_with("*[") => (variant_key(rest)?, Gap::Wall),
            '*' => (run(rest, '*'), Gap::Nothing),
            '_' if !self.between_letters(rest) => (run(rest, '_'), Gap::Nothing),
            '~' if rest.starts_with("~~") => (2, Gap::Nothing),
            '[' if self.selections > 0 && self.begins_line() => (variant_key(rest)?, Gap::Wall),
            '[' if rest.starts_with("[^") => (near(rest).find(']')? + 1, Gap::Wall),
            '!' if rest.starts_with("![") && is_link(rest.get(1..)?) => (2, Gap::Nothing),
            '[' if is_link(rest) => (1, Gap::Nothing),
            ']' if rest.starts_with("](") => (1 + balanced(rest.get(1..)?, '(', ')')?, Gap::Nothing),
            ']' if rest.starts_with("][") => (1 + balanced(rest.get(1..)?, '[', ']')?, Gap::Nothing),
            '<' => tag(rest)?,
            'h' | 'H' | 'w' | 'W' | 'm' => (address(self.text, self.at)?, Gap::Wall),
            '{' => (self.placeable(rest)?, Gap::Wall),
            '}' if self.selections > 0 => {
                self.selections -= 1;
                (1, Gap::Wall)
            }
            _ => return None,
        };
        self.gaps.push((Span::new(self.at, self.at + length), gap));
        Some(length)
    }

    fn before(&self) -> &'t str {
        self.text.get(..self.at).unwrap_or_default()
    }

    fn begins_line(&self) -> bool {
        let last = self.before().chars().rev().find(|c| *c == '\n' || !c.is_whitespace());
        last.is_none_or(|c| c == '\n') || self.gaps.last().is_some_and(|(span, _)| span.end == self.at)
    }

    fn between_letters(&self, rest: &str) -> bool {
        let after = rest.trim_start_matches('_').chars().next();
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        word(self.before().chars().next_back()) && word(after)
    }

    /// The length of a placeable, or of a selection up to and with its `->`; its variants are prose.
    fn placeable(&mut self, rest: &str) -> Option<usize> {
        let inside = rest.get(1..)?.trim_start();
        if !inside
            .starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '$' | '-' | '"' | '{' | '}'))
        {
            return None;
        }
        let head = near(rest.get(1..)?).split(['\n', '{', '}', '[']).next().unwrap_or_default();
        let Some(arrow) = head.find("->") else { return balanced(rest, '{', '}') };
        self.selections += 1;
        // `[` right behind the arrow begins a variant, too.
        let behind = rest.get(1 + arrow + 2..)?;
        Some(1 + arrow + 2 + behind.len() - behind.trim_start().len())
    }
}

fn run(text: &str, c: char) -> usize {
    text.len() - text.trim_start_matches(c).len()
}

/// Code between as many backticks as it begins with.
fn code_span(rest: &str) -> Option<usize> {
    let ticks = run(rest, '`');
    let mut at = ticks;
    loop {
        at += rest.get(at..)?.find('`')?;
        let closing = run(rest.get(at..)?, '`');
        at += closing;
        if closing == ticks {
            return Some(at);
        }
    }
}

/// `[key]` or `*[key]`.
fn variant_key(rest: &str) -> Option<usize> {
    let end = near(rest).find(']')?;
    let key = rest.get(..end)?.trim_start_matches(['*', '[']);
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
    key.chars().all(name).then_some(end + 1)
}

/// Whether brackets are followed by a target.
fn is_link(rest: &str) -> bool {
    let end = balanced(rest, '[', ']');
    end.and_then(|end| rest.get(end..)).is_some_and(|after| after.starts_with(['(', '[']))
}

/// How far the end of a link, a tag or a placeable is looked for: nobody writes longer ones, and a text of brackets
/// alone must not be read again for each of them.
const NEAR: usize = 600;

/// The first [`NEAR`] bytes of a text, or a few less.
fn near(text: &str) -> &str {
    let end = (0..=NEAR.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or_default()).unwrap_or_default()
}

/// The length of a text up to the `close` that answers its first character `open`.
fn balanced(rest: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in near(rest).char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(at + c.len_utf8());
            }
        }
    }
    None
}

fn tag(rest: &str) -> Option<(usize, Gap)> {
    let name = rest.get(1..)?;
    if name.starts_with("!--") {
        return Some((near(rest).find("-->")? + 3, Gap::Nothing));
    }
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
        return None;
    }
    let end = near(rest).find('>')? + 1;
    let inside = rest.get(..end)?;
    let is = |tag: &str| name.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    if inside.contains("://") && !inside.contains(' ') || is("mailto:") {
        return Some((end, Gap::Wall));
    }
    if is("code") || is("kbd") || is("script") || is("style") {
        let element = name.split(|c: char| !c.is_ascii_alphabetic()).next()?;
        let close = format!("</{element}>");
        return Some((near(rest).find(&close).map_or(end, |at| at + close.len()), Gap::Wall));
    }
    Some((end, if is("br") { Gap::Blank } else { Gap::Nothing }))
}

/// The length of an address that is written out.
fn address(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let begins: &[&str] = match rest.chars().next()? {
        'h' | 'H' => &["http://", "https://"],
        'w' | 'W' => &["www."],
        _ => &["mailto:"],
    };
    let begins =
        begins.iter().any(|start| rest.get(..start.len()).is_some_and(|r| r.eq_ignore_ascii_case(start)));
    let after_word = text.get(..at)?.chars().next_back().is_some_and(|c| c.is_alphanumeric() && !is_cjk(c));
    if !begins || after_word {
        return None;
    }
    let ends =
        |c: char| c.is_whitespace() || is_cjk(c) || matches!(c, '<' | '>' | '"' | ')' | ']' | '}' | '”');
    let address = rest.get(..rest.find(ends).unwrap_or(rest.len()))?;
    Some(address.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']).len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::FoldMap;

    #[test]
    fn only_prose_is_left() {
        let check = |text: &str, expected: &str| {
            let folded = FoldMap::with_gaps(text, &gaps(text));
            assert_eq!(folded.text().replace('\u{FFFC}', "#"), expected, "{text}");
        };
        check("a **stem** cell", "a stem cell");
        check("run `stem cell` now", "run # now");
        check("``a ` b`` c", "# c");
        check("[stem cell](https://stem.cell/a_(b)) x", "stem cell x");
        check("![a cell][cell] [1] [^cell]", "a cell [1] #");
        check("see https://cell.org/stem. Then", "see #. then");
        check("<b class=\"cell\">stem</b> cell<br>x", "stem cell x");
        check("<code>cell</code> <https://cell.org>", "# #");
        check("{ $cell } and { -cell } and {\"cell\"}", "# and # and #");
        check("{ $n ->\n  [cell] one cell\n *[other] { $n } cells\n} x", "## one cell # # cells # x");
        check("snake_cell _cell_", "snake_cell cell");
        check("2 * 3 {細胞}", "2 3 {細胞}");
        check("cell-[free]", "cell-[free]");
    }

    proptest! {
        #[test]
        fn gaps_are_ordered_and_on_boundaries(text in "[a`*_~\\[\\](){}<>!$\"\n>^細-]{0,30}") {
            let mut end = 0;
            for (span, _) in gaps(&text) {
                prop_assert!(span.start >= end && !span.is_empty() && !span.of(&text).is_empty());
                end = span.end;
            }
        }
    }
}
