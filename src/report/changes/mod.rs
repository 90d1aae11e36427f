//! Stale units for people who settle them: what was translated, what stands there now, and the translation.

mod html;
mod json;
mod markdown;
mod text;

pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use text::text;

use crate::carry::{Change, Op, word_diff};
use crate::catalog::{Date, DocumentFiles, DocumentPlan, Family, Status};
use crate::text::LineIndex;

/// One stale unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The locale.
    pub locale: String,
    /// The document's name.
    pub document: String,
    /// The unit's id.
    pub id: String,
    /// The headings it stands under.
    pub path: Vec<String>,
    /// What changed.
    pub change: Change,
    /// The source text that was translated; none if it is lost. Of a family of split or merged texts all as one, and
    /// so are the two below.
    pub old: Option<String>,
    /// What the translator's file showed in between: not what was translated, and not what stands there now.
    pub between: Option<String>,
    /// The source text now.
    pub new: String,
    /// The word diff between the two; only insertions if the old text is lost.
    pub ops: Vec<Op>,
    /// The translation.
    pub translation: String,
    /// Since when it is stale.
    pub since: Option<Date>,
    /// The translator's file, and the line of the unit in it.
    pub place: (String, usize),
}

/// The stale units of all documents, or of those that `wanted` takes by locale and id, in order.
pub fn changes(
    plans: &[DocumentPlan],
    files: &[DocumentFiles],
    wanted: impl Fn(&str, &str) -> bool,
) -> Vec<Changed> {
    let mut all = Vec::new();
    for (plan, files) in plans.iter().zip(files) {
        for (target, target_files) in plan.targets.iter().zip(&files.targets) {
            let index = LineIndex::new(target_files.ftl.text.as_deref().unwrap_or_default());
            for (source, unit) in plan.sources.iter().zip(&target.units) {
                let Status::Stale(stale) = &unit.status else { continue };
                if !wanted(&target.locale, &source.id) {
                    continue;
                }
                let family = unit.family.as_deref().filter(|family| family.change == stale.change);
                let old = family.map(Family::old_source).or_else(|| unit.old_source.clone());
                let new = family.map_or_else(|| source.text.to_string(), Family::new_source);
                let translation = family.map(Family::translation).or_else(|| unit.translation.clone());
                all.push(Changed {
                    locale: target.locale.clone(),
                    document: plan.name.clone(),
                    id: source.id.clone(),
                    path: source.path.iter().map(|heading| heading.replace('\n', " ")).collect(),
                    change: stale.change.clone(),
                    ops: word_diff(old.as_deref().unwrap_or_default(), &new),
                    old,
                    between: unit.between.clone(),
                    new,
                    translation: translation.unwrap_or_default(),
                    since: unit.since,
                    place: (target.path.clone(), unit.place.map_or(1, |place| index.line(place.start))),
                });
            }
        }
    }
    all
}

impl Changed {
    /// What changed, in words: `meaning: 10 → 100`.
    fn what(&self) -> String {
        self.change.describe()
    }

    /// `since 2026-11-03, 19 days`.
    fn age(&self, today: Date) -> Option<String> {
        let since = self.since?;
        Some(match today.days_since(since) {
            days if days <= 0 => format!("since {since}"),
            1 => format!("since {since}, 1 day"),
            days => format!("since {since}, {days} days"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carry::classify;

    fn dose() -> Changed {
        let (old, new) = ("1回10 mgを<b>飲む</b>。", "1回5 mgを<b>飲む</b>。");
        Changed {
            locale: "ar".into(),
            document: "guide".into(),
            id: "p-1".into(),
            path: vec!["薬".into()],
            change: classify(old, new),
            old: Some(old.into()),
            between: None,
            new: new.into(),
            ops: word_diff(old, new),
            translation: "10 mg & more".into(),
            since: "2026-11-20".parse().ok(),
            place: ("locales/ar/guide.ftl".into(), 7),
        }
    }

    fn today() -> Date {
        "2026-11-22".parse().unwrap()
    }

    #[test]
    fn on_a_terminal() {
        let plain = text(&[dose()], today(), false);
        assert!(plain.starts_with("locales/ar/guide.ftl:7: p-1 (meaning: "), "{plain}");
        assert!(plain.contains("  薬 · since 2026-11-20, 2 days\n"), "{plain}");
        assert!(
            plain.contains("  source: 1回[-10-]{+5+} mgを<b>飲む</b>。\n  ar: 10 mg & more\n"),
            "{plain}"
        );
        assert!(text(&[dose()], today(), true).contains("\u{1b}["));
    }

    #[test]
    fn marks_of_the_text_do_not_become_marks_of_the_report() {
        let page = html(&[dose()], today(), "ja");
        let expected = "<p lang=\"ja\" dir=\"ltr\">1回<del>10</del><ins>5</ins> mgを&lt;b&gt;飲む&lt;/b&gt;。</p>\n\
                        <p lang=\"ar\" dir=\"rtl\">10 mg &amp; more</p>";
        assert!(page.contains(expected), "{page}");
        let section = markdown(&[dose()], today());
        assert!(section.contains("> 1回<del>10</del><ins>5</ins> mgを&lt;b>飲む&lt;/b>。\n"), "{section}");
    }

    #[test]
    fn a_lost_old_text_is_said() {
        let lost = Changed { old: None, ops: word_diff("", "新"), ..dose() };
        assert!(text(&[lost], today(), false).contains("is lost"));
    }
}
