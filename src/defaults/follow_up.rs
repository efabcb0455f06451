//! What a service cannot know of the firm: the questions that adding it raises, and what their answers write.
//!
//! Law: SVPL 205 § (consent), GDPR 13(1)(e)–(f). A service says what is true of itself; whether the firm's site has a consent window, or
//! who delivers the goods, only the firm can say.
//! Knows: the catalogue's services. Does not know: screens, or where an answer came from.

use crate::content::{VENDORS, Vendor, facts};
use crate::notice::Notice;
use crate::notice::answer::Answer;
use crate::notice::cookies::Cookies;
use crate::notice::recipient::{Location, Recipient};
use crate::notice::row::RowId;
use crate::notice::statement::Statement;

/// What shop platforms are: goods that they sell are delivered by somebody.
const SHOP: &str = "recipient.online-shop";
/// What carriers are.
const DELIVERY: &str = "recipient.delivery";
/// What services that ask for consent are.
const CONSENT_SERVICE: &str = "recipient.consent-tool";

/// A question that a service raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowUp {
    /// Does the site ask for consent to cookies, and with what?
    ConsentTool,
    /// Who delivers the goods?
    Delivery,
    /// Where does this recipient process data?
    Location(RowId),
    /// How long does this cookie last?
    Lifetime(RowId),
}

/// The questions that a service raises in a notice to which it was added, and that the notice does not answer.
pub fn follow_ups(vendor: &Vendor, notice: &Notice) -> Vec<FollowUp> {
    let brought = super::vendor(vendor).notice();
    let mut asked = Vec::new();
    let asks_consent =
        vendor.what == CONSENT_SERVICE || brought.cookies.yes().is_some_and(Cookies::need_consent);
    let has_tool = notice.cookies.yes().is_some_and(|cookies| cookies.consent_tool.is_yes());
    if asks_consent && !has_tool {
        asked.push(FollowUp::ConsentTool);
    }
    let is_named = |row: &Recipient| is(row, DELIVERY) && !row.name.trim().is_empty();
    if vendor.what == SHOP && !notice.recipients.iter().any(is_named) {
        asked.push(FollowUp::Delivery);
    }
    let own = |row: &&Recipient| is_row_of(row, vendor) && row.location.is_open();
    asked.extend(notice.recipients.iter().filter(own).map(|row| FollowUp::Location(row.id)));
    let (had, now) = (brought.cookies.yes(), notice.cookies.yes());
    for row in now.into_iter().flat_map(|cookies| &cookies.rows).filter(|row| row.lifetime.is_blank()) {
        let mut of_vendor = had.into_iter().flat_map(|cookies| &cookies.rows);
        if of_vendor.any(|of_vendor| of_vendor.name == row.name && of_vendor.party == row.party) {
            asked.push(FollowUp::Lifetime(row.id));
        }
    }
    asked
}

/// The services that ask for consent.
pub fn consent_services() -> impl Iterator<Item = &'static Vendor> {
    VENDORS.iter().filter(|vendor| vendor.what == CONSENT_SERVICE)
}

/// The services that deliver goods.
pub fn carriers() -> impl Iterator<Item = &'static Vendor> {
    VENDORS.iter().filter(|vendor| vendor.what == DELIVERY)
}

/// How a site asks for consent, as far as our sentences tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentTool {
    /// A window opens on the first visit: a service's, the platform's own, or another.
    Window,
    /// There is a page with settings, and no window.
    SettingsPage,
    /// There is none.
    Missing,
    /// The firm does not know.
    Unknown,
}

