//! Where the texts of a project stand: on the disk, in git's index, or in a commit that they are compared with.

use std::path::{Path, PathBuf};

use crate::project::git::GitTree;
use crate::project::{Error, discover, files};

/// Files by path relative to the project, with `/`.
#[derive(Debug)]
pub(crate) enum Tree {
    /// The folder of the project, without symbolic links.
    Disk(PathBuf),
    /// The same folder as the next commit will have it.
    Index(GitTree),
    /// The same folder in an earlier commit.
    Commit(GitTree),
}

impl Tree {
    /// Whether this is an earlier tree, whose oddities nobody can mend any more: they are no errors.
    pub(crate) fn is_past(&self) -> bool {
        matches!(self, Self::Commit(_))
    }

    /// The text of a file that may be absent.
    pub(crate) fn text(&self, path: &str) -> Result<Option<String>, Error> {
        match self {
            Self::Disk(root) => {
                let full = root.join(path);
                let text = files::stay_inside(root, &full).and_then(|()| files::read_optional(&full));
                text.map_err(|error| error.relative_to(root))
            }
            Self::Index(tree) => {
                tree.bytes(path)?.map(|bytes| files::text(Path::new(path), bytes)).transpose()
            }
            // What is no UTF-8 is read as far as it goes.
            Self::Commit(tree) => {
                Ok(tree.bytes(path)?.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
            }
        }
    }

    /// Files that match a pattern, sorted. What git ignores is passed over.
    pub(crate) fn matching(&self, pattern: &str) -> Result<Vec<String>, Error> {
        match self {
            Self::Disk(root) => discover::matching(root, pattern).map_err(|error| error.relative_to(root)),
            Self::Index(tree) | Self::Commit(tree) => discover::among(tree.paths(), pattern),
        }
    }

    /// The same with what git ignores: rendered pages seldom are in the repository.
    pub(crate) fn matching_ignored(&self, pattern: &str) -> Result<Vec<String>, Error> {
        self.matching_where(pattern, &|_| true)
    }

    /// The same, of those that are `wanted`.
    pub(crate) fn matching_where(
        &self,
        pattern: &str,
        wanted: &dyn Fn(&str) -> bool,
    ) -> Result<Vec<String>, Error> {
        match self {
            Self::Disk(root) => {
                discover::matching_ignored(root, pattern, wanted).map_err(|error| error.relative_to(root))
            }
            Self::Index(tree) | Self::Commit(tree) => {
                discover::among(tree.paths().filter(|path| wanted(path)), pattern)
            }
        }
    }

    /// Whether there is such a file.
    pub(crate) fn has(&self, path: &str) -> bool {
        match self {
            Self::Disk(root) => root.join(path).is_file(),
            Self::Index(tree) | Self::Commit(tree) => tree.has(path),
        }
    }

    /// Whether two paths are one file: where the disk takes `Guide` and `guide` for the same.
    pub(crate) fn is_one_file(&self, path: &str, other: &str) -> bool {
        match self {
            Self::Disk(root) => {
                let [path, other] = [path, other].map(|path| root.join(path).canonicalize().ok());
                path.is_some() && path == other
            }
            Self::Index(_) | Self::Commit(_) => false,
        }
    }
}
