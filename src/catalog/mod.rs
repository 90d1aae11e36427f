//! The catalog: units of every document and locale, what is recorded of them, and the plan that brings the files up
//! to date. Pure: texts in, texts out; the disk is the business of `project`.

mod across;
mod answer;
mod attic;
mod date;
mod edit;
mod exchange;
mod gone;
mod id;
mod identity;
mod ledger;
mod locale;
mod note;
mod past;
mod plan;
mod policy;
mod propagation;
mod records;
mod renamed;
mod render;
mod review;
mod rules;
mod settle;
mod since;
mod source;
mod status;
mod stub;
mod target;
mod unit;

pub use answer::{Answer, Answers};
pub use date::{Date, NotADate};
pub use ledger::{Earlier, Ledger, Record, State};
pub use past::{Past, PastText};
pub use plan::{DocumentFiles, FileText, Origin, Settings, TargetFiles, plan};
pub use policy::{Policy, Treatment};
pub use renamed::follow_renames;
pub use render::{Page, PageOptions, render};
pub use review::{Reply, UnitName, Walk, due};
pub use rules::{MISSING, NOT_SYNCED, NOT_WRITTEN, OBSOLETE, RULES, STALE, UNRECORDED, orphaned};
pub use settle::{Stale, Status};
pub use since::{Before, Turn, UnitNow, units};
pub use status::Counts;
pub use unit::{DocumentPlan, SourceUnit, Stage, TargetPlan, Unit, Write};
