//! Older versions of the format, one step at a time: version n to version n + 1; and clauses that have another id now.
//!
//! A step works on JSON alone, not on the model's types, so that it stays right when those change. Whoever raises the version adds a
//! step to [`STEPS`], and a file of the old version to the tests.

use serde_json::{Map, Value};

type Step = fn(Value) -> Value;

/// `STEPS[n - 1]` makes version n + 1 of version n.
const STEPS: &[Step] = &[one_to_two];

/// Clauses that have another id now, or stand for two that said the same: the old id and the one that is in the catalogue. The format is
/// the same, so no version tells whether a draft is older.
const RENAMED: [(&str, &str); 1] = [("recipient.recruitment-system", "recipient.recruiting-system")];

/// Makes a draft of an older version one of the present version.
pub(super) fn migrate(value: Value, version: u32) -> Value {
    let done = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    let mut value = STEPS.iter().skip(done).fold(value, |value, step| step(value));
    if let Some(notice) = value.get_mut("notice") {
        rename(notice);
    }
    value
}

/// Gives every statement that is a renamed clause its present id.
fn rename(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(rename),
        Value::Object(fields) => {
            let clause = fields.get_mut("clause").and_then(|clause| clause.get_mut("id"));
            if let Some(id) = clause
                && let Some((_, new)) = RENAMED.iter().find(|(old, _)| id.as_str() == Some(old))
            {
                *id = Value::from(*new);
            }
            fields.values_mut().for_each(rename);
        }
        _ => {}
    }
}

/// The lists of version 1: how the paths of their rows begin in version 1 and in version 2, and the JSON pointer of the list in
/// version 1.
const LISTS: [(&str, &str, &str); 15] = [
    ("data-subjects", "data-subjects", "/data-subjects"),
    ("purposes", "purposes", "/purposes"),
    ("data-categories", "data-categories", "/data-categories"),
    ("data-content", "data-content", "/data-content"),
    ("special-categories.data", "special-categories.data", "/special-categories/yes/data"),
    ("sources", "sources", "/sources"),
    ("recipients", "recipients", "/recipients"),
    ("disclosures.list", "disclosures.list", "/disclosures/yes"),
    ("retention", "retention", "/retention"),
    ("security-manual", "security-manual", "/security-manual"),
    ("security-electronic", "security-electronic", "/security-electronic"),
    ("cookies", "cookies.rows", "/cookies/yes/rows"),
    ("direct-marketing", "direct-marketing", "/direct-marketing"),
    ("other-rights", "other-rights", "/other-rights"),
    ("changes", "changes", "/changes"),
];

/// Version 2: row ids are unique in the notice and not only in their list, every "yes" holds a structure, a transfer has several
/// countries, and the path of a field follows the structure of the notice.
fn one_to_two(mut draft: Value) -> Value {
    let dismissals = draft.get_mut("dismissals").map(Value::take);
    if let Some(notice) = draft.get_mut("notice") {
        let ids = number(notice);
        let dismissals = dismissals.as_ref().and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let kept: Vec<_> = dismissals.iter().filter_map(|one| dismissal(one, notice, &ids)).collect();
        reshape(notice);
        if let Some(draft) = draft.as_object_mut() {
            draft.insert("dismissals".to_owned(), kept.into());
        }
    }
    if let Some(draft) = draft.as_object_mut() {
        draft.insert("version".to_owned(), 2.into());
    }
    draft
}

