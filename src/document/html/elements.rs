//! The elements of HTML: which ones begin blocks, what their text is, and which of their attributes are read.

use super::super::Kind;
use super::tokens::{Attribute, Name, Tag};

/// An element by its name; all names that HTML does not have are one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Element(u8);

/// What an element means for the text around and inside of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Part of running text.
    Inline,
    /// Part of running text, never with content.
    Void,
    /// `br`.
    Break,
    /// Part of running text whose words are no prose.
    Code,
    /// Part of running text, but a text of its own where nothing stands beside it.
    Control,
    /// Part of running text whose content is no HTML.
    Graphic,
    /// Parts the text around it; says nothing of the text inside.
    Block,
    /// Parts the text around it and says what the text inside is.
    Text(Kind),
    Heading(u8),
    /// Parts the text around it, never with content.
    BlockVoid,
    /// Parts the text around it; its content is never read.
    Raw,
}

impl Role {
    /// Whether the text before the element and the text in it are apart.
    pub(super) fn is_boundary(self) -> bool {
        matches!(self, Self::Block | Self::Text(_) | Self::Heading(_) | Self::BlockVoid | Self::Raw)
    }

    /// Whether the element never has content.
    pub(super) fn is_void(self) -> bool {
        matches!(self, Self::Void | Self::Break | Self::BlockVoid)
    }

    /// Whether nothing in the element is read as HTML.
    pub(super) fn is_raw(self) -> bool {
        matches!(self, Self::Raw | Self::Graphic)
    }
}

impl Element {
    /// How many elements there are.
    pub(super) const COUNT: usize = ELEMENTS.len() + 1;
    pub(super) const BR: Self = Self::known("br");
    pub(super) const DESC: Self = Self::known("desc");
    pub(super) const HTML: Self = Self::known("html");
    pub(super) const BODY: Self = Self::known("body");
    pub(super) const TEXT: Self = Self::known("text");
    pub(super) const TITLE: Self = Self::known("title");

    /// The element of this name in lower case.
    pub(super) fn of(name: &[u8]) -> Self {
        let found = ELEMENTS.binary_search_by(|(known, _)| known.as_bytes().cmp(name));
        Self(found.ok().and_then(|at| u8::try_from(at + 1).ok()).unwrap_or_default())
    }

    const fn known(name: &str) -> Self {
        let mut at = 0;
        while at < ELEMENTS.len() {
            if same(ELEMENTS[at].0.as_bytes(), name.as_bytes()) {
                #[allow(clippy::cast_possible_truncation, reason = "there are fewer than 255 elements")]
                return Self(at as u8 + 1);
            }
            at += 1;
        }
        panic!("no such element")
    }

    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The name; empty for one that HTML does not have.
    pub(super) fn name(self) -> &'static str {
        self.index().checked_sub(1).and_then(|at| ELEMENTS.get(at)).map_or("", |(name, _)| name)
    }

    pub(super) fn role(self) -> Role {
        self.index().checked_sub(1).and_then(|at| ELEMENTS.get(at)).map_or(Role::Inline, |(_, role)| *role)
    }

    /// Whether the element ends where this one begins though no end tag says so (HTML 13.1.2.4, optional tags).
    pub(super) fn ends_before(self, next: Self) -> bool {
        let next_name = next.name();
        match self.name() {
            "p" => {
                matches!(next.role(), Role::Block | Role::Text(_) | Role::Heading(_))
                    || matches!(next_name, "hr" | "listing" | "plaintext" | "pre" | "xmp")
            }
            "li" => next_name == "li",
            "dt" | "dd" => matches!(next_name, "dt" | "dd"),
            "td" | "th" => matches!(next_name, "td" | "th" | "tr" | "tbody" | "thead" | "tfoot"),
            "tr" => matches!(next_name, "tr" | "tbody" | "thead" | "tfoot"),
            "thead" | "tbody" | "tfoot" | "caption" | "colgroup" => {
                matches!(next_name, "tbody" | "thead" | "tfoot")
            }
            "option" => matches!(next_name, "option" | "optgroup"),
            "optgroup" => next_name == "optgroup",
            "head" => next_name == "body",
            _ => false,
        }
    }
}

