//! What `yakugo check --fix` does to the files.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Answers, DocumentFiles, Origin, Stage, Write};
use crate::check::{self, Fixed};
use crate::cli::session::Session;
use crate::finding::{Finding, Fix};
use crate::project::Error;

/// A fix may make room for the next one; no real file needs more rounds.
const MOST_ROUNDS: usize = 10;

/// The fixes that were made in the session's texts; nothing is written yet.
#[derive(Default)]
pub(crate) struct Fixes {
    /// Changed files: path, and the text on the disk.
    before: BTreeMap<String, String>,
    pub(crate) made: usize,
}

/// Makes the fixes of findings, and of what is found then, until none is left. A fix that needs a person is made only if
/// `unsafe_too`. The session is planned anew: a mended translation answers what it answered before.
pub(crate) fn make(
    session: &mut Session,
    unsafe_too: bool,
    find: impl Fn(&Session) -> Result<Vec<Finding>, Error>,
) -> Result<Fixes, Error> {
    let mut fixes = Fixes::default();
    let mut refused = BTreeSet::new();
    for _ in 0..MOST_ROUNDS {
        let findings = find(session)?;
        let mut by_path: BTreeMap<&str, Vec<&Fix>> = BTreeMap::new();
        for finding in &findings {
            let fix = finding.fixes.iter().find(|fix| fix.safe || unsafe_too);
            by_path.entry(&finding.place.path).or_default().extend(fix);
        }
        by_path.retain(|path, fixes| !fixes.is_empty() && !refused.contains(*path));
        let made: Vec<(String, Fixed)> = by_path
            .into_iter()
            .filter_map(|(path, fixes)| Some((path.to_owned(), fixed(session, path, &fixes)?)))
            .collect();
        if made.is_empty() {
            break;
        }
        let mut undo = Vec::new();
        for (path, fixed) in made {
            let Some(text) = text_of(session, &path) else { continue };
            let old = std::mem::replace(text, fixed.text);
            undo.push((path, old, fixed.made));
        }
        plan(session, &fixes, &undo);
        // What yakugo may not write, it may not mend.
        let (kept, dropped): (Vec<_>, Vec<_>) =
            undo.into_iter().partition(|(path, _, _)| is_writable(session, path));
        for (path, old, _) in dropped {
            if let Some(text) = text_of(session, &path) {
                *text = old;
            }
            refused.insert(path);
        }
        for (path, old, made) in kept {
            fixes.before.entry(path).or_insert(old);
            fixes.made += made;
        }
        plan(session, &fixes, &[]);
    }
    Ok(fixes)
}

impl Fixes {
    /// The changed files: path, text before, text now.
    pub(crate) fn files<'a>(
        &'a self,
        session: &'a Session,
    ) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
        let now: BTreeMap<&str, &str> = session
            .files
            .iter()
            .flat_map(|files| {
                std::iter::once(&files.document).chain(files.targets.iter().map(|files| &files.ftl))
            })
            .filter_map(|file| Some((file.path.as_str(), file.text.as_deref()?)))
            .collect();
        self.before
            .iter()
            .filter_map(move |(path, old)| Some((path.as_str(), old.as_str(), *now.get(path.as_str())?)))
    }

    /// Writes the changed files, and all of their documents with them, so that no record lags behind a text.
    pub(crate) fn save(&self, session: &Session) -> Result<(), Error> {
        let is_mended = |files: &DocumentFiles| {
            let texts = files.targets.iter().map(|files| &files.ftl);
            std::iter::once(&files.document).chain(texts).any(|file| self.before.contains_key(&file.path))
        };
        let files = session.files.iter().enumerate();
        let documents: Vec<usize> = files.filter(|(_, files)| is_mended(files)).map(|(at, _)| at).collect();
        let mut writes = session.writes(&documents);
        for (path, old, new) in self.files(session) {
            match writes.iter_mut().find(|write| write.path == path && write.from.is_none()) {
                Some(write) => write.old = Some(old.to_owned()),
                None => writes.push(Write {
                    stage: Stage::Target,
                    path: path.to_owned(),
                    from: None,
                    old: Some(old.to_owned()),
                    new: Some(new.to_owned()),
                }),
            }
        }
        writes.sort_by_key(|write| write.stage);
        session.project.save(&writes)
    }
}

/// A file with its fixes, verified.
fn fixed(session: &Session, path: &str, fixes: &[&Fix]) -> Option<Fixed> {
    for files in &session.files {
        if files.document.path == path {
            let text = files.document.text.as_deref()?;
            return match files.origin {
                Origin::Fluent => check::fix_fluent(text, fixes),
                Origin::Article(format) => {
                    check::fix_article(format, &session.project.document_options(), text, fixes)
                }
            };
        }
        if let Some(target) = files.targets.iter().find(|target| target.ftl.path == path) {
            return check::fix_fluent(target.ftl.text.as_deref()?, fixes);
        }
    }
    None
}

fn text_of<'a>(session: &'a mut Session, path: &str) -> Option<&'a mut String> {
    let files = session.files.iter_mut().flat_map(|files| {
        std::iter::once(&mut files.document).chain(files.targets.iter_mut().map(|files| &mut files.ftl))
    });
    files.into_iter().find(|file| file.path == path)?.text.as_mut()
}

fn is_writable(session: &Session, path: &str) -> bool {
    session.plans.iter().all(|plan| {
        let target = plan.targets.iter().find(|target| target.path == path);
        (plan.path != path || plan.writable) && target.is_none_or(|target| target.writable)
    })
}

/// Plans with the mended texts, which answer what stood there before; `undo` are those of this round.
fn plan(session: &mut Session, fixes: &Fixes, undo: &[(String, String, usize)]) {
    let mut answers = Answers::default();
    for files in &session.files {
        for target in &files.targets {
            let now = || undo.iter().find(|(path, _, _)| *path == target.ftl.path).map(|(_, old, _)| old);
            if let Some(text) = fixes.before.get(&target.ftl.path).or_else(now) {
                answers.insert_as_left(&files.name, &target.locale, text);
            }
        }
    }
    session.plan(answers);
}
