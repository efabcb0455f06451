//! Compiles `vendors.toml` and `countries.toml`: each service becomes a partial notice that merges into a draft.

use super::lang_set::TAGS;
use super::shapes::{Cookie, Countries, Text, Vendor, Vendors};
use super::{File, Texts};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::path::Path;

pub fn countries(content: &Path, out: &mut String, texts: &mut Texts) {
    let mut file = File::read(content.join("countries.toml"));
    out.push_str(
        "/// Countries outside the EU and EEA, by ISO code.\npub static COUNTRIES: &[(&str, Localized<&str>)] = &[\n",
    );
    for country in file.parse::<Countries>().country {
        file.id(&country.id);
        let names = file.checked(&country.id, &country.name, true, texts);
        write!(out, "({:?}, Localized {{ ", country.id).unwrap();
        for (tag, name) in TAGS.iter().zip(&names.0) {
            write!(out, "{tag}: {name:?}, ").unwrap();
        }
        out.push_str("}),\n");
    }
    out.push_str("];\n");
}

pub fn vendors(content: &Path, out: &mut String) {
    let mut file = File::read(content.join("vendors.toml"));
    let vendors: Vendors = file.parse();
    let as_of = vendors.as_of.to_string();
    writeln!(out, "/// The day on which the facts about the services were written down.\npub static VENDORS_AS_OF: &str = {as_of:?};").unwrap();
    out.push_str("/// Services that small firms use.\npub static VENDORS: &[Vendor] = &[\n");
    for vendor in vendors.vendor {
        file.id(&vendor.id);
        for cookie in &vendor.cookies {
            for text in [cookie.lifetime.as_ref(), Some(&cookie.purpose)].into_iter().flatten() {
                if text.0.iter().any(String::is_empty) {
                    file.fail(&cookie.name, &format!("\"{}\" has a cookie that lacks a language", vendor.id));
                }
            }
        }
        if (vendor.role == "joint") != vendor.joint.is_some() {
            file.fail(
                &format!("\"{}\"", vendor.id),
                "a joint controller needs `joint`, and `joint` that role",
            );
        }
        let notice = notice(&file, &vendor, &vendors.joint_arrangement).to_string();
        let Vendor { id, name, what, aliases, purpose, place, country, .. } = vendor;
        let place = match (place, country) {
            (Some(_), _) => "VendorPlace::Asked".to_owned(),
            (None, Some(country)) => format!("VendorPlace::Abroad({country:?})"),
            (None, None) => "VendorPlace::Eea".to_owned(),
        };
        writeln!(
            out,
            "Vendor {{ id: {id:?}, name: {name:?}, what: {what:?}, aliases: &{aliases:?}, purpose: {purpose:?}, place: {place}, notice: {notice:?} }},"
        )
        .unwrap();
    }
    out.push_str("];\n");
}

/// One text per language, as JSON.
fn localized(text: &Text) -> Value {
    TAGS.into_iter().zip(text.0.clone()).collect()
}

fn notice(file: &File, vendor: &Vendor, arrangement: &Text) -> Value {
    let location = match (vendor.place, &vendor.country, &vendor.safeguard) {
        (Some(_), None, None) => json!("unanswered"),
        (None, None, None) => json!({ "yes": "eea" }),
        (None, Some(country), Some(safeguard)) => {
            json!({ "yes": { "third-country": { "countries": [country], "safeguard": { "yes": safeguard } } } })
        }
        _ => file.fail(
            &format!("\"{}\"", vendor.id),
            "a country needs a safeguard, and a safeguard a country; a place that is asked has neither",
        ),
    };
    let recipient = json!({
        "id": 0, "what": { "clause": { "id": vendor.what } }, "name": vendor.name,
        "role": { "yes": vendor.role }, "location": location,
    });
    let mut notice = Map::from_iter([("recipients".to_owned(), json!([recipient]))]);
    if !vendor.cookies.is_empty() {
        let rows: Vec<Value> = vendor.cookies.iter().map(|one| cookie(one, &vendor.name)).collect();
        // Whether the site asks for consent is not known from the service: the firm is asked.
        notice.insert("cookies".to_owned(), json!({ "yes": { "rows": rows } }));
    }
    if let Some(party) = &vendor.joint {
        let mut arrangement = arrangement.clone();
        for text in &mut arrangement.0 {
            if !text.contains("{party}") {
                file.fail("joint-arrangement", "a language is missing, or it does not name the {party}");
            }
            *text = text.replace("{party}", party);
        }
        let joint = json!({ "parties": party, "arrangement": localized(&arrangement) });
        notice.insert("joint-controllers".to_owned(), json!({ "yes": joint }));
    }
    Value::Object(notice)
}

fn cookie(cookie: &Cookie, party: &str) -> Value {
    json!({
        "id": 0, "name": cookie.name, "kind": { "yes": cookie.kind },
        "party": if cookie.first_party { "" } else { party },
        "lifetime": cookie.lifetime.as_ref().map_or_else(|| json!({}), localized),
        "purpose": localized(&cookie.purpose),
    })
}