/// A row's list, the id that it had there, and the id that it has now.
type Renumbered = (&'static str, u64, u64);

/// Gives the rows ids that are unique in the notice.
fn number(notice: &mut Value) -> Vec<Renumbered> {
    let mut ids = Vec::new();
    for (list, _, pointer) in LISTS {
        let rows = notice.pointer_mut(pointer).and_then(Value::as_array_mut);
        for row in rows.into_iter().flatten().filter_map(Value::as_object_mut) {
            let new = ids.len() as u64 + 1;
            let old = row.insert("id".to_owned(), new.into());
            ids.push((list, old.and_then(|id| id.as_u64()).unwrap_or_default(), new));
        }
    }
    ids
}

/// A dismissal with the path that its field has in version 2; `None` where there is no such row.
fn dismissal(old: &Value, notice: &Value, ids: &[Renumbered]) -> Option<Value> {
    let mut dismissal = old.as_object()?.clone();
    let field = dismissal.get("field")?.as_str()?;
    let path = match field {
        "automated-decisions.logic" | "automated-decisions.effect" => {
            field.replace("automated-decisions.", "automated-decisions.decisions.")
        }
        _ => in_row(field, notice, ids)?,
    };
    dismissal.insert("field".to_owned(), path.into());
    Some(dismissal.into())
}

fn in_row(field: &str, notice: &Value, ids: &[Renumbered]) -> Option<String> {
    let split = |(list, new_list, pointer): (&'static str, &'static str, &'static str)| {
        let rest = field.strip_prefix(list)?.strip_prefix('.')?;
        let (id, column) = rest.split_once('.').unwrap_or((rest, ""));
        Some((list, new_list, pointer, id.parse::<u64>().ok()?, column))
    };
    let Some((list, new_list, pointer, id, column)) = LISTS.into_iter().find_map(split) else {
        return Some(field.to_owned());
    };
    let (_, _, new) = ids.iter().find(|(of, old, _)| *of == list && *old == id)?;
    let column = match (list, column) {
        (_, "") => String::new(),
        ("recipients", "country") => ".location.countries".to_owned(),
        ("recipients", "safeguard") => ".location.safeguard".to_owned(),
        ("retention", "amount" | "unit" | "start" | "criterion") => format!(".period.{column}"),
        ("purposes", "detail") => {
            let rows = notice.pointer(pointer)?.as_array()?;
            let row = rows.iter().find(|row| row.get("id").and_then(Value::as_u64) == Some(*new))?;
            let detail =
                row.pointer("/basis/yes")?.as_object()?.values().next()?.as_object()?.keys().next()?;
            format!(".basis.{detail}")
        }
        _ => format!(".{column}"),
    };
    Some(format!("{new_list}.{new}{column}"))
}

fn reshape(notice: &mut Value) {
    for (pointer, name) in
        [("/children", "how"), ("/automated-decisions/profiling", "how"), ("/disclosures", "list")]
    {
        if let Some(held) = notice.pointer_mut(pointer).and_then(|answer| answer.get_mut("yes")) {
            *held = Map::from_iter([(name.to_owned(), held.take())]).into();
        }
    }
    let recipients = notice.get_mut("recipients").and_then(Value::as_array_mut);
    for row in recipients.into_iter().flatten() {
        let transfer = row.pointer_mut("/location/yes/third-country").and_then(Value::as_object_mut);
        if let Some(transfer) = transfer {
            countries(transfer);
        }
    }
}

fn countries(transfer: &mut Map<String, Value>) {
    let country = transfer.remove("country").unwrap_or_default();
    let named = country.as_str().is_some_and(|name| !name.trim().is_empty());
    let countries = if named { vec![country] } else { Vec::new() };
    transfer.insert("countries".to_owned(), countries.into());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use serde_json::json;

    #[test]
    fn there_is_a_step_for_each_older_version() {
        assert_eq!(STEPS.len() + 1, super::super::VERSION as usize);
    }

    #[test]
    fn the_present_version_stays_as_it_is() {
        let value = json!({"version": super::super::VERSION});
        assert_eq!(migrate(value.clone(), super::super::VERSION), value);
    }

    /// A draft keeps its row, with its name, its role and its id, under the clause that stands for the old one.
    #[test]
    fn a_clause_that_was_renamed_is_found_under_its_new_id() {
        for (old, new) in RENAMED {
            assert!(crate::content::find_clause(old).is_none(), "{old} is in the catalogue");
            assert!(crate::content::find_clause(new).is_some(), "{new} is not in the catalogue");
        }
        let text = json!({
            "format": "seloste", "version": super::super::VERSION, "id": "a",
            "notice": { "kind": "applicants", "recipients": [{
                "id": 7, "name": "Esimerkkihaku", "role": { "yes": "processor" },
                "what": { "clause": { "id": "recipient.recruitment-system" } },
            }] },
        });
        let draft = Draft::open(&text.to_string()).unwrap();
        let [row] = draft.notice.recipients.as_slice() else { panic!("{:?}", draft.notice.recipients) };
        assert_eq!(row.what.clause_id(), Some("recipient.recruiting-system"));
        assert_eq!((row.id.0, row.name.as_str()), (7, "Esimerkkihaku"));
    }

    /// A draft that was saved by version 1, and what this version writes of it: `UPDATE_GOLDEN=1` writes the second one anew.
    #[test]
    fn a_draft_of_version_one_opens_as_it_was() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
        let old = std::fs::read_to_string(format!("{folder}/draft-1.json")).unwrap();
        let written = Draft::open(&old).unwrap().to_json().unwrap() + "\n";
        let golden = format!("{folder}/draft-2.json");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&golden, &written).unwrap();
        }
        assert_eq!(written, std::fs::read_to_string(&golden).unwrap());
        let again = Draft::open(&written).unwrap();
        assert_eq!(again.to_json().unwrap() + "\n", written);
    }
}
