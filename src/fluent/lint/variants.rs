//! Variants that no program ever shows.

use super::Linter;
use crate::finding::rule;
use crate::fluent::pattern::Variant;

rule! {
    /// A variant has the same key as one before it.
    ///
    /// Why: programs show the first, so whoever mends the second sees no change.
    ///
    /// Example: two lines `[one] …` in one selection.
    ///
    /// Fix: delete one, or give it the key that it was meant to have.
    pub(super) const DUPLICATE_VARIANT: "duplicate-variant", Warning;
}

rule! {
    /// A variant for a number stands behind one that takes that number already.
    ///
    /// Why: programs take the first variant that fits, so this one is never shown.
    ///
    /// Example: `[one] a file` before `[1] exactly one file` in English.
    ///
    /// Fix: move the variant with the number up, before the one that the message names.
    pub(super) const UNREACHABLE_VARIANT: "unreachable-variant", Warning;
}

pub(super) fn check(linter: &mut Linter<'_>, variants: &[Variant]) {
    for (number, variant) in variants.iter().enumerate() {
        let key = variant.key.of(linter.text);
        let before = variants.get(..number).unwrap_or_default();
        if before.iter().any(|other| other.key.of(linter.text) == key) {
            let message =
                format!("`[{key}]` stands in this selection before, and programs show that one: remove one");
            linter.report(&DUPLICATE_VARIANT, variant.key, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::fluent::lint::tests::found;

    #[test]
    fn a_key_that_stands_twice() {
        let text = "a = { $x ->\n    [b] c\n    [b] d\n   *[e] f\n}\n    .g = { $x ->\n    [1] c\n    [1] d\n   *[e] f\n}\n";
        assert_eq!(found("en", text), [("duplicate-variant", "b"), ("duplicate-variant", "1")]);
    }

    #[test]
    fn a_number_behind_the_category_that_takes_it() {
        let files = |keys: &str| {
            let lines: String = keys.split(' ').map(|key| format!("    {key} x\n")).collect();
            format!("a = {{ $n ->\n{lines}}}\n")
        };
        for (locale, keys, expected) in [
            ("en", "[one] [1] *[other]", Some("1")),
            ("en", "[1] [one] *[other]", None),
            ("en", "[one] [2] *[other]", None),
            ("en", "*[other] [0] [one]", Some("0")),
            ("ja", "*[other] [5]", Some("5")),
            ("fr", "[one] [0] *[other]", Some("0")),
            ("ru", "[one] [21] [few] [many] *[other]", Some("21")),
            ("en", "[red] *[other] [5]", None),
        ] {
            let text = files(keys);
            let expected: Vec<_> = expected.map(|key| ("unreachable-variant", key)).into_iter().collect();
            assert_eq!(found(locale, &text), expected, "{locale}: {keys}");
        }
    }
}
