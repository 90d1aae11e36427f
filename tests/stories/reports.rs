//! Reports in several forms, where they are written, and what CI systems are told to run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::folder::{ARTICLE, EN, Folder};

#[test]
fn one_run_gives_several_reports() {
    let folder = Folder::stale();
    let ran =
        folder.run("check --format concise --format sarif=out/all.sarif --format junit=junit.xml").exits(1);
    assert!(ran.out.starts_with(&format!("{EN}:4:1: error[stale] dose: ")), "{}", ran.out);
    let sarif: Value = serde_json::from_str(&folder.read("out/all.sarif")).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "stale");
    assert!(folder.read("junit.xml").contains("failures=\"1\""));
    // The exit code is that of the findings, wherever the reports go.
    let ran = folder.run("check --format gitlab=quality.json").exits(1);
    assert_eq!(ran.out, "");
    folder.run("check --format text=findings.txt --exit-zero").exits(0);
    assert!(folder.read("findings.txt").starts_with("error[stale] dose: "), "no colours in a file");
}

#[test]
fn a_report_that_cannot_be_written_leaves_no_other() {
    let folder = Folder::stale();
    folder.write("taken/file", "a folder with a file in it");
    let before = folder.files();
    for wrong in ["sarif=taken", "sarif=taken/file/all.sarif", "sarif=articles/dose.md", "sarif=yakugo.toml"]
    {
        let ran =
            folder.run(&format!("check --format json --format jsonl=all.jsonl --format {wrong}")).exits(2);
        assert_eq!(ran.out, "", "{wrong}");
        let named = wrong.trim_start_matches("sarif=").trim_end_matches("/all.sarif");
        assert!(ran.err.contains(named), "{wrong}: {}", ran.err);
        assert_eq!(folder.files(), before, "{wrong}");
    }
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let folder = Folder::stale();
    folder
        .run("check --format json --format text")
        .exits(2)
        .says("only one format can go to standard output");
    folder.run("check --format json=a --format text=a").exits(2).says("two formats cannot go to one file, a");
    folder
        .run("check --format yaml")
        .exits(2)
        .says("there is no format `yaml`; there are text, concise, json");
    folder.run("check --format json=").exits(2).says("no file stands behind `=`");
}

/// A hosting site knows a file by its path in the repository, a translator by its path in the project.
#[test]
fn a_project_in_a_folder_of_its_repository() {
    let stale = Folder::stale();
    let repository = Folder::new(&[]);
    for (name, bytes) in stale.files() {
        repository.write(&format!("docs/manual/{name}"), bytes.0);
    }
    repository.git("init -q").exits(0);
    let check = |form: &str| repository.run(&format!("-C docs/manual check --format {form}")).exits(1).out;
    for form in ["github", "gitlab", "sarif", "rdjson"] {
        assert!(check(form).contains(&format!("docs/manual/{EN}")), "{form}: {}", check(form));
    }
    let sarif: Value = serde_json::from_str(&check("sarif")).unwrap();
    let source = "/runs/0/results/0/relatedLocations/0/physicalLocation/artifactLocation/uri";
    assert_eq!(sarif.pointer(source).unwrap(), &format!("docs/manual/{ARTICLE}"));
    for form in ["text", "concise", "json", "junit", "markdown"] {
        assert!(check(form).contains(EN) && !check(form).contains("docs/manual"), "{form}: {}", check(form));
    }
}

#[test]
fn nothing_to_report_is_a_report_too() {
    let folder = Folder::translated();
    let check = |form: &str| folder.run(&format!("check --format {form}")).exits(0).out;
    assert_eq!((check("concise"), check("jsonl"), check("github")), Default::default());
    assert_eq!(check("gitlab"), "[]\n");
    assert_eq!(check("markdown"), "### yakugo: Nothing to report.\n");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let folder = Folder::stale();
    let mut command = Command::new(env!("CARGO_BIN_EXE_yakugo"));
    command.args(["check", "--format", "json"]).current_dir(folder.root());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(1), ""));
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The commands of yakugo in a file that people copy from, with what a CI system fills in.
fn commands(path: &str) -> Vec<String> {
    let text = fs::read_to_string(repository().join(path)).unwrap();
    let lines =
        text.lines().map(|line| line.trim_start().trim_start_matches("- ").trim_start_matches("entry: "));
    let commands =
        lines.filter(|line| ["yakugo check ", "yakugo status "].iter().any(|own| line.starts_with(own)));
    commands.map(|line| line.replace("$[[ inputs.args ]]", "--locked")).collect()
}

