//! Care registers: patients and social-care clients have a register kind of their own, for the firm's own clients only.
//!
//! Law: ATL 13–14 § (whose register it is), 23 § with its annex (retention); GDPR 6(1)(c), 9(1), 9(2)(h), 28, 37(1)(c);
//! Tietosuojalaki 6 §. Looks at register kinds, trades and clause ids; what a notice of another kind says in the firm's own
//! words is left to the rules on text.

use crate::content::facts::{self, About};
use crate::content::find_clause;
use crate::content::rule_id;
use crate::law::{Act, Citation};
use crate::notice::purpose::{BasisKind, Topic};
use crate::notice::statement::Statement;
use crate::notice::{RegisterKind, Trade};
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::facts::{cites, is_about};
use crate::rules::field::column;

/// How grounds in the firm's own words name ATL, the act on client data: its number, or its name in the three languages.
const ATL_NAMES: [&str; 4] = ["703/2023", "asiakastietolai", "kunduppgiftslag", "client data act"];

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::CARE_CLIENTS_UNANSWERED,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("ATL 13 §"), Citation::new("ATL 14 §")],
        anchor: &[],
        check: |c, found| {
            if c.notice.is_care() && !c.notice.clients.is_yes() {
                found.at("clients");
            }
        },
    },
    Rule {
        id: rule_id::CARE_PROCESSOR,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("ATL 14 §"), Citation::new("GDPR 28")],
        anchor: &[],
        check: |c, found| {
            if c.notice.is_processor() {
                found.at("clients");
            }
        },
    },
    Rule {
        id: rule_id::CARE_WITHOUT_OWN_FLOW,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("ATL 13 §"), Citation::new("GDPR 9(2)(h)")],
        anchor: &[],
        check: |c, found| {
            if c.notice.is_care() {
                return;
            }
            for said in &c.said {
                if let Some(id) = said.clause().filter(|id| is_of_care(id)) {
                    found.at_with_evidence(said.field, id);
                }
            }
        },
    },
    Rule {
        id: rule_id::CARE_TRADE_IN_OTHER_KIND,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("ATL 13 §")],
        anchor: &[],
        check: |c, found| {
            if c.notice.trade != Some(Trade::SocialServices) {
                return;
            }
            match c.notice.kind {
                // Such a firm may have customers who pay or buy, but the people it cares for do not shop.
                RegisterKind::Customers => {
                    for purpose in &c.notice.purposes {
                        if is_about(&purpose.what, About::Retail) {
                            found.at(column("purposes", purpose, "what"));
                        }
                    }
                }
                RegisterKind::Bookings => found.at("register-name"),
                _ => {}
            }
        },
    },
    Rule {
        id: rule_id::CARE_WITHOUT_DPO,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 37(1)(c)"), Citation::new("Tietosuojalaki 6 §")],
        anchor: &[],
        check: |c, found| {
            if c.notice.is_care() && c.notice.dpo.is_no() {
                found.at("dpo");
            }
        },
    },
    Rule {
        id: rule_id::CARE_WITHOUT_SPECIAL_CATEGORIES,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 9(1)"), Citation::new("Tietosuojalaki 6 §")],
        anchor: &[],
        check: |c, found| {
            if c.notice.is_care() && c.notice.special_categories.is_no() {
                found.at("special-categories");
            }
        },
    },
    Rule {
        id: rule_id::CARE_ON_CONSENT,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 6(1)(c)"), Citation::new("GDPR 9(2)(h)")],
        anchor: &[],
        check: |c, found| {
            if !c.notice.is_care() {
                return;
            }
            for purpose in &c.notice.purposes {
                let consent = purpose.basis_kind() == Some(BasisKind::Consent);
                if consent && matches!(purpose.topic, Topic::Service | Topic::Duty) {
                    found.at(column("purposes", purpose, "basis"));
                }
            }
            if c.notice.rests_on_explicit_consent() {
                found.at("special-categories.ground");
            }
        },
    },
    Rule {
        id: rule_id::CARE_RETENTION_WITHOUT_ANNEX,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("ATL 23 §")],
        anchor: &["C16", "Data Retention Period"],
        check: |c, found| {
            let rows = &c.notice.retention;
            if c.notice.is_care() && !rows.is_empty() && !rows.iter().any(|row| rests_on_annex(&row.ground)) {
                found.at("retention");
            }
        },
    },
];

/// Whether a clause is about patients or social-care clients: it is offered to care registers only, or its facts say that it
/// is about care. An old notice of another kind may still contain it.
fn is_of_care(id: &str) -> bool {
    find_clause(id).is_some_and(|clause| {
        clause.kinds == [RegisterKind::Care.id()] || facts::of(id).is_about(About::Care)
    })
}

