//! `yakugo fmt`

use crate::catalog::{Origin, Stage, Write};
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome, report};
use crate::fluent::formatted;
use crate::project::Error;

/// Put the Fluent files of the project into one layout: blank lines, indentation, blanks at line ends.
///
/// No other command reformats a file. Values, comments and order stay as they are.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Write nothing; list the files that have another layout, and exit with 1 if there is one.
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let session = Session::open_to_write(cli)?;
    let mut writes = Vec::new();
    for files in &session.files {
        let source = if files.origin == Origin::Fluent { &files.document } else { &files.source };
        let targets = files.targets.iter().flat_map(|target| [&target.ftl, &target.attic]);
        for file in std::iter::once(source).chain(targets) {
            let Some(old) = file.text.as_deref() else { continue };
            let Some(new) = formatted(old) else {
                report(&format!(
                    "{}: not formatted, it holds what no program can read: see `yakugo check`",
                    file.path
                ));
                continue;
            };
            if new != old {
                let (path, old) =
                    (file.from.clone().unwrap_or_else(|| file.path.clone()), Some(old.to_owned()));
                writes.push(Write { stage: Stage::Target, path, from: None, old, new: Some(new) });
            }
        }
    }
    let listed: String = writes.iter().map(|write| format!("{}\n", write.path)).collect();
    if args.check {
        return Ok(Outcome { text: listed, found: !writes.is_empty() });
    }
    session.project.save(&writes)?;
    Ok(Outcome::clean(listed))
}
