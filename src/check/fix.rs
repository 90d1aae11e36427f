//! Fixes made: byte edits of a file, given out only where everything else in it stays what it was.

use crate::document::{self, Format, Options};
use crate::finding::{Edit, Fix};
use crate::fluent::{Edits, Resource};

/// A file with fixes in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// How many fixes are in it.
    pub made: usize,
}

/// Makes fixes in a Fluent file: every entry that no edit touches keeps its bytes, nothing becomes unreadable. Of fixes
/// that overlap the first is made; one that would change more than it says is left out. `None` if none can be made.
///
/// ```
/// use yakugo::{check::fix_fluent, finding::{Edit, Fix}, text::Span};
/// let fix = |start, end, text: &str| Fix {
///     safe: true,
///     edits: vec![Edit { span: Span::new(start, end), text: text.to_owned() }],
/// };
/// let fixed = fix_fluent("a = x \u{200B}y\nb = z\n", &[&fix(6, 9, ""), &fix(14, 15, "{")]).unwrap();
/// assert_eq!((fixed.text.as_str(), fixed.made), ("a = x y\nb = z\n", 1));
/// ```
pub fn fix_fluent(text: &str, fixes: &[&Fix]) -> Option<Fixed> {
    let (resource, _) = Resource::parse(text);
    made(fixes, |edits| {
        let mut all = Edits::new(&resource);
        edits.iter().for_each(|edit| all.replace(edit.span, &edit.text));
        all.apply().ok().map(|fixed| fixed.text().to_owned())
    })
}

/// Makes fixes in an article: it has the same segments afterwards, and those that no edit touches have the same text.
pub fn fix_article(format: Format, options: &Options, text: &str, fixes: &[&Fix]) -> Option<Fixed> {
    let before = document::extract(format, text, options);
    made(fixes, |edits| {
        let fixed = spliced(text, edits)?;
        let after = document::extract(format, &fixed, options);
        let same_number = before.segments.len() == after.segments.len();
        let is_kept = before.segments.iter().zip(&after.segments).all(|(old, new)| {
            let touched =
                edits.iter().any(|edit| edit.span.start <= old.span.end && old.span.start <= edit.span.end);
            old.kind == new.kind && old.pinned == new.pinned && (touched || old.text == new.text)
        });
        (same_number && is_kept).then_some(fixed)
    })
}

/// All fixes that do not overlap at once; if that is refused, those that are not refused alone.
fn made(fixes: &[&Fix], make: impl Fn(&[&Edit]) -> Option<String>) -> Option<Fixed> {
    let edits = |fixes: &[&Fix]| -> Option<String> {
        make(&fixes.iter().flat_map(|fix| &fix.edits).collect::<Vec<_>>())
    };
    let mut chosen = apart(fixes);
    let text = edits(&chosen).or_else(|| {
        chosen.retain(|fix| edits(&[fix]).is_some());
        edits(&chosen)
    })?;
    (!chosen.is_empty()).then_some(Fixed { text, made: chosen.len() })
}

/// The fixes that can be made together, in the order of the file.
fn apart<'a>(fixes: &[&'a Fix]) -> Vec<&'a Fix> {
    let mut ordered: Vec<&Fix> = fixes.iter().copied().filter(|fix| !fix.edits.is_empty()).collect();
    ordered.sort_by_key(|fix| fix.edits.first().map(|edit| edit.span));
    let mut end = None;
    ordered.retain(|fix| {
        let start = fix.edits.iter().map(|edit| edit.span.start).min();
        let is_free = end.is_none() || start > end;
        if is_free {
            end = fix.edits.iter().map(|edit| edit.span.end).max();
        }
        is_free
    });
    ordered
}

fn spliced(text: &str, edits: &[&Edit]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.span.start)?);
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn fix(edits: &[(usize, usize, &str)]) -> Fix {
        let edit = |&(start, end, text): &(usize, usize, &str)| Edit {
            span: Span::new(start, end),
            text: text.to_owned(),
        };
        Fix { safe: true, edits: edits.iter().map(edit).collect() }
    }

    #[test]
    fn fixes_of_an_article_leave_every_other_text_alone() {
        let check = |fixes: &[Fix], expected: Option<(&str, usize)>| {
            let fixes: Vec<&Fix> = fixes.iter().collect();
            let fixed = fix_article(Format::Markdown, &Options::default(), "one two\n\nthree\n", &fixes);
            assert_eq!(fixed.as_ref().map(|fixed| (fixed.text.as_str(), fixed.made)), expected, "{fixes:?}");
        };
        check(&[fix(&[(3, 4, "  ")])], Some(("one  two\n\nthree\n", 1)));
        // Two edits of one fix; two fixes that overlap; one that would join two texts.
        check(&[fix(&[(0, 1, "O"), (9, 10, "T")])], Some(("One two\n\nThree\n", 1)));
        check(&[fix(&[(0, 3, "1")]), fix(&[(2, 5, "x")])], Some(("1 two\n\nthree\n", 1)));
        check(&[fix(&[(7, 9, " ")]), fix(&[(0, 3, "1")])], Some(("1 two\n\nthree\n", 1)));
        check(&[fix(&[(7, 9, " ")])], None);
        check(&[fix(&[(3, 99, "")])], None);
        check(&[], None);
    }
}
