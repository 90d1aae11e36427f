//! Gates: how far a locale has to be. One function for `check` and `status --gate`.
//!
//! Gates count units, never findings that somebody allowed or listed. Those that count days turn red without a commit, and so
//! they are asked in scheduled jobs only (`status --gate`), never in `check`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::catalog::{Counts, Date, DocumentPlan, Status};
use crate::check::TERM_FORBIDDEN;
use crate::check::ratchet::Ratchet;
use crate::finding::{Finding, Severity, rule};
use crate::text::Span;

rule! {
    /// A locale is not as far as the gates of the project ask.
    ///
    /// Why: a half translated site looks finished to its readers. The gate says when it may be published.
    ///
    /// Example: `min-coverage = 95` under `[gates]`, and 90 % of the texts are translated into German.
    ///
    /// Fix: translate, or answer what is stale: `yakugo status --todo --locale de` lists it. What is asked of a locale
    /// stands in `yakugo.toml` under `[gates]`, or under `[gates.de]` for German alone.
    pub const GATE: "gate", Error;
}

/// What is asked of a locale; what is not said is not asked.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Gate {
    /// At most so many translations are stale.
    pub max_stale: Option<usize>,
    /// No translation is stale for more days than these; asked by `status --gate` only.
    pub max_stale_days: Option<u32>,
    /// For so many days after `max-stale-days` it is a warning, then an error.
    pub grace_days: Option<u32>,
    /// At least this per cent of the texts is translated: fresh, or stale in a way that leaves the meaning.
    #[schemars(range(min = 0, max = 100))]
    pub min_coverage: Option<f64>,
    /// At least this per cent of the texts is reviewed.
    #[schemars(range(min = 0, max = 100))]
    pub min_reviewed: Option<f64>,
    /// At most so many forbidden terms stand in the translations.
    pub max_forbidden: Option<usize>,
    /// What may not become more on a branch; asked by `check --since` only.
    pub ratchet: Option<Vec<Ratchet>>,
}

/// `[gates]`: what is asked of every locale, and under `[gates.de]` what is asked of one instead.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gates {
    /// Of every locale.
    pub everywhere: Gate,
    /// Of one locale, in the place of the same of every locale.
    pub locales: BTreeMap<String, Gate>,
    /// Where each stands in the configuration, by locale (empty for what is asked of every one) and name.
    pub places: BTreeMap<(String, String), Span>,
}

const NAMES: &[&str] = &[
    "max-stale",
    "max-stale-days",
    "grace-days",
    "min-coverage",
    "min-reviewed",
    "max-forbidden",
    "ratchet",
];

impl<'de> Deserialize<'de> for Gates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(GatesVisitor)
    }
}

impl JsonSchema for Gates {
    fn schema_name() -> Cow<'static, str> {
        "Gates".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Gate::json_schema(generator);
        let of_one_locale = generator.subschema_for::<Gate>();
        schema.insert("additionalProperties".to_owned(), of_one_locale.to_value());
        schema
    }
}

struct GatesVisitor;

impl<'de> Visitor<'de> for GatesVisitor {
    type Value = Gates;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("gates such as min-coverage = 95, and tables of gates such as [gates.de]")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Gates, A::Error> {
        let mut gates = Gates::default();
        let all = &mut gates.everywhere;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "max-stale" => all.max_stale = Some(map.next_value()?),
                "max-stale-days" => all.max_stale_days = Some(map.next_value()?),
                "grace-days" => all.grace_days = Some(map.next_value()?),
                "min-coverage" => all.min_coverage = Some(map.next_value()?),
                "min-reviewed" => all.min_reviewed = Some(map.next_value()?),
                "max-forbidden" => all.max_forbidden = Some(map.next_value()?),
                "ratchet" => all.ratchet = Some(map.next_value()?),
                // Anything of this shape is no locale.
                other
                    if other.starts_with("max-") || other.starts_with("min-") || other.ends_with("-days") =>
                {
                    return Err(A::Error::unknown_field(other, NAMES));
                }
                _ => {
                    let gate = map.next_value()?;
                    gates.locales.insert(key, gate);
                }
            }
        }
        Ok(gates)
    }
}

