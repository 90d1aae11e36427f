//! Articles that get another name, or are divided: ids, translations and what is recorded of them come along.

use crate::folder::{ARTICLE, EN, Folder, LEDGER, PAST, SOURCE};

const LEAFLET: &str = "articles/leaflet.md";
const LEAFLET_EN: &str = "locales/en/leaflet.ftl";

/// Gives a file another name.
fn rename(folder: &Folder, from: &str, to: &str) {
    let text = folder.read(from);
    folder.remove(from);
    folder.write(to, text);
}

/// Every file under its path, with the names of one document in place of those of another.
fn named(folder: &Folder, from: &str, to: &str) -> Vec<(String, String)> {
    let files = folder.files().into_iter();
    files
        .map(|(path, bytes)| (path.replace(from, to), String::from_utf8(bytes.0).unwrap().replace(from, to)))
        .collect()
}

#[test]
fn a_renamed_article_takes_its_files_along() {
    for start in [Folder::doses(), Folder::translated(), Folder::stale()] {
        let expected = named(&start, "dose.", "leaflet.");
        let states = start.states("en");
        rename(&start, ARTICLE, LEAFLET);
        start.run("check").says("would rename locales/en/dose.ftl to this");
        start.run("sync --check").exits(1).says("renamed  locales/en/leaflet.ftl (was locales/en/dose.ftl)");
        start.run("sync").exits(0).says("renamed  locales/en/leaflet.ftl (was locales/en/dose.ftl)");
        assert_eq!(named(&start, "dose.", "leaflet."), expected, "nothing but the names changed");
        assert_eq!(start.states("en"), states);
        assert!(!start.has(EN) && !start.has(LEDGER) && !start.has(SOURCE) && !start.has(PAST));
        assert!(start.findings("orphaned").is_empty());
        assert!(start.read(LEAFLET_EN).starts_with("### articles/leaflet.md in en."));
        start.is_settled();
        // And back again.
        rename(&start, LEAFLET, ARTICLE);
        start.run("sync").exits(0);
        assert_eq!(named(&start, "dose.", "leaflet."), expected);
        assert!(!start.has(LEAFLET_EN));
        start.is_settled();
    }
}
