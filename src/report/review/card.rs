//! A unit on a terminal.

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::lines::lines;
use crate::carry::{ChangeKind, Edit, Op};
use crate::catalog::{Date, SourceUnit, State, Status, Unit};
use crate::report::changes::{Changed, LOST, shown};

/// How a terminal shows things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether words that went and came are red and green; otherwise they stand in `[-…-]` and `{+…+}`.
    pub colour: bool,
    /// How many columns there are; `None` breaks no line.
    pub width: Option<usize>,
}

/// What a reviewer has to see of a unit.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a> {
    /// Its number among those to review, from 1, and how many there are.
    pub position: (usize, usize),
    /// The locale of the documents.
    pub source_locale: &'a str,
    /// The locale of the translation.
    pub locale: &'a str,
    /// The translator's file, and the line of the unit in it.
    pub place: (&'a str, usize),
    /// The source text.
    pub source: &'a SourceUnit,
    /// Its translation.
    pub unit: &'a Unit,
    /// What changed, if it is stale.
    pub changed: Option<&'a Changed>,
    /// Words of the source that the glossary knows, with what to use for them.
    pub terms: &'a [(String, String)],
}

impl Card<'_> {
    /// The card, several lines, with an empty one before it.
    pub fn text(&self, today: Date, look: Look) -> String {
        let (heavy, dim, grave) = if look.colour {
            (Style::new().bold(), Style::new().dimmed(), AnsiColor::Red.on_default().bold())
        } else {
            Default::default()
        };
        let (number, of) = self.position;
        let (path, line) = self.place;
        let mut out = format!(
            "\n{heavy}{number}/{of} · {} · {} · {}{heavy:#}\n",
            self.locale,
            self.source.kind.name(),
            self.source.id
        );
        let headings = self.headings();
        if !headings.is_empty() {
            out.push_str(&format!("{headings}\n"));
        }
        let is_grave = self.changed.is_some_and(|changed| changed.change.kind == ChangeKind::Meaning);
        let style = if is_grave { grave } else { heavy };
        out.push_str(&format!("{style}{}{style:#}", self.how()));
        if let Some(age) = self.changed.and_then(|changed| changed.age(today)) {
            out.push_str(&format!(" · {age}"));
        }
        out.push_str(&format!("\n{dim}{path}:{line}{dim:#}\n\n"));
        if self.changed.is_some_and(|changed| changed.old.is_none()) {
            out.push_str(&format!("  {LOST}\n"));
        }
        let source = match self.changed {
            Some(changed) => changed.ops.clone(),
            None => as_it_is(&self.source.text),
        };
        let proposed = self.changed.and_then(Changed::proposed);
        let labels = [self.source_locale, self.locale].into_iter();
        let labels = labels.chain(proposed.is_some().then_some(PROPOSED));
        let labels = labels.chain(self.terms.iter().map(|_| "terms")).chain(self.is_part().then_some(HERE));
        let column = labels.map(str::len).max().unwrap_or_default();
        let block = |label: &str, ops: &[Op]| block(label, column, ops, look);
        out.push_str(&block(self.source_locale, &source));
        for note in &self.source.notes {
            out.push_str(&block("", &as_it_is(&format!("({note})"))));
        }
        if let Some(translation) = self.translation() {
            out.push_str(&block(self.locale, &as_it_is(translation)));
        }
        if let Some(ops) = &proposed {
            out.push_str(&block(PROPOSED, ops));
        }
        if self.is_part() {
            out.push('\n');
            out.push_str(&block(HERE, &as_it_is(&self.source.text)));
        }
        for (at, (word, wanted)) in self.terms.iter().enumerate() {
            let (gap, label) = if at == 0 { ("\n", "terms") } else { ("", "") };
            out.push_str(gap);
            out.push_str(&block(label, &as_it_is(&format!("{word} → {wanted}"))));
        }
        out
    }

    /// Whether what changed is told of several texts as one, of which the unit is a part.
    pub(super) fn is_part(&self) -> bool {
        self.changed.is_some_and(|changed| changed.new != *self.source.text)
    }

    /// The translation; where texts were split or merged, their old ones as one.
    pub(super) fn translation(&self) -> Option<&str> {
        let as_one = self.changed.filter(|_| self.unit.family.is_some());
        as_one.map(|changed| changed.translation.as_str()).or(self.unit.translation.as_deref())
    }

    /// The headings above it in one line.
    pub(super) fn headings(&self) -> String {
        let headings = self.source.path.iter().map(|heading| heading.replace('\n', " "));
        headings.collect::<Vec<_>>().join(" › ")
    }

    /// How it stands, in words: `stale (meaning: 10 mg → 5 mg), a draft`.
    pub(super) fn how(&self) -> String {
        let status = match (&self.unit.status, self.changed) {
            (Status::Stale(_), Some(changed)) => format!("stale ({})", changed.what()),
            (Status::Stale(_), None) => "stale".to_owned(),
            (Status::Missing, _) => "missing".to_owned(),
            (Status::Unrecorded, _) => "unrecorded: nobody said which source it answers".to_owned(),
            (Status::Fresh, _) => "fresh".to_owned(),
        };
        match self.unit.state {
            Some(State::Draft) => status + ", a draft",
            Some(State::Reviewed) => status + ", was reviewed",
            _ => status,
        }
    }
}

/// The label of a translation that yakugo proposes.
const PROPOSED: &str = "proposed";

/// The label of the text of a unit that is a part of those above.
const HERE: &str = "here";

pub(super) fn as_it_is(text: &str) -> Vec<Op> {
    vec![Op { edit: Edit::Equal, text: text.trim_end().to_owned() }]
}

/// A label in a column, and a text beside it.
fn block(label: &str, column: usize, ops: &[Op], look: Look) -> String {
    let margin = column + 4;
    let room = look.width.map_or(usize::MAX, |width| width.saturating_sub(margin + 1).max(20));
    let mut out = String::new();
    for (at, line) in lines(ops, room).iter().enumerate() {
        let label = if at == 0 { label } else { "" };
        let text: String = line.iter().map(|op| shown(op, look.colour)).collect();
        let blank = " ".repeat(column.saturating_sub(label.width()));
        out.push_str(format!("  {label}{blank}  {text}").trim_end());
        out.push('\n');
    }
    out
}
