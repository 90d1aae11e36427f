//! The published tables.

use crate::score::{Method, Played, Score};

/// The text of docs/drift.md.
pub(crate) fn report(played: &[Played], known: &[(&str, &str)]) -> String {
    let mut out = String::from(INTRODUCTION);
    out.push_str(&format!(
        "{} histories in {} families, {} passages at their ends, {} of them to be looked at.\n\n",
        played.len(),
        families(played).len(),
        played.iter().map(Played::passages_at_the_end).sum::<usize>(),
        played.iter().map(|played| played.scenario.alarm.len()).sum::<usize>(),
    ));
    out.push_str("## All histories\n\n");
    out.push_str(&totals(played));
    out.push_str(EXPLANATION);
    out.push_str("\n## By family\n\n");
    out.push_str(&by_family(played));
    out.push_str("\n## What went wrong\n");
    out.push_str(&wrong_by_yakugo(played, known));
    for (method, title) in DATE_RULES {
        out.push_str(&wrong_by_date(played, method, title));
    }
    out
}

const INTRODUCTION: &str = "\
# The drift benchmark

After an article was edited: which passages of its translation are out of date? The histories, the expected answers and
how they were decided are in [tests/drift](../tests/drift/README.md); they were written before the code was tried on
them. Every history is played in a git repository: with yakugo, and with a translation kept as a page of its own.

This page is written by `SNAPSHOTS=overwrite cargo test --test drift`, and a test holds it current.

";

const EXPLANATION: &str = "
- *Right*: alarms that were expected. *False*: alarms that were not. *Called current*: somebody has to look, and the
  method says that nobody has to. *Not known*: the method says that it cannot tell, with how many of them had to be
  looked at. Recall counts these as missed.
- *Cold start*: ledger, past, attic and the notes in the translator's file are gone; nothing is left but the messages.
  yakugo then calls no translation fresh: all are `unrecorded`, and only what has no translation at all is an alarm.
- *All adopted*: after a cold start somebody ran `adopt` on everything without reading. That is somebody's word that the
  translations are right, and every one that was not is called current from then on: the reason why `adopt` is a
  command of its own, and why `sync` never adopts.
- The date rules know pages only. They are judged as translations kept by hand, where also a copied block of code is out
  of date; see the README of the histories.
";

const DATE_RULES: [(Method, &str); 2] = [
    (Method::ByDate, "Source newer than translation, by commit date"),
    (Method::BySourceCommit, "`sourceCommit` in the front matter"),
];

/// The short table of README.md.
pub(crate) fn summary(played: &[Played]) -> String {
    let rows = [
        ("yakugo, every passage", of_passages(played, Method::Ledger)),
        ("yakugo, whole pages", of_pages(played, Method::Ledger)),
        ("source newer than translation by commit date, whole pages", of_pages(played, Method::ByDate)),
        ("`sourceCommit` in the front matter, whole pages", of_pages(played, Method::BySourceCommit)),
    ];
    let mut out = String::from("| | precision | recall | F1 |\n|---|---|---|---|\n");
    for (name, score) in rows {
        out.push_str(&format!("| {name} | {} |\n", rates(score)));
    }
    out
}

fn totals(played: &[Played]) -> String {
    let rows = [
        ("passages", "yakugo", of_passages(played, Method::Ledger)),
        ("passages", "yakugo, cold start", of_passages(played, Method::Cold)),
        ("passages", "yakugo, cold start, all adopted", of_passages(played, Method::Adopted)),
        ("pages", "yakugo", of_pages(played, Method::Ledger)),
        ("pages", "yakugo, cold start", of_pages(played, Method::Cold)),
        ("pages", "yakugo, cold start, all adopted", of_pages(played, Method::Adopted)),
        ("pages", "source newer than translation, by commit date", of_pages(played, Method::ByDate)),
        ("pages", "`sourceCommit` in the front matter", of_pages(played, Method::BySourceCommit)),
    ];
    let mut out = String::from(
        "| of | method | right | false | called current | not known | precision | recall | F1 |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    for (of, name, score) in rows {
        let unknown = match score.unknown + score.idle_unknown {
            0 => "0".to_owned(),
            all => format!("{all} ({} to be looked at)", score.unknown),
        };
        out.push_str(&format!(
            "| {of} | {name} | {} | {} | {} | {unknown} | {} |\n",
            score.right,
            score.false_alarms,
            score.called_current,
            rates(score)
        ));
    }
    let shown = played.iter().filter(|played| played.has_a_page_to_show());
    let wrong = shown.clone().filter(|played| !played.wrong_on_the_page().is_empty()).count();
    let all = shown.count();
    out.push_str(&format!(
        "\nOf {all} pages made by yakugo that had to show or to hide something, {} did.\n",
        all - wrong
    ));
    out
}

fn by_family(played: &[Played]) -> String {
    let mut out = String::from(
        "| family | histories | to be looked at | yakugo, F1 of passages | yakugo, pages wrong | date, pages wrong \
         | `sourceCommit`, pages wrong |\n|---|---|---|---|---|---|---|\n",
    );
    for family in families(played) {
        let of_family = || played.iter().filter(|played| played.scenario.family == family);
        let wrong = |method| of_family().filter(|played| !played.by_page(method).is_perfect()).count();
        out.push_str(&format!(
            "| {family} | {} | {} | {:.3} | {} | {} | {} |\n",
            of_family().count(),
            of_family().map(|played| played.scenario.alarm.len()).sum::<usize>(),
            sum(of_family().map(|played| played.by_passage(Method::Ledger))).f1(),
            wrong(Method::Ledger),
            wrong(Method::ByDate),
            wrong(Method::BySourceCommit),
        ));
    }
    out
}

fn wrong_by_yakugo(played: &[Played], known: &[(&str, &str)]) -> String {
    let mut out = String::from("\n### yakugo\n\n");
    for played in played {
        let name = &played.scenario.name;
        let why = known.iter().find(|(known, _)| known == name).map_or("", |(_, why)| why);
        let wrong = played.wrong();
        if !wrong.is_empty() {
            out.push_str(&format!("- `{name}`: {why}\n"));
            out.extend(wrong.iter().map(|wrong| format!("  - {wrong}\n")));
        }
    }
    if out.ends_with("\n\n") {
        out.push_str("Nothing.\n");
    }
    out
}

fn wrong_by_date(played: &[Played], method: Method, title: &str) -> String {
    let names = |wanted: fn(Score) -> usize| -> String {
        let names = played.iter().filter(|played| wanted(played.by_page(method)) > 0);
        names.map(|played| format!("`{}`", played.scenario.name)).collect::<Vec<_>>().join(", ")
    };
    let false_alarms = names(|score| score.false_alarms);
    let called_current = names(|score| score.called_current);
    format!("\n### {title}\n\n- False alarms: {false_alarms}.\n- Called current: {called_current}.\n")
}

fn families(played: &[Played]) -> Vec<&str> {
    let mut families: Vec<&str> = played.iter().map(|played| played.scenario.family.as_str()).collect();
    families.dedup();
    families
}

fn of_passages(played: &[Played], method: Method) -> Score {
    sum(played.iter().map(|played| played.by_passage(method)))
}

fn of_pages(played: &[Played], method: Method) -> Score {
    sum(played.iter().map(|played| played.by_page(method)))
}

fn sum(scores: impl Iterator<Item = Score>) -> Score {
    let mut all = Score::default();
    scores.for_each(|score| all += score);
    all
}

fn rates(score: Score) -> String {
    format!("{:.3} | {:.3} | {:.3}", score.precision(), score.recall(), score.f1())
}
