//! The proof that edits did what they had to and nothing else.

use std::collections::{BTreeMap, HashSet};

use super::DUPLICATE_ID;
use super::edit::{EditRefused, Value, Wanted};
use super::entry::{Entry, Message};
use super::pattern::Pattern;
use super::resource::Resource;
use super::splice::{Layout, Spliced};
use crate::finding::Finding;
use crate::text::Span;

/// Reads the new text and holds it against the old one.
pub(super) fn verify(
    old: &Resource,
    wanted: &BTreeMap<usize, Wanted>,
    spliced: Spliced,
) -> Result<Resource, EditRefused> {
    let Spliced { text, kept, made } = spliced;
    let (new, findings) = Resource::parse(text);
    let mut proof = Proof { old, new: &new, kept: &kept, met: vec![false; new.entries().len()] };

    let mut first = 0;
    for (number, entry) in old.entries().iter().enumerate() {
        let span = entry.span();
        while made.get(first).is_some_and(|(splice, _)| splice.span.end <= span.start) {
            first += 1;
        }
        let touching = || {
            let behind = made.get(first..).unwrap_or_default();
            behind.iter().map(|(splice, _)| splice).take_while(|splice| splice.span.start < span.end)
        };
        match wanted.get(&number) {
            Some(wanted) if wanted.removed => {}
            Some(wanted) => proof.edited(entry, wanted)?,
            None if touching().next().is_none() => proof.untouched(entry)?,
            // An insertion inside of an entry is an edit that names no entry.
            None if touching().all(|splice| splice.layout == Layout::Free) => {}
            None => return Err(EditRefused::Collateral(name(entry, old))),
        }
    }
    for (splice, place) in &made {
        match splice.layout {
            Layout::Entries => proof.inserted(&splice.text, *place)?,
            Layout::Free => proof.free(*place, &findings)?,
            Layout::Bytes | Layout::Removal => {}
        }
    }
    if let Some(stray) = proof.met.iter().position(|met| !met).and_then(|stray| new.entries().get(stray)) {
        return Err(EditRefused::Collateral(name(stray, &new)));
    }
    no_new_duplicates(old, &findings)?;
    Ok(new)
}

struct Proof<'p> {
    old: &'p Resource,
    new: &'p Resource,
    kept: &'p [(Span, usize)],
    /// Which of the new entries are accounted for.
    met: Vec<bool>,
}

impl<'p> Proof<'p> {
    /// Where kept bytes stand now.
    fn moved(&self, span: Span) -> Option<Span> {
        let behind = self.kept.partition_point(|(piece, _)| piece.end < span.end);
        let (piece, start) = self.kept.get(behind)?;
        let length = span.start.checked_sub(piece.start)?;
        Some(Span::new(start + length, start + length + span.len()))
    }

    /// The new entry that holds the byte at `at`.
    fn entry_at(&self, at: usize) -> Option<(usize, &'p Entry)> {
        let number = self.new.entries().partition_point(|entry| entry.span().end <= at);
        self.new.entries().get(number).filter(|entry| entry.span().start <= at).map(|entry| (number, entry))
    }

    fn meet(&mut self, number: usize) {
        if let Some(met) = self.met.get_mut(number) {
            *met = true;
        }
    }

    fn untouched(&mut self, entry: &Entry) -> Result<(), EditRefused> {
        let changed = || EditRefused::Collateral(name(entry, self.old));
        let span = self.moved(entry.span()).ok_or_else(changed)?;
        let (number, now) = self.entry_at(span.start).ok_or_else(changed)?;
        if now.span() != span
            || !alike(entry, now)
            || span.of(self.new.text()) != entry.span().of(self.old.text())
        {
            return Err(changed());
        }
        self.meet(number);
        Ok(())
    }

    fn edited(&mut self, entry: &Entry, wanted: &Wanted) -> Result<(), EditRefused> {
        let changed = || EditRefused::Collateral(name(entry, self.old));
        let Entry::Message(before) = entry else { return Err(changed()) };
        let id = self.moved(before.id_span).ok_or_else(changed)?;
        let (number, now) = self.entry_at(id.start).ok_or_else(changed)?;
        let now = now.message().filter(|now| now.id_span == id && now.id == before.id).ok_or_else(changed)?;
        self.comment(before, now, wanted).ok_or_else(changed)?;
        match &wanted.value {
            Some(value) if !reads(now.value.as_ref(), self.new, value) => {
                return Err(EditRefused::WrongValue(before.id.clone()));
            }
            Some(_) => {}
            None if now.slot.of(self.new.text()) == before.slot.of(self.old.text()) => {}
            None => return Err(changed()),
        }
        if now.attributes.len() != before.attributes.len() {
            return Err(changed());
        }
        for (number, (before_attribute, attribute)) in
            before.attributes.iter().zip(&now.attributes).enumerate()
        {
            let same = attribute.name == before_attribute.name
                && match wanted.attributes.get(&number) {
                    Some(value) => reads(Some(&attribute.value), self.new, value),
                    None => attribute.slot.of(self.new.text()) == before_attribute.slot.of(self.old.text()),
                };
            if !same {
                return Err(EditRefused::WrongValue(format!("{}.{}", before.id, before_attribute.name)));
            }
        }
        self.meet(number);
        Ok(())
    }

