//! A rule: its name, its severity, and the one text that says what it is about.

use crate::finding::Severity;

/// A named check. Every layer lists its own in `RULES`; `check` joins the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The name in kebab-case, the same in reports, configuration and suppressions.
    pub name: &'static str,
    /// The severity unless the configuration says otherwise.
    pub severity: Severity,
    /// The lines of the doc comment, each with the blank that follows its `///`.
    doc: &'static [&'static str],
}

impl Rule {
    /// A rule with the lines of its doc comment; rules are declared with `rule!`.
    pub(crate) const fn new(name: &'static str, severity: Severity, doc: &'static [&'static str]) -> Self {
        Self { name, severity, doc }
    }

    /// One sentence: what it reports.
    ///
    /// ```
    /// use yakugo::catalog::MISSING;
    /// assert_eq!(MISSING.summary(), "A source text has no translation yet.");
    /// ```
    pub fn summary(&self) -> String {
        self.paragraphs().into_iter().next().unwrap_or_default()
    }

    /// What it reports, why it matters, an example and the fix: paragraphs of Markdown without line breaks. All but the
    /// first begin with `Why: `, `Example: ` or `Fix: `.
    pub fn paragraphs(&self) -> Vec<String> {
        let lines: Vec<&str> = self.doc.iter().map(|line| line.trim()).collect();
        lines.split(|line| line.is_empty()).map(|lines| lines.join(" ")).collect()
    }
}

/// Declares a rule. Its doc comment is its only text: rustdoc shows it, `yakugo explain` prints it, and
/// `docs/rules.md` is made from it. The first paragraph is one sentence that says what is reported; then come
/// paragraphs `Why: …`, `Example: …` and `Fix: …`, written for translators (`tests/rules.rs` holds that).
///
/// ```text
/// rule! {
///     /// A translation ends in white space.
///     ///
///     /// Why: …
///     ///
///     /// Example: …
///     ///
///     /// Fix: …
///     pub const WHITESPACE: "whitespace", Note;
/// }
/// ```
macro_rules! rule {
    ($(#[doc = $line:literal])+ $visibility:vis const $constant:ident: $name:literal, $severity:ident;) => {
        $(#[doc = $line])+
        $visibility const $constant: $crate::finding::Rule =
            $crate::finding::Rule::new($name, $crate::finding::Severity::$severity, &[$($line),+]);
    };
}

pub(crate) use rule;