/// Runs a line of shell as CI does: with yakugo on the path, and GitHub's variables.
fn shell(folder: &Folder, line: &str) -> crate::folder::Ran {
    let binary = PathBuf::from(env!("CARGO_BIN_EXE_yakugo"));
    let path = std::env::join_paths(
        std::iter::once(binary.parent().unwrap().to_path_buf())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    );
    let mut command = Command::new("bash");
    command.args(["-euc", line]).env("PATH", path.unwrap());
    command.env("GITHUB_STEP_SUMMARY", folder.path("summary.md")).env("ARGS", "--locked --fail-on warning");
    folder.spawn(command)
}

#[test]
fn the_commands_for_ci_run() {
    let mut count = 0;
    for path in ["docs/ci.md", "action.yml", "templates/check.yml", ".pre-commit-hooks.yaml"] {
        let [folder, stale] = [Folder::translated(), Folder::stale()];
        for folder in [&folder, &stale] {
            folder.git("init -q").exits(0);
            folder.git("add -A").exits(0);
        }
        let commands = commands(path);
        assert!(!commands.is_empty(), "{path}");
        for command in &commands {
            let ran = shell(&folder, command);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{path}: {command}\n{}", ran.out);
        }
        count += commands.len();
        let checks = commands
            .iter()
            .filter(|line| !["status", "baseline", "exit-zero"].iter().any(|no| line.contains(no)));
        for command in checks {
            assert_eq!(shell(&stale, command).code, 1, "{path}: {command}");
        }
    }
    assert!(count >= 10, "{count}");
}

#[test]
fn the_action_shows_findings_beside_lines_and_in_the_summary() {
    let folder = Folder::stale();
    let command = commands("action.yml").remove(0);
    let ran = shell(&folder, &command).exits(1);
    assert!(ran.out.starts_with(&format!("::error file={EN},line=4,col=1,")), "{}", ran.out);
    assert!(folder.read("summary.md").contains("| ❌ error | stale |"));
}

/// The installer of the action against a release that is a folder.
#[cfg(unix)]
#[test]
fn the_action_installs_only_what_was_released() {
    let folder = Folder::new(&[("release/yakugo", "#!/bin/sh\necho released\n")]);
    let copy = |name: &str| fs::read(repository().join("action").join(name)).unwrap();
    folder.write("action/install.sh", copy("install.sh"));
    folder.write("action/release.sha256", copy("release.sha256"));
    let install = || {
        let releases = format!("file://{}", folder.path("releases").display());
        shell(&folder, &format!("RELEASES={releases} bash action/install.sh installed"))
    };
    // Archives for every machine on which this test may run.
    folder.write("pack.sh", "chmod +x release/yakugo; mkdir -p releases/v1.2.3; cd releases/v1.2.3
        for target in x86_64-unknown-linux-musl aarch64-unknown-linux-musl x86_64-apple-darwin aarch64-apple-darwin; do
          tar -czf yakugo-1.2.3-$target.tar.gz -C ../../release yakugo
        done
        if command -v sha256sum >/dev/null; then sha256sum *.tar.gz; else shasum -a 256 *.tar.gz; fi >> ../../action/release.sha256");
    install().exits(2).says("no release for");
    shell(&folder, "bash pack.sh").exits(0);
    install().exits(0);
    assert_eq!(shell(&folder, "installed/yakugo").out, "released\n");
    folder.remove("installed/yakugo");
    shell(&folder, "for archive in releases/v1.2.3/*; do echo >> $archive; done").exits(0);
    install().exits(2).says("its checksum is another one");
    assert!(!folder.has("installed/yakugo"));
}
