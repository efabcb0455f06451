//! Older versions of the format, one step at a time: version n to version n + 1.
//!
//! There is one version so far. The next one adds its step to [`STEPS`] and a file of version 1 to the tests.

use serde_json::Value;

type Step = fn(Value) -> Value;

/// `STEPS[n - 1]` makes version n + 1 of version n.
const STEPS: &[Step] = &[];

/// Brings a value of an older version up to the present one.
pub(super) fn migrate(value: Value, version: u32) -> Value {
    let done = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    STEPS.iter().skip(done).fold(value, |value, step| step(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_step_for_each_older_version() {
        assert_eq!(STEPS.len() + 1, super::super::VERSION as usize);
    }

    #[test]
    fn the_present_version_stays_as_it_is() {
        let value = serde_json::json!({"version": 1});
        assert_eq!(migrate(value.clone(), 1), value);
    }
}
