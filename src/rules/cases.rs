//! The test bench of the rules: a notice that lacks nothing, the `cases!` macro, and (in `all`) the tests over all rules.
//!
//! Beside each rule stands a table of cases: changes to the full notice under which it fires, and under which
//! it stays silent. What `all` tests holds for every rule, so that a new one needs only its cases.
//! Knows: everything that rules know. Only compiled for tests.

mod all;
mod fill;
mod instead;

pub(in crate::rules) use all::{firing, today};

/// A table of cases: `"rule": fires "when" at "field" => change; … silent "when" => change; …`.
macro_rules! cases {
    ($($rule:literal:
        $(fires $when:literal at $field:literal => $change:expr;)+
        $(silent $near:literal => $same:expr;)+
    )+) => {
        pub(in crate::rules) mod table {
            #[allow(unused_imports)]
            use crate::rules::cases::prelude::*;

            pub(in crate::rules) const CASES: &[Cases] = &[$(Cases {
                rule: $rule,
                fires: &[$(Fires { when: $when, field: $field, change: $change }),+],
                silent: &[$(Silent { when: $near, change: $same }),+],
            }),+];
        }
    };
}

/// What the tables of cases are written with.
pub(super) mod prelude {
    pub(in crate::rules) use crate::lang::{Lang, Localized};
    pub(in crate::rules) use crate::notice::answer::Answer;
    pub(in crate::rules) use crate::notice::automated::AutomatedDecision;
    pub(in crate::rules) use crate::notice::automated::Profiling;
    pub(in crate::rules) use crate::notice::clients::ClientsOf;
    pub(in crate::rules) use crate::notice::contact::{ContactDetails, JointControllers};
    pub(in crate::rules) use crate::notice::cookies::{Cookie, CookieKind, Cookies};
    pub(in crate::rules) use crate::notice::data::{
        Children, Datum, Disclosures, IdentityCode, Origin, Requirement, Source, SpecialCategories,
    };
    pub(in crate::rules) use crate::notice::purpose::{
        BasisKind, Interest, LegalBasis, Purpose, Statute, Topic, Withdrawal,
    };
    pub(in crate::rules) use crate::notice::recipient::{Location, Recipient, Role, Safeguard, Transfer};
    pub(in crate::rules) use crate::notice::retention::{Fixed, Period, Retention, Unit, Until};
    pub(in crate::rules) use crate::notice::row::{Row, RowId};
    pub(in crate::rules) use crate::notice::statement::{Item, Says, Statement};
    pub(in crate::rules) use crate::notice::{Notice, RegisterKind, Trade};
    pub(in crate::rules) use crate::section::SectionId;

    use crate::lang::TAGS;
    use crate::tests::json::with_each_value;
    use serde_json::Value;

    pub(in crate::rules) struct Cases {
        pub rule: &'static str,
        pub fires: &'static [Fires],
        pub silent: &'static [Silent],
    }

    pub(in crate::rules) struct Fires {
        pub when: &'static str,
        pub field: &'static str,
        pub change: fn(&mut Notice),
    }

    pub(in crate::rules) struct Silent {
        pub when: &'static str,
        pub change: fn(&mut Notice),
    }

    pub(in crate::rules) fn own(text: &str) -> Localized<String> {
        Localized::only(Lang::Fi, text)
    }

    pub(in crate::rules) fn said(text: &str) -> Statement {
        Statement::own(Lang::Fi, text)
    }

    /// Numbers the rows of a list from 1, as the cases name them.
    pub(in crate::rules) fn number<R: Row>(rows: &mut [R]) {
        for (row, id) in rows.iter_mut().zip(1..) {
            row.set_id(RowId(id));
        }
    }

    pub(in crate::rules) fn rows<R: Row>(mut rows: Vec<R>) -> Vec<R> {
        number(&mut rows);
        rows
    }

    fn saying<R: Says>(statements: impl Iterator<Item = Statement>) -> Vec<R> {
        let row = |statement| {
            let mut row = R::default();
            *row.what_mut() = statement;
            row
        };
        rows(statements.map(row).collect())
    }

    pub(in crate::rules) fn list<R: Says>(texts: &[&str]) -> Vec<R> {
        saying(texts.iter().map(|text| said(text)))
    }

    pub(in crate::rules) fn clauses<R: Says>(ids: &[&str]) -> Vec<R> {
        saying(ids.iter().map(|id| Statement::clause(*id)))
    }

