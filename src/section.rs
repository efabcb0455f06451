//! The sections of a notice: their order, their task in the wizard, and the law that each rests on.
//!
//! Law: GDPR 13–14 item by item. Finnish register notices by custom also have sections that no law asks for, such as the
//! register's name; those have no citation.
//! Ids are stable: drafts, URLs, anchors in the HTML and the command line's output contain them.
//! Knows: order, tasks and law. Does not know: what a section asks or says.

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
    /// What the firm calls the register. Custom, not law.
    Register = "register", Firm, [];
    /// When the notice was drawn up and last updated. Custom, not law.
    Date = "date", Firm, [];
    /// The controller: who decides why and how the data is used.
    Controller = "controller", Firm, ["GDPR 13(1)(a)"];
    /// Whom to ask, and where requests go.
    Contact = "contact", Firm, ["GDPR 12(2)"];
    /// The data protection officer.
    Dpo = "dpo", Firm, ["GDPR 13(1)(b)"];
    /// Two or more controllers that decide together.
    JointControllers = "joint-controllers", Firm, ["GDPR 26(2)"];
    /// The representative of a controller outside the EU.
    Representative = "representative", Firm, ["GDPR 13(1)(a)"];
    /// Whose data it is.
    DataSubjects = "data-subjects", Purposes, ["GDPR 12(1)"];
    /// What the data is used for, and on what legal basis.
    Purposes = "purposes", Purposes, ["GDPR 13(1)(c)"];
    /// The interests that are pursued, where a purpose rests on 6(1)(f).
    LegitimateInterests = "legitimate-interests", Purposes, ["GDPR 13(1)(d)"];
    /// What rests on consent, and how to withdraw it.
    Consent = "consent", Purposes, ["GDPR 13(2)(c)", "GDPR 7(3)"];
    /// Whether the data must be given, and what follows if it is not.
    Provision = "provision", Purposes, ["GDPR 13(2)(e)"];
    /// Online services offered to children on consent.
    Children = "children", Purposes, ["GDPR 8", "Tietosuojalaki 5 §"];
    /// The kinds of data.
    DataCategories = "data-categories", Data, ["GDPR 14(1)(d)"];
    /// The data itself, item by item.
    DataContent = "data-content", Data, ["GDPR 14(1)(d)"];
    /// Special categories of data, such as health data.
    SpecialCategories = "special-categories", Data, ["GDPR 9(2)", "Tietosuojalaki 6 §"];
    /// The personal identity code.
    IdentityCode = "identity-code", Data, ["GDPR 87", "Tietosuojalaki 29 §"];
    /// Where the data comes from.
    Sources = "sources", Data, ["GDPR 14(2)(f)"];
    /// Who gets the data.
    Recipients = "recipients", Recipients, ["GDPR 13(1)(e)"];
    /// Regular disclosures to others for their own use. A section of its own by custom: the law asks only for recipients.
    Disclosures = "disclosures", Recipients, ["GDPR 13(1)(e)"];
    /// Transfers out of the EEA.
    Transfers = "transfers", Recipients, ["GDPR 13(1)(f)"];
    /// How long the data is kept.
    Retention = "retention", Retention, ["GDPR 13(2)(a)"];
    /// How paper is protected. Custom, not law.
    SecurityManual = "security-manual", Retention, [];
    /// How systems are protected. Custom, not law.
    SecurityElectronic = "security-electronic", Retention, [];
    /// Cookies of the register's web service.
    Cookies = "cookies", Web, ["SVPL 205 §"];
    /// Profiling and automated decisions.
    AutomatedDecisions = "automated-decisions", Web, ["GDPR 13(2)(f)"];
    /// How to use the rights.
    ExercisingRights = "exercising-rights", Rights, ["GDPR 12(2)–(6)"];
    /// The right of access.
    RightAccess = "right-access", Rights, ["GDPR 15"];
    /// The right to rectification.
    RightRectification = "right-rectification", Rights, ["GDPR 16"];
    /// The right to erasure.
    RightErasure = "right-erasure", Rights, ["GDPR 17"];
    /// The right to restriction of processing.
    RightRestriction = "right-restriction", Rights, ["GDPR 18"];
    /// The right to data portability.
    RightPortability = "right-portability", Rights, ["GDPR 20"];
    /// The right to object.
    RightObjection = "right-objection", Rights, ["GDPR 21(1)"];
    /// How direct marketing is sent, and the right to object to it, set apart from the rest as 21(4) asks.
    DirectMarketing = "direct-marketing", Rights, ["GDPR 21(2)–(4)", "SVPL 200 §", "SVPL 202 §"];
    /// The right to complain to the supervisory authority.
    Complaint = "complaint", Rights, ["GDPR 13(2)(d)", "GDPR 77"];
    /// Rights beyond those of the GDPR, and who helps with them. Custom, not law.
    OtherRights = "other-rights", Rights, [];
    /// How changes to the notice are told.
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
        for (index, section) in SectionId::ALL.into_iter().enumerate() {
            assert_eq!(SectionId::from_id(section.id()), Some(section));
            assert_eq!(section.index(), index);
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
                assert!(citation.act_and_provision().is_some(), "{}: {}", section.id(), citation.code());
            }
        }
    }
}
