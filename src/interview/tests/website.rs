//! What a website brings, in a notice of its own and in that of a firm or association that tells of it beside the rest.

use super::*;
use crate::compose::compose;

fn asked(draft: &Draft, id: &str) -> bool {
    questions(draft.notice.kind, draft.notice.trade, &draft.answers).any(|question| question.id == id)
}

/// The clauses of all rows of a notice.
fn clauses(draft: &Draft) -> Vec<String> {
    write::rows(&draft.notice).into_iter().map(|row| row.clause).collect()
}

/// The notice as it can be read, in lower case.
fn text(draft: &Draft, lang: Lang) -> String {
    let notice = Notice { languages: vec![lang], ..draft.notice.clone() };
    crate::export::text::text(&compose(&notice, lang)).to_lowercase()
}

const FORM: [&str; 5] = [
    "subjects.form-senders",
    "purpose.contact-form",
    "data.form-messages",
    "source.contact-form",
    "retention-what.form-messages",
];

/// An association that tells of its site in the members' notice has a form and a host like anybody else, and no shop.
#[test]
fn a_site_that_is_told_of_elsewhere_has_its_form_and_its_host() {
    let mut draft = draft_of(RegisterKind::Members, Some(Trade::Association));
    assert!(!asked(&draft, "site-pages") && !asked(&draft, "host"));
    answer(&mut draft, "site", &["here"]);
    assert!(asked(&draft, "site-pages") && asked(&draft, "host"));
    answer(&mut draft, "site-pages", &["form"]);
    reply(&mut draft, question("host"), vec![Pick::own("Oma palvelin Oy")]);
    for clause in FORM {
        assert!(clauses(&draft).iter().any(|one| one == clause), "{clause}");
    }
    assert_eq!(recipient(&draft, "recipient.web-hosting").unwrap().name, "Oma palvelin Oy");
    let told = text(&draft, Lang::Fi);
    assert!(["kaupa", "tilau", "asiakka"].iter().all(|word| !told.contains(word)), "{told}");
    answer(&mut draft, "site", &["own-notice"]);
    assert!(FORM.iter().all(|clause| !clauses(&draft).iter().any(|one| one == clause)));
    assert!(recipient(&draft, "recipient.web-hosting").is_none());
}

/// A site on which nothing can be ordered: no question on payment, delivery or ledgers, and no word of orders.
#[test]
fn a_site_without_a_shop_speaks_of_no_orders() {
    let mut draft = draft_of(RegisterKind::Web, Some(Trade::Association));
    let of_shop = ["payment", "delivery", "invoices"];
    for picks in [["read"].as_slice(), &["form"], &["read", "form"]] {
        answer(&mut draft, "web-pages", picks);
        assert!(of_shop.iter().all(|id| !asked(&draft, id)), "{picks:?}");
        let said = [
            (Lang::Fi, ["tilau", "tilaat", "reklamaatio", "tehdä sopimuksen", "asiakka"].as_slice()),
            (Lang::Sv, &["beställ", "reklamation", "ingå avtal", "kund"]),
            (Lang::En, &["orders", "your order", "you order", "complaints,", "into a contract", "customer"]),
        ];
        for (lang, words) in said {
            let told = text(&draft, lang);
            let found: Vec<_> = words.iter().filter(|word| told.contains(*word)).collect();
            assert!(found.is_empty(), "{picks:?}: {found:?} in {told}");
        }
        let count = questions(RegisterKind::Web, draft.notice.trade, &draft.answers).count();
        assert!((8..=14).contains(&count), "{picks:?}: {count} questions");
        let has_form = clauses(&draft).iter().any(|clause| clause == "subjects.form-senders");
        assert_eq!(has_form, picks.contains(&"form"), "{picks:?}");
    }
    answer(&mut draft, "web-pages", &["form", "shop"]);
    assert!(asked(&draft, "payment") && asked(&draft, "invoices"));
    assert_eq!(draft.notice.provision.consequence.clause_id(), Some("consequence.no-order"));
    assert!(clauses(&draft).iter().any(|clause| clause == "purpose.service"));
}

/// What an unlisted service on a site does is said by the answer, never guessed: it is not always analytics.
#[test]
fn an_unlisted_service_on_a_site_is_what_the_answer_says() {
    assert_eq!(question("tracking").own, None);
    let services = [
        ("analytics", "recipient.analytics"),
        ("advertising", "recipient.advertising"),
        ("embedded", "recipient.embedded"),
        ("chat", "recipient.chat"),
    ];
    for (option, clause) in services {
        let mut draft = draft_of(RegisterKind::Web, None);
        answer(&mut draft, "web-pages", &["read"]);
        answer(&mut draft, "tracking", &[option]);
        let found = services.into_iter().filter(|(_, clause)| recipient(&draft, clause).is_some());
        assert_eq!(found.map(|(_, clause)| clause).collect::<Vec<_>>(), [clause]);
        assert!(asked(&draft, "consent-tool"), "{option}");
    }
}

/// A newsletter goes by e-mail to its subscribers; text messages are an answer of their own.
#[test]
fn a_newsletter_speaks_of_e_mail_alone() {
    for kind in [RegisterKind::Customers, RegisterKind::Bookings, RegisterKind::Web] {
        let mut draft = draft_of(kind, None);
        answer(&mut draft, "newsletter", &["subscribers"]);
        assert!(clauses(&draft).iter().any(|clause| clause == "subjects.newsletter"), "{kind:?}");
        for (lang, word) in [(Lang::Fi, "tekstiviesti"), (Lang::Sv, "sms"), (Lang::En, "text message")] {
            assert!(!text(&draft, lang).contains(word), "{kind:?} {lang:?}");
        }
        answer(&mut draft, "newsletter", &["subscribers", "sms"]);
        assert!(text(&draft, Lang::Fi).contains("tekstiviesti"), "{kind:?}");
    }
}
