//! Which files are documents, and what they are called.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use ignore::WalkBuilder;

use crate::catalog::Origin;
use crate::document::Format;
use crate::project::config::{DocumentKind, DocumentSet};
use crate::project::tree::Tree;
use crate::project::{Error, files};

/// A document of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFile {
    /// Its path under its root without the extension, with `/`.
    pub name: String,
    /// Its path relative to the project, with `/`.
    pub path: String,
    /// How it is read.
    pub origin: Origin,
}

/// Finds the documents of all patterns, sorted by name; never a file that yakugo itself writes.
pub(crate) fn documents(
    tree: &Tree,
    sets: &[DocumentSet],
    is_written: impl Fn(&str) -> bool,
) -> Result<Vec<DocumentFile>, Error> {
    let mut found: BTreeMap<String, DocumentFile> = BTreeMap::new();
    for set in sets {
        let base = literal_base(set.pattern());
        let mut any = false;
        for path in tree.matching(set.pattern())?.into_iter().filter(|path| !is_written(path)) {
            any = true;
            let name = path.strip_prefix(&base).unwrap_or(&path).trim_start_matches('/');
            let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
            let origin = match origin(set.kind(), &path) {
                Err(_) if tree.is_past() => continue,
                origin => origin?,
            };
            let document = DocumentFile { name: name.clone(), path, origin };
            if let Some(first) = found.get(&name).filter(|first| first.path != document.path) {
                if tree.is_past() {
                    continue;
                }
                let (first, second) = (PathBuf::from(&first.path), PathBuf::from(&document.path));
                return Err(Error::SameName { name, first, second });
            }
            found.insert(name, document);
        }
        if !any && !tree.is_past() {
            return Err(Error::NoMatch(set.pattern().to_owned()));
        }
    }
    for (name, document) in &found {
        let first = name.strip_suffix(".attic").and_then(|base| found.get(base));
        if let Some(first) = first.filter(|_| !tree.is_past()) {
            let (first, second) = (PathBuf::from(&first.path), PathBuf::from(&document.path));
            return Err(Error::SameFiles { first, second });
        }
    }
    Ok(found.into_values().collect())
}

/// The documents' names in the paths that a template (with `{document}`) gives, where one is `wanted`.
pub(crate) fn names(
    tree: &Tree,
    template: &str,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<String>, Error> {
    let Some((before, after)) = template.split_once("{document}") else { return Ok(Vec::new()) };
    let after = after.replace("{document}", "*");
    let mut names = Vec::new();
    let is_wanted = |path: &str| name(path, before, template).is_some_and(&wanted);
    for path in tree.matching_where(&format!("{before}**/*{after}"), &is_wanted)? {
        names.extend(name(&path, before, template).map(str::to_owned));
    }
    Ok(names)
}

/// The name of a document in a path of its template.
fn name<'a>(path: &'a str, before: &str, template: &str) -> Option<&'a str> {
    let rest = path.strip_prefix(before)?;
    let after = template.get(before.len()..)?.strip_prefix("{document}")?;
    let end = match after.split_once("{document}") {
        Some((between, _)) => rest.find(between)?,
        None => rest.len().checked_sub(after.len())?,
    };
    let name = rest.get(..end).filter(|name| !name.is_empty())?;
    (template.replace("{document}", name) == path).then_some(name)
}

/// Files that match a pattern, relative to the project, sorted. What git ignores is passed over.
pub(crate) fn matching(root: &Path, pattern: &str) -> Result<Vec<String>, Error> {
    list(root, pattern, true, &|_| true)
}

