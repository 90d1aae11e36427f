//! Calls of functions that programs do not have, or with options that they do not know.

use super::Linter;
use crate::finding::{Finding, Severity, rule};
use crate::fluent::pattern::{Arguments, Inline};
use crate::text::{Span, did_you_mean};

rule! {
    /// A function is called that Fluent does not have.
    ///
    /// Why: unless the program brings it along, readers see its name in braces. In a translation it is an error, if
    /// the source calls no function of that name; in a source it is a note, for the program may have it.
    ///
    /// Example: `{ NUMBR($dose) }`.
    ///
    /// Fix: correct the name. Fluent has NUMBER and DATETIME; PLATFORM is Firefox's.
    pub(super) const UNKNOWN_FUNCTION: "unknown-function", Error;
}

rule! {
    /// A function of Fluent is called with an option, or a value of one, that it does not know.
    ///
    /// Why: the option is ignored or stops the program, so that a date or a number looks other than intended.
    ///
    /// Example: `NUMBER($dose, maxFractionDigits: 1)` instead of `maximumFractionDigits`.
    ///
    /// Fix: write the option as the message says.
    pub(super) const UNKNOWN_OPTION: "unknown-option", Warning;
}

const FUNCTIONS: [&str; 3] = ["DATETIME", "NUMBER", "PLATFORM"];

/// The options and, where there are few, their values: Project Fluent's guide, "Built-in Functions", with what
/// ECMA-402 (`Intl.NumberFormat`, `Intl.DateTimeFormat`) has besides.
type Options = &'static [(&'static str, &'static [&'static str])];

const NUMBER: Options = &[
    ("compactDisplay", &["short", "long"]),
    ("currency", &[]),
    ("currencyDisplay", &["symbol", "narrowSymbol", "code", "name"]),
    ("currencySign", &["standard", "accounting"]),
    ("maximumFractionDigits", &[]),
    ("maximumSignificantDigits", &[]),
    ("minimumFractionDigits", &[]),
    ("minimumIntegerDigits", &[]),
    ("minimumSignificantDigits", &[]),
    ("notation", &["standard", "scientific", "engineering", "compact"]),
    ("numberingSystem", &[]),
    ("signDisplay", &["auto", "always", "exceptZero", "negative", "never"]),
    ("style", &["decimal", "percent", "currency", "unit"]),
    ("type", &["cardinal", "ordinal"]),
    ("unit", &[]),
    ("unitDisplay", &["short", "long", "narrow"]),
    ("useGrouping", &[]),
];

const TEXT: &[&str] = &["narrow", "short", "long"];
const DIGITS: &[&str] = &["numeric", "2-digit"];
const STYLES: &[&str] = &["full", "long", "medium", "short"];

const DATETIME: Options = &[
    ("calendar", &[]),
    ("dateStyle", STYLES),
    ("day", DIGITS),
    ("dayPeriod", TEXT),
    ("era", TEXT),
    ("fractionalSecondDigits", &[]),
    ("hour", DIGITS),
    ("hour12", &[]),
    ("hourCycle", &["h11", "h12", "h23", "h24"]),
    ("minute", DIGITS),
    ("month", &["numeric", "2-digit", "narrow", "short", "long"]),
    ("numberingSystem", &[]),
    ("second", DIGITS),
    ("timeStyle", STYLES),
    ("timeZone", &[]),
    ("timeZoneName", &["short", "long", "shortOffset", "longOffset", "shortGeneric", "longGeneric"]),
    ("weekday", TEXT),
    ("year", DIGITS),
];

pub(super) fn check(linter: &mut Linter<'_>, id: Span, arguments: &Arguments) {
    let options = match id.of(linter.text) {
        "NUMBER" => NUMBER,
        "DATETIME" => DATETIME,
        "PLATFORM" => return,
        name => return unknown(linter, id, name),
    };
    for (option, value) in &arguments.named {
        let name = option.of(linter.text);
        let Some((_, values)) = options.iter().find(|(known, _)| *known == name) else {
            let near = did_you_mean(name, options.iter().map(|(known, _)| *known));
            let near = if near.is_empty() { ": remove it".to_owned() } else { near };
            let message = format!("`{}` has no option `{name}`{near}", id.of(linter.text));
            linter.report(&UNKNOWN_OPTION, *option, message);
            continue;
        };
        if let Inline::Literal(span) = value {
            let value = span.of(linter.text);
            if !values.is_empty() && !values.contains(&value) {
                let message = format!("`{name}` cannot be `{value}`: write one of {}", values.join(", "));
                linter.report(&UNKNOWN_OPTION, *span, message);
            }
        }
    }
}

fn unknown(linter: &mut Linter<'_>, id: Span, name: &str) {
    let near = did_you_mean(name, FUNCTIONS);
    let known = linter.role.source_functions;
    if known.is_some_and(|known| known.contains(name)) {
        return;
    }
    if known.is_some() {
        let near = if near.is_empty() { ": call what the source calls".to_owned() } else { near };
        linter.report(&UNKNOWN_FUNCTION, id, format!("the source calls no function `{name}`{near}"));
        return;
    }
    let near = if near.is_empty() { ": the program must bring it along".to_owned() } else { near };
    let finding = Finding::new(&UNKNOWN_FUNCTION, id, format!("Fluent has no function `{name}`{near}"));
    linter.findings.push(Finding { severity: Severity::Note, ..finding }.unit(&linter.message.id));
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::fluent::lint::tests::found;
    use crate::fluent::{Plurals, Resource, Role, lint};

    #[test]
    fn options() {
        for (call, expected) in [
            ("NUMBER($n, minimumFractionDigits: 2)", None),
            ("NUMBER($n, minFractionDigits: 2)", Some("minFractionDigits")),
            ("NUMBER($n, type: \"ordinl\")", Some("ordinl")),
            ("DATETIME($d, dateStyle: \"long\", month: \"short\")", None),
            ("DATETIME($d, month: \"kurz\")", Some("kurz")),
            ("DATETIME($d, type: \"ordinal\")", Some("type")),
        ] {
            let text = format!("a = b {{ {call} }}\n");
            let expected: Vec<_> = expected.map(|place| ("unknown-option", place)).into_iter().collect();
            assert_eq!(found("en", &text), expected, "{call}");
        }
    }

    #[test]
    fn functions_of_translations_are_those_of_the_source() {
        let (resource, _) = Resource::parse("a = { DOSE($n) } { NUMBR($n) }\n");
        let plurals = Plurals::of("de");
        let functions = HashSet::from(["DOSE".to_owned()]);
        for (source_functions, expected) in
            [(Some(&functions), vec!["NUMBR error"]), (None, vec!["DOSE note", "NUMBR note"])]
        {
            let role = Role { plurals: &plurals, source_functions, for_programs: true };
            let found: Vec<_> = lint(&resource, role)
                .iter()
                .map(|f| format!("{} {}", f.place.span.of(resource.text()), f.severity.name()))
                .collect();
            assert_eq!(found, expected);
        }
    }
}
