//! What is wrong or fragile in one Fluent file, whatever it is a translation of: one pass over what was read.

mod characters;
mod functions;
mod names;
mod plurals;
mod portability;
mod variants;

use std::collections::HashSet;

use super::entry::Message;
use super::pattern::{Arguments, Element, Expression, Inline, Pattern};
use super::resource::Resource;
use super::rules::EMPTY_MESSAGE;
use crate::finding::{Finding, Rule};
use crate::text::Span;

pub use plurals::Plurals;

/// The rules of this module.
pub(super) const RULES: &[Rule] = &[
    characters::BYTE_ORDER_MARK,
    characters::CONTROL_CHARACTER,
    characters::REPLACEMENT_CHARACTER,
    characters::UNPAIRED_BIDI,
    functions::UNKNOWN_FUNCTION,
    functions::UNKNOWN_OPTION,
    names::ID_FORM,
    plurals::PLURAL_MISSING,
    plurals::PLURAL_UNUSED,
    portability::CONTINUATION_SPACE,
    portability::ISOLATED_MARKUP,
    portability::PARAMETER_AFTER_TERM,
    portability::RUNTIME_LIMIT,
    variants::DUPLICATE_VARIANT,
    variants::UNREACHABLE_VARIANT,
];

/// What a file is, as far as its rules depend on it.
#[derive(Clone, Copy)]
pub struct Role<'a> {
    /// The plural categories of its locale.
    pub plurals: &'a Plurals,
    /// Of a translation: the functions that its source calls, which the program must have. `None` for a source.
    pub source_functions: Option<&'a HashSet<String>>,
    /// Whether programs read it. Translations of articles are read by yakugo alone.
    pub for_programs: bool,
}

/// The findings about a file; what its parser said is not among them.
///
/// ```
/// use yakugo::fluent::{Plurals, Resource, Role, lint};
/// let (resource, _) = Resource::parse("files = { $n ->\n    [one] file\n   *[other] files\n}");
/// let plurals = Plurals::of("ja");
/// let findings = lint(&resource, Role { plurals: &plurals, source_functions: None, for_programs: true });
/// assert_eq!(findings[0].rule, "plural-unused");
/// ```
pub fn lint(resource: &Resource, role: Role<'_>) -> Vec<Finding> {
    let mut findings = characters::check(resource);
    if role.source_functions.is_none() {
        findings.extend(empty_messages(resource));
        findings.extend(names::check(resource));
    }
    for message in resource.messages() {
        let mut linter = Linter { text: resource.text(), role, message, findings };
        let values = message.value.iter().chain(message.attributes.iter().map(|attribute| &attribute.value));
        for value in values.filter(|value| value.elements.len() > 1 || has_placeable(value)) {
            linter.pattern(value);
            portability::check(&mut linter, value);
        }
        findings = linter.findings;
    }
    findings
}

/// Messages whose id stands there without a text.
pub(super) fn empty_messages(resource: &Resource) -> impl Iterator<Item = Finding> {
    resource.messages().filter(|message| message.is_emptied()).map(|message| {
        let what = format!("`{0}` has no text and programs will not find it: write `{0} = …`", message.id);
        Finding::new(&EMPTY_MESSAGE, message.id_span, what).unit(&message.id)
    })
}

fn has_placeable(pattern: &Pattern) -> bool {
    pattern.elements.iter().any(|element| matches!(element, Element::Placeable(_)))
}

/// Walks through the values of one message.
struct Linter<'r> {
    text: &'r str,
    role: Role<'r>,
    message: &'r Message,
    findings: Vec<Finding>,
}

impl Linter<'_> {
    fn report(&mut self, rule: &Rule, span: Span, message: impl Into<String>) {
        self.findings.push(Finding::new(rule, span, message).unit(&self.message.id));
    }

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
                variants::check(self, variants);
                plurals::check(self, selector, variants);
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Function { id, arguments } => {
                functions::check(self, *id, arguments);
                self.arguments(arguments);
            }
            Inline::Term { arguments: Some(arguments), .. } => self.arguments(arguments),
            Inline::Nested(inner) => self.expression(&inner.expression),
            _ => {}
        }
    }

    fn arguments(&mut self, arguments: &Arguments) {
        arguments.positional.iter().for_each(|value| self.inline(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rules that find something in a file of a program, each with the bytes it is about.
    pub(super) fn found<'t>(locale: &str, text: &'t str) -> Vec<(&'static str, &'t str)> {
        let (resource, broken) = Resource::parse(text);
        assert!(broken.is_empty(), "{broken:?}");
        let plurals = Plurals::of(locale);
        let role = Role { plurals: &plurals, source_functions: None, for_programs: true };
        let findings = lint(&resource, role);
        assert!(findings.iter().all(|finding| finding.message.contains(": ")), "{findings:?}");
        findings.iter().map(|finding| (finding.rule, finding.place.span.of(text))).collect()
    }

    #[test]
    fn a_plain_file_has_no_finding() {
        let text = "# A comment.\n-brand = yakugo\n    .gender = neuter\nsave = Save { $name } in { -brand }\n    .title = \
                    Save\nfiles = { $n ->\n    [0] none\n    [one] one file\n   *[other] { NUMBER($n) } files\n}\n";
        assert_eq!(found("en", text), []);
    }

    #[test]
    fn an_emptied_message_is_found_in_sources() {
        assert_eq!(found("en", "a =\n\nb = c\n"), [("empty-message", "a")]);
    }
}