impl ConsentTool {
    /// The sentence that it puts into the notice, if any.
    pub const fn clause(self) -> Option<&'static str> {
        match self {
            Self::Window => Some("consent-tool.banner"),
            Self::SettingsPage => Some("consent-tool.settings-page"),
            Self::Missing | Self::Unknown => None,
        }
    }

    /// What a notice says now. `None` where nothing has been answered. The firm's own words count as a window.
    pub fn of(notice: &Notice) -> Option<Self> {
        match &notice.cookies.yes()?.consent_tool {
            Answer::Unanswered => None,
            Answer::Unknown => Some(Self::Unknown),
            Answer::No => Some(Self::Missing),
            Answer::Yes(how) if how.clause_id() == Self::SettingsPage.clause() => Some(Self::SettingsPage),
            Answer::Yes(_) => Some(Self::Window),
        }
    }

    /// Writes it. A site that sets no cookies has nothing to ask consent for, and stays as it is.
    pub fn write(self, notice: &mut Notice) {
        if let Some(cookies) = notice.cookies.yes_mut() {
            cookies.consent_tool = match self.clause() {
                Some(clause) => Answer::Yes(Statement::clause(clause)),
                None if self == Self::Missing => Answer::No,
                None => Answer::Unknown,
            };
        }
    }
}

/// "We deliver ourselves, or the customer fetches": a carrier that nobody has named goes.
pub fn deliver_ourselves(notice: &mut Notice) {
    notice.recipients.retain(|row| !is(row, DELIVERY) || !row.name.trim().is_empty());
}

/// "I do not know who delivers": a row whose open questions remind of it.
pub fn delivery_unknown(notice: &mut Notice) {
    let nameless = |row: &&mut Recipient| is(row, DELIVERY) && row.name.trim().is_empty();
    if let Some(row) = notice.recipients.iter_mut().find(nameless) {
        row.location = Answer::Unknown;
        return;
    }
    let (what, location) = (Statement::clause(DELIVERY), Answer::Unknown);
    let id = notice.new_row_id();
    notice.recipients.push(Recipient { id, what, role: Answer::Unknown, location, ..Recipient::default() });
}

/// Whether "I do not know who delivers" was answered.
pub fn is_delivery_unknown(notice: &Notice) -> bool {
    let open = |row: &&Recipient| is(row, DELIVERY) && row.name.trim().is_empty();
    notice.recipients.iter().filter(open).any(|row| row.location == Answer::Unknown)
}

/// Whether a notice lists a service among its recipients.
pub fn lists(notice: &Notice, vendor: &Vendor) -> bool {
    notice.recipients.iter().any(|row| is_row_of(row, vendor))
}

/// The service of the catalogue that a recipient is.
pub fn service_of(recipient: &Recipient) -> Option<&'static Vendor> {
    VENDORS.iter().find(|vendor| is_row_of(recipient, vendor))
}

/// A service that is not in the catalogue, as the firm describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherService {
    /// Its name.
    pub name: String,
    /// The clause that says what it does.
    pub what: &'static str,
    /// Where it processes data.
    pub location: Answer<Location>,
}

impl OtherService {
    /// Adds it as a recipient whose role is open, unless the notice lists it already.
    pub fn write(&self, notice: &mut Notice) {
        let name = self.name.trim().to_owned();
        if !name.is_empty() && !notice.recipients.iter().any(|row| self.is(row)) {
            let id = notice.new_row_id();
            let (what, location) = (Statement::clause(self.what), self.location.clone());
            notice.recipients.push(Recipient { id, what, name, location, ..Recipient::default() });
        }
    }

    /// Gives its row the role that such services usually have: a proposal, unlike what the firm said of it.
    pub fn propose_role(&self, notice: &mut Notice) {
        let role = facts::of(self.what).role;
        let row = notice.recipients.iter_mut().find(|row| self.is(row) && row.role == Answer::Unanswered);
        if let Some((row, role)) = row.zip(role) {
            row.role = Answer::Yes(role);
        }
    }

    fn is(&self, row: &Recipient) -> bool {
        is(row, self.what) && row.name.trim() == self.name.trim()
    }
}

fn is(row: &Recipient, clause: &str) -> bool {
    row.what.clause_id() == Some(clause)
}

fn is_row_of(row: &Recipient, vendor: &Vendor) -> bool {
    is(row, vendor.what) && row.name.trim() == vendor.name
}

#[cfg(test)]
mod tests;
