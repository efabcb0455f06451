//! Purposes and bases against everything that follows from them: people, interests, duties, withdrawal, decisions.
//!
//! Law: GDPR 6(1), 13(1)(c)–(d), 13(2)(c) and (e), 22(2). A contract binds only those who are party to it.

use crate::content::facts::{About, Needs};
use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::Notice;
use crate::notice::data::Requirement;
use crate::notice::path::FieldPath;
use crate::notice::purpose::{BasisKind, LegalBasis, Purpose};
use crate::notice::statement::Statement;
use crate::rules::Kind::Conflict;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::facts::{self, is_about};
use crate::rules::field::{part, row};
use crate::rules::statements::{name, words};
use crate::rules::{Context, Rule};
use crate::section::SectionId::LegitimateInterests;
use std::collections::BTreeMap;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::CONTRACT_BASIS_FOR_COMPANY_CONTACT,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 6(1)(b)")],
        anchor: &[],
        check: |c, found| {
            let all = all_are_company_contacts(c);
            for purpose in
                c.notice.purposes.iter().filter(|purpose| kind(purpose) == Some(BasisKind::Contract))
            {
                if all || is_about(&purpose.what, About::CompanyPeople) {
                    found.at_with_evidence(part("purposes", purpose, "basis"), words(&purpose.what));
                }
            }
        },
    },
    Rule {
        id: rule_id::PURPOSE_TWO_BASES,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(a)"), Citation::new("GDPR 6(1)")],
        anchor: &[],
        check: |c, found| {
            let mut bases = BTreeMap::new();
            for purpose in &c.notice.purposes {
                let Some((what, basis)) = name(&purpose.what).zip(kind(purpose)) else { continue };
                if *bases.entry(what).or_insert(basis) != basis {
                    found.at_with_evidence(part("purposes", purpose, "basis"), words(&purpose.what));
                }
            }
        },
    },
    Rule {
        id: rule_id::INTEREST_WITHOUT_BASIS,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(d)"), Citation::new("GDPR 14(2)(b)")],
        anchor: &["Legitimate Interests"],
        check: |c, found| {
            let said = c.notice.additions.get(&LegitimateInterests).is_some_and(|text| !text.is_blank());
            if said && !c.notice.has_basis(BasisKind::LegitimateInterests) {
                found.at(FieldPath::addition(LegitimateInterests));
            }
        },
    },
    Rule {
        id: rule_id::WITHDRAWAL_CHANNEL_MISSING,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 7(3)"), Citation::new("GDPR 13(2)(c)")],
        anchor: &["C5", "Right to Withdraw Consent"],
        check: |c, found| {
            for purpose in &c.notice.purposes {
                let Some(LegalBasis::Consent(consent)) = purpose.basis.yes() else { continue };
                if !leads_somewhere(c.notice, &consent.how) {
                    found.at_with_evidence(part("purposes", purpose, "basis.how"), words(&purpose.what));
                }
            }
        },
    },
    Rule {
        id: rule_id::PROVISION_CONTRADICTS_BASIS,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(2)(e)"), Citation::new("GDPR 7(4)")],
        anchor: &["C17", "Mandatory Data Disclosure"],
        check: |c, found| {
            let bases: Option<Vec<_>> = c.notice.purposes.iter().map(kind).collect();
            let (Some(bases), Some(requirement)) = (bases, c.notice.provision.requirement.yes()) else {
                return;
            };
            let all =
                |kinds: &[BasisKind]| !bases.is_empty() && bases.iter().all(|kind| kinds.contains(kind));
            let law = &[BasisKind::LegalObligation, BasisKind::PublicTask];
            let disagree = match requirement {
                Requirement::Statutory
                | Requirement::PartlyStatutory
                | Requirement::StatutoryAndContractual => {
                    !bases.is_empty() && !bases.iter().any(|kind| law.contains(kind))
                }
                Requirement::Contractual | Requirement::ToContract => all(&[BasisKind::Consent]),
                Requirement::Voluntary => all(law),
                Requirement::Partly | Requirement::Observed => false,
            };
            if disagree {
                found.at("provision.requirement");
            }
        },
    },
    Rule {
        id: rule_id::DECISION_WITHOUT_GROUND,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 22(2)")],
        anchor: &["Automated Decision-Making"],
        check: |c, found| {
            let bases: Option<Vec<_>> = c.notice.purposes.iter().map(kind).collect();
            let allows = |kind: &BasisKind| {
                !matches!(kind, BasisKind::LegitimateInterests | BasisKind::VitalInterests)
            };
            let none = bases.is_some_and(|bases| !bases.is_empty() && !bases.iter().any(allows));
            if none && c.notice.automated_decisions.decisions.is_yes() {
                found.at("automated-decisions.decisions");
            }
        },
    },
];

fn kind(purpose: &Purpose) -> Option<BasisKind> {
    purpose.basis.yes().map(LegalBasis::kind)
}

/// Whether a contract carries purposes although all people act for companies; or although some do, and no basis that
/// would hold for them stands beside it.
fn all_are_company_contacts(c: &Context<'_>) -> bool {
    let said = c.text.fields(patterns::COMPANY_CONTACT);
    let subjects = c.notice.data_subjects.iter().filter(|item| !item.what.is_blank());
    let (company, others): (Vec<_>, Vec<_>) = subjects.partition(|item| {
        is_about(&item.what, About::CompanyPeople) || said.contains(&row("data-subjects", *item))
    });
    let in_data = said.iter().any(|field| field.is_in("data-categories") || field.is_in("data-content"));
    let holds = |kind| !matches!(kind, None | Some(BasisKind::Contract | BasisKind::LegalObligation));
    let held = c.notice.purposes.iter().map(kind).any(holds);
    !company.is_empty() && (others.is_empty() || !held) || in_data && !held
}

