//! What a text states in numbers, ready to be compared with what its translation states.

use std::cell::OnceCell;

use crate::text::{
    Comparator, Measure, Quantity, Span, has_clear_denial, negations, quantities_in, values_granted,
};

/// What a value stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Number,
    RangeEnd,
    /// Two thirds, not two and three.
    Fraction,
}

/// One number of a text.
#[derive(Clone, Debug)]
pub(crate) struct Amount {
    /// Each value it can be read as, without its sign.
    pub(super) readings: Vec<f64>,
    pub(super) negative: bool,
    /// The value of a variable's placeable: `$n`.
    pub(super) variable: Option<String>,
    pub(super) unit: String,
    pub(super) measure: Option<Measure>,
    pub(super) comparator: Comparator,
    pub(super) form: Form,
    /// Whether the other text has to state it.
    pub(super) demanded: bool,
    /// What it is together with its neighbours, in the base of its measure: `1時間30分` is 90 minutes.
    pub(super) sum: Option<f64>,
    pub(super) span: Span,
}

/// A text with its numbers and denials; what costs time is read when it is asked for, once.
pub struct Stated<'t> {
    pub(super) text: &'t str,
    pub(super) language: &'t str,
    amounts: OnceCell<Vec<Amount>>,
    granted: OnceCell<Vec<f64>>,
    negations: OnceCell<usize>,
    denied: OnceCell<bool>,
}

impl<'t> Stated<'t> {
    /// A text in a language (a BCP 47 tag; only its first part counts).
    pub fn new(text: &'t str, language: &'t str) -> Self {
        let language = language.split(['-', '_']).next().unwrap_or_default();
        Self {
            text,
            language,
            amounts: OnceCell::new(),
            granted: OnceCell::new(),
            negations: OnceCell::new(),
            denied: OnceCell::new(),
        }
    }

    pub(super) fn amounts(&self) -> &[Amount] {
        self.amounts.get_or_init(|| {
            let mut amounts = amounts(self.text, self.language);
            amounts.retain(|amount| !is_css(self.text, amount.span));
            amounts
        })
    }

    pub(super) fn negations(&self) -> usize {
        *self.negations.get_or_init(|| negations(self.text))
    }

    /// Whether any sentence of it clearly denies.
    pub(super) fn may_be_denied(&self) -> bool {
        *self.denied.get_or_init(|| has_clear_denial(self.text, self.language))
    }

    /// Whether the text states an amount of another text in any reading.
    pub(super) fn states(&self, amount: &Amount) -> bool {
        self.amounts().iter().any(|own| own.is_as_much_as(amount)) || self.grants(amount)
    }

    fn grants(&self, amount: &Amount) -> bool {
        let granted = self.granted.get_or_init(|| values_granted(self.text, self.language));
        amount.readings.iter().any(|value| granted.iter().any(|granted| same(*granted, *value)))
    }
}

/// Whether a place lies in the `.style` of a message: its lengths are each locale's own business.
fn is_css(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    before.rsplit('\n').next().is_some_and(|line| line.starts_with(".style = "))
}

impl Amount {
    /// Whether both have a value in common.
    pub(super) fn has_value_of(&self, other: &Self) -> bool {
        let variable = self.variable.is_some() && self.variable == other.variable;
        variable || self.readings.iter().any(|a| other.readings.iter().any(|b| same(*a, *b)))
    }

    /// Whether both are as much, be it in other units.
    fn is_as_much_as(&self, other: &Self) -> bool {
        self.has_value_of(other) || {
            let (Some(own), Some(its)) = (self.measure, other.measure) else { return false };
            let equal = |amount: &Self, other: &Self, own: Measure, its: Measure| {
                let sums = amount.sum.into_iter();
                let values = amount.readings.iter().map(|value| value * own.factor).chain(sums);
                values.into_iter().any(|a| {
                    other.sum.is_some_and(|sum| same(a, sum))
                        || other.readings.iter().any(|b| same(a, b * its.factor))
                })
            };
            own.dimension == its.dimension && equal(self, other, own, its)
        }
    }
}

impl Amount {
    /// A bare value.
    pub(super) fn plain(readings: Vec<f64>, span: Span) -> Self {
        Self {
            readings,
            negative: false,
            variable: None,
            unit: String::new(),
            measure: None,
            comparator: Comparator::Exactly,
            form: Form::Number,
            demanded: false,
            sum: None,
            span,
        }
    }
}

/// Equal up to what arithmetic with fractions loses.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

fn amounts(text: &str, language: &str) -> Vec<Amount> {
    let found = quantities_in(text, language);
    let others: Vec<Quantity> = if is_ambiguous(text) && !has_group(text) {
        ["en", "de"].iter().flat_map(|language| quantities_in(text, language)).collect()
    } else {
        Vec::new()
    };
    let mut amounts: Vec<Amount> =
        found.iter().flat_map(|quantity| of_quantity(quantity, &others, text)).collect();
    sum_up(&mut amounts, text);
    super::fractions::read(text, language, &mut amounts);
    amounts.extend(super::times::read(text, language));
    amounts
}

