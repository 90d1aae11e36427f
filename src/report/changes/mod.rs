//! Stale units for people who settle them: what was translated, what stands there now, and the translation.

mod html;
mod json;
mod markdown;
mod marks;
mod text;

pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use text::text;

pub(crate) use text::shown;

use crate::carry::{Change, Edit, Op, changed_sentences, word_diff, word_diff_keeping};
use crate::catalog::{Date, DocumentFiles, DocumentPlan, Family, SourceUnit, Status, TargetPlan, Unit};
use crate::glossary::Matcher;
use crate::text::{LineIndex, Sentences, Span};

/// What is said where nobody knows any more which text was translated.
pub(crate) const LOST: &str = "The text that was translated is lost; the source now:";

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
    /// Whether the segment went to another place since its text was replaced.
    pub moved: bool,
    /// The word diff between the two; only insertions if the old text is lost.
    pub ops: Vec<Op>,
    /// The sentences that changed, old and new, where both texts have equally many.
    pub sentences: Option<Vec<(String, String)>>,
    /// The word diff for people: of the sentences that changed, `…` for the others; otherwise all of it.
    pub touched: Vec<Op>,
    /// The translation.
    pub translation: String,
    /// A translation that carries the change of markup, for a person to take or leave.
    pub proposal: Option<String>,
    /// Since when it is stale.
    pub since: Option<Date>,
    /// The translator's file, and the line of the unit in it.
    pub place: (String, usize),
}

/// How source texts are taken apart to show what changed in them.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The sentences of the source locale.
    pub sentences: &'a Sentences,
    /// The terms of the source locale, which a word diff keeps whole.
    pub terms: &'a Matcher<'a>,
}

/// The stale units of all documents, or of those that `wanted` takes by locale and id, in order.
pub fn changes(
    plans: &[DocumentPlan],
    files: &[DocumentFiles],
    reading: Reading<'_>,
    wanted: impl Fn(&str, &str) -> bool,
) -> Vec<Changed> {
    let mut all = Vec::new();
    for (plan, files) in plans.iter().zip(files) {
        for (target, target_files) in plan.targets.iter().zip(&files.targets) {
            let index = LineIndex::new(target_files.ftl.text.as_deref().unwrap_or_default());
            let units = plan.sources.iter().zip(&target.units);
            for (source, unit) in units.filter(|(source, _)| wanted(&target.locale, &source.id)) {
                all.extend(changed(plan, target, source, unit, &index, reading));
            }
        }
    }
    all
}

/// What changed for one unit, if it is stale; `index` is of the translator's file.
pub fn changed(
    plan: &DocumentPlan,
    target: &TargetPlan,
    source: &SourceUnit,
    unit: &Unit,
    index: &LineIndex,
    reading: Reading<'_>,
) -> Option<Changed> {
    let Status::Stale(stale) = &unit.status else { return None };
    let family = unit.family.as_deref().filter(|family| family.change == stale.change);
    let old = family.map(Family::old_source).or_else(|| unit.old_source.clone());
    let new = family.map_or_else(|| source.text.to_string(), Family::new_source);
    let translation = family.map(Family::translation).or_else(|| unit.translation.clone());
    let diff = |old: &str, new: &str| {
        word_diff_keeping(old, new, &|text| reading.terms.find(text).iter().map(|hit| hit.span).collect())
    };
    let old_text = old.as_deref().unwrap_or_default();
    let ops = diff(old_text, &new);
    let spans = old.as_deref().and_then(|old| changed_sentences(old, &new, reading.sentences));
    let sentences: Option<Vec<(String, String)>> = spans
        .as_ref()
        .map(|spans| spans.iter().map(|(a, b)| (a.of(old_text).to_owned(), b.of(&new).to_owned())).collect());
    let touched = match &spans {
        Some(spans) if !spans.is_empty() => in_context(&new, spans, |a, b| diff(a.of(old_text), b.of(&new))),
        _ => ops.clone(),
    };
    Some(Changed {
        locale: target.locale.clone(),
        document: plan.name.clone(),
        id: source.id.clone(),
        path: source.path.iter().map(|heading| heading.replace('\n', " ")).collect(),
        change: stale.change.clone(),
        old,
        between: unit.between.clone(),
        new,
        moved: unit.moved,
        ops,
        sentences,
        touched,
        translation: translation.unwrap_or_default(),
        proposal: unit.proposal.clone(),
        since: unit.since,
        place: (target.path.clone(), unit.place.map_or(1, |place| index.line(place.start))),
    })
}

/// The diffs of some sentences of `new`, with `…` where there are others before, between or behind.
fn in_context(new: &str, spans: &[(Span, Span)], diff: impl Fn(Span, Span) -> Vec<Op>) -> Vec<Op> {
    let equal = |text: &str| Op { edit: Edit::Equal, text: text.to_owned() };
    let mut ops = Vec::new();
    let mut at = 0;
    for (old, span) in spans {
        let between = Span::new(at, span.start).of(new);
        match (between.trim().is_empty(), at) {
            (true, _) => ops.extend((!between.is_empty()).then(|| equal(between))),
            (false, 0) => ops.push(equal("… ")),
            (false, _) => ops.push(equal(" … ")),
        }
        ops.extend(diff(*old, *span));
        at = span.end;
    }
    if !Span::new(at, new.len()).of(new).trim().is_empty() {
        ops.push(equal(" …"));
    }
    ops
}

