//! `yakugo explain`

use crate::check;
use crate::cli::Outcome;
use crate::project::Error;
use crate::report;
use crate::text::did_you_mean;

/// Say what a rule reports, why it matters, and what to do.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The rule's name, as it stands in brackets in front of a finding.
    #[arg(value_name = "RULE")]
    rule: String,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Error> {
    let rules = check::rules();
    if let Some(rule) = rules.iter().find(|rule| rule.name == args.rule) {
        return Ok(Outcome::clean(report::explanation(rule)));
    }
    let hint = match did_you_mean(&args.rule, rules.iter().map(|rule| rule.name)) {
        none if none.is_empty() => "; `yakugo rules` lists them all".to_owned(),
        hint => hint,
    };
    Err(Error::Usage(format!("there is no rule `{}`{hint}", args.rule)))
}
