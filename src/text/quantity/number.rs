//! Reading a number: digits in any width, grouping, decimals, powers of ten, kanji numerals, number words.

use super::scan::Scan;
use super::spoken;

/// How the language of a text writes decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Unknown: told by the number's own shape where that is possible.
    Unknown,
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

impl Style {
    pub(super) fn of(language: &str) -> Self {
        match language.split(['-', '_']).next().unwrap_or_default() {
            "ja" | "zh" | "ko" | "en" | "th" | "he" => Self::Point,
            "de" | "fr" | "es" | "it" | "pt" | "nl" | "ru" | "uk" | "pl" | "cs" | "sv" | "da" | "fi"
            | "nb" | "tr" | "id" | "vi" | "el" | "hu" | "ro" => Self::Comma,
            _ => Self::Unknown,
        }
    }
}

/// A number as read: `mantissa / 10^scale`, or several of them (`数百`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    mantissa: u128,
    scale: u32,
    /// Trailing zeros that may be a group (`1.000`), so that they must not be dropped.
    exact: bool,
    pub(super) several: bool,
}

impl Number {
    fn whole(value: u128) -> Self {
        Self { mantissa: value, scale: 0, exact: false, several: false }
    }

    fn times_ten_to(self, power: u32) -> Option<Self> {
        if self.scale >= power {
            return Some(Self { scale: self.scale - power, ..self });
        }
        let factor = 10_u128.checked_pow(power - self.scale)?;
        Some(Self { mantissa: self.mantissa.checked_mul(factor)?, scale: 0, ..self })
    }

    fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let raised = |number: Self| number.mantissa.checked_mul(10_u128.checked_pow(scale - number.scale)?);
        let mantissa = raised(self)?.checked_add(raised(other)?)?;
        Some(Self { mantissa, scale, exact: false, several: self.several || other.several })
    }

    /// The value for comparing across spellings; exact to the fifteenth digit, which no text states.
    #[allow(clippy::cast_precision_loss, reason = "no text states a number of so many digits")]
    pub(super) fn value(self) -> f64 {
        self.mantissa as f64 / 10_f64.powi(i32::try_from(self.scale).unwrap_or(i32::MAX))
    }

    pub(super) fn add(self, whole: u128) -> Option<Self> {
        self.plus(Self::whole(whole))
    }

    /// The one way to write this value: `1000`, `1.5`, `0.25`.
    pub(super) fn to_text(self) -> String {
        let digits = format!("{:0>width$}", self.mantissa, width = self.scale as usize + 1);
        let (whole, fraction) =
            digits.split_at_checked(digits.len() - self.scale as usize).unwrap_or((&digits, ""));
        let fraction = if self.exact { fraction } else { fraction.trim_end_matches('0') };
        if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
    }
}

/// One, several times: the value of `数` before a counter.
pub(super) fn several_ones() -> Number {
    Number { several: true, ..Number::whole(1) }
}

/// Reads the number that begins at `at`, with the place behind it.
pub(super) fn read(scan: &Scan, at: usize, style: Style) -> Option<(Number, usize)> {
    if scan.at(at).is_ascii_digit() {
        let (number, end) = arabic(scan, at, style)?;
        let (number, end) = power_of_ten(scan, number, end).unwrap_or((number, end));
        let (number, end) = kanji(scan, Some(number), end, style).unwrap_or((number, end));
        return Some(magnitude(scan, number, end).unwrap_or((number, end)));
    }
    if scan.at(at) == '数'
        || kanji_digit(scan.at(at)).is_some()
        || ten_to(scan.at(at)).is_some_and(|power| power < 4)
    {
        return kanji(scan, None, at, style);
    }
    let (value, end) = spoken::read(scan, at)?;
    let number = Number::whole(value);
    Some(magnitude(scan, number, end).unwrap_or((number, end)))
}

