//! Ids of article segments: minted once from content, then carried, never derived again.

use std::collections::HashSet;

use xxhash_rust::xxh3::Xxh3;

use crate::document::{Kind, Segment};

/// Letters that cannot be mistaken for one another when read aloud or typed: no `i l o 0 1 u`.
const LETTERS: &[u8; 30] = b"23456789abcdefghjkmnpqrstvwxyz";
const SHORTEST: usize = 6;
const LONGEST: usize = 12;

/// The letters an id begins with, so that a translator sees what it is.
fn prefix(kind: Kind) -> &'static str {
    match kind {
        Kind::Title => "t",
        Kind::Heading => "h",
        Kind::Paragraph => "p",
        Kind::Item => "li",
        Kind::Cell => "td",
        Kind::Question => "q",
        Kind::Answer => "a",
        Kind::Caption => "cap",
        Kind::Credit => "by",
        Kind::Quote => "bq",
        Kind::Term => "dt",
        Kind::Definition => "dd",
        Kind::Footnote => "fn",
        Kind::Summary => "sum",
        Kind::Alt => "alt",
        Kind::Meta => "meta",
        Kind::Message => "msg",
        Kind::Attribute => "attr",
    }
}

/// Mints an id that is not `taken`: `p-k3f9x2`, from the document's name, the heading path, the kind, the text and
/// its occurrence (how many equal segments come before it), so that two branches mint the same one. An id that is
/// taken is lengthened until it is free.
pub(crate) fn mint(document: &str, segment: &Segment, occurrence: usize, taken: &HashSet<String>) -> String {
    let letters = letters(document, segment, occurrence);
    for length in SHORTEST..=LONGEST {
        let id = format!("{}-{}", prefix(segment.kind), letters.get(..length).unwrap_or(&letters));
        if !taken.contains(&id) {
            return id;
        }
    }
    // Sixty bits of hash are taken by equal content in an equal place: count on.
    let mut next = occurrence;
    loop {
        next += 1;
        let id = format!("{}-{letters}-{next}", prefix(segment.kind));
        if !taken.contains(&id) {
            return id;
        }
    }
}

fn letters(document: &str, segment: &Segment, occurrence: usize) -> String {
    let mut hash = Xxh3::new();
    let mut field = |text: &str| {
        hash.update(text.as_bytes());
        hash.update(&[0]);
    };
    field(document);
    for heading in segment.path.iter() {
        field(heading);
    }
    field(segment.kind.name());
    field(&segment.text);
    field(&occurrence.to_string());
    let mut rest = hash.digest128();
    let mut letters = String::with_capacity(LONGEST);
    for _ in 0..LONGEST {
        let at = usize::try_from(rest % 30).unwrap_or_default();
        letters.push(char::from(LETTERS[at]));
        rest /= 30;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Extraction, Format, Options, extract};

    fn segments(text: &str) -> Vec<Segment> {
        let Extraction { segments, .. } = extract(Format::Markdown, text, &Options::default());
        segments
    }

    #[test]
    fn an_id_says_its_kind_and_depends_on_content_alone() {
        let segments = segments("# 題\n\n段落\n");
        let free = HashSet::new();
        let id = mint("guide", &segments[1], 0, &free);
        assert!(id.starts_with("p-") && id.len() == 8, "{id}");
        assert_eq!(id, mint("guide", &segments[1], 0, &free));
        assert_ne!(id, mint("other", &segments[1], 0, &free));
        assert_ne!(id, mint("guide", &segments[1], 1, &free));
        assert!(mint("guide", &segments[0], 0, &free).starts_with("h-"));
    }

    #[test]
    fn a_taken_id_is_lengthened() {
        let segments = segments("段落\n");
        let mut taken = HashSet::new();
        let ids: Vec<String> = (0..9)
            .map(|_| {
                let id = mint("guide", &segments[0], 0, &taken);
                assert!(taken.insert(id.clone()), "{id} twice");
                id
            })
            .collect();
        assert!(ids[1].starts_with(&ids[0]));
    }
}
