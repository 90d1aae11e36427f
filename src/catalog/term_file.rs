//! The glossary's terms as a Fluent file beside the translators' files: made once by `yakugo glossary export fluent`,
//! kept up to date by `sync` since then.

use crate::catalog::plan::FileText;
use crate::catalog::unit::{Stage, Write};
use crate::fluent::Resource;
use crate::glossary::{Glossary, is_fluent_terms, write_fluent};

/// What the file is called where a translator's file has the name of its document.
pub const TERM_FILE: &str = "glossary";

/// The place of the terms of one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermFile {
    /// The locale.
    pub locale: String,
    /// The file as it is.
    pub file: FileText,
}

impl TermFile {
    /// Whether the file is there, and is not one that somebody wrote.
    pub fn is_made(&self) -> bool {
        self.file.text.as_deref().is_some_and(is_fluent_terms)
    }

    /// What brings the file up to date, with the line ends that it has.
    pub fn write(&self, glossary: &Glossary) -> Option<Write> {
        let text = write_fluent(glossary, &self.locale);
        let old = self.file.text.clone();
        let crlf = old.as_deref().is_some_and(|old| old.contains("\r\n"));
        let new = if crlf { text.replace('\n', "\r\n") } else { text };
        (old.as_ref() != Some(&new)).then(|| Write {
            stage: Stage::Source,
            path: self.file.path.clone(),
            from: None,
            old,
            new: Some(new),
        })
    }

    /// The terms as they are once the file is up to date.
    pub fn resource(&self, glossary: &Glossary) -> Resource {
        Resource::parse(write_fluent(glossary, &self.locale)).0
    }
}
