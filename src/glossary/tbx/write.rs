//! TBX out.

use quick_xml::escape::escape;

use super::categories::{PARTS_OF_SPEECH, PRIVATE, TYPES, private, status_name};
use crate::glossary::model::{Concept, Glossary, Term, TermType};

/// The version of TBX, and where the names of its data categories stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TbxStyle {
    /// Version 2 (2008), which most programs read.
    V2,
    /// Version 3 (2019), data categories as attributes.
    V3Attributes,
    /// Version 3 (2019), data categories as elements.
    V3Elements,
}

/// Writes a glossary as TBX-Basic; [`read_tbx`](super::read_tbx) reads the same terms from it.
///
/// ```
/// use yakugo::glossary::{Glossary, TbxStyle, read_tbx, write_tbx};
/// let mut glossary = Glossary::default();
/// glossary.read("a.csv", "concept,locale,term,status,forms\nexosome,en,exosome,preferred,exosome's\n");
/// let text = write_tbx(&glossary, TbxStyle::V3Elements);
/// assert!(text.contains("<term>exosome</term>"));
/// assert_eq!(read_tbx("a.tbx", &text).0[0].forms, ["exosome's"]);
/// ```
pub fn write_tbx(glossary: &Glossary, style: TbxStyle) -> String {
    let mut writer = Writer { style, out: String::new(), depth: 0 };
    writer.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (root, header) = match style {
        TbxStyle::V2 => ("martif type=\"TBX-Basic\" xml:lang=\"en\"", "martifHeader"),
        TbxStyle::V3Attributes => (
            "tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\"",
            "tbxHeader",
        ),
        TbxStyle::V3Elements => (
            "tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\" \
             xmlns:min=\"http://www.tbxinfo.net/ns/min\" xmlns:basic=\"http://www.tbxinfo.net/ns/basic\" \
             xmlns:yakugo=\"urn:yakugo:tbx\"",
            "tbxHeader",
        ),
    };
    writer.within(root, |writer| {
        writer.within(header, |writer| {
            writer.within("fileDesc", |writer| {
                writer.within("sourceDesc", |writer| writer.leaf("p", "A glossary written by yakugo."));
            });
            if style == TbxStyle::V2 {
                writer
                    .within("encodingDesc", |writer| writer.leaf("p type=\"XCSURI\"", "TBXBasicXCSV02.xcs"));
            }
        });
        writer.within("text", |writer| {
            writer.within("body", |writer| {
                for concept in glossary.concepts_of("") {
                    writer.concept(&concept);
                }
            });
        });
    });
    writer.out
}

struct Writer {
    style: TbxStyle,
    out: String,
    depth: usize,
}

impl Writer {
    fn concept(&mut self, concept: &Concept<'_>) {
        let entry = self.named("termEntry", "conceptEntry");
        let id = escape(concept.id);
        self.within(&format!("{entry} id=\"{id}\""), |writer| {
            let domain = concept.terms.first().map_or("", |term| &term.domain);
            writer.category("descrip", "min", "subjectField", domain);
            for terms in concept.terms.chunk_by(|one, other| one.locale == other.locale) {
                writer.language(terms, domain);
            }
        });
    }

    fn language(&mut self, terms: &[&Term], domain: &str) {
        let Some(first) = terms.first() else { return };
        let section = self.named("langSet", "langSec");
        self.within(&format!("{section} xml:lang=\"{}\"", escape(&first.locale)), |writer| {
            writer.category("descrip", "basic", "definition", &first.definition);
            let tag = writer.named("tig", "termSec");
            for (number, term) in terms.iter().enumerate() {
                writer.within(tag, |writer| writer.term(term, number > 0, domain));
            }
        });
    }

