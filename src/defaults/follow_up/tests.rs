//! What adding a service asks, and what the answers write.

use super::*;
use crate::content::{self, CLAUSES, find_clause};
use crate::defaults::{notice, purpose, service, vendor};
use crate::lang::Lang;
use crate::notice::RegisterKind;
use crate::notice::cookies::CookieKind;
use crate::notice::recipient::Role;

/// A notice to which a service was added, and the questions that this raised.
fn with(kind: RegisterKind, id: &str) -> (Notice, Vec<FollowUp>) {
    let (mut made, of) = (notice(kind, None), service(id).unwrap());
    vendor(of).accept(&mut made);
    let asked = follow_ups(of, &made);
    (made, asked)
}

fn tool(notice: &Notice) -> &Answer<Statement> {
    &notice.cookies.yes().unwrap().consent_tool
}

#[test]
fn every_service_can_be_read_and_fills_a_recipient_and_its_cookies() {
    assert!(VENDORS.len() >= 60);
    for service in VENDORS {
        let brought = vendor(service).notice();
        let [recipient] = &brought.recipients[..] else { panic!("{}: one recipient", service.id) };
        assert_eq!(recipient.what.clause_id(), Some(service.what));
        assert!(find_clause(service.what).is_some(), "{}: {}", service.id, service.what);
        assert!(service.purpose.is_none_or(|id| purpose(id).is_some()), "{}", service.id);
        assert_eq!(brought.purposes.len(), usize::from(service.purpose.is_some()), "{}", service.id);
        for (_, transfer) in brought.transfers() {
            for country in transfer.named_countries() {
                assert_ne!(content::country(country, Lang::Fi), country, "{}", service.id);
            }
        }
        assert!(service.aliases.iter().all(|alias| alias.to_lowercase() == **alias), "{}", service.id);
    }
}

/// The banner is the site's, not the service's: nothing is said of it until the firm says so.
#[test]
fn analytics_brings_no_banner_and_asks_for_it() {
    let (mut made, asked) = with(RegisterKind::Customers, "google-analytics");
    assert_eq!(*tool(&made), Answer::Unanswered);
    assert_eq!(asked, [FollowUp::ConsentTool]);
    let row = made.recipients.iter().find(|row| row.name == "Google Analytics").unwrap();
    assert_eq!(row.transfer().unwrap().countries, ["US"]);
    ConsentTool::Window.write(&mut made);
    assert_eq!(tool(&made).yes().unwrap().clause_id(), Some("consent-tool.banner"));
    assert_eq!(follow_ups(service("google-analytics").unwrap(), &made), []);
}

/// Plausible stores nothing on the device, so nothing comes from cookies, and whether it needs consent is asked (SVPL 205 §).
#[test]
fn what_sets_no_cookies_claims_none() {
    let mut made = notice(RegisterKind::Customers, None);
    made.sources.clear();
    let plausible = service("plausible").unwrap();
    vendor(plausible).accept(&mut made);
    let purpose = made.purposes.iter().find(|row| row.what.clause_id() == plausible.purpose).unwrap();
    assert_eq!(purpose.basis, Answer::Unanswered);
    assert!(made.sources.is_empty() && made.cookies.is_no());
    assert_eq!(follow_ups(plausible, &made), []);
}

/// No service says how a site asks for consent, nor that it needs not.
#[test]
fn no_service_answers_for_the_consent_tool() {
    for of in VENDORS {
        let brought = vendor(of).notice();
        let tool = brought.cookies.yes().map(|cookies| &cookies.consent_tool);
        assert!(tool.is_none_or(|tool| *tool == Answer::Unanswered), "{}", of.id);
    }
}

#[test]
fn each_answer_about_consent_is_written_and_read_again() {
    let (mut made, _) = with(RegisterKind::Customers, "google-analytics");
    assert_eq!(ConsentTool::of(&made), None);
    for answer in [ConsentTool::Window, ConsentTool::SettingsPage, ConsentTool::Missing, ConsentTool::Unknown]
    {
        answer.write(&mut made);
        assert_eq!(ConsentTool::of(&made), Some(answer));
        assert!(answer.clause().is_none_or(|id| CLAUSES.iter().any(|clause| clause.id == id)));
    }
    assert_eq!(*tool(&made), Answer::Unknown);
    let mut without = notice(RegisterKind::Customers, None);
    without.cookies = Answer::No;
    ConsentTool::Window.write(&mut without);
    assert_eq!((ConsentTool::of(&without), without.cookies.is_no()), (None, true));
}

/// Who adds a consent service has a window; which sentence tells of it is asked all the same.
#[test]
fn a_consent_service_asks_how_the_choice_is_changed() {
    let (_, asked) = with(RegisterKind::Customers, "cookiebot");
    assert_eq!(asked, [FollowUp::ConsentTool]);
    assert!(consent_services().any(|vendor| vendor.id == "cookiehub"));
}

#[test]
fn a_shop_brings_its_necessary_cookies_and_asks_who_delivers() {
    for id in ["mycashflow", "vilkas", "shopify"] {
        let (made, asked) = with(RegisterKind::Customers, id);
        let cookies = made.cookies.yes().unwrap();
        assert!(!cookies.rows.is_empty(), "{id}");
        assert!(cookies.rows.iter().all(|row| row.kind == Answer::Yes(CookieKind::Necessary)), "{id}");
        assert!(asked.contains(&FollowUp::Delivery) && !asked.contains(&FollowUp::ConsentTool), "{id}");
    }
}

