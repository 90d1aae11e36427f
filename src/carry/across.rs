//! Pieces that went to another document: a renamed document, a document split into two.

use std::collections::BTreeMap;

use super::align::{Carried, Piece, align};
use super::grams::SHORT;

/// A piece of one of several documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The index of its document.
    pub document: usize,
    /// Its index there.
    pub piece: usize,
}

/// Aligns several documents: each with itself first, then what is left over with what is left over elsewhere.
///
/// `old[n]` and `new[n]` are one document under one name; an empty slice stands for a document that was not there,
/// or is not there any more. Short texts (`はい`, `Introduction`) go to another document only in company: a longer
/// text must have gone the same way.
///
/// ```
/// use yakugo::carry::{Piece, Place, align_across};
/// use yakugo::document::Kind;
/// let piece = |text| Piece { kind: Kind::Paragraph, path: "", text };
/// let guide = [piece("細胞を無血清の培地で二日のあいだ培養し、上清を静かに回収します。"), piece("はい")];
/// // The document was renamed: gone under its old name, there under a new one.
/// let carried = align_across(&[&guide, &[]], &[&[], &guide]);
/// let from = carried[1][1].as_ref().and_then(|carried| carried.id_from());
/// assert_eq!(from, Some(Place { document: 0, piece: 1 }));
/// ```
pub fn align_across(old: &[&[Piece<'_>]], new: &[&[Piece<'_>]]) -> Vec<Vec<Option<Carried<Place>>>> {
    let nothing: &[Piece<'_>] = &[];
    let mut used: Vec<Vec<bool>> = old.iter().map(|pieces| vec![false; pieces.len()]).collect();
    let mut carried: Vec<Vec<Option<Carried<Place>>>> = Vec::with_capacity(new.len());
    for (document, pieces) in new.iter().enumerate() {
        let within = align(old.get(document).copied().unwrap_or(nothing), pieces);
        let used = used.get_mut(document);
        let from = within.iter().flatten().flat_map(|carried| carried.from.iter().copied());
        if let Some(used) = used {
            from.for_each(|piece| used[piece] = true);
        }
        carried.push(
            within
                .into_iter()
                .map(|found| found.map(|found| placed(found, |piece| Place { document, piece })))
                .collect(),
        );
    }
    let left_old: Vec<Place> = places(old, |place| !used[place.document][place.piece]);
    let left_new: Vec<Place> = places(new, |place| carried[place.document][place.piece].is_none());
    let length = |place: &Place| new[place.document][place.piece].text.chars().count();
    let lengths: Vec<usize> = left_new.iter().map(length).collect();
    let old_pieces: Vec<Piece<'_>> = left_old.iter().map(|place| old[place.document][place.piece]).collect();
    let new_pieces: Vec<Piece<'_>> = left_new.iter().map(|place| new[place.document][place.piece]).collect();
    let across: Vec<Option<Carried<Place>>> = align(&old_pieces, &new_pieces)
        .into_iter()
        .map(|found| found.map(|found| placed(found, |piece| left_old[piece])))
        .collect();
    let company = company(&across, &left_new, &lengths);
    for ((found, to), length) in across.into_iter().zip(&left_new).zip(lengths) {
        let way =
            found.as_ref().and_then(|found| found.from.first()).map(|from| (from.document, to.document));
        if length > SHORT || way.is_some_and(|way| company.contains_key(&way)) {
            carried[to.document][to.piece] = found;
        }
    }
    carried
}

/// Which documents that are gone are which new ones, as `(gone, new)`: those of which one holds most of the other. A
/// document made of nothing but short texts must be nearly the same.
///
/// ```
/// use yakugo::carry::{Piece, renamed};
/// use yakugo::document::Kind;
/// let piece = |text| Piece { kind: Kind::Paragraph, path: "", text };
/// let guide = [piece("細胞を無血清の培地で二日のあいだ培養し、上清を静かに回収します。"), piece("はい")];
/// let letter = [piece("お問い合わせの窓口は平日の午前九時から午後五時まで開いております。")];
/// assert_eq!(renamed(&[&guide], &[&letter, &guide]), [(0, 1)]);
/// ```
pub fn renamed(gone: &[&[Piece<'_>]], new: &[&[Piece<'_>]]) -> Vec<(usize, usize)> {
    let size = |piece: &Piece<'_>| piece.text.chars().count();
    let total = |pieces: &[Piece<'_>]| pieces.iter().map(size).sum::<usize>();
    let (from, to) = (places(gone, |_| true), places(new, |_| true));
    let (old_pieces, new_pieces) = (gone.concat(), new.concat());
    let mut ways: BTreeMap<(usize, usize), Way> = BTreeMap::new();
    for (place, found) in to.iter().zip(align(&old_pieces, &new_pieces)) {
        let Some(lender) = found.and_then(|found| found.from.first().copied()) else { continue };
        let way = ways.entry((from[lender].document, place.document)).or_default();
        let length = size(&new[place.document][place.piece]);
        way.shared += length;
        way.has_long |= length > SHORT;
    }
    let is_most = |(old, new_one): (usize, usize), way: &Way| {
        let half = |pieces: &[Piece<'_>]| way.shared * 2 >= total(pieces);
        let (of_old, of_new) = (half(gone[old]), half(new[new_one]));
        if way.has_long { of_old || of_new } else { of_old && of_new }
    };
    let mut likely: Vec<((usize, usize), usize)> = ways
        .iter()
        .filter(|(way, found)| is_most(**way, found))
        .map(|(way, found)| (*way, found.shared))
        .collect();
    likely.sort_by_key(|(way, shared)| (std::cmp::Reverse(*shared), *way));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for ((old, new), _) in likely {
        if pairs.iter().all(|(a, b)| *a != old && *b != new) {
            pairs.push((old, new));
        }
    }
    pairs
}

/// Whether a text is so short that it says little of where it comes from.
pub fn is_short(text: &str) -> bool {
    text.chars().count() <= SHORT
}

/// What went from one document to another.
#[derive(Default)]
struct Way {
    /// Characters.
    shared: usize,
    has_long: bool,
}

fn placed(found: Carried, place: impl Fn(usize) -> Place) -> Carried<Place> {
    let Carried { from, relation, moved } = found;
    Carried { from: from.into_iter().map(place).collect(), relation, moved }
}

fn places(documents: &[&[Piece<'_>]], wanted: impl Fn(Place) -> bool) -> Vec<Place> {
    let all = documents
        .iter()
        .enumerate()
        .flat_map(|(document, pieces)| (0..pieces.len()).map(move |piece| Place { document, piece }));
    all.filter(|place| wanted(*place)).collect()
}

/// The ways from document to document that a longer text went.
fn company(
    across: &[Option<Carried<Place>>],
    to: &[Place],
    lengths: &[usize],
) -> BTreeMap<(usize, usize), usize> {
    let mut ways = BTreeMap::new();
    for ((found, to), length) in across.iter().zip(to).zip(lengths) {
        let from = found.as_ref().and_then(|found| found.from.first());
        if let Some(from) = from.filter(|_| *length > SHORT) {
            *ways.entry((from.document, to.document)).or_default() += 1;
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Kind;

    const LONG: [&str; 3] = [
        "培養上清を回収する前に、容器の番号と採取した日付を二人の作業者が照合して記録します。",
        "凍結した検体は光を避けて保管し、解凍したものを再び凍結することはありません。",
        "The pooled product is filtered twice and kept away from light until the report is signed.",
    ];

    fn piece(text: &str) -> Piece<'_> {
        Piece { kind: Kind::Paragraph, path: "", text }
    }

    fn from(carried: &[Vec<Option<Carried<Place>>>]) -> Vec<Vec<Option<(usize, usize)>>> {
        let from = |found: &Option<Carried<Place>>| {
            found.as_ref().and_then(Carried::id_from).map(|place| (place.document, place.piece))
        };
        carried.iter().map(|document| document.iter().map(from).collect()).collect()
    }

    #[test]
    fn a_document_split_into_two_keeps_its_ids() {
        let old = LONG.map(piece);
        let (first, second) = old.split_at(1);
        assert_eq!(
            from(&align_across(&[&old, &[]], &[first, second])),
            [vec![Some((0, 0))], vec![Some((0, 1)), Some((0, 2))]]
        );
    }

    #[test]
    fn short_texts_do_not_travel_alone() {
        let (old, new) = ([piece("はい")], [piece("はい"), piece(LONG[0])]);
        assert_eq!(from(&align_across(&[&old, &[]], &[&[], &new])), [vec![], vec![None, None]]);
    }

    #[test]
    fn a_document_is_renamed_where_one_holds_most_of_the_other() {
        let all = LONG.map(piece);
        let (short, other) = (["はい", "いいえ"].map(piece), [piece("お問い合わせの窓口")]);
        let mixed = [piece("はい"), other[0], piece("表紙の写真について")];
        let check = |gone: &[&[Piece<'_>]], new: &[&[Piece<'_>]], expected: &[(usize, usize)]| {
            assert_eq!(renamed(gone, new), expected);
        };
        check(&[&all, &short], &[&short, &all], &[(0, 1), (1, 0)]);
        check(&[&all], &[&all[1..], &all[..1]], &[(0, 0)]);
        check(&[&all], &[&all[..1]], &[(0, 0)]);
        check(&[&all], &[&other], &[]);
        check(&[&short], &[&mixed], &[]);
    }

    #[test]
    fn within_comes_before_across() {
        let same = [piece(LONG[0])];
        let carried = align_across(&[&same, &same], &[&same, &same]);
        assert_eq!(from(&carried), [vec![Some((0, 0))], vec![Some((1, 0))]]);
    }
}
