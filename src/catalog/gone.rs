//! What is left of a document that is gone, after some of its units went to other documents.

use std::collections::HashSet;

use crate::catalog::attic::Attic;
use crate::catalog::edit::Edits;
use crate::catalog::exchange::Files;
use crate::catalog::locale::{is_header, set};
use crate::catalog::plan::Read;
use crate::catalog::source;
use crate::catalog::target::Values;
use crate::catalog::unit::{DocumentPlan, Stage, Write};
use crate::finding::Finding;

/// Writes the files of a document that is gone without what left it; they are planned with those of an heir.
pub(crate) fn leave_to(document: &Read<'_>, heir: &mut DocumentPlan) {
    let values = heir.origin.values();
    let rests: Vec<Rest> = (0..document.files.targets.len()).map(|at| locale(document, at, values)).collect();
    let stays = |id: &String| document.exchange.iter().all(|exchange| exchange.leaving.contains(id));
    let moved = document.exchange.iter().flat_map(|exchange| &exchange.leaving).filter(|id| stays(id));
    heir.writes.extend(source(document, &rests, &moved.cloned().collect()));
    heir.findings
        .extend(document.findings.iter().cloned().map(|finding| finding.in_document(&document.files.name)));
    heir.writable &= !document.unreadable.contains(document.files.past.path.as_str());
    for (target, rest) in heir.targets.iter_mut().zip(rests) {
        target.writable &= !rest.is_refused;
        target.writes.extend(rest.writes);
        let findings =
            rest.findings.into_iter().map(|f| f.in_locale(&target.locale).in_document(&document.files.name));
        target.findings.extend(findings.collect::<Vec<_>>());
    }
}

/// The writes of one locale, or none where a file cannot be read; and whether nothing is left there.
struct Rest {
    writes: Vec<Write>,
    findings: Vec<Finding>,
    is_refused: bool,
    is_empty: bool,
}

/// Takes what left out of the files of one locale. A file with nothing of anybody's in it is removed.
fn locale(document: &Read<'_>, at: usize, values: Values) -> Rest {
    let files = &document.files.targets[at];
    let leaving = &document.exchange[at].leaving;
    let known: HashSet<&str> = document.ids_in_use().collect();
    let mut read = Files::read(files, values, &|id| known.contains(id));
    let mut rest = Rest { writes: Vec::new(), findings: Vec::new(), is_refused: false, is_empty: true };
    let is_broken = read.is_broken && !leaving.is_empty();
    if is_broken || document.unreadable.contains(files.ledger.path.as_str()) {
        let broken =
            std::mem::take(&mut read.target.broken).into_iter().map(|finding| finding.at(&files.ftl.path));
        return Rest { findings: broken.collect(), is_refused: true, is_empty: false, ..rest };
    }
    let text = files.ftl.text.as_deref().unwrap_or_default();
    let mut edits = Edits::new(text);
    for block in read.target.blocks.iter().filter(|block| leaving.contains(&block.id)) {
        edits.replace(block.span, "");
    }
    leaving.iter().for_each(|id| read.attic.remove(id));
    let left = edits.apply("");
    let left = Some(left)
        .filter(|left| left.lines().any(|line| !line.trim().is_empty() && !is_header(line, &files.locale)));
    let attic = Some(&read.attic).filter(|attic| !attic.is_empty()).map(Attic::to_text);
    let ledger = document.ledgers[at].without(leaving);
    rest.is_empty = left.is_none() && attic.is_none() && ledger.is_empty();
    set(&mut rest.writes, Stage::AtticEmptied, &files.ftl, left);
    set(&mut rest.writes, Stage::AtticEmptied, &files.attic, attic);
    if rest.is_empty {
        // By the ledger it is seen that something was here: it is the last to go.
        set(&mut rest.writes, Stage::LastGone, &files.ledger, None);
    } else {
        set(&mut rest.writes, Stage::LedgerEmptied, &files.ledger, Some(ledger.to_text()));
    }
    rest
}

/// Takes what left out of the source file; where nothing is left in any locale, source and past are removed.
fn source(document: &Read<'_>, locales: &[Rest], moved: &HashSet<String>) -> Vec<Write> {
    let files = document.files;
    let mut writes = Vec::new();
    if locales.iter().all(|rest| rest.is_empty) {
        set(&mut writes, Stage::Gone, &files.source, None);
        set(&mut writes, Stage::Gone, &files.past, None);
        return writes;
    }
    let text = files.source.text.as_deref().unwrap_or_default();
    let mut edits = Edits::new(text);
    for unit in source::read(text).iter().filter(|unit| moved.contains(&unit.id)) {
        edits.replace(unit.span, "");
    }
    set(&mut writes, Stage::Gone, &files.source, Some(edits.apply("")));
    writes
}