    /// Data is given to these.
    pub(in crate::rules) fn disclosed(list: Vec<Item>) -> Answer<Disclosures> {
        Answer::Yes(Disclosures { list })
    }

    /// Lists these clauses as all the data there is.
    pub(in crate::rules) fn data(notice: &mut Notice, ids: &[&str]) {
        notice.data_categories.clear();
        notice.data_content = clauses(ids);
    }

    /// Rests all purposes on consent that is withdrawn in this way.
    pub(in crate::rules) fn consent(notice: &mut Notice, how: &str) {
        each(&mut notice.purposes, |row| {
            row.basis = Answer::Yes(LegalBasis::Consent(Withdrawal { how: Statement::clause(how) }));
        });
    }

    /// Names the interest of all purposes that rest on one.
    pub(in crate::rules) fn interest(notice: &mut Notice, interest: &str) {
        for row in &mut notice.purposes {
            if let Some(LegalBasis::LegitimateInterests(basis)) = row.basis.yes_mut() {
                basis.interest = said(interest);
            }
        }
    }

    /// Keeps vouchers, and nothing else, for so many years from this start.
    pub(in crate::rules) fn vouchers(notice: &mut Notice, years: u16, start: &str) {
        each(&mut notice.retention, |row| {
            row.what = Statement::clause("retention-what.vouchers");
            let start = Statement::clause(start);
            row.period = Answer::Yes(Period::Fixed(Fixed { amount: Some(years), start, ..Fixed::default() }));
        });
    }

    /// Leaves the first row, and adds a copy of it with this change.
    pub(in crate::rules) fn again<R: Row + Clone>(rows: &mut Vec<R>, change: impl Fn(&mut R)) {
        rows.truncate(1);
        let mut copy = rows.first().expect("the full notice has a row").clone();
        change(&mut copy);
        rows.push(copy);
        number(rows);
    }

    pub(in crate::rules) fn each<R>(rows: &mut [R], change: impl Fn(&mut R)) {
        rows.iter_mut().for_each(change);
    }

    /// Adds a text to a section in Finnish.
    pub(in crate::rules) fn add(notice: &mut Notice, section: SectionId, text: &str) {
        notice.additions.insert(section, own(text));
    }

    /// Writes a section in own words instead of ours, in Finnish.
    pub(in crate::rules) fn instead(notice: &mut Notice, section: SectionId, text: &str) {
        notice.replacements.insert(section, own(text));
    }

    /// Adds a text to a section in another language, which is then published too.
    pub(in crate::rules) fn say_at(notice: &mut Notice, section: SectionId, lang: Lang, text: &str) {
        notice.languages.push(lang);
        notice.additions.insert(section, Localized::only(lang, text));
    }

    /// As `say_at`, in a section that no rule looks at in particular.
    pub(in crate::rules) fn say(notice: &mut Notice, lang: Lang, text: &str) {
        say_at(notice, SectionId::Changes, lang, text);
    }

    /// Makes the full notice one of care, about the firm's own clients.
    pub(in crate::rules) fn care(notice: &mut Notice) {
        notice.kind = RegisterKind::Care;
        notice.clients = Answer::Yes(ClientsOf::Own);
    }

    pub(in crate::rules) fn name_only() -> ContactDetails {
        ContactDetails { name: "Outi Esimerkki".into(), ..ContactDetails::default() }
    }

    pub(in crate::rules) fn transfer(notice: &mut Notice, country: &str, safeguard: Answer<Safeguard>) {
        each(&mut notice.recipients, |row| {
            let countries = vec![country.to_owned()];
            row.location =
                Answer::Yes(Location::ThirdCountry(Transfer { countries, safeguard, ..Transfer::default() }));
        });
    }

    pub(in crate::rules) fn fixed(notice: &mut Notice, amount: Option<u16>, start: &str) {
        each(&mut notice.retention, |row| {
            row.period = Answer::Yes(Period::Fixed(Fixed { amount, start: said(start), ..Fixed::default() }));
        });
    }

    /// One more row of retention.
    pub(in crate::rules) fn keep_too(notice: &mut Notice, what: &str, criterion: &str) {
        let period = Answer::Yes(Period::Until(Until { criterion: said(criterion), ..Until::default() }));
        let (what, ground) = (said(what), said("sopimus"));
        notice.retention.push(Retention { what, period, ground, ..Retention::default() });
        number(&mut notice.retention);
    }