/// Whether the way to withdraw exists. While the firm has given no contact details at all, that is another finding.
fn leads_somewhere(notice: &Notice, how: &Statement) -> bool {
    let (firm, contact) = (&notice.controller, &notice.contact);
    let given = |texts: [&String; 2]| texts.iter().any(|text| !text.trim().is_empty());
    let (email, phone) = (given([&firm.email, &contact.email]), given([&firm.phone, &contact.phone]));
    match facts::of(how).needs {
        Some(Needs::Email) => email || !phone,
        Some(Needs::Phone) => phone || !email,
        Some(Needs::Account) => {
            let purposes = notice.purposes.iter().map(|row| &row.what);
            let kept = notice.retention.iter().map(|row| &row.what);
            let data = notice.data_statements();
            // Own words may speak of an account.
            let shows = |what: &Statement| {
                is_about(what, About::Account) || what.clause_id().is_none() && !what.is_blank()
            };
            purposes.chain(kept).chain(data).any(shows)
        }
        Some(Needs::Nothing) | None => true,
    }
}

#[cfg(test)]
cases! {
    "contract-basis-for-company-contact":
        fires "only contact persons" at "purposes.1.basis" => |n| n.data_subjects = clauses(&["subjects.company-contacts"]);
        fires "a purpose about companies" at "purposes.1.basis" => |n| {
            each(&mut n.purposes, |p| { p.what = Statement::clause("purpose.company-customers"); p.basis = Answer::Yes(LegalBasis::Contract) });
        };
        fires "people of both kinds, and nothing but a contract" at "purposes.1.basis" => |n| {
            n.data_subjects = clauses(&["subjects.consumers", "subjects.company-contacts"]);
            n.purposes.truncate(1);
        };
        fires "companies in own words, where the data should be" at "purposes.1.basis" => |n| {
            n.data_categories = list(&["Asiakasyritykset."]);
            n.purposes.truncate(1);
        };
        silent "both kinds, with an interest beside the contract" => |n| {
            n.data_subjects = clauses(&["subjects.consumers", "subjects.company-contacts"]);
        };
        silent "consumers" => |n| { n.data_subjects = clauses(&["subjects.consumers"]); n.purposes.truncate(1) };
    "purpose-two-bases":
        fires "consent to spare" at "purposes.2.basis" => |n| {
            again(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::Consent.blank()));
        };
        silent "two purposes" => |n| n.purposes.truncate(2);
        silent "two blank rows, which another rule finds" => |n| each(&mut n.purposes, |p| p.what = said(""));
    "interest-without-basis":
        fires "an interest of no purpose" at "additions.legitimate-interests" => |n| {
            n.purposes.truncate(1);
            n.additions.insert(SectionId::LegitimateInterests, own("Asiakassuhde"));
        };
        silent "more about an interest" => |n| {
            n.additions.insert(SectionId::LegitimateInterests, own("Punnitsimme etua ja yksityisyyttäsi."));
        };
        silent "blanks" => |n| {
            n.purposes.truncate(1);
            n.additions.insert(SectionId::LegitimateInterests, own(" "));
        };
    "withdrawal-channel-missing":
        fires "call us, but where?" at "purposes.1.basis.how" => |n| {
            consent(n, "withdrawal.phone");
            n.controller.phone.clear();
            n.contact.phone.clear();
        };
        fires "write to us, but where?" at "purposes.1.basis.how" => |n| {
            consent(n, "withdrawal.email");
            n.controller.email.clear();
            n.contact.email.clear();
        };
        fires "an account that nobody has" at "purposes.1.basis.how" => |n| {
            consent(n, "withdrawal.account");
            n.data_categories = clauses(&["category.identification"]);
            n.data_content = clauses(&["data.name"]);
            n.retention.clear();
            each(&mut n.purposes, |p| p.what = Statement::clause("purpose.email-marketing"));
        };
        silent "the contact has a phone" => |n| {
            consent(n, "withdrawal.phone");
            n.controller.phone.clear();
            n.contact.phone = "040 123 4567".into();
        };
        silent "an account" => |n| {
            consent(n, "withdrawal.account");
            n.data_content = clauses(&["data.account"]);
        };
        silent "no contact details yet" => |n| {
            consent(n, "withdrawal.email");
            (n.controller.email, n.controller.phone, n.contact) = Default::default();
        };
    "provision-contradicts-basis":
        fires "a law that no purpose rests on" at "provision.requirement" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::Statutory);
        };
        fires "consent that must be given" at "provision.requirement" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::ToContract);
            consent(n, "withdrawal.email");
        };
        fires "a duty that is voluntary" at "provision.requirement" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::Voluntary);
            each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::LegalObligation.blank()));
        };
        silent "needed for the contract" => |n| n.provision.requirement = Answer::Yes(Requirement::ToContract);
        silent "a basis is open" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::Statutory);
            each(&mut n.purposes, |p| p.basis = Answer::Unknown);
        };
    "decision-without-ground":
        fires "on an interest alone" at "automated-decisions.decisions" => |n| {
            decide(n, "Pisteet ratkaisevat.", "Et saa luottoa.");
            each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::LegitimateInterests.blank()));
        };
        silent "for a contract" => |n| decide(n, "Pisteet ratkaisevat.", "Et saa luottoa.");
        silent "no decisions" => |n| each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::LegitimateInterests.blank()));
}
