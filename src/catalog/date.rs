//! Calendar days; the clock is read in the faces only.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar, written `2026-11-03`; the order is the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The text is no day of the form `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day of the form YYYY-MM-DD")]
pub struct NotADate;

impl Date {
    /// The day, in UTC, of a number of seconds since 1970-01-01 (what `SOURCE_DATE_EPOCH` holds).
    ///
    /// ```
    /// use yakugo::catalog::Date;
    /// assert_eq!(Date::from_epoch(1_793_664_000).to_string(), "2026-11-03");
    /// ```
    pub fn from_epoch(seconds: u64) -> Self {
        // Days to civil: years are counted from March, so that the leap day ends a year; 400 years have 146,097 days.
        let days = seconds / 86_400 + 719_468;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = era * 400 + year_of_era + u64::from(month <= 2);
        Self {
            year: u16::try_from(year).unwrap_or(u16::MAX),
            month: u8::try_from(month).unwrap_or(12),
            day: u8::try_from(day).unwrap_or(31),
        }
    }
}

impl Date {
    /// How many days this day is after another; negative before it.
    pub fn days_since(self, other: Self) -> i64 {
        self.day_number() - other.day_number()
    }

    /// Days since the first of March of the year 0, by which leap days end years.
    fn day_number(self) -> i64 {
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i64::from(self.day) - 1
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts.as_slice() else { return Err(NotADate) };
        let number = |text: &str, width: usize| -> Result<u16, NotADate> {
            let digits = text.len() == width && text.bytes().all(|b| b.is_ascii_digit());
            if digits { text.parse().map_err(|_| NotADate) } else { Err(NotADate) }
        };
        let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return Err(NotADate);
        }
        let small = |n: u16| u8::try_from(n).map_err(|_| NotADate);
        Ok(Self { year, month: small(month)?, day: small(day)? })
    }
}

/// How long ago: `90d`, `12w`, `6m` or `2y`, in days, weeks, calendar months or years.
///
/// ```
/// use yakugo::catalog::{Age, Date};
/// let today: Date = "2026-03-31".parse().unwrap();
/// let day = |age: &str| age.parse::<Age>().unwrap().before(today).to_string();
/// assert_eq!((day("30d"), day("2w")), ("2026-03-01".to_owned(), "2026-03-17".to_owned()));
/// // Where a month has no such day, its last one.
/// assert_eq!((day("1m"), day("2y")), ("2026-02-28".to_owned(), "2024-03-31".to_owned()));
/// assert!("soon".parse::<Age>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// A number of days.
    Days(u16),
    /// A number of calendar months.
    Months(u16),
}

/// The text is no age of the form `90d`, `12w`, `6m` or `2y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an age like 90d, 12w, 6m or 2y")]
pub struct NotAnAge;

impl Age {
    /// The day that was so long before another; 1970-01-01 at the earliest.
    pub fn before(self, day: Date) -> Date {
        let first = Date { year: 1970, month: 1, day: 1 };
        match self {
            Self::Days(days) => {
                let days = u64::try_from(day.days_since(first) - i64::from(days)).unwrap_or_default();
                Date::from_epoch(days * 86_400)
            }
            Self::Months(months) => {
                let month = i64::from(day.year) * 12 + i64::from(day.month) - 1 - i64::from(months);
                let of = |month: i64| Date {
                    year: u16::try_from(month.div_euclid(12)).unwrap_or_default(),
                    month: u8::try_from(month.rem_euclid(12)).unwrap_or_default() + 1,
                    day: 1,
                };
                let start = of(month);
                let length = u8::try_from(of(month + 1).days_since(start)).unwrap_or(28);
                Date { day: day.day.min(length), ..start }.max(first)
            }
        }
    }
}

impl FromStr for Age {
    type Err = NotAnAge;

    fn from_str(text: &str) -> Result<Self, NotAnAge> {
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let number: u16 = digits.parse().map_err(|_| NotAnAge)?;
        let times = |unit: u16| number.checked_mul(unit).ok_or(NotAnAge);
        match text.strip_prefix(digits) {
            Some("d") => Ok(Self::Days(number)),
            Some("w") => times(7).map(Self::Days),
            Some("m") => Ok(Self::Months(number)),
            Some("y") => times(12).map(Self::Months),
            _ => Err(NotAnAge),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_epoch() {
        let check =
            |days: u64, expected: &str| assert_eq!(Date::from_epoch(days * 86_400 + 5).to_string(), expected);
        check(0, "1970-01-01");
        check(59, "1970-03-01");
        check(11_016, "2000-02-29");
        check(19_782, "2024-02-29");
        check(20_779, "2026-11-22");
    }

    #[test]
    fn days_between() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let check = |a: &str, b: &str, expected: i64| assert_eq!(day(a).days_since(day(b)), expected);
        check("2026-11-22", "2026-11-22", 0);
        check("2026-11-22", "2026-11-03", 19);
        check("2024-03-01", "2024-02-28", 2);
        check("2023-03-01", "2023-02-28", 1);
        check("2025-01-01", "2024-12-31", 1);
        check("1970-01-01", "2026-11-22", -20_779);
    }

    #[test]
    fn only_real_forms_are_days() {
        for text in ["2026-11-22", "0001-01-01"] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
        for text in ["", "2026-13-01", "2026-1-1", "26-11-22", "2026-11-22x", "2026-11-00", "+026-01-01"] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }
}
