//! The alignment and the classification on edits made up from seeds, for what is rare in real documents: splits,
//! merges, moves with edits, swallowed and doubled texts, numbers and denials. The texts are the project's own.
//!
//! `YAKUGO_CASES` scales the number of documents (1000 without it); `-- --nocapture` prints the scores.

#![allow(missing_docs, reason = "a test suite")]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests")]

#[path = "common/corpus.rs"]
mod corpus;

use std::collections::{BTreeMap, BTreeSet};

use corpus::{Seed, join, paragraph, reword, sentence};
use yakugo::carry::{Carried, ChangeKind, Piece, Relation, align, classify};
use yakugo::document::Kind;

/// A paragraph on its way from the old document to the new one.
#[derive(Clone, Debug)]
struct Made {
    /// The old pieces it is made of; none of an inserted one.
    from: Vec<usize>,
    kind: Kind,
    text: String,
}

/// A document and its edited self.
struct Case {
    japanese: bool,
    old: Vec<(Kind, String)>,
    sentences: Vec<Vec<String>>,
    new: Vec<Made>,
}

impl Case {
    fn new(seed: &mut Seed) -> Self {
        let japanese = seed.below(2) == 0;
        let (mut old, mut sentences) = (Vec::new(), Vec::new());
        for section in 0..3 {
            let heading = sentence(seed, japanese);
            let heading: String = heading.chars().take(8 + seed.below(8)).collect();
            old.push((Kind::Heading, format!("{heading} {}", ["α", "β", "γ"][section])));
            sentences.push(Vec::new());
            for _ in 0..4 + seed.below(5) {
                let made = paragraph(seed, japanese);
                old.push((Kind::Paragraph, join(&made, japanese)));
                sentences.push(made);
            }
        }
        let all = old.iter().enumerate();
        let new =
            all.map(|(at, (kind, text))| Made { from: vec![at], kind: *kind, text: text.clone() }).collect();
        Self { japanese, old, sentences, new }
    }

    /// A paragraph of at least so many sentences that was not touched yet.
    fn pick(&self, seed: &mut Seed, sentences: usize) -> Option<usize> {
        let fits = |at: &usize| match self.new[*at].from.as_slice() {
            [from] => self.sentences[*from].len() >= sentences && self.new[*at].text == self.old[*from].1,
            _ => false,
        };
        let all: Vec<usize> = (0..self.new.len()).filter(fits).collect();
        (!all.is_empty()).then(|| seed.pick(&all))
    }

    fn sentences_of(&self, at: usize) -> Vec<String> {
        self.sentences[self.new[at].from[0]].clone()
    }

