//! What a changed source means for its translation, by the kind of change.

use crate::carry::ChangeKind;
use crate::finding::Severity;

/// How a stale unit is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Treatment {
    /// How grave the finding is; none for no finding.
    pub severity: Option<Severity>,
    /// Whether pages show the translation; otherwise they show the source behind a marker.
    pub shows_translation: bool,
    /// Whether it counts as translated.
    pub counts: bool,
}

/// The treatment of every kind of change. There is no policy by which a change of words or of meaning leaves a
/// translation fresh, nor one by which an old dose is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Whether `sync` writes changes of markup into translations; otherwise it only proposes them.
    pub propagate: bool,
    /// Links, emphasis, code marks; none if they leave translations fresh.
    pub markup: Option<Treatment>,
    /// Punctuation and case; none if they leave translations fresh.
    pub punctuation: Option<Treatment>,
    /// Words; and texts that were split or merged.
    pub wording: Treatment,
    /// How grave a changed meaning is.
    pub meaning: Severity,
}

impl Default for Policy {
    fn default() -> Self {
        let shown = |severity| Treatment { severity: Some(severity), shows_translation: true, counts: true };
        Self {
            propagate: true,
            markup: Some(shown(Severity::Note)),
            punctuation: Some(shown(Severity::Note)),
            wording: shown(Severity::Warning),
            meaning: Severity::Error,
        }
    }
}

impl Policy {
    /// The treatment of a unit whose source changed in this way; none if it is not stale.
    pub fn treatment(&self, kind: ChangeKind) -> Option<Treatment> {
        match kind {
            ChangeKind::Layout => None,
            ChangeKind::Markup => self.markup,
            ChangeKind::Punctuation => self.punctuation,
            ChangeKind::Wording | ChangeKind::Split | ChangeKind::Merged => Some(self.wording),
            ChangeKind::Meaning => {
                Some(Treatment { severity: Some(self.meaning), shows_translation: false, counts: false })
            }
        }
    }
}
