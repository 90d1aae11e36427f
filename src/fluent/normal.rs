//! The normalised source of a value: one spelling for what a reindented file leaves unchanged.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::pattern::{Arguments, Element, Expression, Inline, Pattern, Placeable};
use super::write::guard_mark;
use crate::text::Span;

/// The columns by which variants stand behind the line that opens them, and texts behind variants.
const STEP: usize = 4;

impl Pattern {
    /// The value as Fluent source in one fixed spelling, without the indentation that its file gave it.
    ///
    /// Text stands as it is read, one space pads the inside of braces (none around a string literal), variants
    /// take a line each, line ends are `\n`, and `[`, `*` or `.` before more lines stands in a string literal. So neither CRLF, nor another indentation, nor other blanks inside
    /// of braces change it, and every change of the text, of a reference or of an escape does. String literals
    /// keep their escapes as written: `"\u0041"` and `"A"` differ.
    ///
    /// ```
    /// use yakugo::fluent::Resource;
    /// let source = "n = { $n ->\r\n  [one]   one cell\r\n *[other] {$n} cells\r\n}\r\n";
    /// let (resource, _) = Resource::parse(source);
    /// let value = resource.message("n").unwrap().value.as_ref().unwrap();
    /// assert_eq!(
    ///     value.normalized(resource.text()),
    ///     "{ $n ->\n    [one] one cell\n   *[other] { $n } cells\n}"
    /// );
    /// ```
    pub fn normalized(&self, text: &str) -> String {
        let mut writer = Writer { text, out: String::with_capacity(self.span.len()) };
        writer.pattern(self, 0, false);
        if writer.out.contains('\n') { guard_mark(&writer.out).into_owned() } else { writer.out }
    }

    fn is_on_lines(&self, text: &str) -> bool {
        self.elements
            .iter()
            .any(|element| matches!(element, Element::Text(span) if span.of(text).contains('\n')))
    }
}

struct Writer<'t> {
    text: &'t str,
    out: String,
}

impl Writer<'_> {
    fn put(&mut self, span: Span) {
        self.out.push_str(span.of(self.text));
    }

    fn line(&mut self, indent: usize) {
        let _ = write!(self.out, "\n{:indent$}", "");
    }

    /// Writes a pattern; `below` if it begins on a line of its own.
    fn pattern(&mut self, pattern: &Pattern, indent: usize, below: bool) {
        for (number, element) in pattern.elements.iter().enumerate() {
            match element {
                Element::Text(span) => {
                    let text = span.of(self.text);
                    let text = if below && number == 0 { guard_mark(text) } else { Cow::Borrowed(text) };
                    for (number, part) in text.split('\n').enumerate() {
                        if number > 0 {
                            self.line(indent);
                        }
                        self.out.push_str(part);
                    }
                }
                Element::Placeable(placeable) => self.placeable(placeable, indent),
            }
        }
    }

    fn placeable(&mut self, placeable: &Placeable, indent: usize) {
        match &placeable.expression {
            Expression::Inline(Inline::Literal(span)) => {
                self.out.push_str("{\"");
                self.put(*span);
                self.out.push_str("\"}");
            }
            Expression::Inline(inline) => {
                self.out.push_str("{ ");
                self.inline(inline, indent);
                self.out.push_str(" }");
            }
            Expression::Select { selector, variants } => {
                self.out.push_str("{ ");
                self.inline(selector, indent);
                self.out.push_str(" ->");
                for variant in variants {
                    // The star stands before the column of the brackets, which line up.
                    self.line(indent + STEP - usize::from(variant.default));
                    self.out.push_str(if variant.default { "*[" } else { "[" });
                    self.put(variant.key);
                    self.out.push(']');
                    let below = variant.value.is_on_lines(self.text);
                    if below {
                        self.line(indent + 2 * STEP);
                    } else {
                        self.out.push(' ');
                    }
                    self.pattern(&variant.value, indent + 2 * STEP, below);
                }
                self.line(indent);
                self.out.push('}');
            }
        }
    }

    fn inline(&mut self, inline: &Inline, indent: usize) {
        match inline {
            Inline::Literal(span) => {
                self.out.push('"');
                self.put(*span);
                self.out.push('"');
            }
            Inline::Number(span) => self.put(*span),
            Inline::Variable(name) => {
                self.out.push('$');
                self.put(*name);
            }
            Inline::Message { id, attribute } => {
                self.put(*id);
                self.attribute(*attribute);
            }
            Inline::Term { id, attribute, arguments } => {
                self.out.push('-');
                self.put(*id);
                self.attribute(*attribute);
                if let Some(arguments) = arguments {
                    self.arguments(arguments, indent);
                }
            }
            Inline::Function { id, arguments } => {
                self.put(*id);
                self.arguments(arguments, indent);
            }
            Inline::Nested(inner) => self.placeable(inner, indent),
        }
    }

    fn attribute(&mut self, name: Option<Span>) {
        if let Some(name) = name {
            self.out.push('.');
            self.put(name);
        }
    }

    fn arguments(&mut self, arguments: &Arguments, indent: usize) {
        self.out.push('(');
        let mut first = true;
        for value in &arguments.positional {
            self.comma(&mut first);
            self.inline(value, indent);
        }
        for (name, value) in &arguments.named {
            self.comma(&mut first);
            self.put(*name);
            self.out.push_str(": ");
            self.inline(value, indent);
        }
        self.out.push(')');
    }

    fn comma(&mut self, first: &mut bool) {
        if !std::mem::take(first) {
            self.out.push_str(", ");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::fluent::Resource;

    fn check(value: &str, expected: &str) {
        let (resource, findings) = Resource::parse(format!("a ={value}\nb = c"));
        assert!(findings.is_empty(), "{findings:?} for {value:?}");
        let value = resource.message("a").unwrap().value.as_ref().unwrap();
        assert_eq!(value.normalized(resource.text()), expected);
    }

    #[test]
    fn one_spelling() {
        check("b  c", "b  c");
        check("\n  b\r\n\r\n    c", "b\n\n  c");
        check("{b}{ b.c }{-d}{$e}", "{ b }{ b.c }{ -d }{ $e }");
        check("{ \"b\\\"\" }{{ \"c\" }}", "{\"b\\\"\"}{ {\"c\"} }");
        check("{F($b,1,c:\"d\",)}{-t( e : 1 )}{G()}", "{ F($b, 1, c: \"d\") }{ -t(e: 1) }{ G() }");
        check(" *b", "*b");
        check(" *b\n c", "{\"*\"}b\nc");
    }

    #[test]
    fn selections() {
        check("{-t.g ->\n[b]c\n*[1]d\n}", "{ -t.g ->\n    [b] c\n   *[1] d\n}");
        check("x { $n ->\n *[b]\n  c\n   d\n} y", "x { $n ->\n   *[b]\n        c\n         d\n} y");
        check(
            "{ $n ->\n *[b] { $m ->\n *[c] d\n }\n }",
            "{ $n ->\n   *[b] { $m ->\n           *[c] d\n        }\n}",
        );
    }

    #[test]
    fn references() {
        let text = "a = { $n ->\n [x] { b.c }\n *[y] { F($n, { -t(k: 1) }) }\n }";
        let (resource, _) = Resource::parse(text);
        let value = resource.message("a").unwrap().value.as_ref().unwrap();
        let names: Vec<&str> = value.references().iter().map(|reference| reference.name.of(text)).collect();
        assert_eq!(names, ["n", "b", "F", "n", "t"]);
    }
}
