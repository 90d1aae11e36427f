//! `yakugo.toml`: what a project is made of.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeString, DeTable};
use unic_langid::LanguageIdentifier;

use crate::catalog::Policy;
use crate::check::{self, Gates, Level, Levels, Occurrences, Override};
use crate::finding::Severity;
use crate::project::stale::Stale;
use crate::text::{LineIndex, Span, did_you_mean};

/// The name of the configuration file; the folder that holds it is the project.
pub const FILE_NAME: &str = "yakugo.toml";

/// Why a configuration cannot be used. The message says where and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{FILE_NAME}:{line}:{column}: {message}")]
pub struct ConfigError {
    line: usize,
    column: usize,
    message: String,
}

/// The whole of `yakugo.toml`. Unknown keys are errors.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Config {
    /// The locale the documents are written in (BCP 47).
    pub source: String,
    /// The locales they are translated into.
    pub targets: Vec<String>,
    /// Where the documents are: patterns, or tables with a pattern and a kind.
    pub documents: Vec<DocumentSet>,
    /// The files of the controlled glossary.
    #[serde(default)]
    pub glossary: Vec<String>,
    /// Where the Fluent files lie; must hold `{locale}` and `{document}` and end in `.ftl`.
    #[serde(default = "default_paths")]
    pub paths: String,
    /// How Markdown is read.
    #[serde(default)]
    pub markdown: Markdown,
    /// How sentences are told apart.
    #[serde(default)]
    pub sentences: Sentences,
    /// How translated documents are written.
    #[serde(default)]
    pub render: Render,
    /// What a changed source means for its translation.
    #[serde(default)]
    pub stale: Stale,
    /// What ledgers record.
    #[serde(default)]
    pub ledger: Ledger,
    /// How `check` judges.
    #[serde(default)]
    pub check: Check,
    /// Another severity for a rule, or `off`.
    #[serde(default)]
    #[schemars(extend("propertyNames" = check::rule_names()))]
    pub rules: BTreeMap<String, Level>,
    /// Other severities in some locales, in some paths, or where both meet; of several that fit, the last counts.
    #[serde(default)]
    pub overrides: Vec<Override>,
    /// How far a locale has to be.
    #[serde(default)]
    pub gates: Gates,
    #[serde(skip)]
    levels: Levels,
}

/// One entry of `documents`.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(
    untagged,
    expecting = "expected a pattern such as \"articles/**/*.md\", or a table { path = \"…\", kind = \"…\" }"
)]
pub enum DocumentSet {
    /// A glob; the kind follows from the extension.
    Pattern(String),
    /// A glob with an explicit kind.
    Table(DocumentTable),
}

/// A pattern with a kind.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct DocumentTable {
    /// A glob relative to the project.
    pub path: String,
    /// How these files are read.
    pub kind: Option<DocumentKind>,
}

/// What a document is.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum DocumentKind {
    /// `CommonMark` with GFM.
    Markdown,
    /// Light plain article text.
    Plain,
    /// HTML and XHTML.
    Html,
    /// Hand-written Fluent source files.
    Fluent,
}

/// `[markdown]`
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Markdown {
    /// The front-matter keys whose values are translated.
    pub front_matter: Vec<String>,
}

impl Default for Markdown {
    fn default() -> Self {
        Self { front_matter: crate::document::Options::default().front_matter }
    }
}

/// `[sentences]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Sentences {
    /// Further abbreviations whose full stop ends no sentence.
    pub abbreviations: Vec<String>,
}

/// `[render]`
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Render {
    /// Where `sync` writes the translated documents; must hold `{locale}` and `{document}`, and may hold
    /// `{extension}`. Nothing is rendered by `sync` without it.
    pub path: Option<String>,
    /// What stands before a source text that replaces a translation whose meaning is out of date.
    pub marker: String,
    /// What a page says on which translations are older than their source, by locale; an empty text for nothing.
    pub banner: BTreeMap<String, String>,
}

impl Default for Render {
    fn default() -> Self {
        Self { path: None, marker: "⚠ ".to_owned(), banner: BTreeMap::new() }
    }
}

/// `[ledger]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Ledger {
    /// Whether `accept` and `review` write who did it.
    pub by: By,
}

/// Who is named in ledgers.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// Nobody.
    #[default]
    None,
    /// The name in git's configuration, never the address.
    Git,
}

/// `[check]`
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Check {
    /// With `--since`: the gravest that a finding may be on a translation that the branch's own edit of the source
    /// text left stale.
    pub source_change: Severity,
    /// How often a translation has to name a concept of the glossary that its source names several times.
    pub occurrences: Occurrences,
}

impl Default for Check {
    fn default() -> Self {
        Self { source_change: Severity::Warning, occurrences: Occurrences::Segment }
    }
}

