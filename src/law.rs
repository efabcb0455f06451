//! Citations: which act, and where in it. Dated facts of law stand in [`facts`].
//!
//! Knows: the acts that this product rests on, and how each language writes a citation.
//! Does not know: sections, rules or screens.

pub mod facts;

use crate::lang::{Lang, Localized};

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
    /// Laki yksityisyyden suojasta työelämässä 759/2004.
    WorkingLifePrivacy,
    /// Yhdenvertaisuuslaki 1325/2014.
    NonDiscrimination,
    /// Laki naisten ja miesten välisestä tasa-arvosta 609/1986.
    Equality,
    /// Työsopimuslaki 55/2001.
    EmploymentContracts,
    /// Työaikalaki 872/2019.
    WorkingTime,
    /// Vuosilomalaki 162/2005.
    AnnualHolidays,
    /// Yhteistoimintalaki 1333/2021.
    Cooperation,
    /// Ennakkoperintälaki 1118/1996.
    Prepayment,
    /// Tuloverolaki 1535/1992.
    IncomeTax,
    /// Työntekijän eläkelaki 395/2006.
    Pensions,
    /// Työtapaturma- ja ammattitautilaki 459/2015.
    OccupationalAccidents,
    /// Työterveyshuoltolaki 1383/2001.
    OccupationalHealth,
    /// Laki lasten kanssa työskentelevien rikostaustan selvittämisestä 504/2002.
    CriminalBackground,
    /// Rikoslaki 39/1889.
    Criminal,
    /// Yhdistyslaki 503/1989.
    Associations,
    /// Laki sosiaali- ja terveydenhuollon asiakastietojen käsittelystä 703/2023.
    ClientData,
    /// Laki potilaan asemasta ja oikeuksista 785/1992.
    Patients,
    /// Laki sosiaalihuollon asiakkaan asemasta ja oikeuksista 812/2000.
    SocialClients,
    /// Laki sosiaali- ja terveydenhuollon valvonnasta 741/2023.
    CareSupervision,
    /// Luottotietolaki 527/2007.
    CreditInformation,
    /// Kuluttajansuojalaki 38/1978.
    ConsumerProtection,
    /// Arvonlisäverolaki 1501/1993.
    ValueAddedTax,
    /// Laki rahanpesun ja terrorismin rahoittamisen estämisestä 444/2017.
    MoneyLaundering,
    /// Laki veronumerosta ja rakennusalan veronumerorekisteristä 473/2021.
    TaxNumber,
}

/// An act, how content files name it, and what readers of each language call it.
type Named = (Act, &'static str, Localized<&'static str>);

