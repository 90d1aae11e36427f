//! Plural and ordinal variants, held to the categories of the locale (Unicode CLDR, "Language Plural Rules").

use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesOptions};

use super::Linter;
use super::variants::UNREACHABLE_VARIANT;
use crate::finding::rule;
use crate::fluent::pattern::{Inline, Variant};

rule! {
    /// A selection by number lacks a category that whole numbers of the language need.
    ///
    /// Why: the default is shown instead, and the sentence is ungrammatical for those numbers.
    ///
    /// Example: Polish with `[one]` and `*[other]` only: it needs `[few]` and `[many]`, too.
    ///
    /// Fix: add a variant for each category that the message names.
    pub(super) const PLURAL_MISSING: "plural-missing", Warning;
}

rule! {
    /// A selection by number has a category that the language never uses.
    ///
    /// Why: nobody will ever see this variant, and what it says is missing from the others.
    ///
    /// Example: `[one]` in Japanese, or `[zero]` in English.
    ///
    /// Fix: delete the variant. For one certain number write the number: `[0]`, `[1]`.
    pub(super) const PLURAL_UNUSED: "plural-unused", Warning;
}

/// Whole numbers that messages count with: a category that none of them has is asked of nobody (`many` is for
/// millions in French, and for fractions in Czech).
const COUNTED: std::ops::RangeInclusive<u32> = 0..=200;

/// Languages that have `other` alone; where CLDR says the same about one that is not here, it does not know it.
const WITHOUT_PLURALS: [&str; 33] = [
    "bm", "bo", "dz", "hnj", "id", "ig", "ii", "in", "ja", "jbo", "jv", "jw", "kde", "kea", "km", "ko",
    "lkt", "lo", "ms", "my", "nqo", "osa", "sah", "ses", "sg", "su", "th", "to", "tpi", "wo", "yo", "yue",
    "zh",
];

/// The plural categories of a locale.
#[derive(Clone, Debug)]
pub struct Plurals {
    locale: String,
    cardinal: Option<Categories>,
    ordinal: Option<Categories>,
}

#[derive(Clone, Debug)]
struct Categories {
    kind: PluralRuleType,
    used: Vec<&'static str>,
    /// Those of the numbers that messages count with, each with its numbers.
    counted: Vec<(&'static str, Vec<u32>)>,
}

impl Plurals {
    /// The categories of a locale such as `pt-BR`; nothing is known of one that CLDR does not have.
    pub fn of(locale: &str) -> Self {
        let locale = locale.replace('_', "-");
        let categories = |kind| Categories::of(&locale, kind);
        let language = locale.split('-').next().unwrap_or_default();
        let cardinal = categories(PluralRuleType::Cardinal)
            .filter(|categories| categories.used.len() > 1 || WITHOUT_PLURALS.contains(&language));
        let ordinal = cardinal.as_ref().and_then(|_| categories(PluralRuleType::Ordinal));
        Self { locale, cardinal, ordinal }
    }
}

impl Categories {
    fn of(locale: &str, kind: PluralRuleType) -> Option<Self> {
        let rules = rules(locale, kind)?;
        let used: Vec<&str> = rules.categories().map(name).collect();
        let numbers = |category: &'static str| {
            let numbers: Vec<u32> = COUNTED.filter(|n| name(rules.category_for(*n)) == category).collect();
            Some((category, numbers)).filter(|(_, numbers)| !numbers.is_empty())
        };
        let counted = PluralCategory::all().map(name).filter_map(numbers).collect();
        Some(Self { kind, used, counted })
    }
}

