//! What a notice is about: the kind of register, and the trade of the firm. They decide the guided defaults.
//!
//! Knows: stable ids. Does not know: what any kind or trade brings; that is content (`registers/`, `trades/`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of register a notice is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RegisterKind {
    /// Customers of a firm, and the contact persons of customer firms.
    #[default]
    Customers,
    /// Direct marketing and newsletters.
    Marketing,
    /// People who apply for a job.
    Applicants,
    /// Staff.
    Employees,
    /// Suppliers, partners and other stakeholders.
    Stakeholders,
    /// Visitors of a website, and customers of an online shop.
    Web,
    /// Camera surveillance.
    Cameras,
    /// Members of an association.
    Members,
    /// Service booking: hairdressers, workshops and the like.
    Bookings,
    /// Patients and social-care clients: its own flow (ATL 703/2023).
    Care,
}

impl RegisterKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Customers,
        Self::Marketing,
        Self::Applicants,
        Self::Employees,
        Self::Stakeholders,
        Self::Web,
        Self::Cameras,
        Self::Members,
        Self::Bookings,
        Self::Care,
    ];

    /// The stable id, as in `seloste new --kind customers`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Customers => "customers",
            Self::Marketing => "marketing",
            Self::Applicants => "applicants",
            Self::Employees => "employees",
            Self::Stakeholders => "stakeholders",
            Self::Web => "web",
            Self::Cameras => "cameras",
            Self::Members => "members",
            Self::Bookings => "bookings",
            Self::Care => "care",
        }
    }

    /// Reads a stable id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// What the firm does, where that adds to the defaults of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Trade {
    /// Marketing and creative agency.
    CreativeAgency,
    /// Wholesale and web shop.
    Wholesale,
    /// Heat pumps and installation.
    HeatPumps,
    /// Marking and manufacturing.
    Marking,
    /// Private social services.
    SocialServices,
    /// Hairdresser and beauty.
    Hairdresser,
    /// Massage and therapy.
    Massage,
    /// Accounting office.
    Accounting,
    /// Photographer.
    Photographer,
    /// Renovation and construction.
    Construction,
    /// Café and restaurant.
    Cafe,
    /// Association.
    Association,
    /// Training and coaching.
    Training,
}

impl Trade {
    /// All trades, in the order in which they are offered.
    pub const ALL: [Self; 13] = [
        Self::CreativeAgency,
        Self::Wholesale,
        Self::HeatPumps,
        Self::Marking,
        Self::SocialServices,
        Self::Hairdresser,
        Self::Massage,
        Self::Accounting,
        Self::Photographer,
        Self::Construction,
        Self::Cafe,
        Self::Association,
        Self::Training,
    ];

    /// The stable id, as in `seloste new --trade creative-agency`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::CreativeAgency => "creative-agency",
            Self::Wholesale => "wholesale",
            Self::HeatPumps => "heat-pumps",
            Self::Marking => "marking",
            Self::SocialServices => "social-services",
            Self::Hairdresser => "hairdresser",
            Self::Massage => "massage",
            Self::Accounting => "accounting",
            Self::Photographer => "photographer",
            Self::Construction => "construction",
            Self::Cafe => "cafe",
            Self::Association => "association",
            Self::Training => "training",
        }
    }

    /// Reads a stable id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}
