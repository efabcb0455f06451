//! The sections of a notice: their order, their task in the wizard, and what each rests on.
//!
//! Law: GDPR 13–14 item by item; where a section is custom and not law, it says so by having no citation.
//! Ids are stable: they name JSON keys, URLs, anchors in the HTML and the command line's output.

use crate::law::Citation;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A task of the wizard: a group of sections that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Task {
    /// Register and firm.
    Firm,
    /// Whose data, and why.
    Purposes,
    /// What data, from where.
    Data,
    /// To whom, and where to.
    Recipients,
    /// How long, how safe.
    Retention,
    /// Web and automation.
    Web,
    /// People's rights.
    Rights,
}

impl Task {
    /// All tasks in order.
    pub const ALL: [Self; 7] =
        [Self::Firm, Self::Purposes, Self::Data, Self::Recipients, Self::Retention, Self::Web, Self::Rights];

    /// The sections of this task, in order.
    pub fn sections(self) -> impl Iterator<Item = SectionId> {
        SectionId::ALL.into_iter().filter(move |section| section.task() == self)
    }
}

macro_rules! sections {
    ($($(#[$doc:meta])+ $variant:ident = $id:literal, $task:ident, [$($law:literal),*];)+) => {
        /// A section of the notice.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
        )]
        pub enum SectionId {
            $($(#[$doc])+ #[serde(rename = $id)] $variant,)+
        }

        impl SectionId {
            /// All sections, in the order in which they are shown.
            pub const ALL: [Self; [$($id),+].len()] = [$(Self::$variant),+];

            /// The stable id: `data-subjects`.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// The task that the section belongs to.
            pub const fn task(self) -> Task {
                match self { $(Self::$variant => Task::$task,)+ }
            }

            /// What the section rests on; empty where no law asks for it.
            pub const fn law(self) -> &'static [Citation] {
                match self { $(Self::$variant => const { &[$(Citation::new($law)),*] },)+ }
            }
        }
    };
}

sections! {
    /// R04: the register's name. Custom, not law.
    Register = "register", Firm, [];
    /// R01: when the notice was drawn up and updated. Custom, not law.
    Date = "date", Firm, [];
    /// R02: who decides why and how the data is used.
    Controller = "controller", Firm, ["GDPR 13(1)(a)"];
    /// R03: whom to ask.
    Contact = "contact", Firm, ["GDPR 12(2)"];
    /// N01: the data protection officer.
    Dpo = "dpo", Firm, ["GDPR 13(1)(b)"];
    /// N15: two or more controllers together.
    JointControllers = "joint-controllers", Firm, ["GDPR 26(2)"];
    /// N02: the representative of a controller outside the EU.
    Representative = "representative", Firm, ["GDPR 13(1)(a)"];
    /// N04: whose data.
    DataSubjects = "data-subjects", Purposes, ["GDPR 12(1)"];
    /// R05 and N03: why, and on what basis.
    Purposes = "purposes", Purposes, ["GDPR 13(1)(c)"];
    /// R06: the interests, where a purpose rests on 6(1)(f).
    LegitimateInterests = "legitimate-interests", Purposes, ["GDPR 13(1)(d)"];
    /// R09 and N07: consent and how to withdraw it.
    Consent = "consent", Purposes, ["GDPR 13(2)(c)", "GDPR 7(3)"];
    /// N08: must the data be given, and what follows if not.
    Provision = "provision", Purposes, ["GDPR 13(2)(e)"];
    /// N16: children.
    Children = "children", Purposes, ["GDPR 8", "Tietosuojalaki 5 §"];
    /// R07: kinds of data.
    DataCategories = "data-categories", Data, ["GDPR 14(1)(d)"];
    /// R10: the data itself, item by item.
    DataContent = "data-content", Data, ["GDPR 14(1)(d)"];
    /// N11: special categories of data.
    SpecialCategories = "special-categories", Data, ["GDPR 9(2)", "Tietosuojalaki 6 §"];
    /// N12: the personal identity code.
    IdentityCode = "identity-code", Data, ["GDPR 87", "Tietosuojalaki 29 §"];
    /// R11 and N09: where the data comes from.
    Sources = "sources", Data, ["GDPR 14(2)(f)"];
    /// R08: who gets the data.
    Recipients = "recipients", Recipients, ["GDPR 13(1)(e)"];
    /// R13: regular disclosures. Custom beside the recipients.
    Disclosures = "disclosures", Recipients, ["GDPR 13(1)(e)"];
    /// R14 and N05: transfers out of the EEA.
    Transfers = "transfers", Recipients, ["GDPR 13(1)(f)"];
    /// R12: how long.
    Retention = "retention", Retention, ["GDPR 13(2)(a)"];
    /// R15: protection of paper. Custom, not law.
    SecurityManual = "security-manual", Retention, [];
    /// R16: protection of systems. Custom, not law.
    SecurityElectronic = "security-electronic", Retention, [];
    /// R17: cookies.
    Cookies = "cookies", Web, ["SVPL 205 §"];
    /// R18: automated decisions and profiling.
    AutomatedDecisions = "automated-decisions", Web, ["GDPR 13(2)(f)"];
    /// N14: how to use the rights.
    ExercisingRights = "exercising-rights", Rights, ["GDPR 12(2)–(6)"];
    /// R19: access.
    RightAccess = "right-access", Rights, ["GDPR 15"];
    /// R21: rectification.
    RightRectification = "right-rectification", Rights, ["GDPR 16"];
    /// N06: erasure.
    RightErasure = "right-erasure", Rights, ["GDPR 17"];
    /// R22: restriction.
    RightRestriction = "right-restriction", Rights, ["GDPR 18"];
    /// R20: portability.
    RightPortability = "right-portability", Rights, ["GDPR 20"];
    /// R23: objection.
    RightObjection = "right-objection", Rights, ["GDPR 21(1)"];
    /// N13: objection to direct marketing, apart from the rest.
    DirectMarketing = "direct-marketing", Rights, ["GDPR 21(2)–(4)", "SVPL 200 §", "SVPL 202 §"];
    /// R24: the complaint.
    Complaint = "complaint", Rights, ["GDPR 13(2)(d)", "GDPR 77"];
    /// R25: other rights. Custom.
    OtherRights = "other-rights", Rights, [];
    /// N10: changes to the notice.
    Changes = "changes", Rights, ["GDPR 13(3)"];
}

impl SectionId {
    /// Reads a stable id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.id() == id)
    }

    /// Where the section stands in [`ALL`](Self::ALL).
    pub const fn index(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_read_back() {
        for (place, section) in SectionId::ALL.into_iter().enumerate() {
            assert_eq!(SectionId::from_id(section.id()), Some(section));
            assert_eq!(section.index(), place);
        }
    }

    #[test]
    fn each_task_has_sections_and_they_stand_together() {
        let in_tasks: Vec<_> = Task::ALL.into_iter().flat_map(Task::sections).collect();
        assert_eq!(in_tasks, SectionId::ALL);
    }

    #[test]
    fn every_citation_names_a_known_act() {
        for section in SectionId::ALL {
            for citation in section.law() {
                assert!(citation.parts().is_some(), "{}: {}", section.id(), citation.code());
            }
        }
    }
}