fn rules(locale: &str, kind: PluralRuleType) -> Option<PluralRules> {
    let options = PluralRulesOptions::default().with_type(kind);
    PluralRules::try_new(locale.parse::<icu_locale_core::Locale>().ok()?.into(), options).ok()
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

fn is_category(key: &str) -> bool {
    PluralCategory::get_for_cldr_string(key).is_some()
}

fn is_number(key: &str) -> bool {
    key.starts_with(|c: char| c == '-' || c.is_ascii_digit())
}

pub(super) fn check(linter: &mut Linter<'_>, selector: &Inline, variants: &[Variant]) {
    let plurals = linter.role.plurals;
    let Some(kind) = kind(selector, linter.text) else { return };
    let categories = if kind == PluralRuleType::Ordinal { &plurals.ordinal } else { &plurals.cardinal };
    let Some(categories) = categories else { return };
    let text = linter.text;
    let keys: Vec<&str> = variants.iter().map(|variant| variant.key.of(text)).collect();
    let is_by_number = keys.iter().all(|key| is_category(key) || is_number(key));
    if !is_by_number {
        return;
    }
    if keys.iter().any(|key| is_number(key)) {
        unreachable(linter, categories, variants);
    }
    if keys.iter().any(|key| is_category(key) && *key != "other") {
        missing(linter, categories, variants, &keys);
        unused(linter, categories, variants);
    }
}

/// Whether a selector may be a number, and of which kind.
fn kind(selector: &Inline, text: &str) -> Option<PluralRuleType> {
    match selector {
        Inline::Variable(_) | Inline::Number(_) => Some(PluralRuleType::Cardinal),
        Inline::Function { id, arguments } if id.of(text) == "NUMBER" => {
            let is_ordinal = arguments.named.iter().any(|(name, value)| {
                name.of(text) == "type"
                    && matches!(value, Inline::Literal(span) if span.of(text) == "ordinal")
            });
            Some(if is_ordinal { PluralRuleType::Ordinal } else { PluralRuleType::Cardinal })
        }
        _ => None,
    }
}

fn missing(linter: &mut Linter<'_>, categories: &Categories, variants: &[Variant], keys: &[&str]) {
    let is_given = |number: &u32| keys.contains(&number.to_string().as_str());
    let is_missing =
        |(name, numbers): &&(&str, Vec<u32>)| !keys.contains(name) && !numbers.iter().all(is_given);
    let missing: Vec<_> = categories.counted.iter().filter(is_missing).collect();
    let (Some((first, numbers)), Some(place)) = (missing.first(), variants.first()) else { return };
    let names: Vec<String> = missing.iter().map(|(name, _)| format!("`[{name}]`")).collect();
    let number = numbers.iter().find(|number| !is_given(number)).unwrap_or(&0);
    let message = format!(
        "`{}` needs a variant for each of its forms: add {} (`[{first}]` is for {number}, for example)",
        linter.role.plurals.locale,
        names.join(" and ")
    );
    linter.report(&PLURAL_MISSING, place.key, message);
}

fn unused(linter: &mut Linter<'_>, categories: &Categories, variants: &[Variant]) {
    for variant in variants {
        let key = variant.key.of(linter.text);
        if is_category(key) && !categories.used.contains(&key) && !variant.default {
            let number = match key {
                "zero" => "; for no thing at all write `[0]`",
                "one" => "; for exactly one thing write `[1]`",
                "two" => "; for exactly two things write `[2]`",
                _ => "",
            };
            let locale = &linter.role.plurals.locale;
            let message = format!("no number is `{key}` in `{locale}`: delete this variant{number}");
            linter.report(&PLURAL_UNUSED, variant.key, message);
        }
    }
}

fn unreachable(linter: &mut Linter<'_>, categories: &Categories, variants: &[Variant]) {
    let Some(rules) = rules(&linter.role.plurals.locale, categories.kind) else { return };
    for (at, variant) in variants.iter().enumerate() {
        let key = variant.key.of(linter.text);
        let Ok(number) = key.parse::<i64>() else { continue };
        let category = name(rules.category_for(number));
        let before = variants.get(..at).unwrap_or_default();
        if before.iter().any(|other| other.key.of(linter.text) == category) {
            let message =
                format!("`[{category}]` above takes {key} already: move this variant up, before it");
            linter.report(&UNREACHABLE_VARIANT, variant.key, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fluent::lint::tests::found;

    #[track_caller]
    fn check(locale: &str, selector: &str, keys: &str, expected: &[(&str, &str)]) {
        let lines: String = keys.split(' ').map(|key| format!("    {key} x\n")).collect();
        let text = format!("a = {{ {selector} ->\n{lines}}}\n");
        assert_eq!(found(locale, &text), expected, "{locale}: {keys}");
    }

    #[test]
    fn categories_that_are_missing() {
        check("en", "$n", "[one] *[other]", &[]);
        check("pl", "$n", "[one] *[other]", &[("plural-missing", "one")]);
        check("pl", "$n", "[one] [few] *[many]", &[]);
        check("ru", "$n", "[one] [few] *[other]", &[("plural-missing", "one")]);
        check("ar", "$n", "[0] [one] [two] [few] [many] *[other]", &[]);
        check("pt_BR", "$n", "[one] *[other]", &[]);
        // `many` is for millions.
        check("fr", "$n", "[one] *[other]", &[]);
        check("es", "$n", "[one] [many] *[other]", &[]);
        // It is for fractions.
        check("cs", "$n", "[one] [few] *[other]", &[]);
        check("en", "$n", "[0] *[other]", &[]);
    }

    #[test]
    fn categories_that_the_language_never_uses() {
        check("ja", "$n", "[one] *[other]", &[("plural-unused", "one")]);
        check("en", "$n", "[zero] [one] *[other]", &[("plural-unused", "zero")]);
        check("he", "$n", "[one] [two] [many] *[other]", &[("plural-unused", "many")]);
        check("ja", "$n", "*[other]", &[]);
    }

    #[test]
    fn ordinals_have_their_own() {
        let ordinal = "NUMBER($n, type: \"ordinal\")";
        check("en", ordinal, "[one] [two] [few] *[other]", &[]);
        check("en", ordinal, "[one] *[other]", &[("plural-missing", "one")]);
        check("de", ordinal, "[one] *[other]", &[("plural-unused", "one")]);
        check("en", "NUMBER($n)", "[one] [two] *[other]", &[("plural-unused", "two")]);
    }

    #[test]
    fn what_is_no_number_is_left_alone() {
        check("ja", "$n", "[one] [red] *[other]", &[]);
        check("ja", "-a.b", "[one] *[other]", &[]);
        check("tlh", "$n", "[one] *[other]", &[]);
        check("not a locale", "$n", "[one] *[other]", &[]);
    }

    #[test]
    fn every_language_of_the_list_is_known_to_have_one_category() {
        for language in WITHOUT_PLURALS {
            assert_eq!(
                Categories::of(language, PluralRuleType::Cardinal).unwrap().used,
                ["other"],
                "{language}"
            );
        }
    }
}
