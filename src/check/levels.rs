//! How much a rule matters: what the configuration says of it, everywhere or in some locales and documents.

use std::collections::BTreeMap;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::catalog::DocumentPlan;
use crate::finding::{Finding, Rule, Severity};

/// The severity that a configuration gives a rule.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not reported.
    Off,
    /// Worth knowing.
    Note,
    /// Should be settled.
    Warning,
    /// Wrong.
    Error,
}

impl Level {
    /// The severity; none if it is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Note => Some(Severity::Note),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// One `[[overrides]]` of the configuration: other severities in some locales, some paths, or where both meet.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Override {
    /// The target locales; all if there are none.
    pub locales: Vec<String>,
    /// Globs of documents or of any file that a finding is in; all if there are none.
    pub paths: Vec<String>,
    /// The severities there.
    #[schemars(extend("propertyNames" = rule_names()))]
    pub rules: BTreeMap<String, Level>,
}

/// The names of all rules as a JSON Schema.
pub fn rule_names() -> Value {
    let names: Vec<&str> = super::rules().iter().map(|rule| rule.name).collect();
    json!({ "enum": names })
}

/// The severities of a configuration, ready to be asked.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    everywhere: BTreeMap<String, Level>,
    overrides: Vec<(Override, GlobSet)>,
    forced: BTreeMap<&'static str, Level>,
}

impl Levels {
    /// The severities everywhere, and those of some places; of several that fit, the last counts. Refused, with the
    /// pattern and what is wrong with it, where a path is no glob.
    pub fn new(
        everywhere: &BTreeMap<String, Level>,
        overrides: &[Override],
    ) -> Result<Self, (String, String)> {
        let with_globs = |one: &Override| globs(&one.paths).map(|globs| (one.clone(), globs));
        let overrides: Result<Vec<_>, _> = overrides.iter().map(with_globs).collect();
        Ok(Self { everywhere: everywhere.clone(), overrides: overrides?, forced: BTreeMap::new() })
    }

    /// The same, with one rule that no configuration changes.
    #[must_use]
    pub fn forced(mut self, rule: &Rule, level: Level) -> Self {
        self.forced.insert(rule.name, level);
        self
    }

    /// The same findings with the severities of the configuration, without those that are off. Documents are known by
    /// their plans.
    pub fn apply(&self, findings: Vec<Finding>, plans: &[DocumentPlan]) -> Vec<Finding> {
        let paths: BTreeMap<&str, &str> =
            plans.iter().map(|plan| (plan.name.as_str(), plan.path.as_str())).collect();
        let configured = |finding: Finding| {
            let document = finding.document.as_deref().and_then(|name| paths.get(name).copied());
            match self.of(&finding, document) {
                None => Some(finding),
                Some(level) => level.severity().map(|severity| Finding { severity, ..finding }),
            }
        };
        findings.into_iter().filter_map(configured).collect()
    }

    fn of(&self, finding: &Finding, document: Option<&str>) -> Option<Level> {
        let here = |(one, globs): &&(Override, GlobSet)| {
            let locale = one.locales.is_empty()
                || finding.locale.as_ref().is_some_and(|locale| one.locales.contains(locale));
            let path = one.paths.is_empty()
                || globs.is_match(&finding.place.path)
                || document.is_some_and(|path| globs.is_match(path));
            locale && path && one.rules.contains_key(finding.rule)
        };
        let overridden =
            self.overrides.iter().rev().find(here).and_then(|(one, _)| one.rules.get(finding.rule));
        let level =
            self.forced.get(finding.rule).or(overridden).or_else(|| self.everywhere.get(finding.rule));
        level.copied()
    }
}

fn globs(patterns: &[String]) -> Result<GlobSet, (String, String)> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let glob = GlobBuilder::new(pattern).literal_separator(true).build();
        set.add(glob.map_err(|error| (pattern.clone(), error.kind().to_string()))?);
    }
    set.build().map_err(|error| (patterns.join(", "), error.kind().to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{MISSING, STALE};
    use crate::text::Span;

    fn one(locales: &[&str], paths: &[&str], level: Level) -> Override {
        let strings = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let rules = BTreeMap::from([("stale".to_owned(), level)]);
        Override { locales: strings(locales), paths: strings(paths), rules }
    }

    #[test]
    fn the_last_place_that_fits_decides() {
        let levels = Levels::new(
            &BTreeMap::from([("stale".to_owned(), Level::Note)]),
            &[
                one(&["de"], &[], Level::Warning),
                one(&[], &["articles/legal/**"], Level::Error),
                one(&["de"], &["articles/legal/old/*"], Level::Off),
            ],
        )
        .unwrap();
        let check = |locale: &str, document: &str, expected: Option<Level>| {
            let finding = Finding::new(&STALE, Span::default(), "").at("locales/x.ftl").in_locale(locale);
            assert_eq!(levels.of(&finding, Some(document)), expected, "{locale} {document}");
        };
        check("en", "articles/a.md", Some(Level::Note));
        check("de", "articles/a.md", Some(Level::Warning));
        check("en", "articles/legal/old/a.md", Some(Level::Error));
        check("de", "articles/legal/a.md", Some(Level::Error));
        check("de", "articles/legal/old/a.md", Some(Level::Off));
        let other = Finding::new(&MISSING, Span::default(), "").in_locale("de");
        assert_eq!(levels.of(&other, Some("articles/legal/a.md")), None);
        let forced = levels.forced(&STALE, Level::Error);
        let finding = Finding::new(&STALE, Span::default(), "").in_locale("de");
        assert_eq!(forced.of(&finding, None), Some(Level::Error));
    }
}