/// Whether a path is what a template gives for a locale and some document.
fn fits(template: &str, locale: &str, path: &str) -> bool {
    let template = template.replace("{locale}", locale);
    let Some((before, after)) = template.split_once("{document}") else { return false };
    let after = after.split("{extension}").next().unwrap_or_default();
    let name = path.strip_prefix(before);
    name.is_some_and(|name| {
        if template.ends_with("{extension}") { name.contains(after) } else { name.ends_with(after) }
    })
}

fn default_paths() -> String {
    "locales/{locale}/{document}.ftl".to_owned()
}

impl DocumentSet {
    /// The glob.
    pub fn pattern(&self) -> &str {
        match self {
            Self::Pattern(pattern) => pattern,
            Self::Table(table) => &table.path,
        }
    }

    /// The kind, where it is said.
    pub fn kind(&self) -> Option<DocumentKind> {
        match self {
            Self::Pattern(_) => None,
            Self::Table(table) => table.kind,
        }
    }
}

impl Config {
    /// Reads and checks a configuration. `rules` are the names that exist.
    ///
    /// ```
    /// use yakugo::project::Config;
    /// let error = Config::parse("source = \"ja\"\ntarget = [\"en\"]\n", &[]).unwrap_err();
    /// assert!(error.to_string().contains("did you mean `targets`?"));
    /// ```
    pub fn parse(text: &str, rules: &[&str]) -> Result<Self, ConfigError> {
        let mut config: Self = toml::from_str(text).map_err(|error| ConfigError::of_toml(text, &error))?;
        config.check(text, rules)?;
        config.gates.places = places_of_gates(text);
        config.levels = Levels::new(&config.rules, &config.overrides).map_err(|(pattern, reason)| {
            ConfigError::near(text, &pattern, format!("`{pattern}` is no pattern: {reason}"))
        })?;
        Ok(config)
    }

    /// The JSON Schema of `yakugo.toml`, for editors that complete and check it.
    pub fn schema() -> String {
        let mut schema = schemars::schema_for!(Self);
        schema.insert("title".to_owned(), FILE_NAME.into());
        format!("{:#}\n", schema.to_value())
    }

    /// The severities of `[rules]` and `[[overrides]]`.
    pub fn levels(&self) -> &Levels {
        &self.levels
    }

    /// Whether a path (relative, with `/`) is one that yakugo writes: a Fluent file of a target, or a rendered page.
    pub(crate) fn writes(&self, path: &str) -> bool {
        let pages = self.render.path.as_deref();
        self.targets.iter().any(|locale| {
            fits(&self.paths, locale, path) || pages.is_some_and(|template| fits(template, locale, path))
        })
    }

    /// Where the Fluent file of a document stands.
    pub(crate) fn fluent_path(&self, locale: &str, document: &str) -> String {
        self.paths.replace("{locale}", locale).replace("{document}", document)
    }

    /// Whether a path is a Fluent file of the project, in any locale.
    pub(crate) fn keeps(&self, path: &str) -> bool {
        self.targets.iter().chain([&self.source]).any(|locale| fits(&self.paths, locale, path))
    }

    /// What a changed source means for its translation.
    pub fn policy(&self) -> Policy {
        // What cannot be was refused when the file was read.
        self.stale.policy().unwrap_or_default()
    }

    fn check(&self, text: &str, rules: &[&str]) -> Result<(), ConfigError> {
        let mut seen = BTreeSet::new();
        for locale in std::iter::once(&self.source).chain(&self.targets) {
            // Names of languages look like tags to the standard, but no language has so long a code.
            let is_code = locale.split(['-', '_']).next().is_some_and(|language| language.len() <= 3);
            let parsed: LanguageIdentifier = locale.parse().ok().filter(|_| is_code).ok_or_else(|| {
                let message =
                    format!("`{locale}` is no locale: write a BCP 47 tag such as `en`, `de-AT` or `zh-Hans`");
                ConfigError::near(text, locale, message)
            })?;
            if parsed.to_string() != *locale {
                return Err(ConfigError::near(
                    text,
                    locale,
                    format!("write the locale `{locale}` as `{parsed}`"),
                ));
            }
            if !seen.insert(locale) {
                return Err(ConfigError::near(
                    text,
                    locale,
                    format!("the locale `{locale}` stands twice: keep one"),
                ));
            }
        }
        template(text, "paths", &self.paths, Some(".ftl"))?;
        if let Some(path) = &self.render.path {
            template(text, "render.path", path, None)?;
        }
        for path in
            self.documents.iter().map(DocumentSet::pattern).chain(self.glossary.iter().map(String::as_str))
        {
            inside(text, path)?;
        }
        self.check_overrides(text)?;
        for locale in self.gates.locales.keys() {
            self.check_target(text, locale)?;
        }
        if let Some((locale, problem)) = self.gates.problem() {
            let table = locale.map_or_else(|| "[gates".to_owned(), |locale| format!("[gates.{locale}]"));
            return Err(ConfigError::near(text, &table, problem));
        }
        let overridden = self.overrides.iter().flat_map(|one| one.rules.keys());
        for name in self.rules.keys().chain(overridden) {
            if !rules.contains(&name.as_str()) {
                let message =
                    format!("there is no rule `{name}`{}", did_you_mean(name, rules.iter().copied()));
                return Err(ConfigError::near(text, name, message));
            }
        }
        self.stale.policy().map_err(|(kind, why)| ConfigError::near(text, kind, why))?;
        if let Some(kind) = self.stale.with_severity().filter(|_| self.rules.contains_key("stale")) {
            let message = format!(
                "`rules.stale` gives all kinds of change one severity, and `stale.{kind}` has its own: delete one"
            );
            return Err(ConfigError::near(text, kind, message));
        }
        Ok(())
    }

