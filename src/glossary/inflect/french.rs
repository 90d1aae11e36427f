//! French number; in longer terms the gender of adjectives, too.

use super::{Role, irregular, with_endings};

const IRREGULAR: &[(&str, &[&str])] = &[
    ("oeil", &["yeux"]),
    ("ciel", &["cieux", "ciels"]),
    ("monsieur", &["messieurs"]),
    ("madame", &["mesdames"]),
    ("travail", &["travaux"]),
    ("vitrail", &["vitraux"]),
    ("corail", &["coraux"]),
    ("bail", &["baux"]),
    ("émail", &["émaux"]),
    ("bijou", &["bijoux"]),
    ("genou", &["genoux"]),
    ("caillou", &["cailloux"]),
    ("chou", &["choux"]),
    ("hibou", &["hiboux"]),
    ("bal", &["bals"]),
    ("festival", &["festivals"]),
    ("carnaval", &["carnavals"]),
    ("cal", &["cals"]),
    ("pneu", &["pneus"]),
    ("bleu", &["bleus", "bleue", "bleues"]),
    ("vieux", &["vieil", "vieille", "vieilles"]),
    ("nouveau", &["nouveaux", "nouvel", "nouvelle", "nouvelles"]),
    ("beau", &["beaux", "bel", "belle", "belles"]),
];

pub(super) fn forms(word: &str, role: Role, forms: &mut Vec<String>) {
    if irregular(word, IRREGULAR, true, forms) {
        return;
    }
    if let Some(stem) = word.strip_suffix("al") {
        with_endings(stem, &["aux"], forms);
        if role == Role::Any {
            with_endings(stem, &["ale", "ales", "als"], forms);
        }
    } else if word.ends_with("eau") || word.ends_with("eu") || word.ends_with("au") {
        with_endings(word, &["x"], forms);
    } else if !word.ends_with(['s', 'x', 'z']) {
        with_endings(word, &["s"], forms);
    }
    if role == Role::Any {
        feminine(word, forms);
    }
}

fn feminine(word: &str, forms: &mut Vec<String>) {
    const CHANGES: &[(&str, &[&str])] = &[
        ("eux", &["euse", "euses"]),
        ("f", &["ve", "ves"]),
        ("el", &["elle", "elles"]),
        ("eil", &["eille", "eilles"]),
        ("en", &["enne", "ennes"]),
        ("on", &["onne", "onnes"]),
        ("et", &["ette", "ettes", "ète", "ètes"]),
        ("er", &["ère", "ères"]),
        ("teur", &["trice", "trices", "teuse", "teuses"]),
        ("eur", &["euse", "euses", "eure", "eures"]),
        ("c", &["que", "ques", "che", "ches"]),
        ("gu", &["guë", "guës"]),
        ("s", &["se", "ses", "sse", "sses"]),
        ("ng", &["ngue", "ngues"]),
    ];
    for (ending, changed) in CHANGES {
        if let Some(stem) = word.strip_suffix(ending) {
            with_endings(stem, changed, forms);
        }
    }
    if !word.ends_with('e') {
        with_endings(word, &["e", "es"], forms);
    }
}
