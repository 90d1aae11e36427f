//! The plan of one document in one locale: every unit settled, the translator's file edited around it.

mod families;
mod files;

use std::collections::{HashMap, HashSet};

use crate::carry::Change;
use crate::catalog::answer::Answer;
use crate::catalog::attic::Attic;
use crate::catalog::date::Date;
use crate::catalog::edit::Edits;
use crate::catalog::exchange::Exchange;
use crate::catalog::ledger::{Ledger, State};
use crate::catalog::note;
use crate::catalog::past::Past;
use crate::catalog::plan::{Settings, TargetFiles};
use crate::catalog::policy::Policy;
use crate::catalog::propagation::{self, Carried};
use crate::catalog::rules;
use crate::catalog::settle::{Facts, Held, Settled, Status, Texts, settle, shows_note};
use crate::catalog::target::{Block, Body, Target, Values, fingerprint};
use crate::catalog::unit::{SourceUnit, TargetPlan, Unit};
use crate::document::Kind;
use crate::finding::Finding;
use crate::text::{Fingerprint, Span, has_words};
use families::Settling;
pub(crate) use files::{is_header, set};

/// What is known of a document in all its locales.
pub(crate) struct Known<'a> {
    pub(crate) document: &'a str,
    pub(crate) document_path: &'a str,
    pub(crate) sources: &'a [SourceUnit],
    /// Ids that were in the document and are not any more.
    pub(crate) gone: &'a HashSet<String>,
    pub(crate) text_of: &'a (dyn Fn(Fingerprint) -> Option<&'a str> + Sync),
    pub(crate) past: &'a Past,
    pub(crate) values: Values,
    pub(crate) settings: &'a Settings<'a>,
    /// What kind of change lies between two source texts of a segment.
    pub(crate) change: &'a (dyn Fn(Kind, &str, &str) -> Change + Sync),
}

impl<'a> Known<'a> {
    fn texts(&self, kind: Kind) -> Texts<'a> {
        Texts { text_of: self.text_of, past: self.past, kind, change: self.change }
    }
}

/// Plans one locale of a document.
pub(crate) fn plan<'a>(
    files: &'a TargetFiles,
    ledger: &'a Ledger,
    exchange: &'a Exchange,
    known: &'a Known<'a>,
) -> TargetPlan {
    let ids: HashSet<&str> = known
        .sources
        .iter()
        .map(|unit| unit.id.as_str())
        .chain(known.gone.iter().map(String::as_str))
        .collect();
    let text = files.ftl.text.as_deref().unwrap_or_default();
    let target = Target::read(text, known.values, &|id| ids.contains(id));
    let (attic, attic_broken) =
        files.attic.text.as_deref().map(|text| Attic::read(text, known.values)).unwrap_or_default();
    let as_left = known.settings.answers.as_left(known.document, &files.locale);
    let as_left = as_left.map(|text| Target::read(text, known.values, &|id| ids.contains(id)));
    let kinds: HashMap<&str, Kind> =
        known.sources.iter().map(|source| (source.id.as_str(), source.kind)).collect();
    let texts = |id: &str| {
        let kind = kinds.get(id).copied().unwrap_or(Kind::Paragraph);
        (!exchange.arriving.contains_key(id)).then(|| known.texts(kind))
    };
    let policy = &known.settings.policy;
    let mut locale = Locale {
        known,
        language: &files.locale,
        rewritten: is_rewritten(as_left.as_ref().unwrap_or(&target), ledger, &texts, policy),
        as_left,
        exchange,
        edits: Edits::new(text),
        target,
        attic_now: attic.clone(),
        attic_grown: attic,
        ledger,
        recorded: Ledger::default(),
        units: Vec::with_capacity(known.sources.len()),
        expected: HashMap::with_capacity(known.sources.len()),
        findings: Vec::new(),
    };
    if let Some(path) = files::other_path(text, known.document_path, &files.locale) {
        locale.edits.amend(path, known.document_path);
    }
    let mut settling: Vec<Settling<'_>> = known.sources.iter().map(|source| locale.settle(source)).collect();
    locale.unite(&mut settling);
    for settling in settling {
        locale.write(settling);
    }
    locale.remove_superseded();
    locale.retire_gone();
    locale.report_obsolete(&ids);
    locale.findings.append(&mut locale.target.typed_in_comments);
    let broken: Vec<Finding> =
        std::mem::take(&mut locale.target.broken).into_iter().map(|f| f.at(&files.ftl.path)).collect();
    let broken_attic = attic_broken.into_iter().map(|finding| finding.at(&files.attic.path));
    let unreadable: Vec<Finding> = broken.into_iter().chain(broken_attic).map(with_consequence).collect();
    let writes = if unreadable.is_empty() { locale.writes(files) } else { None };
    let findings = locale.findings.into_iter().map(|finding| finding.at(&files.ftl.path)).chain(unreadable);
    TargetPlan {
        locale: files.locale.clone(),
        path: files.ftl.path.clone(),
        findings: findings.map(|f| f.in_locale(&files.locale).in_document(known.document)).collect(),
        units: locale.units,
        writable: writes.is_some(),
        writes: writes.unwrap_or_default(),
    }
}

