//! Merging, taking back, and writing by path: what holds for every field, because it is done on the tree.

use super::*;
use crate::notice::answer::Answer;
use crate::notice::cookies::Cookies;
use crate::notice::parts::{self, Content, PARTS};
use crate::notice::recipient::Recipient;
use crate::notice::statement::Statement;
use crate::section::SectionId;
use proptest::prelude::*;
use serde_json::json;

/// Rows that are these clauses.
fn clauses(ids: &[&str]) -> Value {
    ids.iter().map(|id| json!({ "what": { "clause": { "id": id } } })).collect()
}

fn of(piece: Value) -> Notice {
    notice(piece).unwrap()
}

fn data(notice: &Notice) -> Vec<&str> {
    notice.data_content.iter().filter_map(|row| row.what.clause_id()).collect()
}

#[test]
fn rows_are_added_once_and_after_what_stands() {
    let mut into = of(json!({ "data-content": clauses(&["data.name", "data.email"]) }));
    merge(&mut into, &json!({ "data-content": clauses(&["data.email", "data.site"]) }), Clash::Keep);
    assert_eq!(data(&into), ["data.name", "data.email", "data.site"]);
    assert_eq!(into.data_content.iter().map(|row| row.id.0).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn a_trade_replaces_a_period_and_a_purpose_keeps_it() {
    let row = |until: &str| {
        let period = json!({ "yes": { "until": { "criterion": { "clause": { "id": until } } } } });
        json!({ "retention": [{ "what": { "clause": { "id": "retention-what.quotes" } }, "period": period }] })
    };
    for (clash, expected) in [(Clash::Keep, "until.a"), (Clash::Replace, "until.b")] {
        let mut into = of(row("until.a"));
        merge(&mut into, &row("until.b"), clash);
        let mut found = Vec::new();
        parts::visit(&into, |_, path, content| {
            if let (Content::Statement(said), "period.criterion") = (content, path.column_name()) {
                found.extend(said.clause_id());
            }
        });
        assert_eq!((found, into.retention[0].id), (vec![expected], RowId(1)));
    }
}

fn services(names: &[&str]) -> Value {
    let row = |name| json!({ "what": { "clause": { "id": "recipient.hosting" } }, "name": name });
    json!({ "recipients": names.iter().map(row).collect::<Vec<_>>() })
}

fn names(notice: &Notice) -> Vec<&str> {
    notice.recipients.iter().map(|row| row.name.as_str()).collect()
}

#[test]
fn two_services_of_one_kind_are_two_recipients() {
    let mut into = of(services(&["Yksi Oy"]));
    merge(&mut into, &services(&["Kaksi Oy", "Yksi Oy"]), Clash::Keep);
    assert_eq!(names(&into), ["Yksi Oy", "Kaksi Oy"]);
}

#[test]
fn a_service_by_name_replaces_one_without_and_gives_it_back() {
    let before = of(services(&[""]));
    let mut now = before.clone();
    merge(&mut now, &services(&["Mittari"]), Clash::Keep);
    merge(&mut now, &services(&[""]), Clash::Keep);
    assert_eq!(names(&now), ["Mittari"]);
    let after = now.clone();
    take_back(&mut now, &before, &after);
    assert_eq!(now, before);
}

#[test]
fn a_firm_s_no_is_kept_unless_rows_come_with_a_yes() {
    let mut into = of(json!({ "dpo": "no", "special-categories": "no" }));
    let special = json!({ "yes": { "data": clauses(&["special.health"]) } });
    merge(&mut into, &json!({ "dpo": { "yes": {} }, "special-categories": special }), Clash::Keep);
    assert_eq!(into.dpo, Answer::No);
    assert!(into.special_categories.is_yes());
}

#[test]
fn what_goes_goes_everywhere() {
    let list = clauses(&["data.name", "data.orders"]);
    let mut notice = of(json!({ "data-content": list, "disclosures": { "yes": { "list": list } } }));
    remove_clauses(&mut notice, &["data.orders"]);
    assert_eq!(data(&notice), ["data.name"]);
    assert_eq!(notice.disclosures.yes().unwrap().list.len(), 1);
}

#[test]
fn taking_back_leaves_what_was_written_since() {
    let before = of(json!({ "data-content": clauses(&["data.name"]) }));
    let mut now = before.clone();
    merge(&mut now, &json!({ "data-content": clauses(&["data.site"]), "dpo": "no" }), Clash::Keep);
    let after = now.clone();
    merge(&mut now, &json!({ "data-content": clauses(&["data.email"]) }), Clash::Keep);
    now.controller.name = "Mallila Oy".into();
    take_back(&mut now, &before, &after);
    assert_eq!(data(&now), ["data.name", "data.email"]);
    assert_eq!((&now.dpo, now.controller.name.as_str()), (&Answer::Unanswered, "Mallila Oy"));
}

/// A row that came with a service, and has been written into since, is the firm's.
#[test]
fn taking_back_keeps_a_row_that_was_edited() {
    let before = Notice::default();
    let mut now = before.clone();
    merge(&mut now, &services(&["Mittari"]), Clash::Keep);
    let after = now.clone();
    now.recipients[0].name = "Mittari, meidän oma".into();
    take_back(&mut now, &before, &after);
    assert_eq!(names(&now), ["Mittari, meidän oma"]);
}

/// A basis that came with a purpose, was edited, and is taken back: the firm's edit stays whole, and the rest goes.
#[test]
fn taking_back_never_mixes_two_answers() {
    let purposes = |basis: Value| {
        let what = json!({ "clause": { "id": "purpose.a" } });
        json!({ "purposes": [{ "id": 1, "what": what, "basis": { "yes": basis } }] })
    };
    let law = |id: &str| json!({ "legal-obligation": { "law": { "clause": { "id": id } } } });
    let consent = json!({ "consent": { "how": { "clause": { "id": "withdrawal.email" } } } });
    let before = of(purposes(consent));
    let mut after = of(purposes(law("statute.a")));
    merge(&mut after, &json!({ "data-content": clauses(&["data.site"]) }), Clash::Keep);
    let edited = of(purposes(law("statute.b"))).purposes;
    let mut now = Notice { purposes: edited.clone(), ..after.clone() };
    take_back(&mut now, &before, &after);
    assert_eq!(now.purposes, edited);
    assert!(now.data_content.is_empty(), "what nobody touched goes");
}

/// A cookie of the firm's own keeps the question at "yes", and nothing that came stays beside it.
#[test]
fn taking_back_leaves_no_halves() {
    let before = of(json!({ "cookies": "no" }));
    let mut now = before.clone();
    let piece = json!({ "cookies": { "yes": {
        "rows": [{ "name": "_mittari", "party": "Mittari" }],
        "consent-tool": { "yes": { "clause": { "id": "consent-tool.banner" } } },
    } } });
    merge(&mut now, &piece, Clash::Keep);
    let after = now.clone();
    let mut untouched = now.clone();
    take_back(&mut untouched, &before, &after);
    assert_eq!(untouched.cookies, Answer::No);
    merge(&mut now, &json!({ "cookies": { "yes": { "rows": [{ "name": "oma" }] } } }), Clash::Keep);
    take_back(&mut now, &before, &after);
    let Cookies { rows, consent_tool } = now.cookies.yes().unwrap();
    assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["oma"]);
    assert_eq!(*consent_tool, Answer::Unanswered);
}

/// A new row never gets the id of one that is gone: what named that one would mean the new one.
#[test]
fn an_id_is_given_once_in_the_life_of_a_draft() {
    let before = Notice::default();
    let mut now = before.clone();
    merge(&mut now, &services(&["Mittari"]), Clash::Keep);
    let gone = now.recipients[0].id;
    let after = now.clone();
    take_back(&mut now, &before, &after);
    assert!(now.recipients.is_empty());
    let own = Recipient { id: now.new_row_id(), ..Recipient::default() };
    assert_ne!(own.id, gone);
    let opened = notice(tree(&now)).unwrap();
    assert_eq!(opened.last_row, now.last_row);
}

#[test]
fn what_is_written_by_path_stands_there() {
    let mut full = crate::notice::testing::everything();
    full.replacements.insert(SectionId::Changes, Localized::only(Lang::Fi, "x"));
    let before = tree(&full);
    let text = Localized { fi: "yksi".to_owned(), sv: "ett".to_owned(), en: String::new() };
    let mut written = 0;
    parts::visit(&full, |_, path, content| {
        let mut changed = before.clone();
        match content {
            Content::Line(_) => set_line(&mut changed, path, "uusi"),
            Content::Text(_) | Content::Statement(Statement::Own(_)) => set_text(&mut changed, path, &text),
            _ => return,
        }
        written += 1;
        let changed = notice(changed).unwrap();
        parts::visit(&changed, |_, other, now| {
            if other == path {
                match now {
                    Content::Line(line) => assert_eq!(line, "uusi", "{path}"),
                    _ => assert_eq!(now.own_text(), Some(&text), "{path}"),
                }
            }
        });
        assert_eq!(crate::notice::origin::changes(&full, &changed).len(), 1, "{path}");
    });
    assert!(written > 50, "{written}");
}

/// Every value in the tree of a notice in which everything is said belongs to a field of the table: a field that was
/// forgotten there is named here.
#[test]
fn the_table_of_parts_knows_every_field_of_the_model() {
    const NO_FIELDS: [&str; 3] = ["last-row", "additions", "replacements"];
    let full = crate::notice::testing::everything();
    let mut left = tree(&full);
    let mut paths = Vec::new();
    parts::visit(&full, |_, path, content| {
        if !matches!(content, Content::Absent) {
            paths.push(path);
        }
    });
    // The longest first, so that a question goes after what its "yes" holds.
    paths.sort_by_key(|path| std::cmp::Reverse(path.to_string().len()));
    for path in paths.iter().filter(|path| path.own_words_in().is_none()) {
        let steps = path.steps().count();
        let field = at_mut(&mut left, *path);
        assert!(field.is_some() || steps == 1, "{path} leads nowhere in the tree");
        if let Some(field) = field {
            *field = Value::Null;
        }
    }
    let mut forgotten = Vec::new();
    leaves(&left, String::new(), &mut forgotten);
    forgotten.retain(|path| {
        !path.ends_with("/id")
            && !path.ends_with("/what")
            && !NO_FIELDS.iter().any(|name| path.starts_with(&format!("/{name}")))
    });
    assert!(forgotten.is_empty(), "not in the table of parts: {forgotten:?}");
}

fn leaves(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, item)| leaves(item, format!("{path}/{n}"), found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| leaves(field, format!("{path}/{name}"), found));
        }
        _ => found.push(path),
    }
}