    fn comment(&self, before: &Message, now: &Message, wanted: &Wanted) -> Option<()> {
        let is = now.comment.unwrap_or_default().of(self.new.text());
        let was = before.comment.unwrap_or_default().of(self.old.text());
        (is == wanted.comment.as_deref().unwrap_or(was)).then_some(())
    }

    /// Inserted entries are there as they read alone.
    fn inserted(&mut self, source: &str, place: Span) -> Result<(), EditRefused> {
        let (alone, findings) = Resource::parse(source);
        if let Some(finding) = findings.into_iter().next() {
            return Err(EditRefused::Unreadable(finding.message));
        }
        for entry in alone.entries() {
            let span = entry.span().shifted(place.start);
            match self.entry_at(span.start) {
                Some((number, now)) if now.span() == span && alike(entry, now) => self.meet(number),
                _ => return Err(EditRefused::Collateral(name(entry, &alone))),
            }
        }
        Ok(())
    }

    /// What freely replaced bytes made may be anything that can be read.
    fn free(&mut self, place: Span, findings: &[Finding]) -> Result<(), EditRefused> {
        let from = self.new.entries().partition_point(|entry| entry.span().end < place.start);
        let entries = self.new.entries().get(from..).unwrap_or_default();
        for (number, entry) in
            entries.iter().enumerate().take_while(|(_, entry)| entry.span().start <= place.end)
        {
            let met = self.met.get(from + number).is_some_and(|met| *met);
            if matches!(entry, Entry::Junk(_)) && !met {
                let inside = |finding: &&Finding| {
                    finding.place.span.start >= entry.span().start
                        && finding.place.span.start <= entry.span().end
                };
                let why = findings.iter().find(inside).map(|finding| finding.message.clone());
                return Err(EditRefused::Unreadable(why.unwrap_or_default()));
            }
            if let Some(met) = self.met.get_mut(from + number) {
                *met = true;
            }
        }
        Ok(())
    }
}

/// Whether two entries with the same bytes were also read alike.
fn alike(one: &Entry, other: &Entry) -> bool {
    match (one, other) {
        (Entry::Message(one), Entry::Message(other)) => {
            one.id == other.id
                && one.comment.map(Span::len) == other.comment.map(Span::len)
                && one.value.is_some() == other.value.is_some()
                && one.attributes.len() == other.attributes.len()
        }
        (Entry::Comment(one), Entry::Comment(other)) => one.level == other.level,
        (Entry::Junk(_), Entry::Junk(_)) => true,
        _ => false,
    }
}

fn reads(pattern: Option<&Pattern>, resource: &Resource, wanted: &Value) -> bool {
    pattern.is_some_and(|pattern| match wanted {
        Value::Text(text) => pattern.static_text(resource.text()).as_ref() == Some(text),
        Value::Source(source) => pattern.normalized(resource.text()) == *source,
    })
}

/// What to call an entry in an error: its id, or its first line.
fn name(entry: &Entry, resource: &Resource) -> String {
    match entry {
        Entry::Message(message) => message.id.clone(),
        Entry::Comment(_) | Entry::Junk(_) => {
            entry.span().of(resource.text()).lines().next().unwrap_or_default().to_owned()
        }
    }
}

fn no_new_duplicates(old: &Resource, findings: &[Finding]) -> Result<(), EditRefused> {
    let mut seen = HashSet::new();
    let before: HashSet<&str> =
        old.messages().map(|message| message.id.as_str()).filter(|id| !seen.insert(*id)).collect();
    let ids =
        findings.iter().filter(|finding| finding.rule == DUPLICATE_ID.name).filter_map(|f| f.id.as_deref());
    match ids.into_iter().find(|id| !before.contains(id)) {
        Some(id) => Err(EditRefused::DuplicateId(id.to_owned())),
        None => Ok(()),
    }
}
