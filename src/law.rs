//! Citations: which act, and where in it. Dated facts of law stand in [`facts`].
//!
//! Knows: the acts that this product rests on, and how each language writes a citation.
//! Does not know: sections, rules or screens.

pub mod facts;

use crate::lang::Lang;

/// An act that a section, clause or rule rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Regulation (EU) 2016/679.
    Gdpr,
    /// Tietosuojalaki 1050/2018.
    DataProtectionAct,
    /// Laki sähköisen viestinnän palveluista 917/2014.
    ElectronicCommunications,
    /// Kirjanpitolaki 1336/1997.
    Accounting,
    /// Laki velan vanhentumisesta 728/2003.
    Limitation,
    /// Yritys- ja yhteisötietolaki 244/2001.
    BusinessInformation,
}

impl Act {
    /// How content files name the act, and what follows is the place in it: `GDPR 13(1)(c)`.
    const NAMES: [(Self, &'static str); 6] = [
        (Self::Gdpr, "GDPR"),
        (Self::DataProtectionAct, "Tietosuojalaki"),
        (Self::ElectronicCommunications, "SVPL"),
        (Self::Accounting, "Kirjanpitolaki"),
        (Self::Limitation, "Vanhentumislaki"),
        (Self::BusinessInformation, "Yritystietolaki"),
    ];

    const fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Gdpr, Lang::Fi) => "tietosuoja-asetus",
            (Self::Gdpr, Lang::Sv) => "dataskyddsförordningen",
            (Self::Gdpr, Lang::En) => "GDPR",
            (Self::DataProtectionAct, Lang::Fi) => "tietosuojalaki",
            (Self::DataProtectionAct, Lang::Sv) => "dataskyddslagen",
            (Self::DataProtectionAct, Lang::En) => "Data Protection Act (1050/2018)",
            (Self::ElectronicCommunications, Lang::Fi) => "laki sähköisen viestinnän palveluista",
            (Self::ElectronicCommunications, Lang::Sv) => "lagen om tjänster inom elektronisk kommunikation",
            (Self::ElectronicCommunications, Lang::En) => {
                "Act on Electronic Communications Services (917/2014)"
            }
            (Self::Accounting, Lang::Fi) => "kirjanpitolaki",
            (Self::Accounting, Lang::Sv) => "bokföringslagen",
            (Self::Accounting, Lang::En) => "Accounting Act (1336/1997)",
            (Self::Limitation, Lang::Fi) => "laki velan vanhentumisesta",
            (Self::Limitation, Lang::Sv) => "lagen om preskription av skulder",
            (Self::Limitation, Lang::En) => "Act on Limitation of Debts (728/2003)",
            (Self::BusinessInformation, Lang::Fi) => "yritys- ja yhteisötietolaki",
            (Self::BusinessInformation, Lang::Sv) => "företags- och organisationsdatalagen",
            (Self::BusinessInformation, Lang::En) => "Business Information Act (244/2001)",
        }
    }
}

/// One place in one act, as written in the content files: `GDPR 13(1)(c)` or `Kirjanpitolaki 2:10 §`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Citation(&'static str);

impl Citation {
    /// A citation in its written form. A test demands that every one in use [`parses`](Self::parts).
    pub const fn new(written: &'static str) -> Self {
        Self(written)
    }

    /// The written form: short, and the same in every language. For JSON and the command line.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// The act and the place in it; `None` when the act is unknown.
    pub fn parts(self) -> Option<(Act, &'static str)> {
        Act::NAMES
            .into_iter()
            .find_map(|(act, name)| self.0.strip_prefix(name).map(|place| (act, place.trim())))
    }

    /// The citation as a reader of `lang` writes it: `tietosuoja-asetus, 13 art. 2 kohta a alakohta`
    /// would be exact but long; the common short form `tietosuoja-asetus 13(2)(a)` is used everywhere.
    pub fn display(self, lang: Lang) -> String {
        match self.parts() {
            Some((act, "")) => act.name(lang).to_owned(),
            Some((act, place)) => format!("{} {}", act.name(lang), place.replace(" §", "\u{a0}§")),
            None => self.0.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_names_its_act_in_each_language() {
        let retention = Citation::new("GDPR 13(2)(a)");
        assert_eq!(retention.display(Lang::Fi), "tietosuoja-asetus 13(2)(a)");
        assert_eq!(retention.display(Lang::Sv), "dataskyddsförordningen 13(2)(a)");
        assert_eq!(Citation::new("Kirjanpitolaki 2:10 §").display(Lang::Fi), "kirjanpitolaki 2:10\u{a0}§");
        assert_eq!(Citation::new("Lex Nova 1").parts(), None);
    }
}
