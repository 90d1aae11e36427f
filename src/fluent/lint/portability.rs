//! What one runtime of Fluent reads or shows otherwise than another. Measured with fluent-bundle 0.16 (Rust),
//! @fluent/bundle 0.19 (JavaScript) and fluent.runtime 0.4 (Python).

use super::Linter;
use crate::finding::rule;
use crate::fluent::pattern::{Element, Expression, Inline, Pattern};
use crate::text::Span;

rule! {
    /// A further line of a text begins with white space that is no plain blank.
    ///
    /// Why: in JavaScript the whole message vanishes.
    ///
    /// Example: four spaces and then a full-width space (U+3000), the indent of Japanese paragraphs.
    ///
    /// Fix: write that space in a literal: `{"\u3000"}`; or delete it.
    pub(super) const CONTINUATION_SPACE: "continuation-space", Note;
}

rule! {
    /// A placeable stands where the invisible marks around it do harm: in an address, or as a piece of markup.
    ///
    /// Why: Fluent puts U+2068 and U+2069 around placeables unless the program says otherwise. A link with them leads
    /// nowhere, and JavaScript puts them around literals, too, so that `{"*"}*bold**` is not bold.
    ///
    /// Example: `[help](https://example.org/{ $page })`.
    ///
    /// Fix: give the whole link or address as one variable, or tell the program not to isolate (`useIsolating: false`).
    pub(super) const ISOLATED_MARKUP: "isolated-markup", Note;
}

rule! {
    /// In a term, a parameter stands behind a reference to another term.
    ///
    /// Why: in Rust and JavaScript the reference makes the term forget what it was called with, so that the parameter is
    /// empty or the program's own variable.
    ///
    /// Example: `-drug = { -maker } { $form }`.
    ///
    /// Fix: put the parameter before the reference, or write the other term out.
    pub(super) const PARAMETER_AFTER_TERM: "parameter-after-term", Note;
}

rule! {
    /// A text is larger than a runtime of Fluent shows.
    ///
    /// Why: Rust and JavaScript stop at 100 placeables in a text, Python refuses texts that hold a placeable and a piece
    /// of more than 2,500 characters. It guards them against texts made to fill the memory.
    ///
    /// Example: a privacy statement as one message.
    ///
    /// Fix: split the message.
    pub(super) const RUNTIME_LIMIT: "runtime-limit", Note;
}

/// `MAX_PLACEABLES` of Rust and JavaScript.
const MAX_PLACEABLES: usize = 100;
/// `MAX_PART_LENGTH` of Python, in characters.
const MAX_PART: usize = 2_500;

/// Looks at one value.
pub(super) fn check(linter: &mut Linter<'_>, pattern: &Pattern) {
    if linter.role.for_programs {
        continuation(linter, pattern);
        isolation(linter, pattern);
        size(linter, pattern);
    }
    if linter.message.is_term() {
        let mut finder = AfterTerm { seen: false, found: None };
        finder.pattern(pattern);
        if let Some(span) = finder.found {
            let what = "in Rust and JavaScript the term before this makes it the caller's variable: put the parameter before \
                        it, or write the term out";
            linter.report(&PARAMETER_AFTER_TERM, span, what);
        }
    }
}

fn variants(pattern: &Pattern) -> impl Iterator<Item = &Pattern> {
    pattern
        .elements
        .iter()
        .flat_map(|element| match element {
            Element::Placeable(placeable) => match &placeable.expression {
                Expression::Select { variants, .. } => variants.as_slice(),
                Expression::Inline(_) => &[],
            },
            Element::Text(_) => &[],
        })
        .map(|variant| &variant.value)
}

fn continuation(linter: &mut Linter<'_>, pattern: &Pattern) {
    let mut after_line_end = false;
    for element in &pattern.elements {
        let Element::Text(span) = element else {
            after_line_end = false;
            continue;
        };
        let text = span.of(linter.text);
        let first =
            text.chars().next().filter(|c| after_line_end && c.is_whitespace() && !" \r\n".contains(*c));
        if let Some(first) = first {
            let code = u32::from(first);
            let what = format!(
                "in JavaScript a line that begins with U+{code:04X} makes this message vanish: write {{\"\\u{code:04X}\"}}"
            );
            linter.report(&CONTINUATION_SPACE, Span::new(span.start, span.start + first.len_utf8()), what);
        }
        after_line_end = text.ends_with('\n');
    }
    variants(pattern).for_each(|variant| continuation(linter, variant));
}

