//! TBX in.

use std::collections::BTreeMap;

use super::categories::{PRIVATE, STATUSES, TYPES, set_private};
use super::element::{Element, for_each_element};
use crate::finding::{Finding, Place, Rule, Severity};
use crate::glossary::model::Term;
use crate::text::Span;

/// Something of a TBX file that does not come in.
pub const TBX: Rule = Rule {
    name: "glossary-tbx",
    severity: Severity::Warning,
    summary: "A part of a TBX file cannot be read, or has no column in a glossary file.",
};

/// Reads the terms of a TBX file, version 2 or 3, in the order of the file. What is not read is a finding: broken
/// XML (with what stands before it read), entities, and data categories that a glossary file has no column for.
///
/// Notes and definitions of a concept or a language stand with its first term. A term without a status is a draft:
/// nobody has judged it.
///
/// ```
/// let text = r#"<martif type="TBX-Basic"><text><body><termEntry id="cell"><langSet xml:lang="en">
///     <tig><term>cell</term><termNote type="partOfSpeech">noun</termNote></tig></langSet></termEntry></body></text></martif>"#;
/// let (terms, findings) = yakugo::glossary::read_tbx("a.tbx", text);
/// assert_eq!((terms[0].concept.as_str(), terms[0].locale.as_str(), terms[0].text.as_str()), ("cell", "en", "cell"));
/// assert!(findings.is_empty());
/// ```
pub fn read_tbx(path: &str, text: &str) -> (Vec<Term>, Vec<Finding>) {
    let mut reading = Reading { path, terms: Vec::new(), left_out: BTreeMap::new(), entries: 0 };
    let mut is_tbx = false;
    let note_root = |element: &Element| is_tbx |= matches!(element.name.as_str(), "martif" | "tbx");
    let result =
        for_each_element(text, &["termEntry", "conceptEntry"], note_root, |entry| reading.entry(&entry));
    let Reading { terms, left_out, .. } = reading;
    let mut findings: Vec<Finding> = left_out.into_values().map(|left_out| left_out.finding(path)).collect();
    let error = |message: String, at: usize| {
        let finding = Finding::new(&TBX, Span::empty(at.min(text.len())), message).at(path);
        Finding { severity: Severity::Error, ..finding }
    };
    match result {
        Err((why, at)) => findings.push(error(format!("this is not read: {why}"), at)),
        Ok(()) if !is_tbx => {
            findings.push(error("this is no TBX: the root is neither martif nor tbx".to_owned(), 0));
        }
        Ok(()) => {}
    }
    (terms, findings)
}

struct Reading<'a> {
    path: &'a str,
    terms: Vec<Term>,
    left_out: BTreeMap<String, LeftOut>,
    entries: usize,
}

/// A data category without a column: how often, where and with what it stands first.
struct LeftOut {
    category: String,
    count: usize,
    first: Span,
    value: String,
}

impl LeftOut {
    fn finding(self, path: &str) -> Finding {
        let Self { category, count, first, value } = self;
        let message = format!(
            "`{category}` has no column in a glossary file and is left out (here `{value}`, {count} times in all)"
        );
        Finding::new(&TBX, first, message).at(path)
    }
}

impl Reading<'_> {
    fn entry(&mut self, entry: &Element) {
        self.entries += 1;
        let id = entry.attribute("id").or_else(|| entry.attribute("xml:id")).map(str::to_owned);
        let concept = id.unwrap_or_else(|| format!("concept-{}", self.entries));
        let mut of_concept = Term { concept, ..Term::default() };
        let first = self.terms.len();
        for part in flat(entry) {
            match part.name.as_str() {
                "langSet" | "langSec" => self.language(part, &of_concept),
                _ => self.put(&mut of_concept, part),
            }
        }
        let Some(term) = self.terms.get_mut(first) else { return };
        for (slot, value) in [
            (&mut term.definition, of_concept.definition),
            (&mut term.note, of_concept.note),
            (&mut term.source, of_concept.source),
        ] {
            if slot.is_empty() {
                *slot = value;
            } else if !value.is_empty() {
                *slot = format!("{value} {slot}");
            }
        }
    }

    fn language(&mut self, section: &Element, of_concept: &Term) {
        let locale = section.attribute("xml:lang").unwrap_or("und").replace('_', "-");
        let mut of_language = Term {
            concept: of_concept.concept.clone(),
            domain: of_concept.domain.clone(),
            locale,
            ..Term::default()
        };
        let terms: Vec<&Element> = flat(section)
            .into_iter()
            .filter(|part| {
                let is_term = matches!(part.name.as_str(), "tig" | "ntig" | "termSec");
                if !is_term {
                    self.put(&mut of_language, part);
                }
                is_term
            })
            .collect();
        for element in terms {
            let mut term = of_language.clone();
            term.place = Place { path: self.path.to_owned(), span: element.span };
            for part in flat(element) {
                self.put(&mut term, part);
            }
            if !term.text.is_empty() {
                self.terms.push(term);
            }
            // What was said of the language stands with its first term.
            (of_language.definition, of_language.note, of_language.source) = <_>::default();
        }
    }

    /// One piece of information into its column.
    fn put(&mut self, term: &mut Term, part: &Element) {
        let value = one_line(&part.text);
        let category = part.category();
        if value.is_empty() {
            return;
        }
        let known = match category {
            "term" => {
                term.text.clone_from(&value);
                true
            }
            "subjectField" => append(&mut term.domain, &value),
            "definition" => append(&mut term.definition, &value),
            "note" => append(&mut term.note, &value),
            "source" => append(&mut term.source, &value),
            "partOfSpeech" => {
                term.part_of_speech.clone_from(&value);
                true
            }
            "context" => {
                term.yes.push(value.clone());
                true
            }
            "administrativeStatus" => named(&mut term.status, STATUSES, &value),
            "termType" => named(&mut term.kind, TYPES, &value),
            _ => {
                let private = category.strip_prefix(PRIVATE).unwrap_or(&part.name);
                set_private(term, private, &value)
            }
        };
        if !known {
            let left_out = LeftOut { category: category.to_owned(), count: 0, first: part.span, value };
            self.left_out.entry(category.to_owned()).or_insert(left_out).count += 1;
        }
    }
}

