//! What holds for every file of records: what was read and written is read as the same again.

use yakugo::catalog::{Ledger, Past};
use yakugo::glossary::{
    Glossary, Languages, NewTerm, TbxStyle, TermStatus, add_term, format_glossary, read_foreign, read_tbx,
    write_tbx, write_wide,
};
use yakugo::project::Config;

/// A ledger that was read is written and read without a change, conflicts settled once and for all.
pub(crate) fn check_ledger(text: &str) {
    let (ledger, _) = Ledger::parse(text);
    let written = ledger.to_text();
    let (again, findings) = Ledger::parse(&written);
    assert!(findings.is_empty(), "{findings:?}\nin {written:?}\nmade of {text:?}");
    assert_eq!(again.to_text(), written, "made of {text:?}");
}

/// The same for the past.
pub(crate) fn check_past(text: &str) {
    let (past, _) = Past::parse(text);
    let written = past.to_text();
    let (again, findings) = Past::parse(&written);
    assert!(findings.is_empty(), "{findings:?}\nin {written:?}\nmade of {text:?}");
    assert_eq!(again.to_text(), written, "made of {text:?}");
}

/// A glossary file keeps its terms when it is laid out anew or gets one more; a foreign table is read without a panic.
pub(crate) fn check_glossary(text: &str) {
    let read = |text: &str| {
        let mut glossary = Glossary::default();
        glossary.read("a.csv", text);
        glossary
    };
    let terms = |glossary: &Glossary| -> Vec<String> {
        let cells = |term: &yakugo::glossary::Term| {
            format!("{}\t{}\t{}\t{:?}\t{:?}", term.concept, term.locale, term.text, term.status, term.forms)
        };
        glossary.terms().iter().map(cells).collect()
    };
    let before = read(text);
    let formatted = format_glossary(text);
    assert_eq!(terms(&read(&formatted)), terms(&before), "laid out as {formatted:?}, from {text:?}");
    assert_eq!(format_glossary(&formatted), formatted, "from {text:?}");
    let term = NewTerm { concept: "new, one", locale: "en", text: "\"a\"; b\tc" };
    if let Ok(texts) = add_term(&[("a.csv", text)], term, TermStatus::Draft, "why") {
        let after = terms(&read(&texts[0]));
        assert!(terms(&before).iter().all(|term| after.contains(term)), "{:?} from {text:?}", texts[0]);
    }
    read_foreign("a.csv", text, &Languages { from: "ja", to: "en", known: &["de"] });
    write_wide(&before);
}

/// What TBX says of a term comes back from every style.
pub(crate) fn check_tbx(text: &str) {
    read_tbx("a.tbx", text);
    let mut glossary = Glossary::default();
    glossary.read("a.csv", text);
    for style in [TbxStyle::V2, TbxStyle::V3Attributes, TbxStyle::V3Elements] {
        let written = write_tbx(&glossary, style);
        let (terms, _) = read_tbx("a.tbx", &written);
        let texts: Vec<&str> = terms.iter().map(|term| term.text.as_str()).collect();
        assert_eq!(texts.len(), glossary.terms().len(), "{style:?}: {written:?} from {text:?}");
    }
}

/// A configuration is read, or refused with a message.
pub(crate) fn check_config(text: &str) {
    if let Err(error) = Config::parse(text, &["stale", "missing"]) {
        assert!(!error.to_string().is_empty());
    }
}