/// Looks for placeables in the address of a link or an attribute, and for literals that are half of a markup.
fn isolation(linter: &mut Linter<'_>, pattern: &Pattern) {
    let start = pattern.span.start;
    for element in &pattern.elements {
        let Element::Placeable(placeable) = element else { continue };
        let before = Span::new(start, placeable.span.start).of(linter.text);
        let after = Span::new(placeable.span.end, pattern.span.end).of(linter.text);
        if is_in_address(before, after) {
            let what = "the marks that Fluent puts around this break the address: give the whole address as a variable in its own \
                        message, or turn isolation off in the program";
            linter.report(&ISOLATED_MARKUP, placeable.span, what);
        } else if let Expression::Inline(Inline::Literal(literal)) = &placeable.expression
            && is_half_of_markup(literal.of(linter.text), after)
        {
            let what = "JavaScript puts invisible marks around this, so it is no markup: write it outside of braces, or turn \
                        isolation off in the program";
            linter.report(&ISOLATED_MARKUP, placeable.span, what);
        }
    }
    variants(pattern).for_each(|variant| isolation(linter, variant));
}

/// Whether what stands before opens the address of a Markdown link or of an HTML attribute, something of it included or
/// something of it following; an address that is the placeable alone is isolated by nobody's wish either.
fn is_in_address(before: &str, after: &str) -> bool {
    let link = before.rsplit_once("](").is_some_and(|(_, address)| !address.contains([')', ' ', '\n']));
    let opens = ["href=\"", "src=\""].into_iter().filter_map(|name| before.rsplit_once(name));
    let attribute = opens.into_iter().any(|(_, address)| !address.contains('"'));
    (link && after.contains(')')) || (attribute && after.contains('"'))
}

fn is_half_of_markup(literal: &str, after: &str) -> bool {
    match literal {
        "*" | "**" | "_" | "__" | "`" => after.contains(literal),
        "[" => after.contains("]("),
        _ => false,
    }
}

fn size(linter: &mut Linter<'_>, pattern: &Pattern) {
    // A placeable takes three bytes at least.
    if pattern.span.len() > 3 * MAX_PLACEABLES && placeables(pattern) > MAX_PLACEABLES {
        let what = format!(
            "Rust and JavaScript show no more than {MAX_PLACEABLES} placeables of a text: split the message"
        );
        linter.report(&RUNTIME_LIMIT, pattern.span, what);
    }
    if pattern.span.len() > MAX_PART {
        long_part(linter, pattern);
    }
}

/// The placeables that are shown at the most: of a selection, those of one variant.
fn placeables(pattern: &Pattern) -> usize {
    let count = |element: &Element| match element {
        Element::Text(_) => 0,
        Element::Placeable(placeable) => match &placeable.expression {
            Expression::Inline(_) => 1,
            Expression::Select { variants, .. } => {
                1 + variants.iter().map(|variant| placeables(&variant.value)).max().unwrap_or_default()
            }
        },
    };
    pattern.elements.iter().map(count).sum()
}

fn long_part(linter: &mut Linter<'_>, pattern: &Pattern) {
    if super::has_placeable(pattern) {
        let is_text = |element: &Element| matches!(element, Element::Text(_));
        for part in pattern.elements.chunk_by(|one, other| is_text(one) && is_text(other)) {
            let spans = || {
                part.iter().filter_map(|element| match element {
                    Element::Text(span) => Some(*span),
                    Element::Placeable(_) => None,
                })
            };
            let length: usize = spans().map(|span| span.of(linter.text).chars().count()).sum();
            if let Some(first) = spans().next().filter(|_| length > MAX_PART) {
                let what = format!(
                    "Python refuses a text with a piece of more than 2,500 characters (here {length}): split the message"
                );
                linter.report(&RUNTIME_LIMIT, first, what);
            }
        }
    }
    variants(pattern).for_each(|variant| long_part(linter, variant));
}