impl Act {
    /// The acts with their names. What follows the short name in a content file is the provision: `GDPR 13(1)(c)`.
    const NAMES: [Named; 30] = [
        named(Self::Gdpr, "GDPR", "tietosuoja-asetus", "dataskyddsförordningen", "GDPR"),
        named(
            Self::DataProtectionAct,
            "Tietosuojalaki",
            "tietosuojalaki",
            "dataskyddslagen",
            "Data Protection Act (1050/2018)",
        ),
        named(
            Self::ElectronicCommunications,
            "SVPL",
            "laki sähköisen viestinnän palveluista",
            "lagen om tjänster inom elektronisk kommunikation",
            "Act on Electronic Communications Services (917/2014)",
        ),
        named(
            Self::Accounting,
            "Kirjanpitolaki",
            "kirjanpitolaki",
            "bokföringslagen",
            "Accounting Act (1336/1997)",
        ),
        named(
            Self::Limitation,
            "Vanhentumislaki",
            "laki velan vanhentumisesta",
            "lagen om preskription av skulder",
            "Act on Limitation of Debts (728/2003)",
        ),
        named(
            Self::BusinessInformation,
            "Yritystietolaki",
            "yritys- ja yhteisötietolaki",
            "företags- och organisationsdatalagen",
            "Business Information Act (244/2001)",
        ),
        named(
            Self::WorkingLifePrivacy,
            "TETSL",
            "laki yksityisyyden suojasta työelämässä",
            "lagen om integritetsskydd i arbetslivet",
            "Act on the Protection of Privacy in Working Life (759/2004)",
        ),
        named(
            Self::NonDiscrimination,
            "Yhdenvertaisuuslaki",
            "yhdenvertaisuuslaki",
            "diskrimineringslagen",
            "Non-discrimination Act (1325/2014)",
        ),
        named(
            Self::Equality,
            "Tasa-arvolaki",
            "tasa-arvolaki",
            "jämställdhetslagen",
            "Act on Equality between Women and Men (609/1986)",
        ),
        named(
            Self::EmploymentContracts,
            "Työsopimuslaki",
            "työsopimuslaki",
            "arbetsavtalslagen",
            "Employment Contracts Act (55/2001)",
        ),
        named(
            Self::WorkingTime,
            "Työaikalaki",
            "työaikalaki",
            "arbetstidslagen",
            "Working Time Act (872/2019)",
        ),
        named(
            Self::AnnualHolidays,
            "Vuosilomalaki",
            "vuosilomalaki",
            "semesterlagen",
            "Annual Holidays Act (162/2005)",
        ),
        named(
            Self::Cooperation,
            "Yhteistoimintalaki",
            "yhteistoimintalaki",
            "samarbetslagen",
            "Co-operation Act (1333/2021)",
        ),
        named(
            Self::Prepayment,
            "Ennakkoperintälaki",
            "ennakkoperintälaki",
            "lagen om förskottsuppbörd",
            "Prepayment Act (1118/1996)",
        ),
        named(
            Self::IncomeTax,
            "Tuloverolaki",
            "tuloverolaki",
            "inkomstskattelagen",
            "Income Tax Act (1535/1992)",
        ),
        named(
            Self::Pensions,
            "Työeläkelaki",
            "työntekijän eläkelaki",
            "lagen om pension för arbetstagare",
            "Employees Pensions Act (395/2006)",
        ),
        named(
            Self::OccupationalAccidents,
            "Tapaturmavakuutuslaki",
            "työtapaturma- ja ammattitautilaki",
            "lagen om olycksfall i arbetet och om yrkessjukdomar",
            "Workers' Compensation Act (459/2015)",
        ),
        named(
            Self::OccupationalHealth,
            "Työterveyshuoltolaki",
            "työterveyshuoltolaki",
            "lagen om företagshälsovård",
            "Occupational Health Care Act (1383/2001)",
        ),
        named(
            Self::CriminalBackground,
            "Rikostaustalaki",
            "laki lasten kanssa työskentelevien rikostaustan selvittämisestä",
            "lagen om kontroll av brottslig bakgrund hos personer som arbetar med barn",
            "Act on Checking the Criminal Background of Persons Working with Children (504/2002)",
        ),
        named(Self::Criminal, "Rikoslaki", "rikoslaki", "strafflagen", "Criminal Code (39/1889)"),
        named(
            Self::Associations,
            "Yhdistyslaki",
            "yhdistyslaki",
            "föreningslagen",
            "Associations Act (503/1989)",
        ),
        named(
            Self::ClientData,
            "ATL",
            "laki sosiaali- ja terveydenhuollon asiakastietojen käsittelystä",
            "lagen om behandling av kunduppgifter inom social- och hälsovården",
            "Act on the Processing of Client Data in Healthcare and Social Welfare (703/2023)",
        ),
        named(
            Self::Patients,
            "Potilaslaki",
            "potilaslaki",
            "patientlagen",
            "Act on the Status and Rights of Patients (785/1992)",
        ),
        named(
            Self::SocialClients,
            "Sosiaalihuollon asiakaslaki",
            "sosiaalihuollon asiakaslaki",
            "klientlagen inom socialvården",
            "Act on the Status and Rights of Social Welfare Clients (812/2000)",
        ),
        named(
            Self::CareSupervision,
            "Sote-valvontalaki",
            "laki sosiaali- ja terveydenhuollon valvonnasta",
            "lagen om tillsynen över social- och hälsovården",
            "Act on the Supervision of Social Welfare and Healthcare (741/2023)",
        ),
        named(
            Self::CreditInformation,
            "Luottotietolaki",
            "luottotietolaki",
            "kreditupplysningslagen",
            "Credit Information Act (527/2007)",
        ),
        named(
            Self::ConsumerProtection,
            "Kuluttajansuojalaki",
            "kuluttajansuojalaki",
            "konsumentskyddslagen",
            "Consumer Protection Act (38/1978)",
        ),
        named(
            Self::ValueAddedTax,
            "Arvonlisäverolaki",
            "arvonlisäverolaki",
            "mervärdesskattelagen",
            "Value Added Tax Act (1501/1993)",
        ),
        named(
            Self::MoneyLaundering,
            "Rahanpesulaki",
            "rahanpesulaki",
            "penningtvättslagen",
            "Act on Preventing Money Laundering and Terrorist Financing (444/2017)",
        ),
        named(
            Self::TaxNumber,
            "Veronumerolaki",
            "veronumerolaki",
            "skattenummerlagen",
            "Tax Number Act (473/2021)",
        ),
    ];

    fn name(self, lang: Lang) -> &'static str {
        Self::NAMES.iter().find(|(act, ..)| *act == self).map_or("", |(.., name)| *name.get(lang))
    }
}

const fn named(act: Act, short: &'static str, fi: &'static str, sv: &'static str, en: &'static str) -> Named {
    (act, short, Localized { fi, sv, en })
}

/// One provision of one act, as written in the content files: `GDPR 13(1)(c)` or `Kirjanpitolaki 2:10 §`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Citation(&'static str);

impl Citation {
    /// A citation in its written form. A test demands that every one in use [parses](Self::act_and_provision).
    pub const fn new(written: &'static str) -> Self {
        Self(written)
    }

    /// The written form: short, and the same in every language. For JSON and the command line.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// The act and the provision in it, such as `13(1)(c)`; `None` when the act is unknown.
    pub fn act_and_provision(self) -> Option<(Act, &'static str)> {
        Act::NAMES
            .into_iter()
            .find_map(|(act, short, _)| self.0.strip_prefix(short).map(|provision| (act, provision.trim())))
    }

    /// The citation as a reader of `lang` writes it: `tietosuoja-asetus, 13 art. 2 kohta a alakohta`
    /// would be exact but long; the common short form `tietosuoja-asetus 13(2)(a)` is used everywhere.
    pub fn display(self, lang: Lang) -> String {
        match self.act_and_provision() {
            Some((act, "")) => act.name(lang).to_owned(),
            Some((act, provision)) => format!("{} {}", act.name(lang), provision.replace(" §", "\u{a0}§")),
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
        assert_eq!(Citation::new("Lex Nova 1").act_and_provision(), None);
    }
}
