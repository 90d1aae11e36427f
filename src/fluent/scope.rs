//! What the files of one locale define together, and the references that lead nowhere or in a circle.

use std::collections::{HashMap, HashSet};

use super::entry::Message;
use super::pattern::{Pattern, Reference, ReferenceKind};
use super::resource::Resource;
use super::rules::{REFERENCE_CYCLE, UNRESOLVED};
use crate::finding::{Finding, Severity};
use crate::text::{Span, did_you_mean};

/// The messages and terms of one locale, over all files. Where an id stands twice, the first one counts.
///
/// ```
/// use yakugo::fluent::{Resource, Scope};
/// let (terms, _) = Resource::parse("-brand = yakugo");
/// let (texts, _) = Resource::parse("about = About { -brand } and { -brant }");
/// let findings = Scope::new([&terms, &texts]).unresolved(&texts, None);
/// assert!(findings[0].message.contains("did you mean `-brand`?"));
/// ```
#[derive(Default)]
pub struct Scope<'r> {
    files: Vec<&'r Resource>,
    entries: HashMap<&'r str, Home<'r>>,
}

/// Where a message or term is defined.
#[derive(Clone, Copy)]
struct Home<'r> {
    message: &'r Message,
    file: usize,
}

/// A value: the id of its message or term, and the name of the attribute if it is one.
type Node<'r> = (&'r str, Option<&'r str>);

impl<'r> Scope<'r> {
    /// Takes the messages and terms of the files that have a text.
    pub fn new(resources: impl IntoIterator<Item = &'r Resource>) -> Self {
        let mut scope = Self::default();
        for (file, resource) in resources.into_iter().enumerate() {
            scope.files.push(resource);
            for message in resource.messages().filter(|message| !message.is_emptied()) {
                scope.entries.entry(&message.id).or_insert(Home { message, file });
            }
        }
        scope
    }

    /// Whether there is a message or, with its dash, a term of this id.
    pub fn has(&self, id: &str) -> bool {
        self.entries.contains_key(id)
    }

    /// The functions that are called anywhere.
    pub fn functions(&self) -> HashSet<String> {
        let mut functions = HashSet::new();
        for resource in &self.files {
            let references = resource.messages().flat_map(values).flat_map(|(_, value)| value.references());
            let calls = references.filter(|reference| reference.kind == ReferenceKind::Function);
            functions.extend(calls.map(|reference| reference.name.of(resource.text()).to_owned()));
        }
        functions
    }

    /// The references of one file that lead nowhere. `source` is the scope of the source locale, if the file is a
    /// translation: what is there and not here waits for its translation.
    pub fn unresolved(&self, resource: &Resource, source: Option<&Scope<'_>>) -> Vec<Finding> {
        let mut findings = Vec::new();
        for message in resource.messages() {
            for reference in values(message).flat_map(|(_, value)| value.references()) {
                let Some(id) = id(&reference, resource.text()) else { continue };
                let attribute = reference.attribute.map(|span| span.of(resource.text()));
                if let Some((what, severity)) = self.why_unresolved(id, attribute, source) {
                    let finding = Finding::new(&UNRESOLVED, reference.name, what).unit(&message.id);
                    findings.push(Finding { severity, ..finding });
                }
            }
        }
        findings
    }

    fn why_unresolved(
        &self,
        id: &str,
        attribute: Option<&str>,
        source: Option<&Scope<'_>>,
    ) -> Option<(String, Severity)> {
        let Some(Home { message, .. }) = self.entries.get(id) else {
            if source.is_some_and(|source| source.has(id)) {
                let what =
                    format!("`{id}` is not translated yet, so readers see its name here: translate it");
                return Some((what, Severity::Warning));
            }
            let near = or(did_you_mean(id, self.entries.keys().copied()), "correct the name, or define it");
            return Some((format!("nothing in this locale is called `{id}`{near}"), Severity::Error));
        };
        match attribute {
            Some(name) if message.attribute(name).is_none() => {
                let names = message.attributes.iter().map(|attribute| attribute.name.as_str());
                let near = or(did_you_mean(name, names), "correct the name, or add it there");
                // A selection by an attribute that a term lacks takes its default.
                let severity = if message.is_term() { Severity::Warning } else { Severity::Error };
                Some((format!("`{id}` has no attribute `.{name}`{near}"), severity))
            }
            None if message.value.is_none() => {
                let what = format!("`{id}` has attributes only: refer to one of them, or give it a text");
                Some((what, Severity::Error))
            }
            _ => None,
        }
    }

    /// The circles of references, each with the number of the file (as given to [`Scope::new`]) that closes it.
    pub fn circles(&self) -> Vec<(usize, Finding)> {
        let mut found = Vec::new();
        let mut done: HashSet<Node<'r>> = HashSet::new();
        for (file, resource) in self.files.iter().enumerate() {
            for message in resource.messages() {
                if self.entries.get(message.id.as_str()).is_none_or(|home| home.file != file) {
                    continue;
                }
                for (attribute, value) in values(message) {
                    // Nearly all values refer to nothing.
                    if value.references().iter().any(|reference| id(reference, resource.text()).is_some()) {
                        self.walk((&message.id, attribute), &mut done, &mut found);
                    }
                }
            }
        }
        found
    }