    fn check_overrides(&self, text: &str) -> Result<(), ConfigError> {
        for (number, one) in self.overrides.iter().enumerate() {
            if one.rules.is_empty() || one.locales.is_empty() && one.paths.is_empty() {
                let message = "an override says where and what: `locales` or `paths`, and `rules`; what holds \
                               everywhere stands under [rules]";
                let at = text.match_indices("[[overrides]]").nth(number).map_or(0, |(at, _)| at);
                return Err(ConfigError::at(text, at, message.to_owned()));
            }
            for locale in &one.locales {
                self.check_target(text, locale)?;
            }
            let twice = self.overrides.iter().take(number).find_map(|other| {
                let same = one.locales == other.locales && one.paths == other.paths;
                one.rules.keys().find(|rule| same && other.rules.contains_key(*rule))
            });
            if let Some(rule) = twice {
                let message = format!("two overrides for the same place set `{rule}`: keep one");
                return Err(ConfigError::at(text, text.rfind(rule.as_str()).unwrap_or_default(), message));
            }
        }
        Ok(())
    }

    /// A part of the configuration about a locale is about one that is translated into.
    fn check_target(&self, text: &str, locale: &str) -> Result<(), ConfigError> {
        if self.targets.iter().any(|target| target == locale) {
            return Ok(());
        }
        let hint = did_you_mean(locale, self.targets.iter().map(String::as_str));
        let hint =
            if hint.is_empty() { format!(": `targets` has {}", self.targets.join(", ")) } else { hint };
        let message = format!("the project has no target locale `{locale}`{hint}");
        Err(ConfigError::at(text, text.rfind(locale).unwrap_or_default(), message))
    }
}

/// Where the keys of `[gates]` and of its tables stand, by locale and name.
fn places_of_gates(text: &str) -> BTreeMap<(String, String), Span> {
    let mut places = BTreeMap::new();
    let Ok(config) = DeTable::parse(text) else { return places };
    let gates = config.get_ref().get("gates").and_then(|gates| gates.get_ref().as_table());
    let mut add = |locale: &str, name: &Spanned<DeString<'_>>, end: usize| {
        let place = (locale.to_owned(), name.get_ref().to_string());
        places.insert(place, Span::new(name.span().start, end));
    };
    for (key, value) in gates.into_iter().flatten() {
        match value.get_ref().as_table() {
            Some(of_locale) => {
                of_locale.iter().for_each(|(name, value)| add(key.get_ref(), name, value.span().end));
            }
            None => add("", key, value.span().end),
        }
    }
    places
}

/// A path template must name locale and document and stay in the project.
fn template(text: &str, key: &str, path: &str, ending: Option<&str>) -> Result<(), ConfigError> {
    inside(text, path)?;
    let mut rest = path.to_owned();
    for place in ["{locale}", "{document}"] {
        if !path.contains(place) {
            let message = format!("`{key}` must hold {place}, as in `locales/{{locale}}/{{document}}.ftl`");
            return Err(ConfigError::near(text, path, message));
        }
        rest = rest.replace(place, "");
    }
    if rest.replace("{extension}", "").contains(['{', '}']) {
        let message = format!("`{key}` knows {{locale}} and {{document}}, and nothing else in braces");
        return Err(ConfigError::near(text, path, message));
    }
    if ending.is_some_and(|ending| !path.ends_with(ending)) {
        return Err(ConfigError::near(text, path, format!("`{key}` must end in `.ftl`")));
    }
    Ok(())
}

fn inside(text: &str, path: &str) -> Result<(), ConfigError> {
    let leaves = path.starts_with(['/', '\\'])
        || path.contains(':')
        || path.split(['/', '\\']).any(|part| part == "..");
    if leaves {
        let message =
            format!("`{path}` leads out of the project: write a path below the folder of {FILE_NAME}");
        return Err(ConfigError::near(text, path, message));
    }
    Ok(())
}

