//! Every form of a report: on one set of findings in difficult texts, against the schemas of the programs that read
//! them, and with more findings than anybody shows.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads files and may fail")]

use boon::{Compiler, Schemas};
use quick_xml::events::Event;
use serde_json::{Value, json};
use snapbox::{assert_data_eq, file};
use yakugo::check;
use yakugo::finding::{Edit, Finding, Fix, Place, Severity};
use yakugo::report::{self, Texts};
use yakugo::text::{Span, columns};

/// A byte order mark, Windows line ends, tabs, an emoji of several characters, a path that no format takes as it is.
const ODD: (&str, &str) = (
    "locales/en/a & b, 100%.ftl",
    "\u{FEFF}first = 10 mg\r\nsecond =\t\t👩\u{200D}⚕️ 20 mg\r\n    and a second line\r\n",
);
/// Full width, and a line that no terminal shows whole.
const WIDE: (&str, &str) = (
    "articles/量.md",
    "# 量\n\n細胞の培養上清は、細胞が培養液の中に分泌した多くの因子を含む液体であり、その濃度は10 ng/mLから１００ ng/mLまで、細胞の種類や培養の条件によって大きく変わることが知られています。\n",
);
/// Written from right to left, with an override that would turn a whole terminal around.
const ARABIC: (&str, &str) = ("locales/ar/dose.ftl", "dose = الجرعة (10 ng/mL) \u{202E}مرتين\n");

fn texts() -> Texts<'static> {
    let mut texts = Texts::default().in_folder("docs/user manual");
    [ODD, WIDE, ARABIC].into_iter().for_each(|(path, text)| texts.add(path, text));
    texts
}

/// The first place of `about` in a text.
fn place((path, text): (&str, &str), about: &str) -> Place {
    let start = text.find(about).unwrap();
    Place { path: path.to_owned(), span: Span::new(start, start + about.len()) }
}

fn finding(rule: &str, severity: Severity, place: Place, message: &str) -> Finding {
    let rule = check::rules().into_iter().find(|known| known.name == rule).unwrap();
    let mut finding = Finding::new(&rule, place.span, message).at(place.path);
    finding.severity = severity;
    finding
}

/// One finding of every kind of trouble.
fn findings() -> Vec<Finding> {
    let edit = |(path, text): (&str, &str), about: &str, new: &str| Edit {
        span: place((path, text), about).span,
        text: new.to_owned(),
    };
    let mut stale =
        finding("stale", Severity::Error, place(ODD, "20 mg"), "10 → 100: write `100 mg` <b>now</b>");
    stale.source = Some(place(WIDE, "１００ ng/mL"));
    let twice = finding(
        "term-missing",
        Severity::Warning,
        place(ARABIC, "(10 ng/mL)"),
        "a | b \"c\" ]]> {\"{\"} % ::",
    );
    vec![
        finding("missing", Severity::Note, place(ODD, "first"), "not translated yet").unit("first"),
        stale.unit("second").in_locale("en").in_document("dose"),
        finding(
            "syntax",
            Severity::Error,
            place(ODD, "second =\t\t👩\u{200D}⚕️ 20 mg\r\n    and"),
            "two\nlines \u{1b}[31m",
        ),
        finding("term-forbidden", Severity::Warning, place(WIDE, "１００ ng/mL"), "一行の長い文です。"),
        twice.clone(),
        twice,
        finding("invisible-character", Severity::Warning, place(ARABIC, "\u{202E}"), "take it away")
            .fix(Fix { safe: true, edits: vec![edit(ARABIC, "\u{202E}", "")] })
            .fix(Fix { safe: false, edits: vec![edit(ARABIC, "dose", "d")] })
            .fix(Fix { safe: true, edits: vec![edit(ARABIC, "dose", "d"), edit(ARABIC, "10", "1")] }),
        finding(
            "gate",
            Severity::Error,
            Place { path: "yakugo.toml".to_owned(), span: Span::default() },
            "nobody knows this text",
        ),
    ]
}

/// So many findings on one line, most of them notes, the gravest last.
fn crowd(count: usize) -> (String, Vec<Finding>) {
    let text = "量".repeat(count);
    let findings = (0..count).map(|number| {
        let start = number * "量".len();
        let place = Place { path: "one-line.md".to_owned(), span: Span::new(start, start + "量".len()) };
        let severity = if number + 1 == count { Severity::Error } else { Severity::Note };
        finding("stale", severity, place, &format!("number {number}"))
    });
    (text.clone(), findings.collect())
}

