//! What checks say: findings, their severity, their fixes, and the rules they come from.
//!
//! Content never fails, it yields findings: readers return what they could read together with a
//! `Vec<Finding>`. Errors are for I/O, configuration and arguments.

mod rule;

pub use rule::Rule;
pub(crate) use rule::rule;

use schemars::JsonSchema;
use serde::Deserialize;
use xxhash_rust::xxh3::xxh3_64;

use crate::text::Span;

/// How much a finding matters. The order is the order of gravity.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; never fails a run by default.
    Note,
    /// Should be settled before a release.
    Warning,
    /// Wrong, or dangerous to publish.
    Error,
}

impl Severity {
    /// The word used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One replacement of bytes in the file the finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go.
    pub span: Span,
    /// What comes in their place.
    pub text: String,
}

/// A proposed change that settles a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether it can be applied without a person looking at it.
    pub safe: bool,
    /// Replacements that do not overlap, in order.
    pub edits: Vec<Edit>,
}

/// A place in a file: a path relative to the project, and bytes into its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path relative to the project, with `/`.
    pub path: String,
    /// Bytes into the original text of that file.
    pub span: Span,
}

/// One result of a rule.
///
/// Readers know only the rule, the bytes and the message; the layers above fill in the file, the locale and
/// the unit with [`Finding::at`], [`Finding::in_locale`] and [`Finding::unit`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule's name.
    pub rule: &'static str,
    /// How much it matters here.
    pub severity: Severity,
    /// The locale it is about, where it is about one.
    pub locale: Option<String>,
    /// The document's name.
    pub document: Option<String>,
    /// The unit's id.
    pub id: Option<String>,
    /// Where. The path is empty until a layer that knows files sets it.
    pub place: Place,
    /// The related place in the source.
    pub source: Option<Place>,
    /// What is wrong and what to do.
    pub message: String,
    /// Changes that would settle it.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// A finding of `rule` at some bytes of the text that was read.
    pub fn new(rule: &Rule, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule: rule.name,
            severity: rule.severity,
            locale: None,
            document: None,
            id: None,
            place: Place { path: String::new(), span },
            source: None,
            message: message.into(),
            fixes: Vec::new(),
        }
    }

    /// A name for the same finding in the next run: nothing in it moves when lines are added elsewhere.
    pub fn fingerprint(&self) -> String {
        let parts = [
            Some(self.rule),
            Some(self.place.path.as_str()),
            self.locale.as_deref(),
            self.document.as_deref(),
            self.id.as_deref(),
            Some(&self.message),
        ];
        format!("{:016x}", xxh3_64(parts.map(Option::unwrap_or_default).join("\0").as_bytes()))
    }

    /// The same finding, in this file.
    #[must_use]
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.place.path = path.into();
        self
    }

    /// The same finding, about this locale.
    #[must_use]
    pub fn in_locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }

    /// The same finding, about this document.
    #[must_use]
    pub fn in_document(mut self, document: impl Into<String>) -> Self {
        self.document = Some(document.into());
        self
    }

    /// The same finding, about this unit.
    #[must_use]
    pub fn unit(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The same finding with a change that would settle it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }
}
