//! What holds for a project with any files at all: a second run finds nothing left to do, and no translation is lost.

use yakugo::catalog::{
    Answers, DocumentFiles, FileText, Origin, Policy, Settings, Status, TargetFiles, plan,
};
use yakugo::document::{Format, Options};
use yakugo::glossary::Glossary;

fn files(texts: [&str; 6]) -> DocumentFiles {
    let file =
        |path: &str, text: &str| FileText::new(path, Some(text.to_owned()).filter(|text| !text.is_empty()));
    let [document, source, past, ftl, ledger, attic] = texts;
    DocumentFiles {
        name: "a".into(),
        origin: Origin::Article(Format::Markdown),
        document: FileText::new("a.md", Some(document.to_owned())),
        source: file("ja/a.ftl", source),
        past: file("ja/a.past.tsv", past),
        targets: vec![TargetFiles {
            locale: "en".into(),
            ftl: file("en/a.ftl", ftl),
            ledger: file("en/a.ledger.tsv", ledger),
            attic: file("en/a.attic.ftl", attic),
        }],
    }
}

/// Runs a sync: plans, and puts the texts where they belong.
fn run(files: &mut DocumentFiles) -> usize {
    let settings = Settings {
        document: Options::default(),
        source_locale: "ja",
        today: "2026-11-22".parse().unwrap(),
        glossary: &Glossary::default(),
        policy: Policy::default(),
        answers: &Answers::default(),
    };
    let plans = plan(std::slice::from_ref(files), &settings);
    let writes: Vec<_> = plans.iter().flat_map(|plan| plan.all_writes()).cloned().collect();
    for unit in plans.iter().flat_map(|plan| &plan.targets).flat_map(|target| &target.units) {
        // The promise: without a record, nothing is fresh.
        let recorded = files.targets[0].ledger.text.is_some() || files.targets[0].ftl.text.is_some();
        assert!(recorded || unit.status != Status::Fresh);
    }
    let target = &mut files.targets[0];
    let all = [&mut files.source, &mut files.past, &mut target.ftl, &mut target.ledger, &mut target.attic];
    for file in all {
        for write in writes.iter().filter(|write| write.path == file.path) {
            file.text.clone_from(&write.new);
        }
    }
    writes.len()
}

/// Document, source messages, past, translations, ledger and attic, parted by NUL.
pub(crate) fn check_plan(input: &str) {
    let mut parts = input.split('\0');
    let mut files = files([(); 6].map(|()| parts.next().unwrap_or_default()));
    run(&mut files);
    let settled = files.clone();
    let writes = run(&mut files);
    assert_eq!(files, settled, "a second run changes {writes} files of {input:?}");
}