    /// Goes down from a value without recursion, for chains of references may be long.
    fn walk(&self, start: Node<'r>, done: &mut HashSet<Node<'r>>, found: &mut Vec<(usize, Finding)>) {
        let mut way: Vec<(Node<'r>, std::vec::IntoIter<(Node<'r>, Span)>)> = Vec::new();
        let mut on_way: HashSet<Node<'r>> = HashSet::new();
        if done.insert(start) {
            on_way.insert(start);
            way.push((start, self.next(start)));
        }
        while let Some((at, next)) = way.last_mut() {
            let at = *at;
            let Some((to, span)) = next.next() else {
                on_way.remove(&at);
                way.pop();
                continue;
            };
            if on_way.contains(&to) {
                let circle = way.iter().map(|(node, _)| *node).skip_while(|node| *node != to).chain([to]);
                let names: Vec<String> = circle.map(name).collect();
                let what = format!(
                    "readers see no text here, for this leads in a circle ({}): write one of them out",
                    names.join(", ")
                );
                let file = self.entries.get(at.0).map_or(0, |home| home.file);
                found.push((file, Finding::new(&REFERENCE_CYCLE, span, what).unit(at.0)));
            } else if done.insert(to) {
                on_way.insert(to);
                way.push((to, self.next(to)));
            }
        }
    }

    /// What a value refers to.
    fn next(&self, (id_of, attribute): Node<'r>) -> std::vec::IntoIter<(Node<'r>, Span)> {
        let home = self.entries.get(id_of);
        let to = home.and_then(|home| {
            let text = self.files.get(home.file)?.text();
            let value = match attribute {
                Some(name) => &home.message.attribute(name)?.value,
                None => home.message.value.as_ref()?,
            };
            let node = |reference: Reference| {
                let (id, _) = self.entries.get_key_value(id(&reference, text)?)?;
                Some(((*id, reference.attribute.map(|span| span.of(text))), reference.name))
            };
            Some(value.references().into_iter().filter_map(node).collect::<Vec<_>>())
        });
        to.unwrap_or_default().into_iter()
    }
}

/// The values of a message, each with the name of its attribute.
fn values(message: &Message) -> impl Iterator<Item = (Option<&str>, &Pattern)> {
    let attributes = message.attributes.iter();
    let attributes = attributes.map(|attribute| (Some(attribute.name.as_str()), &attribute.value));
    message.value.iter().map(|value| (None, value)).chain(attributes)
}

/// The id that a reference names, of a term with the dash that stands before its name.
fn id<'t>(reference: &Reference, text: &'t str) -> Option<&'t str> {
    let Span { start, end } = reference.name;
    match reference.kind {
        ReferenceKind::Message => Some(reference.name.of(text)),
        ReferenceKind::Term => text.get(start.checked_sub(1)?..end),
        ReferenceKind::Variable | ReferenceKind::Function => None,
    }
}

fn name((id, attribute): Node<'_>) -> String {
    match attribute {
        Some(attribute) => format!("`{id}.{attribute}`"),
        None => format!("`{id}`"),
    }
}

fn or(near: String, else_do: &str) -> String {
    if near.is_empty() { format!(": {else_do}") } else { near }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let (resource, _) = Resource::parse(text);
        let scope = Scope::new([&resource]);
        let mut findings = scope.unresolved(&resource, None);
        findings.extend(scope.circles().into_iter().map(|(_, finding)| finding));
        let found: Vec<_> =
            findings.iter().map(|f| (f.rule, f.id.as_deref().unwrap(), f.place.span.of(text))).collect();
        assert_eq!(found, expected, "{findings:#?}");
    }

    #[test]
    fn references_that_lead_nowhere() {
        check("-t = T\nm = { -t } { n.a }\nn = N\n    .a = A\n", &[]);
        check("m = { -t }\n", &[("unresolved-reference", "m", "t")]);
        check("m = { $x ->\n   *[a] { n }\n}\n", &[("unresolved-reference", "m", "n")]);
        check("m = { n.b }\nn = N\n    .a = A\n", &[("unresolved-reference", "m", "n")]);
        check("m = { n }\nn =\n    .a = A\n", &[("unresolved-reference", "m", "n")]);
        check("m = { n }\n\nn =\n", &[("unresolved-reference", "m", "n")]);
        check("m = { -t.b ->\n   *[a] x\n}\n-t = T\n", &[("unresolved-reference", "m", "t")]);
    }

    #[test]
    fn circles() {
        check("a = { a }\n", &[("reference-cycle", "a", "a")]);
        check("a = { b }\nb = { -c }\n-c = { a }\n", &[("reference-cycle", "-c", "a")]);
        check("a = { b } { b }\nb = { c }\nc = C\n", &[]);
        // An attribute may repeat the text of its own message.
        check("a = A\n    .title = { a }\n", &[]);
        check("a = { a.title }\n    .title = { a }\n", &[("reference-cycle", "a", "a")]);
    }

    #[test]
    fn what_is_not_translated_yet_is_a_warning() {
        let (source, _) = Resource::parse("-t = T\nm = { -t }\n");
        let (target, _) = Resource::parse("m = { -t } { -u }\n");
        let findings = Scope::new([&target]).unresolved(&target, Some(&Scope::new([&source])));
        let severities: Vec<_> = findings.iter().map(|finding| finding.severity.name()).collect();
        assert_eq!(severities, ["warning", "error"]);
    }

    #[test]
    fn a_long_chain_takes_no_stack_and_no_time() {
        let text: String = (0..50_000).map(|n| format!("m{n} = {{ m{} }}\n", n + 1)).collect();
        let (resource, _) = Resource::parse(format!("{text}m50000 = {{ m0 }}\n"));
        assert_eq!(Scope::new([&resource]).circles().len(), 1);
    }
}
