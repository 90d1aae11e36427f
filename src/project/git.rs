//! Asking git; the only place that runs it. Nothing here needs history: a shallow clone of depth 1 is enough.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use crate::project::Error;

/// The name in git's configuration, never the address; nothing where there is none.
pub(crate) fn user_name(root: &Path) -> String {
    ask(root, &["config", "user.name"]).ok().flatten().unwrap_or_default()
}

/// A tree to compare the project with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// What was asked for: `main`, `origin/main`, a commit.
    pub name: String,
    /// The tree, as git names it.
    pub(crate) tree: String,
    /// Whether it is known to be where this branch began. Otherwise the clone has too little history to tell, and the
    /// tree is that of the reference as it stands, with all that happened there since.
    pub is_branch_point: bool,
}

/// Where this branch left `reference`: their merge base, or the reference itself where the clone is too shallow to
/// tell. A plain name may also be a branch of `origin`.
pub(crate) fn base(root: &Path, reference: &str) -> Result<Base, Error> {
    require_repository(root)?;
    let Some(commit) = commit_of(root, reference)? else {
        return Err(missing(root, reference)?);
    };
    let merge_base = ask(root, &["merge-base", &commit, "HEAD"])?;
    // Git hides the parents of a shallow commit, but the commit names them: of a merge made by a hosting site, the
    // first is the very commit that the branch was merged into.
    let is_branch_point = merge_base.is_some() || parents_of_head(root)?.contains(&commit);
    let from = merge_base.unwrap_or(commit);
    match ask(root, &["rev-parse", "--verify", "--quiet", &format!("{from}^{{tree}}")])? {
        Some(tree) => Ok(Base { name: reference.to_owned(), tree, is_branch_point }),
        None => Err(missing(root, reference)?),
    }
}

/// Whether the clone has this reference.
pub(crate) fn has(root: &Path, reference: &str) -> Result<bool, Error> {
    Ok(commit_of(root, reference)?.is_some())
}

/// The parents that the commit `HEAD` names, whether the clone has them or not.
pub(crate) fn parents_of_head(root: &Path) -> Result<Vec<String>, Error> {
    let commit = ask(root, &["cat-file", "commit", "HEAD"])?.unwrap_or_default();
    let header = commit.lines().take_while(|line| !line.is_empty());
    Ok(header.filter_map(|line| line.strip_prefix("parent ").map(str::to_owned)).collect())
}

fn commit_of(root: &Path, reference: &str) -> Result<Option<String>, Error> {
    // What begins with a dash would be an option.
    if reference.is_empty() || reference.starts_with('-') {
        return Ok(None);
    }
    for name in [reference.to_owned(), format!("refs/remotes/origin/{reference}")] {
        let found = ask(root, &["rev-parse", "--verify", "--quiet", &format!("{name}^{{commit}}")])?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

fn missing(root: &Path, reference: &str) -> Result<Error, Error> {
    if reference.is_empty() || reference.starts_with('-') {
        return Ok(Error::Git(format!("`{reference}` names no commit: write a branch, a tag or a commit")));
    }
    let is_shallow = ask(root, &["rev-parse", "--is-shallow-repository"])?.is_some_and(|is| is == "true");
    // An expression such as `HEAD~2` has no name at the other end.
    if reference.contains(['~', '^', '@', ':']) {
        let remedy =
            if is_shallow { ": fetch the history it needs, `git fetch --unshallow origin`" } else { "" };
        return Ok(Error::Git(format!("this clone has no `{reference}`{remedy}")));
    }
    let is_commit = reference.len() >= 40 && reference.chars().all(|c| c.is_ascii_hexdigit());
    let wanted = match reference.strip_prefix("origin/").unwrap_or(reference) {
        commit if is_commit => commit.to_owned(),
        branch => format!("{branch}:refs/remotes/origin/{branch}"),
    };
    let shallow = format!("`git fetch --depth=1 origin {wanted}`");
    Ok(Error::Git(if is_shallow {
        format!("this clone has no `{reference}`: fetch it, {shallow}, then run this again")
    } else {
        // In a clone with history, a shallow fetch would cut that history off.
        format!(
            "this clone has no `{reference}`: fetch it, `git fetch origin {wanted}` (or, in a clone whose history \
             nobody needs, {shallow}), then run this again"
        )
    }))
}

fn require_repository(root: &Path) -> Result<(), Error> {
    let output = run(root, &["rev-parse", "--git-dir"])?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let first = said.lines().next().unwrap_or_default().trim_start_matches("fatal: ");
    Err(Error::Git(format!(
        "git cannot read a repository here ({first}): go to a folder inside one, or leave out --since and --staged"
    )))
}

/// What git answers, without the last line end; none where it says no.
fn ask(root: &Path, args: &[&str]) -> Result<Option<String>, Error> {
    let output = run(root, args)?;
    let answer = || String::from_utf8_lossy(&output.stdout).trim_end().to_owned();
    Ok(output.status.success().then(answer))
}

fn run(root: &Path, args: &[&str]) -> Result<std::process::Output, Error> {
    command(root).args(args).stdin(Stdio::null()).output().map_err(|cause| not_run(&cause))
}

fn command(root: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(root);
    command
}

fn not_run(cause: &io::Error) -> Error {
    match cause.kind() {
        io::ErrorKind::NotFound => Error::Git(
            "the program `git` was not found: install it, or leave out --since and --staged".to_owned(),
        ),
        _ => Error::Git(format!("the program `git` could not be run: {cause}")),
    }
}

/// The files of a folder as they are in a commit or in the index. One process of git reads them all.
#[derive(Debug)]
pub(crate) struct GitTree {
    /// The name of every file's content, by path relative to the folder, with `/`.
    blobs: BTreeMap<String, String>,
    reader: Mutex<BlobReader>,
}

impl GitTree {
    /// The files below `root` in a commit of its repository; none if there was no such folder.
    pub(crate) fn of_commit(root: &Path, base: &Base) -> Result<Self, Error> {
        // Run in a sub-folder, git lists that folder alone. With -z, paths are as they are.
        let listed = list(root, &["ls-tree", "-r", "-z", &base.tree], &base.name)?;
        let blobs = listed.split('\0').filter_map(blob).collect();
        Ok(Self { blobs, reader: Mutex::new(BlobReader::start(root)?) })
    }

    /// The files below `root` as the next commit will have them.
    pub(crate) fn of_index(root: &Path) -> Result<Self, Error> {
        require_repository(root)?;
        let listed = list(root, &["ls-files", "--stage", "-z"], "the index")?;
        let mut blobs = BTreeMap::new();
        for (stage, path, name) in listed.split('\0').filter_map(staged) {
            if stage != "0" {
                return Err(Error::Git(format!(
                    "`{path}` has conflicts: resolve them and `git add` it, then run this again"
                )));
            }
            blobs.insert(path, name);
        }
        Ok(Self { blobs, reader: Mutex::new(BlobReader::start(root)?) })
    }

    /// All paths, sorted.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.blobs.keys().map(String::as_str)
    }

    /// Whether there is such a file.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.blobs.contains_key(path)
    }

    /// What a file holds.
    pub(crate) fn bytes(&self, path: &str) -> Result<Option<Vec<u8>>, Error> {
        let Some(blob) = self.blobs.get(path) else { return Ok(None) };
        let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        reader.read(blob).map(Some).map_err(|_| cannot_read(path))
    }
}

