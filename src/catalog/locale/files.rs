//! What a locale writes: the files as they should be, in the order in which nothing is lost.

use super::Locale;
use crate::catalog::plan::{FileText, TargetFiles, push_write};
use crate::catalog::rules;
use crate::catalog::target::{Block, Target};
use crate::catalog::unit::{Stage, Write};
use crate::text::{Fingerprint, Span};

impl Locale<'_> {
    /// What is to be written, if the file reads back as it should.
    pub(super) fn writes(&mut self, files: &TargetFiles) -> Option<Vec<Write>> {
        let mut writes = Vec::new();
        let text =
            std::mem::take(&mut self.edits).apply(&new_file_header(self.known.document_path, &files.locale));
        if let Err(why) = self.verify(&text) {
            self.findings.push(rules::not_written(&why));
            return None;
        }
        if !self.attic_grown.is_empty() || files.attic.text.is_some() {
            let now = Some(self.attic_now.to_text()).filter(|_| !self.attic_now.is_empty());
            push_in_two(
                &mut writes,
                [Stage::Attic, Stage::AtticEmptied],
                &files.attic,
                (self.attic_grown.to_text(), now),
            );
        }
        if !self.units.is_empty() || files.ftl.text.is_some() {
            push_write(&mut writes, Stage::Target, &files.ftl, text);
        }
        if !self.recorded.is_empty() || files.ledger.text.is_some() {
            let mut grown = self.recorded.clone();
            for (id, record) in self.ledger.iter().filter(|(id, _)| self.exchange.leaving.contains(*id)) {
                grown.insert(id, record.clone());
            }
            grown.arrange_as(self.ledger);
            self.recorded.arrange_as(self.ledger);
            let texts = (grown.to_text(), Some(self.recorded.to_text()));
            push_in_two(&mut writes, [Stage::Ledger, Stage::LedgerEmptied], &files.ledger, texts);
        }
        Some(writes)
    }

    /// Reads the edited text again: every unit must have its very text, and nothing may have become unreadable.
    fn verify(&self, text: &str) -> Result<(), String> {
        if self.target.resource.text() == text {
            return Ok(());
        }
        let known = |id: &str| self.expected.contains_key(id);
        let written = Target::read(text, self.known.values, &known);
        if let Some(finding) = written.broken.first() {
            return Err(finding.message.clone());
        }
        for source in self.known.sources {
            let wanted = self.expected.get(&source.id).and_then(Option::as_deref);
            let got = written.get(&source.id).and_then(Block::text);
            if got.map(Fingerprint::of) != wanted.map(Fingerprint::of) {
                return Err(format!("the text of {} would not have stayed the same", source.id));
            }
        }
        Ok(())
    }
}

fn new_file_header(document_path: &str, locale: &str) -> String {
    format!(
        "### {document_path}{}\n### Then run `yakugo sync`; `yakugo status --todo` lists what is left.\n",
        after_path(locale)
    )
}

/// Whether a line is one of those that begin a new file.
pub(crate) fn is_header(line: &str, locale: &str) -> bool {
    line.starts_with("### ") && line.ends_with(&after_path(locale))
        || new_file_header("", locale).lines().any(|own| own == line)
}

fn after_path(locale: &str) -> String {
    format!(" in {locale}. Type each translation after its `id =`; the # in front may stay.")
}

/// Where the header of a file names its document by another path: it was renamed since.
pub(super) fn other_path(text: &str, document_path: &str, locale: &str) -> Option<Span> {
    let path = text.lines().next()?.strip_prefix("### ")?.strip_suffix(&after_path(locale))?;
    let start = "### ".len();
    (path != document_path).then(|| Span::new(start, start + path.len()))
}

/// A file that first grows and later shrinks, or goes: nothing leaves it before it stands elsewhere.
fn push_in_two(
    writes: &mut Vec<Write>,
    stages: [Stage; 2],
    file: &FileText,
    (grown, now): (String, Option<String>),
) {
    let before = writes.len();
    push_write(writes, stages[0], file, grown);
    let written = writes.get(before).and_then(|write| write.new.clone()).or_else(|| file.text.clone());
    set(writes, stages[1], &FileText::new(&file.path, written), now);
}

/// Gives a file another text, or removes it; one that is not there stays so.
pub(crate) fn set(writes: &mut Vec<Write>, stage: Stage, file: &FileText, new: Option<String>) {
    match (&file.text, new) {
        (None, _) => {}
        (Some(_), Some(new)) => push_write(writes, stage, file, new),
        (old @ Some(_), None) => {
            writes.push(Write { stage, path: file.path.clone(), from: None, old: old.clone(), new: None });
        }
    }
}
