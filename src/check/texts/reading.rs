//! The readings of a Fluent value: what a reader may see of it, one for every variant.

use crate::fluent::{Element, Expression, Inline, Pattern, Placeable, Variant};
use crate::text::Span;

/// What stands for a placeable: nobody knows its text before the program runs.
pub(super) const OPAQUE: char = '\u{FFFC}';

/// No value is read in more ways; what stands in them all was seen by then.
const MOST: usize = 50;

/// One way to read a value.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// The keys of the variants that were chosen, outermost first.
    pub(super) keys: Vec<String>,
    /// The text, with [`OPAQUE`] for what the program fills in.
    pub(super) text: String,
    /// Where pieces of the text stand: the first byte in it, and the bytes of the file.
    pieces: Vec<(usize, Span)>,
}

impl Reading {
    /// A text that stands in no Fluent file.
    pub(super) fn of_text(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// The bytes of the file that hold these bytes of the text, and whether they are the same bytes.
    pub(super) fn place(&self, span: Span) -> Option<(Span, bool)> {
        let piece = |at: usize| {
            let number = self.pieces.partition_point(|(start, _)| *start <= at).checked_sub(1)?;
            let (start, place) = self.pieces.get(number)?;
            (at - start < place.len()).then_some((number, place.start + at - start))
        };
        let (first, start) = piece(span.start)?;
        let (last, end) = piece(span.end.checked_sub(1)?)?;
        Some((Span::new(start, end + 1), first == last))
    }

    fn append(&mut self, other: &Self) {
        let by = self.text.len();
        self.keys.extend(other.keys.iter().cloned());
        self.pieces.extend(other.pieces.iter().map(|(start, place)| (start + by, *place)));
        self.text.push_str(&other.text);
    }

    fn push(&mut self, piece: &str, place: Option<Span>) {
        if let Some(place) = place {
            self.pieces.push((self.text.len(), place));
        }
        self.text.push_str(piece);
    }
}

/// The readings of a value. Of several selections one at a time is varied, the others stand at their defaults.
pub(super) fn readings(pattern: &Pattern, file: &str) -> Vec<Reading> {
    let mut readings = vec![Reading::default()];
    for element in &pattern.elements {
        match element {
            Element::Text(span) => {
                readings.iter_mut().for_each(|reading| reading.push(span.of(file), Some(*span)));
            }
            Element::Placeable(placeable) => add(&mut readings, placeable, file),
        }
    }
    readings
}

fn add(readings: &mut Vec<Reading>, placeable: &Placeable, file: &str) {
    match &placeable.expression {
        Expression::Inline(Inline::Nested(inner)) => add(readings, inner, file),
        Expression::Inline(Inline::Literal(span)) => {
            let text = span.of(file);
            // An escape is one character to its reader, and none that a rule knows.
            let is_plain = !text.contains('\\');
            let opaque = OPAQUE.to_string();
            let piece = if is_plain { text } else { &opaque };
            readings.iter_mut().for_each(|reading| reading.push(piece, is_plain.then_some(*span)));
        }
        Expression::Inline(_) => {
            let opaque = OPAQUE.to_string();
            readings.iter_mut().for_each(|reading| reading.push(&opaque, None));
        }
        Expression::Select { variants, .. } => {
            let Some(head) = readings.first().cloned() else { return };
            let of_variant = |variant: &Variant| {
                let key = (!variant.default).then(|| variant.key.of(file).to_owned());
                self::readings(&variant.value, file).into_iter().map(move |mut reading| {
                    reading.keys.splice(0..0, key.clone());
                    reading
                })
            };
            let (default, others): (Vec<_>, Vec<_>) = variants.iter().partition(|variant| variant.default);
            let mut all = default.into_iter().chain(others).flat_map(of_variant);
            if let Some(usual) = all.next() {
                readings.iter_mut().for_each(|reading| reading.append(&usual));
            }
            let room = MOST.saturating_sub(readings.len());
            readings.extend(all.take(room).map(|other| {
                let mut varied = head.clone();
                varied.append(&other);
                varied
            }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fluent::Resource;

    #[test]
    fn every_variant_is_read_once() {
        let check = |value: &str, expected: &[&str]| {
            let file = format!("a = {value}\n");
            let (resource, _) = Resource::parse(&file);
            let message = resource.message("a").unwrap();
            let found = readings(message.value.as_ref().unwrap(), resource.text());
            assert_eq!(found.iter().map(|reading| reading.text.as_str()).collect::<Vec<_>>(), expected);
        };
        check("Take { $n } mg{\" \"}", &["Take \u{FFFC} mg "]);
        check("{ $n ->\n [one] a dose\n *[other] doses\n } now", &["doses now", "a dose now"]);
        check("{ $n ->\n *[a] x { $m ->\n [b] y\n *[c] z\n }\n }", &["x z", "x y"]);
    }

    #[test]
    fn pieces_stand_where_the_file_has_them() {
        let file = "a =\n    one\n    { $n } two\n";
        let (resource, _) = Resource::parse(file);
        let message = resource.message("a").unwrap();
        let reading = &readings(message.value.as_ref().unwrap(), file)[0];
        let place = |piece: &str| {
            let at = reading.text.find(piece).unwrap();
            reading.place(Span::new(at, at + piece.len())).map(|(span, same)| (span.of(file), same))
        };
        assert_eq!(place("two"), Some(("two", true)));
        assert_eq!(place("ne\n"), Some(("ne\n", true)));
        assert_eq!(place("one\n\u{FFFC} two"), Some(("one\n    { $n } two", false)));
        assert_eq!(place("\u{FFFC}"), None);
    }
}