/// The text form without its colours.
fn plain(findings: &[Finding], texts: &Texts<'_>, width: usize) -> String {
    anstream::adapter::strip_str(&report::text(findings, texts, width)).to_string()
}

/// The SARIF form without the texts of the rules, which `docs/rules.md` keeps. The whole is left for its judge, a step of
/// `.ci/run`.
fn sarif(findings: &[Finding], texts: &Texts<'_>) -> String {
    let report = report::sarif(findings, texts);
    std::fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/difficult.sarif"), &report).unwrap();
    let mut report: Value = serde_json::from_str(&report).unwrap();
    for rule in report.pointer_mut("/runs/0/tool/driver/rules").unwrap().as_array_mut().unwrap() {
        let name = rule["id"].as_str().unwrap();
        let known = check::rules().into_iter().find(|known| known.name == name).unwrap();
        assert_eq!(rule["shortDescription"]["text"], known.summary());
        assert_eq!(rule["help"]["text"], known.paragraphs().join("\n\n"));
        assert!(rule["properties"]["tags"].as_array().unwrap().len() <= 10);
        *rule = json!({ "id": name });
    }
    format!("{report:#}\n")
}

/// `SNAPSHOTS=overwrite cargo test --test reports` writes them anew; look at each before you commit it.
#[test]
fn every_form_of_the_same_findings() {
    let (findings, texts) = (findings(), texts());
    assert_data_eq!(plain(&findings, &texts, 100), file!["reports/wide.txt"].raw());
    assert_data_eq!(plain(&findings, &texts, 40), file!["reports/narrow.txt"].raw());
    assert_data_eq!(report::concise(&findings, &texts), file!["reports/concise.txt"].raw());
    assert_data_eq!(report::json(&findings, &texts), file!["reports/json.json"].raw());
    assert_data_eq!(report::jsonl(&findings, &texts), file!["reports/jsonl.jsonl"].raw());
    assert_data_eq!(report::github(&findings, &texts), file!["reports/github.txt"].raw());
    assert_data_eq!(report::gitlab(&findings, &texts), file!["reports/gitlab.json"].raw());
    assert_data_eq!(sarif(&findings, &texts), file!["reports/sarif.sarif"].raw());
    assert_data_eq!(report::junit(&findings, &texts, Severity::Warning), file!["reports/junit.xml"].raw());
    assert_data_eq!(report::rdjson(&findings, &texts), file!["reports/rdjson.json"].raw());
    assert_data_eq!(report::markdown(&findings, &texts), file!["reports/markdown.md"].raw());
}

#[track_caller]
fn fits(schema: &Value, text: &str) {
    let value: Value = serde_json::from_str(text).unwrap();
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("schema.json", schema.clone()).unwrap();
    let schema = compiler.compile("schema.json", &mut schemas).unwrap();
    if let Err(error) = schemas.validate(&value, schema) {
        panic!("{error:#}\n{text}");
    }
}

/// As GitLab's documentation has it: what must be there, five severities, paths that begin with neither `./` nor `/`.
#[test]
fn gitlab_reads_its_report() {
    let schema = json!({ "type": "array", "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": { "type": "string", "minLength": 1 },
            "check_name": { "type": "string", "minLength": 1 },
            "fingerprint": { "type": "string", "minLength": 1 },
            "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": { "type": "string", "pattern": "^[^./]" },
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": { "begin": { "type": "integer", "minimum": 1 } },
                    },
                },
            },
        },
    } });
    let report = report::gitlab(&findings(), &texts());
    fits(&schema, &report);
    let issues: Vec<Value> = serde_json::from_str(&report).unwrap();
    let prints: std::collections::BTreeSet<&str> =
        issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), issues.len(), "GitLab shows one of two with the same fingerprint");
    assert_eq!(report::gitlab(&[], &texts()), "[]\n");
}

/// A line more above a finding makes no new finding of it.
#[test]
fn a_fingerprint_knows_no_line() {
    let of = |text: &'static str| {
        let mut texts = Texts::default();
        texts.add("a.ftl", text);
        let findings = [finding("stale", Severity::Error, place(("a.ftl", text), "10 mg"), "changed")];
        let prints = |report: String, pointer: &str| {
            serde_json::from_str::<Value>(&report).unwrap().pointer(pointer).unwrap().clone()
        };
        let sarif = "/runs/0/results/0/partialFingerprints/primaryLocationLineHash";
        (
            prints(report::gitlab(&findings, &texts), "/0/fingerprint"),
            prints(report::sarif(&findings, &texts), sarif),
        )
    };
    assert_eq!(of("dose = 10 mg\n"), of("# a line\n\ndose = 10 mg\n"));
}

