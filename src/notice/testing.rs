//! A notice in which everything is said, for tests: made from the schema of the format, so that a field that somebody adds to the
//! model is in it without a line here.

use super::row::RowId;
use super::{Notice, tree};
use crate::lang::{Lang, Localized};
use crate::section::SectionId;
use proptest::collection::btree_map;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Rows in each list: as many as the longest choice has cases, so that each case is there.
const ROWS: usize = 8;

/// A notice in which every field says `x`, in each language, and each list has a row of every kind. No section is replaced, because
/// what is replaced is not printed.
pub(crate) fn everything() -> Notice {
    let schema = schemars::schema_for!(Notice).to_value();
    let mut notice = tree::notice(instance(&schema, &schema, 0)).unwrap();
    notice.languages = Lang::ALL.into();
    let mut text = Localized::default();
    for lang in Lang::ALL {
        "x".clone_into(text.get_mut(lang));
    }
    notice.additions = SectionId::ALL.into_iter().map(|id| (id, text.clone())).collect();
    notice
}

/// Own words instead of our text in no section, one or two: with more, hardly a field of the notice would be printed.
pub(crate) fn few_replacements() -> impl Strategy<Value = BTreeMap<SectionId, Localized<String>>> {
    btree_map(any::<SectionId>(), any::<Localized<String>>(), 0..3)
}

/// A value that a schema allows; of several cases the one with this number.
fn instance(schema: &Value, root: &Value, case: usize) -> Value {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return instance(root.pointer(name.trim_start_matches('#')).unwrap(), root, case);
    }
    if let Some(cases) = schema.get("oneOf").or(schema.get("anyOf")).and_then(Value::as_array) {
        let says = |case: &&Value| {
            ["/properties/yes", "/properties/own"].iter().any(|name| case.pointer(name).is_some())
        };
        let not_null = |case: &&Value| case.get("type") != Some(&json!("null"));
        let cases: Vec<_> = cases.iter().filter(not_null).collect();
        let chosen = cases.iter().copied().find(says).unwrap_or_else(|| cases[case % cases.len()]);
        return instance(chosen, root, case);
    }
    if let Some(value) = schema.get("const") {
        return value.clone();
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        return values[case % values.len()].clone();
    }
    let kind = schema.get("type").map_or(Value::Null, |kind| kind.get(0).unwrap_or(kind).clone());
    match kind.as_str() {
        Some("string") => "x".into(),
        Some("integer") => 7.into(),
        Some("boolean") => true.into(),
        Some("array") => {
            let items = schema.get("items").unwrap();
            let list: Vec<_> = (0..ROWS).map(|row| instance(items, root, row)).collect();
            // Links lead somewhere, and a language stands in a list once.
            if list[0].is_object() { list.into() } else { json!([list[0]]) }
        }
        Some("object") => {
            let fields = schema.get("properties").and_then(Value::as_object);
            let value = |(name, field): (&String, &Value)| (name.clone(), instance(field, root, case));
            let mut object: Map<_, _> = fields.into_iter().flatten().map(value).collect();
            if object.contains_key("id") && object.contains_key("what") {
                object.insert("id".to_owned(), json!(RowId(0)));
            }
            object.into()
        }
        _ => Value::Null,
    }
}
