//! The words of the model's choices: what a list on a screen offers, and what the notice prints.
//!
//! Knows: the model's enums and `choices.toml`. Does not know: screens, or when a choice applies.

use super::{Choice, choice};
use crate::lang::Lang;
use crate::notice::clients::ClientsOf;
use crate::notice::cookies::CookieKind;
use crate::notice::data::{Origin, Requirement};
use crate::notice::layout::Layout;
use crate::notice::purpose::{BasisKind, Topic};
use crate::notice::recipient::{Role, Safeguard};
use crate::notice::retention::Unit;

/// A choice of the model that has words in the catalogue.
pub trait Worded: Copy {
    /// Its label, and the hint that says when to choose it.
    fn words(self) -> &'static Choice;
}

impl Worded for ClientsOf {
    fn words(self) -> &'static Choice {
        match self {
            Self::Own => &choice::CLIENTS_OF_OWN,
            Self::AnotherController => &choice::CLIENTS_OF_ANOTHER_CONTROLLER,
        }
    }
}

impl Worded for BasisKind {
    fn words(self) -> &'static Choice {
        match self {
            Self::Consent => &choice::BASIS_CONSENT,
            Self::Contract => &choice::BASIS_CONTRACT,
            Self::LegalObligation => &choice::BASIS_LEGAL_OBLIGATION,
            Self::VitalInterests => &choice::BASIS_VITAL_INTERESTS,
            Self::PublicTask => &choice::BASIS_PUBLIC_TASK,
            Self::LegitimateInterests => &choice::BASIS_LEGITIMATE_INTERESTS,
        }
    }
}

impl Worded for Topic {
    fn words(self) -> &'static Choice {
        match self {
            Self::Service => &choice::TOPIC_SERVICE,
            Self::Duty => &choice::TOPIC_DUTY,
            Self::Marketing => &choice::TOPIC_MARKETING,
            Self::Development => &choice::TOPIC_DEVELOPMENT,
            Self::Analytics => &choice::TOPIC_ANALYTICS,
            Self::Credit => &choice::TOPIC_CREDIT,
            Self::Security => &choice::TOPIC_SECURITY,
            Self::Other => &choice::TOPIC_OTHER,
        }
    }
}

impl Worded for Role {
    fn words(self) -> &'static Choice {
        match self {
            Self::Processor => &choice::ROLE_PROCESSOR,
            Self::Controller => &choice::ROLE_CONTROLLER,
            Self::Joint => &choice::ROLE_JOINT,
            Self::Authority => &choice::ROLE_AUTHORITY,
        }
    }
}

impl Worded for Safeguard {
    fn words(self) -> &'static Choice {
        match self {
            Self::Adequacy => &choice::SAFEGUARD_ADEQUACY,
            Self::DataPrivacyFramework => &choice::SAFEGUARD_DATA_PRIVACY_FRAMEWORK,
            Self::StandardClauses => &choice::SAFEGUARD_STANDARD_CLAUSES,
            Self::BindingRules => &choice::SAFEGUARD_BINDING_RULES,
            Self::ExplicitConsent => &choice::SAFEGUARD_EXPLICIT_CONSENT,
        }
    }
}

impl Worded for Origin {
    fn words(self) -> &'static Choice {
        match self {
            Self::Person => &choice::ORIGIN_PERSON,
            Self::Other => &choice::ORIGIN_OTHER,
            Self::Public => &choice::ORIGIN_PUBLIC,
        }
    }
}

impl Worded for Requirement {
    fn words(self) -> &'static Choice {
        match self {
            Self::Statutory => &choice::REQUIREMENT_STATUTORY,
            Self::Contractual => &choice::REQUIREMENT_CONTRACTUAL,
            Self::ToContract => &choice::REQUIREMENT_TO_CONTRACT,
            Self::Partly => &choice::REQUIREMENT_PARTLY,
            Self::PartlyStatutory => &choice::REQUIREMENT_PARTLY_STATUTORY,
            Self::StatutoryAndContractual => &choice::REQUIREMENT_STATUTORY_AND_CONTRACTUAL,
            Self::Observed => &choice::REQUIREMENT_OBSERVED,
            Self::Voluntary => &choice::REQUIREMENT_VOLUNTARY,
        }
    }
}

/// A unit as it stands after a number greater than one; [`length`] knows the singular too.
impl Worded for Unit {
    fn words(self) -> &'static Choice {
        match self {
            Self::Days => &choice::UNIT_DAYS,
            Self::Weeks => &choice::UNIT_WEEKS,
            Self::Months => &choice::UNIT_MONTHS,
            Self::Years => &choice::UNIT_YEARS,
        }
    }
}

impl Worded for CookieKind {
    fn words(self) -> &'static Choice {
        match self {
            Self::Necessary => &choice::COOKIE_KIND_NECESSARY,
            Self::Functional => &choice::COOKIE_KIND_FUNCTIONAL,
            Self::Analytics => &choice::COOKIE_KIND_ANALYTICS,
            Self::Marketing => &choice::COOKIE_KIND_MARKETING,
        }
    }
}

impl Worded for Layout {
    fn words(self) -> &'static Choice {
        match self {
            Self::Concise => &choice::LAYOUT_CONCISE,
            Self::Register => &choice::LAYOUT_REGISTER,
        }
    }
}

/// A length of time: "1 vuosi", "6 vuotta".
pub fn length(amount: u16, unit: Unit, lang: Lang) -> String {
    let choice = match (amount, unit) {
        (1, Unit::Days) => &choice::UNIT_DAY,
        (1, Unit::Weeks) => &choice::UNIT_WEEK,
        (1, Unit::Months) => &choice::UNIT_MONTH,
        (1, Unit::Years) => &choice::UNIT_YEAR,
        (_, unit) => unit.words(),
    };
    format!("{amount}\u{a0}{}", choice.label.get(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_agree_with_their_number() {
        assert_eq!(length(1, Unit::Years, Lang::Fi), "1\u{a0}vuosi");
        assert_eq!(length(6, Unit::Years, Lang::Fi), "6\u{a0}vuotta");
        assert_eq!(length(1, Unit::Months, Lang::Sv), "1\u{a0}månad");
        assert_eq!(length(30, Unit::Days, Lang::En), "30\u{a0}days");
    }

    /// A new variant without words is a missing match arm; words that nothing uses are found here.
    #[test]
    fn every_choice_belongs_to_something() {
        let mut used: Vec<&str> = Vec::new();
        used.extend(BasisKind::ALL.map(|choice| choice.words().id));
        used.extend(Topic::ALL.map(|choice| choice.words().id));
        used.extend(Role::ALL.map(|choice| choice.words().id));
        used.extend(Safeguard::ALL.map(|choice| choice.words().id));
        used.extend(Origin::ALL.map(|choice| choice.words().id));
        used.extend(Requirement::ALL.map(|choice| choice.words().id));
        used.extend(Unit::ALL.map(|choice| choice.words().id));
        used.extend(ClientsOf::ALL.map(|choice| choice.words().id));
        used.extend(CookieKind::ALL.map(|choice| choice.words().id));
        used.extend(Layout::ALL.map(|choice| choice.words().id));
        used.extend(["unit.day", "unit.week", "unit.month", "unit.year"]);
        used.extend(["answer.yes", "answer.no", "answer.unknown", "location.eea", "location.third-country"]);
        used.extend(["period.fixed", "period.until"]);
        for choice in crate::content::CHOICES {
            assert!(used.contains(&choice.id), "{} is used by nothing", choice.id);
        }
    }
}
