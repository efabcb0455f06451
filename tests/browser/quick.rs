//! The fastest way through: kind, trade and the firm's details make a notice that can be published. Counted.
//!
//! An action is a click, a choice or a filled field; the goal is 12 fields and 25 actions at most.

use crate::actions::{choose_needs, new_firm, shows};
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use std::cell::Cell;

/// What a person does, counted.
struct Hand<'a> {
    page: &'a Page,
    fields: Cell<usize>,
    actions: Cell<usize>,
}

impl Hand<'_> {
    async fn click(&self, words: &str) {
        self.actions.set(self.actions.get() + 1);
        self.page.click(words).await;
    }

    /// The trade, and that only a customers' notice is wanted: at most one proposal has to be unticked.
    async fn choose_customers(&self, trade: &str) {
        self.actions.set(self.actions.get() + 2);
        choose_needs(self.page, Some(trade), &["customers"]).await;
    }

    async fn new_firm(&self) {
        self.actions.set(self.actions.get() + 1);
        new_firm(self.page).await;
    }

    async fn fill(&self, id: &str, text: &str) {
        self.fields.set(self.fields.get() + 1);
        self.actions.set(self.actions.get() + 1);
        self.page.fill_id(id, text).await;
    }
}

/// From the first page to a customers' notice of a trade that can be published; how many fields and actions it took.
async fn quickly(page: &Page, trade: &str) -> (usize, usize) {
    page.open().await;
    let hand = Hand { page, fields: Cell::new(0), actions: Cell::new(0) };
    hand.click("Aloita uusi seloste").await;
    hand.choose_customers(trade).await;
    hand.new_firm().await;
    for (id, text) in [
        ("controller.name", "Esimerkkiverstas Oy"),
        ("controller.business-id", "1234567-1"),
        ("controller.street", "Esimerkkikatu 2"),
        ("controller.postal-code", "20380"),
        ("controller.city", "Turku"),
        ("controller.email", "toimisto@verstas.example"),
    ] {
        hand.fill(id, text).await;
    }
    hand.click("Aloita").await;
    shows(page, "controller").await;
    hand.click("Jatka").await;
    shows(page, "contact").await;
    hand.fill("contact.name", "Asiakaspalvelu").await;
    hand.fill("contact.email", "tietosuoja@verstas.example").await;
    hand.click("Jatka").await;
    page.find(".tasks").await;
    hand.click("Tarkista ja lataa").await;
    page.find(".exports").await;
    let verdict = page.text_of("#verdict").await;
    assert!(
        verdict.contains("puutteita ei löytynyt") || verdict.contains("Puutteita ei"),
        "{trade}: {verdict}"
    );
    hand.click("Lataa PDF").await;
    let file = page.download("pdf").await;
    assert!(file.bytes.starts_with(b"%PDF"), "{trade}");
    (hand.fields.get(), hand.actions.get())
}

#[tokio::test]
async fn a_customers_notice_of_each_sample_trade_takes_few_steps() {
    browse(Setup::desktop(), async |page| {
        for trade in ["creative-agency", "wholesale", "heat-pumps", "marking", "social-services"] {
            let (fields, actions) = quickly(page, trade).await;
            eprintln!("{trade}: {fields} fields, {actions} actions");
            assert!(fields <= 12 && actions <= 25, "{trade}: {fields} fields, {actions} actions");
        }
    })
    .await;
}
