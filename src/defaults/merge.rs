//! One notice written into another: how a trade changes the defaults of a kind, and what comes with a purpose or a vendor.
//!
//! Knows: the model. Does not know: the catalogue, or who merges what.

use crate::notice::Notice;
use crate::notice::answer::Answer;
use crate::notice::cookies::{Cookie, Cookies};
use crate::notice::data::{Source, SpecialCategories};
use crate::notice::purpose::Purpose;
use crate::notice::recipient::Recipient;
use crate::notice::retention::Retention;
use crate::notice::row::{self, Row};
use crate::notice::statement::{Item, Statement, Statements};

/// Who wins where both notices say something of the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// What stands already: the firm may have thought about it.
    Keep,
    /// What comes: a trade knows better than the kind in general.
    Replace,
}

/// Whether two rows speak of the same thing.
trait Same {
    fn same(&self, other: &Self) -> bool;

    /// Whether this row says all that the other one says, and more: it is then taken in its place.
    fn fuller(&self, _other: &Self) -> bool {
        false
    }
}

/// Statements are the same when both are the same clause; two texts of one's own never are.
fn same_clause(one: &Statement, other: &Statement) -> bool {
    one.clause_id().is_some() && one.clause_id() == other.clause_id()
}

macro_rules! same_by_what {
    ($($row:ty),+) => {
        $(impl Same for $row {
            fn same(&self, other: &Self) -> bool {
                same_clause(&self.what, &other.what)
            }
        })+
    };
}
same_by_what!(Item, Purpose, Source, Retention);

impl Same for Recipient {
    /// Two mail services are two recipients; a mail service by name is the mail service that had none.
    fn same(&self, other: &Self) -> bool {
        let names = self.name == other.name || self.name.is_empty() || other.name.is_empty();
        same_clause(&self.what, &other.what) && names
    }

    fn fuller(&self, other: &Self) -> bool {
        other.name.is_empty() && !self.name.is_empty()
    }
}

impl Same for Cookie {
    fn same(&self, other: &Self) -> bool {
        self.name == other.name && self.party == other.party
    }
}

fn rows<R: Row + Same>(into: &mut Vec<R>, from: Vec<R>, clash: Clash) {
    for mut new in from {
        match into.iter_mut().find(|old| old.same(&new)) {
            Some(old) if clash == Clash::Replace || new.fuller(old) => {
                new.set_id(old.id());
                *old = new;
            }
            Some(_) => {}
            None => {
                row::push(into, new);
            }
        }
    }
}

/// An answer that comes is taken, unless it is none, or the firm's own "yes" or "no" is to be kept.
fn answer<T>(into: &mut Answer<T>, from: Answer<T>, clash: Clash) {
    let open = matches!(into, Answer::Unanswered | Answer::Unknown);
    if !matches!(from, Answer::Unanswered) && (open || clash == Clash::Replace) {
        *into = from;
    }
}

/// As [`answer`], for a "yes" that holds rows: what comes joins what is there. A "yes" wins over a "no" in any case,
/// for the rows that come with it are named: a purpose that needs data says so.
fn join<T>(into: &mut Answer<T>, from: Answer<T>, clash: Clash, merge: impl FnOnce(&mut T, T)) {
    match (into, from) {
        (Answer::Yes(old), Answer::Yes(new)) => merge(old, new),
        (into, new @ Answer::Yes(_)) => *into = new,
        (into, other) => answer(into, other, clash),
    }
}

fn statement(into: &mut Statement, from: Statement, clash: Clash) {
    if !from.is_blank() && (into.is_blank() || clash == Clash::Replace) {
        *into = from;
    }
}

/// Writes a partial notice into another one: rows are added, answers are set.
///
/// What identifies the notice (its kind, languages, name, dates, controller and contact) stays as it is.
pub fn merge(into: &mut Notice, from: Notice, clash: Clash) {
    answer(&mut into.dpo, from.dpo, clash);
    answer(&mut into.joint_controllers, from.joint_controllers, clash);
    answer(&mut into.representative, from.representative, clash);
    rows(&mut into.data_subjects, from.data_subjects, clash);
    rows(&mut into.purposes, from.purposes, clash);
    answer(&mut into.provision.requirement, from.provision.requirement, clash);
    statement(&mut into.provision.consequence, from.provision.consequence, clash);
    answer(&mut into.children, from.children, clash);
    rows(&mut into.data_categories, from.data_categories, clash);
    rows(&mut into.data_content, from.data_content, clash);
    join(&mut into.special_categories, from.special_categories, clash, |old, new| {
        let SpecialCategories { data, ground } = new;
        rows(&mut old.data, data, clash);
        statement(&mut old.ground, ground, clash);
    });
    answer(&mut into.identity_code, from.identity_code, clash);
    rows(&mut into.sources, from.sources, clash);
    rows(&mut into.recipients, from.recipients, clash);
    join(&mut into.disclosures, from.disclosures, clash, |old: &mut Statements, new| rows(old, new, clash));
    rows(&mut into.retention, from.retention, clash);
    rows(&mut into.security_manual, from.security_manual, clash);
    rows(&mut into.security_electronic, from.security_electronic, clash);
    join(&mut into.cookies, from.cookies, clash, |old, new| {
        let Cookies { rows: new_rows, consent_tool } = new;
        rows(&mut old.rows, new_rows, clash);
        answer(&mut old.consent_tool, consent_tool, clash);
    });
    answer(&mut into.automated_decisions.profiling, from.automated_decisions.profiling, clash);
    answer(&mut into.automated_decisions.decisions, from.automated_decisions.decisions, clash);
    rows(&mut into.direct_marketing, from.direct_marketing, clash);
    rows(&mut into.other_rights, from.other_rights, clash);
    rows(&mut into.changes, from.changes, clash);
    into.number_rows();
}

