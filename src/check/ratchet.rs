//! The gate `ratchet`: what may not become more on a branch.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::catalog::{Counts, DocumentPlan, MISSING, NOT_SYNCED, STALE};
use crate::check::gates::{Failure, GATE, Gates};
use crate::finding::{Finding, Severity};

/// What is counted.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Ratchet {
    /// Texts without a translation.
    Missing,
    /// Stale translations.
    Stale,
    /// Warnings and errors about anything else.
    Findings,
}

/// One state of a project: its plans, and its findings as its configuration judges them.
#[derive(Clone, Copy)]
pub struct State<'a> {
    /// The plans.
    pub plans: &'a [DocumentPlan],
    /// The findings.
    pub findings: &'a [Finding],
}

impl State<'_> {
    fn tallies(&self) -> BTreeMap<&str, Tally> {
        let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
        for plan in self.plans {
            for target in &plan.targets {
                let counts = Counts::of(&plan.sources, &target.units);
                let tally = tallies.entry(&target.locale).or_default();
                tally.missing += counts.missing;
                tally.stale += counts.stale;
            }
        }
        let has_own_count =
            |rule: &str| [MISSING, STALE, NOT_SYNCED, GATE].iter().any(|own| own.name == rule);
        let counted = self.findings.iter().filter(|finding| finding.severity >= Severity::Warning);
        for finding in counted.filter(|finding| !has_own_count(finding.rule)) {
            if let Some(tally) = finding.locale.as_deref().and_then(|locale| tallies.get_mut(locale)) {
                tally.findings += 1;
            }
        }
        tallies
    }
}

/// What is counted in a locale.
#[derive(Clone, Copy, Default)]
struct Tally {
    missing: usize,
    stale: usize,
    findings: usize,
}

impl Tally {
    fn of(self, what: Ratchet) -> usize {
        match what {
            Ratchet::Missing => self.missing,
            Ratchet::Stale => self.stale,
            Ratchet::Findings => self.findings,
        }
    }
}

impl Gates {
    /// What became more since an earlier state, called `name`, where that is gated; findings in the configuration at
    /// `path`.
    pub fn ratchet(&self, now: State<'_>, before: State<'_>, name: &str, path: &str) -> Vec<Finding> {
        let before = before.tallies();
        let mut findings = Vec::new();
        for (locale, now) in now.tallies() {
            let before = before.get(locale).copied().unwrap_or_default();
            for what in self.of(locale).ratchet.unwrap_or_default() {
                let (is, was) = (now.of(what), before.of(what));
                if is > was {
                    let message = said(locale, what, is, was, name);
                    let failure = Failure { gate: "ratchet", severity: Severity::Error, message };
                    findings.push(self.failed(locale, failure, path));
                }
            }
        }
        findings
    }
}

fn said(locale: &str, what: Ratchet, is: usize, was: usize, name: &str) -> String {
    let (noun, remedy) = match what {
        Ratchet::Missing => {
            ("missing", format!("`yakugo status --todo --since {name} --locale {locale}` lists what came"))
        }
        Ratchet::Stale => {
            ("stale", format!("`yakugo status --todo --since {name} --locale {locale}` lists what came"))
        }
        Ratchet::Findings => (
            "warnings and errors",
            format!("`yakugo check --since {name} --locale {locale}` lists those that came"),
        ),
    };
    format!("{locale}: {noun}: {is}, {was} in {name}, and they may not become more (ratchet); {remedy}")
}
