//! `yakugo.schema.json`: current, and of one opinion with the program about what is a configuration.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads files and may fail")]

use boon::{Compiler, Schemas};
use serde_json::Value;
use snapbox::{assert_data_eq, file};
use yakugo::check;
use yakugo::project::Config;

/// `SNAPSHOTS=overwrite cargo test --test schema` writes it anew.
#[test]
fn the_schema_is_current() {
    assert_data_eq!(Config::schema(), file!["../yakugo.schema.json"].raw());
}

/// Whether the schema takes a configuration.
fn fits(toml: &str) -> bool {
    let value: Value = toml::from_str(toml).unwrap();
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("yakugo.json", serde_json::from_str(&Config::schema()).unwrap()).unwrap();
    let schema = compiler.compile("yakugo.json", &mut schemas).unwrap();
    schemas.validate(&value, schema).is_ok()
}

#[test]
fn schema_and_program_agree() {
    let rules = check::rules();
    let names: Vec<&str> = rules.iter().map(|rule| rule.name).collect();
    let check = |toml: &str, expected: bool| {
        assert_eq!(fits(toml), expected, "the schema on {toml}");
        assert_eq!(Config::parse(toml, &names).is_ok(), expected, "the program on {toml}");
    };
    let own = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/yakugo.toml")).unwrap();
    check(&own, true);
    let with =
        |more: &str| format!("source = \"ja\"\ntargets = [\"en\"]\ndocuments = [\"a/*.md\"]\n{more}\n");
    check(&with(""), true);
    check(&with("[rules]\nstale = \"note\""), true);
    check(&with("[[overrides]]\nlocales = [\"en\"]\nrules = { stale = \"off\" }"), true);
    check(&with("[gates]\nmin-coverage = 99.5\n[gates.en]\nmax-stale = 3"), true);
    check(&with("[ledger]\nby = \"git\""), true);
    check("source = \"ja\"", false);
    check(&with("glosary = []"), false);
    check(&with("[rules]\nstal = \"note\""), false);
    check(&with("[rules]\nstale = \"fatal\""), false);
    check(&with("[[overrides]]\nlocale = \"en\"\nrules = { stale = \"off\" }"), false);
    check(&with("[gates]\nmin-coverage = 101"), false);
    check(&with("[gates.en]\nmax-stal = 3"), false);
    check(&with("[gates]\nmax-stale = -1"), false);
}
