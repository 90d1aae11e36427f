//! A project on the disk: its configuration, its documents, reading and saving. The only place with I/O besides the
//! faces.

mod config;
mod discover;
mod error;
mod files;
mod git;
pub mod init;
mod lines;
mod since;
mod stale;
mod tree;

pub use config::{By, Config, ConfigError, DocumentKind, DocumentSet, DocumentTable, FILE_NAME};
pub use discover::DocumentFile;
pub use error::Error;
pub use files::{Lock, Replacement};
pub use git::Base;
pub use lines::{Line, Lines, NoText, open_input};
pub use stale::{Kind, Rendered, Stale};

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::catalog::{self, DocumentFiles, FileText, Origin, TERM_FILE, TargetFiles, TermFile, Write};
use crate::check;
use crate::document::{Format, Options};
use crate::finding::Finding;
use crate::glossary::{Glossary, is_fluent_terms};
use crate::project::git::GitTree;
use crate::project::tree::Tree;

/// How the file of a ledger ends.
const LEDGER: &str = ".ledger.tsv";

/// An opened project: configuration and list of documents; texts are read by [`Project::read`].
#[derive(Debug)]
pub struct Project {
    root: PathBuf,
    tree: Tree,
    config: Config,
    /// The text of the configuration.
    config_text: String,
    documents: Vec<DocumentFile>,
}

impl Project {
    /// Opens the project of a folder, or of the nearest folder above it that has a `yakugo.toml`.
    pub fn open(start: &Path) -> Result<Self, Error> {
        let root = root_of(start)?;
        let config = files::read(&root.join(FILE_NAME)).map_err(|error| error.relative_to(&root))?;
        Self::of(Tree::Disk(root.clone()), root, config)
    }

    /// The same project as the next commit will have it: what stands in git's index, the configuration included.
    pub fn open_staged(start: &Path) -> Result<Self, Error> {
        let root = root_of(start)?;
        let tree = Tree::Index(GitTree::of_index(&root)?);
        let config = tree.text(FILE_NAME)?.ok_or_else(|| {
            Error::Git(format!("{FILE_NAME} is not staged: `git add {FILE_NAME}`, or leave out --staged"))
        })?;
        Self::of(tree, root, config)
    }

    fn of(tree: Tree, root: PathBuf, config_text: String) -> Result<Self, Error> {
        let rules = check::rules();
        let names: Vec<&str> = rules.iter().map(|rule| rule.name).collect();
        let config = Config::parse(&config_text, &names)?;
        let documents = Self::find_documents(&tree, &config)?;
        Ok(Self { root, tree, config, config_text, documents })
    }

    /// The commit that `--since` means: where this branch left `reference`, a branch, tag or commit. `auto` takes the
    /// base of a pull request from the environment, as GitHub and GitLab name it.
    pub fn base(&self, reference: &str) -> Result<Base, Error> {
        since::base(&self.root, reference)
    }

    /// The project as its files were in an earlier commit, to be read and compared, read with the configuration of
    /// today.
    pub fn before(&self, base: &Base) -> Result<Self, Error> {
        let tree = Tree::Commit(GitTree::of_commit(&self.root, base)?);
        Self::of(tree, self.root.clone(), self.config_text.clone())
    }

    /// Whether another opening of the project found the same folder and configuration.
    pub fn is_configured_as(&self, other: &Self) -> bool {
        (&self.root, &self.config_text) == (&other.root, &other.config_text)
    }

    /// The files of terms that yakugo makes are no documents, although they may stand among hand-written ones.
    fn find_documents(tree: &Tree, config: &Config) -> Result<Vec<DocumentFile>, Error> {
        let terms = config.fluent_path(&config.source, TERM_FILE);
        let terms = tree.text(&terms)?.filter(|text| is_fluent_terms(text)).map(|_| terms);
        let is_terms = |path: &str| terms.as_deref() == Some(path);
        discover::documents(tree, &config.documents, |path| config.writes(path) || is_terms(path))
    }