    pub(in crate::rules) fn decide(notice: &mut Notice, logic: &str, effect: &str) {
        let decision =
            AutomatedDecision { logic: own(logic), effect: own(effect), ..AutomatedDecision::default() };
        notice.automated_decisions.decisions = Answer::Yes(decision);
    }

    pub(in crate::rules) fn cookies(notice: &mut Notice) -> &mut Cookies {
        notice.cookies.yes_mut().expect("the full notice has cookies")
    }

    /// Gives every text that exists in some language the languages that it lacks.
    pub(in crate::rules) fn in_swedish(notice: &mut Notice) {
        *notice = with_each_value(notice, |value| {
            let Some(map) = value.as_object_mut() else { return };
            let written = |text: &&Value| text.as_str().is_some_and(|text| !text.trim().is_empty());
            if let Some(text) = TAGS.iter().filter_map(|tag| map.get(*tag)).find(written).cloned() {
                for tag in TAGS
                    .into_iter()
                    .filter(|tag| !map.get(*tag).as_ref().is_some_and(written))
                    .collect::<Vec<_>>()
                {
                    map.insert(tag.to_owned(), text.clone());
                }
            }
        });
    }

    /// A notice that lacks nothing, with every kind of row in it.
    pub(in crate::rules) fn full() -> Notice {
        let mut notice = Notice {
            register_name: own("Asiakasrekisteri"),
            data_subjects: list(&["asiakkaat"]),
            data_categories: list(&["yhteystiedot"]),
            data_content: list(&["nimi", "sähköposti"]),
            direct_marketing: list(&["sähköpostitse"]),
            dpo: Answer::No,
            joint_controllers: Answer::No,
            representative: Answer::No,
            children: Answer::No,
            special_categories: Answer::No,
            identity_code: Answer::No,
            disclosures: Answer::No,
            ..Notice::default()
        };
        notice.drawn_up.0 = "20.11.2026".into();
        let firm = &mut notice.controller;
        firm.name = "Esimerkki Oy".into();
        firm.business_id.0 = "1234567-1".into();
        firm.street = "Esimerkkikatu 2".into();
        firm.postal_code = "00100".into();
        firm.city = "Helsinki".into();
        firm.email = "tietosuoja@esimerkki.example".into();
        firm.phone = "040 123 4567".into();
        notice.contact = ContactDetails { email: "tietosuoja@esimerkki.example".into(), ..name_only() };
        let interest = LegalBasis::LegitimateInterests(Interest {
            interest: said("myynnin kasvattaminen"),
            ..Interest::default()
        });
        let purpose = |what, topic, basis| Purpose {
            what: said(what),
            topic,
            basis: Answer::Yes(basis),
            ..Purpose::default()
        };
        notice.purposes = rows(vec![
            purpose("tilausten toimittaminen", Topic::Service, LegalBasis::Contract),
            purpose("markkinointi", Topic::Marketing, interest),
        ]);
        notice.provision.requirement = Answer::Yes(Requirement::ToContract);
        notice.provision.consequence = said("Ilman tietoja emme voi toimittaa tilausta.");
        notice.sources = rows(vec![Source { what: said("sinä itse"), ..Source::default() }]);
        notice.recipients = rows(vec![Recipient {
            what: said("tilitoimisto"),
            role: Answer::Yes(Role::Processor),
            location: Answer::Yes(Location::Eea),
            ..Recipient::default()
        }]);
        notice.retention = rows(vec![Retention {
            what: said("laskut"),
            ground: said("kirjanpitolaki"),
            ..Retention::default()
        }]);
        fixed(&mut notice, Some(6), "tilikauden päättymisvuoden lopusta");
        let cookie = Cookie {
            name: "istunto".into(),
            purpose: own("ostoskori"),
            kind: Answer::Yes(CookieKind::Necessary),
            lifetime: own("istunnon ajan"),
            party: "Esimerkki Oy".into(),
            ..Cookie::default()
        };
        notice.cookies = Answer::Yes(Cookies { rows: rows(vec![cookie]), consent_tool: Answer::No });
        notice.automated_decisions.profiling = Answer::No;
        notice.automated_decisions.decisions = Answer::No;
        notice
    }
}