    fn edit(&mut self, class: &str, seed: &mut Seed) -> Option<()> {
        let japanese = self.japanese;
        match class {
            "edited" => {
                let at = self.pick(seed, 1)?;
                let mut sentences = self.sentences_of(at);
                let which = seed.below(sentences.len());
                sentences[which] = reword(seed, &sentences[which], japanese);
                self.new[at].text = join(&sentences, japanese);
            }
            "split" => {
                let at = self.pick(seed, 2)?;
                let sentences = self.sentences_of(at);
                let (first, second) = sentences.split_at(1 + seed.below(sentences.len() - 1));
                let rest = Made { text: join(second, japanese), ..self.new[at].clone() };
                self.new[at].text = join(first, japanese);
                self.new.insert(at + 1, rest);
            }
            "merged" => {
                let at = self.pick(seed, 1)?;
                let next = self
                    .new
                    .get(at + 1)
                    .filter(|next| next.from.len() == 1 && next.kind == Kind::Paragraph)?;
                (next.text == self.old[next.from[0]].1).then_some(())?;
                let other = self.new.remove(at + 1);
                self.new[at].from.extend(other.from);
                self.new[at].text = join(&[self.new[at].text.clone(), other.text], japanese);
            }
            "moved and edited" => {
                let at = self.pick(seed, 2)?;
                self.edit_at(at, seed);
                let made = self.new.remove(at);
                self.new.insert(1 + seed.below(self.new.len()), made);
            }
            "swallowed" => {
                // A short paragraph of its own becomes the beginning of the next one, which was edited too.
                let at = self.pick(seed, 1).filter(|at| self.sentences_of(*at).len() == 1)?;
                let text = self.new[at].text.clone();
                let grown = [text, sentence(seed, japanese), sentence(seed, japanese)];
                self.new[at].text = join(&grown, japanese);
            }
            "doubled and one deleted" => {
                // Three equal texts at places with different neighbours; one of them goes.
                let doubled = if japanese { "図を参照。" } else { "See the figure." };
                let places: Vec<usize> = (0..3).filter_map(|_| self.pick(seed, 1)).collect();
                let places: BTreeSet<usize> = places.iter().map(|at| self.new[*at].from[0]).collect();
                // Side by side nobody can tell them apart.
                let apart = places.iter().zip(places.iter().skip(1)).all(|(a, b)| b - a > 1);
                apart.then_some(())?;
                for old in &places {
                    doubled.clone_into(&mut self.old[*old].1);
                    self.sentences[*old] = vec![doubled.to_owned()];
                    let at = self.new.iter().position(|made| made.from == [*old])?;
                    doubled.clone_into(&mut self.new[at].text);
                }
                let gone = seed.pick(&places.into_iter().collect::<Vec<_>>());
                self.new.retain(|made| made.from != [gone]);
            }
            "near copy inserted" => {
                let at = self.pick(seed, 2)?;
                let mut sentences = self.sentences_of(at);
                for sentence in &mut sentences {
                    *sentence = corpus::sentence(seed, japanese);
                }
                let made = Made { from: vec![], kind: Kind::Paragraph, text: join(&sentences, japanese) };
                self.new.insert(at + seed.below(2), made);
            }
            "replaced" => {
                let at = self.pick(seed, 1)?;
                let text = join(&paragraph(seed, japanese), japanese);
                self.new[at] = Made { from: vec![], kind: Kind::Paragraph, text };
            }
            _ => panic!("{class}"),
        }
        Some(())
    }

    fn edit_at(&mut self, at: usize, seed: &mut Seed) {
        let mut sentences = self.sentences_of(at);
        let which = seed.below(sentences.len());
        sentences[which] = reword(seed, &sentences[which], self.japanese);
        self.new[at].text = join(&sentences, self.japanese);
    }
}

fn pieces<'a>(texts: impl Iterator<Item = (Kind, &'a str)>) -> Vec<Piece<'a>> {
    let mut path = "";
    let piece = |(kind, text): (Kind, &'a str)| {
        if kind == Kind::Heading {
            path = text;
        }
        Piece { kind, path, text }
    };
    texts.map(piece).collect()
}

fn aligned(case: &Case) -> Vec<Option<Carried>> {
    let old = pieces(case.old.iter().map(|(kind, text)| (*kind, text.as_str())));
    let new = pieces(case.new.iter().map(|made| (made.kind, made.text.as_str())));
    align(&old, &new)
}

