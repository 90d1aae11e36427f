//! Words before a full stop that does not, or seldom does, end a sentence.
//!
//! Only abbreviations before a capital or a digit need a place here: a full stop before a small letter ends no
//! sentence in any of these languages.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What a full stop after a word says about the end of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Something always follows: `Dr.`, `vs.`, `e.g.`.
    NeverEnds,
    /// An abbreviation only before a number: `No. 5`, but `The answer is no. Then …`.
    BeforeNumber,
    /// Ends a sentence only where the next word can hardly be its continuation: `et al.`, `i.v.`.
    SeldomEnds,
}

use Abbreviation::{BeforeNumber, NeverEnds, SeldomEnds};

type Table = &'static [(Abbreviation, &'static str)];

/// Latin and English, read in every language: medical texts quote them everywhere.
const COMMON: Table = &[
    (
        NeverEnds,
        "fig figs eq eqs ref refs e.g i.e eg ie vs cf dr drs prof mr mrs ms st mt rev hon gen gov messrs approx \
         ca resp esp incl excl viz dept univ suppl ed eds tel fax ext",
    ),
    (
        BeforeNumber,
        "no nos nr vol vols pp p ch chap sec sect art para tab tabs cap caps inj amp ver v p.o jan feb mar apr \
         jun jul aug sep sept oct nov dec max min",
    ),
    (SeldomEnds, "al inc ltd corp co jr sr spp ssp subsp ph.d m.d p.o usa"),
];

const GERMAN: Table = &[
    (
        NeverEnds,
        "bzw vgl evtl ggf inkl exkl sog insb bzgl abb z.b d.h u.a o.g i.d.r allg entspr einschl gem geb hl hr fr \
         hrsg verf wg zzgl mind dipl med ing",
    ),
    (BeforeNumber, "abs art bd kap nr s tab std amp tbl stk"),
    (SeldomEnds, "usw etc tgl pat str mio mrd"),
];

const FRENCH: Table = &[
    (NeverEnds, "ex p.ex c.-à-d mm pr env av apr éd coll dir trad r.-v boul"),
    (BeforeNumber, "chap fig art vol janv févr avr juil n"),
];

const SPANISH: Table = &[
    (NeverEnds, "ej p.ej sr sra sres dra lic aprox ud uds avda admón dpto"),
    (BeforeNumber, "pág págs núm cap art vol"),
    (SeldomEnds, "ee.uu"),
];

const ITALIAN: Table =
    &[(NeverEnds, "dott dott.ssa sig sig.ra es p.es avv ing"), (BeforeNumber, "pag n cap art")];

const PORTUGUESE: Table = &[(NeverEnds, "ex p.ex sra dra aprox exmo av"), (BeforeNumber, "pág núm cap art")];

const RUSSIAN: Table = &[
    (NeverEnds, "см рис табл ср напр т.е т.к т.н проф акад доц им ул гос"),
    (BeforeNumber, "стр с гл п"),
    (SeldomEnds, "г гг др пр тыс млн млрд руб мин сек"),
];

const DUTCH: Table = &[(NeverEnds, "bijv bv dhr mevr o.a d.w.z m.b.t i.v.m"), (SeldomEnds, "enz")];

const POLISH: Table = &[(NeverEnds, "np tzw tzn ul m.in ok por rys"), (BeforeNumber, "nr str tab")];

const LANGUAGES: &[(&str, Table)] = &[
    ("de", GERMAN),
    ("fr", FRENCH),
    ("es", SPANISH),
    ("it", ITALIAN),
    ("pt", PORTUGUESE),
    ("ru", RUSSIAN),
    ("nl", DUTCH),
    ("pl", POLISH),
];

type Words = HashMap<&'static str, Abbreviation>;

/// The words of each language, and of all others, to look one up at once.
static WORDS: LazyLock<(HashMap<&str, Words>, Words)> = LazyLock::new(|| {
    let words = |own: Table| -> Words {
        let lists = COMMON.iter().chain(own);
        lists.flat_map(|(class, list)| list.split_whitespace().map(|word| (word, *class))).collect()
    };
    (LANGUAGES.iter().map(|(language, own)| (*language, words(own))).collect(), words(&[]))
});

/// The abbreviations of one language, in small letters and without the last full stop.
#[derive(Clone, Debug)]
pub(super) struct Abbreviations {
    of_the_language: &'static Words,
    of_the_user: HashSet<String>,
}

impl Abbreviations {
    pub(super) fn new(language: &str, of_the_user: &[String]) -> Self {
        let (known, others) = &*WORDS;
        let words = of_the_user.iter().flat_map(|entry| entry.split_whitespace());
        Self {
            of_the_language: known.get(language).unwrap_or(others),
            of_the_user: words.map(|word| word.trim_end_matches('.').to_lowercase()).collect(),
        }
    }

    /// What is known of the word that stands before a full stop, without that full stop.
    pub(super) fn find(&self, word: &str) -> Option<Abbreviation> {
        let lower = word.to_lowercase();
        if self.of_the_user.contains(&lower) {
            return Some(NeverEnds);
        }
        let known = self.of_the_language.get(lower.as_str()).copied();
        known.or_else(|| is_acronym(word).then_some(SeldomEnds))
    }
}

/// Single letters between full stops: `i.v`, `U.S`, `т.е`.
fn is_acronym(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
        })
}

/// Whether a single capital after this word is a label (`vitamin C.`) and not the initial of a name (`J. Doe`).
pub(super) fn takes_a_letter(word: &str) -> bool {
    const BEFORE_A_LETTER: &str = "\
        vitamin vitamins hepatitis influenza type typ group gruppe groupe grupo class klasse \
        plan grade factor faktor arm cohort kohorte panel figure table phase level category \
        vitamina vitamine tipo тип витамин группа";
    let word = word.to_lowercase();
    !word.is_empty() && BEFORE_A_LETTER.split(' ').any(|known| known == word)
}

/// Whether `3.` is the third in this language.
pub(super) fn writes_ordinals_with_a_stop(language: &str) -> bool {
    matches!(
        language,
        "de" | "da"
            | "nb"
            | "nn"
            | "no"
            | "fi"
            | "cs"
            | "sk"
            | "sl"
            | "hr"
            | "sr"
            | "pl"
            | "hu"
            | "et"
            | "lv"
            | "is"
    )
}
