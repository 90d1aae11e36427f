//! The table of `status`, which also ends `sync`.

use crate::catalog::{Counts, DocumentPlan};
use crate::text::columns;

const BAR: usize = 10;

/// A table by document and locale: bar, units done, what is left.
pub(crate) fn table(plans: &[DocumentPlan], locale: Option<&str>) -> String {
    let mut rows: Vec<[String; 5]> = Vec::new();
    for plan in plans {
        let targets =
            plan.targets.iter().filter(|target| locale.is_none_or(|locale| target.locale == locale));
        for (at, target) in targets.enumerate() {
            let counts = Counts::of(&plan.sources, &target.units);
            let name = if at == 0 { plan.name.clone() } else { String::new() };
            rows.push([name, target.locale.clone(), bar(&counts), done(&counts), left(&counts)]);
        }
    }
    lined_up(&rows)
}

/// The same by locale alone, for projects of many documents.
pub(crate) fn totals(plans: &[DocumentPlan], locale: Option<&str>) -> String {
    let mut totals: Vec<(String, Counts)> = Vec::new();
    for plan in plans {
        for target in plan.targets.iter().filter(|target| locale.is_none_or(|locale| target.locale == locale))
        {
            let counts = Counts::of(&plan.sources, &target.units);
            match totals.iter_mut().find(|(locale, _)| *locale == target.locale) {
                Some((_, total)) => *total += counts,
                None => totals.push((target.locale.clone(), counts)),
            }
        }
    }
    let name = format!("{} documents", grouped(plans.len()));
    let rows: Vec<[String; 5]> = totals
        .into_iter()
        .enumerate()
        .map(|(at, (locale, counts))| {
            let name = if at == 0 { name.clone() } else { String::new() };
            [name, locale, bar(&counts), done(&counts), left(&counts)]
        })
        .collect();
    lined_up(&rows)
}

/// Rows with their columns in line.
pub(crate) fn lined_up<const N: usize>(rows: &[[String; N]]) -> String {
    let widths: Vec<usize> = (0..N - 1)
        .map(|column| rows.iter().map(|row| columns(&row[column])).max().unwrap_or_default())
        .collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - columns(cell) + 2));
        }
        line.push_str(&row[N - 1]);
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn bar(counts: &Counts) -> String {
    let full = counts.percent() * BAR / 100;
    format!("{}{} {:>3} %", "█".repeat(full), "░".repeat(BAR - full), counts.percent())
}

fn done(counts: &Counts) -> String {
    format!("{}/{}", counts.counted, counts.units)
}

fn left(counts: &Counts) -> String {
    let part = |count: usize, what: &str| (count > 0).then(|| format!("{count} {what}"));
    let characters =
        (counts.characters_left > 0).then(|| format!("{} characters left", grouped(counts.characters_left)));
    let parts = [
        part(counts.missing, "missing"),
        part(counts.stale, "stale"),
        part(counts.unrecorded, "unrecorded"),
        part(counts.draft, "draft"),
        part(counts.reviewed, "reviewed"),
        characters,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A number with commas between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
