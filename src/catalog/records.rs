//! Files of records: tab-separated, one record a line, a blank line between two, so that neighbours merge with
//! plain git. Ledger and past are such files.
//!
//! Inside a field `\t`, `\n`, `\r` and `\\` stand for a tab, a line feed, a carriage return and a backslash.
//! Unknown columns of a newer version are kept out of the way: a file whose version this program does not know is
//! refused, never half understood.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use crate::finding::{Finding, rule};
use crate::text::Span;

rule! {
    /// A line of a ledger or past file is not a record.
    ///
    /// Why: these files say which source text every translation answers. A line that is half understood could
    /// make a stale translation fresh, so nothing is written until it is mended.
    ///
    /// Example: a spreadsheet saved the ledger with quotes around its fields.
    ///
    /// Fix: take the line from your last commit, or delete it; its unit is then `unrecorded`.
    pub(crate) const RECORDS: "records", Error;
}

rule! {
    /// Git left a merge conflict in a translator's file.
    ///
    /// Why: two translations of one text stand there, and only a person can choose.
    ///
    /// Example: a line that begins with `<<<<<<< HEAD`.
    ///
    /// Fix: keep the right lines, delete the other ones and the three marker lines, then run `yakugo sync`.
    pub(crate) const MERGE_CONFLICT: "merge-conflict", Error;
}

/// Which side of a merge a record came from, when git left conflict markers in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Outside any conflict.
    Both,
    /// Between `<<<<<<<` and `=======`.
    Ours,
    /// Between `=======` and `>>>>>>>`.
    Theirs,
}

/// One line of fields, in the order of the wanted columns; a column the file lacks is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) fields: Vec<String>,
    pub(crate) side: Side,
    pub(crate) span: Span,
}

/// What a file of records is called and which columns it has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) columns: &'static [&'static str],
}

const VERSION: u32 = 1;

/// Reads the rows of a file. Merge markers are understood; the base section of a three-way marker is passed over.
pub(crate) fn read(shape: &Shape, text: &str) -> (Vec<Row>, Vec<Finding>) {
    let mut rows = Vec::new();
    let mut findings = Vec::new();
    let mut order: Option<Vec<Option<usize>>> = None;
    let mut side = Side::Both;
    let mut in_base = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end().len());
        start += line.len();
        let line = line.trim_end_matches(['\n', '\r']).trim_start_matches('\u{FEFF}');
        match marker(line) {
            Some(Marker::Ours) => side = Side::Ours,
            Some(Marker::Base) => in_base = true,
            Some(Marker::Theirs) => (side, in_base) = (Side::Theirs, false),
            Some(Marker::End) => (side, in_base) = (Side::Both, false),
            None if in_base || line.trim().is_empty() => {}
            None if line.starts_with('#') => {
                if let Some(finding) = newer_version(shape, line, span) {
                    return (Vec::new(), vec![finding]);
                }
            }
            None => match (&order, header(shape, line)) {
                // Also the other branch's header inside a conflict.
                (None, Some(found)) => order = Some(found),
                (Some(_), Some(_)) => {}
                (Some(order), None) => rows.push(Row { fields: fields(order, line), side, span }),
                (None, None) => {
                    findings.push(Finding::new(&RECORDS, span, no_header(shape)));
                    return (rows, findings);
                }
            },
        }
    }
    (rows, findings)
}

/// Writes a file of records, header first.
pub(crate) fn write<'a>(shape: &Shape, rows: impl IntoIterator<Item = Vec<Cow<'a, str>>>) -> String {
    let mut out =
        format!("# yakugo {} {VERSION} · {}\n{}\n", shape.name, shape.about, shape.columns.join("\t"));
    for row in rows {
        out.push('\n');
        for (column, field) in row.iter().enumerate() {
            if column > 0 {
                out.push('\t');
            }
            out.push_str(&escaped(field));
        }
        // Editors that strip trailing blanks must not change a record: the last columns may be missing.
        let kept = out.trim_end_matches('\t').len();
        out.truncate(kept);
        out.push('\n');
    }
    out
}

/// The order in which records are written: what stands in the file keeps its place, and what is new comes behind what
/// stands before it in `wanted`. So branches that add records in different places of a document add lines in different
/// places of the file.
pub(crate) fn arranged<T: Copy + Eq + Hash>(file: &[T], wanted: impl IntoIterator<Item = T>) -> Vec<T> {
    let in_file: HashSet<T> = file.iter().copied().collect();
    let mut seen: HashSet<T> = HashSet::new();
    let mut behind: HashMap<Option<T>, Vec<T>> = HashMap::new();
    let mut before = None;
    for key in wanted.into_iter().filter(|key| seen.insert(*key)) {
        if in_file.contains(&key) {
            before = Some(key);
        } else {
            behind.entry(before).or_default().push(key);
        }
    }
    let places = std::iter::once(None).chain(file.iter().copied().map(Some));
    places.flat_map(|key| key.into_iter().chain(behind.remove(&key).unwrap_or_default())).collect()
}

enum Marker {
    Ours,
    Base,
    Theirs,
    End,
}

fn marker(line: &str) -> Option<Marker> {
    // Seven signs; one or two more where both branches renamed the file.
    let is = |sign: char| {
        let rest = line.trim_start_matches(sign);
        (7..=9).contains(&(line.len() - rest.len())) && (rest.is_empty() || rest.starts_with(' '))
    };
    if is('<') {
        Some(Marker::Ours)
    } else if is('|') {
        Some(Marker::Base)
    } else if is('=') {
        Some(Marker::Theirs)
    } else if is('>') {
        Some(Marker::End)
    } else {
        None
    }
}

