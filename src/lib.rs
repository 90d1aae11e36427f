//! yakugo keeps translations true to their source.
//!
//! It cuts articles into segments, keeps their translations in Fluent files, and records which source text each
//! translation answers, so that a changed dose is never shown under an old translation. The command line is the
//! module [`cli`]; everything below it is a library without I/O (all of that is in [`project`]).
//!
//! The catalog is one pure function: from the texts of all files to the texts they should have.
//!
//! ```
//! use yakugo::catalog::{
//!     Answers, DocumentFiles, FileText, Origin, Policy, Settings, Status, TargetFiles, plan,
//! };
//! use yakugo::document::{Format, Options};
//! use yakugo::glossary::Glossary;
//!
//! let file = |path: &str, text: Option<&str>| FileText::new(path, text.map(str::to_owned));
//! let mut files = DocumentFiles {
//!     name: "guide".into(),
//!     origin: Origin::Article(Format::Markdown),
//!     document: file("guide.md", Some("1回10 mgを飲みます。\n")),
//!     source: file("ja/guide.ftl", None),
//!     past: file("ja/guide.past.tsv", None),
//!     targets: vec![TargetFiles {
//!         locale: "en".into(),
//!         ftl: file("en/guide.ftl", None),
//!         ledger: file("en/guide.ledger.tsv", None),
//!         attic: file("en/guide.attic.ftl", None),
//!     }],
//! };
//! let answers = Answers::default();
//! let settings = Settings {
//!     document: Options::default(),
//!     source_locale: "ja",
//!     today: "2026-11-22".parse()?,
//!     glossary: &Glossary::default(),
//!     policy: Policy::default(),
//!     answers: &answers,
//! };
//!
//! // The first plan makes a place for the translation. Put its files where they belong …
//! let first = &plan(std::slice::from_ref(&files), &settings)[0];
//! assert_eq!(first.targets[0].units[0].status, Status::Missing);
//! for write in first.all_writes() {
//!     let target = &mut files.targets[0];
//!     for file in [&mut files.source, &mut target.ftl, &mut target.ledger] {
//!         if file.path == write.path {
//!             file.text.clone_from(&write.new);
//!         }
//!     }
//! }
//!
//! // … let a translator type into it, and plan again.
//! let id = &first.sources[0].id;
//! let stub = format!("# {id} =");
//! let typed = files.targets[0].ftl.text.as_ref().map(|text| text.replace(&stub, &format!("{stub} Take 10 mg.")));
//! files.targets[0].ftl.text = typed;
//! let second = &plan(std::slice::from_ref(&files), &settings)[0];
//! assert_eq!(second.targets[0].units[0].status, Status::Fresh);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod carry;
pub mod catalog;
pub mod check;
pub mod cli;
pub mod document;
pub mod finding;
pub mod fluent;
pub mod glossary;
pub mod project;
pub mod report;
pub mod text;