impl Changed {
    /// The word diff from the translation to what is proposed.
    pub(crate) fn proposed(&self) -> Option<Vec<Op>> {
        self.proposal.as_deref().map(|proposal| word_diff(&self.translation, proposal))
    }

    /// What changed, in words: `meaning: 10 → 100, moved`.
    pub(crate) fn what(&self) -> String {
        let what = self.change.describe();
        if self.moved { what + ", moved" } else { what }
    }

    /// `since 2026-11-03, 19 days`.
    pub(crate) fn age(&self, today: Date) -> Option<String> {
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
    use crate::glossary::Glossary;

    fn dose() -> Changed {
        let (old, new) = ("1回10 mgを<b>飲む</b>。", "1回5 mgを<b>飲む</b>。");
        Changed {
            locale: "ar".into(),
            document: "guide".into(),
            id: "p-1".into(),
            path: vec!["薬".into(), "用*量*".into()],
            change: classify(old, new),
            old: Some(old.into()),
            between: None,
            new: new.into(),
            moved: false,
            ops: word_diff(old, new),
            sentences: None,
            touched: word_diff(old, new),
            translation: "10 mg & more".into(),
            proposal: None,
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
        assert!(plain.contains("  薬 › 用*量* · since 2026-11-20, 2 days\n"), "{plain}");
        assert!(
            plain.contains("  source: 1回[-10-]{+5+} mgを<b>飲む</b>。\n  ar: 10 mg & more\n"),
            "{plain}"
        );
        assert!(text(&[dose()], today(), true).contains("\u{1b}["));
        let moved = text(&[Changed { moved: true, ..dose() }], today(), false);
        assert!(moved.contains(", moved)\n"), "{moved}");
    }

    #[test]
    fn a_proposal_shows_what_it_would_change() {
        let proposed = [Changed { proposal: Some("10 mg & *more*".into()), ..dose() }];
        let check = |report: String, expected: &str| assert!(report.contains(expected), "{report}");
        check(text(&proposed, today(), false), "  ar: 10 mg & more\n  proposed: 10 mg & {+*+}more{+*+}\n");
        check(json(&proposed), "\"proposal\": \"10 mg & *more*\"");
        check(
            markdown(&proposed, today()),
            "proposed:\n\n> 10 mg &amp; <ins>\\*</ins>more<ins>\\*</ins>\n\n",
        );
        let page = html(&proposed, today(), "ja");
        let expected = "<p class=\"label\">proposed (ar)</p>\n\
            <p lang=\"ar\" dir=\"rtl\">10 mg &amp; <ins>*</ins>more<ins>*</ins></p>\n</article>";
        check(page, expected);
        let without =
            html(&[dose()], today(), "ja") + &markdown(&[dose()], today()) + &text(&[dose()], today(), false);
        assert!(!without.contains("proposed"), "{without}");
    }

    #[test]
    fn marks_of_the_text_do_not_become_marks_of_the_report() {
        let page = html(&[dose()], today(), "ja");
        let source =
            "<p lang=\"ja\" dir=\"ltr\">1回<del>10</del><ins>5</ins> mgを&lt;b&gt;飲む&lt;/b&gt;。</p>\n";
        assert!(page.contains(source), "{page}");
        assert!(page.contains("<p lang=\"ar\" dir=\"rtl\">10 mg &amp; more</p>"), "{page}");
        let section = markdown(&[dose()], today());
        assert!(section.contains("> 1回<del>10</del><ins>5</ins> mgを&lt;b>飲む&lt;/b>。\n"), "{section}");
        assert!(section.contains("薬 › 用\\*量\\* · since"), "{section}");
    }

    #[test]
    fn a_lost_old_text_is_said() {
        let lost = Changed { old: None, ops: word_diff("", "新"), touched: word_diff("", "新"), ..dose() };
        let lost = [lost];
        for report in [text(&lost, today(), false), markdown(&lost, today()), html(&lost, today(), "ja")] {
            assert!(report.contains("is lost"), "{report}");
        }
    }

    #[test]
    fn only_touched_sentences_are_shown() {
        let glossary = Glossary::default();
        let reading =
            Reading { sentences: &Sentences::new("ja", &[]), terms: &Matcher::new(&glossary, "ja") };
        let check = |old: &str, new: &str, expected: &str| {
            let spans = changed_sentences(old, new, reading.sentences).unwrap();
            let ops = in_context(new, &spans, |a, b| word_diff(a.of(old), b.of(new)));
            assert_eq!(ops.iter().map(Op::marked).collect::<String>(), expected);
        };
        check("冷やす。10分待つ。", "冷やす。20分待つ。", "… [-10-]{+20+}分待つ。");
        check("1回。待つ。冷やす。", "2回。待つ。温める。", "[-1-]{+2+}回。 … [-冷やす-]{+温める+}。");
        check("1回。2回。終わり。", "3回。4回。終わり。", "[-1-]{+3+}回。[-2-]{+4+}回。 …");
    }
}
