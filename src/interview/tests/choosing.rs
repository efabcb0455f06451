//! What a click chooses, what came of an answer, and how far the interview is.

use super::*;
use crate::notice::statement::Statement;
use crate::section::SectionId;

#[test]
fn what_came_of_an_answer_is_told_by_section_until_the_answer_changes() {
    let mut draft = bookings();
    assert_eq!(outcomes(&draft, "booking"), [], "what was only suggested came of no answer");
    reply(&mut draft, question("booking"), vec![Pick::id("timma")]);
    let outcome = outcomes(&draft, "booking");
    let recipients = outcome.iter().find(|outcome| outcome.section == SectionId::Recipients).unwrap();
    let [brought] = recipients.rows.as_slice() else { panic!("{recipients:?}") };
    let what = brought.what.as_ref().and_then(Statement::clause_id);
    assert_eq!((brought.name.as_str(), what), ("Timma", Some("recipient.booking")));
    reply(&mut draft, question("site"), vec![Pick::id("site.no-site")]);
    assert_eq!(
        outcomes(&draft, "site"),
        [Outcome { section: SectionId::Cookies, rows: vec![], left_out: true }]
    );
    reply(&mut draft, question("booking"), vec![Pick::id("booking.phone")]);
    let named = outcomes(&draft, "booking").into_iter().flat_map(|outcome| outcome.rows);
    assert!(named.into_iter().all(|brought| brought.name != "Timma"));
}

#[test]
fn a_click_adds_or_takes_away_and_where_one_is_true_it_replaces() {
    let (booking, site) = (question("booking"), question("site"));
    let phone = || Pick::id("booking.phone");
    let both = toggled(booking, &[phone()], Pick::id("timma"), true);
    assert_eq!(both, [phone(), Pick::id("timma")]);
    assert_eq!(toggled(booking, &both, phone(), false), [Pick::id("timma")]);
    assert_eq!(
        toggled(site, &[Pick::id("site.no-site")], Pick::id("site.own-notice"), true),
        [Pick::id("site.own-notice")]
    );
}

#[test]
fn a_service_by_its_own_name_is_added_renamed_removed_and_known_where_the_catalogue_has_it() {
    let booking = question("booking");
    let one = renamed(booking, &[Pick::id("booking.phone")], 0, " Vihko ");
    assert_eq!(one, [Pick::id("booking.phone"), Pick::own("Vihko")]);
    let two = renamed(booking, &one, 1, "Taulu");
    assert_eq!(renamed(booking, &two, 0, "Kirja").last(), Some(&Pick::own("Taulu")));
    assert_eq!(renamed(booking, &two, 0, ""), [Pick::id("booking.phone"), Pick::own("Taulu")]);
    assert_eq!(renamed(booking, &two, 0, "Taulu"), [Pick::id("booking.phone"), Pick::own("Taulu")]);
    assert_eq!(renamed(booking, &one, 1, "tímma").last(), Some(&Pick::id("timma")));
    assert_eq!(renamed(booking, &one, 5, " "), one);
}

#[test]
fn a_contradiction_is_one_choice_against_the_others() {
    let unknown = || Pick::id(UNKNOWN);
    let picks = [Pick::id("timma"), unknown(), Pick::id("vello")];
    let others = vec![Pick::id("timma"), Pick::id("vello")];
    assert_eq!(contradiction(question("booking"), &picks), Some((unknown(), others)));
    assert_eq!(contradiction(question("booking"), &[Pick::id("timma"), Pick::id("vello")]), None);
    let both = [Pick::id("site.no-site"), Pick::id("site.own-notice")];
    let asked = contradiction(question("site"), &both);
    assert_eq!(asked, Some((Pick::id("site.no-site"), vec![Pick::id("site.own-notice")])));
}

#[test]
fn only_what_has_an_answer_counts_as_answered() {
    let (kind, trade) = (RegisterKind::Bookings, Some(Trade::Hairdresser));
    let mut answers = Answers::default();
    let of = progress(kind, trade, &answers).of;
    answers.set("booking", vec![Pick::id("timma"), Pick::id(UNKNOWN)]);
    answers.set("site", vec![Pick::id(UNKNOWN)]);
    assert_eq!(progress(kind, trade, &answers), Progress { answered: 0, unknown: 1, of });
    answers.set("booking", vec![Pick::id("timma")]);
    assert_eq!(progress(kind, trade, &answers), Progress { answered: 1, unknown: 1, of });
}

#[test]
fn a_service_is_found_by_any_name_of_it_without_accents() {
    let vendor = |id: &str| VENDORS.iter().find(|vendor| vendor.id == id).unwrap();
    assert!(finds(vendor("timma"), "TIM") && finds(vendor("timma"), " tímmä ") && finds(vendor("timma"), ""));
    assert!(!finds(vendor("timma"), "vello"));
    assert!(finds(vendor("netvisor"), "visma net"), "by what else it is called");
}
