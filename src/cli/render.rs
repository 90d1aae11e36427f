//! `yakugo render`

use std::path::PathBuf;

use rayon::prelude::*;

use crate::catalog::{self, TargetPlan};
use crate::cli::output::for_terminal;
use crate::cli::session::Session;
use crate::cli::{Cli, Outcome};
use crate::finding::Finding;
use crate::project::Error;

/// Write the translated documents.
///
/// What is missing shows the source; so does a text whose meaning changed since it was translated, behind a marker:
/// never the old dose.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The locale to write.
    #[arg(long, value_name = "L")]
    locale: String,
    /// The folder to write into; documents keep their names and sub-folders.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// A page on the disk.
pub(crate) struct Written {
    pub(crate) path: String,
    pub(crate) findings: Vec<Finding>,
}

pub(crate) fn run(cli: &Cli, args: &Args) -> Result<Outcome, Error> {
    let session = Session::open_to_write(cli)?;
    session.check_locale(Some(&args.locale))?;
    let pages = pages(&session, Some(&args.locale), |_, name, path| {
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        Some(args.out.join(format!("{name}.{extension}")).to_string_lossy().into_owned())
    });
    let files: Vec<(PathBuf, &str)> =
        pages.iter().map(|(path, page)| (PathBuf::from(path), page.text.as_str())).collect();
    session.project.write_pages_anywhere(&files)?;
    let mut out = String::new();
    let mut findings = Vec::new();
    for (path, page) in pages {
        let source = match page.untranslated {
            0 => String::new(),
            1 => "  (1 text in the source language)".to_owned(),
            n => format!("  ({n} texts in the source language)"),
        };
        out.push_str(&format!("{path}{source}\n"));
        findings.extend(page.findings);
    }
    let findings = session.judged(findings, session.project.config().levels(), |_| false);
    if !findings.is_empty() {
        out.push('\n');
        out.push_str(&for_terminal(&findings, &session.texts(&findings)));
    }
    Ok(Outcome::clean(out))
}

/// Writes the pages that the configuration wants, as `sync` does.
pub(crate) fn configured_pages(session: &Session, locale: Option<&str>) -> Result<Vec<Written>, Error> {
    let project = &session.project;
    let pages = pages(session, locale, |locale, name, path| project.rendered_path(locale, name, path));
    project.write_pages(pages.iter().map(|(path, page)| (path.as_str(), page.text.as_str())))?;
    Ok(pages.into_iter().map(|(path, page)| Written { path, findings: page.findings }).collect())
}

/// Renders all documents side by side; `place` says where a page goes, if anywhere.
fn pages(
    session: &Session,
    locale: Option<&str>,
    place: impl Fn(&str, &str, &str) -> Option<String> + Sync,
) -> Vec<(String, catalog::Page)> {
    let rendered: Vec<Vec<(String, catalog::Page)>> = session
        .plans
        .par_iter()
        .enumerate()
        .map(|(document, plan)| {
            let targets = plan.targets.iter().enumerate();
            let chosen = targets.filter(|(_, target)| locale.is_none_or(|locale| target.locale == locale));
            let page = |(at, target): (usize, &TargetPlan)| {
                let path = place(&target.locale, &plan.name, &plan.path)?;
                Some((path, session.page(document, at)?))
            };
            chosen.filter_map(page).collect()
        })
        .collect();
    rendered.into_iter().flatten().collect()
}

/// The folders that hold the pages, in order of first use.
pub(crate) fn folders(pages: &[Written]) -> Vec<String> {
    let mut folders: Vec<String> = Vec::new();
    for page in pages {
        let folder = page.path.rsplit_once('/').map_or(".", |(folder, _)| folder).to_owned();
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    folders
}
