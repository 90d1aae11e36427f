//! Cells that hold more than one word: `X (Y)`, `X/Y`, `X # note`.

use crate::text::is_cjk;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell<'t> {
    /// The words; the first is the one that the cell is about.
    pub(super) words: Vec<&'t str>,
    /// What stood in brackets: another word for the same, its short form, or a remark. A person has to say which.
    pub(super) in_brackets: Option<&'t str>,
    /// A remark behind `#`.
    pub(super) note: Option<&'t str>,
}

/// Takes a cell apart. `ng/mL` and `and/or` stay whole: a slash parts words of three letters and more.
pub(super) fn split(cell: &str) -> Cell<'_> {
    let (words, note) = match cell.split_once(" #").or_else(|| cell.split_once("＃")) {
        Some((words, note)) => (words.trim(), Some(note.trim()).filter(|note| !note.is_empty())),
        None => (cell.trim(), None),
    };
    let (words, in_brackets) = bracketed(words);
    let parts: Vec<&str> = words.split(['/', '／', ';', '；', '、']).map(str::trim).collect();
    let words = if parts.iter().all(|part| is_word(part)) { parts } else { vec![words] };
    Cell { words, in_brackets, note }
}

/// `X (Y)` or `X（Y）` at the end of the cell.
fn bracketed(words: &str) -> (&str, Option<&str>) {
    for (open, close) in [('(', ')'), ('（', '）')] {
        let inside = words.strip_suffix(close).and_then(|words| words.rsplit_once(open));
        if let Some((before, inside)) = inside
            && !before.trim().is_empty()
            && !inside.trim().is_empty()
        {
            return (before.trim(), Some(inside.trim()));
        }
    }
    (words, None)
}

fn is_word(part: &str) -> bool {
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    letters >= if part.chars().any(is_cjk) { 2 } else { 3 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_taken_apart() {
        let check = |cell: &str, words: &[&str], in_brackets: Option<&str>, note: Option<&str>| {
            let expected = Cell { words: words.to_vec(), in_brackets, note };
            assert_eq!(split(cell), expected, "{cell}");
        };
        check("exosome", &["exosome"], None, None);
        check(
            " VEGF (vascular endothelial growth factor) ",
            &["VEGF"],
            Some("vascular endothelial growth factor"),
            None,
        );
        check("血管内皮増殖因子（VEGF）", &["血管内皮増殖因子"], Some("VEGF"), None);
        check("tumour/tumor # British first", &["tumour", "tumor"], None, Some("British first"));
        check("培養上清／培養上清液", &["培養上清", "培養上清液"], None, None);
        check("ng/mL", &["ng/mL"], None, None);
        check("and/or", &["and/or"], None, None);
        check("(R)-form", &["(R)-form"], None, None);
        check("()", &["()"], None, None);
    }
}