/// The same, of those that are `wanted`, with what git ignores: rendered pages seldom are in the repository.
pub(crate) fn matching_ignored(
    root: &Path,
    pattern: &str,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Vec<String>, Error> {
    list(root, pattern, false, wanted)
}

fn list(
    root: &Path,
    pattern: &str,
    as_git: bool,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Vec<String>, Error> {
    let glob = glob(pattern)?;
    let start = root.join(literal_base(pattern));
    let mut paths = Vec::new();
    if start.symlink_metadata().is_err() {
        return Ok(paths);
    }
    files::stay_inside(root, &start)?;
    let mut builder = WalkBuilder::new(&start);
    builder.standard_filters(as_git).require_git(false).sort_by_file_name(Ord::cmp);
    for entry in builder.build() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let cause =
                    error.into_io_error().unwrap_or_else(|| std::io::Error::other("cannot be listed"));
                return Err(Error::io(&start, "list its files")(cause));
            }
        };
        let Some(relative) = relative(root, entry.path()) else { continue };
        if !glob.is_match(&relative) || !wanted(&relative) || entry.path().is_dir() {
            continue;
        }
        files::stay_inside(root, entry.path())?;
        paths.push(relative);
    }
    paths.sort();
    Ok(paths)
}

/// The paths that match a pattern.
pub(crate) fn among<'a>(paths: impl Iterator<Item = &'a str>, pattern: &str) -> Result<Vec<String>, Error> {
    let glob = glob(pattern)?;
    Ok(paths.filter(|path| glob.is_match(path)).map(str::to_owned).collect())
}

fn glob(pattern: &str) -> Result<GlobMatcher, Error> {
    GlobBuilder::new(pattern)
        .literal_separator(true)
        .build()
        .map(|glob| glob.compile_matcher())
        .map_err(|error| Error::Pattern { pattern: pattern.to_owned(), reason: error.kind().to_string() })
}

/// The folders of a pattern before its first wildcard: the root under which documents get their names.
fn literal_base(pattern: &str) -> String {
    let literal: Vec<&str> =
        pattern.split('/').take_while(|part| !part.contains(['*', '?', '[', '{'])).collect();
    let folders = if literal.len() == pattern.split('/').count() { literal.len() - 1 } else { literal.len() };
    literal.into_iter().take(folders).collect::<Vec<_>>().join("/")
}

fn relative(root: &Path, path: &Path) -> Option<String> {
    let parts = path.strip_prefix(root).ok()?.components();
    let parts: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

/// How a file is read: as its pattern says, or by its extension.
pub(crate) fn origin(kind: Option<DocumentKind>, path: &str) -> Result<Origin, Error> {
    match kind {
        Some(DocumentKind::Markdown) => return Ok(Origin::Article(Format::Markdown)),
        Some(DocumentKind::Plain) => return Ok(Origin::Article(Format::Plain)),
        Some(DocumentKind::Html) => return Ok(Origin::Article(Format::Html)),
        Some(DocumentKind::Fluent) => return Ok(Origin::Fluent),
        None => {}
    }
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    if extension.eq_ignore_ascii_case("ftl") {
        return Ok(Origin::Fluent);
    }
    Format::from_extension(extension)
        .map(Origin::Article)
        .ok_or_else(|| Error::UnknownKind(PathBuf::from(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_from_paths() {
        let check = |template: &str, path: &str, expected: Option<&str>| {
            let before = template.split_once("{document}").unwrap().0;
            assert_eq!(name(path, before, template), expected, "{path}");
        };
        check("locales/en/{document}.ledger.tsv", "locales/en/sub/a.ledger.tsv", Some("sub/a"));
        check("locales/en/{document}.ledger.tsv", "locales/de/a.ledger.tsv", None);
        check("{document}/en.ledger.tsv", "sub/a/en.ledger.tsv", Some("sub/a"));
        check("{document}/{document}.en.ledger.tsv", "a/a.en.ledger.tsv", Some("a"));
        check("{document}/{document}.en.ledger.tsv", "a/b.en.ledger.tsv", None);
    }

    #[test]
    fn the_root_is_what_stands_before_the_first_wildcard() {
        let check = |pattern: &str, expected: &str| assert_eq!(literal_base(pattern), expected, "{pattern}");
        check("articles/*.md", "articles");
        check("docs/guide/**/*.md", "docs/guide");
        check("article.md", "");
        check("a/b.md", "a");
        check("*.md", "");
    }
}
