//! Reading files whole, replacing them whole or not at all, and keeping two runs apart.

#![allow(clippy::disallowed_methods, reason = "this is the one place that touches the disk")]

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::project::Error;
use crate::text::LineIndex;

/// Reads a text file that may be absent.
pub(crate) fn read_optional(path: &Path) -> Result<Option<String>, Error> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(_) if path.is_dir() => {
            let cause = io::Error::other("it is a folder, a file was expected");
            return Err(Error::io(path, "read it")(cause));
        }
        Err(error) => return Err(Error::io(path, "read it")(error)),
    };
    text(path, bytes).map(Some)
}

/// The text that a file holds.
pub(crate) fn text(path: &Path, bytes: Vec<u8>) -> Result<String, Error> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Error::Utf16(path.to_path_buf()));
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(error.as_bytes().get(..offset).unwrap_or_default());
        let line = LineIndex::new(&before).line(offset);
        Error::NotUtf8 { path: path.to_path_buf(), offset, line }
    })
}

/// Reads a text file that must be there.
pub(crate) fn read(path: &Path) -> Result<String, Error> {
    read_optional(path)?.ok_or_else(|| Error::missing(path))
}

/// One file to be replaced: what was read, and what shall stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// Absolute or relative to the working folder.
    pub path: PathBuf,
    /// Where it lies until it is renamed to `path`, if that is all that shall happen.
    pub from: Option<PathBuf>,
    /// What the file held when it was read; `None` where there was none.
    pub old: Option<String>,
    /// What it shall hold; `None` to remove it.
    pub new: Option<String>,
}

/// Replaces files in the given order, each atomically. Before anything is written, all are looked at: a file that
/// somebody changed since it was read, or that is read-only, stops the whole.
pub(crate) fn replace(files: &[Replacement]) -> Result<(), Error> {
    sweep(files.iter().map(|file| file.path.as_path()));
    let mut looked_at = HashSet::new();
    for file in files {
        // A file that is written twice (the attic) is the second time what the first made it.
        if looked_at.insert(&file.path) {
            ready(file)?;
        }
    }
    for file in files {
        ready(file)?;
        match (&file.from, &file.new) {
            (Some(from), _) => rename(from, &file.path)?,
            (None, Some(text)) => write(&file.path, text)?,
            (None, None) => remove(&file.path)?,
        }
    }
    Ok(())
}

fn ready(file: &Replacement) -> Result<(), Error> {
    let path = file.from.as_ref().unwrap_or(&file.path);
    if read_optional(path)? != file.old || file.from.is_some() && file.path.symlink_metadata().is_ok() {
        return Err(Error::ChangedMeanwhile(path.clone()));
    }
    if office_lock(path).is_some_and(|lock| lock.exists()) {
        return Err(Error::OpenElsewhere(path.clone()));
    }
    // Renaming over a read-only file would succeed on Unix: what its owner protects stays.
    match fs::metadata(path) {
        Ok(metadata) if metadata.permissions().readonly() => Err(Error::ReadOnly(path.clone())),
        _ => Ok(()),
    }
}

fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(Error::io(folder, "make the folder"))?;
    }
    fs::rename(from, to).map_err(Error::io(from, "rename it"))?;
    remove_if_empty(from.parent());
    Ok(())
}

fn remove(path: &Path) -> Result<(), Error> {
    fs::remove_file(path).map_err(Error::io(path, "remove it"))?;
    remove_if_empty(path.parent());
    Ok(())
}

/// Git knows no empty folders, and nobody misses the folder of documents that are gone.
fn remove_if_empty(folder: Option<&Path>) {
    if let Some(folder) = folder {
        // A folder with anything in it stays.
        let _ = fs::remove_dir(folder);
    }
}

/// The file by which `LibreOffice` says that it has a file open; what it saves later would undo what we write.
fn office_lock(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    Some(path.with_file_name(format!(".~lock.{name}#")))
}

/// How temporary files begin; six random characters follow.
const TEMPORARY: &str = ".yakugo-new-";