/// Digits with their grouping and decimals.
fn arabic(scan: &Scan, at: usize, style: Style) -> Option<(Number, usize)> {
    let mut groups: Vec<(char, String)> = vec![('\0', String::new())];
    let mut ends = Vec::new();
    let mut end = at;
    loop {
        while scan.at(end).is_ascii_digit() {
            if let Some((_, digits)) = groups.last_mut() {
                digits.push(scan.at(end));
            }
            end += 1;
        }
        ends.push(end);
        if !is_separator(scan.at(end), style) || !scan.at(end + 1).is_ascii_digit() {
            break;
        }
        groups.push((scan.at(end), String::new()));
        end += 1;
    }
    // Part of a date: `5.3.`, `05.03.2024`.
    let follows = scan.before(at) == '.' && scan.before(at - 1).is_ascii_digit();
    let dotted = follows || scan.at(end) == '.' && scan.at(end + 1) != '\0';
    let (used, decimal) = split_groups(&groups, style, dotted);
    let whole: String =
        groups.iter().take(used - usize::from(decimal)).map(|(_, digits)| digits.as_str()).collect();
    let fraction = groups.get(used - 1).filter(|_| decimal).map_or("", |(_, digits)| digits.as_str());
    let mantissa: u128 = format!("{whole}{fraction}").parse().ok()?;
    let exact = style == Style::Unknown && fraction.len() == 3 && !whole.starts_with('0');
    let scale = u32::try_from(fraction.len()).ok()?;
    Some((Number { mantissa, scale, exact, several: false }, *ends.get(used - 1)?))
}

/// A blank that does not break groups digits everywhere, an ordinary one only where the language is known to.
fn is_separator(c: char, style: Style) -> bool {
    matches!(c, '.' | ',' | '\u{A0}' | '\u{202F}' | '\u{2009}') || c == ' ' && style == Style::Comma
}

/// How many groups belong to the number, and whether the last of them is its fraction. `dotted`: another
/// full stop of the sentence stands beside it.
fn split_groups(groups: &[(char, String)], style: Style, dotted: bool) -> (usize, bool) {
    let first = &groups[0].1;
    let may_group = first.len() <= 3 && !first.starts_with('0');
    let threes = groups.iter().skip(1).take_while(|(_, digits)| digits.len() == 3).count();
    let Some((separator, second)) = groups.get(1) else { return (1, false) };
    // All further groups of three behind one and the same sign are groups; a different sign ends them.
    let same = groups.iter().skip(1).take(threes).take_while(|(sign, _)| sign == separator).count();
    let next = groups.get(1 + same);
    let decimal_sign = match style {
        Style::Point => Some('.'),
        Style::Comma => Some(','),
        Style::Unknown => None,
    };
    let single = same == 1 && next.is_none();
    let is_decimal = match decimal_sign {
        Some(sign) => *separator == sign,
        None => {
            *separator == '.' && (single || same == 0) || *separator == ',' && same == 0 && second.len() != 3
        }
    };
    if may_group && same > 0 && !is_decimal {
        // A fraction may follow behind the other sign.
        let fraction = next.is_some_and(|(sign, _)| {
            sign != separator && decimal_sign.is_none_or(|decimal| decimal == *sign) && !sign.is_whitespace()
        });
        return (1 + same + usize::from(fraction), fraction);
    }
    // `1.2.3` is no decimal, and neither is the list `1,2,3`: each number stands alone.
    let list = groups.len() > 2 && groups[2].0 == *separator;
    // `7.4` is a decimal where the language writes `7,4`, too: nothing else has that form but a date (`5.3.`).
    let other = *separator == '.' && style == Style::Comma && second.len() != 3 && !dotted;
    if other && !list {
        return (2, true);
    }
    let allowed = matches!(separator, '.' | ',') && decimal_sign.is_none_or(|sign| sign == *separator);
    let lone_zero = !may_group && *separator == ',' && style == Style::Unknown;
    if allowed && !list && (is_decimal || lone_zero) { (2, true) } else { (1, false) }
}

/// `× 10^6`, `×10⁶`, and `10^6` itself.
fn power_of_ten(scan: &Scan, number: Number, end: usize) -> Option<(Number, usize)> {
    if number == Number::whole(10) {
        let (power, end) = exponent(scan, end)?;
        return Some((Number::whole(1).times_ten_to(power)?, end));
    }
    let at = scan.skip_blanks(end);
    if !matches!(scan.at(at), '×' | 'x' | '*' | '·') {
        return None;
    }
    let at = scan.skip_blanks(at + 1);
    if !scan.starts(at, "10") {
        return None;
    }
    let (power, end) = exponent(scan, at + 2)?;
    Some((number.times_ten_to(power)?, end))
}

