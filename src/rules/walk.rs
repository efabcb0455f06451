//! A walk over everything that is said in a notice: each statement and each text of the firm's own.
//!
//! Rules about texts as such (an unknown clause, a missing translation, an empty row) ask here, so that a new
//! field needs to be added in one place only.
//! Knows: the model and its paths. Does not know: any rule.

use super::field::{Field, part, row, under};
use crate::lang::Localized;
use crate::notice::Notice;
use crate::notice::retention::Period;
use crate::notice::statement::{Statement, Statements};
use crate::section::SectionId;

/// Something that is said.
#[derive(Clone, Copy)]
pub(super) enum Said<'a> {
    /// A statement: a clause or own words.
    Statement(&'a Statement),
    /// Own words in a field that offers no clauses.
    Text(&'a Localized<String>),
}

impl<'a> Said<'a> {
    /// The firm's own words, if it is those.
    pub(super) const fn own(self) -> Option<&'a Localized<String>> {
        match self {
            Self::Statement(Statement::Own(own)) => Some(&own.text),
            Self::Statement(Statement::Clause(_)) => None,
            Self::Text(text) => Some(text),
        }
    }

    /// The clause's id, if it is a clause.
    pub(super) fn clause(self) -> Option<&'a str> {
        match self {
            Self::Statement(statement) => statement.clause_id(),
            Self::Text(_) => None,
        }
    }
}

/// The lists of statements, with their sections and paths.
pub(super) fn lists(notice: &Notice) -> impl Iterator<Item = (SectionId, &'static str, &Statements)> {
    use SectionId as S;
    [
        (S::DataSubjects, "data-subjects", Some(&notice.data_subjects)),
        (S::DataCategories, "data-categories", Some(&notice.data_categories)),
        (S::DataContent, "data-content", Some(&notice.data_content)),
        (
            S::SpecialCategories,
            "special-categories.data",
            notice.special_categories.yes().map(|special| &special.data),
        ),
        (S::Disclosures, "disclosures.list", notice.disclosures.yes()),
        (S::SecurityManual, "security-manual", Some(&notice.security_manual)),
        (S::SecurityElectronic, "security-electronic", Some(&notice.security_electronic)),
        (S::DirectMarketing, "direct-marketing", Some(&notice.direct_marketing)),
        (S::OtherRights, "other-rights", Some(&notice.other_rights)),
        (S::Changes, "changes", Some(&notice.changes)),
    ]
    .into_iter()
    .filter_map(|(section, path, list)| list.map(|list| (section, path, list)))
}

/// Visits everything that is said, blank or not.
pub(super) fn walk<'a>(notice: &'a Notice, mut visit: impl FnMut(SectionId, Field, Said<'a>)) {
    for (section, path, list) in lists(notice) {
        for item in list {
            visit(section, row(path, item), Said::Statement(&item.what));
        }
    }
    rows(notice, &mut visit);
    singles(notice, &mut visit);
    for (section, text) in &notice.additions {
        visit(*section, under("additions", section.id()), Said::Text(text));
    }
}

/// Visits every text that exists once for all languages: names, addresses, numbers.
pub(super) fn names<'a>(notice: &'a Notice, mut visit: impl FnMut(SectionId, Field, &'a str)) {
    use SectionId as S;
    let firm = &notice.controller;
    for (path, text) in [
        ("controller.name", &firm.name),
        ("controller.business-id", &firm.business_id.0),
        ("controller.street", &firm.street),
        ("controller.postal-code", &firm.postal_code),
        ("controller.city", &firm.city),
        ("controller.email", &firm.email),
        ("controller.phone", &firm.phone),
        ("controller.website", &firm.website),
    ] {
        visit(S::Controller, path.into(), text);
    }
    let people = [
        (S::Contact, "contact", Some(&notice.contact)),
        (S::Dpo, "dpo", notice.dpo.yes()),
        (S::Representative, "representative", notice.representative.yes()),
    ];
    for (section, path, person) in people {
        let Some(person) = person else { continue };
        visit(section, under(path, "name"), &person.name);
        visit(section, under(path, "address"), &person.address);
        visit(section, under(path, "email"), &person.email);
        visit(section, under(path, "phone"), &person.phone);
    }
    if let Some(joint) = notice.joint_controllers.yes() {
        visit(S::JointControllers, "joint-controllers.parties".into(), &joint.parties);
    }
    for recipient in &notice.recipients {
        visit(S::Recipients, part("recipients", recipient, "name"), &recipient.name);
    }
    for (recipient, transfer) in notice.transfers() {
        visit(S::Recipients, part("recipients", recipient, "country"), &transfer.country);
    }
    for cookie in notice.cookies.yes().into_iter().flat_map(|cookies| &cookies.rows) {
        visit(S::Cookies, part("cookies", cookie, "name"), &cookie.name);
        visit(S::Cookies, part("cookies", cookie, "party"), &cookie.party);
    }
}