/// Takes a merge back while the notice may have changed since: rows that came go, answers that came and still
/// stand are as they were before; what was written in the meantime stays.
pub fn take_back(now: &mut Notice, before: &Notice, after: &Notice) {
    macro_rules! rows {
        ($($list:ident),+) => {
            $(now.$list.retain(|row| {
                let is = |other: &&_| Row::id(*other) == Row::id(row);
                before.$list.iter().any(|other| is(&other)) || !after.$list.iter().any(|other| is(&other))
            });
            for row in &mut now.$list {
                // A row that was replaced, and is still what it was replaced by.
                if after.$list.contains(row) {
                    let old = before.$list.iter().find(|old| Row::id(*old) == Row::id(row));
                    row.clone_from(old.unwrap_or(&row.clone()));
                }
            })+
        };
    }
    macro_rules! answers {
        ($($($answer:ident).+),+) => {
            $(if now.$($answer).+ == after.$($answer).+ {
                now.$($answer).+.clone_from(&before.$($answer).+);
            })+
        };
    }
    rows!(
        data_subjects,
        purposes,
        data_categories,
        data_content,
        sources,
        recipients,
        retention,
        security_manual,
        security_electronic,
        direct_marketing,
        other_rights,
        changes
    );
    answers!(
        dpo,
        joint_controllers,
        representative,
        provision,
        children,
        special_categories,
        identity_code,
        disclosures,
        cookies,
        automated_decisions
    );
}

