//! From the parser's tree of texts to our tree of places.
//!
//! The parser gives no span to braces, patterns or entries. Its leaves are slices of the text, so their places
//! are differences of addresses; what lies between two leaves is punctuation and blanks alone, so the rest is
//! found by walking on from leaf to leaf.

use fluent_syntax::ast;

use super::pattern::{Arguments, Element, Expression, Inline, Pattern, Placeable, Variant};
use crate::text::Span;

/// Walks through one text from left to right.
pub(super) struct Walk<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Walk<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }

    /// The place of a slice of the text; the walk goes on behind it.
    pub(super) fn leaf(&mut self, slice: &str) -> Span {
        let start = (slice.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.at = start + slice.len();
        Span::new(start, self.at)
    }

    /// Goes behind the next `mark`, which stands before any other leaf, and gives its place.
    pub(super) fn find(&mut self, mark: char) -> usize {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let place = self.at + rest.find(mark).unwrap_or(rest.len());
        self.at = (place + mark.len_utf8()).min(self.text.len());
        place
    }

    pub(super) fn pattern(&mut self, pattern: &ast::Pattern<&str>) -> Pattern {
        let mut elements: Vec<Element> = Vec::with_capacity(pattern.elements.len());
        let mut line_start = false;
        for element in &pattern.elements {
            let element = self.element(element, line_start);
            line_start = matches!(&element, Element::Text(span) if span.of(self.text).ends_with('\n'));
            elements.push(element);
        }
        let place = |element: &Element| match element {
            Element::Text(span) => *span,
            Element::Placeable(placeable) => placeable.span,
        };
        let start = elements.first().map_or(self.at, |first| place(first).start);
        let end = elements.last().map_or(self.at, |last| place(last).end);
        Pattern { span: Span::new(start, end), elements }
    }

    fn element(&mut self, element: &ast::PatternElement<&str>, line_start: bool) -> Element {
        let value = match element {
            ast::PatternElement::TextElement { value } => value,
            ast::PatternElement::Placeable { expression } => {
                return Element::Placeable(self.placeable(expression));
            }
        };
        let mut span = self.leaf(value);
        // A blank line has no blanks (EBNF, `blank_block`). The parser keeps some before LF, but not before CRLF,
        // and a text must not depend on that.
        if line_start && value.trim_start_matches(' ') == "\n" {
            span.start = span.end - 1;
        }
        Element::Text(span)
    }

    fn placeable(&mut self, expression: &ast::Expression<&str>) -> Placeable {
        let start = self.find('{');
        let expression = match expression {
            ast::Expression::Inline(inline) => Expression::Inline(self.inline(inline)),
            ast::Expression::Select { selector, variants } => Expression::Select {
                selector: self.inline(selector),
                variants: variants.iter().map(|variant| self.variant(variant)).collect(),
            },
        };
        self.find('}');
        Placeable { span: Span::new(start, self.at), expression }
    }

    fn inline(&mut self, inline: &ast::InlineExpression<&str>) -> Inline {
        match inline {
            ast::InlineExpression::StringLiteral { value } => {
                let span = self.leaf(value);
                self.at += 1;
                Inline::Literal(span)
            }
            ast::InlineExpression::NumberLiteral { value } => Inline::Number(self.leaf(value)),
            ast::InlineExpression::VariableReference { id } => Inline::Variable(self.leaf(id.name)),
            ast::InlineExpression::MessageReference { id, attribute } => {
                Inline::Message { id: self.leaf(id.name), attribute: self.attribute(attribute.as_ref()) }
            }
            ast::InlineExpression::TermReference { id, attribute, arguments } => Inline::Term {
                id: self.leaf(id.name),
                attribute: self.attribute(attribute.as_ref()),
                arguments: arguments.as_ref().map(|arguments| self.arguments(arguments)),
            },
            ast::InlineExpression::FunctionReference { id, arguments } => {
                Inline::Function { id: self.leaf(id.name), arguments: self.arguments(arguments) }
            }
            ast::InlineExpression::Placeable { expression } => {
                Inline::Nested(Box::new(self.placeable(expression)))
            }
        }
    }

    fn attribute(&mut self, attribute: Option<&ast::Identifier<&str>>) -> Option<Span> {
        attribute.map(|name| self.leaf(name.name))
    }

    fn arguments(&mut self, arguments: &ast::CallArguments<&str>) -> Arguments {
        self.find('(');
        let positional = arguments.positional.iter().map(|value| self.inline(value)).collect();
        let named = arguments
            .named
            .iter()
            .map(|argument| (self.leaf(argument.name.name), self.inline(&argument.value)))
            .collect();
        self.find(')');
        Arguments { positional, named }
    }

    fn variant(&mut self, variant: &ast::Variant<&str>) -> Variant {
        let (ast::VariantKey::Identifier { name: key } | ast::VariantKey::NumberLiteral { value: key }) =
            &variant.key;
        let key = self.leaf(key);
        self.find(']');
        Variant { key, default: variant.default, value: self.pattern(&variant.value) }
    }
}
