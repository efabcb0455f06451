//! The clauses and the rules of a review pack.
//!
//! Knows: the catalogue and the rules. Does not know: HTML.

use super::defaults::{kind_name, trade_name};
use super::sheet::{Group, Part, Row};
use super::written_day;
use crate::content::choices::Worded;
use crate::content::facts::group_of;
use crate::content::{
    self, About, CLAUSES, Choice, Clause, Field, Needs, RuleWords, Serves, Text, field, fill, ui,
};
use crate::lang::Lang;
use crate::rules::{self, Kind, Rule, Severity};
use crate::section::SectionId;

/// Every clause, in the groups that screens offer.
pub(super) fn clauses(lang: Lang) -> Part {
    let mut groups: Vec<Group> = Vec::new();
    let mut fixed = group("labels", ui::REVIEW_GROUP_LABELS.get(lang));
    for clause in CLAUSES {
        let name = group_of(clause.id);
        let row = row(clause, lang);
        match (groups.iter_mut().find(|group| group.id == name), title(name)) {
            (Some(group), _) => group.rows.push(row),
            (None, Some(title)) => {
                // Two lists ask for a ground; their section tells them apart.
                let title = match name {
                    "special-ground" => joined(SectionId::SpecialCategories, title, lang),
                    "identity-ground" => joined(SectionId::IdentityCode, title, lang),
                    _ => title.get(lang).to_owned(),
                };
                groups.push(Group { rows: vec![row], ..group(name, &title) });
            }
            (None, None) => fixed.rows.push(row),
        }
    }
    groups.push(fixed);
    Part { id: "clauses", title: ui::REVIEW_PART_CLAUSES, lead: ui::REVIEW_LEAD_CLAUSES, groups }
}

fn group(id: &str, title: &str) -> Group {
    Group { id: id.to_owned(), title: title.to_owned(), rows: Vec::new() }
}

fn joined(section: SectionId, title: Text, lang: Lang) -> String {
    format!("{}: {}", content::section(section).title.get(lang), title.get(lang))
}

fn row(clause: &Clause, lang: Lang) -> Row {
    let row = Row::new(clause.id, clause.text.get(lang))
        .fact(ui::REVIEW_WHY, clause.why.get(lang))
        .law(clause.law, lang)
        .fact(ui::REVIEW_REVIEWED, written_day(clause.reviewed, lang));
    let kinds: Vec<_> = clause.kinds.iter().map(|id| kind_name(id, lang)).collect();
    let trades: Vec<_> = clause.trades.iter().map(|id| trade_name(id, lang)).collect();
    let row = row.fact(ui::REVIEW_OFFERED, kinds.join(", "));
    facts(row.fact(ui::REVIEW_OFFERED_TRADES, trades.join(", ")), clause, lang)
}

/// Adds a clause's facts: what rules compare, and which purposes it serves.
fn facts(row: Row, clause: &Clause, lang: Lang) -> Row {
    let facts = clause.facts;
    let group = group_of(clause.id);
    let label = |choice: Option<&Choice>| choice.map_or(ui::REVIEW_DEPENDS, |choice| choice.label).get(lang);
    let row = match group {
        "recipient" => row.fact(ui::REVIEW_ROLE, label(facts.role.map(Worded::words))),
        "source" => row.fact(ui::REVIEW_ORIGIN, label(facts.origin.map(Worded::words))),
        _ => row,
    };
    let needs = facts.needs.map_or("", |needs| match needs {
        Needs::Email => ui::REVIEW_NEEDS_EMAIL.get(lang),
        Needs::Phone => ui::REVIEW_NEEDS_PHONE.get(lang),
        Needs::Account => ui::REVIEW_NEEDS_ACCOUNT.get(lang),
        Needs::Nothing => ui::REVIEW_NEEDS_NOTHING.get(lang),
    });
    // In these groups the build demands the fact, or the statement that there is none.
    let compared = |ids, asked: &str| match texts(ids, lang) {
        none if none.is_empty() && group == asked => ui::REVIEW_NOT_COMPARED.get(lang).to_owned(),
        texts => texts,
    };
    let least = match facts.least_months {
        0 => String::new(),
        months => fill(ui::REVIEW_MONTHS.get(lang), &[("n", &months.to_string())]),
    };
    let serves = match facts.serves {
        Serves::AllBut([]) => ui::REVIEW_SERVES_ALL.get(lang).to_owned(),
        Serves::AllBut(others) => fill(ui::REVIEW_SERVES_BUT.get(lang), &[("what", &texts(others, lang))]),
        Serves::Only(purposes) => texts(purposes, lang),
    };
    let about: Vec<_> = facts.about.iter().map(|about| matter(*about).get(lang)).collect();
    row.fact(ui::REVIEW_NEEDS, needs)
        .fact(ui::REVIEW_SERVES, serves)
        .fact(ui::REVIEW_COMPARED_RECIPIENTS, compared(facts.recipients, "disclosure"))
        .fact(ui::REVIEW_COMPARED_DATA, compared(facts.data, "retention-what"))
        .fact(ui::REVIEW_COMPARED_SOURCES, texts(facts.sources, lang))
        .fact(ui::REVIEW_LEAST_MONTHS, least)
        .fact(ui::REVIEW_COUNTED, if facts.year_end { ui::REVIEW_YEAR_END.get(lang) } else { "" })
        .fact(ui::REVIEW_ABOUT, about.join(", "))
}

/// Clauses in one line.
fn texts(ids: &[&str], lang: Lang) -> String {
    let text = |id: &&str| content::find_clause(id).map(|clause| clause.text.get(lang));
    ids.iter().filter_map(text).collect::<Vec<_>>().join(" · ")
}

