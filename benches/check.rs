//! How long `yakugo check` takes with all rules: a project of hand-written Fluent, 100,000 messages in ten locales, made
//! from a fixed seed, and one of a tenth of that beside it. Prints a table.
//!
//! `cargo bench --bench check`; a number behind `--` is another count of messages, and `-- --compare-locales` runs
//! Mozilla's checker of Fluent files on the same project (`YAKUGO_PYTHON` names an interpreter that has the packages of
//! tests/python/requirements.txt).

#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark")]
#![allow(clippy::disallowed_methods, reason = "it plays the people who use an editor")]

#[path = "../tests/common/corpus.rs"]
#[allow(dead_code, reason = "only its generator of numbers is used")]
mod corpus;
#[path = "check/texts.rs"]
mod texts;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use corpus::Seed;
use texts::{Language, SOURCE, TARGETS};

const MESSAGES: usize = 100_000;
/// In one file.
const OF_FILE: usize = 250;
const THREADS: &str = "2";
/// One translation in so many has a wrong number.
const WRONG: usize = 500;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let messages = args.iter().find_map(|arg| arg.parse().ok()).unwrap_or(MESSAGES);
    let compares = args.iter().any(|arg| arg == "--compare-locales");
    println!("{THREADS} threads, {} locales\n", TARGETS.len());
    println!("| messages | MB | what | seconds | of processor | MB of memory | exit |");
    println!("|--:|--:|---|--:|--:|--:|--:|");
    for count in [messages / 10, messages] {
        let folder = tempfile::tempdir().unwrap();
        let bytes = make(folder.path(), count);
        let row = |what: &str, command: Command| {
            let Ran { seconds, processor, memory, code } = run(folder.path(), command);
            println!(
                "| {count} | {} | {what} | {seconds:.2} | {processor:.2} | {memory} | {code} |",
                bytes / 1_000_000
            );
        };
        row("adopt", yakugo("adopt"));
        row("check", yakugo("check"));
        let file = folder.path().join("l10n/de/0.ftl");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text.replacen("Fläschchen", "Ampullen", 1)).unwrap();
        row("check, one file changed", yakugo("check"));
        if compares {
            row("compare-locales", compare_locales());
        }
    }
}

fn yakugo(word: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yakugo"));
    command.args(["--now", "2026-11-01", word]);
    if word == "check" {
        command.args(["--format", "concise"]);
    }
    command.env("RAYON_NUM_THREADS", THREADS);
    command
}

fn compare_locales() -> Command {
    let python = std::env::var_os("YAKUGO_PYTHON").expect("YAKUGO_PYTHON names no interpreter");
    let mut command = Command::new(python);
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/python/compare_locales_json.py"));
    command.args(TARGETS.iter().map(|language| language.locale));
    command
}

struct Ran {
    seconds: f64,
    /// Seconds of all cores together.
    processor: f64,
    /// The most megabytes at one time.
    memory: u64,
    code: i32,
}

/// Runs a command, and asks the system about it until it ends.
fn run(folder: &Path, mut command: Command) -> Ran {
    let start = Instant::now();
    let mut child = command.current_dir(folder).stdout(Stdio::null()).spawn().unwrap();
    let about = format!("/proc/{}", child.id());
    let (mut processor, mut memory) = (0.0, 0);
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            let seconds = start.elapsed().as_secs_f64();
            return Ran { seconds, processor, memory, code: status.code().unwrap_or(-1) };
        }
        let read = |file: &str| fs::read_to_string(format!("{about}/{file}")).unwrap_or_default();
        memory = memory.max(peak(&read("status")).unwrap_or_default());
        processor = ticks(&read("stat")).map_or(processor, |ticks| ticks / 100.0);
        thread::sleep(Duration::from_millis(5));
    }
}

/// The most memory so far in `/proc/PID/status`, in MB.
fn peak(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? / 1000)
}

/// Hundredths of seconds in user and system mode, in `/proc/PID/stat`.
fn ticks(stat: &str) -> Option<f64> {
    let (_, fields) = stat.rsplit_once(") ")?;
    let fields = fields.split(' ').skip(11).take(2);
    Some(fields.filter_map(|field| field.parse::<f64>().ok()).sum())
}

/// Writes the project; gives the bytes of its Fluent files.
fn make(folder: &Path, messages: usize) -> usize {
    let quoted: Vec<String> = TARGETS.iter().map(|language| format!("\"{}\"", language.locale)).collect();
    let config = format!(
        "source = \"en\"\ntargets = [{}]\npaths = \"l10n/{{locale}}/{{document}}.ftl\"\nglossary = [\"glossary.csv\"]\n\
         documents = [{{ path = \"ui/*.ftl\", kind = \"fluent\" }}]\n",
        quoted.join(", ")
    );
    write(folder, "yakugo.toml", &config);
    let l10n = format!(
        "basepath = \".\"\nlocales = [{}]\n[[paths]]\nreference = \"ui/**/*.ftl\"\nl10n = \
         \"{{l10n_base}}/{{locale}}/**/*.ftl\"\n",
        quoted.join(", ")
    );
    write(folder, "l10n.toml", &l10n);
    let languages = || std::iter::once(&SOURCE).chain(&TARGETS);
    let terms =
        languages().map(|language| format!("exosome,{},{},preferred\n", language.locale, language.exosome));
    write(folder, "glossary.csv", &format!("concept,locale,term,status\n{}", terms.collect::<String>()));
    let mut bytes = 0;
    for (place, language) in languages().enumerate() {
        // Every language draws the same numbers.
        let (mut seed, mut wrong) = (Seed::new(42), Seed::new(place as u64));
        for (file, first) in (0..messages).step_by(OF_FILE).enumerate() {
            let mut text = if file == 0 { "-brand = Yakugo\n".to_owned() } else { String::new() };
            for number in first..messages.min(first + OF_FILE) {
                let value = 2 + seed.below(9_000);
                let is_wrong = language.locale != SOURCE.locale && wrong.below(WRONG) == 0;
                text.push_str(&message(language, number, seed.below(10), value + usize::from(is_wrong)));
            }
            bytes += text.len();
            let path = match language.locale {
                locale if locale == SOURCE.locale => format!("ui/{file}.ftl"),
                locale => format!("l10n/{locale}/{file}.ftl"),
            };
            write(folder, &path, &text);
        }
    }
    bytes
}

fn message(language: &Language, number: usize, shape: usize, value: usize) -> String {
    let value = value.to_string();
    let sentence = language.sentences.get(shape).map(|sentence| sentence.replace('#', &value));
    let text = sentence.unwrap_or_else(|| {
        let variants = language.counted.iter().map(|(category, text)| {
            let default = if *category == "other" { '*' } else { ' ' };
            format!("   {default}[{category}] {}\n", text.replace('#', &value))
        });
        format!("{{ $count ->\n{}}}", variants.collect::<String>())
    });
    format!("message-{number} = {text}\n")
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
