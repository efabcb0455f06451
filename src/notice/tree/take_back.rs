//! Taking back a change to a notice that may have been edited since: a three-way comparison of before, after and now.
//!
//! Values that are still as the change left them become what they were before it. What was written since stays, also inside a row
//! that the change added.

use super::{ID, LAST_ROW, change, is_blank, is_rows, tree};
use crate::notice::Notice;
use serde_json::{Map, Value};

/// Takes back the change from `before` to `after`, except for what has been edited in `now` since.
pub fn take_back(now: &mut Notice, before: &Notice, after: &Notice) {
    let (before, after) = (tree(before), tree(after));
    change(now, |now| {
        // Row ids are never given again, whatever is taken back.
        let last = now.get(LAST_ROW).cloned();
        value(now, Some(&before), &after);
        if let (Some(fields), Some(last)) = (now.as_object_mut(), last) {
            fields.insert(LAST_ROW.to_owned(), last);
        }
    });
}

/// Gives a value back what it was before the change, if it is still what the change made of it.
fn value(now: &mut Value, before: Option<&Value>, after: &Value) {
    if now == after {
        *now = before.cloned().unwrap_or_default();
        return;
    }
    match (&mut *now, after) {
        // Another answer or variant stood there before: what has been changed since stays whole.
        (Value::Object(_), Value::Object(after))
            if before.is_some_and(|before| is_other_variant(before, after)) => {}
        (Value::Object(now), Value::Object(after)) => object(now, before.and_then(Value::as_object), after),
        (Value::Array(now), Value::Array(after)) => {
            let before = before.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            if is_rows(now) || is_rows(after) { rows(now, before, after) } else { set(now, before, after) }
        }
        _ => {}
    }
    // A "yes" of the change that holds nothing any more becomes the answer before it again.
    if let Some(before) = before.filter(|before| before.is_string())
        && now.is_object()
        && is_blank(now)
    {
        now.clone_from(before);
    }
}

/// Whether two values are different cases of one choice: `{"own": …}` and `{"clause": …}`. Both at once would be no choice.
fn is_other_variant(before: &Value, after: &Map<String, Value>) -> bool {
    let only = |fields: &Map<String, Value>| fields.keys().next().filter(|_| fields.len() == 1).cloned();
    before.as_object().is_some_and(|before| {
        let (before, after) = (only(before), only(after));
        before.is_some() && after.is_some() && before != after
    })
}

fn object(now: &mut Map<String, Value>, before: Option<&Map<String, Value>>, after: &Map<String, Value>) {
    let before_of = |name: &str| before.and_then(|before| before.get(name));
    for (name, after) in after {
        match (now.get_mut(name), before_of(name)) {
            (Some(field), None) if field == after => drop(now.remove(name)),
            (Some(field), before) => value(field, before, after),
            (None, _) => {}
        }
    }
    for (name, gone) in before.into_iter().flatten().filter(|(name, _)| !after.contains_key(*name)) {
        now.entry(name).or_insert_with(|| gone.clone());
    }
}

/// Removes rows that the change added and nobody has edited since, restores those that it removed, and changes back those that it
/// changed.
fn rows(now: &mut Vec<Value>, before: &[Value], after: &[Value]) {
    fn find<'a>(rows: &'a [Value], row: &Value) -> Option<&'a Value> {
        rows.iter().find(|other| other.get(ID) == row.get(ID))
    }
    now.retain_mut(|row| match (find(before, row), find(after, row)) {
        (None, Some(came)) => row != came,
        (Some(old), Some(new)) => {
            value(row, Some(old), new);
            true
        }
        (_, None) => true,
    });
    for (index, row) in before.iter().enumerate() {
        if find(after, row).is_none() && find(now, row).is_none() {
            now.insert(index.min(now.len()), row.clone());
        }
    }
}

/// Lists without rows, such as links and languages: removes what the change added, and adds what it removed.
fn set(now: &mut Vec<Value>, before: &[Value], after: &[Value]) {
    now.retain(|item| !after.contains(item) || before.contains(item));
    let gone = before.iter().filter(|item| !after.contains(item));
    let gone: Vec<_> = gone.filter(|item| !now.contains(item)).cloned().collect();
    now.extend(gone);
}
