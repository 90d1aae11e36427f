//! Italian number; in longer terms the gender of adjectives, too.

use super::{Role, irregular, with_endings};

const IRREGULAR: &[(&str, &[&str])] = &[
    ("uomo", &["uomini"]),
    ("mano", &["mani"]),
    ("uovo", &["uova"]),
    ("osso", &["ossa", "ossi"]),
    ("dito", &["dita"]),
    ("braccio", &["braccia", "bracci"]),
    ("ginocchio", &["ginocchia", "ginocchi"]),
    ("labbro", &["labbra"]),
    ("bue", &["buoi"]),
    ("dio", &["dei"]),
];

pub(super) fn forms(word: &str, role: Role, forms: &mut Vec<String>) {
    const ENDINGS: &[(&str, &[&str])] = &[
        ("cia", &["cie", "ce"]),
        ("gia", &["gie", "ge"]),
        ("ca", &["che", "chi"]),
        ("ga", &["ghe", "ghi"]),
        ("ista", &["isti", "iste"]),
        ("ma", &["mi", "me"]),
        ("a", &["e"]),
        ("co", &["ci", "chi"]),
        ("go", &["ghi", "gi"]),
        ("io", &["i", "ii"]),
        ("o", &["i"]),
        ("e", &["i"]),
    ];
    if irregular(word, IRREGULAR, true, forms) {
        return;
    }
    irregular(word, ENDINGS, false, forms);
    let stem = word.strip_suffix(['o', 'a', 'i', 'e']).filter(|stem| stem.chars().count() >= 3);
    if let (Some(stem), Role::Any) = (stem, role) {
        with_endings(stem, &["o", "a", "i", "e"], forms);
        if stem.ends_with(['c', 'g']) {
            with_endings(stem, &["he", "hi"], forms);
        }
    }
}
