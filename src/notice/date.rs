//! A calendar date, and a date as somebody typed it.
//!
//! Knows: the Gregorian calendar and the Finnish and ISO ways of writing a day. Does not know: today.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A day of the calendar, valid by construction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day that this type can hold. A system clock that shows none of its days is taken to show this one.
    pub const FIRST: Self = Self { year: 1900, month: 1, day: 1 };

    /// A day, if the calendar has it. Years 1900–2999: notices speak of the present.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1900..3000).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// Reads `2026-11-20` or `20.11.2026`, with or without leading zeros and blanks around it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let dotted = text.contains('.');
        let mut numbers =
            text.split(if dotted { '.' } else { '-' }).map(|number| number.trim().parse::<u16>().ok());
        let (first, second, third) = (numbers.next()??, numbers.next()??, numbers.next()??);
        if numbers.next().is_some() {
            return None;
        }
        let (year, month, day) = if dotted { (third, second, first) } else { (first, second, third) };
        Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1–12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1–31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// `2026-11-20`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// `20.11.2026`: how Finnish and Swedish in Finland write it.
    pub fn dotted(self) -> String {
        format!("{}.{}.{}", self.day, self.month, self.year)
    }
}

/// A date as typed. What cannot be read as a date is kept, so that nothing typed is lost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(transparent)]
pub struct DateText(pub String);

impl DateText {
    /// The day, if it is one.
    pub fn date(&self) -> Option<Date> {
        Date::parse(&self.0)
    }

    /// Nothing has been typed.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl From<Date> for DateText {
    fn from(date: Date) -> Self {
        Self(date.iso())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finnish_and_iso_dates_are_read() {
        let day = Date::new(2026, 11, 20);
        for text in ["2026-11-20", "20.11.2026", " 20.11.2026 ", "20. 11. 2026"] {
            assert_eq!(Date::parse(text), day, "{text}");
        }
        assert_eq!(Date::parse("1.2.2026"), Date::new(2026, 2, 1));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in
            ["", "eilen", "29.2.2026", "31.4.2026", "0.1.2026", "1.13.2026", "1.1.26", "1.1.2026.1", "2026-1"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("29.2.2028").is_some());
    }
}
