//! Bytes to lines and columns, for reports only.

/// A place for people: both numbers count from 1, the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Where the lines of a text begin; answers byte offsets with line and column.
///
/// ```
/// use yakugo::text::{LineIndex, Position};
/// let text = "# 題\n細胞 10 mg";
/// let index = LineIndex::new(text);
/// assert_eq!(index.position(text, text.find("10").unwrap()), Position { line: 2, column: 4 });
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1));
        Self { starts }
    }

    /// The line (from 1) that holds the byte at `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// Line and column of the byte at `offset`; an offset past the end is the end.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let (line, before) = self.before(text, offset);
        // A byte order mark is no column.
        let column = before.chars().filter(|c| *c != '\u{FEFF}').count() + 1;
        Position { line, column }
    }

    /// The same with a column that counts bytes, those of a byte order mark, too.
    pub fn byte_position(&self, text: &str, offset: usize) -> Position {
        let (line, before) = self.before(text, offset);
        Position { line, column: before.len() + 1 }
    }

    /// The line of an offset, and what stands on it before the offset.
    fn before<'a>(&self, text: &'a str, offset: usize) -> (usize, &'a str) {
        let line = self.line(offset);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        (line, text.get(start..offset.min(text.len())).unwrap_or_default())
    }
}
