//! Direct marketing: recognised wherever it is mentioned, with its channels, its own right to object, and consent where needed.
//!
//! Law: GDPR 6(1)(a), 13(1)(c), 21(2)–(4); SVPL 200 §. The sentence on the right to object is composed, and so never missing.

use crate::content::facts::{self, About, group_of};
use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::purpose::{BasisKind, Topic};
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::facts::is_about;
use crate::rules::field::{column, words_or_list};
use crate::rules::passages::Hit;
use crate::section::{SectionId, Task};

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::MARKETING_CHANNELS_MISSING,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 21(2)–(4)"), Citation::new("SVPL 200 §")],
        anchor: &["Right to Object"],
        check: |c, found| {
            let told = c.notice.direct_marketing.iter().any(|item| !item.what.is_blank());
            if c.notice.is_marketing() && !told {
                found.at("direct-marketing");
            }
        },
    },
    Rule {
        id: rule_id::MARKETING_OBJECTION_NOT_SEPARATE,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 21(2)–(4)")],
        anchor: &["C4", "Right to Object"],
        check: |c, found| {
            // The separate box on the right to object is composed for the topic of marketing, and for no other topic.
            let said = c.text.fields(patterns::ADVERTISING);
            for purpose in c.notice.purposes.iter().filter(|purpose| purpose.topic != Topic::Marketing) {
                if is_about(&purpose.what, About::Marketing)
                    || said.contains(&column("purposes", purpose, "what"))
                {
                    found.at_statement(column("purposes", purpose, "topic"), &purpose.what);
                }
            }
            // This right must be presented apart from the others (21(4)), so it must not be described in their texts.
            let other_right = |section: SectionId| {
                section.task() == Task::Rights
                    && !matches!(section, SectionId::DirectMarketing | SectionId::RightObjection)
            };
            found.hits(c.text.hits(patterns::MARKETING_BAN).filter(|hit| other_right(hit.passage.section)));
        },
    },
    Rule {
        id: rule_id::EMAIL_MARKETING_WITHOUT_CONSENT,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("SVPL 200 §"), Citation::new("GDPR 6(1)(a)")],
        anchor: &[],
        check: |c, found| {
            let (by, to) =
                (c.text.fields(patterns::ELECTRONIC_MESSAGE), c.text.fields(patterns::KNOWN_PEOPLE));
            for purpose in &c.notice.purposes {
                let on_consent = matches!(purpose.basis_kind(), None | Some(BasisKind::Consent));
                let what = column("purposes", purpose, "what");
                let said = purpose.topic == Topic::Marketing && by.contains(&what) && !to.contains(&what);
                if (is_about(&purpose.what, About::MarketingByConsent) || said) && !on_consent {
                    found.at_statement(column("purposes", purpose, "basis"), &purpose.what);
                }
            }
        },
    },
    Rule {
        id: rule_id::MARKETING_WITHOUT_PURPOSE,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(c)"), Citation::new("GDPR 21(2)–(4)")],
        anchor: &["C18", "Processing Purpose"],
        check: |c, found| {
            if c.notice.is_marketing() || c.notice.purposes.is_empty() {
                return;
            }
            let sent = c.notice.direct_marketing.iter().any(|item| !item.what.is_blank());
            let prose = |hit: &Hit<'_>| hit.passage.field.row_id().is_none();
            let mut said = c.text.hits_without(patterns::ADVERTISING, patterns::ADVERTISING_DENIED);
            if sent {
                found.at("direct-marketing");
            } else if let Some(hit) =
                said.find(|hit| hit.passage.section == SectionId::Purposes && prose(hit))
            {
                found.at_hit(words_or_list(c.notice, SectionId::Purposes, "purposes"), &hit);
            } else if c
                .clauses()
                .any(|id| group_of(id) != "purpose" && facts::of(id).is_about(About::Marketing))
            {
                // Purposes are left out: marketing under another topic is found by `MARKETING_OBJECTION_NOT_SEPARATE`.
                found.at("purposes");
            }
        },
    },
];

