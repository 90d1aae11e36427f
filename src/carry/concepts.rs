//! Changes of glossary concepts: the last thing that makes a change of words one of meaning.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::carry::classify::{Change, ChangeKind, classify};
use crate::carry::matching::without_label;
use crate::document::Kind;
use crate::glossary::{Glossary, Matcher, TermStatus};
use crate::text::fold_layout;

/// Judges changes of segments with a glossary at hand.
///
/// The glossary alters how grave a change is, never whether there is one: what is fresh stays fresh, whatever is
/// added to the glossary or taken away.
///
/// ```
/// use yakugo::carry::{ChangeKind, Classifier};
/// use yakugo::document::Kind;
/// use yakugo::glossary::Glossary;
/// let mut glossary = Glossary::default();
/// glossary.read("a.csv", "concept,locale,term,status\nvesicle,en,vesicle,preferred\ncytokine,en,cytokine,preferred\n");
/// let classifier = Classifier::new(&glossary, "en");
/// let change = classifier.classify(Kind::Paragraph, "Vesicles carry it.", "Cytokines carry it.");
/// assert_eq!(change.kind, ChangeKind::Meaning);
/// assert_eq!(change.detail, "concept gone: vesicle; came: cytokine");
/// let change = classifier.classify(Kind::Heading, "4. Vesicles", "5. Vesicles");
/// assert_eq!((change.kind, change.detail.as_str()), (ChangeKind::Wording, "4. → 5."));
/// ```
pub struct Classifier<'g> {
    glossary: &'g Glossary,
    locale: &'g str,
    /// Made when the first text is stale: most runs meet none.
    matcher: OnceLock<Matcher<'g>>,
}

impl<'g> Classifier<'g> {
    /// A classifier of texts in the locale of the documents.
    pub fn new(glossary: &'g Glossary, locale: &'g str) -> Self {
        Self { glossary, locale, matcher: OnceLock::new() }
    }

    /// Judges the change of a segment from `old` to `new`; besides what [`classify`] sees, a concept that came or went
    /// is `meaning`, and the number of a heading is none.
    pub fn classify(&self, kind: Kind, old: &str, new: &str) -> Change {
        let mut change = classify(old, new);
        if change.kind < ChangeKind::Wording {
            return change;
        }
        change = renumbered(kind, old, new).unwrap_or(change);
        let concepts = self.changed_concepts(old, new);
        if !concepts.is_empty() {
            let said = [change.detail, concepts].into_iter().filter(|detail| !detail.is_empty());
            change = Change::new(ChangeKind::Meaning, said.collect::<Vec<_>>().join(", "));
        }
        change
    }

    /// `concept gone: exosome; came: cytokine`; empty where both texts name the same ones. How often is of no account:
    /// texts say "it".
    fn changed_concepts(&self, old: &str, new: &str) -> String {
        let matcher = self.matcher.get_or_init(|| Matcher::new(self.glossary, self.locale));
        let named = |text: &str| -> BTreeSet<&str> {
            let hits = matcher.find(text).into_iter().filter(|hit| hit.term.status != TermStatus::Draft);
            hits.map(|hit| hit.term.concept.as_str()).collect()
        };
        let (old, new) = (named(old), named(new));
        let only = |these: &BTreeSet<&'g str>, those: &BTreeSet<&'g str>, word: &str| {
            let only: Vec<&str> = these.difference(those).copied().collect();
            (!only.is_empty()).then(|| format!("{word}: {}", only.join(", ")))
        };
        let parts: Vec<String> =
            [only(&old, &new, "gone"), only(&new, &old, "came")].into_iter().flatten().collect();
        if parts.is_empty() { String::new() } else { format!("concept {}", parts.join("; ")) }
    }
}

