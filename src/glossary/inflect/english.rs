//! English plurals, and the forms of verbs that show by their ending that they are verbs. The possessive is no matter here: words are cut at the apostrophe.

use super::{irregular, with_endings};

const IRREGULAR: &[(&str, &[&str])] = &[
    ("man", &["men"]),
    ("woman", &["women"]),
    ("child", &["children"]),
    ("foot", &["feet"]),
    ("tooth", &["teeth"]),
    ("goose", &["geese"]),
    ("mouse", &["mice"]),
    ("louse", &["lice"]),
    ("ox", &["oxen"]),
    ("die", &["dice", "dies"]),
    ("criterion", &["criteria"]),
    ("phenomenon", &["phenomena"]),
    ("mitochondrion", &["mitochondria"]),
    ("spermatozoon", &["spermatozoa"]),
    ("taxon", &["taxa"]),
    ("ganglion", &["ganglia", "ganglions"]),
    ("bacterium", &["bacteria"]),
    ("medium", &["media", "mediums"]),
    ("datum", &["data"]),
    ("serum", &["sera", "serums"]),
    ("ovum", &["ova"]),
    ("stratum", &["strata"]),
    ("spectrum", &["spectra", "spectrums"]),
    ("septum", &["septa"]),
    ("epithelium", &["epithelia"]),
    ("endothelium", &["endothelia"]),
    ("nucleus", &["nuclei"]),
    ("stimulus", &["stimuli"]),
    ("fungus", &["fungi", "funguses"]),
    ("bacillus", &["bacilli"]),
    ("coccus", &["cocci"]),
    ("thrombus", &["thrombi"]),
    ("embolus", &["emboli"]),
    ("locus", &["loci"]),
    ("focus", &["foci", "focuses"]),
    ("radius", &["radii", "radiuses"]),
    ("alumnus", &["alumni"]),
    ("syllabus", &["syllabi", "syllabuses"]),
    ("appendix", &["appendices", "appendixes"]),
    ("matrix", &["matrices", "matrixes"]),
    ("index", &["indices", "indexes"]),
    ("vertex", &["vertices"]),
    ("cortex", &["cortices", "cortexes"]),
    ("vertebra", &["vertebrae"]),
    ("alga", &["algae"]),
    ("larva", &["larvae"]),
    ("formula", &["formulae", "formulas"]),
    ("alumna", &["alumnae"]),
    ("stoma", &["stomata", "stomas"]),
    ("genus", &["genera"]),
    ("corpus", &["corpora"]),
    ("quiz", &["quizzes"]),
];

/// Words in `-oma` take `-omata` beside the regular plural; these endings double as endings of compounds.
const AS_ENDINGS: &[(&str, &[&str])] = &[
    ("woman", &["women"]),
    ("sman", &["smen"]),
    ("cement", &["cements"]),
    ("child", &["children"]),
    ("foot", &["feet"]),
    ("coccus", &["cocci"]),
    ("chondrion", &["chondria"]),
    ("bacterium", &["bacteria"]),
    ("thelium", &["thelia"]),
    ("oma", &["omas", "omata"]),
];

/// Nouns in `-f` whose plural is in `-ves`; the others add `s`.
const VES: &[&str] =
    &["leaf", "half", "shelf", "self", "wolf", "calf", "elf", "loaf", "thief", "hoof", "scarf", "sheaf"];

/// What verbs end in before their `e`; nouns in `-ate` (candidate) lose nothing by it.
const VERB_ENDINGS: &[&str] =
    &["iz", "yz", "lis", "nis", "ris", "tis", "iat", "lat", "nat", "rat", "tat", "cat", "gat"];

/// Short words with these endings are nouns (state, rise).
fn is_verb_stem(stem: &str) -> bool {
    stem.chars().count() >= 5 && VERB_ENDINGS.iter().any(|ending| stem.ends_with(ending))
}

pub(super) fn forms(word: &str, forms: &mut Vec<String>) {
    if irregular(word, IRREGULAR, true, forms) || irregular(word, AS_ENDINGS, false, forms) {
        return;
    }
    // hospitalize, repatriate, purify
    if let Some(stem) = word.strip_suffix('e').filter(|stem| is_verb_stem(stem)) {
        with_endings(stem, &["es", "ed", "ing"], forms);
        return;
    }
    if let Some(stem) = word.strip_suffix("ify") {
        with_endings(stem, &["ifies", "ified", "ifying"], forms);
        return;
    }
    if let Some(stem) = word.strip_suffix("sis") {
        with_endings(stem, &["ses"], forms);
    } else if let Some(stem) =
        word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
    {
        with_endings(stem, &["ies"], forms);
    } else if let Some(stem) = word.strip_suffix("fe") {
        with_endings(stem, &["ves", "fes"], forms);
    } else if let Some(stem) = word.strip_suffix('f').filter(|_| VES.iter().any(|leaf| word.ends_with(leaf)))
    {
        with_endings(stem, &["ves"], forms);
    } else if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") {
        with_endings(word, &["es"], forms);
    } else if word.ends_with('o') {
        with_endings(word, &["s", "es"], forms);
    } else {
        with_endings(word, &["s"], forms);
    }
}
