//! The user's editor.

use std::env;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::project::{Error, read_text};

/// What came back from an editor.
pub(crate) struct Edited {
    /// What stands in the file now.
    pub(crate) text: String,
    /// What the editor said was wrong, if it failed.
    pub(crate) failed: Option<String>,
}

/// Opens a text in the user's editor and waits for it. `is_terminal` says whether the editor may read the keyboard;
/// `opening` is told the file.
pub(crate) fn edit(
    text: &str,
    is_terminal: bool,
    opening: impl FnOnce(&Path) -> Result<(), Error>,
) -> Result<Edited, Error> {
    let failed = |cause: std::io::Error| {
        Error::Usage(format!("no file can be made for the editor in {}: {cause}", env::temp_dir().display()))
    };
    let mut file = tempfile::Builder::new().prefix("yakugo-").suffix(".txt").tempfile().map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    // Closed, so that editors on Windows may open it.
    let path = file.into_temp_path();
    let editor = editor()?;
    opening(&path)?;
    let mut command = command(&editor, &path);
    if !is_terminal {
        command.stdin(Stdio::null());
    }
    let failed = match command.status() {
        Ok(status) if status.success() => None,
        Ok(status) => Some(format!("the editor `{editor}` failed ({status})")),
        Err(cause) => Some(format!("the editor `{editor}` cannot be run: {cause}")),
    };
    match read_text(&path) {
        Ok(text) => Ok(Edited { text, failed }),
        Err(error) => {
            // What was typed is not thrown away: the message names the file.
            let _ = path.keep();
            Err(error)
        }
    }
}

/// `$VISUAL`, `$EDITOR`, or what the system has.
fn editor() -> Result<String, Error> {
    const DEFAULTS: &[&str] =
        if cfg!(windows) { &["notepad.exe"] } else { &["sensible-editor", "nano", "vi"] };
    let of_user = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| env::var(name).ok());
    if let Some(editor) = of_user.into_iter().find(|editor| !editor.trim().is_empty()) {
        return Ok(editor);
    }
    let is_there = |name: &&&str| {
        let folders = env::var_os("PATH").unwrap_or_default();
        cfg!(windows) || env::split_paths(&folders).any(|folder| folder.join(name).is_file())
    };
    let found = DEFAULTS.iter().find(is_there);
    found.map(|name| (*name).to_owned()).ok_or_else(|| {
        Error::Usage("there is no editor: name one in the environment variable EDITOR".to_owned())
    })
}

/// The editor may have arguments, as `code --wait` does: the system's shell reads it, as git does.
#[cfg(not(windows))]
fn command(editor: &str, path: &Path) -> Command {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg(editor).arg(path);
    command
}

#[cfg(windows)]
fn command(editor: &str, path: &Path) -> Command {
    let mut command = Command::new("cmd");
    command.arg("/C").arg(editor).arg(path);
    command
}
