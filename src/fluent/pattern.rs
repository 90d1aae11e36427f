//! Values of messages as trees of places: what a Fluent parser sees, without a copy of any text.

use std::borrow::Cow;

use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::text::Span;

/// A value: the `pattern` of a message, an attribute or a variant (Fluent 1.0 EBNF, `Pattern`).
///
/// All spans are bytes into the text that was read; every method wants that same text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// From the first byte of the first element to the last byte of the last one, `}` included.
    pub span: Span,
    /// Text and placeables in order. Text comes in pieces: one per line at most, and the `\n` of a CRLF line end
    /// is a piece of its own.
    pub elements: Vec<Element>,
}

/// A piece of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// Text as the reader of the program will see it: its indentation is outside of the span.
    Text(Span),
    /// Something in braces.
    Placeable(Placeable),
}

/// `{ … }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeable {
    /// With both braces.
    pub span: Span,
    /// What stands between them.
    pub expression: Expression,
}

/// What stands in braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// One thing that gives a text.
    Inline(Inline),
    /// A choice between variants, `{ $n -> … }`.
    Select {
        /// What decides.
        selector: Inline,
        /// The variants in order; exactly one is the default.
        variants: Vec<Variant>,
    },
}

/// One thing that gives a text. Names are without their marks (`$`, `-`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// `"…"`: the bytes between the quotes, escapes as written.
    Literal(Span),
    /// A number as written.
    Number(Span),
    /// `$name`.
    Variable(Span),
    /// `id` or `id.attribute`.
    Message {
        /// Its id.
        id: Span,
        /// The attribute's name.
        attribute: Option<Span>,
    },
    /// `-id`, `-id.attribute` (as a selector only), `-id(…)`.
    Term {
        /// Its id without the dash.
        id: Span,
        /// The attribute's name.
        attribute: Option<Span>,
        /// What it is called with.
        arguments: Option<Arguments>,
    },
    /// `NAME(…)`.
    Function {
        /// Its name.
        id: Span,
        /// What it is called with.
        arguments: Arguments,
    },
    /// Braces in braces.
    Nested(Box<Placeable>),
}

/// What a function or a term is called with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// Arguments by place.
    pub positional: Vec<Inline>,
    /// Arguments by name: the name and the value.
    pub named: Vec<(Span, Inline)>,
}

/// One case of a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The key between `[` and `]`: a name or a number.
    pub key: Span,
    /// Whether it is the default, `*[key]`.
    pub default: bool,
    /// Its text.
    pub value: Pattern,
}

/// What a reference names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReferenceKind {
    /// `$name`, given by the program.
    Variable,
    /// Another message or an attribute of it.
    Message,
    /// A `-term`.
    Term,
    /// A function such as `NUMBER`.
    Function,
}

/// A use of something that stands outside of the pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What it names.
    pub kind: ReferenceKind,
    /// The name without its mark.
    pub name: Span,
    /// The name of the attribute, for messages and terms.
    pub attribute: Option<Span>,
}

impl Pattern {
    /// The text of a value that needs no program to be known: text and string literals only. It is the text that
    /// fluent-bundle gives, with escapes decoded, indentation taken away and blanks at the end dropped (Fluent
    /// 1.0, "Multiline Text" and "String Literals"). `None` when a reference, a number or a selection is in it.
    ///
    /// Two things differ from fluent-bundle. It stops at 100 placeables; what a translator wrote is all there. It
    /// leaves blanks on blank lines that end with LF and not on those that end with CRLF; the specification has
    /// none on either.
    ///
    /// ```
    /// use yakugo::fluent::Resource;
    /// let (resource, _) = Resource::parse("a =\n    10 {\"{\"}\n      ng/mL\nb = { $n } mg");
    /// let text = |id| resource.message(id).unwrap().value.as_ref().unwrap().static_text(resource.text());
    /// assert_eq!(text("a").as_deref(), Some("10 {\n  ng/mL"));
    /// assert_eq!(text("b"), None);
    /// ```
    pub fn static_text(&self, text: &str) -> Option<String> {
        let mut out = String::with_capacity(self.span.len());
        for element in &self.elements {
            match element {
                Element::Text(span) => out.push_str(span.of(text)),
                Element::Placeable(placeable) => out.push_str(&placeable.static_text(text)?),
            }
        }
        Some(out)
    }

    /// Everything that the pattern refers to, in the order of the text, those inside of variants and arguments
    /// included; the same name as often as it is used.
    pub fn references(&self) -> Vec<Reference> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect(&self, found: &mut Vec<Reference>) {
        for element in &self.elements {
            if let Element::Placeable(placeable) = element {
                placeable.expression.collect(found);
            }
        }
    }
}

impl Placeable {
    /// Everything that stands in the braces and refers to something, as [`Pattern::references`] has it.
    pub fn references(&self) -> Vec<Reference> {
        let mut found = Vec::new();
        self.expression.collect(&mut found);
        found
    }

    fn static_text<'t>(&self, text: &'t str) -> Option<Cow<'t, str>> {
        match &self.expression {
            Expression::Inline(Inline::Literal(span)) => Some(unescape_unicode_to_string(span.of(text))),
            Expression::Inline(Inline::Nested(inner)) => inner.static_text(text),
            _ => None,
        }
    }
}

impl Expression {
    fn collect(&self, found: &mut Vec<Reference>) {
        match self {
            Self::Inline(inline) => inline.collect(found),
            Self::Select { selector, variants } => {
                selector.collect(found);
                for variant in variants {
                    variant.value.collect(found);
                }
            }
        }
    }
}

impl Inline {
    fn collect(&self, found: &mut Vec<Reference>) {
        match self {
            Self::Literal(_) | Self::Number(_) => {}
            Self::Variable(name) => {
                found.push(Reference { kind: ReferenceKind::Variable, name: *name, attribute: None });
            }
            Self::Message { id, attribute } => {
                found.push(Reference { kind: ReferenceKind::Message, name: *id, attribute: *attribute });
            }
            Self::Term { id, attribute, arguments } => {
                found.push(Reference { kind: ReferenceKind::Term, name: *id, attribute: *attribute });
                if let Some(arguments) = arguments {
                    arguments.collect(found);
                }
            }
            Self::Function { id, arguments } => {
                found.push(Reference { kind: ReferenceKind::Function, name: *id, attribute: None });
                arguments.collect(found);
            }
            Self::Nested(inner) => inner.expression.collect(found),
        }
    }
}

impl Arguments {
    fn collect(&self, found: &mut Vec<Reference>) {
        self.positional.iter().for_each(|value| value.collect(found));
        self.named.iter().for_each(|(_, value)| value.collect(found));
    }
}
