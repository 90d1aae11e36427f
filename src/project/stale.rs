//! `[stale]`: what a changed source means for its translation, by the kind of change.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::catalog::{Policy, Treatment};
use crate::check::Level;

/// `[stale]`
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Stale {
    /// Whether `sync` writes changes of markup into translations; otherwise it only proposes them.
    pub propagate: bool,
    /// Links, emphasis, code marks.
    pub markup: Kind,
    /// Punctuation and case.
    pub punctuation: Kind,
    /// Words.
    pub wording: Kind,
    /// Numbers, units, comparators, negation.
    pub meaning: Kind,
}

impl Default for Stale {
    fn default() -> Self {
        let [markup, punctuation, wording, meaning] = [Kind::default(); 4];
        Self { propagate: true, markup, punctuation, wording, meaning }
    }
}

/// One kind of change; what is not said is as in [`Policy::default`].
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Kind {
    /// Whether it makes a translation stale at all.
    pub stale: Option<bool>,
    /// How grave the finding `stale` is.
    pub severity: Option<Level>,
    /// What pages show.
    pub render: Option<Rendered>,
    /// Whether the translation still counts as one.
    pub counts: Option<bool>,
}

/// What pages show of a stale unit.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Rendered {
    /// The translation as it is.
    Translation,
    /// The source behind a marker.
    Source,
}

impl Stale {
    /// The policy; as an error the name of a kind and why what is said of it cannot be.
    pub fn policy(&self) -> Result<Policy, (&'static str, String)> {
        let default = Policy::default();
        for (name, kind) in self.kinds() {
            kind.check(name).map_err(|why| (name, why))?;
        }
        let treatment = |kind: Kind, default: Option<Treatment>| {
            default.filter(|_| kind.stale != Some(false)).map(|default| kind.over(default))
        };
        let meaning = self.meaning.severity.and_then(Level::severity);
        Ok(Policy {
            propagate: self.propagate,
            markup: treatment(self.markup, default.markup),
            punctuation: treatment(self.punctuation, default.punctuation),
            wording: self.wording.over(default.wording),
            meaning: meaning.unwrap_or(default.meaning),
        })
    }

    /// The first kind that is given a severity of its own.
    pub fn with_severity(&self) -> Option<&'static str> {
        self.kinds().into_iter().find(|(_, kind)| kind.severity.is_some()).map(|(name, _)| name)
    }

    fn kinds(&self) -> [(&'static str, Kind); 4] {
        [
            ("markup", self.markup),
            ("punctuation", self.punctuation),
            ("wording", self.wording),
            ("meaning", self.meaning),
        ]
    }
}

impl Kind {
    fn check(self, name: &str) -> Result<(), String> {
        let refused = |why: &str| Err(format!("`stale.{name}`: {why}"));
        let is_off = self.stale == Some(false);
        match name {
            "meaning" if is_off || self.severity == Some(Level::Off) => {
                refused("a changed meaning always makes a translation stale, and that is always said")
            }
            "meaning" if self.render == Some(Rendered::Translation) || self.counts == Some(true) => refused(
                "an old dose is never shown, nor does it count as translated: only `severity` can be set",
            ),
            "wording" if is_off => refused("changed words always make a translation stale"),
            _ if is_off && self != (Self { stale: self.stale, ..Self::default() }) => {
                refused("`stale = false` leaves translations fresh, so nothing else can be said of them")
            }
            _ if self.render == Some(Rendered::Source) && self.counts == Some(true) => {
                refused("what is shown as the source does not count as translated: leave out `counts`")
            }
            _ => Ok(()),
        }
    }

    fn over(self, default: Treatment) -> Treatment {
        let shows_translation =
            self.render.map_or(default.shows_translation, |render| render == Rendered::Translation);
        Treatment {
            severity: self.severity.map_or(default.severity, Level::severity),
            shows_translation,
            counts: self.counts.unwrap_or(default.counts && shows_translation),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carry::ChangeKind;
    use crate::finding::Severity;

    fn policy(text: &str) -> Result<Policy, String> {
        let stale: Stale = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        stale.policy().map_err(|(_, why)| why)
    }

    #[test]
    fn nothing_said_is_the_default() {
        assert_eq!(policy(""), Ok(Policy::default()));
        assert_eq!(policy("meaning = { stale = true, render = \"source\" }"), Ok(Policy::default()));
    }

    #[test]
    fn a_kind_is_treated_as_said() {
        let treated = |text: &str, kind| policy(text).unwrap().treatment(kind);
        let treatment =
            |severity, shows_translation, counts| Some(Treatment { severity, shows_translation, counts });
        let check = |text: &str, kind, expected| assert_eq!(treated(text, kind), expected, "{text}");
        check("punctuation.stale = false", ChangeKind::Punctuation, None);
        check("punctuation.severity = \"off\"", ChangeKind::Punctuation, treatment(None, true, true));
        check(
            "wording.severity = \"error\"",
            ChangeKind::Wording,
            treatment(Some(Severity::Error), true, true),
        );
        let as_source = treatment(Some(Severity::Warning), false, false);
        check("wording.render = \"source\"", ChangeKind::Wording, as_source);
        check("wording.counts = false", ChangeKind::Wording, treatment(Some(Severity::Warning), true, false));
        let warned = treatment(Some(Severity::Warning), false, false);
        check("meaning.severity = \"warning\"", ChangeKind::Meaning, warned);
    }

    #[test]
    fn nothing_makes_an_old_dose_pass() {
        let check = |text: &str, why: &str| {
            let error = policy(text).unwrap_err();
            assert!(error.contains(why), "{text}: {error}");
        };
        check("meaning.stale = false", "always makes a translation stale");
        check("meaning.severity = \"off\"", "always said");
        check("meaning.render = \"translation\"", "an old dose is never shown");
        check("meaning.counts = true", "an old dose is never shown");
        check("wording.stale = false", "changed words always make a translation stale");
        check("markup = { stale = false, severity = \"note\" }", "nothing else can be said");
        check("wording = { render = \"source\", counts = true }", "leave out `counts`");
        check("layout.stale = true", "unknown field `layout`");
    }
}
