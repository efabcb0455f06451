//! One form per section, in the order of the notice.
//!
//! Each reads like the form that it shows. It holds no rule, no sentence, no storage.

mod care;
mod cookies;
mod data;
mod firm;
mod location;
mod purposes;
mod recipients;
mod retention;
mod rights;
mod services;

pub use recipients::place_of as place_of_recipient;

use crate::section::SectionId;
use leptos::prelude::*;

/// The form of a section.
pub fn form(section: SectionId) -> AnyView {
    match section {
        SectionId::Register => firm::register(),
        SectionId::Date => firm::date(),
        SectionId::Controller => firm::controller(),
        SectionId::Contact => firm::contact(),
        SectionId::Dpo => firm::dpo(),
        SectionId::JointControllers => firm::joint_controllers(),
        SectionId::Representative => firm::representative(),
        SectionId::DataSubjects => data::data_subjects(),
        SectionId::Purposes => purposes::purposes(),
        SectionId::LegitimateInterests => purposes::legitimate_interests(),
        SectionId::Consent => purposes::consent(),
        SectionId::Provision => purposes::provision(),
        SectionId::Children => purposes::children(),
        SectionId::DataCategories => data::data_categories(),
        SectionId::DataContent => data::data_content(),
        SectionId::SpecialCategories => data::special_categories(),
        SectionId::IdentityCode => data::identity_code(),
        SectionId::Sources => data::sources(),
        SectionId::Recipients => recipients::recipients(),
        SectionId::Disclosures => recipients::disclosures(),
        SectionId::Transfers => recipients::transfers(),
        SectionId::Retention => retention::retention(),
        SectionId::SecurityManual => retention::security_manual(),
        SectionId::SecurityElectronic => retention::security_electronic(),
        SectionId::Cookies => cookies::cookies(),
        SectionId::AutomatedDecisions => cookies::automated_decisions(),
        SectionId::DirectMarketing => rights::direct_marketing(),
        SectionId::OtherRights => rights::other_rights(),
        SectionId::Changes => rights::changes(),
        SectionId::ExercisingRights
        | SectionId::RightAccess
        | SectionId::RightRectification
        | SectionId::RightErasure
        | SectionId::RightRestriction
        | SectionId::RightPortability
        | SectionId::RightObjection
        | SectionId::Complaint => rights::composed(section),
    }
}