/// What git lists of `what`.
fn list(root: &Path, args: &[&str], what: &str) -> Result<String, Error> {
    let output = run(root, args)?;
    if !output.status.success() {
        return Err(cannot_read(what));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn cannot_read(what: &str) -> Error {
    Error::Git(format!("git cannot read `{what}`: `git fsck` says what is missing"))
}

/// Path and content of one line of `ls-tree`; none for links and modules.
fn blob(line: &str) -> Option<(String, String)> {
    let (about, path) = line.split_once('\t')?;
    let mut words = about.split(' ');
    let (mode, name) = (words.next()?, words.nth(1)?);
    is_file(mode).then(|| (path.to_owned(), name.to_owned()))
}

/// Stage, path and content of one line of `ls-files --stage`; none for links and modules.
fn staged(line: &str) -> Option<(&str, String, String)> {
    let (about, path) = line.split_once('\t')?;
    let mut words = about.split(' ');
    let (mode, name, stage) = (words.next()?, words.next()?, words.next()?);
    is_file(mode).then(|| (stage, path.to_owned(), name.to_owned()))
}

fn is_file(mode: &str) -> bool {
    mode.starts_with("100")
}

/// A running `git cat-file --batch`: a name goes in, a content comes out.
#[derive(Debug)]
struct BlobReader {
    process: Child,
    names: Option<ChildStdin>,
    contents: BufReader<ChildStdout>,
}

impl BlobReader {
    fn start(root: &Path) -> Result<Self, Error> {
        let mut command = command(root);
        command.args(["cat-file", "--batch"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().map_err(|cause| not_run(&cause))?;
        let no_pipe = || not_run(&io::Error::other("it has no output"));
        let contents = BufReader::new(process.stdout.take().ok_or_else(no_pipe)?);
        Ok(Self { names: process.stdin.take(), process, contents })
    }

    fn read(&mut self, name: &str) -> io::Result<Vec<u8>> {
        let gone = || io::Error::from(io::ErrorKind::UnexpectedEof);
        let names = self.names.as_mut().ok_or_else(gone)?;
        names.write_all(format!("{name}\n").as_bytes())?;
        names.flush()?;
        let mut about = String::new();
        self.contents.read_line(&mut about)?;
        // `<name> blob <size>`, or `<name> missing`.
        let size = about.trim_end().rsplit_once("blob ").and_then(|(_, size)| size.parse().ok());
        let mut bytes = vec![0; size.ok_or_else(gone)?];
        self.contents.read_exact(&mut bytes)?;
        self.contents.read_exact(&mut [0])?;
        Ok(bytes)
    }
}

impl Drop for BlobReader {
    /// Git ends when no more names can come; its end is waited for, so that no process is left behind.
    fn drop(&mut self) {
        self.names = None;
        let _ = self.process.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_and_links_and_modules_passed_over() {
        let check = |line: &str, expected: Option<(&str, &str)>| {
            let expected = expected.map(|(path, name)| (path.to_owned(), name.to_owned()));
            assert_eq!(blob(line), expected, "{line}");
        };
        check("100644 blob a1\t日本 語/a\tb.md", Some(("日本 語/a\tb.md", "a1")));
        check("100755 blob a2\tx", Some(("x", "a2")));
        check("120000 blob a3\tlink", None);
        check("160000 commit a4\tmodule", None);
        check("", None);
        let check = |line: &str, expected: Option<(&str, &str, &str)>| {
            let expected = expected.map(|(stage, path, name)| (stage, path.to_owned(), name.to_owned()));
            assert_eq!(staged(line), expected, "{line}");
        };
        check("100644 a1 0\t日本 語/a\tb.md", Some(("0", "日本 語/a\tb.md", "a1")));
        check("100644 a1 2\tx", Some(("2", "x", "a1")));
        check("120000 a3 0\tlink", None);
        check("160000 a4 0\tmodule", None);
        check("", None);
    }
}
