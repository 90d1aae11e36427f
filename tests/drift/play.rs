//! A history played in a git repository, by people who use yakugo, and by people who keep the translation as a page of
//! their own: both stand in the same commits.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::folder::Folder;
use crate::scenario::{self, Commit, replaced};

const CONFIG: &str = "source = \"ja\"\ntargets = [\"en\"]\ndocuments = [\"articles/*.md\"]\n
[render]\npath = \"rendered/{locale}/{document}.md\"\n";
const SOURCE: &str = "articles/page.md";
const BY_HAND: &str = "by-hand/page.md";
const EN: &str = "locales/en/page.ftl";
const RENDERED: &str = "rendered/en/page.md";

/// What is said of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// Somebody has to look: stale or missing.
    Alarm,
    Fresh,
    /// Neither fresh nor stale.
    Unrecorded,
}

/// What is said at the end of a history.
pub(crate) struct Verdicts {
    /// Of each passage of the source page, with its text: from the ledger.
    pub(crate) ledger: Vec<(String, Said)>,
    /// The same after ledger, past, attic and notes are lost.
    pub(crate) cold: Vec<(String, Said)>,
    /// The same after everything that was unrecorded was adopted unread.
    pub(crate) adopted: Vec<(String, Said)>,
    /// The translated page that yakugo makes.
    pub(crate) rendered: String,
    /// Whether the source has a younger commit than the translation.
    pub(crate) by_date: bool,
    /// Whether the source has a commit after the `sourceCommit` of the translation.
    pub(crate) by_source_commit: bool,
}

/// A page and its full translation in a repository, before anything is edited.
pub(crate) struct Start {
    desk: Desk,
}

impl Start {
    pub(crate) fn new(page: &str) -> Self {
        let [source, translation] = scenario::page(page);
        let folder = Folder::new(&[("yakugo.toml", CONFIG), (SOURCE, &source)]);
        folder.git("init -q").exits(0);
        let mut desk = Desk { folder, by_hand: translation, source_commit: String::new(), unseen: 0 };
        desk.sync("2026-01-10");
        desk.commit("2026-01-10");
        desk.source_commit = desk.last_commit(SOURCE).hash;
        desk.write_by_hand();
        desk.fill();
        desk.sync("2026-01-20");
        let todo = desk.folder.run("status --todo").exits(0).out;
        assert!(todo.starts_with("Nothing to do"), "not translated at the start: {todo}");
        desk.commit("2026-01-20");
        Self { desk }
    }

    /// Plays a history from its first edit to its end.
    pub(crate) fn play(&self, commits: &[Commit]) -> Verdicts {
        let folder = Folder::new(&[]);
        folder.git(&format!("clone -q {} .", self.desk.folder.root().display())).exits(0);
        let Desk { by_hand, source_commit, unseen, .. } = &self.desk;
        let (by_hand, source_commit) = (by_hand.clone(), source_commit.clone());
        let mut desk = Desk { folder, by_hand, source_commit, unseen: *unseen };
        for commit in commits {
            desk.make(commit);
        }
        desk.verdicts()
    }
}

/// The working copy in which everybody works in turn.
struct Desk {
    /// The project as the last commit has it.
    folder: Folder,
    /// The translation kept by hand, without its `sourceCommit`.
    by_hand: String,
    /// The `sourceCommit` that its front matter has.
    source_commit: String,
    /// How many commits at the end of the history the translator has not seen.
    unseen: usize,
}

impl Desk {
    /// Types the page kept by hand into the translator's file, segment by segment.
    fn fill(&self) {
        let (source, translation) = (segments(&self.folder, SOURCE), outside(&self.by_hand));
        assert_eq!(source.len(), translation.len(), "two pages with the same blocks");
        for (source, translation) in source.iter().zip(&translation) {
            self.type_into(&source.id, &translation.text);
        }
    }

    fn make(&mut self, commit: &Commit) {
        let source = self.folder.read(SOURCE);
        self.folder.write(SOURCE, commit.source(&source));
        self.by_hand = commit.translation(&self.by_hand);
        self.translate(commit);
        if commit.bumps {
            self.source_commit = self.last_commit(SOURCE).hash;
        }
        self.write_by_hand();
        if commit.unseen {
            self.unseen += 1;
        } else {
            self.sync(&commit.date);
            self.unseen = 0;
        }
        self.commit(&commit.date);
    }

    /// What the translator does in the translator's file.
    fn translate(&self, commit: &Commit) {
        let answered: Vec<String> = commit.answers.iter().map(|piece| self.id(piece)).collect();
        for (at, [old, new]) in commit.en.iter().enumerate() {
            match answered.get(at) {
                Some(id) => self.answer(id, old, new),
                None => self.folder.edit(EN, old, &new.replace('\n', "\n    ")),
            }
        }
        if commit.en.is_empty() {
            for id in &answered {
                self.folder.run(&format!("accept {id}")).exits(0);
            }
        }
        for [piece, text, _] in &commit.added {
            self.type_into(&self.id(piece), text);
        }
        for [piece, text] in &commit.deleted {
            self.folder.edit(EN, &format!("{} = {text}\n", self.id(piece)), "");
        }
    }