    /// The folder of `yakugo.toml`, without symbolic links.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The project's folder relative to its git repository, with `/`; empty where they are one, or there is none. Git
    /// itself is not asked: in a container it refuses repositories of other users.
    #[allow(clippy::disallowed_methods, reason = "this is the layer that touches the disk")]
    pub fn folder_in_repository(&self) -> String {
        let repository = self.root.ancestors().find(|folder| folder.join(".git").exists());
        let folder = repository.and_then(|repository| self.root.strip_prefix(repository).ok());
        let parts = folder.into_iter().flat_map(Path::components);
        parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The text of the configuration, which findings about gates point into.
    pub fn config_text(&self) -> &str {
        &self.config_text
    }

    /// How documents are read.
    pub fn document_options(&self) -> Options {
        Options {
            front_matter: self.config.markdown.front_matter.clone(),
            source: Some(self.config.source.clone()),
        }
    }

    /// Reads the files of all documents, side by side, and behind them what is left of documents that are gone: under
    /// the names of those that they became, where they were only renamed.
    pub fn read(&self) -> Result<Vec<DocumentFiles>, Error> {
        let documents = self.documents.par_iter().map(|document| self.read_document(document));
        let mut files = documents.collect::<Result<Vec<_>, Error>>()?;
        for name in self.gone()? {
            files.push(self.read_gone(&name)?);
        }
        Ok(catalog::follow_renames(files, &self.document_options()))
    }

    fn read_document(&self, document: &DocumentFile) -> Result<DocumentFiles, Error> {
        self.read_files(&document.name, document.origin, self.present(document.path.clone())?)
    }

    fn read_gone(&self, name: &str) -> Result<DocumentFiles, Error> {
        let files = self.read_files(name, Origin::Article(Format::Plain), FileText::new(name, None))?;
        Ok(match files.source.text {
            Some(_) => files,
            None => DocumentFiles { origin: Origin::Fluent, ..files },
        })
    }

    fn read_files(&self, name: &str, origin: Origin, document: FileText) -> Result<DocumentFiles, Error> {
        let base = |locale: &str| {
            let path = self.config.fluent_path(locale, name);
            path.strip_suffix(".ftl").unwrap_or(&path).to_owned()
        };
        let source = base(&self.config.source);
        let targets = self.config.targets.iter().map(|locale| {
            let base = base(locale);
            Ok(TargetFiles {
                locale: locale.clone(),
                ftl: self.file(format!("{base}.ftl"))?,
                ledger: self.file(format!("{base}{LEDGER}"))?,
                attic: self.file(format!("{base}.attic.ftl"))?,
            })
        });
        Ok(DocumentFiles {
            name: name.to_owned(),
            origin,
            document,
            source: match origin {
                Origin::Article(_) => self.file(format!("{source}.ftl"))?,
                Origin::Fluent => FileText::default(),
            },
            past: self.file(format!("{source}.past.tsv"))?,
            targets: targets.collect::<Result<_, Error>>()?,
        })
    }

    /// The names of documents that have a ledger and are not there any more.
    fn gone(&self) -> Result<Vec<String>, Error> {
        let ledgers =
            self.config.paths.strip_suffix(".ftl").unwrap_or(&self.config.paths).to_owned() + LEDGER;
        let known: HashSet<&str> = self.documents.iter().map(|document| document.name.as_str()).collect();
        let mut gone = BTreeSet::new();
        for locale in &self.config.targets {
            let template = ledgers.replace("{locale}", locale);
            gone.extend(discover::names(&self.tree, &template, |name| !known.contains(name))?);
        }
        let is_other =
            |name: &String| !self.documents.iter().any(|known| self.is_same(&ledgers, name, &known.name));
        Ok(gone.into_iter().filter(is_other).collect())
    }

    /// Whether two names are one to the disk: where it takes `Guide` and `guide` for the same.
    fn is_same(&self, template: &str, name: &str, other: &str) -> bool {
        name.to_lowercase() == other.to_lowercase()
            && self.config.targets.iter().any(|locale| {
                let path = |name: &str| template.replace("{locale}", locale).replace("{document}", name);
                self.tree.is_one_file(&path(name), &path(other))
            })
    }

    /// Files that yakugo wrote for a document that is not there any more: ledgers' Fluent files and rendered pages, by
    /// path. A document was renamed or removed, and an old page may still be published.
    pub fn orphans(&self) -> Result<Vec<String>, Error> {
        let mut expected = BTreeSet::new();
        let mut found = Vec::new();
        for locale in &self.config.targets {
            for document in &self.documents {
                expected.insert(self.config.fluent_path(locale, &document.name));
                expected.extend(self.rendered_path(locale, &document.name, &document.path));
            }
            for template in std::iter::once(&self.config.paths).chain(&self.config.render.path) {
                let pattern = template.replace("{locale}", locale).replace("{document}", "**/*");
                let pattern = pattern.replace("{extension}", "*");
                found.extend(self.tree.matching_ignored(&pattern)?);
            }
        }
        // A Fluent file without a ledger is somebody else's, and so is what is no page.
        let is_ours = |path: &String| match path.strip_suffix(".ftl") {
            Some(base) => self.tree.has(&format!("{base}{LEDGER}")),
            None => discover::origin(None, path).is_ok(),
        };
        found.retain(|path| !expected.contains(path) && is_ours(path));
        found.sort();
        found.dedup();
        Ok(found)
    }

    /// Where the terms of every locale stand, the source locale first, or would; none where a document has that name.
    pub fn term_files(&self) -> Result<Vec<TermFile>, Error> {
        if self.documents.iter().any(|document| document.name == TERM_FILE) {
            return Ok(Vec::new());
        }
        let of = |locale: &String| {
            Ok(TermFile {
                locale: locale.clone(),
                file: self.file(self.config.fluent_path(locale, TERM_FILE))?,
            })
        };
        std::iter::once(&self.config.source).chain(&self.config.targets).map(of).collect()
    }

    /// Reads a file of the project that may be absent.
    pub fn file(&self, path: String) -> Result<FileText, Error> {
        let text = self.tree.text(&path)?;
        Ok(FileText::new(path, text))
    }

    /// Reads a file of the project that must be there.
    fn present(&self, path: String) -> Result<FileText, Error> {
        let file = self.file(path)?;
        if file.text.is_none() {
            return Err(Error::missing(Path::new(&file.path)));
        }
        Ok(file)
    }

    /// Reads the glossary of the configuration.
    pub fn glossary(&self) -> Result<(Glossary, Vec<Finding>), Error> {
        Ok(read_glossary(&self.glossary_files()?))
    }

    /// Reads the texts of the glossary files, in the order of the configuration.
    pub fn glossary_files(&self) -> Result<Vec<FileText>, Error> {
        let mut files = Vec::new();
        for pattern in &self.config.glossary {
            let paths = self.tree.matching(pattern)?;
            if paths.is_empty() && !self.tree.is_past() {
                return Err(Error::NoMatch(pattern.clone()));
            }
            for path in paths {
                files.push(self.present(path)?);
            }
        }
        Ok(files)
    }

    /// Refuses to write a page over a file that the project is made of.
    pub fn protect(&self, page: &Path) -> Result<(), Error> {
        let Ok(page) = page.canonicalize() else { return Ok(()) };
        let documents = self.documents.iter().map(|document| self.root.join(&document.path));
        let own = documents
            .chain([self.root.join(FILE_NAME)])
            .any(|own| own.canonicalize().is_ok_and(|own| own == page));
        let inside =
            page.strip_prefix(&self.root).ok().and_then(Path::to_str).map(|path| path.replace('\\', "/"));
        if own || inside.is_some_and(|inside| self.config.keeps(&inside)) {
            return Err(self.relative(Error::WouldReplace(page)));
        }
        Ok(())
    }

    /// Writes files anywhere but over those that the project is made of, each whole; none if one cannot be written.
    pub fn write_reports(&self, files: &[(PathBuf, String)]) -> Result<(), Error> {
        files.iter().try_for_each(|(path, _)| self.protect(path))?;
        files::write_all(files)
    }

    /// Where a rendered document is written, relative to the project, if the configuration says so.
    pub fn rendered_path(&self, locale: &str, document: &str, document_path: &str) -> Option<String> {
        let template = self.config.render.path.as_ref()?;
        let extension = document_path.rsplit_once('.').map_or("", |(_, extension)| extension);
        let path = template.replace("{locale}", locale).replace("{document}", document);
        Some(path.replace("{extension}", extension))
    }

    /// Who works here, for ledgers that name somebody: the name in git's configuration, never the address.
    pub fn who(&self) -> String {
        if self.config.ledger.by == By::None {
            return String::new();
        }
        git::user_name(&self.root)
    }

    /// Keeps other runs on this project waiting while the lock is held.
    pub fn lock(&self, waiting: impl FnOnce()) -> Result<Lock, Error> {
        Lock::take(&self.root, waiting)
    }

    /// Writes files in the given order, each atomically; stops before the first if any was changed meanwhile.
    pub fn save<'a>(&self, writes: impl IntoIterator<Item = &'a Write>) -> Result<(), Error> {
        let mut replacements = Vec::new();
        for write in writes {
            let path = self.root.join(&write.path);
            files::stay_inside(&self.root, &path).map_err(|error| self.relative(error))?;
            let from = write.from.as_ref().map(|from| self.root.join(from));
            replacements.push(Replacement { path, from, old: write.old.clone(), new: write.new.clone() });
        }
        files::replace(&replacements).map_err(|error| self.relative(error))
    }

