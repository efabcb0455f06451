//! A user who fills the gap that a finding names, in one of several ways.

use super::prelude::*;
use crate::content;
use crate::lang::TAGS;
use crate::notice::tree;
use crate::rules::Finding;
use crate::rules::walk::said_in;
use crate::tests::json::with_each_value;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// An answer to a question: no, a bare yes, or a yes with something in it.
fn answer<T: Default>(choice: u8, full: T) -> Answer<T> {
    match choice {
        0 => Answer::No,
        1 => Answer::Yes(T::default()),
        _ => Answer::Yes(full),
    }
}

fn with_row<R: Row>(rows: &mut [R], finding: &Finding, change: impl FnOnce(&mut R)) {
    let id = finding.field.row_id();
    if let Some(row) = rows.iter_mut().find(|row| Some(row.id()) == id) {
        change(row);
    }
}

pub(super) fn fill(notice: &mut Notice, gap: &Finding, choice: u8) {
    let text = || "teksti".to_owned();
    let field = gap.field.to_string();
    let part = field.rsplit('.').next().unwrap_or_default();
    match gap.rule.id.as_str() {
        "care-clients-unanswered" => {
            notice.clients = Answer::Yes(ClientsOf::ALL[usize::from(choice) % ClientsOf::ALL.len()]);
        }
        "languages-empty" => notice.languages.push(Lang::Fi),
        // In every language of the notice: in one alone it would be half a name, and the section counts once it is in use.
        "register-name-missing" => notice.languages.clone().into_iter().for_each(|lang| {
            *notice.register_name.get_mut(lang) = text();
        }),
        "controller-incomplete" => match part {
            "name" => notice.controller.name = text(),
            "street" => notice.controller.street = text(),
            "postal-code" => notice.controller.postal_code = "00100".into(),
            "city" => notice.controller.city = text(),
            _ => notice.controller.email = text(),
        },
        "business-id-missing" => notice.controller.business_id.0 = "1234567-1".into(),
        "contact-missing" => notice.contact.email = text(),
        "date-missing" => notice.drawn_up.0 = "20.11.2026".into(),
        "dpo-unanswered" => notice.dpo = answer(choice, name_only()),
        "dpo-contact-missing" => notice.dpo.yes_mut().unwrap().email = text(),
        "joint-unanswered" => {
            let full = JointControllers { parties: text(), arrangement: own("x") };
            notice.joint_controllers = answer(choice, full);
        }
        "joint-incomplete" => {
            let joint = notice.joint_controllers.yes_mut().unwrap();
            if part == "parties" { joint.parties = text() } else { joint.arrangement = own("x") }
        }
        "representative-unanswered" => notice.representative = answer(choice, name_only()),
        "representative-contact-missing" => {
            let representative = notice.representative.yes_mut().unwrap();
            if part == "name" { representative.name = text() } else { representative.email = text() }
        }
        "data-subjects-empty" => notice.data_subjects = list(&["asiakkaat"]),
        "data-categories-empty" => notice.data_categories = list(&["nimi"]),
        "purposes-empty"
        | "purpose-blank"
        | "purpose-without-basis"
        | "basis-without-interest"
        | "basis-without-statute"
        | "consent-without-withdrawal" => purposes(notice, gap, choice),
        "provision-unanswered" => notice.provision.requirement = Answer::Yes(Requirement::Partly),
        "provision-without-consequence" => notice.provision.consequence = said("x"),
        "children-unanswered" => notice.children = answer(choice, Children { how: own("huoltaja") }),
        "children-how-missing" => notice.children = Answer::Yes(Children { how: own("huoltaja") }),
        "special-categories-unanswered" => {
            notice.special_categories = answer(choice, SpecialCategories::default());
        }
        "special-categories-empty" => notice.special_categories.yes_mut().unwrap().data = list(&["x"]),
        "special-categories-without-ground" => {
            notice.special_categories.yes_mut().unwrap().ground = said("x");
        }
        "explicit-consent-without-withdrawal" => say_how_to_withdraw(notice),
        "identity-code-unanswered" => notice.identity_code = answer(choice, IdentityCode::default()),
        "identity-code-without-ground" => notice.identity_code.yes_mut().unwrap().ground = said("x"),
        "sources-empty" => notice.sources = rows(vec![Source::default()]),
        "source-blank" => with_row(&mut notice.sources, gap, |row| row.what = said("x")),
        "transfers-untold" => say_everywhere(notice, SectionId::Transfers),
        "disclosures-unanswered" => notice.disclosures = answer(choice, Disclosures { list: list(&["x"]) }),
        "disclosures-empty" => notice.disclosures = disclosed(list(&["x"])),
        "retention-empty" => notice.retention = rows(vec![Retention::default()]),
        "retention-incomplete" => with_row(&mut notice.retention, gap, |row| retention(row, part, choice)),
        "cookies-unanswered" => {
            let consent_tool = Answer::Yes(said("x"));
            let full = Cookies { rows: rows(vec![Cookie::default()]), consent_tool };
            notice.cookies = answer(choice, full);
        }
        "cookies-empty" => cookies(notice).rows = rows(vec![Cookie::default()]),
        "cookie-incomplete" => with_row(&mut cookies(notice).rows, gap, |row| match part {
            "name" => row.name = text(),
            "purpose" => row.purpose = own("x"),
            "kind" => row.kind = Answer::Yes(CookieKind::ALL[usize::from(choice)]),
            _ => row.lifetime = own("x"),
        }),
        "cookie-consent-missing" => cookies(notice).consent_tool = Answer::Yes(said("x")),
        "profiling-unanswered" => {
            notice.automated_decisions.profiling = answer(choice, Profiling { how: own("x") });
        }
        "profiling-not-described" => {
            notice.automated_decisions.profiling = Answer::Yes(Profiling { how: own("x") });
        }
        "decisions-unanswered" => {
            notice.automated_decisions.decisions = answer(choice, AutomatedDecision::default());
        }
        "decision-not-explained" => {
            let decision = notice.automated_decisions.decisions.yes_mut().unwrap();
            if part == "logic" { decision.logic = own("x") } else { decision.effect = own("x") }
        }
        "marketing-channels-missing" => notice.direct_marketing = list(&["postitse"]),
        "translation-missing" => in_swedish(notice),
        "own-section-lacks" => speak_of_everything(notice, gap),
        "clause-unknown" => say_unknown_clauses(notice),
        "row-empty" => drop_blank_rows(notice),
        _ => recipients(notice, gap, choice),
    }
}

