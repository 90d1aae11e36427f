//! Planning again: a document whose plan nothing can have altered keeps it.

use std::collections::{HashMap, HashSet};

use crate::catalog::answer::Answers;
use crate::catalog::plan::{DocumentFiles, Read};
use crate::catalog::unit::DocumentPlan;

/// Plans that were made before, with all that decided them besides the [`Settings`](crate::catalog::Settings), which
/// must be the same now but for the answers.
#[derive(Debug, Default)]
pub struct EarlierPlans<'a> {
    /// The files.
    pub files: &'a [DocumentFiles],
    /// Their plans.
    pub plans: Vec<DocumentPlan>,
    /// The answers.
    pub answers: Answers,
}

impl EarlierPlans<'_> {
    /// The plans that stand as they are, by the place of their document among `documents`: its files are the same, so
    /// are the ids of its texts, nobody answers or answered anything in it, and it exchanges nothing with others.
    pub(crate) fn kept(
        self,
        documents: &[Read<'_>],
        pairs: &[(usize, usize)],
        answers: &Answers,
    ) -> HashMap<usize, DocumentPlan> {
        if self.plans.is_empty() {
            return HashMap::new();
        }
        let exchanging: HashSet<usize> = pairs.iter().flat_map(|(from, to)| [*from, *to]).collect();
        let files: HashMap<&str, &DocumentFiles> =
            self.files.iter().map(|files| (files.name.as_str(), files)).collect();
        let mut plans: HashMap<String, DocumentPlan> =
            self.plans.into_iter().map(|plan| (plan.name.clone(), plan)).collect();
        let mut kept = HashMap::new();
        for (at, document) in documents.iter().enumerate() {
            let name = document.files.name.as_str();
            let is_judged = answers.concern(name) || self.answers.concern(name);
            let is_same = files.get(name).is_some_and(|files| *files == document.files);
            if !is_same || is_judged || exchanging.contains(&at) || document.files.is_gone() {
                continue;
            }
            let has_its_ids = |plan: &DocumentPlan| {
                plan.together.is_empty() && plan.sources.iter().map(|unit| &*unit.id).eq(document.ids_now())
            };
            if plans.get(name).is_some_and(has_its_ids) {
                kept.extend(plans.remove(name).map(|plan| (at, plan)));
            }
        }
        kept
    }
}