    /// Writes rendered pages into the project, each to its path; see [`Project::write_pages_anywhere`].
    pub fn write_pages<'a>(&self, pages: impl Iterator<Item = (&'a str, &'a str)>) -> Result<(), Error> {
        let pages: Vec<(PathBuf, &str)> = pages.map(|(path, text)| (self.root.join(path), text)).collect();
        let inside = pages.iter().try_for_each(|(path, _)| files::stay_inside(&self.root, path));
        inside.and_then(|()| self.write_pages_anywhere(&pages)).map_err(|error| self.relative(error))
    }

    /// Writes rendered pages, none over a file that the project is made of; pages that have their text already stay as
    /// they are. For who holds the lock.
    pub fn write_pages_anywhere(&self, pages: &[(PathBuf, &str)]) -> Result<(), Error> {
        pages.iter().try_for_each(|(path, _)| self.protect(path))?;
        files::sweep(pages.iter().map(|(path, _)| path.as_path()));
        pages.iter().try_for_each(|(path, text)| write_if_changed(path, text).map(drop))
    }

    /// The same error with its path relative to the project, so that no message names a folder of this machine.
    fn relative(&self, error: Error) -> Error {
        error.relative_to(&self.root)
    }
}

/// The folder, or the nearest above it, that has a configuration; without symbolic links.
fn root_of(start: &Path) -> Result<PathBuf, Error> {
    let start = start.canonicalize().map_err(Error::io(start, "open it"))?;
    let root = start.ancestors().find(|folder| folder.join(FILE_NAME).is_file());
    Ok(root.ok_or_else(|| Error::NoProject(start.clone()))?.to_path_buf())
}

/// The glossary that some files make, and what is odd about them.
pub fn read_glossary(files: &[FileText]) -> (Glossary, Vec<Finding>) {
    let mut glossary = Glossary::default();
    let read = |file: &FileText| glossary.read(&file.path, file.text.as_deref().unwrap_or_default());
    let findings = files.iter().flat_map(read).collect();
    (glossary, findings)
}

/// Reads a text file anywhere, as an argument of the command line names it.
pub fn read_text(path: &Path) -> Result<String, Error> {
    files::read(path)
}

/// Writes a text file anywhere, atomically, unless it has that text already; says whether it wrote.
pub fn write_if_changed(path: &Path, text: &str) -> Result<bool, Error> {
    if files::read_optional(path)?.as_deref() == Some(text) {
        return Ok(false);
    }
    files::write(path, text)?;
    Ok(true)
}

/// How a file is read that is not part of a project.
pub fn origin_of(path: &Path) -> Result<Origin, Error> {
    discover::origin(None, &path.to_string_lossy())
}