/// How long a platform keeps a cart nobody has told: it is asked, and a session ends with the browser.
#[test]
fn what_is_not_known_of_a_cookie_is_asked() {
    let (made, asked) = with(RegisterKind::Customers, "mycashflow");
    let rows = &made.cookies.yes().unwrap().rows;
    let cart = rows.iter().find(|row| row.name == "cart").unwrap();
    assert!(asked.contains(&FollowUp::Lifetime(cart.id)));
    let lifetimes = asked.iter().filter(|ask| matches!(ask, FollowUp::Lifetime(_))).count();
    assert_eq!(lifetimes, 1);
}

#[test]
fn a_carrier_answers_who_delivers() {
    let (mut made, _) = with(RegisterKind::Customers, "mycashflow");
    let shop = service("mycashflow").unwrap();
    let posti = carriers().find(|vendor| vendor.id == "posti").unwrap();
    assert!(!lists(&made, posti));
    vendor(posti).accept(&mut made);
    assert!(lists(&made, posti));
    assert!(!follow_ups(shop, &made).contains(&FollowUp::Delivery));
    deliver_ourselves(&mut made);
    assert!(lists(&made, posti), "a carrier with a name stays");
}

#[test]
fn who_delivers_may_be_nobody_or_unknown() {
    let mut made = notice(RegisterKind::Customers, None);
    made.recipients.retain(|row| !is(row, DELIVERY));
    let before = made.recipients.len();
    delivery_unknown(&mut made);
    delivery_unknown(&mut made);
    assert_eq!(made.recipients.len(), before + 1, "it is written once");
    let row = made.recipients.last().unwrap();
    assert!(row.id > RowId::default() && is_delivery_unknown(&made), "{row:?}");
    deliver_ourselves(&mut made);
    assert!(made.recipients.len() == before && !is_delivery_unknown(&made));
    // A proposed row "carrier, in the EEA" is no answer either: its place is not known.
    let mut web = notice(RegisterKind::Web, None);
    web.recipients.retain(|row| !is(row, DELIVERY));
    let what = Statement::clause(DELIVERY);
    web.recipients.push(Recipient { what, location: Answer::Yes(Location::Eea), ..Recipient::default() });
    delivery_unknown(&mut web);
    assert!(is_delivery_unknown(&web) && web.recipients.iter().filter(|row| is(row, DELIVERY)).count() == 1);
}

#[test]
fn a_place_that_differs_from_customer_to_customer_is_asked() {
    let (made, asked) = with(RegisterKind::Customers, "typeform");
    let row = made.recipients.iter().find(|row| row.name == "Typeform").unwrap();
    assert_eq!(asked, [FollowUp::Location(row.id)]);
    assert_eq!(service_of(row).map(|vendor| vendor.id), Some("typeform"));
}

/// The role is a proposal, and so is written apart from what the firm said.
#[test]
fn a_service_of_ones_own_is_a_recipient() {
    let mut made = notice(RegisterKind::Customers, None);
    let other = OtherService {
        name: " Esimerkkivaraus ".into(),
        what: "recipient.booking",
        location: Answer::Yes(Location::Eea),
    };
    let before = made.recipients.len();
    other.write(&mut made);
    let row = |made: &Notice| made.recipients.last().cloned().unwrap();
    assert_eq!((row(&made).name.as_str(), row(&made).role), ("Esimerkkivaraus", Answer::Unanswered));
    other.propose_role(&mut made);
    assert_eq!(row(&made).role, Answer::Yes(Role::Processor));
    other.write(&mut made);
    OtherService { name: " ".into(), ..other }.write(&mut made);
    assert_eq!(made.recipients.len(), before + 1, "it is there already, and one without a name is none");
}

/// CJEU C-40/17: who embeds a pixel decides together with its provider. With two of them there are two.
#[test]
fn a_pixel_is_a_joint_controller_and_its_arrangement_is_told() {
    let (mut made, _) = with(RegisterKind::Web, "meta-pixel");
    for id in ["linkedin-insight", "tiktok-pixel", "meta-pixel"] {
        vendor(service(id).unwrap()).accept(&mut made);
    }
    for id in ["meta-pixel", "linkedin-insight", "tiktok-pixel"] {
        let row = made.recipients.iter().find(|row| is_row_of(row, service(id).unwrap())).unwrap();
        assert_eq!(row.role, Answer::Yes(Role::Joint), "{id}");
    }
    let joint = made.joint_controllers.yes().unwrap();
    assert_eq!(
        joint.parties,
        "Meta Platforms Ireland Limited; LinkedIn Ireland Unlimited Company; TikTok Technology Limited"
    );
    for lang in Lang::ALL {
        let told = joint.arrangement.get(lang);
        assert_eq!(told.matches("Meta Platforms Ireland Limited").count(), 2, "{told}");
        assert!(told.contains("TikTok Technology Limited") && !told.contains('{'), "{told}");
    }
}

/// What the firm wrote of its own arrangement stays, and a "no" gives way: the pixel is there.
#[test]
fn what_was_said_of_joint_controllers_stays_and_a_denial_goes() {
    let mut made = notice(RegisterKind::Web, None);
    made.joint_controllers = Answer::No;
    let pixel = vendor(service("meta-pixel").unwrap());
    pixel.accept(&mut made);
    assert!(made.joint_controllers.is_yes());
    let own = crate::notice::contact::JointControllers {
        parties: "Ketju Oy".into(),
        arrangement: crate::lang::Localized::only(Lang::Fi, "Ketju Oy vastaa pyyntöihin."),
    };
    made.joint_controllers = Answer::Yes(own);
    pixel.accept(&mut made);
    let joint = made.joint_controllers.yes().unwrap();
    assert_eq!(joint.parties, "Ketju Oy; Meta Platforms Ireland Limited");
    assert!(joint.arrangement.fi.starts_with("Ketju Oy vastaa pyyntöihin. Meta"));
}
