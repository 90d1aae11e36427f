//! Split and merged texts of one locale, seen together once every unit is settled by itself.

use std::sync::Arc;

use super::Locale;
use crate::catalog::family::{Family, Outdated, Scale, families};
use crate::catalog::settle::{Settled, Stale, Status};
use crate::catalog::target::{Block, Target, fingerprint};
use crate::catalog::unit::SourceUnit;
use crate::document::Kind;
use crate::text::Fingerprint;

/// A unit that was settled by itself.
pub(super) struct Settling<'a> {
    pub(super) source: &'a SourceUnit,
    pub(super) in_file: Option<Block>,
    /// What takes its place: a text that was given, that yakugo wrote, or that came back from the attic.
    pub(super) instead: Option<Block>,
    pub(super) settled: Settled,
    /// Whether two branches left records that disagree.
    pub(super) disagree: bool,
    pub(super) shown: Option<Fingerprint>,
    pub(super) text: Option<String>,
    /// Whether the text is one to be judged; what may be a part of what was typed is not.
    pub(super) is_text: bool,
    /// The parts of the source that its translation lacks.
    pub(super) lacks: Vec<String>,
    /// Whether yakugo carried changed markup into the text.
    pub(super) propagated: bool,
    /// A text with the changed markup that somebody has to look at.
    pub(super) proposal: Option<String>,
    pub(super) family: Option<Arc<Family>>,
}

impl Settling<'_> {
    /// What stands there once everything is written.
    pub(super) fn block(&self) -> Option<&Block> {
        self.instead.as_ref().or(self.in_file.as_ref())
    }

    /// Its translation, where that plainly answers a text that is not there any more.
    fn outdated(&self) -> Option<Outdated<'_>> {
        let Status::Stale(stale) = &self.settled.status else { return None };
        let record = self.settled.record.as_ref().filter(|record| record.unsettled().is_none())?;
        let is_source = self.block().is_some_and(|block| block.is_source);
        let translation = self.text.as_deref().filter(|_| self.is_text && !is_source)?;
        Some(Outdated {
            id: &self.source.id,
            source: stale.was.or(record.source)?,
            translation,
            is_gone: false,
        })
    }

    /// Takes part in a family: a translation that belongs to it is stale as the family is, and so is a unit without
    /// any, whose text an old translation says.
    fn join(&mut self, family: &Arc<Family>) {
        let belongs = self.outdated().is_some_and(|own| family.has_old(own.id, own.source));
        let is_said = family.holds() && self.settled.status == Status::Missing && self.text.is_none();
        let was = match &self.settled.status {
            Status::Stale(stale) => stale.was,
            _ => family.old.first().map(|member| Fingerprint::of(&member.source)),
        };
        if belongs || is_said {
            let treatment = family.treatment;
            self.settled.status = Status::Stale(Stale { change: family.change.clone(), was, treatment });
            self.proposal = None;
        }
        self.family = Some(Arc::clone(family));
    }
}

impl Locale<'_> {
    /// Sees split and merged texts together: what a family says, each of its units says that is not answered yet.
    pub(super) fn unite(&self, settling: &mut [Settling<'_>]) {
        if !self.known.past.has_families() {
            return;
        }
        let gone = self.gone_with_text();
        let stale = settling.iter().filter_map(Settling::outdated);
        let outdated: Vec<Outdated<'_>> = stale
            .chain(gone.iter().map(|(id, source, text)| Outdated {
                id,
                source: *source,
                translation: text,
                is_gone: true,
            }))
            .collect();
        // Several texts as one are neither heading nor cell.
        let change = |old: &str, new: &str| (self.known.change)(Kind::Paragraph, old, new);
        let scale = Scale { change: &change, policy: &self.known.settings.policy };
        let families = families(&outdated, self.known.sources, self.known.past, scale);
        for family in families.into_iter().map(Arc::new) {
            for unit in settling.iter_mut().filter(|unit| family.has_new(&unit.source.id)) {
                unit.join(&family);
            }
        }
    }

    /// Translations whose segment is gone, with the source text that they answer.
    fn gone_with_text(&self) -> Vec<(&str, Fingerprint, String)> {
        let mut gone: Vec<&str> = self.known.gone.iter().map(String::as_str).collect();
        gone.sort_unstable();
        let text = |id: &str| -> Option<(String, bool)> {
            let of = |block: &Block| Some((block.text()?.to_owned(), block.is_source));
            let waiting = || {
                Target::read(self.attic_now.get(id)?, self.known.values, &|_| true).blocks.into_iter().next()
            };
            self.target.get(id).and_then(of).or_else(|| waiting().as_ref().and_then(of))
        };
        let answered = |id: &'_ str| {
            let (text, _) = text(id).filter(|(_, is_source)| !is_source)?;
            let target = fingerprint(&text);
            let record =
                self.ledger.decide(id, Some(target)).0.filter(|record| record.target == Some(target))?;
            let source = record.source.filter(|_| record.unsettled().is_none())?;
            Some((source, text))
        };
        gone.into_iter().filter_map(|id| answered(id).map(|(source, text)| (id, source, text))).collect()
    }
}