    /// Changes the text of a stale unit and deletes its note; or types into the place of a missing one what the page
    /// kept by hand has.
    fn answer(&self, id: &str, old: &str, new: &str) {
        let file = self.folder.read(EN);
        if file.contains(&format!("# {id} =")) {
            let passages = outside(&self.by_hand);
            let passage = passages.iter().find(|passage| passage.text.contains(new));
            self.type_into(id, &passage.expect("the page has the answer").text);
            return;
        }
        let before = file.find(&format!("\n{id} =")).expect("a translation to be answered");
        let (above, message) = file.split_at(before + 1);
        let noted = above.trim_end_matches(|c| c != '\n');
        let is_note = |line: &&str| line.starts_with("# yakugo: ");
        let notes: usize = noted.split_inclusive('\n').rev().take_while(is_note).map(str::len).sum();
        let (above, _) = noted.split_at(noted.len() - notes);
        let (message, below) = message.split_at(message.find("\n\n").unwrap_or(message.len()));
        let message = replaced(message, old, &new.replace('\n', "\n    "));
        self.folder.write(EN, format!("{above}{message}{below}"));
    }

    fn type_into(&self, id: &str, text: &str) {
        self.folder.edit(EN, &format!("# {id} ="), &format!("# {id} =\n{text}"));
    }

    /// The id of the passage with this piece. The source page may be newer than the translator's files, so it is
    /// looked up in a copy where it is not.
    fn id(&self, piece: &str) -> String {
        let copy = self.folder.copy();
        copy.run("sync");
        let segments = segments(&copy, SOURCE);
        let found: Vec<Segment> =
            segments.into_iter().filter(|segment| segment.text.contains(piece)).collect();
        assert_eq!(found.len(), 1, "{piece:?} must stand in one passage");
        found.into_iter().next().unwrap().id
    }

    fn write_by_hand(&self) {
        let line = format!("sourceCommit: {}\n---\n", self.source_commit);
        let page = match self.by_hand.strip_prefix("---\n").and_then(|page| page.split_once("---\n")) {
            Some((front, rest)) => format!("---\n{front}{line}{rest}"),
            None => format!("---\n{line}\n{}", self.by_hand),
        };
        self.folder.write(BY_HAND, page);
    }

    fn sync(&self, day: &str) {
        let ran = self.folder.on(day).run("sync");
        assert_ne!(ran.code, 2, "{}", ran.err);
    }

    fn commit(&self, day: &str) {
        self.folder.git("add -A").exits(0);
        let mut command = Folder::git_command("commit -q --allow-empty -m edit");
        let date = format!("{day}T09:00:00+09:00");
        command.env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", &date);
        self.folder.spawn(command).exits(0);
    }

    /// The last commit that touched a file, of those that the translator has seen.
    fn last_commit(&self, path: &str) -> Touched {
        let words = format!("log -1 --format=%ct:%H HEAD~{} -- {path}", self.unseen);
        let out = self.folder.git(&words).exits(0).out;
        let (seconds, hash) = out.trim().split_once(':').expect("a commit");
        Touched { seconds: seconds.parse().unwrap(), hash: hash.to_owned() }
    }

    fn verdicts(&self) -> Verdicts {
        let (source, translation) = (self.last_commit(SOURCE), self.last_commit(BY_HAND));
        let passages = segments(&self.folder, SOURCE);
        let ledger = said(&self.folder, &passages);
        let rendered = self.folder.read(RENDERED);
        self.forget();
        let cold = said(&self.folder, &passages);
        self.folder.run("adopt").exits(0);
        Verdicts {
            ledger,
            cold,
            adopted: said(&self.folder, &passages),
            rendered,
            by_date: source.seconds > translation.seconds,
            by_source_commit: source.hash != self.source_commit,
        }
    }

    /// Leaves what any other Fluent tool would leave: the messages.
    fn forget(&self) {
        for lost in ["en/page.ledger.tsv", "en/page.attic.ftl", "ja/page.past.tsv"] {
            let path = format!("locales/{lost}");
            if self.folder.has(&path) {
                self.folder.remove(&path);
            }
        }
        let bare: String =
            self.folder.read(EN).split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
        self.folder.write(EN, bare);
    }
}

/// A commit.
struct Touched {
    seconds: u64,
    hash: String,
}

struct Segment {
    id: String,
    text: String,
}

fn segments(folder: &Folder, path: &str) -> Vec<Segment> {
    let out = folder.run(&format!("extract {path} --format jsonl")).exits(0).out;
    let segment = |line: &str| {
        let object: Value = serde_json::from_str(line).unwrap();
        let field = |name: &str| object[name].as_str().unwrap_or_default().to_owned();
        Segment { id: field("id"), text: field("text") }
    };
    out.lines().map(segment).collect()
}

/// The segments of a page that belongs to no project.
fn outside(page: &str) -> Vec<Segment> {
    segments(&Folder::new(&[("page.md", page)]), "page.md")
}

/// What `status` says of every passage.
fn said(folder: &Folder, passages: &[Segment]) -> Vec<(String, Said)> {
    let todo = folder.run("status --todo").exits(0).out;
    let line = |line: &'_ str| {
        let mut parts = line.splitn(3, ": ").skip(1);
        let said = if parts.next()? == "unrecorded" { Said::Unrecorded } else { Said::Alarm };
        Some((parts.next()?.split(' ').next()?.to_owned(), said))
    };
    let of_id: BTreeMap<String, Said> = todo.lines().filter_map(line).collect();
    let said = |passage: &Segment| of_id.get(&passage.id).copied().unwrap_or(Said::Fresh);
    passages.iter().map(|passage| (passage.text.clone(), said(passage))).collect()
}