/// Whether a number of the text may be another one in another language: `1.234`.
fn is_ambiguous(text: &str) -> bool {
    let mut signs = text.match_indices(['.', ',', '．', '，']);
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    signs.any(|(at, sign)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + sign.len()..).and_then(|after| after.chars().next());
        digit(before) && digit(after)
    })
}

/// Whether three digits stand behind a point or a comma: where the language is known, `12,500` has one meaning.
fn has_group(text: &str) -> bool {
    text.split(['.', ',']).skip(1).any(|after| {
        let digits = after.chars().take_while(char::is_ascii_digit).count();
        digits == 3
    })
}

fn of_quantity(quantity: &Quantity, others: &[Quantity], text: &str) -> Vec<Amount> {
    let span = quantity.span;
    if is_in_placeable(text, span) {
        return Vec::new();
    }
    let written = span.of(text);
    let alike = others.iter().filter(|other| other.span.start == span.start);
    let (mut low, mut high) = (vec![quantity.value.as_str()], Vec::new());
    high.extend(quantity.to.as_deref());
    for other in alike {
        low.push(&other.value);
        high.extend(other.to.as_deref());
    }
    let mut amounts: Vec<Amount> =
        [low, high].iter().filter_map(|values| amount(quantity, values, text)).collect();
    if let [low, high] = amounts.as_mut_slice() {
        low.form = Form::RangeEnd;
        high.form = Form::RangeEnd;
        share_magnitude(low, high, written);
    }
    amounts
}

fn amount(quantity: &Quantity, values: &[&str], text: &str) -> Option<Amount> {
    let first = values.first()?;
    let written = quantity.span.of(text);
    let after = text.get(quantity.span.end..).unwrap_or_default();
    let variable = first.starts_with('$').then(|| (*first).to_owned());
    let negative = first.starts_with('-');
    let mut readings: Vec<f64> =
        values.iter().filter_map(|value| value.trim_start_matches('-').parse().ok()).collect();
    // `2年半`, `two and a half`.
    let half = ["半", "个半", "個半", " and a half", "-and-a-half", " einhalb", " et demi", " y medi"];
    if half.iter().any(|half| after.starts_with(half)) {
        readings.extend(readings.clone().iter().map(|value| value + 0.5));
    }
    let before = text.get(..quantity.span.start).unwrap_or_default();
    if before.ends_with('.') && !before.trim_end_matches('.').ends_with(|c: char| c.is_numeric()) {
        readings.extend(leading_point(written));
    }
    if let Some(year) = of_era(written) {
        readings.push(year);
    }
    let mut quantity = quantity.clone();
    if quantity.unit == "時" || CLOCK.iter().any(|mark| after.trim_start().starts_with(mark)) {
        readings
            .extend(readings.clone().iter().map(|hour| if *hour < 12.0 { hour + 12.0 } else { hour - 12.0 }));
    }
    if let Some(unit) = HALVED.iter().find(|(half, _)| after.starts_with(half)).map(|(_, unit)| *unit) {
        readings = readings.iter().map(|value| value + 0.5).collect();
        unit.clone_into(&mut quantity.unit);
    }
    // `3分の2` is no time, and `1990s` no duration.
    let is_fraction = quantity.unit == "minute" && after.starts_with(['の', '之']);
    let is_decade = quantity.unit == "second"
        && written.ends_with("0s")
        && readings.first().is_some_and(|value| *value >= 20.0);
    if is_fraction || is_decade {
        quantity.unit.clear();
    }
    // `二三天` is two or three days.
    if let Some(either) = next_to_each_other(written) {
        readings = either.to_vec();
    }
    // `1940s` are the forties.
    if is_decade
        || after.starts_with('s')
        || after.starts_with("年代")
        || written.ends_with('年') && after.starts_with('代')
    {
        readings.extend(readings.clone().iter().map(|year| year % 100.0));
    }
    let in_words =
        !written.trim_start_matches(['-', '−']).starts_with(|c: char| c.is_numeric() && !is_han(c));
    let measure = quantity.measure();
    let most = readings.iter().copied().fold(0.0, f64::max);
    let least = readings.iter().copied().fold(f64::INFINITY, f64::min);
    // `twice` says how often; `two` is said in many ways.
    let often = ["twice", "Twice", "mal"].iter().any(|word| written.ends_with(word));
    let counted = measure.is_some() || often;
    let is_time = text.contains("Uhr") && least.fract() > 0.0 && measure.is_none();
    let small = same(least, 1.0) || same(least, 0.0) || same(least, 2.0) && in_words && !counted || is_time;
    let demanded = variable.is_none()
        && !small
        && !is_label(before, written, after)
        && (!quantity.several || most >= 100.0);
    Some(Amount {
        readings,
        negative,
        variable,
        measure,
        comparator: quantity.comparator,
        form: Form::Number,
        demanded,
        sum: None,
        span: quantity.span,
        unit: quantity.unit,
    })
}