fn matter(about: About) -> Text {
    match about {
        About::Marketing => ui::REVIEW_ABOUT_MARKETING,
        About::MarketingByConsent => ui::REVIEW_ABOUT_MARKETING_BY_CONSENT,
        About::Credit => ui::REVIEW_ABOUT_CREDIT,
        About::Cookies => ui::REVIEW_ABOUT_COOKIES,
        About::Profiling => ui::REVIEW_ABOUT_PROFILING,
        About::SpecialData => ui::REVIEW_ABOUT_SPECIAL_DATA,
        About::IdentityCode => ui::REVIEW_ABOUT_IDENTITY_CODE,
        About::Online => ui::REVIEW_ABOUT_ONLINE,
        About::Billing => ui::REVIEW_ABOUT_BILLING,
        About::Account => ui::REVIEW_ABOUT_ACCOUNT,
        About::CompanyPeople => ui::REVIEW_ABOUT_COMPANY_PEOPLE,
        About::Retail => ui::REVIEW_ABOUT_RETAIL,
        About::Care => ui::REVIEW_ABOUT_CARE,
        About::CustomerRecords => ui::REVIEW_ABOUT_CUSTOMER_RECORDS,
        About::Vouchers => ui::REVIEW_ABOUT_VOUCHERS,
        About::Messages => ui::REVIEW_ABOUT_MESSAGES,
        About::MarketingRecords => ui::REVIEW_ABOUT_MARKETING_RECORDS,
        About::Bookings => ui::REVIEW_ABOUT_BOOKINGS,
        About::MemberRecords => ui::REVIEW_ABOUT_MEMBER_RECORDS,
    }
}

/// What a group of clauses is about: the question of the list that offers it, or the section that it stands in.
fn title(group: &str) -> Option<Text> {
    let section = match group {
        "consent" => SectionId::Consent,
        "provision" => SectionId::Provision,
        "children" => SectionId::Children,
        "transfers" => SectionId::Transfers,
        "cookies" => SectionId::Cookies,
        "automated" => SectionId::AutomatedDecisions,
        "exercising" => SectionId::ExercisingRights,
        "access" => SectionId::RightAccess,
        "rectification" => SectionId::RightRectification,
        "erasure" => SectionId::RightErasure,
        "restriction" => SectionId::RightRestriction,
        "portability" => SectionId::RightPortability,
        "objection" => SectionId::RightObjection,
        "direct-marketing" => SectionId::DirectMarketing,
        "complaint" => SectionId::Complaint,
        _ => return question(group).map(|field| field.label),
    };
    Some(content::section(section).title)
}

/// The question whose list offers a group.
fn question(group: &str) -> Option<&'static Field> {
    Some(match group {
        "subjects" => &field::DATA_SUBJECTS,
        "purpose" => &field::PURPOSES_WHAT,
        "interest" => &field::PURPOSES_BASIS_INTEREST,
        "withdrawal" => &field::PURPOSES_BASIS_HOW,
        "statute" => &field::PURPOSES_BASIS_LAW,
        "category" => &field::DATA_CATEGORIES,
        "data" => &field::DATA_CONTENT,
        "special" => &field::SPECIAL_CATEGORIES_DATA,
        "special-ground" => &field::SPECIAL_CATEGORIES_GROUND,
        "identity-ground" => &field::IDENTITY_CODE_GROUND,
        "source" => &field::SOURCES_WHAT,
        "recipient" => &field::RECIPIENTS_WHAT,
        "disclosure" => &field::DISCLOSURES_LIST,
        "retention-what" => &field::RETENTION_WHAT,
        "start" => &field::RETENTION_PERIOD_START,
        "until" => &field::RETENTION_PERIOD_CRITERION,
        "retention-ground" => &field::RETENTION_GROUND,
        "security-manual" => &field::SECURITY_MANUAL,
        "security-electronic" => &field::SECURITY_ELECTRONIC,
        "consent-tool" => &field::COOKIES_CONSENT_HOW,
        "consequence" => &field::PROVISION_CONSEQUENCE,
        "marketing" => &field::DIRECT_MARKETING,
        "other-right" => &field::OTHER_RIGHTS,
        "change" => &field::CHANGES,
        _ => return None,
    })
}

/// Every rule, the gravest first.
pub(super) fn rules(lang: Lang) -> Part {
    let word = |severity| match severity {
        Severity::Blocking => ui::SEVERITY_BLOCKING,
        Severity::Warning => ui::SEVERITY_WARNING,
        Severity::Hint => ui::SEVERITY_HINT,
    };
    let group = |severity: Severity| Group {
        rows: rules::all()
            .filter(|rule| rule.severity == severity)
            .map(|rule| rule_row(rule, lang))
            .collect(),
        ..group(severity.id(), word(severity).get(lang))
    };
    Part {
        id: "rules",
        title: ui::REVIEW_PART_RULES,
        lead: ui::REVIEW_LEAD_RULES,
        groups: Severity::ALL.map(group).into(),
    }
}

fn rule_row(rule: &Rule, lang: Lang) -> Row {
    let texts = content::rule(rule.id);
    let said = |of: fn(&RuleWords) -> Text| texts.map_or("", |texts| of(texts).get(lang));
    let finds = match rule.kind {
        Kind::Gap => ui::REVIEW_GAP,
        Kind::Conflict => ui::REVIEW_CONFLICT,
    };
    Row::new(rule.id.as_str(), said(|texts| texts.message))
        .fact(ui::REVIEW_ADVICE, said(|texts| texts.advice))
        .fact(ui::REVIEW_FINDS, finds.get(lang))
        .law(rule.law, lang)
        .fact(ui::REVIEW_ANCHORS, rule.anchor.join(", "))
}