/// Whether a ground of retention cites ATL, whose annex sets the periods for client data.
fn rests_on_annex(ground: &Statement) -> bool {
    match ground {
        Statement::Clause(_) => cites(ground, |act| act == Act::ClientData),
        Statement::Own(own) => crate::lang::Lang::ALL.into_iter().any(|lang| {
            let written = own.text.get(lang).to_lowercase();
            ATL_NAMES.iter().any(|name| written.contains(name))
        }),
    }
}

#[cfg(test)]
cases! {
    "care-clients-unanswered":
        fires "not answered" at "clients" => |n| n.kind = RegisterKind::Care;
        fires "I do not know" at "clients" => |n| {
            n.kind = RegisterKind::Care;
            n.clients = Answer::Unknown;
        };
        silent "the firm's own" => |n| care(n);
        silent "another kind" => |n| n.clients = Answer::Unanswered;
    "care-processor":
        fires "the county's clients" at "clients" => |n| {
            n.kind = RegisterKind::Care;
            n.clients = Answer::Yes(ClientsOf::AnotherController);
        };
        silent "the firm's own" => |n| care(n);
        silent "an answer left from another kind" => |n| n.clients = Answer::Yes(ClientsOf::AnotherController);
    "care-without-own-flow":
        fires "customers with a ground of health care" at "special-categories.ground" => |n| {
            let ground = Statement::clause("special-ground.health-care");
            n.special_categories = Answer::Yes(SpecialCategories { ground, data: list(&["terveystiedot"]) });
        };
        fires "customers with a purpose of care" at "purposes.1.what" => |n| {
            each(&mut n.purposes, |row| row.what = Statement::clause("purpose.care"));
        };
        silent "the care kind" => |n| {
            care(n);
            each(&mut n.purposes, |row| row.what = Statement::clause("purpose.care"));
        };
        silent "allergies on explicit consent" => |n| {
            let ground = Statement::clause("special-ground.explicit-consent");
            n.special_categories = Answer::Yes(SpecialCategories { ground, data: list(&["allergiat"]) });
        };
    "care-trade-in-other-kind":
        fires "a social-services firm that speaks of its clients' orders" at "purposes.1.what" => |n| {
            n.trade = Some(Trade::SocialServices);
            each(&mut n.purposes, |row| row.what = Statement::clause("purpose.orders"));
        };
        fires "its bookings" at "register-name" => |n| {
            n.trade = Some(Trade::SocialServices);
            n.kind = RegisterKind::Bookings;
        };
        silent "those who pay" => |n| n.trade = Some(Trade::SocialServices);
        silent "its staff" => |n| {
            n.trade = Some(Trade::SocialServices);
            n.kind = RegisterKind::Employees;
        };
        silent "another trade" => |n| {
            n.trade = Some(Trade::Cafe);
            each(&mut n.purposes, |row| row.what = Statement::clause("purpose.orders"));
        };
    "care-without-dpo":
        fires "none" at "dpo" => |n| care(n);
        silent "appointed" => |n| {
            care(n);
            n.dpo = Answer::Yes(name_only());
        };
        silent "a shop" => |n| n.dpo = Answer::No;
    "care-without-special-categories":
        fires "none" at "special-categories" => |n| care(n);
        silent "health" => |n| {
            care(n);
            n.special_categories = Answer::Yes(SpecialCategories { ground: said("9(2)(h)"), data: list(&["terveys"]) });
        };
    "care-on-consent":
        fires "care on consent" at "purposes.1.basis" => |n| {
            care(n);
            each(&mut n.purposes, |row| row.basis = Answer::Yes(BasisKind::Consent.blank()));
        };
        fires "health data on explicit consent" at "special-categories.ground" => |n| {
            care(n);
            let ground = Statement::clause("special-ground.explicit-consent");
            n.special_categories = Answer::Yes(SpecialCategories { ground, data: list(&["terveys"]) });
        };
        silent "a newsletter on consent" => |n| {
            care(n);
            for row in n.purposes.iter_mut().filter(|row| row.topic == Topic::Marketing) {
                row.basis = Answer::Yes(BasisKind::Consent.blank());
            }
        };
        silent "another kind" => |n| each(&mut n.purposes, |row| row.basis = Answer::Yes(BasisKind::Consent.blank()));
    "care-retention-without-annex":
        fires "bookkeeping only" at "retention" => |n| care(n);
        silent "a row on the annex" => |n| {
            care(n);
            each(&mut n.retention, |row| row.ground = Statement::clause("retention-ground.care-annex"));
        };
        silent "the act in the firm's own words" => |n| {
            care(n);
            each(&mut n.retention, |row| row.ground = said("Asiakastietolain (703/2023) liite"));
        };
}