/// Writes own words that speak of what any section is for. In each language the words of all, because another gap may be filled by
/// copying one language into the others.
fn speak_of_everything(notice: &mut Notice, gap: &Finding) {
    let text = "Sopimus, 6 vuotta, perua, tietosuojavaltuutettu, tarkastaa, oikaista, poistaa, rajoittaa, siirtää, vastustaa. \
                Avtal, 6 år, återkalla, dataombudsmannen, tillgång, rätta, radera, begränsa, överföra, invända. \
                Contract, 6 years, withdraw, ombudsman, access, rectify, erase, restrict, portability, object, a@b.example.";
    let words = gap.field.replaces().and_then(|section| notice.replacements.get_mut(&section)).unwrap();
    for lang in Lang::ALL {
        text.clone_into(words.get_mut(lang));
    }
}

/// Adds how consent is withdrawn to the rights, be they in our words or in the firm's.
fn say_how_to_withdraw(notice: &mut Notice) {
    let rights = SectionId::ExercisingRights;
    let words = if notice.is_replaced(rights) { &mut notice.replacements } else { &mut notice.additions };
    let words = words.entry(rights).or_default();
    for lang in Lang::ALL {
        words.get_mut(lang).push_str(
            " Voit perua suostumuksesi. Du kan återkalla ditt samtycke. You can withdraw your consent.",
        );
    }
}

/// Adds own words to a section in every language.
fn say_everywhere(notice: &mut Notice, section: SectionId) {
    let words = notice.additions.entry(section).or_default();
    for lang in Lang::ALL {
        "teksti".clone_into(words.get_mut(lang));
    }
}

fn purposes(notice: &mut Notice, gap: &Finding, choice: u8) {
    if gap.rule.id == "purposes-empty" {
        let topic = [Topic::Service, Topic::Marketing][usize::from(choice % 2)];
        notice.purposes = rows(vec![Purpose { topic, ..Purpose::default() }]);
    }
    with_row(&mut notice.purposes, gap, |row| match gap.rule.id.as_str() {
        "purpose-blank" => row.what = said("x"),
        "purpose-without-basis" => {
            let kinds = [BasisKind::Contract, BasisKind::Consent, BasisKind::LegitimateInterests];
            row.basis = Answer::Yes(kinds[usize::from(choice % 3)].blank());
        }
        _ => *row.basis.yes_mut().unwrap().detail_mut().unwrap() = said("x"),
    });
}

fn recipients(notice: &mut Notice, gap: &Finding, choice: u8) {
    if gap.rule.id == "recipients-empty" {
        notice.recipients = rows(vec![Recipient::default()]);
    }
    with_row(&mut notice.recipients, gap, |row| match gap.rule.id.as_str() {
        "recipient-blank" => row.name = "Oy".into(),
        "recipient-role-unanswered" => row.role = Answer::Yes(Role::Processor),
        "recipient-location-unanswered" => {
            let away = Location::ThirdCountry(Transfer::default());
            row.location = Answer::Yes(if choice == 0 { Location::Eea } else { away });
        }
        rule => {
            let Some(Location::ThirdCountry(transfer)) = row.location.yes_mut() else { panic!("{rule}") };
            if rule == "transfer-without-country" {
                transfer.countries = vec!["Intia".into()];
            } else {
                transfer.safeguard = Answer::Yes(Safeguard::StandardClauses);
            }
        }
    });
}

fn retention(row: &mut Retention, part: &str, choice: u8) {
    match (part, row.period.yes_mut()) {
        ("what", _) => row.what = said("x"),
        ("ground", _) => row.ground = said("x"),
        ("period", _) if choice == 0 => row.period = Answer::Yes(Period::Until(Until::default())),
        ("amount", Some(Period::Fixed(fixed))) => fixed.amount = Some(6),
        ("start", Some(Period::Fixed(fixed))) => fixed.start = said("x"),
        ("criterion", Some(Period::Until(until))) => until.criterion = said("x"),
        _ => row.period = Answer::Yes(Period::Fixed(Fixed::default())),
    }
}

/// Replaces every clause that the catalogue lacks by words of one's own, in every language.
fn say_unknown_clauses(notice: &mut Notice) {
    *notice = with_each_value(notice, |value| {
        let id = value.pointer("/clause/id").and_then(Value::as_str);
        if id.is_some_and(|id| content::find_clause(id).is_none()) {
            *value = json!({ "own": { "text": TAGS.map(|tag| (tag, "x")).into_iter().collect::<BTreeMap<_, _>>() } });
        }
    });
}

fn drop_blank_rows(notice: &mut Notice) {
    let rows = said_in(notice).into_iter().filter(|said| said.list_row().is_some_and(Statement::is_blank));
    let blank: Vec<_> = rows.map(|said| said.field).collect();
    tree::change(notice, |tree| blank.into_iter().for_each(|row| tree::remove_row(tree, row)));
}
