//! What every command on a project begins with: the project opened, read and planned.

use std::time::SystemTime;

use crate::carry::Classifier;
use crate::catalog::{
    self, Answers, Date, DocumentFiles, DocumentPlan, EarlierPlans, FileText, PageOptions, Settings,
    TargetPlan, TermFile, Write,
};
use crate::check::{self, Levels, Standard, State, allow};
use crate::cli::since::Earlier;
use crate::cli::{Cli, report};
use crate::finding::Finding;
use crate::glossary::{Glossary, Matcher};
use crate::project::{Base, Error, FILE_NAME, Lock, Project, read_glossary};
use crate::report::Texts;
use crate::text::Sentences;

/// What is said while another run holds the project.
pub(crate) const WAITING: &str = "another yakugo is writing to this project; waiting for it to finish";

/// A project, its files as they are, and the plan for them.
pub(crate) struct Session {
    pub(crate) project: Project,
    pub(crate) files: Vec<DocumentFiles>,
    pub(crate) plans: Vec<DocumentPlan>,
    pub(crate) glossary_files: Vec<FileText>,
    /// What is odd about the glossary files.
    pub(crate) glossary_findings: Vec<Finding>,
    pub(crate) glossary: Glossary,
    /// What the plans were made with besides the files.
    answers: Answers,
    /// The files of terms that there are.
    pub(crate) term_files: Vec<TermFile>,
    today: Date,
    lock: Option<Lock>,
}

impl Session {
    /// For commands that only look.
    pub(crate) fn open(cli: &Cli) -> Result<Self, Error> {
        Self::new(cli, false)
    }

    /// The project as it stands in git's index, to be looked at.
    pub(crate) fn open_staged(cli: &Cli) -> Result<Self, Error> {
        Self::of(Project::open_staged(&cli.project)?, today(cli.now)?, None)
    }

    /// For commands that write: other runs on the project wait.
    pub(crate) fn open_to_write(cli: &Cli) -> Result<Self, Error> {
        Self::new(cli, true)
    }

    /// The project as it was in an earlier commit, to be compared.
    pub(crate) fn before(&self, base: &Base) -> Result<Self, Error> {
        Self::of(self.project.before(base)?, self.today, None)
    }

    fn new(cli: &Cli, writes: bool) -> Result<Self, Error> {
        let project = Project::open(&cli.project)?;
        let lock = if writes { Some(project.lock(|| report(WAITING))?) } else { None };
        Self::of(project, today(cli.now)?, lock)
    }

    fn of(project: Project, today: Date, lock: Option<Lock>) -> Result<Self, Error> {
        let glossary_files = project.glossary_files()?;
        let (glossary, glossary_findings) = read_glossary(&glossary_files);
        let files = project.read()?;
        let mut term_files = project.term_files()?;
        term_files.retain(TermFile::is_made);
        let mut session = Self {
            project,
            files,
            plans: Vec::new(),
            glossary_files,
            glossary_findings,
            glossary,
            answers: Answers::default(),
            term_files,
            today,
            lock,
        };
        session.plan(Answers::default());
        Ok(session)
    }

    /// Reads the project again, and plans what files that changed meanwhile may decide.
    pub(crate) fn catch_up(&mut self, cli: &Cli) -> Result<(), Error> {
        let project = Project::open(&cli.project)?;
        let today = today(cli.now)?;
        let glossary_files = project.glossary_files()?;
        if !project.is_configured_as(&self.project)
            || glossary_files != self.glossary_files
            || today != self.today
        {
            *self = Self::of(project, today, self.lock.take())?;
            return Ok(());
        }
        let files = project.read()?;
        self.project = project;
        if files != self.files || !self.answers.is_empty() {
            let before = std::mem::replace(&mut self.files, files);
            self.plan_after(Some(&before), Answers::default());
        }
        Ok(())
    }

    /// Plans anew, with the answers that a command was given and whatever it did to the texts.
    pub(crate) fn plan(&mut self, answers: Answers) {
        self.plans.clear();
        self.plan_after(None, answers);
    }

    /// Plans with answers to the files as they were read: documents that nothing is said of keep their plans.
    pub(crate) fn answer(&mut self, answers: Answers) {
        self.plan_after(None, answers);
    }

    /// Plans, keeping of the plans so far what the files decide as they did `before`; without that, they are the same.
    fn plan_after(&mut self, before: Option<&[DocumentFiles]>, answers: Answers) {
        let earlier = EarlierPlans {
            files: before.unwrap_or(&self.files),
            plans: std::mem::take(&mut self.plans),
            answers: std::mem::take(&mut self.answers),
        };
        let settings = Settings {
            document: self.project.document_options(),
            source_locale: &self.project.config().source,
            today: self.today,
            glossary: &self.glossary,
            policy: self.project.config().policy(),
            answers: &answers,
        };
        self.plans = catalog::plan_again(&self.files, &settings, earlier);
        self.answers = answers;
    }

    /// What brings some documents up to date, in the order of writing: the source files, too, which belong to the same
    /// state as an answer.
    pub(crate) fn writes(&self, documents: &[usize]) -> Vec<Write> {
        let with = |document: &usize| self.plans[*document].together.iter().copied();
        let documents: Vec<usize> =
            documents.iter().flat_map(|document| with(document).chain([*document])).collect();
        let plans = self.plans.iter().enumerate().filter(|(document, _)| documents.contains(document));
        let mut writes: Vec<Write> = plans.flat_map(|(_, plan)| plan.all_writes()).cloned().collect();
        writes.sort_by_key(|write| write.stage);
        writes
    }

    /// The day.
    pub(crate) fn today(&self) -> Date {
        self.today
    }

