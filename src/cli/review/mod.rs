//! `yakugo review`: the questions; what lies on the desk is shown and saved there.

mod desk;

use anstyle::Style;

use crate::carry::ChangeKind;
use crate::catalog::{Reply, Status, UnitName, Walk, due};
use crate::cli::ask::{Asker, say};
use crate::cli::find::{self, Chosen};
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome, accept, editor, shows_colours};
use crate::project::Error;
use crate::report::review::{Look, to_edit, typed_text};
use desk::{Desk, Saved, Seen};

/// Go through what is stale, one key an answer.
///
/// Every answer is saved at once, so that you can stop at any time. It answers the source text that was shown; if the
/// article changes meanwhile, the translation is stale again. From a pipe, one answer a line is read.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Units: an id, `FILE:LINE` of a document or translator's file, or a piece of text that occurs once. Without any,
    /// all stale ones.
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Only in this locale.
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    /// What has no translation, or one that no ledger knows, too.
    #[arg(long, conflicts_with = "ids")]
    missing: bool,
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let session = Session::open(cli)?;
    let locale = args.locale.as_deref();
    let named = find::units(&session, &args.ids, locale)?;
    let units = if named.is_empty() {
        due(&session.plans, |target, unit| match &unit.status {
            _ if locale.is_some_and(|locale| locale != target.locale) => false,
            Status::Stale(_) => true,
            Status::Missing | Status::Unrecorded => args.missing,
            Status::Fresh => false,
        })
    } else {
        named.iter().flat_map(|chosen| names(&session, chosen)).collect()
    };
    if units.is_empty() {
        return Ok(Outcome::clean("Nothing to review.\n"));
    }
    let by = session.project.who();
    let desk = Desk::new(cli, session);
    Review { desk, asker: Asker::new(), walk: Walk::new(units), by, draft: String::new() }.run()
}

/// The names of a unit in all locales that were chosen.
fn names<'s>(session: &'s Session, chosen: &'s Chosen) -> impl Iterator<Item = UnitName> + 's {
    let plan = &session.plans[chosen.document];
    chosen.targets.iter().map(|at| UnitName {
        document: plan.name.clone(),
        locale: plan.targets[*at].locale.clone(),
        id: plan.sources[chosen.unit].id.clone(),
    })
}

/// What to do after a key.
enum Next {
    /// Ask again about the same unit.
    Again,
    /// Show what stands there now: the unit may have changed, or be another one.
    Look,
    Quit,
}

struct Review<'a> {
    desk: Desk<'a>,
    asker: Asker,
    walk: Walk,
    by: String,
    /// What was typed for the current unit and could not be taken: nobody types it twice.
    draft: String,
}

