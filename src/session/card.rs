//! The firm's card: what every notice of a firm says alike, and how one notice follows when the card changes.
//!
//! Knows: the controller and the contact of a notice, and the words of their fields. Does not know: where drafts are kept.

use crate::content::{Field, field};
use crate::lang::Localized;
use crate::notice::Notice;
use crate::notice::contact::{ContactDetails, Controller};
use crate::notice::ids::BusinessId;

/// What a firm's notices say of the firm: its details, and where requests go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The firm.
    pub controller: Controller,
    /// Whom to ask.
    pub contact: ContactDetails,
}

/// A field of the card that people fill in.
#[derive(Debug)]
pub struct CardField {
    /// Its label, hint and example.
    pub words: &'static Field,
    /// Reads it.
    pub read: fn(&Controller) -> &String,
    /// Writes it.
    pub write: fn(&mut Controller) -> &mut String,
}

impl PartialEq for CardField {
    fn eq(&self, other: &Self) -> bool {
        self.words.id == other.words.id
    }
}

impl CardField {
    /// What the field says, without blanks around it.
    pub fn text<'a>(&self, controller: &'a Controller) -> &'a str {
        (self.read)(controller).trim()
    }
}

macro_rules! card_field {
    ($words:ident, $($path:ident).+) => {
        CardField { words: &field::$words, read: |firm| &firm.$($path).+, write: |firm| &mut firm.$($path).+ }
    };
    ($words:ident, $path:ident, 0) => {
        CardField { words: &field::$words, read: |firm| &firm.$path.0, write: |firm| &mut firm.$path.0 }
    };
}

/// The fields of the card, in the order in which they are asked.
pub static CARD_FIELDS: [CardField; 8] = [
    card_field!(CONTROLLER_NAME, name),
    card_field!(CONTROLLER_BUSINESS_ID, business_id, 0),
    card_field!(CONTROLLER_STREET, street),
    card_field!(CONTROLLER_POSTAL_CODE, postal_code),
    card_field!(CONTROLLER_CITY, city),
    card_field!(CONTROLLER_EMAIL, email),
    card_field!(CONTROLLER_PHONE, phone),
    card_field!(CONTROLLER_WEBSITE, website),
];

impl Card {
    /// The card that a notice bears.
    pub fn of(notice: &Notice) -> Self {
        Self { controller: notice.controller.clone(), contact: notice.contact.clone() }
    }

    /// Whether it names the firm: all that a new notice needs.
    pub fn is_named(&self) -> bool {
        !self.controller.name.trim().is_empty()
    }

    /// The card as it is kept: no blanks around a text, and the business id in its official form where it is one.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        for one in &CARD_FIELDS {
            let text = (one.write)(&mut self.controller);
            *text = text.trim().to_owned();
        }
        if let Some(id) = self.controller.business_id.normalised() {
            self.controller.business_id = BusinessId(id);
        }
        self
    }

    /// Sends requests to the firm's own address: e-mail, phone and post.
    pub fn send_requests_to_the_firm(&mut self) {
        self.contact.email.clone_from(&self.controller.email);
        self.contact.phone.clone_from(&self.controller.phone);
        self.contact.address = self.controller.postal_address();
    }

    /// Writes the card into a notice.
    pub fn write(&self, notice: &mut Notice) {
        notice.controller.clone_from(&self.controller);
        notice.contact.clone_from(&self.contact);
    }

    /// Fills in what this card lacks from another one of the same firm. The contact is taken whole: half of one and half of another
    /// would reach nobody.
    pub(super) fn complete_from(&mut self, other: &Self) {
        if self.controller.city.trim().is_empty() {
            self.controller.city_names.clone_from(&other.controller.city_names);
        }
        for one in &CARD_FIELDS {
            if one.text(&self.controller).is_empty() {
                (one.write)(&mut self.controller).clone_from((one.read)(&other.controller));
            }
        }
        if self.contact.is_blank() {
            self.contact.clone_from(&other.contact);
        }
    }

    /// Whether another card says something else in a field that both fill in.
    pub(super) fn contradicts(&self, other: &Self) -> bool {
        CARD_FIELDS.iter().any(|one| {
            let [here, there] = [one.text(&self.controller), one.text(&other.controller)];
            !here.is_empty() && !there.is_empty() && here != there
        })
    }
}

