//! Variables and references of a translation, beside those of its source.
//!
//! A language with other plural forms says a number in one variant and not in another, so what any variant names
//! counts as there. Where only the default variant lacks it, a note says so.

use crate::check::messages::Pair;
use crate::check::messages::parts::both;
use crate::finding::{Finding, Rule, Severity, rule};
use crate::fluent::{Element, Expression, Pattern, Reference, ReferenceKind};
use crate::text::{Span, did_you_mean};

rule! {
    /// A translation lacks a variable of its source, or has one that the source has not.
    ///
    /// Why: a number, a name or a dose is lost, or readers see `{$nmae}`. Where a variable is said in some variants
    /// only, that is grammar; where the default variant lacks it, it is a note.
    ///
    /// Example: `Take { $n } tablets.` translated as `Nehmen Sie Tabletten.`
    ///
    /// Fix: write the variable as the source has it, braces and `$` included.
    pub(super) const VARIABLE_MISMATCH: "variable-mismatch", Error;
}

rule! {
    /// A translation lacks a message or a term that its source refers to, or refers to another one.
    ///
    /// Why: a brand or the name of a button was typed by hand or mistaken for another, and does not follow when it
    /// changes. One that the source has not is a warning, a term of the locale's own a note.
    ///
    /// Example: the source says `{ -brand-name }`, the translation `{ -brand-vendor }`.
    ///
    /// Fix: refer to what the source refers to.
    pub(super) const REFERENCE_MISMATCH: "reference-mismatch", Error;
}

pub(super) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    if pair.target.is_term() {
        // What a term is called with and what it is made of differ from language to language.
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (original, value) in both(pair.source, pair.target) {
        let source = used(original, pair.source_text);
        let target = used(value, pair.target_text);
        if source.is_empty() && target.is_empty() {
            continue;
        }
        for name in names(&source) {
            if target.iter().all(|(own, _)| own != name) {
                let what = format!("the source has `{{ {name} }}` and this has not: write it");
                findings.push(pair.finding(rule_of(name), value.span, what));
            } else if shown(original, pair.source_text, name).is_none() {
                findings.extend(lacking(pair, value, name));
            }
        }
        for (name, span) in &target {
            if source.iter().all(|(own, _)| own != name) {
                findings.extend(extra(pair, &source, name, *span));
            }
        }
    }
    findings
}

/// A name as it is written between braces, and where.
type Use = (String, Span);

/// The variables, messages and terms that a value names anywhere. The attribute of a term only decides between variants.
fn used(pattern: &Pattern, text: &str) -> Vec<Use> {
    let references = pattern.references();
    references.iter().filter_map(|reference| Some((written(reference, text)?, reference.name))).collect()
}

fn named(references: &[Reference], text: &str) -> impl Iterator<Item = String> {
    references.iter().filter_map(move |reference| written(reference, text))
}

fn written(reference: &Reference, text: &str) -> Option<String> {
    let name = reference.name.of(text);
    match (reference.kind, reference.attribute) {
        (ReferenceKind::Variable, _) => Some(format!("${name}")),
        (ReferenceKind::Message, None) => Some(name.to_owned()),
        (ReferenceKind::Message, Some(attribute)) => Some(format!("{name}.{}", attribute.of(text))),
        (ReferenceKind::Term, None) => Some(format!("-{name}")),
        (ReferenceKind::Term, Some(_)) | (ReferenceKind::Function, _) => None,
    }
}

/// Every name once, in the order of the text.
fn names(uses: &[Use]) -> impl Iterator<Item = &str> {
    let is_first = |at: usize, name: &str| uses.iter().take(at).all(|(before, _)| before != name);
    uses.iter()
        .enumerate()
        .filter(move |(at, (name, _))| is_first(*at, name))
        .map(|(_, (name, _))| name.as_str())
}

fn rule_of(name: &str) -> &'static Rule {
    if name.starts_with('$') { &VARIABLE_MISMATCH } else { &REFERENCE_MISMATCH }
}

fn extra(pair: &Pair<'_>, source: &[Use], name: &str, span: Span) -> Option<Finding> {
    let (severity, otherwise) = match name.chars().next() {
        // The program gives all parts of a message the same variables.
        Some('$') if has_elsewhere(pair, name) => return None,
        Some('$') => (Severity::Error, "remove it"),
        Some('-') if !pair.source_scope.has(name) => {
            (Severity::Note, "use one of the source's, if there is one")
        }
        _ => (Severity::Warning, "refer to what the source refers to"),
    };
    let near = did_you_mean(name, names(source));
    let near = if near.is_empty() { format!(": {otherwise}") } else { near };
    let finding = pair.finding(rule_of(name), span, format!("the source has no `{{ {name} }}`{near}"));
    Some(Finding { severity, ..finding })
}

fn has_elsewhere(pair: &Pair<'_>, name: &str) -> bool {
    let attributes = pair.source.attributes.iter().map(|attribute| &attribute.value);
    let mut parts = pair.source.value.iter().chain(attributes);
    parts.any(|part| used(part, pair.source_text).iter().any(|(own, _)| own == name))
}

/// The note about a variant that lacks what the source says in all of its own: of a variable the default variant, for
/// `[one]` often says "one file" in words.
fn lacking(pair: &Pair<'_>, value: &Pattern, name: &str) -> Option<Finding> {
    let (key, is_default) = shown(value, pair.target_text, name)?;
    if name.starts_with('$') && !is_default {
        return None;
    }
    let what = format!(
        "the variant `[{}]` lacks `{{ {name} }}`, which the source has in every variant: write it there, if readers need it",
        key.of(pair.target_text)
    );
    let finding = pair.finding(rule_of(name), key, what);
    Some(Finding { severity: Severity::Note, ..finding })
}

/// Whether readers see a name whatever variant is chosen; otherwise the key of the last variant that lacks it (the default
/// mostly stands last), and whether it is the default. Of variables only the default variant counts.
fn shown(pattern: &Pattern, text: &str, name: &str) -> Option<(Span, bool)> {
    let says = |pattern: &Pattern| named(&pattern.references(), text).any(|own| own == name);
    let mut lacks = None;
    for element in &pattern.elements {
        let Element::Placeable(placeable) = element else { continue };
        match &placeable.expression {
            Expression::Inline(_) if named(&placeable.references(), text).any(|own| own == name) => {
                return None;
            }
            Expression::Inline(_) => {}
            Expression::Select { variants, .. } => {
                let counts = |default: bool| default || !name.starts_with('$');
                let mut lacking =
                    variants.iter().filter(|variant| counts(variant.default)).filter_map(|variant| {
                        if says(&variant.value) {
                            return shown(&variant.value, text, name);
                        }
                        Some((variant.key, variant.default))
                    });
                match lacking.next_back() {
                    None => return None,
                    found => lacks = lacks.or(found),
                }
            }
        }
    }
    lacks
}
