//! Variables of Fluent placeables that stand for a number: `{ $n } mg`, `{ NUMBER($n) }%`.

use super::scan::Scan;

/// No placeable that is read has more characters; a selection is none.
const LONGEST: usize = 80;

/// The variable (`$n`) of the placeable that begins at `at`, and the place behind it.
pub(super) fn read(scan: &Scan, at: usize) -> Option<(String, usize)> {
    if scan.at(at) != '{' {
        return None;
    }
    let close = (at + 1..at + LONGEST).find(|at| matches!(scan.at(*at), '{' | '}' | '\0'))?;
    let is_selection = (at..close).any(|at| scan.starts(at, "->"));
    if scan.at(close) != '}' || is_selection {
        return None;
    }
    let sign = (at..close).find(|at| scan.at(*at) == '$')?;
    let in_name = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let name: String = (sign + 1..close).map(|at| scan.at(at)).take_while(in_name).collect();
    Some((format!("${name}"), close + 1))
}
