//! The past: every source text that stands or ever stood in a document, by fingerprint, so that a stale unit can show
//! what it answers.
//!
//! The file lists the texts in the order of the document, those that stand now among those that were replaced: a new
//! text comes right behind the one that stood in its place. So two branches that edit different texts, be they
//! neighbours, change different places of the file, and plain git merges it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::carry::ChangeKind;
use crate::catalog::date::Date;
use crate::catalog::records::{self, Shape};
use crate::catalog::unit::SourceUnit;
use crate::catalog::verdict::Verdict;
use crate::finding::Finding;
use crate::text::Fingerprint;

/// One source text that stood in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastText {
    /// The text.
    pub text: String,
    /// The first day on which it was replaced; none if it never was.
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

/// The source texts of one document, of all times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    texts: BTreeMap<Fingerprint, PastText>,
    /// Those that have a place in the file.
    order: Vec<Fingerprint>,
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
            if !past.texts.contains_key(&fingerprint) {
                past.order.push(fingerprint);
            }
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
            self.all().map(|(fingerprint, past)| {
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

    /// Keeps the texts that stand now, and dates those that stood until now. A new text gets its place behind those that
    /// `stood` under its id before.
    pub(crate) fn settle(
        &mut self,
        units: &[SourceUnit],
        stood: &dyn Fn(&str) -> Vec<Fingerprint>,
        day: Date,
    ) {
        let in_file: HashSet<Fingerprint> = self.order.iter().copied().collect();
        let mut wanted = Vec::with_capacity(units.len());
        for unit in units {
            if !in_file.contains(&unit.fingerprint) {
                wanted.extend(stood(&unit.id));
            }
            wanted.push(unit.fingerprint);
            self.add(&unit.text, None);
        }
        wanted.retain(|fingerprint| self.texts.contains_key(fingerprint));
        self.order.retain(|fingerprint| self.texts.contains_key(fingerprint));
        self.order = records::arranged(&self.order, wanted);
        let standing: HashSet<Fingerprint> = units.iter().map(|unit| unit.fingerprint).collect();
        for (fingerprint, past) in &mut self.texts {
            if past.replaced.is_none() && !standing.contains(fingerprint) {
                past.replaced = Some(day);
            }
        }
    }

    /// Lets go of texts that stand in another document now, unless they were replaced here before.
    pub(crate) fn release(&mut self, texts: &HashSet<Fingerprint>) {
        self.texts.retain(|fingerprint, past| past.replaced.is_some() || !texts.contains(fingerprint));
    }

    /// Whether the texts that stand now are kept, too; an earlier version kept those of hand-written sources only.
    pub(crate) fn is_complete(&self) -> bool {
        self.texts.values().any(|past| past.replaced.is_none())
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

    /// Drops the texts that were replaced before a day, except those that are needed and those that a verdict about a
    /// needed one names. Gives what was dropped, with its day, in the order of the file.
    pub(crate) fn forget(&mut self, before: Date, needed: &HashSet<Fingerprint>) -> Vec<(String, Date)> {
        let of_needed = needed.iter().filter_map(|fingerprint| self.get(*fingerprint));
        let named: HashSet<Fingerprint> =
            of_needed.flat_map(|past| &past.verdicts).filter_map(Verdict::named).collect();
        let is_kept = |fingerprint: &Fingerprint| needed.contains(fingerprint) || named.contains(fingerprint);
        let mut dropped = Vec::new();
        for fingerprint in self.all().map(|(fingerprint, _)| fingerprint).collect::<Vec<_>>() {
            let replaced = self.get(fingerprint).and_then(|past| past.replaced);
            if let Some(day) = replaced.filter(|day| *day < before && !is_kept(&fingerprint)) {
                dropped.extend(self.texts.remove(&fingerprint).map(|past| (past.text, day)));
            }
        }
        self.order.retain(|fingerprint| self.texts.contains_key(fingerprint));
        dropped
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

    /// The text of a fingerprint.
    pub fn get(&self, fingerprint: Fingerprint) -> Option<&PastText> {
        self.texts.get(&fingerprint)
    }

    /// All texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.values().map(|past| past.text.as_str())
    }

    /// All texts in the order of the file. What has no place in the document, like a text typed where it does not count,
    /// comes last.
    fn all(&self) -> impl Iterator<Item = (Fingerprint, &PastText)> {
        let placed: HashSet<Fingerprint> = self.order.iter().copied().collect();
        let rest = self.texts.keys().copied().filter(move |fingerprint| !placed.contains(fingerprint));
        let all = self.order.iter().copied().chain(rest);
        all.filter_map(|fingerprint| Some((fingerprint, self.get(fingerprint)?)))
    }

    /// Whether no text was kept yet.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::document::Kind;
    use crate::text::Span;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn units(texts: &[(&str, &str)]) -> Vec<SourceUnit> {
        let unit = |(id, text): &(&str, &str)| SourceUnit {
            id: (*id).to_owned(),
            kind: Kind::Paragraph,
            text: Arc::from(*text),
            fingerprint: Fingerprint::of(text),
            span: Span::default(),
            path: Arc::from([]),
            notes: Vec::new(),
        };
        texts.iter().map(unit).collect()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut past = Past::default();
        past.settle(
            &units(&[("p-1", "濃度は10 ng/mLである。"), ("p-3", "題\n副題")]),
            &|_| vec![],
            day("2026-11-03"),
        );
        past.divide("p-1", &[Fingerprint::of("濃度は10 ng/mLである。")], &["p-1", "p-2"]);
        past.mark_moved(Fingerprint::of("題\n副題"), "p-3");
        assert_eq!(Past::parse(&past.to_text()), (past, vec![]));
    }

    #[test]
    fn a_new_text_stands_behind_the_one_it_replaced() {
        let mut past = Past::default();
        let mut before: Vec<SourceUnit> = Vec::new();
        let mut check = |day_of: &str, now: &[(&str, &str)], expected: &str| {
            let stood = |id: &str| {
                before.iter().filter(|unit| unit.id == id).map(|unit| unit.fingerprint).collect::<Vec<_>>()
            };
            past.settle(&units(now), &stood, day(day_of));
            before = units(now);
            let text = past.to_text();
            let shown = text.lines().skip(2).filter(|line| !line.is_empty()).map(|line| {
                let cells: Vec<&str> = line.split('\t').collect();
                format!("{}{}", cells[1], cells[2].trim_start_matches("2026-11-0"))
            });
            assert_eq!(shown.collect::<Vec<_>>().join(" "), expected);
            past = Past::parse(&text).0;
        };
        check("2026-11-01", &[("1", "a"), ("2", "b"), ("3", "c")], "a- b- c-");
        check("2026-11-02", &[("1", "A"), ("2", "b"), ("new", "n"), ("3", "C")], "a2 A- b- n- c2 C-");
        // What goes keeps its place, and so does what is moved or comes back.
        check("2026-11-03", &[("3", "c"), ("1", "X"), ("2", "b")], "a2 A3 X- b- n3 c2 C3");
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
