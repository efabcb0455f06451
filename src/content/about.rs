//! The matters that a clause may be about: by them rules find what belongs together, without naming a clause.
//!
//! Compiled twice, into the build script that reads the word in a content file and into the library that compares.

/// A matter. A clause names its matters in the attribute `about`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Direct marketing: a purpose that is marketing, or what is only there where marketing is sent.
    Marketing,
    /// Electronic marketing that is allowed only with consent (SVPL 200 § 1 mom.).
    MarketingByConsent,
    /// What is only there where credit is checked or debts are collected.
    Credit,
    /// What is only there where cookies are set.
    Cookies,
    /// What amounts to profiling: somebody is assessed from what they did (GDPR 4(4)).
    Profiling,
    /// Data of a special category (GDPR 9(1)).
    SpecialData,
    /// The personal identity code.
    IdentityCode,
    /// The use of a web service.
    Online,
    /// Invoices and payments.
    Billing,
    /// A customer account.
    Account,
    /// People who act for a company, and purposes that concern only them: they are not party to its contract.
    CompanyPeople,
    /// What a shop does for those who buy, and social services do not do for those whom they care for.
    Retail,
    /// Grounds that only health care and social care have.
    Care,
    /// Customers' data, as what is kept.
    CustomerRecords,
    /// Invoices and receipts, as what is kept.
    Vouchers,
    /// Messages and feedback, as what is kept.
    Messages,
    /// Contact details for marketing, as what is kept.
    MarketingRecords,
    /// Appointments, as what is kept.
    Bookings,
    /// Members' data, as what is kept.
    MemberRecords,
}

impl About {
    /// All matters, by the words of the content files.
    pub const ALL: [(&'static str, Self); 19] = [
        ("marketing", Self::Marketing),
        ("marketing-by-consent", Self::MarketingByConsent),
        ("credit", Self::Credit),
        ("cookies", Self::Cookies),
        ("profiling", Self::Profiling),
        ("special-data", Self::SpecialData),
        ("identity-code", Self::IdentityCode),
        ("online", Self::Online),
        ("billing", Self::Billing),
        ("account", Self::Account),
        ("company-people", Self::CompanyPeople),
        ("retail", Self::Retail),
        ("care", Self::Care),
        ("customer-records", Self::CustomerRecords),
        ("vouchers", Self::Vouchers),
        ("messages", Self::Messages),
        ("marketing-records", Self::MarketingRecords),
        ("bookings", Self::Bookings),
        ("member-records", Self::MemberRecords),
    ];

    /// The matter that a word of the content files means.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(word, _)| *word == id).map(|(_, about)| about)
    }
}