impl Gate {
    /// What contradicts itself, and what to write instead.
    fn problem(&self) -> Option<String> {
        let percent = [("min-coverage", self.min_coverage), ("min-reviewed", self.min_reviewed)];
        if let Some((name, Some(value))) =
            percent.into_iter().find(|(_, value)| value.is_some_and(|value| !(0.0..=100.0).contains(&value)))
        {
            return Some(format!("`{name}` is per cent, from 0 to 100, not {value}"));
        }
        if self.grace_days.is_some() && self.max_stale_days.is_none() {
            return Some("`grace-days` follow `max-stale-days`: say those, too".to_owned());
        }
        None
    }
}

impl Gates {
    /// What is asked of a locale.
    pub fn of(&self, locale: &str) -> Gate {
        let (all, own) = (self.everywhere.clone(), self.locales.get(locale).cloned().unwrap_or_default());
        Gate {
            max_stale: own.max_stale.or(all.max_stale),
            max_stale_days: own.max_stale_days.or(all.max_stale_days),
            grace_days: own.grace_days.or(all.grace_days),
            min_coverage: own.min_coverage.or(all.min_coverage),
            min_reviewed: own.min_reviewed.or(all.min_reviewed),
            max_forbidden: own.max_forbidden.or(all.max_forbidden),
            ratchet: own.ratchet.or(all.ratchet),
        }
    }

    /// A gate that failed, as a finding at its own line of the configuration at `path`.
    pub(super) fn failed(&self, locale: &str, failure: Failure, path: &str) -> Finding {
        let Failure { gate, severity, message } = failure;
        let place = |locale: &str| self.places.get(&(locale.to_owned(), gate.to_owned())).copied();
        let place = place(locale).or_else(|| place("")).unwrap_or_default();
        let finding = Finding::new(&GATE, place, message).at(path).in_locale(locale);
        Finding { severity, ..finding }
    }

    /// What contradicts itself: the locale, or nothing for all, and why.
    pub fn problem(&self) -> Option<(Option<&str>, String)> {
        let everywhere = self.everywhere.problem().map(|problem| (None, problem));
        let mut own = self.locales.keys().map(String::as_str);
        everywhere.or_else(|| own.find_map(|locale| Some((Some(locale), self.of(locale).problem()?))))
    }

    /// What is not as it should be, locale by locale, as findings in the configuration at `path`. `translations` are the
    /// findings about them before anything is allowed, hidden or filtered. Days are counted only if `today` is given.
    pub fn findings(
        &self,
        plans: &[DocumentPlan],
        translations: &[Finding],
        today: Option<Date>,
        path: &str,
    ) -> Vec<Finding> {
        let mut standings: BTreeMap<&str, Standing> = BTreeMap::new();
        for plan in plans {
            for target in &plan.targets {
                let standing = standings.entry(&target.locale).or_default();
                standing.counts += Counts::of(&plan.sources, &target.units);
                let days = target.units.iter().filter(|unit| matches!(unit.status, Status::Stale(_)));
                let days = days.filter_map(|unit| Some(today?.days_since(unit.since?)));
                standing.days = standing.days.max(days.max());
            }
        }
        for finding in translations.iter().filter(|finding| finding.rule == TERM_FORBIDDEN.name) {
            if let Some(standing) = finding.locale.as_deref().and_then(|locale| standings.get_mut(locale)) {
                standing.forbidden += 1;
            }
        }
        let mut findings = Vec::new();
        for (locale, standing) in standings {
            let failures = standing.failures(&self.of(locale), locale);
            findings.extend(failures.into_iter().map(|failure| self.failed(locale, failure, path)));
        }
        findings
    }
}

/// A gate that is not passed.
pub(super) struct Failure {
    /// Its name in the configuration.
    pub(super) gate: &'static str,
    pub(super) severity: Severity,
    pub(super) message: String,
}

impl Failure {
    fn error(gate: &'static str, message: String) -> Self {
        Self { gate, severity: Severity::Error, message }
    }
}

/// How a locale stands.
#[derive(Default)]
struct Standing {
    counts: Counts,
    forbidden: usize,
    /// For how long the oldest stale translation is stale.
    days: Option<i64>,
}

