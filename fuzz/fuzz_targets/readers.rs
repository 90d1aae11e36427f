//! Searches for an input that breaks the laws of the reader that `YAKUGO_TARGET` names.

#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/laws/mod.rs"]
mod laws;
#[path = "../targets.rs"]
mod targets;

fuzz_target!(|input: &str| {
    static TARGET: OnceLock<targets::Target> = OnceLock::new();
    TARGET.get_or_init(|| {
        let name = std::env::var("YAKUGO_TARGET").expect("YAKUGO_TARGET names a target of fuzz/targets.rs");
        targets::TARGETS.iter().find(|(other, _)| *other == name).expect("a name from fuzz/targets.rs").1
    })(input);
});
