//! Direct marketing: how it is sent, so that each channel can be refused.
//!
//! Law: GDPR 21(2)–(4); SVPL 200 § and 202 §. The right to object itself is composed, and never missing.

use super::Kind::Gap;
use super::Rule;
use super::Severity::Warning;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::purpose::Topic;

pub(super) const RULES: &[Rule] = &[Rule {
    id: rule_id::MARKETING_CHANNELS_MISSING,
    severity: Warning,
    kind: Gap,
    law: &[Citation::new("GDPR 21(2)–(4)"), Citation::new("SVPL 200 §")],
    anchor: &["Right to Object"],
    check: |c, found| {
        let told = c.notice.direct_marketing.iter().any(|item| !item.what.is_blank());
        if c.notice.has_topic(Topic::Marketing) && !told {
            found.at("direct-marketing");
        }
    },
}];

#[cfg(test)]
cases! {
    "marketing-channels-missing":
        fires "a purpose without a channel" at "direct-marketing" => |n| n.direct_marketing.clear();
        silent "by post" => |n| n.direct_marketing = list(&["postitse"]);
        silent "no marketing" => |n| {
            n.direct_marketing.clear();
            each(&mut n.purposes, |p| p.topic = Topic::Service);
        };
}
