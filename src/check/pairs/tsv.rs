//! Pairs between tabs.

use super::Pair;

/// Which columns hold what. Cells are taken as they stand: there are no quotes and no escapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    id: Option<usize>,
    source: usize,
    target: usize,
    count: usize,
}

impl Columns {
    /// What the first line of a file says, and whether it is a header: one that names `source` and `target`, or both
    /// locales, and perhaps `id`, in whatever order and among other columns. Without a header there are two columns,
    /// source and target, or three with the id first.
    ///
    /// ```
    /// use yakugo::check::TsvColumns;
    /// let (columns, is_header) = TsvColumns::of("fr\tid\ten", "en", "fr").unwrap();
    /// assert!(is_header);
    /// assert_eq!(columns.pair("cellule\t7\tcell").unwrap().source, "cell");
    /// assert!(columns.pair("cellule\t7").unwrap_err().contains("2 cells"));
    /// ```
    pub fn of(first: &str, from: &str, to: &str) -> Result<(Self, bool), String> {
        let cells: Vec<&str> = first.split('\t').map(str::trim).collect();
        let count = cells.len();
        let column = |names: [&str; 2]| {
            cells.iter().position(|cell| names.iter().any(|name| cell.eq_ignore_ascii_case(name)))
        };
        if let (Some(source), Some(target)) = (column(["source", from]), column(["target", to])) {
            return Ok((Self { id: column(["id", "id"]), source, target, count }, true));
        }
        match count {
            2 => Ok((Self { id: None, source: 0, target: 1, count }, false)),
            3 => Ok((Self { id: Some(0), source: 1, target: 2, count }, false)),
            _ => Err(format!(
                "the first line has {count} cell{}: write source and target between a tab, with the id before them or \
                 a header that names the columns",
                if count == 1 { "" } else { "s" }
            )),
        }
    }

    /// The pair of a line; otherwise what is wrong with it.
    pub fn pair(self, line: &str) -> Result<Pair, String> {
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() != self.count {
            let s = if cells.len() == 1 { "" } else { "s" };
            return Err(format!(
                "this line has {} cell{s}, the first one {}: a tab or a line break stands in a text, or one is missing",
                cells.len(),
                self.count
            ));
        }
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default().to_owned();
        Ok(Pair {
            id: self.id.map(cell).unwrap_or_default(),
            source: cell(self.source),
            target: cell(self.target),
        })
    }
}
