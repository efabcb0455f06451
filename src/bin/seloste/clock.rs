//! The system clock in UTC. The library reads no clock: it gets every time as an argument.

use seloste::notice::date::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// A point in time: the day, and the second of the day (0–86,399).
#[derive(Clone, Copy)]
pub struct Now {
    /// Days since 1970-01-01.
    days: u64,
    second: u64,
}

impl Now {
    /// The present.
    pub fn read() -> Self {
        Self::at(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()))
    }

    const fn at(seconds: u64) -> Self {
        Self { days: seconds / 86_400, second: seconds % 86_400 }
    }

    /// Today. A clock outside the years that [`Date`] knows counts as [`Date::FIRST`].
    pub fn date(self) -> Date {
        let (year, month, day) = civil(self.days);
        Date::new(year, month, day).unwrap_or(Date::FIRST)
    }

    /// `2026-11-20T12:00:00Z`.
    pub fn iso(self) -> String {
        let Self { second, .. } = self;
        format!("{}T{:02}:{:02}:{:02}Z", self.date().iso(), second / 3600, second / 60 % 60, second % 60)
    }
}

/// Year, month and day from the number of days since 1970-01-01. Years are counted from 1 March, so that the leap day is the last
/// day of a year.
fn civil(days: u64) -> (u16, u8, u8) {
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    (u16::try_from(year).unwrap_or(0), u8::try_from(month).unwrap_or(0), u8::try_from(day).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_days_of_the_calendar() {
        for (seconds, iso) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_795_176_061, "2026-11-20T12:01:01Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ] {
            assert_eq!(Now::at(seconds).iso(), iso);
        }
    }
}
