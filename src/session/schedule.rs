//! When unsaved changes are saved: after a short pause in typing, and at the latest a while after the first of them.

use std::time::Duration;

/// How long typing must pause.
const PAUSE: Duration = Duration::from_millis(300);

/// How long a change waits at most while typing goes on.
const LONGEST: Duration = Duration::from_millis(1500);

/// The pending save, if there is one. Times are counted from any fixed moment, such as the start of the page.
#[derive(Debug, Default)]
pub struct Schedule {
    first_change: Option<Duration>,
}

impl Schedule {
    /// Notes a change. Returns how long to wait from `now` before saving; a timer set for an earlier change is void.
    pub fn changed(&mut self, now: Duration) -> Duration {
        let first = *self.first_change.get_or_insert(now);
        PAUSE.min((first + LONGEST).saturating_sub(now))
    }

    /// Nothing waits any more: it was saved, or there is nothing to save.
    pub const fn clear(&mut self) {
        self.first_change = None;
    }

    /// Whether a save is pending.
    pub const fn is_pending(&self) -> bool {
        self.first_change.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn a_pause_saves() {
        let mut schedule = Schedule::default();
        assert!(!schedule.is_pending());
        assert_eq!(schedule.changed(ms(10_000)), ms(300));
        assert_eq!(schedule.changed(ms(10_200)), ms(300));
        assert!(schedule.is_pending());
        schedule.clear();
        assert!(!schedule.is_pending());
    }

    #[test]
    fn typing_without_a_pause_is_saved_all_the_same() {
        let mut schedule = Schedule::default();
        let mut saves = 0;
        let mut due = ms(0);
        for now in (0..20_000).step_by(100).map(ms) {
            if schedule.is_pending() && due <= now {
                schedule.clear();
                saves += 1;
            }
            due = now + schedule.changed(now);
        }
        assert_eq!(saves, 20_000 / 1500);
        // A change that comes after the limit, because a timer was late, is saved at once.
        assert_eq!(schedule.changed(ms(60_000)), ms(0));
    }
}
