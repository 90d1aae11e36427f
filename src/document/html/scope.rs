//! What holds at a place of a page by the elements around it: what its text is, and whether it is translated.

use super::super::Kind;
use super::elements::{Element, Role};
use super::nesting::Nesting;
use super::tokens::{Name, Tag, Token, walk};

/// What holds inside of an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each holds with every other, and each is inherited in its own way"
)]
pub(super) struct State {
    /// What text here is, and the level of a heading; nothing where no element says.
    pub(super) kind: Option<(Kind, Option<u8>)>,
    /// `translate="no"` or the class `notranslate`.
    stays: bool,
    /// `lang` names another language than the one that the documents are in.
    is_foreign: bool,
    /// The content is no HTML, or an author's comment says to skip it.
    pub(super) is_raw: bool,
    /// A whole block is not translated here, so that no running text goes on around it.
    pub(super) is_silent: bool,
    /// The nearest element that begins a block, by its place among the open ones.
    block: Option<usize>,
}

impl State {
    /// Whether text here is left as it is.
    pub(super) fn is_hidden(self) -> bool {
        self.stays || self.is_foreign || self.is_raw
    }

    /// Whether text here is left as it is because its element says so.
    pub(super) fn is_told_to_stay(self) -> bool {
        self.stays || self.is_foreign
    }
}

/// The open elements that matter for what is translated. Lasts over the fragments of a document.
#[derive(Debug, Default)]
pub(in super::super) struct Scope<'l> {
    /// The locale of the documents, where it is known.
    source: Option<&'l str>,
    open: Nesting<State>,
}

impl<'l> Scope<'l> {
    /// `source` is the locale of the documents; without it no `lang` is foreign.
    pub(in super::super) fn new(source: Option<&'l str>) -> Self {
        Self { source, open: Nesting::default() }
    }

    /// The locale of the documents, where it is known.
    pub(super) fn source(&self) -> Option<&'l str> {
        self.source
    }

    /// Whether text here is left as it is.
    pub(in super::super) fn is_hidden(&self) -> bool {
        self.state().is_hidden()
    }

    /// Takes one tag of running Markdown into account.
    pub(in super::super) fn read_tag(&mut self, tag: &str) {
        // Cheap, for almost no tag in running text says anything of language.
        if !self.open.is_empty() || tag.contains("translate") || tag.contains("lang") {
            walk(tag, false, |token| match token {
                Token::Start(tag) => {
                    self.start(&tag);
                }
                Token::End { element, .. } => self.end(element),
                _ => {}
            });
        }
    }

    pub(super) fn state(&self) -> State {
        self.open.last().map(|(_, state)| *state).unwrap_or_default()
    }

    /// The innermost element that is remembered.
    pub(super) fn element(&self) -> Option<Element> {
        self.open.last().map(|(element, _)| *element)
    }

    /// Goes into an element; gives what holds for its tag and in it.
    pub(super) fn start(&mut self, tag: &Tag<'_>) -> State {
        let role = tag.element.role();
        let is_block = role.is_boundary() && !self.state().is_raw;
        if is_block {
            self.end_before(tag.element);
        }
        let outer = self.state();
        let (translated, foreign) = (translate(tag), self.is_foreign(tag));
        let mut state = State {
            kind: kind_of(role).or(outer.kind),
            stays: translated.map_or(outer.stays, |translated| !translated),
            is_foreign: foreign.unwrap_or(outer.is_foreign),
            is_raw: outer.is_raw || role.is_raw(),
            is_silent: outer.is_silent,
            block: outer.block,
        };
        if is_block {
            state.is_silent = state.is_hidden();
            state.block = Some(self.open.as_slice().len());
        }
        // An inline element matters where it says something, and where its end could be taken for the end of such a
        // one.
        let says = translated.is_some() || foreign.is_some() || role.is_raw();
        let is_remembered =
            is_block || says || self.element().is_some_and(|outer| !outer.role().is_boundary());
        if is_remembered && !role.is_void() && !tag.is_self_closing {
            self.open.push(tag.element, state);
        }
        state
    }

    /// Goes out of an element, and out of what was left open in it.
    pub(super) fn end(&mut self, element: Element) {
        self.open.close(element);
    }

    /// Skips what is in the element that was begun last.
    pub(super) fn skip(&mut self) {
        if let Some(state) = self.open.last_mut() {
            *state = State { is_raw: true, is_silent: true, ..*state };
        }
    }

    /// Ends what cannot reach over a blank line of Markdown, so that a forgotten end tag hides one block only.
    pub(super) fn end_of_fragment(&mut self) {
        let raw = self.open.as_slice().iter().position(|(_, state)| state.is_raw);
        let kept = raw.unwrap_or(usize::MAX);
        self.open.truncate(kept);
        if !self.is_hidden() {
            self.open.truncate(0);
        }
    }

    /// Ends the elements that end where this one begins.
    fn end_before(&mut self, next: Element) {
        while let Some(at) = self.state().block
            && let Some((element, state)) = self.open.as_slice().get(at)
            && !state.is_raw
            && element.ends_before(next)
        {
            self.open.truncate(at);
        }
    }

    /// What `lang` says of the language; nothing where it says nothing, and for the page itself: a page in another
    /// language would have no text at all.
    fn is_foreign(&self, tag: &Tag<'_>) -> Option<bool> {
        let source = self.source?;
        if tag.element == Element::HTML {
            return None;
        }
        Some(is_other_language(language(tag)?, source))
    }
}

/// The language of an element as it says.
pub(super) fn language<'t>(tag: &'t Tag<'_>) -> Option<&'t str> {
    tag.value(Name::Lang).or_else(|| tag.value(Name::XmlLang))
}

/// Whether two language tags name different languages (RFC 5646, primary language subtag). A tag that names none does
/// not.
pub(super) fn is_other_language(tag: &str, source: &str) -> bool {
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase();
    let (tag, source) = (primary(tag), primary(source));
    !matches!(tag.as_str(), "" | "und" | "mul") && tag != source
}

/// `translate` (HTML 3.2.6.3), and the class that translation services honour.
fn translate(tag: &Tag<'_>) -> Option<bool> {
    let class = tag.value(Name::Class).unwrap_or_default();
    if class.split_ascii_whitespace().any(|class| class == "notranslate") {
        return Some(false);
    }
    let value = tag.value(Name::Translate)?;
    if value.eq_ignore_ascii_case("no") {
        return Some(false);
    }
    (value.is_empty() || value.eq_ignore_ascii_case("yes")).then_some(true)
}

fn kind_of(role: Role) -> Option<(Kind, Option<u8>)> {
    match role {
        Role::Text(kind) => Some((kind, None)),
        Role::Heading(level) => Some((Kind::Heading, Some(level))),
        _ => None,
    }
}
