//! `--since`: which commit a project is compared with, as said or as the machine that runs a pull request's check
//! names it.

use std::path::Path;

use crate::project::git::{self, Base};
use crate::project::{Error, files};

/// The base for `reference`; `auto` takes the one that GitHub or GitLab names.
pub(crate) fn base(root: &Path, reference: &str) -> Result<Base, Error> {
    if reference != "auto" {
        return git::base(root, reference);
    }
    let named = named_by_machine(root, |name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
    let Some(first) = named.first() else {
        return Err(Error::Git(
            "`--since auto` finds no pull request: it takes the base from GitHub's GITHUB_BASE_REF or event file, or \
             from GitLab's CI_MERGE_REQUEST_DIFF_BASE_SHA or CI_MERGE_REQUEST_TARGET_BRANCH_NAME; elsewhere name a \
             branch or commit, `--since origin/main`"
                .to_owned(),
        ));
    };
    let mut chosen = first;
    for reference in &named {
        if git::has(root, reference)? {
            chosen = reference;
            break;
        }
    }
    git::base(root, chosen)
}

/// The references that the machine names, the most exact first.
fn named_by_machine(root: &Path, variable: impl Fn(&str) -> Option<String>) -> Result<Vec<String>, Error> {
    let mut named = Vec::new();
    // https://docs.github.com/en/actions/reference/workflows-and-actions/variables
    if variable("GITHUB_REF").is_some_and(|it| it.starts_with("refs/pull/") && it.ends_with("/merge")) {
        // GitHub merged the branch into the base: the first parent is the base as it was then.
        let parents = git::parents_of_head(root)?;
        named.extend(parents.into_iter().take(1));
    }
    named.extend(variable("GITHUB_BASE_REF").map(|branch| format!("origin/{branch}")));
    named.extend(variable("GITHUB_EVENT_PATH").and_then(|path| base_of_event(Path::new(&path))));
    // https://docs.gitlab.com/ci/variables/predefined_variables/; the first is set where GitLab merged the branch.
    for name in ["CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "CI_MERGE_REQUEST_DIFF_BASE_SHA"] {
        named.extend(variable(name));
    }
    named.extend(variable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME").map(|branch| format!("origin/{branch}")));
    Ok(named)
}

/// The base commit in the file of a GitHub event, of a pull request or a merge queue.
fn base_of_event(path: &Path) -> Option<String> {
    let event: serde_json::Value = serde_json::from_str(&files::read(path).ok()?).ok()?;
    let commit =
        event.pointer("/pull_request/base/sha").or_else(|| event.pointer("/merge_group/base_sha"))?;
    commit.as_str().map(str::to_owned)
}