/// The change of a heading whose number changed: what the rest says, but something a reader sees.
fn renumbered(kind: Kind, old: &str, new: &str) -> Option<Change> {
    if !matches!(kind, Kind::Heading | Kind::Title) {
        return None;
    }
    let ((old_label, old_rest), (new_label, new_rest)) = (without_label(old), without_label(new));
    if fold_layout(old_label) == fold_layout(new_label) {
        return None;
    }
    let rest = classify(old_rest, new_rest);
    if rest.kind > ChangeKind::Wording {
        return Some(rest);
    }
    let side = |label: &str| if label.trim().is_empty() { "–".to_owned() } else { label.trim().to_owned() };
    Some(Change::new(ChangeKind::Wording, format!("{} → {}", side(old_label), side(new_label))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &str = "concept,locale,term,status\n\
        exosome,en,exosome,preferred\nexosome,en,extracellular vesicle,admitted\nexosome,en,exome,forbidden\n\
        cytokine,en,cytokine,preferred\ncell,en,cell,preferred\nstem-cell,en,stem cell,preferred\n\
        organ,en,organ,draft\nexosome,ja,エクソソーム,preferred\ncytokine,ja,サイトカイン,preferred\n";

    fn run(locale: &str, old: &str, new: &str) -> (ChangeKind, String) {
        let mut glossary = Glossary::default();
        assert_eq!(glossary.read("a.csv", ROWS), []);
        let change = Classifier::new(&glossary, locale).classify(Kind::Paragraph, old, new);
        (change.kind, change.detail)
    }

    #[test]
    fn a_concept_that_came_or_went_is_meaning() {
        let check = |locale: &str, old: &str, new: &str, expected: &str| {
            assert_eq!(run(locale, old, new), (ChangeKind::Meaning, expected.to_owned()), "{old} → {new}");
        };
        check("en", "Exosomes carry it.", "Cytokines carry it.", "concept gone: exosome; came: cytokine");
        check("en", "Exosomes carry it.", "They carry it.", "concept gone: exosome");
        check("en", "They grow.", "Cells and cytokines grow.", "concept came: cell, cytokine");
        check("en", "Cells grow.", "Stem cells grow.", "concept gone: cell; came: stem-cell");
        check("ja", "エクソソームを測る", "サイトカインを測る", "concept gone: exosome; came: cytokine");
        check(
            "en",
            "10 mg of cells",
            "20 mg of cytokine",
            "10 mg → 20 mg, concept gone: cell; came: cytokine",
        );
    }

    #[test]
    fn other_words_for_a_concept_are_wording() {
        let check = |old: &str, new: &str, expected: ChangeKind| {
            assert_eq!(run("en", old, new), (expected, String::new()), "{old} → {new}");
        };
        check("An exosome is small.", "Exosomes are small.", ChangeKind::Wording);
        check("An exosome is small.", "An extracellular vesicle is small.", ChangeKind::Wording);
        check("An exome is small.", "An exosome is small.", ChangeKind::Wording);
        check("A cell feeds a cell.", "A cell feeds itself.", ChangeKind::Wording);
        check("The organ heals.", "The body heals.", ChangeKind::Wording);
        check("The cell.", "the cell", ChangeKind::Punctuation);
        check("A `cytokine` here.", "A **`cytokine`** here.", ChangeKind::Markup);
    }

    #[test]
    fn numbers_of_headings_are_no_meaning() {
        let glossary = Glossary::default();
        let classifier = Classifier::new(&glossary, "ja");
        let check = |old: &str, new: &str, expected: (ChangeKind, &str)| {
            let change = classifier.classify(Kind::Heading, old, new);
            assert_eq!((change.kind, change.detail.as_str()), expected, "{old} → {new}");
        };
        check("4. 方法", "5. 方法", (ChangeKind::Wording, "4. → 5."));
        check("4.1 方法", "4.2 方法", (ChangeKind::Wording, "4.1 → 4.2"));
        check("Step 3: Mix", "Step 4: Mix", (ChangeKind::Wording, "Step 3: → Step 4:"));
        check("第3章 培養", "第4章 培養", (ChangeKind::Wording, "第3章 → 第4章"));
        check("4. 方法", "方法", (ChangeKind::Wording, "4. → –"));
        check("４．方法", "4.方法", (ChangeKind::Layout, ""));
        check("4.1 Methods", "4.1Methods", (ChangeKind::Layout, ""));
        check("4. 10 mgの例", "5. 20 mgの例", (ChangeKind::Meaning, "10 mg → 20 mg"));
        check("1.5 mg錠", "2.5 mg錠", (ChangeKind::Meaning, "1.5 mg → 2.5 mg"));
        check("10 mg錠", "20 mg錠", (ChangeKind::Meaning, "10 mg → 20 mg"));
        check("3つの方法", "4つの方法", (ChangeKind::Meaning, "3つ → 4つ"));
        check("Phase 2", "Phase 3", (ChangeKind::Meaning, "2 → 3"));
        let paragraph = classifier.classify(Kind::Paragraph, "Step 3: Mix", "Step 4: Mix");
        assert_eq!(paragraph.kind, ChangeKind::Meaning);
    }
}
