//! The legal basis of each purpose: chosen, complete, and one that can carry that purpose.
//!
//! Law: GDPR 6(1), 6(3), 7(3), 13(1)(c)–(d), 13(2)(c). A purpose without a basis of its own is the most common fault of
//! published notices. A contract is a basis only for what it cannot be fulfilled without, and only for those who are
//! party to it.

use crate::content::facts::About;
use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::path::FieldPath;
use crate::notice::purpose::{BasisKind, Purpose, Topic};
use crate::notice::statement::Statement;
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::facts::is_about;
use crate::rules::field::{column, row};
use crate::rules::labels::identity;
use crate::rules::{Context, Found, Rule};
use crate::section::SectionId;
use std::collections::BTreeMap;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::PURPOSE_WITHOUT_BASIS,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 6(1)"), Citation::new("GDPR 13(1)(c)")],
        anchor: &["Legal Basis"],
        check: |c, found| {
            for purpose in c.notice.purposes.iter().filter(|purpose| !purpose.basis.is_yes()) {
                found.at_statement(column("purposes", purpose, "basis"), &purpose.what);
            }
        },
    },
    Rule {
        id: rule_id::BASIS_WITHOUT_INTEREST,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(d)"), Citation::new("GDPR 14(2)(b)")],
        anchor: &["Legitimate Interests"],
        check: |c, found| blank_detail(c, found, &[BasisKind::LegitimateInterests]),
    },
    Rule {
        id: rule_id::BASIS_WITHOUT_STATUTE,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 6(3)"), Citation::new("GDPR 13(1)(c)")],
        anchor: &["Legal Basis"],
        check: |c, found| blank_detail(c, found, &[BasisKind::LegalObligation, BasisKind::PublicTask]),
    },
    Rule {
        id: rule_id::CONSENT_WITHOUT_WITHDRAWAL,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 7(3)"), Citation::new("GDPR 13(2)(c)")],
        anchor: &["C5", "Right to Withdraw Consent"],
        check: |c, found| blank_detail(c, found, &[BasisKind::Consent]),
    },
    Rule {
        id: rule_id::CONTRACT_BASIS_FOR_MARKETING,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 6(1)(b)")],
        anchor: &[],
        check: |c, found| {
            let said_beyond = c.text.fields(patterns::BEYOND_CONTRACT);
            for purpose in &c.notice.purposes {
                let beyond =
                    matches!(purpose.topic, Topic::Marketing | Topic::Development | Topic::Analytics)
                        || is_about(&purpose.what, About::Marketing)
                        || said_beyond.contains(&column("purposes", purpose, "what"));
                if beyond && purpose.basis_kind() == Some(BasisKind::Contract) {
                    found.at_statement(column("purposes", purpose, "basis"), &purpose.what);
                }
            }
        },
    },
    Rule {
        id: rule_id::CONTRACT_BASIS_SAID,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 6(1)(b)"), Citation::new("GDPR 13(1)(c)")],
        anchor: &[],
        check: |c, found| {
            // Prose that names only a contract as the basis, and more than a contract needs as a purpose.
            let why = [SectionId::Purposes, SectionId::LegitimateInterests, SectionId::Consent];
            let beyond = c.text.says(SectionId::Purposes, patterns::BEYOND_CONTRACT);
            // Consent has a section of its own, which may speak of it only to deny it.
            let other = why.into_iter().filter(|section| *section != SectionId::Consent);
            let other = other.into_iter().any(|section| c.text.says(section, patterns::OTHER_BASIS));
            if beyond && !other {
                found.hits(why.into_iter().flat_map(|section| {
                    c.text
                        .hits_in(section, patterns::CONTRACT_BASIS)
                        .filter(|hit| hit.passage.field.added_to().is_some())
                }));
            }
        },
    },
    Rule {
        id: rule_id::CONTRACT_BASIS_FOR_COMPANY_CONTACT,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 6(1)(b)")],
        anchor: &[],
        check: |c, found| {
            let all = all_are_company_contacts(c);
            for purpose in
                c.notice.purposes.iter().filter(|purpose| purpose.basis_kind() == Some(BasisKind::Contract))
            {
                if all || is_about(&purpose.what, About::CompanyPeople) {
                    found.at_statement(column("purposes", purpose, "basis"), &purpose.what);
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
                let Some((what, basis)) = identity(&purpose.what).zip(purpose.basis_kind()) else { continue };
                if *bases.entry(what).or_insert(basis) != basis {
                    found.at_statement(column("purposes", purpose, "basis"), &purpose.what);
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
            let interests = SectionId::LegitimateInterests;
            let added = c.notice.additions.get(&interests).is_some_and(|text| !text.is_blank());
            let own = [
                (c.notice.is_replaced(interests), FieldPath::replacement(interests)),
                (added, FieldPath::addition(interests)),
            ];
            let said = own.into_iter().find(|(said, _)| *said);
            if let Some((_, field)) = said.filter(|_| !c.notice.has_basis(BasisKind::LegitimateInterests)) {
                found.at(field);
            }
        },
    },
    Rule {
        id: rule_id::INTEREST_IS_A_RELATION,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(d)"), Citation::new("GDPR 14(2)(b)")],
        anchor: &["Legitimate Interests"],
        check: |c, found| {
            // A longer text may name a relation and also say what is gained from it.
            const SHORT: usize = 40;
            let short = |text: &str| text.trim().chars().count() < SHORT;
            let interests: Vec<_> = c
                .notice
                .purposes
                .iter()
                .filter(|row| row.basis_kind() == Some(BasisKind::LegitimateInterests))
                .map(|row| row.id)
                .collect();
            let hits = c.text.hits(patterns::RELATION).filter(|hit| {
                let of = hit.passage;
                let detail = of.field.is_column("purposes", "basis.interest")
                    && of.field.row_id().is_some_and(|row| interests.contains(&row));
                let addition = of.section == SectionId::LegitimateInterests && !interests.is_empty();
                (detail || addition) && short(of.text)
            });
            found.hits(hits);
        },
    },
];

/// Fires for each purpose whose basis is one of these kinds, but lacks its interest, its statute or its way to withdraw.
fn blank_detail(c: &Context<'_>, found: &mut Found, kinds: &[BasisKind]) {
    for purpose in &c.notice.purposes {
        let Some(basis) = purpose.basis.yes().filter(|basis| kinds.contains(&basis.kind())) else { continue };
        if basis.detail().is_some_and(Statement::is_blank) {
            found.at_statement(column("purposes", purpose, basis.kind().detail_column()), &purpose.what);
        }
    }
}

/// Whether the people are contact persons of companies, so that a contract with them is no basis: all of them are, or some
/// are and no purpose has a basis that would hold for them.
fn all_are_company_contacts(c: &Context<'_>) -> bool {
    let said = c.text.fields(patterns::COMPANY_CONTACT);
    let subjects = c.notice.data_subjects.iter().filter(|item| !item.what.is_blank());
    let (company, others): (Vec<_>, Vec<_>) = subjects.partition(|item| {
        is_about(&item.what, About::CompanyPeople) || said.contains(&row("data-subjects", *item))
    });
    let in_data = said.iter().any(|field| field.is_in("data-categories") || field.is_in("data-content"));
    let holds = |kind| !matches!(kind, None | Some(BasisKind::Contract | BasisKind::LegalObligation));
    let held = c.notice.purposes.iter().map(Purpose::basis_kind).any(holds);
    !company.is_empty() && (others.is_empty() || !held) || in_data && !held
}

#[cfg(test)]
cases! {
    "purpose-without-basis":
        fires "not answered" at "purposes.1.basis" => |n| each(&mut n.purposes, |p| p.basis = Answer::Unanswered);
        fires "I do not know" at "purposes.1.basis" => |n| each(&mut n.purposes, |p| p.basis = Answer::Unknown);
        fires "answered with no" at "purposes.1.basis" => |n| each(&mut n.purposes, |p| p.basis = Answer::No);
        silent "vital interests need no detail" => |n| {
            each(&mut n.purposes, |p| p.basis = Answer::Yes(LegalBasis::VitalInterests));
        };
    "basis-without-interest":
        fires "an interest of blanks" at "purposes.1.basis.interest" => |n| {
            each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::LegitimateInterests.blank()));
        };
        silent "a contract needs none" => |n| n.purposes.truncate(1);
    "basis-without-statute":
        fires "a duty of no law" at "purposes.1.basis.law" => |n| {
            each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::LegalObligation.blank()));
        };
        fires "a public task of no law" at "purposes.1.basis.law" => |n| {
            each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::PublicTask.blank()));
        };
        silent "the law is named" => |n| {
            each(&mut n.purposes, |p| {
                p.basis = Answer::Yes(LegalBasis::LegalObligation(Statute { law: said("kirjanpitolaki") }));
            });
        };
    "consent-without-withdrawal":
        fires "no way to withdraw" at "purposes.1.basis.how" => |n| {
            each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::Consent.blank()));
        };
        silent "a link in each message" => |n| {
            each(&mut n.purposes, |p| {
                p.basis = Answer::Yes(LegalBasis::Consent(Withdrawal { how: said("viestin linkistä") }));
            });
        };
    "contract-basis-for-marketing":
        fires "advertising under a contract" at "purposes.1.basis" => |n| {
            each(&mut n.purposes, |p| { p.topic = Topic::Marketing; p.basis = Answer::Yes(LegalBasis::Contract) });
        };
        fires "statistics under a contract" at "purposes.1.basis" => |n| {
            each(&mut n.purposes, |p| { p.topic = Topic::Development; p.basis = Answer::Yes(LegalBasis::Contract) });
        };
        fires "statistics in own words, whatever the topic says" at "purposes.1.basis" => |n| {
            each(&mut n.purposes, |p| { p.what = said("palvelun kehittäminen ja tilastointi"); p.basis = Answer::Yes(LegalBasis::Contract) });
        };
        fires "targeted content" at "purposes.1.basis" => |n| {
            each(&mut n.purposes, |p| { p.what = said("henkilökohtaisemman kohdennetun sisällön tuottaminen"); p.topic = Topic::Service; p.basis = Answer::Yes(LegalBasis::Contract) });
        };
        fires "targeted content in Swedish" at "purposes.1.basis" => |n| {
            n.languages.push(Lang::Sv);
            each(&mut n.purposes, |p| { p.what = Statement::own(Lang::Sv, "riktat innehåll"); p.topic = Topic::Service; p.basis = Answer::Yes(LegalBasis::Contract) });
        };
        fires "targeted content in English" at "purposes.1.basis" => |n| {
            n.languages.push(Lang::En);
            each(&mut n.purposes, |p| { p.what = Statement::own(Lang::En, "tailored recommendations"); p.topic = Topic::Service; p.basis = Answer::Yes(LegalBasis::Contract) });
        };
        silent "an order under a contract" => |n| {
            n.purposes.truncate(1);
            each(&mut n.purposes, |p| { p.topic = Topic::Service; p.basis = Answer::Yes(LegalBasis::Contract) });
        };
    "contract-basis-said":
        fires "a contract for statistics" at "additions.purposes" => |n| {
            add(n, SectionId::Purposes, "Tietoja käytetään tilastointiin ja mainontaan. Käsittely perustuu sopimukseen.");
        };
        fires "in Swedish" at "additions.purposes" => |n| {
            say_at(n, SectionId::Purposes, Lang::Sv, "Uppgifterna används för marknadsföring. Behandlingen grundar sig på avtal.");
        };
        fires "in English" at "additions.purposes" => |n| {
            say_at(n, SectionId::Purposes, Lang::En, "We use data for marketing. Processing is based on a contract.");
        };
        fires "consent only denied" at "additions.purposes" => |n| {
            add(n, SectionId::Purposes, "Kohdennamme mainontaa. Käsittely perustuu sopimukseen.");
            add(n, SectionId::Consent, "Suostumusta ei tarvita.");
        };
        silent "another basis too" => |n| {
            add(n, SectionId::Purposes, "Markkinointi perustuu oikeutettuun etuumme, toimitus perustuu sopimukseen.");
        };
        silent "only the contract" => |n| {
            n.purposes.truncate(1);
            add(n, SectionId::Purposes, "Toimitamme tilaukset. Käsittely perustuu sopimukseen.");
        };
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
        fires "the same purpose again, on consent" at "purposes.2.basis" => |n| {
            again(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::Consent.blank()));
        };
        silent "two purposes" => |n| n.purposes.truncate(2);
        silent "two blank rows, which another rule finds" => |n| each(&mut n.purposes, |p| p.what = said(""));
    "interest-without-basis":
        fires "told in own words alone" at "replacements.legitimate-interests" => |n| {
            n.purposes.truncate(1);
            n.replacements.insert(SectionId::LegitimateInterests, own("Haluamme kasvattaa myyntiä."));
        };
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
    "interest-is-a-relation":
        fires "a relation as the interest" at "purposes.2.basis.interest" => |n| interest(n, "Asiakassuhde");
        fires "a contract as the interest" at "purposes.2.basis.interest" => |n| interest(n, "Käsittelyn oikeusperusteena on sopimus");
        fires "said beside it" at "additions.legitimate-interests" => |n| {
            add(n, SectionId::LegitimateInterests, "Asiakassuhde.");
        };
        silent "what is gained from the relation" => |n| {
            interest(n, "pidämme yhteyttä asiakkaisiimme, jotta asiakassuhde jatkuu ja saamme uusia tilauksia");
        };
        silent "no relation" => |n| interest(n, "myynnin kasvattaminen");
}