/// Which fields of a notice follow a change of its firm's card, and which say something of their own and stay.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Followed {
    /// Fields that change: they say what the card said before, or nothing.
    pub changed: Vec<&'static CardField>,
    /// Fields that the card changes and the notice keeps, because it says something else there.
    pub kept: Vec<&'static CardField>,
    /// Whether the contact changes: it was the firm's own address.
    pub contact: bool,
}

/// Lets a notice follow the change of its firm's card from `before` to `after`.
pub(super) fn follow(notice: &mut Notice, before: &Card, after: &Card) -> Followed {
    let mut followed = Followed::default();
    let (old, new) = (&before.controller, &after.controller);
    let contact = notice.contact.clone();
    for one in CARD_FIELDS.iter().filter(|one| one.text(old) != one.text(new)) {
        let here = one.text(&notice.controller);
        if here == one.text(new) {
            continue;
        }
        if here != one.text(old) && !here.is_empty() {
            followed.kept.push(one);
            continue;
        }
        one.text(new).clone_into((one.write)(&mut notice.controller));
        followed.changed.push(one);
    }
    if followed.changed.iter().any(|one| one.words.id == field::CONTROLLER_CITY.id) {
        // Its names in other languages are those of the town before.
        notice.controller.city_names = Localized::default();
    }
    let follows = |text: &mut String, old: &str, new: &str| {
        if !old.trim().is_empty() && text.trim() == old.trim() {
            new.trim().clone_into(text);
        }
    };
    follows(&mut notice.contact.email, &old.email, &new.email);
    follows(&mut notice.contact.phone, &old.phone, &new.phone);
    follows(&mut notice.contact.address, &old.postal_address(), &new.postal_address());
    followed.contact = notice.contact != contact;
    followed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn card() -> Card {
        let mut card = Card::default();
        for (one, text) in CARD_FIELDS.iter().zip([
            " Mallikampaamo Oy ",
            "FI12345671",
            "Esimerkkikatu 2",
            "20380",
            "Turku",
            "posti@malli.example",
            "040 123 4567",
            "",
        ]) {
            text.clone_into((one.write)(&mut card.controller));
        }
        card.tidied()
    }

    fn labels(fields: &[&'static CardField]) -> Vec<&'static str> {
        fields.iter().map(|one| one.words.id).collect()
    }

    #[test]
    fn a_card_is_kept_tidy_and_written_whole() {
        let mut card = card();
        assert_eq!(card.controller.name, "Mallikampaamo Oy");
        assert_eq!(card.controller.business_id.0, "1234567-1");
        assert!(card.contact.is_blank());
        card.send_requests_to_the_firm();
        let mut notice = Notice::default();
        card.write(&mut notice);
        assert_eq!(Card::of(&notice), card);
        assert_eq!(notice.contact.address, "Esimerkkikatu 2, 20380 Turku");
    }

    #[test]
    fn a_notice_follows_where_it_says_what_the_card_said() {
        let mut before = card();
        before.send_requests_to_the_firm();
        let mut notice = Notice::default();
        before.write(&mut notice);
        "Åbo".clone_into(notice.controller.city_names.get_mut(Lang::Sv));
        notice.controller.phone = "09 111 222".into();
        let mut after = before.clone();
        after.controller.email = "uusi@malli.example".into();
        after.controller.phone = "050 765 4321".into();
        after.controller.city = "Raisio".into();
        after.controller.website = "https://malli.example".into();

        let followed = follow(&mut notice, &before, &after);
        assert_eq!(labels(&followed.changed), ["controller.city", "controller.email", "controller.website"]);
        assert_eq!(labels(&followed.kept), ["controller.phone"]);
        assert!(followed.contact);
        assert_eq!(notice.controller.phone, "09 111 222");
        assert_eq!(notice.contact.email, "uusi@malli.example");
        assert_eq!(notice.contact.address, "Esimerkkikatu 2, 20380 Raisio");
        assert_eq!(notice.controller.city_names, Localized::default(), "Åbo is not Raisio");
        assert_eq!(follow(&mut notice.clone(), &after, &after), Followed::default());
    }

    #[test]
    fn a_contact_of_its_own_stays() {
        let before = card();
        let mut notice = Notice::default();
        before.write(&mut notice);
        notice.contact.email = "tietosuoja@malli.example".into();
        let mut after = before.clone();
        after.controller.email.clear();
        let followed = follow(&mut notice, &before, &after);
        assert!(!followed.contact && notice.controller.email.is_empty());
        assert_eq!(notice.contact.email, "tietosuoja@malli.example");
    }
}