/// The parts of an element, those in groups (`descripGrp`, `termGrp` …) among them.
fn flat(element: &Element) -> Vec<&Element> {
    let mut parts = Vec::new();
    for child in &element.children {
        if child.name.ends_with("Grp") {
            parts.extend(flat(child));
        } else {
            parts.push(child);
        }
    }
    parts
}

fn append(slot: &mut String, value: &str) -> bool {
    if !slot.is_empty() {
        slot.push(' ');
    }
    slot.push_str(value);
    true
}

fn named<T: Copy>(slot: &mut T, names: &[(T, &str)], value: &str) -> bool {
    let found = names.iter().find(|(_, name)| *name == value);
    found.inspect(|(named, _)| *slot = *named).is_some()
}

/// XML may be indented within a text.
fn one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(terms: &[Term]) -> Vec<String> {
        terms
            .iter()
            .map(|term| format!("{} {} {} {}", term.concept, term.locale, term.text, term.status.name()))
            .collect()
    }

    #[test]
    fn files_of_other_programs() {
        let v2 = "<?xml version='1.0'?>\n<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n<martif type='TBX-Default'>\
            <martifHeader><fileDesc><sourceDesc><p>Some &amp; other</p></sourceDesc></fileDesc></martifHeader>\
            <text><body><termEntry id='c7'><descrip type='subjectField'>cells</descrip>\
            <descripGrp><descrip type='definition'>A\n   unit of life.</descrip><admin type='source'>own</admin></descripGrp>\
            <langSet xml:lang='en_GB'><ntig><termGrp><term>cell&#x21;</term><termNote type='termType'>acronym</termNote>\
            <termNote type='administrativeStatus'>supersededTerm-admn-sts</termNote>\
            <termNote type='grammaticalGender'>neuter</termNote></termGrp></ntig>\
            <tig><term><![CDATA[<cyte>]]></term></tig></langSet></termEntry></body></text></martif>";
        let (terms, findings) = read_tbx("a.tbx", v2);
        assert_eq!(words(&terms), ["c7 en-GB cell! deprecated", "c7 en-GB <cyte> draft"]);
        assert_eq!((terms[0].definition.as_str(), terms[0].source.as_str()), ("A unit of life.", "own"));
        assert!(terms.iter().all(|term| term.domain == "cells"));
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].message.contains("`grammaticalGender` has no column"), "{}", findings[0].message);
        assert!(findings[0].place.span.of(v2).starts_with("<termNote type='grammaticalGender'"));
        let v3 = "<tbx><text><body><conceptEntry><langSec xml:lang='ja'><termSec><term>細胞</term></termSec></langSec>\
            </conceptEntry></body></text></tbx>";
        assert_eq!(words(&read_tbx("a.tbx", v3).0), ["concept-1 ja 細胞 draft"], "no namespace, no id");
    }

    #[test]
    fn what_is_wrong_is_said_and_the_rest_is_read() {
        let entry =
            "<termEntry id='a'><langSet xml:lang='en'><tig><term>cell</term></tig></langSet></termEntry>";
        let check = |text: &str, terms: usize, expected: &str| {
            let (read, findings) = read_tbx("a.tbx", text);
            assert_eq!(read.len(), terms, "{text}");
            let said: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
            assert!(said.iter().any(|message| message.contains(expected)), "{said:?}");
        };
        check(&format!("<martif>{entry}"), 1, "ends before");
        check(&format!("<martif>{entry}<termEntry></langSet></martif>"), 1, "not read");
        check(&format!("<html>{entry}</html>"), 1, "neither martif nor tbx");
        check("", 0, "neither martif nor tbx");
        let laughs = "<!DOCTYPE martif [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
        check(
            &format!("{laughs}<martif>{}</martif>", entry.replace("cell", "&b;")),
            0,
            "DOCTYPE with definitions",
        );
        check(&format!("<martif>{}</martif>", entry.replace("cell", "&b;")), 0, "entity");
        check(&format!("<martif>{}", "<a>".repeat(100_000)), 0, "too deep");
    }
}