/// Whether git left conflict markers in this text.
pub(crate) fn has_conflict(text: &str) -> bool {
    text.lines().any(|line| matches!(marker(line), Some(Marker::Ours | Marker::End)))
}

/// Whether any line is a conflict marker.
pub(crate) fn has_marker(text: &str) -> bool {
    text.lines().any(|line| marker(line).is_some())
}

/// The finding about a file that only a person can resolve, at its first conflict.
pub(crate) fn conflict(text: &str) -> Option<Finding> {
    let first = text.lines().find(|line| matches!(marker(line), Some(Marker::Ours | Marker::End)))?;
    let start = text.find(first)?;
    let message = "git left a merge conflict here: keep the lines of one side, and delete the lines that begin with \
                   <<<<<<<, ======= and >>>>>>>; until then yakugo reads the other messages and writes nothing to \
                   this file";
    Some(Finding::new(&MERGE_CONFLICT, Span::new(start, start + first.len()), message))
}

fn newer_version(shape: &Shape, line: &str, span: Span) -> Option<Finding> {
    let rest = line.strip_prefix("# yakugo ")?.strip_prefix(shape.name)?;
    let version: u32 = rest.split_whitespace().next()?.parse().ok()?;
    (version > VERSION).then(|| {
        let message = format!(
            "this {} was written by a newer yakugo (format {version}, this one knows {VERSION}): install a newer version",
            shape.name
        );
        Finding::new(&RECORDS, span, message)
    })
}

fn no_header(shape: &Shape) -> String {
    format!(
        "the {} has no header line `{}`: restore it, or take the file from your last commit",
        shape.name,
        shape.columns.join(" ")
    )
}

/// For every wanted column, its place in the file.
fn header(shape: &Shape, line: &str) -> Option<Vec<Option<usize>>> {
    let found: Vec<&str> = line.split('\t').map(str::trim).collect();
    (found.first() == shape.columns.first())
        .then(|| shape.columns.iter().map(|column| found.iter().position(|f| f == column)).collect())
}

fn fields(order: &[Option<usize>], line: &str) -> Vec<String> {
    let cells: Vec<&str> = line.split('\t').collect();
    let cell = |at: &Option<usize>| at.and_then(|at| cells.get(at)).copied().unwrap_or_default();
    order.iter().map(|at| unescaped(cell(at))).collect()
}

fn escaped(field: &str) -> Cow<'_, str> {
    if !field.contains(['\t', '\n', '\r', '\\']) {
        return Cow::Borrowed(field);
    }
    let mut out = String::with_capacity(field.len() + 8);
    for c in field.chars() {
        match c {
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\\' => out.push_str("\\\\"),
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn unescaped(field: &str) -> String {
    if !field.contains('\\') {
        return field.to_owned();
    }
    let mut out = String::with_capacity(field.len());
    let mut chars = field.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('t') => out.push('\t'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('\\') | None => out.push('\\'),
            Some(other) => out.extend(['\\', other]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: Shape = Shape { name: "test", about: "for tests", columns: &["key", "text", "note"] };

    fn rows(text: &str) -> Vec<(Vec<String>, Side)> {
        read(&SHAPE, text).0.into_iter().map(|row| (row.fields, row.side)).collect()
    }

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["細胞", "a\tb", "line\nline", "back\\slash\\n", "", "\r\n", "trailing\\"] {
            let file = write(&SHAPE, [vec!["k".into(), text.into(), "".into()]]);
            assert_eq!(
                rows(&file),
                [(vec!["k".to_owned(), text.to_owned(), String::new()], Side::Both)],
                "{text:?}"
            );
        }
    }

    #[test]
    fn records_stand_apart_by_a_blank_line() {
        let file = write(
            &SHAPE,
            [vec!["a".into(), "1".into(), "".into()], vec!["b".into(), "2".into(), "x".into()]],
        );
        assert_eq!(file, "# yakugo test 1 · for tests\nkey\ttext\tnote\n\na\t1\n\nb\t2\tx\n");
    }

    #[test]
    fn conflict_markers_give_both_sides() {
        let text = "key\ttext\n\n<<<<<<< HEAD\na\tours\n||||||| base\na\told\n=======\na\ttheirs\n>>>>>>> b\n\nc\tboth\n";
        let sides: Vec<_> = rows(text).into_iter().map(|(fields, side)| (fields[1].clone(), side)).collect();
        let expected = [("ours", Side::Ours), ("theirs", Side::Theirs), ("both", Side::Both)];
        assert_eq!(sides, expected.map(|(text, side)| (text.to_owned(), side)));
    }

    #[test]
    fn columns_are_found_by_name() {
        assert_eq!(
            rows("key\tnew\ttext\nk\tx\tt\n"),
            [(vec!["k".into(), "t".into(), String::new()], Side::Both)]
        );
    }

    #[test]
    fn a_newer_file_is_refused_whole() {
        let (rows, findings) = read(&SHAPE, "# yakugo test 2\nkey\ttext\nk\tt\n");
        assert!(rows.is_empty());
        assert!(findings[0].message.contains("newer yakugo"));
    }

    #[test]
    fn a_file_without_header_is_named() {
        let (rows, findings) = read(&SHAPE, "garbage\n");
        assert!(rows.is_empty());
        assert_eq!(findings[0].rule, "records");
    }
}
