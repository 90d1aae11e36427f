//! The layers of ARCHITECTURE.md, held: a module uses only those below it, and only `project/` and the faces touch
//! the world.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads files and may fail")]

use std::fs;
use std::path::{Path, PathBuf};

/// From the top down; a module may use any that comes after it.
const LAYERS: [&str; 11] = [
    "cli", "project", "report", "check", "catalog", "carry", "glossary", "fluent", "document", "finding",
    "text",
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The layer of a source file: the first folder below `src`.
fn layer_of(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root()).unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
    (inside.components().count() > 1).then(|| first.to_owned())
}

/// The modules that a text names after `crate::`, in `use` lines and elsewhere, with the line's number.
fn used(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        for part in line.split("crate::").skip(1) {
            let names = part.strip_prefix('{').map_or(part, |group| group.split('}').next().unwrap());
            let names = if part.starts_with('{') { names.split(',').collect() } else { vec![names] };
            for name in names {
                let name: String =
                    name.trim().chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                found.push((number + 1, name));
            }
        }
    }
    found
}

/// The part of a file that is compiled into the library: tests may look wherever they want.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap()
}

#[test]
fn no_arrow_goes_up() {
    let rank = |layer: &str| LAYERS.iter().position(|known| *known == layer);
    let mut wrong = Vec::new();
    for path in sources(&root()) {
        let Some(layer) = layer_of(&path) else { continue };
        let own = rank(&layer).unwrap_or_else(|| panic!("src/{layer} is no layer of ARCHITECTURE.md"));
        let text = fs::read_to_string(&path).unwrap();
        for (line, other) in used(without_tests(&text)) {
            if rank(&other).is_some_and(|other| other < own) {
                wrong.push(format!("{}:{line}: {layer} uses {other}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "a layer uses one above it:\n{}", wrong.join("\n"));
}

#[test]
fn only_project_and_the_faces_touch_the_world() {
    let world = ["std::fs", "std::env", "std::process", "SystemTime", "println!", "eprintln!", "std::net"];
    let mut wrong = Vec::new();
    for path in sources(&root()) {
        let layer = layer_of(&path);
        if matches!(layer.as_deref(), None | Some("cli" | "project")) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in without_tests(&text).lines().enumerate() {
            if !line.trim_start().starts_with("//") && world.iter().any(|word| line.contains(word)) {
                wrong.push(format!("{}:{}: {line}", path.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "I/O below project/:\n{}", wrong.join("\n"));
}

#[test]
fn git_is_asked_in_one_place() {
    let ask = |path: &PathBuf| fs::read_to_string(path).unwrap().contains("Command::new(\"git\")");
    let asking: Vec<PathBuf> = sources(&root()).into_iter().filter(ask).collect();
    assert_eq!(asking, [root().join("project/git.rs")]);
}

#[test]
fn files_stay_readable() {
    let mut wrong = Vec::new();
    for path in sources(&root()) {
        let text = fs::read_to_string(&path).unwrap();
        if text.lines().count() > 600 {
            wrong.push(format!("{}: over 600 lines", path.display()));
        }
        if !text.starts_with("//!") {
            wrong.push(format!("{}: no line that says what it is", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reader_of_use_lines_sees_groups() {
    let text = "use crate::text::Span;\nuse crate::{catalog, document};\n// use crate::cli;\nlet x = crate::carry::align();\n";
    let names: Vec<String> = used(text).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["text", "catalog", "document", "carry"]);
}