fn with_consequence(mut finding: Finding) -> Finding {
    if finding.rule == "syntax" || finding.rule == "fluent-limit" {
        finding
            .message
            .push_str("; until then yakugo reads the other messages and writes nothing to this file");
    }
    finding
}

struct Locale<'a> {
    known: &'a Known<'a>,
    /// The file as people left it, where yakugo mended texts in it since.
    as_left: Option<Target>,
    language: &'a str,
    rewritten: bool,
    target: Target,
    edits: Edits,
    /// The attic after this plan.
    attic_now: Attic,
    /// The attic with what came, before what went: nothing leaves one file before it stands in the other.
    attic_grown: Attic,
    ledger: &'a Ledger,
    exchange: &'a Exchange,
    recorded: Ledger,
    units: Vec<Unit>,
    /// The text every unit must have in the written file.
    expected: HashMap<String, Option<String>>,
    findings: Vec<Finding>,
}

impl<'a> Locale<'a> {
    /// Settles a unit by itself.
    fn settle(&mut self, source: &'a SourceUnit) -> Settling<'a> {
        let known = self.known;
        let in_file = self.target.get(&source.id).cloned();
        let has_text = in_file.as_ref().is_some_and(|block| block.text().is_some());
        let arrival = self.exchange.arriving.get(&source.id);
        let arrived = arrival.and_then(|arrival| arrival.block.as_deref());
        let waiting = arrived.or_else(|| self.attic_now.get(&source.id)).filter(|_| !has_text);
        let restored =
            waiting.and_then(|raw| Target::read(raw, known.values, &|_| true).blocks.into_iter().next());
        let today = known.settings.today;
        let answer = known.settings.answers.get(known.document, self.language, &source.id);
        let block = restored.as_ref().or(in_file.as_ref());
        let given =
            answer.and_then(Answer::text).map(|text| Block::given(block, &source.id, text, known.values));
        let block = given.as_ref().or(block);
        let held = block.and_then(|block| self.held(block, source));
        let is_text = held.is_some();
        // What yakugo mended is judged as people left it.
        let now = held.as_ref().map(|held| held.target);
        let as_left =
            self.as_left.as_ref().and_then(|target| target.get(&source.id)?.text()).map(fingerprint);
        let held = held.map(|held| Held { target: as_left.unwrap_or(held.target), ..held });
        let mended = now.filter(|now| as_left.is_some_and(|left| left != *now));
        let (record, disagree) = self.ledger.decide(&source.id, held.as_ref().map(|held| held.target));
        let shown = record.as_ref().and_then(|record| record.shown);
        let answered =
            answer.zip(held.as_ref()).and_then(|(answer, held)| answer.record(record.as_ref(), held, today));
        let facts = Facts {
            record: answered.or(record),
            held,
            now: &source.text,
            texts: known.texts(source.kind),
            rewritten: arrival.map_or(self.rewritten, |arrival| arrival.rewritten),
            policy: &known.settings.policy,
            today,
        };
        let mut settled = settle(&facts);
        // One edit of yakugo's at a time: what it mended is carried over in the next run.
        let may_carry = block.filter(|_| mended.is_none());
        let (carried, proposal) = self.propagate(&mut settled, &facts, may_carry);
        let block = carried.as_ref().or(block);
        if let (Some(record), Some(mended)) = (&mut settled.record, mended) {
            record.mended(mended, today);
        }
        if has_text || (restored.is_some() && given.is_none()) {
            self.attic_now.remove(&source.id);
        }
        let text = block.and_then(Block::text).map(str::to_owned);
        let lacks = self.lacks(source, text.as_deref().filter(|_| is_text));
        let is_complete = lacks.is_empty();
        if !is_complete && settled.status == Status::Fresh {
            settled.status = Status::Missing;
        }
        let propagated = carried.is_some();
        Settling {
            source,
            instead: carried.or(given).or(restored),
            in_file,
            settled,
            disagree,
            shown,
            text,
            is_text,
            lacks,
            propagated,
            proposal,
            family: None,
        }
    }

    /// Writes down what was settled: the unit, its place in the file, its record and what is to be said.
    fn write(&mut self, settling: Settling<'a>) {
        let known = self.known;
        let (old_source, since) = self.answered_text(&settling.settled);
        let wanted = self.wanted(&settling, old_source, since);
        let is_source = settling.block().is_some_and(|block| block.is_source);
        let Settling {
            source,
            in_file,
            settled,
            disagree,
            shown,
            text,
            is_text,
            lacks,
            propagated,
            proposal,
            family,
            ..
        } = settling;
        let is_complete = lacks.is_empty();
        let place = in_file.as_ref().map(|block| block.span);
        self.report_typed(source, in_file.as_ref());
        if !is_complete {
            self.findings.push(rules::incomplete(&source.id, &lacks, place.unwrap_or_default()));
        }
        match in_file {
            Some(block) => self.edits.replace(block.span, &wanted),
            None => self.edits.insert(&wanted),
        }
        self.expected.insert(source.id.clone(), text.clone());
        self.findings.extend(rules::of_unit(
            source,
            &settled.status,
            place,
            text.is_some(),
            known.document_path,
        ));
        self.findings.extend(settled.remark.map(|remark| rules::no_answer(&source.id, remark, place)));
        if disagree {
            self.findings.push(rules::disagreement(source, place));
        }
        let state = match settled.record.as_ref().map(|record| record.state) {
            Some(_) if settled.status == Status::Missing => Some(State::Missing),
            state => state,
        };
        if let Some(record) = settled.record {
            self.recorded.insert(&source.id, record);
        }
        let old_source = old_source.map(str::to_owned);
        let status = settled.status;
        let between =
            shown.filter(|shown| matches!(&status, Status::Stale(stale) if stale.was != Some(*shown)));
        let between = between.filter(|shown| *shown != source.fingerprint).and_then(known.text_of);
        let moved = match &status {
            Status::Stale(stale) => stale.was.and_then(|was| known.past.get(was)),
            _ => None,
        };
        self.units.push(Unit {
            status,
            state,
            translation: text.filter(|_| is_text && is_complete),
            is_source,
            place,
            old_source,
            since,
            moved: moved.is_some_and(|past| past.moved.contains(&source.id)),
            propagated,
            shown,
            between: between.map(str::to_owned),
            proposal,
            family,
        });
    }

    /// Carries a change of markup over, where that is certain: gives the block with its new text, or a proposal.
    fn propagate(
        &self,
        settled: &mut Settled,
        facts: &Facts<'_>,
        block: Option<&Block>,
    ) -> (Option<Block>, Option<String>) {
        // A message of a hand-written file is more than a text, and so is one that refers to terms.
        let plain = block.filter(|block| self.known.values == Values::Text && !block.is_source);
        let Some((block, text)) = plain.and_then(|block| Some((block, block.text()?))) else {
            return (None, None);
        };
        let message = match &block.body {
            Body::Message { span, .. } => Some(self.body_text(Some(block), *span)),
            _ => None,
        };
        // A copy of the source would be missing.
        let rewrite = |new: &str| {
            let message = message.as_deref().filter(|_| !self.is_copy(new, facts.now))?;
            propagation::rewritten(message, text, new)
        };
        match propagation::propagate(settled, facts, text, &rewrite) {
            None | Some(Carried::Settled) => (None, None),
            Some(Carried::Proposed(proposal)) => (None, Some(proposal)),
            Some(Carried::Written { text, message }) => {
                (Some(Block { body: Body::Typed { message, text }, ..block.clone() }), None)
            }
        }
    }

    /// The source text that a stale translation answers, and the day since when it is stale.
    fn answered_text(&self, settled: &Settled) -> (Option<&'a str>, Option<Date>) {
        let Status::Stale(stale) = &settled.status else { return (None, None) };
        let replaced = stale.was.and_then(|was| self.known.past.get(was)).and_then(|past| past.replaced);
        let recorded = settled.record.as_ref().and_then(|record| record.date);
        (stale.was.and_then(self.known.text_of), replaced.or(recorded))
    }

    fn held(&self, block: &Block, source: &SourceUnit) -> Option<Held> {
        let text = block.text().filter(|_| !block.in_doubt && !has_note_in_text(block, source))?;
        Some(Held {
            target: fingerprint(text),
            note: block.note.clone(),
            copy: self.is_copy(text, &source.text),
        })
    }

    /// Whether a text is the source again, although there is something in it to translate.
    fn is_copy(&self, text: &str, source: &str) -> bool {
        let settings = self.known.settings;
        text.trim() == source.trim()
            && has_words(source, settings.source_locale)
            && !settings.glossary.is_do_not_translate(text)
    }

    /// The parts of a hand-written message that its translation lacks. Attributes of terms are each locale's own.
    fn lacks(&self, source: &SourceUnit, text: Option<&str>) -> Vec<String> {
        let Some(text) = text.filter(|_| self.known.values == Values::Source) else { return Vec::new() };
        let own = parts(text);
        let mut lacks = parts(&source.text);
        lacks.retain(|part| !own.contains(part) && (part.is_empty() || !source.id.starts_with('-')));
        let name = |part: &str| if part.is_empty() { "its value".to_owned() } else { format!("`.{part}`") };
        lacks.into_iter().map(name).collect()
    }

    /// Says what was typed for a unit where it does not count.
    fn report_typed(&mut self, source: &SourceUnit, block: Option<&Block>) {
        let id = &source.id;
        if let Some(block) = block.filter(|block| has_note_in_text(block, source)) {
            self.target.broken.push(rules::note_in_text(id, block.span));
        }
        if block.and_then(Block::text).is_some() {
            return;
        }
        let commented = self.target.commented_out.iter().filter(|(of, _)| of == id);
        self.findings.extend(commented.map(|(_, span)| rules::typed_in_comment(id, *span)));
        // Typed over the source text that the note shows.
        let Some(block) = block.filter(|block| block.is_stub && block.is_unanswered()) else { return };
        let src = block.note.as_ref().and_then(|note| note.src);
        let Some(shown) = src.and_then(self.known.text_of) else { return };
        let below = block.comment.iter().skip_while(|line| !line.contains("yakugo: missing")).skip(1);
        let below: Vec<&str> = below.map(|line| line.trim_end()).collect();
        let lines = note::shown_lines(shown, &source.notes);
        let is_whole = note::shown_lines(shown, &[]).lines().all(|line| below.contains(&line));
        let is_typed = |line: &&str| !lines.lines().any(|known| known == *line) && line.len() > 1;
        if !is_whole && below.iter().any(is_typed) {
            self.findings.push(rules::typed_in_comment(id, block.span));
        }
    }

    /// What shall stand in the file for a unit: yakugo's note, the translator's comment, the message or stub.
    fn wanted(&self, settling: &Settling<'_>, old_source: Option<&str>, since: Option<Date>) -> String {
        let source = settling.source;
        let block = settling.block();
        let family = settling.family.as_deref();
        let shown_before = block.and_then(|block| block.note.as_ref()).and_then(|note| note.src);
        let shown_before = shown_before.and_then(self.known.text_of).unwrap_or(&source.text);
        let comment = block
            .map(|block| block.own_comment(&note::shown_lines(shown_before, &source.notes)))
            .unwrap_or_default();
        let mut out = String::new();
        let body = match block.map(|block| &block.body) {
            Some(Body::Message { span, .. }) => Some(self.body_text(block, *span)),
            Some(Body::Typed { message, .. }) => Some(message.clone()),
            Some(Body::Empty) | None => None,
        };
        let note = match (&settling.settled.status, &body) {
            (Status::Missing, Some(_)) => note::missing(source.kind, &source.text),
            (_, None) => {
                let family = family.map(|family| note::family_stub(family, &source.id)).unwrap_or_default();
                let shown = note::shown_lines(&source.text, &source.notes);
                note::missing(source.kind, &source.text) + &family + &shown
            }
            (Status::Stale(stale), _) => {
                let proposal = settling.proposal.as_deref();
                let family = family.map(|family| note::family(family, &source.id)).unwrap_or_default();
                note::stale(&stale.change, since, old_source, &source.text, proposal) + &family
            }
            // The stale note of a lost ledger is all that is left of what was known: it stays.
            (Status::Unrecorded, _) => {
                let lines = block.filter(|block| block.note.as_ref().is_some_and(|note| !note.missing));
                lines
                    .map(Block::note_lines)
                    .unwrap_or_default()
                    .iter()
                    .map(|line| format!("{line}\n"))
                    .collect()
            }
            (Status::Fresh, _) => String::new(),
        };
        let comment: String = comment.into_iter().map(|line| format!("{line}\n")).collect();
        match body {
            Some(body) => out.extend([note, comment, body]),
            None => out.extend([comment, note, format!("# {} =", source.id)]),
        }
        out
    }

    fn body_text(&self, block: Option<&Block>, span: Span) -> String {
        // A block of the attic, or of another document's file, has its spans there.
        let in_file =
            block.and_then(|block| self.target.get(&block.id)).is_some_and(|own| Some(own) == block);
        let text = if in_file { Some(self.target.of(span)) } else { None };
        let from_attic = || {
            let id = block?.id.as_str();
            let arrived = self.exchange.arriving.get(id).and_then(|arrival| arrival.block.as_deref());
            let raw = arrived.or_else(|| self.attic_grown.get(id))?;
            Some(span.of(raw))
        };
        text.or_else(from_attic).unwrap_or_default().replace("\r\n", "\n")
    }

    /// Empty stubs of units whose text stands elsewhere go; comments on them stay.
    fn remove_superseded(&mut self) {
        for stub in std::mem::take(&mut self.target.superseded) {
            self.remove_stub(&stub);
        }
    }

    fn remove_stub(&mut self, stub: &Block) {
        let shown = stub.note.as_ref().and_then(|note| note.src).and_then(self.known.text_of);
        let shown = shown.map(|text| note::shown_lines(text, &[])).unwrap_or_default();
        self.edits.replace(stub.span, stub.own_comment(&shown).join("\n").trim_end());
    }

    /// Translations whose segment is gone go to the attic, with their comments and notes: what was typed since the
    /// last run is judged by them when the segment comes back, as if it had never gone.
    fn retire_gone(&mut self) {
        let mut gone: Vec<&String> = self.known.gone.iter().collect();
        gone.sort();
        for id in gone {
            let block = self.target.get(id).cloned();
            if self.exchange.leaving.contains(id) {
                self.leave(id, block.as_ref());
                continue;
            }
            let text = block.as_ref().and_then(Block::text);
            let (record, _) = self.ledger.decide(id, text.map(fingerprint));
            let waits = text.is_some() || self.attic_grown.get(id).is_some();
            if let Some(record) = record.filter(|record| record.state != State::Missing || waits) {
                self.recorded.insert(id, record.retired(self.known.settings.today));
            }
            let Some(block) = block else { continue };
            let message = self.target.raw(&block).filter(|_| !matches!(block.body, Body::Empty));
            let Some(message) = message else {
                self.remove_stub(&block);
                continue;
            };
            self.edits.replace(block.span, "");
            for attic in [&mut self.attic_now, &mut self.attic_grown] {
                attic.insert(id, message.clone());
            }
        }
    }

    /// A unit that goes to another document waits in the attic until it stands there.
    fn leave(&mut self, id: &str, block: Option<&Block>) {
        self.attic_now.remove(id);
        if let Some(block) = block {
            if let Some(message) = self.target.raw(block) {
                self.attic_grown.insert(id, message);
            }
            self.edits.replace(block.span, "");
        }
    }

    fn report_obsolete(&mut self, ids: &HashSet<&str>) {
        // A locale may have terms of its own.
        let is_unknown = |block: &&Block| !ids.contains(block.id.as_str()) && !block.id.starts_with('-');
        let unknown = self.target.blocks.iter().filter(is_unknown);
        self.findings.extend(unknown.map(|block| rules::obsolete(&block.id, block.span)));
    }
}

/// Whether a translation contains a note of yakugo's that lost its `#`.
fn has_note_in_text(block: &Block, source: &SourceUnit) -> bool {
    let has_note = |text: &str| text.lines().any(note::is_own);
    block.text().is_some_and(has_note) && !has_note(&source.text)
}

/// The parts of a message as [`crate::catalog::target::value_text`] has it: the names of its attributes, and an empty
/// name for its value.
fn parts(text: &str) -> Vec<&str> {
    let attribute = |line: &'_ str| line.starts_with('.') && line.contains(" = ");
    let value = text.lines().next().filter(|line| !line.trim().is_empty() && !attribute(line)).map(|_| "");
    let names = text.lines().filter(|line| attribute(line));
    let names = names.filter_map(|line| Some(line.strip_prefix('.')?.split_once(" = ")?.0));
    value.into_iter().chain(names).collect()
}

/// Whether another tool rewrote the file: every note that yakugo wrote is gone, though something it stood on was not
/// answered. Then a missing note says nothing about any unit. `texts` are those of a unit that stood in the file.
pub(crate) fn is_rewritten<'a>(
    target: &Target,
    ledger: &Ledger,
    texts: &dyn Fn(&str) -> Option<Texts<'a>>,
    policy: &Policy,
) -> bool {
    let mut expected = 0;
    let mut unanswered = false;
    for (id, record) in ledger.iter() {
        let Some(texts) = texts(id) else { continue };
        if !shows_note(record, &texts, policy) {
            continue;
        }
        let block = target.get(id);
        if block.is_some_and(|block| block.note.is_some()) {
            return false;
        }
        expected += 1;
        let text = block.and_then(Block::text);
        unanswered |= match record.state {
            State::Missing => text.is_none_or(|text| record.shown.and_then(texts.text_of) == Some(text)),
            _ => text.map(fingerprint) == record.target,
        };
    }
    expected >= 2 && unanswered
}
