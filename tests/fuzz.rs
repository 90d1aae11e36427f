//! The inputs that fuzzing found worth keeping, and those that once broke a reader: they hold today.
//! How they were found: [`fuzz/README.md`](../fuzz/README.md).

#![allow(clippy::disallowed_methods, reason = "a suite over saved inputs reads them")]

use std::path::Path;

mod laws;
#[path = "../fuzz/targets.rs"]
mod targets;

#[test]
fn saved_inputs_hold_the_laws() {
    for (name, target) in targets::TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
        let inputs =
            std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut paths: Vec<_> = inputs.map(|entry| entry.expect("a folder can be read").path()).collect();
        paths.sort();
        assert!(!paths.is_empty(), "{name} has no saved inputs");
        for path in paths {
            let bytes = std::fs::read(&path).expect("a saved input can be read");
            if let Ok(input) = std::str::from_utf8(&bytes) {
                target(input);
            }
        }
    }
}
