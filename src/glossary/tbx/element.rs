//! XML as a tree of elements, one entry of a file at a time.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::text::Span;

/// Elements within each other; TBX needs eight.
const MAX_DEPTH: usize = 32;

/// An element with its text and its elements.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// The name without its namespace prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// The text of this element and of those within it, white space as it stands.
    pub(super) text: String,
    pub(super) children: Vec<Element>,
    pub(super) span: Span,
}

impl Element {
    /// An attribute by its name; the prefix of `xml:lang` and `xml:id` belongs to it.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// What the element is about: its `type` where the data category is an attribute (DCA), else its name (DCT).
    pub(super) fn category(&self) -> &str {
        let by_attribute = matches!(
            self.name.as_str(),
            "descrip"
                | "admin"
                | "termNote"
                | "xref"
                | "ref"
                | "transac"
                | "transacNote"
                | "adminNote"
                | "descripNote"
        );
        self.attribute("type").filter(|_| by_attribute).unwrap_or(&self.name)
    }
}

/// Reads the elements called `wanted`, each with all that is in it, and hands them over one after the other; `other`
/// gets the opening tags outside of them. Documents that define entities are refused.
pub(super) fn for_each_element(
    text: &str,
    wanted: &[&str],
    mut other: impl FnMut(&Element),
    mut found: impl FnMut(Element),
) -> Result<(), (String, usize)> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<Element> = Vec::new();
    let mut depth = 0_usize;
    loop {
        let before = offset(reader.buffer_position());
        let event =
            reader.read_event().map_err(|error| (error.to_string(), offset(reader.error_position())))?;
        let fail = |message: &str| Err((message.to_owned(), before));
        match event {
            Event::Start(tag) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return fail("elements lie too deep within each other");
                }
                let element =
                    element(&tag, before).ok_or_else(|| ("a broken attribute".to_owned(), before))?;
                if open.is_empty() && !wanted.contains(&element.name.as_str()) {
                    other(&element);
                } else {
                    open.push(element);
                }
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if let Some(mut element) = open.pop() {
                    element.span.end = offset(reader.buffer_position());
                    match open.last_mut() {
                        Some(parent) => {
                            parent.text.push_str(&element.text);
                            parent.children.push(element);
                        }
                        None => found(element),
                    }
                }
            }
            Event::Text(piece) => add(&mut open, &piece),
            Event::CData(piece) => add(&mut open, &piece),
            Event::GeneralRef(reference) => match resolved(&reference) {
                Some(text) => add(&mut open, &text),
                None => return fail("an entity that is none of XML's own: write the character itself"),
            },
            Event::DocType(declaration) if declaration.contains('[') => {
                return fail("a DOCTYPE with definitions of its own, which are never read: take it out");
            }
            // The name of a DTD is no harm: it is never fetched.
            Event::DocType(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Empty(_) => {}
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return fail("the file ends before its elements are closed"),
        }
    }
}

fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

fn element(tag: &BytesStart<'_>, start: usize) -> Option<Element> {
    let name = tag.local_name().as_ref().to_owned();
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.ok()?;
        let key = attribute.key.as_ref().to_owned();
        let value = quick_xml::escape::unescape(&attribute.value).ok()?.into_owned();
        attributes.push((key, value));
    }
    Some(Element { name, attributes, span: Span::empty(start), ..Element::default() })
}

/// The character of a reference such as `&amp;` or `&#233;`; none of entities that a document defines.
pub(crate) fn resolved(reference: &BytesRef<'_>) -> Option<String> {
    if let Some(character) = reference.resolve_char_ref().ok()? {
        return Some(character.to_string());
    }
    quick_xml::escape::resolve_xml_entity(reference).map(str::to_owned)
}

fn add(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}
