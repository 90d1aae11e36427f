//! A project in a temporary folder, edited and run as its users do.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::SystemTime;

use serde_json::Value;
use yakugo::text::Fingerprint;

/// A configuration with one target locale, for stories about one article.
pub(crate) const CONFIG: &str = "source = \"ja\"\ntargets = [\"en\"]\ndocuments = [\"articles/**/*.md\"]\n";
/// The same for hand-written source messages.
pub(crate) const FLUENT: &str =
    "source = \"en\"\ntargets = [\"de\"]\ndocuments = [{ path = \"ui/*.ftl\", kind = \"fluent\" }]\n";
/// The translator's file of [`Folder::doses`].
pub(crate) const EN: &str = "locales/en/dose.ftl";
pub(crate) const LEDGER: &str = "locales/en/dose.ledger.tsv";
pub(crate) const ATTIC: &str = "locales/en/dose.attic.ftl";
pub(crate) const SOURCE: &str = "locales/ja/dose.ftl";
pub(crate) const PAST: &str = "locales/ja/dose.past.tsv";
pub(crate) const ARTICLE: &str = "articles/dose.md";

/// What a command did.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.err);
        self
    }

    /// Whether standard output or error says this.
    #[track_caller]
    pub(crate) fn says(self, what: &str) -> Self {
        assert!(
            self.out.contains(what) || self.err.contains(what),
            "not said: {what}\n{}\n{}",
            self.out,
            self.err
        );
        self
    }
}

pub(crate) struct Folder {
    dir: tempfile::TempDir,
    day: String,
}