const fn same(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let mut at = 0;
    while at < left.len() {
        if left[at] != right[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// The text that an attribute holds for readers, and what it is: the attributes that HTML (3.2.6.3, the `translate`
/// attribute) and WAI-ARIA (translatable states and properties) name, and the descriptions of the page.
pub(super) fn text_of<'t>(tag: &'t Tag<'_>) -> impl Iterator<Item = (Kind, &'t Attribute)> {
    let element = tag.element.name();
    let kind = move |name: Name| {
        Some(match name {
            Name::Alt => Kind::Alt,
            Name::Title | Name::Placeholder | Name::Aria => Kind::Attribute,
            Name::Label if matches!(element, "optgroup" | "option" | "track") => Kind::Attribute,
            Name::Abbr if matches!(element, "td" | "th") => Kind::Attribute,
            Name::Value if element == "input" && is_button(tag) => Kind::Attribute,
            Name::Content if element == "meta" && is_description(tag) => Kind::Meta,
            _ => return None,
        })
    };
    tag.attributes
        .iter()
        .filter(|attribute| attribute.has_words)
        .filter_map(move |attribute| Some((kind(attribute.name)?, attribute)))
}

fn is_button(tag: &Tag<'_>) -> bool {
    let kind = tag.value(Name::Type).unwrap_or_default();
    ["button", "submit", "reset"].iter().any(|button| kind.eq_ignore_ascii_case(button))
}

fn is_description(tag: &Tag<'_>) -> bool {
    let name = [Name::Name, Name::Property, Name::Itemprop].into_iter().find_map(|name| tag.value(name));
    name.is_some_and(|name| DESCRIPTIONS.iter().any(|known| name.eq_ignore_ascii_case(known)))
}

/// The names of metadata in words: of HTML, Open Graph, Twitter cards, Dublin Core and schema.org.
const DESCRIPTIONS: [&str; 22] = [
    "abstract",
    "alternativeheadline",
    "apple-mobile-web-app-title",
    "application-name",
    "dc.description",
    "dc.subject",
    "dc.title",
    "dcterms.description",
    "dcterms.subject",
    "dcterms.title",
    "description",
    "headline",
    "keywords",
    "og:audio:alt",
    "og:description",
    "og:image:alt",
    "og:site_name",
    "og:title",
    "og:video:alt",
    "twitter:description",
    "twitter:image:alt",
    "twitter:title",
];

/// In the order of their names.
const ELEMENTS: [(&str, Role); 130] = [
    ("a", Role::Inline),
    ("abbr", Role::Inline),
    ("acronym", Role::Inline),
    ("address", Role::Block),
    ("area", Role::Void),
    ("article", Role::Block),
    ("aside", Role::Block),
    ("audio", Role::Block),
    ("b", Role::Inline),
    ("base", Role::BlockVoid),
    ("bdi", Role::Inline),
    ("bdo", Role::Inline),
    ("big", Role::Inline),
    ("blockquote", Role::Text(Kind::Quote)),
    ("body", Role::Block),
    ("br", Role::Break),
    ("button", Role::Control),
    ("canvas", Role::Raw),
    ("caption", Role::Text(Kind::Caption)),
    ("center", Role::Block),
    ("cite", Role::Inline),
    ("code", Role::Code),
    ("col", Role::BlockVoid),
    ("colgroup", Role::Block),
    ("data", Role::Inline),
    ("datalist", Role::Block),
    ("dd", Role::Text(Kind::Definition)),
    ("del", Role::Inline),
    ("desc", Role::Inline),
    ("details", Role::Block),
    ("dfn", Role::Inline),
    ("dialog", Role::Block),
    ("dir", Role::Block),
    ("div", Role::Block),
    ("dl", Role::Block),
    ("dt", Role::Text(Kind::Term)),
    ("em", Role::Inline),
    ("embed", Role::Void),
    ("fieldset", Role::Block),
    ("figcaption", Role::Text(Kind::Caption)),
    ("figure", Role::Block),
    ("font", Role::Inline),
    ("footer", Role::Block),
    ("form", Role::Block),
    ("frame", Role::BlockVoid),
    ("frameset", Role::Block),
    ("h1", Role::Heading(1)),
    ("h2", Role::Heading(2)),
    ("h3", Role::Heading(3)),
    ("h4", Role::Heading(4)),
    ("h5", Role::Heading(5)),
    ("h6", Role::Heading(6)),
    ("head", Role::Block),
    ("header", Role::Block),
    ("hgroup", Role::Block),
    ("hr", Role::BlockVoid),
    ("html", Role::Block),
    ("i", Role::Inline),
    ("iframe", Role::Raw),
    ("img", Role::Void),
    ("input", Role::Void),
    ("ins", Role::Inline),
    ("kbd", Role::Code),
    ("label", Role::Control),
    ("legend", Role::Text(Kind::Caption)),
    ("li", Role::Text(Kind::Item)),
    ("link", Role::BlockVoid),
    ("listing", Role::Raw),
    ("main", Role::Block),
    ("map", Role::Inline),
    ("mark", Role::Inline),
    ("math", Role::Graphic),
    ("menu", Role::Block),
    ("meta", Role::BlockVoid),
    ("meter", Role::Inline),
    ("nav", Role::Block),
    ("noembed", Role::Raw),
    ("noframes", Role::Raw),
    ("noscript", Role::Block),
    ("object", Role::Block),
    ("ol", Role::Block),
    ("optgroup", Role::Block),
    ("option", Role::Block),
    ("output", Role::Inline),
    ("p", Role::Block),
    ("param", Role::BlockVoid),
    ("picture", Role::Inline),
    ("plaintext", Role::Raw),
    ("pre", Role::Raw),
    ("progress", Role::Inline),
    ("q", Role::Inline),
    ("rb", Role::Inline),
    ("rp", Role::Inline),
    ("rt", Role::Inline),
    ("rtc", Role::Inline),
    ("ruby", Role::Inline),
    ("s", Role::Inline),
    ("samp", Role::Code),
    ("script", Role::Raw),
    ("search", Role::Block),
    ("section", Role::Block),
    ("select", Role::Block),
    ("slot", Role::Inline),
    ("small", Role::Inline),
    ("source", Role::Void),
    ("span", Role::Inline),
    ("strong", Role::Inline),
    ("style", Role::Raw),
    ("sub", Role::Inline),
    ("summary", Role::Text(Kind::Summary)),
    ("sup", Role::Inline),
    ("svg", Role::Graphic),
    ("table", Role::Block),
    ("tbody", Role::Block),
    ("td", Role::Text(Kind::Cell)),
    ("template", Role::Raw),
    ("text", Role::Inline),
    ("textarea", Role::Raw),
    ("tfoot", Role::Block),
    ("th", Role::Text(Kind::Cell)),
    ("thead", Role::Block),
    ("title", Role::Text(Kind::Title)),
    ("tr", Role::Block),
    ("track", Role::Void),
    ("u", Role::Inline),
    ("ul", Role::Block),
    ("var", Role::Code),
    ("video", Role::Block),
    ("wbr", Role::Void),
    ("xmp", Role::Raw),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(ELEMENTS.is_sorted_by(|(left, _), (right, _)| left < right));
        assert!(DESCRIPTIONS.is_sorted());
    }

    #[test]
    fn elements_are_found_by_name() {
        assert_eq!(Element::of(b"td").role(), Role::Text(Kind::Cell));
        assert_eq!(Element::of(b"br"), Element::BR);
        assert_eq!((Element::of(b"my-card").role(), Element::of(b"my-card").name()), (Role::Inline, ""));
    }
}