    /// `own_definition`: whether the definition stands here and not with the language.
    fn term(&mut self, term: &Term, own_definition: bool, domain: &str) {
        self.leaf("term", &term.text);
        if PARTS_OF_SPEECH.contains(&term.part_of_speech.as_str()) {
            self.category("termNote", "min", "partOfSpeech", &term.part_of_speech);
        }
        self.category("termNote", "min", "administrativeStatus", status_name(term.status));
        if term.kind != TermType::Full {
            let kind = TYPES.iter().find(|(kind, _)| *kind == term.kind).map_or("", |(_, name)| name);
            self.category("termNote", "basic", "termType", kind);
        }
        for example in &term.yes {
            self.category("descrip", "basic", "context", example);
        }
        self.category("admin", "basic", "source", &term.source);
        for (column, value) in private(term) {
            self.private(column, &value);
        }
        if own_definition {
            self.private("definition", &term.definition);
        }
        if term.domain != domain {
            self.private("domain", &term.domain);
        }
        if !term.note.is_empty() {
            self.leaf("note", &term.note);
        }
    }

    fn private(&mut self, column: &str, value: &str) {
        self.category("admin", "yakugo", &format!("{PRIVATE}{column}"), value);
    }

    /// A piece of information, if there is any, under the name of its data category.
    fn category(&mut self, element: &str, namespace: &str, category: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        if self.style == TbxStyle::V3Elements {
            self.leaf(&format!("{namespace}:{}", category.trim_start_matches(PRIVATE)), value);
        } else {
            self.leaf(&format!("{element} type=\"{category}\""), value);
        }
    }

    fn named(&self, v2: &'static str, v3: &'static str) -> &'static str {
        if self.style == TbxStyle::V2 { v2 } else { v3 }
    }

    fn within(&mut self, tag: &str, inside: impl FnOnce(&mut Self)) {
        self.line(&format!("<{tag}>"));
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        self.line(&format!("</{}>", name(tag)));
    }

    fn leaf(&mut self, tag: &str, text: &str) {
        // XML 1.0 has no way to write most control characters.
        let text: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        self.line(&format!("<{tag}>{}</{}>", escape(&text), name(tag)));
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(&"  ".repeat(self.depth));
        self.out.push_str(text);
        self.out.push('\n');
    }
}

fn name(tag: &str) -> &str {
    tag.split(' ').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Place;
    use crate::glossary::read_tbx;

    const EVERYTHING: &str = "concept,locale,term,status,type,part_of_speech,case,match,dnt,forms,yes,no,reason,domain,definition,note,source\n\
        vegf,ja,血管内皮増殖因子,preferred,full,noun,auto,auto,,,増殖因子<a> & 'b'。,,,oncology,A factor.,Long form.,WHO\n\
        vegf,ja,VEGF,admitted,abbreviation,noun,exact,exact,yes,VEGFs | V.E.G.F.,VEGFである。 | VEGF。,VEGFR,,oncology,Short.,,\n\
        vegf,en,Ca²⁺,draft,symbol,particle,fold,auto,,,,,,other,,,\n\
        exosome,en,little bubble,forbidden,variant,noun,auto,auto,,,,,childish,,,,\n\
        exosome,en,vesicle,deprecated,full,,auto,auto,,,,,too wide,,,,\n";

    #[test]
    fn nothing_is_lost_in_any_style() {
        let mut glossary = Glossary::default();
        assert_eq!(glossary.read("a.csv", EVERYTHING), []);
        for style in [TbxStyle::V2, TbxStyle::V3Attributes, TbxStyle::V3Elements] {
            let text = write_tbx(&glossary, style);
            let (terms, findings) = read_tbx("a.tbx", &text);
            assert_eq!(findings, [], "{text}");
            let placeless = |term: &Term| Term { place: Place::default(), ..term.clone() };
            let read: Vec<Term> = terms.iter().map(placeless).collect();
            let written: Vec<Term> = glossary.terms().iter().map(placeless).collect();
            assert_eq!(read, written, "{style:?}\n{text}");
        }
    }
}
