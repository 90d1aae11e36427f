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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{
        Answer, Date, FileText, Origin, Policy, Settings, Stage, TargetFiles, Write, plan, plan_again,
    };
    use crate::document::{Format, Options};
    use crate::glossary::Glossary;

    const LONG: &str = "凍結した検体は光を避けて10 ℃以下の冷蔵庫で保管し、解凍したものを再び凍結しません。";

    fn document(name: &str, text: &str) -> DocumentFiles {
        let file = |path: String| FileText::new(path, None);
        DocumentFiles {
            name: name.to_owned(),
            origin: Origin::Article(Format::Markdown),
            document: FileText::new(format!("{name}.md"), Some(text.to_owned())),
            source: file(format!("ja/{name}.ftl")),
            past: file(format!("ja/{name}.past.tsv")),
            targets: vec![TargetFiles {
                locale: "en".to_owned(),
                ftl: file(format!("en/{name}.ftl")),
                ledger: file(format!("en/{name}.ledger.tsv")),
                attic: file(format!("en/{name}.attic.ftl")),
            }],
        }
    }

    fn with_settings<T>(answers: &Answers, use_them: impl FnOnce(&Settings<'_>) -> T) -> T {
        use_them(&Settings {
            document: Options::default(),
            source_locale: "ja",
            today: Date::from_epoch(0),
            glossary: &Glossary::default(),
            policy: Policy::default(),
            answers,
        })
    }

    /// The files as a plan leaves them.
    fn written(mut files: Vec<DocumentFiles>) -> Vec<DocumentFiles> {
        let plans = with_settings(&Answers::default(), |settings| plan(&files, settings));
        let writes: Vec<&Write> = plans.iter().flat_map(DocumentPlan::all_writes).collect();
        assert!(writes.iter().all(|write| write.stage != Stage::Renamed));
        for file in files.iter_mut().flat_map(|document| {
            let targets = document.targets.iter_mut();
            let targets = targets.flat_map(|target| [&mut target.ftl, &mut target.ledger, &mut target.attic]);
            [&mut document.source, &mut document.past].into_iter().chain(targets)
        }) {
            if let Some(write) = writes.iter().find(|write| write.path == file.path) {
                file.text.clone_from(&write.new);
            }
        }
        files
    }

    fn three() -> Vec<DocumentFiles> {
        written(vec![
            document("a", &format!("一つ目です。\n\n{LONG}\n")),
            document("b", "二つ目です。\n"),
            document("c", "三つ目です。\n"),
        ])
    }

    /// Plans what was changed in three documents, and says which of them kept their plans.
    fn kept(then: &Answers, now: &Answers, change: impl FnOnce(&mut Vec<DocumentFiles>)) -> String {
        let before = three();
        let mut after = before.clone();
        change(&mut after);
        let plans = with_settings(then, |settings| plan(&before, settings));
        let again = |plans: Vec<DocumentPlan>| {
            let earlier = EarlierPlans { files: &before, plans, answers: then.clone() };
            with_settings(now, |settings| plan_again(&after, settings, earlier))
        };
        let anew = with_settings(now, |settings| plan(&after, settings));
        assert_eq!(again(plans.clone()), anew, "what is kept is what it would come to again");
        let marked = plans.into_iter().map(|plan| DocumentPlan { path: "kept".to_owned(), ..plan });
        let again = again(marked.collect());
        again.iter().filter(|plan| plan.path == "kept").map(|plan| plan.name.as_str()).collect()
    }

    #[test]
    fn only_what_was_touched_is_planned_again() {
        let none = Answers::default();
        let set = |file: &mut FileText, from: &str, to: &str| {
            let text = file.text.take().unwrap();
            assert!(text.contains(from), "{text}");
            file.text = Some(text.replace(from, to));
        };
        let check = |expected: &str, change: &dyn Fn(&mut Vec<DocumentFiles>)| {
            assert_eq!(kept(&none, &none, change), expected);
        };
        check("abc", &|_| {});
        check("bc", &|files| set(&mut files[0].document, "一つ目", "最初"));
        check("ac", &|files| set(&mut files[1].targets[0].ftl, " =", " = Second."));
        check("ab", &|files| files[2].targets[0].ledger.text = None);
        // A text that goes to another document touches both, wherever its files stand yet.
        check("c", &|files| {
            set(&mut files[0].document, LONG, "");
            files[1].document.text = Some(format!("二つ目です。\n\n{LONG}\n"));
        });
        check("abc", &|files| files.insert(0, document("0", "前書きです。\n")));
        check("ac", &|files| drop(files.remove(1)));
    }

    #[test]
    fn what_is_answered_is_planned_again_and_so_is_what_was() {
        let plans = with_settings(&Answers::default(), |settings| plan(&three(), settings));
        let mut answers = Answers::default();
        let answer = Answer::translate(&plans[1].sources[0], "Second.", "");
        answers.insert("b", "en", &plans[1].sources[0].id, answer);
        assert_eq!(kept(&Answers::default(), &answers, |_| {}), "ac");
        assert_eq!(kept(&answers, &Answers::default(), |_| {}), "ac");
    }
}
