//! What can go wrong outside the content: configuration, files, arguments.

use std::path::{Path, PathBuf};

use crate::check::NotABaseline;
use crate::project::config::{ConfigError, FILE_NAME};

/// An error of I/O or configuration. Content never gives one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No project here.
    #[error("no {FILE_NAME} in {} or above it: go to your project's folder, or begin one with `yakugo init`", .0.display())]
    NoProject(PathBuf),
    /// The configuration cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// A file cannot be read, written or listed.
    #[error("{}: cannot {action}: {cause}", path.display())]
    Io {
        /// Which file, relative to the project where it lies inside.
        path: PathBuf,
        /// What was tried: `read it`, `write it` …
        action: &'static str,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The file is no UTF-8.
    #[error("{}: not UTF-8: the byte at offset {offset} (line {line}) fits no character; save the file as UTF-8. The file was not touched", path.display())]
    NotUtf8 {
        /// Which file.
        path: PathBuf,
        /// Bytes before the first wrong one.
        offset: usize,
        /// The line of that byte, from 1.
        line: usize,
    },
    /// A line that is read on its own is too long to be a text.
    #[error("{}:{line}: this line is longer than 16 MiB: divide it", path.display())]
    LineTooLong {
        /// Which file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// The file is no baseline that can be used.
    #[error("{}: {reason}", path.display())]
    Baseline {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it, and what to do.
        reason: NotABaseline,
    },
    /// The file is UTF-16, as some editors on Windows save it.
    #[error("{}: saved as UTF-16 (\"Unicode\" in some editors): save it as UTF-8. The file was not touched", .0.display())]
    Utf16(PathBuf),
    /// Another program has the file open and would write over our change.
    #[error("{}: open in LibreOffice: save and close it there, then run this again. Nothing was written", .0.display())]
    OpenElsewhere(PathBuf),
    /// A rendered page or a report would replace a file of the project.
    #[error("{}: this file of the project would be replaced: choose another place for what is written (--out, `path` under [render] in {FILE_NAME}, or `--format FORMAT=FILE`)", .0.display())]
    WouldReplace(PathBuf),
    /// A pattern of the configuration finds nothing.
    #[error("{FILE_NAME}: the pattern `{0}` matches no file: correct it, or add the document")]
    NoMatch(String),
    /// A pattern is no glob.
    #[error("{FILE_NAME}: `{pattern}` is no pattern: {reason}")]
    Pattern {
        /// The pattern.
        pattern: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Two documents have one name.
    #[error("{FILE_NAME}: two documents are called `{name}`: {} and {}; rename one, or give the folders separate patterns", first.display(), second.display())]
    SameName {
        /// The name.
        name: String,
        /// One file.
        first: PathBuf,
        /// The other.
        second: PathBuf,
    },
    /// The files of one document would be those of another.
    #[error("{FILE_NAME}: the translations of {} would stand where those removed from {} are kept: rename one", second.display(), first.display())]
    SameFiles {
        /// The document with an attic.
        first: PathBuf,
        /// The document whose name is that attic's.
        second: PathBuf,
    },
    /// A file of unknown kind.
    #[error("{}: no document kind is known for this extension: use .md, .txt or .ftl, or say `kind` in {FILE_NAME}", .0.display())]
    UnknownKind(PathBuf),
    /// A path leads out of the project.
    #[error("{}: a symbolic link leads out of the project, so the file is neither read nor written", .0.display())]
    Outside(PathBuf),
    /// Somebody saved the file in between.
    #[error("{}: was changed while yakugo was working, so nothing more was written; run the command again", .0.display())]
    ChangedMeanwhile(PathBuf),
    /// The file may not be replaced.
    #[error("{}: is read-only, so nothing was written; make it writable and run the command again", .0.display())]
    ReadOnly(PathBuf),
    /// An earlier commit was asked for that git cannot give.
    #[error("{0}")]
    Git(String),
    /// Something else was asked for that does not exist.
    #[error("{0}")]
    Usage(String),
}

impl Error {
    /// The same error with its path relative to a project, where it lies inside.
    pub(crate) fn relative_to(mut self, root: &Path) -> Self {
        let (Self::Io { path, .. }
        | Self::NotUtf8 { path, .. }
        | Self::Outside(path)
        | Self::Utf16(path)
        | Self::WouldReplace(path)
        | Self::ChangedMeanwhile(path)
        | Self::OpenElsewhere(path)
        | Self::ReadOnly(path)) = &mut self
        else {
            return self;
        };
        if let Ok(relative) = path.strip_prefix(root) {
            *path = relative.to_path_buf();
        }
        self
    }

    /// A file that should be there.
    pub(crate) fn missing(path: &Path) -> Self {
        let cause = std::io::Error::new(std::io::ErrorKind::NotFound, "there is no such file");
        Self::io(path, "read it")(cause)
    }

    /// An I/O error at a path.
    pub(crate) fn io(path: &Path, action: &'static str) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_path_buf();
        move |cause| Self::Io { path, action, cause }
    }
}
