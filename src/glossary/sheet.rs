//! A glossary file as its editor left it: rows with their bytes, so that a change touches the cells it names and
//! nothing else. Delimiter, byte order mark, line ends, remarks, blank lines, quotes and unknown columns stay.

use csv::{ReaderBuilder, StringRecord};

use crate::finding::Finding;
use crate::glossary::csv::unreadable;
use crate::text::Span;

/// One row of a file: where it stands, without its line end, and what its cells say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    pub(crate) span: Span,
    cells: StringRecord,
}

impl Row {
    /// What the cells say, without their quotes.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter()
    }
}

/// A file of delimited text.
///
/// Lines that begin with `#` are remarks and, like blank lines, no rows. Rows may have fewer or more cells than the
/// header.
#[derive(Clone, Debug)]
pub(crate) struct Sheet<'t> {
    text: &'t str,
    delimiter: u8,
    header: Row,
    columns: Vec<String>,
    rows: Vec<Row>,
    changes: Vec<(Span, String)>,
}

impl<'t> Sheet<'t> {
    /// Reads a file whose cells are separated by `,`, `;` or a tab, whichever its header has most of.
    pub(crate) fn read(text: &'t str) -> (Self, Vec<Finding>) {
        let body = text.trim_start_matches('\u{FEFF}');
        let offset = text.len() - body.len();
        let delimiter = delimiter(body);
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .comment(Some(b'#'))
            .delimiter(delimiter)
            .from_reader(body.as_bytes());
        let (mut rows, mut findings) = (Vec::new(), Vec::new());
        let mut cells = StringRecord::new();
        loop {
            match reader.read_record(&mut cells) {
                Ok(false) => break,
                Ok(true) => {
                    let start = cells.position().map_or(0, csv::Position::byte);
                    let [start, end] =
                        [start, reader.position().byte()].map(|at| usize::try_from(at).unwrap_or_default());
                    rows.push(Row { span: row_span(body, start, end).shifted(offset), cells: cells.clone() });
                }
                Err(error) => findings.push(unreadable(&error, offset)),
            }
        }
        let mut rows = rows.into_iter();
        let header = rows.next().unwrap_or_default();
        let columns = header.cells.iter().map(|name| name.trim().to_ascii_lowercase()).collect();
        let sheet = Self { text, delimiter, header, columns, rows: rows.collect(), changes: Vec::new() };
        (sheet, findings)
    }

    /// The first row, which names the columns.
    pub(crate) fn header(&self) -> &Row {
        &self.header
    }

    /// The names of the columns, in small letters.
    pub(crate) fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The number of the first column of this name.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// The rows below the header.
    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What a cell says, without blanks around it; nothing where the row or the file has no such cell.
    pub(crate) fn cell<'r>(&self, row: &'r Row, column: &str) -> &'r str {
        self.column(column).and_then(|at| row.cells.get(at)).unwrap_or_default().trim()
    }

    /// Sets some cells of a row, named by their columns. A column that the file lacks is added for a value.
    pub(crate) fn set(&mut self, row: usize, values: &[(&str, &str)]) {
        let Some(span) = self.rows.get(row).map(|row| row.span) else { return };
        let spans = cell_spans(span, self.text, self.delimiter);
        // A short row gets the cells up to the last one that is set.
        let mut missing: Vec<String> = Vec::new();
        for (column, value) in values {
            let Some(at) = self.column_for(column, value) else { continue };
            let value = quoted(value, self.delimiter);
            match spans.get(at) {
                Some(span) if span.of(self.text) != value => self.changes.push((*span, value)),
                Some(_) => {}
                None if value.is_empty() => {}
                None => {
                    let at = at - spans.len();
                    missing.resize(missing.len().max(at + 1), String::new());
                    missing[at] = value;
                }
            }
        }
        if !missing.is_empty() {
            let delimiter = char::from(self.delimiter).to_string();
            self.changes.push((Span::empty(span.end), delimiter.clone() + &missing.join(&delimiter)));
        }
    }

    /// Adds a row below another, or at the end of the file.
    pub(crate) fn insert(&mut self, below: Option<usize>, values: &[(&str, &str)]) {
        for (column, value) in values {
            self.column_for(column, value);
        }
        let value = |column: &String| values.iter().find(|(name, _)| name == column).map_or("", |(_, v)| *v);
        let cells: Vec<String> =
            self.columns.iter().map(|column| quoted(value(column), self.delimiter)).collect();
        let row = cells.join(&char::from(self.delimiter).to_string());
        let line_end = self.line_end();
        let change = match below.and_then(|row| self.rows.get(row)) {
            Some(above) => (Span::empty(above.span.end), format!("{line_end}{row}")),
            None if self.text.ends_with('\n') => (Span::empty(self.text.len()), format!("{row}{line_end}")),
            None => (Span::empty(self.text.len()), format!("{line_end}{row}{line_end}")),
        };
        self.changes.push(change);
    }

    /// The number of a column that shall hold a value; it is added behind the others if it is not there.
    fn column_for(&mut self, name: &str, value: &str) -> Option<usize> {
        if self.column(name).is_none() && !value.is_empty() {
            let cell = format!("{}{name}", char::from(self.delimiter));
            self.changes.push((Span::empty(self.header.span.end), cell));
            self.columns.push(name.to_owned());
        }
        self.column(name)
    }

    /// Puts quotes only where a cell needs them.
    pub(crate) fn quote_minimally(&mut self) {
        for row in std::iter::once(&self.header).chain(&self.rows) {
            for (span, cell) in cell_spans(row.span, self.text, self.delimiter).iter().zip(&row.cells) {
                let wanted = quoted(cell, self.delimiter);
                if span.of(self.text) != wanted {
                    self.changes.push((*span, wanted));
                }
            }
        }
    }

    /// The changed text.
    pub(crate) fn into_text(mut self) -> String {
        self.changes.sort_by_key(|(span, _)| (span.start, span.end));
        let mut out = String::with_capacity(self.text.len() + 256);
        let mut at = 0;
        for (span, new) in &self.changes {
            out.push_str(Span::new(at, span.start.max(at)).of(self.text));
            out.push_str(new);
            at = at.max(span.end);
        }
        out.push_str(Span::new(at, self.text.len()).of(self.text));
        out
    }

    fn line_end(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }
}

