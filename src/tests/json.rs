//! A notice changed by way of its JSON, where a test does to every field what it would else do to each by name.

use crate::notice::Notice;
use serde_json::Value;

/// The notice after `change` was called with each value in its JSON, the outer ones before those that they hold.
///
/// # Panics
/// The changed JSON is not a notice.
pub(crate) fn with_each_value(notice: &Notice, mut change: impl FnMut(&mut Value)) -> Notice {
    fn walk(value: &mut Value, change: &mut impl FnMut(&mut Value)) {
        change(value);
        match value {
            Value::Object(fields) => fields.values_mut().for_each(|value| walk(value, change)),
            Value::Array(values) => values.iter_mut().for_each(|value| walk(value, change)),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(notice).unwrap();
    walk(&mut value, &mut change);
    serde_json::from_value(value).unwrap()
}
