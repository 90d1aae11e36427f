//! `--since`: the option, and the project as it was.

use std::collections::HashSet;

use crate::catalog::{Before, Turn, UnitNow, units};
use crate::cli::report;
use crate::cli::session::Session;
use crate::project::Error;

/// The option of `status`, `check` and `diff`.
#[derive(Debug, clap::Args)]
pub(crate) struct SinceArg {
    /// Only what this branch brought about since it left REF (a branch, tag or commit).
    ///
    /// The project as it stands is compared with the commit where this branch left REF, or, in a clone too shallow to
    /// tell, with REF itself. A unit counts if its source text, its translation or its record is another one than
    /// there; it is newly stale if it is stale and was not, or was for another source text. `auto` takes the base of
    /// the pull or merge request from the environment of GitHub or GitLab.
    #[arg(long, value_name = "REF")]
    since: Option<String>,
}

impl SinceArg {
    /// The project as it was; nothing without the option.
    pub(crate) fn session(&self, now: &Session) -> Result<Option<Earlier>, Error> {
        let Some(reference) = &self.since else { return Ok(None) };
        let base = now.project.base(reference)?;
        if !base.is_branch_point {
            report(&format!(
                "this clone is too shallow to tell where the branch left {}: comparing with {} as it stands",
                base.name, base.name
            ));
        }
        let session = now.before(&base)?;
        Ok(Some(Earlier { name: base.name, session }))
    }
}

/// The project as it was.
pub(crate) struct Earlier {
    /// What `--since` meant.
    pub(crate) name: String,
    pub(crate) session: Session,
}

impl Earlier {
    /// The units as they were.
    pub(crate) fn before(&self) -> Before<'_> {
        Before::new(&self.session.plans)
    }

    /// Document, locale and id of the units that are newly stale.
    pub(crate) fn newly_stale<'a>(&self, now: &'a Session) -> HashSet<(&'a str, &'a str, &'a str)> {
        let before = self.before();
        units(&now.plans)
            .filter(|now| before.turn(now) == Some(Turn::Stale))
            .map(|UnitNow { plan, target, source, .. }| (&*plan.name, &*target.locale, &*source.id))
            .collect()
    }
}

/// Whether a unit is in the wanted locale, where one is wanted.
pub(crate) fn is_in(now: &UnitNow<'_>, locale: Option<&str>) -> bool {
    locale.is_none_or(|locale| now.target.locale == locale)
}
