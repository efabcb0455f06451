//! A notice as a heat-pump firm would publish it, for looking at and for measuring. Everybody in it is made up.

use seloste::document::{Block, Document, Inline, Labels, Section, Table, para};
use seloste::lang::Lang;
use seloste::section::SectionId;

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn link(words: &str, href: &str) -> Inline {
    Inline::Link { text: words.to_owned(), href: href.to_owned() }
}

fn list(items: &[&str]) -> Block {
    Block::List(items.iter().map(|item| text(item)).collect())
}

fn table(head: &[&str], rows: &[&[&str]]) -> Block {
    let rows = rows.iter().map(|row| row.iter().map(|cell| text(cell)).collect()).collect();
    Block::Table(Table::new(head.iter().map(|&cell| cell.to_owned()).collect(), rows))
}

fn terms(entries: &[(&str, &str)]) -> Block {
    Block::DefinitionList(entries.iter().map(|(term, value)| (text(term), text(value))).collect())
}

#[allow(clippy::too_many_lines, reason = "a notice is long")]
fn blocks(id: SectionId) -> (&'static str, Vec<Block>) {
    use SectionId as S;
    match id {
        S::Register => ("Rekisterin nimi", vec![para("Lämpöpumppu Malli Oy:n asiakas- ja markkinointirekisteri.")]),
        S::Date => ("Laatimispäivä", vec![para("Tämä seloste on laadittu 12.1.2026 ja päivitetty 20.11.2026.")]),
        S::Controller => (
            "Rekisterinpitäjä",
            vec![terms(&[
                ("Nimi", "Lämpöpumppu Malli Oy"),
                ("Y-tunnus", "0000000-0"),
                ("Osoite", "Esimerkkikatu 1 A 2, 00000 Mallila"),
                ("Sähköposti", "asiakaspalvelu@lampopumppumalli.example"),
                ("Puhelin", "+358 00 000 0000"),
            ])],
        ),
        S::Contact => (
            "Yhteyshenkilö rekisteriä koskevissa asioissa",
            vec![Block::Para(vec![
                Inline::Text("Kysymyksiin vastaa ".into()),
                Inline::Strong("toimitusjohtaja".into()),
                Inline::Text(". Ota yhteyttä sähköpostilla osoitteeseen ".into()),
                link("tietosuoja@lampopumppumalli.example", "mailto:tietosuoja@lampopumppumalli.example"),
                Inline::Text(" tai käytä ".into()),
                link("yhteydenottolomaketta verkkosivustollamme", "https://www.lampopumppumalli.example/yhteys?kieli=fi"),
                Inline::Text(".".into()),
            ])],
        ),
        S::DataSubjects => (
            "Rekisteröityjen ryhmät",
            vec![list(&[
                "Yritykseltä laitteita tai asennuksia tilanneet kuluttaja-asiakkaat",
                "Asiakkaina olevien taloyhtiöiden ja yritysten yhteyshenkilöt",
                "Tarjousta pyytäneet ja uutiskirjeen tilanneet henkilöt",
            ])],
        ),
        S::Purposes => (
            "Henkilötietojen käsittelyn tarkoitukset ja oikeusperusteet",
            vec![
                para("Käsittelemme henkilötietoja vain seuraaviin tarkoituksiin. Kullakin tarkoituksella on oma oikeusperusteensa."),
                table(
                    &["Tarkoitus", "Oikeusperuste", "Tiedot"],
                    &[
                        &["Tilausten, asennusten ja huoltojen toteuttaminen", "Sopimus (6 artiklan 1 kohdan b alakohta)", "Nimi, osoite, puhelinnumero, kohteen tiedot"],
                        &["Laskutus ja kirjanpito", "Lakisääteinen velvoite (6 artiklan 1 kohdan c alakohta), kirjanpitolaki", "Nimi, osoite, laskutustiedot"],
                        &["Takuun ja virhevastuun hoitaminen", "Sopimus ja lakisääteinen velvoite", "Laitteen sarjanumero, asennuspäivä, huoltohistoria"],
                        &["Suoramarkkinointi sähköpostilla", "Suostumus (6 artiklan 1 kohdan a alakohta)", "Nimi, sähköpostiosoite"],
                        &["Asiakastyytyväisyyden mittaaminen", "Oikeutettu etu (6 artiklan 1 kohdan f alakohta)", "Nimi, yhteystiedot, palaute"],
                    ],
                ),
            ],
        ),
        S::LegitimateInterests => (
            "Oikeutetut edut",
            vec![para("Oikeutettu etumme on palvelun laadun kehittäminen ja väärinkäytösten ehkäiseminen. Olemme arvioineet, ettei käsittely syrjäytä rekisteröidyn etuja tai perusoikeuksia: tietoja käsitellään suppeasti, niitä ei yhdistetä muihin lähteisiin, ja rekisteröity voi vastustaa käsittelyä milloin tahansa.")],
        ),
        S::Consent => (
            "Suostumus ja sen peruuttaminen",
            vec![para("Uutiskirje lähetetään vain suostumuksella. Suostumuksen voi peruuttaa milloin tahansa jokaisessa viestissä olevasta linkistä tai ilmoittamalla siitä asiakaspalveluun. Peruuttaminen ei vaikuta sitä ennen tehdyn käsittelyn lainmukaisuuteen.")],
        ),
        S::Provision => (
            "Onko tiedot pakko antaa",
            vec![para("Nimi, yhteystiedot ja asennuskohteen tiedot ovat sopimuksen tekemisen edellytys. Ilman niitä emme voi toimittaa tilausta. Muiden tietojen antaminen on vapaaehtoista.")],
        ),
        S::DataContent => (
            "Rekisterin tietosisältö",
            vec![
                Block::Heading(text("Perustiedot")),
                list(&["etu- ja sukunimi", "osoite, puhelinnumero ja sähköpostiosoite", "asiakasnumero ja asiakkuuden alkamispäivä"]),
                Block::Heading(text("Kohteen ja laitteen tiedot")),
                list(&["asennuskohteen osoite ja rakennustyyppi", "laitteen malli, sarjanumero ja asennuspäivä", "huolto- ja takuutapahtumat", "kylmäainetta koskevat lakisääteiset merkinnät"]),
                Block::Heading(text("Asiointitiedot")),
                para("Tarjoukset, tilaukset, laskut, maksut, reklamaatiot ja asiakaspalvelun kanssa käyty kirjeenvaihto."),
            ],
        ),
        S::Sources => (
            "Säännönmukaiset tietolähteet",
            vec![para("Tiedot saadaan rekisteröidyltä itseltään tilauksen, tarjouspyynnön, yhteydenoton tai verkkosivuston käytön yhteydessä. Osoitetietoja päivitetään Posti- ja väestötietopalvelusta (esimerkki).")],
        ),
        S::Recipients => (
            "Henkilötietojen vastaanottajat",
            vec![
                para("Käytämme henkilötietojen käsittelijöitä, joiden kanssa on tehty tietosuoja-asetuksen 28 artiklan mukainen sopimus:"),
                terms(&[
                    ("Taloushallinto", "Tilitoimisto Esimerkki Oy, laskutus ja kirjanpito"),
                    ("Asiakkuudenhallintajärjestelmä", "Pilvipalvelu Malli Ab, palvelimet EU:n alueella"),
                    ("Uutiskirje", "Postituspalvelu Example Ltd"),
                    ("Alihankkijat", "Asennus- ja sähkötöitä tekevät yritykset saavat vain työn tekemiseen tarvittavat tiedot"),
                ]),
            ],
        ),
        S::Disclosures => (
            "Säännönmukaiset luovutukset",
            vec![para("Tietoja luovutetaan viranomaisille lain niin vaatiessa sekä rahoitusyhtiölle, jos asiakas valitsee osamaksun.")],
        ),
        S::Transfers => (
            "Tietojen siirto EU:n tai ETA:n ulkopuolelle",
            vec![para("Uutiskirjepalvelun tuottaja käsittelee sähköpostiosoitteita Yhdysvalloissa. Siirto perustuu komission vakiosopimuslausekkeisiin (2021/914). Jäljennöksen lausekkeista saa yhteyshenkilöltä.")],
        ),
        S::Retention => (
            "Tietojen säilytysajat",
            vec![
                table(
                    &["Tiedot", "Säilytysaika", "Peruste"],
                    &[
                        &["Asiakas- ja sopimustiedot", "Asiakassuhteen ajan ja 3 vuotta sen päättymisestä", "Saatavien yleinen vanhentumisaika (laki velan vanhentumisesta 4 §)"],
                        &["Tositteet ja laskut", "6 vuotta sen vuoden lopusta, jona tilikausi on päättynyt", "Kirjanpitolaki 2 luku 10 §"],
                        &["Takuu- ja huoltotiedot", "Laitteen takuuajan ja 2 vuotta", "Virhevastuun hoitaminen"],
                        &["Kylmäainekirjanpito", "5 vuotta", "F-kaasuasetus"],
                        &["Tarjouspyynnöt, joista ei synny sopimusta", "12 kuukautta", "Oikeutettu etu: tarjouksesta kysytään usein jälkikäteen"],
                        &["Uutiskirjeen tilaajat", "Kunnes suostumus peruutetaan", "Suostumus"],
                    ],
                ),
                para("Säilytysajan päätyttyä tiedot poistetaan tai muutetaan sellaiseen muotoon, ettei niistä voi tunnistaa henkilöä."),
            ],
        ),
        S::SecurityManual => (
            "Manuaalisen aineiston suojaus",
            vec![para("Paperiset sopimukset ja huoltoraportit säilytetään lukitussa kaapissa, johon on pääsy vain niitä työssään tarvitsevilla.")],
        ),
        S::SecurityElectronic => (
            "Sähköisen aineiston suojaus",
            vec![
                para("Tiedot on suojattu teknisin ja organisatorisin toimin:"),
                list(&[
                    "henkilökohtaiset käyttäjätunnukset ja monivaiheinen tunnistautuminen",
                    "tehtäviin perustuvat käyttöoikeudet, jotka tarkistetaan vuosittain",
                    "salatut yhteydet ja päivittäiset varmuuskopiot",
                    "henkilöstön tietosuojakoulutus ja vaitiolovelvollisuus",
                ]),
            ],
        ),
        S::Cookies => (
            "Evästeiden käyttö",
            vec![
                Block::Para(vec![
                    Inline::Text("Välttämättömät evästeet asetetaan aina, muut vain suostumuksella. Valintaa voi muuttaa milloin tahansa sivun alalaidan kohdasta ".into()),
                    Inline::Lang { lang: Lang::En, text: "Cookie settings".into() },
                    Inline::Text(". Lisätietoa: ".into()),
                    link("www.lampopumppumalli.example/evasteet", "https://www.lampopumppumalli.example/evasteet"),
                    Inline::Text(".".into()),
                ]),
                table(
                    &["Eväste", "Tarkoitus", "Voimassa", "Osapuoli", "Laji"],
                    &[
                        &["session_id", "Pitää istunnon ja ostoskorin", "Istunto", "Ensimmäinen", "Välttämätön"],
                        &["consent_v2", "Muistaa evästevalinnat", "6 kk", "Ensimmäinen", "Välttämätön"],
                        &["_stat_visitor", "Kävijämäärien ja sivujen suosion tilastointi ilman yhdistämistä henkilöön", "13 kk", "Tilastopalvelu Example Ltd", "Tilastot"],
                        &["_mkt_campaign_attribution", "Mainonnan tuloksellisuuden seuranta", "90 pv", "Mainosverkko Example Inc.", "Markkinointi"],
                    ],
                ),
            ],
        ),
        S::AutomatedDecisions => (
            "Automaattinen päätöksenteko ja profilointi",
            vec![para("Emme tee automaattisia päätöksiä emmekä profilointia, jolla olisi rekisteröityä koskevia oikeusvaikutuksia.")],
        ),
        S::ExercisingRights => (
            "Oikeuksien käyttäminen",
            vec![para("Pyynnön voi tehdä sähköpostilla tai kirjeitse yhteyshenkilölle. Vastaamme viimeistään kuukauden kuluessa; monimutkaisissa tapauksissa määräaikaa voidaan jatkaa enintään kahdella kuukaudella. Oikeuksien käyttäminen on maksutonta, ellei pyyntö ole ilmeisen perusteeton tai kohtuuton.\nTarvittaessa pyydämme lisätietoja henkilöllisyyden vahvistamiseksi.")],
        ),
        S::RightAccess => ("Oikeus saada pääsy tietoihin", vec![para("Rekisteröidyllä on oikeus saada tieto siitä, käsitelläänkö hänen henkilötietojaan, sekä jäljennös tiedoista.")]),
        S::RightRectification => ("Oikeus tietojen oikaisemiseen", vec![para("Rekisteröity voi vaatia, että virheelliset tiedot korjataan ja puutteelliset täydennetään.")]),
        S::RightErasure => ("Oikeus tietojen poistamiseen", vec![para("Rekisteröity voi pyytää tietojensa poistamista, kun niitä ei enää tarvita, suostumus on peruutettu tai tietoja on käsitelty lainvastaisesti. Lakisääteisen velvoitteen vuoksi säilytettäviä tietoja ei voi poistaa.")]),
        S::RightRestriction => ("Oikeus käsittelyn rajoittamiseen", vec![para("Rekisteröity voi pyytää käsittelyn rajoittamista esimerkiksi siksi ajaksi, kun tietojen paikkansapitävyys tarkistetaan.")]),
        S::RightPortability => ("Oikeus siirtää tiedot järjestelmästä toiseen", vec![para("Rekisteröidyllä on oikeus saada itse toimittamansa, sopimuksen tai suostumuksen perusteella automaattisesti käsiteltävät tiedot koneluettavassa muodossa.")]),
        S::RightObjection => ("Vastustamisoikeus", vec![para("Rekisteröity voi henkilökohtaiseen erityiseen tilanteeseensa liittyvällä perusteella vastustaa oikeutettuun etuun perustuvaa käsittelyä.")]),
        S::DirectMarketing => (
            "Suoramarkkinointikielto",
            vec![Block::Box(vec![
                Block::Heading(text("Sinulla on oikeus kieltää suoramarkkinointi")),
                para("Voit milloin tahansa ja maksutta kieltää tietojesi käytön suoramarkkinointiin ja siihen liittyvään profilointiin. Kiellon jälkeen tietoja ei enää käytetä tähän tarkoitukseen."),
                list(&["jokaisen viestin lopussa olevasta linkistä", "ilmoittamalla asiakaspalveluun"]),
            ])],
        ),
        S::Complaint => (
            "Oikeus tehdä valitus valvontaviranomaiselle",
            vec![Block::Para(vec![
                Inline::Text("Rekisteröidyllä on oikeus tehdä valitus tietosuojavaltuutetun toimistolle, jos hän katsoo, että käsittelyssä rikotaan tietosuojalainsäädäntöä. Ohjeet: ".into()),
                link("tietosuoja.example/valitus", "https://tietosuoja.example/valitus"),
                Inline::Text(".".into()),
            ])],
        ),
        S::Changes => ("Muutokset tähän selosteeseen", vec![para("Kehitämme toimintaamme jatkuvasti ja voimme päivittää selostetta. Olennaisista muutoksista ilmoitetaan asiakkaille sähköpostilla ”hyvissä ajoin” – hinta 0 €.")]),
        _ => ("", Vec::new()),
    }
}

/// The labels of a Finnish notice.
pub fn labels() -> Labels {
    Labels {
        page: "Sivu".into(),
        continued: "(jatkuu)".into(),
        contents: "Sisällys".into(),
        more: "loput ovat koko selosteessa".into(),
        draft: String::new(),
    }
}

/// The notice.
pub fn notice() -> Document {
    let sections = SectionId::ALL.into_iter().filter_map(|id| {
        let (title, blocks) = blocks(id);
        let law: Vec<_> = id.law().iter().map(|citation| citation.code()).collect();
        (!title.is_empty()).then(|| Section {
            id,
            tells: Vec::new(),
            title: title.to_owned(),
            law: law.join(", "),
            blocks,
        })
    });
    Document {
        intro: Vec::new(),
        lang: Lang::Fi,
        title: "Asiakas- ja markkinointirekisterin tietosuojaseloste".into(),
        firm: "Lämpöpumppu Malli Oy".into(),
        facts: vec![("Laadittu".into(), "12.1.2026".into()), ("Päivitetty".into(), "20.11.2026".into())],
        labels: labels(),
        date: Some("2026-11-20".into()),
        sections: sections.collect(),
    }
}