/// The first parameter behind a reference to a term, on any way through the variants.
struct AfterTerm {
    seen: bool,
    found: Option<Span>,
}

impl AfterTerm {
    fn pattern(&mut self, pattern: &Pattern) {
        for element in &pattern.elements {
            if let Element::Placeable(placeable) = element {
                self.expression(&placeable.expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let (before, mut after) = (self.seen, self.seen);
                for variant in variants {
                    self.seen = before;
                    self.pattern(&variant.value);
                    after |= self.seen;
                }
                self.seen = after;
            }
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Variable(span) if self.seen => self.found = self.found.or(Some(*span)),
            Inline::Term { attribute: None, .. } => self.seen = true,
            Inline::Function { arguments, .. } => {
                arguments.positional.iter().for_each(|value| self.inline(value));
            }
            Inline::Nested(inner) => self.expression(&inner.expression),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::fluent::lint::tests::found;

    #[test]
    fn lines_that_begin_with_odd_blanks() {
        for (text, expected) in [
            ("a = b\n    \u{3000}c\n", Some("\u{3000}")),
            ("a =\n    b\n    \u{A0}c\n", Some("\u{A0}")),
            ("a = b\n    \tc\n", Some("\t")),
            ("a = { $x ->\n   *[y] b\n    \u{3000}c\n}\n", Some("\u{3000}")),
            ("a = b\n      c\u{3000}d\n\n    e\n", None),
            ("a = b\r\n    c\r\n\r\n    d\r\n", None),
            ("a = b\n    {\"\u{3000}\"}c\n", None),
        ] {
            let expected: Vec<_> = expected.map(|place| ("continuation-space", place)).into_iter().collect();
            assert_eq!(found("ja", text), expected, "{text:?}");
        }
    }

    #[test]
    fn marks_in_markup() {
        for (value, expected) in [
            ("[help](https://example.org/{ $page })", Some("{ $page }")),
            ("[help]({ $url }) and more", Some("{ $url }")),
            ("<a href=\"{ $url }\">help</a>", Some("{ $url }")),
            ("{\"*\"}*bold**", Some("{\"*\"}")),
            ("{\"[\"}help](https://example.org)", Some("{\"[\"}")),
            ("**{ $n }** and [{ $page }](https://example.org) ({ $n })", None),
            ("{\"*\"} a footnote", None),
        ] {
            let expected: Vec<_> = expected.map(|place| ("isolated-markup", place)).into_iter().collect();
            assert_eq!(found("en", &format!("a = {value}\n")), expected, "{value}");
        }
    }

    #[test]
    fn a_parameter_behind_a_term() {
        for (value, expected) in [
            ("{ -inner } { $form }", Some("form")),
            ("{ $form } { -inner }", None),
            ("{ $x ->\n    [a] { -inner }\n   *[b] { $form }\n}", None),
            ("{ $x ->\n    [a] { -inner }\n   *[b] c\n} { $form }", Some("form")),
        ] {
            let expected: Vec<_> =
                expected.map(|place| ("parameter-after-term", place)).into_iter().collect();
            assert_eq!(found("en", &format!("-a = {value}\n-inner = x\n")), expected, "{value}");
            assert_eq!(found("en", &format!("a = {value}\n-inner = x\n")), [], "in a message: {value}");
        }
    }

    #[test]
    fn sizes() {
        let rules = |text: &str| found("en", text).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>();
        assert_eq!(rules(&format!("a = {}\n", "{ $x }".repeat(101))), ["runtime-limit"]);
        assert!(rules(&format!("a = {}\n", "{ $x }".repeat(100))).is_empty());
        let long = "語".repeat(2_501);
        assert_eq!(rules(&format!("a = {{ $x }}{long}\n")), ["runtime-limit"]);
        assert!(rules(&format!("a = {long}\n")).is_empty());
        assert!(rules(&format!("a = {{ $x }}{}\n", "語".repeat(2_500))).is_empty());
    }
}