/// As `reviewdog.proto` has it, in the names of its JSON form; columns count bytes.
#[test]
fn reviewdog_reads_its_report() {
    let position = json!({
        "type": "object",
        "required": ["line", "column"],
        "properties": {
            "line": { "type": "integer", "minimum": 1 },
            "column": { "type": "integer", "minimum": 1 },
        },
        "additionalProperties": false,
    });
    let range = json!({
        "type": "object",
        "required": ["start"],
        "properties": { "start": position, "end": position },
        "additionalProperties": false,
    });
    let named = |name: &str| {
        json!({
            "type": "object",
            "required": [name],
            "properties": { name: { "type": "string" }, "url": { "type": "string" } },
            "additionalProperties": false,
        })
    };
    let schema = json!({
        "type": "object",
        "required": ["diagnostics"],
        "properties": {
            "source": named("name"),
            "severity": { "enum": ["ERROR", "WARNING", "INFO"] },
            "diagnostics": { "type": "array", "items": {
                "type": "object",
                "required": ["message", "location"],
                "properties": {
                    "message": { "type": "string" },
                    "severity": { "enum": ["ERROR", "WARNING", "INFO"] },
                    "code": named("value"),
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "properties": { "path": { "type": "string" }, "range": range },
                        "additionalProperties": false,
                    },
                    "suggestions": { "type": "array", "items": {
                        "type": "object",
                        "required": ["range", "text"],
                        "properties": { "range": range, "text": { "type": "string" } },
                        "additionalProperties": false,
                    } },
                },
                "additionalProperties": false,
            } },
        },
        "additionalProperties": false,
    });
    let report = report::rdjson(&findings(), &texts());
    fits(&schema, &report);
    let report: Value = serde_json::from_str(&report).unwrap();
    let at = |pointer: &str| report.pointer(pointer).unwrap();
    // After the three bytes of a byte order mark; after two tabs, an emoji of 13 bytes and a blank.
    assert_eq!(at("/diagnostics/0/location/range/start"), &json!({ "line": 1, "column": 4 }));
    assert_eq!(at("/diagnostics/1/location/range/start"), &json!({ "line": 2, "column": 25 }));
    // One fix is safe and whole in one edit.
    assert_eq!(at("/diagnostics/6/suggestions").as_array().unwrap().len(), 1);
}

/// Elements of a `JUnit` report with the elements they may stand in, the attributes they must and those they may have.
type Element = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);
const JUNIT: &[Element] = &[
    ("testsuites", "", &["name", "tests", "failures", "errors"], &[]),
    ("testsuite", "testsuites", &["name", "tests", "failures", "errors"], &[]),
    ("testcase", "testsuite", &["classname", "name"], &["file", "line"]),
    ("failure", "testcase", &["type", "message"], &[]),
    ("system-out", "testcase", &[], &[]),
];

/// Reads a `JUnit` report as that table has it; gives back how many test cases and failures it has.
fn junit(report: &str) -> (usize, usize) {
    let mut reader = quick_xml::Reader::from_str(report);
    reader.config_mut().expand_empty_elements = true;
    let (mut open, mut cases, mut failures) = (vec![String::new()], 0, 0);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let name = start.name().as_ref().to_owned();
                let (_, parent, must, may) =
                    JUNIT.iter().find(|known| known.0 == name).unwrap_or_else(|| panic!("<{name}>"));
                assert_eq!(open.last().unwrap(), parent, "where <{name}> stands");
                let mut attributes = Vec::new();
                for attribute in start.attributes() {
                    let attribute = attribute.unwrap();
                    attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap();
                    attributes.push(attribute.key.as_ref().to_owned());
                }
                assert!(
                    must.iter().all(|must| attributes.iter().any(|has| has == must)),
                    "{name} {attributes:?}"
                );
                assert!(
                    attributes.iter().all(|has| must.iter().chain(*may).any(|known| known == has)),
                    "{name} {attributes:?}"
                );
                cases += usize::from(name == "testcase");
                failures += usize::from(name == "failure");
                open.push(name);
            }
            Event::End(_) => drop(open.pop()),
            Event::Eof => return (cases, failures),
            _ => {}
        }
    }
}