/// What rows of richer lists say: purposes, sources, recipients, retention, cookies.
fn rows<'a>(notice: &'a Notice, visit: &mut impl FnMut(SectionId, Field, Said<'a>)) {
    use SectionId as S;
    for purpose in &notice.purposes {
        visit(S::Purposes, part("purposes", purpose, "what"), Said::Statement(&purpose.what));
        if let Some(detail) = purpose.basis.yes().and_then(|basis| basis.detail()) {
            visit(S::Purposes, part("purposes", purpose, "detail"), Said::Statement(detail));
        }
    }
    for source in &notice.sources {
        visit(S::Sources, part("sources", source, "what"), Said::Statement(&source.what));
    }
    for recipient in &notice.recipients {
        visit(S::Recipients, part("recipients", recipient, "what"), Said::Statement(&recipient.what));
    }
    for kept in &notice.retention {
        let mut say = |name, said| visit(S::Retention, part("retention", kept, name), Said::Statement(said));
        say("what", &kept.what);
        say("ground", &kept.ground);
        match kept.period.yes() {
            Some(Period::Fixed(fixed)) => say("start", &fixed.start),
            Some(Period::Until(until)) => say("criterion", &until.criterion),
            None => {}
        }
    }
    for cookie in notice.cookies.yes().into_iter().flat_map(|cookies| &cookies.rows) {
        visit(S::Cookies, part("cookies", cookie, "purpose"), Said::Text(&cookie.purpose));
        visit(S::Cookies, part("cookies", cookie, "lifetime"), Said::Text(&cookie.lifetime));
    }
}

/// What fields that stand alone say.
fn singles<'a>(notice: &'a Notice, visit: &mut impl FnMut(SectionId, Field, Said<'a>)) {
    use SectionId as S;
    let mut text = |section, path: &'static str, text: Option<&'a Localized<String>>| {
        if let Some(text) = text {
            visit(section, path.into(), Said::Text(text));
        }
    };
    let decisions = notice.automated_decisions.decisions.yes();
    text(S::Register, "register-name", Some(&notice.register_name));
    text(
        S::JointControllers,
        "joint-controllers.arrangement",
        notice.joint_controllers.yes().map(|joint| &joint.arrangement),
    );
    text(S::Children, "children.how", notice.children.yes());
    text(
        S::AutomatedDecisions,
        "automated-decisions.profiling.how",
        notice.automated_decisions.profiling.yes(),
    );
    text(S::AutomatedDecisions, "automated-decisions.logic", decisions.map(|decision| &decision.logic));
    text(S::AutomatedDecisions, "automated-decisions.effect", decisions.map(|decision| &decision.effect));
    let mut statement = |section, path: &'static str, said: Option<&'a Statement>| {
        if let Some(said) = said {
            visit(section, path.into(), Said::Statement(said));
        }
    };
    statement(S::Provision, "provision.consequence", Some(&notice.provision.consequence));
    statement(
        S::SpecialCategories,
        "special-categories.ground",
        notice.special_categories.yes().map(|special| &special.ground),
    );
    statement(S::IdentityCode, "identity-code.ground", notice.identity_code.yes().map(|code| &code.ground));
    statement(
        S::Cookies,
        "cookies.consent-tool",
        notice.cookies.yes().and_then(|cookies| cookies.consent_tool.yes()),
    );
}

/// The ids of all clauses in a notice, in the order of the walk.
pub(super) fn clauses_in(notice: &Notice) -> impl Iterator<Item = &str> {
    let mut ids = Vec::new();
    walk(notice, |_, _, said| ids.extend(said.clause()));
    ids.into_iter()
}
