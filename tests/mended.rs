//! Texts that yakugo changes itself are never answers: whatever stood there before decides what they answer.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use yakugo::catalog::{
    Answer, Answers, Counts, Date, DocumentFiles, DocumentPlan, FileText, Ledger, Origin, Settings, State,
    Status, TargetFiles, plan,
};
use yakugo::document::{Format, Options};
use yakugo::glossary::Glossary;

/// One paragraph and its translation in memory.
struct Memory {
    files: Vec<DocumentFiles>,
}

impl Memory {
    fn new(article: &str) -> Self {
        let file = |path: &str| FileText::new(path, None);
        let target = TargetFiles {
            locale: "en".to_owned(),
            ftl: file("en/a.ftl"),
            ledger: file("en/a.ledger.tsv"),
            attic: file("en/a.attic.ftl"),
        };
        let files = DocumentFiles {
            name: "a".to_owned(),
            origin: Origin::Article(Format::Markdown),
            document: FileText::new("a.md", Some(pinned(article))),
            source: file("ja/a.ftl"),
            past: file("ja/a.past.tsv"),
            targets: vec![target],
        };
        Self { files: vec![files] }
    }

    fn plan(&self, answers: &Answers) -> DocumentPlan {
        let settings = Settings {
            policy: yakugo::catalog::Policy::default(),
            document: Options::default(),
            source_locale: "ja",
            today: "2026-11-22".parse::<Date>().unwrap(),
            glossary: &Glossary::default(),
            answers,
        };
        plan(&self.files, &settings).remove(0)
    }

    /// What `sync` does.
    fn sync(&mut self, answers: &Answers) -> DocumentPlan {
        let plan = self.plan(answers);
        assert!(plan.writable && plan.targets[0].writable);
        for write in plan.all_writes() {
            let files = &mut self.files[0];
            let target = &mut files.targets[0];
            let all =
                [&mut files.source, &mut files.past, &mut target.ftl, &mut target.ledger, &mut target.attic];
            let file = all.into_iter().find(|file| file.path == write.path).unwrap();
            file.text.clone_from(&write.new);
        }
        plan
    }

    fn edit(&mut self, from: &str, to: &str) {
        let text = self.files[0].targets[0].ftl.text.as_mut().unwrap();
        assert_eq!(text.matches(from).count(), 1, "{text}");
        *text = text.replace(from, to);
    }

    fn delete_notes(&mut self) {
        let text = self.files[0].targets[0].ftl.text.as_mut().unwrap();
        let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with("# yakugo:")).collect();
        *text = kept.join("\n") + "\n";
    }

    /// Yakugo replaces a piece of the translation.
    fn mend(&mut self, from: &str, to: &str) -> DocumentPlan {
        let mut answers = Answers::default();
        answers.insert_as_left("a", "en", self.files[0].targets[0].ftl.text.as_deref().unwrap());
        self.edit(from, to);
        self.sync(&answers)
    }

    fn write(&mut self, article: &str) {
        self.files[0].document.text = Some(pinned(article));
    }

    fn ledger(&self) -> Ledger {
        Ledger::parse(self.files[0].targets[0].ledger.text.as_deref().unwrap()).0
    }
}

fn pinned(article: &str) -> String {
    format!("<!-- yakugo:id dose -->\n{article}\n")
}

fn is_stale(plan: &DocumentPlan) -> bool {
    matches!(plan.targets[0].units[0].status, Status::Stale(_))
}

fn translated() -> Memory {
    let mut memory = Memory::new("濃度は10 ng/mLです。");
    memory.sync(&Answers::default());
    memory.edit("# dose =", "# dose = The concentraton is 10 ng/mL.");
    memory.sync(&Answers::default());
    memory
}

#[test]
fn a_stale_unit_stays_stale_with_its_note_and_without() {
    for note_is_deleted in [false, true] {
        let mut memory = translated();
        memory.write("濃度は100 ng/mLです。");
        assert!(is_stale(&memory.sync(&Answers::default())));
        let before = memory.ledger().get("dose").unwrap().clone();
        if note_is_deleted {
            memory.delete_notes();
        }
        assert!(is_stale(&memory.mend("concentraton", "concentration")));
        let after = memory.ledger().get("dose").unwrap().clone();
        assert_eq!((before.source, before.shown, &before.note), (after.source, after.shown, &after.note));
        assert_ne!(before.target, after.target);
        // And in every run that follows, until somebody answers.
        assert!(is_stale(&memory.sync(&Answers::default())));
        memory.write("濃度は10 ng/mLです。");
        let reverted = memory.sync(&Answers::default());
        assert_eq!(reverted.targets[0].units[0].status, Status::Fresh);
    }
}

#[test]
fn an_answer_typed_before_the_mending_counts() {
    let mut memory = translated();
    memory.write("濃度は100 ng/mLです。");
    memory.sync(&Answers::default());
    memory.delete_notes();
    memory.edit("10 ng", "100 ng");
    let plan = memory.mend("concentraton", "concentration");
    assert_eq!(plan.targets[0].units[0].status, Status::Fresh);
    assert!(
        memory.files[0].targets[0].ftl.text.as_deref().unwrap().contains("The concentration is 100 ng/mL.")
    );
}

#[test]
fn a_file_that_another_tool_rewrote_answers_nothing_when_a_text_in_it_is_mended() {
    let two = |dose: &str| format!("濃度は{dose} ng/mLです。\n\n<!-- yakugo:id law -->\n量は{dose} mgです。");
    let mut memory = Memory::new(&two("10"));
    memory.sync(&Answers::default());
    memory.edit("# dose =", "# dose = The concentraton is 10 ng/mL.");
    memory.edit("# law =", "# law = The amount is 10 mg.");
    memory.sync(&Answers::default());
    memory.write(&two("100"));
    memory.sync(&Answers::default());
    // The tool drops all notes and writes one text otherwise; before any sync, yakugo mends the other.
    memory.delete_notes();
    memory.edit("The amount is 10 mg.", "The amount is 10 mg");
    let plan = memory.mend("concentraton", "concentration");
    assert_eq!(Counts::of(&plan.sources, &plan.targets[0].units).stale, 2);
}

#[test]
fn a_reviewed_text_needs_a_new_review() {
    let mut memory = translated();
    let plan = memory.plan(&Answers::default());
    let answer = Answer::review(&plan.sources[0], &plan.targets[0].units[0], "somebody", None).unwrap();
    let mut answers = Answers::default();
    answers.insert("a", "en", "dose", answer);
    let plan = memory.sync(&answers);
    assert_eq!(Counts::of(&plan.sources, &plan.targets[0].units).reviewed, 1);
    let plan = memory.mend("concentraton", "concentration");
    assert_eq!(plan.targets[0].units[0].state, Some(State::Translated));
    let record = memory.ledger().get("dose").unwrap().clone();
    assert_eq!((record.by.as_str(), record.source == record.shown), ("", true));
    assert_eq!(memory.sync(&Answers::default()).all_writes().len(), 0);
}

#[test]
fn the_text_before_still_answers_what_it_answered() {
    let mut memory = translated();
    memory.mend("concentraton", "concentration");
    memory.write("濃度は100 ng/mLです。");
    memory.sync(&Answers::default());
    // An undo of the mending, with the note deleted in the same breath.
    memory.delete_notes();
    memory.edit("concentration", "concentraton");
    assert!(is_stale(&memory.sync(&Answers::default())));
}