fn exponent(scan: &Scan, at: usize) -> Option<(u32, usize)> {
    let start = at + usize::from(scan.at(at) == '^');
    let digit = |c: char| if start > at { c.to_digit(10) } else { superscript(c) };
    let mut end = start;
    let mut power = 0_u32;
    while let Some(digit) = digit(scan.at(end)) {
        power = power.checked_mul(10)?.checked_add(digit)?;
        end += 1;
    }
    (end > start && power <= 30).then_some((power, end))
}

fn superscript(c: char) -> Option<u32> {
    match c {
        '⁰' => Some(0),
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '⁴'..='⁹' => Some(u32::from(c) - u32::from('⁰')),
        _ => None,
    }
}

fn kanji_digit(c: char) -> Option<u128> {
    if c < '〇' {
        return None;
    }
    "〇一二三四五六七八九"
        .chars()
        .position(|digit| digit == c)
        .or((c == '零').then_some(0))
        .or(matches!(c, '两' | '兩').then_some(2))
        .map(|digit| digit as u128)
}

fn ten_to(c: char) -> Option<u32> {
    Some(match c {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' | '萬' | '만' => 4,
        '億' | '亿' | '억' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// Kanji numerals, alone or behind digits: `三百二十`, `二〇二四`, `1万2千`, `数百`.
fn kanji(scan: &Scan, first: Option<Number>, at: usize, style: Style) -> Option<(Number, usize)> {
    let zero = Number::whole(0);
    let (mut total, mut section, mut current) = (zero, zero, first);
    let mut several = false;
    let mut end = at;
    // Whether digits may follow: behind `1` of `1二` they may not.
    let mut fresh = first.is_none();
    loop {
        let c = scan.at(end);
        if c == '数' && current.is_none() && ten_to(scan.at(end + 1)).is_some() {
            several = true;
        } else if c == '数' && current.is_none() && section != zero {
            several = true;
            end += 1;
            break;
        } else if let Some(digit) = kanji_digit(c).filter(|_| fresh) {
            current = Some(current.unwrap_or(zero).times_ten_to(1)?.add(digit)?);
        } else if let Some(power) = ten_to(c) {
            if power < 4 {
                section = section.plus(current.take().unwrap_or(Number::whole(1)).times_ten_to(power)?)?;
            } else {
                let big = section.plus(current.take().unwrap_or(zero))?;
                let big = if big == zero && several { Number::whole(1) } else { big };
                if big.mantissa == 0 {
                    break;
                }
                total = total.plus(big.times_ten_to(power)?)?;
                section = zero;
            }
            fresh = true;
        } else if c.is_ascii_digit() && current.is_none() && end > at {
            let (number, after) = arabic(scan, end, style)?;
            current = Some(number);
            fresh = false;
            end = after;
            continue;
        } else {
            break;
        }
        end += 1;
    }
    let value = total.plus(section)?.plus(current.unwrap_or(zero))?;
    (end > at).then_some((Number { several, ..value }, end))
}

/// `5 million`, `ten-thousandth`.
fn magnitude(scan: &Scan, number: Number, end: usize) -> Option<(Number, usize)> {
    let at = if scan.at(end) == '-' { end + 1 } else { scan.skip_blanks(end) };
    let (text, after) = scan.word(at)?;
    let power = match text.strip_suffix("th").or(text.strip_suffix("ths")).unwrap_or(&text) {
        "hundred" => 2,
        "thousand" | "mille" | "mil" | "tausend" | "tsd" => 3,
        "million" | "millions" | "millionen" | "millones" | "mio" => 6,
        "billion" | "billions" | "milliard" | "milliards" | "milliarde" | "milliarden" | "mrd" => 9,
        "trillion" | "trillions" | "billionen" => 12,
        _ => return None,
    };
    Some((number.times_ten_to(power)?, after))
}
