//! What a spreadsheet program makes of a word without being asked: dates, numbers, error values, another encoding.

use crate::finding::{Rule, Severity};

/// A cell that a spreadsheet program has changed.
pub(super) const TERM_DAMAGE: Rule = Rule {
    name: "term-damage",
    severity: Severity::Error,
    summary: "A cell looks as if a spreadsheet program had changed it: a date, a number, an error, a wrong encoding.",
};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What became of a word, in words, and what to do; `None` for what looks like a word.
pub(super) fn damage(text: &str) -> Option<&'static str> {
    if is_date(text) {
        Some(
            "looks like a date made of a name such as SEPT2: type the name again into a cell formatted as text",
        )
    } else if is_scientific(text) {
        Some(
            "looks like a number made of a name such as 2E10: type the name again into a cell formatted as text",
        )
    } else if is_error(text) {
        Some("is what a spreadsheet program shows instead of a value: type the word again")
    } else if text.contains('\u{FFFD}') || is_lost(text) {
        Some(
            "has lost its characters on the way through another encoding: restore the file, and save it as CSV UTF-8",
        )
    } else if is_mojibake(text) {
        Some(
            "was read in a wrong encoding and saved so: restore the file, open it as UTF-8, and save it as CSV UTF-8",
        )
    } else {
        None
    }
}

/// `2-Sep`, `Sep-02`, `9月2日`.
fn is_date(text: &str) -> bool {
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let is_month = |part: &str| MONTHS.contains(&part.to_ascii_lowercase().as_str());
    let english = text.split_once('-').is_some_and(|(first, second)| {
        is_number(first) && is_month(second) || is_month(first) && is_number(second)
    });
    let japanese = text
        .strip_suffix('日')
        .and_then(|text| text.split_once('月'))
        .is_some_and(|(month, day)| is_number(month) && is_number(day));
    english || japanese
}

/// `1.0E+05`.
fn is_scientific(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    text.split_once("E+").or_else(|| text.split_once("E-")).is_some_and(|(mantissa, exponent)| {
        digits(mantissa) && exponent.len() >= 2 && exponent.bytes().all(|b| b.is_ascii_digit())
    })
}

fn is_error(text: &str) -> bool {
    ["#NAME?", "#VALUE!", "#REF!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!"].contains(&text)
        || text.len() > 2 && text.bytes().all(|b| b == b'#')
}

/// Question marks are what an encoding without the characters leaves.
fn is_lost(text: &str) -> bool {
    text.contains("??") && !text.chars().any(char::is_alphanumeric)
}

/// UTF-8 that was read as Windows-1252: its characters, taken as bytes, are UTF-8 again, and none of them is the
/// plain letter that a Western word would have around its accents.
fn is_mojibake(text: &str) -> bool {
    let bytes: Option<Vec<u8>> = text.chars().map(windows_1252).collect();
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).is_some_and(|read| read != text)
}

/// The byte of a character in Windows-1252; the bytes that it leaves free stand for themselves.
fn windows_1252(c: char) -> Option<u8> {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let at = HIGH.chars().position(|other| other == c).and_then(|at| u8::try_from(at).ok());
    at.map(|at| 0x80 + at).or_else(|| u8::try_from(u32::from(c)).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_told_from_words() {
        let check = |texts: &[&str], expected: Option<&str>| {
            for text in texts {
                let found = damage(text);
                assert_eq!(found.is_some(), expected.is_some(), "{text}: {found:?}");
                assert!(
                    expected.is_none_or(|part| found.unwrap_or_default().contains(part)),
                    "{text}: {found:?}"
                );
            }
        };
        check(&["2-Sep", "Mar-01", "9月2日"], Some("date"));
        check(&["1.0E+05", "2E+10"], Some("number"));
        check(&["#NAME?", "########"], Some("instead of a value"));
        check(&["????", "細\u{FFFD}"], Some("lost"));
        check(&["ç´°èƒž", "ZÃ¼rich", "β-Zelle".replace('β', "Î²").as_str()], Some("wrong encoding"));
        check(
            &[
                "IL-6", "sep-2-x", "Mai-1", "VEGF-A", "9月", "Zürich", "naïve", "β-Zelle", "細胞", "E+",
                "Ca²⁺",
            ],
            None,
        );
    }
}
