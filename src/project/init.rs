//! Beginning a project: what is found in a folder, and the configuration written for it.

use std::collections::BTreeMap;
use std::path::Path;

use ignore::WalkBuilder;
use serde_json::json;

use crate::project::config::FILE_NAME;
use crate::project::{Error, files, write_if_changed};

/// What a new project is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The locale of the documents.
    pub source: String,
    /// The locales to translate into.
    pub targets: Vec<String>,
    /// Patterns of documents.
    pub documents: Vec<String>,
    /// Patterns of glossary files.
    pub glossary: Vec<String>,
}

/// Files that are about a repository, not for its readers.
const NOT_ARTICLES: [&str; 8] = [
    "README",
    "CHANGELOG",
    "CONTRIBUTING",
    "LICENSE",
    "ARCHITECTURE",
    "SECURITY",
    "CODE_OF_CONDUCT",
    "SUMMARY",
];

/// How much text tells the language, in bytes.
const SAMPLE: usize = 20_000;

/// The text files of one folder with one extension.
#[derive(Debug, Default)]
struct Found {
    articles: Vec<String>,
    /// Whether there are files that a pattern of the whole folder must not take along.
    others: bool,
}

impl Found {
    fn patterns(self, folder: &str, extension: &str) -> Vec<String> {
        if self.others || self.articles.is_empty() {
            return self.articles;
        }
        let slash = if folder.is_empty() { "" } else { "/" };
        vec![format!("{folder}{slash}*.{extension}")]
    }
}

/// Looks at a folder and proposes a configuration for it.
pub fn propose(root: &Path) -> Result<Proposal, Error> {
    let mut folders: BTreeMap<(String, String), Found> = BTreeMap::new();
    let mut glossary = Vec::new();
    let mut sample = String::new();
    let root = root.canonicalize().map_err(Error::io(root, "open it"))?;
    for entry in
        WalkBuilder::new(&root).require_git(false).sort_by_file_name(Ord::cmp).max_depth(Some(4)).build()
    {
        let Ok(entry) = entry else { continue };
        let path = entry.path();
        let Some(relative) = path.strip_prefix(&root).ok().and_then(Path::to_str) else { continue };
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let folder = relative.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        if path.is_dir() || folder.starts_with("locales") || folder.starts_with("rendered") {
            continue;
        }
        match extension {
            "md" | "txt" => {
                let found = folders.entry((folder, extension.to_owned())).or_default();
                if NOT_ARTICLES.iter().any(|name| stem.eq_ignore_ascii_case(name)) {
                    found.others = true;
                    continue;
                }
                found.articles.push(relative.replace('\\', "/"));
                if sample.len() < SAMPLE {
                    sample.push_str(&files::read(path).unwrap_or_default());
                }
            }
            "csv" if folder.starts_with("glossary") => glossary.push(relative.replace('\\', "/")),
            _ => {}
        }
    }
    let documents =
        folders.into_iter().flat_map(|((folder, extension), found)| found.patterns(&folder, &extension));
    let documents = documents.collect();
    let source = language_of(&sample).to_owned();
    let targets = vec![if source == "en" { "ja" } else { "en" }.to_owned()];
    Ok(Proposal { source, targets, documents, glossary })
}

/// The language of a text by its script.
fn language_of(text: &str) -> &'static str {
    let count = |range: std::ops::RangeInclusive<char>| text.chars().filter(|c| range.contains(c)).count();
    let (kana, hangul, han, cyrillic) = (
        count('\u{3041}'..='\u{30FF}'),
        count('\u{AC00}'..='\u{D7A3}'),
        count('\u{4E00}'..='\u{9FFF}'),
        count('\u{0400}'..='\u{04FF}'),
    );
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    match () {
        () if kana > 0 && kana + han >= latin => "ja",
        () if hangul > latin / 4 => "ko",
        () if han > latin / 4 => "zh-Hans",
        () if cyrillic > latin => "ru",
        () => "en",
    }
}

impl Proposal {
    /// The text of `yakugo.toml`.
    pub fn to_toml(&self) -> String {
        let list = |items: &[String]| {
            // A JSON string is a TOML basic string.
            let quoted: Vec<String> = items.iter().map(|item| json!(item).to_string()).collect();
            format!("[{}]", quoted.join(", "))
        };
        let glossary = match self.glossary.as_slice() {
            [] => "# glossary = [\"glossary/*.csv\"]\n".to_owned(),
            files => format!("glossary = {}\n", list(files)),
        };
        format!(
            "# What yakugo translates. Every key is explained in the README.\n\
             source = \"{}\"\n\
             targets = {}\n\
             documents = {}\n\
             {glossary}\n\
             [render]\n\
             # `yakugo sync` writes the translated documents here.\n\
             path = \"rendered/{{locale}}/{{document}}.{{extension}}\"\n",
            self.source,
            list(&self.targets),
            list(&self.documents),
        )
    }

    /// Writes the configuration of a new project; refuses where there is one.
    pub fn write(&self, root: &Path) -> Result<(), Error> {
        let path = root.join(FILE_NAME);
        if path.exists() {
            return Err(Error::Usage(format!(
                "there is a {FILE_NAME} already: edit it, or go to another folder"
            )));
        }
        write_if_changed(&path, &self.to_toml()).map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Config;

    #[test]
    fn what_is_proposed_can_be_read() {
        let proposal = Proposal {
            source: "ja".into(),
            targets: vec!["en".into(), "de".into()],
            documents: vec!["articles/*.md".into(), "\"odd\\name\".md".into()],
            glossary: vec![],
        };
        let config = Config::parse(&proposal.to_toml(), &[]).unwrap();
        assert_eq!(config.documents[1].pattern(), "\"odd\\name\".md");
    }

    #[test]
    fn scripts_tell_languages() {
        let check = |text: &str, expected: &str| assert_eq!(language_of(text), expected, "{text}");
        check("幹細胞を培養する。VEGFなど", "ja");
        check("干细胞培养上清液含有细胞因子", "zh-Hans");
        check("줄기세포 배양", "ko");
        check("Stem cells, サイト", "en");
        check("", "en");
    }
}