impl ConfigError {
    fn of_toml(text: &str, error: &toml::de::Error) -> Self {
        let at = error.span().map_or(0, |span| span.start);
        let mut message = error.message().trim().to_owned();
        // serde says: unknown field `target`, expected one of `source`, `targets`, …
        let mut quoted = message.split('`').skip(1).step_by(2);
        if message.starts_with("unknown field")
            && let Some(field) = quoted.next()
        {
            let hint = did_you_mean(field, quoted);
            if !hint.is_empty() {
                message = format!("unknown key `{field}`{hint}");
            }
        }
        Self::at(text, at, message)
    }

    /// An error at the place where `value` stands in the file.
    fn near(text: &str, value: &str, message: String) -> Self {
        Self::at(text, text.find(value).unwrap_or_default(), message)
    }

    fn at(text: &str, offset: usize, message: String) -> Self {
        let position = LineIndex::new(text).position(text, offset);
        Self { line: position.line, column: position.column, message }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "source = \"ja\"\ntargets = [\"en\"]\ndocuments = [\"articles/*.md\"]\n";

    #[test]
    fn a_small_configuration_is_enough() {
        let config = Config::parse(GOOD, &[]).unwrap();
        assert_eq!(config.paths, "locales/{locale}/{document}.ftl");
        assert_eq!(config.documents[0].pattern(), "articles/*.md");
    }

    #[test]
    fn what_is_written_is_no_document() {
        let with_pages =
            GOOD.replace("documents", "render.path = \"out/{locale}/{document}.{extension}\"\ndocuments");
        let config = Config::parse(&with_pages, &[]).unwrap();
        for path in ["out/en/a.md", "locales/en/sub/a.ftl"] {
            assert!(config.writes(path), "{path}");
        }
        for path in ["out/ja/a.md", "articles/a.md", "locales/ja/a.ftl", "out/english/a.md"] {
            assert!(!config.writes(path), "{path}");
        }
        assert!(config.keeps("locales/ja/a.ftl"));
    }

    #[test]
    fn mistakes_are_named_with_place_and_remedy() {
        let check = |from: &str, to: &str, expected: &str| {
            let error = Config::parse(&GOOD.replace(from, to), &["missing"]).unwrap_err().to_string();
            assert!(error.starts_with("yakugo.toml:"), "{error}");
            assert!(error.contains(expected), "{error}");
        };
        check("targets", "target", "did you mean `targets`?");
        check("[\"en\"]", "[\"en\", \"en\"]", "stands twice");
        check("[\"en\"]", "[\"ja\"]", "stands twice");
        check("[\"en\"]", "[\"zh_hans\"]", "write the locale `zh_hans` as `zh-Hans`");
        check("[\"en\"]", "[\"english please\"]", "is no locale");
        check("[\"en\"]", "[\"german\"]", "is no locale");
        check("articles/*.md", "../*.md", "leads out of the project");
        check("documents = [\"articles/*.md\"]", "documents = [3]", "expected a pattern");
        check("documents", "paths = \"locales/{locale}.ftl\"\ndocuments", "must hold {document}");
        check("documents", "paths = \"{locale}/{document}/{x}.ftl\"\ndocuments", "nothing else in braces");
        check("*.md\"]\n", "*.md\"]\n[rules]\nmising = \"off\"\n", "did you mean `missing`?");
        let gates = |lines: &str, expected: &str| {
            check("*.md\"]\n", &format!("*.md\"]\n[gates]\n{lines}\n"), expected);
        };
        gates("min-coverge = 90", "did you mean `min-coverage`?");
        gates("min-coverage = 101", "from 0 to 100");
        gates("grace-days = 3", "say those, too");
        gates("[gates.enn]\nmax-stale = 1", "did you mean `en`?");
        gates("[gates.en]\nmax-stal = 1", "did you mean `max-stale`?");
        gates("[gates.en]\nmin-reviewed = -1", "from 0 to 100");
        let overrides = |lines: &str, expected: &str| {
            check("*.md\"]\n", &format!("*.md\"]\n[[overrides]]\n{lines}\n"), expected);
        };
        overrides("rules = { missing = \"off\" }", "says where and what");
        overrides("paths = [\"a/*\"]", "says where and what");
        overrides("locales = [\"en\"]\nrules = { mising = \"off\" }", "did you mean `missing`?");
        overrides("locales = [\"enn\"]\nrules = { missing = \"off\" }", "did you mean `en`?");
        overrides("paths = [\"a/[\"]\nrules = { missing = \"off\" }", "is no pattern");
        overrides("locale = [\"en\"]", "did you mean `locales`?");
        let one = "locales = [\"en\"]\nrules = { missing = \"off\" }";
        overrides(&format!("{one}\n[[overrides]]\n{one}"), "two overrides for the same place set `missing`");
    }
}
