//! What rules know of single clauses of the catalogue: which of them speak of the same thing.
//!
//! A clause is a fact with an id, so answers can be compared without reading a word. A clause that is not named here
//! is one that no rule compares. A test demands that each one named exists.
//! Knows: clause ids. Does not know: what the clauses say.

use crate::content::find_clause;
use crate::law::Act;
use crate::notice::data::Origin;
use crate::notice::statement::Statement;

/// People who act for a company: not party to its contract.
pub(super) const COMPANY_PEOPLE: &[&str] = &["subjects.company-contacts", "subjects.suppliers"];
/// Purposes that concern such people only.
pub(super) const COMPANY_PURPOSES: &[&str] = &[
    "purpose.company-customers",
    "purpose.company-quotes",
    "purpose.b2b-marketing",
    "purpose.purchasing",
    "purpose.cooperation",
];
/// Purposes that are direct marketing, whatever topic stands beside them.
pub(super) const MARKETING: &[&str] = &[
    "purpose.direct-marketing",
    "purpose.email-marketing",
    "purpose.customer-email-marketing",
    "purpose.b2b-marketing",
    "purpose.newsletter",
    "purpose.sms-marketing",
    "purpose.marketing-topics",
];
/// Electronic marketing to people who are not customers yet (SVPL 200 § 1 mom.).
pub(super) const ELECTRONIC_MARKETING: &[&str] =
    &["purpose.email-marketing", "purpose.newsletter", "purpose.sms-marketing"];
/// What is only there where somebody is sent marketing.
pub(super) const OF_MARKETING: &[&str] =
    &["subjects.newsletter", "recipient.newsletter", "data.newsletter-events", "retention-what.marketing"];
/// What is only there where credit is checked or debts are collected.
pub(super) const CREDIT: &[&str] = &[
    "category.credit",
    "category.company-credit",
    "data.credit",
    "data.company-credit",
    "data.payment-defaults",
    "source.credit-agency",
    "recipient.credit-agency",
    "recipient.collection",
    "recipient.enforcement",
    "disclosure.collection",
    "disclosure.credit-application",
    "retention-what.credit",
    "retention-ground.collection",
    "identity-ground.credit",
    "consequence.no-credit",
];
/// What is only there where cookies are set.
pub(super) const OF_COOKIES: &[&str] =
    &["source.cookies", "withdrawal.cookie-settings", "purpose.web-analytics", "purpose.web-advertising"];