/// Whether a number belongs to the number of a section: `2.3.` at the start of a heading.
fn is_label(before: &str, written: &str, after: &str) -> bool {
    let is_part = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '.');
    is_part(before) && is_part(written) && (before.contains('.') || after.starts_with('.'))
}

/// Two numerals one behind the other, the second greater by one: `两三`, `五六`.
fn next_to_each_other(written: &str) -> Option<[f64; 2]> {
    let value = |c: char| match c {
        '两' | '兩' => Some(2.0),
        c => "〇一二三四五六七八九"
            .chars()
            .zip(0_u8..)
            .find(|(own, _)| *own == c)
            .map(|(_, value)| f64::from(value)),
    };
    let mut characters = written.chars();
    let (first, second) = (value(characters.next()?)?, value(characters.next()?)?);
    let ends = characters.next().is_none_or(|c| value(c).is_none() && !"十百千".contains(c));
    (ends && same(second, first + 1.0)).then_some([first, second])
}

/// `一个半小时`: the unit stands behind the half.
const HALVED: &[(&str, &str)] =
    &[("半小时", "hour"), ("半小時", "hour"), ("半钟头", "hour"), ("半月", "month"), ("半星期", "week")];

/// What stands behind an hour: 3 p.m. is 15 o'clock.
const CLOCK: &[&str] =
    &["pm", "p.m", "am ", "am.", "a.m", "PM", "AM", "Uhr", "点", "點", "时", ":", "o'clock", "o’clock"];

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '〇')
}

/// Digits inside a placeable or of a variant's key are Fluent's.
fn is_in_placeable(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let opened = before.rfind('{').is_some_and(|open| before.rfind('}').is_none_or(|close| close < open));
    let function = before.rfind('{').and_then(|open| text.get(open..span.start)).unwrap_or_default();
    let key = before.ends_with('[') && text.get(span.end..).is_some_and(|after| after.starts_with(']'));
    opened && !function.contains("->") && !function.contains('"') && !span.of(text).starts_with('{')
        || opened && key
}

/// `.05`: the value behind a point that has no zero before it.
fn leading_point(written: &str) -> Option<f64> {
    let digits: String = written.chars().take_while(char::is_ascii_digit).collect();
    format!("0.{digits}").parse().ok()
}

/// The year of its era that `令和6年` also is.
fn of_era(written: &str) -> Option<f64> {
    let era = ["令和", "平成", "昭和", "大正", "明治"].iter().find_map(|era| written.strip_prefix(era))?;
    quantities_in(era.trim_start(), "ja").first()?.value.parse().ok()
}

/// `5〜10万` begins at five or at fifty thousand.
fn share_magnitude(low: &mut Amount, high: &Amount, written: &str) {
    let lower = written.to_lowercase();
    let magnitudes: &[(&[&str], f64)] = &[
        (&["百", "hundred", "hundert"], 1e2),
        (&["千", "thousand", "tausend", "mille"], 1e3),
        (&["万", "萬"], 1e4),
        (&["million", "mio", "millones"], 1e6),
        (&["億", "亿"], 1e8),
        (&["billion", "milliard", "mrd"], 1e9),
    ];
    let most = high.readings.iter().copied().fold(0.0, f64::max);
    for (words, factor) in magnitudes {
        if most >= *factor && words.iter().any(|word| lower.contains(word)) {
            let raised: Vec<f64> =
                low.readings.iter().map(|value| value * factor).filter(|v| *v <= most).collect();
            low.readings.extend(raised);
        }
    }
}

/// Neighbours of one dimension that fall in size are one amount: `1時間30分`, `2 years and 6 months`.
fn sum_up(amounts: &mut [Amount], text: &str) {
    let base = |amount: &Amount| Some(amount.readings.first()? * amount.measure?.factor);
    for at in 1..amounts.len() {
        let Some((before, after)) = amounts.get(at - 1).zip(amounts.get(at)) else { continue };
        let between = text.get(before.span.end..after.span.start).unwrap_or("?").trim();
        let joined = matches!(between, "" | "と" | "and" | "und" | "et" | "y" | "零" | "又");
        let (Some(large), Some(small)) = (before.measure, after.measure) else { continue };
        if !joined || large.dimension != small.dimension || large.factor <= small.factor {
            continue;
        }
        let total = before.sum.or_else(|| base(before)).zip(base(after)).map(|(a, b)| a + b);
        if let Some(total) = total {
            for part in amounts.iter_mut().skip(at - 1).take(2) {
                part.sum = Some(total);
            }
        }
    }
}
