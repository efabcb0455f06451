//! Taking a change back while the notice may have changed since.
//!
//! What came with the change and is still as it came goes; what was written since, also into a row that came, stays.

use super::{ID, LAST_ROW, change, is_blank, is_rows, tree};
use crate::notice::Notice;
use serde_json::{Map, Value};

/// Takes back what made `after` of `before`, as far as nobody has changed it in `now`.
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

/// One value: as it was before, where it is still what the change made of it.
fn value(now: &mut Value, before: Option<&Value>, after: &Value) {
    if now == after {
        *now = before.cloned().unwrap_or_default();
        return;
    }
    match (&mut *now, after) {
        (Value::Object(now), Value::Object(after)) => object(now, before.and_then(Value::as_object), after),
        (Value::Array(now), Value::Array(after)) => {
            let before = before.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            if is_rows(now) || is_rows(after) { rows(now, before, after) } else { set(now, before, after) }
        }
        _ => {}
    }
    // A "yes" that came with the change, under which nothing is left: the answer before it stands again.
    if let Some(before) = before.filter(|before| before.is_string())
        && now.is_object()
        && is_blank(now)
    {
        now.clone_from(before);
    }
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

/// Rows that came and are untouched go, rows that went come back, and rows that were changed are changed back.
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

/// Links, languages and the like: without those that came, with those that went.
fn set(now: &mut Vec<Value>, before: &[Value], after: &[Value]) {
    now.retain(|item| !after.contains(item) || before.contains(item));
    let gone = before.iter().filter(|item| !after.contains(item));
    let gone: Vec<_> = gone.filter(|item| !now.contains(item)).cloned().collect();
    now.extend(gone);
}