/// What amounts to profiling: somebody is assessed from what they did.
pub(super) const PROFILING: &[&str] = &["purpose.personalised-content", "data.demographics"];
/// Data that is of a special category, or may be.
pub(super) const SPECIAL: &[&str] = &["category.health"];
/// The identity code as data.
pub(super) const IDENTITY_CODE: &[&str] = &["data.identity-code"];
/// Recipients that are authorities.
pub(super) const AUTHORITIES: &[&str] = &[
    "recipient.tax",
    "recipient.police",
    "recipient.enforcement",
    "recipient.wellbeing-county",
    "recipient.aml-authorities",
    "recipient.tukes",
    "recipient.incomes-register",
    "recipient.kela",
    "recipient.wage-enforcement",
];
/// Recipients that work on behalf of the firm or for themselves, and are no authorities.
pub(super) const NO_AUTHORITIES: &[&str] = &[
    "recipient.accounting",
    "recipient.invoicing",
    "recipient.hosting",
    "recipient.crm",
    "recipient.it-support",
    "recipient.newsletter",
    "recipient.booking",
    "recipient.web-hosting",
    "recipient.online-shop",
    "recipient.analytics",
    "recipient.subcontractors",
    "recipient.printing",
    "recipient.delivery",
    "recipient.payment",
    "recipient.financing",
    "recipient.collection",
    "recipient.credit-agency",
    "recipient.insurance",
    "recipient.legal",
    "recipient.auditor",
    "recipient.manufacturer",
    "recipient.accounting-software",
    "recipient.advertising",
    "recipient.chat",
    "recipient.security-guards",
];
/// Where nature and origin of a source follow from what it is.
pub(super) const ORIGINS: &[(&str, Origin)] = &[
    ("source.person", Origin::Person),
    ("source.purchases", Origin::Person),
    ("source.online-use", Origin::Person),
    ("source.employer", Origin::Other),
    ("source.resellers", Origin::Other),
    ("source.subcontractors", Origin::Other),
    ("source.credit-agency", Origin::Other),
    ("source.family", Origin::Other),
    ("source.housing-company", Origin::Other),
    ("source.partners", Origin::Other),
    ("source.ytj", Origin::Public),
    ("source.website", Origin::Public),
    ("source.site", Origin::Person),
    ("source.shoot", Origin::Person),
    ("source.photography", Origin::Person),
    ("source.table-booking", Origin::Person),
    ("source.commissioner", Origin::Other),
    ("source.orderer", Origin::Other),
    ("source.photo-orderer", Origin::Other),
    ("source.participant-employer", Origin::Other),
    ("source.service-buyer", Origin::Other),
    ("source.beneficial-owners", Origin::Other),
    ("source.subscriber", Origin::Person),
    ("source.applicant", Origin::Person),
    ("source.employee", Origin::Person),
    ("source.partner", Origin::Person),
    ("source.address-list", Origin::Other),
    ("source.referees", Origin::Other),
    ("source.recruitment-firm", Origin::Other),
    ("source.tax", Origin::Other),
    ("source.occupational-health", Origin::Other),
    ("source.member", Origin::Person),
    ("source.booking", Origin::Person),
    ("source.camera", Origin::Person),
];
/// Disclosures, and the recipients of which one must then be listed.
pub(super) const DISCLOSED_TO: &[(&str, &[&str])] = &[
    ("disclosure.collection", &["recipient.collection"]),
    ("disclosure.credit-application", &["recipient.financing", "recipient.credit-agency"]),
    ("disclosure.delivery", &["recipient.delivery"]),
    ("disclosure.manufacturer", &["recipient.manufacturer"]),
    ("disclosure.authorities", AUTHORITIES),
];
/// Data about the use of a web service.
pub(super) const ONLINE: &[&str] = &[
    "data.ip-address",
    "data.browser",
    "data.page-views",
    "data.demographics",
    "data.account",
    "category.online",
];
/// Invoices and payments as data.
pub(super) const BILLING: &[&str] = &[
    "data.invoices",
    "data.bank-account",
    "data.membership-fees",
    "data.online-payment",
    "category.billing",
];
const CREDIT_DATA: &[&str] =
    &["data.credit", "data.company-credit", "category.credit", "category.company-credit"];
