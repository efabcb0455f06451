//! A care register: the first question is whose clients they are, and another's clients stop the notice at once.
//!
//! Law: ATL 13–14 §. Covers: the new-notice page's way on, the register's section, the warning and its going.

use crate::actions::{answer, begin_notice, check, section};
use crate::harness::axe::assert_accessible;
use crate::harness::driver::Setup;
use crate::harness::run::browse;

const OWN: usize = 0;
const ANOTHERS: usize = 1;
const WARNING: &str = "Älä julkaise tätä selostetta";
/// The whole warning can be seen without scrolling.
const IN_VIEW: &str = "document.querySelector('.stop').getBoundingClientRect().bottom <= innerHeight";

#[tokio::test]
async fn a_care_register_asks_first_whose_clients_they_are() {
    browse(Setup::desktop(), async |page| {
        let draft = begin_notice(page, "care", None).await;
        section(page, &draft, "register").await;
        let first = page.find("main form .field").await;
        assert_eq!(first.attr("id").await.unwrap().as_deref(), Some("clients"), "it is asked first");
        page.wait_no_text(WARNING).await;

        answer(page, "clients", ANOTHERS).await;
        page.wait_text(WARNING).await;
        page.wait_text("Kirjaa tiedot sen rekisteriin").await;
        page.wait_until(IN_VIEW).await;
        assert_accessible(page, "the warning").await;
        page.assert_fits().await;

        answer(page, "clients", OWN).await;
        page.wait_no_text(WARNING).await;
    })
    .await;
}

#[tokio::test]
async fn another_controllers_clients_block_the_notice() {
    browse(Setup::phone(), async |page| {
        let draft = begin_notice(page, "care", None).await;
        section(page, &draft, "register").await;
        answer(page, "clients", ANOTHERS).await;
        page.wait_text(WARNING).await;
        page.wait_until(IN_VIEW).await;
        page.assert_fits().await;

        // "Continue" says it as every finding is said, and only once.
        page.click("Jatka").await;
        page.wait_until("document.activeElement.id === 'found'").await;
        page.wait_until("!document.querySelector('.stop')").await;
        page.wait_text(WARNING).await;

        check(page, &draft).await;
        page.wait_text(WARNING).await;
    })
    .await;
}

#[tokio::test]
async fn another_kind_is_not_asked() {
    browse(Setup::desktop(), async |page| {
        let draft = crate::actions::start_notice(page).await;
        section(page, &draft, "register").await;
        page.find("[id^='register-name']").await;
        assert_eq!(page.count("[id='clients']").await, 0);
    })
    .await;
}
