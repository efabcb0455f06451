//! Compiles `vendors.toml` and `countries.toml`: each service becomes a partial notice that merges into a draft.

use super::lang_set::TAGS;
use super::shapes::{Countries, Text, Vendor, Vendors};
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
            for text in [&cookie.lifetime, &cookie.purpose] {
                if text.0.iter().any(String::is_empty) {
                    file.fail(&cookie.name, &format!("\"{}\" has a cookie that lacks a language", vendor.id));
                }
            }
        }
        let notice = notice(&file, &vendor, &vendors.consent_tool).to_string();
        let Vendor { id, name, what, aliases, purpose, .. } = vendor;
        writeln!(
            out,
            "Vendor {{ id: {id:?}, name: {name:?}, what: {what:?}, aliases: &{aliases:?}, purpose: {purpose:?}, notice: {notice:?} }},"
        )
        .unwrap();
    }
    out.push_str("];\n");
}

fn notice(file: &File, vendor: &Vendor, consent_tool: &str) -> Value {
    let location = match (&vendor.country, &vendor.safeguard) {
        (None, None) => json!("eea"),
        (Some(country), Some(safeguard)) => {
            json!({ "third-country": { "countries": [country], "safeguard": { "yes": safeguard } } })
        }
        _ => {
            file.fail(&format!("\"{}\"", vendor.id), "a country needs a safeguard, and a safeguard a country")
        }
    };
    let recipient = json!({
        "id": 0, "what": { "clause": { "id": vendor.what } }, "name": vendor.name,
        "role": { "yes": vendor.role }, "location": { "yes": location },
    });
    let mut notice = Map::from_iter([("recipients".to_owned(), json!([recipient]))]);
    if !vendor.cookies.is_empty() {
        let all = |text: &Text| TAGS.into_iter().zip(text.0.clone()).collect::<Value>();
        let row = |cookie: &super::shapes::Cookie| {
            json!({
                "id": 0, "name": cookie.name, "kind": { "yes": cookie.kind }, "party": vendor.name,
                "lifetime": all(&cookie.lifetime), "purpose": all(&cookie.purpose),
            })
        };
        let rows: Vec<Value> = vendor.cookies.iter().map(row).collect();
        let mut cookies = Map::from_iter([("rows".to_owned(), json!(rows))]);
        if vendor.cookies.iter().any(|cookie| cookie.kind != "necessary") {
            let tool = json!({ "yes": { "clause": { "id": consent_tool } } });
            cookies.insert("consent-tool".to_owned(), tool);
        }
        notice.insert("cookies".to_owned(), json!({ "yes": cookies }));
    }
    Value::Object(notice)
}
