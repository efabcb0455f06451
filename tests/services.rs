//! Every service of the catalogue, added to a notice that can be published: what it adds contradicts nothing, what it leaves open is
//! a question that the picker asks, and the answers leave nothing open but why the firm uses the service.

use crate::support::document::texts_of;
use crate::support::firm::{firm, notice_of};
use seloste::compose::compose;
use seloste::content::{self, VENDORS, Vendor};
use seloste::defaults::follow_up::{ConsentTool, FollowUp, deliver_ourselves, follow_ups};
use seloste::defaults::{self, vendor};
use seloste::lang::{Lang, Localized};
use seloste::notice::answer::Answer;
use seloste::notice::date::Date;
use seloste::notice::layout::Layout;
use seloste::notice::recipient::Location;
use seloste::notice::{Notice, RegisterKind};
use seloste::rules::{Report, check};
use std::collections::BTreeSet;

fn checked(notice: &Notice) -> Report {
    check(notice, Date::new(2026, 11, 21).expect("a day"))
}

/// The rules that fire.
fn rules(report: &Report) -> BTreeSet<&'static str> {
    report.findings.iter().map(|finding| finding.rule.id.as_str()).collect()
}

fn with(kind: RegisterKind, service: &Vendor) -> Notice {
    let mut notice = notice_of(&firm(), kind, None);
    notice.languages = vec![Lang::Fi];
    vendor(service).accept(&mut notice);
    notice
}

/// The rule that holds a notice back while a question of the picker is open.
fn rule_of(asked: FollowUp) -> Option<&'static str> {
    match asked {
        FollowUp::ConsentTool => Some("cookie-consent-missing"),
        FollowUp::Location(_) => Some("recipient-location-unanswered"),
        FollowUp::Lifetime(_) => Some("cookie-incomplete"),
        // A firm that delivers by itself has no recipient to name.
        FollowUp::Delivery => None,
    }
}

fn answer(asked: FollowUp, notice: &mut Notice) {
    match asked {
        FollowUp::ConsentTool => ConsentTool::Window.write(notice),
        FollowUp::Delivery => deliver_ourselves(notice),
        FollowUp::Location(id) => {
            let row = notice.recipients.iter_mut().find(|row| row.id == id).expect("the recipient");
            row.location = Answer::Yes(Location::Eea);
        }
        FollowUp::Lifetime(id) => {
            let cookies = notice.cookies.yes_mut().expect("cookies");
            let row = cookies.rows.iter_mut().find(|row| row.id == id).expect("the cookie");
            row.lifetime = Localized::only(Lang::Fi, "kunnes suljet selaimen");
        }
    }
}

/// What only the firm can settle, in the section where it belongs: why it uses a service of this kind, and what it evaluates. The
/// defaults deny profiling; an advertising service does it.
fn left_to_the_firm(service: &Vendor) -> &'static [&'static str] {
    match (service.id, service.what) {
        (_, "recipient.newsletter") => &["marketing-without-purpose"],
        (_, "recipient.advertising") => &["profiling-denied"],
        (_, "recipient.credit-agency" | "recipient.collection") => {
            &["credit-without-purpose", "data-mismatch"]
        }
        (_, "recipient.embedded" | "recipient.chat" | "recipient.crm") => {
            &["cookie-without-purpose", "data-mismatch", "profiling-denied"]
        }
        // It sets no cookies, so whether it needs consent is a question (SVPL 205 §).
        ("plausible", _) => &["purpose-without-basis"],
        _ => &[],
    }
}

#[test]
fn what_a_service_leaves_open_is_asked_and_the_answers_close_it() {
    let mut faults = Vec::new();
    for kind in [RegisterKind::Customers, RegisterKind::Web] {
        for service in VENDORS {
            let mut notice = with(kind, service);
            let asked = follow_ups(service, &notice);
            let mut expected: BTreeSet<_> = asked.iter().filter_map(|asked| rule_of(*asked)).collect();
            expected.extend(left_to_the_firm(service));
            let found = rules(&checked(&notice));
            if !found.is_subset(&expected) {
                faults.push(format!("{kind:?} {}: {found:?}", service.id));
            }
            for one in asked {
                answer(one, &mut notice);
            }
            let found = rules(&checked(&notice));
            if !found.iter().all(|rule| left_to_the_firm(service).contains(rule)) {
                faults.push(format!("{kind:?} {} with answers: {found:?}", service.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The first thing that a new user fell over: a sentence about a window that the site does not have.
#[test]
fn no_service_publishes_a_sentence_about_a_window_that_nobody_told_of() {
    let sentence = |id: &str| content::find_clause(id).expect("a clause").text.get(Lang::Fi);
    for service in VENDORS {
        let written = texts_of(&compose(&with(RegisterKind::Customers, service), Lang::Fi)).join("\n");
        for tool in ["consent-tool.banner", "consent-tool.settings-page"] {
            assert!(!written.contains(sentence(tool)), "{}: {tool}", service.id);
        }
    }
}

/// A notice with a pixel tells of the joint controller and who answers for what, in each language (GDPR 26(2)).
#[test]
fn a_pixel_is_told_of_as_a_joint_controller() {
    for id in ["meta-pixel", "linkedin-insight", "tiktok-pixel"] {
        let service = defaults::service(id).expect("the service");
        let notice = with(RegisterKind::Web, service);
        let party = &notice.joint_controllers.yes().expect("a joint controller").parties;
        let role = content::choice::ROLE_JOINT.label;
        for lang in Lang::ALL {
            let written = |layout| texts_of(&compose(&Notice { layout, ..notice.clone() }, lang)).join("\n");
            for layout in Layout::ALL {
                assert!(written(layout).contains(party.as_str()), "{id}: {layout:?} {lang:?}");
            }
            assert!(written(Layout::Register).to_lowercase().contains(role.get(lang)), "{id}: {lang:?}");
        }
    }
}