impl Standing {
    fn failures(&self, gate: &Gate, locale: &str) -> Vec<Failure> {
        let todo = format!("`yakugo status --todo --locale {locale}` lists what to do");
        let counts = &self.counts;
        let mut failures = Vec::new();
        if let Some(most) = gate.max_stale.filter(|most| counts.stale > *most) {
            let message =
                format!("{locale}: {} stale, at most {most} may be (max-stale); {todo}", counts.stale);
            failures.push(Failure::error("max-stale", message));
        }
        if let (Some(most), Some(days)) = (gate.max_stale_days, self.days)
            && days > i64::from(most)
        {
            let grace = i64::from(most) + i64::from(gate.grace_days.unwrap_or_default());
            let severity = if days > grace { Severity::Error } else { Severity::Warning };
            let what = format!(
                "{locale}: a translation is stale for {days} days, {most} are allowed (max-stale-days)"
            );
            let message = format!("{what}; {todo}");
            failures.push(Failure { gate: "max-stale-days", severity, message });
        }
        let parts = [
            ("translated", "min-coverage", gate.min_coverage, counts.counted),
            ("reviewed", "min-reviewed", gate.min_reviewed, counts.reviewed),
        ];
        for (what, name, least, count) in parts {
            if let Some(least) = least.filter(|least| percent(count, counts.units) < *least) {
                let is = format!("{locale}: {count} of {} texts are {what}", counts.units);
                let message = format!("{is}, {least} % have to be ({name}); {todo}");
                failures.push(Failure::error(name, message));
            }
        }
        if let Some(most) = gate.max_forbidden.filter(|most| self.forbidden > *most) {
            let is = format!("{locale}: forbidden terms: {}, at most {most} may be", self.forbidden);
            let message = format!("{is} (max-forbidden); `yakugo check --locale {locale}` lists them");
            failures.push(Failure::error("max-forbidden", message));
        }
        failures
    }
}

/// 100 where there is nothing to translate.
fn percent(count: usize, of: usize) -> f64 {
    let number = |n: usize| u32::try_from(n).map_or(f64::MAX, f64::from);
    if of == 0 { 100.0 } else { number(count) * 100.0 / number(of) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_is_held_to_what_is_asked() {
        let counts = Counts { units: 200, counted: 189, stale: 3, reviewed: 100, ..Counts::default() };
        let standing = Standing { counts, forbidden: 2, days: Some(31) };
        let check = |gate: Gate, expected: Option<(Severity, &str)>| {
            let failures = standing.failures(&gate, "de");
            let told = failures
                .first()
                .map(|failure| (failure.severity, failure.message.split(';').next().unwrap()));
            assert_eq!(told, expected, "{gate:?}");
            assert!(failures.iter().all(|failure| NAMES.contains(&failure.gate)));
            assert!(failures.len() <= 1);
        };
        let error = |message| Some((Severity::Error, message));
        check(Gate::default(), None);
        check(Gate { max_stale: Some(3), ..Gate::default() }, None);
        check(
            Gate { max_stale: Some(2), ..Gate::default() },
            error("de: 3 stale, at most 2 may be (max-stale)"),
        );
        check(Gate { min_coverage: Some(94.5), ..Gate::default() }, None);
        let covered = "de: 189 of 200 texts are translated, 94.6 % have to be (min-coverage)";
        check(Gate { min_coverage: Some(94.6), ..Gate::default() }, error(covered));
        check(Gate { min_reviewed: Some(50.0), ..Gate::default() }, None);
        let reviewed = "de: 100 of 200 texts are reviewed, 51 % have to be (min-reviewed)";
        check(Gate { min_reviewed: Some(51.0), ..Gate::default() }, error(reviewed));
        check(Gate { max_forbidden: Some(2), ..Gate::default() }, None);
        let forbidden = "de: forbidden terms: 2, at most 1 may be (max-forbidden)";
        check(Gate { max_forbidden: Some(1), ..Gate::default() }, error(forbidden));
        let days = "de: a translation is stale for 31 days, 30 are allowed (max-stale-days)";
        check(Gate { max_stale_days: Some(31), ..Gate::default() }, None);
        check(Gate { max_stale_days: Some(30), ..Gate::default() }, error(days));
        let grace = Gate { max_stale_days: Some(30), grace_days: Some(1), ..Gate::default() };
        check(grace, Some((Severity::Warning, days)));
    }
}