/// Removes the temporary files of a run that was killed from the folders of these files. Only for who holds the lock.
pub(crate) fn sweep<'a>(files: impl Iterator<Item = &'a Path>) {
    let folders: BTreeSet<&Path> = files.filter_map(Path::parent).collect();
    for entry in folders.into_iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten() {
        let name = entry.file_name();
        let ours = name.to_str().and_then(|name| name.strip_prefix(TEMPORARY));
        if ours.is_some_and(|random| random.chars().count() == 6) {
            // Litter that cannot be removed does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Writes a file whole or not at all: a temporary file beside it, flushed to the disk, then renamed over it.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Error> {
    Staged::new(path, text)?.persist()
}

/// Writes files of which none is there if one cannot be written.
pub(crate) fn write_all(files: &[(PathBuf, String)]) -> Result<(), Error> {
    let staged: Vec<Staged<'_>> =
        files.iter().map(|(path, text)| Staged::new(path, text)).collect::<Result<_, _>>()?;
    staged.into_iter().try_for_each(Staged::persist)
}

/// A text on the disk, beside the file that it is to become.
struct Staged<'a> {
    path: &'a Path,
    temporary: tempfile::NamedTempFile,
}

impl<'a> Staged<'a> {
    fn new(path: &'a Path, text: &str) -> Result<Self, Error> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(Error::io(folder, "make the folder"))?;
        let failed = |cause| Error::io(path, "write it")(cause);
        let mut temporary = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder).map_err(failed)?;
        // Written to directly, an error does not name the temporary file, of which nobody knows.
        temporary.as_file_mut().write_all(text.as_bytes()).map_err(failed)?;
        match fs::metadata(path) {
            // A device or a pipe would be replaced by a file.
            Ok(metadata) if !metadata.is_file() => {
                return Err(failed(io::Error::other("it is no plain file")));
            }
            Ok(metadata) => temporary.as_file().set_permissions(metadata.permissions()).map_err(failed)?,
            Err(_) => open_to_all(temporary.as_file()).map_err(failed)?,
        }
        temporary.as_file().sync_all().map_err(failed)?;
        Ok(Self { path, temporary })
    }

    fn persist(self) -> Result<(), Error> {
        let failed = |error: tempfile::PersistError| Error::io(self.path, "write it")(error.error);
        self.temporary.persist(self.path).map(drop).map_err(failed)
    }
}

/// Temporary files are private; a new file of a repository is readable like any other.
#[cfg(unix)]
fn open_to_all(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_all(_: &File) -> io::Result<()> {
    Ok(())
}

/// Refuses a path that a symbolic link leads out of `root` (an absolute path without links).
pub(crate) fn stay_inside(root: &Path, path: &Path) -> Result<(), Error> {
    let existing = path.ancestors().find(|ancestor| ancestor.symlink_metadata().is_ok());
    let real = existing.and_then(|ancestor| ancestor.canonicalize().ok());
    match real {
        Some(real) if real.starts_with(root) => Ok(()),
        _ => Err(Error::Outside(path.to_path_buf())),
    }
}

/// Held while a run writes; a second run waits. No file is left behind in the project.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for other runs on this project; `waiting` is called once if there is one.
    pub(crate) fn take(root: &Path, waiting: impl FnOnce()) -> Result<Self, Error> {
        let failed = |cause| Error::io(root, "lock the project")(cause);
        let file = lockable(root).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => {
                waiting();
                file.lock().map_err(failed)?;
            }
            Err(fs::TryLockError::Error(cause)) => return Err(failed(cause)),
        }
        Ok(Self { _file: file })
    }
}

/// The project's folder itself: locking it needs no right to write and no file.
#[cfg(unix)]
fn lockable(root: &Path) -> io::Result<File> {
    File::open(root)
}

/// Folders cannot be locked here: a file in the user's folder for temporary files stands for the project.
#[cfg(not(unix))]
fn lockable(root: &Path) -> io::Result<File> {
    let name = xxhash_rust::xxh3::xxh3_64(root.as_os_str().as_encoded_bytes());
    let path = std::env::temp_dir().join(format!("yakugo-{name:016x}.lock"));
    File::options().create(true).truncate(false).write(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_changed_meanwhile_stops_the_whole() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (folder.path().join("one"), folder.path().join("two"));
        fs::write(&one, "old").unwrap();
        fs::write(&two, "typed in between").unwrap();
        let file = |path: &PathBuf| Replacement {
            path: path.clone(),
            from: None,
            old: Some("old".into()),
            new: Some("new".into()),
        };
        assert!(
            matches!(replace(&[file(&one), file(&two)]), Err(Error::ChangedMeanwhile(path)) if path == two)
        );
        assert_eq!(fs::read_to_string(&one).unwrap(), "old");
    }

    #[test]
    fn a_wrong_byte_is_named_by_offset_and_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cp932.md");
        fs::write(&path, b"a\nb\x8d\xd7").unwrap();
        assert!(matches!(read(&path), Err(Error::NotUtf8 { offset: 3, line: 2, .. })));
    }

    #[test]
    fn a_second_run_waits_for_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let first = Lock::take(folder.path(), || panic!("nobody holds it")).unwrap();
        let (sender, receiver) = std::sync::mpsc::channel();
        let root = folder.path().to_path_buf();
        let second = std::thread::spawn(move || Lock::take(&root, || sender.send(()).unwrap()).is_ok());
        receiver.recv().unwrap();
        drop(first);
        assert!(second.join().unwrap());
    }
}