impl Review<'_> {
    fn run(mut self) -> Result<Outcome, Error> {
        loop {
            let next = match self.walk.current().cloned() {
                Some(name) => match self.unit(&name) {
                    Ok(next) => next,
                    Err(error) => {
                        self.show_draft()?;
                        return Err(error);
                    }
                },
                None if self.walk.answers() > 0 => self.end()?,
                None => Next::Quit,
            };
            if let Next::Quit = next {
                return self.finish();
            }
        }
    }

    /// Shows a unit and asks until something comes of it.
    fn unit(&mut self, name: &UnitName) -> Result<Next, Error> {
        let Some(seen) = self.desk.look(name)? else {
            say(&format!("\n{} is not in {} any more.\n", name.id, name.document))?;
            return self.leave().map(|()| Next::Look);
        };
        let look = Look { colour: shows_colours(), width: self.asker.width() };
        say(&seen.card(self.walk.position()).text(seen.today, look))?;
        loop {
            match self.ask(&seen)? {
                Next::Again => {}
                next => return Ok(next),
            }
        }
    }

    /// Behind the last unit its answer can still be taken back.
    fn end(&mut self) -> Result<Next, Error> {
        let question = format!("\nThat was the last.\n{} > ", keys(&[('u', "undo"), ('q', "quit")]));
        match self.asker.key(&question)? {
            Some('u') => self.undo(),
            Some('q') | None => Ok(Next::Quit),
            Some(_) => Ok(Next::Again),
        }
    }

    /// Goes on to the next unit, or out.
    fn leave(&mut self) -> Result<(), Error> {
        self.walk.step();
        self.show_draft()
    }

    /// Shows what was typed and not taken before it is forgotten, so that it can be copied.
    fn show_draft(&mut self) -> Result<(), Error> {
        let draft = std::mem::take(&mut self.draft);
        if draft.is_empty() { Ok(()) } else { say(&format!("Not saved:\n{draft}\n")) }
    }

    fn ask(&mut self, seen: &Seen) -> Result<Next, Error> {
        let key = self.asker.key(&self.question(seen))?;
        let proposed = seen.unit.proposal.clone().map(Reply::Translation);
        match (key, proposed) {
            (Some('v'), _) => self.say_reply(seen, &Reply::StillRight),
            (Some('r'), _) => self.say_reply(seen, &Reply::Reviewed),
            (Some('d'), _) => self.say_reply(seen, &Reply::NeedsWork),
            (Some('p'), Some(reply)) => self.answer(seen, &reply),
            (Some('e'), _) => self.edit(seen),
            (Some('u'), _) => self.undo(),
            (Some('s'), _) => self.leave().map(|()| Next::Look),
            (Some('q') | None, _) => self.leave().map(|()| Next::Quit),
            (Some(_), _) => {
                say("One of the letters, please.\n")?;
                Ok(Next::Again)
            }
        }
    }

    /// The keys that mean something here.
    fn question(&self, seen: &Seen) -> String {
        let fits = |reply: &Reply| reply.fits(&seen.unit);
        let edit = if seen.unit.translation.is_some() { "edit" } else { "translate" };
        let all = [
            ('v', "still valid", fits(&Reply::StillRight)),
            ('p', "take proposal", seen.unit.proposal.is_some()),
            ('e', edit, true),
            ('r', "reviewed", fits(&Reply::Reviewed)),
            ('d', "needs work", fits(&Reply::NeedsWork)),
            ('s', "skip", true),
            ('u', "undo", self.walk.answers() > 0),
            ('q', "quit", true),
        ];
        let fitting: Vec<(char, &str)> =
            all.into_iter().filter(|(.., fits)| *fits).map(|(key, what, _)| (key, what)).collect();
        format!("\n{} > ", keys(&fitting))
    }

    fn say_reply(&mut self, seen: &Seen, reply: &Reply) -> Result<Next, Error> {
        if !reply.fits(&seen.unit) {
            say("That cannot be said of this translation.\n")?;
            return Ok(Next::Again);
        }
        if let Some(what) = reply.to_confirm(&seen.unit) {
            let what = match what.kind {
                ChangeKind::Meaning => format!("The meaning changed ({})", what.detail),
                _ => format!("The text was {}", what.describe()),
            };
            let question = format!("{what}: right all the same? y/N > ");
            if self.asker.key(&question)? != Some('y') {
                return Ok(Next::Again);
            }
        }
        self.answer(seen, reply)
    }

    fn edit(&mut self, seen: &Seen) -> Result<Next, Error> {
        let card = seen.card(self.walk.position());
        let opened = to_edit(&card, &self.draft);
        let edited = match editor::edit(&opened, self.asker.is_terminal(), |path| {
            // Should anything end this run, what was typed stands there.
            say(&format!("Opening {}\n", path.display()))
        }) {
            Ok(edited) => edited,
            Err(error) => return again(&error.to_string()),
        };
        let Some(text) = typed_text(&card, &edited.text) else {
            return again("the line above the translation is gone, so nobody can tell what was typed");
        };
        self.draft.clone_from(&text);
        match edited.failed {
            Some(failed) => again(&failed),
            None if text.is_empty() => again("nothing was typed"),
            None => self.answer(seen, &Reply::Translation(text)),
        }
    }

    /// Saves an answer to what was seen.
    fn answer(&mut self, seen: &Seen, reply: &Reply) -> Result<Next, Error> {
        let answer = match reply.answer(seen.origin, &seen.source, &seen.unit, &self.by) {
            Ok(answer) => answer,
            Err(why) => return again(&why),
        };
        let saved = self.desk.save(seen, answer);
        if let (Ok(Saved::Settled(_) | Saved::StaleAgain(_)), Reply::Translation(text)) = (&saved, reply)
            && *text == self.draft
        {
            self.draft.clear();
        }
        match saved {
            Ok(Saved::Settled(writes)) => {
                self.walk.keep(writes);
                say("Saved.\n")?;
                self.leave().map(|()| Next::Look)
            }
            Ok(Saved::StaleAgain(writes)) => {
                self.walk.keep(writes);
                say("Saved as the answer to what you saw; but the article changed meanwhile:\n")?;
                Ok(Next::Look)
            }
            Ok(Saved::TranslationChanged) => {
                again("somebody changed the translation meanwhile")?;
                Ok(Next::Look)
            }
            Ok(Saved::Refused(why)) => again(&why),
            Err(error) => again(&error.to_string()),
        }
    }

    fn undo(&mut self) -> Result<Next, Error> {
        let Some(writes) = self.walk.to_undo() else {
            return again("there is nothing to undo");
        };
        match self.desk.undo(&writes) {
            Ok(()) => {
                self.walk.undone();
                say("The last answer is taken back.\n")?;
                self.show_draft().map(|()| Next::Look)
            }
            Err(error @ Error::ChangedMeanwhile(_)) => again(&error.to_string()),
            Err(error) => Err(error),
        }
    }

    fn finish(self) -> Result<Outcome, Error> {
        let (left, session) = self.desk.close()?;
        let answers = self.walk.answers();
        let mut text = format!("\n{answers} answered, {left} stale in the project.\n");
        if answers > 0 {
            text.push_str(accept::pages_are_old(&session));
        }
        Ok(Outcome::clean(text))
    }
}

/// Says that nothing was answered, and why.
fn again(why: &str) -> Result<Next, Error> {
    say(&format!("Not answered: {why}.\n"))?;
    Ok(Next::Again)
}

/// Keys and what they do, in lines that leave room for the answer in 80 columns.
fn keys(keys: &[(char, &str)]) -> String {
    let strong = if shows_colours() { Style::new().bold() } else { Style::new() };
    let mut out = String::new();
    let mut column = 0;
    for (key, what) in keys {
        let width = 2 + what.len();
        if column > 0 {
            let is_full = column + 2 + width > 76;
            out.push_str(if is_full { "\n" } else { "  " });
            column = if is_full { 0 } else { column + 2 };
        }
        out.push_str(&format!("{strong}{key}{strong:#} {what}"));
        column += width;
    }
    out
}