/// Takes away the rows that are one of these clauses, wherever they stand.
pub fn remove(notice: &mut Notice, clauses: &[&str]) {
    let stays = |what: &Statement| !what.clause_id().is_some_and(|id| clauses.contains(&id));
    let items = |items: &mut Statements| items.retain(|item| stays(&item.what));
    items(&mut notice.data_subjects);
    items(&mut notice.data_categories);
    items(&mut notice.data_content);
    items(&mut notice.security_manual);
    items(&mut notice.security_electronic);
    items(&mut notice.direct_marketing);
    items(&mut notice.other_rights);
    items(&mut notice.changes);
    if let Some(special) = notice.special_categories.yes_mut() {
        items(&mut special.data);
    }
    if let Some(disclosures) = notice.disclosures.yes_mut() {
        items(disclosures);
    }
    notice.purposes.retain(|purpose| stays(&purpose.what));
    notice.sources.retain(|source| stays(&source.what));
    notice.recipients.retain(|recipient| stays(&recipient.what));
    notice.retention.retain(|retention| stays(&retention.what));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::recipient::Role;
    use crate::notice::retention::Period;
    use proptest::prelude::*;

    fn items(ids: &[&str]) -> Statements {
        ids.iter().map(|id| Item { what: Statement::clause(*id), ..Item::default() }).collect()
    }

    fn ids(items: &Statements) -> Vec<&str> {
        items.iter().filter_map(|item| item.what.clause_id()).collect()
    }

    #[test]
    fn rows_are_added_once_and_after_what_stands() {
        let mut into = Notice { data_content: items(&["data.name", "data.email"]), ..Notice::default() };
        let from = Notice { data_content: items(&["data.email", "data.site"]), ..Notice::default() };
        merge(&mut into, from, Clash::Keep);
        assert_eq!(ids(&into.data_content), ["data.name", "data.email", "data.site"]);
        let numbers: Vec<_> = into.data_content.iter().map(|item| item.id.0).collect();
        assert_eq!(numbers.len(), 3);
        assert!(!numbers.contains(&0));
    }

    #[test]
    fn a_trade_replaces_a_period_and_a_purpose_keeps_it() {
        let row = |period| Retention {
            what: Statement::clause("retention-what.quotes"),
            period: Answer::Yes(Period::Until(period)),
            ..Retention::default()
        };
        let until = |id: &str| crate::notice::retention::Until { criterion: Statement::clause(id) };
        for (clash, expected) in [(Clash::Keep, "until.a"), (Clash::Replace, "until.b")] {
            let mut into = Notice { retention: vec![row(until("until.a"))], ..Notice::default() };
            merge(&mut into, Notice { retention: vec![row(until("until.b"))], ..Notice::default() }, clash);
            let Some(Period::Until(found)) = into.retention[0].period.yes() else { panic!("a criterion") };
            assert_eq!((into.retention.len(), found.criterion.clause_id()), (1, Some(expected)));
        }
    }

    #[test]
    fn two_services_of_one_kind_are_two_recipients() {
        let named = |name: &str| Recipient {
            what: Statement::clause("recipient.hosting"),
            name: name.to_owned(),
            role: Answer::Yes(Role::Processor),
            ..Recipient::default()
        };
        let mut into = Notice { recipients: vec![named("Yksi Oy")], ..Notice::default() };
        let from = Notice { recipients: vec![named("Kaksi Oy"), named("Yksi Oy")], ..Notice::default() };
        merge(&mut into, from, Clash::Keep);
        assert_eq!(into.recipients.len(), 2);
    }

    #[test]
    fn a_service_by_name_takes_the_place_of_one_without_and_gives_it_back() {
        let service = |name: &str| Recipient {
            what: Statement::clause("recipient.analytics"),
            name: name.to_owned(),
            ..Recipient::default()
        };
        let mut before = Notice { recipients: vec![service("")], ..Notice::default() };
        before.number_rows();
        let mut now = before.clone();
        merge(&mut now, Notice { recipients: vec![service("Mittari")], ..Notice::default() }, Clash::Keep);
        merge(&mut now, Notice { recipients: vec![service("")], ..Notice::default() }, Clash::Keep);
        let names: Vec<_> = now.recipients.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["Mittari"]);
        let after = now.clone();
        take_back(&mut now, &before, &after);
        assert_eq!(now, before);
    }

    #[test]
    fn a_firm_s_no_is_kept_unless_rows_come_with_a_yes() {
        let mut into = Notice { dpo: Answer::No, special_categories: Answer::No, ..Notice::default() };
        let special = SpecialCategories { data: items(&["special.health"]), ..SpecialCategories::default() };
        let from = Notice {
            dpo: Answer::Yes(crate::notice::contact::ContactDetails::default()),
            special_categories: Answer::Yes(special),
            ..Notice::default()
        };
        merge(&mut into, from, Clash::Keep);
        assert_eq!(into.dpo, Answer::No);
        assert!(into.special_categories.yes().is_some());
    }

    #[test]
    fn taking_back_leaves_what_was_written_since() {
        let before = Notice { data_content: items(&["data.name"]), ..Notice::default() };
        let mut now = before.clone();
        now.number_rows();
        let before = now.clone();
        let partial = Notice { data_content: items(&["data.site"]), dpo: Answer::No, ..Notice::default() };
        merge(&mut now, partial, Clash::Keep);
        let after = now.clone();
        row::push(&mut now.data_content, items(&["data.email"]).remove(0));
        now.controller.name = "Mallila Oy".into();
        take_back(&mut now, &before, &after);
        assert_eq!(ids(&now.data_content), ["data.name", "data.email"]);
        assert_eq!((now.dpo, now.controller.name.as_str()), (Answer::Unanswered, "Mallila Oy"));
    }

    #[test]
    fn what_goes_goes_everywhere() {
        let mut notice = Notice {
            data_content: items(&["data.name", "data.orders"]),
            disclosures: Answer::Yes(items(&["data.orders"])),
            ..Notice::default()
        };
        remove(&mut notice, &["data.orders"]);
        assert_eq!(ids(&notice.data_content), ["data.name"]);
        assert_eq!(notice.disclosures, Answer::Yes(Vec::new()));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        /// Merging twice is merging once: choosing a purpose again adds nothing.
        #[test]
        fn merging_twice_adds_nothing(there in prop::collection::vec("data[.][a-d]", 0..5), new in prop::collection::vec("data[.][a-d]", 0..5)) {
            let of = |ids: &[String]| ids.iter().map(|id| Item { what: Statement::clause(id.as_str()), ..Item::default() }).collect();
            let mut into = Notice { data_content: of(&there), ..Notice::default() };
            let from = Notice { data_content: of(&new), ..Notice::default() };
            merge(&mut into, from.clone(), Clash::Keep);
            let once = into.clone();
            merge(&mut into, from, Clash::Keep);
            prop_assert_eq!(once, into);
        }
    }
}