#[test]
fn junit_is_what_its_readers_know() {
    let (findings, texts) = (findings(), texts());
    for (bar, failures) in [(Severity::Error, 3), (Severity::Warning, 7), (Severity::Note, 8)] {
        let report = report::junit(&findings, &texts, bar);
        assert_eq!(junit(&report), (8, failures));
        assert!(report.contains(&format!("<testsuites name=\"yakugo\" tests=\"8\" failures=\"{failures}\"")));
        // XML 1.0 has no such characters, not even escaped.
        assert!(!report.contains('\u{1b}') && report.contains("two&#10;lines \u{FFFD}[31m"), "{report}");
    }
    assert_eq!(junit(&report::junit(&[], &texts, Severity::Error)), (1, 0));
}

#[test]
fn github_shows_the_gravest_and_says_how_many_more() {
    let (text, mut findings) = crowd(3_000);
    findings.iter_mut().skip(100).take(30).for_each(|finding| finding.severity = Severity::Warning);
    let mut texts = Texts::default();
    texts.add("one-line.md", &text);
    let report = report::github(&findings, &texts);
    let starting = |start: &str| report.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!((starting("::error "), starting("::warning "), starting("::notice ")), (1, 10, 10));
    assert!(report.starts_with("::error file=one-line.md,line=1,col=3000,"), "{report}");
    assert!(report.ends_with("::notice title=yakugo::and 2980 more: `yakugo check` shows all of them\n"));
}

#[test]
fn sarif_keeps_the_gravest_of_too_many() {
    let (text, findings) = crowd(5_003);
    let mut texts = Texts::default();
    texts.add("one-line.md", &text);
    let report: Value = serde_json::from_str(&report::sarif(&findings, &texts)).unwrap();
    let run = &report["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert_eq!((results.len(), &results[0]["level"]), (5_000, &json!("error")));
    assert_eq!(results[0]["locations"][0]["physicalLocation"]["region"]["startColumn"], 5_003);
    let said = &run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
    assert!(said.as_str().unwrap().starts_with("3 findings"), "{said}");
}

#[test]
fn a_summary_is_never_more_than_github_takes() {
    let (text, mut findings) = crowd(3_000);
    findings.iter_mut().for_each(|finding| finding.message = "長い".repeat(200));
    let mut texts = Texts::default();
    texts.add("one-line.md", &text);
    let report = report::markdown(&findings, &texts);
    assert!(report.len() < 1024 * 1024 && report.contains(" more: `yakugo check` shows all of them"));
    assert!(report.lines().nth(4).unwrap().starts_with("| ❌ error"));
}

/// Each finding with the part of the line around it, however long the line is.
#[test]
fn text_shows_thousands_of_findings_on_one_line() {
    let (text, findings) = crowd(2_000);
    let mut texts = Texts::default();
    texts.add("one-line.md", &text);
    let report = plain(&findings, &texts, 80);
    assert_eq!(report.lines().filter(|line| line.starts_with("1 |")).count(), 2_000);
    assert!(report.lines().all(|line| columns(line) <= 80));
    assert!(report.contains("--> one-line.md:1:1999\n"));
}

/// What is marked may itself be longer than any terminal is wide.
#[test]
fn text_is_never_wider_than_the_terminal() {
    let lines = [
        "濃度は10 mg、".repeat(60),
        "10 mg a day, ".repeat(60),
        "الجرعة 10 mg، ".repeat(60),
        "\t👩 \t".repeat(60),
    ];
    for line in &lines {
        let mut texts = Texts::default();
        texts.add("a.md", line);
        let middle = line.char_indices().nth(line.chars().count() / 2).unwrap().0;
        for (start, end) in [(0, line.len()), (0, middle), (middle, line.len()), (middle, middle)] {
            let place = Place { path: "a.md".to_owned(), span: Span::new(start, end) };
            let report = plain(&[finding("stale", Severity::Error, place, "it changed")], &texts, 50);
            let shown: Vec<&str> = report.lines().filter(|line| line.contains('|')).collect();
            assert_eq!(shown.len(), 3, "{report}");
            assert!(shown.iter().all(|line| columns(line) <= 50), "{report}");
            assert!(shown[1].contains("..."), "what is cut is seen to be cut: {report}");
        }
    }
}