/// The delimiter of the first line that is no remark: the most frequent one.
fn delimiter(text: &str) -> u8 {
    let header =
        text.lines().find(|line| !line.starts_with('#') && !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: u8| header.bytes().filter(|byte| *byte == delimiter).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

/// The reader's row without the blank lines and remarks before it and the line end behind it.
fn row_span(body: &str, start: usize, end: usize) -> Span {
    let mut start = start;
    loop {
        let row = Span::new(start, end.max(start)).of(body);
        let line = row.split_inclusive('\n').next().unwrap_or_default();
        let skipped = line.trim_end_matches(['\r', '\n']).is_empty() || line.starts_with('#');
        if !skipped || line.is_empty() {
            return Span::new(start, start + row.trim_end_matches(['\r', '\n']).len());
        }
        start += line.len();
    }
}

/// Where the cells of a row stand, with their quotes.
fn cell_spans(row: Span, text: &str, delimiter: u8) -> Vec<Span> {
    let bytes = row.of(text).as_bytes();
    let mut spans = Vec::new();
    let (mut start, mut in_quotes) = (0, false);
    for (at, byte) in bytes.iter().enumerate() {
        match *byte {
            // A quote opens at the start of a cell only; a doubled one closes and opens again.
            b'"' if in_quotes || at == start => in_quotes = !in_quotes,
            b'"' if bytes.get(start) == Some(&b'"') && bytes.get(at - 1) == Some(&b'"') => in_quotes = true,
            byte if byte == delimiter && !in_quotes => {
                spans.push(Span::new(start, at).shifted(row.start));
                start = at + 1;
            }
            _ => {}
        }
    }
    spans.push(Span::new(start, bytes.len()).shifted(row.start));
    spans
}

/// A cell as it is written: in quotes only where it could be misread.
pub(crate) fn quoted(value: &str, delimiter: u8) -> String {
    let special = |c: char| matches!(c, '"' | '\n' | '\r') || c == char::from(delimiter);
    if value.contains(special) || value.starts_with('#') || value.trim() != value {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited<'t>(text: &'t str, edit: impl FnOnce(&mut Sheet<'t>)) -> String {
        let (mut sheet, findings) = Sheet::read(text);
        assert_eq!(findings, []);
        edit(&mut sheet);
        sheet.into_text()
    }

    #[test]
    fn a_change_touches_its_cells_only() {
        let text = "\u{FEFF}# mine\r\nConcept;term;x;status\r\n\r\na;\"one\";\"y;z\";draft\r\n# end\r\nb;\"say \"\"hi\"\"\"\r\n";
        let set = |row, column, value| edited(text, |sheet| sheet.set(row, &[(column, value)]));
        assert_eq!(set(0, "status", "preferred"), text.replace("draft", "preferred"));
        assert_eq!(set(0, "term", "o;ne"), text.replace("\"one\"", "\"o;ne\""));
        assert_eq!(set(1, "term", "two"), text.replace("\"say \"\"hi\"\"\"", "two"));
        assert_eq!(set(1, "status", "draft"), text.replace("\"\"\"\r\n", "\"\"\";;draft\r\n"));
        assert_eq!(set(1, "nothing", ""), text);
        let wider = text.replace(";status", ";status;note").replace("draft", "draft;why");
        assert_eq!(set(0, "note", "why"), wider);
        let both = edited(text, |sheet| sheet.set(1, &[("status", "draft"), ("x", "y")]));
        assert_eq!(both, text.replace("\"\"\"\r\n", "\"\"\";y;draft\r\n"));
    }

    #[test]
    fn rows_are_added_below_others() {
        let text = "term,status\na,draft\n\n# end\n";
        let insert = |below| edited(text, |sheet| sheet.insert(below, &[("term", "b, c"), ("status", "x")]));
        assert_eq!(insert(Some(0)), "term,status\na,draft\n\"b, c\",x\n\n# end\n");
        assert_eq!(insert(None), "term,status\na,draft\n\n# end\n\"b, c\",x\n");
    }

    #[test]
    fn quotes_stay_where_they_are_needed() {
        let text = "\"a\",\"b\"\n\"1\",\"x, y\"\n\"#2\",\" z\"\n\"li\nne\",\"\"\n";
        assert_eq!(edited(text, Sheet::quote_minimally), "a,b\n1,\"x, y\"\n\"#2\",\" z\"\n\"li\nne\",\n");
    }
}