#[test]
fn every_part_has_a_path_of_its_own() {
    for (index, part) in PARTS.iter().enumerate() {
        assert!(PARTS.iter().skip(index + 1).all(|other| other.path != part.path), "{}", part.path);
        assert_eq!(part.path.parse(), Ok(FieldPath::from(part.path)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Merging twice is merging once: choosing a purpose again adds nothing.
    #[test]
    fn merging_twice_adds_nothing(there in prop::collection::vec("data[.][a-d]", 0..5), new in prop::collection::vec("data[.][a-d]", 0..5)) {
        let of_ids = |ids: &[String]| json!({ "data-content": clauses(&ids.iter().map(String::as_str).collect::<Vec<_>>()) });
        let mut into = of(of_ids(&there));
        merge(&mut into, &of_ids(&new), Clash::Keep);
        let once = into.clone();
        merge(&mut into, &of_ids(&new), Clash::Keep);
        prop_assert_eq!(once, into);
    }

    /// Whatever was done meanwhile, taking back ends in a notice: what nobody touched goes back.
    #[test]
    fn taking_back_is_never_refused(before: Notice, after: Notice, now: Notice) {
        let (mut before, mut after, mut now) = (before, after, now);
        for (notice, name) in [(&mut before, "Vanha"), (&mut after, "Uusi"), (&mut now, "Uusi")] {
            notice.number_rows();
            notice.controller.name = name.into();
        }
        take_back(&mut now, &before, &after);
        prop_assert_eq!(now.controller.name.as_str(), "Vanha");
    }

    /// A change that nobody has touched since is taken back whole, whatever it was.
    #[test]
    fn what_was_not_touched_since_is_taken_back_whole(before: Notice, after: Notice) {
        let (mut before, mut after) = (before, after);
        before.number_rows();
        after.number_rows();
        let mut now = after.clone();
        take_back(&mut now, &before, &after);
        now.last_row = before.last_row;
        prop_assert_eq!(now, before);
    }

    #[test]
    fn paths_are_read_as_they_are_written(mut notice: Notice) {
        notice.number_rows();
        parts::visit(&notice, |section, path, _| {
            assert_eq!(path.to_string().parse(), Ok(path));
            assert_eq!(path.section(), Some(section));
            let row = path.column("");
            if path.row_id().is_some() {
                assert_eq!(row.to_string().parse(), Ok(row));
            }
        });
    }

    #[test]
    fn any_text_is_a_path_or_is_refused(text in "[a-z.0-9-]{0,30}") {
        if let Ok(path) = text.parse::<FieldPath>() {
            prop_assert_eq!(path.to_string(), text);
        }
    }
}
