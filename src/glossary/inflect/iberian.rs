//! Spanish and Portuguese number; in longer terms the gender of adjectives, too.

use super::{Role, irregular, with_endings};

const ACCENTS: &[(char, char)] = &[('a', 'á'), ('e', 'é'), ('i', 'í'), ('o', 'ó'), ('u', 'ú')];

pub(super) fn spanish(word: &str, role: Role, forms: &mut Vec<String>) {
    const IRREGULAR: &[(&str, &[&str])] = &[
        ("régimen", &["regímenes"]),
        ("espécimen", &["especímenes"]),
        ("carácter", &["caracteres"]),
        ("buen", &["bueno", "buenos", "buena", "buenas"]),
        ("gran", &["grande", "grandes"]),
    ];
    if irregular(word, IRREGULAR, true, forms) {
        return;
    }
    if role == Role::Any {
        gender(word, forms);
        for (ending, feminine) in
            [("ol", "ola"), ("és", "esa"), ("or", "ora"), ("án", "ana"), ("ín", "ina"), ("ón", "ona")]
        {
            if let Some(stem) = word.strip_suffix(ending) {
                with_endings(stem, &[feminine], forms);
                with_endings(&format!("{stem}{feminine}"), &["s"], forms);
            }
        }
    }
    if let Some(stem) = word.strip_suffix('z') {
        with_endings(stem, &["ces"], forms);
    } else if word.ends_with(['a', 'e', 'i', 'o', 'u', 'á', 'é', 'ó']) {
        with_endings(word, &["s"], forms);
    } else if word.ends_with(['í', 'ú']) {
        with_endings(word, &["s", "es"], forms);
    } else if let Some((stem, vowel, last)) = stressed_end(word) {
        with_endings(stem, &[&format!("{vowel}{last}es")], forms);
    } else if word.ends_with(['s', 'x']) {
        // Stressed on an earlier syllable: la crisis, las crisis. One syllable: el mes, los meses.
        if word.chars().filter(|c| "aeiouáéíóú".contains(*c)).count() == 1 {
            with_endings(word, &["es"], forms);
        }
    } else {
        with_endings(word, &["es"], forms);
        if let Some(marked) = mark_before_en(word) {
            with_endings(&marked, &["es"], forms);
        }
    }
}

/// `lesión` as `lesi`, `o`, `n`: the accent goes when a syllable is added.
fn stressed_end(word: &str) -> Option<(&str, char, char)> {
    let last = word.chars().next_back().filter(|c| matches!(c, 'n' | 's' | 'l' | 'r'))?;
    let before = word.strip_suffix(last)?;
    let marked = before.chars().next_back()?;
    let (plain, _) = ACCENTS.iter().find(|(_, accent)| *accent == marked)?;
    Some((before.strip_suffix(marked)?, *plain, last))
}

/// `imagen` as `imágen`: the accent that a noun stressed on the last but one syllable gets in the plural.
fn mark_before_en(word: &str) -> Option<String> {
    let stem = word.strip_suffix("en")?;
    if stem.chars().any(|c| ACCENTS.iter().any(|(_, accent)| *accent == c)) {
        return None;
    }
    let (at, vowel) = stem.char_indices().rev().find(|(_, c)| "aeou".contains(*c) || *c == 'i')?;
    let (_, marked) = ACCENTS.iter().find(|(plain, _)| *plain == vowel)?;
    Some(format!("{}{marked}{}en", stem.get(..at)?, stem.get(at + 1..)?))
}

/// The four forms of an adjective in `-o`, from any of them.
fn gender(word: &str, forms: &mut Vec<String>) {
    let stem = ["os", "as", "o", "a"].iter().find_map(|ending| word.strip_suffix(ending));
    if let Some(stem) = stem.filter(|stem| stem.chars().count() >= 3) {
        with_endings(stem, &["o", "a", "os", "as"], forms);
    }
}

pub(super) fn portuguese(word: &str, role: Role, forms: &mut Vec<String>) {
    const ENDINGS: &[(&str, &[&str])] = &[
        ("ão", &["ões", "ães", "ãos"]),
        ("al", &["ais"]),
        ("el", &["éis", "eis"]),
        ("ol", &["óis"]),
        ("ul", &["uis"]),
        ("il", &["is", "eis"]),
        ("ês", &["eses"]),
        ("m", &["ns"]),
        ("r", &["res"]),
        ("z", &["zes"]),
        ("n", &["ns", "nes"]),
    ];
    if role == Role::Any {
        gender(word, forms);
        for (ending, feminine) in [("or", "ora"), ("ês", "esa"), ("ão", "ã")] {
            if let Some(stem) = word.strip_suffix(ending) {
                with_endings(&format!("{stem}{feminine}"), &["", "s"], forms);
            }
        }
    }
    if irregular(word, ENDINGS, false, forms) {
        return;
    }
    if word.ends_with('s') {
        if word.chars().filter(|c| "aeiouáéíóúâêô".contains(*c)).count() == 1 {
            with_endings(word, &["es"], forms);
        }
        return;
    }
    with_endings(word, &["s"], forms);
}
