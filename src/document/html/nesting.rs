//! Elements inside of elements.

use super::elements::Element;

/// The open elements, each with something to remember. Knows without looking through them whether one is open, so that
/// depth costs no time.
#[derive(Debug)]
pub(super) struct Nesting<T> {
    open: Vec<(Element, T)>,
    /// How often each element is open; empty before the first.
    counts: Vec<u32>,
}

impl<T> Default for Nesting<T> {
    fn default() -> Self {
        Self { open: Vec::new(), counts: Vec::new() }
    }
}

impl<T> Nesting<T> {
    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// The innermost element.
    pub(super) fn last(&self) -> Option<&(Element, T)> {
        self.open.last()
    }

    pub(super) fn last_mut(&mut self) -> Option<&mut T> {
        self.open.last_mut().map(|(_, it)| it)
    }

    /// The open elements, outermost first.
    pub(super) fn as_slice(&self) -> &[(Element, T)] {
        &self.open
    }

    pub(super) fn push(&mut self, element: Element, it: T) {
        if self.counts.is_empty() {
            self.counts.resize(Element::COUNT, 0);
        }
        self.counts[element.index()] += 1;
        self.open.push((element, it));
    }

    pub(super) fn pop(&mut self) -> Option<(Element, T)> {
        let (element, it) = self.open.pop()?;
        self.counts[element.index()] -= 1;
        Some((element, it))
    }

    /// Ends the innermost element of this name with all that is open in it; nothing where none is open.
    pub(super) fn close(&mut self, element: Element) -> Option<T> {
        if self.counts.get(element.index()).is_none_or(|count| *count == 0) {
            return None;
        }
        loop {
            let (closed, it) = self.pop()?;
            if closed == element {
                return Some(it);
            }
        }
    }

    /// Keeps the outermost elements only.
    pub(super) fn truncate(&mut self, length: usize) {
        while self.open.len() > length {
            self.pop();
        }
    }
}