const CHOICES: &[&str] = &["data.marketing-choices", "category.marketing-choices"];
const APPOINTMENTS: &[&str] = &["data.appointments", "category.appointments"];
/// What speaks of a kind of data outside the lists of data, and the clauses of which one must stand in them.
pub(super) const DATA_BEHIND: &[(&str, &[&str])] = &[
    ("retention-what.vouchers", BILLING),
    ("retention-what.appointments", APPOINTMENTS),
    ("retention-what.call-recordings", &["data.call-recordings"]),
    ("retention-what.account", &["data.account", "category.customer-account"]),
    ("until.account-closed", &["data.account", "category.customer-account"]),
    ("retention-what.credit", CREDIT_DATA),
    ("retention-what.logs", ONLINE),
    ("retention-what.devices", &["data.devices"]),
    ("retention-what.marketing-bans", CHOICES),
    (
        "retention-what.consent-proof",
        &["data.consent-proof", "data.marketing-choices", "category.marketing-choices"],
    ),
    ("purpose.credit-check", CREDIT_DATA),
    ("recipient.credit-agency", CREDIT_DATA),
    ("source.credit-agency", CREDIT_DATA),
    ("recipient.analytics", ONLINE),
    ("purpose.web-analytics", ONLINE),
    ("source.cookies", ONLINE),
    ("purpose.appointments", APPOINTMENTS),
    ("purpose.due-diligence", &["category.due-diligence"]),
    ("purpose.marking", &["category.artwork", "data.artwork"]),
    ("purpose.photography", &["category.pictures", "data.pictures"]),
    ("retention-what.project-material", &["category.project-material", "data.project-material"]),
    ("retention-what.certificates", &["category.training", "data.certificates"]),
];
/// Data that can come only from certain sources.
pub(super) const SOURCES_BEHIND: &[(&str, &[&str])] = &[
    ("data.credit", &["source.credit-agency"]),
    ("data.company-credit", &["source.credit-agency"]),
    ("data.demographics", &["source.cookies", "source.online-use", "source.partners"]),
];
/// Grounds and kinds of data with the months that a law demands at least (Kirjanpitolaki 2:10 §; for real estate, VAT law).
pub(super) const LEAST_MONTHS: &[(&str, u32)] = &[
    ("retention-what.vouchers", 6 * 12),
    ("retention-what.ledgers", 10 * 12),
    ("retention-what.pay-vouchers", 6 * 12),
    ("retention-what.pay-accounts", 10 * 12),
    ("retention-what.property-vat", 13 * 12),
    ("retention-ground.accounting", 6 * 12),
];
/// The start from which the years for vouchers are counted.
pub(super) const YEAR_END: &str = "start.financial-year";
/// Starts from which those years are counted.
pub(super) const YEAR_ENDS: &[&str] = &["start.financial-year", "start.financial-period"];
/// What is kept for ten years and more by law.
pub(super) const KEPT_LONG: &[&str] =
    &["retention-what.ledgers", "retention-what.property-vat", "retention-what.pay-accounts"];
/// The bookkeeping law as the ground of a period.
pub(super) const BOOKKEEPING_GROUND: &str = "retention-ground.accounting";

/// Ways to withdraw a consent, by what must exist for them.
pub(super) mod withdrawal {
    pub(in crate::rules) const EMAIL: &str = "withdrawal.email";
    pub(in crate::rules) const PHONE: &str = "withdrawal.phone";
    pub(in crate::rules) const ACCOUNT: &str = "withdrawal.account";
}
/// What shows that there is a customer account.
pub(super) const ACCOUNT: &[&str] =
    &["purpose.account", "data.account", "category.customer-account", "retention-what.account"];

/// Whether a statement is one of these clauses.
pub(super) fn is(statement: &Statement, clauses: &[&str]) -> bool {
    statement.clause_id().is_some_and(|id| clauses.contains(&id))
}

/// Whether a clause names a statute of its own beside the GDPR.
pub(super) fn rests_on_statute(id: &str) -> bool {
    let law = find_clause(id).map_or(&[][..], |clause| clause.law);
    law.iter().any(|citation| citation.parts().is_some_and(|(act, _)| act != Act::Gdpr))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clause_that_is_known_exists() {
        let lists = [
            COMPANY_PEOPLE,
            COMPANY_PURPOSES,
            MARKETING,
            ELECTRONIC_MARKETING,
            OF_MARKETING,
            CREDIT,
            OF_COOKIES,
            PROFILING,
            SPECIAL,
            IDENTITY_CODE,
            AUTHORITIES,
            NO_AUTHORITIES,
            ONLINE,
            YEAR_ENDS,
            KEPT_LONG,
            ACCOUNT,
            &[YEAR_END, BOOKKEEPING_GROUND, withdrawal::EMAIL, withdrawal::PHONE, withdrawal::ACCOUNT],
        ];
        let pairs = [DISCLOSED_TO, DATA_BEHIND, SOURCES_BEHIND].into_iter().flatten();
        let pairs = pairs.flat_map(|(one, others)| others.iter().chain([one]));
        let alone = ORIGINS.iter().map(|(id, _)| id).chain(LEAST_MONTHS.iter().map(|(id, _)| id));
        for id in lists.into_iter().flatten().chain(pairs).chain(alone) {
            assert!(find_clause(id).is_some(), "{id}");
        }
    }
}