    /// How the sentences of the documents are told apart.
    pub(crate) fn sentences(&self) -> Sentences {
        let config = self.project.config();
        Sentences::new(&config.source, &config.sentences.abbreviations)
    }

    /// What tells the kinds of change of the source texts.
    pub(crate) fn classifier(&self) -> Classifier<'_> {
        Classifier::new(&self.glossary, &self.project.config().source)
    }

    /// The terms of the locale of the documents.
    pub(crate) fn source_terms(&self) -> Matcher<'_> {
        Matcher::new(&self.glossary, &self.project.config().source)
    }

    /// The text of a translator's file; empty if there is none yet.
    pub(crate) fn target_text(&self, plan: &DocumentPlan, target: &TargetPlan) -> &str {
        let files = self.files.iter().find(|files| files.name == plan.name);
        let target = files.and_then(|files| files.targets.iter().find(|files| files.locale == target.locale));
        target.and_then(|target| target.ftl.text.as_deref()).unwrap_or_default()
    }

    /// What is said about files of documents that are gone.
    pub(crate) fn orphaned(&self) -> Result<Vec<Finding>, Error> {
        let mut orphans = self.project.orphans()?;
        // What `sync` renames or removes by itself needs nobody.
        for write in self.plans.iter().flat_map(DocumentPlan::all_writes) {
            let seen_to = write.from.as_ref().or_else(|| Some(&write.path).filter(|_| write.new.is_none()));
            orphans.retain(|path| Some(path) != seen_to);
        }
        Ok(orphans.iter().map(|path| catalog::orphaned(path)).collect())
    }

    /// Findings as the project wants them: without those that its files allow, with the severities of its configuration,
    /// in the order of files. An allowance that allows nothing is one if its rule was `looked_for`.
    pub(crate) fn judged(
        &self,
        findings: Vec<Finding>,
        levels: &Levels,
        looked_for: impl Fn(&str) -> bool,
    ) -> Vec<Finding> {
        let allowances = allow::in_project(&self.plans, &self.files, &self.glossary_files);
        let mut findings = levels.apply(allowances.apply(findings, looked_for), &self.plans);
        check::sort(&mut findings);
        findings
    }

    /// What is wrong with the translations, and with the words of their sources.
    pub(crate) fn translations(&self) -> Vec<Finding> {
        let (config, sentences) = (self.project.config(), self.sentences());
        let standard = Standard {
            source_locale: &config.source,
            glossary: &self.glossary,
            occurrences: config.check.occurrences,
            sentences: &sentences,
            term_files: &self.term_files,
        };
        check::translations(&self.plans, &self.files, &standard)
    }

    /// The gates that fail. Days are counted only if `today` is given.
    pub(crate) fn gates(&self, translations: &[Finding], today: Option<Date>) -> Vec<Finding> {
        self.project.config().gates.findings(&self.plans, translations, today, FILE_NAME)
    }

    /// What became more than it was, where that is gated, as the configuration judges it.
    pub(crate) fn ratchet(
        &self,
        findings: &[Finding],
        earlier: &Earlier,
        before: &[Finding],
    ) -> Vec<Finding> {
        let now = State { plans: &self.plans, findings };
        let before = State { plans: &earlier.session.plans, findings: before };
        let config = self.project.config();
        let failed = config.gates.ratchet(now, before, &earlier.name, FILE_NAME);
        config.levels().apply(failed, &self.plans)
    }

    /// The texts that findings point into.
    pub(crate) fn texts(&self, findings: &[Finding]) -> Texts<'_> {
        let mut texts = Texts::new(&self.files, findings).in_folder(self.project.folder_in_repository());
        texts.add(FILE_NAME, self.project.config_text());
        for file in &self.glossary_files {
            texts.add(&file.path, file.text.as_deref().unwrap_or_default());
        }
        texts
    }

    /// One document in one locale, as a page; nothing for hand-written Fluent sources.
    pub(crate) fn page(&self, document: usize, target: usize) -> Option<catalog::Page> {
        let (plan, files) = (&self.plans[document], &self.files[document]);
        let render = &self.project.config().render;
        let document = self.project.document_options();
        let target = &plan.targets[target];
        let refers = target.units.iter().any(|unit| unit.is_source);
        let terms = self.term_files.iter().find(|terms| refers && terms.locale == target.locale);
        let terms = terms.map(|terms| terms.resource(&self.glossary));
        let options = PageOptions {
            document: &document,
            marker: &render.marker,
            banners: &render.banner,
            terms: terms.as_ref(),
        };
        let text = files.document.text.as_deref().unwrap_or_default();
        catalog::render(plan, target, text, &options)
    }

    /// Refuses a locale that the project does not have.
    pub(crate) fn check_locale(&self, locale: Option<&str>) -> Result<(), Error> {
        let targets = &self.project.config().targets;
        match locale {
            Some(locale) if !targets.iter().any(|target| target == locale) => {
                let known = targets.join(", ");
                Err(Error::Usage(format!("the project has no target locale `{locale}`; it has {known}")))
            }
            _ => Ok(()),
        }
    }
}

/// The day: given, or of `SOURCE_DATE_EPOCH`, or of the clock.
fn today(given: Option<Date>) -> Result<Date, Error> {
    if let Some(day) = given {
        return Ok(day);
    }
    if let Ok(seconds) = std::env::var("SOURCE_DATE_EPOCH") {
        let message =
            || Error::Usage(format!("SOURCE_DATE_EPOCH is `{seconds}`: a number of seconds was expected"));
        return seconds.parse().map(Date::from_epoch).map_err(|_| message());
    }
    #[allow(clippy::disallowed_methods, reason = "time comes in here, and goes down as a value")]
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    Ok(Date::from_epoch(since.map(|since| since.as_secs()).unwrap_or_default()))
}
