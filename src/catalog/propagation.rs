//! Yakugo's own edit of a translation: a change of markup in the source, carried over.
//!
//! It is never a person's answer. The result is a `draft`; where a person has spoken or is at work (a reviewed
//! translation, a text that was changed since the last run, a note that stands already), it is a proposal in the note.

use crate::carry::{self, ChangeKind};
use crate::catalog::ledger::{Record, State};
use crate::catalog::settle::{Facts, Settled, Status};
use crate::catalog::target::fingerprint;
use crate::fluent::{Edits, Resource};
use crate::text::Fingerprint;

/// What became of a change of markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Carried {
    /// The translation has the markup of the source as it is now; the unit is a draft, or as it was when this text
    /// answered this source before.
    Settled,
    /// The translation shall become this text, as this message, and the unit the same.
    Written {
        /// The new translation.
        text: String,
        /// The message that holds it.
        message: String,
    },
    /// The unit stays stale, and its note proposes this text.
    Proposed(String),
}

/// Settles a unit that is stale by its markup alone, where there is only one way to carry the change over. `settled` is
/// what `facts` came to, `text` the translation that stands there; `rewrite` gives the message with another one,
/// where it can be written.
pub(crate) fn propagate(
    settled: &mut Settled,
    facts: &Facts<'_>,
    text: &str,
    rewrite: &dyn Fn(&str) -> Option<String>,
) -> Option<Carried> {
    let Status::Stale(stale) = &settled.status else { return None };
    let record = settled.record.as_ref()?;
    // A text in doubt is stale by more than its markup.
    let held = facts.held.as_ref().filter(|_| stale.change.kind == ChangeKind::Markup)?;
    let before = facts.record.as_ref();
    let is_as_recorded = before.is_some_and(|before| before.target == Some(held.target));
    let may_settle = facts.policy.propagate && record.state != State::Reviewed;
    let current = Fingerprint::of(facts.now);
    if may_settle && is_as_recorded && record.answered_earlier(current, held.target).is_some() {
        return Some(settle(settled, facts, held.target));
    }
    let carried = carry::propagate(stale.was.and_then(facts.texts.text_of)?, facts.now, text)?;
    if carried == text {
        return may_settle.then(|| settle(settled, facts, held.target));
    }
    let is_first_seen = before.is_some_and(|before| before.shown == before.source) && held.note.is_none();
    let may_write = may_settle && is_as_recorded && is_first_seen;
    let Some(message) = may_write.then(|| rewrite(&carried)).flatten() else {
        return Some(Carried::Proposed(carried));
    };
    settle(settled, facts, fingerprint(&carried));
    Some(Carried::Written { text: carried, message })
}

fn settle(settled: &mut Settled, facts: &Facts<'_>, target: Fingerprint) -> Carried {
    if let Some(record) = &mut settled.record {
        *record = propagated(record, facts, target);
    }
    settled.status = Status::Fresh;
    settled.remark = None;
    Carried::Settled
}

/// The record of a text that has the markup of the source as it is now.
fn propagated(record: &Record, facts: &Facts<'_>, target: Fingerprint) -> Record {
    let current = Fingerprint::of(facts.now);
    let is_as_recorded = facts.record.as_ref().is_some_and(|before| before.target == record.target);
    let answered = record.answered_earlier(current, target);
    let mut earlier = record.earlier_than(target);
    // The text is the same, and what it answered until now is remembered for the day when that source returns.
    if answered.is_none() && is_as_recorded && record.target == Some(target) {
        earlier.extend(record.as_earlier());
    }
    Record {
        source: Some(current),
        shown: Some(current),
        target: Some(target),
        state: answered.map_or(State::Draft, |earlier| earlier.state),
        by: String::new(),
        date: Some(facts.today),
        note: String::new(),
        earlier,
    }
}

/// The message with another text as its value, laid out as it is: only the lines that changed are written anew.
pub(crate) fn rewritten(message: &str, old: &str, new: &str) -> Option<String> {
    let reads = |source: &String| {
        let (resource, findings) = Resource::parse(source.clone());
        let value =
            resource.messages().next().and_then(|message| message.value.as_ref()?.static_text(source));
        findings.is_empty() && resource.entries().len() == 1 && value.as_deref() == Some(new)
    };
    by_lines(message, old, new).filter(reads).or_else(|| {
        let (resource, _) = Resource::parse(message);
        let mut edits = Edits::new(&resource);
        edits.set_text(0, new);
        let edited = edits.apply().ok()?.text().to_owned();
        Some(edited).filter(reads)
    })
}

/// Nothing if the lines of the message are not those of its text.
fn by_lines(message: &str, old: &str, new: &str) -> Option<String> {
    let mut lines: Vec<String> = message.split('\n').map(str::to_owned).collect();
    let first = usize::from(lines.first()?.trim_end().ends_with('='));
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
    if old.len() != new.len() {
        return None;
    }
    let changed = old.into_iter().zip(new).enumerate().filter(|(_, (old, new))| old != new);
    for (at, (old, new)) in changed {
        let line = lines.get_mut(first + at)?;
        let before = line.trim_end().strip_suffix(old)?;
        *line = format!("{before}{new}");
    }
    Some(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_keeps_its_layout() {
        let check = |message: &str, old: &str, new: &str, expected: &str| {
            assert_eq!(rewritten(message, old, new).as_deref(), Some(expected), "{message}");
        };
        check("p = [a](x) b", "[a](x) b", "[a](y) b", "p = [a](y) b");
        check("p =  a\n   {\"[\"}b](x)", "a\n[b](x)", "a\n[b](y)", "p =\n    a\n    {\"[\"}b](y)");
        check("p =  a\n   see [b](x)", "a\nsee [b](x)", "a\nsee [b](y)", "p =  a\n   see [b](y)");
        check("p =\n  a [b](x)\n\n  c", "a [b](x)\n\nc", "a [b](y)\n\nc", "p =\n  a [b](y)\n\n  c");
        check("p = a\n    .b = c", "a", "`a`", "p = `a`\n    .b = c");
        check("p = {\"{\"} [a](x)", "{ [a](x)", "{ [a](y)", "p = {\"{\"} [a](y)");
        check("p = a", "a", "a {#b}", "p = a {\"{#b}\"}");
    }
}
