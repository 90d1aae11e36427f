//! Numbers that stand on one side only.

use std::sync::LazyLock;

use super::stated::{Amount, Form, Stated};
use super::{Mismatch, fractions, severity};
use crate::check::number_mismatch::NUMBER_MISMATCH;
use crate::text::Pieces;

/// Words that say below zero without a minus.
const MINUS: &[&str] = &[
    "minus",
    "マイナス",
    "零下",
    "氷点下",
    "below zero",
    "below freezing",
    "unter null",
    "moins",
    "menos",
    "negativ",
    "負",
    "负",
    "-",
    "−",
    "–",
    "－",
];

pub(super) fn compare(source: &Stated<'_>, translation: &Stated<'_>) -> Vec<Mismatch> {
    let missing: Vec<&Amount> = lacking(source, translation);
    let mut extra: Vec<&Amount> = lacking(translation, source);
    let in_order = missing.len() == extra.len();
    let mut found = Vec::new();
    for number in missing {
        let alike = extra.iter().position(|other| other.unit == number.unit && !other.unit.is_empty());
        let partner = alike.or((in_order && !extra.is_empty()).then_some(0)).map(|at| extra.remove(at));
        found.push(match partner {
            Some(other) => changed(source, number, translation, other),
            None => absent(source, number),
        });
    }
    found.extend(extra.into_iter().map(|number| added(translation, number)));
    found.extend(signs(source, translation));
    found.extend(half_of_day(source, translation));
    found
}

/// The numbers of one text that the other states in no reading.
fn lacking<'s>(text: &'s Stated<'_>, other: &Stated<'_>) -> Vec<&'s Amount> {
    let comparable = |amount: &Amount| amount.form != Form::Fraction || fractions::are_read(other.language);
    text.amounts()
        .iter()
        .filter(|amount| amount.demanded && comparable(amount) && !other.states(amount))
        .collect()
}

fn changed(source: &Stated<'_>, number: &Amount, translation: &Stated<'_>, other: &Amount) -> Mismatch {
    let (said, says) = (number.span.of(source.text), other.span.of(translation.text));
    Mismatch {
        rule: NUMBER_MISMATCH,
        severity: severity(&[number, other]),
        span: Some(other.span),
        message: format!("the source says `{said}`, the translation `{says}`: correct the number"),
    }
}

fn absent(source: &Stated<'_>, number: &Amount) -> Mismatch {
    let said = number.span.of(source.text);
    Mismatch {
        rule: NUMBER_MISMATCH,
        severity: severity(&[number]),
        span: None,
        message: format!("the source says `{said}`, and the translation has no such number: add it"),
    }
}

fn added(translation: &Stated<'_>, number: &Amount) -> Mismatch {
    let says = number.span.of(translation.text);
    Mismatch {
        rule: NUMBER_MISMATCH,
        severity: severity(&[number]),
        span: Some(number.span),
        message: format!(
            "the translation says `{says}`, and the source has no such number: correct or remove it"
        ),
    }
}

const MORNING: [&str; 5] = ["午前", "上午", "a.m.", " am", "vormittags"];
const AFTERNOON: [&str; 5] = ["午後", "下午", "p.m.", " pm", "nachmittags"];

static IS_HALF_OF_DAY: LazyLock<Pieces> = LazyLock::new(|| Pieces::new(MORNING.into_iter().chain(AFTERNOON)));

/// Morning in one text, afternoon in the other.
fn half_of_day(source: &Stated<'_>, translation: &Stated<'_>) -> Option<Mismatch> {
    let says = |text: &str, words: &[&str]| {
        words.iter().any(|word| {
            text.match_indices(word).any(|(at, word)| {
                let end = text.get(at + word.len()..).unwrap_or_default();
                let before = text.get(..at).unwrap_or_default().trim_end();
                // ` am` is an hour's behind digits only.
                !word.starts_with(' ')
                    || before.ends_with(|c: char| c.is_ascii_digit()) && !end.starts_with(char::is_alphabetic)
            })
        })
    };
    let half = |text: &str| {
        if !IS_HALF_OF_DAY.are_in(text) {
            return None;
        }
        match (says(text, &MORNING), says(text, &AFTERNOON)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    };
    let (said, says) = (half(source.text)?, half(translation.text)?);
    let name = |morning: bool| if morning { "morning" } else { "afternoon" };
    (said != says).then(|| Mismatch {
        rule: NUMBER_MISMATCH,
        severity: NUMBER_MISMATCH.severity,
        span: None,
        message: format!(
            "the source says a time in the {}, the translation in the {}: correct it",
            name(said),
            name(says)
        ),
    })
}

/// The same value with a minus on one side only.
fn signs(source: &Stated<'_>, translation: &Stated<'_>) -> Vec<Mismatch> {
    let has_minus = |text: &str| {
        let lower = text.to_lowercase();
        MINUS.iter().any(|word| lower.contains(word))
    };
    let lost = |from: &Stated<'_>, to: &Stated<'_>| {
        let negative = from.amounts().iter().filter(|amount| amount.negative);
        let alone =
            |amount: &&Amount| from.amounts().iter().filter(|own| own.has_value_of(amount)).count() == 1;
        let pairs = negative.filter(alone).filter_map(|amount| {
            let mut same = to.amounts().iter().filter(|other| other.has_value_of(amount));
            let other = same.next().filter(|other| !other.negative && same.next().is_none())?;
            Some((amount.clone(), other.clone()))
        });
        let pairs: Vec<_> = pairs.collect();
        if pairs.is_empty() || has_minus(to.text) { Vec::new() } else { pairs }
    };
    let gained = lost(translation, source).into_iter().map(|(other, number)| (number, other));
    let pairs = lost(source, translation).into_iter().chain(gained);
    pairs.map(|(number, other)| changed(source, &number, translation, &other)).collect()
}