fn count(default: usize) -> usize {
    std::env::var("YAKUGO_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(default)
}

#[derive(Default)]
struct Score {
    wanted: usize,
    found: usize,
    given: usize,
    right: usize,
    inserted: usize,
    offered: usize,
}

#[test]
fn rare_edits() {
    let classes = [
        ("edited", 0.99),
        ("split", 0.99),
        ("merged", 0.99),
        ("moved and edited", 0.99),
        ("swallowed", 0.99),
        ("doubled and one deleted", 0.99),
        ("near copy inserted", 0.99),
        ("replaced", 0.99),
    ];
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    for number in 0..count(1000) {
        let mut seed = Seed::new(number as u64 + 1);
        let (class, _) = classes[number % classes.len()];
        let mut case = Case::new(&mut seed);
        for _ in 0..2 {
            let _ = case.edit(class, &mut seed);
        }
        let carried = aligned(&case);
        let score = scores.entry(class).or_default();
        let verbose = std::env::var_os("CARRY_VERBOSE").is_some();
        for (made, found) in case.new.iter().zip(&carried) {
            let wanted: BTreeSet<usize> = made.from.iter().copied().collect();
            let given: BTreeSet<usize> = found.iter().flat_map(|found| found.from.iter().copied()).collect();
            if verbose && wanted != given {
                println!("{number} {class}: wanted {wanted:?}, given {found:?}\n  + {}", made.text);
                wanted.union(&given).for_each(|old| println!("  {old} {}", case.old[*old].1));
            }
            // Only what was touched is scored; the rest must be perfect.
            let touched =
                made.from.len() != 1 || case.old[made.from[0]].1 != made.text || class.starts_with("doubled");
            if !touched {
                assert_eq!(wanted, given, "{number} {class} {}", made.text);
                continue;
            }
            score.inserted += usize::from(wanted.is_empty());
            score.offered += usize::from(wanted.is_empty() && !given.is_empty());
            score.wanted += wanted.len();
            score.found += wanted.intersection(&given).count();
            score.given += given.len();
            score.right += given.intersection(&wanted).count();
        }
        let lent: Vec<usize> = carried.iter().flatten().filter_map(Carried::id_from).collect();
        assert_eq!(lent.len(), lent.iter().collect::<BTreeSet<_>>().len(), "an id was lent twice");
    }
    #[allow(clippy::cast_precision_loss, reason = "small counts")]
    let share = |part: usize, of: usize| if of == 0 { 1.0 } else { part as f64 / of as f64 };
    let mut short = Vec::new();
    for (class, bar) in classes {
        let score = &scores[class];
        let (recall, precision) = (share(score.found, score.wanted), share(score.right, score.given));
        let offers = share(score.offered, score.inserted.max(1));
        println!(
            "{class:<26} recall {recall:.4} of {:<6} precision {precision:.4} of {:<6} offers {offers:.4} of {}",
            score.wanted, score.given, score.inserted
        );
        // A text that shares half its phrases with the one it replaces is no clear case.
        let below = if score.wanted > 0 { recall < bar || precision < bar } else { offers > 0.03 };
        if below {
            short.push(class);
        }
    }
    assert!(short.is_empty(), "below the bar: {short:?}");
}

/// Ids of equal texts are worth keeping, however many there are and whichever went.
#[test]
fn equal_texts_in_unequal_numbers() {
    let piece = |text| Piece { kind: Kind::Cell, path: "", text };
    for (old, new) in [(3, 2), (2, 3), (400, 399), (3000, 2999)] {
        let found = align(&vec![piece("はい"); old], &vec![piece("はい"); new]);
        assert_eq!(found.iter().flatten().count(), old.min(new), "{old} → {new}");
    }
}

#[test]
fn identity_and_permuted_sections() {
    for number in 0..count(1000) / 10 {
        let mut seed = Seed::new(number as u64 + 70_000);
        let mut case = Case::new(&mut seed);
        for (at, found) in aligned(&case).into_iter().enumerate() {
            assert_eq!(found, Some(Carried { from: vec![at], relation: Relation::Same, moved: false }));
        }
        let mut sections: Vec<Vec<Made>> = Vec::new();
        for made in case.new.drain(..) {
            if made.kind == Kind::Heading {
                sections.push(Vec::new());
            }
            sections.last_mut().unwrap().push(made);
        }
        let shift = seed.below(sections.len());
        sections.rotate_left(shift);
        case.new = sections.into_iter().flatten().collect();
        for (made, found) in case.new.iter().zip(aligned(&case)) {
            assert_eq!(found.and_then(|found| found.id_from()), Some(made.from[0]), "{}", made.text);
        }
    }
}

/// Amounts in sentences, before and after; every change of any part of them is `meaning`.
#[test]
fn every_changed_amount_is_meaning() {
    let frames = [
        "{}を投与した。",
        "濃度は{}である。",
        "1日2回、{}ずつ飲む。",
        "The dose is {} a day.",
        "Store it at {} overnight.",
    ];
    let comparators = [("", ""), ("約", ""), ("", "以上"), ("", "未満"), ("≤ ", ""), ("more than ", "")];
    let units = ["mg", "μg", "ng/mL", "mL", "%", "日", "回", "時間", "mg/kg", "IU", "℃", "人"];
    let numbers =
        ["10", "5", "100", "1.5", "15", "0.5", "1,000", "30〜50", "10–20", "数百", "三", "1万", "2.50"];
    let mut seed = Seed::new(3);
    for _ in 0..count(1000) {
        let frame = seed.pick(&frames);
        let mut parts = (seed.pick(&comparators), seed.pick(&numbers), seed.pick(&units));
        let amount = |((before, after), number, unit): ((&str, &str), &str, &str)| {
            frame.replace("{}", &format!("{before}{number} {unit}{after}"))
        };
        let old = amount(parts);
        let before = parts;
        match seed.below(3) {
            0 => parts.0 = seed.pick(&comparators),
            1 => parts.1 = seed.pick(&numbers),
            _ => parts.2 = seed.pick(&units),
        }
        let new = amount(parts);
        let changed = before != parts;
        for (old, new) in [(&old, &new), (&new, &old)] {
            let kind = classify(old, new).kind;
            assert_eq!(kind == ChangeKind::Meaning, changed, "{kind:?}\n{old}\n{new}");
        }
        let marked = new.replacen(parts.1, &format!("**{}**", parts.1), 1);
        assert!(classify(&new, &marked).kind <= ChangeKind::Markup, "{marked}");
        let wide: String = new.chars().map(|c| if c.is_ascii_digit() { wide(c) } else { c }).collect();
        assert_eq!(classify(&new, &wide).kind, ChangeKind::Layout, "{wide}");
    }
}

fn wide(digit: char) -> char {
    char::from_u32(u32::from(digit) + 0xFEE0).unwrap()
}

/// Every denial that comes or goes is `meaning`, whatever else the sentence holds.
#[test]
fn every_lost_denial_is_meaning() {
    let pairs = [
        ("使用できます", "使用できません"),
        ("効果がある", "効果がない"),
        ("承認されている", "承認されていない"),
        ("必要です", "不要です"),
        ("加熱して使う", "加熱せずに使う"),
        ("認められた", "認められなかった"),
        ("適応である", "適応ではない"),
        ("併用は可能", "併用は不可"),
        ("is approved", "is not approved"),
        ("can be used", "cannot be used"),
        ("works", "doesn't work"),
        ("with food", "without food"),
        ("ist zugelassen", "ist nicht zugelassen"),
        ("eine Wirkung", "keine Wirkung"),
        ("est autorisé", "n'est pas autorisé"),
        ("se debe usar", "no se debe usar"),
        ("已获批准", "未获批准"),
        ("有效", "无效"),
        ("можно применять", "нельзя применять"),
        ("승인되었다", "승인되지 않았다"),
        ("효과가 있다", "효과가 없다"),
    ];
    let frames = [
        "{}",
        "少ない例だが、{}。",
        "無料で、非常に{}。",
        "必ず確認する。{}。",
        "{}、かもしれない。",
        "Note: {} (see 3).",
        "**{}**",
    ];
    for (with, without) in pairs {
        for frame in frames {
            let (old, new) = (frame.replace("{}", with), frame.replace("{}", without));
            for (old, new) in [(&old, &new), (&new, &old)] {
                assert_eq!(classify(old, new).kind, ChangeKind::Meaning, "{old} → {new}");
            }
        }
    }
}