impl Folder {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self { dir: tempfile::tempdir().unwrap(), day: "2026-11-01".to_owned() };
        for (path, text) in files {
            folder.write(path, text);
        }
        folder
    }

    /// A copy of a folder on the disk.
    pub(crate) fn of(root: &Path) -> Self {
        let folder = Self::new(&[]);
        for (name, path) in walk(root) {
            folder.write(&name, fs::read(path).unwrap());
        }
        folder
    }

    /// One article, synced: a dose and a sentence about the law, both with ids of their own.
    pub(crate) fn doses() -> Self {
        let article = "<!-- yakugo:id dose -->\n濃度は10 ng/mLです。\n\n<!-- yakugo:id law -->\n国内では承認されていません。\n";
        let folder = Self::new(&[("yakugo.toml", CONFIG), (ARTICLE, article)]);
        folder.run("sync").exits(0);
        folder
    }

    /// The same, translated.
    pub(crate) fn translated() -> Self {
        let folder = Self::doses();
        folder.edit(EN, "# dose =", "# dose = The concentration is 10 ng/mL.");
        folder.edit(EN, "# law =", "# law = It is not approved in Japan.");
        folder.run("sync").exits(0);
        folder
    }

    /// The same after the dose of the article became 100 ng/mL: its translation is stale.
    pub(crate) fn stale() -> Self {
        let folder = Self::translated();
        folder.edit(ARTICLE, "10 ng", "100 ng");
        folder.on("2026-11-03").run("sync").exits(0);
        folder
    }

    pub(crate) fn root(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// A later day, for all commands to come.
    pub(crate) fn on(&self, day: &str) -> Runner<'_> {
        Runner { folder: self, day: day.to_owned() }
    }

    /// Runs `yakugo` with these words.
    pub(crate) fn run(&self, words: &str) -> Ran {
        self.run_args(&words.split_whitespace().collect::<Vec<_>>())
    }

    pub(crate) fn run_args(&self, args: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yakugo"));
        command.args(["--now", &self.day]).args(args);
        self.spawn(command)
    }

    pub(crate) fn spawn(&self, mut command: Command) -> Ran {
        let output = command.current_dir(self.root()).stdin(Stdio::null()).output().unwrap();
        ran(&output)
    }

    /// Runs `yakugo review` with more words, these answers on its standard input, and this shell script as the editor:
    /// `$1` is the file that is opened.
    pub(crate) fn review(&self, words: &str, answers: &[&str], editor: &str) -> Ran {
        let script = tempfile::NamedTempFile::new().unwrap().into_temp_path();
        fs::write(&script, editor).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_yakugo"));
        command.args(["--now", &self.day, "review"]).args(words.split_whitespace()).current_dir(self.root());
        command.env_remove("VISUAL").env("EDITOR", format!("sh '{}'", script.display()));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let lines: String = answers.iter().map(|answer| format!("{answer}\n")).collect();
        // A review that ends before its answers do has closed the pipe.
        let _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
        ran(&child.wait_with_output().unwrap())
    }

    /// Real git, with nothing of this machine's configuration.
    pub(crate) fn git(&self, words: &str) -> Ran {
        self.spawn(Self::git_command(words))
    }

    /// The same as a command, for whoever has to set the day.
    pub(crate) fn git_command(words: &str) -> Command {
        let mut command = Command::new("git");
        let settings = [
            "user.name=Tester",
            "user.email=tester@example.org",
            "init.defaultBranch=main",
            "commit.gpgsign=false",
        ];
        command.args(settings.iter().flat_map(|setting| ["-c", setting]));
        command.args(words.split_whitespace());
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        command
    }

    /// Commits everything.
    #[track_caller]
    pub(crate) fn commit(&self, message: &str) {
        self.git("add -A").exits(0);
        self.git(&format!("commit -q -m {message}")).exits(0);
    }

    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    /// Replaces what must stand exactly once in the file.
    #[track_caller]
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(from).count(), 1, "{from:?} in {path}:\n{text}");
        self.write(path, text.replacen(from, to, 1));
    }

    /// Removes the lines of a file that contain some text, as a translator deletes a note.
    #[track_caller]
    pub(crate) fn delete_lines(&self, path: &str, with: &str) {
        let text = self.read(path);
        let kept: String = text.split_inclusive('\n').filter(|line| !line.contains(with)).collect();
        assert_ne!(kept, text, "no line of {path} has {with:?}");
        self.write(path, kept);
    }

    /// Every file below the folder except git's, with its bytes.
    pub(crate) fn files(&self) -> BTreeMap<String, Bytes> {
        walk(self.root()).into_iter().map(|(name, path)| (name, Bytes(fs::read(path).unwrap()))).collect()
    }

    /// When every file was last written.
    pub(crate) fn times(&self) -> BTreeMap<String, SystemTime> {
        walk(self.root())
            .into_iter()
            .map(|(name, path)| (name, fs::metadata(path).unwrap().modified().unwrap()))
            .collect()
    }

    /// Another folder with the same files.
    pub(crate) fn copy(&self) -> Self {
        Self { day: self.day.clone(), ..Self::of(self.root()) }
    }

    #[track_caller]
    pub(crate) fn json(&self, words: &str) -> Value {
        let ran = self.run(words);
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}\n{}\n{}", ran.out, ran.err))
    }

    /// How the units of a locale stand, as `status --format json` has it: `2 fresh, 1 stale`.
    #[track_caller]
    pub(crate) fn states(&self, locale: &str) -> String {
        let status = self.json("status --format json");
        let counts = &status["locales"][locale];
        let count = |name: &str| counts[name].as_u64().unwrap();
        let names = ["missing", "unrecorded", "stale", "fresh"];
        assert_eq!(count("units"), names.iter().map(|name| count(name)).sum::<u64>(), "{counts}");
        let all = names.into_iter().chain(["draft", "reviewed"]);
        let some = all.filter(|name| count(name) > 0).map(|name| format!("{} {name}", count(name)));
        some.collect::<Vec<_>>().join(", ")
    }

    /// Why a unit needs somebody: `missing`, `stale (meaning)` …; `fresh` if it needs nobody.
    #[track_caller]
    pub(crate) fn state(&self, id: &str) -> String {
        let todo = self.run("status --todo").exits(0).out;
        let of_id = todo.lines().find(|line| line.contains(&format!(": {id} ")));
        of_id.map_or_else(|| "fresh".to_owned(), |line| line.split(": ").nth(1).unwrap().to_owned())
    }

    /// The fields of a ledger's record: id, source, shown, target, state, by, date, note.
    pub(crate) fn record(&self, ledger: &str, id: &str) -> Option<Vec<String>> {
        let text = self.read(ledger);
        let line = text.lines().find(|line| line.split('\t').next() == Some(id))?;
        let mut fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
        fields.resize(fields.len().max(8), String::new());
        Some(fields)
    }

    /// Findings of `check` as `rule severity`, for one rule or all.
    pub(crate) fn findings(&self, rule: &str) -> Vec<Value> {
        let report = self.json("check --format json");
        let all = report["findings"].as_array().unwrap().iter();
        all.filter(|finding| rule.is_empty() || finding["rule"] == rule).cloned().collect()
    }

    /// The only finding of a rule.
    #[track_caller]
    pub(crate) fn finding(&self, rule: &str) -> Value {
        let found = self.findings(rule);
        assert_eq!(found.len(), 1, "{:#?}", self.findings(""));
        found.into_iter().next().unwrap()
    }

    /// A run that has nothing to do: no byte, no time of a file changes.
    #[track_caller]
    pub(crate) fn is_settled(&self) {
        let before = (self.files(), self.times());
        let ran = self.run("sync");
        assert_ne!(ran.code, 2, "{}", ran.err);
        let after = self.files();
        for (name, bytes) in &after {
            assert_eq!(before.0.get(name), Some(bytes), "sync wrote {name} again");
        }
        assert_eq!(self.times(), before.1);
        self.run("sync --check").exits(0);
    }
}

/// The bytes of a file, shown as text where a story fails.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Bytes(pub(crate) Vec<u8>);

impl std::fmt::Debug for Bytes {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "\n{}", String::from_utf8_lossy(&self.0))
    }
}

/// The folder on another day.
pub(crate) struct Runner<'a> {
    folder: &'a Folder,
    day: String,
}

impl Runner<'_> {
    pub(crate) fn run(&self, words: &str) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yakugo"));
        command.args(["--now", &self.day]).args(words.split_whitespace());
        self.folder.spawn(command)
    }
}

/// The fingerprint that files show for a text.
pub(crate) fn print(text: &str) -> String {
    Fingerprint::of(text).to_string()
}

fn ran(output: &Output) -> Ran {
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

fn walk(root: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_symlink() || entry.file_name() == ".git" {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), path));
            }
        }
    }
    found
}