#[cfg(test)]
cases! {
    "marketing-channels-missing":
        fires "a purpose without a channel" at "direct-marketing" => |n| n.direct_marketing.clear();
        silent "by post" => |n| n.direct_marketing = list(&["postitse"]);
        silent "no marketing" => |n| {
            n.direct_marketing.clear();
            each(&mut n.purposes, |p| p.topic = Topic::Service);
        };
    "marketing-objection-not-separate":
        fires "marketing called service" at "purposes.1.topic" => |n| {
            each(&mut n.purposes, |p| { p.what = Statement::clause("purpose.direct-marketing"); p.topic = Topic::Service });
        };
        fires "marketing in own words, called service" at "purposes.2.topic" => |n| {
            each(&mut n.purposes, |p| p.topic = Topic::Service);
        };
        fires "told in the text on access" at "additions.right-access" => |n| {
            add(n, SectionId::RightAccess, "Tarkastusoikeuden lisäksi voit kieltää tietojesi käytön suoramainontaan.");
        };
        fires "in Swedish" at "additions.other-rights" => |n| {
            say_at(n, SectionId::OtherRights, Lang::Sv, "Du kan förbjuda direktmarknadsföring.");
        };
        fires "in English" at "additions.other-rights" => |n| {
            say_at(n, SectionId::OtherRights, Lang::En, "You can object to direct marketing.");
        };
        silent "told where it belongs" => |n| {
            add(n, SectionId::DirectMarketing, "Voit kieltää suoramarkkinoinnin milloin tahansa.");
        };
        silent "marketing called marketing" => |n| {
            each(&mut n.purposes, |p| { p.what = Statement::clause("purpose.direct-marketing"); p.topic = Topic::Marketing });
        };
        silent "service called service" => |n| each(&mut n.purposes, |p| p.what = Statement::clause("purpose.orders"));
    "email-marketing-without-consent":
        fires "newsletters on an interest" at "purposes.1.basis" => |n| {
            each(&mut n.purposes, |p| {
                p.what = Statement::clause("purpose.email-marketing");
                p.basis = Answer::Yes(BasisKind::LegitimateInterests.blank());
            });
        };
        fires "newsletters in own words" at "purposes.2.basis" => |n| {
            for row in &mut n.purposes {
                if row.topic == Topic::Marketing {
                    row.what = said("uutiskirjeen lähettäminen");
                }
            }
        };
        silent "to customers, in own words" => |n| {
            for row in &mut n.purposes {
                if row.topic == Topic::Marketing {
                    row.what = said("uutiskirje nykyisille asiakkaille");
                }
            }
        };
        silent "on consent" => |n| {
            consent(n, "withdrawal.unsubscribe");
            each(&mut n.purposes, |p| p.what = Statement::clause("purpose.email-marketing"));
        };
        silent "similar products to customers" => |n| {
            each(&mut n.purposes, |p| {
                p.what = Statement::clause("purpose.customer-email-marketing");
                p.basis = Answer::Yes(BasisKind::LegitimateInterests.blank());
            });
        };
        silent "basis not known yet" => |n| {
            each(&mut n.purposes, |p| { p.what = Statement::clause("purpose.email-marketing"); p.basis = Answer::Unknown });
        };
    "marketing-without-purpose":
        fires "marketing channels without a purpose of marketing" at "direct-marketing" => |n| n.purposes.truncate(1);
        fires "subscribers without a newsletter" at "purposes" => |n| {
            n.purposes.truncate(1);
            n.direct_marketing.clear();
            n.data_subjects = clauses(&["subjects.newsletter"]);
        };
        fires "said in own words among the purposes" at "purposes" => |n| {
            n.purposes.truncate(1);
            n.direct_marketing.clear();
            add(n, SectionId::Purposes, "Käytämme tietoja mainonnan kohdistamiseen.");
        };
        fires "said instead of our text" at "replacements.purposes" => |n| {
            n.purposes.truncate(1);
            n.direct_marketing.clear();
            instead(n, SectionId::Purposes, "Toimitamme tilaukset sopimuksen mukaan ja lähetämme mainoksia.");
        };
        fires "in Swedish" at "purposes" => |n| {
            n.purposes.truncate(1);
            n.direct_marketing.clear();
            say_at(n, SectionId::Purposes, Lang::Sv, "Vi använder uppgifterna för reklam till kunderna.");
        };
        fires "in English" at "purposes" => |n| {
            n.purposes.truncate(1);
            n.direct_marketing.clear();
            say_at(n, SectionId::Purposes, Lang::En, "We use the data for our newsletter.");
        };
        silent "own words beside a purpose of marketing" => |n| {
            add(n, SectionId::Purposes, "Käytämme tietoja mainonnan kohdistamiseen.");
        };
        silent "own words that deny it" => |n| {
            n.purposes.truncate(1);
            n.direct_marketing.clear();
            add(n, SectionId::Purposes, "Emme käytä tietoja markkinointiin.");
        };
        silent "marketing is a purpose" => |n| n.data_subjects = clauses(&["subjects.newsletter"]);
        silent "no marketing at all" => |n| { n.purposes.truncate(1); n.direct_marketing.clear() };
}
