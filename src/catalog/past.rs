//! The past: every source text that was ever replaced, by fingerprint, so that a stale unit can show what it answers.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::carry::ChangeKind;
use crate::catalog::date::Date;
use crate::catalog::records::{self, Shape};
use crate::catalog::verdict::Verdict;
use crate::finding::Finding;
use crate::text::Fingerprint;

/// One source text that stood in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastText {
    /// The text.
    pub text: String,
    /// The first day on which it was replaced; none while it stands (texts of hand-written sources are kept from
    /// the beginning, because the developer overwrites the only copy).
    pub replaced: Option<Date>,
    /// The ids it went into, where it was split or merged: wherever its words stand now, in the order of the ids.
    pub into: BTreeSet<String>,
    /// What somebody decided about it, once for all locales.
    pub verdicts: BTreeSet<Verdict>,
    /// The ids whose segment went to another place since it had this text.
    pub moved: BTreeSet<String>,
}

const SHAPE: Shape = Shape {
    name: "past",
    about: "source texts that were replaced; kept by yakugo, merged by git",
    columns: &["fingerprint", "text", "replaced", "into", "verdict", "moved"],
};

/// The old source texts of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    texts: BTreeMap<Fingerprint, PastText>,
}

impl Past {
    /// Reads a past file; both sides of a conflict are united, the earliest day wins.
    pub fn parse(text: &str) -> (Self, Vec<Finding>) {
        let (rows, mut findings) = records::read(&SHAPE, text);
        let mut past = Self::default();
        for row in rows {
            let [name, text, replaced, into, verdict, moved] = row.fields.as_slice() else { continue };
            // A record whose text does not bear its fingerprint would show a wrong "was".
            let Some(fingerprint) = name.parse().ok().filter(|f| Fingerprint::of(text) == *f) else {
                findings.push(Finding::new(
                    &records::RECORDS,
                    row.span,
                    "the text of this past record does not fit its fingerprint, so it is not used: take the line from \
                     your last commit",
                ));
                continue;
            };
            let Ok(verdicts) = verdict.lines().map(str::parse).collect() else {
                findings.push(Finding::new(
                    &records::RECORDS,
                    row.span,
                    "the column `verdict` of this past record holds what this version does not know, so the record is \
                     not used: take the line from your last commit, or empty the column",
                ));
                continue;
            };
            let text = PastText {
                text: text.clone(),
                replaced: replaced.parse().ok(),
                into: into.split_whitespace().map(str::to_owned).collect(),
                verdicts,
                moved: moved.split_whitespace().map(str::to_owned).collect(),
            };
            past.unite(fingerprint, text);
        }
        (past, findings)
    }

    /// Adds a text of another past, or of another branch.
    pub(crate) fn unite(&mut self, fingerprint: Fingerprint, text: PastText) {
        let known = self.texts.entry(fingerprint).or_insert_with(|| text.clone());
        known.replaced = match (known.replaced, text.replaced) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        known.into.extend(text.into);
        known.verdicts.extend(text.verdicts);
        known.moved.extend(text.moved);
    }

    /// The file's text.
    pub fn to_text(&self) -> String {
        records::write(
            &SHAPE,
            self.texts.iter().map(|(fingerprint, past)| {
                vec![
                    Cow::Owned(fingerprint.to_string()),
                    past.text.as_str().into(),
                    past.replaced.map_or(Cow::Borrowed("-"), |date| Cow::Owned(date.to_string())),
                    past.into.iter().map(String::as_str).collect::<Vec<_>>().join(" ").into(),
                    past.verdicts.iter().map(Verdict::to_string).collect::<Vec<_>>().join("\n").into(),
                    past.moved.iter().map(String::as_str).collect::<Vec<_>>().join(" ").into(),
                ]
            }),
        )
    }

