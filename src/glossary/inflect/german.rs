//! German nouns and the adjectives before them. Words are folded: small letters, `ss` for `ß`.

use super::{Role, with_endings};

/// Last parts of nouns whose plural is in `-er`, with umlaut where the vowel takes one. A closed list: elsewhere
/// `-er` makes another word (`Arbeit`, `Arbeiter`).
const PLURAL_ER: &[&str] = &[
    "amt", "bad", "band", "bild", "blatt", "brett", "buch", "dach", "denkmal", "dorf", "ei", "fach", "fass",
    "feld", "geist", "geld", "gesicht", "gespenst", "glas", "glied", "gott", "grab", "gras", "gut", "haupt",
    "haus", "holz", "horn", "huhn", "kalb", "kind", "kleid", "korn", "kraut", "lamm", "land", "leib",
    "licht", "lied", "loch", "mahl", "mann", "maul", "mund", "nest", "rad", "rand", "regiment", "rind",
    "schild", "schloss", "schwert", "spital", "strauch", "tal", "tuch", "tum", "vieh", "volk", "wald",
    "weib", "wort", "wurm",
];

pub(super) fn forms(word: &str, role: Role, forms: &mut Vec<String>) {
    noun(word, forms);
    if role == Role::Any {
        adjective(word, forms);
    }
}

fn noun(word: &str, forms: &mut Vec<String>) {
    if let Some(stem) = word.strip_suffix("um") {
        with_endings(stem, &["ums", "en", "a"], forms);
        return;
    }
    if word.ends_with("nis") || word.ends_with("us") || word.ends_with("as") {
        with_endings(word, &["se", "ses", "sen"], forms);
    }
    for ending in ["us", "is", "a", "on"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().count() >= 3) {
            with_endings(stem, &["en"], forms);
        }
    }
    if word.ends_with("in") {
        with_endings(word, &["nen", "s", "e", "en"], forms);
        return;
    }
    if word.ends_with('e') {
        with_endings(word, &["n", "s", "ns"], forms);
        return;
    }
    if word.ends_with("er") || word.ends_with("el") || word.ends_with("en") {
        with_endings(word, &["n", "s"], forms);
        if let Some(umlaut) = umlaut(word) {
            with_endings(&umlaut, &["", "n"], forms);
        }
        // Adjectives used as nouns: der Angestellte, ein Angestellter, den Angestellten.
        if let Some(stem) =
            word.strip_suffix("er").filter(|stem| stem.ends_with('t') || stem.ends_with("isch"))
        {
            with_endings(stem, &["e", "en", "em"], forms);
        }
        return;
    }
    with_endings(word, &["s", "es", "e", "en", "n", "ens"], forms);
    if word.ends_with(['s', 'x', 'z']) {
        with_endings(word, &["ses"], forms);
    }
    let umlaut = umlaut(word);
    if PLURAL_ER.iter().any(|last| word.ends_with(last)) {
        with_endings(umlaut.as_deref().unwrap_or(word), &["er", "ern"], forms);
    }
    if let Some(umlaut) = umlaut {
        with_endings(&umlaut, &["e", "en"], forms);
    }
}

/// The word with the umlaut that a plural gives its last vowel.
fn umlaut(word: &str) -> Option<String> {
    let before_ending =
        ["er", "el", "en"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let (at, vowel) = before_ending.char_indices().rev().find(|(_, c)| "aeiouäöü".contains(*c))?;
    let (at, vowel) = match before_ending.get(..at).map(|before| (before.strip_suffix('a'), vowel)) {
        Some((Some(before), 'u')) => (before.len(), 'a'),
        _ => (at, vowel),
    };
    let changed = match vowel {
        'a' => 'ä',
        'o' => 'ö',
        'u' => 'ü',
        _ => return None,
    };
    let (before, after) = (word.get(..at)?, word.get(at + 1..)?);
    Some(format!("{before}{changed}{after}"))
}

fn adjective(word: &str, forms: &mut Vec<String>) {
    let stem = ["es", "er", "en", "em", "e"].iter().find_map(|ending| word.strip_suffix(ending));
    for stem in stem.filter(|stem| stem.chars().count() >= 3).into_iter().chain([word]) {
        with_endings(stem, &["", "e", "en", "er", "es", "em"], forms);
    }
    // dunkel, dunkle; sauer, saure
    for (ending, shorter) in [("el", "l"), ("er", "r")] {
        if let Some(stem) = word.strip_suffix(ending) {
            with_endings(&format!("{stem}{shorter}"), &["e", "en", "er", "es", "em"], forms);
        }
    }
}
