//! TBX's data categories and the columns of a glossary file that hold the same.

use crate::glossary::model::{BETWEEN_VALUES, CasePolicy, MatchPolicy, Term, TermStatus, TermType, name_of};

/// Before the names of our own data categories.
pub(super) const PRIVATE: &str = "x-yakugo-";

/// `administrativeStatus`; what is no word of TBX travels as the nearest one, and as itself in a category of our own.
pub(super) const STATUSES: &[(TermStatus, &str)] = &[
    (TermStatus::Preferred, "preferredTerm-admn-sts"),
    (TermStatus::Admitted, "admittedTerm-admn-sts"),
    (TermStatus::Deprecated, "deprecatedTerm-admn-sts"),
    (TermStatus::Deprecated, "supersededTerm-admn-sts"),
];

/// `termType`
pub(super) const TYPES: &[(TermType, &str)] = &[
    (TermType::Full, "fullForm"),
    (TermType::Abbreviation, "abbreviation"),
    (TermType::Abbreviation, "acronym"),
    (TermType::Abbreviation, "shortForm"),
    (TermType::Variant, "variant"),
];

/// `partOfSpeech` in Basic.
pub(super) const PARTS_OF_SPEECH: &[&str] = &["noun", "verb", "adjective", "adverb", "properNoun", "other"];

pub(super) fn status_name(status: TermStatus) -> &'static str {
    let near = match status {
        TermStatus::Forbidden => TermStatus::Deprecated,
        TermStatus::Draft => TermStatus::Admitted,
        other => other,
    };
    STATUSES.iter().find(|(other, _)| *other == near).map_or("", |(_, name)| name)
}

/// The columns that have no data category in Basic, with the values that a reader would not assume.
pub(super) fn private(term: &Term) -> Vec<(&'static str, String)> {
    let named = |condition: bool, value: &str| if condition { value.to_owned() } else { String::new() };
    let no_status = matches!(term.status, TermStatus::Forbidden | TermStatus::Draft);
    let other_speech = !PARTS_OF_SPEECH.contains(&term.part_of_speech.as_str());
    let all = [
        ("status", named(no_status, term.status.name())),
        ("type", named(term.kind == TermType::Symbol, "symbol")),
        ("part-of-speech", named(other_speech, &term.part_of_speech)),
        ("case", named(term.case != CasePolicy::Auto, name_of(CasePolicy::NAMES, term.case))),
        ("match", named(term.matching != MatchPolicy::Auto, name_of(MatchPolicy::NAMES, term.matching))),
        ("dnt", named(term.do_not_translate, "yes")),
        ("forms", term.forms.join(BETWEEN_VALUES)),
        ("no", term.no.join(BETWEEN_VALUES)),
        ("reason", term.reason.clone()),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// Puts the value of one of our own categories into its column; whether there is such a column.
pub(super) fn set_private(term: &mut Term, column: &str, value: &str) -> bool {
    let values = || value.split(BETWEEN_VALUES).map(str::to_owned).collect();
    match column {
        "status" => set_named(&mut term.status, TermStatus::NAMES, value),
        "type" => set_named(&mut term.kind, TermType::NAMES, value),
        "case" => set_named(&mut term.case, CasePolicy::NAMES, value),
        "match" => set_named(&mut term.matching, MatchPolicy::NAMES, value),
        "part-of-speech" => value.clone_into(&mut term.part_of_speech),
        "dnt" => term.do_not_translate = value == "yes",
        "forms" => term.forms = values(),
        "no" => term.no = values(),
        "reason" => value.clone_into(&mut term.reason),
        "domain" => value.clone_into(&mut term.domain),
        "definition" => value.clone_into(&mut term.definition),
        _ => return false,
    }
    true
}

fn set_named<T: Copy>(slot: &mut T, names: &[(&str, T)], value: &str) {
    if let Some((_, found)) = names.iter().find(|(name, _)| *name == value) {
        *slot = *found;
    }
}