    /// Keeps the texts that stand now, and dates those that stood until now.
    pub(crate) fn settle_current<'a>(&mut self, current: impl Iterator<Item = &'a str>, day: Date) {
        let current: HashSet<Fingerprint> = current
            .map(|text| {
                self.add(text, None);
                Fingerprint::of(text)
            })
            .collect();
        for (fingerprint, past) in &mut self.texts {
            if past.replaced.is_none() && !current.contains(fingerprint) {
                past.replaced = Some(day);
            }
        }
    }

    /// Keeps a text that was replaced on a day.
    pub(crate) fn replace(&mut self, text: &str, day: Date) {
        self.add(text, Some(day));
    }

    /// Keeps that the text of `id` was split or merged into other ids: these texts of it, and whatever went into it
    /// before.
    pub(crate) fn divide(&mut self, id: &str, texts: &[Fingerprint], into: &[&str]) {
        for (fingerprint, past) in &mut self.texts {
            if texts.contains(fingerprint) || past.into.contains(id) {
                past.into.extend(into.iter().map(|id| (*id).to_owned()));
            }
        }
    }

    /// Whether any text was ever split or merged.
    pub(crate) fn has_families(&self) -> bool {
        self.texts.values().any(|past| !past.into.is_empty())
    }

    /// Keeps that the segment of `id` moved; says so at the old text of a fingerprint, if it is known.
    pub(crate) fn mark_moved(&mut self, fingerprint: Fingerprint, id: &str) {
        if let Some(past) = self.texts.get_mut(&fingerprint) {
            past.moved.insert(id.to_owned());
        }
    }

    /// Keeps a text that was typed into a generated file, where it does not count.
    pub(crate) fn keep_discarded(&mut self, text: &str, day: Date) {
        self.add(text, Some(day));
        self.judge(Fingerprint::of(text), Verdict::Discarded);
    }

    /// Keeps a verdict about a text that is known.
    pub(crate) fn judge(&mut self, text: Fingerprint, verdict: Verdict) {
        if let Some(past) = self.texts.get_mut(&text) {
            past.verdicts.insert(verdict);
        }
    }

    /// Whether somebody decided that a translation of `old` answers `new`, too; for a change of meaning only where a
    /// reason was given.
    pub(crate) fn is_same(&self, old: Fingerprint, new: Fingerprint, kind: ChangeKind) -> bool {
        let verdicts = self.get(old).into_iter().flat_map(|past| &past.verdicts);
        let mut same = verdicts.filter_map(|verdict| match verdict {
            Verdict::SameAs { text, reason, .. } if *text == new => Some(reason),
            _ => None,
        });
        same.any(|reason| kind < ChangeKind::Meaning || !reason.is_empty())
    }

    fn add(&mut self, text: &str, replaced: Option<Date>) {
        let past = PastText {
            text: text.to_owned(),
            replaced,
            into: BTreeSet::new(),
            verdicts: BTreeSet::new(),
            moved: BTreeSet::new(),
        };
        self.unite(Fingerprint::of(text), past);
    }

    /// The old text of a fingerprint.
    pub fn get(&self, fingerprint: Fingerprint) -> Option<&PastText> {
        self.texts.get(&fingerprint)
    }

    /// All old texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.values().map(|past| past.text.as_str())
    }

    /// Whether nothing was ever replaced.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut past = Past::default();
        past.replace("濃度は10 ng/mLである。", day("2026-11-03"));
        past.divide("p-1", &[Fingerprint::of("濃度は10 ng/mLである。")], &["p-1", "p-2"]);
        past.settle_current(["題\n副題"].into_iter(), day("2026-11-04"));
        past.mark_moved(Fingerprint::of("題\n副題"), "p-3");
        assert_eq!(Past::parse(&past.to_text()), (past, vec![]));
    }

    #[test]
    fn the_earliest_day_wins() {
        let mut past = Past::default();
        for text in ["2026-11-05", "2026-11-03", "2026-11-04"] {
            past.replace("古い", day(text));
        }
        assert_eq!(past.get(Fingerprint::of("古い")).unwrap().replaced, Some(day("2026-11-03")));
    }

    #[test]
    fn what_went_into_an_id_goes_where_that_goes() {
        let mut past = Past::default();
        let texts = ["一二三", "二三"];
        texts.iter().for_each(|text| past.replace(text, day("2026-11-03")));
        let [whole, rest] = texts.map(Fingerprint::of);
        past.divide("p-1", &[whole], &["p-1", "p-2"]);
        past.divide("p-2", &[rest], &["p-2", "p-3"]);
        let into = |text| past.get(text).unwrap().into.iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!((into(whole), into(rest)), (vec!["p-1", "p-2", "p-3"], vec!["p-2", "p-3"]));
    }

    #[test]
    fn a_text_that_does_not_fit_its_fingerprint_is_not_used() {
        let mut past = Past::default();
        past.replace("10 mg", day("2026-11-03"));
        let (read, findings) = Past::parse(&past.to_text().replace("10 mg", "100 mg"));
        assert!(read.is_empty());
        assert_eq!(findings.len(), 1);
    }
}
